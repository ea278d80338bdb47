package sim_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// The number of workers decides nothing.
func TestSameIntegersForAnyNumberOfWorkers(t *testing.T) {
	want := standardRun(t)
	for _, workers := range []int{1, 3, 7} {
		got := run(t, standard(t), func(j *sim.Job) { j.Workers = workers })
		samePlaces(t, "workers", want.parts(), got.parts(), len(want.Parts))
		if panel.DatasetDigest(want.Parts) != panel.DatasetDigest(got.Parts) {
			t.Errorf("%d workers give another dataset than two", workers)
			explain(t, workers)
		}
	}
}

// explain finds where worlds of one and several workers part.
func explain(t *testing.T, workers int) {
	t.Helper()
	a, b := sim.NewWorld(standard(t).Config(1)), sim.NewWorld(standard(t).Config(1))
	for a.Week < 0 {
		if err := b.Advance(t.Context(), a.Week+1, workers, nil); err != nil {
			t.Fatal(err)
		}
		advance(t, a, a.Week+1)
		if d := simtest.Compare(a, b, nil); d != nil {
			t.Log(d)
			return
		}
	}
}

// A replicate is the same alone, in a batch, and on as many lanes as there are workers.
func TestReplicatesAreTheSameAloneAndTogether(t *testing.T) {
	c := standard(t, "persons=600", "horizon=12 weeks", "burn_in.weeks=8", "replicates=5")
	batch := run(t, c, func(j *sim.Job) { j.Workers = 3 })
	alone := run(t, c, func(j *sim.Job) { j.Replicates, j.InFull = []int{4}, []int{4} })
	listed := run(t, c, func(j *sim.Job) { j.Replicates, j.InFull = []int{4}, []int{1, 2, 3, 4, 5} })
	samePlaces(t, "replicate 4 of a list", alone.parts(), listed.parts(), len(alone.Parts))
	samePlaces(t, "replicate 4", batch.parts("replicate=0004"), alone.parts("replicate=0004"), 8)
	narrow := run(t, c, func(j *sim.Job) { j.Memory, j.Workers = 1, 7 })
	if panel.DatasetDigest(batch.Parts) != panel.DatasetDigest(narrow.Parts) {
		t.Error("replicates one after another give another dataset than side by side")
	}
	of := func(f finished) []panel.SummaryRow {
		return simtest.Rows[panel.SummaryRow](t, f.Folder, f.Result, panel.Selection{Replicate: 4})
	}
	equalRows(t, "summary of replicate 4", of(batch), of(alone))
}

// equalRows fails the test at the first row that differs.
func equalRows[T comparable](t *testing.T, what string, want, got []T) {
	t.Helper()
	if len(want) == 0 {
		t.Errorf("%s: there are no rows to compare", what)
	}
	for k := range min(len(want), len(got)) {
		if want[k] != got[k] {
			t.Errorf("%s, row %d:\n     %+v\nand  %+v", what, k, want[k], got[k])
			return
		}
	}
	if len(want) != len(got) {
		t.Errorf("%s: %d rows and %d rows", what, len(want), len(got))
	}
}

// An arm is the same with others and without them, and in any order.
func TestArmsAreTheSameTogetherAndApart(t *testing.T) {
	together := standardRun(t)
	for k := range 2 {
		c := standard(t)
		apart := run(t, c, func(j *sim.Job) { j.Arms = c.Arms[k : k+1] })
		samePlaces(t, "arm apart", together.parts("regime="), apart.parts("regime="), 5*3+2)
	}
	c := standard(t)
	turned := run(t, c, func(j *sim.Job) { j.Arms = []*sim.Regime{c.Arms[1], c.Arms[0]} })
	samePlaces(t, "arms in the other order", together.parts("regime="), turned.parts("regime="), len(together.parts("regime=")))
}

// What is written, and how often, does not change what happens.
func TestObserversOnlyLook(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many worlds")
	}
	want := standardRun(t)
	for _, table := range allTables {
		got := run(t, standard(t), func(j *sim.Job) { j.Tables = sim.Tables{table} })
		samePlaces(t, "only "+table, want.parts(), got.parts(), 1)
	}
	seldom := run(t, standard(t), func(j *sim.Job) { j.Every, j.InFull = 13, nil })
	last := func(f finished) []panel.SummaryRow {
		return simtest.Rows[panel.SummaryRow](t, f.Folder, f.Result, panel.Selection{})
	}
	equalRows(t, "summary when observed seldom", last(want), last(seldom))
}

// A run twice in one process gives the same files, to the byte.
func TestTwiceInOneProcess(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many worlds")
	}
	a, b := standardRun(t), run(t, standard(t), nil)
	for _, name := range a.Names() {
		if string(a.Bytes(name)) != string(b.Bytes(name)) {
			t.Errorf("%s differs", name)
		}
	}
}

// regimes that ask the same: their panels must be identical.
const (
	reordered = `# the same regime
title: Universal Credit in another order # and with comments
extends: universal-credit-2024
sanctions:
  missed_interview:
    # keys in another order
    looks_back: 365 days
    source: {kind: teaching, note: test}
    decision_delay: 4 weeks
    excused: 80%
source: {kind: teaching, note: test}
interviews:
  - {mandatory: true, shortest: 5 minutes, length: 10 minutes, every: 1 week, name: first-weeks} # the last key first
  - {length: 12 minutes, name: later, every: 2 weeks}
groups:
  - {sanctioned_share: 100%, name: intensive}
coaches:
  cost: £45000/year
  interviewing: 52%
  present: 80%
  hours: 37 hours/week
  full_time_equivalents: 17160
claim: {identity_check: 1 week}
kind: regime
`
	touchesNobody = `kind: regime
title: Universal Credit with rules for people whom there are not
extends: universal-credit-2024
source: {kind: teaching, note: test}
groups:
  - name: centenarians
    who: {age: {at_least: 100}}
    requirement: {search: 5 hours/week}
    sanctioned_share: 50%
interviews:
  - name: the-very-old
    who: {group: [intensive], age: {at_least: 90}}
    every: 2 weeks
    length: 60 minutes
    shortest: 60 minutes
    mandatory: true
`
	dated = `kind: regime
title: Universal Credit with four-weekly interviews from a day on
extends: universal-credit-2024
source: {kind: teaching, note: test}
interviews:
  - name: first-weeks
    until: 2024-07-01
  - name: later
    until: 2024-07-01
  - name: from-july
    from: 2024-07-01
    who: {group: [intensive]}
    every: 4 weeks
    length: 10 minutes
    shortest: 5 minutes
    mandatory: true
`
)

// variant runs the standard world under universal-credit-2024 and a variant of it.
func variant(t *testing.T, text string, sets ...string) finished {
	t.Helper()
	files := map[string]string{
		"variant.yaml": text,
		"case.yaml":    "kind: scenario\nextends: " + shipped + "\nbaseline: universal-credit-2024\nregimes: [universal-credit-2024, ./variant.yaml]\n",
	}
	sets = append([]string{"persons=2000", "burn_in.weeks=20", "horizon=40 weeks", "market.districts.smallest=400", "replicates=1"}, sets...)
	return run(t, load(t, "case.yaml", files, sets...), nil)
}

// armOf is the parts of an arm under the name that they would have in another.
func (f finished) armOf(name string, words ...string) map[string]string {
	found := map[string]string{}
	for part, digest := range f.parts(append(words, "regime="+name+"/")...) {
		found[strings.Replace(part, "regime="+name+"/", "", 1)] = digest
	}
	return found
}

func TestOrderOfKeysAndCommentsDecideNothing(t *testing.T) {
	sameArms(t, "reordered", variant(t, reordered))
}

func TestRuleThatTouchesNobodyChangesNothing(t *testing.T) {
	sameArms(t, "a rule for nobody", variant(t, touchesNobody))
}

// sameArms requires every table of the two arms of a variant to be the same.
func sameArms(t *testing.T, what string, f finished) {
	t.Helper()
	for _, table := range []string{"panel", "spells", "coaches", "districts"} {
		samePlaces(t, what, f.armOf("universal-credit-2024", table), f.armOf("variant", table), 1)
	}
	summaries, accounts := map[string][]panel.SummaryRow{}, map[string][]panel.AccountRow{}
	for _, arm := range []string{"universal-credit-2024", "variant"} {
		for _, row := range simtest.Rows[panel.SummaryRow](t, f.Folder, f.Result, panel.Selection{Regime: arm}) {
			row.Regime = ""
			summaries[arm] = append(summaries[arm], row)
		}
		for _, row := range simtest.Rows[panel.AccountRow](t, f.Folder, f.Result, panel.Selection{Regime: arm}) {
			row.Regime = ""
			accounts[arm] = append(accounts[arm], row)
		}
	}
	if len(summaries["variant"]) == 0 || !slices.Equal(summaries["universal-credit-2024"], summaries["variant"]) {
		t.Errorf("%s: summaries differ", what)
	}
	if len(accounts["variant"]) == 0 || !slices.Equal(accounts["universal-credit-2024"], accounts["variant"]) {
		t.Errorf("%s: accounts differ", what)
	}
}

// Until the day on which a rule changes, nobody notices that it will.
func TestWeeksBeforeADatedRuleAreTheSame(t *testing.T) {
	f := variant(t, dated, "panel.every=1 weeks")
	const change = 13 // 2024-07-01 is 13 weeks after 2024-04-01
	rows := map[string][]panel.PanelRow{}
	for _, arm := range []string{"universal-credit-2024", "variant"} {
		rows[arm] = simtest.Rows[panel.PanelRow](t, f.Folder, f.Result, panel.Selection{Regime: arm})
	}
	before, after := map[string][]panel.PanelRow{}, map[string][]panel.PanelRow{}
	for arm, all := range rows {
		for _, r := range all {
			if r.Week <= change {
				before[arm] = append(before[arm], r)
			} else if r.Week <= change+2 {
				after[arm] = append(after[arm], r)
			}
		}
	}
	equalRows(t, "before the change", before["universal-credit-2024"], before["variant"])
	same := len(after["universal-credit-2024"]) == len(after["variant"])
	for k := 0; same && k < len(after["variant"]); k++ {
		same = after["universal-credit-2024"][k] == after["variant"][k]
	}
	if same {
		t.Error("the rule changed nothing, so the test shows nothing")
	}
}

// Who a person is, and what chance holds for her, is the same under every regime.
func TestTraitsAndDrawsAreTheSameUnderEveryRegime(t *testing.T) {
	c := standard(t)
	w := burnt(t, c)
	var arms []*sim.World
	for _, regime := range c.Arms {
		v := w.Clone()
		v.Enter(regime)
		advance(t, v, 40)
		arms = append(arms, v)
	}
	keep := map[string]bool{"ID": true, "EntryWeek": true, "BornWeek": true, "Office": true, "Sex": true, "Education": true, "Skill": true, "Motivation": true,
		"SearchFrailty": true, "SeparationFrailty": true, "Compliance": true, "Readiness": true, "Certificate": true, "Partner": true, "Couple": true, "Children": true,
		"FirstBefore2017": true, "YoungestBornWeek": true, "RentWeekly": true}
	skip := simtest.Skip{}
	w.People.Columns(func(name string, _ any) {
		skip[name] = !keep[name]
		delete(keep, name)
	})
	if len(keep) > 0 {
		t.Errorf("there are no columns %v", keep)
	}
	if d := simtest.Compare(arms[0], arms[1], skip); d != nil && d.Person >= 0 {
		t.Error(d)
	}
	if arms[0].Draws != arms[1].Draws || arms[0].Draws != w.Draws {
		t.Error("the arms draw from other keys")
	}
}

// What people of the first half do is the same whether or not a second half follows.
func TestALongerHorizonChangesNothingBefore(t *testing.T) {
	short, long := standardRun(t), run(t, standard(t, "horizon=52 weeks"), nil)
	for _, arm := range []string{"passive", "universal-credit-2024"} {
		select_ := func(f finished) []panel.PanelRow {
			var kept []panel.PanelRow
			for _, r := range simtest.Rows[panel.PanelRow](t, f.Folder, f.Result, panel.Selection{Regime: arm}) {
				if r.Week <= 40 {
					kept = append(kept, r)
				}
			}
			return kept
		}
		equalRows(t, arm, select_(short), select_(long))
	}
}

// The order of the rows decides nothing: with those of everybody there from the start the
// other way round, each person has the same life. A benefit that gives way to another is among
// them, and couples, in which both may do something in one week.
func TestRowsTheOtherWayRound(t *testing.T) {
	for _, name := range []string{shipped, "universal-credit-arrives"} {
		c := load(t, name, nil, "persons=600", "burn_in.weeks=8", "horizon=26 weeks", "market.districts.smallest=300", "replicates=1")
		config := c.Config(1)
		worlds := [2]*sim.World{sim.NewWorld(config), sim.NewWorldTurned(config)}
		for _, until := range []agents.Week{0, 26} {
			for _, w := range worlds {
				if until > 0 {
					w.Enter(c.Arms[len(c.Arms)-1])
				}
				if err := w.Advance(t.Context(), until, 1, nil); err != nil {
					t.Fatal(err)
				}
			}
			sameLives(t, fmt.Sprintf("%s, week %d", name, until), worlds)
		}
	}
}

// sameLives requires every column to be the same by person, but for the one that counts rows.
func sameLives(t *testing.T, when string, worlds [2]*sim.World) {
	t.Helper()
	row, turned, columns := map[agents.PersonID]int{}, 0, map[string]reflect.Value{}
	for i, id := range worlds[1].People.ID {
		row[id] = i
		if worlds[0].People.ID[i] != id {
			turned++
		}
	}
	if turned < 500 {
		t.Fatalf("%s: %d rows stand elsewhere", when, turned)
	}
	worlds[1].People.Columns(func(name string, slice any) { columns[name] = reflect.ValueOf(slice).Elem() })
	worlds[0].People.Columns(func(name string, slice any) {
		column := reflect.ValueOf(slice).Elem()
		for i, id := range worlds[0].People.ID {
			if name == "Couple" || column.Len() == 0 {
				return
			}
			one, other := column.Index(i).Interface(), columns[name].Index(row[id]).Interface()
			if !reflect.DeepEqual(one, other) {
				t.Fatalf("%s: person %d has %s %v, and with the rows the other way round %v", when, id, name, one, other)
			}
		}
	})
}
