package sim

import (
	"caseload/agents"
	"caseload/sim/rng"
)

// interview lets every booked claimant come or not. A slot that is missed is spent.
func interview(w *World, d *District) {
	p, c := w.People, &w.Coaches
	for k := range d.scratch.requests {
		r := &d.scratch.requests[k]
		if r.coach == noCoach {
			d.Log.event(w, r.row, Event{Kind: "interview_deferred", Rule: r.rule, Coach: noCoach})
			continue
		}
		i := r.row
		c.Due[r.coach]++
		p.Total.InterviewsDue[i]++
		loss := w.Habits.ExpectedLoss(d.LossLately, float64(p.LossLately[i]))
		why := w.keeps(d, r)
		if why != agents.NoReason || w.u(i, rng.Attend) < w.Habits.MissChance(float64(p.Compliance[i]), agents.Condition{Limited: p.HealthLimited[i], Flare: p.Flare[i]}, loss, float64(p.Rapport[i]))*w.Habits.Journeys(w.Regime.Plan.Channels[r.channel].Journey) {
			c.Missed[r.coach]++
			p.Total.InterviewsMissed[i]++
			w.missed(d, r, why)
		} else {
			c.Held[r.coach]++
			p.Total.InterviewsHeld[i]++
			w.held(d, r)
		}
	}
}

// held is an interview that took place: it is remembered, it agrees the commitment if it
// is the first, and it is the compliance that a sanction waits for.
func (w *World) held(d *District, r *request) {
	p, i := w.People, r.row
	w.act(d, r)
	w.contact(d, r)
	p.FirstDone[i] = true
	for s := range agents.PendingSlots {
		if p.PendingDecision[i][s] != agents.Never && p.PendingMet[i][s] == agents.Never {
			p.PendingMet[i][s] = w.Week
		}
	}
	if p.SanctionOpen[i] {
		w.complied(i)
	}
	w.nextInterview(i)
	w.monitor(d, r)
	d.Log.event(w, i, Event{Kind: "interview_held", Rule: r.rule, Coach: r.coach, Minutes: r.minutes})
}

// act is what the coach does in an interview, in the minutes she has: it is remembered as
// what she added to search, how far she checked, and the rapport won by her own coach.
func (w *World) act(d *District, r *request) {
	p, c, i := w.People, w.Habits, r.row
	on, at := w.spend(d, i, r.coach, r.minutes), d.desk(r.coach)
	seen := float64(p.SeenLately[i])
	p.Helped[i] = float32(agents.Remembered(float64(p.Helped[i]), seen, c.Helped(at.skill, on[agents.Planning])))
	p.Checked[i] = float32(agents.Remembered(float64(p.Checked[i]), seen, float64(c.Yield(agents.Check, on[agents.Check])*w.Regime.Plan.Channels[r.channel].Checking)))
	if r.coach == p.Coach[i] {
		p.Rapport[i] = float32(c.RapportAfter(float64(p.Rapport[i]), at.won, on[agents.Encourage]))
	}
}

// nextInterview sets the date of the next one by the rule in force.
func (w *World) nextInterview(i int32) {
	p := w.People
	schedule, _ := w.rules.Interview(w.Regime.Plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i]))
	p.NextInterview[i] = agents.Never
	if schedule.Every > 0 {
		p.NextInterview[i] = w.Week + schedule.Every
	}
}

// missed is an interview that did not take place. Whether the claimant comes to the next
// one of her own accord or stays away is her affair and not the coach's: those with the
// least excuse stay away, whatever is done about it. What follows is that of any failure.
func (w *World) missed(d *District, r *request, why agents.Reason) {
	p, i := w.People, r.row
	p.NextInterview[i] = w.Week + 1
	d.Log.event(w, i, Event{Kind: "interview_missed", Rule: r.rule, Coach: r.coach, Minutes: r.minutes})
	if why == agents.NoReason && w.u(i, rng.GoodReason) >= 1-w.Habits.StaysAway(float64(p.Compliance[i])) {
		p.OutOfContact[i] = true
		p.NextInterview[i] = agents.Never
		d.Log.event(w, i, Event{Kind: "contact_lost", Coach: noCoach})
	}
	if r.mandatory {
		w.fail(d, i, failure{agents.MissedInterview, why, w.Week, r.coach, 1})
	}
}
