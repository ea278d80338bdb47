package sim_test

import (
	"slices"
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/simtest"
)

// The stage looks at those whose facts or class, or the rules, are new: all others would stay in
// their groups and bring nothing to count. Here one world looks at everybody every week.
func TestWhoIsNotLookedAtStays(t *testing.T) {
	c := standard(t)
	w := sim.NewWorld(c.Config(1))
	all, moved := w.Clone(), 0
	for w.Week < 40 {
		if w.Week == 0 {
			w.Enter(c.Arms[len(c.Arms)-1])
			all.Enter(c.Arms[len(c.Arms)-1])
		}
		before := slices.Clone(w.People.Group)
		all.LookAtAll()
		advance(t, all, w.Week+1)
		advance(t, w, w.Week+1)
		for i, group := range w.People.Group {
			if group != before[i] && w.People.Status[i] == agents.Claimant && w.People.Since[i] < w.Week-1 {
				moved++
			}
		}
	}
	if d := simtest.Compare(w, all, nil); d != nil {
		t.Error(d)
	}
	for k := range w.Districts {
		if here, there := w.Districts[k].OffFlow, all.Districts[k].OffFlow; here != there {
			t.Errorf("district %d counts %v claims at their dates, and %v", k, here, there)
		}
	}
	if moved < 20 {
		t.Errorf("only %d claimants have come into another group", moved)
	}
}
