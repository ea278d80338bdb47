package scenarios

import (
	"fmt"
	"math"
	"os"
	"testing"
	"text/tabwriter"
)

// TestStockByDurationAgreesWithFlows is Little's law by parts: in a steady state the number
// who have searched for some weeks is what entries and the hazards of leaving at every
// age make of it. The flows are those of a year, the stocks the means of that year; where
// they part, the burn-in did not reach a steady state or the starting stock was drawn with
// durations that do not belong to its hazards.
func TestStockByDurationAgreesWithFlows(t *testing.T) {
	sets, tolerance := []string{"persons=25000", "burn_in.weeks=104"}, 0.08
	if *sanity {
		sets[0], tolerance = "persons=400000", 0.04
	}
	c, found := Load(shipped, "passive-vs-universal-credit", sets)
	if found.Failed() {
		t.Fatal(found)
	}
	o := observe(t, c, 1, 52)
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	all, allFlows := 0.0, 0.0
	for _, band := range o.bands(13, 26, 52, 104, oldest+1) {
		all, allFlows = all+band.stock, allFlows+band.flows
		if *sanity {
			fmt.Fprintf(out, "searching for %d to %d weeks\t%.0f thousand\tby the flows %.0f thousand\n", band.from, band.to-1, band.stock/1e3, band.flows/1e3)
		}
		if band.to <= 104 && math.Abs(band.flows/band.stock-1) > tolerance {
			t.Errorf("%.0f have searched for %d to %d weeks, by the flows %.0f", band.stock, band.from, band.to-1, band.flows)
		}
	}
	out.Flush()
	// Who leaves after years leaves slowly, so the last part is where a steady state comes last.
	if math.Abs(allFlows/all-1) > 2*tolerance {
		t.Errorf("%.0f search, by entries and the time until they leave %.0f", all, allFlows)
	}
}

// band is the mean stock of the searching group at some ages of the claim, in weeks, as it
// was and as the flows of the year make it; persons of the country.
type band struct {
	from, to     int
	stock, flows float64
}

// bands follows a synthetic cohort: at every age those who are left and those who enter.
func (o *observed) bands(ends ...int) []band {
	var list []band
	each, left, from := 1/o.w.Scale/o.weeks, 0.0, 0
	for _, to := range ends {
		b := band{from: from, to: to}
		for age := from; age < to; age++ {
			left += o.entered[age+1]
			b.flows += left * each
			b.stock += o.at[age+1] * each
			left *= 1 - o.ended[age+1]/max(o.at[age+1], 1)
		}
		list, from = append(list, b), to
	}
	return list
}
