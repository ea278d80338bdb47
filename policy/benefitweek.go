package policy

// A WeekAward is what a household is due for a benefit week by its parts, in pence.
type WeekAward struct{ Allowance, Housing, Credits int64 }

// Sum is all parts together.
func (a WeekAward) Sum() int64 { return a.Allowance + a.Housing + a.Credits }

// OfWeek is the award of a household for a benefit week, given all net pay of the week.
// The hours and gross pay of the person's own work stand among the household's facts; what
// is left of net pay is the partner's. Jobseeker's Allowance Regulations 1996, regulations
// 51, 79 and 99; Housing Benefit Regulations 2006, regulation 71; Tax Credits (Income
// Thresholds and Determination of Rates) Regulations 2002.
func (r *WeeklyRates) OfWeek(h *Household, netPay, ownNet int64) WeekAward {
	var a WeekAward
	needs := r.personal(h)
	if h.HoursTenths < r.HoursTenths {
		a.Allowance = max(needs-max(netPay-r.disregard(h), 0), 0)
	}
	a.Credits = r.credits(h, netPay-ownNet, a.Allowance > 0)
	if r.Housing && h.RentPencePerWeek > 0 {
		a.Housing = r.housing(h, needs, netPay+a.Credits, a.Allowance > 0)
	}
	return a
}

// personal is the personal allowance with the premium.
func (r *WeeklyRates) personal(h *Household) int64 {
	amount := r.Under25
	switch {
	case h.Adults > 1:
		amount = r.Couple
	case h.AnyAdult25 || h.Children > 0:
		amount = r.From25
	}
	if h.LimitedCapability > 0 {
		amount += r.Premium
	}
	return amount
}

func (r *WeeklyRates) disregard(h *Household) int64 {
	switch {
	case h.Adults > 1:
		return r.DisregardCouple
	case h.Children > 0:
		return r.DisregardLP
	}
	return r.DisregardSingle
}

// housing is the rent less the taper's share of income above the applicable amount.
func (r *WeeklyRates) housing(h *Household, needs, income int64, allowance bool) int64 {
	rent := int64(h.RentPencePerWeek)
	if allowance {
		return rent
	}
	disregard := r.disregard(h)
	if h.Children > 0 {
		needs += r.Family + int64(h.Children)*r.Child
		if h.Adults == 1 {
			disregard = r.HousingLP
		}
	}
	above := max(income-disregard-needs, 0)
	return max(rent-nearest(above*r.HousingTaper, wholeShare), 0)
}

// Hours of work a week, in tenths, that bring Working Tax Credit: with children, and
// without them from 25 on, which is also where the element for thirty hours begins (Working
// Tax Credit (Entitlement and Maximum Rate) Regulations 2002, regulation 4).
const creditHours, longCreditHours = 160, 300

// credits are the tax credits of a week: a 52nd of those of a year.
func (r *WeeklyRates) credits(h *Household, partner int64, allowance bool) int64 {
	family, child := int64(0), int64(0)
	if h.Children > 0 {
		family, child = r.CreditFamily, int64(h.Children)*r.CreditChild
	}
	if allowance {
		return nearest(family+child, weeksPerYear)
	}
	work, threshold := int64(0), r.ThresholdWithoutWork
	if h.HoursTenths >= longCreditHours && (h.AnyAdult25 || h.Children > 0) || h.HoursTenths >= creditHours && h.Children > 0 {
		work, threshold = r.Basic, r.Threshold
		if h.Children > 0 || h.Adults > 1 {
			work += r.Second
		}
		if h.HoursTenths >= longCreditHours {
			work += r.Thirty
		}
		work += r.childcare(h)
	}
	income := (int64(h.GrossPencePerWeek) + partner) * weeksPerYear
	above := max(income-threshold, 0)
	return nearest(family+max(work+child-nearest(above*r.CreditTaper, wholeShare), 0), weeksPerYear)
}

// ofWeek is the award of a household for a benefit week on its usual pay.
func (r *Rates) ofWeek(h *Household, netPay int64) WeekAward {
	own := int64(0)
	if h.HoursTenths > 0 {
		own, _, _ = r.NetPay(int64(h.GrossPencePerWeek))
	}
	return r.Week.OfWeek(h, netPay, min(own, netPay))
}

// Assess is the award of a period of so many weeks given all net pay in it, and how much
// of it a sanction can take: all of Universal Credit, and of the benefits of a week the
// allowance alone.
func (r *Rates) Assess(h *Household, netPay int64) (award, sanctionable int64) {
	if !r.Weekly {
		award = r.Award(h, netPay)
		return award, award
	}
	a := r.ofWeek(h, netPay)
	return a.Sum(), a.Allowance
}

// WaitingLoss is what the first days of a claim cost in its first benefit week, given the
// allowance of that week.
func (r *Rates) WaitingLoss(allowance int64) int64 {
	return nearest(allowance*r.Week.WaitingDays, 7)
}

// SanctionOf is what a sanction takes from one sanctioned adult for some days, at the share
// taken: by the day from Universal Credit, by the week from Jobseeker's Allowance.
func (r *Rates) SanctionOf(h *Household, share int64, days int) int64 {
	if !r.Weekly {
		return r.SanctionDailyRate(h, share) * int64(days)
	}
	adults := int64(max(min(h.Adults, 2), 1))
	return nearest(r.Week.personal(h)*share*int64(days), 7*wholeShare*adults)
}
