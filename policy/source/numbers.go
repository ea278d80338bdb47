package source

// A Number is one numeric leaf of a resolved file.
type Number struct {
	Path     string   `json:"path"`            // as --set takes it: interviews[weekly].every
	Written  string   `json:"value"`           // with its unit, as in the file
	Unit     string   `json:"unit"`            // canonical unit
	Doc      string   `json:"doc"`             // what it is
	Value    float64  `json:"-"`               // in the canonical unit
	Low      float64  `json:"-"`               // plausible range in the canonical unit
	High     float64  `json:"-"`               //
	HasRange bool     `json:"-"`               //
	Range    []string `json:"range,omitempty"` // the range as written: lower, higher
	Origin   *Origin  `json:"origin,omitempty"`
	At       Position `json:"at"`
}

// Numbers lists every numeric leaf in the order of the struct. Numbers that
// cannot be read are left out; the diagnostics of Load have them.
func (t *Tree) Numbers() []Number {
	var numbers []Number
	silent := filler{sink: &sink{}}
	eachNumber(t.root, t.shape, "", func(n *node, f *field, path string) {
		var q Quantity
		if !silent.quantity(&q, f, n) {
			return
		}
		number := Number{Path: path, Written: q.Written, Unit: f.unit.name, Doc: f.doc, Value: q.Value,
			Low: q.Low, High: q.High, HasRange: q.HasRange, Origin: q.Origin, At: q.At}
		if q.HasRange {
			pair := n.get("range")
			number.Range = []string{pair.items[0].text, pair.items[1].text}
		}
		numbers = append(numbers, number)
	})
	return numbers
}

// eachNumber visits the numbers of a mapping in the order of its struct.
func eachNumber(n *node, s *shape, path string, visit func(n *node, f *field, path string)) {
	for _, f := range s.fields {
		if value := n.get(f.key); value != nil {
			eachNumberIn(value, f, joinPath(path, f.key), visit)
		}
	}
}

func eachNumberIn(n *node, f *field, path string, visit func(n *node, f *field, path string)) {
	switch {
	case n.kind == brokenNode || n.kind == nullNode:
	case f.kind == numberField:
		visit(n, f, path)
	case f.kind == structField:
		eachNumber(n, f.inner, path, visit)
	case f.kind == listField && n.kind == mappingNode:
		for _, e := range n.entries {
			eachNumberIn(e.value, f.item, joinPath(path, e.key), visit)
		}
	case f.kind == listField:
		for i, item := range n.items {
			place := indexPath(path, i)
			if name, ok := item.itemName(); ok {
				place = path + "[" + name + "]"
			}
			eachNumberIn(item, f.item, place, visit)
		}
	}
}
