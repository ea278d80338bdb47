package agents

import "caseload/agents/exact"

// Health holds how conditions that limit daily activity begin, flare and end. Severity is
// in standard units of those in whom a condition begins.
type Health struct {
	OnsetUnder35     float64 // hazard a week of a condition, by age
	Onset35To49      float64
	OnsetFrom50      float64
	Recovery         float64 // hazard a week that a condition of mean severity ends
	RecoverySeverity float64 // log of that hazard taken away by a standard unit of severity
	FlareStarts      float64 // hazard a week of a flare
	FlareWeeks       float64 // mean length of one
}

// Condition is the state of a person's health as far as it bears on work.
type Condition struct {
	Limited bool // a condition limits daily activity
	Flare   bool // for some weeks it is much worse than usual
}

// Onset is the weekly hazard of a limiting condition at an age.
func (c *Constants) Onset(ageYears int) float64 {
	switch {
	case ageYears < 35:
		return c.Health.OnsetUnder35
	case ageYears < 50:
		return c.Health.Onset35To49
	}
	return c.Health.OnsetFrom50
}

// mostOnset is the greatest hazard of onset at any age. Dates are drawn with it, and the
// date of a person at less risk is now and then one on which nothing happens.
func (c *Constants) mostOnset() float64 {
	return max(c.Health.OnsetUnder35, c.Health.Onset35To49, c.Health.OnsetFrom50)
}

// recovers is the weekly hazard that a condition ends.
func (c *Constants) recovers(severity float64) float64 {
	return min(1, float64(c.Health.Recovery*exact.Exp(-float64(c.Health.RecoverySeverity*severity))))
}

// TurnHazard is the weekly hazard of the next date on which health may change: onset
// without a condition, the end or a flare with one, the end of the flare in a flare.
func (c *Constants) TurnHazard(now Condition, severity float64) float64 {
	switch {
	case !now.Limited:
		return c.mostOnset()
	case now.Flare:
		return 1 / max(1, c.Health.FlareWeeks)
	}
	return min(1, c.recovers(severity)+c.Health.FlareStarts)
}

// Turn is what health is after that date, for a uniform draw.
func (c *Constants) Turn(now Condition, severity float64, ageYears int, u float64) Condition {
	switch {
	case !now.Limited:
		return Condition{Limited: float64(u*c.mostOnset()) < c.Onset(ageYears)}
	case now.Flare:
		return Condition{Limited: true}
	}
	end := c.recovers(severity)
	if float64(u*(end+c.Health.FlareStarts)) < end {
		return Condition{}
	}
	return Condition{Limited: true, Flare: true}
}

// WeeksTo is how many weeks it is to an event of the given weekly hazard, at least one,
// for a uniform draw (geometric); Never when that is beyond any run.
func WeeksTo(hazard, u float64) Week {
	switch {
	case hazard >= 1:
		return 1
	case hazard <= 0:
		return Never
	}
	weeks := 1 + exact.FloorInt64(exact.Log1p(-u)/exact.Log1p(-hazard))
	if weeks > longestWait {
		return Never
	}
	return Week(weeks)
}

// longestWait is longer than any run, and added to any of its weeks is still a Week.
const longestWait = 10_000

// After is the week some weeks from now.
func After(now, weeks Week) Week {
	if weeks == Never {
		return Never
	}
	return now + weeks
}

// SeverityAt is the severity of a condition at its onset, for a uniform draw.
func SeverityAt(u float64) float64 { return exact.NormalQuantile(u) }

// FlareShare is the share of the time with a condition that is spent in flares.
func (c *Constants) FlareShare() float64 {
	x := float64(c.Health.FlareStarts * max(1, c.Health.FlareWeeks))
	return x / (1 + x)
}

// StillLimited is the chance that a condition has not ended after some weeks.
func (c *Constants) StillLimited(severity, weeks float64) float64 {
	return exact.Exp(-float64(weeks * c.recovers(severity) * (1 - c.FlareShare())))
}
