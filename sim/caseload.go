package sim

import (
	"caseload/policy"
	"caseload/sim/rng"
)

// handOver finds a claimant another coach, with whom she has to begin anew.
func (w *World) handOver(d *District, i int32) {
	w.handOverTo(d, i, w.chooseCoach(d, i))
}

// handOverTo gives a claimant the coach.
func (w *World) handOverTo(d *District, i, coach int32) {
	p := w.People
	w.Coaches.Caseload[p.Coach[i]]--
	w.assign(i, coach)
	p.Total.CoachChanges[i]++
	if p.Coach[i] != noCoach {
		w.Coaches.Arrived[p.Coach[i]]++
	}
	d.Log.event(w, i, Event{Kind: "coach_changed", Coach: p.Coach[i]})
}

// assign makes a coach a claimant's: rapport begins anew, and the coach has her own view
// of how far from work the claimant is.
func (w *World) assign(i, coach int32) {
	p := w.People
	p.Coach[i], p.Rapport[i], p.Judged[i] = coach, 0, 0
	if coach != noCoach {
		w.Coaches.Caseload[coach]++
		p.Judged[i] = w.Habits.Judged(p.Readiness[i], w.Draws.UItem(uint32(p.ID[i]), traitWeek, w.Coaches.holderItem(coach), rng.Judge))
	}
}

// choices are how much a claimant is drawn to posts, by their numbers: the highest wins.
func (w *World) choices(i int32) rng.Items {
	return w.Draws.Items(uint32(w.People.ID[i]), 0, rng.CoachChoice)
}

// chooseCoach is the coach of a claimant's office with the highest keyed number among
// those with room at the end of last week, so that more coaches move only those who go to
// the new ones, and who chooses first decides nothing. Where every post is empty she waits
// with one of them. A specialist who is for her and has room comes first, and nobody else
// goes to a specialist while a general coach is there.
func (w *World) chooseCoach(d *District, i int32) int32 {
	o := &d.Offices[w.People.Office[i]-d.Offices[0].Number]
	if o.First == o.Last || w.People.Group[i] == policy.NoGroup {
		return noCoach
	}
	if need := w.needs(i, w.Week); need != general {
		if coach := w.specialist(o, i, need); coach != noCoach {
			return coach
		}
	}
	c := &w.Coaches
	ids, since, kinds, held := c.ID[o.First:o.Last], c.Since[o.First:o.Last], c.Specialism[o.First:o.Last], c.CaseloadBefore[o.First:o.Last]
	var all, there int32
	for k := range since {
		if since[k] <= w.Week && kinds[k] == general {
			all += held[k]
			there++
		}
	}
	room := all/max(there, 1) + roomAboveMean
	best, highest, drawn := noCoach, uint64(0), w.choices(i)
	for k := range since {
		if there > 0 && (since[k] > w.Week || kinds[k] != general || held[k] >= room) {
			continue
		}
		if bits := drawn.Bits(uint32(ids[k])); best == noCoach || bits > highest {
			best, highest = o.First+int32(k), bits
		}
	}
	return best
}

// roomAboveMean is how far above the office's mean a caseload may be for a coach to take on
// more.
const roomAboveMean = 10

// staying is the coach of a claimant under a regime with other posts: her own, where there
// still is one, unless one of the new posts draws her more than every old one does, so
// that the new ones get their share and no more.
func (w *World) staying(d *District, i, own int32, fresh []bool) int32 {
	if own == noCoach {
		return w.chooseCoach(d, i)
	}
	o := &d.Offices[w.People.Office[i]-d.Offices[0].Number]
	drawn := w.choices(i)
	best, highest := own, drawn.Bits(uint32(w.Coaches.ID[own]))
	for k := o.First; k < o.Last; k++ {
		if !w.Coaches.filled(k, w.Week) || w.Coaches.Specialism[k] != w.Coaches.Specialism[own] {
			continue
		}
		if bits := drawn.Bits(uint32(w.Coaches.ID[k])); bits > highest {
			best, highest = k, bits
		}
	}
	if fresh[best] {
		return best
	}
	return own
}

// recoach gives a claimant the coach that she has under a regime with other posts. Where
// the posts are the same she keeps hers.
func (w *World) recoach(d *District, i int32, posts *restaffing) {
	own := w.People.Coach[i]
	if posts.moved == nil {
		if own == noCoach {
			w.assign(i, w.chooseCoach(d, i))
		} else if kind := w.Coaches.Specialism[own]; kind != general && kind != w.needs(i, w.Week-1) {
			w.handOver(d, i)
		}
		return
	}
	if own != noCoach {
		own = posts.moved[own]
	}
	coach := w.staying(d, i, own, posts.fresh)
	if own == noCoach || coach != own {
		w.assign(i, coach)
		return
	}
	w.People.Coach[i] = own
	w.Coaches.Caseload[own]++
}
