package analysis

import (
	"cmp"
	"fmt"
	"slices"
)

// values is the summary tables of runs, for the country.
type values struct {
	cells      []Cell
	regimes    []string
	replicates []int
	known      map[Cell]bool
	series     map[regimeCell]*series
	last       *series // to which a value was added last
}

// regimeCell is what a series is of.
type regimeCell struct {
	cell   Cell
	regime string
}

// series is a cell of a regime by replicate, in their order. next is the one to which a value came
// after this one: tables say the same cells of every arm in the same order.
type series struct {
	regimeCell
	points []point
	next   *series
}

type point struct {
	replicate int
	value     float64
}

// place is where a value stands.
type place struct {
	cell      Cell
	regime    string
	replicate int
}

func newValues() *values { return &values{known: map[Cell]bool{}, series: map[regimeCell]*series{}} }

// add takes a value. The same arm may stand in two runs, the baseline for example,
// and then says the same twice.
func (v *values) add(p place, value float64) error {
	s := v.seriesOf(regimeCell{p.cell, p.regime})
	k, known := s.find(p.replicate)
	switch {
	case !known:
		s.points = slices.Insert(s.points, k, point{p.replicate, value})
	case s.points[k].value != value:
		return fmt.Errorf("%s of regime %s in replicate %d stands twice, as %v and %v", p.cell.Outcome, p.regime, p.replicate, s.points[k].value, value)
	}
	if !slices.Contains(v.replicates, p.replicate) {
		v.replicates = append(v.replicates, p.replicate)
	}
	return nil
}

// seriesOf finds a series to add to, or begins it.
func (v *values) seriesOf(key regimeCell) *series {
	before := v.last
	if before != nil && before.next != nil && before.next.regimeCell == key {
		v.last = before.next
		return v.last
	}
	s := v.series[key]
	if s == nil {
		s = &series{regimeCell: key}
		v.series[key] = s
		if !v.known[key.cell] {
			v.known[key.cell] = true
			v.cells = append(v.cells, key.cell)
		}
	}
	if before != nil {
		before.next = s
	}
	v.last = s
	return s
}

// find is the place of a replicate, and whether it is there.
func (s *series) find(replicate int) (k int, is bool) {
	return slices.BinarySearchFunc(s.points, replicate, func(p point, replicate int) int { return cmp.Compare(p.replicate, replicate) })
}

// at is the value of a replicate; of no series there is none.
func (s *series) at(replicate int) (value float64, is bool) {
	if s == nil {
		return 0, false
	}
	k, is := s.find(replicate)
	if !is {
		return 0, false
	}
	return s.points[k].value, true
}

// at is the value at a place.
func (v *values) at(p place) (value float64, is bool) {
	return v.series[regimeCell{p.cell, p.regime}].at(p.replicate)
}

// has takes the regimes of a run.
func (v *values) has(regimes []string) {
	for _, regime := range regimes {
		if !slices.Contains(v.regimes, regime) {
			v.regimes = append(v.regimes, regime)
		}
	}
}

// sides are the series that a contrast compares. At an end of a prior each side is that at this
// end, or else as it stands.
type sides struct {
	from, to           *series
	fromStands, stands *series
	atEnd              bool
}

// sides finds them. The baseline is the same whatever the effect, unless a prior is of it too; a
// spillover lies between a regime's own effect and the total.
func (v *values) sides(cell Cell, baseline, regime string) sides {
	at := func(effect, regime string) *series {
		key := regimeCell{cell, regime}
		key.cell.Effect = effect
		return v.series[key]
	}
	switch cell.Effect {
	case "":
		return sides{from: at("", baseline), to: at("", regime)}
	case Spillover:
		return sides{from: at(own, regime), to: at(total, regime)}
	case Low, High:
		return sides{at(cell.Effect, baseline), at(cell.Effect, regime), at(total, baseline), at(total, regime), true}
	}
	return sides{from: at(total, baseline), to: at(cell.Effect, regime)}
}

// pair is the two values in a replicate.
func (s *sides) pair(replicate int) (a, b float64, ok bool) {
	a, hasA := s.from.at(replicate)
	b, hasB := s.to.at(replicate)
	if s.atEnd && hasA != hasB {
		if !hasA {
			a, hasA = s.fromStands.at(replicate)
		} else {
			b, hasB = s.stands.at(replicate)
		}
	}
	return a, b, hasA && hasB
}

// pair is the two values that a contrast compares in a replicate.
func (v *values) pair(cell Cell, baseline, regime string, replicate int) (a, b float64, ok bool) {
	s := v.sides(cell, baseline, regime)
	return s.pair(replicate)
}
