// Package scenarios holds what can be run and how a file becomes a run.
//
// The YAML files here are shipped with the program: scenarios at the top, regimes,
// markets and populations in folders of their own. scenario.go, market.go (with
// demand.go, jobs.go, economy.go, wellbeing.go and valuation.go) and population.go are those kinds exactly as an author writes them; the tags are the
// catalogue of every number: key, unit, hard limits, meaning. (A regime's kind is in
// package policy.) load.go reads a scenario with all that it refers to and convert.go
// turns it into what package sim is told. check.go holds the rules that span several
// fields, deliver.go says what a scenario's regimes ask of their coaches. table.go is persons
// who are listed in a file, listed.go reads it, listedstock.go counts them for deliver.go.
// labs/ has the scenarios and the text of exercises.
//
// Deliberately absent: values in code. Every number stands in a file with its source.
package scenarios
