package main

import (
	"strings"
	"testing"
)

// Levers are called by the end of their paths, by more of it where that is the same.
func TestLeversHaveNamesOfTheirOwn(t *testing.T) {
	for _, c := range [][2]string{
		{"persons=1,2", "persons"},
		{"regimes.a.coaches.full_time_equivalents=1,2 market.vacancies.open=3,4", "full_time_equivalents open"},
		{"regimes.a.coaches.full_time_equivalents=1,2 regimes.b.coaches.full_time_equivalents=1,2", "a.coaches.full_time_equivalents b.coaches.full_time_equivalents"},
		{"market.closure=stock,entry market.closure=inflow", "market.closure market.closure"},
	} {
		levers, err := parseLevers(strings.Fields(c[0]))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, l := range levers {
			names = append(names, l.Name.Value)
		}
		if got := strings.Join(names, " "); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
}
