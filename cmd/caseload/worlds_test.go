package main

import (
	"testing"

	"caseload/analysis"
)

// Two answers differ where one tells a direction that the other does not, or the contrary,
// or where neither allows for what the other says.
func TestAnswersDiffer(t *testing.T) {
	of := func(low, high float64) analysis.Contrast {
		return analysis.Contrast{Difference: (low + high) / 2, Interval: &analysis.Interval{Low: low, High: high}}
	}
	for _, c := range []struct {
		a, b analysis.Contrast
		want string
	}{
		{of(1, 3), of(2, 4), ""}, {of(-1, 3), of(-2, 1), ""}, {of(-4, -1), of(-2, -1), ""},
		{of(1, 3), of(-3, -1), "in direction"}, {of(1, 3), of(-1, 3), "in whether an effect is told"}, {of(-1, 1), of(-3, -2), "in whether an effect is told"},
		{of(1, 3), of(4, 6), "in size"}, {of(1, 3), analysis.Contrast{Difference: -5}, ""},
	} {
		if got := answersDiffer(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %q, want %q", c.a.Interval, c.b.Interval, got, c.want)
		}
	}
}
