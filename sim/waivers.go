package sim

import (
	"caseload/agents"
	"caseload/sim/rng"
)

// waive lets somebody who cannot come to an interview ask beforehand that what is required
// of her be put off, and tells whether it was. Where nobody knows who decides, nobody does,
// and what she does not do is a failure like any other.
func (w *World) waive(d *District, r *request) bool {
	p, i, terms := w.People, r.row, w.Regime.Plan.Waivers
	if terms == nil || !r.mandatory || w.u(i, rng.Waive) >= terms.Asked {
		return false
	}
	before := p.Waived[i][1]
	answer := "waiver_refused"
	detail := "decided"
	switch {
	case w.item(i, w.Week, 1, rng.Waive) < terms.Confusion:
		detail = "nobody_decided"
	case before != agents.Never && w.Week-before < terms.TwoWithin:
		detail = "two_before"
	case w.item(i, w.Week, 2, rng.Waive) < terms.Granted:
		answer, detail = "waiver_granted", ""
	}
	d.Log.event(w, i, Event{Kind: answer, Detail: detail, Rule: terms.Rule, Coach: r.coach})
	if detail != "" {
		p.Total.WaiversRefused[i]++
		return false
	}
	p.Total.WaiversGranted[i]++
	p.Waived[i] = [2]agents.Week{w.Week, p.Waived[i][0]}
	p.WaivedUntil[i] = w.Week + terms.Lasts
	p.NextInterview[i] = p.WaivedUntil[i]
	p.CheckedAt[i] = p.WaivedUntil[i]
	w.dropStep(i)
	return true
}
