package panel

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// OpenSweep opens the table of a sweep as the only one of a folder.
func OpenSweep(fsys fs.FS, file string) (*Folder, error) {
	facts, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, err
	}
	all := Dictionary()
	columns := all[slices.IndexFunc(all, func(t TableColumns) bool { return t.Name == Sweep })].Columns
	m := Manifest{Parts: []Part{{Table: Sweep, Name: file, Rows: anyRowCount, Bytes: facts.Size()}}, Columns: map[string][]Column{Sweep: columns}}
	return &Folder{Manifest: m, fsys: fsys}, nil
}

// Header names the columns of a table as Cells gives them: regime and replicate first where
// the folders of its parts say them. It is nil for a table that the run did not write.
func (f *Folder) Header(table string) (names []string) {
	if slices.ContainsFunc(f.Manifest.Parts, func(p Part) bool { return p.Table == table && inFolders(p) }) {
		names = []string{"regime", "replicate"}
	}
	for _, c := range f.Manifest.Columns[table] {
		names = append(names, c.Name)
	}
	return names
}

// inFolders tells whether the name of a part says its regime and replicate.
func inFolders(p Part) bool { return strings.Contains(p.Name, "/") }

// Cells goes through a table row by row, for whoever cannot read Parquet: cells are nil for
// null, or of type bool, int64, float32, float64 or string, in the order of Header, or of
// want.Columns, which are names of Header. The slice is used again for the next row. The first
// error is yielded and ends it.
func (f *Folder) Cells(table string, want Selection) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		header := f.Header(table)
		at, column := slices.Index(header, "regime"), slices.Index(header, "replicate")
		var places []int
		for _, name := range want.Columns {
			places = append(places, slices.Index(header, name))
		}
		picked := make([]any, len(places))
		for _, p := range f.Manifest.Parts {
			regime, replicate := arm(p.Name)
			if p.Table != table || !want.wants(regime, replicate) {
				continue
			}
			more := true
			err := f.eachRow(p, func(cells []any) bool {
				if inFolders(p) {
					cells = append([]any{regime, int64(replicate)}, cells...)
				}
				if one, _ := cells[max(at, 0)].(string); at >= 0 && !want.wants(one, 0) {
					return true
				}
				if k, _ := cells[max(column, 0)].(int64); column >= 0 && !want.wants("", int(k)) {
					return true
				}
				if len(places) > 0 {
					for k, place := range places {
						picked[k] = cells[place]
					}
					cells = picked
				}
				more = yield(cells, nil)
				return more
			})
			if err != nil {
				yield(nil, fmt.Errorf("%s: %w", p.Name, err))
				return
			}
			if !more {
				return
			}
		}
	}
}

// eachRow hands over the rows of a part until it is told to stop.
func (f *Folder) eachRow(p Part, take func(cells []any) bool) (err error) {
	at := slices.IndexFunc(rows(), func(r Row) bool { return r.Table() == p.Table })
	if at < 0 {
		return fmt.Errorf("no table is named %q", p.Table)
	}
	s := f.written(schemaFor(rows()[at]))
	file, closer, err := openPart(f.fsys, s, p)
	if err != nil {
		return err
	}
	defer closer.Close()
	defer func() {
		if r := recover(); r != nil { // the Parquet library panics on some damaged pages
			err = fmt.Errorf("%w: %v", errDamaged, r)
		}
	}()
	cells := make([]any, len(s.fields))
	some := make([]parquet.Row, 64)
	for _, group := range file.RowGroups() {
		reader := group.Rows()
		for {
			n, err := reader.ReadRows(some)
			for _, row := range some[:n] {
				for _, value := range row {
					cells[value.Column()] = cell(value, s.fields[value.Column()].kind)
				}
				if !take(cells) {
					return reader.Close()
				}
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return errors.Join(fmt.Errorf("%w: %w", errDamaged, err), reader.Close())
			}
		}
		if err := reader.Close(); err != nil {
			return err
		}
	}
	return nil
}

// cell is a value of a column as one of a few types.
func cell(v parquet.Value, as kind) any {
	if as == kindThousandths && !v.IsNull() {
		return float64(v.Int64()) / 1000
	}
	switch v.Kind() {
	case parquet.Boolean:
		return v.Boolean()
	case parquet.Int32:
		return int64(v.Int32())
	case parquet.Int64:
		return v.Int64()
	case parquet.Float:
		return v.Float()
	case parquet.Double:
		return v.Double()
	case parquet.ByteArray, parquet.FixedLenByteArray:
		return string(v.ByteArray())
	}
	return nil
}
