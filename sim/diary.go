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
	every            agents.Week // to the next interview, by the rule for interviews after the first
	mandatory, first bool
	closes           bool // the claim of who stays away
	channel          agents.Channel
	why              agents.Reason // what keeps her from coming this week
	comes            bool          // where nothing does
	submissions      uint8         // of hers to vacancies that there is time for
}

// another makes room for one more request.
func another(requests []request) ([]request, *request) {
	requests = append(requests, request{})
	return requests, &requests[len(requests)-1]
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
	s.dated = w.dated(s.dated, d.WithOffice, -agents.Never, w.Week)
	for _, i := range s.dated {
		if w.withOffice(i) {
			w.request(d, i)
		}
	}
	for o := range d.Offices {
		s.keys[o], s.spareKeys = sortKeys(s.keys[o], s.spareKeys)
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

// dated lists those of some rows whose next interview is between two weeks, in their order.
// Every row is written down and counted if it is one of them: who is due is as good as random,
// and a processor that guesses wrong loses more time than that takes.
func (w *World) dated(list, rows []int32, first, last agents.Week) []int32 {
	list = grow(list, len(rows))
	next, span, n := w.People.NextInterview, uint16(last-first), 0
	for _, i := range rows {
		list[n] = i
		if uint16(next[i]-first) <= span {
			n++
		}
	}
	return list[:n]
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

// sortKeys sorts keys, with another slice to work in; what comes back is which is which. An
// office has hundreds of requests a week, and one pass over all keys for each of their three
// highest bytes leaves next to nothing out of place.
func sortKeys(keys, spare []uint64) (sorted, rest []uint64) {
	if len(keys) < 100 {
		slices.Sort(keys)
		return keys, spare
	}
	spare = grow(spare, len(keys))
	for shift := 40; shift < 64; shift += 8 {
		var next [256]int
		for _, key := range keys {
			next[uint8(key>>shift)]++
		}
		place := 0
		for b, n := range next {
			next[b] = place
			place += n
		}
		for _, key := range keys {
			b := uint8(key >> shift)
			spare[next[b]] = key
			next[b]++
		}
		keys, spare = spare, keys
	}
	for k, key := range keys {
		for ; k > 0 && keys[k-1] > key; k-- {
			keys[k] = keys[k-1]
		}
		keys[k] = key
	}
	return keys, spare
}

// request asks for minutes for a claimant whose interview is due.
func (w *World) request(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	schedule, rule := w.rules.Interview(plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i]))
	first, every := !p.FirstDone[i], schedule.Every
	if first {
		schedule, rule = &plan.First, plan.FirstRule
	}
	if schedule.LengthMinutes == 0 || p.Coach[i] == noCoach {
		p.NextInterview[i] = agents.Never
		return
	}
	why := w.reason(i)
	if why != agents.NoReason && w.putsOff(d, i) {
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
	var r *request
	s.requests, r = another(s.requests)
	w.describe(r, i, schedule, rule)
	r.first, r.every, r.why = first, every, why
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
