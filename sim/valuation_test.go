package sim

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// A year of 52 weeks at 3.5% leaves 96.62 of 100; prices a tenth higher leave as much less.
// The quarter's wellbeing counts in its middle.
func TestWorthToThePenny(t *testing.T) {
	v := Valuation{
		Levels:    []float64{1, 1.25},
		Discount:  Discount{Money: 0.035, Wellbeing: 0.015},
		Work:      WorkValue{Output: 1.1, DisplacedWeeks: 10, DisplacedPay: 40000},
		Services:  HealthServices{Distress: 5000},
		Wellbeing: WellbeingValue{By: Wellbys, Wellby: 1300000, Low: 1000000, High: 1600000, Qaly: 7000000, QalyOfDistress: 0.1},
	}
	now := ledger{Books: Books{Award: 30000, Sanction: 1000, Paid: 29000, Pay: 100000, Tax: 15000, WorkCosts: 2000, Coaching: 4000, ProviderFees: 500, ProviderStaff: 300},
		CompetitorHires: 2, WeeksDistressed: 13, Distress: 5200, Satisfaction: 52 * 700, MoneySatisfaction: -52 * 50}
	worth := func(change func(v *Valuation)) Worth {
		v := v
		if change != nil {
			change(&v)
		}
		w := &World{Week: 53, start: policy.DateOf(2024, 4, 1), made: &Config{Valuation: v}}
		o := accountObserver{accountMemory: accountMemory{FeltAt: 40}}
		o.book(w, &now)
		return o.Worth
	}
	// Prices are 1.25 in week 52, and a pound is worth 0.9661836 of one in week 0; what people
	// felt in weeks 40 to 52 counts at 46: 0.97002636 at 3.5%, 0.98691566 at 1.5%.
	const money, served, lived = 1 / 1.035, 0.97002636, 0.98691566
	pence := func(real, by float64) int64 { return int64(real*by + 0.5) }
	want := [parties]int64{
		claimantAccount:   pence(24000, money) + pence(80000, money) - pence(12000, money) - pence(1600, money) - pence(800, money),
		employerAccount:   pence(88000, money) - pence(80000, money),
		providerAccount:   pence(400, money) - pence(240, money),
		departmentAccount: -pence(3200, money) - pence(400, money),
		benefitAccount:    -pence(24000, money) + pence(800, money),
		taxAccount:        pence(12000, money),
		healthAccount:     -pence(13*5000, served),
		competitorAccount: pence(2*10*40000, money),
		wellbeingAccount:  pence(750*13000, lived),
	}
	got := worth(nil)
	if got.Present != want {
		t.Errorf("present values are %v, want %v", got.Present, want)
	}
	if real, _ := got.society(); real != 88000-1600-3200-240-13*5000+800000 {
		t.Errorf("society has %d pence at its prices", real)
	}
	if health := worth(func(v *Valuation) { v.Wellbeing.By = Qalys }).Present; health[wellbeingAccount] != -pence(7000000*0.1, lived) {
		t.Errorf("by health wellbeing is worth %d: distress of one standard unit for a year takes a tenth of a year in full health", health[wellbeingAccount])
	}
	if none := worth(func(v *Valuation) { v.Wellbeing.By = Unvalued }).Present; none[wellbeingAccount] != 0 {
		t.Errorf("wellbeing that is not valued is worth %d", none[wellbeingAccount])
	}
	for name, change := range map[string]func(v *Valuation){
		"levels": func(v *Valuation) { v.Levels = nil }, "money": func(v *Valuation) { v.Discount.Money = 0 },
		"wellbeing": func(v *Valuation) { v.Discount.Wellbeing = 0 }, "output": func(v *Valuation) { v.Work.Output = 1 },
		"displaced": func(v *Valuation) { v.Work.DisplacedWeeks = 0 }, "pay": func(v *Valuation) { v.Work.DisplacedPay = 0 },
		"distress": func(v *Valuation) { v.Services.Distress = 0 }, "wellby": func(v *Valuation) { v.Wellbeing.Wellby = 1 },
	} {
		if worth(change) == got {
			t.Errorf("%s: nothing is worth anything else", name)
		}
	}
}

// A flow of 100 a week goes on by the rule of the tail, undiscounted and discounted.
func TestTail(t *testing.T) {
	for _, c := range []struct {
		tail Tail
		rate float64
		want float64 // the sum over weeks, worked out one by one
	}{
		{Tail{NoTail, 52}, 0, 0},
		{Tail{Constant, 26}, 0, 26},
		{Tail{Constant, 26}, 0.035, 24.9142},
		{Tail{HalfLife, 1}, 0, 2},
		{Tail{HalfLife, 26}, 0, 38.0117},
		{Tail{HalfLife, 26}, 0.035, 35.8493},
	} {
		sum, left := 0.0, 1.0
		for week := range 4000 {
			if c.tail.Rule == NoTail || c.tail.Rule == Constant && float64(week) >= c.tail.Weeks {
				break
			}
			sum += left * discounted(c.rate, float64(52+week))
			if c.tail.Rule == HalfLife {
				left = discounted(1, 52*float64(week+1)/c.tail.Weeks)
			}
		}
		if got := c.tail.times(c.rate, 52); got < sum-1e-6 || got > sum+1e-6 {
			t.Errorf("%+v at %v: %v times the weekly flow, week by week %v", c.tail, c.rate, got, sum)
		} else if got < c.want-0.001 || got > c.want+0.001 {
			t.Errorf("%+v at %v: %v, want about %v", c.tail, c.rate, got, c.want)
		}
	}
	// The flow is that since the last boundary half a year before the end.
	o := &summaryObserver{horizon: 60}
	for _, week := range []agents.Week{0, 26, 52, 60} {
		s := sums{Week: week}
		s.Worth.Real[taxAccount], s.Worth.Real[wellbeingAccount] = int64(week)*100, int64(week)*7
		o.sums = append(o.sums, s)
	}
	o.sums[0].Worth.Real[taxAccount] = -99999
	social, wellbeing := o.tail(&Valuation{Tail: Tail{Constant, 10}})
	if social != 1000 || wellbeing != 70 {
		t.Errorf("ten weeks of 100 and 7 pence are %d and %d", social, wellbeing)
	}
}

// The summary says what comes to each party and what that is with wellbeing, which is valued
// in one way and has bounds where that is by life satisfaction; a tail has rows of its own,
// and only where a run is seen as a whole.
func TestWorthInTheSummary(t *testing.T) {
	v := Valuation{Wellbeing: WellbeingValue{By: Wellbys, Wellby: 13, Low: 10, High: 16}, Tail: Tail{Constant, 26}}
	said := func(v Valuation, to agents.Week) map[string]float64 {
		o := &summaryObserver{horizon: 52}
		for _, week := range []agents.Week{0, 26, 52} {
			s := sums{Week: week}
			s.Worth.Present[taxAccount], s.Worth.Present[departmentAccount], s.Worth.Present[wellbeingAccount] = 30*int64(week), -10*int64(week), 13*int64(week)
			s.Worth.Real = s.Worth.Present
			o.sums = append(o.sums, s)
		}
		found := map[string]float64{}
		for _, row := range o.worthRows(&v, panel.SummaryRow{}, o.at(0), o.at(to)) {
			found[row.Outcome] = row.Value
		}
		return found
	}
	want := map[string]float64{"value_tax_pence": 1560, "value_department_pence": -520, "value_claimant_pence": 0, "social_net_pence": 1040, "wellby_pence": 676,
		"social_net_with_wellbeing_pence": 1716, "social_net_with_wellbeing_low_pence": 1560, "social_net_with_wellbeing_high_pence": 1872,
		"tail_social_net_pence": 520, "tail_wellbeing_pence": 338}
	got := said(v, 52)
	for outcome, value := range want {
		if got[outcome] != value {
			t.Errorf("%s is %v, want %v", outcome, got[outcome], value)
		}
	}
	for _, c := range []struct {
		change func(v *Valuation)
		to     agents.Week
		gone   []string
	}{
		{func(v *Valuation) {}, 26, []string{"tail_social_net_pence", "qaly_pence"}},
		{func(v *Valuation) { v.Tail.Rule = NoTail }, 52, []string{"tail_social_net_pence", "tail_wellbeing_pence"}},
		{func(v *Valuation) { v.Wellbeing.By = Qalys }, 52, []string{"wellby_pence", "social_net_with_wellbeing_low_pence"}},
		{func(v *Valuation) { v.Wellbeing.By = Unvalued }, 52, []string{"wellby_pence", "qaly_pence", "social_net_with_wellbeing_pence", "tail_wellbeing_pence"}},
	} {
		other := v
		c.change(&other)
		found := said(other, c.to)
		for _, outcome := range c.gone {
			if _, there := found[outcome]; there {
				t.Errorf("%+v to week %d: there is %s", other, c.to, outcome)
			}
		}
		if _, there := found["social_net_pence"]; !there {
			t.Errorf("%+v: society has nothing", other)
		}
	}
}
