package agents

import "testing"

// What a table says stands, whatever the marginals and the draws; what it does not say comes
// from them.
func TestGivenStands(t *testing.T) {
	c := NewConstants(Behaviour{Finding: Finding{FrailtyVariance: 1}, Jobs: Jobs{FrailtyVariance: 1}, Exits: Exits{RetiresAt: 66}})
	m := Marginals{Women: 1, Ages: [4]float64{0.25, 0.25, 0.25, 0.25}, Educations: [4]float64{0.25, 0.25, 0.25, 0.25}, Couple: 1, PartnerWorks: 1, PartnerPay: 10000,
		LeadCarer: 0, ParentFrom: 17, ParentTo: 45, YoungestTo: 10, Housing: 0, Rent: 20000, HealthLimited: 1, DigitalUnaided: 1}
	for o := range m.Occupations {
		m.Occupations[o] = 1.0 / Occupations
	}
	g := Given{Sex: Male, AgeYears: 41.5, Education: Level4OrOver, Occupation: 8, Partner: false, Children: 3, YoungestYears: 2, Rent: 12345, Digital: Offline, Skill: -1.5, Motivation: 2, Compliance: 0.75}
	for _, k := range []Trait{GivenSex, GivenAge, GivenEducation, GivenOccupation, GivenPartner, GivenChildren, GivenYoungest, GivenRent, GivenHealth, GivenDigital, GivenSkill, GivenMotivation, GivenCompliance} {
		g.Says[k] = true
	}
	s := NewSynthesis(c, -400)
	d := TraitDraws{Sex: 0.3, Age: 0.1, Education: 0.1, Partner: 0.3, PartnerWorks: 0.3, PartnerPay: 0.5, Carer: 0.9, ChildAge: 0.5, Children: 0.5, Rents: 0.9, Rent: 0.5, Health: 0.5, Capability: 0.5, Frailty: 0.5, Compliance: 0.5, Separation: 0.5, Occupation: 0.5, Skill: 0.5, Motivation: 0.5, Severity: 0.5, Digital: 0.5, InformalCare: 0.5, Walks: 0.5}
	p := NewPopulation(2)
	draws := d
	s.Given(p, 0, &g, &m, &draws, 0, Elapsed{}, 0)
	if p.Sex[0] != Male || p.Education[0] != Level4OrOver || !p.Certificate[0] || p.Occupation[0] != 8 || p.Partner[0] || p.PartnerPay[0] != 0 || p.Children[0] != 3 ||
		p.RentWeekly[0] != 12345 || p.HealthLimited[0] || p.Digital[0] != Offline || p.Skill[0] != -1.5 || p.Motivation[0] != 2 || p.Compliance[0] != 0.75 {
		t.Errorf("a person of a table is not as it says: sex %d, education %d, occupation %d, partner %t at %d, %d children, rent %d, limited %t, digital %d, skill %v",
			p.Sex[0], p.Education[0], p.Occupation[0], p.Partner[0], p.PartnerPay[0], p.Children[0], p.RentWeekly[0], p.HealthLimited[0], p.Digital[0], p.Skill[0])
	}
	if years := float64(-p.BornWeek[0]) / weeksInYear; years < 41.4 || years > 41.6 {
		t.Errorf("she is %v years old", years)
	}
	if years := float64(-p.YoungestBornWeek[0]) / weeksInYear; years < 1.9 || years > 2.1 || !p.FirstBefore2017[0] == (p.YoungestBornWeek[0]-2*Spacing < -400) {
		t.Errorf("the youngest is %v years old", years)
	}
	// Nothing said: as one who is drawn.
	draws = d
	s.Given(p, 1, &Given{}, &m, &draws, 0, Elapsed{}, 0)
	if p.Sex[1] != Female || !p.Partner[1] || p.Children[1] != 0 || !p.HealthLimited[1] || p.Education[1] != NoQualification {
		t.Error("who is not in a table is not drawn from the marginals")
	}
	if ageYears(&m.Ages, agePlace(&m, 41.5, 66), 66) != 41.5 {
		t.Error("the place of an age does not give the age")
	}
}
