package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// The hand-offs of a split service.
const (
	toOpening uint32 = iota
	toFirstInterview
)

// handOff is how long a case takes from one office to another, and whether it is lost
// between them until the person comes back. One office for everything takes no time.
func (w *World) handOff(d *District, i int32, h *policy.HandOffTerms, which uint32) agents.Week {
	if h == nil {
		return 0
	}
	p := w.People
	detail := [...]string{"opening", "first_interview"}[which]
	p.Total.HandOffs[i]++
	d.Log.event(w, i, Event{Kind: "handed_off", Detail: detail, Rule: h.Rule, Coach: noCoach})
	delay := geometric(w.item(i, w.Week, which, rng.HandOff), h.Delay)
	if w.item(i, w.Week, which, rng.LostBetween) < h.Lost {
		p.Total.LostBetween[i]++
		d.Log.event(w, i, Event{Kind: "lost_between_offices", Detail: detail, Rule: h.Rule, Coach: noCoach})
		delay += geometric(w.item(i, w.Week, which, rng.FoundAgain), h.Found)
	}
	return delay
}

// geometric is a number of weeks with the given mean, at a uniform draw; a year at most.
func geometric(u, mean float64) agents.Week {
	if mean <= 0 {
		return 0
	}
	weeks := exact.Log1p(-u) / exact.Log(mean/(1+mean))
	return agents.Week(min(exact.FloorInt64(weeks), 52))
}
