package panel

import (
	"fmt"
	"math"
	"unsafe"
)

const (
	// pageRows is the number of rows of a page and of a batch of the digest. With
	// some thousand persons in a district a page holds several weeks, so that
	// compression sees a person's earlier row; eight pages make a row group.
	pageRows = 16384
	// gatherRows is how many rows are turned into columns at a time: few enough
	// to stay in the first-level cache while each column passes over them.
	gatherRows = 256
)

// column is the gathered values of one column of the current page. One of the
// slices is in use, by the kind of the field.
type column struct {
	*field
	bytes  []uint8   // bool, int8, enum
	shorts []int16   // int16
	ints   []int32   // int32; string: place in the list of texts
	longs  []int64   // int64, thousandths
	floats []float32 // float32
	reals  []float64 // float64
	texts  *texts    // string
}

// columns is the current page of a table.
type columns struct {
	schema schema
	list   []column
	rows   int // in the page
}

func newColumns(s schema) *columns {
	c := &columns{schema: s, list: make([]column, len(s.fields))}
	for i := range s.fields {
		c.list[i].field = &c.schema.fields[i]
		if s.fields[i].kind == kindString {
			c.list[i].texts = newTexts()
		}
	}
	return c
}

// room is how many rows still fit into the page.
func (c *columns) room() int { return pageRows - c.rows }

// take adds n rows, at most room(), that start at first. It reads the fields
// through their offsets: this is the one loop that touches every value, and a
// reflective or closure-based one would cost more than all encoding.
func (c *columns) take(first unsafe.Pointer, n int) error {
	for n > 0 {
		k := min(n, gatherRows)
		for i := range c.list {
			col := &c.list[i]
			if err := col.take(unsafe.Add(first, col.offset), c.schema.size, k); err != nil {
				return fmt.Errorf("%s.%s: %w", c.schema.table, col.name, err)
			}
		}
		c.rows += k
		n -= k
		if n > 0 {
			first = unsafe.Add(first, uintptr(k)*c.schema.size)
		}
	}
	return nil
}

func (c *columns) clear() {
	c.rows = 0
	for i := range c.list {
		col := &c.list[i]
		col.bytes, col.shorts, col.ints = col.bytes[:0], col.shorts[:0], col.ints[:0]
		col.longs, col.floats, col.reals = col.longs[:0], col.floats[:0], col.reals[:0]
	}
}

func (c *column) take(first unsafe.Pointer, stride uintptr, n int) error {
	switch c.kind {
	case kindBool, kindInt8:
		c.bytes = gather(c.bytes, first, stride, n)
	case kindEnum:
		c.bytes = gather(c.bytes, first, stride, n)
		return c.checkWords(c.bytes[len(c.bytes)-n:])
	case kindInt16:
		c.shorts = gather(c.shorts, first, stride, n)
	case kindInt32:
		c.ints = gather(c.ints, first, stride, n)
	case kindInt64, kindThousandths:
		c.longs = gather(c.longs, first, stride, n)
	case kindFloat32:
		c.floats = gather(c.floats, first, stride, n)
	case kindFloat64:
		c.reals = gather(c.reals, first, stride, n)
	case kindString:
		c.ints = c.texts.gather(c.ints, first, stride, n)
	}
	return nil
}

// checkWords refuses codes without a word, which a reader could not name.
func (c *column) checkWords(codes []uint8) error {
	low, high := uint8(math.MaxUint8), uint8(0)
	for _, code := range codes {
		low, high = min(low, code), max(high, code)
	}
	if int(high) >= len(c.words) {
		return fmt.Errorf("%d has no word; the last one is %d", high, len(c.words)-1)
	}
	if c.words[low] == "" {
		return fmt.Errorf("not set in some row")
	}
	return nil
}

// gather appends n values that lie stride bytes apart.
func gather[V any](to []V, first unsafe.Pointer, stride uintptr, n int) []V {
	have := len(to)
	to = extend(to, n)
	for i, fresh := 0, to[have:]; i < len(fresh); i++ {
		fresh[i] = *(*V)(unsafe.Add(first, uintptr(i)*stride))
	}
	return to
}

// extend makes room for n more values. It grows by doubling to a page at most, so
// that the many writers of small districts stay small.
func extend[V any](to []V, n int) []V {
	need := len(to) + n
	if need > cap(to) {
		grown := make([]V, len(to), min(max(need, 2*cap(to), gatherRows), max(need, pageRows)))
		copy(grown, to)
		to = grown
	}
	return to[:need]
}

// texts is the list of the distinct strings of a column, in order of appearance.
// Most strings of a run come from a few constants, so a small cache by address
// answers nearly always and spares the hash.
type texts struct {
	list   []string
	places map[string]int32
	recent [32]recentText
}

type recentText struct {
	text  string
	place int32
}

func newTexts() *texts { return &texts{places: map[string]int32{}} }

func (t *texts) gather(to []int32, first unsafe.Pointer, stride uintptr, n int) []int32 {
	have := len(to)
	to = extend(to, n)
	for i, fresh := 0, to[have:]; i < len(fresh); i++ {
		text := *(*string)(unsafe.Add(first, uintptr(i)*stride))
		data := unsafe.StringData(text)
		r := &t.recent[uintptr(unsafe.Pointer(data))>>3%uintptr(len(t.recent))]
		if len(text) == 0 || unsafe.StringData(r.text) != data || len(r.text) != len(text) {
			*r = recentText{text, t.place(text)}
		}
		fresh[i] = r.place
	}
	return to
}

func (t *texts) place(text string) int32 {
	place, known := t.places[text]
	if !known {
		place = int32(len(t.list))
		t.list = append(t.list, text)
		t.places[text] = place
	}
	return place
}

// takeAll adds rows that fit into the page.
func takeAll[T Row](c *columns, rows []T) error {
	return c.take(unsafe.Pointer(unsafe.SliceData(rows)), len(rows))
}
