package scenarios

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// count puts what a table says of its people in place of the shares of a stock; where it
// says nothing, the shares stand.
func count(s *policy.Stock, rows []sim.Listed) {
	drawn, carers := *s, rows[:0:0]
	for _, r := range rows {
		if r.Says[agents.GivenChildren] && r.Children > 0 {
			carers = append(carers, r)
		}
	}
	s.WeeksBelow = func(weeks int) float64 {
		return among(rows, agents.GivenWeeks, func(g *agents.Given) bool { return int(g.Weeks) < weeks }, drawn.WeeksBelow(weeks))
	}
	s.AgeBelow = func(years int) float64 {
		return among(rows, agents.GivenAge, func(g *agents.Given) bool { return g.AgeYears < float64(years) }, drawn.AgeBelow(years))
	}
	s.ChildBelow = func(years int) float64 {
		return among(carers, agents.GivenYoungest, func(g *agents.Given) bool { return g.YoungestYears < float64(years) }, drawn.ChildBelow(years))
	}
	s.LeadCarer = among(rows, agents.GivenChildren, func(g *agents.Given) bool { return g.Children > 0 }, s.LeadCarer)
	s.Partner = among(rows, agents.GivenPartner, func(g *agents.Given) bool { return g.Partner }, s.Partner)
	s.HealthLimited = among(rows, agents.GivenHealth, func(g *agents.Given) bool { return g.HealthLimited }, s.HealthLimited)
	s.LimitedCapability = among(rows, agents.GivenCapability, func(g *agents.Given) bool { return g.LimitedCap }, s.LimitedCapability)
}

// among is the weighted share of rows of which something is true; who is not said anything
// about counts with the share otherwise.
func among(rows []sim.Listed, t agents.Trait, is func(*agents.Given) bool, otherwise float64) float64 {
	sum, total := 0.0, 0.0
	for k := range rows {
		total += rows[k].Weight
		switch {
		case !rows[k].Says[t]:
			sum += float64(rows[k].Weight * otherwise)
		case is(&rows[k].Given):
			sum += rows[k].Weight
		}
	}
	if total == 0 {
		return otherwise
	}
	return sum / total
}
