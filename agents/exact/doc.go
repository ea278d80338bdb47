// Package exact is the arithmetic whose bits are the same everywhere: on
// amd64 at every GOAMD64 level and on arm64, today and after the next release
// of Go. Everything that reaches a simulated world uses it in place of the
// functions of package math.
//
// # Why
//
// A result that can be checked by somebody else must not depend on their
// processor. math.Exp, math.Log and their relatives are written in assembly
// for some processors and not for others, and the language lets a compiler
// join x*y + z into one operation that rounds once. arm64 does so, amd64 does
// so from GOAMD64=v3, and plain amd64 does not. An explicit conversion,
// float64(x*y) + z, forbids it. Every product here that is added to something
// is wrapped in that way; sums, quotients, square roots and Floor are correctly
// rounded on every processor and need no care. The compiler joins through
// variables and inlined functions as well, takes x/2 for a product, and doubles
// by adding, so that x*y*2 is joined too. A function that returns a product
// wraps it for its callers.
//
// # How to read it
//
// exp.go and log.go hold the two functions that run several times per claimant
// and week; both look a nearby value up in a table and correct it by a few
// terms of a Taylor series, which is faster than a division. pow.go, normal.go,
// gamma.go and counts.go build on them. round.go and fixed.go lead from
// floating point to integers: sums over persons that feed a decision are taken
// in Fixed, because the order of integer additions does not matter.
//
// Stated errors are in units in the last place (ulp) of the result, measured
// by the tests against 200-bit arithmetic; half an ulp is the best possible.
// The tests also pin a hash of the bits of every function over 100,000 inputs.
// One constant has to hold on all processors, so a difference anywhere fails.
//
// # Deliberately absent
//
// Functions of an angle, float32 variants, the inverse of the beta
// distribution, and densities: nothing that reaches a world needs them.
// Estimation uses gonum, in package analysis, where the last bit does not
// matter.
package exact
