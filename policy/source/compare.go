package source

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Worded is a part of a file that says in words what it asks, and is compared as a whole.
type Worded interface{ InWords() string }

// A Difference is what two files of one kind do not share: a value that is another, or a
// value or a whole part that only one of them has.
type Difference struct {
	Path  string // as --set takes it
	Steps []Step // the way to it
	Doc   string // what it is
	A, B  *Side  // nil for the file that has none
}

// A Step is a key, or an item of the list under the key before it.
type Step struct {
	Key   string // as written; of an item its name, its first day or its number, counted from 1
	Words string // of a key as words, of an item what it is: "level"
	Kind  ItemKind
}

// ItemKind is how the items of a list are told apart.
type ItemKind uint8

// The kinds of item.
const (
	NoItem ItemKind = iota
	Named
	Dated
	Numbered
)

// A Side is what one of two files has.
type Side struct {
	Words  string   // a value as written; what is in a whole part
	Parts  []Worth  // of a whole part its values, each behind its keys
	At     Position // where it stands
	Origin *Origin  // where its first number comes from, nil for none
}

// A Worth is a value of a whole part.
type Worth struct {
	Under string // words of the first of its keys, where that holds several values; empty elsewhere
	Words string // behind its keys
}

// Said is values one after the other. What several stand under is said once.
func Said(values []Worth) string {
	var text strings.Builder
	for k, v := range values {
		rest, under := strings.CutPrefix(v.Words, v.Under+" ")
		switch {
		case k == 0:
			text.WriteString(v.Words)
		case under && v.Under == values[k-1].Under:
			text.WriteString(", " + rest)
		default:
			text.WriteString("; " + v.Words)
		}
	}
	return text.String()
}

// Compare lists what two files differ in, each a pointer to a struct that Load filled, in
// the order of the struct. Numbers that are written otherwise and are the same do not
// differ, nor do numbers whose range or source is another.
func Compare(a, b any) []Difference {
	c := comparer{}
	c.structs(describe(reflect.TypeOf(a)), reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem(), "", nil)
	return c.found
}

type comparer struct{ found []Difference }

func (c *comparer) structs(s *shape, a, b reflect.Value, path string, steps []Step) {
	for _, f := range s.fields {
		at := append(slices.Clone(steps), Step{Key: f.key, Words: f.words})
		c.values(f, a.FieldByIndex(f.index), b.FieldByIndex(f.index), joinPath(path, f.key), at)
	}
}

func (c *comparer) values(f *field, a, b reflect.Value, path string, steps []Step) {
	inA, inB := present(f, a), present(f, b)
	switch {
	case !inA && !inB:
	case inA && inB && f.kind == structField && !worded(a):
		c.structs(f.inner, reflect.Indirect(a), reflect.Indirect(b), path, steps)
	case f.kind == listField && f.item.kind == structField && !worded(a):
		c.lists(f.item, a, b, path, steps)
	case inA && inB && same(f, a, b):
	default:
		d := Difference{Path: path, Steps: steps, Doc: f.doc}
		if inA {
			d.A = side(f, a)
		}
		if inB {
			d.B = side(f, b)
		}
		c.found = append(c.found, d)
	}
}

// lists compares items of the same name, date or place, and then the order of names.
func (c *comparer) lists(item *field, a, b reflect.Value, path string, steps []Step) {
	inA, inB := itemsOf(item, a), itemsOf(item, b)
	for k := range inA.steps {
		c.item(item, inA.values[k], inB.of(inA.steps[k]), path, append(slices.Clone(steps), inA.steps[k]))
	}
	var shared [2][]string
	for k := range inB.steps {
		if !inA.of(inB.steps[k]).IsValid() {
			c.item(item, reflect.Value{}, inB.values[k], path, append(slices.Clone(steps), inB.steps[k]))
		}
	}
	for side, items := range [2][2]items{{inA, inB}, {inB, inA}} {
		for _, step := range items[0].steps {
			if step.Kind == Named && items[1].of(step).IsValid() {
				shared[side] = append(shared[side], step.Key)
			}
		}
	}
	if !slices.Equal(shared[0], shared[1]) {
		c.found = append(c.found, Difference{Path: path, Steps: append(slices.Clone(steps), Step{Key: "order", Words: "order"}), Doc: "the first that fits holds",
			A: &Side{Words: strings.Join(shared[0], ", "), At: place(inA.values[0])}, B: &Side{Words: strings.Join(shared[1], ", "), At: place(inB.values[0])}})
	}
}

// item compares two items, of which one may be missing.
func (c *comparer) item(f *field, a, b reflect.Value, path string, steps []Step) {
	last := steps[len(steps)-1]
	if path += "[" + last.Key + "]"; last.Kind == Numbered {
		k, _ := strconv.Atoi(last.Key)
		path = strings.TrimSuffix(path, "["+last.Key+"]") + fmt.Sprintf("[%d]", k-1)
	}
	missing := reflect.Zero(reflect.TypeFor[Position]())
	if !a.IsValid() {
		a = missing
	}
	if !b.IsValid() {
		b = missing
	}
	c.values(f, a, b, path, steps)
}

// items are those of a list with the steps that tell them apart.
type items struct {
	steps  []Step
	values []reflect.Value
}

func itemsOf(item *field, list reflect.Value) items {
	var all items
	for k := range list.Len() {
		v := reflect.Indirect(list.Index(k))
		step := Step{Key: strconv.Itoa(k + 1), Kind: Numbered}
		if _, noun, has := strings.Cut(item.inner.noun, " "); has {
			step.Words = noun
		} else {
			step.Words = item.inner.noun
		}
		if name := item.inner.named(v); name != "" {
			step.Key, step.Kind = name, Named
		} else if from := item.inner.field("from"); from != nil && from.kind == dateField {
			step.Key, step.Kind = v.FieldByIndex(from.index).Interface().(Date).String(), Dated
		}
		all.steps, all.values = append(all.steps, step), append(all.values, v)
	}
	return all
}

// of is the item at a step, no value when there is none.
func (i items) of(step Step) reflect.Value {
	for k := range i.steps {
		if i.steps[k] == step {
			return i.values[k]
		}
	}
	return reflect.Value{}
}

// named is what an item calls itself, empty for one without a name.
func (s *shape) named(v reflect.Value) string {
	index := s.name
	if f := s.field("name"); f != nil && f.kind == textField {
		index = f.index
	}
	if index == nil {
		return ""
	}
	return v.FieldByIndex(index).Interface().(Text).Value
}

// present tells whether a file has what a field is for.
func present(f *field, v reflect.Value) bool {
	if v.Type() == positionType {
		return false
	}
	switch f.kind {
	case numberField:
		return v.Interface().(Quantity).Set
	case textField:
		return v.Interface().(Text).Set
	case flagField:
		return v.Interface().(Flag).Set
	case dateField:
		return v.Interface().(Date).Set
	case listField:
		return v.Len() > 0
	}
	if v.Kind() == reflect.Pointer {
		return !v.IsNil()
	}
	return f.inner.at == nil || v.FieldByIndex(f.inner.at).Interface().(Position).File != ""
}

func worded(v reflect.Value) bool {
	_, ok := v.Interface().(Worded)
	return ok
}

// same compares two values that are there by what they mean.
func same(f *field, a, b reflect.Value) bool {
	switch f.kind {
	case numberField:
		return a.Interface().(Quantity).Value == b.Interface().(Quantity).Value
	case flagField:
		return a.Interface().(Flag).Value == b.Interface().(Flag).Value
	}
	return slices.Equal(parts(f, a), parts(f, b))
}

// parts are the values of a part, each behind the words of its key.
func parts(f *field, v reflect.Value) (all []Worth) {
	if f.kind != structField || worded(v) || !present(f, v) {
		walk(f, v, "", func(words string) { all = append(all, Worth{"", words}) })
		return all
	}
	eachInner(f, v, func(inner *field, v reflect.Value) {
		under := ""
		if inner.kind == structField || inner.kind == listField && inner.item.kind == structField {
			under = inner.words
		}
		walk(inner, v, inner.words+" ", func(words string) { all = append(all, Worth{under, words}) })
	})
	return all
}

// eachInner visits the fields of a struct but its name, which says itself already.
func eachInner(f *field, v reflect.Value, visit func(inner *field, v reflect.Value)) {
	v = reflect.Indirect(v)
	for _, inner := range f.inner.fields {
		if inner.key != "name" {
			visit(inner, v.FieldByIndex(inner.index))
		}
	}
}

func side(f *field, v reflect.Value) *Side {
	s := &Side{At: place(v), Origin: origin(v)}
	if w, ok := v.Interface().(Worded); ok {
		s.Words = w.InWords()
		return s
	}
	if f.kind != structField && f.kind != listField {
		s.Words = Words(v.Interface())
		return s
	}
	s.Parts = parts(f, v)
	s.Words = Said(s.Parts)
	return s
}

// Words are the values of a part of a file, each behind the words of its key.
func Words(part any) string {
	v := reflect.ValueOf(part)
	switch w := part.(type) {
	case Quantity:
		return w.Written
	case Text:
		return w.Value
	case Flag:
		return yes(w.Value)
	case Date:
		return w.String()
	}
	var values []string
	walk(describer{}.field(v.Type().String(), v.Type(), ""), v, "", func(words string) { values = append(values, words) })
	return strings.Join(values, ", ")
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// walk visits the values below one, each behind the words of its keys.
func walk(f *field, v reflect.Value, lead string, visit func(words string)) {
	if !present(f, v) {
		return
	}
	if w, ok := v.Interface().(Worded); ok && lead != "" {
		visit(lead + w.InWords())
		return
	}
	switch f.kind {
	case structField:
		eachInner(f, v, func(inner *field, v reflect.Value) { walk(inner, v, lead+inner.words+" ", visit) })
	case listField:
		walkList(f, v, lead, visit)
	case flagField:
		if text := strings.TrimSpace(lead); v.Interface().(Flag).Value {
			visit(text)
		} else {
			visit("not " + text)
		}
	default:
		visit(lead + Words(v.Interface()))
	}
}

func walkList(f *field, v reflect.Value, lead string, visit func(words string)) {
	if f.item.kind != structField {
		var words []string
		for k := range v.Len() {
			words = append(words, Words(v.Index(k).Interface()))
		}
		between := ", "
		if f.item.kind == textField {
			between = " or "
		}
		visit(lead + strings.Join(words, between))
		return
	}
	all := itemsOf(f.item, v)
	if n := len(all.steps); n > 3 && all.steps[0].Kind == Dated {
		visit(fmt.Sprintf("%s%d figures from %s to %s", lead, n, all.steps[0].Key, all.steps[n-1].Key))
		return
	}
	for k, step := range all.steps {
		inside := lead
		if step.Kind == Named {
			inside += step.Key + " "
		}
		walk(f.item, all.values[k], inside, visit)
	}
}

// place is where a value stands.
func place(v reflect.Value) Position {
	v = reflect.Indirect(v)
	switch v.Kind() {
	case reflect.Slice:
		if v.Len() > 0 {
			return place(v.Index(0))
		}
	case reflect.Struct:
		if at := v.FieldByName("At"); at.IsValid() && at.Type() == positionType {
			return at.Interface().(Position)
		}
	}
	return Position{}
}

// origin is where the first number of a part comes from.
func origin(v reflect.Value) *Origin {
	v = reflect.Indirect(v)
	switch {
	case v.Kind() == reflect.Slice:
		for k := range v.Len() {
			if o := origin(v.Index(k)); o != nil {
				return o
			}
		}
	case v.IsValid() && v.Type() == quantityType:
		return v.Interface().(Quantity).Origin
	case v.Kind() == reflect.Struct && v.Type() != positionType:
		for k := range v.NumField() {
			if o := origin(v.Field(k)); o != nil {
				return o
			}
		}
	}
	return nil
}
