// Package rng draws every random number of a world. Each has an address: the
// seed and the replicate of the run, whom it concerns, the week, and the
// decision it serves. The number is a pure function of that address.
//
// # Why
//
// A draw that comes from a shared sequence moves when anything before it is
// drawn once more or once less, so that one claimant more changes everybody's
// luck. With an address, two arms of an experiment use the same number for the
// same person, week and decision, and a regime changes only the lives that it
// touches. It also makes the order of work, and the number of workers, of no
// consequence.
//
// An event with probability p happens when U < p. For a 30% rise in job finding
// over half a year this parts 19% of lives, and leaves 0.2% with a week worse
// off; clocks, which draw the length of a wait once, part 92%. So weekly draws
// are the rule, and no clock is used so far.
//
// # How to read it
//
// key.go turns an address into a number, purposes.go lists the decisions, and
// stream.go gives a sequence at one address to code that needs more than a
// number: shuffling, or the distributions of gonum.
//
// A draw passes twice through the finaliser of splitmix64 (Steele, Lea and
// Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA), with a
// key of the run mixed in before each. Persons, weeks, purposes and items that
// are neighbours give draws that the tests cannot tell from independent ones.
// The item enters between the rounds, so U is UItem with item 0.
//
// Weeks before the start of a scenario are negative; a key holds 16 bits of
// them, enough for 630 years.
//
// # Deliberately absent
//
// Distributions: turn a U into one with a quantile of package agents/exact, so
// that one draw makes one variate and the arms stay aligned. Anything that
// remembers what was drawn before, and anything fit for secrets.
package rng
