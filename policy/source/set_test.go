package source

import "testing"

func TestSet(t *testing.T) {
	shape, _ := load(t, "scenario", "demo",
		"title=Other",
		"horizon=3 months",
		"detailed=true",
		"regimes.active.interviews[weekly].every=2 weeks",
		"regimes.active.interviews[0].length={value: 45 minutes, range: [40 minutes, 1 hour]}",
		"regimes.active.sanction.ladder[1].share=50%",
		"regimes.passive.sanction={delay: 1 day, ladder: [{share: 10%, then: 1 day}]}",
		"regimes.passive.effect=1%/week",
		"population.place.town=Oldtown",
		"population.shares[0].group=none",
		"population.matrix[1][0]=5%",
		"burn_in.weeks=26",
	)
	s := shape.(*testScenario)
	active, passive := s.Regimes[1], s.Regimes[0]
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"a top key", s.Horizon.Value, 13.0},
		{"a key that was absent", s.Detailed.Value, true},
		{"an item by name", active.Interviews[1].Every.Value, 2.0},
		{"an item by number", active.Interviews[0].Length.High, 60.0},
		{"inside a mapping in a list", active.Sanction.Ladder[1].Share.Value, 0.5},
		{"beside it nothing", active.Sanction.Ladder[0].Share.Value, 1.0},
		{"a whole mapping", passive.Sanction.Delay.Value, 1.0},
		{"in a regime", passive.Effect.Value, 0.01},
		{"a burn-in regime is its own copy", s.BurnIn.Under.Effect.Set, false},
		{"in the population", s.Population.Place.Town.Value, "Oldtown"},
		{"a word", s.Population.Shares[0].Group.Value, "none"},
		{"in a list of lists", s.Population.Matrix[1][0].Value, 0.05},
		{"in burn-in", s.BurnIn.Weeks.Value, 26.0},
		{"its place", s.Horizon.At.String(), "--set horizon=3 months"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
	if again, _ := load(t, "scenario", "demo"); again.(*testScenario).Horizon.Value != 104 {
		t.Error("an assignment stays in the library")
	}
}

// A file may be set in the place of another, and parts of it after that.
func TestSetFiles(t *testing.T) {
	shape, _ := load(t, "scenario", "demo",
		"population=testdata/good/people.yaml", "population.persons=5",
		"regimes=[active, testdata/good/forms.yaml]", "regimes.forms-of-writing.fee=£1", "baseline=active",
		"burn_in.under={title: None}")
	s := shape.(*testScenario)
	if s.Population.Name.Value != "people" || s.Population.Persons.Value != 5 || s.Population.Arrivals.Value != 0.5 {
		t.Error("the population is not the file with one change")
	}
	if len(s.Regimes) != 2 || s.Regimes[1].Fee.Value != 100 || s.Regimes[1].Name.Value != "forms-of-writing" {
		t.Error("the regimes are not the two files with one change")
	}
	if s.BurnIn.Under.Title.Value != "None" || s.BurnIn.Under.Allowance.Set {
		t.Error("a mapping in the place of a regime does not stand alone")
	}
}

// Every number has a path that --set takes.
func TestEveryNumberCanBeSet(t *testing.T) {
	for name, kind := range goodFiles(t) {
		_, tree := load(t, kind, name)
		for _, n := range tree.Numbers() {
			shape := shapeOf(kind)
			if _, ds := testLibrary(t).Load(kind, name, shape, []string{n.Path + "=" + n.Written}); len(ds) > 0 {
				t.Errorf("%s: %s", name, ds)
			}
		}
	}
}
