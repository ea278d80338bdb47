package scenarios

import (
	"fmt"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// mostStocks is up to how many rows of a table each is a stock of its own. Of a longer table
// rows at even distances stand for the others.
const mostStocks = 1000

// listed is the people of a table in their first week, row by row, so that what a rule asks of
// them is counted and not estimated: all are on benefit already, and nobody claims.
func (c *Case) listed(part *sim.Stratum, habits *agents.Constants, arm *sim.Regime) (stocks []policy.Stock) {
	drawn := stock(part, habits, c.Scenario.Market.behaviour().Exits.RetiresAt)
	below, known := drawn.ChanceBelow, map[float64]float64{}
	drawn.ChanceBelow = func(chance float64) float64 { // the same for every row
		if _, is := known[chance]; !is {
			known[chance] = below(chance)
		}
		return known[chance]
	}
	step, total := (len(part.Listed)+mostStocks-1)/mostStocks, 0.0
	for k := 0; k < len(part.Listed); k += step {
		total += part.Listed[k].Weight
	}
	for k := 0; k < len(part.Listed); k += step {
		row := part.Listed[k : k+1]
		one := drawn
		one.Persons, one.NewClaims = float64(part.Persons*row[0].Weight/total), 0
		count(&one, row)
		missed, prevented := missedShare(habits, one.HealthLimited, one.LeadCarer)
		one.Missed, one.Prevented = missed, 0
		if missed > 0 {
			one.Prevented = prevented / missed
		}
		asking(&one, part, habits, arm, policy.DateFrom(c.Scenario.Start))
		stocks = append(stocks, one)
	}
	return stocks
}

// idle is the share of the minutes of coaches below which a table is taken to have met coaches
// of more people than it stands for.
const idle = 0.2

// checkTable refuses a table whose rows are crowded out by people who are attached beside it,
// and warns where rows are left out and where few people meet what is there for many.
func (c *Case) checkTable() (found source.Diagnostics) {
	say := func(at source.Position, key string, warning bool, message, hint string) {
		found = append(found, source.Diagnostic{Position: at, Path: "population." + key, Warning: warning, Message: message, Hint: hint})
	}
	t, people, in := c.Scenario.Population.Table, c.people(), c.PopulationTable()
	persons, country, rows, listed := int(c.Scenario.Persons.Value), people.Country(), in.Rows, 0.0
	for _, s := range people.Attached {
		if s.Listed != nil {
			listed += s.Persons
		}
	}
	switch {
	case in.Persons < rows && listed < country:
		say(t.At, "table", false, tableCrowdedOut.of(int(listed), int(country), in.Persons, persons, rows),
			"write attached: [] beside the table to run it alone, or persons: in the table, how many of the country it stands for")
		return found
	case in.LeftOut > 0:
		say(t.At, "table", true, rowsLeftOut.of(in.LeftOut, rows, persons), fmt.Sprintf("persons: %d has each once, where they weigh the same", rows))
	}
	hint := "write persons: in the table, how many of the country it stands for, or a country of that size"
	if open := c.Scenario.Market.Vacancies.Open; open.Value > country {
		say(t.At, "table", true, jobsForTable.of(open, int(country)), hint)
	}
	deliveries, _ := c.deliver(nil)
	for _, d := range deliveries {
		if d.All.Interviews > 0 && d.Minutes > 0 && d.Share < idle {
			say(t.At, "table", true, coachesIdle.of(d.Regime, fmt.Sprintf("%.1f%%", float64(d.Share*100))), hint)
		}
	}
	return found
}

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
	for access := range s.Digital {
		s.Digital[access] = among(rows, agents.GivenDigital, func(g *agents.Given) bool { return g.Digital == agents.DigitalAccess(access) }, s.Digital[access])
	}
	s.Barriers[agents.NotOnline] = s.Digital[agents.Offline]
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
