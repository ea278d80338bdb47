package scenarios

import (
	"context"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// The world of forty people gives what labs/README.md works out by hand, to the penny.
func TestWorkedByHand(t *testing.T) {
	c, found := Load(shipped, "by-hand", nil)
	if c == nil {
		t.Fatal(found)
	}
	folder := &simtest.Folder{}
	result, err := sim.Execute(context.Background(), &sim.Job{Config: c.Config, Arms: c.Arms, Baseline: c.Baseline(), Replicates: []int{1}, InFull: []int{1},
		Horizon: weeks(c.Scenario.Horizon), Every: 1, Tables: sim.Tables{panel.Summary}, Workers: 1, Create: folder.Create})
	if err != nil {
		t.Fatal(err)
	}
	got := map[[2]string]float64{}
	for _, row := range simtest.Rows[panel.SummaryRow](t, folder, result, panel.Selection{}) {
		if row.Subgroup == "all" && row.FromWeek == 0 && row.ToWeek == 26 {
			got[[2]string{row.Regime, row.Outcome}] = row.Value
		}
	}
	const benefits = 6 * (35*39345 + 5*31168 + 10*28792) // six periods: over 25, under 25, first children
	const sanctions = 14 * (5*1290 + 1020)               // fourteen days of five over 25 and one under
	for _, want := range []struct {
		regime, outcome string
		value           float64
	}{
		{"passive", "weeks_on_benefit", 40 * 26}, {"passive", "interviews_held", 0}, {"passive", "cost_benefits_pence", benefits}, {"passive", "cost_coaching_pence", 0},
		{"class-visits", "interviews_held", 38 * 26}, {"class-visits", "sanctions", 0}, {"class-visits", "cost_benefits_pence", benefits}, {"class-visits", "cost_coaching_pence", 2 * 5200000 / 2},
		{"class-online", "interviews_held", 38*26 - 6}, {"class-online", "sanctions", 6}, {"class-online", "benefit_lost_pence", sanctions}, {"class-online", "cost_benefits_pence", benefits - sanctions},
		{"class-one-coach", "interviews_held", 600 / 20 * 26}, {"class-one-coach", "cost_coaching_pence", 5200000 / 2}, {"class-one-coach", "exits_to_work", 0},
	} {
		if value := got[[2]string{want.regime, want.outcome}]; value != want.value {
			t.Errorf("%s, %s: %v, by hand %v", want.regime, want.outcome, value, want.value)
		}
	}
}
