package agents

import "caseload/agents/exact"

// ThroughOffice holds what becomes of applications that the office brings about.
type ThroughOffice struct {
	NotApplied  float64 // share of submissions that are not followed by an application, mean compliance
	Shortlisted float64 // chance that the application of the reference person to a notified vacancy is shortlisted
	GapLeft     float64 // of what a gap costs in the rank, where a coach recommends
	NoiseLeft   float64 // of the noise of impressions, where a coach recommends
}

// Applies is the chance that a claimant applies to the vacancy to which her coach submits
// her. It rises evenly with compliance, and its mean is one less the parameter.
func (c *Constants) Applies(compliance float64) float64 {
	return 1 - min(1, float64(2*c.Office.NotApplied*(1-compliance)))
}

// ShortlistedByOffice is the chance that an application through the office is shortlisted.
// fixed is the log of what multiplies a person's chance of work whatever she does, her
// skill with it: employers see as much of it in an application that a coach has sent.
func (c *Constants) ShortlistedByOffice(fixed float64) float64 {
	return min(1, c.Office.Shortlisted*exact.Exp(fixed))
}

// Recommended is the rank of an applicant whom a coach recommends, in standard units of
// impressions: who is known by somebody is judged less by the gap and by first impressions.
func (c *Constants) Recommended(skill, gap, noise float64) float64 {
	return skill - float64(gap*c.Office.GapLeft) + float64(noise*c.Office.NoiseLeft)
}
