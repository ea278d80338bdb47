package agents_test

import (
	"math"
	"reflect"
	"testing"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
	"caseload/sim/simtest"
)

// marginals is a part of a population with round numbers.
func marginals() agents.Marginals {
	return agents.Marginals{
		Women: 0.4, Ages: [4]float64{0.2, 0.3, 0.3, 0.2}, Educations: [4]float64{0.1, 0.4, 0.2, 0.3},
		Couple: 0.25, PartnerWorks: 0.3, PartnerPay: 23000, LeadCarer: 0.3, CarersWomen: 0.85, ParentFrom: 19, ParentTo: 45, YoungestFrom: 3, YoungestTo: 16, MoreChildren: 0.8,
		Housing: 0.6, Rent: 11000, RentSpread: 0.35, HealthLimited: 0.33, LimitedCap: 0.1, SkillByEducation: 0.6, ComplianceWork: 0.3,
		DigitalUnaided: 0.7, DigitalWithHelp: 0.22, DigitalByEducation: 0.3, DigitalByAge: -0.4,
	}
}

// uniforms are the draws of a person.
func uniforms(person uint32) agents.TraitDraws {
	var d agents.TraitDraws
	v := reflect.ValueOf(&d).Elem()
	streams := rng.New(7, 1)
	for k := range v.NumField() {
		if list := v.Field(k); list.Kind() == reflect.Array {
			for j := range list.Len() {
				list.Index(j).SetFloat(streams.UItem(person, int32(j)+1, uint32(k), rng.Stratum))
			}
			continue
		}
		v.Field(k).SetFloat(streams.UItem(person, 0, uint32(k), rng.Stratum))
	}
	return d
}

// people draws n persons who enter in week 0.
func people(n int, m agents.Marginals, elapsed agents.Elapsed) *agents.Population {
	s := agents.NewSynthesis(agents.NewConstants(plain()), -400)
	p := agents.NewPopulation(n)
	for i := range n {
		d := uniforms(uint32(i))
		s.Person(p, int32(i), &m, &d, 0, elapsed, 0)
	}
	return p
}

func count(n int, holds func(i int) bool) int {
	total := 0
	for i := range n {
		if holds(i) {
			total++
		}
	}
	return total
}

func TestMarginalsAreHit(t *testing.T) {
	const n = 40000
	p := people(n, marginals(), agents.Elapsed{})
	age := func(i int) int { return (0 - int(p.BornWeek[i])) * 28 / 1461 }
	for _, c := range []struct {
		what   string
		share  float64
		holds  func(i int) bool
		detect float64
	}{
		{"women", 0.4, func(i int) bool { return p.Sex[i] == agents.Female }, 0.021},
		{"under 25", 0.2, func(i int) bool { return age(i) < 25 }, 0.018},
		{"25 to 34", 0.3, func(i int) bool { return age(i) >= 25 && age(i) < 35 }, 0.02},
		{"50 or over", 0.2, func(i int) bool { return age(i) >= 50 }, 0.018},
		{"without a qualification", 0.1, func(i int) bool { return p.Education[i] == agents.NoQualification }, 0.014},
		{"with less than level 3", 0.4, func(i int) bool { return p.Education[i] == agents.BelowLevel3 }, 0.021},
		{"with level 3", 0.2, func(i int) bool { return p.Education[i] == agents.Level3 }, 0.018},
		{"in couples", 0.25, func(i int) bool { return p.Partner[i] }, 0.02},
		{"with a partner in work", 0.25 * 0.3, func(i int) bool { return p.PartnerPay[i] > 0 }, 0.013},
		{"lead carers", 0.3, func(i int) bool { return p.Children[i] > 0 }, 0.02},
		{"with two children or more", 0.3 * (1 - math.Exp(-0.8)), func(i int) bool { return p.Children[i] > 1 }, 0.016},
		{"with rent", 0.6, func(i int) bool { return p.RentWeekly[i] > 0 }, 0.021},
		{"with rent above the median", 0.3, func(i int) bool { return float64(p.RentWeekly[i]) > 11000*math.Exp(-0.35*0.35/2) }, 0.02},
		{"with limiting health", 0.33, func(i int) bool { return p.HealthLimited[i] }, 0.02},
		{"with limited capability", 0.1, func(i int) bool { return p.LimitedCapability[i] }, 0.014},
		{"with compliance below a half", 0.5, func(i int) bool { return p.Compliance[i] < 0.5 }, 0.021},
		{"on the internet without help", 0.7, func(i int) bool { return p.Digital[i] == agents.Unaided }, 0.02},
		{"not on the internet", 0.08, func(i int) bool { return p.Digital[i] == agents.Offline }, 0.013},
		{"with motivation above one", 1 - exact.NormalCDF(1), func(i int) bool { return p.Motivation[i] > 1 }, 0.016},
		{"with skill above one", 1 - exact.NormalCDF(1), func(i int) bool { return p.Skill[i] > 1 }, 0.016},
	} {
		simtest.Proportion(t, c.what, count(n, c.holds), n, c.share, c.detect)
	}
	for i := range n {
		if age(i) < 16 || age(i) > 66 {
			t.Fatalf("somebody is %d years old", age(i))
		}
		if has := p.YoungestBornWeek[i] != agents.Never; has != (p.Children[i] > 0) {
			t.Fatal("children without a birthday, or a birthday without children")
		}
		if y := -int(p.YoungestBornWeek[i]); p.Children[i] > 0 && (y < 3*52 || y > 16*53) {
			t.Fatalf("a youngest child of %d weeks", y)
		}
	}
}

// Frailties are gamma with mean 1 and the given variance among entrants, and as if they had
// survived among those who have.
func TestFrailties(t *testing.T) {
	const n = 40000
	entrants, veterans := people(n, marginals(), agents.Elapsed{}), people(n, marginals(), agents.Elapsed{Search: 2, Separation: 1})
	for _, c := range []struct {
		what           string
		column         []float32
		variance, mean float64
	}{
		{"search frailty of entrants", entrants.SearchFrailty, 0.5, 1},
		{"search frailty after an exposure of 2", veterans.SearchFrailty, 0.5, 1 / (1 + 0.5*2)},
		{"separation frailty of entrants", entrants.SeparationFrailty, 0.3, 1},
		{"separation frailty after an exposure of 1", veterans.SeparationFrailty, 0.3, 1 / (1 + 0.3)},
	} {
		var values, squares []float64
		for _, x := range c.column {
			z := float64(x) / c.mean
			values = append(values, z)
			squares = append(squares, (z-1)*(z-1))
		}
		simtest.Mean(t, c.what, values, 0, 12, c.variance, 1, 0.06)
		fourth := c.variance * c.variance * (2 + 6*c.variance) // of a gamma: 3 v^2 + 6 v^3, less v^2
		simtest.Mean(t, c.what+", variance", squares, 0, 60, fourth, c.variance, 0.13*c.variance/0.3)
	}
}

// Traits go together as the file says: signs and rough sizes of rank correlations.
func TestTraitsGoTogether(t *testing.T) {
	const n = 40000
	p := people(n, marginals(), agents.Elapsed{})
	for _, c := range []struct {
		what string
		a, b func(i int) float64
		want float64
	}{
		{"skill with education", func(i int) float64 { return float64(p.Education[i]) }, func(i int) float64 { return float64(p.Skill[i]) }, 0.55},
		{"compliance with search frailty", func(i int) float64 { return float64(p.SearchFrailty[i]) }, func(i int) float64 { return float64(p.Compliance[i]) }, 0.27},
		{"separation with search frailty", func(i int) float64 { return float64(p.SearchFrailty[i]) }, func(i int) float64 { return float64(p.SeparationFrailty[i]) }, -0.26},
		{"lack of digital access with age", func(i int) float64 { return float64(-p.BornWeek[i]) }, func(i int) float64 { return float64(p.Digital[i]) }, 0.29},
		{"lack of digital access with education", func(i int) float64 { return float64(p.Education[i]) }, func(i int) float64 { return float64(p.Digital[i]) }, -0.21},
		{"motivation with skill", func(i int) float64 { return float64(p.Motivation[i]) }, func(i int) float64 { return float64(p.Skill[i]) }, 0},
		{"health with age", func(i int) float64 { return float64(-p.BornWeek[i]) }, func(i int) float64 { return float64(p.RentWeekly[i]) }, 0},
	} {
		var x, y, xx, yy, xy float64
		for i := range n {
			a, b := c.a(i), c.b(i)
			x, y, xx, yy, xy = x+a, y+b, xx+a*a, yy+b*b, xy+a*b
		}
		r := (xy/n - x/n*y/n) / math.Sqrt((xx/n-x/n*x/n)*(yy/n-y/n*y/n))
		// Five standard errors of a correlation are 0.025 here.
		if math.Abs(r-c.want) > 0.05 {
			t.Errorf("%s: a correlation of %.3f, want about %.2f", c.what, r, c.want)
		}
	}
}

// One trait's draw decides one trait: changing it leaves the others alone.
func TestTraitsHaveDrawsOfTheirOwn(t *testing.T) {
	c := agents.NewConstants(plain())
	s := agents.NewSynthesis(c, -400)
	m := marginals()
	m.LeadCarer, m.Couple, m.Housing, m.PartnerWorks = 1, 1, 1, 1 // so that every draw matters
	base := uniforms(3)
	shared := map[string][]string{
		"Age": {"BornWeek", "Digital", "Children", "FirstBefore2017"}, "Education": {"Education", "Skill", "Certificate", "Digital"}, "Frailty": {"SearchFrailty", "Compliance", "SeparationFrailty"},
		"ChildAge": {"YoungestBornWeek", "FirstBefore2017", "BornWeek", "Digital", "Children"}, "Children": {"Children", "FirstBefore2017"},
	}
	v := reflect.ValueOf(&base).Elem()
	for k := range v.NumField() {
		changed := base
		u := reflect.ValueOf(&changed).Elem().Field(k)
		if u.Kind() == reflect.Array {
			u = u.Index(0)
		}
		u.SetFloat(math.Mod(u.Float()+0.5, 1))
		p := agents.NewPopulation(2)
		s.Person(p, 0, &m, &base, 0, agents.Elapsed{}, 0)
		s.Person(p, 1, &m, &changed, 0, agents.Elapsed{}, 0)
		var differ []string
		p.Columns(func(name string, slice any) {
			if column := reflect.ValueOf(slice).Elem(); !column.Index(0).Equal(column.Index(1)) {
				differ = append(differ, name)
			}
		})
		draw := v.Type().Field(k).Name
		if len(differ) > 1 && len(shared[draw]) < len(differ) {
			t.Errorf("the draw of %s changes %v", draw, differ)
		}
	}
}

// A duration law with frailty has the mean of its closed form, and its quantiles lie where
// its density says.
func TestDurationLaw(t *testing.T) {
	const h, v = 0.04, 0.5
	law := agents.NewDurationLaw(h, v, 0, 1999)
	// The area under (1 + v h t)^(-1/v), to 1999 weeks.
	want := (1 - math.Pow(1+v*h*1999, 1-1/v)) / (h * (1 - v))
	if math.Abs(law.Mean()-want) > 0.001*want {
		t.Errorf("a mean of %.4f weeks, want %.4f", law.Mean(), want)
	}
	plainLaw := agents.NewDurationLaw(0.1, 0, 0.02, 1000)
	if got := 1 / plainLaw.Mean(); math.Abs(got-0.12) > 0.001 {
		t.Errorf("exits at a rate of %.4f, want 0.12", got)
	}
	for weeks := range 60 {
		edge := law.Below(weeks + 1)
		if got := law.Weeks(edge - 1e-9); int(got) != weeks {
			t.Errorf("just below a share of %.6f are %d weeks, want %d", edge, got, weeks)
		}
	}
	if law.Weeks(1-1e-16) > 1998 || law.Weeks(0) != 0 || law.Below(0) != 0 || law.Below(5000) != 1 {
		t.Error("the ends of a duration law")
	}
}

// Barriers have their shares among those who can have them, and come together.
func TestBarriersHaveTheirShares(t *testing.T) {
	m := marginals()
	m.Barriers = agents.BarrierShares{NoChildCare: 0.4, NoTransport: 0.2, NoLicence: 0.1, Debts: 0.3, InsecureHousing: 0.25, Correlation: 0.6}
	p := people(20000, m, agents.Elapsed{})
	var have, could [agents.BarriersOfPeople]int
	both := 0
	for i, set := range p.Barriers {
		for b := range agents.BarriersOfPeople {
			if b == agents.NoChildCare && p.Children[i] == 0 || b == agents.InsecureHousing && p.RentWeekly[i] == 0 || b == agents.NotOnline && p.Digital[i] != agents.Offline {
				if set.Has(b) {
					t.Fatalf("a barrier %v of somebody who cannot have it", b)
				}
				continue
			}
			could[b]++
			if set.Has(b) {
				have[b]++
			}
		}
		if set.Has(agents.NoTransport) && set.Has(agents.Debts) {
			both++
		}
	}
	for b, want := range [agents.BarriersOfPeople]float64{0.4, 0.2, 0.1, 0.3, 0.25, 0, 1} {
		if got := float64(have[b]) / float64(could[b]); got < want-0.03 || got > want+0.03 {
			t.Errorf("%v: %.3f of %d, want %.2f", agents.Barrier(b), got, could[b], want)
		}
	}
	if together := float64(both) / 20000; together < 0.08 {
		t.Errorf("%.3f have both of two barriers that 0.06 would have by chance", together)
	}
}
