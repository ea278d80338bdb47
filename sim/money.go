package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// money pays the week: awards less sanctions to everybody with one, pay less tax to
// those in work. What was lost is remembered by the claimant and by her district.
func money(w *World, d *District) {
	p := w.People
	p0 := payWeek{w: w, share: newWeeklyShare(w.Week)}
	var lost, exposed int64
	for _, i := range d.Claimants {
		if p.Status[i] == agents.Claimant {
			lost += p0.claimant(d, i)
			if p.Group[i] != policy.NoGroup {
				exposed++
			}
		} else {
			p0.other(d, i)
		}
	}
	for _, i := range d.Other {
		p0.other(d, i)
	}
	for _, i := range d.Employed {
		p0.other(d, i)
	}
	for _, i := range d.Inactive { // some found work this week
		p0.other(d, i)
	}
	d.LossLately = float64(d.LossLately * w.Habits.LossDecay)
	if exposed > 0 {
		d.LossLately += float64((1 - w.Habits.LossDecay) * (float64(lost) / float64(exposed)))
	}
}

// payWeek is what paying one week needs.
type payWeek struct {
	w     *World
	share weeklyShare
}

// claimant pays an award less a sanction and returns what the sanction took, less hardship
// payments.
func (s *payWeek) claimant(d *District, i int32) int64 {
	w, p := s.w, s.w.People
	due := s.share.of(p.AwardMonthly[i]) + s.arrears(i)
	lost, relief := int32(0), int32(0)
	if p.Sanctioned[i] {
		lost = w.sanctionPence(i, due)
		relief = w.payHardship(d, i, lost)
		if p.ChallengeDue[i] != agents.Never && p.ChallengeOf[i] == p.SanctionSince[i] {
			p.Disputed[i] += lost
		}
		if !p.SanctionOpen[i] && p.SanctionDays[i] == 0 {
			w.endSanction(d, i, panel.Served)
		}
	} else if p.HardshipDebt[i] > 0 {
		w.repayHardship(d, i, due)
	}
	felt := lost - relief
	p.Due[i], p.Lost[i] = due, felt
	p.Total.WeeksOnBenefit[i]++
	p.Total.BenefitPence[i] += due - lost
	p.Total.SanctionPence[i] += lost
	d.Books.Award += int64(due)
	d.Books.Sanction += int64(lost)
	p.SeenLately[i] = float32(float64(p.SeenLately[i]) * w.Habits.SeenDecay)
	p.LossLately[i] = float32(float64(float64(p.LossLately[i])*w.Habits.LossDecay) + float64((1-w.Habits.LossDecay)*float64(felt)))
	return int64(felt)
}

// arrears are the weeks from applying to the week in which the claim opened, which are
// paid then.
func (s *payWeek) arrears(i int32) int32 {
	w, p := s.w, s.w.People
	if p.ClaimWeek[i] != w.Week || p.Since[i] != w.Week {
		return 0
	}
	total := int64(0)
	for week := p.BenefitSince[i]; week < w.Week; week++ {
		total += policy.WeeklyShare(int64(p.AwardMonthly[i]), int64(week))
	}
	return int32(total)
}

// sanctionPence is what a sanction takes from an award this week, by days and daily rate.
func (w *World) sanctionPence(i, due int32) int32 {
	terms := &w.Regime.Plan.Groups[w.People.Group[i]]
	h := w.householdOf(i)
	rate := w.rates.SanctionDailyRate(h, terms.SanctionedShare)
	return int32(policy.SanctionPence(rate, w.serve(i), int64(due)))
}

// other pays everybody who is not a claimant: a health-related award, or pay, tax and
// an award in work.
func (s *payWeek) other(d *District, i int32) {
	p := s.w.People
	switch p.Status[i] {
	case agents.OtherBenefit:
		due := s.share.of(p.AwardMonthly[i]) + s.arrears(i)
		p.Total.WeeksOnBenefit[i]++
		p.Total.BenefitPence[i] += due
		d.Books.Award += int64(due)
	case agents.Employed:
		gross := p.GrossPay[i]
		if p.AwardMonthly[i] > 0 {
			due := s.share.of(p.AwardMonthly[i])
			p.Total.BenefitPence[i] += due
			d.Books.Award += int64(due)
		}
		p.Total.WeeksInWork[i]++
		p.Total.EarningsPence[i] += gross
		p.Total.TaxPence[i] += p.TaxWeekly[i]
		d.Books.Pay += int64(gross)
		d.Books.Tax += int64(p.TaxWeekly[i])
	}
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

// weeklyShare pays monthly amounts by weeks, so that any 52 weeks add up to 12 months to
// the penny: policy.WeeklyShare with its division by 13 prepared for one week.
type weeklyShare struct{ now, next int64 }

func newWeeklyShare(week agents.Week) weeklyShare {
	phase := (int64(week)%13 + 13) % 13
	return weeklyShare{3 * phase, 3 * (phase + 1)}
}

// of is floor(3m(phase+1)/13) - floor(3m phase/13).
func (s weeklyShare) of(monthly int32) int32 {
	m := int64(monthly)
	return int32(m*s.next/13 - m*s.now/13)
}
