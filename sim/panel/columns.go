package panel

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"unsafe"
)

const (
	// batchRows is how many rows are gathered before they go into the digest together and
	// become a page of every column. Larger pages let the compression see a person's
	// earlier row and cost every open writer as much again.
	batchRows = 16384
	// blockRows is how many rows every column passes over at a time: few enough to stay in
	// the processor's cache meanwhile.
	blockRows = 256
)

// columns is a batch of rows turned on its side. The digest hashes it and the file
// encodes it, so that a row is looked at once.
type columns struct {
	schema schema
	list   []column
	held   int                    // rows
	full   func(c *columns) error // takes a batch
}

// column is what a column has in the present batch, and its words so far.
type column struct {
	*field
	present []uint8 // of an optional column: 1 present and 0 null
	// The values stand in the slice that is as wide as they are, 0 for null, floats as their
	// bits and words as their place in order of first appearance in the part.
	bytes  []uint8
	shorts []int16
	ints   []int32
	longs  []int64
	whole  []int64           // of an exact column, 0 where its flag is false
	order  []string          // words in order of appearance
	codes  [256]uint16       // place in order of an enumeration's code, and one; 0 before
	places map[string]uint32 // place in order of a string
	recent []recentText      // of a string, by its address
}

// recentText spares the hash of a string: most of a run come from a few constants.
type recentText struct {
	text  string
	place uint32 // and one; 0 while the entry is empty
}

// recentTexts is several times the words that a column usually has.
const recentTexts = 64

// newColumns is a table's columns. Every batch is handed to full, which must not keep it.
func newColumns(s schema, full func(c *columns) error) *columns {
	c := &columns{schema: s, list: make([]column, len(s.fields)), full: full}
	for i := range s.fields {
		f := &s.fields[i]
		c.list[i].field = f
		if f.kind == kindString {
			c.list[i].places, c.list[i].recent = map[string]uint32{}, make([]recentText, recentTexts)
		}
	}
	return c
}

// gather adds rows. It fails on a code without a word, on a value that is said to be exact
// and is no integer, and on what becomes of a full batch, after which the columns must not
// be used.
func gather[T Row](c *columns, rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), blockRows, batchRows-c.held)
		first := unsafe.Pointer(unsafe.SliceData(rows))
		for i := range c.list {
			if err := c.list[i].take(first, c.schema.size, n); err != nil {
				return fmt.Errorf("%s.%s: %w", c.schema.table, c.list[i].name, err)
			}
		}
		rows = rows[n:]
		if c.held += n; c.held == batchRows {
			if err := c.end(); err != nil {
				return err
			}
		}
	}
	return nil
}

// end hands the batch on, if it has rows, and begins the next one.
func (c *columns) end() error {
	if c.held == 0 {
		return nil
	}
	err := c.full(c)
	c.held = 0
	for i := range c.list {
		c := &c.list[i]
		c.present, c.bytes, c.shorts, c.ints, c.longs, c.whole = c.present[:0], c.bytes[:0], c.shorts[:0], c.ints[:0], c.longs[:0], c.whole[:0]
	}
	return err
}

// take adds the column of n rows that lie size bytes apart. It reads the fields
// through their offsets, because a reflective loop would cost more than all the rest.
func (c *column) take(row unsafe.Pointer, size uintptr, n int) error {
	first := unsafe.Add(row, c.offset)
	switch c.kind {
	case kindBool, kindInt8:
		pick(&c.bytes, first, size, n)
	case kindInt16:
		values := pick(&c.shorts, first, size, n)
		if c.optional {
			noteNulls(&c.present, values, NoInt16)
		}
	case kindInt32:
		values := pick(&c.ints, first, size, n)
		if c.optional {
			noteNulls(&c.present, values, NoInt32)
		}
	case kindFloat32:
		roundFloats(pick(&c.ints, first, size, n))
	case kindInt64, kindThousandths:
		pick(&c.longs, first, size, n)
	case kindFloat64:
		values := pick(&c.longs, first, size, n)
		if c.flag >= 0 {
			return c.takeExact(values, unsafe.Add(row, c.flag), size)
		}
	case kindEnum:
		return c.takeCodes(pick(&c.bytes, first, size, n))
	case kindString:
		c.takeStrings(first, size, n)
	}
	return nil
}

// pick adds n values that lie size bytes apart and returns them.
func pick[V any](to *[]V, first unsafe.Pointer, size uintptr, n int) []V {
	values := extend(to, n)
	for i := range values {
		values[i] = *(*V)(unsafe.Add(first, uintptr(i)*size))
	}
	return values
}

// extend makes to n values longer and returns those.
func extend[V any](to *[]V, n int) []V {
	have := len(*to)
	*to = slices.Grow(*to, n)[:have+n]
	return (*to)[have:]
}

// lostBits is how many of the 24 significant bits of a 32-bit float a file does not keep.
// What is left is one part in 8,192, finer than anybody measures feelings or skill, and
// the rest was a third of a panel.
const lostBits = 11

// roundFloats rounds floats, given as their bits, to the nearest that files keep. What is no
// number, or is infinite, stays what it is.
func roundFloats(bits []int32) {
	const exponent = 0x7f800000
	for i, v := range bits {
		if v&exponent == exponent {
			continue
		}
		bits[i] = (v + 1<<(lostBits-1)) &^ (1<<lostBits - 1)
	}
}

// noteNulls adds to present which of the values are there. The others become zero.
func noteNulls[V int16 | int32](to *[]uint8, values []V, null V) {
	present := extend(to, len(values))
	for i, v := range values {
		present[i] = 1
		if v == null {
			present[i], values[i] = 0, 0
		}
	}
}

func (c *column) takeExact(bits []int64, flag unsafe.Pointer, size uintptr) error {
	whole := extend(&c.whole, len(bits))
	for i := range whole {
		whole[i] = 0
		if *(*bool)(unsafe.Add(flag, uintptr(i)*size)) {
			v := math.Float64frombits(uint64(bits[i]))
			whole[i] = int64(v)
			if float64(whole[i]) != v || math.Abs(v) > 1<<53 {
				return fmt.Errorf("%v is said to be exact and is no integer that a float holds exactly", v)
			}
		}
	}
	return nil
}

// takeCodes puts places for codes.
func (c *column) takeCodes(values []uint8) error {
	for i, code := range values {
		if c.codes[code] == 0 {
			if err := c.newCode(code); err != nil {
				return err
			}
		}
		values[i] = uint8(c.codes[code] - 1)
	}
	return nil
}

// newCode gives a code its place. It refuses codes without a word, which a file
// could not hold.
func (c *column) newCode(code uint8) error {
	if int(code) >= len(c.words) {
		return fmt.Errorf("%d has no word; the last one is %d", code, len(c.words)-1)
	}
	if c.words[code] == "" {
		return errors.New("not set in some row")
	}
	c.order = append(c.order, c.words[code])
	c.codes[code] = uint16(len(c.order))
	return nil
}

func (c *column) takeStrings(first unsafe.Pointer, size uintptr, n int) {
	values := extend(&c.ints, n)
	for i := range values {
		text := *(*string)(unsafe.Add(first, uintptr(i)*size))
		at := unsafe.StringData(text)
		r := &c.recent[uint64(uintptr(unsafe.Pointer(at)))*0x9E3779B97F4A7C15>>58%recentTexts]
		if r.place == 0 || unsafe.StringData(r.text) != at || len(r.text) != len(text) {
			*r = recentText{text, c.place(text) + 1}
		}
		values[i] = int32(r.place - 1)
	}
}

// place is the place of a string, a new one if it has none.
func (c *column) place(text string) uint32 {
	place, known := c.places[text]
	if !known {
		place = uint32(len(c.order))
		c.order = append(c.order, text)
		c.places[text] = place
	}
	return place
}

// littleEndian is the memory of values, lowest byte first whatever the processor.
func littleEndian[V uint8 | int16 | int32 | int64](values []V) []byte {
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(values))), len(values)*int(unsafe.Sizeof(*new(V))))
	}
	turned, _ := binary.Append(nil, binary.LittleEndian, values)
	return turned
}
