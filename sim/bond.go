package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// BondBooks are what investors pay and are paid, pence, and what participants say who are
// asked how they fare.
type BondBooks struct {
	Fees, Programmes    int64 // up front: to providers; for places and starts
	Repaid, PassedOn    int64 // by the department; to providers
	Asked               int64 // participants, the second time
	Better, BetterTruly int64 // of these in so much less distress than at the start: as measured; truly
}

// add adds another district's.
func (b *BondBooks) add(o *BondBooks) {
	b.Fees += o.Fees
	b.Programmes += o.Programmes
	b.Repaid += o.Repaid
	b.PassedOn += o.PassedOn
	b.Asked += o.Asked
	b.Better += o.Better
	b.BetterTruly += o.BetterTruly
}

// providersHave is what reached providers of fees, whoever paid them.
func (b *Books) providersHave() int64 {
	return b.ProviderFees - b.Bond.Repaid + b.Bond.PassedOn + b.Bond.Fees
}

// payFee pays a fee for a participant and returns what reaches the provider. An investor
// pays what is due up front, and is paid by the department for outcomes.
func (w *World) payFee(d *District, i int32, k int, kind policy.Fee, pence int64) int64 {
	v, t, b := &d.Providers[k], w.contract(k).Investor, &d.Books
	if t.There && kind.UpFront() {
		v.PaidIn += pence
		b.Bond.Fees += pence
		return pence
	}
	reaches := pence
	if t.There {
		pence, reaches = t.Repays(pence, v.PaidIn, v.Repaid)
		v.Repaid += pence
		b.Bond.Repaid += pence
		b.Bond.PassedOn += reaches
	}
	b.ProviderFees += pence
	w.People.Total.ProviderPence[i] += int32(pence)
	return reaches
}

// payProgramme pays for a place or a start of somebody: the department, or an investor who
// carries what her provider's contract costs.
func (w *World) payProgramme(d *District, i int32, at *Places, t *policy.ProgrammeTerms, pence int64) {
	at.Pence += pence
	if k := int(w.People.Provider[i]) - 1; k >= 0 && w.contract(k).Investor.There && w.Regime.Plan.Providers[k].Contract == t.Contract-1 {
		d.Providers[k].PaidIn += pence
		d.Books.Bond.Programmes += pence
		return
	}
	d.Books.Programmes += pence
}

// asksAtStart notes how a participant fares at her start, where a fee hangs on how she fares
// later.
func (w *World) asksAtStart(i int32, t *policy.ContractTerms) {
	if t.Groups[w.People.PaymentGroup[i]].BetterAfter > 0 {
		w.People.DistressAtStart[i] = int16(exact.RoundInt32(100 * w.distressNow(i)))
	}
}

// asks is the second questionnaire of a participant: how far her distress has fallen since
// the start, as both of them show it. It is 0 in other weeks.
func (w *World) asks(d *District, i int32, f *policy.FeeTerms, week agents.Week) float64 {
	if !f.Asked(week) {
		return 0
	}
	p, c := w.People, w.Habits
	before, now := float64(p.DistressAtStart[i])/100, w.distressNow(i)
	first := w.Draws.U(uint32(p.ID[i]), int32(w.Week-week+1), rng.MeasureDistress)
	fell := c.MeasuredDistress(before, first) - c.MeasuredDistress(now, w.u(i, rng.MeasureDistress))
	b := &d.Books.Bond
	b.Asked++
	if fell >= f.Falls {
		b.Better++
	}
	if before-now >= f.Falls {
		b.BetterTruly++
	}
	return fell
}

// distressNow is a person's distress at the end of last week; to look changes nothing.
func (w *World) distressNow(i int32) float64 {
	now := w.relaxed(i, max(w.Week-1-w.People.FeltAt[i], 0), w.security(i))
	return float64(now.Distress)
}
