package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/simtest"
)

// recession is the standard world with a fall of demand in week 13.
var recession = []string{"market=gb-recession", "start=2025-01-06", "persons=800", "burn_in.weeks=10", "market.districts.smallest=400"}

// Until demand falls nobody notices that it will.
func TestWeeksBeforeAShockAreSteady(t *testing.T) {
	a := burnt(t, standard(t, append(recession, "market.economy.path=steady")...))
	b := burnt(t, standard(t, recession...))
	if d := parts(t, a, b, 13, nil); d != nil {
		t.Fatal("before the shock: ", d)
	}
	if d := parts(t, a, b, 14, nil); d == nil {
		t.Error("in the week of the shock nothing changes")
	}
}

// The economy scales what it says: creation of vacancies, separations, competitors.
func TestEconomyScalesItsWeek(t *testing.T) {
	state := sim.Economy{Demand: 1, Separations: 1, Switchers: 1, Unemployed: 1}
	world := func(now sim.Economy) *sim.World {
		return applicants(t, 2000, 3000, func(c *sim.Config) {
			c.Market.Closure, c.Market.Competitors, c.Market.Masses = sim.Inflow, 0.8, [sim.Competitors]float64{0.5, 0.25, 0.25}
			c.Behaviour.Finding.EntryHazard = 0.05
			c.Market.Path = []sim.Economy{state, state, now}
		})
	}
	hires := func(now sim.Economy) (opened, others float64) {
		w := world(now)
		advance(t, w, 2)
		for range 10 {
			m := shortlist(w, 0, w.Districts[0].Demand.Rivals)
			before := *m
			w.Districts[0].Demand.Choosing = before.Choosing / 4
			week(t, w)
			opened += float64(m.Opened - before.Opened)
			others += m.CompetitorHires - before.CompetitorHires
		}
		return opened, others
	}
	opened, others := hires(state)
	booming, _ := hires(sim.Economy{Demand: 1.5, Separations: 1, Switchers: 1, Unemployed: 1})
	near(t, "vacancies at one and a half times the demand", booming, opened*1.5, 0.01)
	for _, now := range []sim.Economy{{Demand: 1, Separations: 1, Switchers: 2, Unemployed: 1}, {Demand: 1, Separations: 1, Switchers: 1, Unemployed: 3}} {
		if _, more := hires(now); more < others*1.05 {
			t.Errorf("%v hires of competitors, %v when there are more of them: %+v", others, more, now)
		}
	}
	v := world(sim.Economy{Demand: 1, Separations: 1, Switchers: 2, Unemployed: 4})
	advance(t, v, 3)
	near(t, "competitors", v.Applying(), 0.5*2+0.25*4+0.25, 1e-15)
}

// Jobs are lost as often as the economy says, but for those that people quit.
func TestSeparationsFollowTheEconomy(t *testing.T) {
	w := small{persons: 40000, config: func(c *sim.Config) {
		c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Jobs.Quits = 0.1, 0.1, 0.4
		c.Market.Path = []sim.Economy{{Demand: 1, Separations: 1.5, Switchers: 1, Unemployed: 1}}
	}, status: agents.Employed}.world(t)
	week(t, w)
	lost := 40000 - int(w.Districts[0].Stock[agents.Employed])
	proportion(t, "jobs lost", lost, 40000, 0.04+0.06*1.5, 0.021)
}

// A run in a moving economy goes on from a checkpoint, beyond its first horizon too.
func TestGoingOnInARecession(t *testing.T) {
	const at = 12
	long := append([]string{"horizon=24 weeks"}, recession...)
	short := append([]string{"horizon=15 weeks"}, recession...)
	whole := run(t, standard(t, long...), nil)
	_, after := saved(t, at, short, long)
	sameAfter(t, at, whole, after)
}

// Where workers share the districts of a market that falls, nothing changes.
func TestWorkersInARecession(t *testing.T) {
	c := standard(t, append(recession, "persons=1600")...)
	a, b := sim.NewWorld(c.Config(1)), sim.NewWorld(c.Config(1))
	for _, until := range []agents.Week{0, 14, 20} {
		advance(t, a, until)
		if err := b.Advance(t.Context(), until, 3, nil); err != nil {
			t.Fatal(err)
		}
		if d := simtest.Compare(a, b, nil); d != nil {
			t.Fatal(d)
		}
	}
	if len(a.Districts) < 3 || math.IsNaN(a.Districts[0].Demand.Open) {
		t.Error("too few districts for the test to show anything")
	}
}
