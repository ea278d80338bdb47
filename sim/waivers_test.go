package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// unable is a claimant who is kept from every interview, under a waiver rule.
func unable(t testing.TB, terms *policy.WaiverTerms) *sim.World {
	t.Helper()
	w := strict(t, func(c *policy.ChainTerms) { c.DecisionDelay = 0 })
	w.Regime.Plan.Waivers = terms
	b := w.Habits.Behaviour
	b.Reasons.Other = 1
	*w.Habits = *agents.NewConstants(b)
	return w
}

// A waiver that is granted puts everything off, and nothing has been failed. Who is refused,
// has had two, or finds that nobody decides, fails like anybody else.
func TestWaiver(t *testing.T) {
	w := unable(t, &policy.WaiverTerms{Asked: 1, Granted: 1, Lasts: 3, TwoWithin: 52})
	week(t, w)
	expect(t, "granted", w, 0, sees{"WaiversGranted": 1, "WaivedUntil": 3, "NextInterview": 3, "InterviewsDue": 0, "Failures": 0, "Sanctions": 0})
	advance(t, w, 4)
	expect(t, "twice", w, 0, sees{"WaiversGranted": 2, "Waived": [2]agents.Week{3, 0}, "Failures": 0})
	advance(t, w, 7)
	expect(t, "not three times", w, 0, sees{"WaiversGranted": 2, "WaiversRefused": 1, "Failures": 1, "Sanctions": 1})
	for what, terms := range map[string]*policy.WaiverTerms{
		"refused":        {Asked: 1, Lasts: 2},
		"nobody decides": {Asked: 1, Granted: 1, Confusion: 1, Lasts: 2},
	} {
		w := unable(t, terms)
		week(t, w)
		expect(t, what, w, 0, sees{"WaiversGranted": 0, "WaiversRefused": 1, "Failures": 1, "Sanctions": 1})
	}
	for what, terms := range map[string]*policy.WaiverTerms{"no waivers": nil, "not asked for": {Granted: 1, Lasts: 2}} {
		w := unable(t, terms)
		week(t, w)
		expect(t, what, w, 0, sees{"WaiversGranted": 0, "WaiversRefused": 0, "Failures": 1, "Sanctions": 1})
	}
}

// Nothing is required while a waiver lasts, so it prompts no applications.
func TestWaiverSuspendsSearch(t *testing.T) {
	made := func(until agents.Week) float32 {
		w := seen(t, func(*policy.Enforcement) {}, nil)
		w.People.Compliance[0], w.People.WaivedUntil[0] = 1, until
		w.People.Motivation[0], w.People.OwnEffort[0] = -3, -3
		advance(t, w, 4)
		return w.People.Total.Applications[0]
	}
	if with, without := made(10), made(0); with >= without {
		t.Errorf("%g applications under a waiver, %g without", with, without)
	}
}
