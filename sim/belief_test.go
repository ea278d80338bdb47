package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/sim"
)

// Employers who go by certificates rank a holder of one above her equal without it, the less
// so the more people of little skill hold one; employers who go by what they see do not.
func TestCertificatesAsSignals(t *testing.T) {
	edge := func(believes float64, holds func(i int) bool) (float64, float64) {
		w := small{persons: 40, status: agents.Claimant, config: func(c *sim.Config) { c.Market.Employers.Believes = believes },
			person: func(p *agents.Population, i int32) {
				p.Certificate[i] = holds(int(i))
				p.Skill[i], p.SkillAt[i] = float32(i%4)/2, float32(i%4)/2
			}}.world(t)
		week(t, w)
		w.People.Skill[1], w.People.SkillAt[1] = w.People.Skill[0], w.People.SkillAt[0]
		w.People.Certificate[0], w.People.Certificate[1] = true, false
		return w.Merit(0) - w.Merit(1), w.Districts[0].Belief[1] - w.Districts[0].Belief[0]
	}
	best := func(i int) bool { return i%4 == 3 }
	if own, belief := edge(0, best); own != 0 || belief != 0 {
		t.Errorf("who goes by what shows sees %g more and believes %g", own, belief)
	}
	own, belief := edge(0.5, best)
	if own <= 0 || belief < 0.9 || belief > 1.1 {
		t.Errorf("where the best hold one, a holder stands %g higher and %g more is believed", own, belief)
	}
	if diluted, less := edge(0.5, func(i int) bool { return i%4 != 1 }); diluted >= own || less >= belief {
		t.Errorf("where most hold one, a holder stands %g higher and %g more is believed", diluted, less)
	}
	if _, none := edge(0.5, func(int) bool { return true }); none != 0 {
		t.Errorf("where all hold one, %g more is believed", none)
	}
}
