package policy

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func init() {
	if flag.Lookup("update") == nil {
		flag.Bool("update", false, "rewrite the expected decisions in testdata")
	}
}

const awardCases = "testdata/cases/award.txt"

// TestAwardCases asks the shipped rates every case of the file.
func TestAwardCases(t *testing.T) {
	written, err := os.ReadFile(awardCases)
	if err != nil {
		t.Fatal(err)
	}
	regime := shippedRates(t)
	var out strings.Builder
	cases := 0
	for i, block := range strings.Split(strings.TrimSpace(string(written)), "\n\n") {
		if i > 0 {
			out.WriteString("\n")
		}
		known, _, isCase := strings.Cut(block, "----")
		if !isCase {
			out.WriteString(block + "\n")
			continue
		}
		cases++
		s := readSituation(t, known)
		rates := regime.on(s.on)
		if e, all := rates.Elements(&s.home), rates.MaximumAward(&s.home); e.Standard+e.Child+e.LimitedCapability+e.Housing+e.Childcare != all {
			t.Errorf("%s: the parts %+v are not %d together", known, e, all)
		}
		out.WriteString(known + "----\n" + decide(&rates, s))
	}
	if cases < 20 {
		t.Errorf("%d cases were read: the file's format has changed", cases)
	}
	if out.String() == string(written) {
		return
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(awardCases, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s: %s\nrun `go test ./policy -run Award -update` and read the difference", awardCases, firstDifference(string(written), out.String()))
}

// situation is the upper part of a case.
type situation struct {
	on    Date
	home  Household
	age   int
	hours float64
	gross int64
}

func readSituation(t *testing.T, text string) situation {
	t.Helper()
	s := situation{home: Household{Adults: 1}, age: 30}
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		key, value, ok := strings.Cut(lines.Text(), ": ")
		if !ok || !s.set(key, value) {
			t.Fatalf("%s: cannot read %q", awardCases, lines.Text())
		}
	}
	return s
}

func (s *situation) set(key, value string) bool {
	whole, _ := strconv.Atoi(value)
	money, _ := strconv.ParseFloat(value, 64)
	switch key {
	case "case":
	case "on":
		var y, m, d int
		if n, _ := fmt.Sscanf(value, "%d-%d-%d", &y, &m, &d); n != 3 {
			return false
		}
		s.on = DateOf(y, m, d)
	case "adults":
		s.home.Adults = int8(whole)
	case "aged_25":
		s.home.AnyAdult25 = value == "true"
	case "age":
		s.age = whole
	case "children":
		s.home.Children = int8(whole)
	case "first_child_before_2017":
		s.home.FirstChildBefore2017 = value == "true"
	case "limited_capability":
		s.home.LimitedCapability = int8(whole)
	case "limited_capability_new":
		s.home.LimitedCapabilityNew = value == "true"
	case "rent_a_week":
		s.home.RentPencePerWeek = int32(math.Round(money * 100))
	case "care_a_week":
		s.home.CarePencePerWeek = int32(math.Round(money * 100))
	case "children_in_care":
		s.home.CareChildren = int8(whole)
	case "hours":
		s.hours = money
	case "pay_a_week":
		s.gross = int64(math.Round(money * 100))
	default:
		return false
	}
	return true
}

// decide is the lower part of a case.
func decide(r *Rates, s situation) string {
	var out strings.Builder
	line := func(what string, pence int64) {
		fmt.Fprintf(&out, "%-34s%10.2f\n", what, float64(pence)/100)
	}
	gross := s.gross
	if s.hours > 0 {
		gross = int64(math.Round(s.hours * float64(r.MinimumWage(s.age))))
	}
	e := r.Elements(&s.home)
	line("standard allowance", e.Standard)
	line("children", e.Child)
	line("limited capability", e.LimitedCapability)
	line("housing", e.Housing)
	if s.home.CarePencePerWeek > 0 {
		line("care of children", e.Childcare)
	}
	line("maximum award", r.MaximumAward(&s.home))
	if gross > 0 {
		net, tax, insurance := r.NetPay(gross)
		line("gross pay a week", gross)
		line("  income tax a week", tax)
		line("  National Insurance a week", insurance)
		line("  net pay a week", net)
		line("net pay", MonthlyFromWeekly(net))
		line("work allowance", r.WorkAllowance(&s.home))
		line("award in work", r.Award(&s.home, MonthlyFromWeekly(net)))
		line("gain to work a week", r.GainToWork(&s.home, gross))
	}
	line("sanction a day, whole", r.SanctionDailyRate(&s.home, 10_000))
	line("sanction a day, 40%", r.SanctionDailyRate(&s.home, 4_000))
	return out.String()
}

func firstDifference(old, now string) string {
	a, b := strings.Split(old, "\n"), strings.Split(now, "\n")
	for i := range max(len(a), len(b)) {
		var was, is string
		if i < len(a) {
			was = a[i]
		}
		if i < len(b) {
			is = b[i]
		}
		if was != is {
			return fmt.Sprintf("line %d is %q and should be %q", i+1, was, is)
		}
	}
	return "no line differs"
}

// TestGainToWork2024 is the published check of the rules: a single person of
// 25 or over who starts 35 hours at the national living wage. By hand:
//
//	gross      35 h x £11.44                            £400.40 a week
//	tax        20% of (52 x 400.40 - 12,570) = 1,650.16   31.73 a week
//	insurance   8% of (400.40 - 242.00)                   12.67 a week
//	net                                                  356.00 a week, 1,542.67 a month
//	taper      55% of 1,542.67                           848.47 a month
//	no rent    393.45 - 848.47 < 0: award 0; lost 393.45 x 12/52 = 90.80 a week
//	           gain 356.00 - 90.80                       265.20
//	rent 110   476.67 more; 870.12 - 848.47 = 21.65 left; lost 848.47 x 12/52 = 195.80
//	           gain 356.00 - 195.80                      160.20
func TestGainToWork2024(t *testing.T) {
	rates := shippedRates(t).on(DateOf(2024, 4, 8))
	gross := 35 * rates.MinimumWage(25)
	for _, c := range []struct {
		rent int32
		want int64
	}{{0, 265_20}, {110_00, 160_20}} {
		h := Household{Adults: 1, AnyAdult25: true, RentPencePerWeek: c.rent}
		if got := rates.GainToWork(&h, gross); got != c.want {
			t.Errorf("rent %d: the gain is %d pence a week and should be %d", c.rent, got, c.want)
		}
	}
}

// TestReformsDoNotReachBack: a fact that only a later rule asks for changes
// nothing on the last day before the rule, and something on its first.
func TestReformsDoNotReachBack(t *testing.T) {
	regime := shippedRates(t)
	for _, c := range []struct {
		first        Date
		plain, asked Household
	}{
		{DateOf(2017, 4, 6), Household{Adults: 1, Children: 1}, Household{Adults: 1, Children: 1, FirstChildBefore2017: true}},
		{DateOf(2026, 4, 6), Household{Adults: 1, LimitedCapability: 1}, Household{Adults: 1, LimitedCapability: 1, LimitedCapabilityNew: true}},
	} {
		before, since := regime.on(c.first-1), regime.on(c.first)
		if a, b := before.MaximumAward(&c.plain), before.MaximumAward(&c.asked); a != b {
			t.Errorf("the day before %v: %d and %d", c.first, a, b)
		}
		if a, b := since.MaximumAward(&c.plain), since.MaximumAward(&c.asked); a == b {
			t.Errorf("%v: both %d", c.first, a)
		}
	}
}

// TestSanctionRates compares with the daily rates that the department printed
// for one sanctioned adult, whole and, where given, at 40%. Those of couples
// show that the half is taken before rounding: 2025, both below 25, is half of
// 16.358, 8.10, and not half of 16.30, 8.15.
func TestSanctionRates(t *testing.T) {
	regime := shippedRates(t)
	homes := [4]Household{{Adults: 1}, {Adults: 1, AnyAdult25: true}, {Adults: 2}, {Adults: 2, AnyAdult25: true}}
	for _, c := range []struct {
		on           Date
		whole, lower [4]int64
	}{
		{DateOf(2021, 10, 5), [4]int64{11_30, 13_50, 8_00, 9_80}, [4]int64{4_50, 5_40}},
		{DateOf(2024, 7, 1), [4]int64{10_20, 12_90, 8_00, 10_10}, [4]int64{4_00, 5_10, 3_20, 4_00}},
		{DateOf(2025, 7, 1), [4]int64{10_40, 13_10, 8_10, 10_30}, [4]int64{4_10, 5_20, 3_20}},
	} {
		rates := regime.on(c.on)
		for i, home := range homes {
			whole, lower := rates.SanctionDailyRate(&home, 10_000), rates.SanctionDailyRate(&home, 4_000)
			if whole != c.whole[i] || c.lower[i] != 0 && lower != c.lower[i] {
				t.Errorf("%v, %+v: %d and %d pence a day; should be %d and %d", c.on, home, whole, lower, c.whole[i], c.lower[i])
			}
		}
	}
}

func TestSanctionTakesNoMoreThanIsLeft(t *testing.T) {
	for _, c := range []struct {
		days       int
		left, want int64
	}{{0, 39345, 0}, {7, 39345, 90_30}, {31, 39345, 393_45}, {31, 100, 100}, {3, 0, 0}} {
		if got := SanctionPence(12_90, c.days, c.left); got != c.want {
			t.Errorf("%d days of 1290 pence with %d left take %d; should be %d", c.days, c.left, got, c.want)
		}
	}
}

func drawHousehold(t *rapid.T) Household {
	return Household{
		Adults:               rapid.Int8Range(1, 2).Draw(t, "adults"),
		AnyAdult25:           rapid.Bool().Draw(t, "aged 25"),
		Children:             rapid.Int8Range(0, 6).Draw(t, "children"),
		FirstChildBefore2017: rapid.Bool().Draw(t, "first child before 2017"),
		LimitedCapability:    rapid.Int8Range(0, 2).Draw(t, "limited capability"),
		LimitedCapabilityNew: rapid.Bool().Draw(t, "new"),
		RentPencePerWeek:     rapid.Int32Range(0, 400_00).Draw(t, "rent"),
	}
}

// TestAwardProperties holds on every day and for every household: an award is
// never negative, starts at its maximum, falls with earnings, by no more than
// they rise, and does not fall with another child or more rent.
func TestAwardProperties(t *testing.T) {
	regime := shippedRates(t)
	rapid.Check(t, func(t *rapid.T) {
		r := regime.on(Date(rapid.Int32Range(int32(DateOf(2016, 4, 11)), int32(DateOf(2028, 1, 1))).Draw(t, "on")))
		h := drawHousehold(t)
		low := rapid.Int64Range(0, 6000_00).Draw(t, "earnings")
		more := rapid.Int64Range(0, 500_00).Draw(t, "more")
		before, after := r.Award(&h, low), r.Award(&h, low+more)
		if after < 0 || after > before || before-after > more {
			t.Fatalf("the award goes from %d to %d when earnings rise by %d", before, after, more)
		}
		if r.Award(&h, 0) != r.MaximumAward(&h) || r.Award(&h, r.WorkAllowance(&h)) != r.MaximumAward(&h) {
			t.Fatal("earnings within the work allowance reduce the award")
		}
		larger := h
		larger.Children++
		if r.MaximumAward(&larger) < r.MaximumAward(&h) {
			t.Fatal("the maximum award falls with another child")
		}
		dearer := h
		dearer.RentPencePerWeek += 100
		if r.MaximumAward(&dearer) <= r.MaximumAward(&h) {
			t.Fatal("the maximum award does not rise with rent")
		}
	})
}

// TestNoGainIsLost says that more pay never leaves a household with less, which
// the law promises as long as the taper is below one and no help but this one
// is withdrawn. Two pence allow for rounding.
func TestNoGainIsLost(t *testing.T) {
	regime := shippedRates(t)
	rapid.Check(t, func(t *rapid.T) {
		r := regime.on(Date(rapid.Int32Range(int32(DateOf(2016, 4, 11)), int32(DateOf(2028, 1, 1))).Draw(t, "on")))
		h := drawHousehold(t)
		pay := rapid.Int64Range(0, 1500_00).Draw(t, "pay")
		more := rapid.Int64Range(0, 100_00).Draw(t, "more")
		if a, b := r.GainToWork(&h, pay), r.GainToWork(&h, pay+more); b < a-2 || a < -2 {
			t.Fatalf("the gain goes from %d to %d when pay rises by %d", a, b, more)
		}
	})
}

func TestWeeklyFromMonthlyRounds(t *testing.T) {
	for _, c := range []struct{ monthly, weekly int64 }{{39345, 9080}, {0, 0}, {-39345, -9080}, {13, 3}, {26, 6}} {
		if got := WeeklyFromMonthly(c.monthly); got != c.weekly {
			t.Errorf("%d a month is %d a week; should be %d", c.monthly, got, c.weekly)
		}
	}
	if got := MonthlyFromWeekly(11000); got != 47667 {
		t.Errorf("110 pounds a week are %d pence a month; should be 47667", got)
	}
}

func TestAwardAllocatesNothing(t *testing.T) {
	r := shippedRates(t).on(DateOf(2024, 7, 1))
	h := Household{Adults: 2, AnyAdult25: true, Children: 2, RentPencePerWeek: 110_00}
	var sum int64
	if n := testing.AllocsPerRun(100, func() {
		sum += r.GainToWork(&h, 400_40) + r.SanctionDailyRate(&h, 10_000) + WeeklyFromMonthly(r.MaximumAward(&h))
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
