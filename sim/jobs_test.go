package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// behave is a small world's behaviour, changed.
func behave(change func(b *agents.Behaviour)) func(c *sim.Config) {
	return func(c *sim.Config) { change(&c.Behaviour) }
}

// always ends every job each week.
func always(b *agents.Behaviour) { b.Jobs.SeparationStart, b.Jobs.SeparationFloor = 1, 1 }

func TestWhatFollowsAJob(t *testing.T) {
	for name, c := range map[string]struct {
		change func(b *agents.Behaviour)
		want   sees
	}{
		"a claim":     {func(b *agents.Behaviour) { b.Jobs.Claims = 1 }, sees{"Status": agents.Applying, "JobsEnded": 1, "JobWeeksEnded": 7, "WeeksInWork": 0}},
		"another job": {func(b *agents.Behaviour) { b.Jobs.OtherJob = 1 }, sees{"Status": agents.Employed, "JobsEnded": 1, "JobWeeksEnded": 7, "JobSince": 0, "WeeksInWork": 1}},
		"neither":     {func(*agents.Behaviour) {}, sees{"Status": agents.Inactive, "JobsEnded": 1, "JobWeeksEnded": 7, "WeeksInWork": 0}},
	} {
		w := small{persons: 1, status: agents.Employed, coaches: 1, minutes: 600,
			config: behave(func(b *agents.Behaviour) { always(b); c.change(b) }),
			person: func(p *agents.Population, i int32) { p.JobSince[i] = -7 }}.world(t)
		week(t, w)
		expect(t, name, w, 0, c.want)
	}
}

func TestWaysBack(t *testing.T) {
	for name, c := range map[string]struct {
		status agents.Status
		change func(b *agents.Behaviour)
		want   sees
	}{
		"nothing to a claim": {agents.Inactive, func(b *agents.Behaviour) { b.Returns.NothingStart, b.Returns.NothingFloor = 1, 1 },
			sees{"Status": agents.Applying, "BenefitSince": 0, "WeeksInWork": 0}},
		"nothing to work": {agents.Inactive, func(b *agents.Behaviour) { b.Returns.NothingToWork = 1 },
			sees{"Status": agents.Employed, "JobSince": 0, "WeeksInWork": 1, "ToWork": 0}},
		"other benefit to work": {agents.OtherBenefit, func(b *agents.Behaviour) { b.Claims.TryWork = 1e9 },
			sees{"Status": agents.Employed, "JobSince": 0, "WeeksInWork": 1}},
	} {
		w := small{persons: 1, status: c.status, coaches: 1, minutes: 600, config: behave(c.change)}.world(t)
		week(t, w)
		expect(t, name, w, 0, c.want)
	}
}

func TestWaysOffBenefit(t *testing.T) {
	none := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
		config: behave(func(b *agents.Behaviour) { b.Exits.ToNothing = 1 })}.world(t)
	week(t, none)
	expect(t, "to nothing", none, 0, sees{"Status": agents.Inactive, "ToNothing": 1, "Coach": -1, "Group": 0, "NextInterview": agents.Never, "WeeksOnBenefit": 0})
	if n := none.Coaches.Caseload[0]; n != 0 {
		t.Errorf("the coach still has %d claimants", n)
	}
}

// A child's birthdays move its mother from no requirement to preparing and to intensive, each
// in its week, with a date and a coach.
func TestBirthdaysMoveBetweenGroups(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, config: func(c *sim.Config) {
		m := &c.Population.Attached[0].Traits
		c.Behaviour.Finding.CarerUnder3Ratio = 0.4
		m.LeadCarer, m.YoungestFrom, m.YoungestTo = 1, 0.9, 0.9001
	}}.world(t)
	born := w.People.YoungestBornWeek[0]
	one, three := policy.Birthday(born, 1), policy.Birthday(born, 3)
	advance(t, w, one)
	expect(t, "an infant", w, 0, sees{"Group": 0, "Coach": -1, "NextInterview": agents.Never, "InterviewsHeld": 0, "InterviewsMissed": 0})
	week(t, w)
	expect(t, "the first birthday", w, 0, sees{"Group": 2, "Coach": 0, "NextInterview": one + 3})
	advance(t, w, three)
	expect(t, "two years old", w, 0, sees{"Group": 3})
	fixed := w.People.SearchFixed[0]
	week(t, w)
	expect(t, "the third birthday", w, 0, sees{"Group": 4})
	if ratio := w.People.SearchFixed[0] - fixed; ratio < 0.9 || ratio > 0.93 {
		t.Errorf("the care of a small child took %.3f off the log of search, want -log 0.4, which is 0.916", ratio)
	}
}

// Thirteen weeks after the start of a claim weekly interviews become fortnightly.
func TestDurationsChangeTheSchedule(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	w.People.NextInterview[0] = 0
	held := 0
	for at := range agents.Week(20) {
		due := w.People.NextInterview[0] == at
		week(t, w)
		if due {
			held++
		}
		every := agents.Week(1)
		if at >= 13 {
			every = 2
		}
		if due {
			expect(t, "seen", w, 0, sees{"NextInterview": at + every, "InterviewsHeld": held})
		}
	}
	if held != 14+3 {
		t.Errorf("%d interviews in twenty weeks, want weekly in 14 and three more", held)
	}
}
