package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// agree settles a step and its date at an interview.
func (w *World) agree(d *District, r *request) {
	p, i, terms := w.People, r.row, &w.Regime.Plan.Commitment
	share := terms.Later
	if r.first {
		share = terms.First
	}
	if w.u(i, rng.Agree) >= share {
		return
	}
	p.StepKind[i] = terms.Kind(w.u(i, rng.StepKind))
	kind := &terms.Kinds[p.StepKind[i]]
	p.Step[i], p.StepDue[i] = agents.StepAhead, w.Week+kind.Within
	p.Total.StepsAgreed[i]++
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "step_agreed", Detail: kind.Name, Rule: kind.Rule, Coach: r.coach})
	}
}

// takeStep is the date of an agreed step: it is taken or not. A step that was taken makes
// search easier for a while.
func (w *World) takeStep(d *District, i int32) {
	p := w.People
	p.Step[i], p.StepDue[i] = agents.StepLapsed, agents.Never
	if w.u(i, rng.TakeStep) >= w.Habits.TakesStep(float64(p.Compliance[i])) {
		return
	}
	p.Step[i] = agents.StepTaken
	p.StepsLately[i]++
	p.Total.StepsTaken[i]++
	w.emboldened(i, w.Habits.Wellbeing.Efficacy.Step)
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "step_taken", Detail: w.Regime.Plan.StepName(p.StepKind[i]), Coach: noCoach})
	}
}

// checkStep looks at the agreed step in an interview after its date; whatever is found, it is
// then behind her.
func (w *World) checkStep(d *District, r *request) {
	p, i, plan := w.People, r.row, w.Regime.Plan
	if plan.Steps != nil && p.Step[i] == agents.StepLapsed {
		noticed := policy.Noticed(plan.Steps.LookedAt*plan.Channels[r.channel].Checking, plan.Steps.HalfMinutes, r.minutes)
		w.fail(d, i, failure{agents.StepNotTaken, w.reason(i), w.Week, r.coach, noticed})
	}
	p.Step[i] = agents.NoStep
}

// dropStep leaves nothing agreed: a claim begins or ends, or requirements are put off.
func (w *World) dropStep(i int32) {
	w.People.Step[i], w.People.StepDue[i] = agents.NoStep, agents.Never
}
