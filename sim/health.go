package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// health lets limiting conditions begin, flare and end on the dates drawn for them, which
// do not depend on what a person does or on the regime; and lets claims for reasons of
// health come to their dates.
func health(w *World, d *District) {
	for _, i := range d.Turns {
		if w.People.HealthTurns[i] <= w.Week {
			w.turn(d, i)
		}
	}
	w.settleHealthClaims(d)
}

// turn changes a person's health on its date and draws the date of the next change.
func (w *World) turn(d *District, i int32) {
	p := w.People
	before := agents.Condition{Limited: p.HealthLimited[i], Flare: p.Flare[i]}
	now := w.Habits.Turn(before, float64(p.Severity[i]), policy.AgeYears(w.Week, p.BornWeek[i]), w.u(i, rng.Turn))
	if now.Limited && !before.Limited {
		p.Severity[i] = float32(agents.SeverityAt(w.u(i, rng.Severity)))
	}
	p.HealthLimited[i], p.Flare[i] = now.Limited, now.Flare
	p.HealthTurns[i] = w.nextTurn(i, w.Week, w.u(i, rng.TurnWeek))
	if now.Limited != before.Limited {
		p.NextFact[i] = w.Week
	}
	if now != before {
		d.Log.event(w, i, Event{Kind: turnWord(before, now), Coach: noCoach})
	}
}

// nextTurn is the next week in which a person's health may change.
func (w *World) nextTurn(i int32, now agents.Week, u float64) agents.Week {
	p := w.People
	condition := agents.Condition{Limited: p.HealthLimited[i], Flare: p.Flare[i]}
	return agents.After(now, agents.WeeksTo(w.Habits.TurnHazard(condition, float64(p.Severity[i])), u))
}

// turnWord is the event of a change.
func turnWord(before, now agents.Condition) string {
	switch {
	case now.Limited && !before.Limited:
		return "condition_began"
	case before.Limited && !now.Limited:
		return "condition_ended"
	case now.Flare:
		return "flare_began"
	}
	return "flare_ended"
}
