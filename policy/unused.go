package policy

import (
	"fmt"

	"caseload/policy/source"
)

// warnUnused warns of groups and interview rules that no claimant ever meets. The
// compiled tables say so: what is met is the answer of some class in which anybody lives.
func (p *Plan) warnUnused(c *source.Checker) {
	members, seen := make([]bool, len(p.Groups)), make([]bool, len(p.Schedules))
	p.eachAnswer(func(_ Date, _ Case, group, schedule int) { members[group], seen[schedule] = true, true })
	for k := range p.regime.Groups {
		if g := &p.regime.Groups[k]; !members[k+1] {
			c.Warn(g.Name.At, fmt.Sprintf("groups[%d]", k), string(groupHoldsNobody), p.whoHasGroup(g))
		}
	}
	for k := range p.regime.Interviews {
		v := &p.regime.Interviews[k]
		named := len(v.Who.Group) == 0
		for _, g := range v.Who.Group {
			for j := range p.regime.Groups {
				named = named || members[j+1] && p.regime.Groups[j].Name.Value == g.Value
			}
		}
		if named && !seen[k+1] { // a rule for groups without members is explained by them
			c.Warn(v.Name.At, fmt.Sprintf("interviews[%d]", k), string(ruleHoldsNever), p.whoHasRule(v))
		}
	}
}

// eachAnswer calls visit with every class that lives, on the first day of every epoch.
func (p *Plan) eachAnswer(visit func(day Date, c Case, group, schedule int)) {
	for k := range p.epochs {
		e := &p.epochs[k]
		for class := range e.group {
			if p.cuts.lives(class) {
				visit(e.from, p.cuts.caseOf(class), int(e.group[class]), int(e.schedule[class]))
			}
		}
	}
}

// whoHasGroup says which groups before it hold everybody whom a group would hold.
func (p *Plan) whoHasGroup(g *Group) string {
	taken := make([]bool, len(p.Groups))
	p.eachAnswer(func(day Date, c Case, group, _ int) {
		taken[group] = taken[group] || holds(g.From, g.Until, day) && g.holds(c)
	})
	var names []string
	for k := range p.regime.Groups {
		if name := p.regime.Groups[k].Name; taken[k+1] {
			names = append(names, fmt.Sprintf("%s (%s)", name.Value, source.Place(name.At, g.Name.At)))
		}
	}
	return beforeIt(names)
}

// whoHasRule says which rules before it hold for everybody whom a rule would be for.
func (p *Plan) whoHasRule(v *Interview) string {
	taken := make([]bool, len(p.Schedules))
	p.eachAnswer(func(day Date, c Case, group, schedule int) {
		taken[schedule] = taken[schedule] || holds(v.From, v.Until, day) && v.isFor(c, p.Groups[group].Name)
	})
	var names []string
	for k := range p.regime.Interviews {
		if name := p.regime.Interviews[k].Name; taken[k+1] {
			names = append(names, fmt.Sprintf("%s (%s)", name.Value, source.Place(name.At, v.Name.At)))
		}
	}
	return beforeIt(names)
}

func beforeIt(names []string) string {
	if len(names) == 0 {
		return "no claimant has all that it asks for"
	}
	return "all it would hold for are met before it by " + someOf(names)
}
