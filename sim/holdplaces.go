package sim

import (
	"slices"

	"caseload/policy"
)

// A line is who stands for the places of a programme in a week of the path of an arm that is
// held: there each of its people finds the places and the list of the path, and takes nothing.
type line struct {
	listed int32  // who waits as the week begins, by whom coaches judge the wait
	there  int32  // places
	free   int32  // before anybody starts
	turns  []turn // in their order, of those who would take a place when their turn came
}

// noteLists notes how long the lists are by which coaches have judged the wait this week, and
// who is in work.
func (w *World) noteLists(d *District) {
	if !w.noting {
		return
	}
	s := &d.scratch
	s.atWork = w.atWork(d, s.atWork[:0])
	s.lines = slices.Grow(s.lines[:0], len(d.Places))[:len(d.Places)]
	for k := range d.Places {
		s.lines[k].listed = d.Places[k].Waiting
	}
}

// noteLine begins the note of a programme's line, where it is wanted.
func (w *World) noteLine(d *District, k int) *line {
	if !w.noting {
		return nil
	}
	l, at := &d.scratch.lines[k], &d.Places[k]
	l.there, l.free, l.turns = at.There, max(at.There-at.Taken, 0), l.turns[:0]
	return l
}

// line is that of the path for a programme, where an arm is held to one. Nobody stands in it
// where the path does not have the programme.
func (w *World) line(d *District, k int) (l line, held bool) {
	if !w.hold.Diaries {
		return l, false
	}
	if j := w.path.Regime.Plan.ProgrammeNamed(w.Regime.Plan.Programmes[k].Name); j >= 0 {
		l = w.onPath(d).scratch.lines[j]
	}
	if l.there == 0 {
		l.there, l.free = d.Places[k].There, d.Places[k].There
	}
	return l, true
}

// admits tells whether there is a place for somebody who is alone in the line when her turn
// comes. An arm that has more places, or fewer, has as many more or fewer free.
func (l *line) admits(next turn, there int32) bool {
	free := int((int64(l.free)*int64(there) + int64(l.there)/2) / int64(max(l.there, 1)))
	ahead, _ := slices.BinarySearchFunc(l.turns, next, turn.before)
	if ahead != free {
		return ahead < free
	}
	return slices.ContainsFunc(l.turns[:ahead], func(other turn) bool { return other.row == next.row })
}

// notePartners notes who stands for the places of local partners, where it is wanted.
func (w *World) notePartners(d *District, services []policy.PartnerTerms) {
	if !w.noting {
		return
	}
	s := &d.scratch
	s.partners = slices.Grow(s.partners[:0], len(services))[:len(services)]
	for k := range services {
		l := &s.partners[k]
		l.there = int32(w.here(d, services[k].Places))
		l.free, l.turns = max(l.there-s.served[k+1], 0), l.turns[:0]
	}
	for _, a := range s.waiters {
		l := &s.partners[a.service-1]
		l.turns = append(l.turns, a.turn())
	}
}

// partnerLine is the line of the path for a local partner, where an arm is held to one. Nobody stands
// in it where the path does not have the partner.
func (w *World) partnerLine(d *District, t *policy.PartnerTerms, places int32) (l line, held bool) {
	if !w.hold.Diaries {
		return l, false
	}
	if s := w.path.Regime.Plan.Support; s != nil {
		if j := s.PartnerNamed(t.Name); j > 0 {
			l = w.onPath(d).scratch.partners[j-1]
		}
	}
	if l.there == 0 {
		l.there, l.free = places, places
	}
	return l, true
}
