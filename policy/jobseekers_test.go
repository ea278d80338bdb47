package policy

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caseload/agents"
)

const jobseekerCases = "testdata/cases/jobseekers.txt"

func jobseekerRates(t testing.TB, on Date) Rates {
	t.Helper()
	r := written(t, "jsa-1996")
	return RatesOn(&r.Benefits, &r.Tax, &r.MinimumWage, on)
}

// TestJobseekerCases asks the shipped rates every case of the file.
func TestJobseekerCases(t *testing.T) {
	text, err := os.ReadFile(jobseekerCases)
	if err != nil {
		t.Fatal(err)
	}
	regime := written(t, "jsa-1996")
	var blocks []string
	for _, block := range strings.Split(strings.TrimSpace(string(text)), "\n\n") {
		known, _, isCase := strings.Cut(block, "----")
		if !isCase {
			blocks = append(blocks, block+"\n")
			continue
		}
		s, partner := situation{home: Household{Adults: 1}, age: 30}, int64(0)
		for line := range strings.Lines(known) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			if key == "partner_pay" {
				money, _ := strconv.ParseFloat(value, 64)
				partner = int64(math.Round(money * 100))
			} else if !s.set(key, value) {
				t.Fatalf("%s: cannot read %q", jobseekerCases, line)
			}
		}
		rates := RatesOn(&regime.Benefits, &regime.Tax, &regime.MinimumWage, s.on)
		blocks = append(blocks, known+"----\n"+decideWeek(&rates, s, partner))
	}
	if got := strings.Join(blocks, "\n"); got != string(text) {
		if !updating() {
			t.Errorf("%s: %s\nrun `go test ./policy -run Jobseeker -update` and read the difference", jobseekerCases, firstDifference(string(text), got))
		} else if err := os.WriteFile(jobseekerCases, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func decideWeek(r *Rates, s situation, partner int64) string {
	var out strings.Builder
	line := func(what string, pence int64) { fmt.Fprintf(&out, "%-34s%10.2f\n", what, float64(pence)/100) }
	parts := func(a WeekAward) {
		line("  Jobseeker's Allowance", a.Allowance)
		line("  Housing Benefit", a.Housing)
		line("  tax credits", a.Credits)
	}
	idle := r.Week.OfWeek(&s.home, partner, 0)
	line("due without work", idle.Sum())
	parts(idle)
	line("lost to waiting days", r.WaitingLoss(idle.Allowance))
	line("lost to a week under a sanction", r.SanctionOf(&s.home, 10_000, 7))
	if s.hours > 0 {
		s.home.HoursTenths = int16(math.Round(10 * s.hours))
		gross := int64(math.Round(s.hours * float64(r.MinimumWage(s.age))))
		s.home.GrossPencePerWeek = int32(gross)
		net, tax, insurance := r.NetPay(gross)
		line("gross pay", gross)
		line("  income tax and insurance", tax+insurance)
		work := r.Week.OfWeek(&s.home, net+partner, net)
		line("due in work", work.Sum())
		parts(work)
		line("gain to work", net+work.Sum()-idle.Sum())
	}
	return out.String()
}

// The rates from 2015 on are those of the country report, the ones before those remembered.
func TestJobseekerRatesByDate(t *testing.T) {
	for _, c := range []struct {
		on                      Date
		under25, from25, couple int64
	}{
		{DateOf(2007, 4, 8), 45_50, 57_45, 90_10}, {DateOf(2007, 4, 9), 46_85, 59_15, 92_80},
		{DateOf(2012, 10, 22), 56_25, 71_00, 111_45}, {DateOf(2019, 6, 1), 57_90, 73_10, 114_85},
		{DateOf(2020, 4, 6), 58_90, 74_35, 116_80}, {DateOf(2022, 5, 1), 61_05, 77_00, 121_05},
	} {
		w := jobseekerRates(t, c.on).Week
		if w.Under25 != c.under25 || w.From25 != c.from25 || w.Couple != c.couple {
			t.Errorf("%v: %d, %d and %d pence a week", c.on, w.Under25, w.From25, w.Couple)
		}
	}
}

// A usual month says the same as the week it is made of, and nobody is better off by
// earning less within the same hours.
func TestWeekAwards(t *testing.T) {
	r := jobseekerRates(t, DateOf(2007, 5, 1))
	rapid.Check(t, func(t *rapid.T) {
		gross := rapid.Int64Range(0, 900_00).Draw(t, "pay")
		h := Household{
			Adults: int8(rapid.IntRange(1, 2).Draw(t, "adults")), AnyAdult25: rapid.Bool().Draw(t, "25"), Children: int8(rapid.IntRange(0, 4).Draw(t, "children")),
			RentPencePerWeek: int32(rapid.IntRange(0, 200_00).Draw(t, "rent")), HoursTenths: int16(rapid.IntRange(1, 400).Draw(t, "hours")),
		}
		at := func(gross int64) (left, award int64) {
			h.GrossPencePerWeek = int32(gross)
			net, _, _ := r.NetPay(gross)
			a := r.Week.OfWeek(&h, net, net)
			if a.Allowance < 0 || a.Housing < 0 || a.Credits < 0 || a.Housing > int64(h.RentPencePerWeek) {
				t.Fatalf("%+v is due to %+v", a, h)
			}
			if week := WeeklyFromMonthly(r.Award(&h, MonthlyFromWeekly(net))); week != a.Sum() {
				t.Fatalf("%d pence a week and %d by the month", a.Sum(), week)
			}
			return net + a.Sum(), a.Allowance
		}
		less, allowance := at(gross)
		more, after := at(gross + rapid.Int64Range(1, 50_00).Draw(t, "more"))
		// The end of the allowance takes the whole rent into the taper at once.
		if (allowance > 0) == (after > 0) && more < less-3 {
			t.Fatalf("%+v: %d pence become %d with more pay", h, less, more)
		}
	})
}

// Benefit weeks end every week and are paid every second.
func TestBenefitWeeks(t *testing.T) {
	for _, every := range []agents.Week{1, 2, 4} {
		for _, after := range []agents.Week{0, 1} {
			terms := PaymentTerms{PaidAfter: after, PaidEvery: every}
			for since := agents.Week(-9); since < 9; since++ {
				cycle := terms.CycleFrom(since)
				for week := since; week < since+30; week++ {
					dues := terms.Calendar(week)[cycle]
					if dues&PeriodEnds == 0 || dues.Weeks() != 1 {
						t.Fatalf("week %d of a claim since %d is not a benefit week", week, since)
					}
					if over := week + 1 - since - after; (dues&PayDay != 0) != (over%every == 0) {
						t.Fatalf("every %d weeks, %d after: %d weeks of the claim since %d: paid: %v", every, after, over, since, dues&PayDay != 0)
					}
					if ending := terms.Calendar(week)[Ending(cycle)]; ending&PeriodEnds != 0 || ending&PayDay != dues&PayDay {
						t.Fatalf("a claim that ends has other days of payment, or more weeks")
					}
				}
			}
		}
	}
}
