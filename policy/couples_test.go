package policy

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

const coupleCases = "testdata/cases/couples.txt"

// TestCoupleCases works out what two with one claim are due for a month and what is required
// of either, for every couple of the file.
func TestCoupleCases(t *testing.T) {
	written, err := os.ReadFile(coupleCases)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for _, block := range strings.Split(strings.TrimSpace(string(written)), "\n\n") {
		known, _, isCase := strings.Cut(block, "----")
		if !isCase {
			blocks = append(blocks, block+"\n")
			continue
		}
		blocks = append(blocks, known+"----\n"+readCouple(t, known).decisions(t))
	}
	if len(blocks) < 8 {
		t.Errorf("%d cases were read: the file's format has changed", len(blocks))
	}
	if got := strings.Join(blocks, "\n"); got != string(written) {
		if updating() {
			if err := os.WriteFile(coupleCases, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			return
		}
		t.Errorf("%s: %s\nrun `go test ./policy -run CoupleCases -update` and read the difference", coupleCases, firstDifference(string(written), got))
	}
}

// coupled is the upper part of a case. What is of one of the two stands for the first claimant
// and her partner.
type coupled struct {
	on   Date
	home Household
	pay  [2]int64 // gross, pence a week
	days [2]int   // of sanctions in the month
	Obliged
}

func readCouple(t *testing.T, text string) coupled {
	t.Helper()
	c := coupled{on: DateOf(2024, 7, 1), home: Household{Adults: 2, AnyAdult25: true}}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		number, err := strconv.ParseFloat(value, 64)
		switch {
		case key == "case":
		case key == "obligations":
			c.Obliged = obliged[value]
		case err != nil:
			t.Fatalf("%s: cannot read %q", coupleCases, line)
		case key == "children":
			c.home.Children = int8(number)
		case key == "rent_a_week":
			c.home.RentPencePerWeek = int32(number * 100)
		case key == "limited_capability":
			c.home.LimitedCapability = int8(number)
		case key == "pay_a_week":
			c.pay[0] = int64(number * 100)
		case key == "partners_pay_a_week":
			c.pay[1] = int64(number * 100)
		case key == "sanctioned_days":
			c.days[0] = int(number)
		case key == "partners_sanctioned_days":
			c.days[1] = int(number)
		default:
			t.Fatalf("%s: cannot read %q", coupleCases, line)
		}
	}
	return c
}

// decisions is the lower part.
func (c coupled) decisions(t *testing.T) string {
	t.Helper()
	r := &Regime{}
	if _, found := shippedLibrary().Load("regime", "universal-credit-2024", r, nil); len(found) > 0 {
		t.Fatal(found)
	}
	plan, _ := Compile(r)
	rates := RatesOn(&r.Benefits, &r.Tax, &r.MinimumWage, c.on)
	thresholds := plan.InWork.On(&rates)
	var b strings.Builder
	net := int64(0)
	for _, pay := range c.pay {
		own, _, _ := rates.NetPay(pay)
		net += own
	}
	award, within := rates.Assess(&c.home, MonthlyFromWeekly(net))
	var taken [2]int64
	for k, days := range c.days {
		taken[k] = rates.SanctionOf(&c.home, 10_000, days)
	}
	first, partner := Halves(award, within, taken[0], taken[1])
	line := func(what string, pence ...int64) {
		fmt.Fprintf(&b, "%-26s", what)
		for _, p := range pence {
			fmt.Fprintf(&b, " %9.2f", float64(p)/100)
		}
		b.WriteString("\n")
	}
	line("net pay of both", MonthlyFromWeekly(net))
	line("award", award)
	line("  stands with either", first.Award, partner.Award)
	line("sanctions take", first.Sanction, partner.Sanction)
	line("paid", first.Award-first.Sanction+partner.Award-partner.Sanction)
	for k, who := range [2]string{"first claimant", "partner"} {
		says := [...]string{"as out of work", "a light touch", "nothing: the pay of a couple"}[thresholds.Standing(c.pay[k], c.pay[0]+c.pay[1], true)]
		if (CoupleTerms{Obliged: c.Obliged}).Dependant(k == 0, c.home.Children > 0) && c.pay[0] == 0 {
			says = "nothing: a dependant"
		}
		fmt.Fprintf(&b, "required of %-14s %s\n", who, says)
	}
	return b.String()
}
