package agents

import "reflect"

// columns calls visit with every slice of s, which points to a struct of slices and of
// structs of slices. It runs when a world is made or copied, never in a week.
func columns(s reflect.Value, visit func(name string, column reflect.Value)) {
	for k := range s.NumField() {
		field := s.Field(k)
		switch field.Kind() {
		case reflect.Slice:
			visit(s.Type().Field(k).Name, field)
		case reflect.Struct:
			columns(field, visit)
		}
	}
}

// NewPopulation makes n empty rows, with all columns in one block of memory.
func NewPopulation(n int) *Population {
	p, size := &Population{}, 0
	columns(reflect.ValueOf(p).Elem(), func(_ string, column reflect.Value) {
		size += roomFor(n * int(column.Type().Elem().Size()))
	})
	b := newBlock(size)
	columns(reflect.ValueOf(p).Elem(), func(_ string, column reflect.Value) {
		column.Set(b.slice(column.Type().Elem(), n))
	})
	return p
}

// Len is the number of rows, those of later arrivals included.
func (p *Population) Len() int { return len(p.ID) }

// Clone copies every column.
func (p *Population) Clone() *Population {
	q := NewPopulation(p.Len())
	from := map[string]reflect.Value{}
	columns(reflect.ValueOf(p).Elem(), func(name string, column reflect.Value) { from[name] = column })
	columns(reflect.ValueOf(q).Elem(), func(name string, column reflect.Value) { reflect.Copy(column, from[name]) })
	return q
}

// Zero puts every total back to nothing.
func (t *Totals) Zero() {
	columns(reflect.ValueOf(t).Elem(), func(_ string, column reflect.Value) { column.Clear() })
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
