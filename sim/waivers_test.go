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
	expect(t, "granted", w, 0, sees{"WaiversGranted": 1, "WaivedUntil": 3, "NextInterview": 3, "InterviewsMissed": 0, "Failures": 0, "Sanctions": 0})
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

// guided is a world of participants to whom contacts are a duty and who are kept from all of
// them, furthest from work or nearest, after six weeks under guidance.
func guided(t *testing.T, fifth uint8, flat bool, g *policy.Guidance) *sim.World {
	t.Helper()
	w := contracted(t, 60, func(c *sim.Config) { hopeful(c); c.Behaviour.Reasons.Other = 0 }, bought(func(c *policy.Contract) {
		c.Minimum.Contact, c.Guidance = number(1), g
		c.Minimum.Staff, c.Groups[0].Job.Fee, c.Groups[0].Sustained = number(30), number(1600000), nil
		if flat {
			c.OutcomeShare = number(0)
		}
	}))
	plan := w.Regime.Plan
	plan.Waivers = &policy.WaiverTerms{Asked: 1, Granted: 1, Lasts: 2, TwoWithin: 0}
	plan.Programmes[0].Mandatory = true
	week(t, w)
	for i := range w.People.ProviderJudged {
		w.People.ProviderJudged[i] = fifth
	}
	b := w.Habits.Behaviour
	b.Reasons.Other, b.Finding.EntryHazard = 1, 0
	*w.Habits = *agents.NewConstants(b)
	advance(t, w, 7)
	return w
}

// A provider that is paid for jobs lets those be whom it would not see of its own accord, as
// far as its staff are not told what the rules say; where all are worth the same to it, or they
// know, both ends get the same answer. An office that decides does not hear of the others.
func TestWhoDecidesOnWaiversOfParticipants(t *testing.T) {
	granted := func(fifth uint8, flat bool, waivers string, known float64) (share float64) {
		c := guided(t, fifth, flat, &policy.Guidance{Waivers: name(waivers), Known: number(known)}).Districts[0].Providers[0].Count
		if c.WaiversGranted+c.WaiversRefused == 0 {
			t.Fatal("nobody asked")
		}
		return float64(c.WaiversGranted) / float64(c.WaiversGranted+c.WaiversRefused)
	}
	if far, near := granted(1, false, "provider", 0), granted(5, false, "provider", 0); far != 1 || near != 0 {
		t.Errorf("paid for jobs, %.2f of those furthest from work and %.2f of the nearest are let be", far, near)
	}
	if far, near := granted(1, true, "provider", 0), granted(5, true, "provider", 0); far != near {
		t.Errorf("with a flat fee, %.2f of those furthest from work and %.2f of the nearest are let be", far, near)
	}
	for _, who := range []string{"provider", "office"} {
		if near := granted(5, false, who, 1); near != 1 {
			t.Errorf("the %s decides by the rules, and grants %.2f", who, near)
		}
	}
	if share := granted(5, false, "office", 0); share != 0 {
		t.Errorf("the office decides what it has not heard of: %.2f", share)
	}
	near(t, "half are known", granted(5, false, "office", 0.5), 0.5, 0.15)
}

// Without guidance nobody asks a provider; with it those who are let be are not called, and
// their minutes go to others.
func TestWithoutGuidanceNobodyAsks(t *testing.T) {
	w := guided(t, 3, true, nil)
	if c := w.Districts[0].Providers[0].Count; c.WaiversGranted+c.WaiversRefused != 0 || c.Missed == 0 {
		t.Errorf("without guidance: %+v", c)
	}
	w = guided(t, 3, true, &policy.Guidance{Waivers: name("provider"), Known: number(1)})
	if c := w.Districts[0].Providers[0].Count; c.Missed != 0 || total(w, "WaiversGranted") < 57*3 {
		t.Errorf("sixty participants who are let be every other week: %g waivers, %+v", total(w, "WaiversGranted"), c)
	}
}
