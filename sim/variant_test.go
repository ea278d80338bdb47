package sim_test

import (
	"errors"
	"io"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// TestVariantsStandBesideTheirRegime runs the standard regime as a variant of itself, which
// comes to the same, and another in its name, which does not; neither is written but in the
// summary.
func TestVariantsStandBesideTheirRegime(t *testing.T) {
	c := standard(t, "horizon=13 weeks", "persons=1000")
	other := *c.Arms[0] // passive, by the name of the other
	other.Name = c.Arms[1].Name
	f := run(t, c, func(j *sim.Job) {
		j.Tables = sim.Tables{panel.Summary, panel.Accounts, panel.Districts}
		j.Variants = []sim.Variant{{Regime: c.Arms[1], Effect: sim.Low}, {Regime: &other, Effect: sim.High}}
	})
	type cell struct {
		outcome, subgroup string
		to                int16
	}
	values := map[string]map[cell]float64{}
	for _, row := range simtest.Rows[panel.SummaryRow](t, f.Folder, f.Result, panel.Selection{Regime: other.Name}) {
		if values[row.Effect] == nil {
			values[row.Effect] = map[cell]float64{}
		}
		values[row.Effect][cell{row.Outcome, row.Subgroup, row.ToWeek}] = row.Value
	}
	if len(values[sim.Low]) == 0 || len(values[sim.Low]) != len(values[sim.Total]) {
		t.Fatalf("%d values at the low end, %d of the regime itself", len(values[sim.Low]), len(values[sim.Total]))
	}
	moved := 0
	for at, value := range values[sim.Total] {
		if values[sim.Low][at] != value {
			t.Errorf("%+v is %v, as a variant of itself %v", at, value, values[sim.Low][at])
		}
		if values[sim.High][at] != value {
			moved++
		}
	}
	if moved == 0 {
		t.Error("another regime comes to the same")
	}
	if rows := simtest.Rows[panel.AccountRow](t, f.Folder, f.Result, panel.Selection{Regime: other.Name}); len(rows) == 0 {
		t.Error("there are no accounts of the regime")
	} else {
		seen := map[[2]any]bool{}
		for _, row := range rows {
			at := [2]any{row.Week, row.Line + row.Perspective}
			if seen[at] {
				t.Fatalf("%s of week %d stands twice", row.Line, row.Week)
			}
			seen[at] = true
		}
	}
	j := job(c, &simtest.Folder{})
	j.Variants = []sim.Variant{{Regime: c.Arms[1], Effect: sim.Low}}
	j.Resume = func(int, string) (io.ReadCloser, error) { return nil, io.EOF }
	if _, err := sim.Execute(t.Context(), j); !errors.Is(err, sim.ErrVariantResume) {
		t.Errorf("going on from a checkpoint fails with %v", err)
	}
}
