package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// segment is one part of a path: a key and any items chosen from it, as in
// interviews[weekly] or ladder[0].
var segment = regexp.MustCompile(`^([^\[\]]+)((?:\[[^\[\]]+\])*)$`)

// set applies path=value to a resolved tree and returns the changed tree. The
// path goes by keys, with [name], [index] or the date of its from for items of a
// list; the value is written as in a file.
func (r *reader) set(root *node, s *shape, assignment string) *node {
	assignment = strings.ToValidUTF8(assignment, "\uFFFD")
	label := "--set " + assignment
	at := Position{File: label}
	where, text, ok := strings.Cut(assignment, "=")
	if where = strings.TrimSpace(where); !ok || where == "" {
		r.report(at, "", notAssignment.of(assignment).hinted("write a path and a value: market.closure=stock"))
		return root
	}
	steps, ok := splitPath(where)
	if !ok {
		r.report(at, where, notPath.of(where).hinted("write keys with points between them, and items of lists as interviews[weekly] or ladder[0]"))
		return root
	}
	value := r.annotate(r.parseValue(label, where, text), nil, true)
	setter := setter{reader: r, at: at, value: value, top: s}
	changed := setter.inMapping(root, s, "", steps)
	return r.resolve(changed, s) // the value may be the name of a file
}

// splitPath cuts a path into keys and items; items keep their brackets.
func splitPath(where string) ([]string, bool) {
	var steps []string
	for _, part := range strings.Split(where, ".") {
		match := segment.FindStringSubmatch(part)
		if match == nil {
			return nil, false
		}
		steps = append(steps, match[1])
		for _, item := range strings.Split(match[2], "]") {
			if item != "" {
				steps = append(steps, item)
			}
		}
	}
	return steps, true
}

// A setter carries one assignment down the tree. Each method returns the node
// that takes the place of the one it was given, which is the same one after a
// mistake.
type setter struct {
	*reader
	at    Position
	value *node
	top   *shape
}

func (t *setter) inMapping(n *node, s *shape, path string, steps []string) *node {
	key := steps[0]
	part := s.field(key)
	if into := n.holder(s, key); part == nil && path == "" && into != "" {
		where, _, _ := strings.Cut(strings.TrimPrefix(t.at.File, "--set "), "=")
		t.report(t.at, key, unknownKey.of(s.noun).hinted("write %s.%s", into, where))
		return n
	}
	if part == nil || strings.HasPrefix(key, "[") {
		f := filler{sink: &t.sink, top: t.top}
		f.unknown(s, &node{path: path}, entry{key: key, keyAt: t.at, value: t.value})
		return n
	}
	path = joinPath(path, key)
	held, keyAt := n.get(key), t.at
	if held == nil {
		held = &node{Position: t.at, kind: nullNode, path: path}
	} else {
		keyAt = n.entry(key).keyAt
	}
	changed := t.inField(held, part, path, steps[1:])
	if changed == held {
		return n
	}
	return n.with(key, keyAt, changed)
}

// holder is where the last file of those that stand under names has a key, as
// regimes.NAME; empty when none has it.
func (n *node) holder(s *shape, key string) string {
	for _, f := range s.fields {
		if f.kind != listField || f.item.refers == "" || f.item.inner.field(key) == nil {
			continue
		}
		if held := n.get(f.key); held != nil && len(held.entries) > 0 {
			return f.key + "." + held.entries[len(held.entries)-1].key
		}
	}
	return ""
}

func (t *setter) inField(n *node, part *field, path string, steps []string) *node {
	if len(steps) == 0 {
		return t.value
	}
	switch {
	case n.kind == brokenNode:
		return n
	case part.kind == structField:
		if part.refers != "" {
			t.top = part.inner
		}
		into := n
		if n.kind == nullNode {
			into = &node{Position: t.at, kind: mappingNode, path: path}
		}
		if changed := t.inMapping(into, part.inner, path, steps); changed != into {
			return changed
		}
		return n
	case part.kind == listField && n.kind == mappingNode:
		return t.inNamed(n, part, path, steps)
	case part.kind == listField:
		return t.inList(n, part, path, steps)
	}
	t.report(t.at, path, noPartsInside.of(path).hinted("end the path here: %s=...", path))
	return n
}

// inNamed goes on into one of the mappings that files were put into by name.
func (t *setter) inNamed(n *node, part *field, path string, steps []string) *node {
	name := strings.Trim(steps[0], "[]")
	e := n.entry(name)
	if e == nil {
		t.report(t.at, joinPath(path, name), noSuchName.of(part.item.refers, name).hinted("%s", Choices(name, n.keys(), part.key+" here")))
		return n
	}
	changed := t.inField(e.value, part.item, joinPath(path, name), steps[1:])
	if changed == e.value {
		return n
	}
	return n.with(name, e.keyAt, changed)
}

func (t *setter) inList(n *node, part *field, path string, steps []string) *node {
	i, ok := n.item(steps[0])
	if !ok {
		t.report(t.at, path, noSuchItem.of(strings.Trim(steps[0], "[]")).hinted("%s", n.itemChoices(steps[0])))
		return n
	}
	changed := t.inField(n.items[i], part.item, indexPath(path, i), steps[1:])
	if changed == n.items[i] {
		return n
	}
	list := *n
	list.items = slices.Clone(n.items)
	list.items[i] = changed
	return &list
}

// item finds [name], [date] or [index].
func (n *node) item(step string) (int, bool) {
	wanted := strings.TrimSuffix(strings.TrimPrefix(step, "["), "]")
	for i, item := range n.items {
		if name, ok := item.itemName(); ok && name == wanted {
			return i, true
		}
		if day, ok := item.itemDay(); ok && day == wanted {
			return i, true
		}
	}
	i, err := strconv.Atoi(wanted)
	return i, err == nil && i >= 0 && i < len(n.items) && strings.HasPrefix(step, "[")
}

func (n *node) itemChoices(step string) string {
	var names []string
	for _, item := range n.items {
		if name, ok := item.itemName(); ok {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		return Choices(strings.Trim(step, "[]"), names, "items here")
	}
	if len(n.items) == 0 {
		return "the list is empty; set it whole"
	}
	return "items count from [0] to [" + strconv.Itoa(len(n.items)-1) + "]"
}
