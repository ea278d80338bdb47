package source

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A filler puts a resolved tree into structs. Every method returns whether the
// part it was given is free of mistakes, and goes on after one.
type filler struct {
	*sink
	top        *shape // of the file kind that is being filled
	incomplete bool   // something above could not be read, so nothing is reported missing
}

// checked is what a struct implements to test what one field alone cannot show.
type checked interface{ Check(c *Checker) }

// mapping fills one struct, which must be addressable.
func (f *filler) mapping(v reflect.Value, s *shape, n *node) bool {
	if n.kind != mappingNode {
		return f.wanted(n, mappingWanted, "write its keys below it, indented: "+strings.Join(first(s.keys(), 4), ", "))
	}
	if n.incomplete {
		outer := f.incomplete
		f.incomplete = true
		defer func() { f.incomplete = outer }()
	}
	if s.at != nil {
		v.FieldByIndex(s.at).Set(reflect.ValueOf(n.Position))
	}
	if s.name != nil && n.name != "" {
		v.FieldByIndex(s.name).Set(reflect.ValueOf(Text{Value: n.name, At: n.nameAt, Set: true}))
	}
	ok, meant := true, []string(nil)
	for _, e := range n.entries {
		if part := s.field(e.key); part == nil {
			ok, meant = false, append(meant, f.unknown(s, n, e))
		} else if !f.value(v.FieldByIndex(part.index), part, e.value) {
			ok = false
		}
	}
	if !f.present(s, n, meant) {
		ok = false
	}
	if check, has := v.Addr().Interface().(checked); has && ok {
		c := &Checker{sink: f.sink, node: n}
		check.Check(c)
		ok = !c.failed
	}
	return ok
}

// present reports the required keys that a mapping lacks, but for those that a
// misspelt key was meant to be.
func (f *filler) present(s *shape, n *node, meant []string) bool {
	ok := true
	for _, part := range s.fields {
		if part.optional || n.get(part.key) != nil {
			continue
		}
		ok = false
		if !f.incomplete && !slices.Contains(meant, part.key) {
			f.report(n.Position, joinPath(n.path, part.key), missingKey.of(s.noun).hinted("%s", part.wayIn()))
		}
	}
	return ok
}

// wayIn is the hint for a key that is missing.
func (f *field) wayIn() string {
	switch f.kind {
	case numberField:
		return fmt.Sprintf("write it, for example %s: %s", f.key, strings.Trim(f.example(), `"`))
	case textField:
		if f.oneof != nil {
			return listing(f.oneof, f.key+" is one of")
		}
	case flagField:
		return fmt.Sprintf("write %s: true or %s: false", f.key, f.key)
	case dateField:
		return fmt.Sprintf("write a day, for example %s: 2024-04-01", f.key)
	}
	if f.doc != "" {
		return "it holds: " + strings.TrimSuffix(f.doc, ".")
	}
	return "every number, list and mapping is written out or comes through extends"
}

// value fills one field or item.
func (f *filler) value(v reflect.Value, part *field, n *node) bool {
	if n.kind == nullNode && n.overlay && part.removable() {
		return f.report(n.Position, n.path, nothingHere.of().hinted("write none to do without it, or leave the key out to keep what there is"))
	}
	switch part.kind {
	case structField:
		return f.structure(v, part, n)
	case listField:
		return f.list(v, part, n)
	case numberField:
		return f.quantity(v.Addr().Interface().(*Quantity), part, n)
	}
	if n.kind != valueNode {
		return f.wanted(n, valueWanted, "write one value")
	}
	switch part.kind {
	case textField:
		return f.text(v.Addr().Interface().(*Text), part, n)
	case flagField:
		return f.flag(v.Addr().Interface().(*Flag), n)
	}
	return f.date(v.Addr().Interface().(*Date), n)
}

// wanted reports a node of the wrong kind, once.
func (s *sink) wanted(n *node, template message, hint string) bool {
	switch n.kind {
	case brokenNode: // reported where it broke
	case nullNode:
		s.report(n.Position, n.path, nothingHere.of().hinted("%s, or leave the key out", hint))
	default:
		s.report(n.Position, n.path, template.of(n.what()).hinted("%s", hint))
	}
	return false
}

func (f *filler) structure(v reflect.Value, part *field, n *node) bool {
	if part.refers != "" {
		outer := f.top
		f.top = part.inner
		defer func() { f.top = outer }()
	}
	if !part.pointer {
		return f.mapping(v, part.inner, n)
	}
	inner := reflect.New(part.inner.typ)
	ok := f.mapping(inner.Elem(), part.inner, n)
	v.Set(inner)
	return ok
}

// list fills a slice from a list, or from a mapping of names where files of a
// kind are referred to.
func (f *filler) list(v reflect.Value, part *field, n *node) bool {
	var items []*node
	switch {
	case n.kind == listNode:
		items = n.items
	case n.kind == mappingNode && part.item.refers != "":
		for _, e := range n.entries {
			items = append(items, e.value)
		}
	default:
		return f.wanted(n, listWanted, `write its items below it, each after "- "`)
	}
	ok := f.named(part, n)
	filled := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		if !f.item(filled.Index(i), part, n, item) {
			ok = false
		}
	}
	v.Set(filled)
	return ok
}

// item fills one item. One that lacks keys and nearly has the name of another was
// meant to change that, so its name is reported and not what it lacks.
func (f *filler) item(v reflect.Value, part *field, list, n *node) bool {
	name, has := n.itemName()
	if !has || part.item.kind != structField || f.incomplete || !part.item.inner.lacks(n) {
		return f.value(v, part.item, n)
	}
	var others []string
	for _, other := range list.items {
		if named, ok := other.itemName(); ok && named != name {
			others = append(others, named)
		}
	}
	meant, near := Nearest(name, others)
	if !near {
		return f.value(v, part.item, n)
	}
	at := n.get("name")
	f.report(at.Position, at.path, noSuchItem.of(shorten(name)).hinted("did you mean %q?", meant))
	f.incomplete = true
	f.value(v, part.item, n)
	f.incomplete = false
	return false
}

// named refuses two items of one name, since names are how other files and the
// command line address them.
func (f *filler) named(part *field, n *node) bool {
	if part.item.kind != structField || part.item.inner.field("name") == nil {
		return true
	}
	ok, seen := true, map[string]*node{}
	for _, item := range n.items {
		name, has := item.itemName()
		if !has {
			continue
		}
		at := item.get("name")
		if first, twice := seen[name]; twice {
			ok = f.report(at.Position, at.path, duplicateName.of(shorten(name), first.Line).hinted("give each its own name"))
		} else {
			seen[name] = at
		}
	}
	return ok
}

func (f *filler) text(to *Text, part *field, n *node) bool {
	switch {
	case n.text == "":
		return f.report(n.Position, n.path, emptyText.of().hinted("write it, or leave the key out"))
	case part.oneof != nil && !slices.Contains(part.oneof, n.text):
		return f.report(n.Position, n.path, notOneOf.of(shorten(n.text)).hinted("%s", Choices(n.text, part.oneof, "allowed")))
	}
	*to = Text{Value: n.text, At: n.Position, Set: true}
	return true
}

func (f *filler) flag(to *Flag, n *node) bool {
	if !n.plain || n.text != "true" && n.text != "false" {
		word := "true or false"
		switch strings.ToLower(n.text) {
		case "yes", "on", "y", "true", "1":
			word = "true"
		case "no", "off", "n", "false", "0":
			word = "false"
		}
		return f.report(n.Position, n.path, notFlag.of(shorten(n.text)).hinted("write %s, in small letters without quotes", word))
	}
	*to = Flag{Value: n.text == "true", At: n.Position, Set: true}
	return true
}

func (f *filler) date(to *Date, n *node) bool {
	days, wellFormed, exists := parseDate(n.text)
	switch {
	case !wellFormed:
		return f.report(n.Position, n.path, notDate.of(shorten(n.text)).hinted("write year, month and day: 2024-04-01"))
	case !exists:
		return f.report(n.Position, n.path, noSuchDay.of(n.text).hinted("check its month and its day"))
	}
	*to = Date{Days: days, At: n.Position, Set: true}
	return true
}

// unknown reports a key that the struct does not have, and returns the key that
// was meant if that can be guessed.
func (f *filler) unknown(s *shape, n *node, e entry) (meant string) {
	hint := ""
	if near, ok := Nearest(e.key, s.keys()); ok {
		meant = near
		hint = fmt.Sprintf("did you mean %q?", near)
	} else if places := f.elsewhere(s, e.key); len(places) > 0 {
		hint = fmt.Sprintf("%q belongs %s", e.key, strings.Join(places, ", or "))
	} else {
		hint = listing(s.keys(), "its keys are")
	}
	f.report(e.keyAt, joinPath(n.path, shorten(e.key)), unknownKey.of(s.noun).hinted("%s", hint))
	return meant
}

// elsewhere says where in the file a key would be right, if that is in three
// places at most.
func (f *filler) elsewhere(here *shape, key string) []string {
	var places []string
	if f.top != here && f.top.field(key) != nil {
		places = append(places, "at the top of the file")
	}
	walkShapes(f.top, describer{}, func(_ *shape, part *field) {
		leaf := part
		for leaf.kind == listField {
			leaf = leaf.item
		}
		if leaf.kind == structField && leaf.inner != here && leaf.inner.field(key) != nil {
			places = append(places, fmt.Sprintf("under %q", part.key))
		}
	})
	if len(places) > 3 {
		return nil
	}
	return places
}

func first(words []string, n int) []string { return words[:min(len(words), n)] }
