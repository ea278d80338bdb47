package panel

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Folder is a finished run.
type Folder struct {
	Manifest Manifest
	fsys     fs.FS
}

// Open opens the run whose folder fsys is. It reads the manifest only; see
// ReadManifest for what it refuses. A run that is not Complete opens.
func Open(fsys fs.FS) (*Folder, error) {
	m, err := ReadManifest(fsys)
	if err != nil {
		return nil, err
	}
	return &Folder{Manifest: m, fsys: fsys}, nil
}

// Selection says which rows are wanted. The zero value wants all.
type Selection struct {
	Regime    string // every one if empty
	Replicate int    // from 1; every one if 0

	// Columns are those that Batches reads; the others are zero in its rows. All if empty. A panel has
	// dozens, and three of them are read in a fraction of the time. Cells gives them alone, in this order.
	Columns []string
}

func (s Selection) wants(regime string, replicate int) bool {
	return (s.Regime == "" || regime == "" || s.Regime == regime) &&
		(s.Replicate == 0 || replicate == 0 || s.Replicate == replicate)
}

// Batch is rows that follow one another in one part: at most one row group.
type Batch[T Row] struct {
	Part      string // its name
	Regime    string // from the part's name; empty for a table that is a single file
	Replicate int    // likewise; 0 for such a table
	Rows      []T    // for the caller to keep
}

// armed rows say themselves which regime and replicate they belong to, since their
// table is a single file. An empty regime means every one.
type armed interface {
	arm() (regime string, replicate int)
}

func (r PersonRow) arm() (string, int)  { return "", int(r.Replicate) }
func (r AccountRow) arm() (string, int) { return r.Regime, int(r.Replicate) }
func (r SummaryRow) arm() (string, int) { return r.Regime, int(r.Replicate) }
func (r SweepRow) arm() (string, int)   { return r.Regime, int(r.Replicate) }

// Batches goes through a table part by part in order of name and row. A table that
// the run did not write has no batches. The first error is yielded and ends it.
func Batches[T Row](f *Folder, want Selection) iter.Seq2[Batch[T], error] {
	return func(yield func(Batch[T], error) bool) {
		whole := schemaOf[T]()
		s := f.written(whole)
		if len(want.Columns) > 0 && (want.Regime != "" || want.Replicate != 0) {
			want.Columns = slices.Concat(want.Columns, s.arm()) // rows are chosen by them
		}
		for _, name := range want.Columns {
			if !whole.has(name) {
				yield(Batch[T]{}, fmt.Errorf("the table %s has no column %q", s.table, name))
				return
			}
			if !s.has(name) {
				yield(Batch[T]{}, fmt.Errorf("the %s was written without the column %s: run it anew with that in panel.columns of the scenario, or with none there", s.table, name))
				return
			}
		}
		for _, p := range f.Manifest.Parts {
			if p.Table != s.table {
				continue
			}
			regime, replicate := arm(p.Name)
			if !want.wants(regime, replicate) {
				continue
			}
			for rows, err := range partRows[T](f.fsys, s, p, want.Columns) {
				b := Batch[T]{Part: p.Name, Regime: regime, Replicate: replicate, Rows: chosen(rows, want)}
				if !yield(b, err) || err != nil {
					return
				}
			}
		}
	}
}

// written is a table as the run has it: a panel may have been written with some of its columns.
// No other may, so that one of another version is refused and not read with zeros.
func (f *Folder) written(s schema) schema {
	if s.table != Panel {
		return s
	}
	return s.only(f.Manifest.PanelColumns)
}

// arm are the columns that say regime and replicate, where a table has them.
func (s *schema) arm() (names []string) {
	for _, f := range s.fields {
		if f.name == "regime" || f.name == "replicate" {
			names = append(names, f.name)
		}
	}
	return names
}

// chosen drops the rows of a single-file table that are not wanted.
func chosen[T Row](rows []T, want Selection) []T {
	if _, isArmed := any(*new(T)).(armed); !isArmed || want.Regime == "" && want.Replicate == 0 {
		return rows
	}
	kept := rows[:0]
	for _, r := range rows {
		if want.wants(any(r).(armed).arm()) {
			kept = append(kept, r)
		}
	}
	return kept
}

// ReadAll returns the rows of a table that are wanted, in order of part and row.
// For a panel of any size use Batches.
func ReadAll[T Row](f *Folder, want Selection) ([]T, error) {
	var all []T
	for b, err := range Batches[T](f, want) {
		if err != nil {
			return nil, err
		}
		all = append(all, b.Rows...)
	}
	return all, nil
}

// arm reads regime and replicate out of a part's name.
func arm(name string) (regime string, replicate int) {
	for element := range strings.SplitSeq(name, "/") {
		if v, ok := strings.CutPrefix(element, "regime="); ok {
			regime = v
		}
		if v, ok := strings.CutPrefix(element, "replicate="); ok {
			replicate, _ = strconv.Atoi(v)
		}
	}
	return regime, replicate
}

// Verify compares every part with the manifest: that it is there, its size, its
// hash and, where digests is true, its digest, for which every row is read. All
// faults are returned, joined.
func (f *Folder) Verify(digests bool) error {
	var faults []error
	for _, p := range f.Manifest.Parts {
		err := f.verifyFile(p)
		if err == nil && digests {
			err = f.verifyDigest(p)
		}
		if err != nil {
			faults = append(faults, err)
		}
	}
	return errors.Join(faults...)
}

func (f *Folder) verifyFile(p Part) error {
	file, err := f.fsys.Open(p.Name)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	defer file.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, file)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	if n != p.Bytes {
		return fmt.Errorf("%s has %d bytes and should have %d", p.Name, n, p.Bytes)
	}
	if hex.EncodeToString(sum.Sum(nil)) != p.SHA256 {
		return fmt.Errorf("%s is damaged: its hash is not the one in the manifest", p.Name)
	}
	return nil
}

func (f *Folder) verifyDigest(p Part) error {
	got, err := f.partDigest(p)
	if err != nil {
		return err
	}
	if got != p.Digest {
		return fmt.Errorf("%s: the digest of its rows is not the one in the manifest", p.Name)
	}
	return nil
}

// partDigest computes a part's digest from its rows.
func (f *Folder) partDigest(p Part) (string, error) {
	switch p.Table {
	case Persons:
		return digestOf[PersonRow](f, p)
	case Panel:
		return digestOf[PanelRow](f, p)
	case Spells:
		return digestOf[SpellRow](f, p)
	case Events:
		return digestOf[EventRow](f, p)
	case Coaches:
		return digestOf[CoachRow](f, p)
	case Indicators:
		return digestOf[IndicatorRow](f, p)
	case Districts:
		return digestOf[DistrictRow](f, p)
	case Providers:
		return digestOf[ProviderRow](f, p)
	case Programmes:
		return digestOf[ProgrammeRow](f, p)
	case Accounts:
		return digestOf[AccountRow](f, p)
	case Summary:
		return digestOf[SummaryRow](f, p)
	case Sweep:
		return digestOf[SweepRow](f, p)
	}
	return "", fmt.Errorf("%s: no table is named %q", p.Name, p.Table)
}

func digestOf[T Row](f *Folder, p Part) (string, error) {
	s := f.written(schemaOf[T]())
	d := newDigest(s)
	c := newColumns(s, d.add)
	for rows, err := range partRows[T](f.fsys, s, p, nil) {
		if err != nil {
			return "", err
		}
		if err := gather(c, rows); err != nil {
			return "", fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	if err := c.end(); err != nil {
		return "", err
	}
	return d.finish(c), nil
}
