package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// workers are single tenants who work some hours at the minimum wage of May 2024 and have an
// award; the rules are those of Great Britain in work.
func workers(t *testing.T, persons int, hours float64, regime func(p *policy.Plan), change func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: persons, status: agents.Employed, coaches: float64(persons), minutes: 600,
		regime: func(p *policy.Plan) {
			p.InWork, p.HasFirst = shippedCase(t).Config(1).Under.Plan.InWork, false
			p.Missed.Referred, p.Missed.Imposed = 1, 1
			if regime != nil {
				regime(p)
			}
		},
		config: func(c *sim.Config) {
			c.Start = policy.DateOf(2024, 5, 13)
			c.Behaviour.Pay.PartTime, c.Behaviour.Pay.AtMinimum, c.Behaviour.Pay.PartHours = 1, 1, hours
			c.Population.Attached[0].Traits.Housing, c.Population.Attached[0].Traits.Rent = 1, 16000
			if change != nil {
				change(c)
			}
		}}.world(t)
}

// Pay decides what is required of somebody in work: below 18 hours at the minimum wage all
// that is required without work, from 35 hours on nothing, and in between a light touch.
func TestWhatIsRequiredInWork(t *testing.T) {
	for _, c := range []struct {
		hours float64
		off   bool
		group string
		held  bool
	}{{17, false, "intensive", true}, {18, false, "light_touch", false}, {34, false, "light_touch", false}, {36, false, policy.NoRequirement, false}, {17, true, policy.NoRequirement, false}} {
		w := workers(t, 1, c.hours, func(p *policy.Plan) {
			if c.off {
				p.InWork = nil
			}
		}, nil)
		advance(t, w, 8)
		p := w.People
		if group := w.Regime.Plan.Groups[p.Group[0]].Name; group != c.group || (p.Total.HeldInWork[0] > 0) != c.held || (p.Coach[0] >= 0) != c.held {
			t.Errorf("%g hours, off %v: in group %s, %d interviews, coach %d; want %s", c.hours, c.off, group, p.Total.HeldInWork[0], p.Coach[0], c.group)
		}
		if p.Total.WeeksWithAward[0] != 8 || p.Total.HeldInWork[0] != p.Total.InterviewsHeld[0] {
			t.Errorf("%g hours: %d weeks with an award", c.hours, p.Total.WeeksWithAward[0])
		}
	}
}

// A new threshold brings people in work into another group on its day.
func TestThresholdOfADay(t *testing.T) {
	w := workers(t, 1, 17, nil, func(c *sim.Config) { c.Start = policy.DateOf(2024, 5, 6) })
	week(t, w)
	expect(t, "17 hours before 13 May 2024", w, 0, sees{"Group": 1, "Coach": -1})
	week(t, w)
	if group := w.Regime.Plan.Groups[w.People.Group[0]].Name; group != "intensive" {
		t.Errorf("17 hours on 13 May 2024: in group %s", group)
	}
}

// A missed interview takes benefit of somebody in work too, and the end of the job ends what
// was between her and the office.
func TestSanctionInWork(t *testing.T) {
	w := workers(t, 1, 16, nil, nil)
	free := workers(t, 1, 16, func(p *policy.Plan) { p.InWork = nil }, nil)
	habits(w, 1, 0)
	advance(t, w, 13)
	advance(t, free, 13)
	p := w.People
	if !p.Sanctioned[0] || p.Total.SanctionsInWork[0] == 0 || p.Total.SanctionPence[0] == 0 ||
		p.Total.BenefitPence[0]+p.Total.SanctionPence[0] != free.People.Total.BenefitPence[0] {
		t.Errorf("sanctioned %v, %d in work; %d paid and %d lost of %d pence", p.Sanctioned[0], p.Total.SanctionsInWork[0], p.Total.BenefitPence[0], p.Total.SanctionPence[0], free.People.Total.BenefitPence[0])
	}
	b := w.Habits.Behaviour
	b.Jobs.SeparationStart, b.Jobs.SeparationFloor, b.Jobs.Claims = 1, 1, 0
	*w.Habits = *agents.NewConstants(b)
	week(t, w)
	expect(t, "out of work", w, 0, sees{"Status": agents.Inactive, "Sanctioned": false, "Group": 0, "Coach": -1, "NextInterview": agents.Never, "OutOfContact": false})
}

// Who is seen by a coach is taken further more often.
func TestSupportInWork(t *testing.T) {
	paid := func(support float64) (sum int64) {
		w := workers(t, 300, 17, nil, func(c *sim.Config) {
			c.Behaviour.Moves.Support, c.Behaviour.Progress = support, agents.Progress{Chance: 0.02, Raise: 0.01}
		})
		advance(t, w, 12)
		for _, gross := range w.People.GrossPay {
			sum += int64(gross)
		}
		return sum
	}
	if without, with := paid(0), paid(0.5); with < without+without/500 {
		t.Errorf("%d pence a week with support, %d without", with, without)
	}
}
