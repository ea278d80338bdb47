package main

import (
	"os"
	"path/filepath"
	"slices"

	"caseload/agents"
	"caseload/analysis"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/panel"
)

// compared is one of the things that a comparison names: a finished run, or a scenario
// that is to be run.
type compared struct {
	label  string
	folder *panel.Folder // nil before a scenario is run
	order  *order        // nil for a finished run
}

// regimes are the names of its regimes.
func (c *compared) regimes() []string {
	if c.order == nil {
		return c.folder.Manifest.Regimes
	}
	var names []string
	for _, arm := range c.order.scenario.Arms {
		names = append(names, arm.Name)
	}
	return names
}

// understand opens the runs that are named and reads the scenarios. Nothing is run, as a
// misspelt name is better noticed before than after.
func (f *compareFlags) understand(e *edge, words []string) ([]compared, error) {
	var all []compared
	for _, word := range words {
		if facts, err := os.Stat(word); err == nil && facts.IsDir() {
			folder, err := panel.Open(os.DirFS(word))
			if err != nil {
				return nil, noRun(err, word)
			}
			all = append(all, compared{label: filepath.Clean(word), folder: folder})
			continue
		}
		if len(words) > 1 && f.out != "" {
			return nil, wrong("run each scenario with its own --out, then compare the folders", "--out names one folder and several things are compared")
		}
		o, err := f.order(e, word)
		if err != nil {
			return nil, err
		}
		all = append(all, compared{label: o.target, order: o})
	}
	if err := f.unusedWithRuns(words, all); err != nil {
		return nil, err
	}
	return all, f.checkNames(all)
}

// checkNames refuses what no run of these could have: a baseline that is not among their
// regimes, a regime without another, and names that a summary does not know. What a
// finished run has is seen when it is read.
func (f *compareFlags) checkNames(all []compared) error {
	var regimes, spans []string
	for _, one := range all {
		for _, name := range one.regimes() {
			regimes = addOnce(regimes, name)
		}
		if one.order != nil {
			s := one.order.scenario.Scenario
			for _, w := range sim.Windows(policy.DateFrom(s.Start), agents.Week(s.Horizon.Value)) {
				spans = addOnce(spans, span(analysis.Cell{FromWeek: int(w[0]), ToWeek: int(w[1])}))
			}
		}
	}
	if f.baseline != "" && !slices.Contains(regimes, f.baseline) {
		return wrong(source.Choices(f.baseline, regimes, "regimes"), "no run has the baseline %q", f.baseline)
	}
	if len(regimes) == 1 {
		return wrong(`"caseload compare A B" compares B with A, and a scenario can name both`,
			"%s is the only regime, so there is nothing to compare it with", regimes[0])
	}
	if spans == nil {
		return nil
	}
	for _, asked := range []struct {
		flag         string
		names, there []string
	}{{"outcome", f.outcomes, append(sim.Outcomes(), analysis.Ratios()...)}, {"horizon", f.horizons, spans}, {"subgroup", f.subgroups, sim.Subgroups()}} {
		if _, err := chosenNames(asked.flag, asked.names, asked.there, nil); err != nil {
			return err
		}
	}
	return nil
}
