package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// money pays the week: pay less tax to those in work, and what falls due of awards. What a
// sanction takes of the week is noted for the period; it is remembered by the claimant and
// by her district. For most claims a week brings nothing but a look at the calendar: who is
// concerned is listed without a branch, which the processor could not foresee.
func money(w *World, d *District) {
	p, s := w.People, &d.scratch
	calendar := w.Regime.Plan.Payment.Calendar(w.Week)
	rows := int(d.Next - d.First)
	s.paid, s.required = grow(s.paid, rows), grow(s.required, rows)
	s.ending, s.payable = grow(s.ending, rows), grow(s.payable, rows)
	var paid, required, ending, payable, exposed int
	for _, list := range s.lists { // what people were as the week began most of them still are
		for _, i := range list {
			switch p.Status[i] {
			case agents.Claimant:
				p.Total.WeeksOnBenefit[i]++
				s.required[required] = i
				required++
				exposed += some(p.Group[i])
			case agents.OtherBenefit:
				p.Total.WeeksOnBenefit[i]++
			case agents.Employed:
				s.paid[paid] = i
				paid++
				s.required[required] = i
				required += some(p.Group[i])
				exposed += some(p.Group[i])
			}
			dues := calendar[p.Cycle[i]]
			s.ending[ending], s.payable[payable] = i, i
			ending += int(dues & policy.PeriodEnds / policy.PeriodEnds)
			payable += int(dues & policy.PayDay / policy.PayDay)
		}
	}
	w.payJobs(d, s.paid[:paid])
	lost := w.serviceWeek(d, s.required[:required])
	for _, i := range s.ending[:ending] {
		if p.Couple[i] == 0 {
			w.assess(d, i, calendar[p.Cycle[i]].Weeks(), w.Week == p.BenefitSince[i])
		}
	}
	for _, i := range s.payable[:payable] {
		if p.Couple[i] == 0 {
			w.pay(d, i)
		}
	}
	for _, i := range d.Couples {
		if i >= d.Next {
			break
		}
		j := i + p.Couple[i]
		w.settleCouple(d, i, j, calendar[p.Cycle[i]], calendar[p.Cycle[j]])
	}
	w.rememberLoss(d, lost, int64(exposed))
}

// rememberLoss lets what is lost in a district in a week, by so many of whom something is
// required, be remembered.
func (w *World) rememberLoss(d *District, lost, exposed int64) {
	d.LossLately = float64(d.LossLately * w.Habits.LossDecay)
	d.Books.Required += exposed
	if exposed > 0 {
		d.LossLately += float64((1 - w.Habits.LossDecay) * (float64(lost) / float64(exposed)))
	}
}

// serviceWeek returns what sanctions take of a week from people of whom something is required,
// less hardship payments, and lets what is remembered fade.
func (w *World) serviceWeek(d *District, rows []int32) (all int64) {
	p, seen, steps, loss := w.People, w.Habits.SeenDecay, w.Habits.StepsDecay, w.Habits.LossDecay
	for _, i := range rows {
		lost := int32(0)
		if p.Sanctioned[i] {
			lost = w.sanctionedWeek(d, i)
		} else if p.HardshipDebt[i] > 0 {
			w.repayHardship(d, i, w.weeklyAward(i))
		}
		p.Lost[i] = lost
		p.SeenLately[i] = float32(float64(p.SeenLately[i]) * seen)
		p.StepsLately[i] = float32(float64(p.StepsLately[i]) * steps)
		p.LossLately[i] = float32(float64(float64(p.LossLately[i])*loss) + float64((1-loss)*float64(lost)))
		all += int64(lost)
	}
	return all
}

// sanctionedWeek returns what a sanction takes of a week, less hardship payments.
func (w *World) sanctionedWeek(d *District, i int32) int32 {
	p := w.People
	d.Books.Sanctioned++
	taken := w.sanctionPence(i)
	p.PeriodSanction[i] += taken
	lost := min(taken, w.weeklyAward(i))
	if p.ChallengeDue[i] != agents.Never && p.ChallengeOf[i] == p.SanctionSince[i] {
		p.Disputed[i] += lost
	}
	lost -= w.payHardship(d, i, lost)
	if !p.SanctionOpen[i] && p.SanctionDays[i] == 0 {
		w.endSanction(d, i, panel.Served)
	}
	return lost
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

// payJobs pays a week of work and notes the net pay for the period.
func (w *World) payJobs(d *District, rows []int32) {
	p := w.People
	var pay, taxes, costs int64
	for _, i := range rows {
		gross, tax, cost := p.GrossPay[i], p.GrossPay[i]-p.NetPay[i], p.CareCost[i]+p.TravelCost[i]
		if p.SubsidyEnds[i] != agents.Never {
			w.payEmployer(d, i)
		}
		p.PeriodPay[i] += p.NetPay[i]
		p.Total.WeeksInWork[i]++
		p.Total.WeeksWithAward[i] += int16(uint32(-p.AwardMonthly[i]) >> 31) // 1 for an award, without a branch
		p.Total.EarningsPence[i] += gross
		p.Total.TaxPence[i] += tax
		p.Total.WorkCostPence[i] += cost
		pay, taxes, costs = pay+int64(gross), taxes+int64(tax), costs+int64(cost)
	}
	d.Books.Pay += pay
	d.Books.Tax += taxes
	d.Books.WorkCosts += costs
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
