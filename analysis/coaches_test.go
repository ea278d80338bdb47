package analysis

import (
	"math"
	"testing"
)

// draws is a sequence of numbers between 0 and 1, the same in every run.
type draws uint64

func (d *draws) next() float64 {
	*d = *d*6364136223846793005 + 1442695040888963407
	return float64(*d>>11) / (1 << 53)
}

// poisson is a count of the given mean.
func poisson(r *draws, mean float64) (n float64) {
	for p := r.next(); p > math.Exp(-mean); p *= r.next() {
		n++
	}
	return n
}

// Chance alone leaves no spread between coaches, a true one is found, and offices with other
// rates do not count.
func TestSpreadBetweenCoaches(t *testing.T) {
	for name, spread := range map[string]float64{"chance": 0, "a third": 0.33, "two thirds": 0.66} {
		r := draws(7)
		var offices [][]caseLoad
		for o := range 20 {
			var office []caseLoad
			for range 40 {
				exposure := 5 + 10*r.next()
				rate := 0.5 + float64(o)/10
				if r.next() < 0.5 {
					rate *= 1 + spread
				} else {
					rate *= 1 - spread
				}
				office = append(office, caseLoad{poisson(&r, rate*exposure), exposure})
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
