package analysis

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// Displaced is the outcome that a comparison adds: jobs that others lose for each job that
// those under the regime gain. Others are competitors; for own effects, where each person
// is switched alone, also the other people of the run. Where it is not told from zero, or below
// it, that jobs are gained, it is not identified.
const Displaced = "displaced_jobs"

const (
	displacedUnit   = "jobs per job gained"
	exitsToWork     = "exits_to_work"
	competitorHires = "competitor_hires"
)

// displaced is the contrast of displaced jobs that belongs to a cell of exits to work. It
// is a ratio of means over replicates: the baseline displaces nothing.
func (v *values) displaced(cell Cell, baseline, regime string) (Contrast, bool) {
	others, together := cell, cell
	others.Outcome, others.Unit = competitorHires, "hires"
	if cell.Effect == own {
		others.Effect, together.Effect = total, total
	}
	var lost, gained []float64
	for _, replicate := range v.replicates {
		hiredA, hiredB, hired := v.pair(others, baseline, regime, replicate)
		a, b, found := v.pair(cell, baseline, regime, replicate)
		_, all, whole := v.pair(together, baseline, regime, replicate)
		if !hired || !found || !whole {
			continue
		}
		// Alone she gains b-a; of that b-all goes when all are switched.
		lost, gained = append(lost, hiredA-hiredB+b-all), append(gained, b-a)
	}
	if !slices.ContainsFunc(gained, func(jobs float64) bool { return jobs != 0 }) {
		return Contrast{}, false // as where nobody finds work under either
	}
	cell.Outcome, cell.Unit = Displaced, displacedUnit
	return ratio(cell, regime, lost, gained)
}

// ratio is the contrast of so much for each of what a regime has more of, as means over
// replicates; not identified where that is not told from zero, or is less. A single replicate
// tells no noise, and its ratio stands as it is.
func ratio(cell Cell, regime string, over, under []float64) (Contrast, bool) {
	if len(under) == 0 {
		return Contrast{}, false
	}
	k := Contrast{Cell: cell, Regime: regime, Replicates: len(under)}
	within, more := fieller(over, under), stat.Mean(under, nil)
	if k.NotIdentified = within == nil && len(under) > 1 || more <= 0; !k.NotIdentified {
		k.Difference, k.Interval = stat.Mean(over, nil)/more, within
		k.RegimeMean = k.Difference
	}
	return k, true
}

// fieller is the 95% interval of a ratio of two means of pairs after Fieller (1954), with
// Student's t; nil for fewer than two pairs and where the lower mean is not told from zero,
// so that no ratio could be ruled out. The standard error is that of the linear term.
func fieller(over, under []float64) *Interval {
	n := float64(len(under))
	if n < 2 {
		return nil
	}
	a, b, t := stat.Mean(over, nil), stat.Mean(under, nil), student(n)
	aa, ab, bb := stat.Variance(over, nil)/n, stat.Covariance(over, under, nil)/n, stat.Variance(under, nil)/n
	below := b*b - t*t*bb
	if below <= 0 {
		return nil
	}
	middle := (a*b - t*t*ab) / below
	half := math.Sqrt(max(middle*middle-(a*a-t*t*aa)/below, 0))
	r := a / b
	return &Interval{StandardError: math.Sqrt(max(aa-2*r*ab+r*r*bb, 0)) / b, Low: middle - half, High: middle + half}
}
