package sim

import (
	"caseload/agents"
	"caseload/sim/rng"
)

// nothingPending is the decisions of who waits for none.
var nothingPending = [agents.PendingSlots]agents.Week{agents.Never, agents.Never, agents.Never, agents.Never}

// getInTouch lets somebody who is out of contact come back.
func (w *World) getInTouch(d *District, i int32) {
	p, u := w.People, w.u(i, rng.Comply)
	if u >= w.Habits.ContactAtMost() || u >= w.Habits.ContactChance(float64(p.Compliance[i])) {
		return
	}
	p.OutOfContact[i] = false
	p.NextInterview[i] = w.Week + 1
	d.Log.event(w, i, Event{Kind: "contact_made", Coach: noCoach})
}

// compliance brings people back into contact, decides referrals whose time has come and
// answers challenges, also those of people who have left benefit.
func compliance(w *World, d *District) {
	p := w.People
	for _, i := range d.Challenged {
		w.answer(d, i)
	}
	for _, i := range d.WithOffice {
		if !p.OutOfContact[i] && p.StepDue[i] > w.Week && p.PendingDecision[i] == nothingPending || !w.withOffice(i) {
			continue // nothing is open, or nobody asks any more
		}
		if p.OutOfContact[i] {
			w.getInTouch(d, i)
			if p.OutOfContact[i] && w.closesEarly(i) {
				w.closeEarly(d, i)
				continue
			}
		}
		if p.StepDue[i] <= w.Week {
			w.takeStep(d, i)
		}
		if p.PendingDecision[i] == nothingPending {
			continue
		}
		for s := range agents.PendingSlots {
			if p.PendingDecision[i][s] <= w.Week {
				w.decide(d, i, s)
			}
		}
	}
	w.closeClaims(d)
}
