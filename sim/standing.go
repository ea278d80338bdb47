package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// mostTries bounds how often a starting state is drawn until it fits.
const mostTries = 64

// standing gives a person of the starting stock the severity and the dates that go with what
// she is: whoever has an award was found to deserve it some time ago, may have recovered
// since, and is to be assessed again; whoever has none and a condition has not asked so far.
func (b *builder) standing(i int32) {
	w, p := b.w, b.w.People
	terms := w.Regime.Plan.Health
	finding := agents.FitForWork
	switch {
	case p.Status[i] == agents.OtherBenefit:
		finding = agents.LimitedForActivity
	case p.LimitedCapability[i]:
		finding = agents.LimitedForWork
	}
	if terms == nil {
		return
	}
	draw := func(item, try uint32) float64 {
		return w.Draws.UItem(uint32(p.ID[i]), traitWeek, item*mostTries+try, rng.StartHealth)
	}
	since := float64(w.Week - p.BenefitSince[i])
	if finding != agents.FitForWork {
		left := agents.Week(exact.FloorInt64(draw(0, 0) * float64(terms.Reassessed)))
		p.HealthDate[i] = w.Week + left
		since = float64(terms.Reassessed - left)
	}
	if !p.HealthLimited[i] {
		return
	}
	hours := w.Regime.Plan.MostHours()
	for try := range uint32(mostTries) {
		severity := agents.SeverityAt(draw(1, try))
		p.Severity[i] = float32(severity)
		seen := severity + float64(terms.Error*exact.NormalQuantile(draw(2, try))) - terms.Strictness
		if finding != agents.FitForWork {
			if w.Habits.Capability(true, seen) == finding {
				break
			}
			continue
		}
		if draw(3, try) < exact.Exp(-float64(since*w.Habits.Asks(severity, false, w.element(w.Week), hours))) {
			break
		}
	}
	if finding != agents.FitForWork && draw(4, 0) >= w.Habits.StillLimited(float64(p.Severity[i]), since) {
		p.HealthLimited[i] = false
	}
}
