package source

import (
	"reflect"
	"slices"
)

// merge puts a child on its parent: mappings merge, items of lists merge by
// name, and everything else is replaced. A number written as value and range is
// replaced whole, and a mapping with an extends of its own stands alone.
func merge(parent, child *node) *node {
	switch {
	case parent.kind == mappingNode && child.kind == mappingNode:
		if parent.isNumber() || child.isNumber() || child.get("extends") != nil {
			return child
		}
		merged := *child
		merged.entries = slices.Clone(parent.entries)
		places := map[string]int{}
		for i, e := range parent.entries {
			places[e.key] = i
		}
		for _, e := range child.entries {
			if i, both := places[e.key]; both {
				merged.entries[i] = entry{e.key, e.keyAt, merge(merged.entries[i].value, e.value)}
			} else {
				merged.entries = append(merged.entries, e)
			}
		}
		merged.sources = append(slices.Clone(parent.sources), child.sources...)
		merged.complete = parent.complete || child.complete
		merged.incomplete = parent.incomplete || child.incomplete
		if child.name == "" {
			merged.name, merged.nameAt = parent.name, parent.nameAt
		}
		return &merged
	case parent.kind == listNode && child.kind == listNode && parent.named() && child.named():
		return mergeItems(parent, child)
	}
	return child
}

// displaced is a parent without the lists that a part of the child does away with, because
// the child has that part, the parent has not, and the child does not write them itself.
func displaced(parent, child *node, s *shape) *node {
	for _, f := range s.fields {
		inherited, own := parent.get(f.key), child.entry(f.key)
		switch {
		case own == nil || own.value.kind != mappingNode || own.value.get("extends") != nil:
		case inherited == nil:
			for _, key := range f.replaces {
				if e := parent.entry(key); e != nil && child.get(key) == nil {
					parent = parent.with(key, e.keyAt, &node{Position: own.keyAt, kind: listNode, path: e.value.path})
				}
			}
		case f.kind == structField && inherited.kind == mappingNode:
			if left := displaced(inherited, own.value, f.inner); left != inherited {
				parent = parent.with(f.key, parent.entry(f.key).keyAt, left)
			}
		}
	}
	return parent
}

// named reports whether a list has items and all are mappings with a name.
func (n *node) named() bool {
	for _, item := range n.items {
		if _, ok := item.itemName(); !ok {
			return false
		}
	}
	return len(n.items) > 0
}

func mergeItems(parent, child *node) *node {
	merged := *child
	merged.items = slices.Clone(parent.items)
	places := map[string]int{}
	for i, item := range parent.items {
		name, _ := item.itemName()
		if _, twice := places[name]; !twice {
			places[name] = i
		}
	}
	for _, item := range child.items {
		name, _ := item.itemName()
		if i, both := places[name]; both {
			merged.items[i] = merge(merged.items[i], item)
			delete(places, name) // a second item of the name is a mistake of the child, and stays visible
		} else {
			merged.items = append(merged.items, item)
		}
	}
	return &merged
}

// warnEmpty warns of empty mappings that were perhaps meant to take away what they
// are merged into.
func (r *reader) warnEmpty(parent, child *node, s *shape) {
	for _, f := range s.fields {
		if inherited, own := parent.get(f.key), child.get(f.key); inherited != nil && own != nil {
			r.warnEmptyIn(inherited, own, f)
		}
	}
}

func (r *reader) warnEmptyIn(inherited, own *node, f *field) {
	switch {
	case own.get("extends") != nil: // stands alone
	case inherited.kind == mappingNode && own.kind == mappingNode && len(own.entries)+len(own.sources) == 0:
		p := emptyMapping.of().hinted("write what it changes, or leave the key out")
		if f.removable() {
			p = p.hinted("write %s to do without it", none)
		}
		r.warn(own.Position, own.path, p)
	case f.kind == structField && own.kind == mappingNode:
		r.warnEmpty(inherited, own, f.inner)
	case f.kind == listField && own.kind == mappingNode:
		for _, e := range own.entries {
			if item := inherited.get(e.key); item != nil {
				r.warnEmptyIn(item, e.value, f.item)
			}
		}
	case f.kind == listField && inherited.named() && own.named():
		for _, item := range own.items {
			name, _ := item.itemName()
			if i, both := inherited.item("[" + name + "]"); both {
				r.warnEmptyIn(inherited.items[i], item, f.item)
			}
		}
	}
}

// annotate takes the source blocks out of the mappings of one file and notes on
// every node the nearest that encloses it. It is done before any merging, so that
// a number never takes the source of another file. It notes as well what stands
// on top of another file.
func (r *reader) annotate(n *node, origin *Origin, overlay bool) *node {
	out := *n
	out.overlay = overlay || n.get("extends") != nil
	if n.kind == mappingNode {
		out.entries = make([]entry, 0, len(n.entries))
		if e := n.entry("source"); e != nil {
			if own, ok := r.origin(e); ok {
				origin = own
				out.sources = []*Origin{own}
			}
		}
		for _, e := range n.entries {
			if e.key != "source" {
				out.entries = append(out.entries, entry{e.key, e.keyAt, r.annotate(e.value, origin, out.overlay)})
			}
		}
	}
	out.origin = origin
	out.items = nil
	for _, item := range n.items {
		out.items = append(out.items, r.annotate(item, origin, out.overlay))
	}
	return &out
}

// origin reads one source block.
func (r *reader) origin(e *entry) (*Origin, bool) {
	if e.value.isNone() {
		return nil, true
	}
	var written struct{ Kind, Note Text }
	s := &shape{noun: "a source", typ: reflect.TypeOf(written), fields: []*field{
		{key: "kind", kind: textField, oneof: OriginKinds(), index: []int{0}},
		{key: "note", kind: textField, index: []int{1}, doc: "Where the number can be found, or why it was chosen."},
	}}
	f := filler{sink: &r.sink, top: s}
	if !f.mapping(reflect.ValueOf(&written).Elem(), s, e.value) {
		return nil, false
	}
	return &Origin{Kind: written.Kind.Value, Note: written.Note.Value, At: e.keyAt}, true
}
