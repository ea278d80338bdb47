package panel

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"slices"
	"strings"
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
// A panel that was written with some of its columns has a digest of its own: that of a table
// with these columns and no others. So it differs from that of the whole panel, whose
// integers in these columns are the same.
//
// A digest of several parts is in DatasetDigest.
type digest struct {
	sum  hash.Hash
	rows uint64
}

func newDigest(s schema) *digest {
	d := &digest{sum: sha256.New()}
	head := append([]byte("caseload digest 1\x00"+s.table), 0)
	for i := range s.fields {
		if f := &s.fields[i]; f.digested() {
			head = append(append(head, f.name...), 0)
		}
	}
	d.sum.Write(head)
	return d
}

// add adds a batch. It never fails.
func (d *digest) add(c *columns) error {
	d.sum.Write(binary.LittleEndian.AppendUint32(nil, uint32(c.held)))
	for i := range c.list {
		c := &c.list[i]
		switch {
		case !c.digested():
			continue
		case c.flag >= 0:
			d.sum.Write(littleEndian(c.whole))
			continue
		}
		d.sum.Write(c.present)
		d.sum.Write(c.bytes)
		d.sum.Write(littleEndian(c.shorts))
		d.sum.Write(littleEndian(c.ints))
		d.sum.Write(littleEndian(c.longs))
	}
	d.rows += uint64(c.held)
	return nil
}

// finish returns the digest as 64 hexadecimal digits. The columns are those of the batches.
func (d *digest) finish(c *columns) string {
	var tail []byte
	for i := range c.list {
		if c := &c.list[i]; c.kind == kindEnum || c.kind == kindString {
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
