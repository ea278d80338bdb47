package agents

import "caseload/agents/exact"

// Trait is one of the things that a table may say of a person.
type Trait uint8

// The traits, in the order in which they are reported.
const (
	GivenWeeks Trait = iota // in the present state
	GivenSex
	GivenAge
	GivenEducation
	GivenOccupation
	GivenPartner
	GivenPartnerPay
	GivenChildren
	GivenYoungest
	GivenRent
	GivenHealth
	GivenCapability
	GivenDigital
	GivenSkill
	GivenMotivation
	GivenCompliance
	Traits // number of traits
)

// Given is what a table says of one person. What it does not say is drawn, see Person.
type Given struct {
	Says          [Traits]bool
	Weeks         Week
	Sex           Sex
	AgeYears      float64
	Education     Education
	Occupation    uint8
	Partner       bool
	PartnerPay    int32 // net, pence a week
	Children      uint8
	YoungestYears float64
	Rent          int32 // pence a week; 0 without a housing element
	HealthLimited bool
	LimitedCap    bool
	Digital       DigitalAccess
	Skill         float32 // standard units
	Motivation    float32 // standard units
	Compliance    float32 // 0 to 1
}

// narrowed is the marginals of people of whom is known what a table says, with the draws
// that go with it: what is drawn beside a known age or qualification is drawn as for people
// of that age or qualification.
func (g *Given) narrowed(m *Marginals, d *TraitDraws, retires float64) Marginals {
	n := *m
	certain := func(t Trait, share *float64, is bool) {
		if g.Says[t] {
			*share = 0
			if is {
				*share = 1
			}
		}
	}
	certain(GivenSex, &n.Women, g.Sex == Female)
	certain(GivenPartner, &n.Couple, g.Partner)
	certain(GivenPartnerPay, &n.PartnerWorks, g.PartnerPay > 0)
	certain(GivenChildren, &n.LeadCarer, g.Children > 0)
	certain(GivenRent, &n.Housing, g.Rent > 0)
	certain(GivenHealth, &n.HealthLimited, g.HealthLimited)
	certain(GivenCapability, &n.LimitedCap, g.LimitedCap)
	m.narrowToParents(&n, g, retires)
	if g.Says[GivenAge] {
		d.Age = agePlace(m, g.AgeYears, retires)
	}
	if g.Says[GivenEducation] {
		below := 0.0
		for _, share := range m.Educations[:g.Education] {
			below += share
		}
		d.Education = min(max(below+float64(d.Education*m.Educations[g.Education]), 1e-9), 1-1e-9)
	}
	return n
}

// agePlace is the uniform at which ageYears gives an age.
func agePlace(m *Marginals, age, retires float64) float64 {
	edges, below := [5]float64{youngestAge, 25, 35, 50, retires}, 0.0
	for k, share := range m.Ages {
		if age < edges[k+1] {
			return min(max(below+float64(share*(age-edges[k])/(edges[k+1]-edges[k])), 0), 1-1e-9)
		}
		below += share
	}
	return 1 - 1e-9
}

// overwrite puts what a table says in place of what was drawn.
func (g *Given) overwrite(p *Population, i int32, entry, april2017 Week) {
	if g.Says[GivenAge] {
		p.BornWeek[i] = entry - Week(exact.FloorInt64(g.AgeYears*weeksInYear)) - 1
	}
	if g.Says[GivenEducation] {
		p.Education[i], p.Certificate[i] = g.Education, g.Education >= Level3
	}
	if g.Says[GivenOccupation] {
		p.Occupation[i] = g.Occupation
	}
	if g.Says[GivenPartnerPay] && p.Partner[i] {
		p.PartnerPay[i] = g.PartnerPay
	}
	if g.Says[GivenYoungest] && p.Children[i] > 0 {
		p.YoungestBornWeek[i] = entry - Week(exact.FloorInt64(g.YoungestYears*weeksInYear)) - 1
	}
	if g.Says[GivenChildren] {
		p.Children[i] = g.Children
	}
	if p.Children[i] > 0 {
		p.FirstBefore2017[i] = p.YoungestBornWeek[i]-Week(p.Children[i]-1)*Spacing < april2017
	}
	if g.Says[GivenRent] {
		p.RentWeekly[i] = g.Rent
	}
	if g.Says[GivenDigital] {
		p.Digital[i] = g.Digital
	}
	if g.Says[GivenSkill] {
		p.Skill[i] = g.Skill
	}
	if g.Says[GivenMotivation] {
		p.Motivation[i] = g.Motivation
	}
	if g.Says[GivenCompliance] {
		p.Compliance[i] = g.Compliance
	}
}

// Given fills the fixed columns of row i for a person of a table who enters in the given
// week: what the table says stands, the rest is drawn as for people of whom that is true.
func (s *Synthesis) Given(p *Population, i int32, g *Given, m *Marginals, d *TraitDraws, entry Week, elapsed Elapsed, skillShift float64) {
	if g.Says == [Traits]bool{} {
		s.Person(p, i, m, d, entry, elapsed, skillShift)
		return
	}
	narrow := g.narrowed(m, d, s.RetiresAt)
	is := parenthood{women: narrow.Women, otherWomen: narrow.Women, otherAges: m.Ages}
	if !g.Says[GivenSex] && !g.Says[GivenAge] {
		is = parenthoodOf(&narrow, s.RetiresAt)
	}
	s.person(p, i, &narrow, &is, d, entry, elapsed, skillShift)
	g.overwrite(p, i, entry, s.April2017)
}
