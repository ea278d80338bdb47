package agents

import "reflect"

// columns calls visit with every slice of s, which points to a struct of slices and of
// structs of slices. It runs when a world is made or copied, never in a week.
func columns(s reflect.Value, visit func(name string, column reflect.Value)) {
	tagged(s, false, func(field reflect.StructField, _ bool, column reflect.Value) { visit(field.Name, column) })
}

// tagged is columns that also tells whether a column, or a struct that it is in, has the tag of those
// that come into memory as they are touched.
func tagged(s reflect.Value, asTouched bool, visit func(field reflect.StructField, asTouched bool, column reflect.Value)) {
	for k := range s.NumField() {
		field := s.Type().Field(k)
		switch of := asTouched || field.Tag.Get("pages") == "as touched"; field.Type.Kind() {
		case reflect.Slice:
			visit(field, of, s.Field(k))
		case reflect.Struct:
			tagged(s.Field(k), of, visit)
		}
	}
}

// NewPopulation makes n empty rows, with all columns in one block of memory.
func NewPopulation(n int) *Population {
	p := &Population{}
	var size [parts]int // of columns on large pages and of those on pages as they are touched
	tagged(reflect.ValueOf(p).Elem(), false, func(_ reflect.StructField, asTouched bool, column reflect.Value) {
		size[part(asTouched)] += roomFor(n * int(column.Type().Elem().Size()))
	})
	p.memory = newBlock(size[0], size[1])
	tagged(reflect.ValueOf(p).Elem(), false, func(_ reflect.StructField, asTouched bool, column reflect.Value) {
		column.Set(p.memory.slice(part(asTouched), column.Type().Elem(), n))
	})
	return p
}

// Len is the number of rows, those of later arrivals included.
func (p *Population) Len() int { return len(p.ID) }

// Clone copies every column.
func (p *Population) Clone() *Population {
	q := NewPopulation(p.Len())
	q.memory.copyFrom(p.memory)
	return q
}

// Zero puts every total back to nothing.
func (t *Totals) Zero() {
	columns(reflect.ValueOf(t).Elem(), func(_ string, column reflect.Value) { clearTouched(bytesOf(column)) })
}

// Columns calls visit with the name of every column and a pointer to its slice, in the
// order in which they are written in Population.
func (p *Population) Columns(visit func(name string, slice any)) {
	columns(reflect.ValueOf(p).Elem(), func(name string, column reflect.Value) { visit(name, column.Addr().Interface()) })
}

// BytesPerPerson is the memory that one row takes.
func (p *Population) BytesPerPerson() int {
	total := 0
	columns(reflect.ValueOf(p).Elem(), func(_ string, column reflect.Value) {
		total += int(column.Type().Elem().Size())
	})
	return total
}
