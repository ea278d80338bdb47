package policy

import (
	"caseload/agents"
	"caseload/policy/source"
)

// Payment is the section `payment:` of a regime: how an award reaches a household. An
// award is worked out at the end of each assessment period of a month, on what was earned
// in it, and paid in one sum, less sanctions and deductions. Jobseeker's Allowance is
// worked out by the benefit week, and some weeks are paid together.
type Payment struct {
	At         source.Position
	PaidAfter  source.Quantity `file:"paid_after" unit:"weeks" min:"0" max:"3" whole:"true" doc:"time from the end of an assessment period to its payment"`
	Advances   *Advances       `file:"advances,optional" doc:"loans on the first award of a new claim; none when absent"`
	Deductions *Deductions     `file:"deductions,optional" doc:"what is taken from payments for advances and old debts; nothing when absent, so that an advance is a grant"`
}

// Advances are loans that bridge the time to the first payment.
type Advances struct {
	At       source.Position
	Largest  source.Quantity `file:"largest" unit:"share" min:"0" max:"1" doc:"largest advance, as a share of the monthly award that is expected"`
	RepaidIn []Instalments   `file:"repaid_in" doc:"monthly instalments of an advance paid from a date on"`
}

// Instalments is a number of them from a date on.
type Instalments struct {
	At          source.Position
	From        source.Date     `file:"from" doc:"the first day on which the number holds"`
	Instalments source.Quantity `file:"instalments" unit:"count" bare:"true" whole:"true" min:"1" max:"120" doc:"monthly instalments in which an advance is repaid"`
}

// Deductions are taken from payments: first an instalment of the advance, then old debts.
type Deductions struct {
	At       source.Position
	Cap      []DatedShare    `file:"cap" doc:"the most that is deducted in a period, as a share of the standard allowance"`
	OldDebts source.Quantity `file:"old_debts" unit:"share" min:"0" max:"1" doc:"taken each period from who has old debts, as a share of the standard allowance"`
}

func (n Instalments) begins() source.Date { return n.From }

// Check requires figures in order of their first days.
func (a *Advances) Check(c *source.Checker) { checkDated(c, a.At, "repaid_in", a.RepaidIn) }

// Check requires figures in order of their first days.
func (d *Deductions) Check(c *source.Checker) { checkDated(c, d.At, "cap", d.Cap) }

// PaymentTerms is a compiled Payment. Shares are ten-thousandths.
type PaymentTerms struct {
	PaidAfter agents.Week
	Largest   int64 // advance, of the monthly award; 0 without advances
	OldDebts  int64 // of the standard allowance; 0 without deductions

	// PaidEvery is 0 where awards are worked out by the month. Otherwise they are by the
	// benefit week, and so many weeks are paid together.
	PaidEvery agents.Week

	instalments, caps []step
}

// step is a figure from a day on.
type step struct {
	from   Date
	figure int64
}

// DeductionRules are the figures of deductions on one day.
type DeductionRules struct {
	Instalments int64 // of an advance paid on that day
	Cap         int64 // of the standard allowance, ten-thousandths
	OldDebts    int64 // of the standard allowance, ten-thousandths
}

func compilePayment(p *Payment, b *Benefits) PaymentTerms {
	t := PaymentTerms{PaidAfter: agents.Week(p.PaidAfter.Value)}
	if j := b.JobseekersAllowance; j != nil {
		t.PaidEvery = agents.Week(j.PaidEvery.Value)
	}
	if a := p.Advances; a != nil {
		t.Largest = tenThousandths(a.Largest)
		for _, entry := range a.RepaidIn {
			t.instalments = append(t.instalments, step{DateFrom(entry.From), int64(entry.Instalments.Value)})
		}
	}
	if d := p.Deductions; d != nil {
		t.OldDebts = tenThousandths(d.OldDebts)
		for _, entry := range d.Cap {
			t.caps = append(t.caps, step{DateFrom(entry.From), tenThousandths(entry.Share)})
		}
	}
	return t
}

// On gives the figures of a day; before the first date of a list its first figure holds.
func (t *PaymentTerms) On(day Date) DeductionRules {
	return DeductionRules{Instalments: max(figureOn(t.instalments, day), 1), Cap: figureOn(t.caps, day), OldDebts: t.OldDebts}
}

func figureOn(steps []step, day Date) int64 {
	figure := int64(0)
	for k, s := range steps {
		if k == 0 || s.from <= day {
			figure = s.figure
		}
	}
	return figure
}

// Advance is the largest advance on an expected monthly award when some is owed already,
// in pence: what is owed counts towards it.
func (t *PaymentTerms) Advance(awardMonthly, owed int64) int64 {
	return max(awardMonthly*t.Largest/wholeShare-owed, 0)
}

// Deduct divides what is taken from an award of a period, in pence, into the instalment of
// an advance and what goes to old debts. allowance is the household's standard allowance,
// left what sanctions leave of the award, owed the advance still to repay in so many
// instalments: equal ones to the penny, in whole pence rounded up. Together they stay
// within the cap and what is left; the advance comes first (Universal Credit, Personal
// Independence Payment, Jobseeker's Allowance and Employment and Support Allowance (Claims
// and Payments) Regulations 2013, schedules 6 and 7, with the cap of administrative practice).
func (r *DeductionRules) Deduct(allowance, left, owed, instalments int64, indebted bool) (repaid, debts int64) {
	room := max(min(allowance*r.Cap/wholeShare, left), 0)
	if owed > 0 {
		parts := max(instalments, 1)
		repaid = min((owed+parts-1)/parts, room)
	}
	if indebted {
		debts = min(allowance*r.OldDebts/wholeShare, room-repaid)
	}
	return repaid, debts
}
