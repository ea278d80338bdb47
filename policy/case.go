package policy

import "caseload/agents"

// Case is the only facts about one claimant that a rule may read.
type Case struct {
	WeeksOnBenefit     int
	AgeYears           int
	YoungestChildYears int // of a lead carer; -1 for everybody else
	Partner            bool
	HealthLimited      bool
	LimitedCapability  bool
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
		(!w.LimitedCapability.Set || w.LimitedCapability.Value == c.LimitedCapability)
	child := w.YoungestChild == nil || (c.YoungestChildYears >= 0 && w.YoungestChild.fits(c.YoungestChildYears))
	return flags && child && w.WeeksOnBenefit.fits(c.WeeksOnBenefit) && w.Age.fits(c.AgeYears) && w.names(group)
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

// NoRequirement is the name of the group of a claimant whom no rule puts in another.
const NoRequirement = "no_requirement"

// NoGroup is her group's number.
const NoGroup agents.GroupID = 0
