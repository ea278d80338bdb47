package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// Somebody who loses her job applies at once, has her identity checked for two weeks, and
// is seen for the first time a week after her claim has opened.
func TestFromJobToFirstInterview(t *testing.T) {
	w := small{persons: 1, status: agents.Employed, coaches: 1, minutes: 600,
		regime: func(p *policy.Plan) { p.IdentityCheck = 2 },
		config: func(c *sim.Config) {
			c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Jobs.Claims = 1, 1, 1
		}}.world(t)
	expect(t, "at the start", w, 0, sees{"Status": agents.Employed, "Coach": -1})
	week(t, w)
	expect(t, "job lost in week 0", w, 0, sees{"Status": agents.Applying, "Since": 0, "BenefitSince": 0, "ClaimWeek": 2, "JobsEnded": 1, "WeeksInWork": 0})
	week(t, w)
	expect(t, "identity checked", w, 0, sees{"Status": agents.Applying, "WeeksOnBenefit": 0})
	week(t, w)
	expect(t, "claim open in week 2", w, 0, sees{"Status": agents.Claimant, "Since": 2, "BenefitSince": 0, "Coach": 0, "FirstDone": false, "NextInterview": 3,
		"Group": 4, "WeeksOnBenefit": 1, "Returns26": 1, "InterviewsHeld": 0, "InterviewsMissed": 0})
	week(t, w)
	expect(t, "seen in week 3", w, 0, sees{"FirstDone": true, "InterviewsHeld": 1, "NextInterview": 4})
	if used := w.Coaches.MinutesUsed[0]; used != 50 {
		t.Errorf("the first interview took %d minutes, want 50", used)
	}
	week(t, w)
	if used := w.Coaches.MinutesUsed[0]; used != 60 {
		t.Errorf("the next one took %d minutes, want 10", used-50)
	}
}

// Without any delay a claim opens in the week in which somebody arrives.
func TestArrivalsApplyInTheirWeek(t *testing.T) {
	for delay := range agents.Week(3) {
		w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
			regime: func(p *policy.Plan) { p.IdentityCheck = delay },
			config: func(c *sim.Config) {
				c.Horizon = 3
				c.Population.Arrivals = []sim.Arrival{{Name: "new", PerWeek: 1, Traits: c.Population.Attached[0].Traits}}
			}}.world(t)
		if n := w.People.Len(); n != 4 {
			t.Fatalf("%d rows for one person and three who arrive", n)
		}
		for at := range agents.Week(3) {
			expect(t, "before", w, 1+int32(at), sees{"Status": agents.Absent, "EntryWeek": at})
			week(t, w)
			for row := agents.Week(1); row <= 3; row++ {
				entry, status := row-1, agents.Absent
				if at >= entry {
					status = agents.Applying
				}
				if at >= entry+delay {
					status = agents.Claimant
				}
				expect(t, "after", w, int32(row), sees{"Status": status})
			}
		}
	}
}

// A person is retired in the week of her birthday and never comes back.
func TestRetirement(t *testing.T) {
	for _, status := range []agents.Status{agents.Claimant, agents.Employed, agents.OtherBenefit, agents.Inactive} {
		w := small{persons: 1, status: status, coaches: 1, minutes: 600,
			config: func(c *sim.Config) { c.Behaviour.Returns.NothingStart, c.Behaviour.Returns.NothingFloor = 0, 0 }}.world(t)
		w.People.BornWeek[0] += 2 - policy.Birthday(w.People.BornWeek[0], 66)
		advance(t, w, 2)
		expect(t, "a week before her birthday", w, 0, sees{"Status": status})
		week(t, w)
		expect(t, "on her birthday", w, 0, sees{"Status": agents.Retired, "Since": 2, "Coach": -1, "NextInterview": agents.Never})
		w.Habits.Returns.NothingFloor, w.Habits.Claims.TryWork = 1, 1
		advance(t, w, 6)
		last := w.People.Total.BenefitPence[0] // the period in which she retired is paid whole
		if on := status == agents.Claimant || status == agents.OtherBenefit; on != (last > 0) {
			t.Errorf("status %d: the last period brought %d pence", status, last)
		}
		advance(t, w, 12)
		expect(t, "later", w, 0, sees{"Status": agents.Retired, "BenefitPence": last, "Payable": 0, "Cycle": policy.NoCycle})
	}
}

// A return is counted once for every exit to work that it follows within half a year.
func TestOneReturnForOneExit(t *testing.T) {
	w := small{persons: 1, status: agents.Inactive, coaches: 1, minutes: 600,
		config: func(c *sim.Config) {
			c.Behaviour.Returns.NothingStart, c.Behaviour.Returns.NothingFloor, c.Behaviour.Exits.ToNothing = 1, 1, 1
		},
		person: func(p *agents.Population, i int32) { p.LastWorkExit[i] = -10 }}.world(t)
	advance(t, w, 10)
	expect(t, "claims and leaves again and again", w, 0, sees{"Returns26": 1})
	if n := w.People.Total.ToNothing[0]; n < 4 {
		t.Errorf("left %d times only", n)
	}
	late := small{persons: 1, status: agents.Inactive, coaches: 1, minutes: 600,
		config: func(c *sim.Config) { c.Behaviour.Returns.NothingStart, c.Behaviour.Returns.NothingFloor = 1, 1 },
		person: func(p *agents.Population, i int32) { p.LastWorkExit[i] = -26 }}.world(t)
	advance(t, late, 2) // applies in week 0, claims in week 1: 27 weeks after the exit
	expect(t, "27 weeks later", late, 0, sees{"Status": agents.Claimant, "Returns26": 0})
}
