package source

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Diagnostic is one thing that is wrong in a file, or that deserves a warning.
type Diagnostic struct {
	Position
	Path    string `json:"path"`              // in the author's words: sanctions.missed_interview.ladder[1].share
	Message string `json:"message"`           // the fact: present tense, no full stop, no capital
	Hint    string `json:"hint,omitempty"`    // the way out, or what is allowed
	Warning bool   `json:"warning,omitempty"` // true when the file can still be used

	template message // what Message was made from; empty for those of a Check
}

// String is the diagnostic as a terminal shows it, without a final line break.
func (d Diagnostic) String() string {
	parts := make([]string, 0, 4)
	if at := d.Position.String(); at != "" {
		parts = append(parts, at)
	}
	if d.Path != "" {
		parts = append(parts, d.Path)
	}
	if d.Warning {
		parts = append(parts, "warning")
	}
	text := strings.Join(append(parts, d.Message), ": ")
	if d.Hint != "" {
		text += "\n    " + d.Hint
	}
	return text
}

// Diagnostics is every mistake found in one pass.
type Diagnostics []Diagnostic

// printed is how many diagnostics are shown before the rest is only counted.
const printed = 20

// Failed reports whether there is a problem, not counting warnings.
func (ds Diagnostics) Failed() bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return !d.Warning })
}

// Strict returns the diagnostics with every warning made a problem.
func (ds Diagnostics) Strict() Diagnostics {
	strict := slices.Clone(ds)
	for i := range strict {
		strict[i].Warning = false
	}
	return strict
}

// Sorted returns the diagnostics by file and position, each once; those of one
// place stay in the order in which they were found. What Load returns is sorted
// already; sort again after adding to it.
func (ds Diagnostics) Sorted() Diagnostics {
	sorted, seen := make(Diagnostics, 0, len(ds)), make(map[Diagnostic]bool, len(ds))
	for _, d := range ds {
		if !seen[d] {
			seen[d] = true
			sorted = append(sorted, d)
		}
	}
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return sorted
}

// String is what a terminal shows: the first twenty, then the number of the
// rest, then the number of all. It is empty when there are none.
func (ds Diagnostics) String() string {
	if len(ds) == 0 {
		return ""
	}
	var b strings.Builder
	for _, d := range ds[:min(len(ds), printed)] {
		b.WriteString(d.String())
		b.WriteString("\n\n")
	}
	if rest := len(ds) - printed; rest > 0 {
		fmt.Fprintf(&b, "and %d more\n\n", rest)
	}
	b.WriteString(ds.count())
	b.WriteByte('\n')
	return b.String()
}

// Error makes Diagnostics an error, for callers that have nothing better to do.
func (ds Diagnostics) Error() string { return ds.String() }

// count is the closing line: "4 problems; nothing was run."
func (ds Diagnostics) count() string {
	warnings := 0
	for _, d := range ds {
		if d.Warning {
			warnings++
		}
	}
	problems := len(ds) - warnings
	switch {
	case problems == 0:
		return plural(warnings, "warning") + "."
	case warnings == 0:
		return plural(problems, "problem") + "; nothing was run."
	}
	return plural(problems, "problem") + ", " + plural(warnings, "warning") + "; nothing was run."
}

// JSON is the diagnostics as a list of objects with the fields file, line,
// column, path, message, hint and warning.
func (ds Diagnostics) JSON() []byte {
	if ds == nil {
		ds = Diagnostics{}
	}
	text, err := json.MarshalIndent(ds, "", "  ")
	if err != nil {
		panic(err) // strings, integers and a flag always marshal
	}
	return append(text, '\n')
}

// plural is "1 problem" or "2 problems".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
