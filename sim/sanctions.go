package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// decide settles one referral and, where it goes against the claimant, imposes a level.
// What a regime no longer sanctions is let fall.
func (w *World) decide(d *District, i int32, slot int) {
	p := w.People
	kind, why := p.PendingKind[i][slot], p.PendingReason[i][slot]
	failure, met := p.PendingFailure[i][slot], p.PendingMet[i][slot]
	p.PendingDecision[i][slot] = agents.Never
	chain := w.Regime.Plan.Chain(kind)
	if chain == nil {
		return
	}
	imposed := chain.Imposed
	if w.shownByNow(i, failure, kind, why) {
		imposed = chain.ShownImposed
	}
	if w.item(i, w.Week, uint32(slot), rng.Decide) >= imposed {
		d.Log.event(w, i, Event{Kind: "sanction_not_imposed", Detail: kind.String(), Rule: chain.Rule, Coach: noCoach})
		return
	}
	level := chain.Levels[w.rung(i, chain, failure)]
	if kind == agents.LeftWork {
		// The days between losing the job and applying count as served.
		if level.TailDays -= min(level.TailDays, int16((p.BenefitSince[i]-failure)*7)); level.TailDays == 0 && !level.UntilCompliance {
			return
		}
	}
	w.impose(d, i, kind, &level, failure, met)
	if why == agents.Ill {
		p.Total.SanctionsIll[i]++
	}
	w.challenge(d, i, failure, why)
	w.askHardship(d, i)
}

// shownByNow tells whether evidence of a good reason was shown to the coach or, later, to
// the decision maker.
func (w *World) shownByNow(i int32, failure agents.Week, kind agents.Failure, why agents.Reason) bool {
	return why != agents.NoReason && (w.shownOnTheSpot(i, failure, kind, why) ||
		w.item(i, failure, uint32(kind), rng.ShownLater) < w.Habits.Reasons.ShownLater)
}

// rung is the place on a ladder: one up for each earlier failure of the level inside the
// look-back, a failure soon after the last one not counting.
func (w *World) rung(i int32, chain *policy.ChainTerms, failure agents.Week) int {
	p, rung, last := w.People, 0, failure
	for k, earlier := range p.Earlier[i] {
		if earlier == agents.Never || int(failure-earlier)*7 > chain.LooksBackDays {
			break
		}
		if of := w.Regime.Plan.Chain(p.EarlierKind[i][k]); of == nil || of.Level != chain.Level {
			continue
		}
		if int(last-earlier)*7 > chain.ForgivesDays {
			rung++
		}
		last = earlier
	}
	return min(rung, len(chain.Levels)-1)
}

// impose starts a sanction, or lengthens the one being served. The time until compliance
// runs from the failure, not from the decision.
func (w *World) impose(d *District, i int32, kind agents.Failure, level *policy.LevelTerms, failure, met agents.Week) {
	p := w.People
	if !p.Sanctioned[i] {
		p.Sanctioned[i] = true
		p.SanctionSince[i], p.SanctionKind[i] = w.Week, kind
		p.SanctionDays[i], p.SanctionServed[i], p.SanctionTail[i] = 0, 0, 0
	}
	switch {
	case level.UntilCompliance && met == agents.Never && !p.SanctionOpen[i]:
		p.SanctionOpen[i] = true
		p.SanctionFailure[i] = failure
		p.SanctionTail[i] = w.longer(level.TailDays, p.SanctionDays[i])
		p.SanctionServed[i] = 0
	case level.UntilCompliance && met != agents.Never:
		w.addDays(i, int16(met-failure)*7+level.TailDays)
	default:
		w.addDays(i, level.TailDays)
	}
	copy(p.Earlier[i][1:], p.Earlier[i][:])
	copy(p.EarlierKind[i][1:], p.EarlierKind[i][:])
	p.Earlier[i][0], p.EarlierKind[i][0] = failure, kind
	p.Total.Sanctions[i]++
	if p.Status[i] == agents.Employed {
		p.Total.SanctionsInWork[i]++
	}
	if coach := p.Coach[i]; coach != noCoach {
		w.Coaches.Sanctions[coach]++
	}
	w.setback(d, i, w.Habits.Wellbeing.Shocks.Sanction)
	d.Log.event(w, i, Event{Kind: "sanction_imposed", Detail: kind.String(), Rule: level.Rule, Coach: p.Coach[i]})
}

// addDays puts more days behind those being served.
func (w *World) addDays(i int32, days int16) {
	if w.People.SanctionOpen[i] {
		w.People.SanctionTail[i] = w.longer(w.People.SanctionTail[i], days)
	} else {
		w.People.SanctionDays[i] = w.longer(w.People.SanctionDays[i], days)
	}
}

// longer adds days. What is outstanding stays within what the regime lets be.
func (w *World) longer(days, more int16) int16 {
	return int16(min(int32(days)+int32(more), int32(w.Regime.Plan.LongestDays)))
}

// complied closes the open part of a sanction: what is left is the time from the failure
// to now, which was not all served because the decision came later, and the fixed tail.
func (w *World) complied(i int32) {
	p := w.People
	p.SanctionOpen[i] = false
	p.SanctionDays[i] = w.longer(max(int16(w.Week-p.SanctionFailure[i])*7-p.SanctionServed[i], 0), p.SanctionTail[i])
}

// serve takes this week's days off a sanction and tells how many they are.
func (w *World) serve(i int32) int {
	p := w.People
	if p.SanctionOpen[i] {
		p.SanctionServed[i] += 7
		return 7
	}
	days := min(p.SanctionDays[i], 7)
	p.SanctionDays[i] -= days
	return int(days)
}

// endSanction closes a sanction spell.
func (w *World) endSanction(d *District, i int32, why panel.EndReason) {
	p := w.People
	if d.Log.KeepSpells {
		d.Log.spell(w.sanctionSpell(i, why))
	}
	d.Log.event(w, i, Event{Kind: "sanction_ended", Detail: why.String(), Coach: noCoach})
	p.Sanctioned[i], p.SanctionOpen[i], p.Hardship[i] = false, false, false
	p.SanctionDays[i], p.SanctionTail[i] = 0, 0
}

// dropSanctions ends what the regime does not sanction, or everything where nothing is
// required of a claimant any more.
func (w *World) dropSanctions(d *District, i int32, why panel.EndReason) {
	p, plan := w.People, w.Regime.Plan
	free := p.Group[i] == policy.NoGroup
	if free {
		p.OutOfContact[i] = false // there is nobody to get in touch with
	}
	for s := range agents.PendingSlots {
		if free || plan.Chain(p.PendingKind[i][s]) == nil {
			p.PendingDecision[i][s] = agents.Never
		}
	}
	if p.Sanctioned[i] && (free || plan.Chain(p.SanctionKind[i]) == nil) {
		w.endSanction(d, i, why)
		p.Lost[i] = 0
	}
}

// response is how much of a response to sanctions a person's barriers leave her.
func (w *World) response(i int32) float64 {
	p := w.People
	barriers := p.Barriers[i].Without(agents.NoChildCare).Len() // the care of a child is one in itself
	for _, barrier := range [...]bool{p.HealthLimited[i], p.LimitedCapability[i], p.YoungestBornWeek[i] != agents.Never, p.Education[i] == agents.NoQualification} {
		if barrier {
			barriers++
		}
	}
	return w.Habits.Response(barriers)
}

// pressed is the share that a sanction, or waiting for one to be decided, takes off the
// reservation wage. A failure of this week does not press yet: an offer refused does not
// change what is made of the next.
func (w *World) pressed(i int32) float64 {
	pressed := w.People.Sanctioned[i]
	if !pressed && w.People.PendingDecision[i] == nothingPending {
		return 0
	}
	for slot, decision := range w.People.PendingDecision[i] {
		pressed = pressed || decision != agents.Never && w.People.PendingFailure[i][slot] < w.Week
	}
	if !pressed {
		return 0
	}
	return w.Habits.Threat.Reservation * w.response(i)
}
