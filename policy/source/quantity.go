package source

import "fmt"

// Position is a place in a file as an author sees it: lines and columns count
// from 1. Both are zero where a file has no lines, as on the command line.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// String is the clickable form, file:line:column, or the file alone when the
// position has no line.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Origin says where a number comes from. A number without one of its own takes
// the nearest enclosing `source:` block of the file it was written in.
type Origin struct {
	Kind string   `json:"kind"` // one of OriginKinds
	Note string   `json:"note"`
	At   Position `json:"at"`
}

// OriginKinds returns what a source can be, strongest first.
func OriginKinds() []string {
	return []string{"statute", "administrative_statistic", "study", "calibration", "assumption", "teaching"}
}

// same reports whether two origins say the same, wherever they stand.
func (o *Origin) same(other *Origin) bool {
	if o == nil || other == nil {
		return o == other
	}
	return o.Kind == other.Kind && o.Note == other.Note
}

// Quantity is one number as an author wrote it.
//
// Value is in the unit named by the `unit` tag of the field that holds it: weeks
// for "weeks", 0..1 for "share", pence for every unit that starts with "£".
type Quantity struct {
	Value     float64
	Low, High float64 // plausible range in the same unit; both zero when none is given
	HasRange  bool
	Written   string  // the number as it stands in the file, with its unit
	Origin    *Origin // nil when no source encloses the number
	At        Position
	Set       bool // false when an optional number is absent
}

// String is the number as written, for messages.
func (q Quantity) String() string { return q.Written }

// Text is a string, a name or one of a list of words, with its place.
type Text struct {
	Value string
	At    Position
	Set   bool
}

// String is the text itself.
func (t Text) String() string { return t.Value }

// Flag is true or false, with its place.
type Flag struct {
	Value bool
	At    Position
	Set   bool
}
