package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

func proportion(t testing.TB, what string, k, n int, want, detect float64) {
	t.Helper()
	simtest.Proportion(t, what, k, n, want, detect)
}

// strict is one claimant, due in week 0, under a chain in which every failure is referred
// and every referral imposed after four weeks.
func strict(t testing.TB, change func(c *policy.ChainTerms)) *sim.World {
	t.Helper()
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
		regime: func(p *policy.Plan) {
			p.Missed.Referred, p.Missed.Imposed = 1, 1
			if change != nil {
				change(p.Missed)
			}
		}}.world(t)
	w.People.NextInterview[0] = 0
	w.People.Compliance[0] = 0 // whoever complies least stays away for certain
	return w
}

// habits sets who comes and who gets in touch from now on: 0 nobody, 1 everybody.
func habits(w *sim.World, misses, contact float64) {
	b := w.Habits.Behaviour
	b.Attendance.Missed, b.Attendance.StaysAway, b.Attendance.ContactPerWeek = misses, 0.5, contact
	*w.Habits = *agents.NewConstants(b)
}

func TestMissedInterviewIsReferred(t *testing.T) {
	w := strict(t, nil)
	habits(w, 1, 0)
	week(t, w)
	expect(t, "missed", w, 0, sees{"InterviewsMissed": 1, "InterviewsHeld": 0, "OutOfContact": true, "NextInterview": agents.Never,
		"PendingFailure": [agents.PendingSlots]agents.Week{}, "PendingDecision": pending(4), "PendingMet": [agents.PendingSlots]agents.Week{agents.Never}, "Sanctions": 0})
	if w.Coaches.Referrals[0] != 1 || w.Coaches.Missed[0] != 1 || w.Coaches.MinutesUsed[0] != 10 {
		t.Error("the coach's counts of referrals, misses or minutes are wrong")
	}
}

// Excused, let pass or not mandatory: a miss has no consequence but a new date. Whether
// she stays away does not depend on what the coach does.
func TestMissesWithoutConsequence(t *testing.T) {
	for name, change := range map[string]func(p *policy.Plan){
		"excused":      func(p *policy.Plan) { p.Missed.Excused = 1 },
		"not referred": func(p *policy.Plan) { p.Missed.Referred = 0 },
		"no sanctions": func(p *policy.Plan) { p.Missed = nil },
	} {
		w := strict(t, nil)
		change(w.Regime.Plan)
		habits(w, 1, 0)
		week(t, w)
		expect(t, name, w, 0, sees{"InterviewsMissed": 1, "OutOfContact": true, "NextInterview": agents.Never, "PendingDecision": pending()})
		w.People.Compliance[0], w.People.OutOfContact[0], w.People.NextInterview[0] = 1, false, w.Week
		week(t, w)
		expect(t, name+", compliant", w, 0, sees{"InterviewsMissed": 2, "OutOfContact": false, "NextInterview": 2, "PendingDecision": pending()})
	}
	w := strict(t, func(c *policy.ChainTerms) { c.Imposed = 0 })
	habits(w, 1, 0)
	advance(t, w, 6)
	expect(t, "decided for the claimant", w, 0, sees{"Sanctioned": false, "Sanctions": 0, "PendingDecision": pending(), "SanctionPence": 0})
}

// dailyPence is what one day takes from a single claimant over 25: 393.45 x 12 / 365,
// rounded down to ten pence.
const dailyPence = 1290

// She misses in week 0, gets in touch at once and is seen in week 1, before the decision in
// week 4: 7 days for the week until she complied and 7 of the first level, weeks 4 and 5.
func TestSanctionAfterCompliance(t *testing.T) {
	w := strict(t, nil)
	habits(w, 1, 1)
	w.Districts[0].Log.KeepSpells = true
	week(t, w)
	expect(t, "missed and in touch", w, 0, sees{"OutOfContact": false, "NextInterview": 1})
	habits(w, 0, 1)
	week(t, w)
	expect(t, "seen", w, 0, sees{"InterviewsHeld": 1, "PendingMet": [agents.PendingSlots]agents.Week{1}})
	advance(t, w, 4)
	expect(t, "before the decision", w, 0, sees{"Sanctioned": false, "Lost": 0})
	week(t, w)
	expect(t, "first week", w, 0, sees{"Sanctioned": true, "SanctionOpen": false, "SanctionDays": 7, "Lost": 7 * dailyPence, "Sanctions": 1, "SanctionSince": 4})
	week(t, w)
	expect(t, "second week", w, 0, sees{"Sanctioned": false, "SanctionDays": 0, "Lost": 7 * dailyPence})
	week(t, w)
	expect(t, "over", w, 0, sees{"Lost": 0})
	advance(t, w, 13)
	expect(t, "taken", w, 0, sees{"SanctionPence": 14 * dailyPence, "BenefitPence": 3*39345 - 14*dailyPence})
	for _, s := range w.Districts[0].Log.Spells {
		if s.Kind == panel.SanctionSpell && (s.StartWeek != 4 || s.EndWeek != 6 || s.Weeks != 2) {
			t.Errorf("fourteen days are a spell of %d weeks, from week %d to before week %d", s.Weeks, s.StartWeek, s.EndWeek)
		}
	}
	if n := len(w.Districts[0].Log.Spells); n != 1 {
		t.Errorf("%d spells", n)
	}
}

// She stays away: the sanction is open from the decision in week 4 until she is seen in
// week 9. In all it takes the nine weeks from failure to compliance and one fixed week,
// served from week 4 to week 13.
func TestSanctionUntilCompliance(t *testing.T) {
	w := strict(t, nil)
	habits(w, 1, 0)
	advance(t, w, 5)
	expect(t, "open", w, 0, sees{"Sanctioned": true, "SanctionOpen": true, "SanctionServed": 7, "Lost": 7 * dailyPence, "Earlier": [agents.LookBack]agents.Week{0, agents.Never, agents.Never}})
	advance(t, w, 8)
	habits(w, 0, 1)
	week(t, w)
	expect(t, "in touch in week 8", w, 0, sees{"NextInterview": 9, "OutOfContact": false, "SanctionOpen": true})
	week(t, w)
	expect(t, "seen in week 9", w, 0, sees{"SanctionOpen": false, "SanctionDays": 9*7 - 5*7 + 7 - 7})
	advance(t, w, 13)
	expect(t, "last week", w, 0, sees{"Sanctioned": true, "SanctionDays": 7})
	week(t, w)
	expect(t, "served", w, 0, sees{"Sanctioned": false})
	advance(t, w, 26)
	expect(t, "taken", w, 0, sees{"SanctionPence": 70 * dailyPence})
}

// A second sanction lengthens the one being served, whether open or fixed.
func TestSanctionsThatOverlap(t *testing.T) {
	fixed := strict(t, func(c *policy.ChainTerms) {
		c.DecisionDelay, c.Levels = 0, []policy.LevelTerms{{TailDays: 10}, {TailDays: 20}}
	})
	habits(fixed, 1, 1)
	week(t, fixed)
	expect(t, "first", fixed, 0, sees{"Sanctioned": true, "SanctionDays": 3, "Lost": 7 * dailyPence})
	fixed.People.Earlier[0][0] = -20 // long enough ago to climb
	week(t, fixed)
	expect(t, "second", fixed, 0, sees{"SanctionDays": 3 + 20 - 7, "Sanctions": 2, "SanctionSince": 0})
	habits(fixed, 0, 1)
	advance(t, fixed, 10)
	expect(t, "both served", fixed, 0, sees{"Sanctioned": false})
	advance(t, fixed, 18)
	expect(t, "both taken", fixed, 0, sees{"SanctionPence": 30 * dailyPence})

	open := strict(t, nil)
	habits(open, 1, 0)
	advance(t, open, 5)
	open.People.PendingDecision[0][1], open.People.PendingFailure[0][1], open.People.PendingMet[0][1] = 5, 3, agents.Never
	week(t, open)
	expect(t, "another while open", open, 0, sees{"SanctionOpen": true, "SanctionTail": 7 + 14, "Sanctions": 2, "SanctionFailure": 0})
}

// An open sanction is followed by what was left of the one before it.
func TestOpenSanctionKeepsWhatWasLeft(t *testing.T) {
	w := strict(t, func(c *policy.ChainTerms) { c.DecisionDelay = 0 })
	w.People.Sanctioned[0], w.People.SanctionDays[0] = true, 20
	habits(w, 1, 0)
	week(t, w)
	expect(t, "open in front of 20 days", w, 0, sees{"SanctionOpen": true, "SanctionTail": 7 + 20, "SanctionServed": 7, "Lost": 7 * dailyPence})
	habits(w, 0, 1)
	advance(t, w, 3) // in touch in week 1, seen in week 2, the days from failure to compliance all served
	expect(t, "seen", w, 0, sees{"SanctionOpen": false, "SanctionDays": 27 - 7})
	advance(t, w, 20)
	expect(t, "served", w, 0, sees{"Sanctioned": false, "SanctionPence": (2*7 + 27) * dailyPence})
}

// What was lost is remembered, by her who lost it and on average in her district, and
// forgotten by half in the half-life.
func TestLossesAreRemembered(t *testing.T) {
	w := small{persons: 2, status: agents.Claimant, coaches: 1, minutes: 600,
		regime: func(p *policy.Plan) {
			p.Missed.Referred, p.Missed.Imposed, p.Missed.DecisionDelay, p.Missed.Levels = 1, 1, 0, []policy.LevelTerms{{TailDays: 7}}
		}}.world(t)
	w.People.NextInterview[0], w.People.NextInterview[1] = 0, 50
	habits(w, 1, 0)
	week(t, w)
	lost, kept := 7.0*dailyPence, w.Habits.LossDecay
	expect(t, "lost", w, 0, sees{"LossLately": float32((1 - kept) * lost)})
	expect(t, "lost nothing", w, 1, sees{"LossLately": 0})
	near(t, "the district's memory", w.Districts[0].LossLately, (1-kept)*lost/2, 1e-12)
	habits(w, 0, 0)
	advance(t, w, 14) // the half-life is 13 weeks
	near(t, "her memory after a half-life", float64(w.People.LossLately[0]), (1-kept)*lost/2, 1e-5)
	near(t, "the district's after a half-life", w.Districts[0].LossLately, (1-kept)*lost/4, 1e-9)
}

// Interviews are remembered for search, and forgotten by half in their half-life.
func TestInterviewsAreRemembered(t *testing.T) {
	w := strict(t, nil)
	w.Regime.Plan.Schedules[2].Every, w.Regime.Plan.Schedules[3].Every = 100, 100
	advance(t, w, 6) // the half-life is six weeks
	expect(t, "seen once", w, 0, sees{"InterviewsHeld": 1})
	near(t, "the memory of it", float64(w.People.SeenLately[0]), 0.5, 1e-6)
}

// However many sanctions come together, their days do not run over.
func TestSanctionsWithoutEnd(t *testing.T) {
	w := strict(t, func(c *policy.ChainTerms) {
		c.DecisionDelay, c.Levels = 0, []policy.LevelTerms{{TailDays: 1095}}
	})
	habits(w, 1, 1)
	for range 60 {
		week(t, w)
		if w.People.SanctionDays[0] < 1000 {
			t.Fatalf("week %d: %d days left", w.Week, w.People.SanctionDays[0])
		}
	}
}

// A sanction ends with the claim.
func TestSanctionEndsWithTheClaim(t *testing.T) {
	w := strict(t, nil)
	habits(w, 1, 0)
	advance(t, w, 5)
	b := w.Habits.Behaviour
	b.Exits.ToNothing = 1
	*w.Habits = *agents.NewConstants(b)
	week(t, w)
	expect(t, "gone", w, 0, sees{"Status": agents.Inactive, "Sanctioned": false, "SanctionOpen": false, "SanctionDays": 0, "Lost": 0, "OutOfContact": false,
		"PendingDecision": pending(), "Coach": -1, "ToNothing": 1})
}

// The rung of a ladder with three levels that looks back a year and forgives a fortnight.
func TestLadder(t *testing.T) {
	w := strict(t, nil)
	never := agents.Never
	for _, c := range []struct {
		earlier [agents.LookBack]agents.Week
		failure agents.Week
		want    int
		why     string
	}{
		{[agents.LookBack]agents.Week{never, never, never}, 60, 0, "no failure before"},
		{[agents.LookBack]agents.Week{50, never, never}, 60, 1, "one ten weeks before"},
		{[agents.LookBack]agents.Week{58, never, never}, 60, 0, "one fourteen days before"},
		{[agents.LookBack]agents.Week{57, never, never}, 60, 1, "one 21 days before"},
		{[agents.LookBack]agents.Week{8, never, never}, 60, 1, "one 364 days before"},
		{[agents.LookBack]agents.Week{7, never, never}, 60, 0, "one 371 days before"},
		{[agents.LookBack]agents.Week{50, 40, never}, 60, 2, "two"},
		{[agents.LookBack]agents.Week{50, 49, never}, 60, 1, "two within a fortnight of one another count once"},
		{[agents.LookBack]agents.Week{50, 40, 30}, 60, 2, "three, and no fourth level"},
		{[agents.LookBack]agents.Week{50, 7, never}, 60, 1, "one of two is too old"},
	} {
		w.People.Earlier[0] = c.earlier
		if got := w.Level(0, c.failure); got != c.want {
			t.Errorf("%s: rung %d, want %d", c.why, got, c.want)
		}
	}
}

// A sanction in the preparing group takes 40% of a day, and half of it from one of a couple.
func TestShareThatASanctionTakes(t *testing.T) {
	for _, c := range []struct {
		carer, partner bool
		want           int32
	}{
		{false, false, 7 * 1290}, // 393.45 x 12/365 = 12.935
		{true, false, 7 * 510},   // 40% of it with interviews only: 5.174
		{false, true, 7 * 1010},  // half of 617.60 x 12/365 = 10.152
		{true, true, 7 * 400},    // 40% of it: 4.06
	} {
		w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
			regime: func(p *policy.Plan) { p.Missed.Referred, p.Missed.Imposed, p.Missed.DecisionDelay = 1, 1, 0 },
			config: func(cfg *sim.Config) {
				m := &cfg.Population.Attached[0].Traits
				if c.carer {
					m.LeadCarer, m.YoungestFrom, m.YoungestTo = 1, 1.4, 1.4001
				}
				if c.partner {
					m.Couple = 1
				}
			}}.world(t)
		w.People.NextInterview[0] = 0
		habits(w, 1, 0)
		week(t, w)
		expect(t, "lost", w, 0, sees{"Lost": c.want, "Sanctioned": true})
	}
}

// Nobody loses more than her award.
func TestSanctionNeverExceedsTheAward(t *testing.T) {
	w := strict(t, func(c *policy.ChainTerms) { c.DecisionDelay = 0 })
	habits(w, 1, 0)
	w.People.AwardMonthly[0] = 1300
	week(t, w)
	expect(t, "a small award", w, 0, sees{"Lost": 300, "PeriodSanction": 7 * dailyPence})
}

// A sanction that takes nothing and is not feared changes nothing but its own columns.
func TestSanctionWithoutReductionOrResponse(t *testing.T) {
	long(t)
	c := standard(t, "persons=600", "market.threat.effort=0", "market.threat.reservation=0%", "market.attendance.threat_log_odds=0", "market.search.income_cut=0", "market.exits.loss_ratio=1", "market.wellbeing.shocks.sanction=0")
	with, without := *c.Under, *c.Under
	plan := *c.Under.Plan
	plan.Groups = append([]policy.GroupTerms(nil), plan.Groups...)
	for k := range plan.Groups {
		plan.Groups[k].SanctionedShare = 0
	}
	never := plan
	chain := *plan.Missed
	chain.Imposed = 0
	never.Missed = &chain
	with.Plan, without.Plan = &plan, &never
	cfg := c.Config(1)
	cfg.Under = &with
	a := sim.NewWorld(cfg)
	for i := range a.People.ID {
		a.People.Sanctioned[i], a.People.SanctionDays[i] = false, 0
	}
	b := a.Clone()
	b.Regime = &without
	skip := simtest.Skip{"Sanctioned": true, "SanctionOpen": true, "SanctionFailure": true, "SanctionTail": true, "SanctionDays": true, "SanctionServed": true,
		"SanctionSince": true, "SanctionKind": true, "Earlier": true, "EarlierKind": true, "Sanctions": true, "SanctionsIll": true, "SanctionsInWork": true, "Hardship": true,
		"ChallengeDue": true, "ChallengeAppeal": true, "ChallengeOf": true, "ChallengeFailure": true, "ChallengeReason": true, "Overturned": true, "coaches.Sanctions": true}
	// An open sanction gives priority in a diary; there is room for everybody here.
	a.Regime.Plan.Staff.MinutesPresentWeek, b.Regime.Plan.Staff.MinutesPresentWeek = 1e6, 1e6
	if d, err := simtest.Lockstep(a, b, 30, skip); d != nil || err != nil {
		t.Error(d, err)
	}
	imposed := 0
	for _, n := range a.People.Total.Sanctions {
		imposed += int(n)
	}
	if imposed < 20 {
		t.Errorf("%d sanctions show nothing", imposed)
	}
}

// Who is sanctioned, or has waited since last week for a decision, takes a job that she would
// refuse otherwise. Each barrier leaves less of that.
func TestSanctionsPressOnTheReservationWage(t *testing.T) {
	w := strict(t, nil)
	b := w.Habits.Behaviour
	b.Threat.Reservation, b.Threat.BarrierRatio = 0.1, 0.5
	b.Search.ReservationStart, b.Search.ReservationFall, b.Search.LeastGain, b.Pay.Skill = 1, 0, -1e9, 0
	*w.Habits = *agents.NewConstants(b)
	p := w.People
	p.Education[0], p.HourlyPay[0], p.Barriers[0] = agents.Level3, 2000, 0
	expects := func(when string, pressed float64) {
		t.Helper()
		near(t, when, w.Pressed(0), pressed, 1e-12)
		if took := w.Accepts(0, 1850); took != (pressed > 0.09) {
			t.Errorf("%s: takes a job below her last pay: %v", when, took)
		}
	}
	expects("nothing pending", 0)
	p.PendingDecision[0][1], p.PendingFailure[0][1] = 4, w.Week
	expects("since this week", 0)
	p.PendingFailure[0][1] = w.Week - 1
	expects("since last week", 0.1)
	p.PendingDecision[0][1], p.Sanctioned[0] = agents.Never, true
	expects("sanctioned", 0.1)
	p.HealthLimited[0] = true
	expects("one barrier", 0.05)
}
