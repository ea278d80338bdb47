package panel

import (
	"io"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

const (
	// groupRows is the number of rows of a row group, the last one excepted.
	groupRows = 131_072
	// pageBytes is the size of a page before encoding. Larger ones let the compression
	// see a person's earlier row and cost every open writer as much a column.
	pageBytes = 128 << 10
	// storedRows is how many rows are handed to the library at a time. It ends pages
	// at multiples of 64 rows of such a call only, so that a multiple of 64 that
	// divides groupRows makes the bytes independent of how rows came in.
	storedRows = 256
)

// compression is shared by all writers: it keeps a pool of encoders, each of which
// would otherwise cost every open writer half a megabyte. It carries nothing from one
// page to the next.
var compression = &zstd.Codec{Level: zstd.SpeedFastest}

// file is a Parquet file of T that is being written.
type file[T Row] interface {
	write(rows []T) error
	close() error
}

// newFile begins a file. Nothing reaches to before the first row group is full.
func newFile[T Row](s schema, to io.Writer) file[T] {
	var f any
	switch any(*new(T)).(type) {
	case PersonRow:
		f = newStoredFile(s, to, storePerson)
	case PanelRow:
		f = newStoredFile(s, to, storePanel)
	case SpellRow:
		f = newStoredFile(s, to, storeSpell)
	case EventRow:
		f = newStoredFile(s, to, storeEvent)
	default:
		f = newStoredFile(s, to, func(to, row *T) { *to = *row })
	}
	return f.(file[T])
}

// storedFile writes rows T in the form F.
type storedFile[T Row, F any] struct {
	to    *parquet.GenericWriter[F]
	store func(to *F, row *T)
	batch []F
	held  int // rows in the batch
}

func newStoredFile[T Row, F any](s schema, to io.Writer, store func(*F, *T)) *storedFile[T, F] {
	return &storedFile[T, F]{
		to: parquet.NewGenericWriter[F](to,
			parquet.NewSchema(s.table, parquet.SchemaOf(new(F))),
			parquet.Compression(compression),
			parquet.MaxRowsPerRowGroup(groupRows),
			parquet.PageBufferSize(pageBytes),
			// Version 1 pages without statistics of their own: every reader takes them,
			// and the library repeats smallest and largest value in its page index.
			parquet.DataPageVersion(1),
			parquet.DataPageStatistics(false),
			// Integers as differences with bit packing: no hashing, a tenth of a byte
			// where values hardly change, and at worst the width of the range. Floats
			// split into streams of bytes compress far better than whole ones.
			parquet.DefaultEncodingFor(parquet.Int32, &parquet.DeltaBinaryPacked),
			parquet.DefaultEncodingFor(parquet.Int64, &parquet.DeltaBinaryPacked),
			parquet.DefaultEncodingFor(parquet.Float, &parquet.ByteStreamSplit),
			parquet.DefaultEncodingFor(parquet.Double, &parquet.ByteStreamSplit),
			parquet.DefaultEncodingFor(parquet.ByteArray, &parquet.RLEDictionary),
			parquet.CreatedBy("caseload", strconv.Itoa(FormatVersion), "parquet-go"),
			parquet.KeyValueMetadata("caseload.format", strconv.Itoa(FormatVersion)),
			parquet.KeyValueMetadata("caseload.table", s.table),
		),
		store: store,
		batch: make([]F, storedRows),
	}
}

func (f *storedFile[T, F]) write(rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), len(f.batch)-f.held)
		batch := f.batch[f.held:][:n]
		for i := range batch {
			f.store(&batch[i], &rows[i])
		}
		rows = rows[n:]
		f.held += n
		if f.held == len(f.batch) {
			if err := f.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *storedFile[T, F]) flush() error {
	_, err := f.to.Write(f.batch[:f.held])
	f.held = 0
	return err
}

func (f *storedFile[T, F]) close() error {
	if err := f.flush(); err != nil {
		return err
	}
	return f.to.Close()
}
