package policy

import "caseload/policy/source"

// JobseekersAllowance is the out-of-work benefit before Universal Credit: a personal
// allowance by the benefit week, of which earnings beyond a small disregard take every
// pound, and nothing at all for who works sixteen hours or more. Income Support, for lone
// parents of small children and for the ill without an insurance record, has the same amounts and is
// paid to claimants without a requirement.
//
// Deliberately absent are the contribution-based allowance, so that a partner's pay counts
// from the first day; Incapacity Benefit and Employment and Support Allowance, for which
// the disability premium of a single person stands; capital; the premiums of carers and
// pensioners; couples who are both under 18; the allowances for children before tax
// credits; linked claims, which have no second waiting days; Council Tax Benefit, free
// school meals and help with mortgages.
type JobseekersAllowance struct {
	At        source.Position
	PaidEvery source.Quantity `file:"paid_every" unit:"weeks" min:"1" max:"13" whole:"true" doc:"benefit weeks that are paid together, in arrears"`
	Waiting   []WaitingDays   `file:"waiting" doc:"first days of a claim for which nothing is paid, by date"`
	Personal  Personal        `file:"personal_allowance" doc:"the amount a week, by date"`
	Premium   []WeeklyAmount  `file:"disability_premium" doc:"added for limited capability for work, by date"`
	Disregard Disregard       `file:"disregard" doc:"net earnings of a week that leave the allowance untouched"`
	Hours     source.Quantity `file:"hours" unit:"hours/week" min:"1" max:"80" whole:"true" doc:"work of this many hours a week or more ends the allowance"`
}

// Personal is by the number of adults and age.
type Personal struct {
	At       source.Position
	Under25  []WeeklyAmount `file:"under_25" doc:"one adult aged under 25 without children"`
	From25   []WeeklyAmount `file:"25_or_over" doc:"one adult aged 25 or over, or a lone parent"`
	OfCouple []WeeklyAmount `file:"couple" doc:"two adults"`
}

// Disregard is by kind of household.
type Disregard struct {
	At         source.Position
	Single     source.Quantity `file:"single" unit:"£/week" min:"0" max:"100000" doc:"one adult without children"`
	OfCouple   source.Quantity `file:"couple" unit:"£/week" min:"0" max:"100000" doc:"two adults"`
	LoneParent source.Quantity `file:"lone_parent" unit:"£/week" min:"0" max:"100000" doc:"one adult with children"`
}

// HousingBenefit meets rent: all of it beside Jobseeker's Allowance, and in work less a
// share of income above what the household is said to need. Absent are limits of rent and
// deductions for others in the home, and the further disregard for work of thirty hours.
type HousingBenefit struct {
	At         source.Position
	Taper      source.Quantity `file:"taper" unit:"share" min:"0" max:"1" doc:"share of net income above the applicable amount that the benefit is reduced by"`
	LoneParent source.Quantity `file:"lone_parent_disregard" unit:"£/week" min:"0" max:"100000" doc:"earnings of a lone parent that do not count; others have the disregard of Jobseeker's Allowance"`
	Child      []WeeklyAmount  `file:"child" doc:"what a child adds to the applicable amount, by date"`
	Family     []WeeklyAmount  `file:"family" doc:"what children together add to it, by date"`
}

// CreditRates are the Child and Working Tax Credit of a tax year. The credits are
// worked out on the present income of the household, where the law takes that of a year
// and forgives the first changes. Absent are the elements for disability and infants,
// and the withdrawal of the family element from high incomes.
type CreditRates struct {
	At         source.Position
	From       source.Date     `file:"from" doc:"the first day on which the figures hold"`
	Basic      source.Quantity `file:"basic" unit:"£/year" min:"0" max:"10000000" doc:"Working Tax Credit: the basic element"`
	Second     source.Quantity `file:"couple_or_lone_parent" unit:"£/year" min:"0" max:"10000000" doc:"Working Tax Credit: for a couple or a lone parent"`
	Thirty     source.Quantity `file:"thirty_hours" unit:"£/year" min:"0" max:"10000000" doc:"Working Tax Credit: for work of thirty hours a week or more"`
	OfFamily   source.Quantity `file:"family" unit:"£/year" min:"0" max:"10000000" doc:"Child Tax Credit: for a family"`
	OfChild    source.Quantity `file:"child" unit:"£/year" min:"0" max:"10000000" doc:"Child Tax Credit: for each child"`
	Threshold  source.Quantity `file:"threshold" unit:"£/year" min:"0" max:"10000000" doc:"income that leaves the credits of those with Working Tax Credit untouched"`
	ChildAlone source.Quantity `file:"threshold_without_work" unit:"£/year" min:"0" max:"10000000" doc:"the same with Child Tax Credit alone"`
	Taper      source.Quantity `file:"taper" unit:"share" min:"0" max:"1" doc:"share of income above the threshold that the credits are reduced by"`
	Childcare  source.Quantity `file:"childcare,optional" unit:"share" min:"0" max:"1" doc:"Working Tax Credit: share of what care of children costs that is counted"`
	CareOne    source.Quantity `file:"childcare_for_one,optional" unit:"£/week" min:"0" max:"1000000" doc:"most of these costs that are counted for one child"`
	CareMore   source.Quantity `file:"childcare_for_more,optional" unit:"£/week" min:"0" max:"1000000" doc:"the same for two children or more"`
}

// WeeklyAmount is an amount of money a week from a date on.
type WeeklyAmount struct {
	At     source.Position
	From   source.Date     `file:"from" doc:"the first day on which the amount holds"`
	Amount source.Quantity `file:"amount" unit:"£/week" min:"0" max:"1000000" doc:"the amount a week"`
}

// WaitingDays is a number of days from a date on.
type WaitingDays struct {
	At   source.Position
	From source.Date     `file:"from" doc:"the first day on which the number holds"`
	Days source.Quantity `file:"days" unit:"days" min:"0" max:"7" whole:"true" doc:"days at the beginning of a claim for which the allowance is not paid"`
}

func (a WeeklyAmount) begins() source.Date { return a.From }
func (w WaitingDays) begins() source.Date  { return w.From }
func (r CreditRates) begins() source.Date  { return r.From }

// Check requires figures in order of their first days.
func (j *JobseekersAllowance) Check(c *source.Checker) {
	checkDated(c, j.At, "waiting", j.Waiting)
	checkDated(c, j.At, "disability_premium", j.Premium)
}

// Check requires figures in order of their first days.
func (p *Personal) Check(c *source.Checker) {
	checkDated(c, p.At, "under_25", p.Under25)
	checkDated(c, p.At, "25_or_over", p.From25)
	checkDated(c, p.At, "couple", p.OfCouple)
}

// Check requires figures in order of their first days.
func (h *HousingBenefit) Check(c *source.Checker) {
	checkDated(c, h.At, "child", h.Child)
	checkDated(c, h.At, "family", h.Family)
}

// WeeklyRates are the figures of Jobseeker's Allowance, Housing Benefit and tax credits in
// force on one day: pence a week, for the credits pence a year, shares in ten-thousandths.
type WeeklyRates struct {
	Under25, From25, Couple, Premium              int64
	DisregardSingle, DisregardCouple, DisregardLP int64
	HoursTenths                                   int16 // from which the allowance ends
	WaitingDays                                   int64

	Housing                                bool // rent is met at all
	HousingTaper, HousingLP, Child, Family int64

	Basic, Second, Thirty, CreditFamily, CreditChild, Threshold, ThresholdWithoutWork, CreditTaper int64

	CareShare, CareOne, CareMore int64 // of care of children in the Working Tax Credit
}

// enter writes the figures in force on a day.
func (r *WeeklyRates) enter(b *Benefits, on Date) {
	j := b.JobseekersAllowance
	r.Under25, r.From25, r.Couple = weeklyOn(j.Personal.Under25, on), weeklyOn(j.Personal.From25, on), weeklyOn(j.Personal.OfCouple, on)
	r.Premium = weeklyOn(j.Premium, on)
	r.DisregardSingle, r.DisregardCouple, r.DisregardLP = pence(j.Disregard.Single), pence(j.Disregard.OfCouple), pence(j.Disregard.LoneParent)
	r.HoursTenths = int16(rounded(float64(10 * j.Hours.Value)))
	waiting, _ := inForce(j.Waiting, on)
	r.WaitingDays = int64(waiting.Days.Value)
	if h := b.HousingBenefit; h != nil {
		r.Housing, r.HousingTaper, r.HousingLP = true, tenThousandths(h.Taper), pence(h.LoneParent)
		r.Child, r.Family = weeklyOn(h.Child, on), weeklyOn(h.Family, on)
	}
	if c, found := inForce(b.TaxCredits, on); found {
		r.Basic, r.Second, r.Thirty, r.CreditFamily, r.CreditChild = pence(c.Basic), pence(c.Second), pence(c.Thirty), pence(c.OfFamily), pence(c.OfChild)
		r.CareShare, r.CareOne, r.CareMore = tenThousandths(c.Childcare), pence(c.CareOne), pence(c.CareMore)
		r.Threshold, r.ThresholdWithoutWork, r.CreditTaper = pence(c.Threshold), pence(c.ChildAlone), tenThousandths(c.Taper)
	}
}

func weeklyOn(list []WeeklyAmount, on Date) int64 {
	entry, _ := inForce(list, on)
	return pence(entry.Amount)
}

// days are the first days of all figures by date.
func (b *Benefits) weeklyDays() [][]source.Date {
	j := b.JobseekersAllowance
	if j == nil {
		return nil
	}
	days := [][]source.Date{firstDays(j.Personal.Under25), firstDays(j.Personal.From25), firstDays(j.Personal.OfCouple), firstDays(j.Premium), firstDays(b.TaxCredits)}
	if h := b.HousingBenefit; h != nil {
		days = append(days, firstDays(h.Child), firstDays(h.Family))
	}
	return days
}
