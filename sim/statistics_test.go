package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/simtest"
)

// finders is a world of claimants in whom nothing but finding work happens, at a constant
// offer rate h: nobody is seen, vacancies do not run out, effort is the reference.
func finders(t testing.TB, persons int, h, v float64, change func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: persons, status: agents.Claimant, config: func(c *sim.Config) {
		b := &c.Behaviour
		b.Finding.EntryHazard, b.Finding.FrailtyVariance = h, v
		b.Search.MotivationSpread, b.Search.GainElasticity = 0, 0
		c.Market.Matching, c.Market.SearchElasticity, c.Market.VacanciesOpen = sim.Aggregate, 1, float64(100*persons)
		if change != nil {
			change(c)
		}
	}}.world(t)
}

// With gamma frailty of variance v and hazard h, claims survive t weeks with probability
// (1 + v h t)^(-1/v).
func TestSurvivalOfClaims(t *testing.T) {
	long(t)
	const n, h, v = 40000, 0.04, 0.55
	w := finders(t, n, h, v, nil)
	for _, weeks := range []agents.Week{4, 13, 26, 52} {
		advance(t, w, weeks)
		left := int(w.Districts[0].Stock[agents.Claimant])
		proportion(t, "claims that survive", left, n, math.Pow(1+v*h*float64(weeks), -1/v), 0.021)
	}
	if found := w.Districts[0].Stock[agents.Employed]; found+w.Districts[0].Stock[agents.Claimant] != n {
		t.Error("somebody is neither in work nor a claimant")
	}
}

// stationary is a world whose stock and inflow are those of the duration law.
func stationary(t testing.TB, n int, h, v float64) (w *sim.World, inflow float64) {
	t.Helper()
	law := agents.NewDurationLaw(h, v, 0, 520)
	// The law is that of the middle of a week. At its end those who came in it have had all
	// of the week to leave, so the stock is half a week's inflow less.
	inflow = float64(n) / (law.Mean() - 0.5)
	w = finders(t, n, h, v, func(c *sim.Config) {
		c.Horizon = 60
		s := &c.Population.Attached[0]
		s.Duration, s.Hazard = law, h
		c.Population.Arrivals = []sim.Arrival{{Name: "new", PerWeek: inflow, Traits: s.Traits}}
	})
	return w, inflow
}

// The starting stock comes with its durations and with the frailty of those who are still
// there: exits are as many in the first weeks as a year later, and as many as come.
func TestNoBurstAtTheStart(t *testing.T) {
	long(t)
	const n, h, v = 40000, 0.05, 0.2
	w, inflow := stationary(t, n, h, v)
	for _, from := range []agents.Week{0, 24, 48} {
		advance(t, w, from)
		before, stock := hired(w), float64(w.Districts[0].Stock[agents.Claimant])
		advance(t, w, from+10)
		there := stock + 10*inflow
		proportion(t, "hires in ten weeks", hired(w)-before, int(there), 10*inflow/there, 0.021)
		proportion(t, "the stock that is left", int(w.Districts[0].Stock[agents.Claimant]), int(there), n/there, 0.021)
	}
}

func hired(w *sim.World) int {
	n := 0
	for _, k := range w.People.Total.ToWork {
		n += int(k)
	}
	return n
}

// Durations of the starting stock follow the stationary law.
func TestDurationsOfTheStartingStock(t *testing.T) {
	const n, h, v = 20000, 0.05, 0.2
	w, _ := stationary(t, n, h, v)
	total := 0.0
	below := make([]float64, 522)
	for weeks := range 521 {
		below[weeks] = total
		total += math.Pow(1+v*h*(float64(weeks)+0.5), -1/v)
	}
	var durations []float64
	for i := range int(w.Districts[0].Attached) {
		durations = append(durations, float64(-w.People.BenefitSince[i]))
	}
	simtest.Distribution(t, "weeks on benefit", durations, func(x float64) float64 { return below[int(math.Floor(x))+1] / total }, 0.08)
	// Frailty given the duration is gamma with mean 1/(1 + v h duration).
	var over []float64
	for i := range int(w.Districts[0].Attached) {
		if d := -w.People.BenefitSince[i]; d >= 20 {
			over = append(over, float64(w.People.SearchFrailty[i])*(1+v*h*float64(d)))
		}
	}
	simtest.Mean(t, "frailty of the long-term", over, 0, 6, v, 1, 0.12)
}

// Jobs last as their hazard says: floor + (start - floor) exp(-tenure/time) times a gamma
// multiplier.
func TestJobsLastAsTheirHazardSays(t *testing.T) {
	long(t)
	const n, v = 40000, 0.3
	w := small{persons: n, status: agents.Employed, config: func(c *sim.Config) {
		j := &c.Behaviour.Jobs
		j.SeparationStart, j.SeparationFloor, j.SeparationTime, j.FrailtyVariance = 0.04, 0.002, 30, v
	}}.world(t)
	frailty := make([]float64, 4000)
	for k := range frailty {
		frailty[k] = exact.GammaQuantile(1/v, (float64(k)+0.5)/float64(len(frailty))) * v
	}
	// small makes everybody's multiplier 1; here it is part of what is tried.
	for i := range w.People.ID {
		u := w.Draws.U(uint32(w.People.ID[i]), 999, 1)
		w.People.SeparationFrailty[i] = float32(frailty[int(u*float64(len(frailty)))])
	}
	survives := make([]float64, len(frailty))
	for k := range survives {
		survives[k] = 1
	}
	for at := range agents.Week(52) {
		mean := 0.0
		for k, z := range frailty {
			survives[k] *= 1 - (0.002+0.038*math.Exp(-float64(at)/30))*z
			mean += survives[k] / float64(len(frailty))
		}
		week(t, w)
		if at%13 == 12 {
			proportion(t, "jobs that last", int(w.Districts[0].Stock[agents.Employed]), n, mean, 0.021)
		}
	}
}

// The share of interviews missed is the mean of the decision over compliance.
func TestShareOfInterviewsMissed(t *testing.T) {
	const n = 40000
	w := small{persons: n, status: agents.Claimant, coaches: 100, minutes: 10000, config: func(c *sim.Config) {
		c.Behaviour.Attendance.Missed, c.Behaviour.Attendance.ComplianceOdds = 0.13, 2
	}}.world(t)
	for i := range w.People.ID {
		w.People.NextInterview[i] = 0
	}
	want := 0.0
	odds := math.Log(0.13 / 0.87)
	for k := range 1000 {
		compliance := (float64(k) + 0.5) / 1000
		want += 1 / (1 + math.Exp(-(odds + 2*(0.5-compliance)))) / 1000
	}
	week(t, w)
	missed, due := 0, 0
	for i := range w.People.ID {
		missed += int(w.People.Total.InterviewsMissed[i])
		due += int(w.People.Total.InterviewsHeld[i] + w.People.Total.InterviewsMissed[i])
	}
	if due != n {
		t.Fatalf("%d interviews of %d", due, n)
	}
	proportion(t, "interviews missed", missed, due, want, 0.015)
}

// The chain from a missed interview to a sanction is the product of its links.
func TestShareOfMissesThatAreSanctioned(t *testing.T) {
	const n = 40000
	w := small{persons: n, status: agents.Claimant, coaches: 100, minutes: 10000,
		regime: func(p *policy.Plan) {
			p.Missed.Excused, p.Missed.Referred, p.Missed.Imposed, p.Missed.DecisionDelay = 0.5, 0.4, 0.6, 2
		},
		config: func(c *sim.Config) { c.Behaviour.Attendance.Missed, c.Behaviour.Attendance.ComplianceOdds = 1, 0 },
		person: func(p *agents.Population, i int32) { p.NextInterview[i] = 0 }}.world(t)
	week(t, w)
	habits(w, 0, 0)
	advance(t, w, 4)
	referred, sanctioned := 0, 0
	for k := range w.Coaches.Referrals {
		referred += int(w.Coaches.Referrals[k])
	}
	for i := range w.People.ID {
		sanctioned += int(w.People.Total.Sanctions[i])
	}
	proportion(t, "misses referred", referred, n, 0.5*0.4, 0.018)
	proportion(t, "misses sanctioned", sanctioned, n, 0.5*0.4*0.6, 0.015)
}

// Weeks between losing a job and applying are geometric with the given mean.
func TestDelayOfClaims(t *testing.T) {
	const n, mean = 40000, 2.5
	w := small{persons: n, status: agents.Employed, config: func(c *sim.Config) {
		j := &c.Behaviour.Jobs
		j.SeparationStart, j.SeparationFloor, j.Claims, j.ClaimDelay = 1, 1, 1, mean
	}}.world(t)
	week(t, w)
	var delays []float64
	for i := range w.People.ID {
		delays = append(delays, float64(w.People.ClaimWeek[i]))
	}
	simtest.Distribution(t, "weeks to a claim", delays, func(x float64) float64 { return 1 - math.Pow(mean/(1+mean), math.Floor(x)+1) }, 0.07)
}

// The separated go their three ways in the given shares.
func TestSharesAfterAJob(t *testing.T) {
	const n = 40000
	w := small{persons: n, status: agents.Employed, config: func(c *sim.Config) {
		j := &c.Behaviour.Jobs
		j.SeparationStart, j.SeparationFloor, j.Claims, j.OtherJob = 1, 1, 0.7, 0.2
	}}.world(t)
	week(t, w)
	d := &w.Districts[0]
	proportion(t, "who claim", int(d.Stock[agents.Applying]), n, 0.7, 0.021)
	proportion(t, "who have another job", int(d.Stock[agents.Employed]), n, 0.2, 0.018)
	proportion(t, "who have neither", int(d.Stock[agents.Inactive]), n, 0.1, 0.014)
}

// Twice the country with everything in it has the same rates.
func TestRatesDoNotDependOnSize(t *testing.T) {
	long(t)
	rates := func(persons string) (claimants, employed, other float64) {
		w := burnt(t, standard(t, "persons="+persons, "burn_in.weeks=26", "market.districts.smallest=4000"))
		for k := range w.Districts {
			claimants += float64(w.Districts[k].Stock[agents.Claimant])
			employed += float64(w.Districts[k].Stock[agents.Employed])
			other += float64(w.Districts[k].Stock[agents.OtherBenefit])
		}
		return claimants, employed, other
	}
	a, b, c := rates("12000")
	x, y, z := rates("24000")
	for _, part := range []struct {
		what       string
		half, full float64
	}{{"claimants", a, x}, {"in work", b, y}, {"on another benefit", c, z}} {
		// Two counts in proportion: given their sum, the smaller is binomial with a third.
		proportion(t, part.what, int(part.half), int(part.half+part.full), 1.0/3, detectAt(part.half+part.full))
	}
}

// detectAt is the miss that a third of n finds for certain.
func detectAt(n float64) float64 { return 8.2 * math.Sqrt(2.0/9/n) }

// With vacancies for everybody, nobody finds work later for a higher chance of it.
func TestNobodyIsLaterForABetterChance(t *testing.T) {
	found := func(h float64) []agents.Week {
		w := finders(t, 2000, h, 0.5, nil)
		advance(t, w, 30)
		weeks := make([]agents.Week, w.People.Len())
		for i := range weeks {
			weeks[i] = agents.Never
			if w.People.Status[i] == agents.Employed {
				weeks[i] = w.People.JobSince[i]
			}
		}
		return weeks
	}
	worse, better, sooner := found(0.03), found(0.04), 0
	for i := range worse {
		if better[i] > worse[i] {
			t.Errorf("person %d finds work in week %d in the place of %d", i, better[i], worse[i])
		}
		if better[i] < worse[i] {
			sooner++
		}
	}
	if sooner < 100 {
		t.Errorf("only %d of 2000 are sooner", sooner)
	}
}

// Where vacancies are scarce, more effort by everybody still means no fewer hires, but adds
// fewer than where they are not: in the first weeks, before what was left open is taken up.
func TestMoreEffortWhenVacanciesAreScarce(t *testing.T) {
	long(t)
	gain := func(elasticity float64) float64 {
		hires := func(support float64) (total float64) {
			for replicate := 1; replicate <= 6; replicate++ {
				c := standard(t, "persons=3000", "burn_in.weeks=4", "horizon=4 weeks").Config(replicate)
				c.Market.Closure, c.Market.SearchElasticity = sim.Inflow, elasticity
				w := sim.NewWorld(c)
				advance(t, w, 0)
				// What an interview adds to effort; the reference for its effect is left as it was.
				more := *w.Habits
				more.Search.Support += support
				w.Habits = &more
				advance(t, w, 4)
				total += float64(hired(w))
			}
			return total
		}
		return hires(2) / hires(0)
	}
	scarce, plenty := gain(0.1), gain(1)
	if scarce < 1 || plenty < scarce+0.03 {
		t.Errorf("more effort brings %.3f times the hires where vacancies are scarce, %.3f where they are not", scarce, plenty)
	}
}

// The multiplier of losing a job of those who have long kept theirs is as if drawn anew and
// survived with.
func TestFrailtyOfTheLongEmployed(t *testing.T) {
	long(t)
	const n, v = 40000, 0.3
	s := small{persons: n, status: agents.Employed, config: func(c *sim.Config) {
		j := &c.Behaviour.Jobs
		j.SeparationStart, j.SeparationFloor, j.SeparationTime, j.FrailtyVariance = 0.04, 0.002, 30, v
		c.Population.Attached[0].Duration = agents.NewDurationLaw(0.001, 0.3, 0, 104)
	}}
	w := sim.NewWorld(s.written(t))
	var scaled []float64
	for i := range w.People.ID {
		if tenure := -w.People.JobSince[i]; tenure > 26 {
			scaled = append(scaled, float64(w.People.SeparationFrailty[i])*(1+v*w.Habits.SeparationExposure(tenure)))
		}
	}
	simtest.Mean(t, "frailty by exposure", scaled, 0, 8, v, 1, 0.05)
}

// Arrivals are whole persons whose number follows the flow of their week.
func TestArrivalsFollowTheirFlow(t *testing.T) {
	const weeks = 4000
	w := small{persons: 1, status: agents.Retired, config: func(c *sim.Config) {
		c.Horizon = weeks
		c.Population.Arrivals = []sim.Arrival{
			{Name: "level", PerWeek: 0.4, Traits: c.Population.Attached[0].Traits},
			{Name: "falling", PerWeek: 1, Falls: 1.0 / weeks, Traits: c.Population.Attached[0].Traits},
		}
	}}.world(t)
	early := 0
	for _, week := range w.People.EntryWeek[1:] {
		if week < weeks/2 {
			early++
		}
	}
	// Half of the level flow and three quarters of the falling one come early; a week has at
	// most one arrival of each.
	proportion(t, "early arrivals", early, weeks, (0.4*weeks/2+0.75*weeks/2)/weeks, 0.07)
	proportion(t, "late arrivals", len(w.People.EntryWeek)-1-early, weeks, (0.4*weeks/2+0.25*weeks/2)/weeks, 0.07)
}
