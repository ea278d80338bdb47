package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// carers are lone parents of a child of two who look for work; an hour of care costs £6 and a
// day's journey £4. Half of them have family who cares, half walk to work.
func carers(t *testing.T, change func(c *sim.Config)) *sim.World {
	t.Helper()
	w := applicants(t, 400, 200, func(c *sim.Config) {
		m := &c.Population.Attached[0].Traits
		m.LeadCarer, m.YoungestFrom, m.YoungestTo = 1, 2.1, 2.5 // no birthday within the test
		c.Behaviour.Costs = agents.Costs{CareSmall: 600, CareUntil: 12, Informal: 0.5, Fare: 400, Walks: 0.5}
		c.Behaviour.Search.LeastGain = 0
		if change != nil {
			change(c)
		}
	})
	week(t, w)
	shortlist(w, 300, 0)
	week(t, w)
	return w
}

// Who goes to work pays for care of her children beyond the hours that are free, unless family
// cares, and for her journeys; her award gives 85% of care back, to the penny.
func TestCostsOfWork(t *testing.T) {
	w := carers(t, nil)
	advance(t, w, 8)
	p, given := w.People, int32(0)
	awards := map[[2]bool]map[int32]int32{} // by informal care and part-time, of one gross pay
	paying := 0
	for i := range p.ID {
		if p.Status[i] != agents.Employed {
			if p.Total.WorkCostPence[i] != 0 {
				t.Fatalf("person %d pays %d pence for work that she has not", i, p.Total.WorkCostPence[i])
			}
			continue
		}
		care, days := int32(0), int32(min(5, (int(p.HoursTenths[i])*5+int(10*w.Habits.Pay.FullHours)-1)/int(10*w.Habits.Pay.FullHours)))
		if !p.InformalCare[i] {
			care = 60 * (int32(p.HoursTenths[i]) - 110) // eleven hours are free at two from April 2024
			paying++
		}
		if p.Walks[i] {
			days = 0
		}
		if p.CareCost[i] != care || p.TravelCost[i] != 400*days {
			t.Fatalf("person %d of %d tenths of hours pays %d for care and %d to travel; want %d and %d", i, p.HoursTenths[i], p.CareCost[i], p.TravelCost[i], care, 400*days)
		}
		if weeks := int32(p.Total.WeeksInWork[i]); p.Total.WorkCostPence[i] != weeks*(care+400*days) {
			t.Fatalf("person %d paid %d pence in %d weeks", i, p.Total.WorkCostPence[i], weeks)
		}
		if given += p.Total.CareBackPence[i]; care == 0 && p.Total.CareBackPence[i] != 0 {
			t.Fatalf("person %d pays nothing for care and was given back %d", i, p.Total.CareBackPence[i])
		}
		kind := [2]bool{p.InformalCare[i], p.HoursTenths[i] < 300}
		if awards[kind] == nil {
			awards[kind] = map[int32]int32{}
		}
		awards[kind][p.GrossPay[i]] = p.AwardMonthly[i]
	}
	compared := 0
	for _, part := range []bool{false, true} {
		for gross, plain := range awards[[2]bool{true, part}] {
			if with, found := awards[[2]bool{false, part}][gross]; found && plain > 0 {
				hours := int64(10 * w.Habits.Pay.FullHours)
				if part {
					hours = int64(10 * w.Habits.Pay.PartHours)
				}
				if back := (policy.MonthlyFromWeekly(60*(hours-110))*85 + 50) / 100; int64(with-plain) != back {
					t.Errorf("at %d pence a week care adds %d to the award, want %d", gross, with-plain, back)
				}
				compared++
			}
		}
	}
	if paying < 20 || compared == 0 || given < 1e5 {
		t.Errorf("%d pay for care and were given back %d, %d awards compared", paying, given, compared)
	}
}

// Costs are part of what a job is worth: dear journeys are refused by those who cannot walk,
// dear care by those whose family does not help, and both search less.
func TestCostsDecideWhoTakesAJob(t *testing.T) {
	for name, change := range map[string]func(c *agents.Costs){
		"free":    func(c *agents.Costs) { *c = agents.Costs{} },
		"journey": func(c *agents.Costs) { c.Fare, c.CareSmall = 1e5, 0 },
		"care":    func(c *agents.Costs) { c.Fare, c.CareSmall = 0, 1e5 },
	} {
		w := carers(t, func(c *sim.Config) { change(&c.Behaviour.Costs) })
		p, hired, spared, keen := w.People, 0, 0, 0
		most := p.OwnEffort[0]
		for i := range p.ID {
			most = max(most, p.OwnEffort[i])
		}
		for i := range p.ID {
			free := name == "free" || name == "journey" && p.Walks[i] || name == "care" && p.InformalCare[i]
			if p.Status[i] == agents.Employed {
				hired++
				spared += map[bool]int{true: 1}[free]
			} else if free == (p.OwnEffort[i] == most) {
				keen++
			}
		}
		if hired < 20 || spared != hired || keen != p.Len()-hired {
			t.Errorf("%s: %d hired, %d of them without the cost; %d of %d others search as they should", name, hired, spared, keen, p.Len()-hired)
		}
	}
}
