package main

import (
	"strings"
	"testing"

	"caseload/analysis"
	"caseload/sim"
	"caseload/sim/panel"
)

func TestNumbersForPeople(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		want     string
	}{{0, 0, "0"}, {999, 0, "999"}, {1000, 0, "1,000"}, {1234567.891, 2, "1,234,567.89"}, {-1234.5, 1, "-1,234.5"}, {-0.001, 2, "0.00"}, {0.999, 2, "1.00"}} {
		if got := grouped(c.x, c.decimals); got != c.want {
			t.Errorf("%v with %d decimals: %q, want %q", c.x, c.decimals, got, c.want)
		}
	}
	for x, want := range map[float64]string{0: "0", 4.4: "4.40", 12.34: "12.3", 2345.6: "2,346"} {
		if got := sensible(x); got != want {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
	if counted(1, "run") != "1 run" || counted(2000, "run") != "2,000 runs" {
		t.Error("things are miscounted")
	}
}

func TestTablesAreAligned(t *testing.T) {
	var page strings.Builder
	writeTable(&page, 1, [][]string{{"", "passive"}, {"£ a year", "1"}, {"jobs", "12,000"}})
	const want = "            passive\n  £ a year        1\n  jobs       12,000\n"
	if page.String() != want {
		t.Errorf("got\n%swant\n%s", page.String(), want)
	}
}

// A table that is wider than the terminal goes on below, with its words and whole pairs of columns.
func TestTablesFitTheTerminal(t *testing.T) {
	page := paper{columns: 24}
	writeTable(&page, 1, [][]string{{"", "a year", "two", ""}, {"jobs", "12,000", "+30", "±20"}, {"a theme"}})
	const want = "           a year\n  jobs     12,000\n  a theme\n\n           two\n  jobs     +30  ±20\n  a theme\n"
	if page.String() != want {
		t.Errorf("got\n%swant\n%s", page.String(), want)
	}
	page = paper{columns: 3}
	if writeTable(&page, 1, [][]string{{"word", "1"}}); page.String() != "  word  1\n" {
		t.Errorf("where nothing fits: %q", page.String())
	}
}

// An outcome is shown in one unit with as many decimals as its error is worth.
func TestContrastsInReadableUnits(t *testing.T) {
	total := analysis.Contrast{Cell: analysis.Cell{Unit: "weeks"}, BaselineMean: 372577000, RegimeMean: 376469000, Difference: 3892000,
		Interval: &analysis.Interval{StandardError: 48000, Low: 3760000, High: 4026000}}
	money := analysis.Contrast{Cell: analysis.Cell{Unit: "pence"}, RegimeMean: 154300000000, Difference: 154300000000}
	share := analysis.Contrast{Cell: analysis.Cell{Unit: "share"}, BaselineMean: 0.5, RegimeMean: 0.4, Difference: -0.1,
		Interval: &analysis.Interval{StandardError: 0.004, Low: -0.11, High: -0.09}}
	more := analysis.Contrast{Cell: analysis.Cell{Unit: "starts"}, BaselineMean: 2, RegimeMean: 91, Difference: 89}
	score := analysis.Contrast{Cell: analysis.Cell{Unit: "hundredths of a point"}, BaselineMean: 677.1, RegimeMean: 677.8, Difference: 0.7}
	for want, k := range map[string]analysis.Contrast{
		"starts|2|91|+89|x 46|-":                                 more,
		"points|6.771|6.778|+0.007|+0.1%|-":                      score,
		"million weeks|372.58|376.47|+3.89|+1.0%|+3.76 to +4.03": total,
		"£ million|0|1,543|+1,543|-|-":                           money,
		"%|50.0|40.0|-10.0|-20.0%|-11.0 to -9.0":                 share,
	} {
		if got := strings.Join(scale{}.with(k).line(k), "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// What one regime's money is shown in the other's is shown in too, also where it is not identified.
func TestMoneyOfRegimesHasOneUnit(t *testing.T) {
	cost := func(regime string, pence float64) analysis.Contrast {
		cell := analysis.Cell{Outcome: analysis.CostPerYear, Unit: "pence per year", ToWeek: 52, Subgroup: "all", Effect: sim.Total}
		return analysis.Contrast{Cell: cell, Regime: regime, Difference: pence, NotIdentified: pence == 0}
	}
	all := analysis.Comparison{Contrasts: []analysis.Contrast{cost("known", 4_321_000), cost("unknown", 0)}}
	a := newAccount(all, &panel.Manifest{}, all.Contrasts[0].Cell)
	for regime, want := range map[string]string{"known": "£ thousand per year|+43.2|-", "unknown": "£ thousand per year|not identified|-"} {
		rows := a.moneyRows(regime, inText)
		if got := strings.Join(rows[len(rows)-1][1:], "|"); got != want {
			t.Errorf("%s: %s, want %s", regime, got, want)
		}
	}
}
