package sim

import (
	"testing"

	"caseload/agents"
)

// The tenth with most of the weeks in distress has all of them where nobody else has any, and
// a tenth where all have the same.
func TestConcentrationOfDistress(t *testing.T) {
	of := func(weeks ...int16) (float64, bool) {
		w := &World{People: &agents.Population{}}
		w.People.Total.WeeksDistressed, w.People.Total.WeeksThere = weeks, make([]int16, len(weeks))
		for i := range weeks {
			w.People.Total.WeeksThere[i] = 52
		}
		return w.concentration()
	}
	alike, few := make([]int16, 40), make([]int16, 40)
	for i := range alike {
		alike[i] = 7
	}
	few[3], few[20], few[21] = 9, 1, 52
	if share, is := of(alike...); share != 0.1 || !is {
		t.Errorf("all alike: %g", share)
	}
	if share, _ := of(few...); share != 1 {
		t.Errorf("three of forty: %g", share)
	}
	few[5], few[6] = 31, 31 // the tenth now has 52, 31, 31 and 9 weeks
	if share, _ := of(few...); share != 123.0/124 {
		t.Errorf("five of forty: %g", share)
	}
	if _, is := of(make([]int16, 10)...); is {
		t.Error("nobody is in distress and a tenth has most of it")
	}
}
