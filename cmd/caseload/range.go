package main

import (
	"fmt"
	"slices"
	"strings"

	"caseload/policy/source"
	"caseload/scenarios"
)

// beyond is the note on values of a number that lie beyond the plausible range that files give it.
func beyond(path string, given source.Number, values []string) string {
	are := values[0] + " is"
	if last := len(values) - 1; last > 0 {
		are = strings.Join(values[:last], ", ") + " and " + values[last] + " are"
	}
	return fmt.Sprintf("%s: the range that it is given is %s, and %s not in it", path, strings.Join(given.Range, " to "), are)
}

// holds tells whether a value is in the range of a number, or the number has none.
func holds(given, value source.Number) bool {
	return !given.HasRange || value.Amount >= given.Low && value.Amount <= given.High
}

// beyondRange notes values of levers that lie outside the range that the number is given.
func (s *sweepOrder) beyondRange() (notes []string) {
	for k, lever := range s.grid.Sweep.Levers {
		given, _ := numberAt(s.scenario.Tree, lever.Path.Value)
		var values []string
		for p, point := range s.grid.Cases {
			if n, found := numberAt(point.Tree, lever.Path.Value); found && !holds(given, n) {
				values = addOnce(values, s.grid.Points[p][k])
			}
		}
		if len(values) > 0 {
			notes = append(notes, beyond(lever.Path.Value, given, values))
		}
	}
	return notes
}

// beyondRange notes values of --set that lie outside the range that the files give the number.
// An assignment takes the place of a number with its range, so the files are read without it.
func (f *caseFlags) beyondRange(name string, tree *source.Tree) (notes []string) {
	var assigned []source.Number
	others := slices.Clone(f.sets)
	for _, n := range tree.Numbers() {
		if set := strings.TrimPrefix(n.At.File, "--set "); slices.Contains(f.sets, set) && !n.HasRange {
			assigned = append(assigned, n)
			path, _, _ := strings.Cut(set, "=")
			others = slices.DeleteFunc(others, func(other string) bool { return strings.HasPrefix(other, path+"=") })
		}
	}
	if len(assigned) == 0 {
		return nil
	}
	before, _ := scenarios.Load(library(scenarios.Files), name, others)
	if before == nil {
		return nil // without it the others make no sense
	}
	for _, n := range assigned {
		if given, _ := numberAt(before.Tree, n.Path); !holds(given, n) {
			notes = append(notes, beyond(n.Path, given, []string{n.Written}))
		}
	}
	return notes
}

func numberAt(tree *source.Tree, path string) (source.Number, bool) {
	all := tree.Numbers()
	if at := slices.IndexFunc(all, func(n source.Number) bool { return n.Path == path }); at >= 0 {
		return all[at], true
	}
	return source.Number{}, false
}
