package policy

import (
	"fmt"

	"caseload/policy/source"
)

// Tax is the section `tax:` of a regime: what an employee pays on earnings, by
// date, so that net pay and the exchequer's gain from work can be worked out.
//
// It is income tax with one allowance and two rates, three until April 2008, and employees' National
// Insurance of Class 1. Deliberately absent are the rate above the higher one,
// the withdrawal of the allowance from six-figure pay, marriage allowance, the
// Scottish bands, pension contributions, student loans and employers'
// contributions.
type Tax struct {
	At                source.Position
	IncomeTax         []IncomeTax         `file:"income_tax" doc:"income tax by the year, from 6 April"`
	NationalInsurance []NationalInsurance `file:"national_insurance" doc:"employees' National Insurance by the week"`
}

// IncomeTax is the tax on a year's earnings from a date on.
type IncomeTax struct {
	At                source.Position
	From              source.Date     `file:"from" doc:"the first day on which the figures hold"`
	PersonalAllowance source.Quantity `file:"personal_allowance" unit:"£/year" min:"0" max:"100000000" doc:"earnings of a year that are not taxed"`
	StartingRate      source.Quantity `file:"starting_rate,optional" unit:"share" min:"0" max:"1" doc:"the rate on the first taxable earnings; none when absent"`
	StartingLimit     source.Quantity `file:"starting_limit,optional" unit:"£/year" min:"0" max:"100000000" doc:"taxable earnings of a year up to which the starting rate applies"`
	BasicRate         source.Quantity `file:"basic_rate" unit:"share" min:"0" max:"1" doc:"the rate on taxable earnings up to the limit"`
	BasicLimit        source.Quantity `file:"basic_limit" unit:"£/year" min:"0" max:"100000000" doc:"taxable earnings of a year, those above the allowance, up to which the basic rate applies"`
	HigherRate        source.Quantity `file:"higher_rate" unit:"share" min:"0" max:"1" doc:"the rate on taxable earnings above the limit"`
}

// NationalInsurance is the contribution on a week's earnings from a date on.
type NationalInsurance struct {
	At               source.Position
	From             source.Date     `file:"from" doc:"the first day on which the figures hold"`
	PrimaryThreshold source.Quantity `file:"primary_threshold" unit:"£/week" min:"0" max:"1000000" doc:"earnings of a week on which nothing is paid"`
	MainRate         source.Quantity `file:"main_rate" unit:"share" min:"0" max:"1" doc:"the rate on earnings between the threshold and the limit"`
	UpperLimit       source.Quantity `file:"upper_limit" unit:"£/week" min:"0" max:"1000000" doc:"earnings of a week up to which the main rate applies"`
	UpperRate        source.Quantity `file:"upper_rate" unit:"share" min:"0" max:"1" doc:"the rate on earnings above the limit"`
}

// MinimumWage is the section `minimum_wage:` of a regime: the least pay an hour
// by age and date. The rate of apprentices is absent, since no programme here
// is an apprenticeship.
type MinimumWage struct {
	At    source.Position
	Rates []HourlyRates `file:"rates" doc:"the least pay an hour by age, by date"`
}

// HourlyRates is the least pay an hour from a date on. A band that a date has
// no rate for takes the rate of the band below.
type HourlyRates struct {
	At      source.Position
	From    source.Date     `file:"from" doc:"the first day on which the rates hold"`
	From25  source.Quantity `file:"age_25_or_over,optional" unit:"£/hour" min:"0" max:"100000" doc:"pay an hour from age 25, where that differs from the band below"`
	From23  source.Quantity `file:"age_23_or_over,optional" unit:"£/hour" min:"0" max:"100000" doc:"pay an hour from age 23, where that differs from the band below"`
	From21  source.Quantity `file:"age_21_or_over" unit:"£/hour" min:"0" max:"100000" doc:"pay an hour from age 21"`
	From18  source.Quantity `file:"age_18_to_20" unit:"£/hour" min:"0" max:"100000" doc:"pay an hour from age 18 to 20"`
	Under18 source.Quantity `file:"under_18" unit:"£/hour" min:"0" max:"100000" doc:"pay an hour below age 18"`
}

func (t IncomeTax) begins() source.Date         { return t.From }
func (n NationalInsurance) begins() source.Date { return n.From }
func (h HourlyRates) begins() source.Date       { return h.From }

// Check requires figures in order of their first days.
func (t *Tax) Check(c *source.Checker) {
	checkDated(c, t.At, "income_tax", t.IncomeTax)
	checkDated(c, t.At, "national_insurance", t.NationalInsurance)
}

// Check requires rates in order of their first days.
func (m *MinimumWage) Check(c *source.Checker) { checkDated(c, m.At, "rates", m.Rates) }

// Check requires the limit not to lie below the threshold.
func (n *NationalInsurance) Check(c *source.Checker) {
	if n.UpperLimit.Value < n.PrimaryThreshold.Value {
		c.Problem(n.UpperLimit.At, "upper_limit",
			fmt.Sprintf("%s is below the primary threshold (%s, %s)", n.UpperLimit, n.PrimaryThreshold, source.Place(n.PrimaryThreshold.At, n.UpperLimit.At)),
			"the main rate applies from the threshold up to the limit")
	}
}

// enter writes the figures of tax and contributions in force on r.On into r.
func (t *Tax) enter(r *Rates) {
	if income, found := inForce(t.IncomeTax, r.On); found {
		r.PersonalAllowance = pence(income.PersonalAllowance)
		r.BasicRate = tenThousandths(income.BasicRate)
		r.BasicLimit = pence(income.BasicLimit)
		r.HigherRate = tenThousandths(income.HigherRate)
		r.StartingRate, r.StartingLimit = tenThousandths(income.StartingRate), pence(income.StartingLimit)
	}
	if insurance, found := inForce(t.NationalInsurance, r.On); found {
		r.PrimaryThreshold = pence(insurance.PrimaryThreshold)
		r.MainRate = tenThousandths(insurance.MainRate)
		r.UpperLimit = pence(insurance.UpperLimit)
		r.UpperRate = tenThousandths(insurance.UpperRate)
	}
}

// enter writes the least pay in force on r.On into r.
func (m *MinimumWage) enter(r *Rates) {
	rates, found := inForce(m.Rates, r.On)
	if !found {
		return
	}
	r.WageUnder18 = pence(rates.Under18)
	r.Wage18 = pence(rates.From18)
	r.Wage21 = pence(rates.From21)
	r.Wage23 = r.Wage21
	if rates.From23.Set {
		r.Wage23 = pence(rates.From23)
	}
	r.Wage25 = r.Wage23
	if rates.From25.Set {
		r.Wage25 = pence(rates.From25)
	}
}

// MinimumWage is the least pay in pence an hour at an age in whole years.
func (r *Rates) MinimumWage(ageYears int) int64 {
	switch {
	case ageYears >= 25:
		return r.Wage25
	case ageYears >= 23:
		return r.Wage23
	case ageYears >= 21:
		return r.Wage21
	case ageYears >= 18:
		return r.Wage18
	default:
		return r.WageUnder18
	}
}

// NetPay divides a week's gross pay into what is left, income tax and
// employees' National Insurance, all in pence a week; the three sum to the
// gross pay. Tax is that on 52 such weeks, divided by 52 and rounded once to
// the nearest penny (half a penny up), so a year of even pay is assumed and no
// cumulative code is kept. Insurance is worked out on the week, as the law
// does, and rounded the same way. Pay below zero counts as zero.
func (r *Rates) NetPay(grossPencePerWeek int64) (net, tax, nationalInsurance int64) {
	gross := max(grossPencePerWeek, 0)
	taxable := max(gross*weeksPerYear-r.PersonalAllowance, 0)
	basic := min(taxable, r.BasicLimit)
	starting := min(taxable, r.StartingLimit)
	tax = nearest(starting*r.StartingRate+(basic-starting)*r.BasicRate+(taxable-basic)*r.HigherRate, wholeShare*weeksPerYear)

	main := max(min(gross, r.UpperLimit)-r.PrimaryThreshold, 0)
	upper := max(gross-r.UpperLimit, 0)
	nationalInsurance = nearest(main*r.MainRate+upper*r.UpperRate, wholeShare)
	return gross - tax - nationalInsurance, tax, nationalInsurance
}
