package source

import (
	"fmt"
	"math"
)

// A Checker takes what the Check method of a struct finds wrong. Check is called
// after the struct is filled, when no mistake was found inside it, so every
// required field is there. A struct embedded in another is checked as part of
// that other, through the promoted method.
type Checker struct {
	*sink
	node   *node
	failed bool
}

// Problem reports a mistake at a place, usually the At of the field that is
// wrong. The key is the path from this struct ("ladder[2].then"; empty for the
// struct itself). The message is a fact in present tense without capital or full
// stop, the hint the way out.
func (c *Checker) Problem(at Position, key, message, hint string) {
	c.failed = true
	c.note(at, key, message, hint, false)
}

// Overlay reports whether the struct stands on top of a file that its own extends,
// so that an optional part of it is left out by writing none.
func (c *Checker) Overlay() bool { return c.node.overlay }

// Warn reports something that deserves a look; the file can still be used.
func (c *Checker) Warn(at Position, key, message, hint string) {
	c.note(at, key, message, hint, true)
}

func (c *Checker) note(at Position, key, message, hint string, warning bool) {
	c.found = append(c.found, Diagnostic{Position: at, Path: c.path(at, key), Message: message, Hint: hint, Warning: warning})
}

// path is the path of a key of this struct, as the author of the file at that
// place would write it.
func (c *Checker) path(at Position, key string) string {
	if n := c.node.find(at); n != nil {
		return n.path
	}
	if key == "" {
		return c.node.path
	}
	return joinPath(c.node.path, key)
}

// find returns the value at a place, which may come from another file than the
// mapping that holds it.
func (n *node) find(at Position) *node {
	if at.Line == 0 {
		return nil
	}
	if n.kind == valueNode && n.Position == at {
		return n
	}
	for _, e := range n.entries {
		if found := e.value.find(at); found != nil {
			return found
		}
	}
	for _, item := range n.items {
		if found := item.find(at); found != nil {
			return found
		}
	}
	return nil
}

// AddUp requires shares to add up to 100%, to within 1e-9. What names them in
// the message: "the shares of the ladder".
func (c *Checker) AddUp(at Position, key, what string, shares ...Quantity) {
	sum := 0.0
	for _, share := range shares {
		sum += share.Value
	}
	if math.Abs(sum-1) <= 1e-9 {
		return
	}
	percent := unit{forms: []form{suffix("%", -2)}}.format(sum, false)
	c.failed = true
	c.report(at, c.path(at, key), notAddingUp.of(what, percent).hinted("change one of them by %s",
		unit{forms: []form{suffix("%", -2)}}.format(math.Abs(1-sum), false)))
}

// Ascending requires each date to be later than the one before it; dates that
// are not set are passed over.
func (c *Checker) Ascending(key string, dates ...Date) {
	var last Date
	for _, date := range dates {
		if !date.Set {
			continue
		}
		if last.Set && date.Days <= last.Days {
			c.failed = true
			c.report(date.At, c.path(date.At, key), datesOutOfTurn.of(date, last, Place(last.At, date.At)).hinted("write the earlier date first"))
		}
		last = date
	}
}

// Place says where the other half of a conflict stands, for the end of a
// message: "line 31", with the file where that is another one.
func Place(at, seenFrom Position) string {
	switch {
	case at.Line == 0:
		return at.File
	case at.File != seenFrom.File:
		return fmt.Sprintf("%s:%d", at.File, at.Line)
	}
	return fmt.Sprintf("line %d", at.Line)
}
