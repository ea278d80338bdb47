package agents_test

import (
	"math"
	"testing"

	"caseload/agents"
)

// coaching is behaviour with coaches as different as the shipped ones.
func coaching(change func(c *agents.Coaching)) *agents.Constants {
	b := plain()
	b.Coaching = agents.Coaching{
		SkillSpread: 2.5, StrictnessSpread: 0.6, RapportSpread: 0.4, Policing: 0.3, NewcomerSkill: 0.6, Content: 0.4,
		CheckMinutes: 4.4, PlanMinutes: 4.4, EncourageMinutes: 2.2, CheckHalf: 1, PlanHalf: 10, EncourageHalf: 5,
		Tilt: 0.25, RapportGain: 0.1, Misjudged: 1,
	}
	if change != nil {
		change(&b.Coaching)
	}
	return agents.NewConstants(b)
}

// Skill has mean 1; the lower half of coaches does next to nothing and the upper half
// next to twice the mean.
func TestSkillOfCoaches(t *testing.T) {
	const n = 20000
	c := coaching(nil)
	lower, upper, strict, both := 0.0, 0.0, 0.0, 0.0
	for k := range n {
		u := (float64(k) + 0.5) / n
		skill := c.NewCoach(u, 0.5, 0.5).Skill
		if u < 0.5 {
			lower += skill / n * 2
		} else {
			upper += skill / n * 2
		}
		coach := c.NewCoach(0.5, u, math.Mod(u*7919, 1))
		strict += coach.Strictness * coach.Strictness / n
		both += coach.Strictness * coach.Rapport / n
	}
	about(t, "mean skill", (lower+upper)/2, 1, 0.001)
	about(t, "skill of the lower half", lower, 0.1, 0.01)
	about(t, "skill of the upper half", upper, 1.9, 0.01)
	about(t, "variance of strictness", strict, 1, 0.001)
	about(t, "strictness with rapport", both, -0.3, 0.01)
	same := coaching(func(c *agents.Coaching) { c.SkillSpread = 0 })
	for _, u := range []float64{0.001, 0.5, 0.999} {
		near(t, "skill without a spread", same.NewCoach(u, u, u).Skill, 1)
	}
}

func about(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within {
		t.Errorf("%s is %.4g, want %.4g", what, got, want)
	}
}

func TestLearning(t *testing.T) {
	for weeks, want := range map[agents.Week]float64{-3: 0, 0: 0, 13: 0.5, 26: 1, 90: 1} {
		near(t, "learned", agents.Learned(weeks, 26), want)
	}
	near(t, "learned where there is no training", agents.Learned(0, 0), 1)
	near(t, "a newcomer's skill", agents.Between(0.6, 0), 0.6)
	near(t, "half way", agents.Between(0.6, 0.5), 0.8)
}

// Content follows what is asked, tilted by disposition; the reference where nothing is.
func TestContent(t *testing.T) {
	c := coaching(nil)
	asked := [agents.Activities]float64{0.5, 0.3, 0.2}
	if got := c.Content(asked, 0, 0); got != asked {
		t.Errorf("the mean coach divides %v as %v", asked, got)
	}
	near(t, "the reference share of checking", c.Content([agents.Activities]float64{}, 0, 0)[agents.Check], 0.4)
	rises(t, "checking with strictness", func(x float64) float64 { return c.Content(asked, x, 0)[agents.Check] }, -2, 2)
	rises(t, "encouragement with disposition", func(x float64) float64 { return c.Content(asked, 0, x)[agents.Encourage] }, -2, 2)
	none := coaching(func(c *agents.Coaching) { c.Tilt = 0 })
	if got := none.Content(asked, 2, -2); got != asked {
		t.Errorf("without tilt %v becomes %v", asked, got)
	}
}

// An interview of half the length does nearly as much, as in the signing trials; one of
// twice the length does more.
func TestMinutesOfAnInterview(t *testing.T) {
	c := coaching(nil)
	near(t, "the reference interview", c.Helped(1, 4.4), 1)
	near(t, "twice the skill", c.Helped(2, 4.4), 2)
	near(t, "nothing but being seen", c.Helped(1, 0), 0.6)
	for a := range agents.Activities {
		near(t, "yield of the reference minutes", c.Yield(a, c.Reference[a]), 1)
		rises(t, "yield with minutes", func(x float64) float64 { return c.Yield(a, x) }, 0, 60)
	}
	if half := c.Yield(agents.Check, 2.2); half < 0.8 {
		t.Errorf("half the time finds %.2f of what a check finds", half)
	}
	off := coaching(func(c *agents.Coaching) { c.Content = 0 })
	near(t, "length where content does nothing", off.Helped(1, 40), 1)
}

func TestRemembered(t *testing.T) {
	near(t, "the first", agents.Remembered(0, 0, 1.7), 1.7)
	near(t, "another", agents.Remembered(1, 3, 2), 1.25)
}

func TestRapport(t *testing.T) {
	c := coaching(nil)
	near(t, "won by the mean coach", c.RapportWon(0), 0.1*math.Exp(-0.08))
	near(t, "after the reference interview", agents.RapportAfter(0.5, c.RapportWonIn(2.2, 0.1)), 0.55)
	near(t, "never more than full", agents.RapportAfter(0.5, c.RapportWonIn(60, 3)), 1)
	rises(t, "rapport with disposition", c.RapportWon, -2, 2)
	b := plain()
	b.Attendance.RapportOdds = 0.8
	k := agents.NewConstants(b)
	rises(t, "attendance with rapport", func(x float64) float64 { return -k.MissChance(agents.Invited{Duty: true, Compliance: 0.5, Rapport: x}) }, 0, 1)
	near(t, "half won", k.MissChance(agents.Invited{Duty: true, Compliance: 0.5, Rapport: 0.5}), b.Attendance.Missed)
}

func TestStrictly(t *testing.T) {
	c := coaching(nil)
	near(t, "the mean coach", c.Strictly(0.7, 0, 0), 0.7)
	near(t, "odds of a strict one", c.Strictly(0.5, 1, 0), 1/(1+math.Exp(-0.6)))
	near(t, "a mean one who is pressed", c.Strictly(0.5, 0, 1.5), 1/(1+math.Exp(-1.5)))
	near(t, "never", c.Strictly(0, 2, 1), 0)
	near(t, "always", c.Strictly(1, -2, -1), 1)
	near(t, "where strictness does nothing", coaching(func(c *agents.Coaching) { c.StrictnessSpread = 0 }).Strictly(0.7, 2, 0), 0.7)
}

func TestJudged(t *testing.T) {
	c, sure := coaching(nil), coaching(func(c *agents.Coaching) { c.Misjudged = 0 })
	for fifth := uint8(1); fifth <= 5; fifth++ {
		if got := sure.Judged(fifth, 0.99); got != fifth {
			t.Errorf("without error fifth %d is seen as %d", fifth, got)
		}
		for _, u := range []float64{1e-6, 0.2, 0.5, 0.8, 1 - 1e-6} {
			if got := c.Judged(fifth, u); got < 1 || got > 5 {
				t.Errorf("fifth %d is seen as %d", fifth, got)
			}
		}
	}
	if c.Judged(3, 0.9) <= 3 || c.Judged(3, 0.1) >= 3 {
		t.Error("an error moves nobody")
	}
}

// Who gains most from more time depends on the goal: those in between for a first job,
// those furthest away for distance travelled.
func TestGainByGoal(t *testing.T) {
	for chance, want := range map[float64]float64{0.2: 0.178514841051, 0.632120558829: 0.367879441171, 0.95: 0.149786613678} {
		near(t, "a first job", agents.FirstJob.Gain(chance), want)
		near(t, "distance travelled", agents.DistanceTravelled.Gain(chance), 1-chance)
		near(t, "no goal", agents.NoGoal.Gain(chance), 1)
	}
	if g := agents.FirstJob.Gain(1); g <= 0 || math.IsNaN(g) {
		t.Errorf("the gain of somebody who is certain to find work is %g", g)
	}
}

func TestLeanings(t *testing.T) {
	near(t, "what lies between offices", agents.NewLeaning(0.9, 0.1, 1), agents.NewLeaning(0.9, 0.7, 1))
	near(t, "what lies between coaches", agents.NewLeaning(0.9, 0.1, 0), agents.NewLeaning(0.2, 0.1, 0))
	near(t, "both", agents.NewLeaning(0.8, 0.8, 0.36), 1.4*agents.NewLeaning(0.8, 0.5, 1))
	near(t, "odds", agents.Shifted(0.5, math.Ln2), 2.0/3)
	near(t, "as they were", agents.Shifted(0.3, 0), 0.3)
}

func TestHoldingOut(t *testing.T) {
	c := coaching(func(c *agents.Coaching) { c.HoldOut, c.HoldOutWorse = 0.2, 0.4 })
	near(t, "half trusted, half followed", c.HoldsOut(agents.BetterJob, 0.5, 0.5, false), 0.05)
	near(t, "a worse job", c.HoldsOut(agents.BetterJob, 0.5, 0.5, true), 0.15)
	near(t, "another goal", c.HoldsOut(agents.FirstJob, 1, 1, true), 0)
	if better := agents.BetterJob; better.Gain(0.8) <= better.Gain(0.2) {
		t.Error("who finds work anyway can wait least")
	}
}
