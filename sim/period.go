package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// openPeriods begins the assessment periods of a claim with the week of the application,
// unless those of an earlier claim still run: then they go on. Periods that ended before
// the claim opened are worked out and paid now; who has had none may ask for an advance.
func (w *World) openPeriods(d *District, i int32, since agents.Week) {
	p := w.People
	switch {
	case w.joinCycle(i):
	case p.Cycle[i] != policy.NoCycle:
		p.Cycle[i] = policy.Resumed(p.Cycle[i])
		w.shareCycle(i)
	default:
		w.beginPeriods(d, i, since)
		w.shareCycle(i)
	}
}

// beginPeriods does so for a claim that is new.
func (w *World) beginPeriods(d *District, i int32, since agents.Week) {
	p := w.People
	terms := &w.Regime.Plan.Payment
	p.Cycle[i] = terms.CycleFrom(since)
	p.PeriodPay[i], p.PeriodSanction[i] = 0, 0
	if terms.PaidEvery > 0 {
		w.openWeeks(d, i, since)
		return
	}
	if policy.PeriodsEnded(w.Week-since) == 0 {
		w.askForAdvance(d, i)
		return
	}
	for week := since; week < w.Week; week++ {
		if dues := policy.Calendar(week, 0)[p.Cycle[i]]; dues != 0 {
			w.assess(d, i, dues.Weeks(), false)
		}
	}
	w.pay(d, i)
}

// openWeeks works out the benefit weeks since a claim was made that are over, and pays
// those whose day of payment has come.
func (w *World) openWeeks(d *District, i int32, since agents.Week) {
	p := w.People
	p.Without[i] = 100
	if p.AwardMonthly[i] == 0 {
		p.Without[i] = 0
	}
	for week := since; week < w.Week; week++ {
		w.assess(d, i, 1, week == since)
		if dues := w.Regime.Plan.Payment.Calendar(week)[p.Cycle[i]]; dues&policy.PayDay != 0 {
			w.pay(d, i)
		}
	}
}

// openInWork begins the periods of somebody in work with an award.
func (w *World) openInWork(i int32) {
	p := w.People
	if p.Cycle[i] == policy.NoCycle && p.AwardMonthly[i] > 0 && !w.joinCycle(i) {
		p.Cycle[i] = w.Regime.Plan.Payment.CycleFrom(w.Week)
		p.PeriodPay[i], p.PeriodSanction[i], p.Without[i] = 0, 0, 0
	}
}

// askForAdvance decides on an advance and pays it. Until the first payment the claimant
// does without the rest of her award.
func (w *World) askForAdvance(d *District, i int32) {
	p := w.People
	p.Without[i] = 100
	if p.AwardMonthly[i] == 0 {
		p.Without[i] = 0
		return
	}
	award := w.share(i, int64(p.AwardMonthly[i]))
	sum := int32(w.Regime.Plan.Payment.Advance(award, int64(p.AdvanceOwed[i])))
	if sum == 0 || w.u(i, rng.Advance) >= w.Habits.AsksForAdvance(p.RentWeekly[i] > 0, p.PartnerPay[i] > 0) {
		return
	}
	p.AdvanceOwed[i] += sum
	p.Instalments[i] = uint8(w.deducting.Instalments)
	p.Total.AdvancePence[i] += sum
	d.Books.Advance += int64(sum)
	d.Log.event(w, i, Event{Kind: "advance_paid", Coach: noCoach, Pence: agents.Pence(sum)})
	p.Without[i] -= uint8(100 * int64(sum) / award)
}

// startPeriods puts the claim of a person of the starting stock, which began in a week
// before, into the middle of its periods, with what is left to repay of an advance where
// she took one, and with the payment of a period that has just ended.
func (w *World) startPeriods(d *District, i int32, since agents.Week) {
	p, terms := w.People, &w.Regime.Plan.Payment
	p.Cycle[i] = terms.CycleFrom(since)
	if terms.PaidEvery > 0 {
		w.startWeeks(d, i, since)
		return
	}
	ended, spent := policy.PeriodsEnded(w.Week-since), policy.WeeksOfPeriod(w.Week-since)
	unpaid := ended > 0 && spent < terms.PaidAfter
	award := int64(p.AwardMonthly[i])
	took := int64(0)
	if p.Status[i] == agents.Employed {
		p.PeriodPay[i] = int32(spent) * p.NetPay[i]
	} else if w.Draws.U(uint32(p.ID[i]), traitWeek, rng.Advance) < w.Habits.AsksForAdvance(p.RentWeekly[i] > 0, p.PartnerPay[i] > 0) {
		took = terms.Advance(award, 0)
		if left := w.deducting.Instalments - int64(ended); left > 0 {
			p.AdvanceOwed[i] = int32(took * left / w.deducting.Instalments)
			p.Instalments[i] = uint8(left)
		}
	}
	if unpaid {
		repaid, debts := w.deductions(i, int32(award))
		p.Payable[i] = int32(award) - repaid - debts
		d.Books.UnpaidBefore += int64(p.Payable[i])
	}
	d.Books.OwedBefore += int64(p.AdvanceOwed[i])
	switch {
	case award == 0:
	case ended == 0 || ended == 1 && unpaid:
		p.Without[i] = uint8(100 - 100*took/award)
	default:
		p.Without[i] = w.withheld(i)
	}
}

// startWeeks does so where awards are worked out by the week: what is unpaid are the weeks
// since the last day of payment.
func (w *World) startWeeks(d *District, i int32, since agents.Week) {
	p, terms := w.People, &w.Regime.Plan.Payment
	over := w.Week - since - terms.PaidAfter // weeks of the claim that could have been paid
	unpaid := w.Week - since
	if over >= terms.PaidEvery {
		unpaid = over%terms.PaidEvery + terms.PaidAfter
	} else if p.AwardMonthly[i] > 0 {
		p.Without[i] = 100
	}
	p.Payable[i] = w.weeklyAward(i) * int32(unpaid)
	d.Books.UnpaidBefore += int64(p.Payable[i])
}
