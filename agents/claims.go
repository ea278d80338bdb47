package agents

import "caseload/agents/exact"

// HealthClaim is how far a claim for reasons of health has come.
type HealthClaim uint8

// The stages of a health claim.
const (
	NoHealthClaim         HealthClaim = iota
	AwaitsAssessment                  // evidence is given; also who is to be assessed again
	AwaitsReconsideration             // was refused and has asked for another look
	TriesWork                         // has started work with an award that may be given back
)

// Capability is what work can be asked of a person, by the law or as an assessment finds it.
type Capability uint8

// The findings of an assessment, from the least to the most severe.
const (
	FitForWork Capability = iota
	LimitedForWork
	LimitedForActivity // no requirement, and the element
)

// HealthClaims holds who asks for an assessment, what the truth is that it looks for, and
// who tries work with an award. Severity is in standard units.
type HealthClaims struct {
	LimitedFrom   float64 // severity from which capability for work is limited
	UnableFrom    float64 // severity from which no activity can be asked
	Considers     float64 // chance a week that somebody with a condition considers to ask
	FlareRatio    float64 // ratio of that chance in a flare
	Doubt         float64 // standard deviation of what she believes about her own severity's place
	ElementWeight float64 // log odds of asking per £10 a week of the element that is expected
	HoursWeight   float64 // log odds of asking per required hour a week that is expected to be lifted
	Effort        float64 // log odds of asking that evidence, forms and the assessment cost
	Reconsiders   float64 // share of the refused who ask for another look
	TryWork       float64 // chance a week of taking a job with an award, ordinary effort and no fear
	BelievedLoss  float64 // chance that an assessment takes the award away, as people believe
	Caution       float64 // log of that chance of work taken away per £10 a week of expected loss
	JobExpected   float64 // weeks that a job is expected to last when work is tried
}

// Capability is what a person's condition truly allows.
func (c *Constants) Capability(limited bool, severity float64) Capability {
	switch {
	case !limited || severity < c.Claims.LimitedFrom:
		return FitForWork
	case severity < c.Claims.UnableFrom:
		return LimitedForWork
	}
	return LimitedForActivity
}

// Asks is the chance that a claimant with a limiting condition asks for an assessment this
// week: she considers it, and weighs the element and the hours of search that would no longer
// be required, as far as she expects to be believed, against the effort. element is in pence
// a week, hours a week.
func (c *Constants) Asks(severity float64, flare bool, element Pence, hours float64) float64 {
	h := &c.Claims
	believed := exact.NormalCDF((severity - h.LimitedFrom) / h.Doubt)
	value := float64(h.ElementWeight*float64(element)/1000) + float64(h.HoursWeight*hours)
	return min(1, c.ConsidersAsking(flare)*exact.Logistic(float64(believed*value)-h.Effort))
}

// ConsidersAsking is the chance that she considers it, which Asks never exceeds.
func (c *Constants) ConsidersAsking(flare bool) float64 {
	if flare {
		return min(1, c.Claims.Considers*c.Claims.FlareRatio)
	}
	return c.Claims.Considers
}

// TriesWork tells whether somebody with a health-related award takes a job this week, at a
// uniform draw u: the chance rises with her effort, which follows from the gain, and falls with
// the loss she fears.
func (c *Constants) TriesWork(u, logEffort, fearedLoss float64) bool {
	x := float64(c.Search.OfferElasticity*(logEffort-c.LogApplications)) - float64(c.Claims.Caution*fearedLoss)
	if x <= 0 && u >= c.Claims.TryWork {
		return false // exp(x) is at most 1
	}
	return u < float64(c.Claims.TryWork*exact.Exp(x))
}

// FearedLoss is what she thinks trying work costs her, in £10 a week: the element, times the
// chance of an assessment, because she works or because the job outlasts the weeks in which the
// award is given back, times the chance that it takes the award away. Jobs are expected to end
// at a constant rate.
func (c *Constants) FearedLoss(element Pence, linking Week, reassessed float64) float64 {
	outlasts := exact.Exp(-float64(linking) / c.Claims.JobExpected)
	assessed := reassessed + float64((1-reassessed)*outlasts)
	return float64(element) / 1000 * c.Claims.BelievedLoss * assessed
}
