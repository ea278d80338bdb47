// Package analysis says what happened: it reads datasets and never runs anything.
//
// How to read it: compatible.go says when runs may be compared at all; contrast.go
// compares each regime with the baseline, replicate by replicate, over the values.go of their
// summaries; displaced.go counts what others lose; league.go sets those who took part in
// programmes beside themselves without; weekly.go compares stocks by week and accounts,
// survival.go and flows.go say how long people stay where they are and where they go; sweep.go
// gathers the points of a sweep; tables.go writes the result as CSV or JSON; text and pages are
// made at the command line.
//
// # What an interval here is
//
// Replicates share persons, market and every draw between regimes, so a difference
// is taken within each replicate and its spread over replicates is what chance in
// the simulation leaves. That is all: no parameter is varied, and the interval says
// nothing about how well the model fits a country. It is therefore titled
// "simulation noise" wherever it is shown.
//
// # Own effects, spillovers and displaced jobs
//
// A run that holds diaries and market has a regime's own effects beside its total ones:
// what it does to each person who is switched alone. The spillover is the difference, taken
// within replicates, with an interval of its own. Displaced jobs are what others lose for
// each job gained, a ratio of means with the interval of Fieller (1954), which is wider
// than the linear one and missing where no job is certainly gained.
//
// # Totals and means
//
// A dataset holds persons and pence of the run; results are for the country.
// Values in units such as "persons", "weeks" or "pence" are totals and are
// multiplied by the run's weight; a unit that contains " per ", and the units
// "share" and "points", are means and are left as they are.
//
// # What is deliberately absent
//
// The engine: this package meets it at the file format only, so that another
// program may take its place. Significance: there are no stars and no tests,
// because with more replicates any difference becomes significant.
package analysis
