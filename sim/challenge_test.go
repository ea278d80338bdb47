package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// sanctioned is a claimant under a sanction of 28 days since week 0, and her world's plan.
func sanctioned(t *testing.T, change func(e *policy.Enforcement)) *sim.World {
	t.Helper()
	w := strict(t, func(c *policy.ChainTerms) { c.DecisionDelay, c.Levels = 0, []policy.LevelTerms{{TailDays: 28}} })
	change(&w.Regime.Plan.Enforcement)
	habits(w, 1, 0)
	week(t, w)
	expect(t, "sanctioned", w, 0, sees{"Sanctions": 1, "SanctionDays": 21, "OutOfContact": true})
	return w
}

// whole expects that a sanction took nothing in the end.
func whole(t *testing.T, when string, w *sim.World) {
	t.Helper()
	if total := &w.People.Total; total.SanctionPence[0] != total.RepaidPence[0] || w.People.PeriodSanction[0] != 0 {
		t.Errorf("%s: %d pence were taken and %d repaid, %d are still to be taken", when, total.SanctionPence[0], total.RepaidPence[0], w.People.PeriodSanction[0])
	}
	checkBooks(t, w)
}

// A sanction that is changed on reconsideration ends, is repaid and does not count on the
// ladder.
func TestReconsideration(t *testing.T) {
	w := sanctioned(t, func(e *policy.Enforcement) {
		e.Reconsideration = &policy.ReconsiderationTerms{Asked: 1, Delay: 2, Changed: 1}
	})
	expect(t, "asked", w, 0, sees{"ChallengeDue": 2, "ChallengeAppeal": false, "Disputed": 7 * dailyPence})
	week(t, w)
	expect(t, "before the answer", w, 0, sees{"Sanctioned": true, "Disputed": 14 * dailyPence, "RepaidPence": 0})
	week(t, w)
	expect(t, "changed", w, 0, sees{"Sanctioned": false, "SanctionDays": 0, "ChallengeDue": agents.Never, "Overturned": 1, "Disputed": 0,
		"Earlier": [agents.LookBack]agents.Week{agents.Never, agents.Never, agents.Never}})
	advance(t, w, 20)
	whole(t, "changed", w)
	for what, terms := range map[string]*policy.ReconsiderationTerms{"no remedy": nil, "not asked": {Changed: 1}, "not changed": {Asked: 1, Right: 1}} {
		w := sanctioned(t, func(e *policy.Enforcement) { e.Reconsideration = terms })
		advance(t, w, 5)
		expect(t, what, w, 0, sees{"Overturned": 0, "RepaidPence": 0, "ChallengeDue": agents.Never})
	}
}

// Who had a good reason is more often right.
func TestReconsiderationKnowsReasons(t *testing.T) {
	w := strict(t, func(c *policy.ChainTerms) { c.DecisionDelay = 0 })
	w.Regime.Plan.Reconsideration = &policy.ReconsiderationTerms{Asked: 1, Delay: 1, Right: 1}
	b := w.Habits.Behaviour
	b.Reasons.Other = 1
	*w.Habits = *agents.NewConstants(b)
	advance(t, w, 2)
	expect(t, "changed", w, 0, sees{"Overturned": 1, "SanctionsIll": 0})
}

// An answer that changes nothing is appealed against; the tribunal repays also those who
// have left benefit.
func TestAppeal(t *testing.T) {
	appeal := func(asked float64) *sim.World {
		w := sanctioned(t, func(e *policy.Enforcement) {
			e.Reconsideration = &policy.ReconsiderationTerms{Asked: 1, Delay: 1}
			e.Appeal = &policy.AppealTerms{Asked: asked, Delay: 10, Overturned: 1}
		})
		advance(t, w, 6)
		b := w.Habits.Behaviour
		b.Exits.ToNothing = 1
		*w.Habits = *agents.NewConstants(b)
		week(t, w)
		return w
	}
	w := appeal(1)
	expect(t, "left", w, 0, sees{"Status": agents.Inactive, "ChallengeDue": 11, "ChallengeAppeal": true, "Disputed": 28 * dailyPence})
	advance(t, w, 12)
	expect(t, "overturned", w, 0, sees{"Overturned": 1, "RepaidPence": 28 * dailyPence, "ChallengeDue": agents.Never})
	whole(t, "overturned", w)
	w = appeal(0)
	expect(t, "no appeal", w, 0, sees{"ChallengeDue": agents.Never, "Overturned": 0})
}

// Hardship payments are a share of what is withheld, are owed, and come back from what is
// paid later or repaid on challenge.
func TestHardship(t *testing.T) {
	terms := policy.HardshipTerms{Granted: 1, PartnerPayBelow: 10_000, RateTenThousandths: 6_000, RecoveredTenThousandths: 1_000}
	with := func(change func(h *policy.HardshipTerms)) func(e *policy.Enforcement) {
		own := terms
		change(&own)
		return func(e *policy.Enforcement) { e.Hardship = &own }
	}
	const weekly = 7 * dailyPence * 6 / 10
	w := sanctioned(t, with(func(h *policy.HardshipTerms) {}))
	expect(t, "paid", w, 0, sees{"Hardship": true, "HardshipPence": weekly, "HardshipDebt": weekly, "Lost": 7*dailyPence - weekly})
	advance(t, w, 4)
	expect(t, "served", w, 0, sees{"Hardship": false, "HardshipDebt": 4 * weekly})
	const back = 908 // a tenth of £90.80 a week
	week(t, w)
	expect(t, "coming back", w, 0, sees{"RecoveredPence": back, "HardshipDebt": 4*weekly - back})
	advance(t, w, 60)
	expect(t, "all of it", w, 0, sees{"RecoveredPence": 4 * weekly, "HardshipDebt": 0})
	checkBooks(t, w)
	expect(t, "a gift", sanctioned(t, with(func(h *policy.HardshipTerms) { h.RecoveredTenThousandths = 0 })), 0, sees{"HardshipPence": weekly, "HardshipDebt": 0})
	expect(t, "not granted", sanctioned(t, with(func(h *policy.HardshipTerms) { h.Granted = 0 })), 0, sees{"HardshipPence": 0})
	expect(t, "no need", sanctioned(t, with(func(h *policy.HardshipTerms) { h.PartnerPayBelow = 0 })), 0, sees{"HardshipPence": 0})
	expect(t, "none", sanctioned(t, func(*policy.Enforcement) {}), 0, sees{"HardshipPence": 0, "Hardship": false})

	repaid := sanctioned(t, func(e *policy.Enforcement) {
		with(func(*policy.HardshipTerms) {})(e)
		e.Reconsideration = &policy.ReconsiderationTerms{Asked: 1, Delay: 1, Changed: 1}
	})
	week(t, repaid)
	advance(t, repaid, 20)
	expect(t, "all came back", repaid, 0, sees{"HardshipPence": weekly, "RecoveredPence": weekly, "HardshipDebt": 0})
	whole(t, "set off", repaid)
}

// Where compliance comes first, nothing is paid while the sanction waits for it.
func TestHardshipAfterCompliance(t *testing.T) {
	for after, want := range map[bool]int{true: 0, false: 7 * dailyPence * 6 / 10} {
		w := strict(t, func(c *policy.ChainTerms) { c.DecisionDelay = 0 })
		w.Regime.Plan.Hardship = &policy.HardshipTerms{Granted: 1, PartnerPayBelow: 1, RateTenThousandths: 6_000, AfterCompliance: after}
		habits(w, 1, 0)
		week(t, w)
		expect(t, "open", w, 0, sees{"SanctionOpen": true, "HardshipPence": want})
	}
}
