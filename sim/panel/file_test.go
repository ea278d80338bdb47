package panel

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/plain"
	"github.com/parquet-go/parquet-go/format"
)

// metadata writes rows and returns what the file says about itself.
func metadata[T Row](t *testing.T, rows []T) (*parquet.File, *format.FileMetaData) {
	t.Helper()
	s := newStore()
	write(t, s, "a.parquet", rows, 8192)
	data := s.files["a.parquet"].Data
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return f, f.Metadata()
}

// TestFileForOtherPrograms fixes what programs that know nothing of this package see.
func TestFileForOtherPrograms(t *testing.T) {
	f, m := metadata(t, panelRows(groupRows+10, 3000))
	if len(m.RowGroups) != 2 || m.RowGroups[0].NumRows != 131_072 {
		t.Errorf("%d row groups, the first with %d rows", len(m.RowGroups), m.RowGroups[0].NumRows)
	}
	if m.Schema[0].Name != Panel || m.CreatedBy != "caseload version "+strconv.Itoa(FormatVersion)+"(build parquet-go)" {
		t.Errorf("%q created by %q", m.Schema[0].Name, m.CreatedBy)
	}
	if table, _ := f.Lookup("caseload.table"); table != Panel {
		t.Errorf("the table is said to be %q", table)
	}
	s := schemaOf[PanelRow]()
	for _, group := range m.RowGroups {
		for i, c := range group.Columns {
			if c.MetaData.Codec != format.Zstd {
				t.Errorf("%s is compressed with %s", s.fields[i].name, c.MetaData.Codec)
			}
			text := s.fields[i].kind == kindEnum || s.fields[i].kind == kindString
			if slices.Contains(c.MetaData.Encoding, format.RLEDictionary) != text {
				t.Errorf("%s is encoded as %v", s.fields[i].name, c.MetaData.Encoding)
			}
		}
	}
	_, m = metadata(t, anyRows[DistrictRow](3))
	if e := m.Schema[5]; e.Name != "vacancies_open" || e.Scale.V != 3 || e.Precision.V != 18 {
		t.Errorf("%+v", e)
	}
}

// TestFileIsMadeLate: open writers are not open files.
func TestFileIsMadeLate(t *testing.T) {
	s, made := newStore(), 0
	w := NewWriter[PanelRow](func(name string) (io.WriteCloser, error) { made++; return s.create(name) }, "panel.parquet")
	rows := panelRows(groupRows, 3000)
	if err := w.Write(rows[1:]); err != nil || made != 0 {
		t.Fatalf("made %d files with a row group not yet over (%v)", made, err)
	}
	if err := w.Write(rows[:1]); err != nil || made != 1 {
		t.Fatalf("made %d files after a row group (%v)", made, err)
	}
	if _, err := w.Close(); err != nil || made != 1 {
		t.Fatalf("made %d files in all (%v)", made, err)
	}
}

// TestBounds: a reader that wants some weeks or persons can leave out row groups, and one
// that counts nulls need not read the column.
func TestBounds(t *testing.T) {
	rows := panelRows(groupRows+1000, 3000)
	_, m := metadata(t, rows)
	for k, group := range m.RowGroups {
		least, most, nulls := int32(math.MaxInt32), int32(math.MinInt32), int64(0)
		for _, r := range rows[k*groupRows : min((k+1)*groupRows, len(rows))] {
			least, most = min(least, int32(r.Week)), max(most, int32(r.Week))
			if r.CoachID == NoInt32 {
				nulls++
			}
		}
		for _, c := range group.Columns {
			switch s := c.MetaData.Statistics; c.MetaData.PathInSchema[0] {
			case "week":
				if !bytes.Equal(s.MinValue, plain.Int32(least)) || !bytes.Equal(s.MaxValue, plain.Int32(most)) {
					t.Errorf("row group %d: weeks from %v to %v, want %d to %d", k, s.MinValue, s.MaxValue, least, most)
				}
			case "coach_id":
				if s.NullCount != nulls {
					t.Errorf("row group %d: %d nulls of coach_id, want %d", k, s.NullCount, nulls)
				}
			}
		}
	}
}
