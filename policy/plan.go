package policy

import (
	"crypto/sha256"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// RuleID names the rule of the regime that gave an answer; 0 is "no rule".
type RuleID uint16

// Class is a claimant's place in the tables of a Plan: one number for all her facts.
type Class uint32

// Schedule is how often, how long and with what duty somebody is seen.
type Schedule struct {
	Every                      agents.Week
	LengthMinutes              int32
	ShortestMinutes            int32
	Mandatory                  bool
	FirstWithin                agents.Week
	FirstLength, FirstShortest int32
}

// GroupTerms is what a conditionality group asks and what a sanction takes from it.
type GroupTerms struct {
	Name            string
	SearchHours     int16 // 0 without a requirement
	SanctionedShare int64 // of the claimant's standard allowance, ten-thousandths
}

// Plan is a compiled regime. It is immutable and may be shared by every worker.
type Plan struct {
	Name   string
	Rules  []source.Position // by RuleID
	Groups []GroupTerms      // by GroupID; the first is NoRequirement

	IdentityCheck agents.Week
	First         Schedule // of the interview after a new claim; zero when there is none
	HasFirst      bool
	FirstRule     RuleID
	Schedules     []Schedule // by answer of a table; the first is "never seen"
	Staff         Staff
	Missed        *ChainTerms

	regime *Regime
	cuts   cuts
	epochs []epoch
}

// Staff is the work coaches of the whole country.
type Staff struct {
	FullTimeEquivalents float64
	MinutesPresentWeek  int32   // minutes that a present coach can book
	Present             float64 // chance of being present in a week
	CostPenceYear       int64
}

// ChainTerms is a compiled Chain.
type ChainTerms struct {
	Excused, Referred, Imposed float64
	DecisionDelay              agents.Week
	Levels                     []LevelTerms
	LooksBackDays              int
	ForgivesDays               int
	Rule                       RuleID
}

// LevelTerms is a compiled Level.
type LevelTerms struct {
	UntilCompliance bool
	TailDays        int16
	Rule            RuleID
}

// cuts holds, for every fact with an order, the values at which some rule begins or
// stops to hold, ascending. A fact's interval is the number of cuts not above it.
type cuts struct {
	weeks, age, child []int
	weeksAt           []uint8 // interval of each duration up to the last cut
}

// epoch is a stretch of dates in which the same rules hold.
type epoch struct {
	from      Date
	group     []agents.GroupID // by class
	groupRule []RuleID
	schedule  []uint8 // index of Schedules, by class
	schedRule []RuleID
}

// MaxClasses bounds the tables: a regime that needs more has too many thresholds.
const MaxClasses = 1 << 16

// Compile turns a regime whose Check found no mistake into a Plan.
func Compile(r *Regime) (*Plan, source.Diagnostics) {
	p := &Plan{Name: r.Name.Value, regime: r, Rules: []source.Position{{}}}
	p.Groups = []GroupTerms{{Name: NoRequirement}}
	for _, g := range r.Groups {
		terms := GroupTerms{Name: g.Name.Value, SanctionedShare: tenThousandths(g.Sanctioned)}
		if g.Requirement != nil {
			terms.SearchHours = int16(g.Requirement.Search.Value)
		}
		p.Groups = append(p.Groups, terms)
	}
	p.IdentityCheck = agents.Week(r.Claim.IdentityCheck.Value)
	p.Schedules = []Schedule{{}}
	for _, v := range r.Interviews {
		p.Schedules = append(p.Schedules, Schedule{
			Every: agents.Week(v.Every.Value), LengthMinutes: int32(v.Length.Value),
			ShortestMinutes: int32(v.Shortest.Value), Mandatory: v.Required.Value,
		})
	}
	if f := r.Claim.FirstInterview; f != nil {
		p.HasFirst = true
		p.FirstRule = p.rule(f.At)
		p.First = Schedule{Every: agents.Week(f.Within.Value), LengthMinutes: int32(f.Length.Value), ShortestMinutes: int32(f.Shortest.Value), Mandatory: true}
	}
	p.compileStaff(r.Coaches)
	p.compileChain(r.Sanctions)
	p.cuts = cutsOf(r)
	if n := p.classes(); n > MaxClasses {
		return nil, source.Diagnostics{{Position: r.At, Path: "interviews", Message: "the rules name too many thresholds to tell claimants apart",
			Hint: "use the same ages and durations in several rules"}}
	}
	p.compileEpochs()
	return p, nil
}

func (p *Plan) rule(at source.Position) RuleID {
	p.Rules = append(p.Rules, at)
	return RuleID(len(p.Rules) - 1)
}

func (p *Plan) compileStaff(c *Coaches) {
	if c == nil {
		return
	}
	minutes := c.Hours.Value * 60 * c.Interviewing.Value
	p.Staff = Staff{FullTimeEquivalents: c.Number.Value, MinutesPresentWeek: int32(minutes), Present: c.Present.Value, CostPenceYear: int64(c.Cost.Value)}
}

func (p *Plan) compileChain(s *Sanctions) {
	if s == nil || s.MissedInterview == nil {
		return
	}
	m := s.MissedInterview
	t := &ChainTerms{
		Excused: m.Excused.Value, Referred: m.Referred.Value, Imposed: m.Imposed.Value,
		DecisionDelay: agents.Week(m.Decision.Value), LooksBackDays: int(m.LooksBack.Value),
		ForgivesDays: int(m.Forgives.Value), Rule: p.rule(m.At),
	}
	for _, level := range m.Ladder {
		t.Levels = append(t.Levels, LevelTerms{UntilCompliance: level.UntilCompliance.Value, TailDays: int16(level.Then.Value), Rule: p.rule(level.At)})
	}
	p.Missed = t
}

// cutsOf collects the thresholds that the rules of a regime mention.
func cutsOf(r *Regime) cuts {
	var c cuts
	add := func(list *[]int, s *Span) {
		if s == nil {
			return
		}
		if s.AtLeast.Set {
			*list = append(*list, int(s.AtLeast.Value))
		}
		if s.Below.Set {
			*list = append(*list, int(s.Below.Value))
		}
		if s.Is.Set {
			*list = append(*list, int(s.Is.Value), int(s.Is.Value)+1)
		}
	}
	each := func(w *Who) {
		add(&c.weeks, w.WeeksOnBenefit)
		add(&c.age, w.Age)
		add(&c.child, w.YoungestChild)
	}
	for k := range r.Groups {
		each(&r.Groups[k].Who)
		for j := range r.Groups[k].Or {
			each(&r.Groups[k].Or[j])
		}
	}
	for k := range r.Interviews {
		each(&r.Interviews[k].Who)
	}
	c.child = append(c.child, 0) // tells having children from having none
	c.weeks, c.age, c.child = ascending(c.weeks), ascending(c.age), ascending(c.child)
	last := 0
	if len(c.weeks) > 0 {
		last = c.weeks[len(c.weeks)-1]
	}
	for d := 0; d <= last; d++ {
		c.weeksAt = append(c.weeksAt, uint8(interval(c.weeks, d)))
	}
	return c
}

func ascending(list []int) []int {
	sort.Ints(list)
	kept := list[:0]
	for k, x := range list {
		if k == 0 || x != list[k-1] {
			kept = append(kept, x)
		}
	}
	return kept
}

// interval counts the cuts that are not above x.
func interval(cuts []int, x int) int {
	return sort.SearchInts(cuts, x+1)
}

// classes is the number of classes: intervals of the three ordered facts times the
// eight combinations of the three flags. Duration is the fastest to change, so it comes last.
func (p *Plan) classes() int {
	return (len(p.cuts.age) + 1) * (len(p.cuts.child) + 1) * 8 * (len(p.cuts.weeks) + 1)
}

// StaticClass is the class of everything but duration. It changes at birthdays,
// when a child is born, when health is assessed: see NextBirthday.
func (p *Plan) StaticClass(c Case) uint16 {
	k := interval(p.cuts.age, c.AgeYears)*(len(p.cuts.child)+1) + interval(p.cuts.child, c.YoungestChildYears)
	for _, flag := range [3]bool{c.Partner, c.HealthLimited, c.LimitedCapability} {
		k *= 2
		if flag {
			k++
		}
	}
	return uint16(k)
}

// ClassAt adds the duration to a static class.
func (p *Plan) ClassAt(static uint16, weeksOnBenefit agents.Week) Class {
	d := min(int(weeksOnBenefit), len(p.cuts.weeksAt)-1)
	return Class(int(static)*(len(p.cuts.weeks)+1)) + Class(p.cuts.weeksAt[max(d, 0)])
}

// caseOf is a claimant of a class: the lowest value of each interval.
func (p *Plan) caseOf(class int) Case {
	low := func(cuts []int, k, before int) int {
		if k == 0 {
			return before
		}
		return cuts[k-1]
	}
	var c Case
	n := len(p.cuts.weeks) + 1
	c.WeeksOnBenefit = low(p.cuts.weeks, class%n, -1)
	class /= n
	c.LimitedCapability, class = class%2 == 1, class/2
	c.HealthLimited, class = class%2 == 1, class/2
	c.Partner, class = class%2 == 1, class/2
	n = len(p.cuts.child) + 1
	c.YoungestChildYears = low(p.cuts.child, class%n, -1)
	c.AgeYears = low(p.cuts.age, class/n, -1)
	return c
}

// compileEpochs fills one set of tables for every stretch of dates between the first
// and last days that the rules mention.
func (p *Plan) compileEpochs() {
	starts := []int{int(-1 << 31)}
	for _, g := range p.regime.Groups {
		starts = appendDays(starts, g.From, g.Until)
	}
	for _, v := range p.regime.Interviews {
		starts = appendDays(starts, v.From, v.Until)
	}
	groupRules := make([]RuleID, len(p.regime.Groups))
	for k := range groupRules {
		groupRules[k] = p.rule(p.regime.Groups[k].At)
	}
	interviewRules := make([]RuleID, len(p.regime.Interviews))
	for k := range interviewRules {
		interviewRules[k] = p.rule(p.regime.Interviews[k].At)
	}
	for _, start := range ascending(starts) {
		p.epochs = append(p.epochs, p.compileEpoch(Date(start), groupRules, interviewRules))
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

func (p *Plan) compileEpoch(from Date, groupRules, interviewRules []RuleID) epoch {
	n := p.classes()
	e := epoch{from: from, group: make([]agents.GroupID, n), groupRule: make([]RuleID, n), schedule: make([]uint8, n), schedRule: make([]RuleID, n)}
	for class := range n {
		c := p.caseOf(class)
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
			if holds(v.From, v.Until, from) && v.Who.Fits(c, name) {
				e.schedule[class], e.schedRule[class] = uint8(k+1), interviewRules[k]
				break
			}
		}
	}
	return e
}

// holds tells whether a dated rule is in force on a day.
func holds(from, until source.Date, day Date) bool {
	return (!from.Set || int32(day) >= from.Days) && (!until.Set || int32(day) < until.Days)
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

// NextBirthday is the first week after now in which an age can bring another class.
// Ages are whole years of 52 weeks and a day's fifth: see AgeYears.
func (p *Plan) NextBirthday(now, born, youngest agents.Week) agents.Week {
	next := agents.Never
	for _, years := range p.cuts.age {
		if w := Birthday(born, years); w > now && w < next {
			next = w
		}
	}
	if youngest != agents.Never {
		for _, years := range p.cuts.child {
			if w := Birthday(youngest, years); w > now && w < next {
				next = w
			}
		}
	}
	return next
}

// daysIn4Years counts the leap day: ages, unlike money, follow the calendar.
const daysIn4Years = 1461

// AgeYears is the age in whole years in week now of a person born in week born; -1 before birth.
func AgeYears(now, born agents.Week) int {
	if now < born {
		return -1
	}
	return (int(now) - int(born)) * 28 / daysIn4Years
}

// Birthday is the first week in which somebody born in week born has the given age.
func Birthday(born agents.Week, years int) agents.Week {
	return born + agents.Week((years*daysIn4Years+27)/28)
}

// RuleName is where a rule stands, as file:line.
func (p *Plan) RuleName(rule RuleID) string {
	at := p.Rules[rule]
	return at.File + ":" + strconv.Itoa(at.Line)
}

// Digest is a hash of what was compiled. Comments, the order of keys and the place of a
// rule in its file do not change it.
func (p *Plan) Digest() [32]byte {
	content := *p
	content.Rules, content.regime, content.Name = nil, nil, ""
	var text strings.Builder
	fmt.Fprintf(&text, "%v %v %v %v %v %v %v %v", content.Groups, p.IdentityCheck, p.First, p.HasFirst, p.Schedules, p.Staff, p.cuts, len(p.Rules))
	if p.Missed != nil {
		fmt.Fprintf(&text, " %v", *p.Missed)
	}
	for _, e := range p.epochs {
		fmt.Fprintf(&text, " %d %v %v", e.from, e.group, e.schedule)
	}
	r := p.regime
	fmt.Fprintf(&text, " %v", RatesHistory(&r.Benefits, &r.Tax, &r.MinimumWage))
	return sha256.Sum256([]byte(text.String()))
}
