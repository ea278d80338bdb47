package panel

import (
	"encoding/binary"
	"math/bits"

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

// encoder turns the pages of columns into bytes of a Parquet file. It owns the
// scratch space of one writer.
type encoder struct {
	body   []byte  // the page before compression
	part   []byte  // one encoded piece of it
	packed []byte  // the page after compression
	levels []uint8 // 1 present, 0 null
	ints   []int32 // widened or without nulls
}

// encodingOf is the Parquet encoding of a column's pages.
//
// Integers go as delta with bit packing: no hashing, a tenth of a byte where
// values hardly change, and at worst the width of the range. Text goes by
// dictionary. Floats are split into streams of bytes, which compress far better
// than whole floats.
func encodingOf(f *field) format.Encoding {
	switch f.kind {
	case kindEnum, kindString:
		return format.RLEDictionary
	case kindFloat32, kindFloat64:
		return format.ByteStreamSplit
	case kindBool:
		return format.Plain
	}
	return format.DeltaBinaryPacked
}

// page encodes the column's values; nulls is how many of them are null. The result
// is valid until the next call.
func (e *encoder) page(c *column) (body []byte, nulls int, err error) {
	e.body = e.body[:0]
	switch c.kind {
	case kindBool:
		e.body = appendBits(e.body, c.bytes)
	case kindInt8, kindInt16, kindInt32:
		values := e.widen(c)
		if c.optional {
			if values, nulls, err = e.split(values, nullOf(c)); err != nil {
				return nil, 0, err
			}
		}
		e.part, err = new(delta.BinaryPackedEncoding).EncodeInt32(e.part, values)
	case kindInt64, kindThousandths:
		e.part, err = new(delta.BinaryPackedEncoding).EncodeInt64(e.part, c.longs)
	case kindFloat32:
		e.part, err = new(bytestreamsplit.Encoding).EncodeFloat(e.part, c.floats)
	case kindFloat64:
		e.part, err = new(bytestreamsplit.Encoding).EncodeDouble(e.part, c.reals)
	case kindEnum:
		width := placeBits(len(c.words))
		e.body = append(e.body, byte(width))
		e.part, err = (&rle.Encoding{BitWidth: width}).EncodeLevels(e.part, c.bytes)
	case kindString:
		width := placeBits(len(c.texts.list))
		e.body = append(e.body, byte(width))
		e.part, err = (&rle.Encoding{BitWidth: width}).EncodeInt32(e.part, c.ints)
	}
	if err != nil {
		return nil, 0, err
	}
	if c.kind != kindBool {
		e.body = append(e.body, e.part...)
	}
	return e.body, nulls, nil
}

// compress packs a page; the result is valid until the next call.
func (e *encoder) compress(body []byte) (packed []byte, err error) {
	e.packed, err = compression.Encode(e.packed, body)
	return e.packed, err
}

// words is the page of a text column's dictionary.
func (e *encoder) words(c *column) (body []byte, count int) {
	list := c.words
	if c.kind == kindString {
		list = c.texts.list
	}
	e.body = e.body[:0]
	for _, word := range list {
		e.body = binary.LittleEndian.AppendUint32(e.body, uint32(len(word)))
		e.body = append(e.body, word...)
	}
	return e.body, len(list)
}

// widen returns the values as the 32 bits that Parquet holds them in.
func (e *encoder) widen(c *column) []int32 {
	switch c.kind {
	case kindInt8:
		e.ints = extend(e.ints[:0], len(c.bytes))
		for i, v := range c.bytes {
			e.ints[i] = int32(int8(v))
		}
	case kindInt16:
		e.ints = extend(e.ints[:0], len(c.shorts))
		for i, v := range c.shorts {
			e.ints[i] = int32(v)
		}
	default:
		return c.ints
	}
	return e.ints
}

func nullOf(c *column) int32 {
	if c.kind == kindInt16 {
		return int32(NoInt16)
	}
	return NoInt32
}

// split puts the definition levels at the head of the page and returns the values
// that are not null. Values may be the scratch space itself: writing never
// overtakes reading.
func (e *encoder) split(values []int32, null int32) (present []int32, nulls int, err error) {
	e.levels = extend(e.levels[:0], len(values))
	e.ints = extend(e.ints[:0], len(values))
	k := 0
	for i, v := range values {
		e.ints[k] = v
		there := 0
		if v != null {
			there = 1
		}
		e.levels[i] = uint8(there)
		k += there
	}
	e.part, err = (&rle.Encoding{BitWidth: 1}).EncodeLevels(e.part, e.levels)
	e.body = binary.LittleEndian.AppendUint32(e.body, uint32(len(e.part)))
	e.body = append(e.body, e.part...)
	return e.ints[:k], len(values) - k, err
}

// placeBits is the width of a place in a list of n, at least 1 because some
// readers refuse 0.
func placeBits(n int) int { return max(1, bits.Len(uint(max(n, 1)-1))) }

// appendBits packs one bit per byte, lowest first.
func appendBits(to []byte, flags []uint8) []byte {
	for len(flags) >= 8 {
		w := binary.LittleEndian.Uint64(flags)
		// Gathers the lowest bit of each byte into the top byte.
		to = append(to, byte(w*0x0102040810204080>>56))
		flags = flags[8:]
	}
	if len(flags) > 0 {
		var last byte
		for i, flag := range flags {
			last |= flag << i
		}
		to = append(to, last)
	}
	return to
}
