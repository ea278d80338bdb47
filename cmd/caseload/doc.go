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
// dataset is written whole or not at all) and progress.go.
//
// Why a folder and a rename: a reader who finds RUN/ finds a finished run. All
// files are written to a hidden folder beside it, forced to disk and renamed at
// the end, so that neither a crash nor a full disk leaves half a dataset.
//
// Deliberately absent: a configuration file (a scenario says everything), a
// log, and any network.
package main
