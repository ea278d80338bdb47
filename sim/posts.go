package sim

import (
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// restaffing is what became of the posts of one regime under another. It is empty where
// both have the same.
type restaffing struct {
	moved []int32 // by post before: the post now, or noCoach
	fresh []bool  // by post now: there was none before
}

// restaff gives every office the posts of the regime: as many more than its full-time
// equivalents as are empty on average. Office and serial number name a post, so more staff
// adds posts and renames none, and who holds one goes on holding it. It tells
// what became of the posts there were.
func (w *World) restaff() restaffing {
	old := w.Coaches
	moved := make([]int32, len(old.ID))
	for k := range moved {
		moved[k] = noCoach
	}
	staff := &w.Regime.Plan.Staff
	number := staff.FullTimeEquivalents / (1 - staff.Empty()) * w.Scale
	var persons int32
	for k := range w.Districts {
		persons += w.Districts[k].Attached
	}
	expected, made := 0.0, 0
	var c Coaches
	var before []int32 // the number of each post before, or noCoach
	for k := range w.Districts {
		d := &w.Districts[k]
		for j := range d.Offices {
			o := &d.Offices[j]
			expected += float64(number * (float64(d.Attached) / float64(persons)) / float64(len(d.Offices)))
			n := int(exact.RoundInt64(expected)) - made
			made += n
			first, had := int32(len(c.ID)), o.Last-o.First
			for serial := range int32(n) {
				from := noCoach
				if serial < had {
					from = o.First + serial
					moved[from] = int32(len(c.ID))
				}
				c.ID = append(c.ID, coachID(o.Number, serial))
				c.Office = append(c.Office, o.Number)
				before = append(before, from)
			}
			o.First, o.Last = first, int32(len(c.ID))
		}
	}
	c.makeColumns()
	w.Coaches = c
	fresh := make([]bool, len(before))
	for post, from := range before {
		fresh[post] = from == noCoach
		w.fill(int32(post), from, &old)
	}
	for from, to := range moved {
		if heir := slices.Index(c.Office, old.Office[from]); to == noCoach && heir >= 0 {
			c.Ended[heir].add(&old.Ended[from])
		}
	}
	return restaffing{moved: moved, fresh: fresh}
}

// makeColumns makes room for as many posts as have names.
func (c *Coaches) makeColumns() {
	n := len(c.ID)
	for _, column := range []*[]int32{&c.Holder, &c.Caseload, &c.CaseloadBefore, &c.MinutesLeft, &c.MinutesAvailable, &c.MinutesUsed, &c.Held, &c.Missed, &c.Postponed, &c.Excused, &c.Referrals, &c.Early, &c.Arrived, &c.Offers, &c.MinutesReferring, &c.Overdue, &c.ClaimantWeeks, &c.ToWork, &c.Sanctions, &c.ClosedEarly, &c.MovedOn, &c.Cover, &c.Consulted,
		&c.SecondsSubmitting, &c.Submissions, &c.SecondsSupporting, &c.SpentPence} {
		*column = make([]int32, n)
	}
	for _, column := range []*[]float32{&c.Skill, &c.Strictness, &c.Rapport, &c.Spending, &c.Conscience} {
		*column = make([]float32, n)
	}
	c.Practice, c.Specialism, c.Leaning = make([]Practice, n), make([]uint8, n), make([]leanings, n)
	c.Counted, c.Closed, c.Pressure, c.Ended = make([]tallies, n), make([]tallies, n), make([]pressures, n), make([]cohorts, n)
	c.Since, c.Present = make([]agents.Week, n), make([]bool, n)
	c.SecondsOn, c.MinutesFor = make([][agents.Activities]int32, n), make([][fifths]int32, n)
}

// fill puts somebody into a post: who held it before, or a first holder.
func (w *World) fill(post, from int32, old *Coaches) {
	c := &w.Coaches
	if from != noCoach {
		c.Holder[post], c.Since[post], c.Ended[post] = old.Holder[from], old.Since[from], old.Ended[from]
	} else {
		c.Since[post] = w.begins(c, post, w.Week > -w.made.BurnIn)
	}
	w.appoint(c, post)
}

// begins is the week in which the holder of a post began who is there when it is made: the
// time behind a coach of the starting stock is geometric, one who is hired with the post
// is new. A share of the posts is empty, as in the long run.
func (w *World) begins(c *Coaches, post int32, new bool) agents.Week {
	staff := &w.Regime.Plan.Staff
	u := w.Draws.U(uint32(c.ID[post]), traitWeek, rng.CoachStart)
	empty := staff.Empty()
	if u < empty {
		return w.Week + 1 + agents.Week(exact.FloorInt64(u/empty*float64(staff.Recruitment)))
	}
	if new {
		return w.Week
	}
	if staff.Turnover <= 0 {
		return w.Week - longestInPost
	}
	weeks := exact.Log1p(-(u-empty)/(1-empty)) / exact.Log1p(-min(staff.Turnover, 0.99))
	return w.Week - agents.Week(min(exact.FloorInt64(weeks), longestInPost))
}

// longestInPost is forty years.
const longestInPost = 2080
