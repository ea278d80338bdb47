package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// compliance brings people back into contact and decides referrals whose time has come.
func compliance(w *World, d *District) {
	p := w.People
	for _, i := range d.Claimants {
		if p.Status[i] != agents.Claimant {
			continue
		}
		if p.OutOfContact[i] && w.u(i, rng.Comply) < w.Habits.ContactChance(float64(p.Compliance[i])) {
			p.OutOfContact[i] = false
			p.NextInterview[i] = w.Week + 1
			d.Log.event(w, i, Event{Kind: "contact_made", Coach: noCoach})
		}
		for s := range agents.PendingSlots {
			if p.PendingDecision[i][s] <= w.Week {
				w.decide(d, i, s)
			}
		}
	}
}

// decide settles one referral and, where it goes against the claimant, imposes a level.
func (w *World) decide(d *District, i int32, slot int) {
	p, chain := w.People, w.Regime.Plan.Missed
	failure, met := p.PendingFailure[i][slot], p.PendingMet[i][slot]
	p.PendingDecision[i][slot] = agents.Never
	if chain == nil || w.Draws.UItem(uint32(p.ID[i]), int32(w.Week), uint32(slot), rng.Decide) >= chain.Imposed {
		d.Log.event(w, i, Event{Kind: "referral_dismissed", Coach: noCoach})
		return
	}
	level := &chain.Levels[w.level(i, failure)]
	w.impose(d, i, level, failure, met)
}

// level is the rung of the ladder: one for each earlier failure inside the look-back, a
// failure soon after the last one not counting.
func (w *World) level(i int32, failure agents.Week) int {
	chain := w.Regime.Plan.Missed
	rung, last := 0, failure
	for _, earlier := range w.People.Earlier[i] {
		if earlier == agents.Never || int(failure-earlier)*7 > chain.LooksBackDays {
			break
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
func (w *World) impose(d *District, i int32, level *policy.LevelTerms, failure, met agents.Week) {
	p := w.People
	if !p.Sanctioned[i] {
		p.Sanctioned[i] = true
		p.SanctionSince[i] = w.Week
		p.SanctionDays[i], p.SanctionServed[i], p.SanctionTail[i] = 0, 0, 0
	}
	switch {
	case level.UntilCompliance && met == agents.Never && !p.SanctionOpen[i]:
		p.SanctionOpen[i] = true
		p.SanctionFailure[i] = failure
		p.SanctionTail[i] = longer(level.TailDays, p.SanctionDays[i])
		p.SanctionServed[i] = 0
	case level.UntilCompliance && met != agents.Never:
		w.addDays(i, int16(met-failure)*7+level.TailDays)
	default:
		w.addDays(i, level.TailDays)
	}
	copy(p.Earlier[i][1:], p.Earlier[i][:])
	p.Earlier[i][0] = failure
	p.Total.Sanctions[i]++
	d.Log.event(w, i, Event{Kind: "sanction_imposed", Rule: level.Rule, Coach: p.Coach[i]})
}

// addDays puts more days behind those being served.
func (w *World) addDays(i int32, days int16) {
	if w.People.SanctionOpen[i] {
		w.People.SanctionTail[i] = longer(w.People.SanctionTail[i], days)
	} else {
		w.People.SanctionDays[i] = longer(w.People.SanctionDays[i], days)
	}
}

// longer adds days. What is outstanding stays within what a column holds, 44 years.
func longer(days, more int16) int16 { return int16(min(int32(days)+int32(more), 1<<14)) }

// complied closes the open part of a sanction: what is left is the time from the failure
// to now, which was not all served because the decision came later, and the fixed tail.
func (w *World) complied(i int32) {
	p := w.People
	p.SanctionOpen[i] = false
	p.SanctionDays[i] = longer(max(int16(w.Week-p.SanctionFailure[i])*7-p.SanctionServed[i], 0), p.SanctionTail[i])
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
	d.Log.spell(w.sanctionSpell(i, why))
	d.Log.event(w, i, Event{Kind: "sanction_ended", Detail: why.String(), Coach: noCoach})
	p.Sanctioned[i], p.SanctionOpen[i] = false, false
	p.SanctionDays[i], p.SanctionTail[i] = 0, 0
}
