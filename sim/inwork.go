package sim

import (
	"caseload/agents"
	"caseload/policy"
)

// withOffice tells whether a person has to do with an office: a claimant, or somebody in work
// of whom something is required.
func (w *World) withOffice(i int32) bool {
	status := w.People.Status[i]
	return status == agents.Claimant || status == agents.Employed && w.People.Group[i] != policy.NoGroup
}

// listWithOffice lists who has to do with an office, in row order.
func (w *World) listWithOffice(d *District) {
	list, rest := d.WithOffice[:0], d.Claimants
	for _, i := range d.Employed {
		if w.People.Group[i] == policy.NoGroup {
			continue
		}
		k := 0
		for k < len(rest) && rest[k] < i {
			k++
		}
		list, rest = append(append(list, rest[:k]...), i), rest[k:]
	}
	d.WithOffice = append(list, rest...)
}

// some is 1 for a group and 0 for none, without a branch, which the processor could not foresee.
func some(group agents.GroupID) int { return (int(group) + 255) >> 8 }

// concerns tells whether the rules of the regime are about a person: those who have to do
// with an office, and those in work whose pay decides whether they have.
func (w *World) concerns(i int32) bool {
	return w.withOffice(i) || w.People.Status[i] == agents.Employed && w.Regime.Plan.InWork != nil
}

// standing is what usual pay makes of somebody in work, or of who has a partner of the run in
// work.
func (w *World) standing(i int32) policy.Standing {
	p := w.People
	own, partners := int64(0), int64(p.PartnerPay[i])
	if p.Couple[i] != 0 {
		partners = int64(p.PartnerGross[i])
	}
	if p.Status[i] == agents.Employed {
		own = int64(p.GrossPay[i])
	} else if p.PartnerGross[i] == 0 || w.Regime.Plan.InWork == nil {
		return policy.AsOutOfWork
	}
	return w.thresholds.Standing(own, own+partners, p.Partner[i])
}

// groupOf is the conditionality group of somebody of a class: none in work without an award,
// with one for the worst of health, with pay from which nothing is required, her own or with
// her partner's, as the dependant of a partner, or under a regime that requires nothing of
// people in work.
func (w *World) groupOf(i int32, class policy.Class) (agents.GroupID, policy.RuleID) {
	p, plan := w.People, w.Regime.Plan
	if p.Status[i] == agents.Employed && (plan.InWork == nil || p.AwardMonthly[i] == 0 || p.Cycle[i] == policy.NoCycle ||
		p.ElementSince[i] != agents.Never || w.standing(i) == policy.Free) {
		return policy.NoGroup, 0
	}
	if p.Couple[i] != 0 {
		if p.Status[i] != agents.Employed && w.standing(i) == policy.Free {
			return policy.NoGroup, plan.InWork.Rule
		}
		if w.dependant(i) {
			return policy.NoGroup, plan.Couples.Rule
		}
	}
	return w.rules.Group(class)
}

// scheduleOf is how often a person of a class is seen: not at all if her partner's pay, or the
// partner's claim, leaves her in no group.
func (w *World) scheduleOf(i int32, class policy.Class) (*policy.Schedule, policy.RuleID) {
	if w.People.Couple[i] != 0 && w.People.Group[i] == policy.NoGroup {
		return &w.Regime.Plan.Schedules[0], 0
	}
	return w.rules.Interview(class)
}

// inWork looks again at those in work whose pay, award or facts may have changed.
func (w *World) inWork(d *District) {
	p := w.People
	for _, i := range d.Employed {
		if (w.regrade || w.Week >= p.NextFact[i]) && p.Status[i] == agents.Employed {
			w.regroup(d, i)
		}
	}
}

// regroup gives somebody in work the group that the rules have for her now, and a coach where
// they have her seen.
func (w *World) regroup(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	if p.AwardMonthly[i] == 0 && p.Group[i] == policy.NoGroup && p.JobSource[i] != agents.Created {
		p.NextFact[i] = agents.Never // pay that brings her an award sets it again
		return
	}
	w.refreshFacts(i)
	class := plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i])
	group, rule := w.groupOf(i, class)
	schedule, _ := w.rules.Interview(class)
	switch {
	case group == p.Group[i] && (group == policy.NoGroup || (p.Coach[i] != noCoach) == (schedule.Every > 0)):
	case group == policy.NoGroup:
		w.leaveService(d, i)
		d.Log.event(w, i, Event{Kind: "group_move", Detail: plan.Groups[group].Name, Rule: plan.InWork.Rule, Coach: noCoach})
	default:
		w.moveGroup(d, i, class, group, rule)
	}
}

// reenterInWork moves somebody in work, or of whom little is required because of a partner's
// pay, from one regime's rules to another's, which look at her again in the coming week: until
// then she stays in the group of that name, and nobody sees her who has none.
func (w *World) reenterInWork(d *District, i int32, facts policy.Case, posts *restaffing, group string, before date) {
	p, plan := w.People, w.Regime.Plan
	settled := w.Week < p.NextFact[i]
	if p.Group[i] != policy.NoGroup || p.AwardMonthly[i] > 0 {
		p.NextFact[i] = w.Week
	}
	if p.Group[i] == policy.NoGroup {
		return
	}
	p.StaticClass[i] = plan.StaticClass(facts)
	p.Group[i] = plan.GroupNamed(group)
	if plan.InWork == nil || p.Group[i] == policy.NoGroup {
		p.Group[i], p.NextInterview[i] = policy.NoGroup, agents.Never
		w.offCaseload(i, posts.moved == nil)
		w.dropStep(i)
		return
	}
	schedule, _ := w.rules.Interview(plan.ClassAt(p.StaticClass[i], w.Week-1-p.BenefitSince[i]))
	if p.Coach[i] == noCoach {
		return
	}
	w.recoach(d, i, posts)
	if settled && !p.OutOfContact[i] && schedule.Every > 0 && w.date(i, plan, schedule) != before {
		p.NextInterview[i] = min(p.NextInterview[i], w.Week+schedule.Every)
	}
}

// offCaseload takes a person off her coach's caseload; counted tells whether she is on it.
func (w *World) offCaseload(i int32, counted bool) {
	if c := w.People.Coach[i]; c != noCoach {
		if counted {
			w.Coaches.Caseload[c]--
		}
		w.assign(i, noCoach)
	}
}
