package panel

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"unsafe"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// errDamaged is what a file that cannot be what was written comes to.
var errDamaged = errors.New("the file is damaged")

// partRows reads a part row group by row group. Whatever is wrong with the file
// comes back as an error that names it.
func partRows[T Row](fsys fs.FS, s schema, p Part, columns []string) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		file, closer, err := openPart(fsys, s, p)
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", p.Name, err))
			return
		}
		defer closer.Close()
		for _, group := range file.RowGroups() {
			rows, err := readGroup[T](s, group, columns)
			if err != nil {
				err = fmt.Errorf("%s: %w", p.Name, err)
			}
			if !yield(rows, err) || err != nil {
				return
			}
		}
	}
}

// openPart opens a part and checks that it is the table it should be.
func openPart(fsys fs.FS, s schema, p Part) (_ *parquet.File, _ io.Closer, err error) {
	f, err := fsys.Open(p.Name)
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		// The Parquet library panics on some footers that no writer makes.
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errDamaged, r)
		}
		if err != nil {
			f.Close()
		}
	}()
	at, size, err := readerAt(f)
	if err != nil {
		return nil, nil, err
	}
	if size != p.Bytes {
		return nil, nil, fmt.Errorf("%w: it has %d bytes and should have %d", errDamaged, size, p.Bytes)
	}
	file, err := parquet.OpenFile(at, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if err := s.check(file); err != nil {
		return nil, nil, err
	}
	if p.Rows != anyRowCount && file.NumRows() != p.Rows {
		return nil, nil, fmt.Errorf("%w: it has %d rows and should have %d", errDamaged, file.NumRows(), p.Rows)
	}
	return file, f, nil
}

// anyRowCount is the count of a part that no manifest counts.
const anyRowCount = -1

// readerAt gives random access to a file, through memory where the file system
// offers none.
func readerAt(f fs.File) (io.ReaderAt, int64, error) {
	if at, ok := f.(io.ReaderAt); ok {
		stat, err := f.Stat()
		if err != nil {
			return nil, 0, err
		}
		return at, stat.Size(), nil
	}
	all, err := io.ReadAll(f)
	return bytes.NewReader(all), int64(len(all)), err
}

// check compares a file's columns with the table's.
func (s *schema) check(file *parquet.File) error {
	found := file.Schema().Fields()
	if len(found) != len(s.fields) {
		return fmt.Errorf("it has %d columns and a table of %s has %d", len(found), s.table, len(s.fields))
	}
	for i := range s.fields {
		if f := &s.fields[i]; found[i].Name() != f.name || !parquet.EqualNodes(found[i], f.node()) {
			return fmt.Errorf("column %d is %q and should be %s.%s of type %s", i+1, found[i].Name(), s.table, f.name, kindNames[f.kind])
		}
	}
	for _, group := range file.Metadata().RowGroups {
		for i := range group.Columns {
			// Other decompressors believe a damaged page's size and ask for that memory.
			if codec := group.Columns[i].MetaData.Codec; codec != format.Zstd {
				return fmt.Errorf("%w: a column is compressed with %s", errDamaged, codec)
			}
		}
	}
	return nil
}

func readGroup[T Row](s schema, group parquet.RowGroup, columns []string) (rows []T, err error) {
	defer func() {
		if r := recover(); r != nil {
			rows, err = nil, fmt.Errorf("%w: %v", errDamaged, r)
		}
	}()
	// The row count of a damaged footer is not trusted with memory.
	if n := group.NumRows(); n < 0 || n > groupRows {
		return nil, fmt.Errorf("%w: a row group of %d rows", errDamaged, n)
	}
	rows = make([]T, group.NumRows())
	for i, chunk := range group.ColumnChunks() {
		if len(columns) > 0 && !slices.Contains(columns, s.fields[i].name) {
			continue
		}
		if err := readChunk(&s.fields[i], s.size, chunk, rows); err != nil {
			return nil, fmt.Errorf("%s.%s: %w", s.table, s.fields[i].name, err)
		}
	}
	return rows, nil
}

func readChunk[T Row](f *field, stride uintptr, chunk parquet.ColumnChunk, rows []T) error {
	pages := chunk.Pages()
	defer pages.Close()
	for {
		page, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			if len(rows) > 0 {
				return fmt.Errorf("%w: %d values are missing", errDamaged, len(rows))
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %w", errDamaged, err)
		}
		n := int(page.NumRows())
		if n > len(rows) {
			return fmt.Errorf("%w: more values than rows", errDamaged)
		}
		if n > 0 {
			base := unsafe.Pointer(unsafe.SliceData(rows))
			if err := f.decode(page, unsafe.Add(base, f.offset), stride, n); err != nil {
				return err
			}
		}
		rows = rows[n:]
		parquet.Release(page)
	}
}

// decode puts a page's n values into the rows whose fields start at first.
func (f *field) decode(page parquet.Page, first unsafe.Pointer, stride uintptr, n int) error {
	values := page.Data()
	switch f.kind {
	case kindBool:
		packed := values.Boolean()
		for i := range n {
			*(*bool)(unsafe.Add(first, uintptr(i)*stride)) = packed[i/8]>>(i%8)&1 != 0
		}
	case kindInt8:
		scatter(first, stride, narrow[int8](values.Int32()), n)
	case kindInt16:
		scatter(first, stride, spread(page, f.optional, narrow[int16](values.Int32()), NoInt16), n)
	case kindInt32:
		scatter(first, stride, spread(page, f.optional, values.Int32(), NoInt32), n)
	case kindInt64, kindThousandths:
		scatter(first, stride, values.Int64(), n)
	case kindFloat32:
		scatter(first, stride, values.Float(), n)
	case kindFloat64:
		scatter(first, stride, values.Double(), n)
	case kindEnum, kindString:
		return f.decodeWords(page, first, stride, n)
	}
	return nil
}

func (f *field) decodeWords(page parquet.Page, first unsafe.Pointer, stride uintptr, n int) error {
	dictionary := page.Dictionary()
	if dictionary == nil {
		return fmt.Errorf("%w: it has no dictionary", errDamaged)
	}
	texts := make([]string, dictionary.Len())
	codes := make([]uint8, len(texts))
	for i := range texts {
		texts[i] = string(dictionary.Index(int32(i)).ByteArray())
		if f.kind == kindEnum {
			code, err := f.code(texts[i])
			if err != nil {
				return err
			}
			codes[i] = code
		}
	}
	data := page.Data()
	places := data.Int32()
	for i := range n {
		at, to := places[i], unsafe.Add(first, uintptr(i)*stride)
		if f.kind == kindEnum {
			*(*uint8)(to) = codes[at]
		} else {
			*(*string)(to) = texts[at]
		}
	}
	return nil
}

// code is the number of an enumeration's word.
func (f *field) code(text string) (uint8, error) {
	for i, w := range f.words {
		if w == text {
			return uint8(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not a word of this column", text)
}

func narrow[V int8 | int16](values []int32) []V {
	to := make([]V, len(values))
	for i, v := range values {
		to[i] = V(v)
	}
	return to
}

// spread puts null where the page has none of the values.
func spread[V any](page parquet.Page, optional bool, values []V, null V) []V {
	if !optional {
		return values
	}
	levels := page.DefinitionLevels()
	to := make([]V, len(levels))
	k := 0
	for i, level := range levels {
		to[i] = null
		if level != 0 {
			to[i] = values[k]
			k++
		}
	}
	return to
}

func scatter[V any](first unsafe.Pointer, stride uintptr, values []V, n int) {
	for i, v := range values[:n] {
		*(*V)(unsafe.Add(first, uintptr(i)*stride)) = v
	}
}
