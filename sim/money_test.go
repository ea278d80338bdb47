package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// Any 52 weeks without new rates pay twelve months to the penny, whatever the award.
func TestAYearPaysTwelveMonths(t *testing.T) {
	w := small{persons: 6, status: agents.Claimant, coaches: 1, minutes: 2000,
		config: func(c *sim.Config) { c.Start = policy.DateOf(2024, 4, 8) },
		person: func(p *agents.Population, i int32) {
			p.RentWeekly[i], p.Children[i], p.NextFact[i] = 1111*i, uint8(i%3), 0
		}}.world(t)
	want := make([]int, 6)
	total := 0
	for i := range w.People.Len() {
		children := [3]int{0, 33333, 33333 + 28792}[i%3]
		if !w.People.FirstBefore2017[i] {
			children = i % 3 * 28792
		}
		want[i] = 12 * (39345 + children + int(policy.MonthlyFromWeekly(int64(1111*i))))
		total += want[i]
	}
	advance(t, w, 52)
	for i := range w.People.Len() {
		expect(t, "after a year", w, int32(i), sees{"BenefitPence": want[i], "WeeksOnBenefit": 52})
	}
	if b := w.Districts[0].Books; b.Award != int64(total) || b.Sanction != 0 || b.Pay != 0 {
		t.Errorf("the books say %+v", b)
	}
}

// New rates begin with the week that holds their first Monday: the award of a period is
// worked out with what is in force at its end.
func TestNewRatesBeginOnTheirMonday(t *testing.T) {
	const old, new = 39345, 40014 // 2024-25 and 2025-26, single, 25 or over
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 2000}.world(t)
	if w.Day(52) != policy.DateOf(2025, 4, 7) {
		t.Fatalf("week 52 is %v", w.Day(52))
	}
	advance(t, w, 52)
	expect(t, "the old year", w, 0, sees{"BenefitPence": 12 * old, "AwardMonthly": old})
	week(t, w)
	expect(t, "the first new week", w, 0, sees{"AwardMonthly": new})
	advance(t, w, 104)
	expect(t, "the new year", w, 0, sees{"BenefitPence": 12*old + 12*new})
}

// Work at the minimum wage: pay, tax and the award that is left, by the rules of 2024.
func TestPayTaxAndAwardInWork(t *testing.T) {
	w := small{persons: 1, status: agents.Employed, coaches: 1, minutes: 600,
		config: func(c *sim.Config) {
			c.Behaviour.Pay = agents.Pay{AtMinimum: 1, PartTime: 1, PartHours: 30, FullHours: 37}
			m := &c.Population.Attached[0].Traits
			m.Housing, m.Rent = 1, 24000
		}}.world(t)
	w.People.RentWeekly[0] = 24000
	// £11.44 an hour for 30 hours; £12,570 a year and £242 a week are free of tax and insurance.
	const gross = 34320
	net, tax, insurance := rates(w).NetPay(gross)
	if tax != 2029 || insurance != 810 {
		t.Errorf("tax %d, insurance %d", tax, insurance)
	}
	expect(t, "at the start", w, 0, sees{"HourlyPay": 1144, "HoursTenths": 300, "GrossPay": gross, "NetPay": net})
	advance(t, w, 52)
	// £393.45 + £1,040 for rent, less 55% of the net pay of four or of five weeks.
	four, five := 39345+104000-(4*55*net+50)/100, 39345+104000-(5*55*net+50)/100
	expect(t, "after a year", w, 0, sees{"EarningsPence": 52 * gross, "TaxPence": 52 * (tax + insurance), "BenefitPence": 8*four + 4*five, "WeeksInWork": 52})
}

// Nobody is paid less than the minimum wage of the day.
func TestMinimumWageRises(t *testing.T) {
	w := small{persons: 2, status: agents.Employed, coaches: 1, minutes: 600,
		config: func(c *sim.Config) { c.Behaviour.Pay = agents.Pay{AtMinimum: 1, PartHours: 20, FullHours: 37} }}.world(t)
	w.People.HourlyPay[1] = 1300
	advance(t, w, 54)
	expect(t, "at the minimum", w, 0, sees{"HourlyPay": 1221, "GrossPay": 45177})
	expect(t, "above it", w, 1, sees{"HourlyPay": 1388, "GrossPay": 51356})
}

// A coaching week costs a 52nd of a year's cost, to the penny over a year.
func TestCoachesArePaid(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 3, minutes: 600}.world(t)
	w.Regime.Plan.Staff.CostPenceYear = 4_500_001
	advance(t, w, 52)
	if got := w.Districts[0].Books.Coaching; got != 3*4_500_001 {
		t.Errorf("three coaches cost %d pence in a year, want %d", got, 3*4_500_001)
	}
}

func rates(w *sim.World) *policy.Rates {
	r := policy.RatesOn(w.Regime.Benefits, w.Regime.Tax, w.Regime.Wage, w.Day(w.Week))
	return &r
}
