package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// An examination is somebody whose assessment is due.
type examination struct {
	since agents.Week // first week in which it could be held
	tie   uint64
	row   int32
}

// HealthBooks counts what became of claims for reasons of health since week 0.
type HealthBooks struct {
	Asked        int64 // claims made, with evidence
	Assessed     int64 // assessments, reassessments among them
	WaitWeeks    int64 // of those assessed, beyond the shortest wait
	TooLow       int64 // findings below what the condition truly is
	TooHigh      int64 // findings above it
	Reconsidered int64
	Changed      int64 // refusals changed at the second look
	WorkTried    int64 // jobs started with an award
	Lapsed       int64 // awards lost to work: not given back, or reassessed because of it
}

// settleHealthClaims brings claims to their dates. Assessments are scarce: who has waited
// longest is assessed first, ties by keyed draw.
func (w *World) settleHealthClaims(d *District) {
	p := w.People
	queue := d.scratch.examinations[:0]
	for _, i := range d.Turns {
		if p.HealthDate[i] > w.Week {
			continue
		}
		if w.healthDate(d, i); p.HealthClaim[i] == agents.AwaitsAssessment {
			queue = append(queue, examination{p.HealthDate[i], w.Draws.Bits(uint32(p.ID[i]), int32(p.HealthDate[i]), 0, rng.AssessmentTie), i})
		}
	}
	d.scratch.examinations = queue
	if len(queue) == 0 {
		return
	}
	slices.SortFunc(queue, longestWaiting)
	for _, e := range queue[:min(len(queue), w.assessments(d))] {
		w.examine(d, e.row)
	}
}

// longestWaiting orders a queue.
func longestWaiting(a, b examination) int {
	if a.since != b.since {
		return cmp.Compare(a.since, b.since)
	}
	return cmp.Compare(a.tie, b.tie)
}

// assessments is how many a district can hold this week: its share of the country's, the
// parts of one carried over the weeks.
func (w *World) assessments(d *District) int {
	rate := w.Regime.Plan.Health.AssessmentsWeek * w.Scale * (float64(d.Attached) / float64(w.made.Persons))
	week := float64(w.Week + w.made.BurnIn)
	return int(exact.FloorInt64(float64(rate*(week+1))) - exact.FloorInt64(float64(rate*week)))
}

// healthDate is what happens on the date of a health claim. An assessment is left to the queue.
func (w *World) healthDate(d *District, i int32) {
	p := w.People
	if w.Regime.Plan.Health == nil {
		// Nobody is assessed: claims come to nothing, and who has an award keeps it.
		p.HealthClaim[i], p.HealthDate[i] = agents.NoHealthClaim, agents.Never
		p.NextFact[i] = w.Week
		return
	}
	switch p.HealthClaim[i] {
	case agents.AwaitsReconsideration:
		w.reconsider(d, i)
	case agents.TriesWork:
		w.lapse(i)
		d.Books.Health.Lapsed++
		d.Log.event(w, i, Event{Kind: "award_lapsed", Rule: w.Regime.Plan.Health.Rule, Coach: noCoach})
	case agents.NoHealthClaim:
		switch status := p.Status[i]; {
		case !p.LimitedCapability[i] && p.ElementSince[i] == agents.Never:
			p.HealthDate[i] = agents.Never // may ask again
		case status == agents.Claimant || status == agents.OtherBenefit:
			p.HealthClaim[i] = agents.AwaitsAssessment
		default:
			w.lapse(i)
		}
	}
}

// mayAsk tells whether a claimant can ask for an assessment.
func (w *World) mayAsk(i int32) bool {
	p := w.People
	return p.HealthClaim[i] == agents.NoHealthClaim && p.HealthDate[i] == agents.Never && !p.LimitedCapability[i] && w.Regime.Plan.Health != nil
}

// considerAsking lets a claimant with a condition ask for an assessment, with evidence.
func (w *World) considerAsking(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	u := w.u(i, rng.LeaveToOther)
	if u >= w.Habits.ConsidersAsking(p.Flare[i]) {
		return
	}
	hours := float64(plan.Groups[p.Group[i]].SearchHours)
	if u >= w.Habits.Asks(float64(p.Severity[i]), p.Flare[i], w.element(w.Week), hours) {
		return
	}
	w.askAssessment(d, i)
}

// askAssessment gives in the evidence.
func (w *World) askAssessment(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	p.HealthClaim[i], p.HealthDate[i] = agents.AwaitsAssessment, w.Week+plan.Health.Wait
	d.Books.Health.Asked++
	p.NextFact[i] = w.Week
	d.Log.event(w, i, Event{Kind: "health_claim", Rule: plan.Health.Rule, Coach: p.Coach[i]})
}

// element is what limited capability that began in a week brings, in pence a week.
func (w *World) element(since agents.Week) agents.Pence {
	monthly := w.rates.LimitedCapability
	if w.Day(since) >= policy.ElementReform {
		monthly = w.rates.LimitedCapabilityNew
	}
	return agents.Pence(policy.WeeklyFromMonthly(monthly))
}

// examine decides on a claim from what the assessor sees.
func (w *World) examine(d *District, i int32) {
	p, terms, books := w.People, w.Regime.Plan.Health, &d.Books.Health
	truth := w.Habits.Capability(p.HealthLimited[i], float64(p.Severity[i]))
	found := w.found(i, terms.Error, rng.Assessment)
	books.Assessed++
	books.WaitWeeks += int64(w.Week - p.HealthDate[i])
	switch {
	case found < truth:
		books.TooLow++
	case found > truth:
		books.TooHigh++
	}
	w.conclude(d, i, found, "found_", terms.Rule)
	if found == agents.FitForWork && terms.Reconsiders && p.Status[i] != agents.Employed && w.u(i, rng.AskReconsideration) < w.Habits.Claims.Reconsiders {
		p.HealthClaim[i], p.HealthDate[i] = agents.AwaitsReconsideration, w.Week+terms.Reconsideration
	}
}

// found is what is seen of a condition: its severity with an error, less what is asked for
// beyond the law. Where there is no condition nothing is seen.
func (w *World) found(i int32, deviation float64, purpose rng.Purpose) agents.Capability {
	p := w.People
	seen := float64(p.Severity[i]) + float64(deviation*exact.NormalQuantile(w.u(i, purpose))) - w.Regime.Plan.Health.Strictness
	return w.Habits.Capability(p.HealthLimited[i], seen)
}

// reconsider looks at a refusal again.
func (w *World) reconsider(d *District, i int32) {
	terms := w.Regime.Plan.Health
	found := w.found(i, terms.ReconsiderationError, rng.Reconsideration)
	d.Books.Health.Reconsidered++
	if found > agents.FitForWork {
		d.Books.Health.Changed++
	}
	w.conclude(d, i, found, "reconsidered_", terms.ReconsiderationRule)
}

// conclude gives a person the standing that was found, and moves her where that has changed.
func (w *World) conclude(d *District, i int32, found agents.Capability, how string, rule policy.RuleID) {
	p, terms := w.People, w.Regime.Plan.Health
	d.Log.event(w, i, Event{Kind: how + findingWords[found], Rule: rule, Coach: p.Coach[i]})
	p.LimitedCapability[i] = found >= agents.LimitedForWork
	switch {
	case found < agents.LimitedForActivity:
		p.ElementSince[i] = agents.Never
	case p.ElementSince[i] == agents.Never:
		p.ElementSince[i] = w.Week
	}
	p.HealthClaim[i], p.HealthDate[i] = agents.NoHealthClaim, w.Week+terms.Reassessed
	if found == agents.FitForWork {
		p.HealthDate[i] = w.Week + terms.AskAgain
	}
	switch p.Status[i] {
	case agents.Claimant:
		w.refreshFacts(i)
		if found == agents.LimitedForActivity {
			w.leaveForHealth(d, i)
			return
		}
		w.refreshAward(i)
	case agents.OtherBenefit:
		if found < agents.LimitedForActivity {
			w.endSpell(d, i, panel.ToClaim)
			w.apply(d, i, 0)
		}
	case agents.Employed:
		p.NextFact[i] = w.Week
		if found == agents.LimitedForActivity {
			p.HealthClaim[i], p.HealthDate[i] = agents.TriesWork, w.Week+terms.Linking
			return
		}
		d.Books.Health.Lapsed++
		w.refreshAward(i)
	}
}

// findingWords are the findings as events have them.
var findingWords = [...]string{"fit_for_work", "limited_capability", "no_requirement"}

// leaveForHealth moves a claimant to a benefit without requirements.
func (w *World) leaveForHealth(d *District, i int32) {
	p := w.People
	p.Total.ToOtherBenefit[i]++
	w.endSpell(d, i, panel.ToOtherBenefit)
	w.move(d, i, agents.OtherBenefit)
	p.BenefitSince[i] = w.Week
	w.refreshAward(i)
	d.Log.event(w, i, Event{Kind: "health_benefit_began", Coach: noCoach})
}

// abandonHealthClaim drops what has not been decided when a claim ends, and an award that
// was to be assessed again.
func (w *World) abandonHealthClaim(i int32) {
	p := w.People
	if claim := p.HealthClaim[i]; claim == agents.AwaitsAssessment || claim == agents.AwaitsReconsideration {
		w.lapse(i)
	}
}

// lapse ends every standing for reasons of health.
func (w *World) lapse(i int32) {
	p := w.People
	p.HealthClaim[i], p.HealthDate[i] = agents.NoHealthClaim, agents.Never
	p.LimitedCapability[i], p.ElementSince[i] = false, agents.Never
	if p.Status[i] == agents.Employed {
		p.NextFact[i] = w.Week
		w.refreshAward(i)
	}
}

func (h *HealthBooks) add(other *HealthBooks) {
	h.Asked += other.Asked
	h.Assessed += other.Assessed
	h.WaitWeeks += other.WaitWeeks
	h.TooLow += other.TooLow
	h.TooHigh += other.TooHigh
	h.Reconsidered += other.Reconsidered
	h.Changed += other.Changed
	h.WorkTried += other.WorkTried
	h.Lapsed += other.Lapsed
}
