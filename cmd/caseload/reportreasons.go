package main

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"caseload/analysis"
	"caseload/picture"
	"caseload/policy"
	"caseload/sim"
)

// differs tells how the regimes differ, in policy terms.
func (r *reporter) differs() (section, error) {
	s := section{ID: "policies", Heading: "What differs between the policies"}
	policies := policiesOf(r.runs)
	baseline := policies.named(r.all.Baseline)
	if unsaid := policies.unsaid(); unsaid != "" {
		s.Words = append(s.Words, unsaid)
	}
	if baseline != nil && len(r.others()) > 0 {
		s.Words = append(s.Words, fmt.Sprintf("The baseline is %s: %s.", r.all.Baseline, strings.TrimSuffix(baseline.Title.Value, ".")))
	}
	for _, name := range r.others() {
		regime := policies.named(name)
		if baseline == nil || regime == nil {
			continue
		}
		caption := fmt.Sprintf("what %s has otherwise than %s", name, r.all.Baseline)
		rows, theme, found := [][]string{{caption}}, "", policy.Differences(baseline, regime)
		for _, d := range found {
			if d.Theme != theme {
				theme = d.Theme
				rows = append(rows, []string{theme + ":"})
			}
			rows = append(rows, []string{d.Sentence})
		}
		words := fmt.Sprintf("%s: %s.", name, strings.TrimSuffix(regime.Title.Value, "."))
		const short = 40
		switch folded := len(rows) > short; {
		case len(found) == 0:
			words += " It differs in nothing but its name."
		case folded:
			s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("%s, in %s", caption, counted(len(found), "sentence")), Words: 1, Folded: true, Rows: rows})
		default:
			s.Tables = append(s.Tables, sheet{Words: 1, Rows: rows})
		}
		s.Words = append(s.Words, words)
	}
	return s, nil
}

// accountOrder is that in which accounts are read: whose they are, all of them, and wellbeing.
var accountOrder = []string{"claimant", "employer", "provider", "department", "benefits", "tax", "health", "investor", "others", "society", "wellbeing"}

// accountWords is an account as a reader says it.
func accountWords(account string) string {
	switch account {
	case "society":
		return "society: all of these"
	case "wellbeing":
		return account
	}
	return inWordsOf("value_" + account + "_pence")
}

// costs tells what the regimes cost whom.
func (r *reporter) costs() (section, error) {
	s := section{ID: "costs", Heading: "What it costs whom"}
	all, err := analysis.Accounts(r.runs, r.all.Baseline)
	if err != nil || len(all.Contrasts) == 0 {
		r.absences = append(r.absences, "Accounts: the run has no table of accounts.")
		return s, err
	}
	var whose []string
	for _, c := range all.Contrasts {
		whose = addOnce(whose, c.Subgroup)
	}
	slices.SortStableFunc(whose, func(a, b string) int { return slices.Index(accountOrder, a) - slices.Index(accountOrder, b) })
	if err := r.accounts(&s, all, whose); err != nil {
		return s, err
	}
	for _, regime := range r.others() {
		var shown scale
		for _, c := range all.Contrasts {
			shown = shown.with(c)
		}
		unit, by := shown.shown()
		shown.finest = by // whole ones do
		rows := [][]string{{"account", "line", r.all.Baseline, regime, "difference", "", "95% interval"}}
		for _, account := range whose {
			for _, c := range all.Contrasts {
				if c.Regime == regime && c.Subgroup == account {
					line := shown.line(c)
					rows = append(rows, append([]string{accountWords(account), inWordsOf(c.Outcome)}, line[1:]...))
				}
			}
		}
		s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("%s against %s, %s; received if positive, paid if negative", regime, r.all.Baseline, unit), Words: 2, Folded: true, Rows: rows})
	}
	return s, nil
}

// accounts draws the difference of each account.
func (r *reporter) accounts(s *section, all analysis.Comparison, whose []string) error {
	var size scale
	for _, c := range all.Contrasts {
		if c.Outcome == analysis.Net {
			size = size.withDifference(c)
		}
	}
	unit, by := size.shown()
	drawn := picture.Dots{Title: "Difference of each account, " + unit, Across: unit + " over " + counted(r.weeks, "week") + ", received if positive", Series: r.others(), First: 1}
	for _, account := range whose {
		dot := picture.Dot{Name: accountWords(account)}
		for _, regime := range r.others() {
			value, low, high := math.NaN(), math.NaN(), math.NaN()
			for _, c := range all.Contrasts {
				if c.Regime == regime && c.Subgroup == account && c.Outcome == analysis.Net {
					value = c.Difference / by
					if c.Interval != nil {
						low, high = c.Interval.Low/by, c.Interval.High/by
					}
				}
			}
			dot.Value, dot.Low, dot.High = append(dot.Value, value), append(dot.Low, low), append(dot.High, high)
		}
		drawn.Rows = append(drawn.Rows, dot)
	}
	if len(r.others()) == 0 {
		return nil
	}
	return s.add("All lines of an account together, difference from "+r.all.Baseline+r.over(", with 95% intervals."), drawn)
}

// spillovers tells own effects, what others add and both, where they were held.
func (r *reporter) spillovers() (section, error) {
	s := section{ID: "spillovers", Heading: "Own effects and what others add"}
	for _, regime := range r.others() {
		rows := [][]string{{"outcome", "unit", "own", "95% interval", "spillover", "95% interval", "total", "95% interval"}}
		for _, outcome := range r.outcomes() {
			var three [3]*analysis.Contrast
			for k := range r.all.Contrasts {
				c := &r.all.Contrasts[k]
				if c.Regime != regime || c.Outcome != outcome || c.Subgroup != "all" || c.FromWeek != 0 || c.ToWeek != r.weeks {
					continue
				}
				if at := slices.Index([]string{sim.Own, analysis.Spillover, sim.Total}, c.Effect); at >= 0 {
					three[at] = c
				}
			}
			if three[0] == nil || !slices.Contains(r.told.outcomes, outcome) {
				continue
			}
			shown := size(three[:])
			row := []string{inWordsOf(outcome), shown.unitWords()}
			for _, c := range three {
				if c == nil {
					row = append(row, "-", "-")
					continue
				}
				row = append(row, shown.effect(*c)...)
			}
			rows = append(rows, row)
		}
		if len(rows) > 1 {
			s.Tables = append(s.Tables, sheet{Caption: regime + " against " + r.all.Baseline, Words: 2, Rows: rows})
		}
	}
	if len(s.Tables) == 0 {
		r.absences = append(r.absences, "Own effects apart from what others add: nothing was held. --set 'hold=[diaries, market]' finds them, at the cost of another arm for each regime.")
		return s, nil
	}
	s.Words = []string{fmt.Sprintf("Own: each person switched alone, with %s as under %s. Spillover: what changes for her because all others are switched too. Total: both.", strings.Join(r.first().Hold, " and "), r.all.Baseline)}
	return s, nil
}

// hangsOn tells how the result depends on what is assumed about vacancies, where the run's
// twins under other closures are beside it.
func (r *reporter) hangsOn() (section, error) {
	s := section{ID: "closure", Heading: "What the result hangs on"}
	premises := newPremises(r.runs[0], r.all)
	for _, on := range premises.lines() {
		s.Words = append(s.Words, capital(on)+".")
	}
	s.Words = append(s.Words, "Closures: inflow holds the number of new vacancies, stock that of open ones, and under entry new ones follow the chance of filling them.")
	if all := premises.worlds; all == nil {
		r.absences = append(r.absences, `The other world of wellbeing: "caseload compare SCENARIO --worlds --format html" runs it and flags what differs.`)
	} else {
		s.Tables = append(s.Tables, sheet{Caption: "Wellbeing where states have the effects that published comparisons show, and where only causes count, whole run", Words: 5, Rows: all.rows()})
	}
	if all := premises.closures; all == nil {
		r.absences = append(r.absences, `Other closures of the vacancy market: "caseload compare SCENARIO --closures --format html" runs them and shows how far the result depends on them.`)
	} else {
		s.Tables = append(s.Tables, sheet{Caption: "The effect on jobs under each closure, whole run", Words: 4, Rows: all.jobRows()})
	}
	return s, nil
}

// leavesOut tells what is not in the run.
func (r *reporter) leavesOut() (section, error) {
	s := section{ID: "limits", Heading: "What this does not say", Words: []string{
		"Intervals are chance in the simulation. No parameter is varied, and they do not say how well the model fits the country.",
		"People outside benefits and those who leave them for long are in the run as competitors for jobs alone. Prices, the minimum wage and what employers pay in general do not answer to the policy.",
	}}
	m := r.first()
	if t := m.PopulationTable; t != nil {
		var lacks []string
		for _, i := range t.Imputed {
			lacks = append(lacks, fmt.Sprintf("%s (%s)", strings.ReplaceAll(i.Trait, "_", " "), counted(i.Rows, "row")))
		}
		if len(lacks) > 0 {
			s.Words = append(s.Words, fmt.Sprintf("The people are those of %s. What it lacks is made up: %s; %s.", t.File, strings.Join(lacks, ", "), t.Rule))
		}
	}
	if !m.Complete {
		s.Words = append(s.Words, "Some replicates of the run failed and are not in it.")
	}
	for _, what := range m.NotIncluded {
		s.Words = append(s.Words, "Not included: "+what+".")
	}
	s.Words = append(s.Words, r.absences...)
	return s, nil
}

// made tells how the run was made, so that it can be made again.
func (r *reporter) made() (section, error) {
	s := section{ID: "made", Heading: "How it was made"}
	for _, run := range r.runs {
		m := &run.Folder.Manifest
		var replicates []string
		for _, k := range m.Replicates {
			replicates = append(replicates, fmt.Sprint(k))
		}
		rows := [][]string{{"", ""},
			{"again", "caseload run " + filepath.ToSlash(filepath.Join(run.Label, scenarioName)) + " --out again"},
			{"folder", run.Label}, {"scenario", m.Scenario}, {"regimes", strings.Join(m.Regimes, ", ")},
			{"weeks", fmt.Sprintf("%d from %s, after %d under %s", m.Weeks, m.Start, m.BurnIn.Weeks, m.BurnIn.Under)},
			{"persons", fmt.Sprintf("%s, each for %s of the country", grouped(float64(m.Persons), 0), grouped(m.Weight, 1))},
			{"replicates", strings.Join(replicates, ", ")}, {"seed", fmt.Sprint(m.Seed)},
			{"digest of the dataset", m.Digest}, {"hash of the scenario", m.ScenarioHash},
			{"made by", fmt.Sprintf("caseload %s, %s, %s/%s", m.Outside.Caseload, m.Outside.Go, m.Outside.GOOS, m.Outside.GOARCH)},
			{"time taken", fmt.Sprintf("%.1f s on %s", m.Outside.WallSeconds, counted(m.Outside.Workers, "worker"))}}
		s.Tables = append(s.Tables, sheet{Caption: "The same command gives the same integers on every processor.", Words: 2, Rows: rows})
	}
	return s, nil
}
