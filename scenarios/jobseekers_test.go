package scenarios

import (
	"fmt"
	"os"
	"testing"
	"text/tabwriter"
)

// TestJobseekersTable holds the shipped worlds of Jobseeker's Allowance, unfitted, against
// published figures of their time, as TestSanityTable does that of 2024.
func TestJobseekersTable(t *testing.T) {
	for _, world := range []struct {
		scenario string
		rows     func(o *observed) []sanityRow
	}{
		{"jobseekers-2007", (*observed).jobseekers2007},
		{"jobseekers-2012", (*observed).jobseekers2012},
	} {
		sets := []string{"persons=25000"}
		if *sanity {
			sets[0] = "persons=150000"
			fmt.Println(world.scenario)
		}
		c, found := Load(shipped, world.scenario, sets)
		if found.Failed() {
			t.Fatal(found)
		}
		out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
		for _, row := range world.rows(observe(t, c, 1, 52)) {
			row.print(out)
			if row.absurd() {
				t.Errorf("%s, %s: %.4g is far from %s", world.scenario, row.name, row.value, row.published)
			}
		}
		out.Flush()
	}
}

// jobseekers2007 is the contrast to 2024 that the statistics of 2005 to 2009 show. Flows
// are those of 1.5 million claimants.
func (o *observed) jobseekers2007() []sanityRow {
	country := o.weeks * o.w.Scale
	per := 1.5e6 / o.searching / 1e3
	s13, s26, s52, mean := o.survival()
	return []sanityRow{
		{"jobseekers, million", "0.83", o.searching / 1e6, .78, .88},
		{"all exits a week per 1.5 million, thousand", "67", o.left / country * per, 62, 73},
		{"into work a week per 1.5 million, thousand", "42", o.found / country * per, 38, 46},
		{"mean completed claim, weeks", "22", mean, 20, 24},
		{"still claiming after 13 weeks", ".48", s13, .44, .51},
		{"still claiming after 26 weeks", ".25", s26, .22, .29},
		{"still claiming after 52 weeks", ".10", s52, .07, .13},
		{"into work under 3 months against over 24 months", "3.2", o.findingRatio(), 2.2, 4.2},
		{"job starters back by 13 weeks, %", "26", o.returns(13), 23, 29},
		{"job starters back by 26 weeks, %", "40", o.returns(26), 37, 43},
		{"sanctions a month for 100 claimants", "2.5", 100 * o.sanctions / country / o.searching * 52 / 12, 1.8, 3.2},
		{"signings missed, %", "-", o.signings(), 5, 17},
		{"interviews missed, %", "14.3", 100 * o.missed / o.due, 13, 17},
	}
}

// jobseekers2012 is the year before the sanctions of October 2012, whose regime is that of
// 1996 too. The Work Programme is not there, nor the sanctions of its providers.
func (o *observed) jobseekers2012() []sanityRow {
	_, _, s52, _ := o.survival()
	return []sanityRow{
		{"jobseekers, million", "1.51", o.searching / 1e6, 1.35, 1.65},
		{"still claiming after 52 weeks", ".13", s52, .09, .17},
		{"vacancies open, thousand", "455", o.vacancies / 1e3, 420, 490},
	}
}

// findingRatio is the weekly chance of work in the first 13 weeks of a claim against that
// after 104.
func (o *observed) findingRatio() float64 {
	var found, at [2]float64
	for age, n := range o.at {
		switch weeks := age - 1; {
		case weeks < 0:
		case weeks < 13:
			found[0], at[0] = found[0]+o.foundAt[age], at[0]+n
		case weeks >= 104:
			found[1], at[1] = found[1]+o.foundAt[age], at[1]+n
		}
	}
	return found[0] / at[0] * at[1] / max(found[1], 1)
}

// signings is the share of signings missed, in per cent, since the beginning of week 0.
func (o *observed) signings() float64 {
	t, signed, missed := &o.w.People.Total, 0.0, 0.0
	for i := range t.Signed {
		signed += float64(t.Signed[i])
		missed += float64(t.SigningsMissed[i])
	}
	return 100 * missed / max(signed+missed, 1)
}
