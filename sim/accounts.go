package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/panel"
)

// The parties of the accounts. What one pays another receives, but for what is made by work
// and used up by services: that is what society gains and loses. Wellbeing is nobody's money,
// so that accounts can be read with and without it.
const (
	claimantAccount = iota
	employerAccount
	providerAccount
	departmentAccount
	benefitAccount
	taxAccount
	healthAccount
	investorAccount
	competitorAccount // people outside the run who compete for jobs
	wellbeingAccount
	parties
	nobody = -1
)

var partyNames = [parties]string{"claimant", "employer", "provider", "department", "benefits", "tax", "health", "investor", "others", "wellbeing"}

// society is the perspective of all parties together, wellbeing apart.
const society = "society"

// ledger is what has been booked and felt since week 0, in the whole country.
type ledger struct {
	Books
	CompetitorHires                                            int64
	WeeksDistressed, Distress, Satisfaction, MoneySatisfaction int64 // as agents.Totals has them, when felt last
}

// entries of the accounts: a line, what is counted of it, who pays and who receives. The
// lines of awards together are what was paid in cash. What is not counted in pence has a
// price, in pence of the price year.
var entries = [...]struct {
	line            string
	of              func(v *Valuation, l *ledger) int64
	price           func(v *Valuation) float64
	felt            bool // counted when it is known how people fare
	payer, receiver int
}{
	{"award", func(_ *Valuation, l *ledger) int64 { return l.Award }, nil, false, benefitAccount, claimantAccount},
	{"sanction", func(_ *Valuation, l *ledger) int64 { return l.Sanction }, nil, false, claimantAccount, benefitAccount},
	{"sanction_repaid", func(_ *Valuation, l *ledger) int64 { return l.Arrears }, nil, false, benefitAccount, claimantAccount},
	{"hardship", func(_ *Valuation, l *ledger) int64 { return l.Hardship }, nil, false, benefitAccount, claimantAccount},
	{"hardship_recovered", func(_ *Valuation, l *ledger) int64 { return l.Recovered }, nil, false, claimantAccount, benefitAccount},
	{"advance", func(_ *Valuation, l *ledger) int64 { return l.Advance }, nil, false, benefitAccount, claimantAccount},
	{"advance_repayment", func(_ *Valuation, l *ledger) int64 { return l.Repaid }, nil, false, claimantAccount, benefitAccount},
	{"old_debts", func(_ *Valuation, l *ledger) int64 { return l.OldDebts }, nil, false, claimantAccount, benefitAccount},
	{"not_paid_yet", func(_ *Valuation, l *ledger) int64 { return l.unpaid() - l.UnpaidBefore }, nil, false, claimantAccount, benefitAccount},
	{"output", func(v *Valuation, l *ledger) int64 { return exact.RoundInt64(float64(float64(l.Pay) * v.Work.Output)) }, nil, false, nobody, employerAccount},
	{"pay", func(_ *Valuation, l *ledger) int64 { return l.Pay }, nil, false, employerAccount, claimantAccount},
	{"income_tax_and_national_insurance", func(_ *Valuation, l *ledger) int64 { return l.Tax }, nil, false, claimantAccount, taxAccount},
	{"costs_of_work", func(_ *Valuation, l *ledger) int64 { return l.WorkCosts }, nil, false, claimantAccount, nobody},
	{"coaching", func(_ *Valuation, l *ledger) int64 { return l.Coaching }, nil, false, departmentAccount, nobody},
	{"programmes", func(_ *Valuation, l *ledger) int64 { return l.Programmes }, nil, false, departmentAccount, nobody},
	{"subsidies", func(_ *Valuation, l *ledger) int64 { return l.Subsidies }, nil, false, departmentAccount, employerAccount},
	{"fund", func(_ *Valuation, l *ledger) int64 { return l.Support.FundPence }, nil, false, departmentAccount, nobody},
	{"job_developers", func(_ *Valuation, l *ledger) int64 { return l.Developing }, nil, false, departmentAccount, nobody},
	{"provider_fees", func(_ *Valuation, l *ledger) int64 { return l.ProviderFees - l.Bond.Repaid }, nil, false, departmentAccount, providerAccount},
	{"investor_fees", func(_ *Valuation, l *ledger) int64 { return l.Bond.Fees }, nil, false, investorAccount, providerAccount},
	{"investor_programmes", func(_ *Valuation, l *ledger) int64 { return l.Bond.Programmes }, nil, false, investorAccount, nobody},
	{"investor_repaid", func(_ *Valuation, l *ledger) int64 { return l.Bond.Repaid }, nil, false, departmentAccount, investorAccount},
	{"investor_passes_on", func(_ *Valuation, l *ledger) int64 { return l.Bond.PassedOn }, nil, false, investorAccount, providerAccount},
	{"provider_staff", func(_ *Valuation, l *ledger) int64 { return l.ProviderStaff }, nil, false, providerAccount, nobody},
	{"health_services", func(_ *Valuation, l *ledger) int64 { return l.WeeksDistressed },
		func(v *Valuation) float64 { return v.Services.Distress }, true, healthAccount, nobody},
	{"output_of_competitors", func(_ *Valuation, l *ledger) int64 { return l.CompetitorHires },
		func(v *Valuation) float64 { return float64(v.Work.DisplacedWeeks * v.Work.DisplacedPay) }, false, nobody, competitorAccount},
	{"wellbeing", func(v *Valuation, l *ledger) int64 { return v.Wellbeing.counted(l) },
		func(v *Valuation) float64 { return v.Wellbeing.price() }, true, nobody, wellbeingAccount},
}

// Amounts are pence by entry.
type Amounts [len(entries)]int64

// Worth is what has come to each party: in prices of the price year, and also discounted.
type Worth struct {
	Real, Present [parties]int64
}

// accountObserver keeps the accounts: week by week what they are worth, and rows by observed
// week and financial year.
type accountObserver struct {
	rows []panel.AccountRow
	accountMemory
}

// accountMemory is what accounts remember from week to week.
type accountMemory struct {
	Before        ledger      // at the end of last week
	FeltAt        agents.Week // up to which wellbeing is booked
	Amount, Value Amounts     // since the last row: when they were paid, and discounted in prices of the price year
	Worth         Worth       // since week 0
}

// week books the week just over. How people fare is booked when it is known of everybody.
func (o *accountObserver) week(w *World) {
	now := o.Before.felt()
	for k := range w.Districts {
		d := &w.Districts[k]
		now.Books.add(&d.Books)
	}
	now.CompetitorHires = w.competitorHires()
	if w.allFelt() {
		now.feel(w)
	}
	o.book(w, &now)
}

// felt is a ledger with nothing but how people have fared.
func (l *ledger) felt() ledger {
	return ledger{WeeksDistressed: l.WeeksDistressed, Distress: l.Distress, Satisfaction: l.Satisfaction, MoneySatisfaction: l.MoneySatisfaction}
}

// feel counts how people have fared since week 0.
func (l *ledger) feel(w *World) {
	t := &w.People.Total
	l.WeeksDistressed, l.Distress, l.Satisfaction, l.MoneySatisfaction = 0, 0, 0, 0
	for i := range w.People.Len() {
		l.WeeksDistressed += int64(t.WeeksDistressed[i])
		l.Distress += int64(t.DistressSum[i])
		l.Satisfaction += int64(t.SatisfactionSum[i])
		l.MoneySatisfaction += int64(t.MoneySatisfaction[i])
	}
}

// allFelt tells whether everybody's feelings were brought to the end of the week just over.
func (w *World) allFelt() bool { return w.Week%13 == 0 || w.yearEnds() }

// competitorHires are those of the country since week 0.
func (w *World) competitorHires() int64 {
	hires := 0.0
	for k := range w.Districts {
		hires += w.Districts[k].Demand.TotalCompetitorHires
	}
	return int64(hires + 0.5)
}

// book takes what a ledger has more than that of last week. Money counts in the week in
// which it is paid; how people fared, in the middle of the time since it was known last.
func (o *accountObserver) book(w *World, now *ledger) {
	v := &w.made.Valuation
	level, paid := v.level(w.Week-1), float64(w.Week-1)
	fared := float64(o.FeltAt+w.Week-1) / 2
	for k := range entries {
		e := &entries[k]
		count := float64(e.of(v, now) - e.of(v, &o.Before))
		if count == 0 {
			continue
		}
		real, amount, rate, when := count/level, count, v.Discount.Money, paid
		if e.price != nil {
			real = float64(count * e.price(v))
			amount = float64(real * level)
		}
		if e.felt {
			when = fared
		}
		if e.receiver == wellbeingAccount {
			rate = v.Discount.Wellbeing
		}
		o.pay(k, exact.RoundInt64(amount), exact.RoundInt64(real), exact.RoundInt64(float64(real*discounted(rate, when))))
	}
	o.Before = *now
	if w.allFelt() {
		o.FeltAt = w.Week
	}
}

// pay enters an amount with what it is worth.
func (o *accountObserver) pay(entry int, amount, real, present int64) {
	o.Amount[entry] += amount
	o.Value[entry] += present
	if p := entries[entry].payer; p != nobody {
		o.Worth.Real[p] -= real
		o.Worth.Present[p] -= present
	}
	if p := entries[entry].receiver; p != nobody {
		o.Worth.Real[p] += real
		o.Worth.Present[p] += present
	}
}

// worthNow is what has come to each party by the end of last week, in which everybody's
// feelings are known now.
func (o *accountObserver) worthNow(w *World) Worth {
	ahead := accountObserver{accountMemory: o.accountMemory}
	ahead.feelRest(w)
	return ahead.Worth
}

// feelRest books how people have fared since that was known last.
func (o *accountObserver) feelRest(w *World) {
	now := o.Before
	now.feel(w)
	o.book(w, &now)
}

// record writes what has moved since the last time, in the financial year of the last week.
func (o *accountObserver) record(w *World, replicate int) {
	for k := range entries {
		e := &entries[k]
		row := panel.AccountRow{Regime: w.Regime.Name, Replicate: int16(replicate), Week: int16(w.Week),
			FinancialYear: w.Day(w.Week - 1).FinancialYear().String(), Line: e.line}
		all := row
		all.Perspective = society
		for _, side := range [...]struct {
			party int
			sign  int64
		}{{e.payer, -1}, {e.receiver, 1}} {
			if side.party == nobody || o.Amount[k] == 0 && o.Value[k] == 0 {
				continue
			}
			row.Perspective, row.AmountPence, row.ValuePence = partyNames[side.party], side.sign*o.Amount[k], side.sign*o.Value[k]
			o.enter(row)
			if side.party != wellbeingAccount {
				all.AmountPence += row.AmountPence
				all.ValuePence += row.ValuePence
			}
		}
		if all.AmountPence != 0 || all.ValuePence != 0 {
			o.enter(all)
		}
	}
	o.Amount, o.Value = Amounts{}, Amounts{}
}

// enter adds a row, or adds to that of the same week: how people fared up to the end of a run
// is booked after the observed week that is its last.
func (o *accountObserver) enter(row panel.AccountRow) {
	for k := len(o.rows) - 1; k >= 0 && o.rows[k].Week == row.Week; k-- {
		if same := &o.rows[k]; same.Line == row.Line && same.Perspective == row.Perspective {
			same.AmountPence += row.AmountPence
			same.ValuePence += row.ValuePence
			return
		}
	}
	o.rows = append(o.rows, row)
}
