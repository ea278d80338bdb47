// Package agents holds the people and organisations of a run and how they behave.
//
// population.go is the row contract: one slice per attribute, rows sorted by district,
// never moved, with rows kept for those who arrive later; participation.go is the part of it
// that programmes and providers use, columns.go and block.go are its memory. coach.go is the same for work
// coaches. catalogue.go holds every parameter of behaviour with its unit.
// search.go, compliance.go, health.go and jobs.go are pure functions from a person's
// state and a uniform draw to what she does; synthesise.go draws a person's traits.
//
// Deliberately absent: the clock (a function is told the week), files, randomness
// (callers pass the draw, not the dice) and rules (people do not know the regime; they
// know what was asked of them, what it cost them and what they earn).
package agents
