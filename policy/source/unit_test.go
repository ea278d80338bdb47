package source

import (
	"math"
	"strings"
	"testing"
)

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		unit, written string
		want          float64
	}{
		{"weeks", "1 week", 1}, {"weeks", "10 days", 10.0 / 7}, {"weeks", "6 months", 26}, {"weeks", "1.5 years", 78},
		{"days", "2 weeks", 14}, {"days", "1 day", 1},
		{"minutes", "1.5 hours", 90}, {"minutes", "20 minutes", 20},
		{"years", "18 months", 1.5}, {"years", "25 years", 25},
		{"hours/week", "35 hours/week", 35}, {"hours/week", "1 hour/week", 1},
		{"applications/week", "3 applications/week", 3}, {"miles", "1 mile", 1},
		{"/week", "22000/week", 22000},
		{"share", "40%", 0.4}, {"share", "3.3%", 0.033}, {"share", "0%", 0}, {"share", "-7%", -0.07},
		{"share/week", "3.25%/week", 0.0325}, {"share/year", "2%/year", 0.02},
		{"£", "£10", 1000}, {"£", "£0.05", 5}, {"£", "-£1.5", -150},
		{"£/week", "£73.10/week", 7310}, {"£/month", "£393.45/month", 39345}, {"£/year", "£12570/year", 1257000},
		{"£/day", "£2.34/day", 234}, {"£/hour", "£11.44/hour", 1144}, {"£/month", "£9007199254.19/month", 900719925419},
		{"count", "5", 5}, {"count", "5.0", 5}, {"number", "-0.25", -0.25}, {"number", "1.5e-3", 0.0015}, {"number", "2E10", 2e10},
	} {
		u, ok := unitNamed(c.unit)
		if !ok {
			t.Errorf("no unit %s", c.unit)
			continue
		}
		f := &field{unit: u, whole: c.unit == "count"}
		got, p := f.parseNumber(&node{text: c.written, plain: true})
		if p != nil || got != c.want {
			t.Errorf("%s in %s is %v (%v), want %v", c.written, c.unit, got, p, c.want)
		}
		if u.plain {
			continue
		}
		shown := u.format(got, false)
		if back, p := f.parseNumber(&node{text: shown, plain: true}); p != nil || math.Abs(back-got) > 1e-9 {
			t.Errorf("%s in %s is shown as %s, which is %v (%v)", c.written, c.unit, shown, back, p)
		}
	}
	for _, name := range []string{"", "week", "Weeks", "£month", "share/", "per week", "%"} {
		if u, ok := unitNamed(name); ok {
			t.Errorf("%q is taken for the unit %+v", name, u)
		}
	}
}

func TestRefusedNumbers(t *testing.T) {
	weeks, _ := unitNamed("weeks")
	pounds, _ := unitNamed("£/week")
	for _, text := range []string{"", " ", "4weeks", "4  weeks", "4 Weeks", "-", "- 4 weeks", "--4 weeks", "4,5 weeks", "4 weeks!", "1e2 weeks",
		"four weeks", "£4 weeks", "04 weeks", "1_0 weeks", "NaN", "4 weeks\n", "٤ weeks"} {
		if value, p := (&field{unit: weeks}).parseNumber(&node{text: text, plain: true}); p == nil {
			t.Errorf("%q is taken as %v weeks", text, value)
		}
	}
	for _, text := range []string{"4", "£4", "4/week", "£4 /week", "£ 4/week", "£4/Week", "$4/week", "£4.005/week", "£4./week", "£-4/week", "4 £/week"} {
		if value, p := (&field{unit: pounds}).parseNumber(&node{text: text, plain: true}); p == nil {
			t.Errorf("%q is taken as %v pence a week", text, value)
		}
	}
}

func TestNearMisses(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"share", "sahre", 1}, {"share", "share", 0}, {"taper", "paper", 1}, {"", "abc", 3}, {"abcd", "badc", 2}, {"every", "very", 1}} {
		if got := editDistance(c.a, c.b); got != c.want || editDistance(c.b, c.a) != got {
			t.Errorf("from %s to %s is %d, want %d", c.a, c.b, got, c.want)
		}
	}
	words := []string{"share", "every", "to", "missed_interview"}
	for written, want := range map[string]string{"sahre": "share", "shares": "share", "evry": "every", "xo": "", "zebra": "",
		"missed_interviews": "missed_interview", "misedinterview": "missed_interview", "Share": "share"} {
		if got, _ := Nearest(written, words); got != want {
			t.Errorf("near %s is %q, want %q", written, got, want)
		}
	}
	for words, want := range map[string]string{"abcdefghijklmn": "a, b, c, d, e, f, g, h, i, j, k, l, m, n", "abcdefghijklmno": "a, b, c, d, e, f, g, h and 7 more"} {
		if got := listing(strings.Split(words, ""), "allowed"); got != "allowed: "+want {
			t.Error(got)
		}
	}
}

func TestDates(t *testing.T) {
	for written, days := range map[string]int32{"1970-01-01": 0, "1969-12-31": -1, "2000-02-29": 11016, "2024-04-01": 19814, "0001-01-01": -719162, "0000-01-01": -719528} {
		if got, wellFormed, exists := parseDate(written); got != days || !wellFormed || !exists {
			t.Errorf("%s is day %d, want %d", written, got, days)
		}
		if got := (Date{Days: days}).String(); got != written {
			t.Errorf("day %d is %s, want %s", days, got, written)
		}
	}
	last := daysFrom(1599, 12, 31)
	for year := 1600; year < 2100; year++ {
		for month, length := range []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31} {
			if month == 1 && (year%4 == 0 && year%100 != 0 || year%400 == 0) {
				length = 29
			}
			for day := 1; day <= length; day++ {
				if last++; daysFrom(year, month+1, day) != last {
					t.Fatalf("%d-%d-%d is not the day after the one before", year, month+1, day)
				}
				if y, m, d := (Date{Days: int32(last)}).Civil(); y != year || m != month+1 || d != day {
					t.Fatalf("day %d is %d-%d-%d", last, y, m, d)
				}
			}
		}
	}
	for _, text := range []string{"2024-4-1", "2024-13-01", "2024-00-01", "2024-01-00", "2023-02-29", "20240401", "2024-04-01 ", "2024-04-0a", "-024-04-01"} {
		if _, wellFormed, exists := parseDate(text); wellFormed && exists {
			t.Errorf("%q is taken for a date", text)
		}
	}
}
