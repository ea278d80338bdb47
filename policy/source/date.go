package source

import "fmt"

// Date is a day, counted from 1 January 1970.
type Date struct {
	Days int32
	At   Position
	Set  bool
}

// String is the day as 2024-04-01.
func (d Date) String() string {
	year, month, day := civil(int(d.Days))
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// Weekday is 0 for Monday to 6 for Sunday.
func (d Date) Weekday() int {
	return ((int(d.Days)+3)%7 + 7) % 7 // 1 January 1970 was a Thursday
}

// Civil splits the day into year, month (1..12) and day of the month.
func (d Date) Civil() (year, month, day int) { return civil(int(d.Days)) }

// parseDate reads 2024-04-01. wellFormed is false for anything of another form,
// exists for a day such as 2024-02-30.
func parseDate(text string) (days int32, wellFormed, exists bool) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return 0, false, false
	}
	part := func(from, to int) (value int) {
		for _, c := range []byte(text[from:to]) {
			if c < '0' || c > '9' {
				return -1
			}
			value = value*10 + int(c-'0')
		}
		return value
	}
	year, month, day := part(0, 4), part(5, 7), part(8, 10)
	if year < 0 || month < 0 || day < 0 {
		return 0, false, false
	}
	n := daysFrom(year, month, day)
	y, m, d := civil(n)
	return int32(n), true, y == year && m == month && d == day
}

// daysFrom counts days from 1 January 1970 in the Gregorian calendar; after
// H. Hinnant, "chrono-compatible low-level date algorithms" (2013). Years are
// counted from March, so that the leap day is the last of a year.
func daysFrom(year, month, day int) int {
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	ofEra := year - era*400
	ofYear := (153*((month+9)%12)+2)/5 + day - 1
	return era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468
}

// civil is the inverse of daysFrom.
func civil(days int) (year, month, day int) {
	days += 719468
	era := floorDiv(days, 146097)
	ofEra := days - era*146097
	yearOfEra := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*ofYear + 2) / 153
	day = ofYear - (153*shifted+2)/5 + 1
	month = (shifted+2)%12 + 1
	year = yearOfEra + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
