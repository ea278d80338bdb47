package sim

import "caseload/sim/panel"

// accountObserver keeps the accounts by observed week and financial year.
type accountObserver struct {
	rows   []panel.AccountRow
	before Books // what was booked at the last row
}

// entries of the accounts: a line, the book it comes from, and who pays and receives. The
// lines of awards together are what was paid in cash.
var entries = []struct {
	line            string
	of              func(b *Books) int64
	payer, receiver string
}{
	{"award", func(b *Books) int64 { return b.Award }, "benefits", "claimant"},
	{"sanction", func(b *Books) int64 { return b.Sanction }, "claimant", "benefits"},
	{"sanction_repaid", func(b *Books) int64 { return b.Arrears }, "benefits", "claimant"},
	{"hardship", func(b *Books) int64 { return b.Hardship }, "benefits", "claimant"},
	{"hardship_recovered", func(b *Books) int64 { return b.Recovered }, "claimant", "benefits"},
	{"advance", func(b *Books) int64 { return b.Advance }, "benefits", "claimant"},
	{"advance_repayment", func(b *Books) int64 { return b.Repaid }, "claimant", "benefits"},
	{"old_debts", func(b *Books) int64 { return b.OldDebts }, "claimant", "benefits"},
	{"not_paid_yet", func(b *Books) int64 { return b.unpaid() - b.UnpaidBefore }, "claimant", "benefits"},
	{"pay", func(b *Books) int64 { return b.Pay }, "employer", "claimant"},
	{"income_tax_and_national_insurance", func(b *Books) int64 { return b.Tax }, "claimant", "tax"},
	{"costs_of_work", func(b *Books) int64 { return b.WorkCosts }, "claimant", ""},
	{"coaching", func(b *Books) int64 { return b.Coaching }, "department", ""},
	{"programmes", func(b *Books) int64 { return b.Programmes }, "department", ""},
	{"subsidies", func(b *Books) int64 { return b.Subsidies }, "department", "employer"},
	{"fund", func(b *Books) int64 { return b.Support.FundPence }, "department", ""},
	{"job_developers", func(b *Books) int64 { return b.Developing }, "department", ""},
	{"provider_fees", func(b *Books) int64 { return b.ProviderFees }, "department", "provider"},
	{"provider_staff", func(b *Books) int64 { return b.ProviderStaff }, "provider", ""},
}

// record writes what has moved since the last time, in the financial year of the last week.
func (o *accountObserver) record(w *World, replicate int) {
	var now Books
	for k := range w.Districts {
		now.add(&w.Districts[k].Books)
	}
	for _, entry := range entries {
		amount := entry.of(&now) - entry.of(&o.before)
		row := panel.AccountRow{Regime: w.Regime.Name, Replicate: int16(replicate), Week: int16(w.Week),
			FinancialYear: w.Day(w.Week - 1).FinancialYear().String(), Line: entry.line}
		row.Perspective, row.AmountPence = entry.payer, -amount
		o.rows = append(o.rows, row)
		if entry.receiver != "" {
			row.Perspective, row.AmountPence = entry.receiver, amount
			o.rows = append(o.rows, row)
		}
	}
	o.before = now
}
