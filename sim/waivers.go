package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// waive lets somebody who cannot come to an interview ask beforehand that what is required
// of her be put off, and tells whether it was. Where nobody knows who decides, nobody does,
// and what she does not do is a failure like any other.
func (w *World) waive(d *District, r *request) bool {
	i, terms := r.row, w.Regime.Plan.Waivers
	if terms == nil || !r.mandatory || w.u(i, rng.Waive) >= terms.Asked {
		return false
	}
	return w.answerWaiver(d, i, r.coach, terms.Rule, w.refuses(i, terms, rng.Waive))
}

// refuses is why the rules on waivers refuse somebody; empty where they grant it.
func (w *World) refuses(i int32, terms *policy.WaiverTerms, purpose rng.Purpose) string {
	before := w.People.Waived[i][1]
	switch {
	case w.item(i, w.Week, 1, purpose) < terms.Confusion:
		return "nobody_decided"
	case before != agents.Never && w.Week-before < terms.TwoWithin:
		return "two_before"
	case w.item(i, w.Week, 2, purpose) >= terms.Granted:
		return "decided"
	}
	return ""
}

// answerWaiver puts what is required off, or says why not, and tells which.
func (w *World) answerWaiver(d *District, i, coach int32, rule policy.RuleID, refused string) bool {
	p := w.People
	if refused != "" {
		d.Log.event(w, i, Event{Kind: "waiver_refused", Detail: refused, Rule: rule, Coach: coach})
		p.Total.WaiversRefused[i]++
		return false
	}
	d.Log.event(w, i, Event{Kind: "waiver_granted", Rule: rule, Coach: coach})
	p.Total.WaiversGranted[i]++
	p.Waived[i] = [2]agents.Week{w.Week, p.Waived[i][0]}
	p.WaivedUntil[i] = w.Week + w.Regime.Plan.Waivers.Lasts
	if p.NextInterview[i] != agents.Never {
		p.NextInterview[i] = max(p.NextInterview[i], p.WaivedUntil[i])
	}
	p.CheckedAt[i] = p.WaivedUntil[i]
	w.dropStep(i)
	return true
}

// waivedByProvider lets a participant who is kept from coming to a contact that is a duty ask
// beforehand to be left alone, and tells whether she is. As far as they know the rules, staff
// go by them or pass the request on to the office that does. Otherwise an office hears of nothing;
// and a provider that decides lets those be who would cost it more than they are worth to it.
func (w *World) waivedByProvider(d *District, a service) bool {
	i, k, t := a.row, a.provider, w.contract(a.provider)
	terms, g := w.Regime.Plan.Waivers, t.Guidance
	if g.Waivers == policy.Nobody || terms == nil || !w.sent(i) || w.reason(i) == agents.NoReason || w.u(i, rng.ProviderWaive) >= terms.Asked {
		return false
	}
	refused := ""
	switch {
	case w.item(i, w.Week, 3, rng.ProviderWaive) < g.Known:
		byOffice := *terms
		if g.Waivers == policy.ByProvider {
			byOffice.Confusion = 0
		}
		refused = w.refuses(i, &byOffice, rng.ProviderWaive)
	case g.Waivers == policy.ByJobcentre:
		refused = "nobody_decided"
	case a.index >= w.Regime.Plan.Providers[k].ContactPence():
		refused = "worth_its_while"
	}
	granted := w.answerWaiver(d, i, noCoach, t.Rule, refused)
	v := &d.Providers[k].Count
	v.WaiversGranted += int32(btoi(granted))
	v.WaiversRefused += int32(btoi(!granted))
	return granted
}

// leftAlone tells whether what is asked of a participant, to whom coming to contacts is a
// duty, is put off.
func (w *World) leftAlone(i int32) bool {
	p := w.People
	return w.Week < p.WaivedUntil[i] && p.Group[i] != policy.NoGroup && p.ProgrammeStage[i] == agents.TakesPart && w.Regime.Plan.Programmes[p.Programme[i]-1].Mandatory
}
