package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"caseload/analysis"
	"caseload/sim"
)

// comparison is the contrasts that were asked for, with what a reader has to know of
// the runs they come from.
type comparison struct {
	Title   string   `json:"title"`
	Start   string   `json:"start"`
	Persons int      `json:"persons"` // in each replicate
	Weight  float64  `json:"weight"`  // persons of the country for one of the run
	Runs    []string `json:"runs"`    // their folders
	analysis.Comparison

	Districts          int `json:"districts"`            // of the run
	DistrictsOfCountry int `json:"districts_of_country"` // of its market

	Standings []analysis.Standing `json:"standings,omitempty"` // of who took part, where nothing in particular is asked for

	account  *account // of the whole, as standings
	policies policies
	premises premises // beside it
}

func newComparison(runs []analysis.Run) *comparison {
	m := &runs[0].Folder.Manifest
	c := &comparison{Title: m.Title, Start: m.Start, Persons: m.Persons, Weight: m.Weight, Districts: m.Districts, DistrictsOfCountry: m.DistrictsOfCountry}
	for _, run := range runs {
		c.Runs = append(c.Runs, run.Label)
	}
	return c
}

// span names a stretch of weeks as --horizon takes it: 52 for the first 52, 1-53 for
// weeks 1 to 52.
func span(c analysis.Cell) string {
	if c.FromWeek == 0 {
		return fmt.Sprint(c.ToWeek)
	}
	return fmt.Sprintf("%d-%d", c.FromWeek, c.ToWeek)
}

// weeksOf names the weeks of a cell as tables have them, the last one included.
func weeksOf(c analysis.Cell) string { return fmt.Sprintf("%d to %d", c.FromWeek, c.ToWeek-1) }

// rows is the CSV, every digit of it.
func (c *comparison) rows() [][]string {
	var page bytes.Buffer
	if err := c.CSV(&page); err != nil {
		panic(err) // memory takes everything
	}
	rows, err := csv.NewReader(&page).ReadAll()
	if err != nil {
		panic(err) // it was written a line above
	}
	return rows
}

// text writes a table for each regime. What all lines share stands in the heading,
// what differs between them in columns of its own.
func (c *comparison) text(w io.Writer) {
	var regimes, spans, subgroups []string
	sizes := map[string]scale{}
	for _, k := range c.Contrasts {
		regimes, spans, subgroups = addOnce(regimes, k.Regime), addOnce(spans, span(k.Cell)), addOnce(subgroups, k.Subgroup)
		sizes[k.Outcome] = sizes[k.Outcome].with(k)
	}
	if len(c.Contrasts) == 0 {
		fmt.Fprintf(w, "%s\nno outcome that is asked for is told apart by this subgroup\n", c.Title)
		return
	}
	c.heading(w, spans, subgroups)
	if c.account != nil {
		named := func(k analysis.Contrast) []string { return []string{inText(k.Outcome)} }
		c.policies.differing(w, c.Baseline, regimes)
		c.account.sideBySide(w, regimes)
		for _, regime := range regimes {
			c.account.headline(w, regime)
			c.bands(w, regime, 2, []string{"outcome"}, named, sizes, c.account.banded())
			c.account.further(w, regime)
			standings(c.Standings).of(regime).text(w, c.Baseline)
			c.effects(w, regime, 2, []string{"outcome"}, named, sizes, c.account.outcomes)
		}
		c.premises.text(w)
		c.footing(w)
		return
	}
	for _, regime := range regimes {
		fmt.Fprintf(w, "\n%s against %s\n", regime, c.Baseline)
		header, words := []string{"outcome"}, 2
		if len(spans) > 1 {
			header, words = append(header, "weeks"), words+1
		}
		if len(subgroups) > 1 {
			header, words = append(header, "subgroup"), words+1
		}
		label := func(k analysis.Contrast) []string {
			line := []string{inText(k.Outcome)}
			if len(spans) > 1 {
				line = append(line, weeksOf(k.Cell))
			}
			if len(subgroups) > 1 {
				line = append(line, k.Subgroup)
			}
			return line
		}
		rows := [][]string{append(header[:len(header):len(header)], "unit", c.Baseline, regime, "difference", "", "95% interval")}
		for _, outcome := range c.outcomes() {
			for _, k := range c.Contrasts {
				if k.Regime == regime && k.Outcome == outcome && k.Total() {
					rows = append(rows, append(label(k), sizes[outcome].line(k)...))
				}
			}
		}
		writeTable(w, words, rows)
		c.bands(w, regime, words, header, label, sizes, c.outcomes())
		c.effects(w, regime, words, header, label, sizes, c.outcomes())
	}
	c.footing(w)
}

// effects writes the table of own effects and spillovers beside the total ones, where a run
// has them.
func (c *comparison) effects(w io.Writer, regime string, words int, header []string, label func(k analysis.Contrast) []string, sizes map[string]scale, outcomes []string) {
	found := c.byCell(regime)
	rows := [][]string{append(header[:len(header):len(header)], "unit", "own", "95% interval", "spillover", "95% interval", "total", "95% interval")}
	for _, outcome := range outcomes {
		for _, k := range c.Contrasts {
			if k.Regime != regime || k.Outcome != outcome || k.Effect != sim.Own {
				continue
			}
			cells := append(label(k), sizes[outcome].unitWords())
			for _, effect := range [...]string{sim.Own, analysis.Spillover, sim.Total} {
				cells = append(cells, sizes[outcome].effectAt(found, k.Cell, effect)...)
			}
			rows = append(rows, cells)
		}
	}
	if len(rows) > 1 {
		fmt.Fprintf(w, "\n%s against %s: to each person alone, what the others add to that, and both\n", regime, c.Baseline)
		writeTable(w, words, rows)
	}
}

// outcomes lists those compared, each once.
func (c *comparison) outcomes() (list []string) {
	for _, k := range c.Contrasts {
		list = addOnce(list, k.Outcome)
	}
	return list
}

func (c *comparison) heading(w io.Writer, spans, subgroups []string) {
	first := c.Contrasts[0]
	if fmt.Fprintln(w, c.Title); len(c.Runs) > 1 {
		fmt.Fprintf(w, "and the other regimes of %s\n", strings.Join(c.Runs, ", "))
	}
	var facts []string
	if len(spans) == 1 {
		facts = append(facts, fmt.Sprintf("weeks %d to %d from %s", first.FromWeek, first.ToWeek-1, c.Start))
	} else {
		facts = append(facts, "week 0 begins on "+c.Start)
	}
	if len(subgroups) == 1 && first.Subgroup != "all" {
		facts = append(facts, first.Subgroup)
	}
	if first.Replicates == 1 {
		facts = append(facts, "totals of the "+whole(c.Weight)+" in 1 replicate")
	} else {
		facts = append(facts, fmt.Sprintf("totals of the %s, means over %d replicates", whole(c.Weight), first.Replicates))
	}
	if some := someDistricts(c.Districts, c.DistrictsOfCountry); some != "" {
		facts = append(facts, some)
	}
	if first.Effect != "" {
		facts = append(facts, fmt.Sprintf("%s effects, closure %s", first.Effect, first.Closure))
	}
	fmt.Fprintln(w, strings.Join(facts, "; "))
}

// whole is what totals are of: the country, unless each person of the run stands for herself.
func whole(weight float64) string {
	if weight == 1 {
		return "run"
	}
	return "country"
}

// enoughReplicates is from how many on the width of an interval can be relied on.
const enoughReplicates = 5

// tooFew warns of intervals from few replicates; empty where there are enough, or none.
func tooFew(replicates int) string {
	if replicates < 2 || replicates >= enoughReplicates {
		return ""
	}
	return fmt.Sprintf("Intervals from %d replicates are rough themselves, too narrow or too wide by chance; take --replicates %d or more.\n", replicates, enoughReplicates)
}

// footing says what the intervals are.
func (c *comparison) footing(w io.Writer) {
	fewest := c.Contrasts[0].Replicates
	for _, k := range c.Contrasts {
		fewest = min(fewest, k.Replicates)
		if k.Replicates == 1 {
			fmt.Fprintf(w, "\nno interval: a single replicate says nothing about %s\n", c.Noise)
			return
		}
	}
	fmt.Fprintf(w, "\nIntervals are %s alone (95%%, at %s persons a replicate): they do not say how well the model fits.\n",
		c.Noise, grouped(float64(c.Persons), 0))
	fmt.Fprint(w, tooFew(fewest))
	if slices.ContainsFunc(c.Contrasts, func(k analysis.Contrast) bool { return k.NotIdentified }) {
		fmt.Fprint(w, "Not identified: a cost, or a loss, for each job or year added, where it cannot be told that any is.\n")
	}
	if c.Districts < c.DistrictsOfCountry {
		fmt.Fprintf(w, "With %s levels are off by up to %s; differences between regimes by much less.\n", strings.TrimPrefix(someDistricts(c.Districts, c.DistrictsOfCountry), "in "), levelsOff(c.Districts))
	}
}

// someDistricts says how many of a country's districts a run has; nothing if it has all.
func someDistricts(here, all int) string {
	if here >= all {
		return ""
	}
	return fmt.Sprintf("in %d of %d districts", here, all)
}

// levelsOff is how far at most the levels of a run with some of the districts are from those of all: runs of
// Universal Credit 2024 with one district and twenty replicates had 6% more moves into work than one with all 37, runs with
// two to six were within 2% of it in every line that "run" prints.
func levelsOff(districts int) string {
	if districts == 1 {
		return "6%"
	}
	return "2%"
}
