package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// tryWork lets somebody with a health-related award take a job, outside flares and when no
// assessment is due. What she fears to lose by it weighs against what the job would bring.
func (w *World) tryWork(d *District, i int32, feared *fears) {
	p, terms := w.People, w.Regime.Plan.Health
	if p.Status[i] != agents.OtherBenefit || p.Flare[i] || p.HealthClaim[i] != agents.NoHealthClaim {
		return
	}
	loss := feared.before
	if w.Day(p.ElementSince[i]) >= policy.ElementReform {
		loss = feared.since
	}
	if !w.Habits.TriesWork(w.u(i, rng.Return), float64(p.OwnEffort[i]), loss) {
		return
	}
	d.scratch.movers = append(d.scratch.movers, mover{row: i, out: true})
	d.Books.Health.WorkTried++
	if terms == nil {
		return
	}
	p.HealthClaim[i], p.HealthDate[i] = agents.TriesWork, w.Week+terms.Linking
	if w.u(i, rng.WorkReassessment) < terms.WorkReassessed {
		p.HealthClaim[i], p.HealthDate[i] = agents.AwaitsAssessment, w.Week+terms.Wait
	}
	d.Log.event(w, i, Event{Kind: "work_tried", Rule: terms.Rule, Coach: noCoach})
}

// fears are what trying work is thought to cost, in £10 a week, to those whose limited
// capability began before the reform of its element or since.
type fears struct{ before, since float64 }

// fears works them out for a week.
func (w *World) fears() (f fears) {
	if terms := w.Regime.Plan.Health; terms != nil {
		of := func(monthly int64) float64 {
			return w.Habits.FearedLoss(agents.Pence(policy.WeeklyFromMonthly(monthly)), terms.Linking, terms.WorkReassessed)
		}
		f.before, f.since = of(w.rates.LimitedCapability), of(w.rates.LimitedCapabilityNew)
	}
	return f
}

// linked is the return to a former award: it is assessed again in its time.
func (w *World) linked(i int32) {
	p, terms := w.People, w.Regime.Plan.Health
	if p.HealthClaim[i] == agents.TriesWork && terms != nil {
		p.HealthClaim[i], p.HealthDate[i] = agents.NoHealthClaim, w.Week+terms.Reassessed
	}
}
