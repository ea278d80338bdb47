package scenarios

import (
	"context"
	"fmt"
	"math"
	"os"
	"testing"
	"text/tabwriter"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// TestNoTrend holds that, under the regime of the time, stocks are after four years what
// they are at week 0. Some are shown and not held. Nobody leaves a run before pension age, so
// people in work and people on neither side gather in it. Who claims with a newborn child
// takes three years to reach the searching group, so lone parents in lighter groups and long
// claims grow into the second year and beyond, and as the slow gather, fewer find work in a
// week and fewer have lately. It takes a while, so it runs only with -sanity.
func TestNoTrend(t *testing.T) {
	if !*sanity {
		t.Skip("four years of 200,000 persons: run it with -sanity")
	}
	c, found := Load(shipped, "passive-vs-universal-credit", []string{"persons=200000", "horizon=208 weeks"})
	if found.Failed() {
		t.Fatal(found)
	}
	w := sim.NewWorld(c.Config(1))
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprint(out, "thousand, in the country")
	var years [][]float64
	o := &observed{w: w}
	after := func(w *sim.World) error {
		if w.Week > 0 {
			o.follow()
		}
		if w.Week >= 0 && w.Week%52 == 0 {
			fmt.Fprintf(out, "\tweek %d", w.Week)
			years = append(years, stocks(w))
		}
		return nil
	}
	if err := w.Advance(context.Background(), 208, 2, after); err != nil {
		t.Fatal(err)
	}
	for k, s := range stockNames {
		fmt.Fprintf(out, "\n%s", s.name)
		for _, year := range years {
			fmt.Fprintf(out, "\t%.1f", year[k]/w.Scale/1e3)
		}
		first, last := years[0][k], years[len(years)-1][k]
		// Four standard errors of a number of persons, and what is tolerated beyond them.
		if gap := math.Abs(last - first); s.held && gap > 0.03*first+4*math.Sqrt(first) {
			t.Errorf("%s: %.0f persons of the run at week 0 and %.0f four years later", s.name, first, last)
		}
	}
	fmt.Fprintln(out)
	for _, row := range []sanityRow{
		{"job starters back by 13 weeks, %", "26", o.returns(13), 23, 29}, {"job starters back by 26 weeks, %", "40", o.returns(26), 37, 43},
		{"job starters back by 52 weeks, %", "53", o.returns(52), 48, 58}, {"job starters back by 104 weeks, %", "62", o.returns(104), 57, 67},
	} {
		fmt.Fprintf(out, "%s\t%.1f\tpublished %s\n", row.name, row.value, row.published)
		if row.value < row.low || row.value > row.high {
			t.Errorf("%s: %.1f, published %s", row.name, row.value, row.published)
		}
	}
	out.Flush()
}

// stockNames are the stocks of the table, in the order of stocks, and whether they are held.
var stockNames = []struct {
	name string
	held bool
}{
	{"searching for work", true}, {"of these under a sanction", true}, {"of these for over a year", false},
	{"other groups with a requirement", false}, {"claimants without a requirement", true}, {"on health-related benefits", true},
	{"in work, left benefit within two years", false}, {"all in work", false}, {"neither work nor benefit", false}, {"vacancies", true},
}

// stocks counts persons, and vacancies, between two weeks.
func stocks(w *sim.World) []float64 {
	n := make([]float64, len(stockNames))
	p := w.People
	for i, status := range p.Status {
		group := p.Group[i]
		switch {
		case status == agents.Claimant && w.Regime.Plan.Groups[group].SearchHours > 0:
			n[0]++
			if p.Sanctioned[i] {
				n[1]++
			}
			if w.Week-p.BenefitSince[i] >= 52 {
				n[2]++
			}
		case status == agents.Claimant && group != policy.NoGroup:
			n[3]++
		case status == agents.Claimant:
			n[4]++
		case status == agents.OtherBenefit:
			n[5]++
		case status == agents.Employed:
			n[7]++
			if exit := p.LastWorkExit[i]; exit != agents.Never && w.Week-exit < 104 {
				n[6]++
			}
		case status == agents.Inactive:
			n[8]++
		}
	}
	for k := range w.Districts {
		n[9] += w.Districts[k].Demand.Open
	}
	return n
}
