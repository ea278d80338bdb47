package analysis

import (
	"math"
	"math/rand/v2"
	"testing"
)

// poisson is a count of the given mean.
func poisson(r *rand.Rand, mean float64) (n float64) {
	for p := r.Float64(); p > math.Exp(-mean); p *= r.Float64() {
		n++
	}
	return n
}

// Chance alone leaves no spread between coaches, a true one is found, and offices with other
// rates do not count.
func TestSpreadBetweenCoaches(t *testing.T) {
	for name, spread := range map[string]float64{"chance": 0, "a third": 0.33, "two thirds": 0.66} {
		r := rand.New(rand.NewPCG(7, 11))
		var offices [][]caseLoad
		for o := range 20 {
			var office []caseLoad
			for range 40 {
				exposure := 5 + 10*r.Float64()
				rate := 0.5 + float64(o)/10
				if r.IntN(2) == 0 {
					rate *= 1 + spread
				} else {
					rate *= 1 - spread
				}
				office = append(office, caseLoad{poisson(r, rate*exposure), exposure})
			}
			offices = append(offices, office)
		}
		s := spreadWithin(offices)
		if math.Abs(s.Between-spread) > 0.06 || s.Seen < 0.2 || s.Coaches != 800 {
			t.Errorf("%s: %+v, want a spread of %g", name, s, spread)
		}
		if (spread == 0 && s.Reliable > 0.12) || (spread > 0.5 && s.Reliable < 0.7) {
			t.Errorf("%s: %.2f of a coach's rate is hers", name, s.Reliable)
		}
	}
	if s := spreadWithin([][]caseLoad{{{5, 2}}, {{0, 1}, {0, 3}}, nil}); s != (Spread{}) {
		t.Errorf("of nobody to compare: %+v", s)
	}
}
