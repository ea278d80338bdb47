package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// staffed is a world of claimants who are seen every week for ten minutes, with coaches
// whose posts turn over as told.
func staffed(t testing.TB, persons int, coaches float64, change func(s *policy.Staff), config func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: persons, status: agents.Claimant, coaches: coaches, minutes: 1000, regime: func(p *policy.Plan) {
		for k := range p.Schedules[1:] {
			p.Schedules[k+1].Every, p.Schedules[k+1].LengthMinutes, p.Schedules[k+1].ShortestMinutes, p.Schedules[k+1].LongestMinutes = 1, 10, 5, 10
		}
		if change != nil {
			change(&p.Staff)
		}
	}, config: config}.world(t)
}

// Posts are as many more than full-time equivalents as are empty on average; who leaves is
// replaced after the time of recruitment, by somebody else; nobody who claims is lost.
func TestTurnover(t *testing.T) {
	ownSeed(t)
	w := staffed(t, 3000, 150, func(s *policy.Staff) { s.Turnover, s.Recruitment = 0.02, 10 }, func(c *sim.Config) { c.Behaviour.Coaching.SkillSpread = 1 })
	c := &w.Coaches
	if posts := len(c.ID); posts != 180 {
		t.Fatalf("%d posts for 150 coaches in post, want 180", posts)
	}
	left, there, weeks := 0, 0, 100
	for range weeks {
		holders := append([]int32(nil), c.Holder...)
		skills := append([]float32(nil), c.Skill...)
		coaches := append([]int32(nil), w.People.Coach...)
		at := w.Week
		week(t, w)
		gone := map[int32]bool{}
		for k := range c.ID {
			if c.Since[k] <= at {
				there++
			}
			if c.Holder[k] == holders[k] {
				continue
			}
			left++
			gone[int32(k)] = true
			if c.Since[k] != at+10 || c.MinutesLeft[k] != 0 || c.Present[k] {
				t.Fatalf("post %d is left in week %d and filled in week %d, with %d minutes", k, at, c.Since[k], c.MinutesLeft[k])
			}
			if c.Skill[k] == skills[k] && c.Skill[k] > 0 {
				t.Errorf("the next holder of post %d is the one who left", k)
			}
		}
		for i, coach := range w.People.Coach {
			if c.Since[coach] > at {
				t.Fatalf("person %d has coach %d, whose post is empty", i, coach)
			}
			if gone[coaches[i]] && w.People.Rapport[i] > 0.2 {
				t.Fatalf("person %d has rapport %g with a coach she got this week", i, w.People.Rapport[i])
			}
		}
	}
	proportion(t, "coaches in post", there, weeks*len(c.ID), 150.0/180, 0.05)
	proportion(t, "coaches who leave", left, there, 0.02, 0.012)
	still := staffed(t, 300, 15, nil, nil)
	for range 40 {
		week(t, still)
	}
	for k := range still.Coaches.ID {
		if still.Coaches.Holder[k] != 0 || still.Coaches.Since[k] > 0 {
			t.Error("somebody left without turnover")
		}
	}
}

// Where every post is empty claimants wait with one of them and are seen when it is filled.
func TestAllPostsEmpty(t *testing.T) {
	w := staffed(t, 20, 1, func(s *policy.Staff) { s.Recruitment = 3 }, nil)
	week(t, w)
	w.Regime.Plan.Staff.Turnover = 1
	week(t, w)
	w.Regime.Plan.Staff.Turnover = 0
	held := w.People.Total.InterviewsHeld[0]
	for range 2 {
		week(t, w)
		expect(t, "the post is empty", w, 0, sees{"Coach": 0, "InterviewsHeld": held})
	}
	week(t, w)
	expect(t, "the post is filled", w, 0, sees{"Coach": 0, "InterviewsHeld": held + 1})
	checkBooks(t, w)
}

// A newcomer has fewer minutes and less skill until she has learned.
func TestNewcomers(t *testing.T) {
	w := staffed(t, 5, 1, func(s *policy.Staff) { s.Training, s.NewcomerTime = 10, 0.4 }, func(c *sim.Config) { c.Behaviour.Coaching.NewcomerSkill = 0.5 })
	w.Coaches.Since[0] = 0
	for weeks, want := range []int32{400, 460, 520} {
		before := w.Coaches.MinutesAvailable[0]
		week(t, w)
		if got := w.Coaches.MinutesAvailable[0] - before; got != want {
			t.Errorf("after %d weeks she has %d minutes, want %d", weeks, got, want)
		}
	}
	if helped := w.People.Helped[0]; helped < 0.5 || helped > 0.6 {
		t.Errorf("a newcomer's interviews add %g of what they should, want a little over a half", helped)
	}
	w = staffed(t, 5, 1, nil, nil)
	week(t, w)
	week(t, w)
	expect(t, "a coach who knows her work", w, 0, sees{"Helped": float32(1)})
}

// What an interview adds follows the coach who holds it, and how long she plans.
func TestInterviewsDependOnTheCoach(t *testing.T) {
	ownSeed(t)
	w := staffed(t, 60, 3, nil, func(c *sim.Config) { c.Behaviour.Coaching.Content = 0.4 })
	copy(w.Coaches.Skill, []float32{0, 1, 3})
	week(t, w)
	week(t, w)
	helped := w.People.Helped
	for i, coach := range w.People.Coach {
		base := float32(w.Habits.Helped(1, 4)) // four of ten minutes
		if got, want := helped[i], base*w.Coaches.Skill[coach]; got < want-1e-6 || got > want+1e-6 {
			t.Errorf("with a coach of skill %g interviews add %g, want %g", w.Coaches.Skill[coach], got, want)
		}
	}
}

// Strict coaches refer more of the failures that they may refer.
func TestStrictCoachesReferMore(t *testing.T) {
	w := small{persons: 4000, status: agents.Claimant, coaches: 2, minutes: 200000,
		regime: func(p *policy.Plan) { p.Missed.Referred = 0.5 },
		config: func(c *sim.Config) { c.Behaviour.Coaching.StrictnessSpread, c.Behaviour.Attendance.Missed = 1, 1 }}.world(t)
	w.Coaches.Strictness[0], w.Coaches.Strictness[1] = -1, 1
	for i := range w.People.ID {
		w.People.NextInterview[i] = 0
	}
	week(t, w)
	for k, want := range []float64{0.2689414, 0.7310586} {
		proportion(t, "referred", int(w.Coaches.Referrals[k]), int(w.Coaches.Missed[k]), want, 0.1)
	}
}

// Rapport grows with one's own coach and begins anew with another.
func TestRapportIsWithOneCoach(t *testing.T) {
	w := staffed(t, 10, 2, nil, nil)
	week(t, w)
	before := float32(0)
	for range 5 {
		week(t, w)
		now := w.People.Rapport[0]
		if now <= before {
			t.Fatalf("rapport goes from %g to %g with an interview", before, now)
		}
		before = now
	}
	own := w.People.Coach[0]
	for i := range w.People.Coach {
		w.People.NextInterview[i] = agents.Never
	}
	w.People.NextInterview[0], w.Coaches.Since[own] = w.Week, w.Week+10 // a colleague steps in
	week(t, w)
	expect(t, "seen by a colleague", w, 0, sees{"Rapport": before, "Coach": own})
	if w.Coaches.MinutesFor[1-own] == [5]int32{} {
		t.Error("nobody stepped in")
	}
}

// minutesByJudgement is the mean minutes of the interviews booked this week, by the fifth
// in which coaches believe claimants to be.
func minutesByJudgement(t testing.TB, w *sim.World, minutes []int) (mean [5]float64) {
	t.Helper()
	var n [5]float64
	for i, m := range minutes {
		f := w.People.Judged[i] - 1
		mean[f] += float64(m)
		n[f]++
	}
	for f := range mean {
		if n[f] == 0 {
			t.Fatalf("nobody is believed to be in fifth %d", f+1)
		}
		mean[f] /= n[f]
	}
	return mean
}

// Minutes at a coach's discretion go where they serve the goal of the regime: to those in
// between for a first job, to the furthest from work for distance travelled, to all alike
// where coaches follow no goal.
func TestMinutesFollowTheGoal(t *testing.T) {
	world := func(goal agents.Goal, follows float64) [5]float64 {
		w := small{persons: 2000, status: agents.Claimant, coaches: 10, minutes: 3000, regime: func(p *policy.Plan) {
			p.Staff.Goal, p.Staff.FollowsGoal = goal, follows
			for k := range p.Schedules {
				p.Schedules[k].LengthMinutes, p.Schedules[k].ShortestMinutes, p.Schedules[k].LongestMinutes = 20, 5, 40
			}
		}, config: func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard, c.Behaviour.Finding.Skill, c.Market.VacanciesOpen = 0.02, 1, 1000
			c.Behaviour.Coaching.Misjudged = 1
		}}.world(t)
		for i := range w.People.ID {
			w.People.NextInterview[i] = 0
		}
		return minutesByJudgement(t, w, book(t, w))
	}
	even := world(agents.FirstJob, 0)
	for f := range even {
		if even[f] < even[0]-1 || even[f] > even[0]+1 {
			t.Errorf("nobody follows a goal, and minutes by fifth are %v", even)
		}
	}
	first := world(agents.FirstJob, 1)
	if first[3] < first[0]+3 || first[3] < first[4] {
		t.Errorf("with a first job as the goal minutes by fifth are %v", first)
	}
	half := world(agents.FirstJob, 0.5)
	if half[0] <= first[0] || half[0] >= even[0] {
		t.Errorf("who half follows the goal gives %v, who follows it %v and who does not %v", half, first, even)
	}
	far := world(agents.DistanceTravelled, 1)
	for f := range far[1:] {
		if far[f+1] > far[f] {
			t.Errorf("with distance travelled as the goal minutes by fifth are %v", far)
		}
	}
}

// A smaller caseload leaves time, and time makes interviews longer and brings people in
// sooner; where a rule allows neither, it is left over.
func TestTimeLeftIsUsed(t *testing.T) {
	world := func(coaches float64, longest int32, ahead agents.Week) (mean, early float64, left int32) {
		w := small{persons: 400, status: agents.Claimant, coaches: coaches, minutes: 1000, regime: func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				s := &p.Schedules[k+1]
				s.Every, s.LengthMinutes, s.ShortestMinutes, s.LongestMinutes, s.Ahead = 2, 10, 5, longest, ahead
			}
		}}.world(t)
		for i := range w.People.ID {
			w.People.NextInterview[i] = agents.Week(i % 2)
		}
		booked, minutes := 0, 0
		for _, m := range book(t, w) {
			if m > 0 {
				booked++
				minutes += m
			}
		}
		for k := range w.Coaches.ID {
			left += w.Coaches.MinutesLeft[k]
			early += float64(w.Coaches.Early[k])
		}
		checkBooks(t, w)
		return float64(minutes) / float64(booked), early, left
	}
	few, _, _ := world(2, 30, 1)
	more, early, _ := world(4, 30, 1)
	if few > 10.5 || more < 10 || early < 150 {
		t.Errorf("interviews of %.1f minutes with two coaches; of %.1f with four, %.0f of them early", few, more, early)
	}
	most, all, left := world(20, 30, 1)
	if most < 29.5 || all != 200 || left == 0 {
		t.Errorf("with time for everything interviews take %.1f minutes, %.0f are early and %d minutes are left", most, all, left)
	}
	if longer, early, _ := world(4, 30, 0); early != 0 || longer < 15 {
		t.Errorf("where nobody may be seen sooner %.0f are, and interviews take %.1f minutes", early, longer)
	}
	if length, early, left := world(4, 10, 0); early != 0 || length != 10 || left != 2000 {
		t.Errorf("where nothing may be done with them %d minutes are left, %.0f are seen early for %.1f minutes", left, early, length)
	}
}

// A regime with more coaches keeps those there are: who they are, and whom they see.
func TestMoreCoachesReplaceNobody(t *testing.T) {
	ownSeed(t)
	w := staffed(t, 600, 6, func(s *policy.Staff) { s.Turnover, s.Recruitment = 0.05, 4 }, func(c *sim.Config) { c.Behaviour.Coaching.SkillSpread = 1 })
	for range 30 {
		week(t, w)
	}
	more := *w.Regime
	plan := *w.Regime.Plan
	plan.Staff.FullTimeEquivalents = 12
	more.Plan = &plan
	v := w.Clone()
	v.Enter(&more)
	row := map[int32]int{}
	for k, id := range v.Coaches.ID {
		row[id] = k
	}
	for k, id := range w.Coaches.ID {
		if j := row[id]; v.Coaches.Holder[j] != w.Coaches.Holder[k] || v.Coaches.Since[j] != w.Coaches.Since[k] || v.Coaches.Skill[j] != w.Coaches.Skill[k] {
			t.Errorf("coach %d is somebody else under a regime with more coaches", id)
		}
	}
	kept := 0
	for i := range w.People.ID {
		old, now := w.Coaches.ID[w.People.Coach[i]], v.Coaches.ID[v.People.Coach[i]]
		switch {
		case old == now:
			kept++
			if v.People.Rapport[i] != w.People.Rapport[i] {
				t.Fatalf("person %d keeps her coach and loses rapport", i)
			}
		case v.People.Rapport[i] != 0:
			t.Fatalf("person %d has rapport with a coach she never met", i)
		}
	}
	if kept < 240 || kept > 360 {
		t.Errorf("%d of 600 keep their coach as the coaches double", kept)
	}
	checkBooks(t, v)
}
