package scenarios

import (
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/panel"
)

// class is a scenario of the forty people of the shipped table.
const class = `kind: scenario
title: The class
extends: by-hand
population: class-of-40
start: 2024-04-01
horizon: 4 weeks
replicates: 2
persons: 40
`

// worldOf is the world of a replicate at its beginning.
func worldOf(t *testing.T, files map[string]string, replicate int, sets ...string) (*sim.World, *Case) {
	t.Helper()
	c, found := Load(withFiles(files), "class.yaml", sets)
	if c == nil {
		t.Fatal(found)
	}
	return sim.NewWorld(c.Config(replicate)), c
}

// The forty are those of the table, in its order, in every replicate; of what the table does
// not say too.
func TestTableOfPersons(t *testing.T) {
	files := map[string]string{"class.yaml": class}
	w, c := worldOf(t, files, 1)
	p := w.People
	if p.Len() != 40 || p.ID[0] != 0 {
		t.Fatalf("%d people, not 40", p.Len())
	}
	cara := 2 // female, 33, no children, unaided, 6 weeks, level 3
	if p.Sex[cara] != agents.Female || p.Children[cara] != 0 || p.Digital[cara] != agents.Unaided || p.BenefitSince[cara] != -6 || p.Education[cara] != agents.Level3 {
		t.Error("the third person is not Cara")
	}
	if years := float64(-p.BornWeek[cara]) * 7 / 365.25; years < 33 || years > 33.1 {
		t.Errorf("Cara is %v", years)
	}
	if joan := 34; p.Children[joan] != 1 || -p.YoungestBornWeek[joan] != 68 {
		t.Errorf("the child of the 35th was born in week %d", p.YoungestBornWeek[34])
	}
	other, _ := worldOf(t, files, 2)
	for i := range p.Len() {
		if p.BornWeek[i] != other.People.BornWeek[i] || p.Skill[i] != other.People.Skill[i] || p.SearchFrailty[i] != other.People.SearchFrailty[i] || p.Education[i] != other.People.Education[i] {
			t.Fatalf("person %d is another one in the second replicate", i)
		}
	}
	report := c.PopulationTable()
	imputed := map[string]int{}
	for _, i := range report.Imputed {
		imputed[i.Trait] = i.Rows
	}
	if report.Rows != 40 || report.Persons != 40 || report.FewestCopies != 1 || report.MostCopies != 1 || imputed["education"] != 2 || imputed["skill"] != 40 || imputed["sex"] != 0 || imputed["youngest_child_years"] != 0 {
		t.Errorf("the report is %+v", report)
	}
	if again, _ := worldOf(t, files, 1, "persons=100"); again.People.Len() != 100 {
		t.Errorf("a hundred from forty are %d", again.People.Len())
	}
}

// A resolved scenario has the table beside it, and gives the same people.
func TestResolvedTable(t *testing.T) {
	_, c := worldOf(t, map[string]string{"class.yaml": class}, 1)
	again, _ := worldOf(t, map[string]string{"class.yaml": string(c.Tree.YAML()), c.Persons.Name: string(c.Persons.Content)}, 1)
	if again.People.Len() != 40 || again.People.BenefitSince[2] != -6 {
		t.Error("the resolved scenario has other people")
	}
	changed := strings.Replace(string(c.Persons.Content), "Cara,female", "Carl,male", 1)
	if c, found := Load(withFiles(map[string]string{"class.yaml": string(c.Tree.YAML()), c.Persons.Name: changed}), "class.yaml", nil); c != nil || !strings.Contains(found.String(), "is another file") {
		t.Errorf("a table that was changed: %s", found)
	}
}

type closingBuffer struct{ bytes.Buffer }

func (*closingBuffer) Close() error { return nil }

// A table may be Parquet, for example the persons that a run has written.
func TestTableAsParquet(t *testing.T) {
	var content closingBuffer
	w := panel.NewWriter[panel.PersonRow](func(string) (io.WriteCloser, error) { return &content, nil }, "persons.parquet")
	person := panel.PersonRow{Replicate: 1, Sex: panel.Male, Education: panel.Level3, AgeYears: 31, YoungestChildYears: panel.NoInt16, Status: panel.Claimant, WeeksOnBenefit: 12, DigitalAccess: panel.Offline, Readiness: 1}
	employed := person
	employed.PersonID, employed.Sex, employed.AgeYears, employed.Status, employed.WeeksOnBenefit = 1, panel.Female, 57, panel.Employed, panel.NoInt16
	if err := w.Write([]panel.PersonRow{person, employed}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Close(); err != nil {
		t.Fatal(err)
	}
	world, c := worldOf(t, map[string]string{"persons.parquet": content.String(),
		"people.yaml": "kind: population\ntitle: Persons of a run\nextends: gb-attached\ntable:\n  file: persons.parquet\n  persons: 100000000\n  duration: {entry_hazard: 4%/week, frailty_variance: 1, other_exits: 1%/week, longest: 104 weeks}\n" +
			"  columns: {sex: {column: sex}, age_years: {column: age_years}, education: {column: education}, status: {column: status}, weeks: {column: weeks_on_benefit}, digital_access: {column: digital_access}}\n",
		"class.yaml": strings.Replace(strings.Replace(class, "class-of-40", "./people.yaml", 1), "persons: 40", "persons: 2000", 1)}, 1)
	if c.Persons.Name != TableName+".parquet" {
		t.Errorf("the copy is called %s", c.Persons.Name)
	}
	men, women := 0, 0
	for i := range world.Districts[0].Next {
		switch p := world.People; {
		case p.Status[i] == agents.Claimant && p.Sex[i] == agents.Male && p.Education[i] == agents.Level3 && p.BenefitSince[i] == -12 && p.Digital[i] == agents.Offline:
			men++
		case p.Status[i] == agents.Employed && p.Sex[i] == agents.Female:
			women++
		}
	}
	if men < 850 || women < 850 {
		t.Errorf("of 2000 persons, nearly all of them from a table of two, %d and %d are as in its rows", men, women)
	}
	if imputed := c.PopulationTable().Imputed; imputed[0].Trait != "weeks" || imputed[0].Rows != 1 {
		t.Errorf("made up: %v", imputed)
	}
}

// The people of a table are counted row by row, as they are in the first week: those that
// labs/README.md counts by hand.
func TestDeliveryToATable(t *testing.T) {
	deliveries, _ := loadCase(t, shipped, "by-hand").Deliver()
	for _, d := range deliveries {
		if d.Regime == "passive" {
			continue
		}
		lost := 0.0
		if d.Regime == "class-online" {
			lost = 6
		}
		got := []float64{d.All.Claimants, d.All.Interviews, d.All.Minutes, d.Asked[0].Interviews, d.Lost, d.Chain.Missed, d.Chain.Sanctions}
		if want := []float64{38, 38, 38 * 20, 0, lost, lost, lost}; !slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("%s: %v, want %v", d.Regime, got, want)
		}
	}
}

// Rows come in proportion to their weights, as whole copies.
func TestCopies(t *testing.T) {
	rows := []sim.Listed{{Weight: 1}, {Weight: 2}, {Weight: 0.5}, {Weight: 0.5}}
	for n, want := range map[int][]int{4: {1, 2, 1, 0}, 8: {2, 4, 1, 1}, 400: {100, 200, 50, 50}} {
		for k, copies := range sim.Copies(rows, n) {
			if copies != want[k] {
				t.Errorf("%d persons: row %d comes %d times, want %d", n, k, copies, want[k])
			}
		}
	}
}

// The 899 people of the JOBS II trial can be run, where its file lies beside the repository;
// each once, or as many copies as are asked for.
func TestTrialParticipants(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "shared", "data", "jobs2", "jobs.csv"))
	if err != nil {
		t.Skip("the JOBS II extract is not beside the repository, in ../shared/data/jobs2/jobs.csv")
	}
	shared, err := Files.ReadFile("populations/class-of-40.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, traits, _ := strings.Cut(string(shared), "\ntraits:") // what the extract does not say, as in the class
	files := map[string]string{"jobs.csv": string(content), "people.yaml": trialPopulation + "traits:" + traits,
		"class.yaml": strings.Replace(class, "class-of-40", "./people.yaml", 1)}
	w, c := worldOf(t, files, 1, "persons=899")
	report := c.PopulationTable()
	if report.Rows != 899 || report.FewestCopies != 1 || report.MostCopies != 1 {
		t.Errorf("the report is %+v", report)
	}
	women, married := 0, 0
	for i := range w.People.Len() {
		if w.People.Sex[i] == agents.Female {
			women++
		}
		if w.People.Partner[i] {
			married++
		}
	}
	if women != 482 || married != 408 {
		t.Errorf("%d women and %d who are married, want 482 and 408", women, married)
	}
	if _, c := worldOf(t, files, 1, "persons=2000"); c.PopulationTable().FewestCopies != 2 || c.PopulationTable().MostCopies != 3 {
		t.Errorf("2000 persons are %d to %d copies", c.PopulationTable().FewestCopies, c.PopulationTable().MostCopies)
	}
	if testing.Short() {
		return
	}
	golden(t, c) // runs it; its books have to agree
}

const trialPopulation = `kind: population
title: Participants of JOBS II
table:
  file: jobs.csv
  duration: {entry_hazard: 4%/week, frailty_variance: 1, other_exits: 1%/week, longest: 13 weeks}
  columns:
    sex: {column: sex, words: [{cell: "1", means: female}, {cell: "0", means: male}]}
    age_years: {column: age}
    education: {column: educ, words: [{cell: lt-hs, means: none}, {cell: highsc, means: below_level_3}, {cell: somcol, means: level_3}, {cell: bach, means: level_4_or_over}, {cell: gradwk, means: level_4_or_over}]}
    occupation: {column: occp, words: [{cell: clerical/kindred, means: administrative}, {cell: professionals, means: professional}, {cell: manegerial, means: managers}, {cell: craftsmen/foremen/kindred, means: skilled_trades}, {cell: operatives/kindred wrks, means: process}, {cell: laborers/service wrks, means: elementary}, {cell: sales workers, means: sales}]}
    partner: {column: marital, words: [{cell: married, means: "true"}, {cell: nevmarr, means: "false"}, {cell: divrcd, means: "false"}, {cell: separtd, means: "false"}, {cell: widowed, means: "false"}]}
`

// Two rows with one household are a couple in every copy, with one award; copies stay together
// in a district as far as its size allows.
func TestHouseholdsOfATable(t *testing.T) {
	const people = "gender,age,children,home\nfemale,30,1,x\nmale,32,0,x\nfemale,40,0,\nmale,50,0,y\n"
	files := map[string]string{"class.yaml": class, "four.csv": people, "four.yaml": "kind: population\ntitle: Four\nextends: class-of-40\n" +
		"table: {file: four.csv, columns: {sex: {column: gender}, age_years: {column: age}, children: {column: children}, household: {column: home}, youngest_child_years: none, digital_access: none, weeks: none, education: none}}\n"}
	w, _ := worldOf(t, files, 1, "population=four.yaml", "persons=4")
	p := w.People
	if !slices.Equal(p.Couple, []int32{1, -1, 0, 0}) || !slices.Equal(p.Partner, []bool{true, true, false, false}) || p.AwardMonthly[0] != p.AwardMonthly[1] {
		t.Errorf("couples are %v of %v, awards %v", p.Couple, p.Partner, p.AwardMonthly)
	}
	w, _ = worldOf(t, files, 1, "population=four.yaml", "persons=2000", "market.districts.number=5", "market.districts.smallest=400")
	couples, couldBe := 0, 0
	for i := range w.People.Couple {
		if w.People.Couple[i] > 0 {
			couples++
		}
		if w.People.Partner[i] {
			couldBe++
		}
	}
	if len(w.Districts) != 5 || couples < 480 || couldBe != 1000 {
		t.Errorf("%d couples of %d with a partner in %d districts", couples, couldBe, len(w.Districts))
	}
}
