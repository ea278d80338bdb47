// Command caseload simulates activation policy for people on out-of-work
// benefits and compares its regimes.
//
// This package is the edge of the program and the only one that may touch the
// disk, the clock, signals or the terminal. What lies below is handed what it
// needs: a way to read a file, a function that creates one, a context.
//
// Read main.go, then root.go; after that there is one file for each command.
// Four files serve them all: edge.go (what one invocation may touch and how it
// prints), exit.go (errors and the codes they end with), runfolder.go (a
// dataset is written whole or not at all) and progress.go. A run goes through
// case.go (the scenario as the flags change it), runorder.go (what is asked for,
// and whether it is there already), execute.go (the engine, the checks of the books,
// the manifest) and result.go (the short table); checkpoint.go is for runs that are
// gone on with. The command trace runs without a folder: trace.go is what is asked for,
// lives.go the lives as data, livestext.go as text, parted.go where two of them part. A
// report is report.go with its page report.html; reporter.go reads the runs, reporteffects.go,
// reportstates.go and reportreasons.go make the sections.
//
// Why a folder and a rename: a reader who finds RUN/ finds a finished run. All
// files are written to a hidden folder beside it, forced to disk and renamed at
// the end, so that neither a crash nor a full disk leaves half a dataset.
//
// Why a run whose books do not agree is not kept: nobody should find numbers in a
// folder that the program itself knows to be wrong. A run depends on its scenario
// and seed alone, so it can be made again to see what broke.
//
// Deliberately absent: a configuration file (a scenario says everything), a
// log, and any network.
package main
