package sim

import (
	"reflect"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// Coaches is the posts of work coaches of a world, sorted by office. A post has one holder
// after another, and is empty until the week in which the next one begins.
type Coaches struct {
	ID               []int32 // office and serial: see coachID
	Office           []int16
	Holder           []int32       // how many have left the post
	Since            []agents.Week // first week of the present or the next holder
	Skill            []float32     // see agents.Coach, like the next two
	Strictness       []float32
	Rapport          []float32
	Caseload         []int32
	CaseloadBefore   []int32 // at the end of last week
	Present          []bool
	MinutesLeft      []int32
	MinutesAvailable []int32 // since the last observed week, like all that follow
	MinutesUsed      []int32
	SecondsOn        [][agents.Activities]int32 // of interviews held, by activity
	MinutesFor       [][fifths]int32            // of interviews held, by readiness of the claimant
	Held             []int32                    // interviews that were booked are held or missed
	Missed           []int32
	Postponed        []int32 // put off by claimants who asked in time
	Excused          []int32 // of the missed
	Referrals        []int32
	Early            []int32 // booked before their date
	Arrived          []int32 // claimants taken over from coaches who left
	Offers           []int32 // of programmes
	MinutesReferring []int32 // of interviews
	Overdue          []int32 // at the end of the week
	ClaimantWeeks    []int32 // her claimants, added up over weeks
	ToWork           []int32 // claimants who found work
	Sanctions        []int32 // imposed on her claimants
	ClosedEarly      []int32 // claims closed because a date was near that counts
	Cover            []int32 // interviews held with claimants of colleagues
	Consulted        []int32 // times asked for advice by colleagues
	MovedOn          []int32 // claimants advised for the same reason to ask for an assessment
	Practice         []Practice
	Specialism       []uint8 // see general
	Leaning          []leanings
	Conscience       []float32 // see agents.Games
	Counted          []tallies // of this period
	Closed           []tallies // of the last
	Pressure         []pressures
	Ended            []cohorts // claims that ended, by the week from which they counted

	SecondsSubmitting []int32 // of interviews held, in which claimants were submitted to vacancies
	Submissions       []int32
	SecondsSupporting []int32   // of interviews held, in which something was done about barriers
	SpentPence        []int32   // from the fund
	Spending          []float32 // disposition to spend, standard units
}

// clone copies every column.
func (c Coaches) clone() Coaches {
	eachColumn(&c, func(_ string, column reflect.Value) {
		if column.Len() > 0 {
			column.Set(reflect.AppendSlice(reflect.MakeSlice(column.Type(), 0, column.Len()), column))
		}
	})
	return c
}

// coachID is the identity of a post: its office and its serial number in it.
func coachID(office int16, serial int32) int32 { return int32(office)*coachesPerOffice + serial }

const coachesPerOffice = 4096

// desk is what a coach brings to the interviews of a week, worked out once.
type desk struct {
	skill   float64                    // with what she has learned
	content [agents.Activities]float64 // shares of an interview
	won     float64                    // see agents.RapportWon
	manner  float64                    // see agents.Met
	weights [kinds]int64               // in the minutes at her discretion
	room    [kinds]int64               // minutes by which her interviews could be longer
	part    [kinds]int64               // of these that she gives, in wholePart

	sessions [16]session // by the last digits of their minutes; whatever was asked for last
}

// session is what some minutes with a coach come to. Most interviews are as long as some other.
type session struct {
	minutes float64
	seconds [agents.Activities]int32 // by activity
	helped  float64                  // see agents.Helped, of a coach of skill 1
	checked float64                  // see agents.Yield
	won     float64                  // see agents.RapportWonIn
}

// session is what some minutes come to at a desk.
func (w *World) session(at *desk, minutes float64) *session {
	s, c := &at.sessions[int(minutes)%len(at.sessions)], w.Habits
	if s.minutes == minutes && minutes > 0 {
		return s
	}
	on := at.content
	for a := range on {
		on[a] = float64(on[a] * minutes)
		s.seconds[a] = int32(exact.RoundInt64(60 * on[a]))
	}
	s.minutes = minutes
	s.helped, s.checked, s.won = c.Helped(1, on[agents.Planning]), c.Yield(agents.Check, on[agents.Check]), c.RapportWonIn(on[agents.Encourage], at.won)
	return s
}

// desk is that of a coach of the district.
func (d *District) desk(coach int32) *desk { return &d.scratch.desks[coach-d.Offices[0].First] }

// filled tells whether a post has somebody in it this week.
func (c *Coaches) filled(post int32, week agents.Week) bool { return c.Since[post] <= week }

// strictness is the standing of a coach among all, in standard units, with what the regime
// makes of coaches: 0 for the mean as they are, and where no coach takes part.
func (w *World) strictness(coach int32) float64 {
	if coach == noCoach {
		return 0
	}
	return float64(w.Coaches.Strictness[coach]) + w.Regime.Plan.Staff.Stricter
}

// kindness is that of a coach's disposition to enable.
func (w *World) kindness(coach int32) float64 {
	return float64(w.Coaches.Rapport[coach]) + w.Regime.Plan.Staff.Kinder
}

// holderItem tells the holders of a post apart in the address of a draw.
func (c *Coaches) holderItem(post int32) uint32 {
	return uint32(c.ID[post]) ^ uint32(c.Holder[post])<<24
}

// appoint draws who the present holder of a post is.
func (w *World) appoint(c *Coaches, post int32) {
	u := func(purpose rng.Purpose) float64 {
		return w.Draws.UItem(uint32(c.ID[post]), traitWeek, uint32(c.Holder[post]), purpose)
	}
	coach := w.Habits.NewCoach(u(rng.CoachSkill), u(rng.CoachStrictness), u(rng.CoachRapport))
	w.lean(c, post)
	c.Conscience[post] = float32(w.Habits.NewConscience(u(rng.Conscience)))
	c.Spending[post] = float32(exact.NormalQuantile(u(rng.CoachSpends)))
	c.Skill[post], c.Strictness[post], c.Rapport[post] = float32(coach.Skill), float32(coach.Strictness), float32(coach.Rapport)
}

// staff lets coaches of a district leave, says who is there this week and gives them their
// minutes. Who has lost her coach to a departure gets another.
func (w *World) staff(d *District) {
	c, staff := &w.Coaches, &w.Regime.Plan.Staff
	d.openDesks()
	left := false
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			if staff.Turnover > 0 && c.filled(k, w.Week) && w.Draws.U(uint32(c.ID[k]), int32(w.Week), rng.CoachLeaves) < staff.Turnover {
				c.Holder[k]++
				c.Since[k] = w.Week + max(staff.Recruitment, 1)
				w.appoint(c, k)
				left = true
			}
			w.present(d, k)
		}
	}
	if !left {
		return
	}
	for _, i := range d.WithOffice {
		if k := w.People.Coach[i]; k != noCoach && c.Since[k] == w.Week+max(staff.Recruitment, 1) {
			w.handOver(d, i)
		}
	}
}

// openDesks clears a desk for every post of the district.
func (d *District) openDesks() {
	posts := d.Offices[len(d.Offices)-1].Last - d.Offices[0].First
	d.scratch.desks = grow(d.scratch.desks, int(posts))
	clear(d.scratch.desks)
}

// present gives a coach her minutes of the week, if she is there.
func (w *World) present(d *District, k int32) {
	c, staff := &w.Coaches, &w.Regime.Plan.Staff
	at := d.desk(k)
	at.manner = w.Habits.Met(w.strictness(k), w.kindness(k))
	c.Overdue[k], c.MinutesLeft[k] = 0, 0
	c.Present[k] = c.filled(k, w.Week) && w.Draws.U(uint32(c.ID[k]), int32(w.Week), rng.PresentCoach) < staff.Present
	if !c.Present[k] {
		return
	}
	minutes := staff.MinutesPresentWeek
	learned := agents.Learned(w.Week-c.Since[k], staff.Training)
	if learned < 1 {
		minutes = int32(exact.RoundInt64(float64(minutes) * agents.Between(staff.NewcomerTime, learned)))
	}
	c.MinutesLeft[k] = minutes
	c.MinutesAvailable[k] += minutes
	w.press(k, at)
	at.skill = float64(c.Skill[k]) * agents.Between(w.Habits.Coaching.NewcomerSkill, learned)
	at.won = w.Habits.RapportWon(w.kindness(k))
	at.content = w.Habits.Content(staff.Content, w.strictness(k), w.kindness(k))
}
