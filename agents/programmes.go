package agents

import "caseload/agents/exact"

// Course is what taking part in a programme asks and gives. It acts by the same equations
// whatever the programme is called.
type Course struct {
	Weeks       Week
	Hours       float64 // a week
	Absent      float64 // share of weeks missed without a good reason, volunteer of mean motivation
	DropOut     float64 // chance a week of giving it up, the same
	Skill       float64 // log productivity of who attends all of it
	Level       float64 // skill to which it leads, standard units; 0 where everybody learns alike
	Certificate float64 // share of those who complete it
	Search      float64 // log of what an application comes to, of who attends all of it
	Severity    float64 // standard units taken off a limiting condition, of who attends all of it
	Business    float64 // share of those who complete it who begin to work for themselves
	Job         bool    // it is a temporary job
	Subsidy     float64 // share of pay that is paid to who hires somebody on it
	Introduced  float64 // share of those who complete it who are introduced to an employer

	SubsidyWeeks Week    // for which it is paid
	SubsidyKnown float64 // share of weeks in which employers to whom she applies know of it

	Functions Supply // while somebody takes part
	Group     Group  // the circles in which it is taken; of no size for a course without
	For       int    // occupation group that it leads to, one more than its number; 0 for none
}

// Programmes holds how people decide about programmes, and what these do to their search.
type Programmes struct {
	LockIn     float64 // share of search forgone for a course of full-time hours
	Eases      float64 // weeks before the end in which that falls to nothing
	HalfLife   float64 // of search that was taught, weeks
	TakesPart  float64 // share who take up a voluntary course that gives nothing and takes no time, mean motivation
	Motivation float64 // log odds of taking part, attending and staying, per standard unit
	Gain       float64 // log odds of taking part per £10 a week that the course promises
	Burden     float64 // log odds of not taking part per half-year of search forgone
	Mandate    float64 // log odds of taking part, attending and staying where it is a duty
	Threat     float64 // log applications while a full-time course that is a duty is still to begin

	TieHalfLife float64 // of the ties of a circle, weeks
	TieTells    float64 // vacancies a week that a member in work passes on to one whom she is in touch with
	TieSupport  float64 // share of what is missing to full social support that being in touch with all of a circle gives
}

// LockedIn is the share of search that somebody forgoes with the given weeks still to go
// after this one. It follows from the hours and falls to nothing before the end.
func (c *Constants) LockedIn(course *Course, left Week) float64 {
	return float64(c.Programmes.LockIn * c.fullTime(course) * min(float64(max(left, 0))/c.Programmes.Eases, 1))
}

// fullTime is the share of full-time hours that a course takes, at most 1.
func (c *Constants) fullTime(course *Course) float64 {
	return min(course.Hours/c.Pay.FullHours, 1)
}

// Threatens is the log applications that a course which is a duty adds before it begins.
func (c *Constants) Threatens(course *Course) float64 {
	return float64(c.Programmes.Threat * c.fullTime(course))
}

// Lessons are the standard units of skill that a course teaches somebody with the given skill: as
// much as it says to whoever has the mean skill of 0, and to others in proportion to what they
// lack of the level to which it leads. Who has that learns nothing there.
func (c *Constants) Lessons(course *Course, skill float64) float64 {
	if c.Skill.PerUnit <= 0 {
		return 0
	}
	units := course.Skill / c.Skill.PerUnit
	if course.Level > 0 {
		units *= max(1-skill/course.Level, 0)
	}
	return units
}

// Worth is the pence a week that a course seems worth to somebody with the given skill: how much
// likelier it makes work, times the net weekly gain from work. closed is the share of vacancies in
// her occupation group that somebody without a certificate cannot have, 0 for who has one.
func (c *Constants) Worth(course *Course, skill, gain, closed float64) float64 {
	opens := -exact.Log1p(-min(float64(course.Certificate*closed), 0.99))
	return float64(gain * (float64(c.LogSkill*c.Lessons(course, skill)) + course.Search + opens))
}

// Duty is how far taking part is asked of somebody: her compliance counts and what she
// expects to lose, in £10 a week.
type Duty struct {
	Mandatory                bool
	Compliance, ExpectedLoss float64
}

// bound is the log odds of doing one's duty beside what one would do of one's own accord.
func (c *Constants) bound(d Duty) float64 {
	if !d.Mandatory {
		return 0
	}
	return c.Programmes.Mandate + float64(c.Attendance.ComplianceOdds*(d.Compliance-0.5)) + float64(c.Attendance.ThreatOdds*d.ExpectedLoss)
}

// Wants is the log odds of taking a course up: motivation, what it promises, the search
// that it costs, and whether it is a duty.
func (c *Constants) Wants(course *Course, motivation, worth float64, d Duty) float64 {
	forgone := float64(c.Programmes.LockIn*c.fullTime(course)) * float64(course.Weeks) / 26
	return c.TakesPartLogOdds + float64(c.Programmes.Motivation*motivation) + float64(c.Programmes.Gain*(worth/1000)) - float64(c.Programmes.Burden*forgone) + c.bound(d)
}

// Chance is the probability with the given log odds.
func Chance(logOdds float64) float64 { return 1 / (1 + exact.Exp(-logOdds)) }

// Shirks is a share of volunteers of mean motivation who do not do something, for somebody
// else: less with motivation, and where it is a duty.
func (c *Constants) Shirks(share, motivation float64, d Duty) float64 {
	odds := float64(share * exact.Exp(-float64(c.Programmes.Motivation*motivation)-c.bound(d)))
	return odds / (1 - share + odds)
}

// Fades is what is left of search that was taught after some weeks.
func (c *Constants) Fades(taught float64, weeks Week) float64 {
	return float64(taught * decayAt(c.TaughtDecay, weeks))
}

// mostSubsidy is the share of pay beyond which a subsidy is worth no more to an employer.
const mostSubsidy = 0.95

// Saved is the log of the cost of work that a share of pay saves who need not pay it.
func (c *Constants) Saved(share float64) float64 {
	return -exact.Log1p(-min(share, mostSubsidy))
}

// Bought is the skill in standard units that is worth as much to an employer as what he saves: a log
// of productivity for one of cost.
func (c *Constants) Bought(saved float64) float64 {
	if c.Skill.PerUnit <= 0 {
		return 0
	}
	return saved / c.Skill.PerUnit
}

// Kept is what a subsidy leaves of the hazard of separation while it lasts: as much as the
// skill that it is worth would.
func (c *Constants) Kept(share float64) float64 {
	return exact.Exp(-float64(c.Skill.Stability * c.Bought(c.Saved(share))))
}
