package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// money pays the week: pay less tax to those in work, and what falls due of awards. What a
// sanction takes of the week is noted for the period; it is remembered by the claimant and
// by her district. For most claims a week brings nothing but a look at the calendar.
func money(w *World, d *District) {
	p := w.People
	calendar := w.Regime.Plan.Payment.Calendar(w.Week)
	var lost, exposed int64
	for _, list := range d.scratch.lists { // what people were as the week began most of them still are
		for _, i := range list {
			switch p.Status[i] {
			case agents.Claimant:
				p.Total.WeeksOnBenefit[i]++
				lost += w.serviceWeek(d, i)
				if p.Group[i] != policy.NoGroup {
					exposed++
				}
			case agents.OtherBenefit:
				p.Total.WeeksOnBenefit[i]++
			case agents.Employed:
				w.payJob(d, i)
				if p.Group[i] != policy.NoGroup {
					lost += w.serviceWeek(d, i)
					exposed++
				}
			}
			if dues := calendar[p.Cycle[i]]; dues != 0 && p.Couple[i] == 0 {
				w.settle(d, i, dues)
			}
		}
	}
	for _, i := range d.Couples {
		if i >= d.Next {
			break
		}
		j := i + p.Couple[i]
		w.settleCouple(d, i, j, calendar[p.Cycle[i]], calendar[p.Cycle[j]])
	}
	d.LossLately = float64(d.LossLately * w.Habits.LossDecay)
	d.Books.Required += exposed
	if exposed > 0 {
		d.LossLately += float64((1 - w.Habits.LossDecay) * (float64(lost) / float64(exposed)))
	}
}

// serviceWeek returns what a sanction takes of a week, less hardship payments, and lets what
// is remembered fade.
func (w *World) serviceWeek(d *District, i int32) int64 {
	p := w.People
	lost := int32(0)
	if p.Sanctioned[i] {
		d.Books.Sanctioned++
		taken := w.sanctionPence(i)
		p.PeriodSanction[i] += taken
		lost = min(taken, w.weeklyAward(i))
		if p.ChallengeDue[i] != agents.Never && p.ChallengeOf[i] == p.SanctionSince[i] {
			p.Disputed[i] += lost
		}
		lost -= w.payHardship(d, i, lost)
		if !p.SanctionOpen[i] && p.SanctionDays[i] == 0 {
			w.endSanction(d, i, panel.Served)
		}
	} else if p.HardshipDebt[i] > 0 {
		w.repayHardship(d, i, w.weeklyAward(i))
	}
	p.Lost[i] = lost
	p.SeenLately[i] = float32(float64(p.SeenLately[i]) * w.Habits.SeenDecay)
	p.StepsLately[i] = float32(float64(p.StepsLately[i]) * w.Habits.StepsDecay)
	p.LossLately[i] = float32(float64(float64(p.LossLately[i])*w.Habits.LossDecay) + float64((1-w.Habits.LossDecay)*float64(lost)))
	return int64(lost)
}

// weeklyAward is a typical week of the award on a person's facts.
func (w *World) weeklyAward(i int32) int32 {
	return int32(policy.WeeklyFromMonthly(int64(w.People.AwardMonthly[i])))
}

// lostShare is the share of the household's award that sanctions took last week.
func (w *World) lostShare(i int32) float64 {
	lost := w.People.Lost[i]
	if j, is := w.partner(i); is {
		lost += w.People.Lost[j]
	}
	if lost <= 0 {
		return 0
	}
	return min(float64(lost)/float64(max(w.weeklyAward(i), 1)), 1)
}

// sanctionPence is what a sanction takes this week, by days and daily rate. What it takes
// in a period never exceeds the award of that period: see assess.
func (w *World) sanctionPence(i int32) int32 {
	terms := &w.Regime.Plan.Groups[w.People.Group[i]]
	var h policy.Household
	w.householdOf(i, &h)
	return int32(w.rates.SanctionOf(&h, terms.SanctionedShare, w.serve(i)))
}

// payJob pays a week of work and notes the net pay for the period.
func (w *World) payJob(d *District, i int32) {
	p := w.People
	gross, tax := p.GrossPay[i], p.GrossPay[i]-p.NetPay[i]
	w.payEmployer(d, i)
	p.PeriodPay[i] += p.NetPay[i]
	p.Total.WeeksInWork[i]++
	if p.AwardMonthly[i] > 0 {
		p.Total.WeeksWithAward[i]++
	}
	p.Total.EarningsPence[i] += gross
	p.Total.TaxPence[i] += tax
	p.Total.WorkCostPence[i] += p.CareCost[i] + p.TravelCost[i]
	d.Books.WorkCosts += int64(p.CareCost[i] + p.TravelCost[i])
	d.Books.Pay += int64(gross)
	d.Books.Tax += int64(tax)
}

// refreshRates works out awards, minimum wages and taxes after the rates have changed.
func (w *World) refreshRates(d *District) {
	p := w.People
	for i := d.First; i < d.Next; i++ {
		switch p.Status[i] {
		case agents.Claimant, agents.OtherBenefit:
			w.refreshAward(i)
		case agents.Employed:
			w.uprate(i)
			w.refreshPay(i)
		}
	}
	for _, i := range d.Couples { // what both are paid now, whoever came first
		if i >= d.Next {
			break
		}
		for _, k := range [2]int32{i, i + p.Couple[i]} {
			if w.onClaim(k) {
				w.refreshAward(k)
			}
		}
	}
}

// uprate raises pay with the minimum wage of the person's age, so that who was paid above
// it stays as far above it.
func (w *World) uprate(i int32) {
	age := policy.AgeYears(w.Week, w.People.BornWeek[i])
	before, now := w.ratesBefore.MinimumWage(age), w.rates.MinimumWage(age)
	if before > 0 && now > before {
		w.People.HourlyPay[i] = int32((int64(w.People.HourlyPay[i])*now + before/2) / before)
	}
}
