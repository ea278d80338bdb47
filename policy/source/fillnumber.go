package source

// quantity fills one number, written as a value or as value, range and source.
func (f *filler) quantity(to *Quantity, part *field, n *node) bool {
	written, pair := n, (*node)(nil)
	if n.kind == mappingNode {
		for _, e := range n.entries {
			if e.key != "value" && e.key != "range" {
				return f.report(e.keyAt, joinPath(n.path, shorten(e.key)), unknownKey.of("a number").
					hinted("%s", Choices(e.key, []string{"value", "range", "source"}, "its keys are")))
			}
		}
		if written, pair = n.get("value"), n.get("range"); written == nil {
			return f.report(n.Position, joinPath(n.path, "value"), missingKey.of("a number").hinted("write value: %s beside its range or source", part.example()))
		}
	}
	value, ok := f.number(part, written)
	if !ok {
		return false
	}
	*to = Quantity{Value: value, Written: written.text, Origin: n.origin, At: written.Position, Set: true}
	return pair == nil || f.plausible(to, part, pair)
}

// number reads one value inside its hard limits.
func (f *filler) number(part *field, n *node) (float64, bool) {
	if n.kind != valueNode {
		return 0, f.wanted(n, valueWanted, "write a number such as "+part.example())
	}
	value, p := part.parseNumber(n)
	if p != nil {
		return 0, f.report(n.Position, n.path, p)
	}
	if !part.limits.hold(value) {
		return 0, f.report(n.Position, n.path, outsideLimits.of(n.text).hinted("it can be %s", part.allowed()))
	}
	return value, true
}

// plausible reads the range of a number: [lower, higher] around its value.
func (f *filler) plausible(to *Quantity, part *field, pair *node) bool {
	if pair.kind == brokenNode {
		return false
	}
	if pair.kind != listNode || len(pair.items) != 2 {
		return f.report(pair.Position, pair.path, notPair.of().hinted("write range: [lower, higher], each as the value is written"))
	}
	low, lowOK := f.number(part, pair.items[0])
	high, highOK := f.number(part, pair.items[1])
	from, until := pair.items[0].text, pair.items[1].text
	switch {
	case !lowOK || !highOK:
		return false
	case low > high:
		return f.report(pair.Position, pair.path, rangeFalls.of(from, until).hinted("write range: [%s, %s]", until, from))
	case to.Value < low || to.Value > high:
		return f.report(to.At, pair.path, outsideItself.of(to.Written, from, until).hinted("the range holds the value; widen it or move the value"))
	}
	to.Low, to.High, to.HasRange = low, high, true
	return true
}
