package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// rivalsOf is a world after some weeks, in which people have jobs and vacancies choose.
func rivalsOf(t *testing.T) *sim.World {
	t.Helper()
	return burnt(t, standard(t, "persons=6000", "burn_in.weeks=12", "market.districts.smallest=3000"))
}

// under is a copy of a world with behaviour changed.
func under(w *sim.World, change func(b *agents.Behaviour)) *sim.World {
	v := w.Clone()
	b := w.Habits.Behaviour
	change(&b)
	v.Habits = agents.NewConstants(b)
	return v
}

// Who changes jobs takes one that a rival in work took this week, and nobody else does; no
// vacancy is opened or filled for it.
func TestMovesConserveVacancies(t *testing.T) {
	w := rivalsOf(t)
	still := under(w, func(b *agents.Behaviour) { b.Moves.Looks = 0 })
	moving := under(w, func(b *agents.Behaviour) { b.Moves.Looks, b.Moves.LeastGain, b.Moves.TenureWorth = 0.2, -1e9, 0 })
	var before []int32 // since the burn-in began
	for k := range w.Districts {
		before = append(before, w.Districts[k].Demand.JobToJob)
	}
	week(t, still)
	week(t, moving)
	for k := range w.Districts {
		a, b := &still.Districts[k].Demand, &moving.Districts[k].Demand
		switchers, taken := moving.Districts[k].Listed()
		if a.JobToJob != before[k] || int(b.JobToJob-before[k]) > switchers || taken < int(b.JobToJob-before[k]) {
			t.Errorf("%d moves of people who do not look; %d of those who do, to %d jobs of switchers, of which with others %d are taken", a.JobToJob-before[k], b.JobToJob-before[k], switchers, taken)
		}
		if b.JobToJob-before[k] < int32(switchers)/4 {
			t.Errorf("%d moves to %d jobs: too few for the test to show anything", b.JobToJob-before[k], switchers)
		}
		if a.Opened != b.Opened || a.Taken != b.Taken || a.Lapsed != b.Lapsed || a.Open != b.Open || a.CompetitorHires != b.CompetitorHires {
			t.Errorf("vacancies without moves: %+v; with them: %+v", a, b)
		}
	}
	for _, check := range moving.CheckBooks() {
		if check.Broken != "" {
			t.Error(check.Broken)
		}
	}
}

// One draw decides whether a job ends and whether its holder takes a step: whoever may look
// or be taken further loses her job in the same week as if she might not.
func TestOneDrawEndsJobsAndTakesSteps(t *testing.T) {
	w := rivalsOf(t)
	still := under(w, func(b *agents.Behaviour) { b.Moves.Looks, b.Progress.Chance = 0, 0 })
	moving := under(w, func(b *agents.Behaviour) { b.Moves.Looks, b.Progress.Chance = 0.05, 0.05 })
	week(t, still)
	week(t, moving)
	lost := 0
	for i := range w.People.ID {
		if w.People.Status[i] == agents.Employed && still.People.Status[i] != moving.People.Status[i] {
			t.Errorf("person %d: status %d if people take steps, %d if they do not", i, moving.People.Status[i], still.People.Status[i])
		}
		if w.People.Status[i] == agents.Employed && still.People.Status[i] != agents.Employed {
			lost++
		}
	}
	if lost == 0 {
		t.Error("no job was lost")
	}
}

// People look the more the worse their job suits them, and leave it only for what is worth it.
func TestWhoLooksForAnotherJob(t *testing.T) {
	const n = 40000
	moves := func(change func(b *agents.Behaviour), person func(p *agents.Population, i int32)) int {
		w := small{persons: n, status: agents.Employed, person: person, config: func(c *sim.Config) {
			b := &c.Behaviour
			b.Moves = agents.Moves{TemporaryJob: 2, UnwantedHours: 3, LeastGain: -1e9}
			b.Pay.PartTime = 0
			c.Market.Matching = sim.Aggregate
			change(b)
		}}.world(t)
		week(t, w) // the offers of the week in which they began are those that they took
		b := w.Habits.Behaviour
		b.Moves.Looks = 0.04
		*w.Habits = *agents.NewConstants(b)
		week(t, w)
		return int(w.Districts[0].Demand.JobToJob)
	}
	as := func(*agents.Behaviour) {}
	proportion(t, "who moves", moves(as, nil), n, 0.04, 0.01)
	proportion(t, "from temporary jobs", moves(as, func(p *agents.Population, i int32) { p.Temporary[i] = true }), n, 0.08, 0.012)
	proportion(t, "from hours that are too few", moves(as, func(p *agents.Population, i int32) { p.HoursTenths[i] = 200 }), n, 0.12, 0.015)
	// The mean of max(-z, 0) is 0.3989.
	proportion(t, "with matches of all kinds", moves(func(b *agents.Behaviour) { b.Moves.LowMatch = 1 }, nil), n, 0.04*1.3989, 0.01)
	most := moves(func(b *agents.Behaviour) { b.Moves.LeastGain = 0 }, nil)
	if some := moves(func(b *agents.Behaviour) { b.Moves.LeastGain = 1000 }, nil); some == 0 || some > most*3/4 {
		t.Errorf("%d move for nothing more, %d for £10 a week", most, some)
	}
	worth := func(b *agents.Behaviour) { b.Moves.LeastGain, b.Moves.TenureWorth = 0, 1e6 }
	if some := moves(worth, nil); some == 0 {
		t.Error("nobody leaves a new job for a better one")
	}
	if some := moves(worth, func(p *agents.Population, i int32) { p.JobSince[i] = -500 }); some != 0 {
		t.Errorf("%d leave a long-held job that is worth £10,000 a week", some)
	}
}

// A step in a job brings pay, or hours where too few are worked.
func TestProgress(t *testing.T) {
	const n = 40000
	w := small{persons: n, status: agents.Employed, config: func(c *sim.Config) {
		c.Behaviour.Progress = agents.Progress{Chance: 0.1, Raise: 0.05, Hours: 0.5}
		c.Behaviour.Pay.PartTime, c.Behaviour.Pay.AtMinimum = 0.5, 1
	}}.world(t)
	before := w.Clone().People
	week(t, w)
	raised, longer, part := 0, 0, 0
	for i := range w.People.ID {
		if before.HoursTenths[i] == 200 {
			part++
		}
		switch p := w.People; {
		case p.HoursTenths[i] == 370 && before.HoursTenths[i] == 200 && p.HourlyPay[i] == 1144:
			longer++
		case p.HourlyPay[i] == 1201 && p.HoursTenths[i] == before.HoursTenths[i]:
			raised++
			if p.GrossPay[i] <= before.GrossPay[i] || p.JobStartPay[i] != before.JobStartPay[i] {
				t.Fatalf("person %d: £%d a week after a raise", i, p.GrossPay[i]/100)
			}
		}
	}
	proportion(t, "who get longer hours", longer, part, 0.05, 0.014)
	proportion(t, "who get a raise", raised, n, 0.1*0.5+0.05*0.5, 0.012)
	able := func(skill float32) int {
		w := small{persons: n, status: agents.Employed, config: func(c *sim.Config) {
			c.Behaviour.Progress = agents.Progress{Chance: 0.1, Skill: 0.5, Raise: 0.05}
		}, person: func(p *agents.Population, i int32) { p.Skill[i], p.SkillAt[i] = skill, skill }}.world(t)
		start := w.Clone().People
		week(t, w)
		count := 0
		for i := range w.People.ID {
			if w.People.HourlyPay[i] > start.HourlyPay[i] {
				count++
			}
		}
		return count
	}
	proportion(t, "of the able", able(1), n, 0.15, 0.015)
	proportion(t, "of the others", able(-1), n, 0.05, 0.012)
}

// Quits follow demand, dismissals follow the economy, and contracts end whatever it does.
func TestQuitsAndDismissalsFollowTheCycle(t *testing.T) {
	const n = 40000
	ends := func(e sim.Economy, elasticity float64, temporary bool) *sim.Demand {
		w := small{persons: n, status: agents.Employed, person: func(p *agents.Population, i int32) { p.Temporary[i] = temporary }, config: func(c *sim.Config) {
			j := &c.Behaviour.Jobs
			j.SeparationStart, j.SeparationFloor, j.Quits, j.QuitElasticity, j.TemporaryRatio = 0.1, 0.1, 0.4, elasticity, 3
			c.Market.Path = []sim.Economy{e}
		}}.world(t)
		week(t, w)
		return &w.Districts[0].Demand
	}
	all := func(m *sim.Demand) [3]int { return [3]int{int(m.Quits), int(m.Dismissals), int(m.ContractEnds)} }
	slump := sim.Economy{Demand: 0.5, Separations: 2, Switchers: 1, Unemployed: 1}
	for name, c := range map[string]struct {
		m    *sim.Demand
		want [3]float64
	}{
		"the steady state":        {ends(sim.Economy{Demand: 1, Separations: 1, Switchers: 1, Unemployed: 1}, 1, false), [3]float64{0.04, 0.06, 0}},
		"a slump":                 {ends(slump, 1, false), [3]float64{0.02, 0.12, 0}},
		"quits that do not care":  {ends(slump, 0, false), [3]float64{0.04, 0.12, 0}},
		"temporary jobs":          {ends(sim.Economy{Demand: 1, Separations: 1, Switchers: 1, Unemployed: 1}, 1, true), [3]float64{0.04, 0.06, 0.2}},
		"temporary jobs, a slump": {ends(slump, 1, true), [3]float64{0.02, 0.12, 0.2}},
	} {
		got := all(c.m)
		for k, want := range c.want {
			if want == 0 {
				if got[k] != 0 {
					t.Errorf("%s: %d permanent contracts came to their end", name, got[k])
				}
				continue
			}
			proportion(t, name, got[k], n, want, 0.018)
		}
	}
	// So it is in the shipped recession, against the same people without it.
	sets := append(recession, "persons=4000", "burn_in.weeks=26")
	steady, falls := burnt(t, standard(t, append(sets, "market.economy.path=steady")...)), burnt(t, standard(t, sets...))
	count := func(w *sim.World) (quits, dismissals int32) {
		w.ZeroCounts()
		advance(t, w, 60)
		for k := range w.Districts {
			quits += w.Districts[k].Demand.Quits
			dismissals += w.Districts[k].Demand.Dismissals
		}
		return quits, dismissals
	}
	q, f := count(steady)
	r, g := count(falls)
	if r >= q || float64(g) < 1.1*float64(f) {
		t.Errorf("quits and dismissals: %d and %d in the steady state, %d and %d in the recession", q, f, r, g)
	}
}

// The table of spells says why a job ended.
func TestWhyJobsEnd(t *testing.T) {
	w := small{persons: 3000, status: agents.Employed, person: func(p *agents.Population, i int32) { p.Temporary[i] = i%2 == 0 }, config: func(c *sim.Config) {
		j := &c.Behaviour.Jobs
		j.SeparationStart, j.SeparationFloor, j.Quits, j.TemporaryRatio, j.OtherJob = 0.2, 0.2, 0.4, 3, 0.5
		c.Behaviour.Moves = agents.Moves{Looks: 0.05, TemporaryJob: 1, UnwantedHours: 1, LeastGain: -1e9}
		c.Market.Matching = sim.Aggregate
	}}.world(t)
	d := &w.Districts[0]
	d.Log.KeepSpells = true
	week(t, w)
	ended := map[panel.EndReason]int{}
	for _, s := range d.Log.Spells {
		ended[s.EndReason]++
		if s.EndReason == panel.ChangedJob && s.DestinationTrue != panel.ToJob {
			t.Errorf("a change of job to %s", s.DestinationTrue)
		}
	}
	want := map[panel.EndReason]int{panel.Quit: int(d.Demand.Quits), panel.Separated: int(d.Demand.Dismissals), panel.ContractEnded: int(d.Demand.ContractEnds), panel.ChangedJob: int(d.Demand.JobToJob)}
	for why, n := range want {
		if n < 20 || ended[why] != n {
			t.Errorf("%d spells end with %s, %d were counted", ended[why], why, n)
		}
	}
}

// Where skill changes nothing that is done, losing it changes nothing; each channel alone
// shows the loss.
func TestChannelsOfSkill(t *testing.T) {
	long(t)
	start := burnt(t, standard(t, "persons=3000", "burn_in.weeks=12", "market.districts.smallest=1500", "market.districts.neighbours.each=0"))
	all := func(b *agents.Behaviour, m *sim.Market) {
		b.Finding.Skill, b.Pay.Skill, b.Skill.Stability, b.Progress.Skill, m.Employers.SkillWeight = 0, 0, 0, 0, 0
		for o := range m.Occupations {
			m.Occupations[o].Skilled = 0
		}
	}
	worlds := func(on func(b *agents.Behaviour, m *sim.Market)) (keeps, loses *sim.World) {
		of := func(decay float64) *sim.World {
			market := *start.Market
			v := under(start, func(b *agents.Behaviour) {
				all(b, &market)
				on(b, &market)
				b.Skill.Decay = decay
			})
			v.Market = &market
			for k := range v.Districts {
				for j := range v.Districts[k].Vacancies.LeastSkill {
					v.Districts[k].Vacancies.LeastSkill[j] = -1e9 // open vacancies ask for none either
				}
			}
			return v
		}
		return of(0), of(0.02)
	}
	skill := simtest.Skip{"SkillAt": true, "SkillSince": true}
	keeps, loses := worlds(func(*agents.Behaviour, *sim.Market) {})
	if d := parts(t, keeps, loses, 12, skill); d != nil {
		t.Error("skill is lost and matters to nothing: ", d)
	}
	for name, on := range map[string]func(b *agents.Behaviour, m *sim.Market){
		"search":    func(b *agents.Behaviour, _ *sim.Market) { b.Finding.Skill = 0.3 },
		"rank":      func(_ *agents.Behaviour, m *sim.Market) { m.Employers.SkillWeight = 0.3 },
		"pay":       func(b *agents.Behaviour, _ *sim.Market) { b.Pay.Skill = 0.3 },
		"stability": func(b *agents.Behaviour, _ *sim.Market) { b.Skill.Stability = 0.3 },
	} {
		keeps, loses := worlds(on)
		if parts(t, keeps, loses, 12, skill) == nil {
			t.Errorf("%s: losing skill changes nothing", name)
		}
	}
}

// Skill is settled when work begins or ends: it falls before and rises after.
func TestSkillIsSettled(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, config: behave(func(b *agents.Behaviour) {
		b.Skill = agents.Skill{PerUnit: 0.25, Decay: 0.0025, Floor: 0.5, Growth: 0.1, GrowthTime: 100}
		b.Finding.EntryHazard = 0
	}), person: func(p *agents.Population, i int32) { p.Skill[i], p.SkillAt[i], p.SkillSince[i] = 1, 1, 0 }}.world(t)
	advance(t, w, 20)
	expect(t, "out of work", w, 0, sees{"Skill": 1, "SkillAt": 1, "SkillSince": 0})
	b := w.Habits.Behaviour
	b.Exits.ToNothing, b.Returns.NothingToWork = 1, 0
	*w.Habits = *agents.NewConstants(b)
	week(t, w)
	expect(t, "no longer a claimant", w, 0, sees{"Status": agents.Inactive, "SkillSince": 0})
	b.Returns.NothingToWork = 1
	*w.Habits = *agents.NewConstants(b)
	week(t, w)
	expect(t, "in work", w, 0, sees{"Status": agents.Employed, "Skill": 1, "SkillSince": 21})
	near(t, "skill after 21 weeks out of work", float64(w.People.SkillAt[0]), 1-21*0.01, 1e-6)
	advance(t, w, 60)
	if now := w.SkillNow(0); now <= 1-21*0.01 || now >= 1.4 {
		t.Errorf("skill %g after a time in work", now)
	}
}
