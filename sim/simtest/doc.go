// Package simtest is what tests of worlds share.
//
// folder.go keeps a run in memory. difference.go finds the first place where two worlds
// part: week, stage, person, column, old and new. proportion.go and mean.go
// compare what chance brought with what it should bring, and fail as underpowered when
// too little was drawn to notice the error that the test is there for.
//
// Deliberately absent: scenarios and regimes. A test loads its own from package
// scenarios, so that what is tested is what is shipped.
package simtest
