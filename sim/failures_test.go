package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// certain is a chain in which everything is referred and imposed at once.
func certain(level agents.Failure, days int16) *policy.ChainTerms {
	return &policy.ChainTerms{Referred: 1, Imposed: 1, ShownExcused: 1, Level: level, Levels: []policy.LevelTerms{{TailDays: days}},
		LooksBackDays: 365, ForgivesDays: 14}
}

// seen is one claimant who comes to every weekly interview under the given enforcement.
func seen(t testing.TB, change func(e *policy.Enforcement), habits func(b *agents.Behaviour)) *sim.World {
	t.Helper()
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
		regime: func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				p.Schedules[k+1].Every = 1
			}
			change(&p.Enforcement)
		},
		config: func(c *sim.Config) {
			if habits != nil {
				habits(&c.Behaviour)
			}
		}}.world(t)
	w.People.NextInterview[0] = 1
	w.People.Compliance[0] = 0
	return w
}

// Search falls short when fewer applications were made than the commitment comes to, as
// counted since the claim opened or the last interview; it follows a chain of its own.
func TestSearchNotDone(t *testing.T) {
	check := &policy.SearchCheckTerms{EnoughPerHour: 100, LookedAt: 1}
	w := seen(t, func(e *policy.Enforcement) { e.Search, e.SearchNotDone = check, certain(agents.SearchNotDone, 28) }, nil)
	advance(t, w, 2)
	expect(t, "noticed", w, 0, sees{"Failures": 1, "Noticed": 1, "CheckedAt": 1, "Sanctions": 1, "Sanctioned": true, "SanctionKind": agents.SearchNotDone, "SanctionDays": 28 - 7})
	for what, change := range map[string]func(e *policy.Enforcement){
		"enough was done":   func(e *policy.Enforcement) { e.Search = &policy.SearchCheckTerms{LookedAt: 1} },
		"nobody looks":      func(e *policy.Enforcement) { e.Search = nil },
		"nothing is noted":  func(e *policy.Enforcement) { e.Search = &policy.SearchCheckTerms{EnoughPerHour: 100} },
		"nothing is at law": func(e *policy.Enforcement) { e.SearchNotDone = nil },
	} {
		w := seen(t, func(e *policy.Enforcement) {
			e.Search, e.SearchNotDone = check, certain(agents.SearchNotDone, 28)
			change(e)
		}, nil)
		advance(t, w, 4)
		expect(t, what, w, 0, sees{"InterviewsHeld": 3, "Sanctions": 0, "PendingDecision": pending()})
	}
}

// More minutes notice more: a third, a half and two thirds of failures at 5, 10 and 20
// minutes where half is noticed at ten.
func TestMoreMinutesNoticeMore(t *testing.T) {
	for _, minutes := range []int32{5, 10, 20} {
		n := 12000
		w := small{persons: n, status: agents.Claimant, coaches: 1, minutes: 1 << 20, regime: func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				p.Schedules[k+1].LengthMinutes, p.Schedules[k+1].ShortestMinutes, p.Schedules[k+1].LongestMinutes = minutes, minutes, minutes
			}
			p.Search = &policy.SearchCheckTerms{EnoughPerHour: 100, LookedAt: 1, HalfMinutes: 10}
		}}.world(t)
		for i := range w.People.NextInterview {
			w.People.NextInterview[i] = 1
		}
		advance(t, w, 2)
		noticed := 0
		for i, failed := range w.People.Total.Failures {
			if failed != 1 {
				t.Fatalf("person %d failed %d times", i, failed)
			}
			noticed += int(w.People.Total.Noticed[i])
		}
		proportion(t, "failures noticed", noticed, n, float64(minutes)/float64(minutes+10), 0.05)
	}
}

// A step that was agreed and not taken is a failure at the next interview.
func TestStepNotTaken(t *testing.T) {
	world := func(agreed, notTaken, worth float64) *sim.World {
		w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
			regime: func(p *policy.Plan) {
				for k := range p.Schedules[1:] {
					p.Schedules[k+1].Every = 1
				}
				p.Steps, p.StepNotTaken = &policy.StepCheckTerms{LookedAt: 1}, certain(agents.MissedInterview, 7)
				p.Commitment = policy.CommitmentTerms{Later: agreed, Kinds: []policy.StepTerms{{Name: "curriculum", UpTo: 1, Within: 2}}}
			},
			config: func(c *sim.Config) { c.Behaviour.Attendance.StepNotTaken, c.Behaviour.Search.Steps = notTaken, worth }}.world(t)
		w.People.NextInterview[0], w.People.Compliance[0] = 1, 0
		return w
	}
	w := world(1, 0.5, 0.1)
	advance(t, w, 2)
	expect(t, "agreed in week 1", w, 0, sees{"Step": agents.StepAhead, "StepDue": 3, "StepsAgreed": 1, "Failures": 0})
	advance(t, w, 4)
	expect(t, "not taken in week 3", w, 0, sees{"Step": agents.StepLapsed, "StepDue": agents.Never, "StepsTaken": 0, "StepsLately": 0, "Failures": 0})
	week(t, w)
	expect(t, "looked at in week 4, and another agreed", w, 0, sees{"Failures": 1, "SanctionKind": agents.StepNotTaken, "Sanctions": 1, "StepsAgreed": 2, "StepDue": 6})
	idle := w.People.Total.Applications[0]
	w = world(1, 0, 0.1)
	advance(t, w, 5)
	expect(t, "taken", w, 0, sees{"Failures": 0, "Sanctions": 0, "StepsTaken": 1, "StepsAgreed": 2})
	near(t, "what it is worth a week later", float64(w.People.StepsLately[0]), w.Habits.StepsDecay*w.Habits.StepsDecay, 1e-6)
	worthless := world(1, 0, 0)
	advance(t, worthless, 5)
	if taken, same := w.People.Total.Applications[0], worthless.People.Total.Applications[0]; taken <= same || idle < same {
		t.Errorf("%.3f applications with a step taken, %.3f where it is worth nothing, %.3f under a sanction", taken, same, idle)
	}
	w = world(0, 0.5, 0.1)
	advance(t, w, 5)
	expect(t, "none agreed", w, 0, sees{"Step": agents.NoStep, "Failures": 0, "StepsAgreed": 0})
}

// Whoever refuses an offer fails once a week at most, if it is reported.
func TestOfferRefused(t *testing.T) {
	refusals := func(reported float64) (failures, sanctions int) {
		w := small{persons: 300, status: agents.Claimant, coaches: 1, minutes: 600,
			regime: func(p *policy.Plan) { p.Offers, p.OfferRefused = reported, certain(agents.OfferRefused, 91) },
			config: func(c *sim.Config) {
				c.Behaviour.Finding.EntryHazard = 0.3
				c.Behaviour.Search.LeastGain = 1e9 // nobody takes a job
			}}.world(t)
		for i := range w.People.NextInterview {
			w.People.NextInterview[i] = 100
		}
		advance(t, w, 2)
		for i, n := range w.People.Total.Failures {
			if n > 2 {
				t.Fatalf("person %d refused %d offers in two weeks", i, n)
			}
			failures += int(n)
			sanctions += int(w.People.Total.Sanctions[i])
		}
		return failures, sanctions
	}
	if failures, sanctions := refusals(1); failures == 0 || sanctions == 0 {
		t.Errorf("%d refusals and %d sanctions where all are reported", failures, sanctions)
	}
	if failures, sanctions := refusals(0); failures == 0 || sanctions != 0 {
		t.Errorf("%d refusals and %d sanctions where none is reported", failures, sanctions)
	}
}

// A job that was given up is asked about when the claim opens; the days since then count
// as served. Lost in week 0, claimed from week 2 on and sanctioned in week 3.
func TestLeftWork(t *testing.T) {
	left := func(share, reported float64) *sim.World {
		return small{persons: 1, status: agents.Employed, coaches: 1, minutes: 600,
			regime: func(p *policy.Plan) {
				p.Leaving, p.LeftWork, p.IdentityCheck = reported, certain(agents.LeftWork, 91), 2
			},
			config: func(c *sim.Config) {
				c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Jobs.Claims = 1, 1, 1
				c.Behaviour.Jobs.LeftWork, c.Behaviour.Jobs.Quits = share, 1
			}}.world(t)
	}
	w := left(1, 1)
	week(t, w)
	expect(t, "left", w, 0, sees{"Status": agents.Applying, "LeftWork": 0})
	w.People.BenefitSince[0] = 1 // applied a week later
	advance(t, w, 4)
	expect(t, "sanctioned", w, 0, sees{"LeftWork": agents.Never, "SanctionKind": agents.LeftWork, "Sanctions": 1, "SanctionDays": 91 - 7 - 7 - 7})
	for what, w := range map[string]*sim.World{"lost through no fault": left(0, 1), "not known": left(1, 0)} {
		advance(t, w, 5)
		expect(t, what, w, 0, sees{"Status": agents.Claimant, "LeftWork": agents.Never, "Sanctions": 0})
	}
}

// Who is too ill to come misses the interview whatever she makes of it. With evidence she is
// excused; without it she is sanctioned like anybody else, and it is counted.
func TestGoodReasonIsJudgedByEvidence(t *testing.T) {
	ill := func(shown, later float64) *sim.World {
		w := strict(t, func(c *policy.ChainTerms) { c.ShownExcused, c.ShownImposed, c.DecisionDelay = 1, 0, 1 })
		b := w.Habits.Behaviour
		b.Attendance.Missed = 0
		b.Reasons = agents.Reasons{IllFlare: 1, Shown: shown, ShownLater: later}
		*w.Habits = *agents.NewConstants(b)
		w.People.Flare[0], w.People.HealthLimited[0] = true, true
		advance(t, w, 2)
		return w
	}
	expect(t, "shown on the spot", ill(1, 0), 0, sees{"InterviewsMissed": 2, "OutOfContact": false, "Failures": 2, "Sanctions": 0, "PendingDecision": pending()})
	expect(t, "never shown", ill(0, 0), 0, sees{"InterviewsMissed": 2, "Sanctions": 1, "SanctionsIll": 1})
	expect(t, "shown to the decision maker", ill(0, 1), 0, sees{"InterviewsMissed": 2, "Sanctions": 0, "SanctionsIll": 0, "PendingDecision": pending(agents.Never, 2)})
}

// Levels that share a name are looked back on together, others are not.
func TestLevelsAreLookedBackOnTogether(t *testing.T) {
	w := strict(t, nil)
	plan := w.Regime.Plan
	plan.StepNotTaken, plan.SearchNotDone = certain(agents.MissedInterview, 7), certain(agents.SearchNotDone, 28)
	w.People.Earlier[0] = [agents.LookBack]agents.Week{50, 40, agents.Never}
	for kind, want := range map[agents.Failure]int{agents.MissedInterview: 2, agents.StepNotTaken: 2, agents.SearchNotDone: 0} {
		w.People.EarlierKind[0] = [agents.LookBack]agents.Failure{kind, kind, 0}
		if got := w.Level(0, 60); got != want {
			t.Errorf("after two of %s: rung %d, want %d", kind, got, want)
		}
	}
	w.People.EarlierKind[0] = [agents.LookBack]agents.Failure{agents.SearchNotDone, agents.StepNotTaken, 0}
	if got := w.Level(0, 60); got != 1 {
		t.Errorf("after one of the level and one of another: rung %d, want 1", got)
	}
}

// No more days are outstanding than the regime lets be.
func TestLongestSanction(t *testing.T) {
	w := strict(t, func(c *policy.ChainTerms) { c.DecisionDelay, c.Levels = 0, []policy.LevelTerms{{TailDays: 91}} })
	w.Regime.Plan.LongestDays = 100
	habits(w, 1, 1)
	advance(t, w, 3)
	expect(t, "three failures", w, 0, sees{"Sanctions": 3, "SanctionDays": 100 - 7})
}
