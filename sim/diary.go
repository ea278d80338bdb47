package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

const noCoach int32 = -1

// request is one claimant's wish for minutes this week and, once settled, her booking.
// Requests stay in row order; what is sorted is their keys.
type request struct {
	row              int32
	own              int32 // her coach
	coach            int32 // who gives the minutes; noCoach when the diary is full
	length, shortest int16
	asked            int16 // length by the rule
	longest          int16
	minutes          int16
	kind             uint8 // see kinds
	rule             policy.RuleID
	mandatory, first bool
	closes           bool // the claim of who stays away
	channel          agents.Channel
}

// diary books the interviews that are due into the minutes of coaches who are present,
// office by office. A full diary first shortens interviews on the way to their shortest
// length, then defers the least urgent; minutes that are left
// bring claimants in sooner and make interviews longer.
func diary(w *World, d *District) {
	w.staff(d)
	s := &d.scratch
	s.requests = s.requests[:0]
	for len(s.keys) < len(d.Offices) {
		s.keys = append(s.keys, nil)
	}
	for o := range d.Offices {
		s.keys[o] = s.keys[o][:0]
	}
	for _, i := range d.WithOffice {
		if w.People.NextInterview[i] <= w.Week && w.withOffice(i) {
			w.request(d, i)
		}
	}
	for o := range d.Offices {
		slices.Sort(s.keys[o])
	}
	if w.hold.Diaries {
		w.besideCrowd(d)
		return
	}
	for o := range d.Offices {
		w.settleOffice(d, &d.Offices[o], s.requests, s.keys[o])
	}
	w.callIn(d)
	w.lengthen(d)
}

// The key of a request: urgency (8 bits), keyed tie (32 bits), place among the district's
// requests (24 bits). Places are in the order of rows, which decides nothing but which of
// two persons with one tie, one pair in four thousand million, comes first.
const (
	urgencyShift = 56
	tieShift     = 24
	placeMask    = 1<<tieShift - 1
	mostOverdue  = 253
	lastOfAll    = 255
)

// request asks for minutes for a claimant whose interview is due.
func (w *World) request(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	class := plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i])
	schedule, rule := w.rules.Interview(class)
	first := !p.FirstDone[i]
	if first {
		schedule, rule = &plan.First, plan.FirstRule
	}
	if schedule.LengthMinutes == 0 || p.Coach[i] == noCoach {
		p.NextInterview[i] = agents.Never
		return
	}
	if w.putsOff(d, i) {
		return
	}
	// First interviews and those that end a sanction come first, then the longest overdue.
	urgency := uint64(0)
	switch {
	case first || p.SanctionOpen[i]:
	case w.lateLast(i):
		urgency = lastOfAll
	default:
		urgency = mostOverdue + 1 - uint64(min(w.Week-p.NextInterview[i], mostOverdue))
	}
	s := &d.scratch
	office := p.Office[i] - d.Offices[0].Number
	tie := w.Draws.Bits(uint32(p.ID[i]), int32(w.Week), 0, rng.InterviewTie) >> 32
	s.keys[office] = append(s.keys[office], urgency<<urgencyShift|tie<<tieShift|uint64(len(s.requests)))
	r := w.booking(i, schedule, rule)
	r.own, r.first, r.kind = p.Coach[i], first, w.kind(i)
	s.requests = append(s.requests, r)
}

// bookings is an office's diary of a week while it fills.
type bookings struct {
	office *Office
	part   [kinds]int64 // of the way from shortest to full length, in wholePart
	cover  int32        // the coach with whom the search for a colleague goes on
}

// openDiary sets how long the interviews of an office can be.
func (w *World) openDiary(d *District, o *Office, requests []request, keys []uint64) bookings {
	var supply, least int64
	var room [kinds]int64
	for k := o.First; k < o.Last; k++ {
		supply += int64(w.Coaches.MinutesLeft[k])
	}
	for _, key := range keys {
		r := &requests[key&placeMask]
		least += int64(r.shortest)
		room[r.kind] += int64(r.length - r.shortest)
	}
	return bookings{office: o, part: shares(supply-least, asking(room), w.weightsOf(d, o)), cover: o.First}
}

// settleOffice gives an office's minutes to requests in their order.
func (w *World) settleOffice(d *District, o *Office, requests []request, keys []uint64) {
	b := w.openDiary(d, o, requests, keys)
	for _, key := range keys {
		r := &requests[key&placeMask]
		if w.find(&b, r); r.coach == noCoach {
			w.Coaches.Overdue[r.own]++
		}
		w.use(r)
	}
}

// find looks for the minutes of a request as the diary stands. A claimant sees her own
// coach if that coach is there and has room, otherwise a colleague.
func (w *World) find(b *bookings, r *request) {
	r.minutes = r.shortest + int16(int64(r.length-r.shortest)*b.part[r.kind]/wholePart)
	r.coach, b.cover = w.whoHas(b.office, r.own, b.cover, int32(r.minutes))
	if r.coach == noCoach && r.minutes > r.shortest {
		// What is left between the interviews of each coach may hold a shorter one.
		r.minutes = r.shortest
		r.coach, b.cover = w.whoHas(b.office, r.own, b.cover, int32(r.minutes))
	}
}

// use takes the minutes that were found from who gives them.
func (w *World) use(r *request) {
	if r.coach != noCoach {
		w.Coaches.MinutesLeft[r.coach] -= int32(r.minutes)
		w.Coaches.MinutesUsed[r.coach] += int32(r.minutes)
	}
}

// whoHas finds the minutes with a claimant's own coach, otherwise with a colleague.
func (w *World) whoHas(o *Office, own, cover, minutes int32) (coach, next int32) {
	if !w.Regime.Plan.Staff.Pooled && w.Coaches.MinutesLeft[own] >= minutes {
		return own, cover
	}
	return w.colleague(o, own, cover, minutes)
}

// colleague finds a coach of the office with enough minutes, beginning where the last
// search ended so that cover is spread.
func (w *World) colleague(o *Office, own, from, minutes int32) (coach, next int32) {
	n := o.Last - o.First
	for k := range n {
		c := o.First + (from-o.First+k)%n
		if w.Coaches.MinutesLeft[c] >= minutes && w.Coaches.serves(c, own) {
			return c, c
		}
	}
	return noCoach, from
}
