package scenarios

import (
	"context"
	"fmt"
	"os"
	"testing"
	"text/tabwriter"

	"caseload/agents"
	"caseload/policy/source"
	"caseload/sim"
)

// TestNoTrend holds that, under the regime of the time, as many people search for work
// after four years as at week 0. It takes a while, so it runs only with -sanity.
func TestNoTrend(t *testing.T) {
	if !*sanity {
		t.Skip("four years of 100,000 persons: run it with -sanity")
	}
	c, found := Load(source.Library{Shipped: Files}, "passive-vs-universal-credit", []string{"persons=100000", "horizon=208 weeks"})
	if found.Failed() {
		t.Fatal(found)
	}
	w := sim.NewWorld(c.Config(1))
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(out, "week\tsearching, thousand\tall claimants\thealth-related\tin work\tneither\tvacancies")
	first, last := 0.0, 0.0
	look := func(w *sim.World) error {
		if w.Week < 0 || w.Week%52 != 0 {
			return nil
		}
		searching, open := 0.0, 0.0
		var n [agents.Statuses]float64
		for i, status := range w.People.Status {
			n[status]++
			if status == agents.Claimant && w.Regime.Plan.Groups[w.People.Group[i]].SearchHours > 0 {
				searching++
			}
		}
		for k := range w.Districts {
			open += w.Districts[k].Demand.Open
		}
		each := 1 / w.Scale / 1000
		fmt.Fprintf(out, "%d\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\n", w.Week, searching*each, n[agents.Claimant]*each, n[agents.OtherBenefit]*each, n[agents.Employed]*each, n[agents.Inactive]*each, open*each)
		if w.Week == 0 {
			first = searching
		}
		last = searching
		return nil
	}
	if err := w.Advance(context.Background(), 208, 2, look); err != nil {
		t.Fatal(err)
	}
	out.Flush()
	if last < 0.97*first || last > 1.03*first {
		t.Errorf("%.0f persons of the run search at week 0 and %.0f four years later", first, last)
	}
}
