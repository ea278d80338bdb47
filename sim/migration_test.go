package sim_test

import (
	"slices"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim"
)

// shippedArm is a regime of a shipped scenario, as the engine is told it.
func shippedArm(t *testing.T, scenario string, k int) *sim.Regime {
	t.Helper()
	c, found := scenarios.Load(source.Library{Shipped: scenarios.Files}, scenario, nil)
	if found.Failed() {
		t.Fatal(found)
	}
	return c.Arms[k]
}

// A claim of Universal Credit in the second week of its second period becomes one of
// Jobseeker's Allowance, and back: the part of a period is paid to the penny, and the weeks
// and months that follow are those of the benefit in force.
func TestMovedFromOneBenefitToAnother(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant}.world(t)
	w.People.Cycle[0], w.People.Payable[0], w.People.PeriodPay[0] = policy.CycleFrom(0), 0, 0
	w.Districts[0].Books.UnpaidBefore = 0
	advance(t, w, 6)
	expect(t, "after one month of £393.45", w, 0, sees{"BenefitPence": 39345, "Cycle": 1})
	jobseekers := *shippedArm(t, "jobseekers-2007", 0)
	jobseekers.Plan = still(jobseekers.Plan)
	universal := *w.Regime
	w.Enter(&jobseekers)
	// £393.45 x 12/52 is £90.80; two weeks of them.
	expect(t, "moved in the second week of the second month", w, 0, sees{"BenefitPence": 39345 + 2*9080, "Payable": 0, "PeriodPay": 0, "Cycle": 1, "Protected": 0, "AwardMonthly": 33367})
	checkBooks(t, w)
	advance(t, w, 9)
	expect(t, "after three weeks of £77", w, 0, sees{"BenefitPence": 39345 + 2*9080 + 3*7700, "Status": agents.Claimant})

	// Back again, with two weeks paid on and nothing to protect.
	plan := *universal.Plan
	plan.Migration = policy.MigrationTerms{RunOn: 2, Protected: true}
	universal.Plan = &plan
	w.Enter(&universal)
	had := 39345 + 2*9080 + 3*7700 + 2*7700
	expect(t, "moved back", w, 0, sees{"BenefitPence": had, "Payable": 0, "Protected": 0, "AwardMonthly": 39345, "Without": 100, "Cycle": policy.CycleFrom(9)})
	advance(t, w, 13)
	expect(t, "after the first month", w, 0, sees{"BenefitPence": had + 39345})
	checkBooks(t, w)
}

// still is a plan under which nobody is looked at, so that only money moves.
func still(p *policy.Plan) *policy.Plan {
	plan := *p
	plan.Signing, plan.Health, plan.Enforcement = nil, nil, policy.Enforcement{LongestDays: 1095}
	return &plan
}

// A whole country of Jobseeker's Allowance is moved to Universal Credit and one of Universal
// Credit to Jobseeker's Allowance: nobody is lost, everybody has the group of her facts, what
// is protected is never lower than before, and the books balance at the fork and after.
func TestMovingACountry(t *testing.T) {
	long(t)
	for _, c := range []struct {
		scenario, to string
		k            int
		protects     bool
	}{
		{"jobseekers-2007", "passive-vs-universal-credit", 1, true},
		{"passive-vs-universal-credit", "jobseekers-2007", 0, false},
	} {
		w := burnt(t, load(t, c.scenario, nil, "persons=1500", "burn_in.weeks=13", "start=2016-04-11", "market.districts.smallest=400"))
		to := shippedArm(t, c.to, c.k)
		before := w.Clone()
		w.Enter(to)
		checkBooks(t, w)
		p, protected := w.People, 0
		if !slices.Equal(p.Status, before.People.Status) {
			t.Errorf("%s: somebody changed her status on the day", c.scenario)
		}
		for i := range p.ID {
			out := p.Status[i] == agents.Claimant || p.Status[i] == agents.OtherBenefit
			switch {
			case out && p.Cycle[i] == policy.NoCycle && (p.Couple[i] == 0 || p.AwardMonthly[i] > 0): // she leaves whose partner's pay left nothing
				t.Fatalf("%s: person %d has no claim any more", c.scenario, p.ID[i])
			case out && c.protects && p.AwardMonthly[i] < before.People.AwardMonthly[i]:
				t.Fatalf("%s: person %d has %d pence a month after %d", c.scenario, p.ID[i], p.AwardMonthly[i], before.People.AwardMonthly[i])
			case out && p.Total.BenefitPence[i] < before.People.Total.BenefitPence[i]:
				t.Fatalf("%s: person %d has lost what she was paid", c.scenario, p.ID[i])
			}
			if p.Protected[i] > 0 {
				protected++
			}
		}
		if (protected > 0) != c.protects {
			t.Errorf("%s: %d awards are protected", c.scenario, protected)
		}
		advance(t, w, 26)
		for i := range p.ID {
			if p.Protected[i] > 0 && p.Cycle[i] == policy.NoCycle {
				t.Fatalf("%s: person %d has no claim and is protected", c.scenario, p.ID[i])
			}
			if g := p.Group[i]; p.Status[i] == agents.Claimant && int(g) >= len(to.Plan.Groups) {
				t.Fatalf("%s: person %d is in group %d", c.scenario, p.ID[i], g)
			}
		}
	}
}

// What is paid on to a couple of whom one works stands half in each row.
func TestBothOfACouplePaidOn(t *testing.T) {
	w := couple(t, agents.Claimant, nil, func(p *policy.Plan) { p.HasFirst = false })
	advance(t, w, 4)
	w.FindsWork(1, 1200, 60)
	advance(t, w, 6)
	jobseekers := *shippedArm(t, "jobseekers-2007", 0)
	jobseekers.Plan = still(jobseekers.Plan)
	universal := *w.Regime
	w.Enter(&jobseekers)
	advance(t, w, 9)
	var had [2][2]int64 // by weeks paid on and row
	for k, weeks := range [2]agents.Week{0, 2} {
		v, to, plan := w.Clone(), universal, *universal.Plan
		plan.Migration = policy.MigrationTerms{RunOn: weeks}
		to.Plan = &plan
		v.Enter(&to)
		checkBooks(t, v)
		had[k] = [2]int64{int64(v.People.Total.BenefitPence[0]), int64(v.People.Total.BenefitPence[1])}
	}
	hers, his := had[1][0]-had[0][0], had[1][1]-had[0][1]
	if week := w.People.AwardMonthly[0] * 12 / 52; hers < 2000 || hers-his < 0 || hers-his > 1 {
		t.Errorf("two weeks paid on are %d pence for her and %d for him, with an award of %d a week", hers, his, week)
	}
}
