package sim

import (
	"fmt"
	"slices"

	"caseload/agents"
	"caseload/policy"
)

// Books are a district's accounts since week 0, kept as money moves. The checks hold
// them against what persons were paid.
//
// An award is booked when it is worked out, at the end of its period, and Paid when it is
// paid. Advances and their repayment are loans: they cost nobody anything.
type Books struct {
	Award, Sanction, Pay, Tax, Coaching int64 // pence
	Programmes, Subsidies               int64 // pence, for places and starts; to employers
	Developing                          int64 // pence: job developers
	ProviderFees, ProviderStaff         int64 // pence: paid to providers, and by them
	ProviderBefore, ProviderCapital     int64 // pence: their cash at week 0; what firms that begin bring
	ProviderLost                        int64 // pence: what firms that leave take with them, or owe
	Advance, Repaid, OldDebts, Paid     int64 // pence; Paid is without advances
	UnpaidBefore, OwedBefore            int64 // pence, at week 0
	WorkCosts                           int64 // pence: care of children, before what is given back, and travel
	Arrears, Hardship, Recovered        int64 // pence: sanctions overturned, hardship payments and what came back of them
	Required, Sanctioned                int64 // weeks of persons of whom something is required; of these under a sanction
	CoachWeeks, WithCoach               int64 // weeks of coaches at work; of persons on their caseloads
	Health                              HealthBooks
	Employers                           EmployerBooks
	Support                             SupportBooks
	Bond                                BondBooks
	HiredWith                           HiredWith
	Retained                            Retained
	Moves                               [agents.Statuses][agents.Statuses]int64 // persons, from and to
}

// unpaid is what has been worked out and is still to be paid.
func (b *Books) unpaid() int64 {
	return b.UnpaidBefore + b.Award - b.Sanction - b.Repaid - b.OldDebts - b.Paid
}

// owed is what is left to repay of advances.
func (b *Books) owed() int64 { return b.OwedBefore + b.Advance - b.Repaid }

// add adds another district's pence.
func (b *Books) add(o *Books) {
	b.Award += o.Award
	b.Sanction += o.Sanction
	b.Pay += o.Pay
	b.Tax += o.Tax
	b.Coaching += o.Coaching
	b.Programmes += o.Programmes
	b.Subsidies += o.Subsidies
	b.WorkCosts += o.WorkCosts
	b.ProviderFees += o.ProviderFees
	b.ProviderStaff += o.ProviderStaff
	b.ProviderBefore += o.ProviderBefore
	b.ProviderCapital += o.ProviderCapital
	b.ProviderLost += o.ProviderLost
	b.Advance += o.Advance
	b.Repaid += o.Repaid
	b.OldDebts += o.OldDebts
	b.Paid += o.Paid
	b.UnpaidBefore += o.UnpaidBefore
	b.OwedBefore += o.OwedBefore
	b.Arrears += o.Arrears
	b.Hardship += o.Hardship
	b.Recovered += o.Recovered
	b.Health.add(&o.Health)
	b.Developing += o.Developing
	b.Employers.add(&o.Employers)
	b.Support.add(&o.Support)
	b.Required += o.Required
	b.Sanctioned += o.Sanctioned
	b.CoachWeeks += o.CoachWeeks
	b.WithCoach += o.WithCoach
	b.Bond.add(&o.Bond)
	b.HiredWith.add(&o.HiredWith)
	b.Retained.add(&o.Retained)
}

// closeWeek counts this week's flows against the stocks and pays coaches and
// signing staff.
func closeWeek(w *World, d *District) {
	staff := &w.Regime.Plan.Staff
	coaches := int64(0)
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			if w.Coaches.filled(k, w.Week) {
				coaches++
			}
			w.Coaches.CaseloadBefore[k] = w.Coaches.Caseload[k]
			d.Books.WithCoach += int64(w.Coaches.Caseload[k])
		}
	}
	d.Books.CoachWeeks += coaches
	w.countWeek(d)
	// A year has 52 weeks of pay; the remainder of the division is paid in the last weeks.
	year := coaches*staff.CostPenceYear + w.signingCost(d)
	phase := (int64(w.Week)%52 + 52) % 52
	d.Books.Coaching += year*(phase+1)/52 - year*phase/52
	developers := w.developersCost(d)
	d.Books.Developing += developers*(phase+1)/52 - developers*phase/52
	for from := range agents.Statuses {
		for to := range agents.Statuses {
			d.Stock[from] -= d.Flow[from][to]
			d.Stock[to] += d.Flow[from][to]
			d.Books.Moves[from][to] += int64(d.Flow[from][to])
		}
	}
	d.Flow = [agents.Statuses][agents.Statuses]int32{}
	w.countPlaces(d)
}

// Check is a rule of bookkeeping and whether it held.
type Check struct {
	Name   string
	Broken string // empty when it held
}

// CheckBooks recounts everything that is kept twice: persons by status against stocks
// and flows, pence paid to persons against the districts' books, minutes against diaries.
func (w *World) CheckBooks() []Check {
	checks := []Check{{Name: "stocks and flows agree to the person"}, {Name: "accounts agree to the penny"},
		{Name: "minutes are never over-used"}, {Name: "caseloads agree to the claimant"}, {Name: "sanctions only under a requirement"},
		{Name: "every vacancy is filled once"}, {Name: "what is due is paid, taken or owed"}, {Name: "every promise waits for one answer"}, {Name: "places agree to the person"}, {Name: "providers' cash agrees to the penny"}}
	for k := range w.Districts {
		d := &w.Districts[k]
		for c, broken := range []string{w.checkStocks(d), w.checkMoney(d), w.checkMinutes(d), w.checkCaseloads(d), w.checkSanctions(d), checkVacancies(d), w.checkDebts(d), w.checkPromises(d), w.checkPlaces(d), w.checkProviders(d)} {
			if broken != "" && checks[c].Broken == "" {
				checks[c].Broken = fmt.Sprintf("week %d, district %d: %s", w.Week, d.Number, broken)
			}
		}
	}
	return checks
}

func (w *World) checkStocks(d *District) string {
	var count [agents.Statuses]int32
	for i := d.First; i < d.Last; i++ {
		count[w.People.Status[i]]++
	}
	for status, n := range count {
		if n != d.Stock[status] {
			return fmt.Sprintf("%d persons have status %d, flows say %d", n, status, d.Stock[status])
		}
	}
	return ""
}

func (w *World) checkMoney(d *District) string {
	var fund int64
	var benefit, sanction, pay, tax, costs, repaid, hardship, recovered, owed int64
	t := &w.People.Total
	for i := d.First; i < d.Last; i++ {
		fund += int64(t.FundPence[i])
		benefit += int64(t.BenefitPence[i])
		sanction += int64(t.SanctionPence[i])
		pay += int64(t.EarningsPence[i])
		tax += int64(t.TaxPence[i])
		costs += int64(t.WorkCostPence[i])
		repaid += int64(t.RepaidPence[i])
		hardship += int64(t.HardshipPence[i])
		recovered += int64(t.RecoveredPence[i])
		owed = min(owed, int64(w.People.HardshipDebt[i]))
	}
	if fund != d.Books.Support.FundPence {
		return fmt.Sprintf("%d pence of the fund were spent on persons, the books say %d", fund, d.Books.Support.FundPence)
	}
	b := &d.Books
	if repaid != b.Arrears || hardship != b.Hardship || recovered != b.Recovered || owed < 0 {
		return fmt.Sprintf("persons had %d repaid, %d in hardship payments and gave %d back; the books say %d, %d and %d pence",
			repaid, hardship, recovered, b.Arrears, b.Hardship, b.Recovered)
	}
	if costs != b.WorkCosts {
		return fmt.Sprintf("work cost persons %d pence, the books say %d", costs, b.WorkCosts)
	}
	if benefit != b.Award-b.Sanction || sanction != b.Sanction || pay != b.Pay || tax != b.Tax {
		return fmt.Sprintf("persons had %d in benefit, %d in sanctions, %d in pay and %d in tax; the books say %d, %d, %d and %d pence",
			benefit, sanction, pay, tax, b.Award-b.Sanction, b.Sanction, b.Pay, b.Tax)
	}
	return ""
}

// checkDebts counts what persons are still to be paid, what they owe, and what they were
// advanced and had deducted.
func (w *World) checkDebts(d *District) string {
	p, b := w.People, &d.Books
	var unpaid, owed, advanced, deducted int64
	for i := d.First; i < d.Last; i++ {
		unpaid += int64(p.Payable[i])
		owed += int64(p.AdvanceOwed[i])
		advanced += int64(p.Total.AdvancePence[i])
		deducted += int64(p.Total.DeductionPence[i])
	}
	if unpaid != b.unpaid() || owed != b.owed() || advanced != b.Advance || deducted != b.Repaid+b.OldDebts {
		return fmt.Sprintf("persons are still to be paid %d, owe %d, were advanced %d and had %d deducted; the books say %d, %d, %d and %d pence",
			unpaid, owed, advanced, deducted, b.unpaid(), b.owed(), b.Advance, b.Repaid+b.OldDebts)
	}
	return ""
}

func (w *World) checkMinutes(d *District) string {
	c := &w.Coaches
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			if c.MinutesLeft[k] < 0 || c.MinutesUsed[k] > c.MinutesAvailable[k] {
				return fmt.Sprintf("coach %d used %d of %d minutes", c.ID[k], c.MinutesUsed[k], c.MinutesAvailable[k])
			}
		}
	}
	return ""
}

func (w *World) checkCaseloads(d *District) string {
	if len(d.Offices) == 0 {
		return ""
	}
	first, last := d.Offices[0].First, d.Offices[len(d.Offices)-1].Last
	held := make([]int32, last-first)
	for i := d.First; i < d.Last; i++ {
		if c := w.People.Coach[i]; c >= 0 && w.withOffice(i) {
			held[c-first]++
		}
	}
	if !slices.Equal(held, w.Coaches.Caseload[first:last]) {
		return "claimants counted by coach differ from the coaches' caseloads"
	}
	return ""
}

func (w *World) checkSanctions(d *District) string {
	p := w.People
	for i := d.First; i < d.Last; i++ {
		if p.Sanctioned[i] && (!w.withOffice(i) || p.Group[i] == policy.NoGroup) {
			return fmt.Sprintf("person %d serves a sanction and has no requirement", p.ID[i])
		}
	}
	return ""
}

// checkVacancies counts every vacancy that was ever opened: it is open, somebody has it, or
// it was withdrawn. A market without vacancies as agents has none.
func checkVacancies(d *District) string {
	m, open := &d.Demand, int64(d.Vacancies.Len())
	if m.Opened != open+m.Taken+m.Lapsed {
		return fmt.Sprintf("%d vacancies were opened; %d are open, %d were filled and %d withdrawn", m.Opened, open, m.Taken, m.Lapsed)
	}
	return ""
}

// checkPromises counts the vacancies that are promised to residents of other districts: the
// offer is on its way to her, or her answer back.
func (w *World) checkPromises(d *District) string {
	if w.hold.Market {
		return "" // the promises are the path's
	}
	promised, under := 0, len(d.Sent(w.Week-1).Offers)
	for _, promise := range d.Vacancies.Promised {
		promised += btoi(promise)
	}
	for _, c := range d.Callers {
		for _, a := range w.Districts[c].Sent(w.Week - 1).Answers {
			under += btoi(a.To == d.Number)
		}
	}
	if promised != under {
		return fmt.Sprintf("%d vacancies are promised to residents of other districts, and %d offers and answers under way", promised, under)
	}
	return ""
}

// checkPlaces counts who is on a programme or waits for one.
func (w *World) checkPlaces(d *District) string {
	p := w.People
	taken, waiting := make([]int32, len(d.Places)), make([]int32, len(d.Places))
	for i := d.First; i < d.Last; i++ {
		switch {
		case p.ProgrammeStage[i] != agents.NoProgramme && p.Status[i] != agents.Claimant && (p.Status[i] != agents.Employed || p.JobSource[i] != agents.Created):
			return fmt.Sprintf("person %d is on a programme and has no claim", p.ID[i])
		case p.ProgrammeStage[i] == agents.TakesPart:
			taken[p.Programme[i]-1]++
		case p.ProgrammeStage[i] == agents.Waits:
			waiting[p.Programme[i]-1]++
		}
	}
	for k, at := range d.Places {
		if at.Taken != taken[k] || at.Waiting != waiting[k] {
			return fmt.Sprintf("%d persons are on programme %d and %d wait for it; the district counts %d and %d", taken[k], k, waiting[k], at.Taken, at.Waiting)
		}
	}
	return ""
}
