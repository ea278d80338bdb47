package agents_test

import (
	"math"
	"testing"

	"caseload/agents"
)

// learning is plain behaviour with skill that changes.
func learning(change func(b *agents.Behaviour)) *agents.Constants {
	b := plain()
	b.Skill = agents.Skill{PerUnit: 0.25, Decay: 0.002, Floor: 0.2, Growth: 0.1, GrowthTime: 100, Stability: 0.1}
	b.Jobs.Match = 0.4
	b.Jobs.GoodPay = 0.5
	b.Moves = agents.Moves{LowMatch: 0.5, TemporaryJob: 1.5, UnwantedHours: 2, LeastGain: 1000, TenureWorth: 3000}
	b.Progress = agents.Progress{Skill: 0.3, Match: 0.2}
	if change != nil {
		change(&b)
	}
	return agents.NewConstants(b)
}

// Skill falls by log productivity over what a standard unit is worth, to a floor and no
// further, comes back in work and grows there to a ceiling.
func TestSkillOutOfWorkAndIn(t *testing.T) {
	c := learning(nil)
	near(t, "skill after ten weeks out of work", c.SkillOut(1, 1, 10), 1-10*0.002/0.25)
	near(t, "skill after years out of work", c.SkillOut(1, 1, 1000), 1-0.2/0.25)
	near(t, "skill gained at work is lost as fast", c.SkillOut(1, 1.3, 10), 1.3-10*0.008)
	near(t, "before the first week", c.SkillOut(1, 1, -3), 1)
	near(t, "a year in work", c.SkillIn(1, 1, 52), 1.4-0.4*math.Exp(-0.52))
	near(t, "what was lost comes back", c.SkillIn(1, 0.2, 100), 1.4-1.2*math.Exp(-1))
	near(t, "a working life", c.SkillIn(1, 0.2, 5000), 1.4)
	rises(t, "skill in work", func(x float64) float64 { return c.SkillIn(0, -0.8, agents.Week(x)) }, 0, 600)
	rises(t, "loss out of work", func(x float64) float64 { return -c.SkillOut(0, 0.4, agents.Week(x)) }, 0, 600)
	if first, later := c.SkillIn(0, 0, 52)-c.SkillIn(0, 0, 0), c.SkillIn(0, 0, 104)-c.SkillIn(0, 0, 52); later >= first {
		t.Errorf("the first year adds %g and the second %g", first, later)
	}
	for _, weeks := range []agents.Week{0, 1, 26, 104, 2000} {
		at := 0.3
		for range 40 { // in and out again and again
			if at = c.SkillIn(0, c.SkillOut(0, at, weeks), weeks); at < -0.8 || at > 0.4 {
				t.Fatalf("skill leaves its bounds: %g", at)
			}
		}
	}
	off := learning(func(b *agents.Behaviour) { b.Skill.Decay, b.Skill.Growth = 0, 0 })
	near(t, "skill that does not change, out of work", off.SkillOut(1, 1, 100), 1)
	near(t, "skill that does not change, in work", off.SkillIn(1, 1, 100), 1)
}

// The return to skill is on what is offered above the minimum, and there alone.
func TestPaidTo(t *testing.T) {
	c := learning(nil)
	for _, x := range []struct {
		offered agents.Pence
		skill   float64
		want    agents.Pence
	}{{1144, 2, 1144}, {1100, 2, 1100}, {1344, 0, 1344}, {1344, 1, 1144 + 232}, {1344, -1, 1144 + 172}} {
		if got := c.PaidTo(x.offered, 1144, x.skill); got != x.want {
			t.Errorf("%d pence offered at skill %g pay %d, want %d", x.offered, x.skill, got, x.want)
		}
	}
	if off := learning(func(b *agents.Behaviour) { b.Pay.Skill = 0 }); off.PaidTo(1344, 1144, 3) != 1344 {
		t.Error("skill pays without a return to it")
	}
}

// A good match and skill hold a job; over matches the mean is 1.
func TestHold(t *testing.T) {
	c := learning(nil)
	near(t, "the median match", c.Hold(0, 0), math.Exp(-0.08))
	near(t, "a better match", c.Hold(1, 0)/c.Hold(0, 0), math.Exp(-0.4))
	near(t, "more skill", c.Hold(0, 1)/c.Hold(0, 0), math.Exp(-0.1))
	mean := 0.0
	for k := -4000; k <= 4000; k++ {
		x := float64(k) / 500
		mean += c.Hold(x, 0) * math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) / 500
	}
	near(t, "the mean over matches", math.Round(mean*1e6)/1e6, 1)
	off := learning(func(b *agents.Behaviour) { b.Jobs.Match, b.Skill.Stability = 0, 0 })
	near(t, "where neither matters", off.Hold(2, -2), 1)
}

func TestEagernessAndPromise(t *testing.T) {
	c := learning(nil)
	near(t, "content", c.Eagerness(1, false, false), 1)
	near(t, "in the wrong job", c.Eagerness(-1, false, false), 1.5)
	near(t, "in a temporary job of too few hours", c.Eagerness(0, true, true), 3)
	c.Moves.Support = 0.5
	near(t, "seen by nobody", c.Pushed(0, 1), 1)
	near(t, "seen by a coach who adds nothing", c.Pushed(3, 0), 1)
	near(t, "seen", c.Pushed(3, 1), 2) // the root of four
	near(t, "as eager as can be", c.Eagerness(-4, true, true), agents.MostEager)
	near(t, "promise", c.Promise(1, 1), 1.5)
	near(t, "no promise", c.Promise(-4, -4), 0)
	near(t, "asked for leaving a new job", c.AskedOnTop(0), 1000)
	near(t, "asked for leaving a job of thirty weeks", c.AskedOnTop(30), 1000+3000*(1-math.Exp(-1)))
}

// The quality of a job is the mean of four parts, each between 0 and 1.
func TestJobQuality(t *testing.T) {
	c := learning(nil)
	near(t, "the worst", c.JobQuality(1000, 1000, 0, 370, -40, false), 0)
	near(t, "the best", c.JobQuality(1500, 1000, 370, 370, 40, true), 1)
	near(t, "better than the best", c.JobQuality(9000, 1000, 400, 200, 40, true), 1)
	near(t, "half pay and half the hours", c.JobQuality(1250, 1000, 185, 370, 0, true), (0.5+0.5+1+0.5)/4)
}
