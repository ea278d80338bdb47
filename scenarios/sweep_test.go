package scenarios

import (
	"slices"
	"testing"

	"caseload/policy/source"
	"caseload/sim"
)

// grid reads a sweep of the standard scenario over levers given as path=value,value.
func grid(t *testing.T, levers ...Lever) *Grid {
	t.Helper()
	g, found := LoadGrid(shipped, twoRegimes, []string{"seed=7"}, levers)
	if g == nil || found.Failed() {
		t.Fatal(found)
	}
	return g
}

func lever(path string, values ...string) Lever {
	l := Lever{Name: source.Text{Value: path}, Path: source.Text{Value: path}}
	for _, v := range values {
		l.Values = append(l.Values, source.Text{Value: v})
	}
	return l
}

const coaches = "regimes.universal-credit-2024.coaches.full_time_equivalents"

// The last lever varies fastest, and every point is the scenario as --set changes it.
func TestPointsOfASweep(t *testing.T) {
	g := grid(t, lever(coaches, "8000", "9000"), lever("persons", "10000", "20000", "30000"))
	want := []Point{{"8000", "10000"}, {"8000", "20000"}, {"8000", "30000"}, {"9000", "10000"}, {"9000", "20000"}, {"9000", "30000"}}
	if !slices.EqualFunc(g.Points, want, slices.Equal) {
		t.Fatal(g.Points)
	}
	for k, p := range want {
		sameCase(t, g.Cases[k], loadCase(t, shipped, twoRegimes, "seed=7", coaches+"="+p[0], "persons="+p[1]))
	}
}

// Points that differ in a regime alone are arms from one burn-in; the regime that none of
// them changes is run once. Each arm is what the point's own scenario has.
func TestPointsShareABurnIn(t *testing.T) {
	g := grid(t, lever(coaches, "8000", "17160", "9000"))
	list, found := g.Batches(10)
	if found.Failed() || len(list) != 1 {
		t.Fatal(len(list), found)
	}
	b := list[0]
	if len(b.Case.Arms) != 4 {
		t.Fatalf("%d regimes for three points of one regime and its baseline", len(b.Case.Arms))
	}
	for k := range g.Points {
		for _, arm := range g.Cases[k].Arms {
			name := b.Arms[k][arm.Name]
			there := slices.IndexFunc(b.Case.Arms, func(a *sim.Regime) bool { return a.Name == name })
			if there < 0 || b.Case.Arms[there].Plan.Digest() != arm.Plan.Digest() {
				t.Errorf("point %d: %s is not what its own scenario has", k+1, arm.Name)
			}
		}
	}
	if few, _ := g.Batches(2); len(few) != 3 {
		t.Errorf("%d batches of one point each", len(few))
	}
}

// Points in different markets or worlds share nothing.
func TestPointsOfDifferentWorlds(t *testing.T) {
	g := grid(t, lever("market.closure", "stock", "entry"), lever(coaches, "8000", "9000"))
	list, found := g.Batches(10)
	if found.Failed() || len(list) != 2 {
		t.Fatal(len(list), found)
	}
	for k, b := range list {
		if len(b.Arms) != 2 || b.Case.Scenario.Market.Closure.Value != []string{"stock", "entry"}[k] {
			t.Errorf("batch %d: %v under %s", k, b.Arms, b.Case.Scenario.Market.Closure.Value)
		}
	}
}

func TestBadSweeps(t *testing.T) {
	for name, levers := range map[string][]Lever{
		"no such path":  {lever("market.nothing", "1")},
		"no such value": {lever("market.closure", "entry", "open")},
	} {
		if g, found := LoadGrid(shipped, twoRegimes, nil, levers); g != nil || !found.Failed() {
			t.Errorf("%s passed", name)
		}
	}
	if g, found := LoadGrid(shipped, twoRegimes, nil, nil); g != nil || !found.Failed() {
		t.Error("a scenario without a sweep has a grid")
	}
	for _, text := range []string{"{levers: []}", "{levers: [{name: a, path: persons, values: []}]}", "{levers: [{name: a, path: persons, values: [\"1000\", \"1000\"]}]}"} {
		if _, found := Load(shipped, twoRegimes, []string{"sweep=" + text}); !found.Failed() {
			t.Errorf("%s passed", text)
		}
	}
}
