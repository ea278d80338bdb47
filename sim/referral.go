package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// referral is what a coach does about programmes in an interview, and returns the minutes
// that this took. She brings one up that is for the claimant as she
// believes her to be, has not been offered in this claim and has no list that is too long.
func (w *World) referral(d *District, r *request) float64 {
	p, i, list := w.People, r.row, w.Regime.Plan.Programmes
	if len(list) == 0 || p.ProgrammeStage[i] != agents.NoProgramme || r.coach == noCoach {
		return 0
	}
	offered := w.rules.Programmes(w.Regime.Plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i])) &^ (p.Offered[i] | p.Completed[i])
	for k := range list {
		t := &list[k]
		if offered&policy.Bit(k) == 0 || r.minutes <= t.Minutes || !w.fits(d, i, k) || w.item(i, w.Week, uint32(k), rng.BringUp) >= w.bringsUp(d, r, t) {
			continue
		}
		if t.Menu == "" {
			w.offerProgramme(d, r, k)
		} else {
			w.offerMenu(d, r, offered, t.Menu)
		}
		w.Coaches.Offers[r.coach]++
		w.Coaches.MinutesReferring[r.coach] += int32(t.Minutes)
		return float64(t.Minutes)
	}
	return 0
}

// fits tells whether the coach thinks of a programme for a claimant: it is for the fifth of
// readiness in which she believes her to be, what comes before it is done, the list
// moves fast enough, and the claimant scores in the questionnaire, if there is one.
func (w *World) fits(d *District, i int32, k int) bool {
	p, t, at := w.People, &w.Regime.Plan.Programmes[k], &d.Places[k]
	if !t.Believed[p.Judged[i]] || t.After >= 0 && p.Completed[i]&policy.Bit(t.After) == 0 || at.There == 0 {
		return false
	}
	if t.Measures && w.Habits.MeasuredDistress(float64(p.Distress[i]), w.u(i, rng.MeasureDistress)) < t.Distress {
		return false
	}
	waiting, there := at.Waiting, at.There
	if l, held := w.line(d, k); held {
		waiting, there = l.listed, l.there
	}
	return float64(waiting)*float64(t.Course.Weeks)/float64(there) <= t.LongestWait
}

// bringsUp is the chance that a coach brings a programme up in an interview: more with those
// for whom time serves her goal and her targets.
func (w *World) bringsUp(d *District, r *request, t *policy.ProgrammeTerms) float64 {
	return t.Referred * float64(d.desk(r.coach).weights[r.kind]) / wholePart
}

// offerMenu lets a claimant choose among the programmes of a menu: that which she wants
// most, with a taste of her own.
func (w *World) offerMenu(d *District, r *request, offered uint16, menu string) {
	best, most := -1, 0.0
	for k := range w.Regime.Plan.Programmes {
		t := &w.Regime.Plan.Programmes[k]
		if t.Menu != menu || offered&policy.Bit(k) == 0 || !w.fits(d, r.row, k) {
			continue
		}
		taste := -exact.Log(-exact.Log(w.item(r.row, w.Week, uint32(k), rng.Taste)))
		if wants := w.wants(d, r.row, t, false) + taste; best < 0 || wants > most {
			best, most = k, wants
		}
		w.People.Offered[r.row] |= policy.Bit(k)
	}
	if best >= 0 {
		w.offerProgramme(d, r, best)
	}
}

// offerProgramme refers a claimant, or lets her decide where it is no duty.
func (w *World) offerProgramme(d *District, r *request, k int) {
	p, i, t := w.People, r.row, &w.Regime.Plan.Programmes[k]
	p.Offered[i] |= policy.Bit(k)
	p.Total.ProgrammesOffered[i]++
	d.Log.event(w, i, Event{Kind: "programme_offered", Detail: t.Name, Rule: t.Rule, Coach: r.coach, Minutes: t.Minutes})
	if !t.Mandatory && w.u(i, rng.TakePart) >= agents.Chance(w.wants(d, i, t, false)) {
		p.Total.ProgrammesRefused[i]++
		d.Log.event(w, i, Event{Kind: "programme_refused", Detail: t.Name, Rule: t.Rule, Coach: r.coach})
		return
	}
	p.Programme[i], p.ProgrammeStage[i], p.ProgrammeSince[i] = uint8(k+1), agents.Waits, w.Week
	d.Places[k].Referred++
	d.Log.event(w, i, Event{Kind: "programme_referred", Detail: t.Name, Rule: t.Rule, Coach: r.coach})
}

// wants is the log odds that a claimant takes a programme up, as a duty or not.
func (w *World) wants(d *District, i int32, t *policy.ProgrammeTerms, duty bool) float64 {
	p := w.People
	closed := 0.0
	if !p.Certificate[i] {
		closed = w.Market.Occupations[p.Occupation[i]].Certificate
	}
	var h policy.Household
	w.householdOf(i, &h)
	worth := w.Habits.Worth(&t.Course, w.skill(i), float64(max(w.fullTimeGain(i, &h), 0)), closed)
	return w.Habits.Wants(&t.Course, float64(p.Motivation[i]), worth, w.duty(d, i, duty))
}

// duty is how far something is asked of a claimant.
func (w *World) duty(d *District, i int32, mandatory bool) agents.Duty {
	p := w.People
	return agents.Duty{Mandatory: mandatory && w.bound(i), Compliance: float64(p.Compliance[i]), ExpectedLoss: w.Habits.ExpectedLoss(d.LossLately, float64(p.LossLately[i]))}
}

// bound tells whether anything is required of a claimant this week.
func (w *World) bound(i int32) bool {
	return w.People.Group[i] != policy.NoGroup && w.Week >= w.People.WaivedUntil[i]
}
