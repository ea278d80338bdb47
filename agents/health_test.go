package agents_test

import (
	"testing"

	"caseload/agents"
)

func TestTurnsOfHealth(t *testing.T) {
	b := plain()
	b.Health = agents.Health{OnsetUnder35: 0.001, Onset35To49: 0.002, OnsetFrom50: 0.004, Recovery: 0.01, RecoverySeverity: 0.5, FlareStarts: 0.03, FlareWeeks: 4}
	c := agents.NewConstants(b)
	well, limited, flare := agents.Condition{}, agents.Condition{Limited: true}, agents.Condition{Limited: true, Flare: true}
	near(t, "dates of the well", c.TurnHazard(well, 0), 0.004)
	near(t, "dates with a condition", c.TurnHazard(limited, 0), 0.04)
	near(t, "dates in a flare", c.TurnHazard(flare, 0), 0.25)
	rises(t, "how long a condition lasts with severity", func(x float64) float64 { return -c.TurnHazard(limited, x) }, -3, 3)
	near(t, "share of time in flares", c.FlareShare(), 0.12/1.12)
	for _, x := range []struct {
		now  agents.Condition
		age  int
		u    float64
		then agents.Condition
	}{
		{well, 34, 0.249, limited}, {well, 34, 0.251, well}, {well, 35, 0.499, limited}, {well, 49, 0.501, well}, {well, 50, 0.999, limited},
		{limited, 20, 0.249, well}, {limited, 20, 0.251, flare}, {flare, 20, 0.001, limited},
	} {
		if got := c.Turn(x.now, 0, x.age, x.u); got != x.then {
			t.Errorf("from %+v at %d years and a draw of %g to %+v, want %+v", x.now, x.age, x.u, got, x.then)
		}
	}
}

// Weeks to an event are geometric: each is reached by a share 1-h of those who reached the
// one before.
func TestWeeksToAnEvent(t *testing.T) {
	for h, want := range map[float64]agents.Week{0: agents.Never, 1: 1, 2: 1, 1e-9: agents.Never} {
		if got := agents.WeeksTo(h, 0.5); got != want {
			t.Errorf("%d weeks to an event of hazard %g, want %d", got, h, want)
		}
	}
	const n = 10000
	counts := map[agents.Week]int{}
	for k := range n {
		counts[agents.WeeksTo(0.2, (float64(k)+0.5)/n)]++
	}
	if counts[1] != 2000 || counts[2] != 1600 || counts[3] != 1280 {
		t.Errorf("of %d, %d, %d and %d wait for one, two and three weeks", n, counts[1], counts[2], counts[3])
	}
	if agents.After(5, agents.Never) != agents.Never || agents.After(5, 2) != 7 {
		t.Error("weeks do not add up")
	}
}
