package analysis

import (
	"fmt"
	"slices"

	"caseload/sim/panel"
)

// Point is one combination of a sweep's levers and where it was run.
type Point struct {
	Number int      // from 1
	Values []string // of the levers, in their order
	Run    Run
	Arms   map[string]string // what the run calls each regime of the sweep's scenario
}

// Surface is the effects of a sweep's regimes at each of its points.
type Surface struct {
	Levers   []string      `json:"levers"`
	Baseline string        `json:"baseline"`
	Noise    string        `json:"interval_is"` // always "simulation noise"
	Points   []PointEffect `json:"points"`
}

// PointEffect is the contrasts at one point.
type PointEffect struct {
	Point     int        `json:"point"`
	Values    []string   `json:"values"`
	Contrasts []Contrast `json:"contrasts"`
}

// Sweep compares every regime with the baseline at each point. It fails as Compare does.
func Sweep(levers []string, regimes []string, baseline string, points []Point) (Surface, error) {
	s := Surface{Levers: levers, Baseline: baseline, Noise: SimulationNoise}
	done := map[string]Comparison{} // by run and the baseline's name in it
	for _, p := range points {
		key := p.Run.Label + "\x00" + p.Arms[baseline]
		c, known := done[key]
		if !known {
			var err error
			if c, err = Compare([]Run{p.Run}, p.Arms[baseline]); err != nil {
				return Surface{}, fmt.Errorf("point %d: %w", p.Number, err)
			}
			done[key] = c
		}
		effect := PointEffect{Point: p.Number, Values: p.Values}
		for _, regime := range regimes {
			if regime != baseline {
				effect.Contrasts = append(effect.Contrasts, c.of(p.Arms[regime], p.Arms[baseline], regime)...)
			}
		}
		s.Points = append(s.Points, effect)
	}
	return s, nil
}

// of is the contrasts of an arm under the name that it has in the scenario. Where a lever
// makes a regime the baseline itself there is no difference; what the baseline does not have has none
// anywhere, and a sweep says differences.
func (c Comparison) of(arm, baseline, name string) []Contrast {
	var list []Contrast
	for _, k := range c.Contrasts {
		switch {
		case k.NoBaseline:
			continue
		case arm == baseline && k.Regime == c.Contrasts[0].Regime:
			k.RegimeMean, k.Difference = k.BaselineMean, 0
			if k.Interval != nil {
				k.Interval = &Interval{}
			}
		case k.Regime != arm:
			continue
		}
		k.Regime = name
		list = append(list, k)
	}
	return list
}

// SweepRows are the rows of a sweep's table in the order of its points, regimes in the
// order of the scenario, beside the baseline's value in the same replicate.
func SweepRows(levers []string, regimes []string, baseline string, points []Point) ([]panel.SweepRow, error) {
	var list []panel.SweepRow
	type cell struct {
		outcome, subgroup, effect string
		from, to, replicate       int16
	}
	of := func(r *panel.SummaryRow) cell {
		return cell{r.Outcome, r.Subgroup, r.Effect, r.FromWeek, r.ToWeek, r.Replicate}
	}
	read := map[string][]panel.SummaryRow{}
	for _, p := range points {
		rows, known := read[p.Run.Label]
		if !known {
			var err error
			if rows, err = panel.ReadAll[panel.SummaryRow](p.Run.Folder, panel.Selection{}); err != nil {
				return nil, err
			}
			read[p.Run.Label] = rows
		}
		base := map[cell]*panel.SummaryRow{}
		for k := range rows {
			if rows[k].Regime == p.Arms[baseline] {
				base[of(&rows[k])] = &rows[k]
			}
		}
		for _, regime := range regimes {
			for k := range rows {
				r := &rows[k]
				at := of(r)
				if at.effect == own && p.Run.Folder.Manifest.Baseline == p.Arms[baseline] {
					at.effect = total // which the baseline is either way
				}
				b := base[at]
				if b == nil && (at.effect == Low || at.effect == High) {
					at.effect = total // of a baseline that does not train
					b = base[at]
				}
				if regime == baseline || r.Regime != p.Arms[regime] || b == nil {
					continue
				}
				row := panel.SweepRow{Point: int32(p.Number), Regime: regime, Baseline: baseline, Replicate: r.Replicate,
					Outcome: r.Outcome, FromWeek: r.FromWeek, ToWeek: r.ToWeek, Subgroup: r.Subgroup, Closure: r.Closure, Effect: r.Effect,
					Value: r.Value, BaselineValue: b.Value, Unit: r.Unit, Exact: r.Exact && b.Exact, Weight: p.Run.Folder.Manifest.Weight}
				row.At(levers, p.Values)
				list = append(list, row)
			}
		}
	}
	return slices.Clip(list), nil
}
