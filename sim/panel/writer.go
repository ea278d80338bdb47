package panel

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
)

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
	part    Part
	err     error
	columns *columns
	digest  *digest
	file    *file
	out     output
}

// NewWriter prepares a part with that name; see PartName and FileName. It has every column of
// the table, or those named; what is left out is neither looked at nor digested.
func NewWriter[T Row](create CreateFunc, name string, chosen ...string) *Writer[T] {
	s := schemaOf[T]().only(chosen)
	w := &Writer[T]{
		part: Part{Name: name, Table: s.table}, digest: newDigest(s),
		out: output{create: create, name: name, sum: sha256.New()},
	}
	w.file = newFile(s, &w.out)
	w.columns = newColumns(s, func(c *columns) error {
		return errors.Join(w.digest.add(c), w.file.add(c))
	})
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
	w.part.Rows += int64(len(rows))
	if err := gather(w.columns, rows); err != nil {
		return w.fail(err)
	}
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
		if err := w.finish(); err != nil {
			_ = w.fail(err)
		}
	}
	if err := w.out.close(); err != nil && w.err == nil {
		_ = w.fail(err)
	}
	if w.err != nil {
		return Part{}, w.err
	}
	w.err = fmt.Errorf("%s: %w", w.part.Name, errClosed)
	w.part.Bytes = w.out.bytes
	w.part.SHA256 = hex.EncodeToString(w.out.sum.Sum(nil))
	w.part.Digest = w.digest.finish(w.columns)
	return w.part, nil
}

// finish writes what is left: the last batch and the end of the file.
func (w *Writer[T]) finish() error {
	if err := w.columns.end(); err != nil {
		return err
	}
	return w.file.close(w.columns)
}

// Discard closes the file without completing it, after which it holds nothing
// readable; the caller removes it.
func (w *Writer[T]) Discard() {
	_ = w.out.close()
	if w.err == nil {
		w.err = fmt.Errorf("%s: %w", w.part.Name, errClosed)
	}
}

// output is a file that is made when its first byte is written.
type output struct {
	create CreateFunc
	name   string
	to     io.WriteCloser // nil before that, and closed
	sum    hash.Hash
	bytes  int64
}

func (o *output) Write(b []byte) (int, error) {
	if o.to == nil {
		to, err := o.create(o.name)
		if err != nil {
			return 0, err
		}
		o.to = to
	}
	n, err := o.to.Write(b)
	o.sum.Write(b[:n])
	o.bytes += int64(n)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	return n, err
}

func (o *output) close() error {
	if o.to == nil {
		return nil
	}
	to := o.to
	o.to = nil
	return to.Close()
}
