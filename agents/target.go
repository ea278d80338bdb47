package agents

import "caseload/agents/exact"

// Measure is what an indicator counts.
type Measure uint8

// The measures.
const (
	OffFlow         Measure = iota // claims that ended before a date, wherever that led
	OnTime                         // interviews booked by their date
	ReferralsMade                  // referrals for a sanction
	ReadinessGained                // how much nearer to work claimants have come
	JobsFound                      // claimants who found work
	SubmissionsMade                // submissions to notified vacancies
	Measures                       // number of measures
)

var measureNames = [Measures]string{"off_flow", "on_time", "sanction_referrals", "readiness", "jobs", "submissions"}

// String is the name of the measure in regime files and in tables.
func (m Measure) String() string { return measureNames[m] }

// Targets holds what people do who are held to a target.
type Targets struct {
	NearDate   float64 // weeks before a date that counts in which something can be done about it
	Publicity  float64 // what publication multiplies the pressure of a target by
	Attention  float64 // pressure at which half of the minutes at a coach's discretion go to what counts
	Conscience float64 // mean pressure above which a coach does for the figures what she would not else do
	Referring  float64 // log odds of a referral for the sake of the figures
}

// Pressure is what hangs on a target that is missed: its weight, times what publication adds,
// times the share of the target that is missing. It is 0 for who meets it.
func (c *Constants) Pressure(weight float64, published bool, value, target float64) float64 {
	if target <= 0 {
		return 0
	}
	if published {
		weight *= c.Targets.Publicity
	}
	return float64(weight * max(0, 1-value/target))
}

// Attention is the share of the minutes at a coach's discretion that go to what counts
// under some pressure.
func (c *Constants) Attention(pressure float64) float64 {
	if pressure <= 0 {
		return 0
	}
	return pressure / (pressure + c.Targets.Attention)
}

// NewConscience is the pressure above which a coach begins to do for the figures what she
// would not else do: exponential, from a uniform.
func (c *Constants) NewConscience(u float64) float64 {
	return float64(c.Targets.Conscience * exact.ExponentialQuantile(u))
}

// Games is the share of the occasions to improve a figure without a service that a coach
// takes: none up to her conscience, and all of them where the pressure leaves it far behind.
func Games(pressure, conscience float64) float64 {
	if pressure <= conscience {
		return 0
	}
	return 1 - conscience/pressure
}
