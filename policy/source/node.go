package source

import (
	"slices"
	"strconv"
)

// A node is a piece of a file: one value, a mapping or a list. Nodes are never
// changed after their file is read; merging and setting make new ones, so that
// two trees can share a part.
type node struct {
	Position
	kind    nodeKind
	text    string  // of a value: what it says, quotes and folding taken away
	plain   bool    // of a value: written without quotes
	entries []entry // of a mapping, without its source
	items   []*node // of a list

	path    string    // from the top of the file it was written in
	origin  *Origin   // nearest enclosing source in that file
	sources []*Origin // written in this mapping itself; several after a merge
	overlay bool      // written on top of another file, which it extends, or on the command line

	// Of the top mapping of a file, wherever it was put.
	name       string // base name of the file or what it calls itself
	nameAt     Position
	extends    string // what it stands on top of: a name, or the label of a file
	complete   bool   // its extends is resolved and its kind checked
	incomplete bool   // a part it needs could not be read, so missing keys are not reported
}

type nodeKind uint8

const (
	valueNode nodeKind = iota
	nullNode
	mappingNode
	listNode
	brokenNode // something was wrong and has been reported
)

type entry struct {
	key   string
	keyAt Position
	value *node
}

// get returns the value under key, or nil.
func (n *node) get(key string) *node {
	if e := n.entry(key); e != nil {
		return e.value
	}
	return nil
}

func (n *node) entry(key string) *entry {
	for i := range n.entries {
		if n.entries[i].key == key {
			return &n.entries[i]
		}
	}
	return nil
}

// with returns a copy in which key holds value; a new key goes last.
func (n *node) with(key string, keyAt Position, value *node) *node {
	changed := *n
	changed.entries = slices.Clone(n.entries)
	if e := changed.entry(key); e != nil {
		e.value = value
		return &changed
	}
	changed.entries = append(changed.entries, entry{key, keyAt, value})
	return &changed
}

// without returns a copy that lacks the keys.
func (n *node) without(keys ...string) *node {
	changed := *n
	changed.entries = slices.DeleteFunc(slices.Clone(n.entries), func(e entry) bool { return slices.Contains(keys, e.key) })
	return &changed
}

// keys lists the keys in the order of the file.
func (n *node) keys() []string {
	keys := make([]string, len(n.entries))
	for i, e := range n.entries {
		keys[i] = e.key
	}
	return keys
}

// what names the node in a message about what stands where.
func (n *node) what() string {
	switch n.kind {
	case mappingNode:
		return "a mapping"
	case listNode:
		return "a list"
	}
	return strconv.Quote(shorten(n.text))
}

// itemName is the text under name, by which items of lists are merged and
// addressed.
func (n *node) itemName() (string, bool) {
	if n.kind != mappingNode {
		return "", false
	}
	name := n.get("name")
	if name == nil || name.kind != valueNode {
		return "", false
	}
	return name.text, true
}

// itemDay is the date under from, by which items of lists without names are
// addressed: between two files the same date is the same thing, and not the same
// place in the list.
func (n *node) itemDay() (string, bool) {
	if n.kind != mappingNode {
		return "", false
	}
	from := n.get("from")
	if from == nil || from.kind != valueNode {
		return "", false
	}
	_, wellFormed, _ := parseDate(from.text)
	return from.text, wellFormed
}

// isNumber reports whether a mapping is a number written out as value, range and
// source: such a mapping is replaced as a whole, never merged.
func (n *node) isNumber() bool {
	if n.kind != mappingNode || len(n.entries) == 0 {
		return false
	}
	for _, e := range n.entries {
		if e.key != "value" && e.key != "range" {
			return false
		}
	}
	return true
}

// none is written for an optional mapping or list to do without what is
// inherited, and for the source of a number that has none although one encloses
// it, as a resolved file has to say where a number was overridden without one.
const none = "none"

func (n *node) isNone() bool { return n.kind == valueNode && n.text == none }

func joinPath(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func indexPath(path string, i int) string {
	return path + "[" + strconv.Itoa(i) + "]"
}
