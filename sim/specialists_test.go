package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// forHealth are specialists for people with a limiting condition, half of the posts.
func forHealth() policy.SpecialistTerms {
	return policy.SpecialistTerms{Name: "health", Share: 0.5, Caseload: 12, Skill: 2, Review: 4, Who: policy.Who{HealthLimited: source.Flag{Set: true, Value: true}}}
}

// specialised is a world of claimants, every second with a limiting condition.
func specialised(t testing.TB, change func(p *policy.Plan)) *sim.World {
	t.Helper()
	return small{persons: 400, status: agents.Claimant, coaches: 20, minutes: 1000, regime: func(p *policy.Plan) {
		for k := range p.Schedules {
			p.Schedules[k].Every, p.Schedules[k].LengthMinutes, p.Schedules[k].ShortestMinutes, p.Schedules[k].LongestMinutes = 1, 10, 10, 10
		}
		change(p)
	}, person: func(p *agents.Population, i int32) {
		p.HealthLimited[i], p.BenefitSince[i], p.NextInterview[i] = i%2 == 0, -agents.Week(i%7), 0
	}}.world(t)
}

// Claimants go to the specialist who is for them, by and by and while she has room; nobody
// else does, and her interviews add more.
func TestSpecialistsHaveTheirOwn(t *testing.T) {
	ownSeed(t)
	w := specialised(t, func(p *policy.Plan) { p.Specialists = []policy.SpecialistTerms{forHealth()} })
	advance(t, w, 12)
	changes, theirs := 0, 0
	for i, coach := range w.People.Coach {
		special := w.Coaches.Specialism[coach] == 1
		if special && !w.People.HealthLimited[i] {
			t.Fatalf("claimant %d has a specialist who is not for her", i)
		}
		if special {
			theirs++
			if n := w.People.Total.CoachChanges[i]; n != 1 {
				t.Fatalf("claimant %d has changed her coach %d times", i, n)
			}
			if w.People.Helped[i] < 1.5*w.People.Helped[1] {
				t.Fatalf("interviews add %g with a specialist, %g with another", w.People.Helped[i], w.People.Helped[1])
			}
		}
		changes += int(w.People.Total.CoachChanges[i])
	}
	specialists := 0
	for k := range w.Coaches.ID {
		if w.Coaches.Specialism[k] == 1 {
			specialists++
			if w.Coaches.Caseload[k] > 12 {
				t.Errorf("a specialist has %d claimants, 12 at most", w.Coaches.Caseload[k])
			}
		} else if w.Coaches.Caseload[k] < 13 {
			t.Errorf("a general coach has %d claimants", w.Coaches.Caseload[k])
		}
	}
	if specialists < 5 || specialists > 15 || theirs != 12*specialists || changes != theirs {
		t.Errorf("%d specialists of 20 have %d claimants after %d changes", specialists, theirs, changes)
	}
	checkBooks(t, w)
	for _, change := range []func(s *policy.SpecialistTerms){func(s *policy.SpecialistTerms) { s.Review = 0 }, func(s *policy.SpecialistTerms) { s.Share = 0 }} {
		s := forHealth()
		change(&s)
		w := specialised(t, func(p *policy.Plan) { p.Specialists = []policy.SpecialistTerms{s} })
		advance(t, w, 5)
		for i, n := range w.People.Total.CoachChanges {
			if n > 0 {
				t.Fatalf("claimant %d was handed over", i)
			}
		}
	}
}

// A specialist without room is asked for minutes that she has left, and no longer.
func TestSpecialistsAreConsulted(t *testing.T) {
	consulted := func(minutes int32) (n int32, w *sim.World) {
		s := forHealth()
		s.Consulted, s.Review = minutes, 0
		w = specialised(t, func(p *policy.Plan) { p.Specialists = []policy.SpecialistTerms{s} })
		week(t, w)
		for k := range w.Coaches.ID {
			n += w.Coaches.Consulted[k]
			if w.Coaches.MinutesUsed[k]+w.Coaches.MinutesLeft[k] != w.Coaches.MinutesAvailable[k] || w.Coaches.MinutesLeft[k] < 0 {
				t.Errorf("coach %d: %d minutes used, %d left of %d", k, w.Coaches.MinutesUsed[k], w.Coaches.MinutesLeft[k], w.Coaches.MinutesAvailable[k])
			}
		}
		return n, w
	}
	never, _ := consulted(0)
	some, w := consulted(10)
	if never != 0 || some != 200 {
		t.Errorf("specialists are asked %d times; %d times where nobody may", some, never)
	}
	if w.People.Helped[0] < 1.5*w.People.Helped[1] {
		t.Errorf("advice adds nothing: %g and %g", w.People.Helped[0], w.People.Helped[1])
	}
}

// Where interviews are pooled most are held by colleagues, and little rapport is won.
func TestPooledInterviews(t *testing.T) {
	rapport := func(pooled bool) (mean float32, cover int32) {
		w := specialised(t, func(p *policy.Plan) { p.Staff.Pooled = pooled })
		advance(t, w, 8)
		for i := range w.People.ID {
			mean += w.People.Rapport[i] / float32(w.People.Len())
		}
		for k := range w.Coaches.ID {
			cover += w.Coaches.Cover[k]
		}
		return mean, cover
	}
	own, none := rapport(false)
	pooled, cover := rapport(true)
	if none != 0 || cover < 8*400*8/10 || pooled > own/3 {
		t.Errorf("%d interviews by colleagues and rapport %.2f; pooled %d and %.2f", none, own, cover, pooled)
	}
}

// Who is advised to wait for a better job turns down pay that she would else take, as far
// as she trusts her coach and coaches follow the goal.
func TestAdviceToHoldOut(t *testing.T) {
	ownSeed(t)
	for what, c := range map[string]struct {
		goal             agents.Goal
		follows, rapport float64
		want             bool
	}{
		"a better job":     {agents.BetterJob, 1, 1, false},
		"nobody follows":   {agents.BetterJob, 0, 1, true},
		"no rapport":       {agents.BetterJob, 1, 0, true},
		"a first job":      {agents.FirstJob, 1, 1, true},
		"no goal":          {agents.NoGoal, 1, 1, true},
		"a little rapport": {agents.BetterJob, 1, 0.2, true},
	} {
		w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, regime: func(p *policy.Plan) {
			p.Staff.Goal, p.Staff.FollowsGoal = c.goal, c.follows
		}, config: func(config *sim.Config) {
			config.Behaviour.Search.ReservationStart, config.Behaviour.Coaching.HoldOut = 1, 0.2
		}}.world(t)
		w.People.HourlyPay[0], w.People.Rapport[0] = 1500, float32(c.rapport)
		if got := w.Accepts(0, 1700); got != c.want {
			t.Errorf("%s: a job that pays 1.13 times the last is taken: %v", what, got)
		}
	}
}

// Who waits for a job that lasts and fills more than a few hours asks more for one that does
// not, and no more for one that does.
func TestWhatABetterJobHas(t *testing.T) {
	for _, c := range []struct {
		lasting bool
		hours   int16
		want    bool
	}{{false, 0, true}, {true, 0, false}, {false, 300, false}, {false, 250, true}} {
		w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, regime: func(p *policy.Plan) {
			p.Staff.Goal, p.Staff.FollowsGoal, p.Staff.Lasting, p.Staff.HoursTenths = agents.BetterJob, 1, c.lasting, c.hours
		}, config: func(config *sim.Config) {
			config.Behaviour.Search.ReservationStart = 1
			config.Behaviour.Coaching.HoldOut, config.Behaviour.Coaching.HoldOutWorse = 0.02, 0.3
		}}.world(t)
		w.People.HourlyPay[0], w.People.Rapport[0] = 1500, 1
		if got := w.AcceptsShort(0, 1700); got != c.want {
			t.Errorf("lasting %v, %d tenths of an hour: a temporary job of twenty-five hours is taken: %v", c.lasting, c.hours, got)
		}
		if !w.Accepts(0, 1700) {
			t.Error("a job that lasts is refused")
		}
	}
}
