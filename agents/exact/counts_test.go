package exact

import (
	"math"
	"testing"
)

// TestPoissonQuantile compares with cumulative chances that are summed from 0
// in 200-bit arithmetic.
func TestPoissonQuantile(t *testing.T) {
	for _, mean := range []float64{1e-9, 0.3, 1, 3.7, 15.9, 16, 45, 700.5, 22_000} {
		term := wideExp(wide(-mean))
		total := empty(precision).Set(term)
		var cumulative []float64
		for k := 1.; ; k++ {
			chance, _ := total.Float64()
			cumulative = append(cumulative, chance)
			if chance >= 1-0x1p-52 {
				break
			}
			term.Mul(term, wide(mean))
			term.Quo(term, wide(k))
			total.Add(total, term)
		}
		last := 0
		for i := range 2000 {
			u := float64(float64(i)+0.5) / 2000
			k := PoissonQuantile(mean, u)
			if k < last {
				t.Errorf("PoissonQuantile(%v) falls at %v", mean, u)
			}
			last = k
			above, below := cumulative[min(k, len(cumulative)-1)], 0.
			if k > 0 {
				below = cumulative[k-1]
			}
			if u < below-1e-12 || u >= above+1e-12 {
				t.Errorf("PoissonQuantile(%v, %v) = %d, whose chances are %v to %v", mean, u, k, below, above)
			}
		}
	}
}

// TestPoissonNeighbours asks for counts that never fall between neighbouring
// draws at the steps of the distribution.
func TestPoissonNeighbours(t *testing.T) {
	for _, mean := range []float64{0.3, 45, 22_000} {
		for _, u := range spread(300, 0, 1) {
			k := PoissonQuantile(mean, u)
			low, high := u, 1. // bisect for the draw at which the count steps up
			for range 60 {
				if middle := (low + high) / 2; PoissonQuantile(mean, middle) > k {
					high = middle
				} else {
					low = middle
				}
			}
			for range 20 {
				low = math.Nextafter(low, 0)
			}
			count := PoissonQuantile(mean, low)
			for range 40 {
				low = math.Nextafter(low, 2)
				next := PoissonQuantile(mean, low)
				if next < count {
					t.Errorf("PoissonQuantile(%v) falls from %d to %d at %v", mean, count, next, low)
				}
				count = next
			}
		}
	}
}
