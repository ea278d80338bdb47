package agents

import "caseload/agents/exact"

// Providing holds how providers of programmes differ, what they know and how they decide.
// Nothing in it says whom they serve: that follows from what they expect to be paid.
type Providing struct {
	Spread      float64 // of what contacts add to search between providers and districts, standard deviation of its log
	Learns      float64 // weeks in which a provider that begins comes to its full quality
	Misjudged   float64 // standard deviation of the error about readiness, fifths
	Expects     float64 // chance of work a week that it expects when it begins, as a ratio to that without service
	PriorWeeks  float64 // weeks of a participant that this expectation counts for
	Impatience  float64 // discount of money that comes later, a year
	Adjusts     float64 // share of the gap between staff wanted and employed that closes in a week
	Runway      float64 // weeks for which its cash has to last
	Record      float64 // log odds of being chosen per log of its record
	Hospitality float64 // log odds of being chosen between no welcome and full
	Retains     float64 // share of the hazard of losing a job that a contact in it takes away, at first
}

// ProviderQuality is what a provider's contacts add to search in a district, around its mean.
func (c *Constants) ProviderQuality(mean, draw float64) float64 {
	s := c.Providing.Spread
	return mean * exact.Exp(float64(s*exact.NormalQuantile(draw))-float64(float64(s*s)/2))
}

// JudgedByProvider is the fifth of readiness in which a provider believes a participant to be.
func (c *Constants) JudgedByProvider(readiness uint8, draw float64) uint8 {
	return judged(c.Providing.Misjudged, readiness, draw)
}

// Believed is a rate a week after so many events in so many weeks, begun with a prior rate
// that counts for some weeks: the mean of a gamma law.
func (c *Constants) Believed(prior float64, events, weeks int64) float64 {
	return (float64(prior*c.Providing.PriorWeeks) + float64(events)) / (c.Providing.PriorWeeks + float64(weeks))
}

// Expected is the chance of work a week that a provider which begins expects of
// participants who have the given chance of work within half a year.
func (c *Constants) Expected(prospect float64) float64 {
	return float64(c.Providing.Expects * (-exact.Log1p(-min(prospect, 0.999)) / 26))
}

// JobsFrom is how many more jobs a provider expects of a contact with somebody who has been
// seen as often as is remembered. A contact adds to the log of the hazard for as long as it
// is remembered. A job that comes of it is worth having only as far as none would have come
// later in the weeks that are left, which counts for less the more impatient a provider is.
func (c *Constants) JobsFrom(hazard, helped, seen float64, left Week) float64 {
	raises := float64(c.Search.OfferElasticity*c.Search.Support*helped) / (1 - c.SeenDecay)
	return float64(float64(hazard*raises)*(1-c.later(hazard, left))) / (1 + seen)
}

// later is the chance of work in the weeks that are left without any help, counted for less the
// later it comes.
func (c *Constants) later(hazard float64, left Week) float64 {
	rate := hazard + c.Providing.Impatience/52
	if rate <= 0 {
		return 0
	}
	return float64(hazard / rate * exact.ProbabilityFromHazard(float64(rate*float64(max(left, 0)))))
}

// Retained is what is left of the hazard of losing a job so many weeks after a provider saw
// somebody in it; all of it if that is Never.
func (c *Constants) Retained(since Week) float64 {
	if since == Never {
		return 1
	}
	return 1 - float64(c.Providing.Retains*decayAt(c.SeenFades, since))
}

// JobsKept is how many jobs a provider expects to save by a contact with somebody in work who
// was seen in her job so many weeks ago: those that would end while the contact is remembered, as far
// as the last one does not protect them and no other job would come in the weeks that are left.
func (c *Constants) JobsKept(ends, hazard float64, since, left Week) float64 {
	adds := c.Providing.Retains - (1 - c.Retained(since))
	return float64(float64(ends*adds/(1-c.SeenDecay)) * (1 - c.later(hazard, left)))
}
