package agents

import (
	"math" // Sqrt is correctly rounded on every processor

	"caseload/agents/exact"
)

// Marginals describes a part of a population: shares, means and associations.
type Marginals struct {
	Women                            float64
	Ages                             [4]float64 // shares aged 16-24, 25-34, 35-49, 50 to pension age
	Educations                       [4]float64 // shares by Education
	Occupations                      [Occupations]float64
	OccupationByEducation            float64
	Couple, PartnerWorks             float64
	PartnerHere                      float64 // share of partners who are persons of the run, where one fits
	PartnerPay                       float64 // mean, pence a week
	LeadCarer                        float64
	CarersWomen                      float64 // share of women among lead carers
	ParentFrom, ParentTo             float64 // years of a lead carer when her youngest child was born
	YoungestFrom, YoungestTo         float64 // years
	MoreChildren                     float64
	Housing                          float64
	Rent                             float64 // mean, pence a week
	RentSpread                       float64
	HealthLimited, LimitedCap        float64
	SkillByEducation, ComplianceWork float64
	DigitalUnaided, DigitalWithHelp  float64
	DigitalByEducation, DigitalByAge float64

	Barriers BarrierShares
}

// TraitDraws is the chance that makes a person: one uniform for each trait, drawn from
// her own keys before any rule is asked.
type TraitDraws struct {
	Sex, Age, Education, Partner, PartnerWorks, PartnerPay, Carer, ChildAge, Children               float64
	Rents, Rent, Health, Capability, Frailty, Compliance, Separation, Occupation, Skill, Motivation float64
	Severity, Digital, InformalCare, Walks                                                          float64

	Distress, Efficacy, Satisfaction, Support float64
	BarriersInCommon                          float64
	Barriers                                  [NotOnline]float64
}

// Elapsed is exposure survived before the start: the sum over time of the hazard of
// finding work, or of losing it, of a person whose frailty is 1.
type Elapsed struct{ Search, Separation float64 }

// Synthesis draws persons. It holds tables that make gamma variates cheap.
type Synthesis struct {
	c         *Constants
	frailty   gammaTable
	separate  gammaTable
	RetiresAt float64
	April2017 Week // week of the run in which 6 April 2017 falls
	parents   map[*Marginals]parenthood
}

// NewSynthesis prepares to draw persons in a run in which 6 April 2017 falls in the given week.
func NewSynthesis(c *Constants, april2017 Week) *Synthesis {
	return &Synthesis{
		c: c, frailty: newGammaTable(1 / c.Finding.FrailtyVariance), separate: newGammaTable(1 / c.Jobs.FrailtyVariance),
		RetiresAt: c.Exits.RetiresAt, April2017: april2017, parents: map[*Marginals]parenthood{},
	}
}

const weeksInYear = 365.25 / 7

// Spacing is the time between the births of a household's children: thirty months.
const Spacing Week = 130

// Person fills the fixed columns of row i for somebody who enters in the given week.
//
// elapsed is what she has already survived: frailty is then gamma with shape 1/v and
// rate 1/v + exposure, because the quick have left. skillShift moves the skill of a district.
func (s *Synthesis) Person(p *Population, i int32, m *Marginals, d *TraitDraws, entry Week, elapsed Elapsed, skillShift float64) {
	is, known := s.parents[m]
	if !known {
		is = parenthoodOf(m, s.RetiresAt)
		s.parents[m] = is
	}
	s.person(p, i, m, &is, d, entry, elapsed, skillShift)
}

// person does so for somebody of whose part of the population is known who are lead carers.
func (s *Synthesis) person(p *Population, i int32, m *Marginals, is *parenthood, d *TraitDraws, entry Week, elapsed Elapsed, skillShift float64) {
	p.EntryWeek[i] = entry
	women, age := is.otherWomen, 0.0
	if d.Carer < m.LeadCarer {
		women = is.women
		from, to := m.parentPlaces(m.childAge(d), s.RetiresAt)
		d.Age = from + float64(d.Age*(to-from))
		age = ageYears(&m.Ages, d.Age, s.RetiresAt)
	} else {
		age = ageYears(&is.otherAges, d.Age, s.RetiresAt)
		d.Age = agePlace(m, age, s.RetiresAt)
	}
	if d.Sex >= women {
		p.Sex[i] = Male
	}
	p.BornWeek[i] = entry - Week(exact.FloorInt64(age*weeksInYear)) - 1
	p.Education[i] = Education(band(&m.Educations, d.Education))
	s.household(p, i, m, d, entry)
	p.Occupation[i] = s.occupation(m, d)
	p.HealthLimited[i] = d.Health < m.HealthLimited
	p.Severity[i] = float32(SeverityAt(d.Severity))
	p.Digital[i] = m.digitalAccess(d)
	p.Barriers[i] = m.barriers(p, i, d)
	p.LimitedCapability[i] = d.Capability < m.LimitedCap
	zEducation, zFrailty := exact.NormalQuantile(d.Education), exact.NormalQuantile(d.Frailty)
	p.Skill[i] = float32(correlated(zEducation, d.Skill, m.SkillByEducation) + skillShift)
	p.Certificate[i] = p.Education[i] >= Level3
	p.Motivation[i] = float32(exact.NormalQuantile(d.Motivation))
	p.Compliance[i] = float32(exact.NormalCDF(correlated(zFrailty, d.Compliance, m.ComplianceWork)))
	v := s.c.Finding.FrailtyVariance
	p.SearchFrailty[i] = float32(max(1e-4, s.frailty.at(d.Frailty)/(1/v+elapsed.Search)))
	distress, efficacy, satisfaction := s.c.UsualFeelings(float64(p.SearchFrailty[i]), d.Distress, d.Efficacy, d.Satisfaction)
	p.UsualDistress[i], p.UsualEfficacy[i], p.UsualSatisfaction[i] = float32(distress), float32(efficacy), float32(satisfaction)
	p.Support[i] = float32(s.c.SocialSupport(p.Partner[i], d.Support))
	u := exact.NormalCDF(correlated(zFrailty, d.Separation, s.c.Jobs.FrailtyCorrelation))
	p.SeparationFrailty[i] = float32(s.separate.at(u) / (1/s.c.Jobs.FrailtyVariance + elapsed.Separation))
}

// occupation draws the major group wanted; higher qualifications want higher groups.
func (s *Synthesis) occupation(m *Marginals, d *TraitDraws) uint8 {
	u := 1 - exact.NormalCDF(correlated(exact.NormalQuantile(d.Education), d.Occupation, m.OccupationByEducation))
	for o, share := range m.Occupations {
		if u < share {
			return uint8(o)
		}
		u -= share
	}
	return Occupations - 1
}

// correlated is a standard normal score with the given correlation to z.
func correlated(z, u, correlation float64) float64 {
	return float64(correlation*z) + float64(exact.NormalQuantile(u)*math.Sqrt(1-float64(correlation*correlation)))
}

func (s *Synthesis) household(p *Population, i int32, m *Marginals, d *TraitDraws, entry Week) {
	p.Partner[i] = d.Partner < m.Couple
	if p.Partner[i] && d.PartnerWorks < m.PartnerWorks {
		p.PartnerPay[i] = int32(exact.RoundInt64(m.PartnerPay * (0.5 + d.PartnerPay)))
	}
	p.YoungestBornWeek[i] = Never
	if d.Carer < m.LeadCarer {
		p.YoungestBornWeek[i] = entry - Week(exact.FloorInt64(m.childAge(d)*weeksInYear))
		before := int(p.YoungestBornWeek[i]-p.BornWeek[i]-youngestAge*52) / int(Spacing)
		more := max(min(exact.PoissonQuantile(m.MoreChildren, d.Children), 5, before), 0)
		p.Children[i] = uint8(1 + more)
		p.FirstBefore2017[i] = p.YoungestBornWeek[i]-Week(more)*Spacing < s.April2017
	}
	p.InformalCare[i], p.Walks[i] = d.InformalCare < s.c.Costs.Informal, d.Walks < s.c.Costs.Walks
	if d.Rents < m.Housing {
		z := exact.NormalQuantile(d.Rent)
		p.RentWeekly[i] = int32(exact.RoundInt64(m.Rent * exact.Exp(float64(m.RentSpread*z)-float64(float64(m.RentSpread*m.RentSpread)/2))))
	}
}

// youngestAge is that of the youngest people of a run, in years.
const youngestAge = 16

// ageYears spreads a uniform evenly inside the age bands.
func ageYears(shares *[4]float64, u, retires float64) float64 {
	edges := [5]float64{youngestAge, 25, 35, 50, retires}
	for k, share := range shares {
		if u < share || k == len(shares)-1 {
			if share <= 0 {
				return edges[k]
			}
			return edges[k] + float64(min(u/share, 0.9999)*(edges[k+1]-edges[k]))
		}
		u -= share
	}
	return edges[0]
}

// band is the index of the share into which a uniform falls.
func band(shares *[4]float64, u float64) int {
	for k, share := range shares {
		if u < share {
			return k
		}
		u -= share
	}
	return len(shares) - 1
}

// gammaTable holds quantiles of the gamma distribution of a shape at unit rate.
type gammaTable struct {
	shape float64
	grid  [gammaCells + 1]float64
}

const gammaCells = 2048

func newGammaTable(shape float64) gammaTable {
	t := gammaTable{shape: shape}
	for k := 1; k < gammaCells; k++ {
		t.grid[k] = exact.GammaQuantile(shape, float64(k)/gammaCells)
	}
	return t
}

// at interpolates; the two outermost cells, where the quantile bends, are worked out.
func (t *gammaTable) at(u float64) float64 {
	x := float64(u * gammaCells)
	k := int(exact.FloorInt64(x))
	if k < 1 || k >= gammaCells-1 {
		return exact.GammaQuantile(t.shape, u)
	}
	return t.grid[k] + float64((t.grid[k+1]-t.grid[k])*(x-float64(k)))
}

// DurationLaw is the stationary law of time already spent in a state that is left at
// hazard x frailty + other, with gamma frailty of the given variance.
type DurationLaw struct{ cumulative []float64 }

// NewDurationLaw tabulates the law by week up to the longest: its density is
// proportional to the chance of still being there, exp(-other t) (1 + v hazard t)^(-1/v).
func NewDurationLaw(hazard, variance, other float64, longest int) DurationLaw {
	law := DurationLaw{cumulative: make([]float64, max(longest, 1))}
	sum := 0.0
	for t := range law.cumulative {
		x := float64(t) + 0.5
		survival := -float64(other * x)
		if variance > 0 {
			survival -= exact.Log1p(variance*hazard*x) / variance
		} else {
			survival -= float64(hazard * x)
		}
		sum += exact.Exp(survival)
		law.cumulative[t] = sum
	}
	return law
}

// Below is the share of the stock that has been there for less than some weeks.
func (l DurationLaw) Below(weeks int) float64 {
	if weeks <= 0 {
		return 0
	}
	return l.cumulative[min(weeks, len(l.cumulative))-1] / l.cumulative[len(l.cumulative)-1]
}

// Mean is the mean completed duration in weeks: what a stock is for each person who
// comes in a week.
func (l DurationLaw) Mean() float64 { return l.cumulative[len(l.cumulative)-1] }

// Weeks is the duration at a uniform draw.
func (l DurationLaw) Weeks(u float64) Week {
	target := u * l.cumulative[len(l.cumulative)-1]
	low, high := 0, len(l.cumulative)-1
	for low < high {
		middle := (low + high) / 2
		if l.cumulative[middle] > target {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return Week(low)
}
