package simtest

import (
	"math"
	"slices"
	"testing"
)

// Mean checks the mean of values that lie between two limits against want, by
// Bernstein's inequality with the given variance of one value (that of the sample where
// it is not known). It fails as underpowered unless its band is narrower than half of
// detect.
func Mean(t testing.TB, what string, values []float64, lowest, highest, variance, want, detect float64) {
	t.Helper()
	n := float64(len(values))
	sum := 0.0
	for _, x := range values {
		sum += x
	}
	tail := math.Log(2 / level)
	band := math.Sqrt(2*variance*tail/n) + (highest-lowest)*tail/(3*n)
	if miss := sum/n - want; math.Abs(miss) > band {
		t.Errorf("%s: a mean of %.5g over %d; by chance it lies within %.3g of %.5g", what, sum/n, len(values), band, want)
	}
	t.Logf("power: %s: %d values find a mean of %.5g in the place of %.5g", what, len(values), want+detect, want)
	if band > detect/2 {
		t.Errorf("%s: %d values find a miss of %.3g for certain, not one of %.3g; more are needed", what, len(values), 2*band, detect)
	}
}

// Distribution holds a sample against a distribution function that may have steps, the
// probability of x or less, by the band of Dvoretzky, Kiefer, Wolfowitz and Massart, which
// is valid at any size. It fails as underpowered unless the band is narrower than half of
// detect.
func Distribution(t testing.TB, what string, values []float64, atMost func(x float64) float64, detect float64) {
	t.Helper()
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	n := float64(len(sorted))
	band := math.Sqrt(math.Log(2/level) / (2 * n))
	apart := func(count int, x float64) bool {
		got, want := float64(count)/n, atMost(x)
		if math.Abs(got-want) > band {
			t.Errorf("%s: a share of %.4f is at most %.5g; by chance it is within %.4f of %.4f", what, got, x, band, want)
			return true
		}
		return false
	}
	for first := 0; first < len(sorted); {
		end := first
		for end < len(sorted) && sorted[end] == sorted[first] {
			end++
		}
		if apart(first, math.Nextafter(sorted[first], math.Inf(-1))) || apart(end, sorted[first]) {
			return
		}
		first = end
	}
	t.Logf("power: %s: %d values find a distance of %.4f between distributions", what, len(values), detect)
	if band > detect/2 {
		t.Errorf("%s: %d values find a distance of %.4f, not one of %.4f; more are needed", what, len(values), 2*band, detect)
	}
}
