package agents

import "caseload/agents/exact"

// MissChance is the chance that a claimant misses a booked interview. The decision
// falls with compliance, with the loss she expects and with rapport, and rises with limiting
// health. Who is kept from coming, by a flare for one, does not decide: see Prevents.
// compliance and rapport are 0 to 1, expectedLoss in £10 a week.
func (c *Constants) MissChance(compliance float64, health Condition, expectedLoss, rapport float64) float64 {
	x := c.MissedLogOdds + float64(c.Attendance.ComplianceOdds*(0.5-compliance)) - float64(c.Attendance.ThreatOdds*expectedLoss) + float64(c.Attendance.RapportOdds*(0.5-rapport))
	if health.Limited {
		x += c.HealthLogOdds
	}
	return exact.Logistic(x)
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

// ContactChance is the weekly chance that somebody who stays away after a
// missed interview gets in touch again. Its mean over compliance is the parameter, so that a
// higher exponent spreads people without changing how many come back in the first week.
func (c *Constants) ContactChance(compliance float64) float64 {
	k := c.Attendance.ContactExponent
	return min(1, c.Attendance.ContactPerWeek*(k+1)*exact.Pow(compliance, k))
}

// ExpectedLoss is what a claimant thinks sanctions cost her, in £10 a week: what others
// in her district have lost lately, and what she has lost herself.
func (c *Constants) ExpectedLoss(district, own float64) float64 {
	return (float64((1-c.Threat.OwnWeight)*district) + float64(c.Threat.OwnWeight*own)) / 1000
}
