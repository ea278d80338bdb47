package agents

import "caseload/agents/exact"

// Separation is the hazard of losing a job of the given tenure in a week:
// floor + (start - floor) exp(-tenure/time), times what multiplies it for a person, a job
// and a time.
func (c *Constants) Separation(tenure Week, multiplier float64) float64 {
	fall := float64((c.Jobs.SeparationStart - c.Jobs.SeparationFloor) * decayAt(c.SeparationDecay, tenure))
	return min(1, (c.Jobs.SeparationFloor+fall)*multiplier)
}

// SeparationExposure is the separation hazard of frailty 1 summed up to a tenure.
func (c *Constants) SeparationExposure(tenure Week) float64 {
	total := 0.0
	for t := range tenure {
		total += c.Separation(t, 1)
	}
	return total
}

// ReturnFromNothing is the hazard of a new claim in a week, some time after leaving
// benefit for neither work nor another benefit.
func (c *Constants) ReturnFromNothing(since Week) float64 {
	return c.Returns.NothingFloor + float64((c.Returns.NothingStart-c.Returns.NothingFloor)*decayAt(c.NothingDecay, since))
}

// LeavesForNothing is the hazard of leaving benefit for neither work nor another
// benefit; it rises with the share of the award that a sanction takes.
func (c *Constants) LeavesForNothing(lostShare float64) float64 {
	if lostShare == 0 {
		return c.Exits.ToNothing
	}
	return min(1, c.Exits.ToNothing*exact.Exp(c.LogLoss*lostShare))
}

// LeavesAtMost is that hazard for whoever loses all of the award, or for everybody else where
// losing it keeps people.
func (c *Constants) LeavesAtMost() float64 {
	return max(c.LeavesForNothing(0), c.LeavesForNothing(1))
}

// Offer is the hourly pay in pence that a new job offers to somebody of skill 0, and its
// weekly hours. level is that of its occupation in standard units of skill, uPay and uHours
// are uniform draws, minimum is the minimum wage. PaidTo says what others are paid.
func (c *Constants) Offer(level, uPay, uHours float64, minimum Pence) (hourly Pence, hoursTenths int16) {
	hours := c.Pay.FullHours
	if uHours < c.Pay.PartTime {
		hours = c.Pay.PartHours
	}
	hoursTenths = int16(exact.RoundInt64(hours * 10))
	if uPay < c.Pay.AtMinimum {
		return minimum, hoursTenths
	}
	// What is left of the draw is again uniform, and gives an exponential excess.
	left := (uPay - c.Pay.AtMinimum) / (1 - c.Pay.AtMinimum)
	excess := c.Pay.Above * exact.ExponentialQuantile(left) * exact.Exp(c.Pay.Skill*level)
	return Pence(exact.RoundInt64(float64(minimum) * exact.Exp(min(excess, 2)))), hoursTenths
}
