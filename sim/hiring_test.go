package sim_test

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/simtest"
)

// applicants is a world of claimants who are alike and want the one kind of job that there
// is; nobody else applies, and any job is taken.
func applicants(t testing.TB, persons, open int, change func(c *sim.Config)) *sim.World {
	t.Helper()
	return seekers(persons, open, change).world(t)
}

// seekers is what applicants makes a world of.
func seekers(persons, open int, change func(c *sim.Config)) small {
	return small{persons: persons, status: agents.Claimant, coaches: 0, minutes: 600,
		config: func(c *sim.Config) {
			b, m := &c.Behaviour, &c.Market
			b.Finding.EntryHazard, b.Search.MotivationSpread = 0.01, 0
			b.Search.LeastGain, b.Search.ReservationStart = -1e9, 0
			m.Matching, m.Closure, m.Competitors, m.VacanciesOpen = sim.Agents, sim.Stock, 0, float64(open)
			m.Employers = sim.Employers{ScreeningWeeks: 1}
			m.Agencies = sim.Agencies{Speed: 1}
			m.Masses = [sim.Competitors]float64{1, 0, 0}
			m.Occupations = [sim.Occupations]sim.Occupation{8: {Vacancies: 1}}
			c.Population.Attached[0].Traits.Occupations = [sim.Occupations]float64{8: 1}
			if change != nil {
				change(c)
			}
		},
		person: func(p *agents.Population, i int32) { p.SearchFrailty[i], p.SearchFixed[i] = 1, 0 }}
}

// shortlist makes every vacancy choose and as many applications be shortlisted as are asked
// for, on average; there are no competitors unless rivals are asked for.
func shortlist(w *sim.World, applications, rivals float64) *sim.Demand {
	d, search := &w.Districts[0], 0.0
	for i := range w.People.ID {
		if w.People.Status[i] == agents.Claimant {
			search += w.Habits.EffectiveSearch(float64(w.People.SearchFixed[i]), float64(w.People.OwnEffort[i]))
		}
	}
	d.Demand.Choosing, d.Demand.ShortlistRate, d.Demand.Rivals = 1, applications/search, rivals
	return &d.Demand
}

// Applications that fall on vacancies at random are balls in urns: of V vacancies, A
// applications reach V(1-(1-1/V)^A).
func TestHiresAreThoseOfAnUrn(t *testing.T) {
	const open, detect = 1000, 0.04
	w := applicants(t, 60000, open, nil)
	week(t, w)
	hires, want, variance := 0.0, 0.0, 0.0
	for k := range 21 {
		m := shortlist(w, open*[]float64{0.4, 1, 2.5}[k%3], 0)
		before := m.Hires
		week(t, w)
		a, v := w.Districts[0].Shortlisted()
		if v != open {
			t.Fatalf("%d vacancies choose, want %d", v, open)
		}
		hires += m.Hires - before
		n, one, two := float64(v), math.Pow(1-1/float64(v), float64(a)), math.Pow(1-2/float64(v), float64(a))
		want += n * (1 - one)
		variance += n*(n-1)*two + n*one - n*n*one*one
	}
	band := 5 * math.Sqrt(variance)
	if math.Abs(hires-want) > band {
		t.Errorf("%.0f hires; by chance they lie within %.0f of %.0f", hires, band, want)
	}
	if band > detect/2*want {
		t.Errorf("a miss of %.0f would not be found for certain, only one of %.0f", detect*want, 2*band)
	}
}

// Nobody is hired twice or without applying, and no vacancy is filled twice, however
// scarce either are and whatever share of them the competitors have.
func TestNoMoreHiresThanEitherSideHas(t *testing.T) {
	for _, c := range []struct{ open, applications, rivals float64 }{{20, 5, 0}, {20, 2000, 0}, {20, 2000, 400}, {2000, 30, 10}, {300, 300, 300}} {
		w := applicants(t, 1000, int(c.open), func(s *sim.Config) { s.Market.Competitors = 0.5 })
		week(t, w)
		for range 6 {
			m := shortlist(w, c.applications, c.rivals)
			before, claimants := *m, w.Districts[0].Stock[agents.Claimant]
			week(t, w)
			_, choosing := w.Districts[0].Shortlisted()
			applied := w.Applicants(&w.Districts[0])
			hires := m.Hires - before.Hires
			if filled := m.Filled - before.Filled; filled > float64(choosing) || hires > float64(len(applied)) || filled-hires != m.CompetitorHires-before.CompetitorHires {
				t.Errorf("%+v: %v filled of %d that choose, %v by %d who apply", c, filled, choosing, hires, len(applied))
			}
			if left := claimants - w.Districts[0].Stock[agents.Claimant]; float64(left) != hires {
				t.Errorf("%+v: %v hires and %d who left", c, hires, left)
			}
			for i, id := range w.People.ID {
				if w.People.Status[i] == agents.Employed && w.People.Since[i] == w.Week-1 && !applied[id] {
					t.Errorf("%+v: person %d was hired without applying", c, id)
				}
			}
		}
	}
}

// With long shortlists every vacancy that chooses is filled, and who has several offers
// leaves the others to those behind her.
func TestOffersThatAreRefusedGoToTheNext(t *testing.T) {
	w := applicants(t, 4000, 100, nil)
	week(t, w)
	m := shortlist(w, 3000, 0)
	before := m.Hires
	week(t, w)
	if hires := m.Hires - before; hires < 99 {
		t.Errorf("%v hires for 100 vacancies with thirty applications each", hires)
	}
}

// When everybody searches more, inflow that is held gives hardly more hires, an open stock
// that is held gives the elasticity of the matching, and entry more than that.
func TestClosuresOfVacanciesThatChoose(t *testing.T) {
	more := map[sim.Closure]float64{}
	for _, closure := range []sim.Closure{sim.Inflow, sim.Stock, sim.Entry} {
		w := applicants(t, 30000, 2000, func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard = 0.008
			m := &c.Market
			m.Closure, m.Competitors, m.EntryElasticity, m.EntrySpeed, m.SearchElasticity = closure, 0.67, 4, 0.2, 0.6
		})
		week(t, w)
		v := w.Clone()
		for i := range v.People.ID {
			v.People.SearchFixed[i] += float32(math.Log(1.1))
		}
		v.Districts[0].Demand.Rivals *= 1.1
		advance(t, w, 40)
		advance(t, v, 40)
		more[closure] = math.Log(v.Districts[0].Demand.Filled/w.Districts[0].Demand.Filled) / math.Log(1.1)
	}
	if !(more[sim.Inflow] < more[sim.Stock]-0.1 && more[sim.Stock] < more[sim.Entry]-0.1) {
		t.Errorf("elasticities of hires to search: %v under inflow, stock and entry", more)
	}
	if math.Abs(more[sim.Stock]-0.55) > 0.15 || more[sim.Inflow] < 0 || more[sim.Inflow] > 0.3 {
		t.Errorf("elasticities of hires to search: %v; want about 0.55 under stock and little under inflow", more)
	}
}

// parts advances two worlds and tells where they differ first, in anything but the columns
// that are left out.
func parts(t *testing.T, a, b *sim.World, until agents.Week, skip simtest.Skip) *simtest.Difference {
	t.Helper()
	for a.Week < until {
		week(t, a)
		week(t, b)
		if d := simtest.Compare(a, b, skip); d != nil {
			return d
		}
	}
	return nil
}

// A certificate that no vacancy asks for changes nothing; one that is asked for does.
func TestQualificationNobodyAsksFor(t *testing.T) {
	for _, asks := range []float64{0, 0.5} {
		schooled := func(certificate bool) *sim.World {
			w := applicants(t, 3000, 100, func(c *sim.Config) {
				c.Market.Competitors = 0.5
				c.Market.Occupations = [sim.Occupations]sim.Occupation{0: {Vacancies: 0.5, Certificate: 1}, 8: {Vacancies: 0.5, Certificate: asks}}
			})
			for i := range w.People.ID {
				if i%2 == 0 {
					w.People.Certificate[i] = certificate
				}
			}
			return w
		}
		d := parts(t, schooled(false), schooled(true), 20, simtest.Skip{"Certificate": true})
		switch {
		case asks == 0 && d != nil:
			t.Error("nobody asks: ", d)
		case asks > 0 && d == nil:
			t.Error("half of the vacancies ask, and nothing changes")
		}
	}
}

// Who lacks what a vacancy asks for is not hired, and who has several offers takes the one
// that pays best.
func TestCertificatesAndChoice(t *testing.T) {
	w := applicants(t, 1000, 4000, func(c *sim.Config) {
		c.Market.Occupations[8].Certificate = 1
		c.Behaviour.Pay.AtMinimum, c.Behaviour.Pay.PartTime = 0.5, 0
	})
	for i := range w.People.ID {
		w.People.Certificate[i] = i%2 == 0
	}
	week(t, w)
	shortlist(w, 6000, 0)
	week(t, w)
	hires, least := 0, 0
	for i := range w.People.ID {
		if w.People.Status[i] != agents.Employed || w.People.Since[i] != 1 {
			continue
		}
		if i%2 == 1 {
			t.Fatalf("person %d was hired without the certificate", i)
		}
		if hires++; w.People.HourlyPay[i] == 1144 {
			least++
		}
	}
	if hires < 400 || least > hires/4 {
		t.Errorf("of %d who had some six offers each, %d took one at the minimum wage, which half of them paid", hires, least)
	}
}

// The order of rows decides nothing.
func TestOrderOfApplicantsDecidesNothing(t *testing.T) {
	mixed := func() *sim.World {
		return applicants(t, 2000, 100, func(c *sim.Config) {
			c.Market = shippedCase(t).Config(1).Market
			c.Market.Districts, c.Market.Offices, c.Market.Lowest, c.Market.Highest, c.Market.VacanciesOpen = 1, 1, 1, 1, 100
			c.Behaviour.Search.MotivationSpread = 0.5
			shipped := &shippedCase(t).Config(1).Behaviour
			c.Behaviour.Jobs, c.Behaviour.Skill, c.Behaviour.Moves, c.Behaviour.Progress = shipped.Jobs, shipped.Skill, shipped.Moves, shipped.Progress
			c.Behaviour.Moves.Looks = 0.1
			c.Population.Attached[0].Traits = shippedCase(t).Config(1).Population.Attached[0].Traits
			c.Population.Attached[0].Traits.PartnerHere = 0 // couples know one another by their rows
		})
	}
	a, b := mixed(), mixed()
	b.People.Columns(func(_ string, slice any) {
		column := reflect.ValueOf(slice).Elem()
		swap := reflect.Swapper(column.Interface())
		for i := range column.Len() / 2 {
			swap(i, column.Len()-1-i)
		}
	})
	if a.People.ID[0] == b.People.ID[0] {
		t.Fatal("the rows are in the same order")
	}
	if d := parts(t, a, b, 30, nil); d != nil {
		t.Error(d)
	}
	if a.Districts[0].Demand.JobToJob == 0 {
		t.Error("nobody changed jobs, so the test shows little")
	}
	if a.Districts[0].Demand.Hires < 50 {
		t.Error("hardly anybody was hired, so the test shows nothing")
	}
}

// Employers who screen pass over those with a long gap; those who do not, do not.
func TestScreening(t *testing.T) {
	for _, screening := range []float64{0, 2} {
		w := applicants(t, 40000, 4000, func(c *sim.Config) {
			c.Market.Employers.Screening, c.Market.Employers.ScreeningWeeks = screening, 26
		})
		for i := range w.People.ID {
			if w.People.BenefitSince[i] = 0; i%2 == 0 {
				w.People.BenefitSince[i] = -60
			}
		}
		week(t, w)
		m := shortlist(w, 8000, 0)
		before := m.Hires
		week(t, w)
		long := 0
		for i := range w.People.ID {
			if i%2 == 0 && w.People.Status[i] == agents.Employed && w.People.Since[i] == w.Week-1 {
				long++
			}
		}
		hires := int(m.Hires - before)
		if screening == 0 {
			proportion(t, "hires of the long-term, without screening", long, hires, 0.5, 0.09)
		} else if share := float64(long) / float64(hires); share > 0.36 || share < 0.15 {
			t.Errorf("%.2f of hires are of the long-term under screening", share)
		}
	}
}

// A job below the reservation wage is refused until that has fallen far enough; one that
// pays too little more than not working is never taken.
func TestOffersAreRefused(t *testing.T) {
	ownSeed(t)
	const last, fall = 4000, 0.1 // pence an hour; the reservation wage of the even rows
	w := applicants(t, 2000, 1000, func(c *sim.Config) {
		c.Behaviour.Search.ReservationStart, c.Behaviour.Search.ReservationFall = 1, fall
		c.Behaviour.Pay.AtMinimum = 1
	})
	for i := range w.People.ID {
		w.People.BenefitSince[i], w.People.HourlyPay[i] = 0, 0
		if i%2 == 0 {
			w.People.HourlyPay[i] = last
		}
	}
	week(t, w)
	falls := agents.Week(math.Ceil(math.Log(1144.0/last) / math.Log(1-fall))) // to the minimum wage of £11.44
	proud := func() (n int) {
		for i := range w.People.ID {
			if i%2 == 0 && w.People.Status[i] == agents.Employed {
				n++
			}
		}
		return n
	}
	for w.Week < falls {
		shortlist(w, 300, 0)
		week(t, w)
	}
	if n := proud(); n > 0 {
		t.Errorf("%d took a job below their reservation wage", n)
	}
	if w.Districts[0].Demand.Hires < 500 {
		t.Errorf("only %v of the others were hired", w.Districts[0].Demand.Hires)
	}
	shortlist(w, 300, 0)
	week(t, w)
	if proud() == 0 {
		t.Errorf("in week %d nobody takes what she may", w.Week)
	}
	for gain, taken := range map[float64]bool{0: true, 100000: false} {
		w := applicants(t, 500, 200, func(c *sim.Config) { c.Behaviour.Search.LeastGain = gain })
		week(t, w)
		shortlist(w, 300, 0)
		week(t, w)
		if (w.Districts[0].Demand.Hires > 50) != taken || !taken && w.Districts[0].Demand.Hires > 0 {
			t.Errorf("with a least gain of %.0f pence %v are hired", gain, w.Districts[0].Demand.Hires)
		}
	}
}

// A temporary vacancy gives a temporary job, and that ends sooner.
func TestTemporaryJobs(t *testing.T) {
	for _, share := range []float64{0, 1} {
		w := applicants(t, 40000, 8000, func(c *sim.Config) {
			c.Market.Occupations[8].Temporary = share
			c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Jobs.TemporaryRatio = 0.1, 0.1, 2.5
		})
		week(t, w)
		shortlist(w, 20000, 0)
		week(t, w)
		for i := range w.People.ID {
			if w.People.Status[i] == agents.Employed && w.People.Temporary[i] != (share == 1) {
				t.Fatalf("person %d: temporary is %v", i, w.People.Temporary[i])
			}
		}
		shortlist(w, 0, 0)
		employed := int(w.Districts[0].Stock[agents.Employed])
		week(t, w)
		proportion(t, "jobs that end in a week", employed-int(w.Districts[0].Stock[agents.Employed]), employed, 0.1+0.15*share, 0.05)
	}
}

// The job that a switcher leaves is posted in its occupation group in the next week, if it
// is posted at all; those of others leave none.
func TestJobsOfSwitchersArePostedAgain(t *testing.T) {
	for _, c := range []struct{ switchers, repost float64 }{{1, 0}, {1, 1}, {1, 0.6}, {0.5, 1}, {0, 1}} {
		w := applicants(t, 3000, 4000, func(s *sim.Config) {
			s.Market.Closure, s.Market.Competitors, s.Market.Employers.Repost = sim.Inflow, 0.9, c.repost
			s.Market.Masses = [sim.Competitors]float64{c.switchers, 1 - c.switchers, 0}
			s.Market.Occupations = [sim.Occupations]sim.Occupation{3: {Vacancies: 0.3}, 8: {Vacancies: 0.7}}
			s.Behaviour.Finding.EntryHazard = 0.02
		})
		week(t, w)
		reposted, taken := 0.0, 0.0
		for range 12 {
			before, open := w.Districts[0].Demand, w.Districts[0].Vacancies.Len()
			week(t, w)
			m := &w.Districts[0].Demand
			if m.Open != float64(open)+float64(m.Opened-before.Opened) {
				t.Errorf("%+v: %v choose among, of %d that were left and %d new", c, m.Open, open, m.Opened-before.Opened)
			}
			for o, share := range map[int]float64{3: 0.3, 8: 0.7} {
				due := before.Due[o] + m.BaseInflow*share + before.Reposted[o]
				opened := 0
				for k, created := range w.Districts[0].Vacancies.Created {
					if created == w.Week-1 && int(w.Districts[0].Vacancies.Occupation[k]) == o {
						opened++
					}
				}
				if math.Abs(m.Due[o]-(due-math.Floor(due))) > 1e-9 || opened > int(due) {
					t.Errorf("%+v: group %d, %v are due and %d open, %v carried over", c, o, due, opened, m.Due[o])
				}
			}
			if m.Opened-before.Opened != int64(math.Floor(before.Due[3]+m.BaseInflow*0.3+before.Reposted[3]))+int64(math.Floor(before.Due[8]+m.BaseInflow*0.7+before.Reposted[8])) {
				t.Errorf("%+v: %d were opened", c, m.Opened-before.Opened)
			}
			reposted += m.Reposted[3] + m.Reposted[8]
			taken += m.CompetitorHires - before.CompetitorHires
		}
		if taken < 400 {
			t.Fatalf("competitors took only %v", taken)
		}
		if want := c.switchers * c.repost; want == 0 || want == 1 {
			if reposted != want*taken {
				t.Errorf("%+v: %v posted again of %v", c, reposted, taken)
			}
		} else {
			proportion(t, "jobs posted again", int(reposted), int(taken), want, 0.11)
		}
	}
}

// Vacancies begin with ages, and those that nobody fills are withdrawn at their rate.
func TestVacanciesAgeAndLapse(t *testing.T) {
	w := applicants(t, 20000, 5000, func(c *sim.Config) { c.Market.VacanciesFilled = 0.5 })
	week(t, w)
	v, m := &w.Districts[0].Vacancies, shortlist(w, 0, 0)
	if !slices.ContainsFunc(v.Created, func(created agents.Week) bool { return created < -10 }) {
		t.Error("no vacancy of the starting state is older than ten weeks")
	}
	before := m.Lapsed
	week(t, w)
	proportion(t, "vacancies withdrawn in a week", int(m.Lapsed-before), 5000, m.Lapse, 0.03)
}

// In a steady state entry brings as many vacancies as are filled and withdrawn, whatever its
// elasticity, and the open stock stays.
func TestEntryInASteadyState(t *testing.T) {
	w := applicants(t, 60000, 2000, func(c *sim.Config) {
		c.Behaviour.Finding.EntryHazard = 0.001
		m := &c.Market
		m.Closure, m.Competitors, m.EntryElasticity, m.EntrySpeed, m.SearchElasticity = sim.Entry, 0.67, 3, 0.2, 0.6
	})
	advance(t, w, 5)
	open, inflow, n := 0.0, 0.0, 0.0
	for ; n < 25; n++ {
		week(t, w)
		m := &w.Districts[0].Demand
		open += m.Open / m.BaseOpen
		inflow += m.Inflow / m.BaseInflow
	}
	near(t, "open vacancies", open/n, 1, 0.06)
	near(t, "the inflow", inflow/n, 1, 0.06)
}

// Applications leave the own occupation group as often as people are mobile, for others in
// proportion to vacancies.
func TestMobility(t *testing.T) {
	ownSeed(t)
	w := applicants(t, 40000, 30000, func(c *sim.Config) {
		c.Market.Employers.Mobility = 0.4
		c.Market.Occupations = [sim.Occupations]sim.Occupation{0: {Vacancies: 0.5}, 8: {Vacancies: 0.5}}
	})
	week(t, w)
	for range 5 {
		shortlist(w, 1000, 0)
		week(t, w)
	}
	hires, moved := 0, 0
	for i := range w.People.ID {
		if w.People.Status[i] == agents.Employed {
			if hires++; w.People.JobOccupation[i] != 8 {
				moved++
			}
		}
	}
	proportion(t, "jobs in another group", moved, hires, 0.2, 0.06)
}

// What is counted between observed weeks starts again with them, and agrees with the books.
func TestClosedVacanciesAreCounted(t *testing.T) {
	w := applicants(t, 5000, 500, func(c *sim.Config) { c.Market.Competitors = 0.5 })
	advance(t, w, 6)
	w.ZeroCounts()
	m := &w.Districts[0].Demand
	if m.Closed != 0 || m.LifeWeeks != 0 {
		t.Errorf("%v vacancies closed after %v weeks before anything happened", m.Closed, m.LifeWeeks)
	}
	before := *m
	advance(t, w, 12)
	if closed := m.Taken + m.Lapsed - before.Taken - before.Lapsed; float64(closed) != m.Closed || closed == 0 || m.LifeWeeks < m.Closed {
		t.Errorf("%v vacancies closed after %v weeks, the books say %d", m.Closed, m.LifeWeeks, closed)
	}
}
