package sim

import (
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
)

// wellbeing brings how people fare to the end of the week: claimants' and applicants' every
// other week, everybody else's when what she does changes and before something may be
// reported. That nothing happens to her between makes it come to the same: see agents.Feel.
func wellbeing(w *World, d *District) {
	p := w.People
	all := w.feelsAll()
	if !all && w.Week%2 == 0 {
		return
	}
	var of [atOnce]faring
	n := 0
	for _, list := range d.scratch.lists {
		for _, i := range list {
			if s := p.Status[i]; s == agents.Claimant || s == agents.Applying || all && s != agents.Retired {
				if w.fares(i, w.Week, &of[n]) {
					n++
				}
				if n == atOnce {
					w.bring(of[:n])
					n = 0
				}
			}
		}
	}
	w.bring(of[:n])
}

// feelsAll tells whether everybody's feelings are brought to the end of this week: that of a
// quarter or a financial year.
func (w *World) feelsAll() bool {
	next := w.Week + 1
	return next%13 == 0 || w.Day(next).FinancialYear() != w.Day(w.Week).FinancialYear()
}

// felt looks at a world in which everybody's feelings are brought to the end of last week,
// and leaves it as it was: when somebody looks must not matter to the lives.
func (w *World) felt(look func()) {
	if w.allFelt() {
		look()
		return
	}
	p, t := w.People, &w.People.Total
	functions, distress, efficacy, at := p.LatentFunctions, p.Distress, p.SelfEfficacy, p.FeltAt
	there, distressed := t.WeeksThere, t.WeeksDistressed
	sum, satisfaction, money := t.DistressSum, t.SatisfactionSum, t.MoneySatisfaction
	p.LatentFunctions, p.Distress, p.SelfEfficacy, p.FeltAt = slices.Clone(functions), slices.Clone(distress), slices.Clone(efficacy), slices.Clone(at)
	t.WeeksThere, t.WeeksDistressed = slices.Clone(there), slices.Clone(distressed)
	t.DistressSum, t.SatisfactionSum, t.MoneySatisfaction = slices.Clone(sum), slices.Clone(satisfaction), slices.Clone(money)
	for i := range int32(p.Len()) {
		if p.Status[i] != agents.Absent && p.Status[i] != agents.Retired {
			w.feel(i, w.Week-1)
		}
	}
	look()
	p.LatentFunctions, p.Distress, p.SelfEfficacy, p.FeltAt = functions, distress, efficacy, at
	t.WeeksThere, t.WeeksDistressed = there, distressed
	t.DistressSum, t.SatisfactionSum, t.MoneySatisfaction = sum, satisfaction, money
}

// feel brings how a person fares to the end of a week, in her present circumstances, and
// counts the weeks since it was known last.
func (w *World) feel(i int32, week agents.Week) {
	var of [1]faring
	if w.fares(i, week, &of[0]) {
		w.bring(of[:])
	}
}

// faring is what how a person fares at the end of a week follows from.
type faring struct {
	agents.Feeling // when it was known last
	supply         [agents.Functions]float64
	rest, usual    float64 // as in Circumstances
	security       float64
	content, scar  float64 // usual life satisfaction, and what the past takes from it
	row            int32
	weeks          agents.Week
}

// fares finds what it is, if there are weeks to count.
func (w *World) fares(i int32, week agents.Week, x *faring) bool {
	p := w.People
	if x.weeks = week - p.FeltAt[i]; x.weeks <= 0 {
		return false
	}
	p.FeltAt[i] = week
	x.row = i
	x.Functions = p.LatentFunctions[i]
	x.Distress, x.Efficacy = p.Distress[i], p.SelfEfficacy[i]
	x.security = w.security(i)
	w.circumstances(i, x)
	x.content, x.scar = float64(p.UsualSatisfaction[i]), float64(p.Scar[i])
	return true
}

// bring brings how persons fare to the end of a week and counts the weeks.
func (w *World) bring(of []faring) {
	p, c, t := w.People, w.Habits, &w.People.Total
	for k := range of {
		x := &of[k]
		i, n := x.row, float64(x.weeks)
		distress, function := w.relax(x)
		p.LatentFunctions[i] = x.Functions
		p.Distress[i], p.SelfEfficacy[i] = x.Distress, x.Efficacy
		satisfaction := c.LifeSatisfaction(x.content, distress/n, function/n, x.security, x.scar)
		t.WeeksThere[i] += int16(x.weeks)
		t.DistressSum[i] += exact.RoundInt32(100 * distress)
		t.SatisfactionSum[i] += exact.RoundInt32(100 * n * satisfaction)
		t.MoneySatisfaction[i] += exact.RoundInt32(100 * n * c.MoneySatisfaction(x.security))
		t.WeeksDistressed[i] += int16(x.weeks) * int16(btoi(float64(x.Distress) >= c.Wellbeing.Distress.CaseFrom))
	}
}

// relaxed is how a person fares after some weeks in her present circumstances.
func (w *World) relaxed(i int32, weeks agents.Week, security float64) agents.Feeling {
	p := w.People
	x := faring{Feeling: agents.Feeling{Functions: p.LatentFunctions[i], Distress: p.Distress[i], Efficacy: p.SelfEfficacy[i]}, security: security, weeks: weeks}
	w.circumstances(i, &x)
	w.relax(&x)
	return x.Feeling
}

// relax brings a feeling on, and returns distress and the mean latent function summed over
// the weeks.
func (w *World) relax(x *faring) (distress, function float64) {
	at := agents.Circumstances{Supply: &x.supply, Rest: x.rest, Usual: x.usual}
	return w.Habits.Feel(&x.Feeling, &at, x.weeks)
}

// circumstances finds what a person's feeling moves towards.
func (w *World) circumstances(i int32, x *faring) {
	p, c := w.People, w.Habits
	x.usual = float64(p.UsualEfficacy[i])
	owes := max(p.AdvanceOwed[i], p.HardshipDebt[i]) > 0
	x.rest = c.Rest(float64(p.UsualDistress[i]), x.security, agents.Condition{Limited: p.HealthLimited[i], Flare: p.Flare[i]}, owes)
	if status := p.Status[i]; status == agents.Employed {
		x.supply = c.SuppliedByWork(float64(p.Quality[i]))
	} else {
		x.supply = *c.SuppliedBy(status, status == agents.Claimant && w.available(i))
	}
	if p.ProgrammeStage[i] == agents.TakesPart {
		x.supply = agents.Raised(&x.supply, &w.Regime.Plan.Programmes[p.Programme[i]-1].Course.Functions)
	}
}

// available tells whether a claimant could work, whatever she is asked to do: she has not
// limited capability, and no child under three to care for. Only then is it open
// unemployment not to work.
func (w *World) available(i int32) bool {
	born := w.People.YoungestBornWeek[i]
	return !w.People.LimitedCapability[i] && (born == agents.Never || w.Week-born >= 3*52)
}

// security is what a person's household has to live on in a week, as agents.Security counts
// it: pay and award less what is lost, deducted or not paid yet, with a partner's pay, less rent and what work costs.
func (w *World) security(i int32) float64 {
	p, c := w.People, w.Habits
	income, children := float64(p.PartnerPay[i]), p.Children[i]
	if j, is := w.partner(i); is {
		children = max(children, p.Children[j])
		income -= w.partnersCosts(j)
	}
	switch status := p.Status[i]; {
	case (status == agents.Applying || status == agents.Inactive) && !w.shared(i):
		income += c.Wellbeing.Means.WithoutBenefit
	default:
		income += float64(float64(p.AwardMonthly[i])*weekOfMonth*(1-float64(p.Without[i])/100)) - float64(p.Lost[i]) - float64(p.RentWeekly[i])
		if status == agents.Employed {
			income += float64(p.NetPay[i]) - float64(p.CareCost[i]) - float64(p.TravelCost[i])
		}
	}
	return c.Security(income, p.Partner[i], children)
}

// partnersCosts is what a partner of the run loses to a sanction or pays to go to work.
func (w *World) partnersCosts(j int32) float64 {
	p := w.People
	costs := float64(p.Lost[j])
	if p.Status[j] == agents.Employed {
		costs += float64(p.CareCost[j]) + float64(p.TravelCost[j])
	}
	return costs
}

// weekOfMonth is a week in months.
const weekOfMonth = 12.0 / 52

// shock moves a person's distress at once, less far with social support.
func (w *World) shock(d *District, i int32, size float64) {
	p := w.People
	p.Distress[i] = float32(float64(p.Distress[i]) + w.Habits.Shocked(size, w.support(d, i)))
}

// support is what somebody has of social support, 0 to 1, with what is left of the ties of her
// circle.
func (w *World) support(d *District, i int32) float64 {
	support := float64(w.People.Support[i])
	if w.People.Circle[i] > 0 {
		return w.Habits.Backed(support, w.inTouch(d, i))
	}
	return support
}

// setback is a shock against which group work inoculates.
func (w *World) setback(d *District, i int32, size float64) {
	w.shock(d, i, float64(size*(1-float64(w.People.Inoculated[i]))))
}

// emboldened moves a person's self-efficacy at once.
func (w *World) emboldened(i int32, points float64) {
	x := float64(w.People.SelfEfficacy[i]) + points
	w.People.SelfEfficacy[i] = float32(min(max(x, agents.LeastEfficacy), agents.MostEfficacy))
}

// met is what an interview does to how a claimant fares: in what manner she was met, and how
// far it helped, as a multiple of the reference interview.
func (w *World) met(d *District, i int32, manner, helped float64) {
	w.shock(d, i, manner)
	w.People.SelfEfficacy[i] = float32(w.Habits.Encouraged(float64(w.People.SelfEfficacy[i]), helped))
}

// received is what a contact with a provider does to how a participant fares: how she was
// welcomed, and how far it helped.
func (w *World) received(d *District, i int32, welcome, helped float64) {
	p, c := w.People, w.Habits
	w.feel(i, w.Week-1) // somebody in work may not have been looked at for weeks
	w.shock(d, i, c.Received(welcome))
	p.SelfEfficacy[i] = float32(c.Encouraged(float64(p.SelfEfficacy[i]), helped))
}

// rejections tell on those whose applications were shortlisted this week and who have no
// job: another was chosen, or nobody.
func (w *World) rejections(d *District) {
	shocks, efficacy := &w.Habits.Wellbeing.Shocks, &w.Habits.Wellbeing.Efficacy
	for _, a := range d.scratch.applications {
		if a.row >= 0 && w.People.Status[a.row] == agents.Claimant && w.People.RefusedAt[a.row] != w.Week {
			w.setback(d, a.row, shocks.Rejection)
			w.emboldened(a.row, -float64((1-float64(w.People.Inoculated[a.row]))*efficacy.Rejection))
		}
	}
}

// scarred leaves what a spell on benefit takes from life satisfaction for good. While it
// lasts nobody gets used to it, and it takes no more than it did.
func (w *World) scarred(i int32) {
	p := w.People
	p.Scar[i] += float32(w.Habits.Wellbeing.Satisfaction.Scar * float64(w.Week-p.Since[i]) / 52)
}

// driven is what how a claimant fares adds to her log applications.
func (w *World) driven(i int32) float64 {
	p, c := w.People, w.Habits
	if !c.Wellbeing.Feedback {
		return 0
	}
	return c.Driven(float64(p.Distress[i])-float64(p.UsualDistress[i]), float64(p.SelfEfficacy[i])-float64(p.UsualEfficacy[i]))
}

// arrives gives somebody who comes into the run the feelings of her usual self in the
// reference job: those of school and of work are much alike.
func (w *World) arrives(i int32) {
	p := w.People
	for k, x := range w.Habits.SuppliedByWork(w.Habits.Wellbeing.Distress.Quality) {
		p.LatentFunctions[i][k] = float32(x)
	}
	p.Distress[i], p.SelfEfficacy[i] = p.UsualDistress[i], p.UsualEfficacy[i]
	p.FeltAt[i] = w.Week - 1
}

// feelsSince gives a person of the starting stock the feelings of somebody who has been in
// her state for as long as she has.
func (w *World) feelsSince(i int32) {
	w.arrives(i)
	p := w.People
	now := w.relaxed(i, max(w.Week-p.Since[i], 0), w.security(i))
	p.LatentFunctions[i], p.Distress[i], p.SelfEfficacy[i] = now.Functions, now.Distress, now.Efficacy
}
