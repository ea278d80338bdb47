package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// reason is what keeps a person this week from doing what is asked of her.
func (w *World) reason(i int32) agents.Reason {
	p := w.People
	return w.Habits.Prevents(w.u(i, rng.Prevented), p.Flare[i], p.YoungestBornWeek[i] != agents.Never)
}

// failure is something that was asked of a person and not done.
type failure struct {
	kind    agents.Failure
	why     agents.Reason
	week    agents.Week // in which it happened
	coach   int32       // who would notice it; noCoach when nobody would
	noticed float64     // chance that somebody does
}

// fail follows a failure: somebody notices it or not; the coach excuses it, lets it pass or
// refers it for a decision. Whether there was a good reason shows in the evidence alone,
// which not everybody has at hand.
func (w *World) fail(d *District, i int32, f failure) {
	p, item := w.People, uint32(f.kind)
	p.Total.Failures[i]++
	if f.noticed < 1 && w.item(i, w.Week, item, rng.Notice) >= f.noticed {
		return
	}
	p.Total.Noticed[i]++
	chain := w.Regime.Plan.Chain(f.kind)
	if chain == nil {
		return
	}
	excused := chain.Excused
	if w.shownOnTheSpot(i, f.week, f.kind, f.why) {
		excused = chain.ShownExcused
	}
	if w.item(i, w.Week, item, rng.GoodReason) < agents.Shifted(excused, w.leaning(f.coach, agents.Excusing)) {
		w.judge(d, f.coach, chain, excused, false)
		if f.kind == agents.MissedInterview && f.coach != noCoach {
			p.Total.InterviewsExcused[i]++
			w.Coaches.Excused[f.coach]++
		}
		d.Log.event(w, i, Event{Kind: "failure_excused", Detail: f.kind.String(), Rule: chain.Rule, Coach: f.coach})
		return
	}
	chance := w.Habits.Strictly(chain.Referred, w.strictness(f.coach), w.forFigures(i, f.coach)+w.leaning(f.coach, agents.Referring))
	referred := w.item(i, w.Week, item, rng.Refer) < chance
	w.judge(d, f.coach, chain, excused, referred)
	if referred {
		w.refer(d, i, &f, chain)
	}
}

// item is a person's draw for one of several like things.
func (w *World) item(i int32, week agents.Week, item uint32, purpose rng.Purpose) float64 {
	return w.Draws.UItem(uint32(w.People.ID[i]), int32(week), item, purpose)
}

// shownOnTheSpot tells whether evidence of a good reason was shown to the coach.
func (w *World) shownOnTheSpot(i int32, failure agents.Week, kind agents.Failure, why agents.Reason) bool {
	return why != agents.NoReason && w.item(i, failure, uint32(kind), rng.Shown) < w.Habits.Reasons.Shown
}

// refer puts a failure before the decision maker, unless as many as a person can have are
// waiting there.
func (w *World) refer(d *District, i int32, f *failure, chain *policy.ChainTerms) {
	p := w.People
	for s := range agents.PendingSlots {
		if p.PendingDecision[i][s] != agents.Never {
			continue
		}
		p.PendingKind[i][s], p.PendingReason[i][s] = f.kind, f.why
		p.PendingFailure[i][s] = f.week
		p.PendingDecision[i][s] = w.Week + chain.DecisionDelay
		p.PendingMet[i][s] = agents.Never
		if f.coach != noCoach {
			w.countReferral(f.coach)
		}
		d.Log.event(w, i, Event{Kind: "sanction_referral", Detail: f.kind.String(), Rule: chain.Rule, Coach: f.coach})
		return
	}
}

// monitor is what the coach looks at in an interview that was held, and the step agreed
// for the next one. There is nothing to look at before a commitment is agreed, and nobody
// looks at the search of people in work.
func (w *World) monitor(d *District, r *request) {
	p, i := w.People, r.row
	if !r.first {
		if w.Regime.Plan.Search != nil && p.Status[i] == agents.Claimant {
			w.checkSearch(d, r)
		}
		if step := p.Step[i]; step == agents.StepTaken || step == agents.StepLapsed {
			w.checkStep(d, r)
		}
	}
	w.startChecking(i)
	if p.Step[i] == agents.NoStep {
		w.agree(d, r)
	}
}

// checkSearch compares the applications made since the last interview, or since the claim
// opened, with what the commitment comes to in that time.
func (w *World) checkSearch(d *District, r *request) {
	p, i, check := w.People, r.row, w.Regime.Plan.Search
	made := float64(p.Total.Applications[i] - p.SearchChecked[i])
	if made < float64(check.EnoughPerHour*float64(w.requiredHours(i)*float64(w.Week-p.CheckedAt[i]))) {
		w.fail(d, i, failure{agents.SearchNotDone, w.reason(i), w.Week, r.coach, policy.Noticed(check.LookedAt*w.Regime.Plan.Channels[r.channel].Checking, check.HalfMinutes, r.minutes)})
	}
}

// startChecking counts applications from now on.
func (w *World) startChecking(i int32) {
	w.People.CheckedAt[i], w.People.SearchChecked[i] = w.Week, w.People.Total.Applications[i]
}

// refused is a job offer that a claimant with a requirement to search did not take. One
// refusal in a week is as many. The office knows of offers for which she was required to apply.
func (w *World) refused(d *District, i int32, required bool) {
	p, plan := w.People, w.Regime.Plan
	if plan.Groups[p.Group[i]].SearchHours == 0 || p.RefusedAt[i] == w.Week {
		return
	}
	p.RefusedAt[i] = w.Week
	w.fail(d, i, failure{agents.OfferRefused, w.reason(i), w.Week, p.Coach[i], plan.Refused(required)})
}

// leftWork looks back, when a claim opens, on how the last job ended.
func (w *World) leftWork(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	if left := p.LeftWork[i]; left != agents.Never && plan.Groups[p.Group[i]].SearchHours > 0 {
		w.fail(d, i, failure{agents.LeftWork, w.reason(i), left, p.Coach[i], plan.Leaving})
	}
	p.LeftWork[i] = agents.Never
}
