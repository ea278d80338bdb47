package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"caseload/analysis"
	"caseload/sim"
	"caseload/sim/panel"
)

// account tells a comparison in order to who asks for nothing in particular: the headline by
// theme, how it grows with time, and for whom.
type account struct {
	baseline string
	whole    analysis.Cell // the longest span
	outcomes []string      // of the headline, by theme
	themes   map[string]string
	totals   []analysis.Contrast // total effects of all cells
	ends     []analysis.Contrast // at both ends of a prior
	sizes    map[string]scale    // of the headline's cells, by outcome

	valuation panel.Valuation
}

func newAccount(all analysis.Comparison, m *panel.Manifest, whole analysis.Cell) *account {
	a := &account{baseline: all.Baseline, whole: whole, themes: map[string]string{}, sizes: map[string]scale{}, valuation: m.Valuation}
	something := map[string]bool{}
	for _, k := range all.Contrasts {
		if k.Effect == sim.Low || k.Effect == sim.High {
			a.ends = append(a.ends, k)
		}
		if !k.Total() {
			continue
		}
		a.totals = append(a.totals, k)
		something[k.Outcome] = something[k.Outcome] || k.BaselineMean != 0 || k.RegimeMean != 0 || slices.Contains(analysis.Ratios(), k.Outcome)
		if a.covers(k, "all") {
			a.sizes[k.Outcome] = a.sizes[k.Outcome].with(k)
		}
	}
	for _, theme := range panel.Themes() {
		for _, o := range panel.Outcomes() {
			if o.Theme == theme && something[o.Name] && (o.Shown&panel.Headline != 0 || slices.Contains(m.Outcomes, o.Name)) {
				a.outcomes = append(a.outcomes, o.Name)
				a.themes[o.Name] = theme
			}
		}
	}
	return a
}

// covers tells whether a contrast is of the whole span and a subgroup.
func (a *account) covers(k analysis.Contrast, subgroup string) bool {
	return k.FromWeek == a.whole.FromWeek && k.ToWeek == a.whole.ToWeek && k.Subgroup == subgroup
}

// find is a regime's contrast in one cell.
func (a *account) find(regime, outcome, subgroup string, toWeek int) (analysis.Contrast, bool) {
	return a.findAt(sim.Total, regime, outcome, subgroup, toWeek)
}

// findAt is that of an effect: the total one, or at an end of the prior of what training teaches.
func (a *account) findAt(effect, regime, outcome, subgroup string, toWeek int) (analysis.Contrast, bool) {
	list := a.ends
	if effect == sim.Total {
		list = a.totals
	}
	for _, k := range list {
		if (effect == sim.Total || k.Effect == effect) && k.Regime == regime && k.Outcome == outcome && k.Subgroup == subgroup && k.FromWeek == 0 && k.ToWeek == toWeek {
			return k, true
		}
	}
	return analysis.Contrast{}, false
}

// headline writes the main outcomes of a regime by theme.
func (a *account) headline(w io.Writer, regime string) {
	fmt.Fprintf(w, "\n%s against %s\n", regime, a.baseline)
	rows := [][]string{{"", "unit", a.baseline, regime, "difference", "", "95% interval"}}
	theme := ""
	for _, outcome := range a.outcomes {
		k, there := a.find(regime, outcome, "all", a.whole.ToWeek)
		if !there || k.BaselineMean == 0 && k.RegimeMean == 0 && !slices.Contains(analysis.Ratios(), outcome) {
			continue
		}
		if now := a.themes[outcome]; now != theme {
			theme = now
			rows = append(rows, []string{theme})
		}
		rows = append(rows, append([]string{"  " + inText(outcome)}, a.sizes[outcome].line(k)...))
	}
	writeTable(w, 2, rows)
}

// banded are the outcomes that are shown at both ends of a prior.
func (a *account) banded() (list []string) {
	for _, o := range panel.Outcomes() {
		if o.Shown&panel.AtEnds != 0 {
			list = append(list, o.Name)
		}
	}
	return list
}

// further writes what a regime is worth, how its effects grow with time, and for whom.
func (a *account) further(w io.Writer, regime string) {
	a.money(w, regime)
	a.over(w, regime, "difference by the first so many weeks", panel.OverTime, a.horizons())
	title, parts := "difference by readiness for work at entry, from the fifth furthest from it", a.parts()
	if slices.ContainsFunc(parts, func(c column) bool { return strings.HasPrefix(c.subgroup, "tightness=") }) {
		title += ", and by tightness of the district"
	}
	a.over(w, regime, title, panel.ByWhom, parts)
}

// money writes what comes to whom, and what that is worth: differences alone, since what all
// output and all life satisfaction of a country are worth says nothing.
func (a *account) money(w io.Writer, regime string) {
	if rows := a.moneyRows(regime, indented); len(rows) > 1 {
		fmt.Fprintf(w, "\n  what it is worth: %s\n", a.moneyWords())
		writeTable(w, 2, rows)
	}
}

// indented is the name of an outcome as it stands below a heading.
func indented(outcome string) string { return "  " + inText(outcome) }

// moneyWords says in what prices, and how what comes later counts.
func (a *account) moneyWords() string {
	v := a.valuation
	return fmt.Sprintf("prices of %s, discounted at %s a year, wellbeing at %s; %s", v.PriceYear, rateWords(v.DiscountMoney), rateWords(v.DiscountWellbeing), v.Tail)
}

// moneyRows are the rows of that table, with its head. All sums are in the same unit, under
// every regime; so are all costs for each of something, whether or not they are identified.
func (a *account) moneyRows(regime string, named func(outcome string) string) [][]string {
	var of []analysis.Contrast
	largest := map[string]float64{} // by unit
	for _, o := range panel.Outcomes() {
		if o.Shown&panel.OfMoney == 0 {
			continue
		}
		if k, there := a.find(regime, o.Name, "all", a.whole.ToWeek); there && (k.Difference != 0 || k.NotIdentified) {
			of = append(of, k)
		}
		for _, k := range a.totals {
			if k.Outcome == o.Name && a.covers(k, "all") {
				largest[k.Unit] = max(largest[k.Unit], math.Abs(k.Difference))
			}
		}
	}
	rows := [][]string{{"", "unit", "difference", "95% interval"}}
	for _, k := range of {
		size := scale{}.taking(k, largest[k.Unit])
		rows = append(rows, append([]string{named(k.Outcome), size.unitWords()}, size.effect(k)...))
	}
	return rows
}

// rateWords is a share in per cent.
func rateWords(share float64) string { return fmt.Sprintf("%.3g%%", 100*share) }

// column is one of the cells that a table holds side by side.
type column struct {
	head, subgroup string
	toWeek         int
}

func (a *account) horizons() (list []column) {
	for _, k := range a.totals {
		if c := (column{fmt.Sprint(k.ToWeek), "all", k.ToWeek}); k.FromWeek == 0 && !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b column) int { return a.toWeek - b.toWeek })
	return list
}

func (a *account) parts() (list []column) {
	for _, p := range [...]struct{ subgroup, head string }{
		{"readiness=1", "furthest"}, {"readiness=2", "second"}, {"readiness=3", "third"}, {"readiness=4", "fourth"}, {"readiness=5", "closest"},
		{"tightness=slack", "slack"}, {"tightness=middle", "middle"}, {"tightness=tight", "tight"},
	} {
		if a.lives(p.subgroup) {
			list = append(list, column{p.head, p.subgroup, a.whole.ToWeek})
		}
	}
	if len(list) > 0 && list[len(list)-1].subgroup == "tightness=slack" {
		return list[:len(list)-1] // a run of one district does not tell districts apart
	}
	return list
}

// lives tells whether anybody is in a part of the population.
func (a *account) lives(subgroup string) bool {
	return slices.ContainsFunc(a.totals, func(k analysis.Contrast) bool {
		return k.Subgroup == subgroup && a.covers(k, subgroup) && k.BaselineMean != 0
	})
}

// over writes the differences of some outcomes side by side.
func (a *account) over(w io.Writer, regime, title string, shown panel.Shown, columns []column) {
	if rows := a.overRows(regime, shown, columns, indented); len(rows) > 1 {
		fmt.Fprintf(w, "\n  %s\n", title)
		writeTable(w, 2, rows)
	}
}

// overRows are the rows of that table, with its head: each difference with half the width of
// its interval.
func (a *account) overRows(regime string, shown panel.Shown, columns []column, named func(outcome string) string) [][]string {
	header := []string{"", "unit"}
	for _, c := range columns {
		header = append(header, c.head, "")
	}
	rows := [][]string{header}
	for _, o := range panel.Outcomes() {
		if o.Shown&shown == 0 || !slices.Contains(a.outcomes, o.Name) {
			continue
		}
		var size scale
		for _, c := range columns {
			if k, there := a.find(regime, o.Name, c.subgroup, c.toWeek); there {
				size = size.withDifference(k)
			}
		}
		across := func(effect string) (cells []string, something bool) {
			for _, c := range columns {
				if k, there := a.findAt(effect, regime, o.Name, c.subgroup, c.toWeek); there {
					cells, something = append(cells, size.margin(k)...), something || !k.NoBaseline || k.RegimeMean != 0
				} else {
					cells = append(cells, "-", "")
				}
			}
			return cells, something
		}
		cells, something := across(sim.Total)
		if !something {
			continue
		}
		rows = append(rows, append([]string{named(o.Name), size.unitWords()}, cells...))
		for _, end := range priorEnds {
			if cells, trains := across(end.effect); trains && o.Shown&panel.AtEnds != 0 {
				rows = append(rows, append([]string{"    " + end.words, ""}, cells...))
			}
		}
	}
	return rows
}
