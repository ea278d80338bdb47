package source

// A Value is one leaf of a resolved file: a number, text, flag or date.
type Value struct {
	Path    string   `json:"path"`  // as --set takes it: interviews[weekly].every
	Written string   `json:"value"` // as in the file, without quotes
	Doc     string   `json:"doc"`   // what it is
	At      Position `json:"at"`
}

// A Number is a Value that is a Quantity.
type Number struct {
	Value
	Unit     string   `json:"unit"`            // canonical unit
	Amount   float64  `json:"-"`               // in the canonical unit
	Low      float64  `json:"-"`               // plausible range in the canonical unit
	High     float64  `json:"-"`               //
	HasRange bool     `json:"-"`               //
	Range    []string `json:"range,omitempty"` // the range as written: lower, higher
	Origin   *Origin  `json:"origin,omitempty"`
}

// Values lists every leaf in the order of the struct: what two files differ in
// is what differs between their lists.
func (t *Tree) Values() []Value {
	var values []Value
	eachLeaf(t.root, t.shape, "", func(n *node, f *field, path string) {
		if f.kind == numberField && n.kind == mappingNode {
			n = n.get("value")
		}
		if n != nil && n.kind == valueNode {
			values = append(values, Value{path, n.text, f.doc, n.Position})
		}
	})
	return values
}

// Numbers lists every numeric leaf in the order of the struct. Numbers that
// cannot be read are left out; the diagnostics of Load have them.
func (t *Tree) Numbers() []Number {
	var numbers []Number
	silent := filler{sink: &sink{}}
	eachLeaf(t.root, t.shape, "", func(n *node, f *field, path string) {
		var q Quantity
		if f.kind != numberField || !silent.quantity(&q, f, n) {
			return
		}
		number := Number{Value: Value{path, q.Written, f.doc, q.At}, Unit: f.unit.name, Amount: q.Value,
			Low: q.Low, High: q.High, HasRange: q.HasRange, Origin: q.Origin}
		if q.HasRange {
			pair := n.get("range")
			number.Range = []string{pair.items[0].text, pair.items[1].text}
		}
		numbers = append(numbers, number)
	})
	return numbers
}

// eachLeaf visits the numbers, texts, flags and dates of a mapping in the order
// of its struct.
func eachLeaf(n *node, s *shape, path string, visit func(n *node, f *field, path string)) {
	for _, f := range s.fields {
		if value := n.get(f.key); value != nil {
			eachLeafIn(value, f, joinPath(path, f.key), visit)
		}
	}
}

func eachLeafIn(n *node, f *field, path string, visit func(n *node, f *field, path string)) {
	switch {
	case n.kind == brokenNode || n.kind == nullNode:
	case f.kind == structField:
		eachLeaf(n, f.inner, path, visit)
	case f.kind == listField && n.kind == mappingNode:
		for _, e := range n.entries {
			eachLeafIn(e.value, f.item, joinPath(path, e.key), visit)
		}
	case f.kind == listField:
		for i, item := range n.items {
			place := indexPath(path, i)
			if name, ok := item.itemName(); ok {
				place = path + "[" + name + "]"
			} else if day, ok := item.itemDay(); ok {
				place = path + "[" + day + "]"
			}
			eachLeafIn(item, f.item, place, visit)
		}
	default:
		visit(n, f, path)
	}
}
