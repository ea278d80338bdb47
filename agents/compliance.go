package agents

import "caseload/agents/exact"

// Invited is what bears on a claimant's decision to come to a booked interview.
type Invited struct {
	Duty         bool    // missing it is a failure
	Compliance   float64 // 0 to 1
	Motivation   float64 // standard units
	Rapport      float64 // with her coach, 0 to 1
	ExpectedLoss float64 // from sanctions, £10 a week
	Limited      bool    // a health condition limits daily activity
}

// MissChance is the chance that a claimant misses a booked interview. To come falls to
// motivation and rapport and is harder with limiting health; a duty adds its own weight,
// compliance and the fear of loss. The draw is the same either way, so that a duty moves
// those who would not have come without it. Who is kept from coming, by a flare for one,
// does not decide: see Prevents.
func (c *Constants) MissChance(by Invited) float64 {
	a := &c.Attendance
	x := c.MissedLogOdds - float64(a.MotivationOdds*by.Motivation) + float64(a.RapportOdds*(0.5-by.Rapport))
	if by.Duty {
		x += float64(a.ComplianceOdds*(0.5-by.Compliance)) - float64(a.ThreatOdds*by.ExpectedLoss)
	} else {
		x += a.DutyOdds
	}
	limited := 0
	if by.Limited {
		limited = 1
	}
	return exact.Logistic(x + c.HealthLogOdds[limited])
}

// Journeys is the part of the chance of missing an interview that is left where the journey
// is that share of the one to the office: who need not go there does not stay away for it.
func (c *Constants) Journeys(share float64) float64 {
	return 1 + float64(c.Attendance.Journey*(share-1))
}

// StaysAway is the chance that somebody who missed an interview does not come to the next
// one of her own accord. It falls evenly with compliance, and its mean is the parameter.
func (c *Constants) StaysAway(compliance float64) float64 {
	return min(1, 2*c.Attendance.StaysAway*(1-compliance))
}

// ContactAtMost is the chance that the most compliant get in touch again in a week.
func (c *Constants) ContactAtMost() float64 {
	return c.Attendance.ContactPerWeek * (c.Attendance.ContactExponent + 1)
}

// ContactChance is the weekly chance that somebody who stays away after a
// missed interview gets in touch again. Its mean over compliance is the parameter, so that a
// higher exponent spreads people without changing how many come back in the first week.
func (c *Constants) ContactChance(compliance float64) float64 {
	return min(1, c.ContactAtMost()*exact.Pow(compliance, c.Attendance.ContactExponent))
}

// Response is how much of the response to a sanction is left to somebody with some barriers
// to work: a fixed ratio for each.
func (c *Constants) Response(barriers int) float64 {
	left := 1.0
	for range barriers {
		left *= c.Threat.BarrierRatio
	}
	return left
}

// ExpectedLoss is what a claimant thinks sanctions cost her, in £10 a week: what others
// in her district have lost lately, and what she has lost herself.
func (c *Constants) ExpectedLoss(district, own float64) float64 {
	return (float64((1-c.Threat.OwnWeight)*district) + float64(c.Threat.OwnWeight*own)) / 1000
}
