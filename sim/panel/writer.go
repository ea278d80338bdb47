package panel

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"

	"github.com/parquet-go/parquet-go/format"
)

// groupPages is the number of pages of a row group: 131,072 rows.
const groupPages = 8

// CreateFunc makes a file of a run's folder. The name is slash-separated and
// relative to the folder; folders on the way are made. What closing promises
// (synchronised, renamed) is the caller's affair.
type CreateFunc func(name string) (io.WriteCloser, error)

// Part is one finished file of a table.
type Part struct {
	Name   string `json:"name"`   // relative to the run's folder
	Table  string `json:"table"`  // the table it belongs to
	Rows   int64  `json:"rows"`   // may be 0
	Bytes  int64  `json:"bytes"`  // of the file
	SHA256 string `json:"sha256"` // of the file; finds damage
	Digest string `json:"digest"` // of its integers and words; see digest
}

// PartName is the name of a part of a table that is partitioned like the panel:
// panel/regime=R/replicate=0001/part-001.parquet. Replicates count from 1,
// districts (or whatever the parts are) from 0.
func PartName(table, regime string, replicate, part int) string {
	return fmt.Sprintf("%s/regime=%s/replicate=%04d/part-%03d.parquet", table, regime, replicate, part)
}

// FileName is the name of a table that is a single file: summary.parquet.
func FileName(table string) string { return table + ".parquet" }

// Writer writes one part file, row by row, in the order given. The bytes depend on
// the rows alone and not on how they were batched. It is for one goroutine;
// different parts may be written side by side. The file is made when the first row
// group is full or at Close, so that many open writers are not many open files. The
// first error stays and is returned from every later call.
type Writer[T Row] struct {
	create CreateFunc
	out    io.WriteCloser
	sum    hash.Hash
	part   Part
	err    error

	pending []T // rows that are fewer than a call to gather is worth
	columns *columns
	digest  *digest
	encoder encoder
	chunks  []chunk
	held    int // rows in chunks
	groups  []format.RowGroup
}

// NewWriter prepares a part with that name; see PartName and FileName.
func NewWriter[T Row](create CreateFunc, name string) *Writer[T] {
	s := schemaOf[T]()
	w := &Writer[T]{
		create: create, sum: sha256.New(), part: Part{Name: name, Table: s.table},
		columns: newColumns(s), digest: newDigest(s), chunks: make([]chunk, len(s.fields)),
	}
	if !fs.ValidPath(name) {
		w.err = fmt.Errorf("%q cannot be the name of a part", name)
	}
	return w
}

// Write adds rows. They may be used again as soon as it returns. It fails, naming
// table and column, on an enumeration without a word and on whatever the file says.
func (w *Writer[T]) Write(rows []T) error {
	if w.err != nil {
		return w.err
	}
	if len(w.pending)+len(rows) < gatherRows {
		w.pending = append(w.pending, rows...)
		return nil
	}
	if len(w.pending) > 0 {
		if err := w.take(w.pending); err != nil {
			return err
		}
		clear(w.pending)
		w.pending = w.pending[:0]
	}
	return w.take(rows)
}

func (w *Writer[T]) take(rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), w.columns.room())
		if err := takeAll(w.columns, rows[:n]); err != nil {
			return w.fail(err)
		}
		rows = rows[n:]
		if w.columns.room() == 0 {
			if err := w.endPage(); err != nil {
				return err
			}
		}
	}
	return nil
}

// endPage encodes the gathered rows.
func (w *Writer[T]) endPage() error {
	rows := w.columns.rows
	if err := w.digest.batch(w.columns); err != nil {
		return w.fail(err)
	}
	for i := range w.chunks {
		if err := w.chunks[i].add(&w.encoder, &w.columns.list[i], rows); err != nil {
			return w.fail(err)
		}
	}
	w.columns.clear()
	w.held += rows
	if w.held == groupPages*pageRows {
		return w.endGroup()
	}
	return nil
}

// endGroup writes the columns of a row group, one after the other.
func (w *Writer[T]) endGroup() error {
	if err := w.open(); err != nil {
		return err
	}
	group := format.RowGroup{NumRows: int64(w.held), FileOffset: w.part.Bytes, Ordinal: int16(len(w.groups))}
	for i := range w.chunks {
		k, c := &w.chunks[i], &w.columns.list[i]
		var dictionary []byte
		if c.kind == kindEnum || c.kind == kindString {
			var err error
			if dictionary, err = k.dictionary(&w.encoder, c); err != nil {
				return w.fail(err)
			}
		}
		meta := k.metadata(c, w.part.Bytes, len(dictionary), w.held)
		group.Columns = append(group.Columns, meta)
		group.TotalByteSize += meta.MetaData.TotalUncompressedSize
		group.TotalCompressedSize += meta.MetaData.TotalCompressedSize
		if err := w.emit(dictionary); err != nil {
			return err
		}
		if err := w.emit(k.pages); err != nil {
			return err
		}
		*k = chunk{pages: k.pages[:0]}
	}
	w.groups = append(w.groups, group)
	w.part.Rows += int64(w.held)
	w.held = 0
	return nil
}

// open makes the file unless it is there.
func (w *Writer[T]) open() error {
	if w.out != nil {
		return nil
	}
	out, err := w.create(w.part.Name)
	if err != nil {
		return w.fail(err)
	}
	w.out = out
	return w.emit([]byte(magic))
}

func (w *Writer[T]) emit(b []byte) error {
	n, err := w.out.Write(b)
	w.part.Bytes += int64(n)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	if err != nil {
		return w.fail(err)
	}
	w.sum.Write(b)
	return nil
}

func (w *Writer[T]) fail(err error) error {
	w.err = fmt.Errorf("%s: %w", w.part.Name, err)
	return w.err
}

var errClosed = errors.New("the part is closed")

// Close completes the file and says what is in it. The file is closed in any case,
// and a part whose Close failed must not be used.
func (w *Writer[T]) Close() (Part, error) {
	if w.err == nil {
		w.complete()
	}
	if w.out != nil {
		if err := w.out.Close(); err != nil && w.err == nil {
			_ = w.fail(err)
		}
		w.out = nil
	}
	if w.err != nil {
		return Part{}, w.err
	}
	w.err = fmt.Errorf("%s: %w", w.part.Name, errClosed)
	w.part.SHA256 = hex.EncodeToString(w.sum.Sum(nil))
	w.part.Digest = w.digest.finish(w.columns)
	return w.part, nil
}

// complete writes what is still held, and the footer; errors stay in w.err.
func (w *Writer[T]) complete() {
	if w.take(w.pending) != nil {
		return
	}
	if w.columns.rows > 0 && w.endPage() != nil {
		return
	}
	if w.held > 0 && w.endGroup() != nil || w.open() != nil {
		return
	}
	end, err := footer(w.columns.schema, w.part.Rows, w.groups)
	if err != nil {
		_ = w.fail(err)
		return
	}
	_ = w.emit(end)
}

// Discard closes the file without completing it, after which it holds nothing
// readable; the caller removes it.
func (w *Writer[T]) Discard() {
	if w.out != nil {
		_ = w.out.Close()
		w.out = nil
	}
	if w.err == nil {
		w.err = fmt.Errorf("%s: %w", w.part.Name, errClosed)
	}
}
