package agents

import (
	"math" // Sqrt is correctly rounded on every processor

	"caseload/agents/exact"
)

// Leaning is something in which an office or a coach goes by her own lights.
type Leaning uint8

// The leanings.
const (
	Interval   Leaning = iota // the time to the next interview
	Excusing                  // what is let pass
	Referring                 // what is put before a decision maker
	Shortening                // how long interviews are
	Leanings                  // number of leanings
)

// NewLeaning is how far a coach leans, in standard units, from a uniform of her office and
// one of her own; offices is the share of the variance that lies between offices.
func NewLeaning(office, own, offices float64) float64 {
	return float64(math.Sqrt(offices)*exact.NormalQuantile(office)) + float64(math.Sqrt(1-offices)*exact.NormalQuantile(own))
}
