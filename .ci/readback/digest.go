package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// batchRows is the batch of the digest's definition.
const batchRows = 16384

// digest follows the definition in sim/panel/digest.go, column by column.
type digest struct {
	sum   hash.Hash
	lanes []lane
	held  int // rows in lanes
	rows  int64
}

// lane is one column of the batch that is being gathered.
type lane struct {
	column
	skip    bool
	present []byte // one byte a row, of a nullable column
	values  []byte
	places  map[string]uint32 // of words
	words   []string
}

func newDigest(table string, columns []column) *digest {
	d := &digest{sum: sha256.New()}
	head := "caseload digest 1\x00" + table + "\x00"
	exact := false
	for _, c := range columns {
		exact = exact || c.Name == "exact"
	}
	for _, c := range columns {
		// The one float that is digested is the summary's value, where exact is true.
		skip := c.Type == "float32" || c.Type == "float64" && !(exact && c.Name == "value")
		if !skip {
			head += c.Name + "\x00"
		}
		d.lanes = append(d.lanes, lane{column: c, skip: skip, places: map[string]uint32{}})
	}
	d.sum.Write([]byte(head))
	return d
}

func (d *digest) record(r arrow.RecordBatch) error {
	for from := 0; from < int(r.NumRows()); {
		n := min(batchRows-d.held, int(r.NumRows())-from)
		for i := range d.lanes {
			if d.lanes[i].skip {
				continue
			}
			if err := d.lanes[i].take(r, i, from, from+n); err != nil {
				return fmt.Errorf("%s: %w", d.lanes[i].Name, err)
			}
		}
		from += n
		if d.held += n; d.held == batchRows {
			d.flush()
		}
	}
	return nil
}

func (l *lane) take(r arrow.RecordBatch, i, from, to int) error {
	column := r.Column(i)
	for k := from; k < to; k++ {
		there := !column.IsNull(k)
		if l.Nullable {
			l.present = append(l.present, bit(there))
		}
		switch c := column.(type) {
		case *array.Boolean:
			l.values = append(l.values, bit(c.Value(k)))
		case *array.Int8:
			l.values = append(l.values, byte(c.Value(k)))
		case *array.Int16:
			l.values = binary.LittleEndian.AppendUint16(l.values, uint16(orZero(there, c.Value(k))))
		case *array.Int32:
			l.values = binary.LittleEndian.AppendUint32(l.values, uint32(orZero(there, c.Value(k))))
		case *array.Int64:
			l.values = binary.LittleEndian.AppendUint64(l.values, uint64(c.Value(k)))
		case *array.Decimal128:
			l.values = binary.LittleEndian.AppendUint64(l.values, c.Value(k).LowBits())
		case *array.Float64:
			var whole int64
			if exactOf(r, k) {
				whole = int64(c.Value(k))
			}
			l.values = binary.LittleEndian.AppendUint64(l.values, uint64(whole))
		case *array.String:
			l.word(c.Value(k))
		default:
			return fmt.Errorf("no digest of a %s", column.DataType())
		}
	}
	return nil
}

func orZero[V int16 | int32](there bool, v V) V {
	if !there {
		return 0
	}
	return v
}

func bit(yes bool) byte {
	if yes {
		return 1
	}
	return 0
}

// exactOf says whether the row's value is exact.
func exactOf(r arrow.RecordBatch, row int) bool {
	for i, f := range r.Schema().Fields() {
		if f.Name == "exact" {
			return r.Column(i).(*array.Boolean).Value(row)
		}
	}
	return false
}

func (l *lane) word(text string) {
	place, known := l.places[text]
	if !known {
		place = uint32(len(l.words))
		l.places[text] = place
		l.words = append(l.words, text)
	}
	if l.Type == "enum" {
		l.values = append(l.values, byte(place))
	} else {
		l.values = binary.LittleEndian.AppendUint32(l.values, place)
	}
}

func (d *digest) flush() {
	d.sum.Write(binary.LittleEndian.AppendUint32(nil, uint32(d.held)))
	for i := range d.lanes {
		l := &d.lanes[i]
		d.sum.Write(l.present)
		d.sum.Write(l.values)
		l.present, l.values = l.present[:0], l.values[:0]
	}
	d.rows += int64(d.held)
	d.held = 0
}

func (d *digest) finish() string {
	if d.held > 0 {
		d.flush()
	}
	var tail []byte
	for _, l := range d.lanes {
		if l.Type != "enum" && l.Type != "string" {
			continue
		}
		tail = binary.LittleEndian.AppendUint32(tail, uint32(len(l.words)))
		for _, w := range l.words {
			tail = binary.LittleEndian.AppendUint32(tail, uint32(len(w)))
			tail = append(tail, w...)
		}
	}
	d.sum.Write(binary.LittleEndian.AppendUint64(tail, uint64(d.rows)))
	return hex.EncodeToString(d.sum.Sum(nil))
}
