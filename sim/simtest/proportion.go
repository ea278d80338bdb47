package simtest

import (
	"math"
	"testing"
)

// Every check has a two-sided level of one in a million, and must be able to find the
// error that it names 999 times in a thousand.
const (
	level = 1e-6
	power = 0.999
)

// Proportion checks k of n against want. It fails if the miss is implausible at one in a
// million, and also if n is too small to catch a miss of detect: both by the exact
// binomial distribution.
func Proportion(t testing.TB, what string, k, n int, want, detect float64) {
	t.Helper()
	low, high := acceptance(n, want)
	if k < low || k > high {
		t.Errorf("%s: %d of %d, a share of %.4f; by chance it lies between %.4f and %.4f around %.4f",
			what, k, n, float64(k)/float64(n), float64(low)/float64(n), float64(high)/float64(n), want)
	}
	t.Logf("power: %s: %d trials find %.4f in the place of %.4f", what, n, want+detect, want)
	for _, off := range []float64{want - detect, want + detect} {
		if off <= 0 || off >= 1 {
			continue
		}
		if found := binomialBelow(low, n, off) + 1 - binomialBelow(high+1, n, off); found < power {
			t.Errorf("%s: %d trials find a share of %.4f in the place of %.4f with probability %.4f; more are needed", what, n, off, want, found)
		}
	}
}

// acceptance is the smallest range of counts outside which a binomial falls with at most
// half the level on each side.
func acceptance(n int, p float64) (low, high int) {
	low = search(n, func(k int) bool { return binomialBelow(k+1, n, p) > level/2 })
	high = search(n, func(k int) bool { return 1-binomialBelow(k+1, n, p) <= level/2 })
	return low, high
}

// search is the smallest k up to n that holds, when all larger ones hold too.
func search(n int, holds func(k int) bool) int {
	low, high := 0, n
	for low < high {
		if middle := (low + high) / 2; holds(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// binomialBelow is the chance of fewer than k successes, summed from the term next to k
// downwards, or upwards from k where that is shorter.
func binomialBelow(k, n int, p float64) float64 {
	switch {
	case k <= 0:
		return 0
	case k > n:
		return 1
	case float64(k) > float64(n)*p:
		return 1 - tail(k, n, p, 1)
	}
	return tail(k-1, n, p, -1)
}

// tail adds terms of the binomial from k on in a direction in which they fall.
func tail(k, n int, p float64, step int) float64 {
	odds := p / (1 - p)
	term := math.Exp(logChoose(n, k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	total := 0.0
	for k >= 0 && k <= n && term > total*1e-15 {
		total += term
		if step > 0 {
			term *= float64(n-k) / float64(k+1) * odds
		} else {
			term *= float64(k) / float64(n-k+1) / odds
		}
		k += step
	}
	return min(total, 1)
}

func logChoose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}
