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

// policies are the regimes of runs as these had them.
type policies struct {
	all    []*policy.Regime
	unread []string // the scenarios that this version cannot read: those of runs that another made
}

func policiesOf(runs []analysis.Run) (p policies) {
	for _, run := range runs {
		var own scenarios.Scenario
		file := filepath.Join(run.Label, scenarioName)
		if tree, found := library(scenarios.Files).Load("scenario", file, &own, nil); tree == nil || found.Failed() {
			p.unread = append(p.unread, file)
			continue
		}
		for k := range own.Regimes {
			p.all = append(p.all, &own.Regimes[k])
		}
	}
	return p
}

// unsaid says why nothing, or not all, is said of how the regimes differ; empty where all is.
func (p policies) unsaid() string {
	if len(p.unread) == 0 {
		return ""
	}
	return fmt.Sprintf("What differs between the policies is not told: this version cannot read %s, and \"caseload validate\" says why.", strings.Join(p.unread, ", "))
}

// named is the first of that name, or nil.
func (p policies) named(name string) *policy.Regime {
	if at := slices.IndexFunc(p.all, func(r *policy.Regime) bool { return r.Name.Value == name }); at >= 0 {
		return p.all[at]
	}
	return nil
}

// What a comparison says of a policy before its numbers: the page and "caseload diff" say all.
const (
	mostSentences = 7
	mostLetters   = 150
)

// differing writes what each regime has otherwise than the baseline, as far as a few lines go.
func (p policies) differing(w io.Writer, baseline string, regimes []string) {
	if unsaid := p.unsaid(); unsaid != "" {
		fmt.Fprintf(w, "\n%s\n", unsaid)
	}
	from, headed := p.named(baseline), false
	for _, name := range regimes {
		r := p.named(name)
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
