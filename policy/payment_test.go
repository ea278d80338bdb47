package policy

import "testing"

// The figures of Great Britain by date.
func TestDeductionsByDate(t *testing.T) {
	terms := compilePayment(&shippedRates(t).Payment, &Benefits{})
	if terms.PaidAfter != 1 || terms.Largest != 10_000 || terms.OldDebts != 1000 {
		t.Errorf("payment is %+v", terms)
	}
	for _, c := range []struct {
		on   Date
		want DeductionRules
	}{
		{DateOf(2012, 1, 1), DeductionRules{6, 4000, 1000}},
		{DateOf(2018, 1, 2), DeductionRules{6, 4000, 1000}},
		{DateOf(2018, 1, 3), DeductionRules{12, 4000, 1000}},
		{DateOf(2019, 10, 14), DeductionRules{12, 3000, 1000}},
		{DateOf(2021, 4, 11), DeductionRules{12, 3000, 1000}},
		{DateOf(2021, 4, 12), DeductionRules{24, 2500, 1000}},
		{DateOf(2025, 4, 29), DeductionRules{24, 2500, 1000}},
		{DateOf(2025, 4, 30), DeductionRules{24, 1500, 1000}},
	} {
		if got := terms.On(c.on); got != c.want {
			t.Errorf("%v: %+v, want %+v", c.on, got, c.want)
		}
	}
	nothing := compilePayment(&Payment{}, &Benefits{})
	if got := nothing.On(DateOf(2024, 4, 8)); got != (DeductionRules{Instalments: 1}) || nothing.Advance(39345, 0) != 0 {
		t.Errorf("without advances and deductions: %+v, an advance of %d", got, nothing.Advance(39345, 0))
	}
}

// What is taken, worked by hand for a single claimant of 25 or over in 2024-25.
func TestDeduct(t *testing.T) {
	const allowance = 393_45
	rules := DeductionRules{Instalments: 24, Cap: 2500, OldDebts: 1000}
	for _, c := range []struct {
		name                    string
		left, owed, instalments int64
		indebted                bool
		repaid, debts           int64
	}{
		{"an instalment", 393_45, 393_45, 24, false, 16_40, 0},
		{"and old debts", 393_45, 393_45, 24, true, 16_40, 39_34},
		{"the last one", 393_45, 16_25, 1, false, 16_25, 0},
		{"the cap, the advance first", 393_45, 1200_00, 12, true, 98_36, 0},
		{"the cap, what is left of it for old debts", 393_45, 840_00, 12, true, 70_00, 28_36},
		{"more than is left", 10_00, 393_45, 24, true, 10_00, 0},
		{"nothing is left", 0, 393_45, 24, true, 0, 0},
		{"after the last one was cut short", 393_45, 300_00, 0, false, 98_36, 0},
		{"nothing is owed", 393_45, 0, 0, false, 0, 0},
	} {
		if repaid, debts := rules.Deduct(allowance, c.left, c.owed, c.instalments, c.indebted); repaid != c.repaid || debts != c.debts {
			t.Errorf("%s: %d and %d, want %d and %d", c.name, repaid, debts, c.repaid, c.debts)
		}
	}
	owed, sum := int64(393_45), int64(0)
	for left := int64(24); left > 0; left-- {
		repaid, _ := rules.Deduct(allowance, allowance, owed, left, false)
		if repaid < 16_39 || repaid > 16_40 {
			t.Errorf("instalment %d is %d", 25-left, repaid)
		}
		owed, sum = owed-repaid, sum+repaid
	}
	if owed != 0 || sum != 393_45 {
		t.Errorf("24 instalments are %d, %d is left", sum, owed)
	}
}

// An advance is the share of the award that the regime allows, less what is owed.
func TestAdvance(t *testing.T) {
	for _, c := range []struct{ share, award, owed, want int64 }{{10_000, 393_45, 0, 393_45}, {5000, 393_45, 0, 196_72}, {10_000, 393_45, 100_00, 293_45}, {5000, 393_45, 200_00, 0}} {
		terms := PaymentTerms{Largest: c.share}
		if got := terms.Advance(c.award, c.owed); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}
