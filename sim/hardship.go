package sim

import "caseload/sim/rng"

// askHardship lets a claimant whose household passes the means test ask for payments while
// benefit is withheld.
func (w *World) askHardship(d *District, i int32) {
	p, terms := w.People, w.Regime.Plan.Hardship
	if terms == nil || p.Hardship[i] || int64(p.PartnerPay[i]) >= terms.PartnerPayBelow || w.u(i, rng.Hardship) >= terms.Granted {
		return
	}
	p.Hardship[i] = true
	d.Log.event(w, i, Event{Kind: "hardship_granted", Rule: terms.Rule, Coach: noCoach})
}

// payHardship pays a claimant who loses some pence to a sanction this week, and tells how
// many of them.
func (w *World) payHardship(d *District, i, lost int32) int32 {
	p, terms := w.People, w.Regime.Plan.Hardship
	if !p.Hardship[i] || terms == nil || terms.AfterCompliance && p.SanctionOpen[i] {
		return 0
	}
	paid := int32(int64(lost) * terms.RateTenThousandths / 10_000)
	p.Total.HardshipPence[i] += paid
	d.Books.Hardship += int64(paid)
	if terms.RecoveredTenThousandths > 0 {
		p.HardshipDebt[i] += paid
	}
	return paid
}

// repayHardship keeps back a part of an award that is not sanctioned until what was paid
// is repaid.
func (w *World) repayHardship(d *District, i, due int32) {
	if terms := w.Regime.Plan.Hardship; terms != nil {
		w.reclaim(d, i, int32(int64(due)*terms.RecoveredTenThousandths/10_000))
	}
}

// reclaim takes back hardship payments, up to some pence.
func (w *World) reclaim(d *District, i, most int32) {
	p := w.People
	back := min(most, p.HardshipDebt[i])
	p.HardshipDebt[i] -= back
	p.Total.RecoveredPence[i] += back
	d.Books.Recovered += int64(back)
}
