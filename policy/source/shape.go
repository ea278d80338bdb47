package source

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// A shape is what a tagged struct says about a mapping: the only description of
// it, from which it is filled, printed and given a schema.
type shape struct {
	typ    reflect.Type
	noun   string // "an interview rule", from the name of the type or as its Noun says
	fields []*field
	at     []int // index of the Position named At, nil without one
	name   []int // index of the Text named Name that has no key of its own
}

// A field is one key of a mapping, or an item of a list.
type field struct {
	key      string
	words    string // the key in a sentence
	optional bool
	doc      string
	index    []int
	kind     fieldKind
	pointer  bool     // the struct field is a *struct
	inner    *shape   // of a struct
	item     *field   // of a slice
	refers   string   // kind of file that may stand here by name
	replaces []string // keys beside it that it does away with where they are only inherited
	pairs    bool     // of a list of two texts each: may be written as a mapping of the first to the second

	unit        unit
	bare, whole bool
	limits      limits
	oneof       []string
}

type fieldKind uint8

const (
	numberField fieldKind = iota
	textField
	flagField
	dateField
	structField
	listField
)

var (
	quantityType = reflect.TypeFor[Quantity]()
	textType     = reflect.TypeFor[Text]()
	flagType     = reflect.TypeFor[Flag]()
	dateType     = reflect.TypeFor[Date]()
	positionType = reflect.TypeFor[Position]()
)

// reserved keys belong to the reader and cannot be fields; nor can name at the
// top of a file.
var reserved = []string{"kind", "extends", "source"}

// describe reads the tags of a struct and of everything inside it. A tag that
// makes no sense is a mistake in our code, so it panics.
func describe(typ reflect.Type) *shape {
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	s := describer{}.shape(typ)
	s.fileKind()
	return s
}

// fileKind panics unless a struct can be the top of a file.
func (s *shape) fileKind() {
	if s.field("name") != nil {
		panic(fmt.Sprintf("source: %s is a kind of file, whose name is the reader's own: leave Name without a tag", s.typ))
	}
}

// describer remembers the shapes it has begun, so that a struct may hold itself.
type describer map[reflect.Type]*shape

func (d describer) shape(typ reflect.Type) *shape {
	if typ.Kind() != reflect.Struct {
		panic(fmt.Sprintf("source: %s is not a struct", typ))
	}
	if s, ok := d[typ]; ok {
		return s
	}
	s := &shape{typ: typ, noun: noun(typ.Name())}
	if called, ok := reflect.Zero(typ).Interface().(interface{ Noun() string }); ok {
		s.noun = called.Noun()
	}
	d[typ] = s
	d.add(s, typ, nil)
	return s
}

// add appends the fields of typ, which is the struct itself or one embedded in it.
func (d describer) add(s *shape, typ reflect.Type, prefix []int) {
	for i := range typ.NumField() {
		part := typ.Field(i)
		index := append(slices.Clone(prefix), i)
		tag, tagged := part.Tag.Lookup("file")
		switch {
		case tag == "-" || !part.IsExported() && !part.Anonymous:
		case !tagged && part.Type == positionType && part.Name == "At":
			s.at = index
		case !tagged && part.Type == textType && part.Name == "Name":
			s.name = index
		case !tagged && part.Anonymous && part.Type.Kind() == reflect.Struct:
			d.add(s, part.Type, index)
		case !tagged:
			panic(fmt.Sprintf("source: %s.%s has no file tag", typ, part.Name))
		default:
			f := d.field(typ.Name()+"."+part.Name, part.Type, part.Tag)
			f.key, f.optional = strings.CutSuffix(tag, ",optional")
			f.index = index
			if f.words = part.Tag.Get("words"); f.words == "" {
				f.words = strings.ReplaceAll(f.key, "_", " ")
			}
			if f.key == "" || slices.Contains(reserved, f.key) || slices.ContainsFunc(s.fields, func(o *field) bool { return o.key == f.key }) {
				panic(fmt.Sprintf("source: %s.%s: key %q is empty, taken or the reader's own", typ, part.Name, f.key))
			}
			s.fields = append(s.fields, f)
		}
	}
}

// field reads the tags of one struct field; where names it in a panic.
func (d describer) field(where string, typ reflect.Type, tag reflect.StructTag) *field {
	f := &field{doc: tag.Get("doc"), refers: tag.Get("refers"), pairs: tag.Get("pairs") == "true"}
	if keys := tag.Get("replaces"); keys != "" {
		f.replaces = strings.Split(keys, ",")
	}
	switch {
	case typ == quantityType:
		f.kind = numberField
		f.numberTags(where, tag)
	case typ == textType:
		f.kind = textField
		if words := tag.Get("oneof"); words != "" {
			f.oneof = strings.Split(words, ",")
		}
	case typ == flagType:
		f.kind = flagField
	case typ == dateType:
		f.kind = dateField
	case typ.Kind() == reflect.Slice:
		f.kind = listField
		f.item = d.field(where, typ.Elem(), tag)
		f.refers = ""
	case typ.Kind() == reflect.Pointer && typ.Elem().Kind() == reflect.Struct:
		f.kind, f.pointer = structField, true
		f.inner = d.shape(typ.Elem())
	case typ.Kind() == reflect.Struct:
		f.kind = structField
		f.inner = d.shape(typ)
	default:
		panic(fmt.Sprintf("source: %s: a file cannot hold a %s", where, typ))
	}
	if f.refers != "" {
		if f.kind != structField {
			panic(fmt.Sprintf("source: %s: a %s cannot stand for a file", where, typ))
		}
		f.inner.fileKind()
	}
	return f
}

func (f *field) numberTags(where string, tag reflect.StructTag) {
	var ok bool
	if f.unit, ok = unitNamed(tag.Get("unit")); !ok {
		panic(fmt.Sprintf("source: %s: no unit %q", where, tag.Get("unit")))
	}
	f.bare, f.whole = tag.Get("bare") == "true", tag.Get("whole") == "true" || f.unit.name == "count"
	if f.bare && f.unit.money {
		panic(fmt.Sprintf("source: %s: money is never bare, for pounds and pence look alike", where))
	}
	f.limits.low, f.limits.hasLow, f.limits.openLow = f.limit(where, tag, "min", "above")
	f.limits.high, f.limits.hasHigh, f.limits.openHigh = f.limit(where, tag, "max", "below")
}

// limit reads one end: a bare canonical value or a number with its unit.
func (f *field) limit(where string, tag reflect.StructTag, closed, open string) (value float64, has, isOpen bool) {
	text, has := tag.Lookup(closed)
	if !has {
		if text, has = tag.Lookup(open); !has {
			return 0, false, false
		}
		isOpen = true
	}
	canonical := field{unit: unit{name: "number", plain: true, exp: true}}
	n := &node{text: text, plain: true}
	value, p := canonical.parseNumber(n)
	if p != nil {
		written := field{unit: f.unit}
		value, p = written.parseNumber(n)
	}
	if p != nil {
		panic(fmt.Sprintf("source: %s: limit %s", where, p.text))
	}
	return value, true, isOpen
}

// field returns the field with this key, or nil.
func (s *shape) field(key string) *field {
	for _, f := range s.fields {
		if f.key == key {
			return f
		}
	}
	return nil
}

// removable parts are those that none can be written for. A value has nothing
// inside it that could be meant to go.
func (f *field) removable() bool {
	return f.optional && (f.kind == structField || f.kind == listField)
}

func (s *shape) keys() []string {
	keys := make([]string, len(s.fields))
	for i, f := range s.fields {
		keys[i] = f.key
	}
	return keys
}

// lacks reports whether a mapping is without a key that it needs.
func (s *shape) lacks(n *node) bool {
	return slices.ContainsFunc(s.fields, func(f *field) bool { return !f.optional && n.get(f.key) == nil })
}

// noun turns the name of a type into words: "InterviewRule" becomes "an
// interview rule", and "Coaches" "coaches".
func noun(name string) string {
	var b strings.Builder
	for i, char := range name {
		if i > 0 && unicode.IsUpper(char) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(char))
	}
	return article(b.String())
}

func article(words string) string {
	if words == "" {
		return "this mapping"
	}
	if strings.HasSuffix(words, "s") && !strings.HasSuffix(words, "ss") && !strings.HasSuffix(words, "us") && !strings.HasSuffix(words, "is") {
		return words // a plural: coaches, sanctions
	}
	if strings.ContainsRune("aeiou", rune(words[0])) && !strings.HasPrefix(words, "uni") {
		return "an " + words
	}
	return "a " + words
}

// Gaps lists what the tags of a file kind leave unsaid, one line each: fields
// without a doc sentence and numbers without a hard limit. A test of the
// package that owns the struct requires it to be empty.
func Gaps(file any) []string {
	var gaps []string
	seen := describer{}
	walkShapes(describe(reflect.TypeOf(file)), seen, func(s *shape, f *field) {
		where := s.typ.Name() + "." + f.key
		if f.doc == "" {
			gaps = append(gaps, where+" has no doc")
		}
		leaf := f
		for leaf.kind == listField {
			leaf = leaf.item
		}
		if leaf.kind == numberField && !leaf.limits.hasLow && !leaf.limits.hasHigh {
			gaps = append(gaps, where+" has no limit")
		}
	})
	return gaps
}

// walkShapes visits every field of a shape and of the shapes inside it once.
func walkShapes(s *shape, seen map[reflect.Type]*shape, visit func(*shape, *field)) {
	if seen[s.typ] != nil {
		return
	}
	seen[s.typ] = s
	for _, f := range s.fields {
		visit(s, f)
		leaf := f
		for leaf.kind == listField {
			leaf = leaf.item
		}
		if leaf.kind == structField {
			walkShapes(leaf.inner, seen, visit)
		}
	}
}
