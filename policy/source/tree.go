package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// A Tree is a resolved file: one mapping that needs no other file.
type Tree struct {
	kind  string
	root  *node
	shape *shape
}

// Kind is what the file says it is.
func (t *Tree) Kind() string { return t.kind }

// Name is what the file calls itself, or else its base name.
func (t *Tree) Name() string { return t.root.name }

// Extends is the name, or else the file, of what the file stands on top of; empty if it stands
// alone.
func (t *Tree) Extends() string { return t.root.extends }

// A Part is one key of the resolved file with what is in it.
type Part struct {
	Key  string
	YAML []byte
}

// Parts are those of the file that are longer than a line, in the order of YAML.
func (t *Tree) Parts() (parts []Part) {
	for _, f := range t.shape.fields {
		n := t.root.get(f.key)
		if n == nil {
			continue
		}
		p := &printer{}
		p.value(f.key+":", n, f, 0, nil)
		if text := p.text.String(); strings.Count(text, "\n") > 1 {
			parts = append(parts, Part{f.key, []byte(text)})
		}
	}
	return parts
}

// YAML is the resolved file, its keys in the order of the struct. Read again, it
// gives the same struct but for positions. A file that had mistakes is printed
// as far as it was understood.
func (t *Tree) YAML() []byte {
	p := &printer{}
	p.line(0, "kind: "+t.kind)
	p.line(0, "name: "+scalar(&node{text: t.root.name}))
	p.mapping(t.root, t.shape, 0, nil)
	return []byte(p.text.String())
}

// A printer writes nodes in block style, and numbers with range or source of
// their own on one line.
type printer struct{ text strings.Builder }

func (p *printer) line(indent int, text string) {
	p.text.WriteString(strings.Repeat("  ", indent))
	p.text.WriteString(text)
	p.text.WriteByte('\n')
}

// mapping prints the source and the fields of a mapping. The source in force
// outside it decides which numbers have to carry their own.
func (p *printer) mapping(n *node, s *shape, indent int, inForce *Origin) {
	if own, ok := governing(n, s); ok && !own.same(inForce) {
		p.line(indent, "source: "+flowOrigin(own))
		inForce = own
	}
	for _, f := range s.fields {
		if value := n.get(f.key); value != nil {
			p.value(f.key+":", value, f, indent, inForce)
		}
	}
}

// value prints what stands after lead, which is a key with its colon or the dash
// of an item.
func (p *printer) value(lead string, n *node, f *field, indent int, inForce *Origin) {
	switch {
	case n.kind == brokenNode || n.kind == nullNode:
	case f.kind == numberField:
		p.line(indent, lead+" "+number(n, inForce))
	case f.kind == structField && n.kind == mappingNode:
		inside := &printer{}
		// in a mapping of names the key says it, and the field there is an item without one
		if f.refers != "" && f.key != "" && n.name != "" {
			inside.line(indent+1, "name: "+scalar(&node{text: n.name}))
		}
		inside.mapping(n, f.inner, indent+1, inForce)
		p.block(lead, inside, indent, "{}")
	case f.kind == listField && n.kind == mappingNode:
		inside := &printer{}
		for _, e := range n.entries {
			inside.value(e.key+":", e.value, f.item, indent+1, inForce)
		}
		p.block(lead, inside, indent, "{}")
	case f.kind == listField && n.kind == listNode:
		p.list(lead, n, f, indent, inForce)
	case n.kind == valueNode:
		p.line(indent, lead+" "+scalar(n))
	}
}

// list prints short values on one line and everything else an item a line.
func (p *printer) list(lead string, n *node, f *field, indent int, inForce *Origin) {
	if f.item.kind != structField && f.item.kind != listField {
		items := make([]string, len(n.items))
		for i, item := range n.items {
			if items[i] = scalar(item); f.item.kind == numberField {
				items[i] = number(item, inForce)
			}
		}
		p.line(indent, lead+" ["+strings.Join(items, ", ")+"]")
		return
	}
	inside := &printer{}
	for _, item := range n.items {
		inside.value("-", item, f.item, indent+1, inForce)
	}
	p.block(lead, inside, indent, "[]")
}

// block prints lead with what is inside it below; a dash takes the first line of
// it beside itself.
func (p *printer) block(lead string, inside *printer, indent int, empty string) {
	text := inside.text.String()
	switch {
	case text == "":
		p.line(indent, lead+" "+empty)
	case lead == "-":
		p.text.WriteString(strings.Repeat("  ", indent) + "- " + strings.TrimPrefix(text, strings.Repeat("  ", indent+1)))
	default:
		p.line(indent, lead)
		p.text.WriteString(text)
	}
}

// number prints a number with its range, and with its source unless that is the
// one in force.
func number(n *node, inForce *Origin) string {
	value, pair := n, (*node)(nil)
	if n.kind == mappingNode {
		value, pair = n.get("value"), n.get("range")
	}
	if value == nil || value.kind != valueNode {
		return "{}"
	}
	own := !n.origin.same(inForce)
	if !own && pair == nil {
		return scalar(value)
	}
	text := "{value: " + scalar(value)
	if pair != nil && len(pair.items) == 2 {
		text += fmt.Sprintf(", range: [%s, %s]", scalar(pair.items[0]), scalar(pair.items[1]))
	}
	if own {
		text += ", source: " + flowOrigin(n.origin)
	}
	return text + "}"
}

func flowOrigin(o *Origin) string {
	if o == nil {
		return none
	}
	return fmt.Sprintf("{kind: %s, note: %s}", o.Kind, quote(o.Note))
}

// governing is the source to print at a mapping: of those written in it or
// around it, the one that most numbers below have. It may be nil, no source;
// false means that nothing needs to be printed.
func governing(n *node, s *shape) (*Origin, bool) {
	candidates := append([]*Origin{n.origin}, n.sources...)
	counts := make([]int, len(candidates))
	eachLeaf(n, s, "", func(found *node, f *field, _ string) {
		for i, o := range candidates {
			if f.kind == numberField && o.same(found.origin) {
				counts[i]++
			}
		}
	})
	best := len(counts) - 1 // of equals the one written last
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	return candidates[best], counts[best] > 0 || len(n.sources) > 0
}

// safe values need no quotes, neither alone nor among brackets and commas.
var safe = regexp.MustCompile(`^(-?[0-9£.]|[\pL])[\pL0-9£%/._+()-]*( [\pL0-9£%/._+()-]+)*$`)

// scalar prints a value; it stays plain where it was plain, as quotes would turn
// a number into a text.
func scalar(n *node) string {
	if n.kind == valueNode && n.plain && safe.MatchString(n.text) {
		return n.text
	}
	return quote(n.text)
}

// quote writes a text in double quotes, with escapes for all that is not
// ordinary print.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, char := range text {
		switch {
		case char == '"' || char == '\\':
			b.WriteByte('\\')
			b.WriteRune(char)
		case char == '\n':
			b.WriteString(`\n`)
		case char == ' ' || unicode.IsGraphic(char) && !unicode.IsSpace(char):
			b.WriteRune(char)
		case char < 0x10000:
			fmt.Fprintf(&b, `\u%04X`, char)
		default:
			fmt.Fprintf(&b, `\U%08X`, char)
		}
	}
	b.WriteByte('"')
	return b.String()
}
