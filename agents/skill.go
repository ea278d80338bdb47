package agents

import "caseload/agents/exact"

// SkillOut is skill in standard units after some weeks out of work: it falls by the same
// amount each week to a floor below the trait (Schmieder, von Wachter and Bender 2016; the
// loss is of productivity, since the minimum wage binds on pay). at is skill at their start.
func (c *Constants) SkillOut(trait, at float64, weeks Week) float64 {
	return max(at-float64(c.SkillDecay*float64(max(weeks, 0))), min(at, trait-c.SkillFloor))
}

// SkillIn is skill in standard units after some weeks in work: what was lost comes back and
// experience adds to it, each week less, up to a ceiling above the trait.
func (c *Constants) SkillIn(trait, at float64, weeks Week) float64 {
	ceiling := max(at, trait+c.SkillGrowth)
	return ceiling - float64((ceiling-at)*decayAt(c.SkillGrows, weeks))
}

// PaidTo is the hourly pay in pence of somebody who takes an offer: what it offers above the
// minimum grows with skill, so that decay takes nothing where the minimum binds.
func (c *Constants) PaidTo(offered, minimum Pence, skill float64) Pence {
	if offered <= minimum {
		return offered
	}
	return minimum + Pence(exact.RoundInt64(float64(offered-minimum)*exact.Exp(c.Pay.Skill*skill)))
}

// Hold is what a job multiplies the hazard of separation by: exp(-b match - s skill), with
// mean 1 over matches. Match and skill are those at its start; what is learned in the job is
// in the fall of the hazard with tenure.
func (c *Constants) Hold(match, skill float64) float64 {
	b := c.Jobs.Match
	return exact.Exp(-float64(b*match) - float64(float64(b*b)/2) - float64(c.Skill.Stability*skill))
}

// MostEager is the multiple of the usual chance beyond which nobody looks for another job or
// is taken further in this one.
const MostEager = 4

// Eagerness is how much likelier than usual somebody in work looks at another job.
func (c *Constants) Eagerness(match float64, temporary, unwantedHours bool) float64 {
	x := 1 + float64(c.Moves.LowMatch*max(-match, 0))
	if temporary {
		x *= c.Moves.TemporaryJob
	}
	if unwantedHours {
		x *= c.Moves.UnwantedHours
	}
	return min(x, MostEager)
}

// Pushed is how much likelier than usual somebody in work who is seen by a coach looks for
// more, and is taken further: seen are the interviews held lately, helped what they add, 1 for
// the reference interview.
func (c *Constants) Pushed(seen, helped float64) float64 {
	if seen <= 0 {
		return 1
	}
	return exact.Exp(c.Moves.Support * helped * exact.Log1p(seen))
}

// Promise is how much likelier than usual somebody is taken further in her job.
func (c *Constants) Promise(skill, match float64) float64 {
	return min(max(1+float64(c.Progress.Skill*skill)+float64(c.Progress.Match*match), 0), MostEager)
}

// AskedOnTop is the net weekly gain in pence for which a job of the given tenure is left.
func (c *Constants) AskedOnTop(tenure Week) float64 {
	return c.Moves.LeastGain + float64(c.Moves.TenureWorth*(1-decayAt(c.SeparationDecay, tenure)))
}

// JobQuality is the mean of four parts between 0 and 1: pay above the minimum (1 at GoodPay
// or more), hours (those worked for those wanted), permanence, and match as a rank.
func (c *Constants) JobQuality(hourly, minimum, hours, wanted, match float64, permanent bool) float64 {
	pay := 1.0
	if good := float64(c.Jobs.GoodPay * minimum); hourly < minimum+good {
		pay = max(hourly-minimum, 0) / good
	}
	total := pay + min(hours/max(wanted, 1), 1) + exact.NormalCDF(match)
	if permanent {
		total++
	}
	return total / 4
}
