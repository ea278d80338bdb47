//go:build !linux

package agents

// askForLargePages leaves pages to the system.
func askForLargePages([]byte) {}
