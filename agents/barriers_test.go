package agents_test

import (
	"testing"

	"caseload/agents"
)

func TestBarrierSets(t *testing.T) {
	var s agents.BarrierSet
	s = s.With(agents.Debts).With(agents.NoTransport)
	if s.Len() != 2 || !s.Has(agents.Debts) || s.Has(agents.NotOnline) || s.String() != "transport debt" {
		t.Errorf("%d barriers: %v", s.Len(), s)
	}
	if s = s.Without(agents.Debts).Without(agents.Debts); s.Len() != 1 || s.Has(agents.Debts) {
		t.Errorf("%d barriers: %v", s.Len(), s)
	}
	for b := range agents.BarriersOfPeople {
		if agents.BarrierNamed(b.String()) != b {
			t.Errorf("%v is not found by its name", b)
		}
	}
}

// Barriers multiply: each leaves its ratio of the chance of work.
func TestBarriersMultiply(t *testing.T) {
	var b agents.Behaviour
	b.Search.Applications, b.Search.SupportHalfLife, b.Search.StepsHalfLife, b.Threat.HalfLife = 1, 1, 1, 1
	b.Barriers = agents.BarrierEffects{ChildCare: 1, Transport: 0.5, Licence: 1, Debt: 0.8, Housing: 1, Language: 0, Digital: 1}
	c := agents.NewConstants(b)
	set := agents.BarrierSet(0).With(agents.NoTransport).With(agents.Debts)
	near(t, "with two barriers", c.EffectiveSearch(c.LogBarriers[set], c.LogApplications), 0.4)
	near(t, "with none", c.LogBarriers[0], 0)
	if c.LogBarriers[set.With(agents.LittleLanguage)] > -40 {
		t.Error("a barrier that leaves nothing leaves something")
	}
}
