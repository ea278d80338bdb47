package sim

import (
	"strconv"

	"caseload/agents"
	"caseload/policy"
)

// A couple is two persons of the run who live together: partners stand in one district, and
// have one claim, one award and one set of assessment periods. AwardMonthly is the household's
// in both rows. What is paid stands half in each row, so that sums over persons are right, and
// what a sanction takes in the row of who is sanctioned. Of the other each knows what she did up
// to last week: nothing that both do in one week hangs on whose row comes first.

// partner is the row of a person's partner, if that is a person of the run who is there.
func (w *World) partner(i int32) (row int32, is bool) {
	row = i + w.People.Couple[i]
	return row, row != i && w.People.Status[row] != agents.Absent
}

// couples tells partners what the other earns and what has become of their award since, and
// keeps them on one claim.
func (w *World) couples(d *District) {
	for _, i := range d.Couples {
		if i >= d.Next {
			break
		}
		j := i + w.People.Couple[i]
		if !w.People.News[i] && !w.People.News[j] && !w.regrade {
			continue
		}
		w.People.News[i], w.People.News[j] = false, false
		if w.unheard(i, j) || w.unheard(j, i) {
			w.feelUntilNow(i)
			w.feelUntilNow(j)
		}
		w.hearOf(d, i, j)
		w.hearOf(d, j, i)
		w.claimTogether(d, i, j)
		w.claimTogether(d, j, i)
	}
}

// news is what a partner of the run hears of next week.
func (w *World) news(i int32) { w.People.News[i] = w.People.Couple[i] != 0 }

// earns is a person's net and gross pay in a week.
func (w *World) earns(i int32) (net, gross int32) {
	if w.People.Status[i] == agents.Employed {
		return w.People.NetPay[i], w.People.GrossPay[i]
	}
	return 0, 0
}

// unheard tells whether a person has yet to hear of something that her partner j does.
func (w *World) unheard(i, j int32) bool {
	p := w.People
	pay, gross := w.earns(j)
	return pay != p.PartnerPay[i] || gross != p.PartnerGross[i] || p.AwardMonthly[i] != p.AwardMonthly[j] || w.regrade
}

// feelUntilNow brings how a person fares to the end of last week, with what the household had
// until then. It counts up to pension age.
func (w *World) feelUntilNow(i int32) {
	if s := w.People.Status[i]; s != agents.Retired && s != agents.Absent {
		w.feel(i, w.Week-1)
	}
}

// hearOf brings a person's award, and what is required of her, up to what her partner j does.
func (w *World) hearOf(d *District, i, j int32) {
	if !w.unheard(i, j) {
		return
	}
	p := w.People
	before := p.PartnerPay[i]
	pay, gross := w.earns(j)
	p.PartnerPay[i], p.PartnerGross[i], p.NextFact[i], p.Reclassed[i] = pay, gross, w.Week, true
	if p.Status[i] == agents.Employed {
		w.refreshPay(i)
	} else {
		w.refreshAward(i)
	}
	if pay != before && d.Log.KeepEvents {
		d.Log.event(w, i, Event{Kind: "partner_pay", Detail: "person " + strconv.Itoa(int(p.ID[j])), Coach: noCoach, Pence: agents.Pence(pay)})
	}
}

// claimTogether lets a person out of work claim with a partner whose claim goes on, and ends
// her claim where the partner's pay leaves them no award.
func (w *World) claimTogether(d *District, i, j int32) {
	p := w.People
	switch p.Status[i] {
	case agents.Inactive:
		if w.onClaim(j) {
			w.apply(d, i, 0)
		}
	case agents.Claimant:
		if p.Status[j] == agents.Employed && !policy.Running(p.Cycle[i]) {
			w.leaveForNothing(d, i)
		}
	}
}

// openBefore opens the claim of a partner of lower number whose time has come in the same week:
// who opens a joint claim is asked about an advance, whichever row comes first.
func (w *World) openBefore(d *District, i int32, pensionable agents.Week) {
	p := w.People
	if j, is := w.partner(i); is && p.ID[j] < p.ID[i] && p.Status[j] == agents.Applying && p.ClaimWeek[j] <= w.Week && p.BornWeek[j] > pensionable {
		w.openClaim(d, j)
	}
}

// onClaim tells whether a person is on a claim that goes on, of one who works with an award.
func (w *World) onClaim(i int32) bool {
	p := w.People
	switch p.Status[i] {
	case agents.Claimant, agents.OtherBenefit:
		return true
	case agents.Employed:
		return policy.Running(p.Cycle[i])
	}
	return false
}

// first tells whether a person is the first claimant of a couple: who does not care for the
// children, or the older.
func (w *World) first(i int32) bool {
	p, j := w.People, i+w.People.Couple[i]
	switch {
	case p.Children[i] > 0 || p.Children[j] > 0:
		return p.Children[i] == 0
	case p.BornWeek[i] != p.BornWeek[j]:
		return p.BornWeek[i] < p.BornWeek[j]
	}
	return p.ID[i] <= p.ID[j]
}

// dependant tells whether nothing is required of a person because her partner is the claimant,
// as far as she has heard what the partner does.
func (w *World) dependant(i int32) bool {
	p, terms := w.People, w.Regime.Plan.Couples
	if terms.Obliged == policy.Both || p.PartnerGross[i] > 0 {
		return false
	}
	j, is := w.partner(i)
	return is && terms.Dependant(w.first(i), p.Children[i] > 0 || p.Children[j] > 0) && p.Status[j] != agents.Inactive && p.Status[j] != agents.Retired
}

// partnerClaims tells whether a person has a partner who is on a claim or has applied.
func (w *World) partnerClaims(i int32) bool {
	j, is := w.partner(i)
	return is && (w.onClaim(j) || w.People.Status[j] == agents.Applying)
}

// stays tells whether a claimant of a couple leaves for nothing only with her partner, who
// decides for both or has an award that goes on.
func (w *World) stays(i int32) bool {
	j, is := w.partner(i)
	return is && w.onClaim(j) && (w.People.Status[j] != agents.Claimant || w.People.ID[j] < w.People.ID[i])
}

// leaveForNothing ends a claim in neither work nor benefit; a joint claim ends for both.
func (w *World) leaveForNothing(d *District, i int32) {
	w.leaveAlone(d, i)
	if j, is := w.partner(i); is && w.People.Status[j] == agents.Claimant {
		w.leaveAlone(d, j)
	}
}

// closeClaims ends the claims of those who have lost theirs, when it is told of everybody whether she
// has: whichever row comes first, a partner has kept her own appointment of the week.
func (w *World) closeClaims(d *District) {
	for _, i := range d.scratch.closing {
		if w.People.Status[i] == agents.Claimant { // and has not left with her partner
			w.leaveForNothing(d, i)
		}
	}
	d.scratch.closing = d.scratch.closing[:0]
}

// withPartner adds to a household what her partner j brings: age, children, health, work and
// the care that it needs.
func (w *World) withPartner(h *policy.Household, i, j int32) {
	p := w.People
	h.AnyAdult25 = h.AnyAdult25 || policy.AgeYears(w.Week, p.BornWeek[j]) >= 25
	if p.Children[j] > 0 {
		h.Children, h.FirstChildBefore2017 = int8(p.Children[j]), p.FirstBefore2017[j]
	}
	h.Protected = max(h.Protected, p.Protected[j])
	h.LimitedForWork = h.LimitedForWork || p.LimitedCapability[j]
	if since := p.ElementSince[j]; since != agents.Never {
		reformed := w.Day(since) >= policy.ElementReform
		h.LimitedCapabilityNew = reformed && (h.LimitedCapability == 0 || h.LimitedCapabilityNew)
		h.LimitedCapability = 1
	}
	if p.Status[j] == agents.Employed {
		if p.HoursTenths[j] > h.HoursTenths || p.HoursTenths[j] == h.HoursTenths && p.ID[j] < p.ID[i] {
			h.HoursTenths, h.GrossPencePerWeek = p.HoursTenths[j], p.GrossPay[j]
		}
		if p.Children[j] > 0 && p.CareCost[j] > 0 {
			h.CarePencePerWeek = p.CareCost[j]
			_, h.CareChildren = w.careCost(j, p.HoursTenths[j])
		}
	}
}

// shared tells whether a person's award is paid to two, whose periods run on.
func (w *World) shared(i int32) bool {
	j, is := w.partner(i)
	return is && policy.Running(w.People.Cycle[j])
}

// share is what of a household's amount stands in a person's row: all of it, or half, with the
// odd penny with the lower of two numbers.
func (w *World) share(i int32, pence int64) int64 {
	if w.People.Couple[i] == 0 || !w.shared(i) {
		return pence
	}
	if w.People.ID[i] < w.People.ID[i+w.People.Couple[i]] {
		return pence - pence/2
	}
	return pence / 2
}

// settleCouple does what the calendar says of the claim of two this week.
func (w *World) settleCouple(d *District, i, j int32, of, with policy.Dues) {
	if of&with&policy.PeriodEnds != 0 {
		w.assessTogether(d, i, j, w.Week == w.People.BenefitSince[i])
		of, with = of&^policy.PeriodEnds, with&^policy.PeriodEnds
	}
	w.settle(d, i, of)
	w.settle(d, j, with)
}

// assessTogether works out the award of two for a period that ends, on what both were paid in
// it. Half of it stands in each row, or as much as a sanction takes from either: a sanction
// takes her half of the standard allowance (see policy.Rates.SanctionDailyRate), and no more
// than there is.
func (w *World) assessTogether(d *District, i, j int32, first bool) {
	p := w.People
	var h policy.Household
	w.householdOf(i, &h)
	pay := int64(p.PeriodPay[i]) + int64(p.PeriodPay[j])
	carer := i
	if p.Children[j] > 0 {
		carer = j
	}
	whole, within := w.entitled(carer, &h, pay, first)
	mine, hers := policy.Halves(whole, within, int64(p.PeriodSanction[i]), int64(p.PeriodSanction[j]))
	w.enter(d, i, mine)
	w.enter(d, j, hers)
	for _, k := range [2]int32{i, j} {
		if w.claimIsOver(k, int32(whole)) {
			p.Cycle[k] = policy.Ending(p.Cycle[k])
			w.news(k)
		}
	}
}

// beginCouples gives couples of the starting stock one claim: its periods are those of who is
// out of work, or of the first of two.
func (b *builder) beginCouples(d *District) {
	w, p := b.w, b.w.People
	for _, i := range d.Couples {
		j := i + p.Couple[i]
		if i >= d.Next {
			break
		}
		p.Cycle[i], p.Cycle[j] = policy.NoCycle, policy.NoCycle
		w.hearOf(d, i, j)
		w.hearOf(d, j, i)
		first, since := i, p.BenefitSince[i]
		switch {
		case p.Status[i] != agents.Employed:
		case p.Status[j] != agents.Employed:
			first, since = j, p.BenefitSince[j]
		case p.AwardMonthly[i] == 0:
			continue
		default:
			since = p.JobSince[i]
		}
		p.Cycle[i], p.Cycle[j] = policy.NoCycle, policy.NoCycle // hearing opens periods, too
		w.startPeriods(d, first, since)
		w.shareCycle(first)
	}
}

// joinCycle puts a person whose claim opens into the periods of a partner whose claim runs, and
// tells whether there is such a one.
func (w *World) joinCycle(i int32) bool {
	p := w.People
	j, is := w.partner(i)
	if !is || !policy.Running(p.Cycle[j]) {
		return false
	}
	if !policy.Running(p.Cycle[i]) {
		p.Cycle[i], p.Without[i], p.Protected[i] = p.Cycle[j], p.Without[j], p.Protected[j]
		p.PeriodPay[i], p.PeriodSanction[i] = 0, 0
	}
	return true
}

// shareCycle lets a partner who is in work, or whose award had ended, have the periods of a
// claim that opens or goes on.
func (w *World) shareCycle(i int32) {
	p := w.People
	j, is := w.partner(i)
	if !is || policy.Running(p.Cycle[j]) || p.Status[j] != agents.Employed && p.Status[j] != agents.Claimant && p.Status[j] != agents.OtherBenefit {
		return
	}
	w.joinCycle(j)
}
