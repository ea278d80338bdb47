package sim

import (
	"caseload/agents"
	"caseload/sim/rng"
)

// interview lets every booked claimant come or not. A slot that is missed is spent.
func interview(w *World, d *District) {
	p, c := w.People, &w.Coaches
	w.develop(d)
	w.openBank(d)
	w.openFund(d)
	w.attend(d)
	for k := range d.scratch.requests {
		r := &d.scratch.requests[k]
		w.countDue(r)
		if r.coach == noCoach {
			if d.Log.KeepEvents {
				d.Log.keep(w, r.row, Event{Kind: "interview_deferred", Rule: r.rule, Coach: noCoach})
			}
			continue
		}
		i := r.row
		why := w.keeps(d, r)
		if why != agents.NoReason && why != agents.NoAccess && w.waive(d, r) {
			continue
		}
		p.PutOff[i] = 0
		if why != agents.NoReason || !r.comes {
			c.Missed[r.coach]++
			p.Total.InterviewsMissed[i]++
			w.missed(d, r, why)
		} else {
			c.Held[r.coach]++
			p.Total.InterviewsHeld[i]++
			if p.Status[i] == agents.Employed {
				p.Total.HeldInWork[i]++
			}
			w.held(d, r)
		}
	}
	w.closeClaims(d)
}

// attend draws who of those with a booking comes whom nothing keeps from it.
func (w *World) attend(d *District) {
	p, c := w.People, w.Habits
	for k := range d.scratch.requests {
		r := &d.scratch.requests[k]
		if r.coach == noCoach || r.why != agents.NoReason {
			continue
		}
		i := r.row
		misses := c.MissChance(agents.Invited{
			Duty: r.mandatory, Compliance: float64(p.Compliance[i]), Motivation: float64(p.Motivation[i]), Rapport: float64(p.Rapport[i]),
			ExpectedLoss: c.ExpectedLoss(d.LossLately, float64(p.LossLately[i])), Limited: p.HealthLimited[i],
		}) * c.Journeys(w.Regime.Plan.Channels[r.channel].Journey)
		r.comes = w.u(i, rng.Attend) >= misses
	}
}

// putsOff lets a claimant whose interview is due, and who is kept from coming, ask for
// another date before anything is booked. Where she gets one her minutes are free for others.
func (w *World) putsOff(d *District, i int32) bool {
	p, terms := w.People, w.Regime.Plan.Postponing
	if terms == nil || p.PutOff[i] >= terms.Most || w.u(i, rng.AskInTime) >= float64(w.Habits.Attendance.AsksInTime*terms.Granted) {
		return false
	}
	p.NextInterview[i] = w.Week + terms.By
	p.PutOff[i]++
	p.Total.InterviewsPostponed[i]++
	w.Coaches.Postponed[p.Coach[i]]++
	d.Log.event(w, i, Event{Kind: "interview_postponed", Rule: terms.Rule, Coach: p.Coach[i]})
	return true
}

// held is an interview that took place: it is remembered, it agrees the commitment if it
// is the first, and it is the compliance that a sanction waits for.
func (w *World) held(d *District, r *request) {
	p, i := w.People, r.row
	w.act(d, r)
	w.returned(r.row, r.minutes)
	w.adviseMove(d, r)
	w.practise(d, r)
	w.contact(d, r)
	p.FirstDone[i] = true
	if p.PendingDecision[i] != nothingPending {
		for s := range agents.PendingSlots {
			if p.PendingDecision[i][s] != agents.Never && p.PendingMet[i][s] == agents.Never {
				p.PendingMet[i][s] = w.Week
			}
		}
	}
	if p.SanctionOpen[i] {
		w.complied(i)
	}
	w.nextInterview(r)
	w.monitor(d, r)
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "interview_held", Rule: r.rule, Coach: r.coach, Minutes: r.minutes})
	}
}

// act is what the coach does in an interview, in the minutes she has: she brings up programmes,
// submits the claimant to vacancies and sees to barriers where there are any; the rest is remembered as what
// she added to search, how far she checked, and the rapport won by her own coach.
func (w *World) act(d *District, r *request) {
	p, i, at, used := w.People, r.row, d.desk(r.coach), 0.0
	if p.Status[i] == agents.Claimant { // who works is neither referred, submitted nor helped with barriers
		used = w.referral(d, r)
		if r.submissions > 0 {
			used += w.submit(d, r)
		}
		used = min(used+w.help(d, r), float64(r.minutes))
	}
	s, seen := w.spend(r, at, used), float64(p.SeenLately[i])
	helped := float64(at.skill * w.expertise(d, r) * s.helped)
	p.Helped[i] = float32(agents.Remembered(float64(p.Helped[i]), seen, helped))
	w.met(d, i, at.manner, helped)
	p.Checked[i] = float32(agents.Remembered(float64(p.Checked[i]), seen, float64(s.checked*w.Regime.Plan.Channels[r.channel].Checking)))
	if r.coach != r.own {
		w.Coaches.Cover[r.coach]++
	} else {
		p.Rapport[i] = float32(agents.RapportAfter(float64(p.Rapport[i]), s.won))
	}
}

// nextInterview sets the date of the next one by the rule in force.
func (w *World) nextInterview(r *request) {
	next := agents.Never
	if r.every > 0 {
		next = w.Week + w.interval(r)
	}
	w.People.NextInterview[r.row] = next
}

// missed is an interview that did not take place. Whether the claimant comes to the next
// one of her own accord or stays away is her affair and not the coach's: those with the
// least excuse stay away, whatever is done about it. What follows is that of any failure.
// Nobody runs after who misses an interview that is no duty: the next comes by the rule. A
// claimant who stays away loses the claim where the rule says so.
func (w *World) missed(d *District, r *request, why agents.Reason) {
	p, i := w.People, r.row
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "interview_missed", Rule: r.rule, Coach: r.coach, Minutes: r.minutes})
	}
	if !r.mandatory {
		w.nextInterview(r)
		return
	}
	p.NextInterview[i] = w.Week + 1
	if why == agents.NoReason && w.u(i, rng.GoodReason) >= 1-w.Habits.StaysAway(float64(p.Compliance[i])) {
		if r.closes && p.Status[i] == agents.Claimant {
			d.scratch.closing = append(d.scratch.closing, i)
			return
		}
		p.OutOfContact[i] = true
		p.NextInterview[i] = agents.Never
		d.Log.event(w, i, Event{Kind: "contact_lost", Coach: noCoach})
	}
	w.fail(d, i, failure{agents.MissedInterview, why, w.Week, r.coach, 1})
}
