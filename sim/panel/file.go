package panel

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/plain"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// groupRows is the number of rows of a row group, the last one excepted: a multiple of
// batchRows.
const groupRows = 131_072

// magic begins and ends a Parquet file.
const magic = "PAR1"

// file is a Parquet file that is being written from columns. The library's own writers take
// rows or boxed values and hash every word, which costs twice the time; its encodings,
// its compression and its descriptions of files are used. The pages of a row group are held
// until it is full.
type file struct {
	schema schema
	to     io.Writer
	at     int64 // bytes written
	chunks []chunk
	rows   int64 // in the chunks
	groups []format.RowGroup
	header bytes.Buffer // of a page
}

// chunk is a column of the present row group.
type chunk struct {
	pages []byte
	plain int64 // bytes of the pages before compression
	nulls int64
	// Bounds of a column by which rows are sought, once noted.
	least, most int32
	noted       bool
}

func newFile(s schema, to io.Writer) *file {
	return &file{schema: s, to: to, chunks: make([]chunk, len(s.fields))}
}

// add makes a batch one page of every column. Nothing reaches the file before a row group
// is full.
func (f *file) add(c *columns) error {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	for i := range c.list {
		if err := f.addPage(&f.chunks[i], &c.list[i], c.held, s); err != nil {
			return err
		}
	}
	if f.rows += int64(c.held); f.rows == groupRows {
		return f.endGroup(c, s)
	}
	return nil
}

func (f *file) addPage(to *chunk, c *column, rows int, s *scratch) error {
	if err := s.encode(c); err != nil {
		return err
	}
	if c.sought() {
		to.note(s.narrow(c))
	}
	for _, there := range c.present {
		to.nulls += int64(1 - there)
	}
	header := format.PageHeader{Type: format.DataPage}
	// Version 1 pages without statistics of their own: every reader takes them.
	header.DataPageHeader.Set(format.DataPageHeader{
		NumValues: int32(rows), Encoding: c.encoding(),
		DefinitionLevelEncoding: format.RLE, RepetitionLevelEncoding: format.RLE,
	})
	return f.compress(to, &header, s)
}

// compress adds the page in s to a chunk, after its header.
func (f *file) compress(to *chunk, header *format.PageHeader, s *scratch) (err error) {
	if s.packed, err = compression.Encode(s.packed, s.page); err != nil {
		return err
	}
	header.UncompressedPageSize, header.CompressedPageSize = int32(len(s.page)), int32(len(s.packed))
	header.CRC = int32(crc32.ChecksumIEEE(s.packed))
	f.header.Reset()
	if err := encodeThrift(&f.header, header); err != nil {
		return err
	}
	to.pages = append(append(to.pages, f.header.Bytes()...), s.packed...)
	to.plain += int64(f.header.Len() + len(s.page))
	return nil
}

func encodeThrift(to io.Writer, what any) error {
	return thrift.NewEncoder(new(thrift.CompactProtocol).NewWriter(to)).Encode(what)
}

// endGroup writes the row group that is held, column after column.
func (f *file) endGroup(c *columns, s *scratch) error {
	if err := f.begin(); err != nil {
		return err
	}
	group := format.RowGroup{NumRows: f.rows, FileOffset: f.at, Ordinal: int16(len(f.groups))}
	for i := range f.chunks {
		described, err := f.endChunk(&f.chunks[i], &c.list[i], s)
		if err != nil {
			return err
		}
		group.Columns = append(group.Columns, described)
		group.TotalByteSize += described.MetaData.TotalUncompressedSize
		group.TotalCompressedSize += described.MetaData.TotalCompressedSize
	}
	f.groups = append(f.groups, group)
	f.rows = 0
	return nil
}

// begin writes the first bytes of the file, once.
func (f *file) begin() error {
	if f.at > 0 {
		return nil
	}
	return f.write([]byte(magic))
}

func (f *file) write(b []byte) error {
	n, err := f.to.Write(b)
	f.at += int64(n)
	return err
}

// endChunk writes a column of the row group, its dictionary first, and empties the chunk.
func (f *file) endChunk(of *chunk, c *column, s *scratch) (format.ColumnChunk, error) {
	start, words := f.at, chunk{}
	d := format.ColumnMetaData{
		Type: *c.node().Type().PhysicalType(), Encoding: []format.Encoding{c.encoding()},
		PathInSchema: []string{c.name}, Codec: format.Zstd, NumValues: f.rows,
		Statistics: of.statistics(),
	}
	if c.optional {
		d.Encoding = append(d.Encoding, format.RLE)
	}
	if c.encoding() == format.RLEDictionary {
		d.Encoding = append(d.Encoding, format.Plain)
		d.DictionaryPageOffset = f.at
		if err := f.addWords(&words, c.order, s); err != nil {
			return format.ColumnChunk{}, err
		}
		if err := f.write(words.pages); err != nil {
			return format.ColumnChunk{}, err
		}
	}
	d.DataPageOffset = f.at
	if err := f.write(of.pages); err != nil {
		return format.ColumnChunk{}, err
	}
	d.TotalUncompressedSize, d.TotalCompressedSize = words.plain+of.plain, f.at-start
	*of = chunk{pages: of.pages[:0]}
	return format.ColumnChunk{MetaData: d}, nil
}

// addWords makes the dictionary of a row group: all words of the part up to there.
func (f *file) addWords(to *chunk, words []string, s *scratch) error {
	s.page = s.page[:0]
	for _, word := range words {
		s.page = plain.AppendByteArrayString(s.page, word)
	}
	header := format.PageHeader{Type: format.DictionaryPage}
	header.DictionaryPageHeader.Set(format.DictionaryPageHeader{NumValues: int32(len(words)), Encoding: format.Plain})
	return f.compress(to, &header, s)
}

// sought tells whether a column is one by which rows are looked up: readers leave out row
// groups between whose bounds no person, coach or week is that they want.
func (f *field) sought() bool {
	return !f.optional && (f.kind == kindInt16 || f.kind == kindInt32) && (f.unit == "identity" || f.unit == "week")
}

func (c *chunk) note(values []int32) {
	if !c.noted {
		c.least, c.most, c.noted = values[0], values[0], true
	}
	for _, v := range values {
		c.least, c.most = min(c.least, v), max(c.most, v)
	}
}

func (c *chunk) statistics() format.Statistics {
	s := format.Statistics{NullCount: c.nulls}
	if c.noted {
		s.MinValue, s.MaxValue = plain.Int32(c.least), plain.Int32(c.most)
	}
	return s
}

// close writes the row group that is held, if any, and the description of the file.
func (f *file) close(c *columns) error {
	if f.rows > 0 {
		s := scratches.Get().(*scratch)
		defer scratches.Put(s)
		if err := f.endGroup(c, s); err != nil {
			return err
		}
	}
	if err := f.begin(); err != nil {
		return err
	}
	var footer bytes.Buffer
	if err := encodeThrift(&footer, f.metadata()); err != nil {
		return err
	}
	end := binary.LittleEndian.AppendUint32(footer.Bytes(), uint32(footer.Len()))
	return f.write(append(end, magic...))
}

// metadata describes the file.
func (f *file) metadata() *format.FileMetaData {
	m := &format.FileMetaData{
		Version: 2, RowGroups: f.groups, Schema: []format.SchemaElement{{Name: f.schema.table}},
		KeyValueMetadata: []format.KeyValue{
			{Key: "caseload.format", Value: strconv.Itoa(FormatVersion)},
			{Key: "caseload.table", Value: f.schema.table},
		},
		CreatedBy: "caseload version " + strconv.Itoa(FormatVersion) + "(build parquet-go)",
	}
	m.Schema[0].NumChildren.Set(int32(len(f.schema.fields)))
	for i := range f.schema.fields {
		node := f.schema.fields[i].node()
		m.Schema = append(m.Schema, f.schema.fields[i].element(node.Type()))
		m.ColumnOrders = append(m.ColumnOrders, *node.Type().ColumnOrder())
	}
	for i := range f.groups {
		m.NumRows += f.groups[i].NumRows
	}
	return m
}

// element is the column in the description of a file.
func (f *field) element(t parquet.Type) format.SchemaElement {
	e := format.SchemaElement{Name: f.name}
	e.Type.Set(*t.PhysicalType())
	e.RepetitionType.Set(format.Required)
	if f.optional {
		e.RepetitionType.Set(format.Optional)
	}
	if c := t.ConvertedType(); c != nil {
		e.ConvertedType.Set(*c)
	}
	if l := t.LogicalType(); l != nil {
		e.LogicalType = *l
		if d, isDecimal := l.Value.(*format.DecimalType); isDecimal {
			e.Scale.Set(d.Scale)
			e.Precision.Set(d.Precision)
		}
	}
	return e
}
