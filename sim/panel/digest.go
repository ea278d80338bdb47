package panel

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
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
	sum   hash.Hash
	buf   []byte
	rows  uint64
	words []wordPlaces // by column; of enumerations
}

// wordPlaces numbers an enumeration's codes in order of appearance.
type wordPlaces struct {
	place [256]uint8
	known [256]bool
	order []uint8
}

func newDigest(s schema) *digest {
	d := &digest{sum: sha256.New(), words: make([]wordPlaces, len(s.fields))}
	head := append([]byte("caseload digest 1\x00"+s.table), 0)
	for i := range s.fields {
		if s.fields[i].digested() {
			head = append(append(head, s.fields[i].name...), 0)
		}
	}
	d.sum.Write(head)
	return d
}

// batch adds a page. It fails on a value that is said to be exact and is no integer.
func (d *digest) batch(c *columns) error {
	d.rows += uint64(c.rows)
	d.sum.Write(binary.LittleEndian.AppendUint32(nil, uint32(c.rows)))
	for i := range c.list {
		col := &c.list[i]
		if !col.digested() {
			continue
		}
		d.buf = d.buf[:0]
		if col.flag >= 0 {
			if err := d.exact(col, c.list[col.flag].bytes); err != nil {
				return fmt.Errorf("%s.%s: %w", c.schema.table, col.name, err)
			}
		} else {
			d.column(col, &d.words[i])
		}
		d.sum.Write(d.buf)
	}
	return nil
}

// column puts the column's values into the buffer.
func (d *digest) column(c *column, words *wordPlaces) {
	switch c.kind {
	case kindBool, kindInt8:
		d.buf = append(d.buf, c.bytes...)
	case kindEnum:
		d.buf = words.append(d.buf, c.bytes)
	case kindInt16:
		d.buf = appendIntegers(d.buf, c.shorts, c.optional, NoInt16)
	case kindInt32, kindString:
		d.buf = appendIntegers(d.buf, c.ints, c.optional, NoInt32)
	case kindInt64, kindThousandths:
		d.buf = appendIntegers(d.buf, c.longs, false, 0)
	}
}

func (d *digest) exact(c *column, flags []uint8) error {
	for i, v := range c.reals {
		var whole int64
		if flags[i] != 0 {
			whole = int64(v)
			if float64(whole) != v || math.Abs(v) > 1<<53 {
				return fmt.Errorf("%v is said to be exact and is no integer that a float holds exactly", v)
			}
		}
		d.buf = binary.LittleEndian.AppendUint64(d.buf, uint64(whole))
	}
	return nil
}

func (w *wordPlaces) append(to []byte, codes []uint8) []byte {
	n := len(to)
	to = slices.Grow(to, len(codes))[:n+len(codes)]
	for i, code := range codes {
		if !w.known[code] {
			w.known[code] = true
			w.place[code] = uint8(len(w.order))
			w.order = append(w.order, code)
		}
		to[n+i] = w.place[code]
	}
	return to
}

// appendIntegers appends the values in their own width, for an optional column
// after one byte a row that says whether the row has a value.
func appendIntegers[V int16 | int32 | int64](to []byte, values []V, optional bool, null V) []byte {
	n, width := len(to), int(unsafe.Sizeof(null))
	if optional {
		to = slices.Grow(to, (1+width)*len(values))[:n+len(values)]
		for i, v := range values {
			to[n+i] = 1
			if v == null {
				to[n+i] = 0
			}
		}
		n += len(values)
	}
	to = slices.Grow(to, width*len(values))[:n+width*len(values)]
	rest := to[n:]
	for _, v := range values {
		if optional && v == null {
			v = 0
		}
		switch width {
		case 2:
			binary.LittleEndian.PutUint16(rest, uint16(v))
		case 4:
			binary.LittleEndian.PutUint32(rest, uint32(v))
		default:
			binary.LittleEndian.PutUint64(rest, uint64(v))
		}
		rest = rest[width:]
	}
	return to
}

// finish returns the digest as 64 hexadecimal digits.
func (d *digest) finish(c *columns) string {
	var tail []byte
	for i := range c.list {
		switch col := &c.list[i]; col.kind {
		case kindEnum:
			tail = binary.LittleEndian.AppendUint32(tail, uint32(len(d.words[i].order)))
			for _, code := range d.words[i].order {
				tail = appendText(tail, col.words[code])
			}
		case kindString:
			tail = binary.LittleEndian.AppendUint32(tail, uint32(len(col.texts.list)))
			for _, text := range col.texts.list {
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
