package policy

import "caseload/policy/source"

// ChildcareElement gives back a share of what care of children costs a household in
// work, up to a limit (Universal Credit Regulations 2013, regulations 31 to 36).
// Deliberately absent: costs that are paid in one assessment period and claimed in
// another, and help with the first bill.
type ChildcareElement struct {
	At           source.Position
	Share        []DatedShare    `file:"share" doc:"share of the costs that is given back"`
	OneChild     []MonthlyAmount `file:"most_for_one_child" doc:"most that is given back for one child"`
	MoreChildren []MonthlyAmount `file:"most_for_more_children" doc:"most that is given back for two children or more"`
}

// Check requires figures in order of their first days.
func (e *ChildcareElement) Check(c *source.Checker) {
	checkDated(c, e.At, "share", e.Share)
	checkDated(c, e.At, "most_for_one_child", e.OneChild)
	checkDated(c, e.At, "most_for_more_children", e.MoreChildren)
}

// enter writes the figures in force on a day.
func (e *ChildcareElement) enter(r *Rates, on Date) {
	if e == nil {
		return
	}
	share, _ := inForce(e.Share, on)
	r.CareShare, r.CareOne, r.CareMore = tenThousandths(share.Share), amountOn(e.OneChild, on), amountOn(e.MoreChildren, on)
}

// days are the first days of all figures by date.
func (e *ChildcareElement) days() [][]source.Date {
	if e == nil {
		return nil
	}
	return [][]source.Date{firstDays(e.Share), firstDays(e.OneChild), firstDays(e.MoreChildren)}
}

// FreeChildcare is the care that costs parents in work nothing, from a date on: hours in a
// mean week of the year, since places are free in term only.
type FreeChildcare struct {
	At     source.Position
	From   source.Date     `file:"from" doc:"the first day on which the hours hold"`
	Under2 source.Quantity `file:"under_2,optional" unit:"hours/week" min:"0" max:"80" doc:"for a child under two"`
	Of2    source.Quantity `file:"age_2,optional" unit:"hours/week" min:"0" max:"80" doc:"for a child of two"`
	From3  source.Quantity `file:"age_3_to_4" unit:"hours/week" min:"0" max:"80" doc:"for a child of three or four"`
}

func (f FreeChildcare) begins() source.Date { return f.From }

// FreeHours is the hours a week for which care of a child of some age costs nothing.
func (r *Rates) FreeHours(ageYears int) float64 {
	switch {
	case ageYears < 2:
		return r.FreeCare[0]
	case ageYears == 2:
		return r.FreeCare[1]
	}
	return r.FreeCare[2]
}

// freeHours are the hours in force on a day, by age; none where no figure is written.
func freeHours(list []FreeChildcare, on Date) [3]float64 {
	entry, _ := inForce(list, on)
	return [3]float64{entry.Under2.Value, entry.Of2.Value, entry.From3.Value}
}

// childcare is what a household's award of a month has for care of children.
func (r *Rates) childcare(h *Household) int64 {
	if h.CarePencePerWeek <= 0 {
		return 0
	}
	most := r.CareOne
	if h.CareChildren > 1 {
		most = r.CareMore
	}
	return min(nearest(MonthlyFromWeekly(int64(h.CarePencePerWeek))*r.CareShare, wholeShare), most)
}

// childcare is what the Working Tax Credit has for it, in pence a year.
func (r *WeeklyRates) childcare(h *Household) int64 {
	most := r.CareOne
	if h.CareChildren > 1 {
		most = r.CareMore
	}
	return nearest(min(int64(h.CarePencePerWeek), most)*weeksPerYear*r.CareShare, wholeShare)
}
