package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// signing lets those who have to search come to the desk at their times, which run from the
// claim. The signing staff of a district stand in for one another: too many make every
// signing shorter, down to the shortest, and beyond that some declare by post.
func signing(w *World, d *District) {
	terms := w.Regime.Plan.Signing
	if terms == nil {
		return
	}
	due := 0.0
	for _, i := range d.Claimants {
		if w.signs(i, terms) {
			due++
		}
	}
	if due == 0 {
		return
	}
	each := float64(terms.MinutesWeek*w.Scale) * w.part(d) / due
	minutes := int16(exact.FloorInt64(min(max(each, float64(terms.Shortest)), float64(terms.Length))))
	served := each / float64(minutes)
	for _, i := range d.Claimants {
		if w.signs(i, terms) && (served >= 1 || w.u(i, rng.SignDesk) < served) {
			w.sign(d, i, minutes)
		}
	}
	w.closeClaims(d)
}

// signs tells whether it is a claimant's week.
func (w *World) signs(i int32, terms *policy.SigningTerms) bool {
	p := w.People
	weeks := w.Week - p.BenefitSince[i]
	return p.Status[i] == agents.Claimant && weeks > 0 && weeks%terms.Every == 0 && w.Regime.Plan.Groups[p.Group[i]].SearchHours > 0
}

// part is the share of the country's people who are attached to a district.
func (w *World) part(d *District) float64 {
	all := int32(0)
	for k := range w.Districts {
		all += w.Districts[k].Attached
	}
	return float64(d.Attached) / float64(all)
}

// sign is a signing: the claimant comes or not, as to an interview, but to somebody she
// does not know. Evidence of search is looked at; nothing is planned. Who is out of touch
// loses the claim where the rule says so. A signing is not what a sanction waits for. By
// another channel than at the desk it carries less, and whom that does not reach comes to
// what stands in for it.
func (w *World) sign(d *District, i int32, minutes int16) {
	p, c := w.People, w.Habits
	loss := c.ExpectedLoss(d.LossLately, float64(p.LossLately[i]))
	why := w.reason(i)
	r := request{row: i, coach: noCoach, minutes: minutes, rule: w.Regime.Plan.Signing.Rule, channel: w.signsBy(i)}
	if why == agents.NoReason && !w.reaches(i, r.channel) {
		why = agents.NoAccess
	}
	by := &w.Regime.Plan.Channels[r.channel]
	if !p.OutOfContact[i] && why == agents.NoReason &&
		w.u(i, rng.SignAttend) >= float64(c.MissChance(agents.Invited{Duty: true, Compliance: float64(p.Compliance[i]), Motivation: float64(p.Motivation[i]), Rapport: strangersRapport, ExpectedLoss: loss, Limited: p.HealthLimited[i]})*c.Journeys(by.Journey)) {
		p.Total.Signed[i]++
		seen := float64(p.SeenLately[i])
		p.Helped[i] = float32(agents.Remembered(float64(p.Helped[i]), seen, c.Helped(1, 0)))
		p.Checked[i] = float32(agents.Remembered(float64(p.Checked[i]), seen, float64(c.Yield(agents.Check, float64(minutes))*by.Checking)))
		p.SeenLately[i] += by.Prompting
		if w.Regime.Plan.Search != nil {
			w.checkSearch(d, &r)
		}
		w.startChecking(i)
		d.Log.event(w, i, Event{Kind: "signed", Rule: r.rule, Coach: noCoach, Minutes: minutes})
		return
	}
	w.notSigned(d, &r, why)
}

// signsBy is the channel by which a claimant signs.
func (w *World) signsBy(i int32) agents.Channel {
	channel := w.Regime.Plan.Signing.Channel
	if terms := &w.Regime.Plan.Channels[channel]; terms.After != agents.Never && !w.reaches(i, channel) {
		return terms.Instead
	}
	return channel
}

// strangersRapport is the rapport to which the shares of missed interviews refer.
const strangersRapport = 0.5

// notSigned is what follows. Who stays away without a reason is out of touch, and loses the
// claim where the rule says so; for the others it is a failure like a missed interview.
func (w *World) notSigned(d *District, r *request, why agents.Reason) {
	p, i := w.People, r.row
	p.Total.SigningsMissed[i]++
	d.Log.event(w, i, Event{Kind: "signing_missed", Rule: r.rule, Coach: noCoach})
	away := p.OutOfContact[i] || why == agents.NoReason && w.u(i, rng.SignAway) < w.Habits.StaysAway(float64(p.Compliance[i]))
	if away && w.Regime.Plan.Signing.CloseClaim {
		d.scratch.closing = append(d.scratch.closing, i)
		return
	}
	if away {
		p.OutOfContact[i] = true
		p.NextInterview[i] = agents.Never
	}
	w.fail(d, i, failure{agents.MissedInterview, why, w.Week, noCoach, 1})
}

// signingCost is what a district's signing staff cost a year, in pence.
func (w *World) signingCost(d *District) int64 {
	terms := w.Regime.Plan.Signing
	if terms == nil {
		return 0
	}
	return exact.RoundInt64(float64(float64(terms.CostPenceYear)*w.Scale) * w.part(d))
}
