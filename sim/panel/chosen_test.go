package panel

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// panelOf puts rows into a panel with the columns asked for and opens it.
func panelOf(t *testing.T, rows []PanelRow, asked ...string) *Folder {
	t.Helper()
	s := newStore()
	w := NewWriter[PanelRow](s.create, PartName(Panel, "lenient", 1, 0), ChosenColumns(asked)...)
	if err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	part, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, s, Manifest{Parts: []Part{part}, PanelColumns: ChosenColumns(asked)})
}

// A panel with some of its columns is read, verified and printed like any other; what it lacks
// is zero, and asking for it says how to have it.
func TestPanelWithChosenColumns(t *testing.T) {
	rows := anyRows[PanelRow](3000)
	asKept(rows)
	f := panelOf(t, rows, "weeks_on_benefit", "distress", "status", "group")
	header := []string{"regime", "replicate", "person_id", "week", "status", "group", "weeks_on_benefit", "distress"}
	if got := f.Header(Panel); !slices.Equal(got, header) {
		t.Errorf("the columns are %v", got)
	}
	if err := f.Verify(true); err != nil {
		t.Error(err)
	}
	for _, want := range []Selection{{}, {Columns: []string{"status", "week", "person_id", "distress", "group", "weeks_on_benefit"}}} {
		got, err := ReadAll[PanelRow](f, want)
		if err != nil || len(got) != len(rows) {
			t.Fatal(len(got), err)
		}
		for k, r := range rows {
			if got[k] != (PanelRow{PersonID: r.PersonID, Week: r.Week, Status: r.Status, Group: r.Group, WeeksOnBenefit: r.WeeksOnBenefit, Distress: r.Distress}) {
				t.Fatalf("row %d: %v", k, got[k])
			}
		}
	}
	k := 0
	for cells, err := range f.Cells(Panel, Selection{}) {
		if err != nil {
			t.Fatal(err)
		}
		if got, want := fmt.Sprint(cells[2:5]), fmt.Sprint([]any{rows[k].PersonID, rows[k].Week, rows[k].Status}); got != want {
			t.Fatalf("row %d is %s, want %s", k, got, want)
		}
		k++
	}
	_, err := ReadAll[PanelRow](f, Selection{Columns: []string{"skill"}})
	if err == nil || !strings.Contains(err.Error(), "without the column skill") {
		t.Error(err)
	}
	if _, err := ReadAll[PanelRow](f, Selection{Columns: []string{"skil"}}); err == nil || !strings.Contains(err.Error(), "no column") {
		t.Error(err)
	}
}

// A table of another version, which lacks a column, is refused: its zeros would be taken for values.
func TestNoOtherTableLacksColumns(t *testing.T) {
	s := newStore()
	columns := schemaOf[ProgrammeRow]().fields
	var others []string
	for _, c := range columns[1:] {
		others = append(others, c.name)
	}
	w := NewWriter[ProgrammeRow](s.create, PartName(Programmes, "lenient", 1, 0), others...)
	if err := w.Write(anyRows[ProgrammeRow](10)); err != nil {
		t.Fatal(err)
	}
	part, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	m := Manifest{Parts: []Part{part}}
	text, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	s.files[ManifestName] = &fstest.MapFile{Data: []byte(strings.Replace(string(text), `"name": "`+columns[0].name+`"`, `"name": "gone"`, 1))}
	f, err := Open(s.files)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("it has %d columns and a table of programmes has %d", len(others), len(columns))
	if _, err := ReadAll[ProgrammeRow](f, Selection{}); err == nil || !strings.Contains(err.Error(), want) {
		t.Error(err)
	}
}

// The digest is of the columns that are there, whatever the others hold, and two choices
// differ in it.
func TestDigestOfChosenColumns(t *testing.T) {
	rows := anyRows[PanelRow](100)
	digest := func(asked ...string) string { return panelOf(t, rows, asked...).Manifest.Digest }
	same := digest("status", "distress")
	if digest("distress", "status", "week") != same {
		t.Error("the order in which columns are asked for changes the digest")
	}
	if digest("status", "skill") == digest("group", "skill") || digest() == same {
		t.Error("other columns have the same digest")
	}
	if digest("status") != same {
		t.Error("a float is part of the digest")
	}
	for i := range rows {
		rows[i].SanctionPence++
		rows[i].Group = "another"
	}
	if digest("status", "distress") != same {
		t.Error("a column that is not written changes the digest")
	}
	rows[3].Week++
	if digest("status", "distress") == same {
		t.Error("a week does not change the digest")
	}
}
