package policy

import (
	"math"
	"sort"

	"caseload/agents"
	"caseload/policy/source"
)

// epoch is a stretch of dates in which the same rules hold.
type epoch struct {
	from      Date
	group     []agents.GroupID // by class
	groupRule []RuleID
	schedule  []uint8 // index of Schedules, by class
	schedRule []RuleID

	programmes []uint16 // set of them, by class
}

// epochStarts are the days on which some rule begins or stops to hold, ascending, and
// before them the beginning of time.
func epochStarts(r *Regime) []int {
	starts := []int{math.MinInt32}
	for _, g := range r.Groups {
		starts = appendDays(starts, g.From, g.Until)
	}
	for _, v := range r.Interviews {
		starts = appendDays(starts, v.From, v.Until)
	}
	for k := range r.Programmes {
		starts = appendDays(starts, r.Programmes[k].From, r.Programmes[k].Until)
	}
	return ascending(starts)
}

// compileEpochs fills one set of tables for every stretch of dates between the first
// and last days that the rules mention.
func (p *Plan) compileEpochs() {
	groupRules := make([]RuleID, len(p.regime.Groups))
	for k := range groupRules {
		groupRules[k] = p.rule(p.regime.Groups[k].At)
	}
	interviewRules := make([]RuleID, len(p.regime.Interviews))
	for k := range interviewRules {
		interviewRules[k] = p.rule(p.regime.Interviews[k].At)
	}
	cases := make([]Case, p.cuts.classes())
	for class := range cases {
		cases[class] = p.cuts.caseOf(class)
	}
	for _, start := range epochStarts(p.regime) {
		p.epochs = append(p.epochs, p.compileEpoch(Date(start), cases, groupRules, interviewRules))
	}
}

func appendDays(days []int, dates ...source.Date) []int {
	for _, d := range dates {
		if d.Set {
			days = append(days, int(d.Days))
		}
	}
	return days
}

// compileEpoch works out the tables in force from a date, for the case that stands for each class.
func (p *Plan) compileEpoch(from Date, cases []Case, groupRules, interviewRules []RuleID) epoch {
	n := len(cases)
	e := epoch{from: from, group: make([]agents.GroupID, n), groupRule: make([]RuleID, n), schedule: make([]uint8, n), schedRule: make([]RuleID, n), programmes: make([]uint16, n)}
	for class, c := range cases {
		name := NoRequirement
		for k := range p.regime.Groups {
			g := &p.regime.Groups[k]
			if holds(g.From, g.Until, from) && g.holds(c) {
				e.group[class], e.groupRule[class], name = agents.GroupID(k+1), groupRules[k], g.Name.Value
				break
			}
		}
		for k := range p.regime.Interviews {
			v := &p.regime.Interviews[k]
			if holds(v.From, v.Until, from) && v.isFor(c, name) {
				e.schedule[class], e.schedRule[class] = uint8(k+1), interviewRules[k]
				break
			}
		}
		e.programmes[class] = p.offered(c, name, from)
	}
	return e
}

// holds tells whether a dated rule is in force on a day.
func holds(from, until source.Date, day Date) bool {
	return (!from.Set || int32(day) >= from.Days) && (!until.Set || int32(day) < until.Days)
}

// durations is the interval of every duration that a Week can be, by its bits. What is asked
// about every claimant every week has no branch this way.
type durations [1 << 16]uint8

// durations lays the intervals of durations out.
func (c *cuts) durations() *durations {
	all, last := new(durations), agents.Week(len(c.weeksAt)-1)
	for bits := range all {
		all[bits] = c.weeksAt[min(max(agents.Week(bits), 0), last)]
	}
	return all
}

// InForce are the tables of one date.
type InForce struct {
	plan *Plan
	at   *epoch
}

// On gives the tables in force on a day.
func (p *Plan) On(day Date) InForce {
	k := sort.Search(len(p.epochs), func(k int) bool { return p.epochs[k].from > day })
	return InForce{p, &p.epochs[max(k-1, 0)]}
}

// Group is the conditionality group of a class.
func (f InForce) Group(class Class) (agents.GroupID, RuleID) {
	return f.at.group[class], f.at.groupRule[class]
}

// Interview is the schedule of a class; its Every is 0 when nobody sees the claimant.
func (f InForce) Interview(class Class) (*Schedule, RuleID) {
	return &f.plan.Schedules[f.at.schedule[class]], f.at.schedRule[class]
}
