package policy

import (
	"fmt"

	"caseload/policy/source"
)

// Date is a day, counted from 1 January 1970, which is day 0. The calendar is
// the Gregorian one, also before it was adopted.
type Date int32

// DateOf returns the day d of month m (1 to 12) of year y. A day beyond the
// end of its month runs on into the next, as 31 April into 1 May.
//
// The year is taken to begin in March, so that the leap day is its last; the
// 400-year cycle then has 146,097 days.
func DateOf(y, m, d int) Date {
	if m <= 2 {
		y--
		m += 12
	}
	cycle := floorDiv(int64(y), 400)
	year := int64(y) - cycle*400
	day := int64((153*(m-3)+2)/5 + d - 1)
	day += year*365 + year/4 - year/100
	return Date(cycle*daysPerCycle + day - daysBefore1970)
}

const (
	daysPerCycle   = 146_097 // days in 400 Gregorian years
	daysBefore1970 = 719_468 // from 1 March of year 0 to 1 January 1970
)

// DateFrom is the day that an author wrote.
func DateFrom(written source.Date) Date { return Date(written.Days) }

// Civil returns year, month (1 to 12) and day of the month. It undoes DateOf.
func (d Date) Civil() (year, month, day int) { return source.Date{Days: int32(d)}.Civil() }

// String is the date as files write it: 2024-04-08.
func (d Date) String() string { return source.Date{Days: int32(d)}.String() }

// Weekday is the day of the week: 0 for Monday to 6 for Sunday.
func (d Date) Weekday() int { return source.Date{Days: int32(d)}.Weekday() }

// IsMonday reports whether d is a Monday, the day on which every week of a run
// begins.
func (d Date) IsMonday() bool { return d.Weekday() == 0 }

// AddDays returns the day n days later; n may be negative.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// AddWeeks returns the day n weeks later; weeks of a burn-in are negative.
func (d Date) AddWeeks(n int) Date { return d + Date(7*n) }

// FinancialYear is the British financial year that begins on 6 April of the
// year it is numbered by: 2024 is 6 April 2024 to 5 April 2025.
type FinancialYear int16

// FinancialYear returns the financial year in which d lies.
func (d Date) FinancialYear() FinancialYear {
	y, m, day := d.Civil()
	if m < 4 || m == 4 && day < 6 {
		y--
	}
	return FinancialYear(y)
}

// First is 6 April, the first day of the year.
func (y FinancialYear) First() Date { return DateOf(int(y), 4, 6) }

// Last is 5 April of the year after, the last day of the year.
func (y FinancialYear) Last() Date { return (y + 1).First().AddDays(-1) }

// String is the year as accounts print it: 2024-25.
func (y FinancialYear) String() string {
	return fmt.Sprintf("%04d-%02d", int(y), (int(y)+1)%100)
}
