package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// subsidise makes the job that somebody is about to start one for which the department pays a
// part: she found it while she was on the k-th programme, if that says so.
func (w *World) subsidise(i int32, k int) {
	p, course := w.People, &w.Regime.Plan.Programmes[k].Course
	if course.Subsidy == 0 {
		return
	}
	p.Subsidy[i], p.SubsidisedBy[i], p.SubsidyEnds[i], p.PutOffEnding[i] = float32(course.Subsidy), uint8(k+1), w.Week+course.SubsidyWeeks, 0
	p.Lessons[i] = float32(w.Habits.Lessons(course, w.skill(i)))
	p.Total.SubsidisedJobs[i]++
}

// underSubsidy is the chance that a subsidised job ends this week, beside that of a usual
// one. As long as the subsidy lasts an employer keeps whom he would have parted with; the
// partings that are put off come when it ends. A job that was made by a programme ends then.
func (w *World) underSubsidy(i int32, usual float64) float64 {
	p := w.People
	over := w.Week >= p.SubsidyEnds[i]
	switch {
	case p.JobSource[i] == agents.Created && over:
		return 1
	case p.JobSource[i] == agents.Created:
		return float64(usual * w.Habits.Jobs.Quits) // nobody is dismissed
	case over:
		putOff := float64(p.PutOffEnding[i])
		w.endSubsidy(i)
		return usual + float64((1-usual)*exact.ProbabilityFromHazard(putOff))
	}
	ends := float64(usual * w.Habits.Kept(float64(p.Subsidy[i])))
	p.PutOffEnding[i] += float32(usual - ends)
	return ends
}

// whyEnded is the reason of an ending at a draw below its chance: what would have ended the
// job anyway, or the end of its subsidy.
func (w *World) whyEnded(i int32, u, usual, ends float64) panel.EndReason {
	p := w.People
	switch {
	case p.JobSource[i] == agents.Created && w.Week >= p.SubsidyEnds[i]:
		return panel.ContractEnded
	case p.JobSource[i] == agents.Created:
		return panel.Quit
	case u < min(usual, ends):
		return w.endings.reason(u/min(usual, ends), p.Temporary[i])
	}
	return panel.SubsidyEnded
}

// endSubsidy leaves what was learnt in the weeks that were subsidised.
func (w *World) endSubsidy(i int32) {
	p := w.People
	if p.SubsidyEnds[i] == agents.Never {
		return
	}
	if lessons := float64(p.Lessons[i]); lessons != 0 {
		weeks := p.SubsidyEnds[i] - p.JobSince[i]
		part := float64(min(w.Week-p.JobSince[i], weeks)) / float64(max(weeks, 1))
		w.teach(i, float64(part*lessons))
	}
	p.Subsidy[i], p.SubsidisedBy[i], p.SubsidyEnds[i], p.PutOffEnding[i], p.Lessons[i] = 0, 0, agents.Never, 0, 0
}

// saves is the log of the cost of work that a claimant saves who hires her this week, as far as he
// knows of the subsidy that she brings along: for as long as it lasts of the time for which he
// counts on a hire. It also tells whether she brings one.
func (w *World) saves(i int32) (saved float64, brings bool) {
	p := w.People
	if p.ProgrammeStage[i] != agents.TakesPart {
		return 0, false
	}
	course := &w.Regime.Plan.Programmes[p.Programme[i]-1].Course
	if course.Subsidy == 0 {
		return 0, false
	}
	if course.SubsidyKnown < 1 && w.u(i, rng.SubsidyKnown) >= course.SubsidyKnown {
		return 0, true
	}
	return float64(w.Habits.Saved(course.Subsidy) * min(float64(course.SubsidyWeeks)/w.Market.Employers.CountsOn, 1)), true
}

// lifted is how much higher a claimant stands on every shortlist because of a subsidy. What it saves
// is certain, and an impression says little of what somebody will be worth: so an employer weighs it
// against what he expects of one who impresses him more, not as skill that he would only glimpse.
func (w *World) lifted(i int32) float32 {
	saved, _ := w.saves(i)
	if saved == 0 || w.Market.Employers.Impression == 0 {
		return 0
	}
	return float32(saved / w.Market.Employers.Impression)
}

// invited is the log by which a subsidy makes it likelier that an application is shortlisted: as much as
// the skill that it is worth would.
func (w *World) invited(i int32) float64 {
	saved, _ := w.saves(i)
	if saved == 0 {
		return 0
	}
	return float64(w.Habits.LogSkill * w.Habits.Bought(saved))
}

// expand opens a part of a further vacancy of the occupation group in which an employer hires with a
// subsidy of which he knew when he chose: who has cheaper work has more of it done. It is in his own
// district, there in the week after he has filled the first; he hears of that a week late from another.
func (w *World) expand(d *District, occupation uint8, saved float64) {
	if saved == 0 || w.Market.Closure != Entry || w.hold.Market {
		return
	}
	posts := float64(w.Market.Employers.Expands * saved)
	d.Demand.Reposted[occupation] += posts
	d.Books.HiredWith.Posts += posts
}

// payEmployer pays the department's part of a week's pay in a subsidised job.
func (w *World) payEmployer(d *District, i int32) {
	p := w.People
	pence := exact.RoundInt64(float64(p.GrossPay[i]) * float64(p.Subsidy[i]))
	d.Books.Subsidies += pence
	if k := p.SubsidisedBy[i]; k > 0 {
		d.Places[k-1].Subsidies += pence
	}
	p.Total.SubsidisedWeeks[i]++
}

// createJob gives somebody the temporary job that a programme consists of, at the minimum
// wage of her age, for which the department pays. It is nobody's vacancy, and to employers
// it does not end a gap.
func (w *World) createJob(d *District, i int32, k int) {
	p, course := w.People, &w.Regime.Plan.Programmes[k].Course
	p.GapBefore[i] += w.Week - p.BenefitSince[i]
	w.endSpell(d, i, panel.ToProgramme)
	minimum := w.rates.MinimumWage(policy.AgeYears(w.Week, p.BornWeek[i]))
	w.startJob(d, i, terms{hourly: int32(minimum), hoursTenths: int16(exact.RoundInt64(10 * course.Hours)), occupation: p.Occupation[i], temporary: true, source: agents.Created})
	p.Subsidy[i], p.SubsidisedBy[i], p.SubsidyEnds[i] = 1, uint8(k+1), w.Week+course.Weeks
	p.Total.SubsidisedJobs[i]++
}

// looksFrom is how much likelier than usual somebody in a job of a programme looks at another:
// that job says nothing for her, so it is what makes her find work out of work, less what
// taking part keeps her from.
func (w *World) looksFrom(i int32) float64 {
	c := w.Habits
	found := exact.Exp(float64(w.People.SearchFixed[i]) + float64(c.LogSkill*w.skill(i)))
	return float64(min(found, agents.MostEager) * (1 - w.lockedIn(i)))
}

// startBusiness lets somebody who completes a programme for it work for herself.
func (w *World) startBusiness(d *District, i int32, course *agents.Course) {
	if w.u(i, rng.StartBusiness) >= course.Business {
		return
	}
	p := w.People
	p.Total.ToWork[i]++
	p.LastWorkExit[i] = w.Week
	w.endSpell(d, i, panel.ToWork)
	job := w.offered(i)
	job.source = agents.SelfEmployed
	w.startJob(d, i, job)
}

// ease makes the limiting condition of somebody less severe, in proportion to what she has
// attended, and finds the next date on which her health may change.
func (w *World) ease(i int32, units float64) {
	p := w.People
	if units == 0 || !p.HealthLimited[i] {
		return
	}
	p.Severity[i] -= float32(units)
	p.HealthTurns[i] = w.nextTurn(i, w.Week, w.u(i, rng.Eased))
}
