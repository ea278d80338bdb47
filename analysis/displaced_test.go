package analysis

import (
	"math"
	"slices"
	"testing"

	"caseload/sim/panel"
)

// heldRun has exits and competitors' hires of two regimes in three replicates, with own
// effects of the second: alone it gains 10, 12 and 14 jobs, together 8, 9 and 10, and
// competitors lose 4, 6 and 5.
func heldRun(t *testing.T, label string, change func(m *panel.Manifest)) Run {
	own := replicated(exitsToWork, "exits", "strict", 110, 112, 114)
	for k := range own {
		own[k].Effect = "own"
	}
	return finished(t, label, slices.Concat(
		replicated(exitsToWork, "exits", "passive", 100, 100, 100), replicated(exitsToWork, "exits", "strict", 108, 109, 110), own,
		replicated(competitorHires, "hires", "passive", 50, 50, 50), replicated(competitorHires, "hires", "strict", 46, 44, 45),
	), func(m *panel.Manifest) {
		m.Hold = []string{"diaries", "market"}
		if change != nil {
			change(m)
		}
	})
}

// of finds the contrast of an outcome and effect.
func of(t *testing.T, c Comparison, outcome, effect string) Contrast {
	t.Helper()
	k := slices.IndexFunc(c.Contrasts, func(k Contrast) bool { return k.Outcome == outcome && k.Effect == effect })
	if k < 0 {
		t.Fatalf("no %s effect on %s in %+v", effect, outcome, c)
	}
	return c.Contrasts[k]
}

func TestOwnSpilloverAndTotal(t *testing.T) {
	c, err := Compare([]Run{heldRun(t, "a", nil)}, "")
	if err != nil {
		t.Fatal(err)
	}
	own, spillover, total := of(t, c, exitsToWork, "own"), of(t, c, exitsToWork, Spillover), of(t, c, exitsToWork, "total")
	if own.Difference != 1200 || spillover.Difference != -300 || total.Difference != 900 {
		t.Errorf("own %v, spillover %v, total %v", own.Difference, spillover.Difference, total.Difference)
	}
	// Spillovers of -200, -300 and -400: paired, not the difference of two intervals.
	if !near(spillover.Interval.StandardError, 100/math.Sqrt(3)) || spillover.BaselineMean != own.RegimeMean || spillover.RegimeMean != total.RegimeMean {
		t.Errorf("spillover %+v %+v", spillover, spillover.Interval)
	}
	// Together 15 are lost for 27 gained; alone the 9 that the others lose come on top, for 36.
	if k := of(t, c, Displaced, "total"); !near(k.Difference, 15.0/27) || k.Unit != displacedUnit {
		t.Errorf("displaced %+v", k)
	}
	if k := of(t, c, Displaced, "own"); !near(k.Difference, 24.0/36) {
		t.Errorf("displaced by those alone %+v", k)
	}
}

// Where gains are as often losses, how many jobs are lost for one is not identified.
func TestDisplacedOfNoCertainGain(t *testing.T) {
	c, err := Compare([]Run{finished(t, "a", slices.Concat(
		replicated(exitsToWork, "exits", "passive", 100, 100, 100), replicated(exitsToWork, "exits", "strict", 90, 112, 101),
		replicated(competitorHires, "hires", "passive", 50, 50, 50), replicated(competitorHires, "hires", "strict", 46, 44, 45)), nil)}, "")
	if err != nil {
		t.Fatal(err)
	}
	if k := of(t, c, Displaced, "total"); !k.NotIdentified || k.Difference != 0 || k.Interval != nil {
		t.Errorf("displaced %+v", k)
	}
}

// Own effects are against the baseline that was held, and no other.
func TestOwnEffectsNeedTheirBaseline(t *testing.T) {
	c, err := Compare([]Run{heldRun(t, "a", nil)}, "strict")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range c.Contrasts {
		if k.Effect != "total" {
			t.Errorf("%+v", k)
		}
		if k.Outcome == Displaced && !k.NotIdentified {
			t.Errorf("nobody gains a job, and %+v", k)
		}
	}
	ordinary := finished(t, "c", replicated(exitsToWork, "exits", "passive", 100, 100, 100), func(m *panel.Manifest) { m.Regimes = []string{"passive"} })
	if c, err := Compare([]Run{heldRun(t, "a", nil), ordinary}, ""); err != nil || of(t, c, exitsToWork, "own").Difference != 1200 {
		t.Errorf("beside a run without own effects: %v", err)
	}
	market := heldRun(t, "b", func(m *panel.Manifest) { m.Hold = []string{"market"} })
	if err := Compatible([]Run{heldRun(t, "a", nil), ordinary, market}); err == nil {
		t.Error("runs with other things held pass")
	}
}

// Fieller's interval solves (a - r b)^2 = t^2 var(a - r b) for r; without noise below it is
// that of a mean, and with much there is none.
func TestFieller(t *testing.T) {
	over, under := []float64{4, 6, 5, 7}, []float64{9, 11, 10, 8}
	i := fieller(over, under)
	for _, r := range []float64{i.Low, i.High} {
		var rest []float64
		for k := range over {
			rest = append(rest, over[k]-r*under[k])
		}
		if bounds := interval(rest); !near(min(math.Abs(bounds.Low), math.Abs(bounds.High))+1, 1) {
			t.Errorf("at %g the mean lies between %g and %g", r, bounds.Low, bounds.High)
		}
	}
	exact, mean := fieller(over, []float64{2, 2, 2, 2}), interval([]float64{2, 3, 2.5, 3.5})
	if !near(exact.Low, mean.Low) || !near(exact.High, mean.High) || !near(exact.StandardError, mean.StandardError) {
		t.Errorf("%+v and %+v", exact, mean)
	}
	if i := fieller(over, []float64{-9, 11, 10, -8}); i != nil {
		t.Errorf("a ratio to nothing certain lies in %+v", i)
	}
	if fieller(over[:1], under[:1]) != nil {
		t.Error("one replicate has an interval")
	}
}

// Spending of 30, 32 and 34 for 10 jobs each costs 3.2 a job; where jobs are as often fewer
// as more, nothing is identified.
func TestCostOfAFurtherJob(t *testing.T) {
	department := Cell{Outcome: "value_department_pence", ToWeek: 52, Subgroup: "all", Effect: "total", Unit: "pence"}
	jobs := department
	jobs.Outcome, jobs.Unit = exitsToWork, "exits"
	for _, c := range []struct {
		gained     [3]float64
		identified bool
		want       float64
	}{
		{[3]float64{10, 10, 10}, true, 3.2},
		{[3]float64{10, -10, 3}, false, 0},
		{[3]float64{-10, -10, -10}, false, 0},
	} {
		v := newValues()
		v.regimes = []string{"passive", "strict"}
		for k, gained := range c.gained {
			for at, value := range map[place]float64{
				{department, "passive", k + 1}: -100, {department, "strict", k + 1}: -130 - 2*float64(k),
				{jobs, "passive", k + 1}: 50, {jobs, "strict", k + 1}: 50 + gained,
			} {
				if err := v.add(at, value); err != nil {
					t.Fatal(err)
				}
			}
		}
		k, there := costs[0].contrast(v)(department, "passive", "strict")
		if !there || k.NotIdentified == c.identified || !near(k.Difference, c.want) || (k.Interval != nil) != c.identified {
			t.Errorf("for %v jobs: %+v", c.gained, k)
		}
	}
}

// At an end of a prior a regime that trains is held against the baseline at the same end,
// where that trains too, and against the baseline as it stands where it does not.
func TestEndsOfAPrior(t *testing.T) {
	cell := func(effect string) Cell {
		return Cell{Outcome: "weeks_in_work", ToWeek: 52, Subgroup: "all", Effect: effect, Unit: "weeks"}
	}
	v := newValues()
	for at, value := range map[place]float64{
		{cell(total), "passive", 1}: 100, {cell(total), "trains", 1}: 110, {cell(Low), "trains", 1}: 104, {cell(High), "trains", 1}: 120,
	} {
		if err := v.add(at, value); err != nil {
			t.Fatal(err)
		}
	}
	difference := func(effect, regime string) (float64, bool) {
		a, b, ok := v.pair(cell(effect), "passive", regime, 1)
		return b - a, ok
	}
	if k, ok := v.contrast(cell(Low), "passive", "trains"); !ok || k.Difference != 4 || k.NoBaseline {
		t.Errorf("at the low end: %+v", k)
	}
	if low, ok := difference(Low, "trains"); !ok || low != 4 {
		t.Errorf("at the low end the difference is %v", low)
	}
	if _, ok := difference(Low, "passive"); ok {
		t.Error("regimes that do not train have a low end")
	}
	if err := v.add(place{cell(High), "passive", 1}, 105); err != nil {
		t.Fatal(err)
	}
	if err := v.add(place{cell(total), "no training", 1}, 99); err != nil {
		t.Fatal(err)
	}
	if high, ok := difference(High, "trains"); !ok || high != 15 {
		t.Errorf("against a baseline that trains too the difference is %v", high)
	}
	if high, ok := difference(High, "no training"); !ok || high != -6 {
		t.Errorf("a regime that does not train is %v from a baseline that does", high)
	}
}
