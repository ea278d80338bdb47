package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
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
	var gain [fifths]float64
	mean := 0.0
	for f := range gain {
		gain[f] = staff.Goal.Gain(w.prospects[f])
		mean += gain[f] / fifths
	}
	for f := range gain {
		by := 1 - staff.FollowsGoal + float64(staff.FollowsGoal*(gain[f]/mean))
		w.weights[f] = max(1, exact.RoundInt64(by*wholePart))
	}
}

// shares divides minutes among interviews that have room for them, by weight and never
// beyond the room: a part of the room for each fifth.
func shares(minutes int64, room, weights [fifths]int64) (part [fifths]int64) {
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

// lengthen lets every coach give the minutes that she has left to the interviews that she
// has booked.
func (w *World) lengthen(d *District) {
	c := &w.Coaches
	requests := d.scratch.requests
	for k := range requests {
		if r := &requests[k]; r.coach != noCoach && r.longest > r.minutes {
			d.desk(r.coach).room[r.fifth] += int64(r.longest - r.minutes)
		}
	}
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			at := d.desk(k)
			at.part = shares(int64(c.MinutesLeft[k]), at.room, w.weights)
		}
	}
	for k := range requests {
		r := &requests[k]
		if r.coach == noCoach || r.longest <= r.minutes {
			continue
		}
		more := int16(int64(r.longest-r.minutes) * d.desk(r.coach).part[r.fifth] / wholePart)
		r.minutes += more
		c.MinutesLeft[r.coach] -= int32(more)
		c.MinutesUsed[r.coach] += int32(more)
	}
}

// prospect is the chance of work within half a year at a weekly hazard.
func prospect(hazard float64) float64 { return exact.ProbabilityFromHazard(26 * hazard) }

// spend counts what the minutes of an interview were spent on, and returns them.
func (w *World) spend(d *District, i int32, coach int32, minutes int16) (on [agents.Activities]float64) {
	c := &w.Coaches
	c.MinutesFor[coach][w.People.Readiness[i]-1] += int32(minutes)
	for a, share := range d.desk(coach).content {
		on[a] = share * float64(minutes)
		c.SecondsOn[coach][a] += int32(exact.RoundInt64(60 * on[a]))
	}
	return on
}
