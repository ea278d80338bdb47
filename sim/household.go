package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// household brings birthdays, lets claimants ask for an assessment of their health, and
// moves them and people in work with an award between groups as their facts change.
func household(w *World, d *District) {
	p, plan := w.People, w.Regime.Plan
	// Otherwise nothing can be new but what is asked below.
	all := w.rulesSince == w.Week || w.regrade || plan.Couples.Obliged != policy.Both || plan.Profiling != nil || len(plan.Specialists) > 0
	for _, i := range d.Claimants {
		if p.Status[i] != agents.Claimant { // assessed this week
			continue
		}
		if p.HealthLimited[i] && w.mayAsk(i) {
			w.considerAsking(d, i)
		}
		weeks, due := w.Week-p.BenefitSince[i], w.Week >= p.NextFact[i]
		if due {
			w.refreshFacts(i)
			w.refreshAward(i)
		}
		if due || all || p.Reclassed[i] || int(weeks) < len(w.turning) && w.turning[weeks] {
			w.regroupClaim(d, i, weeks)
		}
	}
	w.admit(d)
	if plan.InWork != nil {
		w.inWork(d)
	}
}

// regroupClaim counts a claim of so many weeks where they count, and moves the claimant to the group
// that the rules have for her now.
func (w *World) regroupClaim(d *District, i int32, weeks agents.Week) {
	p, plan := w.People, w.Regime.Plan
	p.Reclassed[i] = false
	w.countDates(d, i, weeks)
	if len(plan.Specialists) > 0 {
		w.review(d, i, weeks)
	}
	if p.ClaimProfile[i] != agents.NoProfile {
		w.lasted(d, i, weeks)
	}
	if again := plan.Profiling; again != nil && again.Again > 0 && weeks > 0 && weeks%again.Again == 0 {
		w.profileAgain(d, i)
	}
	class := plan.ClassAt(p.StaticClass[i], weeks)
	group, rule := w.groupOf(i, class)
	if group != p.Group[i] {
		w.moveGroup(d, i, class, group, rule)
	}
}

// moveGroup puts a person into another conditionality group, with its appointments. In work
// she has a coach where the rules have her seen.
func (w *World) moveGroup(d *District, i int32, class policy.Class, group agents.GroupID, rule policy.RuleID) {
	p := w.People
	p.Group[i] = group
	if group == policy.NoGroup {
		w.dropSanctions(d, i, panel.RequirementLifted)
	}
	working := p.Status[i] == agents.Employed
	schedule, _ := w.scheduleOf(i, class)
	if schedule.Every == 0 && (working || p.Couple[i] != 0) {
		w.offCaseload(i, true)
	} else if p.Coach[i] == noCoach {
		w.assign(i, w.chooseCoach(d, i))
		if w.Regime.Plan.Profiling != nil && !working {
			w.profile(i, w.Week)
			schedule, _ = w.scheduleOf(i, w.Regime.Plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i]))
		}
	}
	switch {
	case schedule.Every == 0:
		p.NextInterview[i] = agents.Never
	case p.NextInterview[i] == agents.Never && !p.OutOfContact[i]:
		p.NextInterview[i] = w.Week + schedule.Every
	}
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "group_move", Detail: w.Regime.Plan.Groups[group].Name, Rule: rule, Coach: p.Coach[i]})
	}
}

// refreshFacts works out a person's class and what multiplies her search, and when a
// birthday may change either.
func (w *World) refreshFacts(i int32) {
	p, plan := w.People, w.Regime.Plan
	facts := w.facts(i, w.Week)
	w.classify(i, facts)
	carer := facts.YoungestChildYears >= 0 && facts.YoungestChildYears < 3
	p.SearchFixed[i] = float32(w.Habits.Fixed(p, i, facts.AgeYears >= 50, carer))
	next := plan.NextBirthday(w.Week, p.BornWeek[i], p.YoungestBornWeek[i])
	for _, years := range [...]int{18, 21, 23, 25, 50} { // of the minimum wage, the award and search
		next = sooner(next, w.Week, policy.Birthday(p.BornWeek[i], years))
	}
	next = w.nextCareAge(i, next)
	if carer {
		next = sooner(next, w.Week, policy.Birthday(p.YoungestBornWeek[i], 3))
	}
	p.NextFact[i] = next
}

// classify puts a person into the class of her facts.
func (w *World) classify(i int32, facts policy.Case) {
	if class := w.Regime.Plan.StaticClass(facts); class != w.People.StaticClass[i] {
		w.People.StaticClass[i], w.People.Reclassed[i] = class, true
	}
}

// facts is what a rule may read about a person in a week, but for her duration.
func (w *World) facts(i int32, week agents.Week) policy.Case {
	p := w.People
	c := policy.Case{
		AgeYears: policy.AgeYears(week, p.BornWeek[i]), YoungestChildYears: -1, Partner: p.Partner[i],
		HealthLimited: p.HealthLimited[i], LimitedCapability: p.LimitedCapability[i], AwaitsAssessment: p.HealthClaim[i] == agents.AwaitsAssessment, InWork: w.standing(i) != policy.AsOutOfWork, Profile: p.Profile[i],
	}
	if p.YoungestBornWeek[i] != agents.Never {
		c.YoungestChildYears = max(policy.AgeYears(week, p.YoungestBornWeek[i]), 0)
	}
	return c
}

// sooner is the earlier of two weeks, the second counting only if it is still to come.
func sooner(next, now, candidate agents.Week) agents.Week {
	if candidate > now && candidate < next {
		return candidate
	}
	return next
}

// turning are the durations of a claim, in weeks, at which it may come into another class or to a
// date that counts.
func turning(plan *policy.Plan) (turns []bool) {
	counts := func(weeks agents.Week) bool {
		return slices.Contains(offFlowAfter[:], weeks) || slices.ContainsFunc(plan.Indicators, func(t policy.IndicatorTerms) bool { return t.After == weeks })
	}
	for weeks := range agents.Week(max(len(cohorts{}), plan.LastCut()+1)) {
		turns = append(turns, counts(weeks) || plan.ClassAt(0, weeks) != plan.ClassAt(0, weeks-1))
	}
	return turns
}
