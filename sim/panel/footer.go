package panel

import (
	"encoding/binary"
	"hash/crc32"
	"strconv"

	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// FormatVersion is the version of the dataset format: of the tables' columns, of
// the digest and of manifest.json.
const FormatVersion = 1

const magic = "PAR1"

// chunk is one column of the row group that is being filled: encoded pages
// that wait until the columns before them are complete.
type chunk struct {
	pages []byte
	plain int64 // bytes before compression, headers included
	nulls int64
	count int // pages
}

// add appends a data page of rows values.
func (k *chunk) add(e *encoder, c *column, rows int) error {
	body, nulls, err := e.page(c)
	if err != nil {
		return err
	}
	header := format.PageHeader{
		Type: format.DataPage,
		DataPageHeader: thrift.New(format.DataPageHeader{
			NumValues:               int32(rows),
			Encoding:                encodingOf(c.field),
			DefinitionLevelEncoding: format.RLE,
			RepetitionLevelEncoding: format.RLE,
			Statistics:              format.Statistics{NullCount: int64(nulls)},
		}),
	}
	k.nulls += int64(nulls)
	k.count++
	k.pages, err = k.append(k.pages, e, header, body)
	return err
}

// dictionary returns the page that stands before the data pages of a text column.
func (k *chunk) dictionary(e *encoder, c *column) ([]byte, error) {
	body, count := e.words(c)
	return k.append(nil, e, format.PageHeader{
		Type:                 format.DictionaryPage,
		DictionaryPageHeader: thrift.New(format.DictionaryPageHeader{NumValues: int32(count), Encoding: format.Plain}),
	}, body)
}

func (k *chunk) append(to []byte, e *encoder, header format.PageHeader, body []byte) ([]byte, error) {
	packed, err := e.compress(body)
	if err != nil {
		return nil, err
	}
	header.UncompressedPageSize = int32(len(body))
	header.CompressedPageSize = int32(len(packed))
	header.CRC = int32(crc32.ChecksumIEEE(packed))
	head, err := thrift.Marshal(new(thrift.CompactProtocol), &header)
	if err != nil {
		return nil, err
	}
	k.plain += int64(len(head) + len(body))
	return append(append(to, head...), packed...), nil
}

// metadata describes the chunk, whose first byte stands at offset in the file.
func (k *chunk) metadata(c *column, offset int64, dictionary, rows int) format.ColumnChunk {
	m := format.ColumnMetaData{
		Type:                  physical(c.kind),
		Encoding:              []format.Encoding{encodingOf(c.field), format.RLE},
		PathInSchema:          []string{c.name},
		Codec:                 format.Zstd,
		NumValues:             int64(rows),
		TotalUncompressedSize: k.plain,
		TotalCompressedSize:   int64(dictionary + len(k.pages)),
		DataPageOffset:        offset + int64(dictionary),
		Statistics:            format.Statistics{NullCount: k.nulls},
		EncodingStats:         []format.PageEncodingStats{{PageType: format.DataPage, Encoding: encodingOf(c.field), Count: int32(k.count)}},
	}
	if dictionary > 0 {
		m.DictionaryPageOffset = offset
		m.Encoding = append(m.Encoding, format.Plain)
		m.EncodingStats = append([]format.PageEncodingStats{{PageType: format.DictionaryPage, Encoding: format.Plain, Count: 1}}, m.EncodingStats...)
	}
	return format.ColumnChunk{MetaData: m}
}

func physical(k kind) format.Type {
	switch k {
	case kindBool:
		return format.Boolean
	case kindInt8, kindInt16, kindInt32:
		return format.Int32
	case kindInt64, kindThousandths:
		return format.Int64
	case kindFloat32:
		return format.Float
	case kindFloat64:
		return format.Double
	}
	return format.ByteArray
}

// footer is the end of a file: the schema, where everything lies, and the magic.
func footer(s schema, rows int64, groups []format.RowGroup) ([]byte, error) {
	m := format.FileMetaData{
		Version:   1,
		Schema:    []format.SchemaElement{{Name: s.table, NumChildren: thrift.New(int32(len(s.fields)))}},
		NumRows:   rows,
		RowGroups: groups,
		KeyValueMetadata: []format.KeyValue{
			{Key: "caseload.format", Value: strconv.Itoa(FormatVersion)},
			{Key: "caseload.table", Value: s.table},
		},
		CreatedBy: "caseload",
	}
	for i := range s.fields {
		m.Schema = append(m.Schema, element(&s.fields[i]))
	}
	body, err := thrift.Marshal(new(thrift.CompactProtocol), &m)
	if err != nil {
		return nil, err
	}
	body = binary.LittleEndian.AppendUint32(body, uint32(len(body)))
	return append(body, magic...), nil
}

// element is a column's entry in the schema.
func element(f *field) format.SchemaElement {
	e := format.SchemaElement{Name: f.name, Type: thrift.New(physical(f.kind)), RepetitionType: thrift.New(format.Required)}
	if f.optional {
		e.RepetitionType = thrift.New(format.Optional)
	}
	integer := func(width int8, old deprecated.ConvertedType) {
		e.LogicalType.Value = &format.IntType{BitWidth: width, IsSigned: true}
		e.ConvertedType = thrift.New(old)
	}
	switch f.kind {
	case kindInt8:
		integer(8, deprecated.Int8)
	case kindInt16:
		integer(16, deprecated.Int16)
	case kindInt32:
		integer(32, deprecated.Int32)
	case kindInt64:
		integer(64, deprecated.Int64)
	case kindThousandths:
		e.LogicalType.Value = &format.DecimalType{Scale: 3, Precision: 18}
		e.ConvertedType = thrift.New(deprecated.Decimal)
		e.Scale, e.Precision = thrift.New(int32(3)), thrift.New(int32(18))
	case kindEnum, kindString:
		e.LogicalType.Value = &format.StringType{}
		e.ConvertedType = thrift.New(deprecated.UTF8)
	}
	return e
}
