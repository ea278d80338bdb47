package policy

import (
	"testing"

	"caseload/policy/source"
)

func part(value float64) source.Quantity { return source.Quantity{Value: value, Set: true} }

// A fee for less distress is paid in the week in which a participant is asked, if it has
// fallen far enough, and what is expected of it is part of even fees.
func TestFeeForLessDistress(t *testing.T) {
	group := PaymentGroup{
		Attachment: quantity(100), Job: JobFee{Fee: quantity(100000), After: quantity(10)},
		Wellbeing: &WellbeingFee{Fee: quantity(50000), Falls: part(0.5), After: quantity(26)},
		Expected:  ExpectedResults{Jobs: part(0.4), Wellbeing: part(0.2)},
	}
	contract := ContractTerms{Lasts: 52, Groups: []FeeTerms{group.terms(wholeShare)}}
	for _, c := range []struct {
		week Attachment
		want int64
	}{
		{Attachment{Weeks: 26, Fell: 0.5}, 50000}, {Attachment{Weeks: 26, Fell: 0.49}, 0},
		{Attachment{Weeks: 25, Fell: 2}, 0}, {Attachment{Weeks: 27, Fell: 2}, 0}, {Attachment{Weeks: 26, Fell: 2, Over: true}, 0},
	} {
		if fees, _ := contract.Pay(0, c.week, wholeShare); fees[BetterFee] != c.want {
			t.Errorf("%+v: %d pence, want %d", c.week, fees[BetterFee], c.want)
		}
	}
	if half := group.terms(wholeShare / 2); half.Better != 25000 || half.Even != 25000 {
		t.Errorf("half of the fees for outcomes leaves %d pence of one, and %d even ones; of 40,000 and 10,000 expected half is 25,000", half.Better, half.Even)
	}
}

// An investor is repaid for outcomes up to a share of what it has paid in, and hands a part
// on to the provider.
func TestInvestorsAreRepaid(t *testing.T) {
	terms := (&Investor{Most: part(1.3), PassesOn: part(0.1)}).terms()
	for _, c := range []struct{ fee, paidIn, repaid, paid, passedOn int64 }{
		{50000, 100000, 0, 50000, 5000}, {50000, 100000, 100000, 30000, 3000}, {50000, 100000, 130000, 0, 0}, {333, 0, 0, 0, 0}, {335, 100000, 0, 335, 34},
	} {
		if paid, passedOn := terms.Repays(c.fee, c.paidIn, c.repaid); paid != c.paid || passedOn != c.passedOn {
			t.Errorf("%+v: %d paid, %d passed on", c, paid, passedOn)
		}
	}
	if none := (*Investor)(nil).terms(); none.There || none.Earns() != 1 || terms.Earns() != 0.1 {
		t.Error("without an investor all fees are the provider's, with one what it passes on")
	}
}
