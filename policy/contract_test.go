package policy

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const contractCases = "testdata/cases/contracts.txt"

// TestContractCases asks contracts what they pay for every life of the file.
func TestContractCases(t *testing.T) {
	text, err := os.ReadFile(contractCases)
	if err != nil {
		t.Fatal(err)
	}
	plans := map[string]*Plan{}
	var blocks []string
	cases := 0
	for _, block := range strings.Split(strings.TrimSpace(string(text)), "\n\n") {
		known, _, isCase := strings.Cut(block, "----")
		if !isCase {
			blocks = append(blocks, block+"\n")
			continue
		}
		cases++
		s := readServed(t, known)
		if plans[s.regime] == nil {
			plan, found := Compile(written(t, s.regime))
			if found != nil {
				t.Fatal(found)
			}
			plans[s.regime] = plan
		}
		blocks = append(blocks, known+"----\n"+s.paid(&plans[s.regime].Contracts[0]))
	}
	got := strings.Join(blocks, "\n")
	switch {
	case cases < 10:
		t.Errorf("%d cases were read: the file's format has changed", cases)
	case got == string(text):
	case updating():
		if err := os.WriteFile(contractCases, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s: %s\nrun `go test ./policy -run ContractCases -update` and read the difference", contractCases, firstDifference(string(text), got))
	}
}

// served is the upper part of a case.
type served struct {
	regime string
	group  string
	Case
	work             [][2]int // first and last weeks in work, counted from the start
	outcomes, starts int64    // of the provider before
	weeks            int
}

func readServed(t *testing.T, text string) served {
	t.Helper()
	s := served{Case: Case{AgeYears: 40, YoungestChildYears: -1}, weeks: 260}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		number, _ := strconv.Atoi(value)
		switch key {
		case "case":
		case "regime":
			s.regime = value
		case "group":
			s.group = value
		case "age":
			s.AgeYears = number
		case "weeks_on_benefit":
			s.WeeksOnBenefit = number
		case "health_limited":
			s.HealthLimited = value == "true"
		case "limited_capability":
			s.LimitedCapability = value == "true"
		case "in_work":
			for _, spell := range strings.Split(value, ", ") {
				var first, last int
				if n, _ := fmt.Sscanf(spell, "%d to %d", &first, &last); n != 2 {
					t.Fatalf("%s: %s", contractCases, line)
				}
				s.work = append(s.work, [2]int{first, last})
			}
		case "reached":
			if n, _ := fmt.Sscanf(value, "%d of %d", &s.outcomes, &s.starts); n != 2 {
				t.Fatalf("%s: %s", contractCases, line)
			}
		default:
			t.Fatalf("%s: cannot read %q", contractCases, line)
		}
	}
	return s
}

func (s *served) works(week int) bool {
	for _, spell := range s.work {
		if spell[0] <= week && week <= spell[1] {
			return true
		}
	}
	return false
}

// live lets a contract pay for the life of a case, week by week.
func (s *served) live(t *ContractTerms, paid func(week int, fees [Fees]int64)) {
	var a Attachment
	group := t.Group(s.Case, s.group)
	for week := 1; week <= s.weeks; week++ {
		a = a.Next(t, group, s.works(week))
		var fees [Fees]int64
		fees, a = t.Pay(group, a, t.Accelerated(s.outcomes, s.starts))
		paid(week, fees)
	}
}

// paid is the lower part.
func (s *served) paid(t *ContractTerms) string {
	var b strings.Builder
	var first, last, count [Fees]int
	var sum [Fees]int64
	s.live(t, func(week int, fees [Fees]int64) {
		for kind, pence := range fees {
			if pence == 0 {
				continue
			}
			if count[kind]++; count[kind] == 1 {
				first[kind] = week
			}
			last[kind] = week
			sum[kind] += pence
		}
	})
	fmt.Fprintf(&b, "%-20s %s\n", "payment group", t.Groups[t.Group(s.Case, s.group)].Name)
	all := int64(0)
	for kind := range Fees {
		all += sum[kind]
		switch {
		case count[kind] == 1:
			fmt.Fprintf(&b, "%-20s %9.2f  in week %d\n", kind, float64(sum[kind])/100, first[kind])
		case count[kind] > 1:
			fmt.Fprintf(&b, "%-20s %9.2f  in %d payments, weeks %d to %d\n", kind, float64(sum[kind])/100, count[kind], first[kind], last[kind])
		}
	}
	fmt.Fprintf(&b, "%-20s %9.2f\n", "in all", float64(all)/100)
	return b.String()
}

// A provider whose participants do what the department expects is paid the same whatever
// the share of the fees that is paid for outcomes, to the rounding of the fees.
func TestOutcomeShareKeepsTheExpectedValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		money := rapid.Int64Range(0, 1_000_000)
		g := PaymentGroup{Sustained: &SustainedFees{}}
		g.Attachment.Value, g.Job.Fee.Value, g.Sustained.Fee.Value = float64(money.Draw(t, "attachment")), float64(money.Draw(t, "job")), float64(money.Draw(t, "sustained"))
		g.Job.After.Value, g.Sustained.Every.Value, g.Sustained.AtMost.Value = 26, 4, 13
		g.Expected.Jobs.Value, g.Expected.Payments.Value = rapid.Float64Range(0, 1).Draw(t, "jobs"), rapid.Float64Range(0, 13).Draw(t, "payments")
		worth := func(share int64) float64 {
			f := g.terms(share)
			return float64(f.Attachment+f.Even) + float64(g.Expected.Jobs.Value*(float64(f.Job)+float64(g.Expected.Payments.Value*float64(f.Sustained))))
		}
		share := rapid.Int64Range(0, wholeShare).Draw(t, "share")
		if whole, part := worth(wholeShare), worth(share); whole-part > 8 || part-whole > 8 {
			t.Fatalf("expected pay is %.1f pence at 100%% and %.1f at %d ten-thousandths", whole, part, share)
		}
		f := g.terms(0)
		if f.Job != 0 || f.Sustained != 0 {
			t.Fatal("a flat contract pays for outcomes")
		}
	})
}

// What is paid evenly adds up to the penny over the time, whatever becomes of a participant.
func TestEvenFeesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		even, service := rapid.Int64Range(0, 10_000_000).Draw(t, "even"), rapid.Int64Range(0, 1000).Draw(t, "service")
		terms := &ContractTerms{Lasts: 52, Groups: []FeeTerms{{Even: even, Service: service, JobAfter: 13}}}
		s := served{weeks: 80, work: [][2]int{{rapid.IntRange(1, 90).Draw(t, "from"), 80}}}
		sum := int64(0)
		s.live(terms, func(_ int, fees [Fees]int64) { sum += fees[ServiceFee] })
		if sum != even+52*service {
			t.Fatalf("%d pence were paid of %d", sum, even+52*service)
		}
	})
}
