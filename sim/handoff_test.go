package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/simtest"
)

// arriving is a world whose people arrive in week 0 and pass through two hand-offs.
func arriving(t testing.TB, persons float64, h policy.HandOffPlan) *sim.World {
	t.Helper()
	return small{persons: 1, status: agents.Claimant, coaches: 50, minutes: 6000,
		regime: func(p *policy.Plan) { p.HandOffs, p.IdentityCheck = h, 1 },
		config: func(c *sim.Config) {
			c.Population.Arrivals = []sim.Arrival{{Name: "new", PerWeek: persons, Falls: persons, Traits: c.Population.Attached[0].Traits}}
		}}.world(t)
}

// A split service opens a claim later and sees people later than a one-stop office; what is
// lost between its offices is later still. Without hand-offs nobody waits.
func TestHandOffsTakeTime(t *testing.T) {
	const n = 9000
	waits := func(h policy.HandOffPlan) (opening, first []float64, lost int) {
		w := arriving(t, n, h)
		for range 2 {
			week(t, w)
		}
		for i := int32(1); i < w.Districts[0].Next && w.People.EntryWeek[i] == 0; i++ {
			opening = append(opening, float64(w.People.ClaimWeek[i]-1))
		}
		for range 60 {
			week(t, w)
		}
		for i := int32(1); i <= int32(len(opening)); i++ {
			first = append(first, float64(w.People.Total.FirstInterviewWeeks[i]))
			lost += int(w.People.Total.LostBetween[i])
		}
		return opening, first, lost
	}
	opening, first, lost := waits(policy.HandOffPlan{})
	for i := range opening {
		if opening[i] != 0 || first[i] != 2 || lost != 0 {
			t.Fatalf("in a one-stop office person %d waits %v weeks for her claim and %v for the first interview", i, opening[i], first[i])
		}
	}
	h := policy.HandOffTerms{Delay: 1.5}
	opening, first, lost = waits(policy.HandOffPlan{Opening: &h, FirstInterview: &policy.HandOffTerms{Delay: 0.5}})
	simtest.Mean(t, "weeks to the opening of a claim", opening, 0, 53, 1.5*2.5, 1.5, 0.4)
	simtest.Mean(t, "weeks to the first interview", first, 0, 160, 1.5*2.5+0.5*1.5, 4, 0.8)
	if lost > 0 {
		t.Errorf("%d are lost", lost)
	}
	opening, _, lost = waits(policy.HandOffPlan{Opening: &policy.HandOffTerms{Delay: 1.5, Lost: 0.2, Found: 4}})
	simtest.Proportion(t, "lost between offices", lost, len(opening), 0.2, 0.06)
	simtest.Mean(t, "weeks to the opening where some are lost", opening, 0, 105, 1.5*2.5+0.2*20+0.16*16, 2.3, 0.7)
}
