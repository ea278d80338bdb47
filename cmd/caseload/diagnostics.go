package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"caseload/policy/source"
)

// longestList is how many diagnostics are printed before the rest are counted.
const longestList = 20

// writeDiagnostics prints one block for each diagnostic, in the order of the
// files: place, path and fact on the first line, the way out below.
func writeDiagnostics(w io.Writer, found source.Diagnostics) {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b source.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	for i, d := range found {
		if i == longestList {
			fmt.Fprintf(w, "and %d more\n\n", len(found)-longestList)
			return
		}
		fmt.Fprintln(w, firstLine(d))
		for _, line := range strings.Split(strings.TrimRight(d.Hint, "\n"), "\n") {
			if line != "" {
				fmt.Fprintln(w, "    "+line)
			}
		}
		fmt.Fprintln(w)
	}
}

// firstLine is file:line:column: path: message, leaving out what is unknown.
func firstLine(d source.Diagnostic) string {
	var parts []string
	switch {
	case d.Line > 0:
		parts = append(parts, fmt.Sprintf("%s:%d:%d", d.File, d.Line, d.Column))
	case d.File != "":
		parts = append(parts, d.File)
	}
	if d.Path != "" {
		parts = append(parts, d.Path)
	}
	message := d.Message
	if d.Warning {
		message = "warning: " + message
	}
	return strings.Join(append(parts, message), ": ")
}

// tally counts diagnostics in words: "3 problems and 1 warning".
func tally(found source.Diagnostics) string {
	problems, warnings := 0, 0
	for _, d := range found {
		if d.Warning {
			warnings++
		} else {
			problems++
		}
	}
	switch {
	case warnings == 0:
		return counted(problems, "problem")
	case problems == 0:
		return counted(warnings, "warning")
	default:
		return counted(problems, "problem") + " and " + counted(warnings, "warning")
	}
}

// counted is a number with its noun: 1 problem, 2 problems.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// warn prints warnings, which do not stop a command.
func (e *edge) warn(found source.Diagnostics) {
	if e.format == formatJSON {
		for _, d := range found {
			e.line(d)
		}
		return
	}
	var text strings.Builder
	writeDiagnostics(&text, found)
	e.say(text.String())
}
