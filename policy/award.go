package policy

// Rates is every figure of benefits, tax and minimum wage that is in force on
// one day, in whole pence and ten-thousandths. It holds no pointers: copy it.
type Rates struct {
	On Date // the day

	// Universal Credit, pence a month.
	StandardSingleUnder25, StandardSingle25 int64
	StandardCoupleUnder25, StandardCouple25 int64
	ChildFirst, ChildOther                  int64
	LimitedCapability, LimitedCapabilityNew int64 // New: began since the reform of 2026
	AllowanceWithHousing                    int64
	AllowanceWithoutHousing                 int64
	ChildLimit                              int64 // children that count
	Taper                                   int64 // ten-thousandths of net earnings
	CareShare, CareOne, CareMore            int64 // of care of children: ten-thousandths of its cost, and the most

	// Hours of care a week that are free, by age of the child: under 2, 2, from 3.
	FreeCare [3]float64

	// Jobseeker's Allowance and what stands beside it; Weekly where it takes the place of
	// Universal Credit.
	Weekly bool
	Week   WeeklyRates

	// Income tax, pence a year and ten-thousandths.
	PersonalAllowance, BasicRate, BasicLimit, HigherRate int64
	StartingRate, StartingLimit                          int64

	// Employees' National Insurance, pence a week and ten-thousandths.
	PrimaryThreshold, MainRate, UpperLimit, UpperRate int64

	// Least pay, pence an hour from that age on.
	WageUnder18, Wage18, Wage21, Wage23, Wage25 int64
}

// RatesOn returns the figures in force on a day. It reads a dozen short lists,
// so work it out once a week of a run and not once a person.
func RatesOn(b *Benefits, t *Tax, m *MinimumWage, on Date) Rates {
	r := Rates{On: on}
	b.enter(&r)
	t.enter(&r)
	m.enter(&r)
	return r
}

// Household is what an award depends on.
//
// Children beyond the limit are taken to be born on 6 April 2017 or later. The
// law spares those born before, so the award of a large family is too low while
// it has such children.
type Household struct {
	Adults               int8  // 1 or 2
	AnyAdult25           bool  // one of them is 25 or over
	Children             int8  // all dependent children
	FirstChildBefore2017 bool  // the first of them was born before 6 April 2017
	LimitedCapability    int8  // adults with limited capability for work-related activity
	LimitedCapabilityNew bool  // it began on 6 April 2026 or later
	LimitedForWork       bool  // limited capability for work: the work allowance and no element
	RentPencePerWeek     int32 // all rent, 0 for none
	Protected            int32 // maximum award below which that of a month does not fall, for who was moved from another benefit, pence
	CarePencePerWeek     int32 // what care of children costs who is in work
	CareChildren         int8  // children in care

	// The person's own work, which only benefits of a week ask for.
	HoursTenths       int16 // a week, in tenths; 0 out of work
	GrossPencePerWeek int32
}

// Elements is the maximum award by its parts, in pence a month.
type Elements struct {
	Standard, Child, LimitedCapability, Housing, Childcare int64
}

// ElementReform is the first day on which limited capability brings the lower element.
var ElementReform = DateOf(2026, 4, 6)

// firstChildRateBegan is the day that separates the two child elements. A first
// child of a household seen before it was born before it.
var firstChildRateBegan = DateOf(2017, 4, 6)

// Elements returns the parts of a household's maximum award in pence a month
// (Universal Credit Regulations 2013, regulations 23 to 36). Housing is
// the whole weekly rent times 52 over 12, to the nearest penny. One limited
// capability element is paid at most, however many adults qualify.
func (r *Rates) Elements(h *Household) Elements {
	return Elements{r.StandardAllowance(h.Adults, h.AnyAdult25), r.child(h), r.limited(h), housing(h), r.childcare(h)}
}

// StandardAllowance is the part of the award that every household of one or two adults has, in
// pence a month. It is what sanctions and the cap on deductions are shares of.
func (r *Rates) StandardAllowance(adults int8, anyAdult25 bool) int64 {
	switch {
	case adults > 1 && anyAdult25:
		return r.StandardCouple25
	case adults > 1:
		return r.StandardCoupleUnder25
	case anyAdult25:
		return r.StandardSingle25
	default:
		return r.StandardSingleUnder25
	}
}

func (r *Rates) child(h *Household) int64 {
	counted := min(int64(h.Children), r.ChildLimit)
	switch {
	case counted <= 0:
		return 0
	case h.FirstChildBefore2017 || r.On < firstChildRateBegan:
		return r.ChildFirst + (counted-1)*r.ChildOther
	}
	return counted * r.ChildOther
}

func (r *Rates) limited(h *Household) int64 {
	switch {
	case h.LimitedCapability <= 0:
		return 0
	case h.LimitedCapabilityNew:
		return r.LimitedCapabilityNew
	}
	return r.LimitedCapability
}

func housing(h *Household) int64 { return MonthlyFromWeekly(int64(h.RentPencePerWeek)) }

// MaximumAward is the award of a household without earnings, in pence a month. What is
// protected is a floor under it: the transitional element is what the others leave of it
// (Universal Credit (Transitional Provisions) Regulations 2014, regulations 52 and 55).
func (r *Rates) MaximumAward(h *Household) int64 {
	if r.Weekly {
		idle := *h
		idle.HoursTenths, idle.GrossPencePerWeek = 0, 0
		return MonthlyFromWeekly(r.ofWeek(&idle, 0).Sum())
	}
	return r.maximum(h)
}

func (r *Rates) maximum(h *Household) int64 {
	sum := r.StandardAllowance(h.Adults, h.AnyAdult25) + r.child(h) + r.limited(h) + housing(h) + r.childcare(h)
	return max(sum, int64(h.Protected))
}

// WorkAllowance is the net earnings in pence a month that leave the award of a
// household untouched: nothing without a child or limited capability, and less
// where rent is in the award (regulation 22).
func (r *Rates) WorkAllowance(h *Household) int64 {
	switch {
	case h.Children <= 0 && h.LimitedCapability <= 0 && !h.LimitedForWork:
		return 0
	case h.RentPencePerWeek > 0:
		return r.AllowanceWithHousing
	default:
		return r.AllowanceWithoutHousing
	}
}

// Award is a household's award for an assessment period in pence, 0 or more, given
// what all its members were paid in it together after tax and insurance: the
// maximum award of a month less the taper's share of net earnings above the work
// allowance, that share rounded to the nearest penny (half a penny up). Given
// usual earnings by MonthlyFromWeekly it is the award of a usual month. No
// sanction, advance or deduction is taken off. Benefits of a week are those of a usual
// week, by 52 over 12.
func (r *Rates) Award(h *Household, netEarningsPence int64) int64 {
	if r.Weekly {
		return MonthlyFromWeekly(r.ofWeek(h, WeeklyFromMonthly(netEarningsPence)).Sum())
	}
	if netEarningsPence == 0 {
		return r.maximum(h)
	}
	return max(r.maximum(h)-r.Reduction(h, netEarningsPence), 0)
}

// Reduction is what net earnings of an assessment period take off an award, in pence, be it
// more than the award: the taper's share of what is above the work allowance.
func (r *Rates) Reduction(h *Household, netEarningsPence int64) int64 {
	return nearest(max(netEarningsPence-r.WorkAllowance(h), 0)*r.Taper, wholeShare)
}

// GainToWork is what a household without earnings gains a week, in pence, when
// one member starts a job at a gross weekly pay: net pay and award in work less
// award out of work. Months turn into weeks by 12 over 52, rounded once, on the
// difference of the two awards. What care of children costs in work is taken off and its
// share in the award counted. The hours of the job stand in the household where the benefit
// asks for them.
func (r *Rates) GainToWork(h *Household, grossPencePerWeek int64) int64 {
	net, _, _ := r.NetPay(grossPencePerWeek)
	at := *h
	at.GrossPencePerWeek = int32(grossPencePerWeek)
	inWork, care := r.Award(&at, MonthlyFromWeekly(net)), int64(h.CarePencePerWeek)
	at.CarePencePerWeek = 0
	return net - care + WeeklyFromMonthly(inWork-r.MaximumAward(&at))
}

// SanctionDailyRate is what a sanction takes from one sanctioned adult of a
// household, in pence a day: the standard allowance times 12 over 365, half of
// it for each adult of a couple, times the share taken in ten-thousandths
// (10,000 for the whole; 4,000 for the groups with interviews or preparation
// only), and rounded down to ten pence once at the end (regulation 111).
func (r *Rates) SanctionDailyRate(h *Household, share int64) int64 {
	adults := int64(max(min(h.Adults, 2), 1))
	exact := r.StandardAllowance(h.Adults, h.AnyAdult25) * 12 * share / (365 * wholeShare * adults)
	return exact - exact%10
}

// SanctionPence is what days under a sanction take at a daily rate, in pence,
// and never more than the award that is left to be reduced.
func SanctionPence(dailyRate int64, days int, award int64) int64 {
	return max(min(dailyRate*int64(days), award), 0)
}

// MonthlyFromWeekly turns an amount a week into one a month: times 52 over 12,
// to the nearest penny, half a penny up.
func MonthlyFromWeekly(weeklyPence int64) int64 { return nearest(weeklyPence*weeksPerYear, 12) }

// WeeklyFromMonthly turns an amount a month into one a week: times 12 over 52,
// to the nearest penny, half a penny up: the figure for a typical week.
func WeeklyFromMonthly(monthlyPence int64) int64 { return nearest(monthlyPence*12, weeksPerYear) }

const (
	weeksPerYear = 52     // a month is 52/12 weeks throughout
	wholeShare   = 10_000 // shares are counted in units of 0.01%
)

// nearest is n/d to the nearest whole number, halves up; d is above zero.
func nearest(n, d int64) int64 { return floorDiv(2*n+d, 2*d) }

// floorDiv is n/d rounded down, also below zero; d is above zero.
func floorDiv(n, d int64) int64 {
	q := n / d
	if n%d < 0 {
		q--
	}
	return q
}
