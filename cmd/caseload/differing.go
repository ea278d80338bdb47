package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"caseload/analysis"
	"caseload/policy"
	"caseload/scenarios"
)

// regimesOf are the regimes of runs as these had them; none of a run whose scenario cannot be read.
func regimesOf(runs []analysis.Run) (all []*policy.Regime) {
	for _, run := range runs {
		var own scenarios.Scenario
		if tree, found := library(scenarios.Files).Load("scenario", filepath.Join(run.Label, scenarioName), &own, nil); tree == nil || found.Failed() {
			continue
		}
		for k := range own.Regimes {
			all = append(all, &own.Regimes[k])
		}
	}
	return all
}

// regimeNamed is the first of that name, or nil.
func regimeNamed(all []*policy.Regime, name string) *policy.Regime {
	if at := slices.IndexFunc(all, func(r *policy.Regime) bool { return r.Name.Value == name }); at >= 0 {
		return all[at]
	}
	return nil
}

// What a comparison says of a policy before its numbers: the page and "caseload diff" say all.
const (
	mostSentences = 7
	mostLetters   = 150
)

// differing writes what each regime has otherwise than the baseline, as far as a few lines go.
func differing(w io.Writer, all []*policy.Regime, baseline string, regimes []string) {
	from, headed := regimeNamed(all, baseline), false
	for _, name := range regimes {
		r := regimeNamed(all, name)
		if from == nil || r == nil {
			continue
		}
		if !headed {
			headed = true
			fmt.Fprintf(w, "\nwhat differs from %s (%s)\n", baseline, strings.TrimSuffix(from.Title.Value, "."))
		}
		fmt.Fprintf(w, "  %s (%s)\n", name, strings.TrimSuffix(r.Title.Value, "."))
		found := policy.Differences(from, r)
		for _, d := range found[:min(len(found), mostSentences)] {
			fmt.Fprintf(w, "    %s\n", cutShort(d.Sentence, mostLetters))
		}
		if more := len(found) - mostSentences; more > 0 {
			fmt.Fprintf(w, "    and %d more%s\n", more, whereAll(baseline, name))
		}
	}
}

// whereAll says which command tells all differences: between regimes that are shipped. Those that
// stand in a scenario alone are told on its page.
func whereAll(baseline, name string) string {
	if known := library(scenarios.Files).Names("regime"); slices.Contains(known, baseline) && slices.Contains(known, name) {
		return fmt.Sprintf("; \"caseload diff %s %s\" has all", baseline, name)
	}
	return "; --format html has all"
}

// cutShort is a sentence up to a word, with dots where it goes on.
func cutShort(sentence string, most int) string {
	if len(sentence) <= most {
		return sentence
	}
	cut := strings.LastIndexAny(sentence[:most-3], " ")
	return strings.TrimRight(sentence[:max(cut, 1)], " ;,") + " ..."
}
