package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/sim"
)

// searchers is a world of claimants who are alike, look for work and are never seen.
func searchers(t testing.TB, persons int, change func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: persons, status: agents.Claimant, coaches: 0, minutes: 600,
		config: func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard = 0.05
			c.Behaviour.Search.MotivationSpread, c.Behaviour.Costs.Fare = 0, 0
			c.Market.Matching, c.Market.Competitors, c.Market.Employers.Repost = sim.Aggregate, 0.75, 0.6
			c.Market.Masses = [sim.Competitors]float64{0.6, 0.22, 0.18}
			c.Market.VacanciesOpen = float64(persons) / 2
			if change != nil {
				change(c)
			}
		},
		person: func(p *agents.Population, i int32) { p.SearchFrailty[i], p.SearchFixed[i] = 1, 0 }}.world(t)
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within*math.Abs(want) {
		t.Errorf("%s is %.10g, want %.10g", what, got, want)
	}
}

// The first week is the starting state: the offer rate is the entry hazard, competitors
// take their share of hires, vacancies come as fast as they go.
func TestStartingStateOfAMarket(t *testing.T) {
	w := searchers(t, 1000, func(c *sim.Config) { c.Market.Closure = sim.Inflow })
	one := agents.NewConstants(w.Habits.Behaviour)
	search := 0.0
	for i := range w.People.Len() {
		search += one.EffectiveSearch(0, float64(w.People.OwnEffort[i]))
	}
	week(t, w)
	m := &w.Districts[0].Demand
	near(t, "the offer rate", m.OfferRate, 0.05, 1e-12)
	near(t, "competitors", m.Competitors, search*3, 1e-6)
	near(t, "hires of others", m.CompetitorHires, 0.05*search*3, 1e-6)
	expected := 0.05 * search * 4
	near(t, "the chance of filling a vacancy", m.BaseFill, expected/500, 1e-6)
	// Six in ten of the jobs that people in work take leave one that is posted again.
	reposted := 0.05 * search * 3 * 0.6 * 0.6
	near(t, "the inflow", m.BaseInflow, expected/0.9-reposted, 1e-6)
	near(t, "filled", m.Filled, m.Hires+m.CompetitorHires, 1e-12)
	left := 500 - m.Filled
	near(t, "open", m.Open, left*(1-m.BaseFill/9/(1-m.BaseFill))+m.BaseInflow+reposted, 1e-8)
}

// A market in which nobody searches yet waits for the first who does.
func TestMarketWaitsForTheFirstSearcher(t *testing.T) {
	for _, matching := range []sim.Matching{sim.Agents, sim.Aggregate} {
		w := small{persons: 500, status: agents.Employed, config: func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard, c.Market.Closure, c.Market.VacanciesOpen, c.Market.Matching = 0.05, sim.Entry, 200, matching
			c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Jobs.Claims = 1, 1, 1
		}}.world(t)
		week(t, w)
		m := &w.Districts[0].Demand
		if m.Open != 200 || m.OfferRate != 0 || m.BaseSearch != 0 || m.Opened != 0 {
			t.Errorf("with nobody searching the market is %+v", *m)
		}
		week(t, w)
		if matching == sim.Aggregate {
			near(t, "the offer rate of the first week", m.OfferRate, 0.05, 1e-12)
		} else {
			near(t, "vacancies that are opened", float64(m.Opened), 200, 0.02)
		}
		if m.Hires == 0 {
			t.Error("nobody is hired")
		}
	}
}

// The second week by hand under each closure.
func TestClosures(t *testing.T) {
	for _, closure := range []sim.Closure{sim.Stock, sim.Inflow, sim.Entry} {
		w := searchers(t, 1000, func(c *sim.Config) {
			c.Market.Closure, c.Market.SearchElasticity, c.Market.EntryElasticity, c.Market.EntrySpeed = closure, 0.6, 2, 0.1
		})
		week(t, w)
		before := w.Districts[0].Demand
		claimants := 0.0
		for i := range w.People.Len() {
			if w.People.Status[i] == agents.Claimant {
				claimants += w.Habits.EffectiveSearch(float64(w.People.SearchFixed[i]), float64(w.People.OwnEffort[i]))
			}
		}
		week(t, w)
		m := &w.Districts[0].Demand
		tighter := before.Open / before.BaseOpen * before.BaseSearch / (claimants + before.Competitors)
		near(t, "the offer rate", m.OfferRate, 0.05*math.Pow(tighter, 0.4), 1e-6)
		filled := m.Filled - before.Filled
		near(t, "hires of others", m.CompetitorHires-before.CompetitorHires, before.Competitors*m.OfferRate, 1e-9)
		near(t, "filled", filled, m.Hires-before.Hires+m.CompetitorHires-before.CompetitorHires, 1e-9)
		reposted := (m.CompetitorHires - before.CompetitorHires) * 0.6 * 0.6
		switch closure {
		case sim.Stock:
			near(t, "open under stock", m.Open, 500, 1e-15)
		case sim.Inflow:
			near(t, "open under inflow", m.Open, (before.Open-filled)*(1-before.Lapse)+before.BaseInflow+reposted, 1e-9)
			near(t, "the inflow", m.Inflow, before.BaseInflow, 1e-15)
		case sim.Entry:
			inflow := before.Inflow + 0.1*(before.BaseInflow*math.Pow(filled/before.Open/before.BaseFill, 2)-before.Inflow)
			near(t, "the inflow under entry", m.Inflow, inflow, 1e-9)
			near(t, "open under entry", m.Open, (before.Open-filled)*(1-before.Lapse)+inflow+reposted, 1e-9)
		}
	}
}

// Who is hired leaves benefit, is in work and is paid in the same week.
func TestHires(t *testing.T) {
	w := searchers(t, 200, func(c *sim.Config) { c.Behaviour.Finding.EntryHazard, c.Market.VacanciesOpen = 0.5, 1e6 })
	advance(t, w, 3)
	hires := 0
	for i := range int32(w.People.Len()) {
		if w.People.Status[i] != agents.Employed {
			expect(t, "not hired", w, i, sees{"ToWork": 0, "WeeksOnBenefit": 3, "WeeksInWork": 0})
			continue
		}
		hires++
		since := w.People.JobSince[i]
		expect(t, "hired", w, i, sees{"ToWork": 1, "LastWorkExit": since, "Since": since, "WeeksOnBenefit": int16(since), "WeeksInWork": int16(3 - since), "Group": 0, "Coach": -1,
			"EarningsPence": w.People.GrossPay[i] * int32(3-since), "JobStartPay": w.People.GrossPay[i]})
	}
	if hires < 50 || hires > 195 || float64(hires) != w.Districts[0].Demand.Hires {
		t.Errorf("%d hires of 200, the district says %g", hires, w.Districts[0].Demand.Hires)
	}
}

// No more than what is open is filled, but for the chance of draws, however many search.
func TestVacanciesRunOut(t *testing.T) {
	w := searchers(t, 1000, func(c *sim.Config) {
		c.Behaviour.Finding.EntryHazard, c.Market.VacanciesOpen, c.Market.Closure = 1, 100, sim.Inflow
	})
	for range 5 {
		open := w.Districts[0].Demand.Open
		filled := w.Districts[0].Demand.Filled
		week(t, w)
		m := &w.Districts[0].Demand
		if m.Open < 0 || m.Filled-filled > open+5*math.Sqrt(open) {
			t.Errorf("%.1f were filled of %.1f, %.1f are open", m.Filled-filled, open, m.Open)
		}
	}
}

// Doubling everything doubles the country and leaves its rates alone.
func TestMatchingHasNoScale(t *testing.T) {
	a, b := searchers(t, 500, nil), searchers(t, 1000, nil)
	week(t, a)
	week(t, b)
	near(t, "the offer rate", b.Districts[0].Demand.OfferRate, a.Districts[0].Demand.OfferRate, 1e-12)
	near(t, "competitors", b.Districts[0].Demand.Competitors, 2*a.Districts[0].Demand.Competitors, 1e-6)
	near(t, "the inflow", b.Districts[0].Demand.BaseInflow, 2*a.Districts[0].Demand.BaseInflow, 1e-6)
}

// In one week, from one state, a higher hazard of work, separation or any way off benefit
// only adds to the persons whom the event befalls.
func TestHigherHazardsOnlyAddEvents(t *testing.T) {
	c := standard(t, "persons=1000", "market.matching=aggregate")
	w := burnt(t, c)
	for name, change := range map[string]func(b *agents.Behaviour){
		"finding":    func(b *agents.Behaviour) { b.Finding.EntryHazard *= 3 },
		"separation": func(b *agents.Behaviour) { b.Jobs.SeparationFloor *= 3; b.Jobs.SeparationStart *= 3 },
		"to nothing": func(b *agents.Behaviour) { b.Exits.ToNothing *= 5 },
		"asking":     func(b *agents.Behaviour) { b.Claims.Considers *= 5 },
		"missing":    func(b *agents.Behaviour) { b.Attendance.Missed *= 2 },
	} {
		stage := map[string]string{"finding": "matching", "separation": "jobs", "to nothing": "jobs", "asking": "household", "missing": "interview"}[name]
		few, many := w.Clone(), w.Clone()
		more := w.Habits.Behaviour
		change(&more)
		many.Habits = agents.NewConstants(more)
		happened := func(v *sim.World) []bool {
			events := make([]bool, v.People.Len())
			if err := v.Trace(func(done string) {
				if done != stage {
					return
				}
				for i := range events {
					switch name {
					case "missing":
						events[i] = v.People.Total.InterviewsMissed[i] != w.People.Total.InterviewsMissed[i]
					case "asking":
						events[i] = v.People.HealthClaim[i] == agents.AwaitsAssessment && v.People.HealthDate[i] > v.Week
					default:
						events[i] = v.People.Status[i] != w.People.Status[i] && v.People.Since[i] == v.Week
					}
				}
			}); err != nil {
				t.Fatal(err)
			}
			return events
		}
		a, b := happened(few), happened(many)
		added := 0
		for i := range a {
			if a[i] && !b[i] {
				t.Errorf("%s: what befalls person %d is gone at a higher hazard", name, w.People.ID[i])
			}
			if b[i] && !a[i] {
				added++
			}
		}
		if added == 0 {
			t.Errorf("%s: a higher hazard added nothing", name)
		}
	}
}
