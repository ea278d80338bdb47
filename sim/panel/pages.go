package panel

import (
	"encoding/binary"
	"slices"
	"sync"

	"github.com/parquet-go/parquet-go/compress/zstd"
	"github.com/parquet-go/parquet-go/encoding/bytestreamsplit"
	"github.com/parquet-go/parquet-go/encoding/delta"
	"github.com/parquet-go/parquet-go/encoding/rle"
	"github.com/parquet-go/parquet-go/format"
)

// compression is shared by all writers: it keeps a pool of encoders, each of which
// would otherwise cost every open writer half a megabyte. It carries nothing from one
// page to the next.
var compression = &zstd.Codec{Level: zstd.SpeedFastest}

// scratch is what a page is made in. Writers share a pool of them, as of encoders.
type scratch struct {
	ints   []int32 // as Parquet has all integers of up to 32 bits
	values []byte  // encoded
	levels []byte  // where values are and where nulls
	page   []byte  // levels and values
	packed []byte  // the page, compressed
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// encoding says how a column's values stand in its pages. Integers are differences with
// bit packing: no hashing, a tenth of a byte where values hardly change, and at worst the
// width of the range. Floats split into streams of bytes compress far better than whole
// ones, and words are places in a dictionary.
func (f *field) encoding() format.Encoding {
	switch f.kind {
	case kindBool:
		return format.Plain
	case kindFloat32, kindFloat64:
		return format.ByteStreamSplit
	case kindEnum, kindString:
		return format.RLEDictionary
	}
	return format.DeltaBinaryPacked
}

// encode makes the page of a column, as yet uncompressed.
func (s *scratch) encode(c *column) (err error) {
	s.page = s.page[:0]
	if c.optional {
		if s.levels, err = (&rle.Encoding{BitWidth: 1}).EncodeLevels(s.levels, c.present); err != nil {
			return err
		}
		s.page = append(binary.LittleEndian.AppendUint32(s.page, uint32(len(s.levels))), s.levels...)
	}
	switch c.encoding() {
	case format.Plain:
		s.values = packBits(s.values[:0], c.bytes)
	case format.RLEDictionary:
		s.values, err = new(rle.DictionaryEncoding).EncodeInt32(s.values, s.narrow(c))
	case format.ByteStreamSplit:
		if c.kind == kindFloat32 {
			s.values, err = new(bytestreamsplit.Encoding).EncodeInt32(s.values, c.ints)
		} else {
			s.values, err = new(bytestreamsplit.Encoding).EncodeInt64(s.values, c.longs)
		}
	case format.DeltaBinaryPacked:
		if c.kind == kindInt64 || c.kind == kindThousandths {
			s.values, err = new(delta.BinaryPackedEncoding).EncodeInt64(s.values, c.longs)
		} else {
			s.values, err = new(delta.BinaryPackedEncoding).EncodeInt32(s.values, s.withoutNulls(s.narrow(c), c.present))
		}
	}
	if c.optional {
		s.page = append(s.page, s.values...)
	} else {
		s.page, s.values = s.values, s.page
	}
	return err
}

// narrow is a column's values as 32 bits.
func (s *scratch) narrow(c *column) []int32 {
	switch c.kind {
	case kindInt8:
		s.ints = resize(s.ints, len(c.bytes))
		for i, v := range c.bytes {
			s.ints[i] = int32(int8(v))
		}
		return s.ints
	case kindEnum:
		s.ints = resize(s.ints, len(c.bytes))
		for i, v := range c.bytes {
			s.ints[i] = int32(v)
		}
		return s.ints
	case kindInt16:
		s.ints = resize(s.ints, len(c.shorts))
		for i, v := range c.shorts {
			s.ints[i] = int32(v)
		}
		return s.ints
	}
	return c.ints
}

// withoutNulls is the values that are there; all if none can be missing.
func (s *scratch) withoutNulls(values []int32, present []uint8) []int32 {
	if len(present) == 0 {
		return values
	}
	s.ints = resize(s.ints, len(values)) // may be the values themselves: none is moved upwards
	n := 0
	for i, there := range present {
		s.ints[n] = values[i]
		n += int(there)
	}
	return s.ints[:n]
}

func resize(to []int32, n int) []int32 {
	return slices.Grow(to[:0], n)[:n]
}

// packBits adds truth values, eight to a byte and the first one lowest.
func packBits(to []byte, values []uint8) []byte {
	for ; len(values) >= 8; values = values[8:] {
		// The product has bit 0 of byte i at bit 56 + i, and nothing else up there.
		to = append(to, byte(binary.LittleEndian.Uint64(values)*0x0102040810204080>>56))
	}
	if len(values) == 0 {
		return to
	}
	last := byte(0)
	for i, v := range values {
		last |= v << i
	}
	return append(to, last)
}
