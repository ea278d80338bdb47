package agents_test

import (
	"math"
	"testing"

	"caseload/agents"
)

func TestPressure(t *testing.T) {
	b := plain()
	b.Targets = agents.Targets{Publicity: 2, Attention: 0.5, Conscience: 0.4}
	c := agents.NewConstants(b)
	near(t, "a fifth short", c.Pressure(3, false, 0.4, 0.5), 0.6)
	near(t, "published", c.Pressure(3, true, 0.4, 0.5), 1.2)
	for what, p := range map[string]float64{"met": c.Pressure(3, true, 0.6, 0.5), "of no weight": c.Pressure(0, true, 0, 0.5), "nothing asked": c.Pressure(3, true, 0, 0)} {
		near(t, what, p, 0)
	}
	near(t, "half of the minutes", c.Attention(0.5), 0.5)
	near(t, "none", c.Attention(0), 0)
	rises(t, "attention", c.Attention, 0, 5)
	near(t, "below her conscience", agents.Games(0.4, 0.4), 0)
	near(t, "at twice her conscience", agents.Games(0.8, 0.4), 0.5)
	near(t, "without one", agents.Games(0.8, 0), 1)
	near(t, "no pressure and no conscience", agents.Games(0, 0), 0)
	rises(t, "what is done for the figures", func(x float64) float64 { return agents.Games(x, 0.2) }, 0, 3)
	near(t, "the median conscience", c.NewConscience(0.5), 0.4*math.Ln2)
	for m := range agents.Measures {
		if m.String() == "" {
			t.Errorf("measure %d has no name", m)
		}
	}
}
