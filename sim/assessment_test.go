package sim_test

import (
	"fmt"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// assessed is a world of claimants with a condition who all ask in week 0, under plain terms
// of assessment that a test may change.
func assessed(t testing.TB, persons int, severity float32, terms func(h *policy.HealthTerms), behaviour func(b *agents.Behaviour)) *sim.World {
	t.Helper()
	return small{persons: persons, status: agents.Claimant, coaches: 4, minutes: 6000,
		regime: func(p *policy.Plan) {
			p.Health = &policy.HealthTerms{Wait: 3, AskAgain: 10, Reassessed: 20, Linking: 5, AssessmentsWeek: 1000}
			if terms != nil {
				terms(p.Health)
			}
		},
		config: behave(func(b *agents.Behaviour) {
			b.Claims.Considers, b.Claims.Effort, b.Claims.LimitedFrom, b.Claims.UnableFrom = 1, -50, 0, 1
			if behaviour != nil {
				behaviour(b)
			}
		}),
		person: func(p *agents.Population, i int32) { p.HealthLimited[i], p.Severity[i] = true, severity }}.world(t)
}

// A claim goes from evidence, which eases what is required, through the wait to a finding.
func TestFromEvidenceToAFinding(t *testing.T) {
	for severity, want := range map[float32]sees{
		-1:  {"Status": agents.Claimant, "LimitedCapability": false, "Group": 4, "HealthDate": 13, "ElementSince": agents.Never},
		0.5: {"Status": agents.Claimant, "LimitedCapability": true, "Group": 3, "HealthDate": 23, "ElementSince": agents.Never},
		2:   {"Status": agents.OtherBenefit, "LimitedCapability": true, "Group": 0, "HealthDate": 23, "ElementSince": 3, "ToOtherBenefit": 1, "Coach": -1},
	} {
		w := assessed(t, 1, severity, nil, nil)
		week(t, w)
		expect(t, "with evidence", w, 0, sees{"HealthClaim": agents.AwaitsAssessment, "HealthDate": 3, "Group": 5, "Status": agents.Claimant})
		advance(t, w, 3)
		expect(t, "still waiting", w, 0, sees{"HealthClaim": agents.AwaitsAssessment, "LimitedCapability": false})
		week(t, w)
		want["HealthClaim"] = agents.NoHealthClaim
		expect(t, fmt.Sprintf("assessed, severity %g", severity), w, 0, want)
		checkBooks(t, w)
	}
}

// Who was refused may ask again after the time that the regime sets, and not before.
func TestAskingAgain(t *testing.T) {
	w := assessed(t, 1, -1, nil, nil)
	advance(t, w, 13)
	expect(t, "refused", w, 0, sees{"HealthClaim": agents.NoHealthClaim})
	week(t, w)
	expect(t, "asks again", w, 0, sees{"HealthClaim": agents.AwaitsAssessment, "HealthDate": 16})
}

// Without assessments nobody moves for reasons of health, however ill.
func TestNobodyIsAssessedWithoutTerms(t *testing.T) {
	w := small{persons: 20, status: agents.Claimant, coaches: 4, minutes: 6000,
		config: behave(func(b *agents.Behaviour) { b.Claims.Considers, b.Claims.Effort = 1, -50 }),
		person: func(p *agents.Population, i int32) { p.HealthLimited[i], p.Severity[i] = true, 3 }}.world(t)
	advance(t, w, 30)
	for i := range int32(20) {
		expect(t, "after 30 weeks", w, i, sees{"Status": agents.Claimant, "LimitedCapability": false, "HealthClaim": agents.NoHealthClaim, "HealthDate": agents.Never, "Group": 4})
	}
}

// Capacity bounds the assessments of every week; who has waited longest is assessed first,
// and nobody waits less where there are fewer.
func TestCapacityMakesQueues(t *testing.T) {
	many := assessed(t, 20, 2, nil, nil)
	few := assessed(t, 20, 2, func(h *policy.HealthTerms) { h.AssessmentsWeek = 3 }, nil)
	for range 12 {
		before := few.Districts[0].Books.Health.Assessed
		week(t, few)
		week(t, many)
		if n := few.Districts[0].Books.Health.Assessed - before; n > 3 {
			t.Fatalf("week %d: %d assessments, and there are three", few.Week, n)
		}
		for i := range few.People.ID {
			if few.People.ElementSince[i] < many.People.ElementSince[i] {
				t.Fatalf("person %d is assessed earlier where there are fewer assessments", i)
			}
		}
	}
	a, b := few.Districts[0].Books.Health, many.Districts[0].Books.Health
	if b.Assessed != 20 || b.WaitWeeks != 0 || a.Assessed != 20 || a.WaitWeeks != 3*1+3*2+3*3+3*4+3*5+2*6 {
		t.Errorf("%d assessed after %d weeks of queue, and %d after %d", a.Assessed, a.WaitWeeks, b.Assessed, b.WaitWeeks)
	}
}

// Without error nothing is found wrongly; error makes mistakes both ways, strictness only
// findings that are too low.
func TestErrorsOfAssessment(t *testing.T) {
	count := func(deviation, strictness float64) sim.HealthBooks {
		w := assessed(t, 300, 0.5, func(h *policy.HealthTerms) { h.Error, h.Strictness = deviation, strictness }, nil)
		advance(t, w, 4)
		return w.Districts[0].Books.Health
	}
	if h := count(0, 0); h.Assessed != 300 || h.TooLow != 0 || h.TooHigh != 0 {
		t.Errorf("without error %d findings of %d are too low and %d too high", h.TooLow, h.Assessed, h.TooHigh)
	}
	if h := count(1, 0); h.TooLow < 60 || h.TooHigh < 60 {
		t.Errorf("with error %d findings are too low and %d too high", h.TooLow, h.TooHigh)
	}
	if h := count(0, 0.6); h.TooLow != 300 || h.TooHigh != 0 {
		t.Errorf("with strict assessors %d findings are too low and %d too high", h.TooLow, h.TooHigh)
	}
}

// A refusal that was wrong is changed at a second look that sees better.
func TestRefusalsAreLookedAtAgain(t *testing.T) {
	const persons = 20
	w := assessed(t, persons, 0.5, func(h *policy.HealthTerms) { h.Reconsiders, h.Reconsideration, h.Error = true, 4, 1000 }, func(b *agents.Behaviour) { b.Claims.Reconsiders = 1 })
	advance(t, w, 4)
	refused := int64(0)
	for i := range int32(persons) {
		if !w.People.LimitedCapability[i] {
			refused++
			expect(t, "refused", w, i, sees{"HealthClaim": agents.AwaitsReconsideration, "HealthDate": 7, "Group": 4})
		}
	}
	advance(t, w, 8)
	for i := range int32(persons) {
		expect(t, "changed", w, i, sees{"HealthClaim": agents.NoHealthClaim, "LimitedCapability": true})
	}
	if h := w.Districts[0].Books.Health; refused == 0 || refused == persons || h.Reconsidered != refused || h.Changed != refused {
		t.Errorf("%d of %d refused, %d reconsidered, %d changed", refused, persons, h.Reconsidered, h.Changed)
	}
}

// Who recovers loses the award at the next assessment, and not before.
func TestReassessment(t *testing.T) {
	w := assessed(t, 1, 2, nil, nil)
	advance(t, w, 4)
	w.People.HealthLimited[0] = false
	advance(t, w, 23)
	expect(t, "until then", w, 0, sees{"Status": agents.OtherBenefit, "LimitedCapability": true})
	advance(t, w, 25)
	expect(t, "found fit", w, 0, sees{"Status": agents.Claimant, "LimitedCapability": false, "ElementSince": agents.Never, "Group": 4})
	checkBooks(t, w)
}

// Work tried is linked to the former award for the weeks that the regime sets; who comes back
// later has lost it.
func TestLinking(t *testing.T) {
	for weeks, back := range map[agents.Week]agents.Status{2: agents.OtherBenefit, 8: agents.Claimant} {
		w := assessed(t, 1, 2, nil, func(b *agents.Behaviour) { b.Claims.TryWork, b.Jobs.Claims = 1e9, 1 })
		advance(t, w, 5)
		expect(t, "tries at once", w, 0, sees{"Status": agents.Employed, "HealthClaim": agents.TriesWork, "HealthDate": 9})
		b := w.Habits.Behaviour
		b.Claims.TryWork, b.Claims.Considers = 0, 0
		w.Habits = agents.NewConstants(b)
		advance(t, w, 5+weeks)
		b.Jobs.SeparationStart, b.Jobs.SeparationFloor = 1, 1
		w.Habits = agents.NewConstants(b)
		week(t, w)
		b.Jobs.SeparationStart, b.Jobs.SeparationFloor = 0, 0
		w.Habits = agents.NewConstants(b)
		week(t, w)
		expect(t, fmt.Sprintf("back after %d weeks", weeks), w, 0, sees{"Status": back, "LimitedCapability": back == agents.OtherBenefit, "HealthClaim": agents.NoHealthClaim})
		if lapsed := w.Districts[0].Books.Health.Lapsed; (lapsed == 1) != (back == agents.Claimant) {
			t.Errorf("back after %d weeks: %d awards lapsed", weeks, lapsed)
		}
	}
}

// The fear of losing the award keeps people from trying work; a linking rule takes some of it
// away, and no belief in a loss all of it.
func TestLinkingLetsPeopleTryWork(t *testing.T) {
	tried := func(linking agents.Week, belief float64) int64 {
		w := small{persons: 2000, status: agents.OtherBenefit, coaches: 1, minutes: 600,
			regime: func(p *policy.Plan) { p.Health = &policy.HealthTerms{Reassessed: 1000, Linking: linking} },
			config: behave(func(b *agents.Behaviour) { b.Claims.TryWork, b.Claims.BelievedLoss = 0.02, belief })}.world(t)
		advance(t, w, 10)
		return w.Districts[0].Books.Health.WorkTried
	}
	without, with, fearless := tried(0, 0.8), tried(52, 0.8), tried(0, 0)
	if without >= with || with >= fearless {
		t.Errorf("%d try work without a linking rule, %d with one, %d without fear", without, with, fearless)
	}
}

// A fork leaves claims where they are when the rules agree on them, and two regimes that
// differ in their assessments part.
func TestForkLeavesHealthClaims(t *testing.T) {
	c := standard(t, "persons=1500", "regimes[passive].health.wait=20 weeks")
	w := burnt(t, c)
	v := w.Clone()
	v.Enter(c.Arms[0])
	waiting := 0
	for i, claim := range w.People.HealthClaim {
		if claim != v.People.HealthClaim[i] || w.People.HealthDate[i] != v.People.HealthDate[i] {
			t.Fatalf("person %d waits otherwise after the fork", w.People.ID[i])
		}
		if claim == agents.AwaitsAssessment {
			waiting++
		}
	}
	if waiting == 0 {
		t.Error("nobody waits for an assessment")
	}
}

// Every term of the assessments moves something.
func TestEveryTermOfHealthMatters(t *testing.T) {
	long(t)
	play := func(change func(h *policy.HealthTerms)) string {
		cfg := standard(t, "persons=3000").Config(1)
		under, plan := *cfg.Under, *cfg.Under.Plan
		terms := *plan.Health
		terms.Wait, terms.Reassessed, terms.Linking, terms.AskAgain, terms.Reconsideration = 4, 30, 6, 6, 3
		change(&terms)
		plan.Health, under.Plan = &terms, &plan
		cfg.Under, cfg.BurnIn, cfg.Horizon = &under, 26, 26
		return played(t, cfg)
	}
	same := play(func(h *policy.HealthTerms) {})
	for name, change := range map[string]func(h *policy.HealthTerms){
		"wait": func(h *policy.HealthTerms) { h.Wait++ }, "ask again": func(h *policy.HealthTerms) { h.AskAgain++ }, "reassessed": func(h *policy.HealthTerms) { h.Reassessed++ },
		"linking": func(h *policy.HealthTerms) { h.Linking++ }, "assessments": func(h *policy.HealthTerms) { h.AssessmentsWeek /= 4 },
		"error": func(h *policy.HealthTerms) { h.Error *= 2 }, "strictness": func(h *policy.HealthTerms) { h.Strictness = 0.5 },
		"reassessed for work": func(h *policy.HealthTerms) { h.WorkReassessed = 1 }, "reconsideration": func(h *policy.HealthTerms) { h.Reconsiders = false },
		"its time": func(h *policy.HealthTerms) { h.Reconsideration++ }, "its error": func(h *policy.HealthTerms) { h.ReconsiderationError = 3 },
	} {
		if play(change) == same {
			t.Errorf("%s: nothing changed", name)
		}
	}
}
