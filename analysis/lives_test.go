package analysis

import (
	"io"
	"testing"
	"testing/fstest"

	"caseload/sim/panel"
)

// table is one part of a dataset to be written.
type table func(t *testing.T, create panel.CreateFunc) panel.Part

func rowsAt[T panel.Row](name string, rows ...T) table {
	return func(t *testing.T, create panel.CreateFunc) panel.Part {
		t.Helper()
		w := panel.NewWriter[T](create, name)
		if err := w.Write(rows); err != nil {
			t.Fatal(err)
		}
		part, err := w.Close()
		if err != nil {
			t.Fatal(err)
		}
		return part
	}
}

// lives is a run of two weeks or more with the tables that are given; one of its persons
// stands for a hundred.
func lives(t *testing.T, weeks int, tables ...table) Run {
	t.Helper()
	files := fstest.MapFS{}
	m := panel.Manifest{Weeks: weeks, Weight: 100, Regimes: []string{"passive", "strict"}, Baseline: "passive", Complete: true}
	for _, write := range tables {
		m.Parts = append(m.Parts, write(t, func(name string) (io.WriteCloser, error) { return &memoryFile{files: files, name: name}, nil }))
	}
	text, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	files[panel.ManifestName] = &fstest.MapFile{Data: text}
	folder, err := panel.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	return Run{Label: "test", Folder: folder}
}

func claim(person int32, start, end int16, censored bool) panel.SpellRow {
	return panel.SpellRow{PersonID: person, Kind: panel.BenefitSpell, Name: "universal_credit", StartWeek: start, EndWeek: end, Weeks: end - start, RightCensored: censored, StartPayPence: panel.NoInt32, JobDistrict: panel.NoInt16, EndReason: panel.FoundWork}
}

// Four claims are open at week 0 of a run of ten weeks: one ends in week 0, two in week 4, one
// never. So 3/4 are left when one week is over and 1/4 after five, and the band after one is
// 3/4 ± 1.96 √(3/4 · 1/4 / 4). Of three new claims one ends after two weeks, one is cut off
// after two, one ends after three: 2/3 and then none.
func TestSurvival(t *testing.T) {
	job := panel.SpellRow{PersonID: 2, Kind: panel.JobSpell, Name: "job", StartWeek: 4, EndWeek: 10, Weeks: 6, RightCensored: true, StartPayPence: 30000, JobDistrict: 1, EndReason: panel.NotEnded}
	health := claim(9, -20, 3, false)
	health.Name = healthBenefit
	run := lives(t, 10, rowsAt(panel.PartName(panel.Spells, "passive", 1, 1),
		claim(1, -5, 0, false), claim(2, -9, 4, false), claim(3, -9, 4, false), claim(4, -2, 10, true), job, health,
		claim(5, 1, 3, false), claim(6, 8, 10, true), claim(7, 2, 5, false)))
	curves, err := Survival(run)
	if err != nil {
		t.Fatal(err)
	}
	if len(curves) != 3 {
		t.Fatalf("%d curves of one regime, want 3", len(curves))
	}
	for k, want := range []map[int]float64{{0: 1, 1: 0.75, 4: 0.75, 5: 0.25, 10: 0.25}, {4: 1, 5: 0.75, 10: 0.75}, {1: 1, 2: 2.0 / 3, 3: 0}} {
		for week, share := range want {
			if got := curves[k].Points[week]; got.Weeks != week || !near(got.Share, share) {
				t.Errorf("%s after %d weeks: %v, want a share of %v", curves[k].Of, week, got, share)
			}
		}
	}
	if p := curves[0].Points[1]; !near(p.Share-p.Low, 1.96*0.21650635094610965) || p.High != 1 {
		t.Errorf("the band after one week is %v to %v", p.Low, p.High)
	}
}

// The flows of two people who stay and one who moves, one who retires and one who comes later.
func TestFlows(t *testing.T) {
	row := func(person int32, week int16, status panel.Status) panel.PanelRow {
		return panel.PanelRow{PersonID: person, Week: week, Status: status, WeeksOnBenefit: panel.NoInt16, CoachID: panel.NoInt32}
	}
	run := lives(t, 8, rowsAt(panel.PartName(panel.Panel, "passive", 1, 1),
		row(1, 0, panel.Claimant), row(2, 0, panel.Claimant), row(3, 0, panel.Employed), row(4, 0, panel.Employed),
		row(1, 4, panel.Employed), row(2, 4, panel.Claimant), row(3, 4, panel.Employed), row(5, 4, panel.Claimant),
		row(1, 8, panel.Employed), row(2, 8, panel.Inactive), row(3, 8, panel.Employed), row(5, 8, panel.Claimant)))
	weeks, err := ObservedWeeks(run)
	if err != nil || len(weeks) != 3 || weeks[1] != 4 || weeks[2] != 8 {
		t.Fatalf("weeks %v, %v", weeks, err)
	}
	flows, err := Flows(run, weeks)
	if err != nil {
		t.Fatal(err)
	}
	want := []Flow{
		{"passive", 0, 4, "employed", "employed", 100}, {"passive", 0, 4, "employed", "retired", 100}, {"passive", 0, 4, "claimant", "employed", 100}, {"passive", 0, 4, "claimant", "claimant", 100},
		{"passive", 4, 8, "employed", "employed", 200}, {"passive", 4, 8, "claimant", "inactive", 100}, {"passive", 4, 8, "retired", "retired", 100},
	}
	if len(flows) != len(want) {
		t.Fatalf("flows %v", flows)
	}
	for k := range want {
		if flows[k] != want[k] {
			t.Errorf("flow %v, want %v", flows[k], want[k])
		}
	}
}

// Two districts are added up, differences are taken within replicates, and accounts have a
// net line.
func TestWeeklyAndAccounts(t *testing.T) {
	district := func(number, week int16, claimants int32) panel.DistrictRow {
		return panel.DistrictRow{District: number, Week: week, Claimants: claimants}
	}
	var tables []table
	for replicate, fewer := range map[int]int32{1: 2, 2: 4} {
		tables = append(tables, rowsAt(panel.PartName(panel.Districts, "passive", replicate, 0), district(1, 4, 10), district(2, 4, 20)),
			rowsAt(panel.PartName(panel.Districts, "strict", replicate, 0), district(1, 4, 10), district(2, 4, 20-fewer)))
	}
	var accounts []panel.AccountRow
	for _, regime := range []string{"passive", "strict"} {
		for week := range int16(2) {
			accounts = append(accounts, panel.AccountRow{Regime: regime, Replicate: 1, Week: week, Line: "award", AmountPence: -100, Perspective: "benefits"})
		}
	}
	accounts = append(accounts, panel.AccountRow{Regime: "strict", Replicate: 1, Week: 1, Line: "sanction", AmountPence: 30, Perspective: "benefits"})
	run := lives(t, 8, append(tables, rowsAt(panel.FileName(panel.Accounts), accounts...))...)
	weekly, err := Weekly([]Run{run}, "passive")
	if err != nil || len(weekly.Contrasts) != 2 {
		t.Fatalf("%v, %v", weekly, err)
	}
	if c := weekly.Contrasts[0]; c.Outcome != "claimants" || c.ToWeek != 4 || c.BaselineMean != 3000 || c.Difference != -300 || !near(c.Interval.StandardError, 100) {
		t.Errorf("claimants after four weeks: %+v", c)
	}
	costs, err := Accounts([]Run{run}, "passive")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range costs.Contrasts {
		if c.Outcome == Net && (c.Subgroup != "benefits" || c.BaselineMean != -20000 || c.Difference != 3000) {
			t.Errorf("net of an account: %+v", c)
		}
	}
}
