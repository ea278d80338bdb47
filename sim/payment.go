package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// settle does what the calendar says of a claim this week.
func (w *World) settle(d *District, i int32, dues policy.Dues) {
	if dues&policy.PeriodEnds != 0 {
		w.assess(d, i, dues.Weeks(), w.Week == w.People.BenefitSince[i])
	}
	if dues&policy.PayDay != 0 {
		w.pay(d, i)
	}
}

// assess works out the award of an assessment period that ends, on the household's facts
// now and what it was paid in the period: less what sanctions took of its days, less an
// instalment of the advance and old debts. A claim without work or with an award goes on;
// who has left gets this last period whole, as pay is counted by whole periods too. first
// tells whether it begins with the day of the claim, and with the days that are not paid.
func (w *World) assess(d *District, i int32, weeks int64, first bool) {
	p := w.People
	pay := int64(p.PeriodPay[i]) + weeks*int64(p.PartnerPay[i])
	var whole, within int64
	if pay == 0 && !first && w.outOfWork(i) {
		whole = int64(p.AwardMonthly[i])
		within = whole
	} else {
		var h policy.Household
		w.householdOf(i, &h)
		whole, within = w.entitled(i, &h, pay, first)
	}
	w.enter(d, i, policy.Due{Award: whole, Sanction: min(int64(p.PeriodSanction[i]), within)})
	if w.claimIsOver(i, int32(whole)) {
		p.Cycle[i] = policy.Ending(p.Cycle[i])
		w.news(i)
	}
}

// outOfWork tells whether a household that was paid nothing is due just what it is in a usual
// month: no member works, and what it depends on is as it was when that was worked out.
func (w *World) outOfWork(i int32) bool {
	p := w.People
	if w.rates.Weekly || p.Couple[i] != 0 {
		return false
	}
	switch p.Status[i] {
	case agents.Claimant:
	case agents.OtherBenefit:
		if w.Week >= p.NextFact[i] {
			w.refreshFacts(i)
			w.refreshAward(i)
		}
	default:
		return false
	}
	return true
}

// entitled is the award of a household that was paid so much in a period, and how much of it
// sanctions can take. What it has for care is counted with who cares for the children.
func (w *World) entitled(carer int32, h *policy.Household, pay int64, first bool) (whole, within int64) {
	whole, within = w.rates.Assess(h, pay)
	if h.CarePencePerWeek > 0 {
		w.People.Total.CareBackPence[carer] += w.careBack(h, whole, pay)
	}
	if first {
		waiting := w.rates.WaitingLoss(within)
		whole, within = whole-waiting, within-waiting
	}
	return whole, within
}

// enter puts what is due for a period that ends into a person's row, less what a sanction takes
// and deductions, and begins the next.
func (w *World) enter(d *District, i int32, due policy.Due) {
	p := w.People
	award, sanction := int32(due.Award), int32(due.Sanction)
	repaid, debts := w.deductions(i, award-sanction)
	p.PeriodPay[i] = 0
	// A month has 30 or 31 days and a period 28 or 35: what the award is too small for goes
	// over to the next, a week's worth at most.
	p.PeriodSanction[i] = min(p.PeriodSanction[i]-sanction, p.PeriodSanction[i]/5)
	if w.rates.Weekly {
		p.PeriodSanction[i] = 0 // seven days are a week
	}
	p.Instalments[i] -= min(p.Instalments[i], 1)
	if w.book(d, i, award, sanction, repaid, debts) == 0 {
		p.Without[i] = 0
	}
}

// book enters an award that was worked out, with what is taken from it, and returns what is
// left to be paid.
func (w *World) book(d *District, i, award, sanction, repaid, debts int32) (left int32) {
	p, b := w.People, &d.Books
	left = award - sanction - repaid - debts
	p.Payable[i] += left
	p.Total.BenefitPence[i] += award - sanction
	b.Award += int64(award)
	p.Total.SanctionPence[i] += sanction
	b.Sanction += int64(sanction)
	p.AdvanceOwed[i] -= repaid
	p.Total.DeductionPence[i] += repaid + debts
	b.Repaid += int64(repaid)
	b.OldDebts += int64(debts)
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "award_assessed", Coach: noCoach, Pence: agents.Pence(left)})
	}
	return left
}

// claimIsOver tells whether no further period follows: the person has left for nothing or
// for a pension, or she or her partner works and they have no award, nor will have one on their
// usual pay.
func (w *World) claimIsOver(i, award int32) bool {
	p := w.People
	none := award == 0 && p.AwardMonthly[i] == 0
	switch p.Status[i] {
	case agents.Inactive, agents.Retired:
		return true
	case agents.Employed:
		return none
	case agents.Claimant:
		j, is := w.partner(i)
		return none && is && p.Status[j] == agents.Employed
	}
	return false
}

// indebt finds who has old debts.
func (w *World) indebt() {
	for i := range w.People.OldDebts {
		w.People.OldDebts[i] = w.Draws.U(uint32(w.People.ID[i]), traitWeek, rng.OldDebts) < w.Habits.Budget.Indebted
	}
}

// deductions is what is taken from what sanctions leave of an award.
func (w *World) deductions(i, left int32) (repaid, debts int32) {
	p := w.People
	indebted := w.deducting.OldDebts > 0 && p.OldDebts[i]
	if p.AdvanceOwed[i] == 0 && !indebted {
		return 0, 0
	}
	r, o := w.deducting.Deduct(w.share(i, w.standardAllowance(i)), int64(left), int64(p.AdvanceOwed[i]), int64(p.Instalments[i]), indebted)
	return int32(r), int32(o)
}

// standardAllowance is that of a person's household, in pence a month.
func (w *World) standardAllowance(i int32) int64 {
	p := w.People
	adults, from25 := int8(1), policy.AgeYears(w.Week, p.BornWeek[i]) >= 25
	if p.Partner[i] {
		adults = 2
		if j, is := w.partner(i); is {
			from25 = from25 || policy.AgeYears(w.Week, p.BornWeek[j]) >= 25
		}
	}
	return w.rates.StandardAllowance(adults, from25)
}

// pay pays what has been worked out. What the next payment will lack is known from now on.
func (w *World) pay(d *District, i int32) {
	p := w.People
	if p.Payable[i] > 0 {
		d.Books.Paid += int64(p.Payable[i])
		if d.Log.KeepEvents {
			d.Log.keep(w, i, Event{Kind: "benefit_paid", Coach: noCoach, Pence: agents.Pence(p.Payable[i])})
		}
		p.Payable[i] = 0
		p.Without[i] = w.withheld(i)
	}
	if !policy.Running(p.Cycle[i]) {
		p.Cycle[i], p.Protected[i] = policy.NoCycle, 0
		w.news(i)
	}
}

// withheld is the share of a usual award that deductions will take, in per cent.
func (w *World) withheld(i int32) uint8 {
	award := int32(w.share(i, int64(w.People.AwardMonthly[i])))
	repaid, debts := w.deductions(i, award)
	return uint8(100 * int64(repaid+debts) / int64(max(award, 1)))
}
