//go:build !linux

package agents

// askForLargePages leaves pages to the system.
func askForLargePages([]byte) {}

// giveBack leaves memory to the program.
func giveBack([]byte) {}
