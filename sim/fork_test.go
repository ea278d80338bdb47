package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/simtest"
)

// A regime that asks the same changes nothing at the fork, nor in any week after it, also
// when rates change in the week of the fork.
func TestEnteringTheSameRegimeChangesNothing(t *testing.T) {
	long(t)
	for _, start := range []string{"2024-04-01", "2024-04-08"} {
		c := standard(t, "persons=1000", "start="+start)
		on, entered := burnt(t, c), burnt(t, c)
		other := *c.Under
		other.Name = "the same by another name"
		entered.Enter(&other)
		if d := simtest.Compare(on, entered, nil); d != nil {
			t.Error("at the fork: ", d)
		}
		if d, err := simtest.Lockstep(on, entered, 6, nil); d != nil || err != nil {
			t.Error("after the fork: ", d, err)
		}
	}
}

// A regime that differs for others only leaves a claimant's dates, coach and group alone.
func TestEnteringLeavesThoseAloneWhomNothingTouches(t *testing.T) {
	long(t)
	c := load(t, "case.yaml", map[string]string{
		"variant.yaml": touchesNobody,
		"case.yaml":    "kind: scenario\nextends: " + shipped + "\nbaseline: universal-credit-2024\nregimes: [universal-credit-2024, ./variant.yaml]\n",
	}, "persons=1000", "burn_in.weeks=20", "market.districts.smallest=400")
	w := burnt(t, c)
	v := w.Clone()
	v.Enter(c.Arms[1])
	// Other rules number groups and classes otherwise, and look at other birthdays.
	renamed := simtest.Skip{"Group": true, "StaticClass": true, "NextFact": true}
	if d, err := simtest.Lockstep(w, v, 15, renamed); d != nil || err != nil {
		t.Error(d, err)
	}
	for i := range w.People.ID {
		if old, now := w.Regime.Plan.Groups[w.People.Group[i]].Name, v.Regime.Plan.Groups[v.People.Group[i]].Name; old != now {
			t.Errorf("person %d is in group %s and in %s", w.People.ID[i], old, now)
		}
	}
}

// Entering a regime without requirements ends appointments, failures and sanctions.
func TestEnteringAPassiveRegime(t *testing.T) {
	w := strict(t, nil)
	habits(w, 1, 0)
	advance(t, w, 6)
	expect(t, "before", w, 0, sees{"Sanctioned": true, "SanctionOpen": true, "OutOfContact": true})
	passive := *shippedCase(t).Arms[0]
	w.Enter(&passive)
	expect(t, "after", w, 0, sees{"Sanctioned": false, "SanctionOpen": false, "SanctionDays": 0, "OutOfContact": false, "NextInterview": agents.Never,
		"Group": 0, "Coach": -1, "Lost": 0, "PendingDecision": pending(), "Status": agents.Claimant})
	if len(w.Coaches.ID) != 0 {
		t.Errorf("there are %d coaches", len(w.Coaches.ID))
	}
	checkBooks(t, w)
	paid, taken := w.People.Total.BenefitPence[0], w.People.Total.SanctionPence[0]
	advance(t, w, 19)
	expect(t, "13 weeks later", w, 0, sees{"BenefitPence": int(paid) + 3*39345, "SanctionPence": taken})
}

// Entering a stricter cadence brings the next date forward, never back.
func TestEnteringAStricterCadence(t *testing.T) {
	w := small{persons: 3, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	p := w.People
	for i := range p.ID {
		p.BenefitSince[i] = -40
	}
	p.NextInterview = []agents.Week{0, 1, 2}
	plan := *w.Regime.Plan
	plan.Schedules = append([]policy.Schedule(nil), plan.Schedules...)
	plan.Schedules[3].Every = 1
	weekly := *w.Regime
	weekly.Plan = &plan
	w.Enter(&weekly)
	for i, want := range []agents.Week{0, 1, 1} {
		expect(t, "weekly", w, int32(i), sees{"NextInterview": want, "Coach": 0})
	}
	// The way back leaves dates that are sooner than they need be.
	slower := plan
	slower.Schedules = append([]policy.Schedule(nil), plan.Schedules...)
	slower.Schedules[3].Every = 8
	again := *w.Regime
	again.Plan = &slower
	w.Enter(&again)
	for i, want := range []agents.Week{0, 1, 1} {
		expect(t, "eight-weekly", w, int32(i), sees{"NextInterview": want})
	}
}

// More coaches keep their names and the claimants who do not go to new ones.
func TestMoreCoachesRenameNobody(t *testing.T) {
	w := small{persons: 300, status: agents.Claimant, coaches: 4, minutes: 600}.world(t)
	more := *w.Regime
	plan := *w.Regime.Plan
	plan.Staff.FullTimeEquivalents = 5
	more.Plan = &plan
	v := w.Clone()
	v.Enter(&more)
	moved, gone := 0, 0
	for i := range w.People.ID {
		old, now := w.Coaches.ID[w.People.Coach[i]], v.Coaches.ID[v.People.Coach[i]]
		if old != now {
			moved++
			if now == v.Coaches.ID[4] {
				gone++
			}
		}
	}
	// Those for whom there was no room with the coach of their choice may move as well.
	if gone < 30 || moved-gone > 40 {
		t.Errorf("%d moved, %d of them to the new coach", moved, gone)
	}
	checkBooks(t, v)
}

// Clone shares nothing that changes.
func TestCloneIsACopy(t *testing.T) {
	c := standard(t, "persons=500")
	w := burnt(t, c)
	v, keep := w.Clone(), w.Clone()
	if d := simtest.Compare(w, v, nil); d != nil {
		t.Fatal(d)
	}
	v.Enter(c.Arms[0])
	advance(t, v, 20)
	if d := simtest.Compare(w, keep, nil); d != nil {
		t.Error("simulating a copy changed the original: ", d)
	}
	if simtest.Compare(w, v, nil) == nil {
		t.Error("twenty weeks changed nothing")
	}
}

// A regime's own birthdays count from the fork on.
func TestBirthdaysOfTheNewRegime(t *testing.T) {
	c := load(t, "case.yaml", map[string]string{
		"variant.yaml": `kind: regime
title: Universal Credit with a group from the age of 30
extends: universal-credit-2024
source: {kind: teaching, note: test}
groups:
  - name: intensive
    or: [{lead_carer: false, age: {below: 30}}]
  - name: thirty
    who: {age: {at_least: 30}}
    sanctioned_share: 0%
`,
		"case.yaml": "kind: scenario\nextends: " + shipped + "\nbaseline: passive\nregimes: [passive, ./variant.yaml]\n",
	})
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	w.People.BornWeek[0] += 5 - policy.Birthday(w.People.BornWeek[0], 30)
	expect(t, "before", w, 0, sees{"Group": 4})
	w.Enter(c.Arms[1])
	advance(t, w, 5)
	expect(t, "at 29", w, 0, sees{"Group": 4})
	week(t, w)
	expect(t, "at 30", w, 0, sees{"Group": 6, "NextInterview": agents.Never})
}

// Where the first interview is later than those that follow, and stays so, its date stays.
func TestFirstInterviewKeepsItsDate(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, regime: func(p *policy.Plan) { p.First.Every = 4 }}.world(t)
	w.People.FirstDone[0], w.People.NextInterview[0] = false, 4
	other, sooner := *w.Regime, *w.Regime
	plan, quick := *w.Regime.Plan, *w.Regime.Plan
	plan.Missed = nil
	quick.First.Every = 2
	other.Plan, sooner.Plan = &plan, &quick
	w.Enter(&other)
	expect(t, "the same dates", w, 0, sees{"NextInterview": 4})
	late := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	late.People.NextInterview[0] = 4 // from the slower cadence of a group that she has left
	unpunished := *late.Regime.Plan
	unpunished.Missed = nil
	other.Plan = &unpunished
	late.Enter(&other)
	expect(t, "a date of another group", late, 0, sees{"NextInterview": 4})
	w.Enter(&sooner)
	expect(t, "another first interview", w, 0, sees{"NextInterview": 2})
}
