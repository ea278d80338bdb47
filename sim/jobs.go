package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// jobs ends jobs, lets people in work look at another one or be taken further in theirs, and
// brings back those outside benefit and work. One draw decides for a person in work: the
// first part of its range ends her job, the next two are steps of hers.
func jobs(w *World, d *District) {
	p, c := w.People, w.Habits
	d.scratch.movers = d.scratch.movers[:0]
	steps, provided := w.stepsOf(d), len(d.Providers) > 0 && c.Providing.Retains > 0
	for _, i := range d.Employed {
		of := w.endings.permanent
		if p.Temporary[i] {
			of = w.endings.temporary
		}
		if provided && p.Provider[i] != 0 {
			of *= c.Retained(w.seenInWork(i))
		}
		usual := c.Separation(w.Week-p.JobSince[i], float64(p.SeparationFrailty[i])*float64(p.Hold[i])*of)
		ends := usual
		if p.SubsidyEnds[i] != agents.Never {
			d.Books.HiredWith.Over += int64(btoi(w.Week >= p.SubsidyEnds[i] && p.JobSource[i] != agents.Created))
			ends = w.underSubsidy(i, usual)
		}
		if u := w.Draws.U(uint32(p.ID[i]), int32(w.Week), rng.Separate); u < ends {
			why := w.whyEnded(i, u, usual, ends)
			d.Books.HiredWith.Ended += int64(btoi(why == panel.SubsidyEnded))
			w.separate(d, i, why)
		} else if u < ends+steps.most {
			w.moveOn(d, i, u-ends, &steps)
		}
	}
	for _, i := range d.Inactive {
		if p.Status[i] != agents.Inactive { // applied with her partner
			continue
		}
		claim := c.ReturnFromNothing(w.Week - p.Since[i])
		if u := w.Draws.U(uint32(p.ID[i]), int32(w.Week), rng.Return); u < claim+c.Returns.NothingToWork {
			w.comeBack(d, i, u < claim)
		}
	}
	feared := w.fears()
	for _, i := range d.Other {
		w.tryWork(d, i, &feared)
	}
	most := c.LeavesAtMost()
	for _, i := range d.Claimants {
		if u := w.Draws.U(uint32(p.ID[i]), int32(w.Week), rng.LeaveToNothing); u < most && p.Status[i] == agents.Claimant && !w.stays(i) && u < c.LeavesForNothing(w.lostShare(i)) {
			w.leaveForNothing(d, i)
		}
	}
	w.take(d)
}

// separate ends a job: the person claims, goes to another job at once, or does neither. Who
// has had a job of a programme claims again.
func (w *World) separate(d *District, i int32, why panel.EndReason) {
	c := w.Habits
	d.Demand.ended(why)
	if why != panel.Quit {
		w.setback(d, i, c.Wellbeing.Shocks.JobLoss)
	}
	u := w.u(i, rng.AfterSeparation)
	switch {
	case w.People.JobSource[i] == agents.Created:
		w.endJob(d, i, panel.ToClaim, why)
		w.apply(d, i, 0)
	case u < c.Jobs.Claims:
		w.endJob(d, i, panel.ToClaim, why)
		w.apply(d, i, w.claimDelay(i))
		if why == panel.Quit && w.u(i, rng.LeaveWork) < c.Jobs.LeftWork {
			w.People.LeftWork[i] = w.Week
		}
	case u < c.Jobs.Claims+c.Jobs.OtherJob:
		d.scratch.movers = append(d.scratch.movers, mover{row: i, out: true, why: why})
	case w.partnerClaims(i):
		w.endJob(d, i, panel.ToClaim, why)
		w.apply(d, i, 0)
	default:
		w.endJob(d, i, panel.ToNothing, why)
		w.move(d, i, agents.Inactive)
	}
}

// comeBack lets a person outside work and benefit claim, or find work on her own. Nobody claims
// whose partner's pay would leave them no award.
func (w *World) comeBack(d *District, i int32, claims bool) {
	if !claims {
		d.scratch.movers = append(d.scratch.movers, mover{row: i, out: true})
	} else if j, is := w.partner(i); !is || w.People.Status[j] != agents.Employed || w.People.AwardMonthly[i] > 0 {
		w.apply(d, i, 0)
	}
}

// terms are what a job offers: pay and hours, how long, and in which occupation group.
type terms struct {
	hourly      int32 // pence, to somebody of skill 0
	hoursTenths int16
	occupation  uint8
	temporary   bool
	source      agents.Source
	district    int16 // of the vacancy, by number; 0 for one's own
}

// offered draws the terms of a job that is nobody's vacancy.
func (w *World) offered(i int32) terms {
	minimum := w.rates.MinimumWage(policy.AgeYears(w.Week, w.People.BornWeek[i]))
	hourly, hours := w.Habits.Offer(0, w.u(i, rng.Wage), w.u(i, rng.Hours), agents.Pence(minimum))
	return terms{hourly: int32(hourly), hoursTenths: hours, occupation: w.People.Occupation[i]}
}

// startJob begins a job that was not won from a vacancy by applying as a claimant.
func (w *World) startJob(d *District, i int32, job terms) {
	w.enterJob(d, i, job)
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "job_started", Coach: noCoach, Pence: agents.Pence(w.People.GrossPay[i])})
	}
}

// enterJob begins a job.
func (w *World) enterJob(d *District, i int32, job terms) {
	p := w.People
	hourly := w.paidTo(i, job.hourly)
	w.feel(i, w.Week-1)
	if p.Status[i] != agents.Employed {
		w.move(d, i, agents.Employed)
	}
	p.JobSince[i] = w.Week
	p.HourlyPay[i], p.HoursTenths[i], p.Temporary[i], p.JobOccupation[i] = hourly, job.hoursTenths, job.temporary, job.occupation
	p.JobSource[i], p.JobDistrict[i] = job.source, d.Number
	if job.district != 0 {
		p.JobDistrict[i] = job.district
	}
	w.fit(i)
	quality := w.refreshPay(i)
	p.JobStartPay[i] = p.GrossPay[i]
	p.Total.JobsBegun[i]++
	p.Total.JobQuality[i] += int16(exact.RoundInt64(quality * 100))
	w.emboldened(i, w.Habits.Wellbeing.Efficacy.Job)
	if j, is := w.partner(i); is && p.JobSince[j] == w.Week && p.Status[j] == agents.Employed {
		w.refreshAward(j) // whoever of the two began first
	}
}

// paidTo is the hourly pay of somebody who takes a job.
func (w *World) paidTo(i, hourly int32) int32 {
	minimum := w.rates.MinimumWage(policy.AgeYears(w.Week, w.People.BornWeek[i]))
	return int32(w.Habits.PaidTo(agents.Pence(hourly), agents.Pence(minimum), w.skill(i)))
}

// refreshPay works out tax, the in-work award and the quality of the job after pay or rates
// have changed. Nobody is paid less than the minimum wage of her age, and everybody with an
// award has a claim.
func (w *World) refreshPay(i int32) (quality float64) {
	p := w.People
	minimum := int32(w.rates.MinimumWage(policy.AgeYears(w.Week, p.BornWeek[i])))
	p.HourlyPay[i] = max(p.HourlyPay[i], minimum)
	p.GrossPay[i] = int32((int64(p.HourlyPay[i])*int64(p.HoursTenths[i]) + 5) / 10)
	net, _, _ := w.rates.NetPay(int64(p.GrossPay[i]))
	p.NetPay[i] = int32(net)
	p.CareCost[i], _ = w.careCost(i, p.HoursTenths[i])
	p.TravelCost[i] = w.travelCost(i, p.HoursTenths[i])
	quality = w.jobQuality(i)
	p.Quality[i] = float32(quality)
	w.refreshAward(i)
	w.openInWork(i)
	p.NextFact[i] = w.Week // what is required of her may be another
	w.news(i)
	return quality
}

// refreshAward works out the household's award in a usual month and, for who does not
// work, what work would pay. What is paid is worked out at the end of each period: assess.
func (w *World) refreshAward(i int32) {
	p := w.People
	var h policy.Household
	w.householdOf(i, &h)
	p.AwardMonthly[i] = int32(w.rates.Award(&h, policy.MonthlyFromWeekly(w.usualPay(i))))
	if p.Status[i] != agents.Employed {
		p.OwnEffort[i] = float32(w.Habits.LogEffort(float64(p.Motivation[i]), w.fullTimeGain(i, &h)))
	}
	w.news(i)
}

// usualPay is what a household is paid a week after tax.
func (w *World) usualPay(i int32) int64 {
	p := w.People
	pay := int64(p.PartnerPay[i])
	if p.Status[i] == agents.Employed {
		pay += int64(p.NetPay[i])
	}
	return pay
}

// fullTimeGain is the net weekly gain from a full-time job at the minimum wage.
func (w *World) fullTimeGain(i int32, h *policy.Household) agents.Pence {
	minimum := w.rates.MinimumWage(policy.AgeYears(w.Week, w.People.BornWeek[i]))
	gross := exact.RoundInt64(float64(minimum) * w.Habits.Pay.FullHours)
	h.HoursTenths = int16(exact.RoundInt64(float64(10 * w.Habits.Pay.FullHours)))
	return w.gain(i, h, gross)
}

// gain is the net weekly gain from a job of the household's hours at the given gross pay:
// net pay and the award in work, less the award out of work and what going to work costs.
func (w *World) gain(i int32, h *policy.Household, gross int64) agents.Pence {
	return agents.Pence(w.left(i, h, gross) - policy.WeeklyFromMonthly(int64(w.People.AwardMonthly[i])))
}

// left is what a job of the household's hours at the given gross pay leaves a person a week:
// net pay and the award in work, less care of children and travel. It puts the job's pay and
// care into the household.
func (w *World) left(i int32, h *policy.Household, gross int64) int64 {
	net, _, _ := w.rates.NetPay(gross)
	h.GrossPencePerWeek = int32(gross)
	var care int32 // more than there is without it
	care, h.CarePencePerWeek, h.CareChildren = w.careInWork(i, h.HoursTenths)
	inWork := w.rates.Award(h, policy.MonthlyFromWeekly(net+int64(w.People.PartnerPay[i])))
	return net + policy.WeeklyFromMonthly(inWork) - int64(care) - int64(w.travelCost(i, h.HoursTenths))
}

// householdOf finds the facts on which the household's award depends.
func (w *World) householdOf(i int32, h *policy.Household) {
	p := w.People
	*h = policy.Household{} // in place: a record that is copied after its parts are written has to wait for them
	h.Adults, h.AnyAdult25 = 1, policy.AgeYears(w.Week, p.BornWeek[i]) >= 25
	h.Children, h.FirstChildBefore2017 = int8(p.Children[i]), p.FirstBefore2017[i]
	h.RentPencePerWeek, h.Protected = p.RentWeekly[i], p.Protected[i]
	if p.Partner[i] {
		h.Adults = 2
	}
	if p.Status[i] == agents.Employed {
		h.HoursTenths, h.GrossPencePerWeek = p.HoursTenths[i], p.GrossPay[i]
		if h.CarePencePerWeek = p.CareCost[i]; h.CarePencePerWeek > 0 {
			_, h.CareChildren = w.careCost(i, p.HoursTenths[i])
		}
	}
	h.LimitedForWork = p.LimitedCapability[i]
	if since := p.ElementSince[i]; since != agents.Never {
		h.LimitedCapability = 1
		h.LimitedCapabilityNew = w.Day(since) >= policy.ElementReform
	}
	if j, is := w.partner(i); is {
		w.withPartner(h, i, j)
	}
}
