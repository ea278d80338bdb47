package policy

import "testing"

// TestDatesFollowEachOther walks the calendar day by day with the lengths of
// the months known by heart, from 1900, which had no leap day, to 2100.
func TestDatesFollowEachOther(t *testing.T) {
	lengths := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	want := Date(-25_567) // 1 January 1900, 70 years of 365 days and 17 leap days before 1970
	weekday := 0          // a Monday
	for y := 1900; y <= 2100; y++ {
		for m, length := range lengths {
			if m == 1 && y%4 == 0 && (y%100 != 0 || y%400 == 0) {
				length++
			}
			for d := 1; d <= length; d++ {
				got := DateOf(y, m+1, d)
				if gy, gm, gd := got.Civil(); got != want || gy != y || gm != m+1 || gd != d {
					t.Fatalf("%d-%d-%d is day %d, which is %d-%d-%d; should be %d", y, m+1, d, got, gy, gm, gd, want)
				}
				if got.Weekday() != weekday || got.IsMonday() != (weekday == 0) {
					t.Fatalf("%v is weekday %d; should be %d", got, got.Weekday(), weekday)
				}
				want++
				weekday = (weekday + 1) % 7
			}
		}
	}
}

func TestKnownDates(t *testing.T) {
	if DateOf(1970, 1, 1) != 0 {
		t.Error("1 January 1970 is not day 0")
	}
	start := DateOf(2024, 4, 1)
	if !start.IsMonday() || start.String() != "2024-04-01" {
		t.Errorf("%v is not Monday 1 April 2024", start)
	}
	if got := start.AddWeeks(-104).String(); got != "2022-04-04" {
		t.Errorf("104 weeks before 2024-04-01 is %s; should be 2022-04-04", got)
	}
	if got := start.AddDays(-1).String(); got != "2024-03-31" {
		t.Errorf("the day before 2024-04-01 is %s", got)
	}
}

// TestFinancialYear goes round the edges, leap day and turn of the century.
func TestFinancialYear(t *testing.T) {
	for _, c := range []struct {
		on   Date
		want string
	}{
		{DateOf(2024, 4, 5), "2023-24"},
		{DateOf(2024, 4, 6), "2024-25"},
		{DateOf(2024, 12, 31), "2024-25"},
		{DateOf(2025, 1, 1), "2024-25"},
		{DateOf(2025, 4, 5), "2024-25"},
		{DateOf(2025, 4, 6), "2025-26"},
		{DateOf(2024, 2, 29), "2023-24"},
		{DateOf(2000, 3, 1), "1999-00"},
		{DateOf(1969, 12, 31), "1969-70"},
	} {
		if got := c.on.FinancialYear().String(); got != c.want {
			t.Errorf("%v lies in %s; should be %s", c.on, got, c.want)
		}
	}
	y := FinancialYear(2024)
	if y.First() != DateOf(2024, 4, 6) || y.Last() != DateOf(2025, 4, 5) || y.Last().FinancialYear() != y || y.Last()+1 != (y+1).First() {
		t.Errorf("%v runs from %v to %v", y, y.First(), y.Last())
	}
}
