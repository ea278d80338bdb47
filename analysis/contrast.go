package analysis

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"caseload/sim/panel"
)

// Cell is what a value is about, apart from its regime and replicate.
type Cell struct {
	Outcome  string `json:"outcome"`
	FromWeek int    `json:"from_week"` // first week counted
	ToWeek   int    `json:"to_week"`   // first week no longer counted
	Subgroup string `json:"subgroup"`
	Closure  string `json:"closure"`
	Effect   string `json:"effect"`
	Unit     string `json:"unit"`
}

// Contrast is one regime against the baseline in one cell. Totals are those of the
// country; see the package's comment. A spillover is the total effect against the own one.
type Contrast struct {
	Cell
	Regime       string    `json:"regime"`
	BaselineMean float64   `json:"baseline_mean"` // over the replicates that both have
	RegimeMean   float64   `json:"regime_mean"`   // over the same
	Difference   float64   `json:"difference"`    // mean of regime less baseline, paired
	Interval     *Interval `json:"interval"`      // nil with a single replicate
	Replicates   int       `json:"replicates"`    // that both have

	// NotIdentified tells a ratio that could be anything, since what it is divided by is not
	// told from zero; its numbers are 0 then.
	NotIdentified bool `json:"not_identified,omitempty"`

	// NoBaseline tells a share or mean of something that the baseline does not have, programmes
	// for instance; the interval is that of the regime's mean, and there is no difference.
	NoBaseline bool `json:"no_baseline,omitempty"`
}

// Interval is the simulation noise of a difference over n replicates.
type Interval struct {
	StandardError float64 `json:"standard_error"` // standard deviation of the paired differences by the root of n
	Low           float64 `json:"low_95"`         // bounds of the 95% interval by Student's t with n-1 degrees
	High          float64 `json:"high_95"`
}

// Comparison is the effects of regimes against one baseline.
type Comparison struct {
	Baseline  string     `json:"baseline"`
	Noise     string     `json:"interval_is"` // always "simulation noise"
	Contrasts []Contrast `json:"contrasts"`
}

// SimulationNoise titles every interval; see the package's comment.
const SimulationNoise = "simulation noise"

// Compare sets every regime of the runs against the baseline; an empty baseline is
// that of the first run. Cells come in the order of the summary table and regimes
// in the order of the runs. It fails if the runs are not Compatible, if none has
// the baseline, if a run lacks its weight or its summary, and if a
// regime has no replicate in common with the baseline.
func Compare(runs []Run, baseline string) (Comparison, error) {
	if err := Compatible(runs); err != nil {
		return Comparison{}, err
	}
	if len(runs) == 0 {
		return Comparison{}, errors.New("there is no run to compare")
	}
	if baseline == "" {
		baseline = runs[0].Folder.Manifest.Baseline
	}
	values, err := read(runs, baseline)
	if err != nil {
		return Comparison{}, err
	}
	if !slices.Contains(values.regimes, baseline) {
		return Comparison{}, fmt.Errorf("no run has the baseline %q; the regimes are %s", baseline, strings.Join(values.regimes, ", "))
	}
	c := Comparison{Baseline: baseline, Noise: SimulationNoise}
	for _, regime := range values.regimes {
		if regime != baseline && !values.paired(baseline, regime) {
			return Comparison{}, fmt.Errorf("regimes %s and %s have no replicate in common", baseline, regime)
		}
	}
	for _, cell := range values.cells {
		c.add(values, cell, values.contrast)
		if cell.Effect == own {
			cell.Effect = Spillover
			c.add(values, cell, values.contrast)
		}
	}
	for _, cell := range values.cells {
		switch cell.Outcome {
		case exitsToWork:
			c.add(values, cell, values.displaced)
		case departmentValue:
			for _, x := range costs {
				c.add(values, cell, x.contrast(values))
			}
		}
	}
	return c, nil
}

// add takes what a cell says of every regime but the baseline.
func (c *Comparison) add(v *values, cell Cell, of func(cell Cell, baseline, regime string) (Contrast, bool)) {
	for _, regime := range v.regimes {
		if contrast, ok := of(cell, c.Baseline, regime); ok && regime != c.Baseline {
			c.Contrasts = append(c.Contrasts, contrast)
		}
	}
}

// The effects that a summary has, and the one that follows from them: what others who are
// switched too do to a person. Low and High are total effects at the ends of a prior.
const (
	own       = "own"
	total     = "total"
	Low       = "low"
	High      = "high"
	Spillover = "spillover"
)

// Total tells whether a contrast is of a total effect with everything as it stands in the
// scenario, which is what a comparison says first.
func (c Cell) Total() bool { return c.Effect == total || c.Effect == "" }

// Select keeps the contrasts that keep wants, in their order.
func (c Comparison) Select(keep func(Contrast) bool) Comparison {
	kept := Comparison{Baseline: c.Baseline, Noise: c.Noise}
	for _, contrast := range c.Contrasts {
		if keep(contrast) {
			kept.Contrasts = append(kept.Contrasts, contrast)
		}
	}
	return kept
}

func read(runs []Run, baseline string) (*values, error) {
	v := newValues()
	for _, run := range runs {
		m := &run.Folder.Manifest
		if !(m.Weight > 0) {
			return nil, fmt.Errorf("%s: the manifest has no weight", run.Label)
		}
		v.has(m.Regimes)
		empty := true
		for b, err := range panel.Batches[panel.SummaryRow](run.Folder, panel.Selection{}) {
			if err != nil {
				return nil, fmt.Errorf("%s: %w", run.Label, err)
			}
			for k := range b.Rows {
				r := &b.Rows[k]
				empty = false
				if r.Effect == own && m.Baseline != baseline {
					continue // what was held is that of another baseline
				}
				cell := Cell{r.Outcome, int(r.FromWeek), int(r.ToWeek), r.Subgroup, r.Closure, r.Effect, r.Unit}
				if err := v.add(place{cell, r.Regime, int(r.Replicate)}, weighted(r, m.Weight)); err != nil {
					return nil, fmt.Errorf("%s: %w", run.Label, err)
				}
			}
		}
		if empty {
			return nil, fmt.Errorf("%s: the run has no summary", run.Label)
		}
	}
	slices.Sort(v.replicates)
	return v, nil
}

// weighted is a row's value for the country.
func weighted(r *panel.SummaryRow, weight float64) float64 {
	if isTotal(r.Unit) {
		return r.Value * weight
	}
	return r.Value
}

// isTotal says whether values in the unit add up over persons.
func isTotal(unit string) bool {
	return !strings.Contains(unit, " per ") && !strings.Contains(unit, " of a ") && unit != "share" && unit != "points"
}

// paired says whether two regimes share a replicate in any cell.
func (v *values) paired(a, b string) bool {
	return slices.ContainsFunc(v.cells, func(cell Cell) bool {
		k, ok := v.contrast(cell, a, b)
		return ok && !k.NoBaseline
	})
}

// contrast compares two regimes in the replicates that have both.
func (v *values) contrast(cell Cell, baseline, regime string) (Contrast, bool) {
	var base, other, differences []float64
	sides := v.sides(cell, baseline, regime)
	for _, replicate := range v.replicates {
		if a, b, ok := sides.pair(replicate); ok {
			base, other, differences = append(base, a), append(other, b), append(differences, b-a)
		}
	}
	if sides.from == nil && sides.fromStands == nil {
		return v.alone(cell, regime)
	}
	if len(differences) == 0 {
		return Contrast{}, false
	}
	return Contrast{
		Cell: cell, Regime: regime,
		BaselineMean: stat.Mean(base, nil), RegimeMean: stat.Mean(other, nil), Difference: stat.Mean(differences, nil),
		Interval: interval(differences), Replicates: len(differences),
	}, true
}

// alone is a share or mean of what a regime has and the baseline has not, and so without a
// difference.
func (v *values) alone(cell Cell, regime string) (Contrast, bool) {
	if isTotal(cell.Unit) || cell.Effect != total {
		return Contrast{}, false
	}
	var means []float64
	for _, replicate := range v.replicates {
		if x, there := v.at(place{cell, regime, replicate}); there {
			means = append(means, x)
		}
	}
	if len(means) == 0 {
		return Contrast{}, false
	}
	return Contrast{Cell: cell, Regime: regime, RegimeMean: stat.Mean(means, nil), Interval: interval(means), Replicates: len(means), NoBaseline: true}, true
}

// compare sets every regime against the baseline in every cell.
func (v *values) compare(baseline string) Comparison {
	slices.Sort(v.replicates)
	c := Comparison{Baseline: baseline, Noise: SimulationNoise}
	for _, cell := range v.cells {
		c.add(v, cell, v.contrast)
	}
	return c
}

// interval is the 95% interval of a mean; nil for fewer than two values.
func interval(values []float64) *Interval {
	n := float64(len(values))
	if n < 2 {
		return nil
	}
	mean, deviation := stat.MeanStdDev(values, nil)
	e := deviation / math.Sqrt(n)
	t := student(n)
	return &Interval{StandardError: e, Low: mean - t*e, High: mean + t*e}
}

// student is what cuts 2.5% off Student's t with n-1 degrees.
func student(n float64) float64 {
	if k := int(n); float64(k) == n && k < len(students) {
		return students[k]
	}
	return studentOf(n)
}

// students are those of small numbers of replicates, which every cell of a comparison asks for.
var students = func() (list [64]float64) {
	for n := 2; n < len(list); n++ {
		list[n] = studentOf(float64(n))
	}
	return list
}()

func studentOf(n float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: n - 1}.Quantile(0.975)
}
