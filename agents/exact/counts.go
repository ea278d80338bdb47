package exact

import "math"

// mostPoisson is the largest mean that PoissonQuantile takes as it is.
const mostPoisson = 1e9

// fewPoisson is the largest mean for which counts are summed up from 0.
const fewPoisson = 8

// fewCounts is PoissonQuantile for a small mean.
func fewCounts(mean, u float64) int {
	chance := Exp(-mean)
	cumulative := chance
	k := 0
	for u >= cumulative && cumulative+chance > cumulative {
		k++
		chance = float64(chance * (mean / float64(k)))
		cumulative += chance
	}
	return k
}

// PoissonQuantile returns the smallest count whose cumulative chance under the
// given mean exceeds u in [0, 1), so that a uniform u makes a Poisson count. It
// never falls as u rises. A mean that is not positive gives 0; one above 1e9 is
// taken as 1e9. A u of 1 or more is taken as the largest number below 1, and
// one below 0 or NaN as 0.
//
// Small means are summed up from 0, in some nanoseconds; others step out from the
// mode, so the time grows with the square root of the mean: about 2 microseconds at 20,000.
func PoissonQuantile(mean, u float64) int {
	if !(mean > 0) || !(u > 0) {
		return 0
	}
	mean = min(mean, mostPoisson)
	u = min(u, 1-0x1p-53)
	if mean <= fewPoisson {
		return fewCounts(mean, u)
	}
	k := math.Floor(mean)
	chance := poissonTerm(k, mean)
	_, cumulative, _ := gammaTails(k+1, mean)
	if u < cumulative {
		for k > 0 && u < cumulative-chance {
			cumulative -= chance
			chance = float64(chance * (k / mean))
			k--
		}
		return int(k)
	}
	for u >= cumulative && cumulative+chance > cumulative {
		k++
		chance = float64(chance * (mean / k))
		cumulative += chance
	}
	return int(k)
}
