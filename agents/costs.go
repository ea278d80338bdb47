package agents

import "caseload/agents/exact"

// SchoolAge is the age in years from which a child is at school.
const SchoolAge = 5

// CareCost is what care of a child costs in a week, in pence, while somebody works some
// hours: by the hour, less what is free below school age, and less the hours of school after it.
func (c *Constants) CareCost(ageYears int, hours, free float64) float64 {
	switch {
	case float64(ageYears) >= c.Costs.CareUntil:
		return 0
	case ageYears < SchoolAge:
		return float64(c.Costs.CareSmall * max(hours-free, 0))
	}
	return float64(c.Costs.CareSchool * max(hours-c.Costs.SchoolCovers, 0))
}

// TravelCost is what the journeys to work cost in a week of some hours, in pence: full-time
// hours are five days, fewer hours as many days as hold them.
func (c *Constants) TravelCost(hours float64) Pence {
	days := min(exact.FloorInt64(float64(5*hours/c.Pay.FullHours)+0.99), 5)
	return Pence(exact.RoundInt64(c.Costs.Fare * float64(days)))
}
