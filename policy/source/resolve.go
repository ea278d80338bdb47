package source

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A reader resolves one file with all that it extends and refers to.
type reader struct {
	Library
	sink
	loading []string         // labels of the files that are being read, outermost first
	loaded  map[string]*node // by kind and label; looked up, never ranged over
}

// A reference is a name in a file, or the one that Load was called with.
type reference struct {
	kind  string
	name  string
	at    Position // zero for the name that Load was called with
	path  string
	shape *shape
}

// validName is what a name may be: it becomes a key, a column's value and a
// folder's name.
var validName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

// baseName is the name of a file without folder and .yaml; what a name may not
// have becomes a dash.
func baseName(label string) string {
	name := strings.TrimSuffix(path.Base(strings.TrimPrefix(label, shippedLabel)), ".yaml")
	clean := strings.TrimLeft(strings.Map(func(char rune) rune {
		if validName.MatchString("x" + string(char)) {
			return char
		}
		return '-'
	}, name), "-_")
	if clean == "" {
		return "unnamed"
	}
	return clean
}

func broken(at Position, path string) *node {
	return &node{Position: at, kind: brokenNode, path: path}
}

// load returns the top mapping of the file that is referred to, resolved, or a
// broken node after reporting why there is none.
func (r *reader) load(ref reference) *node {
	label := labelOf(ref.name, ref.at)
	if !isPath(ref.name) {
		names := r.Names(ref.kind)
		if !slices.Contains(names, ref.name) {
			r.report(ref.place(), ref.path, noSuchName.of(ref.kind, shorten(ref.name)).
				hinted("%s", ChoicesOrFile(ref.name, names, ref.kind+"s shipped", r.Read, labelOf(ref.name+".yaml", ref.at))))
			return broken(ref.at, ref.path)
		}
		label = shippedLabel + r.shippedPath(ref.kind, ref.name)
	}
	if from := slices.Index(r.loading, label); from >= 0 {
		chain := append(slices.Clone(r.loading[from:]), label)
		r.report(ref.place(), ref.path, extendsItself.of(strings.Join(chain, " -> ")).hinted("let one of them stand on its own"))
		return broken(ref.at, ref.path)
	}
	key := ref.kind + " " + label
	if done, ok := r.loaded[key]; ok {
		return done
	}
	remembered := key + " " + ref.shape.typ.String()
	if kept := r.Memory.recall(remembered); kept != nil {
		r.loaded[key] = kept
		return kept
	}
	content, p := r.content(label)
	if p != nil {
		r.report(ref.place(), ref.path, p)
		return broken(ref.at, ref.path)
	}
	before := len(r.found)
	root := r.file(ref, label, content)
	r.loaded[key] = root
	if strings.HasPrefix(label, shippedLabel) && len(r.found) == before && root.kind == mappingNode {
		r.Memory.keep(remembered, root)
	}
	return root
}

// place is where a reference stands, or its name alone on the command line.
func (ref reference) place() Position {
	if ref.at.File == "" {
		return Position{File: ref.name}
	}
	return ref.at
}

// file parses and resolves one file.
func (r *reader) file(ref reference, label string, content []byte) *node {
	root := r.parsed(label, content)
	if root == nil {
		return broken(ref.at, ref.path)
	}
	if root.kind != mappingNode {
		r.wanted(root, mappingWanted, `a file starts with "kind: `+ref.kind+`"`)
		return broken(ref.at, ref.path)
	}
	root = r.annotate(root, nil, false)
	if !r.rightKind(root, ref.kind) {
		return broken(ref.at, ref.path)
	}
	r.loading = append(r.loading, label)
	defer func() { r.loading = r.loading[:len(r.loading)-1] }()
	return r.whole(root, ref.kind, baseName(label), ref.shape)
}

// parsed is what a file says, which is kept where it was read without a word.
func (r *reader) parsed(label string, content []byte) *node {
	key := "text " + label + " " + string(content)
	if kept := r.Memory.recall(key); kept != nil {
		return kept
	}
	before := len(r.found)
	root := r.parse(label, content)
	if root != nil && len(r.found) == before {
		r.Memory.keep(key, root)
	}
	return root
}

// rightKind tests what a file says of itself.
func (r *reader) rightKind(root *node, kind string) bool {
	said := root.get("kind")
	switch {
	case said == nil || said.kind == nullNode:
		r.report(root.Position, "kind", noKind.of().hinted("write kind: %s on its first line", kind))
	case said.kind != valueNode:
		return r.wanted(said, valueWanted, "write kind: "+kind)
	case said.text != kind && !slices.Contains(r.known(kind), said.text):
		return r.report(said.Position, said.path, unknownKind.of(shorten(said.text)).hinted("%s", Choices(said.text, r.known(kind), "kinds")))
	case said.text != kind:
		return r.report(said.Position, said.path, wrongKind.of(said.text, kind).hinted("use it where a %s belongs, or name a %s here", said.text, kind))
	}
	return true
}

// known lists the kinds there are: those shipped and the one asked for.
func (r *reader) known(kind string) []string {
	kinds := r.kinds()
	if !slices.Contains(kinds, kind) {
		kinds = append(kinds, kind)
	}
	return kinds
}

// whole resolves the top mapping of a file, or one written in place of a file:
// first what it extends, whole, then what stands in it.
func (r *reader) whole(n *node, kind, name string, s *shape) *node {
	top := r.titled(n, kind, name, n.Position)
	if extends := n.get("extends"); extends != nil {
		top = r.extend(top, extends, kind, s)
	}
	return r.resolve(top, s)
}

// titled takes what a mapping says about itself as a file out of its entries. A
// name of its own goes before the given one.
func (r *reader) titled(n *node, kind, name string, at Position) *node {
	top := n.without("kind", "extends", "name")
	top.complete = true
	top.name, top.nameAt = name, at
	called := n.get("name")
	switch {
	case called == nil:
	case called.kind != valueNode:
		r.wanted(called, valueWanted, "write one name")
	case !validName.MatchString(called.text):
		r.report(called.Position, called.path, r.misnamed(called.text, kind))
	default:
		top.name, top.nameAt = called.text, called.Position
	}
	return top
}

func (r *reader) misnamed(name, kind string) *problem {
	return badName.of(shorten(name), kind).hinted("names have letters, digits, - and _, and start with a letter or digit")
}

// extend puts a mapping on top of the file it extends.
func (r *reader) extend(top, extends *node, kind string, s *shape) *node {
	if extends.kind != valueNode {
		r.wanted(extends, valueWanted, "write the name of one "+kind)
		top.incomplete = true
		return top
	}
	parent := r.load(reference{kind: kind, name: extends.text, at: extends.Position, path: extends.path, shape: s})
	if parent.kind == brokenNode {
		top.incomplete = true
		return top
	}
	r.warnEmpty(parent, top, s)
	merged := merge(displaced(parent, top, s), top)
	merged.name, merged.nameAt, merged.extends = top.name, top.nameAt, extends.text
	if isPath(extends.text) {
		merged.extends = labelOf(extends.text, extends.Position)
	}
	return merged
}

// resolve puts files in the place of their names, and nothing in the place of
// none, throughout a mapping.
func (r *reader) resolve(n *node, s *shape) *node {
	if n.kind != mappingNode {
		return n
	}
	for _, f := range s.fields {
		e := n.entry(f.key)
		if e == nil {
			continue
		}
		if f.removable() && e.value.isNone() {
			n = n.without(f.key)
			continue
		}
		if resolved := r.part(e.value, f); resolved != e.value {
			n = n.with(f.key, e.keyAt, resolved)
		}
	}
	return n
}

// part resolves one value of a mapping or item of a list.
func (r *reader) part(n *node, f *field) *node {
	switch {
	case f.kind == structField && f.refers != "":
		return r.referred(n, f, "")
	case f.kind == structField:
		return r.resolve(n, f.inner)
	case f.kind == listField && f.item.refers != "":
		return r.arms(n, f.item)
	case f.pairs && n.kind == mappingNode:
		return paired(n, f.item.inner)
	case f.kind == listField && f.item.kind == structField && n.kind == listNode:
		changed := *n
		changed.items = slices.Clone(n.items)
		for i, item := range n.items {
			changed.items[i] = r.resolve(item, f.item.inner)
		}
		return &changed
	}
	return n
}

// paired is a mapping of one text to another as the list of the two that it stands for.
func paired(n *node, s *shape) *node {
	list := *n
	list.kind, list.entries = listNode, nil
	for k, e := range n.entries {
		path := indexPath(n.path, k)
		first := &node{Position: e.keyAt, kind: valueNode, text: e.key, path: joinPath(path, s.fields[0].key)}
		list.items = append(list.items, &node{Position: e.keyAt, kind: mappingNode, path: path, origin: n.origin,
			entries: []entry{{s.fields[0].key, e.keyAt, first}, {s.fields[1].key, e.keyAt, e.value}}})
	}
	return &list
}

// referred resolves a name or a mapping in the place of a file.
func (r *reader) referred(n *node, f *field, name string) *node {
	switch {
	case n.kind == valueNode:
		loaded := *r.load(reference{kind: f.refers, name: n.text, at: n.Position, path: n.path, shape: f.inner})
		if name != "" {
			loaded.name, loaded.nameAt = name, n.Position
		}
		return &loaded
	case n.kind == mappingNode && n.get("kind") != nil && !r.rightKind(n, f.refers):
		return broken(n.Position, n.path)
	case n.kind == mappingNode && n.complete: // a file, perhaps with a mapping on top
		return r.resolve(r.titled(n, f.refers, n.name, n.nameAt), f.inner)
	case n.kind == mappingNode:
		return r.whole(n, f.refers, name, f.inner)
	}
	return n
}

// arms resolves a list of names, or a mapping of names to files and mappings,
// into a mapping of names to mappings, in the order of the file.
func (r *reader) arms(n *node, f *field) *node {
	out := &node{Position: n.Position, kind: mappingNode, path: n.path, origin: n.origin, sources: n.sources}
	add := func(name string, at Position, path string, value *node) {
		if first := out.entry(name); first != nil {
			r.report(at, path, duplicateName.of(name, first.keyAt.Line).hinted("name it once"))
			return
		}
		if !validName.MatchString(name) {
			r.report(at, path, r.misnamed(name, f.refers))
			value = broken(at, path)
		}
		out.entries = append(out.entries, entry{name, at, value})
	}
	switch n.kind {
	case listNode:
		for i, item := range n.items {
			if item.kind == mappingNode || item.kind == listNode {
				r.report(item.Position, item.path, valueWanted.of(item.what()).
					hinted("write the name of a %s; to write one out here, make the list a mapping of names", f.refers))
				continue
			}
			value := r.referred(item, f, "")
			name := value.name
			if value.kind != mappingNode {
				name = fmt.Sprintf("%d", i) // broken; kept apart from the others
			}
			add(name, item.Position, item.path, value)
		}
	case mappingNode:
		for _, e := range n.entries {
			value := r.referred(e.value, f, e.key)
			if value.kind == mappingNode && value.name != e.key {
				renamed := *value
				renamed.name, renamed.nameAt = e.key, e.keyAt
				value = &renamed
			}
			add(e.key, e.keyAt, joinPath(n.path, e.key), value)
		}
	default:
		return n
	}
	return out
}
