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
	coach            int32 // who gives the minutes; noCoach when the diary is full
	length, shortest int16
	minutes          int16
	rule             policy.RuleID
	mandatory, first bool
	channel          agents.Channel
}

// diary books the interviews that are due into the minutes of coaches who are present,
// office by office. A full diary first shortens every interview by the same part of the
// way to its shortest length, then defers the least urgent.
func diary(w *World, d *District) {
	w.presence(d)
	s := &d.scratch
	s.requests = s.requests[:0]
	for len(s.keys) < len(d.Offices) {
		s.keys = append(s.keys, nil)
	}
	for o := range d.Offices {
		s.keys[o] = s.keys[o][:0]
	}
	for _, i := range d.Claimants {
		if w.People.NextInterview[i] <= w.Week && w.People.Status[i] == agents.Claimant {
			w.request(d, i)
		}
	}
	for o := range d.Offices {
		slices.Sort(s.keys[o])
		w.settleOffice(&d.Offices[o], s.requests, s.keys[o])
	}
}

// The key of a request: urgency (8 bits), keyed tie (32 bits), place among the district's
// requests (24 bits). Places are in the order of rows, which decides nothing but which of
// two persons with one tie, one pair in four thousand million, comes first.
const (
	urgencyShift = 56
	tieShift     = 24
	placeMask    = 1<<tieShift - 1
	mostOverdue  = 254
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
	// First interviews and those that end a sanction come first, then the longest overdue.
	urgency := uint64(0)
	if !first && !p.SanctionOpen[i] {
		urgency = mostOverdue + 1 - uint64(min(w.Week-p.NextInterview[i], mostOverdue))
	}
	channel, length, shortest := w.by(i, schedule)
	s := &d.scratch
	office := p.Office[i] - d.Offices[0].Number
	tie := w.Draws.Bits(uint32(p.ID[i]), int32(w.Week), 0, rng.InterviewTie) >> 32
	s.keys[office] = append(s.keys[office], urgency<<urgencyShift|tie<<tieShift|uint64(len(s.requests)))
	s.requests = append(s.requests, request{
		row: i, coach: noCoach, length: length, shortest: shortest, channel: channel,
		mandatory: schedule.Mandatory, first: first, rule: rule,
	})
}

// presence says which coaches are there this week and gives them their minutes.
func (w *World) presence(d *District) {
	c, staff := &w.Coaches, &w.Regime.Plan.Staff
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			c.Present[k] = w.Draws.U(uint32(c.ID[k]), int32(w.Week), rng.PresentCoach) < staff.Present
			c.MinutesLeft[k] = 0
			if c.Present[k] {
				c.MinutesLeft[k] = staff.MinutesPresentWeek
				c.MinutesAvailable[k] += staff.MinutesPresentWeek
			}
			c.Overdue[k] = 0
		}
	}
}

// settleOffice gives an office's minutes to requests in their order. A claimant sees her
// own coach if that coach is there and has room, otherwise a colleague.
func (w *World) settleOffice(o *Office, requests []request, keys []uint64) {
	c := &w.Coaches
	var supply, demand, least int64
	for k := o.First; k < o.Last; k++ {
		supply += int64(c.MinutesLeft[k])
	}
	for _, key := range keys {
		demand += int64(requests[key&placeMask].length)
		least += int64(requests[key&placeMask].shortest)
	}
	part := lengthening(supply, demand, least)
	cover := o.First
	for _, key := range keys {
		r := &requests[key&placeMask]
		r.minutes = r.shortest + int16(int64(r.length-r.shortest)*part/wholePart)
		own := w.People.Coach[r.row]
		r.coach, cover = w.whoHas(o, own, cover, int32(r.minutes))
		if r.coach == noCoach && r.minutes > r.shortest {
			// What is left between the interviews of each coach may hold a shorter one.
			r.minutes = r.shortest
			r.coach, cover = w.whoHas(o, own, cover, int32(r.minutes))
		}
		if r.coach == noCoach {
			c.Overdue[own]++
			continue
		}
		c.MinutesLeft[r.coach] -= int32(r.minutes)
		c.MinutesUsed[r.coach] += int32(r.minutes)
	}
}

// whoHas finds the minutes with a claimant's own coach, otherwise with a colleague.
func (w *World) whoHas(o *Office, own, cover, minutes int32) (coach, next int32) {
	if w.Coaches.MinutesLeft[own] >= minutes {
		return own, cover
	}
	return w.colleague(o, cover, minutes)
}

// wholePart is a part of the way from shortest to full length, in fixed point.
const wholePart = 1000

// lengthening is how far every interview of an office can go beyond its shortest length.
func lengthening(supply, demand, least int64) int64 {
	switch {
	case demand <= supply:
		return wholePart
	case least >= supply:
		return 0
	}
	return (supply - least) * wholePart / (demand - least)
}

// colleague finds a coach of the office with enough minutes, beginning where the last
// search ended so that cover is spread.
func (w *World) colleague(o *Office, from int32, minutes int32) (coach, next int32) {
	n := o.Last - o.First
	for k := range n {
		c := o.First + (from-o.First+k)%n
		if w.Coaches.MinutesLeft[c] >= minutes {
			return c, c
		}
	}
	return noCoach, from
}

// chooseCoach gives a claimant the coach of her office with the highest keyed number
// among those with room, so that more coaches move only those who go to the new ones.
func (w *World) chooseCoach(d *District, i int32) int32 {
	o := &d.Offices[w.People.Office[i]-d.Offices[0].Number]
	if o.First == o.Last || w.People.Group[i] == policy.NoGroup {
		return noCoach
	}
	c := &w.Coaches
	var held int32
	for k := o.First; k < o.Last; k++ {
		held += c.Caseload[k]
	}
	room := held/(o.Last-o.First) + roomAboveMean
	best, highest := noCoach, uint64(0)
	for k := o.First; k < o.Last; k++ {
		bits := w.Draws.Bits(uint32(w.People.ID[i]), 0, uint32(c.ID[k]), rng.CoachChoice)
		if c.Caseload[k] < room && (best == noCoach || bits > highest) {
			best, highest = k, bits
		}
	}
	c.Caseload[best]++
	return best
}

// roomAboveMean is how far above the office's mean a caseload may go.
const roomAboveMean = 10

// coachID is the identity of a coach: her office and her serial number in it.
func coachID(office int16, serial int32) int32 { return int32(office)*coachesPerOffice + serial }

const coachesPerOffice = 4096
