// Package sourcetest is what tests of checks of YAML files share.
//
// How to read it: messages.go holds the constants of a file of checks against what was said to bad files.
//
// Deliberately absent: files and their kinds, which belong to the packages that read them.
package sourcetest
