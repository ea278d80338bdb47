package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// fifths is the number of classes of readiness.
const fifths = 5

// wholePart is a part of the way from one length of an interview to another, in fixed point.
const wholePart = 1000

// weigh works out what a claimant counts in the minutes at a coach's discretion, by the
// fifth of readiness in which the coach believes her to be: by what they gain for the goal
// of the regime, as far as coaches follow it.
func (w *World) weigh() {
	staff := &w.Regime.Plan.Staff
	for goal := range agents.Goals {
		var gain [fifths]float64
		mean := 0.0
		for f := range gain {
			gain[f] = goal.Gain(w.prospects[f])
			mean += gain[f] / fifths
		}
		for f := range gain {
			w.gains[goal][f] = gain[f] / mean
		}
	}
	for kind := range w.weights {
		by := 1 - staff.FollowsGoal + float64(staff.FollowsGoal*w.gains[staff.Goal][kind%fifths])
		w.weights[kind] = max(1, exact.RoundInt64(by*wholePart))
	}
	w.ahead = 0
	for k := range w.Regime.Plan.Schedules {
		w.ahead = max(w.ahead, w.Regime.Plan.Schedules[k].Ahead)
	}
}

// shares divides minutes among interviews that have room for them, by weight and never
// beyond the room: a part of the room for each kind of claimant.
func shares(minutes int64, room, weights [kinds]int64) (part [kinds]int64) {
	for minutes > 0 {
		asked := int64(0)
		for f := range room {
			if part[f] < wholePart {
				asked += room[f] * weights[f]
			}
		}
		if asked == 0 {
			break
		}
		given, full := minutes, false
		for f := range room {
			if part[f] < wholePart && given*weights[f] >= asked {
				part[f], full = wholePart, true
				minutes -= room[f]
			}
		}
		if full {
			continue
		}
		for f := range room {
			if part[f] < wholePart {
				part[f] = given * weights[f] * wholePart / asked
			}
		}
		break
	}
	return part
}

// callIn lets every coach see some of her claimants before their date, in the minutes that
// those who are due have left her. Each of her claimants who can be seen has a chance by
// her weight, such that the minutes are expected to do; if too many are chosen, those come
// first for whom it was closest to certain.
func (w *World) callIn(d *District) {
	if w.ahead == 0 {
		return
	}
	s, c := &d.scratch, &w.Coaches
	s.sooner, s.early = s.sooner[:0], s.early[:0]
	w.listSooner(d)
	for k := range s.sooner {
		r := &s.sooner[k]
		d.desk(r.coach).room[r.kind] += int64(r.length)
	}
	w.shareRoom(d)
	s.early = w.drawSooner(d, s.sooner, s.early)
	for _, key := range s.early {
		r := &s.sooner[key&placeMask]
		if w.squeeze(r) {
			w.use(r)
			c.Early[r.coach]++
			r.why = w.reason(r.row)
			s.requests = append(s.requests, *r)
		}
	}
}

// listSooner notes the claimants who could be seen before their date by coaches with time.
func (w *World) listSooner(d *District) {
	c := &w.Coaches
	s := &d.scratch
	s.dated = w.dated(s.dated, d.WithOffice, w.Week+1, w.Week+w.ahead)
	for _, i := range s.dated {
		if coach := w.People.Coach[i]; coach != noCoach && c.MinutesLeft[coach] > 0 {
			w.considerSooner(d, i)
		}
	}
}

// drawSooner draws who of those who could be seen sooner are, in the order in which they
// are booked.
func (w *World) drawSooner(d *District, sooner []request, chosen []uint64) []uint64 {
	for k := range sooner {
		r := &sooner[k]
		chance := d.desk(r.coach).part[r.kind]
		u := w.Draws.Bits(uint32(w.People.ID[r.row]), int32(w.Week), 0, rng.Sooner) >> 32
		if int64(u)*wholePart < chance<<32 {
			chosen = append(chosen, uint64(int64(u)*wholePart/chance)<<tieShift|uint64(k))
		}
	}
	chosen, d.scratch.spareKeys = sortKeys(chosen, d.scratch.spareKeys)
	return chosen
}

// squeeze finds the minutes of an interview before its date with what the coach has left.
func (w *World) squeeze(r *request) bool {
	left := w.Coaches.MinutesLeft[r.coach]
	switch {
	case left >= int32(r.length):
		r.minutes = r.length
	case left >= int32(r.shortest):
		r.minutes = r.shortest
	default:
		return false
	}
	return true
}

// describe fills in a claimant's wish for an interview by a rule, by the channel that she is
// seen by. Nobody gives the minutes yet.
func (w *World) describe(r *request, i int32, schedule *policy.Schedule, rule policy.RuleID) {
	channel, minutes := w.by(i, schedule)
	r.asked = int16(minutes.Length)
	if w.Regime.Plan.Autonomy != nil {
		minutes = w.shortened(i, minutes)
	}
	r.length, r.shortest, r.longest = int16(minutes.Length), int16(minutes.Shortest), int16(minutes.Longest)
	r.row, r.own, r.coach, r.kind = i, w.People.Coach[i], noCoach, w.kind(i)
	r.mandatory, r.closes, r.rule, r.channel = schedule.Mandatory, schedule.Closes, rule, channel
}

// considerSooner notes a claimant whose rule lets her be seen before her date.
func (w *World) considerSooner(d *District, i int32) {
	p := w.People
	if !w.withOffice(i) || !p.FirstDone[i] {
		return
	}
	schedule, rule := w.rules.Interview(w.Regime.Plan.ClassAt(p.StaticClass[i], w.Week-p.BenefitSince[i]))
	if schedule.Ahead == 0 || p.NextInterview[i] > w.Week+schedule.Ahead {
		return
	}
	var r *request
	d.scratch.sooner, r = another(d.scratch.sooner)
	w.describe(r, i, schedule, rule)
	r.coach, r.every = r.own, schedule.Every
}

// shareRoom divides the minutes that every coach has left among what there is room for.
func (w *World) shareRoom(d *District) {
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			at := d.desk(k)
			at.part = shares(int64(w.Coaches.MinutesLeft[k]), at.room, at.weights)
			at.room = [kinds]int64{}
		}
	}
}

// lengthen lets every coach give the minutes that she has left to the interviews that she
// has booked.
func (w *World) lengthen(d *District) {
	d.askLonger(d.scratch.requests)
	w.shareRoom(d)
	w.giveLonger(d, d.scratch.requests)
}

// askLonger adds up the room for longer interviews at each desk.
func (d *District) askLonger(requests []request) {
	for k := range requests {
		if r := &requests[k]; r.coach != noCoach && r.longest > r.minutes {
			d.desk(r.coach).room[r.kind] += int64(r.longest - r.minutes)
		}
	}
}

// longer is how many minutes an interview gains.
func (d *District) longer(r *request) int16 {
	if r.coach == noCoach || r.longest <= r.minutes {
		return 0
	}
	return int16(int64(r.longest-r.minutes) * d.desk(r.coach).part[r.kind] / wholePart)
}

// giveLonger gives interviews what they gain.
func (w *World) giveLonger(d *District, requests []request) {
	for k := range requests {
		if r := &requests[k]; r.coach != noCoach {
			more := d.longer(r)
			r.minutes += more
			w.Coaches.MinutesLeft[r.coach] -= int32(more)
			w.Coaches.MinutesUsed[r.coach] += int32(more)
		}
	}
}

// prospect is the chance of work within half a year at a weekly hazard.
func prospect(hazard float64) float64 { return exact.ProbabilityFromHazard(26 * hazard) }

// spend counts what the minutes of an interview were spent on, but for some that are used
// up, and returns what they come to.
func (w *World) spend(r *request, at *desk, used float64) *session {
	c, s := &w.Coaches, w.session(at, float64(r.minutes)-used)
	c.MinutesFor[r.coach][w.People.Readiness[r.row]-1] += int32(r.minutes)
	on := &c.SecondsOn[r.coach]
	for a, seconds := range s.seconds {
		on[a] += seconds
	}
	return s
}
