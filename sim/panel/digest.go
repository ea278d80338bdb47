package panel

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"math"
	"slices"
	"strings"
	"unsafe"
)

// A digest states what "the same result" means: two parts with equal digests hold
// the same integers, truth values and words in the same rows. Floats are left out,
// because they are the same on one kind of processor only, and so are the file's
// encoding and compression. It is SHA-256 over
//
//   - the line "caseload digest 1", the table's name, and the name of every digested
//     column in order, each ended by a zero byte;
//   - for every batch of 16,384 rows (the last may be shorter) the number of rows as
//     32 bits, then column by column: for an optional column one byte a row, 1
//     present and 0 null; then the values, little-endian in the column's own
//     width, 0 for null. Words and strings go as their place in order of first
//     appearance in the part, 8 bits for enumerations and 32 for strings, so that
//     the digest depends on words and not on codes. A column tagged digest:"exact"
//     goes as 64-bit integers, 0 where its flag column is false;
//   - at the end, for every column of words or strings, their number as 32 bits and
//     each as its length in 32 bits and its bytes; and the number of rows as 64 bits.
//
// A digest of several parts is in DatasetDigest.
type digest struct {
	schema  schema
	sum     hash.Hash
	columns []digestColumn
	held    int // rows in the present batch
	rows    uint64
}

const (
	// digestBatch is the number of rows of a batch.
	digestBatch = 16384
	// digestBlock is how many rows every column passes over at a time: few enough
	// to stay in the first-level cache meanwhile.
	digestBlock = 256
)

// digestColumn is what a column adds to the present batch, and its words so far.
type digestColumn struct {
	*field
	exact   uintptr // offset of the flag of an exact column
	present []byte  // of an optional column
	values  []byte
	order   []string          // words in order of appearance
	codes   [256]uint16       // place in order of an enumeration's code, and one; 0 before
	places  map[string]uint32 // place in order of a string
	recent  [32]recentText    // of a string, by its address
}

// recentText spares the hash of a string: most of a run come from a few constants.
type recentText struct {
	text  string
	place uint32
	known bool
}

func newDigest(s schema) *digest {
	d := &digest{schema: s, sum: sha256.New()}
	head := append([]byte("caseload digest 1\x00"+s.table), 0)
	for i := range s.fields {
		f := &s.fields[i]
		if !f.digested() {
			continue
		}
		head = append(append(head, f.name...), 0)
		c := digestColumn{field: f, places: map[string]uint32{}}
		if f.flag >= 0 {
			c.exact = s.fields[f.flag].offset
		}
		d.columns = append(d.columns, c)
	}
	d.sum.Write(head)
	return d
}

// digestRows adds rows. It fails on a code without a word and on a value that is
// said to be exact and is no integer, after which the digest must not be used.
func digestRows[T Row](d *digest, rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), digestBlock, digestBatch-d.held)
		first := unsafe.Pointer(unsafe.SliceData(rows))
		for i := range d.columns {
			c := &d.columns[i]
			if err := c.take(first, d.schema.size, n); err != nil {
				return fmt.Errorf("%s.%s: %w", d.schema.table, c.name, err)
			}
		}
		rows = rows[n:]
		if d.held += n; d.held == digestBatch {
			d.endBatch()
		}
	}
	return nil
}

func (d *digest) endBatch() {
	d.sum.Write(binary.LittleEndian.AppendUint32(nil, uint32(d.held)))
	for i := range d.columns {
		c := &d.columns[i]
		d.sum.Write(c.present)
		d.sum.Write(c.values)
		c.present, c.values = c.present[:0], c.values[:0]
	}
	d.rows += uint64(d.held)
	d.held = 0
}

// take adds the column of n rows that lie size bytes apart. It reads the fields
// through their offsets, because a reflective loop would cost more than the hash.
func (c *digestColumn) take(row unsafe.Pointer, size uintptr, n int) error {
	first := unsafe.Add(row, c.offset)
	switch c.kind {
	case kindBool, kindInt8:
		values := extend(&c.values, n)
		for i := range values {
			values[i] = *(*uint8)(unsafe.Add(first, uintptr(i)*size))
		}
	case kindInt16:
		values := extend(&c.values, 2*n)
		for i := range n {
			binary.LittleEndian.PutUint16(values[2*i:], *(*uint16)(unsafe.Add(first, uintptr(i)*size)))
		}
		takePresence(c, values, first, size, n, NoInt16)
	case kindInt32:
		values := extend(&c.values, 4*n)
		for i := range n {
			binary.LittleEndian.PutUint32(values[4*i:], *(*uint32)(unsafe.Add(first, uintptr(i)*size)))
		}
		takePresence(c, values, first, size, n, NoInt32)
	case kindInt64, kindThousandths:
		values := extend(&c.values, 8*n)
		for i := range n {
			binary.LittleEndian.PutUint64(values[8*i:], *(*uint64)(unsafe.Add(first, uintptr(i)*size)))
		}
	case kindFloat64:
		return c.takeExact(first, unsafe.Add(row, c.exact), size, n)
	case kindEnum:
		return c.takeCodes(first, size, n)
	case kindString:
		c.takeStrings(first, size, n)
	}
	return nil
}

// extend makes to n bytes longer and returns those.
func extend(to *[]byte, n int) []byte {
	have := len(*to)
	*to = slices.Grow(*to, n)[:have+n]
	return (*to)[have:]
}

// takePresence notes which of an optional column's n values are there. The others,
// of which values are the bytes, become zero.
func takePresence[V int16 | int32](c *digestColumn, values []byte, first unsafe.Pointer, size uintptr, n int, null V) {
	if !c.optional {
		return
	}
	width := len(values) / n
	present := extend(&c.present, n)
	for i := range present {
		present[i] = 1
		if *(*V)(unsafe.Add(first, uintptr(i)*size)) == null {
			present[i] = 0
			clear(values[i*width:][:width])
		}
	}
}

func (c *digestColumn) takeExact(first, flag unsafe.Pointer, size uintptr, n int) error {
	for i := range n {
		var whole int64
		if *(*bool)(unsafe.Add(flag, uintptr(i)*size)) {
			v := *(*float64)(unsafe.Add(first, uintptr(i)*size))
			whole = int64(v)
			if float64(whole) != v || math.Abs(v) > 1<<53 {
				return fmt.Errorf("%v is said to be exact and is no integer that a float holds exactly", v)
			}
		}
		c.values = binary.LittleEndian.AppendUint64(c.values, uint64(whole))
	}
	return nil
}

func (c *digestColumn) takeCodes(first unsafe.Pointer, size uintptr, n int) error {
	values := extend(&c.values, n)
	for i := range values {
		code := *(*uint8)(unsafe.Add(first, uintptr(i)*size))
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
func (c *digestColumn) newCode(code uint8) error {
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

func (c *digestColumn) takeStrings(first unsafe.Pointer, size uintptr, n int) {
	values := extend(&c.values, 4*n)
	for i := range n {
		text := *(*string)(unsafe.Add(first, uintptr(i)*size))
		r := &c.recent[uintptr(unsafe.Pointer(unsafe.StringData(text)))>>3%uintptr(len(c.recent))]
		if !r.known || r.text != text {
			*r = recentText{text, c.place(text), true}
		}
		binary.LittleEndian.PutUint32(values[4*i:], r.place)
	}
}

func (c *digestColumn) place(text string) uint32 {
	place, known := c.places[text]
	if !known {
		place = uint32(len(c.order))
		c.order = append(c.order, text)
		c.places[text] = place
	}
	return place
}

// finish returns the digest as 64 hexadecimal digits.
func (d *digest) finish() string {
	if d.held > 0 {
		d.endBatch()
	}
	var tail []byte
	for i := range d.columns {
		if c := &d.columns[i]; c.kind == kindEnum || c.kind == kindString {
			tail = binary.LittleEndian.AppendUint32(tail, uint32(len(c.order)))
			for _, text := range c.order {
				tail = appendText(tail, text)
			}
		}
	}
	d.sum.Write(binary.LittleEndian.AppendUint64(tail, d.rows))
	return hex.EncodeToString(d.sum.Sum(nil))
}

func appendText(to []byte, text string) []byte {
	to = binary.LittleEndian.AppendUint32(to, uint32(len(text)))
	return append(to, text...)
}

// DatasetDigest combines the digests of parts: SHA-256 over name, a zero byte,
// digest and a line feed of every part in order of name. The order of the argument
// does not matter.
func DatasetDigest(parts []Part) string {
	sorted := slices.Clone(parts)
	slices.SortFunc(sorted, func(a, b Part) int { return strings.Compare(a.Name, b.Name) })
	sum := sha256.New()
	for _, p := range sorted {
		sum.Write([]byte(p.Name + "\x00" + p.Digest + "\n"))
	}
	return hex.EncodeToString(sum.Sum(nil))
}
