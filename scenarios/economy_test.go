package scenarios

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// amount is a number of a file.
func amount(x float64) source.Quantity { return source.Quantity{Value: x, Set: true} }

// day is a date of a file.
func day(y, m, d int) source.Date { return source.Date{Days: int32(policy.DateOf(y, m, d)), Set: true} }

func economy(path string) *Economy {
	return &Economy{Path: source.Text{Value: path}, Switchers: amount(0.3), Unemployed: amount(-0.5),
		Cycle: &Cycle{Top: day(2024, 1, 1), Length: amount(208), Vacancies: amount(0.2), Separations: amount(0.1)},
		Shock: &Shock{On: day(2024, 4, 1), Vacancies: amount(0.4), Separations: amount(0.3), HalfLife: amount(26)},
		Series: &Series{Vacancies: amount(500), Redundancy: amount(4), Share: amount(0.25), Months: []Month{
			{Month: day(2024, 1, 1), Vacancies: amount(400), Redundancies: amount(8)},
			{Month: day(2024, 2, 1), Vacancies: amount(600), Redundancies: amount(4)},
			{Month: day(2024, 3, 1), Vacancies: amount(1000), Redundancies: amount(2)},
		}},
	}
}

// Demand and separations by hand on days of each path.
func TestPathsByHand(t *testing.T) {
	half := math.Sqrt(0.5)
	for _, c := range []struct {
		path                string
		on                  policy.Date
		demand, separations float64
		within              float64
	}{
		{"steady", policy.DateOf(2024, 1, 1), 1, 1, 0},
		{"cycle", policy.DateOf(2024, 1, 1), 1.2, 0.9, 1e-4},
		{"cycle", policy.DateOf(2024, 1, 1).AddWeeks(26), 1 + 0.2*half, 1 - 0.1*half, 1e-4},
		{"cycle", policy.DateOf(2024, 1, 1).AddWeeks(52), 1, 1, 1e-12},
		{"cycle", policy.DateOf(2024, 1, 1).AddWeeks(104), 0.8, 1.1, 1e-4},
		{"cycle", policy.DateOf(2024, 1, 1).AddWeeks(-26), 1 + 0.2*half, 1 - 0.1*half, 1e-4},
		{"cycle", policy.DateOf(2024, 1, 1).AddWeeks(-208), 1.2, 0.9, 1e-4},
		{"shock", policy.DateOf(2024, 3, 31), 1, 1, 0},
		{"shock", policy.DateOf(2024, 4, 1), 0.6, 1.3, 1e-15},
		{"shock", policy.DateOf(2024, 4, 1).AddWeeks(26), 0.8, 1.15, 1e-15},
		{"shock", policy.DateOf(2024, 4, 1).AddWeeks(52), 0.9, 1.075, 1e-15},
		{"shock", policy.DateOf(2024, 4, 1).AddWeeks(13), 1 - 0.4*half, 1 + 0.3*half, 1e-12},
		{"series", policy.DateOf(2023, 1, 1), 0.8, 1.25, 1e-15},
		{"series", policy.DateOf(2024, 1, 1), 0.8, 1.25, 1e-15},
		{"series", policy.DateOf(2024, 1, 11), 0.8 + 0.4*10/31, 1.25 - 0.25*10/31, 1e-12},
		{"series", policy.DateOf(2024, 2, 1), 1.2, 1, 1e-15},
		{"series", policy.DateOf(2024, 2, 20), 1.2 + 0.8*19/29, 1 - 0.125*19/29, 1e-12},
		{"series", policy.DateOf(2024, 3, 1), 2, 0.875, 1e-15},
		{"series", policy.DateOf(2034, 3, 1), 2, 0.875, 1e-15},
	} {
		got := economy(c.path).on(c.on)
		if math.Abs(got.Demand-c.demand) > c.within || math.Abs(got.Separations-c.separations) > c.within {
			t.Errorf("%s on %s: demand %.9f and separations %.9f, want %.9f and %.9f", c.path, c.on, got.Demand, got.Separations, c.demand, c.separations)
		}
	}
}

// The wave is a cosine, as near as its comment says.
func TestWave(t *testing.T) {
	for turns := -3.0; turns < 3; turns += 1.0 / 512 {
		if got, want := wave(turns), math.Cos(2*math.Pi*turns); math.Abs(got-want) > 2e-4 {
			t.Fatalf("the wave is %.6f at %v, a cosine %.6f", got, turns, want)
		}
	}
}

// A path has a state for every week of a run, burn-in first, and competitors follow vacancies
// with their elasticities.
func TestPathOfARun(t *testing.T) {
	const burnIn, horizon = 10, 30
	start := policy.DateOf(2024, 1, 22) // the shock is in its tenth week
	m := sim.Market{Path: economy("shock").path(start, burnIn, horizon)}
	if len(m.Path) != burnIn+horizon {
		t.Fatalf("%d weeks, want %d", len(m.Path), burnIn+horizon)
	}
	even := sim.Economy{Demand: 1, Separations: 1, Switchers: 1, Unemployed: 1}
	for _, week := range []agents.Week{-10, 0, 9} {
		if got := m.At(week, burnIn); got != even {
			t.Errorf("week %d, before the shock: %+v", week, got)
		}
	}
	got := m.At(10, burnIn)
	for what, pair := range map[string][2]float64{"demand": {got.Demand, 0.6}, "separations": {got.Separations, 1.3},
		"people in work who apply": {got.Switchers, math.Pow(0.6, 0.3)}, "others who apply": {got.Unemployed, math.Pow(0.6, -0.5)}} {
		if math.Abs(pair[0]-pair[1]) > 1e-12 {
			t.Errorf("%s in the week of the shock is %v, want %v", what, pair[0], pair[1])
		}
	}
	if m.At(29, burnIn) != m.At(500, burnIn) || m.At(29, burnIn) == m.At(28, burnIn) {
		t.Error("the last week does not hold on")
	}
	if path := economy("steady").path(start, burnIn, horizon); path != nil {
		t.Errorf("a steady economy has a path: %v", path)
	}
	if steady := (&sim.Market{}).At(3, burnIn); steady != even {
		t.Errorf("without a path the economy is %+v", steady)
	}
}
