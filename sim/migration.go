package sim

import (
	"caseload/agents"
	"caseload/policy"
)

// migrates tells whether a regime pays another out-of-work benefit than the one in force.
func (w *World) migrates(r *Regime) bool {
	return (r.Benefits.UniversalCredit == nil) != (w.Regime.Benefits.UniversalCredit == nil)
}

// closeAccounts works out all awards to the fork by the rules in force until then and pays
// them, with what the regime to come lets be paid on. Claims that go on keep their cycle.
func (w *World) closeAccounts(terms policy.MigrationTerms) {
	p := w.People
	for k := range w.Districts {
		d := &w.Districts[k]
		for i := d.First; i < d.Next; i++ {
			if p.Cycle[i] == policy.NoCycle {
				continue
			}
			if w.claimIsOver(i, 0) {
				p.Cycle[i] = policy.Ending(p.Cycle[i])
				w.news(i)
			}
			if policy.Running(p.Cycle[i]) {
				w.closeAccount(d, i, terms.RunOn)
			}
		}
		for i := d.First; i < d.Next; i++ { // when both of a couple are worked out
			if p.Cycle[i] != policy.NoCycle {
				w.pay(d, i)
				p.PeriodPay[i], p.PeriodSanction[i], p.Protected[i] = 0, 0, 0
			}
		}
	}
}

// closeAccount works out the weeks of the period in progress, and what is paid on to who is
// out of work: to both of a couple, who have half of it each, if one of them is.
func (w *World) closeAccount(d *District, i int32, runOn agents.Week) {
	p := w.People
	var h policy.Household
	w.householdOf(i, &h)
	weeks := policy.WeeksInto(p.Cycle[i], w.Week)
	award, within := w.rates.PartPeriod(&h, int64(p.PeriodPay[i])+int64(weeks)*int64(p.PartnerPay[i]), weeks)
	sanction := min(int64(p.PeriodSanction[i]), w.share(i, within))
	out, pay := true, int64(p.PartnerPay[i])
	if p.Status[i] == agents.Employed {
		j, _ := w.partner(i)
		out, pay = w.shared(i) && p.Status[j] != agents.Employed, pay+int64(p.NetPay[i])
	}
	if out {
		award += int64(runOn) * w.rates.PaidOn(&h, pay)
	}
	w.book(d, i, int32(w.share(i, award)), int32(sanction), 0, 0)
}

// openAccounts begins the periods of the new benefit for claims that go on. Who could not
// be paid for weeks asks for an advance where there are any. Who works and had no award may
// have one now, which the new rates see to.
func (w *World) openAccounts() {
	p, plan := w.People, w.Regime.Plan
	for k := range w.Districts {
		d := &w.Districts[k]
		for _, i := range d.Couples { // the addition of two stands with the lower number
			for _, one := range [2]int32{i, i + p.Couple[i]} {
				if one < d.Next && p.Cycle[one] != policy.NoCycle {
					w.convert(one)
				}
			}
		}
		for i := d.First; i < d.Next; i++ {
			if p.Cycle[i] == policy.NoCycle {
				continue
			}
			if p.Couple[i] == 0 {
				w.convert(i)
			}
			p.Cycle[i] = plan.Payment.CycleFrom(w.Week)
			p.Without[i] = 0
			if p.AwardMonthly[i] > 0 && p.Status[i] != agents.Employed {
				p.Without[i] = 100
			}
			if plan.Payment.PaidEvery == 0 && p.Status[i] != agents.Employed {
				w.askForAdvance(d, i)
			}
		}
	}
}

// convert works out a person's award under the new rates, and protects what the former one
// was more, before pay is taken off, and be that more than the new award (Universal Credit
// (Transitional Provisions) Regulations 2014, regulation 53).
func (w *World) convert(i int32) {
	p, before := w.People, w.People.AwardMonthly[i]
	w.refreshAward(i)
	if w.Regime.Plan.Migration.Protected && p.AwardMonthly[i] < before {
		pay := policy.MonthlyFromWeekly(w.usualPay(i))
		var h policy.Household
		w.householdOf(i, &h)
		p.Protected[i] = before + int32(w.rates.Reduction(&h, pay))
		w.refreshAward(i)
	}
}
