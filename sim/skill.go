package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// skill is a person's skill now, in standard units. In a job that a programme has made it
// neither grows nor decays.
func (w *World) skill(i int32) float64 {
	p := w.People
	at, weeks := float64(p.SkillAt[i]), w.Week-p.SkillSince[i]
	switch {
	case p.Status[i] != agents.Employed:
		return w.skillOut(i, weeks)
	case p.JobSource[i] == agents.Created:
		return at
	}
	return w.Habits.SkillIn(float64(p.Skill[i]), at, weeks)
}

// skillOut is the skill of somebody after some weeks out of work. What programmes have taught
// her is lost like any other skill, and is there beyond what she would have without it.
func (w *World) skillOut(i int32, weeks agents.Week) float64 {
	p := w.People
	return w.Habits.SkillOut(float64(p.Skill[i])+float64(p.Learnt[i]), float64(p.SkillAt[i]), weeks)
}

// match is how well a person and her present job fit, in standard units: nobody knows before
// it begins. It follows from person and week, so it takes no column.
func (w *World) match(i int32) float64 {
	p := w.People
	return exact.NormalQuantile(w.Draws.U(uint32(p.ID[i]), int32(p.JobSince[i]), rng.Match))
}

// fit works out what match and skill at the start of a job make of its hazard of ending.
func (w *World) fit(i int32) {
	w.People.Hold[i] = float32(w.Habits.Hold(w.match(i), w.skill(i)))
}

// wantedHours are the hours a week that a person wants, in tenths: full time, unless she
// cares for children or has limiting health, when part time is enough.
func (w *World) wantedHours(i int32) float64 {
	if w.People.Children[i] > 0 || w.People.HealthLimited[i] {
		return w.Habits.Pay.PartHours * 10
	}
	return w.Habits.Pay.FullHours * 10
}

// unwantedHours tells whether somebody works fewer hours than she wants.
func (w *World) unwantedHours(i int32) bool {
	return float64(w.People.HoursTenths[i]) < w.wantedHours(i)
}

// jobQuality is the quality of the present job, 0 to 1.
func (w *World) jobQuality(i int32) float64 {
	p := w.People
	minimum := w.rates.MinimumWage(policy.AgeYears(w.Week, p.BornWeek[i]))
	return w.Habits.JobQuality(float64(p.HourlyPay[i]), float64(minimum), float64(p.HoursTenths[i]), w.wantedHours(i), w.match(i), !p.Temporary[i])
}
