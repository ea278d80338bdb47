package sim_test

import (
	"context"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/rng"
	"caseload/sim/simtest"
)

// chances gives one number after another, from a seed.
type chances struct {
	draws rng.Streams
	taken uint32
}

func (c *chances) unit() float64 {
	c.taken++
	return c.draws.UItem(0, 0, c.taken, rng.Stratum)
}

// below is a whole number from 0 up to, not including, n.
func (c *chances) below(n int) int { return int(c.unit() * float64(n)) }

// share is often 0 or 1, where mistakes hide.
func (c *chances) share() float64 {
	switch u := c.unit(); {
	case u < 0.25:
		return 0
	case u < 0.4:
		return 1
	default:
		return c.unit()
	}
}

// FuzzWeek lives twenty weeks in tiny worlds of all kinds: rare and certain events, no
// coaches and many, a chain of any length, a fork half-way. Books agree and identities
// hold every week, and the same seed gives the same world.
func FuzzWeek(f *testing.F) {
	seeds := uint64(40)
	if testing.Short() {
		seeds = 6
	}
	for seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		w, again := fuzzed(t, seed), fuzzed(t, seed)
		if d := simtest.Compare(w, again, nil); d != nil {
			t.Fatal("twice from one seed: ", d)
		}
	})
}

func fuzzed(t *testing.T, seed uint64) *sim.World {
	t.Helper()
	c := &chances{draws: rng.New(seed, 1)}
	statuses := []agents.Status{agents.Claimant, agents.Employed, agents.OtherBenefit, agents.Inactive}
	w := small{
		persons: 1 + c.below(40), status: statuses[c.below(len(statuses))], coaches: float64(c.below(5)), minutes: int32(c.below(400)),
		regime: func(p *policy.Plan) { fuzzPlan(c, p) },
		config: func(cfg *sim.Config) { fuzzConfig(c, cfg) },
	}.world(t)
	w.ZeroCounts()
	live := func(until agents.Week) {
		for w.Week < until {
			if err := w.Advance(context.Background(), w.Week+1, 2, nil); err != nil {
				t.Fatalf("%v\n%s", err, err.(*sim.Broken).Stack)
			}
			checkBooks(t, w)
			identities(t, w, int(w.Week))
		}
	}
	live(10)
	arm := *w.Regime
	plan := *w.Regime.Plan
	plan.Schedules = append([]policy.Schedule(nil), plan.Schedules...)
	arm.Plan = &plan
	if c.unit() < 0.3 {
		arm = *shippedCase(t).Arms[0]
	} else {
		fuzzPlan(c, &plan)
	}
	w.Enter(&arm)
	checkBooks(t, w)
	live(20)
	return w
}

func fuzzPlan(c *chances, p *policy.Plan) {
	p.IdentityCheck, p.First.Every = agents.Week(c.below(4)), agents.Week(c.below(4))
	p.HasFirst = c.unit() < 0.7
	for k := range p.Schedules[1:] {
		s := &p.Schedules[k+1]
		s.Every, s.LengthMinutes, s.Mandatory = agents.Week(1+c.below(4)), int32(5+c.below(60)), c.unit() < 0.8
		s.ShortestMinutes = 1 + int32(c.below(int(s.LengthMinutes)))
	}
	p.Staff.Present = c.share()
	fuzzHealth(c, p)
	if c.unit() < 0.15 {
		p.Missed = nil
	}
	if p.Missed == nil {
		return
	}
	chain := policy.ChainTerms{Excused: c.share() / 2, Referred: c.share(), Imposed: c.share(), DecisionDelay: agents.Week(c.below(5)),
		LooksBackDays: c.below(400), ForgivesDays: c.below(30)}
	for range 1 + c.below(4) {
		chain.Levels = append(chain.Levels, policy.LevelTerms{UntilCompliance: c.unit() < 0.5, TailDays: int16(c.below(60))})
	}
	p.Missed = &chain
}

func fuzzConfig(c *chances, cfg *sim.Config) {
	b := &cfg.Behaviour
	b.Finding.EntryHazard, b.Finding.FrailtyVariance = c.share(), 0.01+2*c.unit()
	b.Attendance.Missed, b.Attendance.ContactPerWeek, b.Attendance.ContactExponent = c.share(), c.share(), 3*c.unit()
	b.Exits.ToNothing = c.share() / 4
	b.Health = agents.Health{OnsetUnder35: c.share() / 4, Onset35To49: c.share() / 4, OnsetFrom50: c.share(), Recovery: c.share() / 4, RecoverySeverity: c.unit(),
		FlareStarts: c.share() / 2, FlareWeeks: 1 + 4*c.unit()}
	b.Claims.Considers, b.Claims.Effort, b.Claims.Reconsiders, b.Claims.TryWork = c.share(), 4*c.unit(), c.share(), c.share()
	b.Jobs.SeparationStart, b.Jobs.SeparationFloor = c.share(), c.share()
	b.Jobs.Claims = c.share()
	b.Jobs.OtherJob, b.Jobs.ClaimDelay = (1-b.Jobs.Claims)*c.share(), 4*c.unit()
	b.Returns = agents.Returns{NothingStart: c.share(), NothingFloor: c.share(), NothingTime: 1 + 50*c.unit(), NothingToWork: c.share()}
	m := &cfg.Market
	m.Closure = sim.Closure(c.below(3))
	m.VacanciesOpen, m.Competitors, m.SearchElasticity, m.EntryElasticity, m.EntrySpeed = 1+100*c.unit(), 0.9*c.unit(), c.unit(), 3*c.unit(), c.unit()
	m.Districts, m.PersonsEach, m.Offices = 1+c.below(3), 1+c.below(20), 1+c.below(4)
	s := &cfg.Population.Attached[0]
	s.Duration, s.Hazard = agents.NewDurationLaw(c.unit()/10, 0.5, 0.01, 1+c.below(200)), c.unit()/10
	s.UnderSanction, s.SanctionLeftWeeks = c.share(), 1+10*c.unit()
	s.Traits.LeadCarer, s.Traits.YoungestTo, s.Traits.MoreChildren = c.share(), 1+15*c.unit(), 2*c.unit()
	s.Traits.Couple, s.Traits.Housing, s.Traits.Rent, s.Traits.LimitedCap = c.share(), c.share(), 20000*c.unit(), c.share()
	s.Traits.Ages = [4]float64{0.3, 0.3, 0.2, 0.2}
	cfg.Population.Arrivals = []sim.Arrival{{Name: "new", PerWeek: 4 * c.unit(), Traits: s.Traits}}
	fuzzDemand(c, cfg)
}

// fuzzDemand makes the market aggregate or one of vacancies as agents, in an economy that
// stands still or leaps.
func fuzzDemand(c *chances, cfg *sim.Config) {
	m := &cfg.Market
	m.Matching = sim.Matching(c.below(2))
	m.Employers = sim.Employers{Mobility: c.share(), SkillWeight: 2*c.unit() - 1, Screening: 3 * c.share(), ScreeningWeeks: 1 + 50*c.unit(), CountsOn: 1 + 100*c.unit(), Impression: c.share(), Expands: c.unit(),
		Repost: c.share(), Upgrade: c.share(), UpgradePay: c.share()}
	m.Agencies = sim.Agencies{Share: c.share(), Speed: 0.1 + 5*c.unit(), Temporary: c.share()}
	m.Masses = [sim.Competitors]float64{c.share() / 2, 0.25, 0}
	m.Masses[sim.OutOfLabourForce] = 0.75 - m.Masses[sim.Switchers]
	m.Occupations = [sim.Occupations]sim.Occupation{}
	only := c.below(sim.Occupations)
	for o := range m.Occupations {
		m.Occupations[o] = sim.Occupation{Pay: 4*c.unit() - 2, Certificate: c.share(), Temporary: c.share(), Skilled: c.share(), LeastSkill: 4*c.unit() - 2}
		if even := c.unit() < 0.7; even {
			m.Occupations[o].Vacancies = 0.5 / sim.Occupations
		}
	}
	left := 1.0
	for o := range m.Occupations {
		if o != only {
			left -= m.Occupations[o].Vacancies
		}
	}
	m.Occupations[only].Vacancies = left
	cfg.Behaviour.Search.ReservationStart, cfg.Behaviour.Search.ReservationFall = c.share(), c.share()
	for range c.below(2) * 20 {
		m.Path = append(m.Path, sim.Economy{Demand: 0.01 + 3*c.share(), Separations: 3 * c.share(), Switchers: 0.1 + 3*c.unit(), Unemployed: 0.1 + 3*c.unit()})
	}
}

// fuzzHealth makes assessments quick or slow, scarce or not, blind or exact, or does away
// with them.
func fuzzHealth(c *chances, p *policy.Plan) {
	if c.unit() < 0.15 {
		p.Health = nil
		return
	}
	p.Health = &policy.HealthTerms{Wait: agents.Week(c.below(4)), AskAgain: agents.Week(c.below(4)), Reassessed: agents.Week(1 + c.below(10)),
		Linking: agents.Week(c.below(10)), AssessmentsWeek: 20 * c.share(), Error: c.share(), Strictness: 2*c.unit() - 1, WorkReassessed: c.share(),
		Reconsiders: c.unit() < 0.5, Reconsideration: agents.Week(1 + c.below(4)), ReconsiderationError: c.share()}
}
