package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// claims lets this week's arrivals apply, opens the claims whose time has come, retires
// those who reach pension age, and makes the lists of rows by state for the rest of the
// week. One pass over the rows in order, so every list is in row order.
func claims(w *World, d *District) {
	p := w.People
	w.countEnded(d)
	if w.ratesChanged {
		w.refreshRates(d)
	}
	for d.Next < d.Last && p.EntryWeek[d.Next] <= w.Week {
		w.arrives(d.Next)
		w.apply(d, d.Next, 0)
		d.Next++
	}
	w.couples(d)
	d.Turns, d.Challenged = d.Turns[:0], d.Challenged[:0]
	lists := &d.scratch.lists
	for status := range lists {
		lists[status] = lists[status][:0]
	}
	pensionable := w.Week + agents.Week(exact.FloorInt64(-w.Habits.Exits.RetiresAt*365.25/7))
	for i := d.First; i < d.Next; i++ {
		status := p.Status[i]
		if p.ChallengeDue[i] <= w.Week {
			d.Challenged = append(d.Challenged, i)
		}
		if p.BornWeek[i] <= pensionable && status != agents.Retired {
			w.retire(d, i)
			status = agents.Retired
		}
		if status == agents.Applying && p.ClaimWeek[i] <= w.Week {
			if p.Couple[i] != 0 {
				w.openBefore(d, i, pensionable)
			}
			w.openClaim(d, i)
			status = p.Status[i]
		}
		if (p.HealthTurns[i] <= w.Week || p.HealthDate[i] <= w.Week) && status != agents.Retired {
			d.Turns = append(d.Turns, i)
		}
		lists[status] = append(lists[status], i) // by index: the processor cannot foresee a branch
	}
	d.Claimants, d.Other, d.Employed, d.Inactive = lists[agents.Claimant], lists[agents.OtherBenefit], lists[agents.Employed], lists[agents.Inactive]
	w.listWithOffice(d)
}

// apply makes a person an applicant who applies after some weeks; the claim opens when
// her identity has been checked.
// With her applies a partner who has neither work nor benefit.
func (w *World) apply(d *District, i int32, delay agents.Week) {
	w.applies(d, i, w.Week+delay)
	w.People.ClaimWeek[i] = w.Week + delay + w.Regime.Plan.IdentityCheck + w.handOff(d, i, w.Regime.Plan.HandOffs.Opening, toOpening)
	d.Log.event(w, i, Event{Kind: "claim_made", Coach: noCoach})
	if j, is := w.partner(i); is && w.People.Status[j] == agents.Inactive {
		w.applies(d, j, w.Week+delay)
		w.People.ClaimWeek[j] = w.People.ClaimWeek[i]
		d.Log.event(w, j, Event{Kind: "claim_made", Coach: noCoach})
	}
}

// applies makes a person an applicant from a week on.
func (w *World) applies(d *District, i int32, since agents.Week) {
	if w.People.JobSource[i] != agents.Created {
		w.People.GapBefore[i] = 0
	}
	w.move(d, i, agents.Applying)
	w.People.BenefitSince[i] = since
}

// claimDelay is the time from losing a job to applying: geometric with the given mean.
func (w *World) claimDelay(i int32) agents.Week {
	return geometric(w.u(i, rng.ClaimDelay), w.Habits.Jobs.ClaimDelay)
}

// openClaim makes a claimant of an applicant.
func (w *World) openClaim(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	if exit := p.LastWorkExit[i]; exit != agents.Never && w.Week-exit <= 26 {
		p.Total.Returns26[i]++
		p.LastWorkExit[i] = agents.Never // one return for one exit
	}
	if p.ElementSince[i] != agents.Never {
		// The former award is given back.
		w.move(d, i, agents.OtherBenefit)
		w.linked(i)
		w.refreshAward(i)
		d.Log.event(w, i, Event{Kind: "health_benefit_began", Coach: noCoach})
		w.openPeriods(d, i, p.BenefitSince[i])
		p.LeftWork[i] = agents.Never
		return
	}
	w.move(d, i, agents.Claimant)
	p.SeenLately[i], p.PutOff[i], p.CutOff[i], p.Met[i] = 0, 0, agents.Never, agents.Never
	w.meetBarriers(i)
	w.enterService(d, i)
	w.openPeriods(d, i, p.BenefitSince[i])
	w.leftWork(d, i)
	w.startChecking(i)
	w.dropStep(i)
	p.StepsLately[i] = 0
	if p.JobSource[i] != agents.Created { // after a job of a programme she goes on from there
		p.Offered[i], p.Completed[i] = 0, 0
	}
	p.FirstDone[i] = !plan.HasFirst
	if plan.HasFirst && p.Group[i] != policy.NoGroup && (p.Coach[i] != noCoach || p.Couple[i] == 0) {
		p.NextInterview[i] = w.Week + plan.First.Every + w.handOff(d, i, plan.HandOffs.FirstInterview, toFirstInterview)
	}
	d.Log.event(w, i, Event{Kind: "claim_opened", Coach: p.Coach[i]})
	p.ClaimProfile[i] = p.Profile[i]
	w.tellProfile(d, i)
}

// enterService gives a claimant her group, coach and first date under the plan of her
// arm. It is what a new claim and the fork of the arms have in common.
func (w *World) enterService(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	w.refreshFacts(i)
	class := plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i])
	p.Group[i], _ = w.groupOf(i, class)
	w.assign(i, w.chooseCoach(d, i))
	if plan.Profiling != nil {
		w.profile(i, w.Week)
		class = plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i])
	}
	p.NextInterview[i] = agents.Never
	if schedule, _ := w.scheduleOf(i, class); schedule.Every > 0 {
		p.NextInterview[i] = w.Week + schedule.Every
	} else if p.Couple[i] != 0 {
		w.offCaseload(i, true)
	}
	w.refreshAward(i)
}

// leaveBenefit closes what a claim has open.
func (w *World) leaveBenefit(d *District, i int32) {
	w.closeProfile(d, i)
	w.leaveService(d, i)
	w.abandonHealthClaim(i)
}

// leaveService closes what is between a person and her office: coach, appointments,
// failures, sanction.
func (w *World) leaveService(d *District, i int32) {
	p := w.People
	if c := p.Coach[i]; c >= 0 {
		w.Coaches.Caseload[c]--
		w.assign(i, noCoach)
	}
	p.NextInterview[i] = agents.Never
	p.Group[i] = policy.NoGroup
	p.OutOfContact[i] = false
	p.LinkedTo[i] = 0
	w.dropStep(i)
	p.PendingDecision[i] = nothingPending
	if p.Sanctioned[i] {
		w.endSanction(d, i, panel.ClaimEnded)
	}
	p.Lost[i] = 0
}

// leaveAlone ends a claim in neither work nor benefit.
func (w *World) leaveAlone(d *District, i int32) {
	w.People.Total.ToNothing[i]++
	w.endSpell(d, i, panel.ToNothing)
	w.move(d, i, agents.Inactive)
}

// retire ends everything: a person past pension age does not come back.
func (w *World) retire(d *District, i int32) {
	w.endSpell(d, i, panel.ToRetirement)
	w.move(d, i, agents.Retired)
	d.Log.event(w, i, Event{Kind: "retired", Coach: noCoach})
}
