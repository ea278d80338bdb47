package scenarios

import (
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// Case is a scenario that has been read and found right: the file as written, the
// resolved tree it came from, and what the engine is told.
type Case struct {
	Name     string
	Scenario *Scenario
	Tree     *source.Tree
	Arms     []*sim.Regime
	Under    *sim.Regime
}

// Load reads a scenario, or a regime in its default scenario, with --set assignments.
// With mistakes the case is nil; warnings come with a case.
func Load(library source.Library, name string, sets []string) (*Case, source.Diagnostics) {
	s := &Scenario{}
	tree, found := library.Load("scenario", name, s, sets)
	if found.Failed() || tree == nil {
		return nil, found
	}
	c := &Case{Name: tree.Name(), Scenario: s, Tree: tree}
	for k := range s.Regimes {
		arm, more := regime(&s.Regimes[k])
		found = append(found, more...)
		c.Arms = append(c.Arms, arm)
	}
	under, more := regime(s.BurnIn.Under)
	found = append(found, more...)
	c.Under = under
	if found.Failed() {
		return nil, found.Sorted()
	}
	return c, found.Sorted()
}

// Config is what the engine is told for one replicate.
func (c *Case) Config(replicate int) *sim.Config {
	s := c.Scenario
	return &sim.Config{
		Seed: uint64(s.Seed.Value), Replicate: replicate, Start: policy.Date(s.Start.Days),
		BurnIn: weeks(s.BurnIn.Weeks), Horizon: weeks(s.Horizon), Persons: int(s.Persons.Value),
		Population: s.Population.people(), Market: s.Market.demand(), Behaviour: s.Market.behaviour(), Under: c.Under,
	}
}
