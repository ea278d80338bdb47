package panel

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

// Cells of every table are those of its rows: words, nulls and decimals as they are meant, with regime
// and replicate of the folders before them, and only those that are wanted.
func TestCells(t *testing.T) {
	s := newStore()
	people := anyRows[PersonRow](300)
	for k := range people {
		people[k].Replicate = int16(1 + k%2)
	}
	people[7].WeeksOnBenefit, people[9].WeeksOnBenefit = NoInt16, 12
	districts := anyRows[DistrictRow](2)
	districts[0].VacanciesOpen, districts[1].VacanciesOpen = 1500, -2
	parts := []Part{write(t, s, Persons+".parquet", people, 100)}
	for _, regime := range []string{"lenient", "strict"} {
		parts = append(parts, write(t, s, PartName(Districts, regime, 3, 0), districts, 100))
	}
	f := folder(t, s, parts...)

	table := func(name string, want Selection) (rows [][]any) {
		for cells, err := range f.Cells(name, want) {
			if err != nil {
				t.Fatal(err)
			}
			if len(cells) != len(f.Header(name)) {
				t.Fatalf("%s: %d cells under %d heads", name, len(cells), len(f.Header(name)))
			}
			rows = append(rows, slices.Clone(cells))
		}
		return rows
	}
	at := func(name, column string) int { return slices.Index(f.Header(name), column) }

	k := 0
	for cells, err := range f.Cells(Persons, Selection{Replicate: 2, Columns: []string{"age_years", "person_id"}}) {
		p := &people[2*k+1]
		if err != nil || !slices.Equal(cells, []any{int64(p.AgeYears), int64(p.PersonID)}) {
			t.Fatalf("row %d is %v, %v", k, cells, err)
		}
		k++
	}
	if k != len(people)/2 {
		t.Errorf("%d rows", k)
	}
	persons := table(Persons, Selection{})
	if len(persons) != len(people) || len(table(Persons, Selection{Replicate: 2})) != len(people)/2 {
		t.Fatalf("%d persons", len(persons))
	}
	for k, row := range persons {
		p := &people[k]
		var weeks any
		if p.WeeksOnBenefit != NoInt16 {
			weeks = int64(p.WeeksOnBenefit)
		}
		got := []any{row[at(Persons, "person_id")], row[at(Persons, "sex")], row[at(Persons, "partner")], row[at(Persons, "weight")], row[at(Persons, "skill")], row[at(Persons, "weeks_on_benefit")]}
		if want := []any{int64(p.PersonID), p.Sex.String(), p.Partner, p.Weight, p.Skill, weeks}; fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("row %d: %v, want %v", k, got, want)
		}
	}
	if persons[7][at(Persons, "weeks_on_benefit")] != nil || persons[9][at(Persons, "weeks_on_benefit")] != int64(12) {
		t.Errorf("weeks on benefit are %v and %v", persons[7][at(Persons, "weeks_on_benefit")], persons[9][at(Persons, "weeks_on_benefit")])
	}

	strict := table(Districts, Selection{Regime: "strict"})
	if len(strict) != 2 || len(table(Districts, Selection{Replicate: 4})) != 0 || !reflect.DeepEqual(f.Header(Districts)[:2], []string{"regime", "replicate"}) {
		t.Fatalf("%d rows of strict, heads %v", len(strict), f.Header(Districts)[:2])
	}
	open := at(Districts, "vacancies_open")
	if got, want := []any{strict[0][0], strict[0][1], strict[0][open], strict[1][open]}, []any{"strict", int64(3), 1.5, -0.002}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}

	// Stopping early is no error, and damage is one that names the file.
	for range f.Cells(Persons, Selection{}) {
		break
	}
	whole := s.files[parts[0].Name].Data
	for k := 0; k < len(whole); k += 1 + len(whole)/40 {
		flipped := bytes.Clone(whole)
		flipped[k] ^= 1 << (k % 8)
		s.files[parts[0].Name] = &fstest.MapFile{Data: flipped}
		for _, err := range f.Cells(Persons, Selection{}) {
			if err != nil && !bytes.HasPrefix([]byte(err.Error()), []byte(parts[0].Name)) {
				t.Errorf("flipped byte %d: %v", k, err)
			}
		}
	}
}

// Columns that are not asked for are zero, the others what they are, and a name that no column has is refused.
func TestSomeColumns(t *testing.T) {
	s := newStore()
	people := anyRows[PersonRow](5)
	f := folder(t, s, write(t, s, Persons+".parquet", people, 3))
	var got []PersonRow
	for b, err := range Batches[PersonRow](f, Selection{Columns: []string{"person_id", "skill"}}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, b.Rows...)
	}
	for k := range people {
		if want := (PersonRow{PersonID: people[k].PersonID, Skill: people[k].Skill}); !reflect.DeepEqual(got[k], want) {
			t.Fatalf("row %d: %+v, want %+v", k, got[k], want)
		}
	}
	refused := 0
	for _, err := range Batches[PersonRow](f, Selection{Columns: []string{"person"}}) {
		if err == nil {
			t.Error("an unknown column is read")
		}
		refused++
	}
	if refused != 1 {
		t.Errorf("an unknown column is refused %d times", refused)
	}
}
