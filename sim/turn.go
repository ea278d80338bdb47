package sim

import (
	"slices"
	"strings"

	"caseload/agents"
	"caseload/policy"
)

// Turn is the first event of a person that only one of two lives has, with what the other
// has in its place; nil for nothing.
type Turn struct {
	Person agents.PersonID
	Week   agents.Week
	Events [2]*Happening
}

// acted are those of some rules that the events in which the lives part name, or that follow
// the failures that wait for a decision; all where there are none of these.
func (p *pair) acted(rules [][2]Rule) [][2]Rule {
	var named []string
	for side, r := range p.sides {
		if t := p.parting.Turn; t != nil && t.Events[side] != nil {
			named = append(named, t.Events[side].Rule.Words)
			continue
		}
		for k, decision := range r.w.People.PendingDecision[p.row] {
			if chain := r.w.Regime.Plan.Chain(r.w.People.PendingKind[p.row][k]); decision != agents.Never && chain != nil {
				named = append(named, r.w.Regime.Plan.RuleWords(chain.Rule))
			}
		}
	}
	at := func(pair [2]Rule) bool {
		return slices.ContainsFunc(named, func(words string) bool {
			return words != "" && (pair[0].Words != "" && strings.HasPrefix(words, pair[0].Words) || pair[1].Words != "" && strings.HasPrefix(words, pair[1].Words))
		})
	}
	if !slices.ContainsFunc(rules, at) {
		return rules
	}
	return slices.DeleteFunc(rules, func(pair [2]Rule) bool { return !at(pair) })
}

// compareAtFork compares the person on coming under the regimes. Others are left to the
// end of week 0: what one regime does here the other may do in that week's stages.
func (p *pair) compareAtFork(person agents.PersonID) {
	var lists [2][]int
	for side, r := range p.sides {
		for k, e := range r.d.Log.Events {
			if e.Person == person {
				lists[side] = append(lists[side], k)
			}
		}
	}
	if turn := p.turn(person, lists[0], lists[1]); turn != nil {
		p.turns[person] = turn
	}
	p.compare(0)
}

// compareLogs finds, for everybody in the district, the first event that only one of the
// worlds has, and notes who took which vacancy.
func (p *pair) compareLogs() {
	lists := [2]map[agents.PersonID][]int{{}, {}} // places of each person's events
	for side, r := range p.sides {
		for k, e := range r.d.Log.Events {
			lists[side][e.Person] = append(lists[side][e.Person], k)
			if e.Kind == "job_started" && e.Vacancy != (VacancyName{}) {
				p.takers[side][e.Vacancy] = holder{e.Person, e.Week}
			}
		}
	}
	earlier := p.first != nil
	for _, r := range p.sides {
		for _, e := range r.d.Log.Events {
			if p.turns[e.Person] != nil {
				continue
			}
			if turn := p.turn(e.Person, lists[0][e.Person], lists[1][e.Person]); turn != nil {
				p.turns[e.Person] = turn
				if p.first == nil || !earlier && !p.byRule(p.first) && p.byRule(turn) {
					p.first = turn
				}
			}
		}
	}
}

// byRule tells whether an event goes by a rule that the other regime does not have. Of
// several first turns in a district such a one says most.
func (p *pair) byRule(t *Turn) bool {
	for side, e := range t.Events {
		if e == nil || e.Rule.Place == "" {
			continue
		}
		other := p.sides[1-side].w.Regime.Plan
		has := false
		for rule := range other.Rules {
			has = has || other.RuleName(policy.RuleID(rule)) == e.Rule.Place
		}
		if !has {
			return true
		}
	}
	return false
}

// turn is the first difference between a person's events of the week: on each side the
// first event that the other has not. Their order within the week does not matter.
func (p *pair) turn(person agents.PersonID, mine, others []int) *Turn {
	a, b := p.sides[0].d.Log.Events, p.sides[1].d.Log.Events
	var x, y *Event
	for _, k := range mine {
		if x == nil && !slices.ContainsFunc(others, func(j int) bool { return p.alike(&a[k], &b[j]) }) {
			x = &a[k]
		}
	}
	for _, j := range others {
		if y == nil && !slices.ContainsFunc(mine, func(k int) bool { return p.alike(&a[k], &b[j]) }) {
			y = &b[j]
		}
	}
	if x == nil && y == nil {
		return nil
	}
	t := &Turn{Person: person}
	for side, e := range [2]*Event{x, y} {
		if e != nil {
			t.Week = e.Week
			h := p.sides[side].w.happening("", e)
			t.Events[side] = &h
		}
	}
	return t
}

// alike tells whether two events are the same but for the regime's rule.
func (p *pair) alike(a, b *Event) bool {
	coach := func(side int, e *Event) int32 {
		if e.Coach == noCoach {
			return noCoach
		}
		return p.sides[side].w.Coaches.ID[e.Coach]
	}
	return a.Kind == b.Kind && a.Detail == b.Detail && a.Vacancy == b.Vacancy && a.Pence == b.Pence && a.Minutes == b.Minutes && coach(0, a) == coach(1, b)
}
