package sim

import (
	"fmt"
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// general is what a coach is who has no specialism; specialists are numbered from 1 on in
// the order of the regime.
const general uint8 = 0

// specialise gives every post its specialism under the regime. A post keeps it whoever
// holds it, as long as shares are the same. The starting stock is with general coaches.
func (w *World) specialise() {
	c := &w.Coaches
	for post := range c.ID {
		c.Specialism[post] = general
		u := w.Draws.U(uint32(c.ID[post]), traitWeek, rng.Specialism)
		for k := range w.Regime.Plan.Specialists {
			if share := w.Regime.Plan.Specialists[k].Share; u < share {
				c.Specialism[post] = uint8(k + 1)
				c.CaseloadBefore[post] = max(c.CaseloadBefore[post], w.Regime.Plan.Specialists[k].Caseload)
				break
			} else {
				u -= share
			}
		}
	}
}

// needs is the specialism that is for a claimant in a week.
func (w *World) needs(i int32, week agents.Week) uint8 {
	plan := w.Regime.Plan
	if len(plan.Specialists) == 0 {
		return general
	}
	facts := w.facts(i, week)
	facts.WeeksOnBenefit = int(week - w.People.BenefitSince[i])
	group := plan.Groups[w.People.Group[i]].Name
	for k := range plan.Specialists {
		if plan.Specialists[k].Fits(facts, group) {
			return uint8(k + 1)
		}
	}
	return general
}

// specialist is the coach of a claimant's office for those who need a specialism with the
// highest keyed number among those with room; noCoach where there is none.
func (w *World) specialist(o *Office, i int32, specialism uint8) int32 {
	c := &w.Coaches
	best, highest, drawn := noCoach, uint64(0), w.choices(i)
	for k := o.First; k < o.Last; k++ {
		if c.Specialism[k] != specialism || !c.filled(k, w.Week) || c.CaseloadBefore[k] >= w.Regime.Plan.Specialists[specialism-1].Caseload {
			continue
		}
		if bits := drawn.Bits(uint32(c.ID[k])); best == noCoach || bits > highest {
			best, highest = k, bits
		}
	}
	return best
}

// review notes a claimant who by now should have another specialism, if it is the week in
// which that is seen.
func (w *World) review(d *District, i int32, weeks agents.Week) {
	own := w.People.Coach[i]
	if own == noCoach || weeks <= 0 || !w.Regime.Plan.ReviewsAt(weeks) {
		return
	}
	need := w.needs(i, w.Week)
	if need != general && need != w.Coaches.Specialism[own] && w.Regime.Plan.Specialists[need-1].ReviewsAt(weeks) {
		tie := w.Draws.Bits(uint32(w.People.ID[i]), int32(w.Week), 0, rng.Specialism)
		d.scratch.reviewed = append(d.scratch.reviewed, tie&^placeMask|uint64(i-d.First))
	}
}

// admit hands those who were noted over to specialists, by lot while there is room.
func (w *World) admit(d *District) {
	list := d.scratch.reviewed
	slices.Sort(list)
	for _, key := range list {
		i := d.First + int32(key&placeMask)
		need := w.needs(i, w.Week)
		if w.People.Coach[i] == noCoach || need == general { // her group or profile is another one since
			continue
		}
		if coach := w.specialist(d.office(w.People.Office[i]), i, need); coach != noCoach && w.Coaches.Caseload[coach] < w.Regime.Plan.Specialists[need-1].Caseload {
			w.handOverTo(d, i, coach)
		}
	}
	d.scratch.reviewed = list[:0]
}

// serves tells whether a coach may stand in for another: one of her specialism, and a general
// one for anybody. Specialists' minutes are for those whom they are for.
func (c *Coaches) serves(coach, own int32) bool {
	return c.Specialism[coach] == general || c.Specialism[coach] == c.Specialism[own]
}

// expertise is what an interview adds beside one of a general coach of the same skill. A
// specialist who has no room may be asked for some minutes.
func (w *World) expertise(d *District, r *request) float64 {
	c, plan := &w.Coaches, w.Regime.Plan
	if len(plan.Specialists) == 0 {
		return 1
	}
	if kind := c.Specialism[r.coach]; kind != general {
		return plan.Specialists[kind-1].Skill
	}
	if need := w.needs(r.row, w.Week); need != general && plan.Specialists[need-1].Consulted > 0 && w.consult(d, r, need, &plan.Specialists[need-1]) {
		return plan.Specialists[need-1].Skill
	}
	return 1
}

// consult finds the minutes of a specialist for the interview of another coach.
func (w *World) consult(d *District, r *request, need uint8, terms *policy.SpecialistTerms) bool {
	c, o := &w.Coaches, d.office(w.People.Office[r.row])
	for k := o.First; k < o.Last; k++ {
		if c.Specialism[k] == need && c.MinutesLeft[k] >= terms.Consulted {
			c.MinutesLeft[k] -= terms.Consulted
			c.MinutesUsed[k] += terms.Consulted
			c.Consulted[k]++
			return true
		}
	}
	return false
}

// office is that of a number.
func (d *District) office(number int16) *Office { return &d.Offices[number-d.Offices[0].Number] }

func specialistsSay(list []policy.SpecialistTerms) (says string) {
	for k := range list {
		s := &list[k]
		says += fmt.Sprintf("; %g%% are for %s, with %d claimants at most and %g times the effect", s.Share*100, s.Name, s.Caseload, s.Skill)
		if s.Review > 0 {
			says += ", seen to every " + weeksIn(s.Review)
		}
		if s.Consulted > 0 {
			says += fmt.Sprintf(", or asked for %d minutes", s.Consulted)
		}
	}
	return says
}
