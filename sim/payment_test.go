package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

const allowance = 39345 // pence a month in 2024-25, single, 25 or over

// newcomer is a world in which one person arrives in week 0; her identity is checked for so
// many weeks.
func newcomer(t *testing.T, check agents.Week, config func(c *sim.Config), plan func(p *policy.Plan)) *sim.World {
	t.Helper()
	return small{persons: 1, status: agents.Inactive, coaches: 1, minutes: 600,
		regime: func(p *policy.Plan) {
			p.IdentityCheck = check
			if plan != nil {
				plan(p)
			}
		},
		config: func(c *sim.Config) {
			c.Horizon = 1
			c.Population.Arrivals = []sim.Arrival{{Name: "new", PerWeek: 1, Traits: c.Population.Attached[0].Traits}}
			if config != nil {
				config(c)
			}
		}}.world(t)
}

// A claim made in week 0 is paid for the first time in week 4, and for each month then: the
// weeks until it opened are in the first period, however long they are.
func TestFiveWeekWait(t *testing.T) {
	for _, c := range []struct {
		check, after, first agents.Week
		sum                 int64
	}{{0, 1, 4, 1}, {3, 1, 4, 1}, {1, 0, 3, 1}, {1, 2, 5, 1}, {7, 1, 7, 1}, {10, 1, 10, 2}} {
		w := newcomer(t, c.check, nil, func(p *policy.Plan) { p.Payment.PaidAfter = c.after })
		for w.Districts[0].Books.Paid == 0 && w.Week < 20 {
			week(t, w)
		}
		if got := w.Districts[0].Books.Paid; w.Week-1 != c.first || got != c.sum*allowance {
			t.Errorf("checked for %d weeks, paid after %d: %d pence in week %d, want %d months in week %d", c.check, c.after, got, w.Week-1, c.sum, c.first)
		}
		advance(t, w, 52)
		if got, want := w.Districts[0].Books.Paid, int64(policy.PeriodsEnded(52-c.after))*allowance; got != want {
			t.Errorf("checked for %d weeks, paid after %d: %d pence in 52 weeks, want %d", c.check, c.after, got, want)
		}
		checkBooks(t, w)
	}
}

// works gives a person a job at a weekly pay, outside the market.
func works(w *sim.World, i int32, gross int64) (net int64) {
	p := w.People
	net, _, _ = rates(w).NetPay(gross)
	p.Status[i], p.GrossPay[i], p.NetPay[i] = agents.Employed, int32(gross), int32(net)
	w.Districts[0].Stock[agents.Claimant]--
	w.Districts[0].Stock[agents.Employed]++
	w.Coaches.Caseload[p.Coach[i]]--
	p.Coach[i], p.Group[i], p.NextInterview[i] = -1, policy.NoGroup, agents.Never
	p.AwardMonthly[i] = int32(max(allowance-(55*policy.MonthlyFromWeekly(net)+50)/100, 0))
	return net
}

// Who starts a job in the middle of a period has that period tapered by what she was paid
// in it, and the claim ends with the first period that leaves no award.
func TestWorkInTheMiddleOfAPeriod(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	advance(t, w, 2)
	net := works(w, 0, 42328)
	if net != 37247 {
		t.Fatalf("net pay is %d", net)
	}
	advance(t, w, 4)
	// Two of four weeks: 55% of £744.94, £409.72, leaves nothing of £393.45 ...
	expect(t, "two weeks of full-time pay", w, 0, sees{"BenefitPence": 0, "Cycle": policy.Ending(policy.CycleFrom(0)), "Payable": 0})
	w = small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	advance(t, w, 3)
	works(w, 0, 42328)
	advance(t, w, 4)
	// ... and one week leaves £393.45 - £204.86 = £188.59.
	expect(t, "one week", w, 0, sees{"BenefitPence": 18859, "Payable": 18859, "Cycle": policy.CycleFrom(0)})
	week(t, w)
	expect(t, "paid", w, 0, sees{"BenefitPence": 18859, "Payable": 0, "Cycle": policy.CycleFrom(0)})
	advance(t, w, 9)
	expect(t, "a whole period of pay", w, 0, sees{"BenefitPence": 18859, "Cycle": policy.Ending(policy.CycleFrom(0))})
	week(t, w)
	expect(t, "over", w, 0, sees{"BenefitPence": 18859, "Cycle": policy.NoCycle})
	if b := w.Districts[0].Books; b.Award != 18859 || b.Paid != 18859 {
		t.Errorf("the books say %+v", b)
	}
}

// Who leaves for nothing gets the last period whole, a week after its end, and no more; who
// applies again before that goes on with the periods that she had.
func TestTheLastPeriod(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	advance(t, w, 5)
	w.Habits.Exits.ToNothing = 1
	week(t, w)
	w.Habits.Exits.ToNothing = 0
	v := w.Clone()
	advance(t, w, 30)
	expect(t, "left", w, 0, sees{"Status": agents.Inactive, "BenefitPence": 2 * allowance, "Payable": 0, "Cycle": policy.NoCycle})
	v.Habits.Returns.NothingStart, v.Habits.Returns.NothingFloor = 1, 1
	week(t, v)
	v.Habits.Returns.NothingStart, v.Habits.Returns.NothingFloor = 0, 0
	advance(t, v, 52)
	expect(t, "came back", v, 0, sees{"Status": agents.Claimant, "BenefitPence": 12 * allowance, "Cycle": policy.CycleFrom(0)})
}

// A couple: the partner's pay of four or of five weeks counts in the period.
func TestAwardOfACouple(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
		person: func(p *agents.Population, i int32) { p.Partner[i], p.PartnerPay[i] = true, 15000 }}.world(t)
	// £617.60 less 55% of £600 or of £750.
	const four, five = 61760 - 33000, 61760 - 41250
	for until, sum := range map[agents.Week]int{4: four, 9: four + five, 13: 2*four + five, 52: 8*four + 4*five} {
		v := w.Clone()
		advance(t, v, until)
		expect(t, "a couple", v, 0, sees{"BenefitPence": sum})
	}
}

// A sanction takes the days of each period from the award of that period.
func TestSanctionAcrossPeriods(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	advance(t, w, 2)
	w.People.Sanctioned[0], w.People.SanctionDays[0] = true, 24
	advance(t, w, 4)
	expect(t, "14 days in the first", w, 0, sees{"SanctionPence": 14 * dailyPence, "BenefitPence": allowance - 14*dailyPence, "PeriodSanction": 0})
	advance(t, w, 9)
	expect(t, "10 in the second", w, 0, sees{"SanctionPence": 24 * dailyPence, "BenefitPence": 2*allowance - 24*dailyPence, "Sanctioned": false})
	week(t, w)
	if b := w.Districts[0].Books; b.Paid != 2*allowance-24*dailyPence {
		t.Errorf("paid %d", b.Paid)
	}
}

// An advance of the whole award is paid when the claim opens and repaid in 24 parts, each
// within the cap; what is owed stays with her when she leaves.
func TestAdvanceIsRepaid(t *testing.T) {
	w := newcomer(t, 1, func(c *sim.Config) { c.Behaviour.Budget.Advance = 1 }, nil)
	week(t, w)
	expect(t, "applying", w, 1, sees{"Status": agents.Applying, "AdvanceOwed": 0})
	week(t, w)
	expect(t, "open", w, 1, sees{"AdvanceOwed": allowance, "AdvancePence": allowance, "Instalments": 24, "Without": 0})
	advance(t, w, 5)
	expect(t, "first payment", w, 1, sees{"AdvanceOwed": allowance - 1640, "DeductionPence": 1640, "Payable": 0, "Without": 4})
	if b := w.Districts[0].Books; b.Paid != allowance-1640 || b.Advance != allowance {
		t.Errorf("the books say %+v", b)
	}
	v := w.Clone()
	advance(t, w, 103) // periods end in weeks 3 to 103
	expect(t, "23 parts", w, 1, sees{"AdvanceOwed": 1639, "Instalments": 1})
	advance(t, w, 112)
	expect(t, "repaid", w, 1, sees{"AdvanceOwed": 0, "Instalments": 0, "DeductionPence": allowance, "Without": 0})
	checkBooks(t, w)

	v.Habits.Exits.ToNothing = 1
	week(t, v)
	v.Habits.Exits.ToNothing = 0
	advance(t, v, 40)
	expect(t, "gone", v, 1, sees{"Status": agents.Inactive, "AdvanceOwed": allowance - 2*1640, "Cycle": policy.NoCycle})
	v.Habits.Returns.NothingStart, v.Habits.Returns.NothingFloor = 1, 1
	week(t, v)
	v.Habits.Returns.NothingStart, v.Habits.Returns.NothingFloor = 0, 0
	advance(t, v, 42)
	expect(t, "back", v, 1, sees{"Status": agents.Claimant, "AdvanceOwed": allowance, "Cycle": policy.CycleFrom(40)})
	checkBooks(t, v)
}

// Old debts are deducted from who has them, behind an advance and within the cap; a regime
// without deductions takes nothing, and what it advanced is given.
func TestOldDebtsAndNoDeductions(t *testing.T) {
	for _, c := range []struct {
		name  string
		terms func(p *policy.PaymentTerms)
		taken int
	}{
		{"old debts", func(p *policy.PaymentTerms) {}, 12 * 3934},
		{"half of them", func(p *policy.PaymentTerms) { p.OldDebts = 500 }, 12 * 1967},
		{"none", func(p *policy.PaymentTerms) { *p = policy.PaymentTerms{PaidAfter: 1} }, 0},
	} {
		w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
			config: func(cfg *sim.Config) { cfg.Behaviour.Budget.Indebted = 1 },
			regime: func(p *policy.Plan) { c.terms(&p.Payment) }}.world(t)
		advance(t, w, 52)
		expect(t, c.name, w, 0, sees{"DeductionPence": c.taken, "BenefitPence": 12 * allowance})
		checkBooks(t, w)
	}
}

// Need decides on an advance: rent raises the share who take one, a partner's pay lowers it,
// and a regime without advances pays none.
func TestWhoTakesAnAdvance(t *testing.T) {
	long(t)
	for _, c := range []struct {
		rent, couple float64
		largest      int64
		low, high    float64
	}{{0, 0, 10_000, 0.44, 0.56}, {1, 0, 10_000, 0.59, 0.70}, {0, 1, 10_000, 0.22, 0.32}, {0, 0, 0, 0, 0}} {
		w := small{persons: 600, status: agents.Inactive, coaches: 10, minutes: 2000,
			regime: func(p *policy.Plan) { p.Payment.Largest = c.largest },
			config: func(cfg *sim.Config) {
				m := &cfg.Population.Attached[0].Traits
				m.Housing, m.Rent, m.Couple, m.PartnerWorks, m.PartnerPay = c.rent, 10000, c.couple, 1, 5000
				cfg.Behaviour.Budget = shippedCase(t).Config(1).Behaviour.Budget
				cfg.Behaviour.Returns.NothingStart, cfg.Behaviour.Returns.NothingFloor = 1, 1
			}}.world(t)
		advance(t, w, 2)
		took := 0
		for _, owed := range w.People.AdvanceOwed {
			if owed > 0 {
				took++
			}
		}
		if share := float64(took) / 600; share < c.low || share > c.high {
			t.Errorf("%+v: %.3f take one", c, share)
		}
		checkBooks(t, w)
	}
}

// Who waits for her first payment without an advance searches otherwise, and not when the
// parameter is 0.
func TestWaitMovesEffort(t *testing.T) {
	applications := func(cut, advance float64) float32 {
		w := newcomer(t, 0, func(c *sim.Config) { c.Behaviour.Search.WithheldCut, c.Behaviour.Budget.Advance = cut, advance }, nil)
		week(t, w)
		return w.People.Total.Applications[1]
	}
	if off, advanced, waits := applications(0, 0), applications(0.5, 1), applications(0.5, 0); off != advanced || waits < off*1.6 || waits > off*1.7 {
		t.Errorf("applications: %v without the parameter, %v with an advance, %v in the wait", off, advanced, waits)
	}
}

// The starting stock is in the middle of its periods: the first month pays what every
// month pays.
func TestTheStartingStockHasNoBurst(t *testing.T) {
	long(t)
	w := sim.NewWorld(standard(t, "persons=20000", "burn_in.weeks=0", "start=2024-05-06").Config(1))
	checkBooks(t, w)
	var paid [3]int64
	for k := range paid {
		before := int64(0)
		for j := range w.Districts {
			before -= w.Districts[j].Books.Paid
		}
		advance(t, w, w.Week+4)
		for j := range w.Districts {
			before += w.Districts[j].Books.Paid
		}
		paid[k] = before
	}
	for k, sum := range paid[1:] {
		if ratio := float64(sum) / float64(paid[0]); ratio < 0.93 || ratio > 1.07 {
			t.Errorf("weeks %d to %d pay %.3f times what the first four do", 4*k+4, 4*k+7, ratio)
		}
	}
}

// A fork in the middle of periods leaves them alone where the new regime pays alike; where
// it pays on another day, what is still to be paid is paid at once.
func TestForkInTheMiddleOfAPeriod(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600}.world(t)
	advance(t, w, 4)
	expect(t, "worked out", w, 0, sees{"Payable": allowance})
	alike, other := *w.Regime, *w.Regime
	strictly, later := *w.Regime.Plan, *w.Regime.Plan
	strictly.Staff.CostPenceYear++
	later.Payment.PaidAfter = 3
	alike.Plan, other.Plan = &strictly, &later
	v := w.Clone()
	w.Enter(&alike)
	expect(t, "paid alike", w, 0, sees{"Payable": allowance, "Cycle": policy.CycleFrom(0)})
	v.Enter(&other)
	expect(t, "paid otherwise", v, 0, sees{"Payable": 0, "Cycle": policy.CycleFrom(0)})
	advance(t, v, 12)
	if got := v.Districts[0].Books.Paid; got != 2*allowance {
		t.Errorf("two months and three weeks later %d pence are paid", got)
	}
	checkBooks(t, v)
}
