package policy

import (
	"math"

	"caseload/policy/source"
)

// Benefits is the section `benefits:` of a regime: what the state pays to
// people out of work, by date.
//
// Universal Credit is paid by the month to a household: a standard allowance,
// and elements for children, for limited capability and for rent, less a share
// of net earnings. Deliberately absent are the cap on total benefit, capital,
// other income than earnings, the limit of the housing element (the whole rent
// counts) and its deductions for others in the home, carers,
// disabled children, surplus earnings carried over from an earlier month, the
// minimum income floor of the self-employed, the transitional element, and the
// other rates that Scotland and Northern Ireland may pay.
//
// A dated figure holds from its day until the next one begins. An award is
// worked out with the figures in force when its assessment period ends: the
// regulations let them start with the first period that begins on or after
// their day, so that a real household's own change follows up to a month later.
//
// Before Universal Credit it was Jobseeker's Allowance, with Housing Benefit and tax
// credits beside it: see JobseekersAllowance. A regime has one or the other.
type Benefits struct {
	At                  source.Position
	UniversalCredit     *UniversalCredit     `file:"universal_credit,optional" doc:"Universal Credit: amounts of a household's monthly award by date"`
	JobseekersAllowance *JobseekersAllowance `file:"jobseekers_allowance,optional" doc:"Jobseeker's Allowance: amounts by the benefit week, by date; in place of Universal Credit"`
	HousingBenefit      *HousingBenefit      `file:"housing_benefit,optional" doc:"help with rent beside Jobseeker's Allowance; none when absent"`
	FreeChildcare       []FreeChildcare      `file:"free_childcare,optional" doc:"hours of care of children a week that cost nobody in work anything, by date; none when absent"`
	TaxCredits          []CreditRates        `file:"tax_credits,optional" doc:"Child and Working Tax Credit beside Jobseeker's Allowance, by the tax year; none when absent"`
}

// Check requires one out-of-work benefit, and nothing beside Universal Credit.
func (b *Benefits) Check(c *source.Checker) {
	u, j := b.UniversalCredit, b.JobseekersAllowance
	switch {
	case u == nil && j == nil:
		c.Problem(b.At, "", string(noBenefit), "write universal_credit or jobseekers_allowance")
	case u != nil && j != nil:
		c.Problem(j.At, "jobseekers_allowance", twoBenefits.of(source.Place(u.At, j.At)), "write \"universal_credit: none\" to do without the one that is inherited")
	case u != nil && b.HousingBenefit != nil:
		c.Problem(b.HousingBenefit.At, "housing_benefit", string(partOfCredit), "leave it out")
	case u != nil && len(b.TaxCredits) > 0:
		c.Problem(b.TaxCredits[0].At, "tax_credits", string(partOfCredit), "leave them out")
	}
	c.Ascending("tax_credits", firstDays(b.TaxCredits)...)
	c.Ascending("free_childcare", firstDays(b.FreeChildcare)...)
}

// UniversalCredit is the arithmetic of the award. Rent is a fact of the
// household, so no figure for the housing element stands here.
type UniversalCredit struct {
	At                       source.Position
	StandardAllowance        StandardAllowance        `file:"standard_allowance" doc:"the part of the award that every household has"`
	ChildElement             ChildElement             `file:"child_element" doc:"the parts of the award paid for children"`
	LimitedCapabilityElement LimitedCapabilityElement `file:"limited_capability_element" doc:"the part paid once a household where an adult has limited capability for work-related activity"`
	ChildcareElement         *ChildcareElement        `file:"childcare_element,optional" doc:"the part that gives back a share of what care of children costs in work; none when absent"`
	WorkAllowance            WorkAllowance            `file:"work_allowance" doc:"net earnings that leave the award untouched, for households with a child or limited capability"`
	Taper                    []DatedShare             `file:"taper" doc:"the share of net earnings above the work allowance that the award is reduced by"`
}

// StandardAllowance is by the number of adults and whether one is 25 or over.
type StandardAllowance struct {
	At             source.Position
	SingleUnder25  []MonthlyAmount `file:"single_under_25" doc:"one adult aged under 25"`
	Single25OrOver []MonthlyAmount `file:"single_25_or_over" doc:"one adult aged 25 or over"`
	CoupleUnder25  []MonthlyAmount `file:"couple_both_under_25" doc:"two adults, both aged under 25"`
	Couple25OrOver []MonthlyAmount `file:"couple_one_25_or_over" doc:"two adults, at least one aged 25 or over"`
}

// ChildElement is paid for each child up to the limit, more for a first child
// born before 6 April 2017.
type ChildElement struct {
	At                       source.Position
	FirstBornBeforeApril2017 []MonthlyAmount  `file:"first_born_before_april_2017" doc:"the first child, if born before 6 April 2017"`
	Other                    []MonthlyAmount  `file:"other" doc:"every other child that counts"`
	ChildrenLimit            []ChildrenNumber `file:"children_limit,optional" doc:"the number of children that count; before the first date all of them do"`
}

// LimitedCapabilityElement is paid once a household, and less where limited
// capability began after the reform of April 2026.
type LimitedCapabilityElement struct {
	At                   source.Position
	BeganBeforeApril2026 []MonthlyAmount `file:"began_before_april_2026" doc:"for adults whose limited capability began before 6 April 2026"`
	BeganSince           []MonthlyAmount `file:"began_since,optional" doc:"for adults whose limited capability began later; until its first date the same as for the others"`
}

// WorkAllowance is lower for a household whose award helps with rent.
type WorkAllowance struct {
	At             source.Position
	WithHousing    []MonthlyAmount `file:"with_housing" doc:"for a household with rent in its award"`
	WithoutHousing []MonthlyAmount `file:"without_housing" doc:"for a household without rent in its award"`
}

// MonthlyAmount is an amount of money a month from a date on.
type MonthlyAmount struct {
	At     source.Position
	From   source.Date     `file:"from" doc:"the first day on which the amount holds"`
	Amount source.Quantity `file:"amount" unit:"£/month" min:"0" max:"1000000" doc:"the amount a month"`
}

// DatedShare is a share from a date on.
type DatedShare struct {
	At    source.Position
	From  source.Date     `file:"from" doc:"the first day on which the share holds"`
	Share source.Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"the share"`
}

// ChildrenNumber is a number of children from a date on.
type ChildrenNumber struct {
	At       source.Position
	From     source.Date     `file:"from" doc:"the first day on which the number holds"`
	Children source.Quantity `file:"children,optional" unit:"count" bare:"true" whole:"true" min:"0" max:"20" doc:"the number of children that count; left out, all of them do again"`
}

func (m MonthlyAmount) begins() source.Date  { return m.From }
func (s DatedShare) begins() source.Date     { return s.From }
func (n ChildrenNumber) begins() source.Date { return n.From }

// enter writes the benefit figures in force on r.On into r.
func (b *Benefits) enter(r *Rates) {
	on := r.On
	r.FreeCare = freeHours(b.FreeChildcare, on)
	if b.JobseekersAllowance != nil {
		r.Weekly = true
		r.Week.enter(b, on)
		r.LimitedCapability = MonthlyFromWeekly(r.Week.Premium) // what it brings, as people see it
		r.LimitedCapabilityNew = r.LimitedCapability
		return
	}
	u := b.UniversalCredit
	r.StandardSingleUnder25 = amountOn(u.StandardAllowance.SingleUnder25, on)
	r.StandardSingle25 = amountOn(u.StandardAllowance.Single25OrOver, on)
	r.StandardCoupleUnder25 = amountOn(u.StandardAllowance.CoupleUnder25, on)
	r.StandardCouple25 = amountOn(u.StandardAllowance.Couple25OrOver, on)
	r.ChildFirst = amountOn(u.ChildElement.FirstBornBeforeApril2017, on)
	r.ChildOther = amountOn(u.ChildElement.Other, on)
	r.ChildLimit = childrenOn(u.ChildElement.ChildrenLimit, on)
	r.LimitedCapability = amountOn(u.LimitedCapabilityElement.BeganBeforeApril2026, on)
	r.LimitedCapabilityNew = r.LimitedCapability
	if since, found := inForce(u.LimitedCapabilityElement.BeganSince, on); found && DateFrom(since.From) <= on {
		r.LimitedCapabilityNew = pence(since.Amount)
	}
	r.AllowanceWithHousing = amountOn(u.WorkAllowance.WithHousing, on)
	r.AllowanceWithoutHousing = amountOn(u.WorkAllowance.WithoutHousing, on)
	u.ChildcareElement.enter(r, on)
	if taper, found := inForce(u.Taper, on); found {
		r.Taper = tenThousandths(taper.Share)
	}
}

// amountOn is the pence a month in force on a day.
func amountOn(list []MonthlyAmount, on Date) int64 {
	entry, _ := inForce(list, on)
	return pence(entry.Amount)
}

// childrenOn is the number of children that count on a day: all of them before
// the first date.
func childrenOn(list []ChildrenNumber, on Date) int64 {
	entry, found := inForce(list, on)
	if !found || DateFrom(entry.From) > on || !entry.Children.Set {
		return everyChild
	}
	return int64(entry.Children.Value)
}

// everyChild is a limit that no household reaches.
const everyChild = 127

// dated is one entry of a list that is ordered by date.
type dated interface{ begins() source.Date }

// inForce is the entry of a list that holds on a day: the last that has begun.
// Before the first date the first entry holds, as the nearest figure known;
// RatesBegin says from when on the figures are those of their time. It reports
// false for an empty list.
func inForce[T dated](list []T, on Date) (entry T, found bool) {
	for i, candidate := range list {
		if i > 0 && DateFrom(candidate.begins()) > on {
			break
		}
		entry, found = candidate, true
	}
	return entry, found
}

// pence is the exact whole pence of a written amount of money.
func pence(q source.Quantity) int64 { return rounded(q.Value) }

// tenThousandths is a written share in units of 0.01%.
func tenThousandths(q source.Quantity) int64 { return rounded(float64(q.Value * wholeShare)) }

// rounded is the whole number nearest to a value that is not negative.
func rounded(x float64) int64 { return int64(x + 0.5) }

// Check requires figures in order of their first days.
func (s *StandardAllowance) Check(c *source.Checker) {
	checkDated(c, s.At, "single_under_25", s.SingleUnder25)
	checkDated(c, s.At, "single_25_or_over", s.Single25OrOver)
	checkDated(c, s.At, "couple_both_under_25", s.CoupleUnder25)
	checkDated(c, s.At, "couple_one_25_or_over", s.Couple25OrOver)
}

// Check requires figures in order of their first days.
func (e *ChildElement) Check(c *source.Checker) {
	checkDated(c, e.At, "first_born_before_april_2017", e.FirstBornBeforeApril2017)
	checkDated(c, e.At, "other", e.Other)
	c.Ascending("children_limit", firstDays(e.ChildrenLimit)...)
}

// Check requires figures in order of their first days.
func (e *LimitedCapabilityElement) Check(c *source.Checker) {
	checkDated(c, e.At, "began_before_april_2026", e.BeganBeforeApril2026)
	c.Ascending("began_since", firstDays(e.BeganSince)...)
}

// Check requires figures in order of their first days.
func (a *WorkAllowance) Check(c *source.Checker) {
	checkDated(c, a.At, "with_housing", a.WithHousing)
	checkDated(c, a.At, "without_housing", a.WithoutHousing)
}

// Check requires figures in order of their first days.
func (u *UniversalCredit) Check(c *source.Checker) { checkDated(c, u.At, "taper", u.Taper) }

// checkDated refuses a list without a figure, and one whose first days do not
// rise.
func checkDated[T dated](c *source.Checker, at source.Position, key string, list []T) {
	if len(list) == 0 {
		c.Problem(at, key, "the list has no figure", "write at least one, with the first day on which it holds")
	}
	c.Ascending(key, firstDays(list)...)
}

func firstDays[T dated](list []T) []source.Date {
	days := make([]source.Date, len(list))
	for i, entry := range list {
		days[i] = entry.begins()
	}
	return days
}

// RatesBegin is the first day for which every figure of the three sections is
// that of its time, which a run with its burn-in should not begin before. The
// limit of children and the later element for limited capability do not count,
// since the time before them has its own meaning.
func RatesBegin(b *Benefits, t *Tax, m *MinimumWage) Date {
	begin := Date(math.MinInt32)
	for _, days := range append(b.days(), firstDays(t.IncomeTax), firstDays(t.NationalInsurance), firstDays(m.Rates)) {
		if len(days) > 0 {
			begin = max(begin, DateFrom(days[0]))
		}
	}
	return begin
}

// days are the first days of every figure that has none of its own before them.
func (b *Benefits) days() [][]source.Date {
	u := b.UniversalCredit
	if u == nil {
		return b.weeklyDays()
	}
	standard := &u.StandardAllowance
	return append(u.ChildcareElement.days(),
		firstDays(standard.SingleUnder25), firstDays(standard.Single25OrOver),
		firstDays(standard.CoupleUnder25), firstDays(standard.Couple25OrOver),
		firstDays(u.ChildElement.FirstBornBeforeApril2017), firstDays(u.ChildElement.Other),
		firstDays(u.LimitedCapabilityElement.BeganBeforeApril2026),
		firstDays(u.WorkAllowance.WithHousing), firstDays(u.WorkAllowance.WithoutHousing),
		firstDays(u.Taper))
}

// RatesHistory is every figure that ever changes, with the day on which it does.
func RatesHistory(b *Benefits, t *Tax, m *MinimumWage) []Rates {
	dated := append(b.days(), firstDays(t.IncomeTax), firstDays(t.NationalInsurance), firstDays(m.Rates))
	dated = append(dated, firstDays(b.FreeChildcare))
	if u := b.UniversalCredit; u != nil {
		dated = append(dated, firstDays(u.ChildElement.ChildrenLimit), firstDays(u.LimitedCapabilityElement.BeganSince))
	}
	if j := b.JobseekersAllowance; j != nil {
		dated = append(dated, firstDays(j.Waiting))
	}
	var days []int
	for _, dates := range dated {
		days = appendDays(days, dates...)
	}
	var history []Rates
	for _, day := range ascending(days) {
		history = append(history, RatesOn(b, t, m, Date(day)))
	}
	return history
}
