package agents_test

import (
	"testing"

	"caseload/agents"
)

// Lead carers are of an age at which their youngest child can have been born, and mostly
// women; shares of women, of lead carers and of age bands are those of the marginals all the
// same. With any age and as many women among carers as among all, nothing is tied to anything.
func TestParentsCanHaveTheirChildren(t *testing.T) {
	const n = 40_000
	tied, free := marginals(), marginals()
	free.CarersWomen, free.ParentFrom, free.ParentTo = free.Women, -100, 100
	for _, c := range []struct {
		name            string
		m               agents.Marginals
		women           float64 // among carers
		mayBeImpossible bool
	}{{"tied", tied, 0.85, false}, {"free", free, 0.4, true}} {
		p := people(n, c.m, agents.Elapsed{})
		carers, mothers, women, impossible := 0, 0, 0, 0
		var bands [4]int
		for i := range n {
			age := float64(-p.BornWeek[i]) * 7 / 365.25
			bands[min(int(age/25), 1)+min(int(age/35), 1)+min(int(age/50), 1)]++
			if p.Sex[i] == agents.Female {
				women++
			}
			if p.YoungestBornWeek[i] == agents.Never {
				continue
			}
			carers++
			if p.Sex[i] == agents.Female {
				mothers++
			}
			if at := age + float64(p.YoungestBornWeek[i])*7/365.25; at < 18.9 || at > 45.1 {
				impossible++
			}
			if first := p.YoungestBornWeek[i] - agents.Week(p.Children[i]-1)*agents.Spacing - p.BornWeek[i]; !c.mayBeImpossible && first < 15*52 {
				t.Fatalf("%s: a parent of %.1f years with %d children", c.name, age, p.Children[i])
			}
		}
		if (impossible > 0) != c.mayBeImpossible {
			t.Errorf("%s: %d of %d lead carers cannot have had their youngest child", c.name, impossible, carers)
		}
		within(t, c.name+", lead carers", float64(carers)/n, c.m.LeadCarer, 0.01)
		within(t, c.name+", women", float64(women)/n, c.m.Women, 0.01)
		within(t, c.name+", women among lead carers", float64(mothers)/float64(carers), c.women, 0.015)
		for k, share := range c.m.Ages {
			within(t, c.name+", age band", float64(bands[k])/n, share, 0.012)
		}
	}
}
