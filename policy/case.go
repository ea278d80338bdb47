package policy

import (
	"sort"

	"caseload/agents"
)

// Case is the only facts about one claimant that a rule may read.
type Case struct {
	WeeksOnBenefit     int
	AgeYears           int
	YoungestChildYears int // of a lead carer; -1 for everybody else
	Partner            bool
	HealthLimited      bool
	LimitedCapability  bool
	AwaitsAssessment   bool // has given medical evidence and is not assessed yet
	InWork             bool // works and earns at least the administrative threshold
	Profile            agents.Profile
}

// fits tells whether a span holds x. An absent span holds everything.
func (s *Span) fits(x int) bool {
	if s == nil {
		return true
	}
	if s.Is.Set {
		return x == int(s.Is.Value)
	}
	return (!s.AtLeast.Set || x >= int(s.AtLeast.Value)) && (!s.Below.Set || x < int(s.Below.Value))
}

// Fits tells whether a condition holds for a claimant of the named group. It is the
// readable reference for the compiled tables, and what the tests hold them against.
func (w *Who) Fits(c Case, group string) bool {
	flags := (!w.LeadCarer.Set || w.LeadCarer.Value == (c.YoungestChildYears >= 0)) &&
		(!w.Partner.Set || w.Partner.Value == c.Partner) &&
		(!w.HealthLimited.Set || w.HealthLimited.Value == c.HealthLimited) &&
		(!w.LimitedCapability.Set || w.LimitedCapability.Value == c.LimitedCapability) &&
		(!w.InWork.Set || w.InWork.Value == c.InWork) &&
		(!w.AwaitsAssessment.Set || w.AwaitsAssessment.Value == c.AwaitsAssessment)
	child := w.YoungestChild == nil || (c.YoungestChildYears >= 0 && w.YoungestChild.fits(c.YoungestChildYears))
	return flags && child && w.WeeksOnBenefit.fits(c.WeeksOnBenefit) && w.Age.fits(c.AgeYears) && w.names(group) && w.profiled(c.Profile)
}

func (w *Who) profiled(profile agents.Profile) bool {
	for _, p := range w.Profile {
		if p.Value == profile.String() {
			return true
		}
	}
	return len(w.Profile) == 0
}

func (w *Who) names(group string) bool {
	for _, g := range w.Group {
		if g.Value == group {
			return true
		}
	}
	return len(w.Group) == 0
}

// holds tells whether a claimant belongs to a group: the condition or one of its
// alternatives fits.
func (g *Group) holds(c Case) bool {
	if g.Who.Fits(c, "") {
		return true
	}
	for k := range g.Or {
		if g.Or[k].Fits(c, "") {
			return true
		}
	}
	return false
}

// isFor tells whether an interview rule is for a claimant of a group. Who is in no group
// has no requirement and no coach, so no rule is for her.
func (v *Interview) isFor(c Case, group string) bool {
	return group != NoRequirement && v.Who.Fits(c, group)
}

// NoRequirement is the name of the group of a claimant whom no rule puts in another.
const NoRequirement = "no_requirement"

// NoGroup is her group's number.
const NoGroup agents.GroupID = 0

// Class is a claimant's place in the tables of a Plan: one number for all her facts.
type Class uint32

// cuts holds, for every fact with an order, the values at which some rule begins or
// stops to hold, ascending. A fact's interval is the number of cuts not above it.
type cuts struct {
	weeks, age, child []int
	profiles          int     // 1 where no interview rule asks for one
	work              int     // 2 where a rule asks who is in work, else 1
	weeksAt           []uint8 // interval of each duration up to the last cut
}

// cutsOf collects the thresholds that the rules of a regime mention.
func cutsOf(r *Regime) cuts {
	c := cuts{child: []int{0}, profiles: 1, work: 1} // 0 tells having children from having none
	for k := range r.Groups {
		c.add(&r.Groups[k].Who)
		for j := range r.Groups[k].Or {
			c.add(&r.Groups[k].Or[j])
		}
	}
	for k := range r.Interviews {
		c.add(&r.Interviews[k].Who)
		if len(r.Interviews[k].Who.Profile) > 0 {
			c.profiles = int(agents.Profiles)
		}
	}
	for k := range r.Programmes {
		c.add(&r.Programmes[k].Who)
		if len(r.Programmes[k].Who.Profile) > 0 {
			c.profiles = int(agents.Profiles)
		}
	}
	if p := r.Profiling; p != nil && c.profiles > 1 {
		for _, list := range [][]Who{p.RedWho, p.GreenWho} {
			for k := range list {
				c.add(&list[k])
			}
		}
	}
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

func (c *cuts) add(w *Who) {
	c.weeks = w.WeeksOnBenefit.ends(c.weeks)
	c.age = w.Age.ends(c.age)
	c.child = w.YoungestChild.ends(c.child)
	if w.InWork.Set {
		c.work = 2
	}
}

// ends appends the values at which a span begins and stops to hold.
func (s *Span) ends(list []int) []int {
	if s == nil {
		return list
	}
	if s.AtLeast.Set {
		list = append(list, int(s.AtLeast.Value))
	}
	if s.Below.Set {
		list = append(list, int(s.Below.Value))
	}
	if s.Is.Set {
		list = append(list, int(s.Is.Value), int(s.Is.Value)+1)
	}
	return list
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
// sixteen combinations of the four flags, being in work and the profiles that rules tell apart. Duration is the fastest to change, so it comes last.
func (c *cuts) classes() int {
	return (len(c.age) + 1) * (len(c.child) + 1) * 16 * c.work * c.profiles * (len(c.weeks) + 1)
}

// StaticClass is the class of everything but duration. It changes at birthdays,
// when a child is born, when health is assessed: see NextBirthday.
func (p *Plan) StaticClass(c Case) uint16 {
	k := interval(p.cuts.age, c.AgeYears)*(len(p.cuts.child)+1) + interval(p.cuts.child, c.YoungestChildYears)
	for _, flag := range [4]bool{c.Partner, c.HealthLimited, c.LimitedCapability, c.AwaitsAssessment} {
		k *= 2
		if flag {
			k++
		}
	}
	if p.cuts.work > 1 {
		k *= 2
		if c.InWork {
			k++
		}
	}
	if n := p.cuts.profiles; n > 1 {
		k = k*n + int(c.Profile)
	}
	return uint16(k)
}

// ClassAt adds the duration to a static class.
func (p *Plan) ClassAt(static uint16, weeksOnBenefit agents.Week) Class {
	return Class(int(static)*(len(p.cuts.weeks)+1)) + Class(p.durations[uint16(weeksOnBenefit)])
}

// LastCut is the last duration, in weeks, at which a claim may come into another class.
func (p *Plan) LastCut() int { return len(p.cuts.weeksAt) - 1 }

// place is the interval of each ordered fact of a class, and its flags.
type place struct {
	weeks, age, child                                           int
	partner, healthLimited, limitedCapability, awaitsAssessment bool
	inWork                                                      bool
	profile                                                     agents.Profile
}

// placeOf takes a class apart.
func (c *cuts) placeOf(class int) place {
	var at place
	n := len(c.weeks) + 1
	at.weeks, class = class%n, class/n
	at.profile, class = agents.Profile(class%c.profiles), class/c.profiles
	if c.work > 1 {
		at.inWork, class = class%2 == 1, class/2
	}
	at.awaitsAssessment, class = class%2 == 1, class/2
	at.limitedCapability, class = class%2 == 1, class/2
	at.healthLimited, class = class%2 == 1, class/2
	at.partner, class = class%2 == 1, class/2
	n = len(c.child) + 1
	at.child, at.age = class%n, class/n
	return at
}

// caseOf is a claimant of a class: the lowest value of each interval.
func (c *cuts) caseOf(class int) Case {
	low := func(cuts []int, k int) int {
		if k == 0 {
			return -1
		}
		return cuts[k-1]
	}
	at := c.placeOf(class)
	return Case{
		WeeksOnBenefit: low(c.weeks, at.weeks), AgeYears: low(c.age, at.age), YoungestChildYears: low(c.child, at.child),
		Partner: at.partner, HealthLimited: at.healthLimited, LimitedCapability: at.limitedCapability, AwaitsAssessment: at.awaitsAssessment, InWork: at.inWork, Profile: at.profile,
	}
}

// lives tells whether there can be claimants of a class: nobody has been on benefit for
// less than no time, nobody claims below youngestClaimant, and where profiles matter everybody
// has one.
func (c *cuts) lives(class int) bool {
	at := c.placeOf(class)
	reaches := func(cuts []int, k, least int) bool { return k == len(cuts) || cuts[k] > least }
	return (c.profiles == 1 || at.profile != agents.NoProfile) && reaches(c.weeks, at.weeks, 0) && reaches(c.age, at.age, youngestClaimant)
}

// youngestClaimant is the lowest age in years at which anybody can claim.
const youngestClaimant = 16

// NextBirthday is the first week after now in which an age, of the claimant or of her
// youngest child, can bring another class. See AgeYears.
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
