package analysis

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"caseload/sim/panel"
)

// Run is a finished run and the name that messages give it, its folder for example.
type Run struct {
	Label  string
	Folder *panel.Folder
}

// sameness is a thing that must agree between runs for a paired comparison, in the
// words of the scenario file.
type sameness struct {
	name string
	of   func(m *panel.Manifest) string
}

var mustAgree = []sameness{
	{"population", func(m *panel.Manifest) string { return short(m.PopulationHash) }},
	{"persons", func(m *panel.Manifest) string { return fmt.Sprint(m.Persons) }},
	{"weight", func(m *panel.Manifest) string { return fmt.Sprint(m.Weight) }},
	{"market", func(m *panel.Manifest) string { return short(m.MarketHash) }},
	{"start", func(m *panel.Manifest) string { return m.Start }},
	{"burn-in", func(m *panel.Manifest) string {
		return fmt.Sprintf("%d weeks under %s (%s)", m.BurnIn.Weeks, m.BurnIn.Under, short(m.BurnIn.Plan))
	}},
	{"weeks", func(m *panel.Manifest) string { return fmt.Sprint(m.Weeks) }},
	{"seed", func(m *panel.Manifest) string { return fmt.Sprint(m.Seed) }},
}

// short is as much of a hash as a person compares.
func short(hash string) string {
	if hash == "" {
		return "none"
	}
	return hash[:min(len(hash), 12)]
}

// ErrIncompatible is what runs that must not be compared come to.
var ErrIncompatible = errors.New("these runs cannot be compared")

// Compatible says whether runs differ in their regimes alone, so that their
// replicates can be paired. The error names every difference, with both values: population,
// persons, weight, market, start, burn-in, weeks, seed; and a regime that has one name
// and two contents.
func Compatible(runs []Run) error {
	if len(runs) == 0 {
		return nil
	}
	var faults []string
	first := runs[0]
	for _, run := range runs[1:] {
		for _, s := range mustAgree {
			a, b := s.of(&first.Folder.Manifest), s.of(&run.Folder.Manifest)
			if a != b {
				faults = append(faults, fmt.Sprintf("%s differs: %s in %s, %s in %s", s.name, a, first.Label, b, run.Label))
			}
		}
	}
	faults = append(faults, twoHolds(runs)...)
	faults = append(faults, twoContents(runs)...)
	if len(faults) > 0 {
		return fmt.Errorf("%w\n    %s", ErrIncompatible, strings.Join(faults, "\n    "))
	}
	return nil
}

// twoHolds finds own effects of which each means something else. A run without any may
// stand beside those that have them.
func twoHolds(runs []Run) (faults []string) {
	var first *Run
	for k := range runs {
		hold := runs[k].Folder.Manifest.Hold
		switch {
		case len(hold) == 0:
		case first == nil:
			first = &runs[k]
		case !slices.Equal(hold, first.Folder.Manifest.Hold):
			faults = append(faults, fmt.Sprintf("hold differs: %v in %s, %v in %s", first.Folder.Manifest.Hold, first.Label, hold, runs[k].Label))
		}
	}
	return faults
}

// twoContents finds regimes that have one name in several runs and different plans.
func twoContents(runs []Run) []string {
	type origin struct{ plan, label string }
	seen := map[string]origin{}
	var faults []string
	for _, run := range runs {
		m := &run.Folder.Manifest
		for _, regime := range m.Regimes {
			plan := m.Plans[regime]
			before, known := seen[regime]
			switch {
			case !known:
				seen[regime] = origin{plan, run.Label}
			case before.plan != plan:
				faults = append(faults, fmt.Sprintf("regime %s differs: %s in %s, %s in %s", regime, short(before.plan), before.label, short(plan), run.Label))
			}
		}
	}
	return faults
}
