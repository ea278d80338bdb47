package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"caseload/analysis"
	"caseload/sim"
	"caseload/sim/panel"
)

// reporter reads the runs of a report once; its methods make the sections.
type reporter struct {
	runs     []analysis.Run
	all      analysis.Comparison
	told     *account // the headline of the comparison
	regimes  []string // the baseline first
	weeks    int
	absences []string // what was not written and so is not in the report
}

func newReporter(runs []analysis.Run, baseline string) (*reporter, error) {
	all, err := analysis.Compare(runs, baseline)
	if err != nil {
		return nil, unfit(err)
	}
	r := &reporter{runs: runs, all: all, regimes: []string{all.Baseline}, weeks: runs[0].Folder.Manifest.Weeks}
	r.told = newAccount(all, r.first(), analysis.Cell{ToWeek: r.weeks})
	for _, run := range runs {
		for _, regime := range run.Folder.Manifest.Regimes {
			r.regimes = addOnce(r.regimes, regime)
		}
	}
	return r, nil
}

func (r *reporter) first() *panel.Manifest { return &r.runs[0].Folder.Manifest }

// facts are what a reader has to know before anything else.
func (r *reporter) facts() string {
	m := r.first()
	some := someDistricts(m.Districts, m.DistrictsOfCountry)
	if some != "" {
		some = " " + some + ", so that levels are off by up to 3% and differences by much less"
	}
	return fmt.Sprintf("%s from %s, baseline %s; %s, %s. Numbers are totals of the %s; intervals are 95%% and %s alone.",
		counted(m.Weeks, "week"), m.Start, r.all.Baseline, peopleOf(m.Persons, m.PersonsAtStart, m.PersonsInRun, m.Weight)+some,
		counted(len(m.Replicates), "replicate"), whole(m.Weight), r.all.Noise) + strings.TrimSuffix(" "+tooFew(len(m.Replicates)), "\n")
}

// people is how many people are counted in one, and the words for that: thousands of a
// country, single ones of a small world.
func (r *reporter) people() (by float64, unit string) {
	if m := r.first(); float64(m.Persons)*m.Weight < 100_000 {
		return 1, "persons"
	}
	return 1000, "thousand"
}

// others are the regimes that are compared with the baseline.
func (r *reporter) others() []string { return r.regimes[1:] }

// find is the total contrast of an outcome and subgroup over the first weeks; nil where
// there is none.
func (r *reporter) find(regime, outcome, subgroup string, to int) *analysis.Contrast {
	return r.findAt(sim.Total, regime, outcome, subgroup, to)
}

// findAt is that of an effect: the total one, or at an end of the prior of what training teaches.
func (r *reporter) findAt(effect, regime, outcome, subgroup string, to int) *analysis.Contrast {
	for k := range r.all.Contrasts {
		c := &r.all.Contrasts[k]
		if c.Regime == regime && c.Outcome == outcome && c.Subgroup == subgroup && c.FromWeek == 0 && c.ToWeek == to && (c.Effect == effect || effect == sim.Total && c.Total()) {
			return c
		}
	}
	return nil
}

// asItStands says of a picture that training in it teaches what the files say, where tables have both
// ends of that prior.
func (r *reporter) asItStands() string {
	if len(r.told.ends) == 0 {
		return ""
	}
	return " Training teaches what the files say; the tables of \"What it comes to\" and \"When\" have both ends of what it may teach."
}

// size is how an outcome is shown in a list of contrasts.
func size(list []*analysis.Contrast) (s scale) {
	for _, c := range list {
		if c != nil {
			s = s.with(*c)
		}
	}
	return s
}

// headline tells the main effects in a sentence and a table, by theme, and has all others
// below.
func (r *reporter) headline() (section, error) {
	s := section{ID: "headline", Heading: "What it comes to"}
	for _, regime := range r.others() {
		if words := r.brief(regime); words != "" {
			s.Words = append(s.Words, words)
		}
		for _, main := range [...]bool{true, false} {
			rows, theme := [][]string{{"outcome", "unit", r.all.Baseline, regime, "difference", "", "95% interval"}}, ""
			for _, outcome := range r.outcomes() {
				c := r.find(regime, outcome, "all", r.weeks)
				if c == nil || slices.Contains(r.told.outcomes, outcome) != main || c.BaselineMean == 0 && c.RegimeMean == 0 {
					continue
				}
				if now := r.told.themes[outcome]; now != theme {
					theme = now
					rows = append(rows, []string{theme + ":"})
				}
				rows = append(rows, append([]string{inWordsOf(outcome)}, size([]*analysis.Contrast{c}).line(*c)...))
			}
			if len(rows) == 1 {
				continue
			}
			caption := fmt.Sprintf("%s against %s, weeks 0 to %d", regime, r.all.Baseline, r.weeks-1)
			if !main {
				caption = "All other outcomes of " + caption
			}
			s.Tables = append(s.Tables, sheet{Caption: caption, Words: 2, Folded: !main, Rows: rows})
			if main {
				r.worth(&s, regime)
			}
		}
	}
	return s, nil
}

// worth adds what a regime comes to at both ends of the prior of training, and what that
// which stands in its files is worth to whom.
func (r *reporter) worth(s *section, regime string) {
	whole := &comparison{Comparison: r.all.Select(func(c analysis.Contrast) bool {
		return c.Subgroup == "all" && c.FromWeek == 0 && c.ToWeek == r.weeks
	})}
	sizes := map[string]scale{}
	for _, k := range whole.Contrasts {
		sizes[k.Outcome] = sizes[k.Outcome].withDifference(k)
	}
	named := func(k analysis.Contrast) []string { return []string{inWordsOf(k.Outcome)} }
	if rows := whole.bandRows(regime, []string{"outcome"}, named, sizes, r.told.banded()); len(rows) > 1 {
		s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("%s against %s: %s", regime, r.all.Baseline, bandTitle), Words: 2, Rows: rows})
	}
	if rows := r.told.moneyRows(regime); len(rows) > 1 {
		s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("What %s is worth against %s: %s", regime, r.all.Baseline, r.told.moneyWords()), Words: 2, Rows: rows})
	}
}

// outcomes are those of the comparison, the headline first.
func (r *reporter) outcomes() []string {
	list := slices.Clone(r.told.outcomes)
	for _, c := range r.all.Contrasts {
		list = addOnce(list, c.Outcome)
	}
	return list
}

// outcomeWords are the names of outcomes that do not say themselves what they are.
var outcomeWords = map[string]string{
	"returns_26w": "returns to benefit within 26 weeks", "exits_to_nothing": "exits to neither work nor benefit", "job_quality_mean": "quality of jobs begun", "job_weeks_mean": "length of jobs ended",
	"cost_benefits_pence": "spending on benefits", "cost_coaching_pence": "cost of coaching", "cost_programmes_pence": "cost of programmes",
	"exchequer_net_pence": "net position of the exchequer", "social_net_pence": "net position of society", "benefit_lost_pence": "benefit lost to sanctions",
}

// inWordsOf is the name of an outcome as a reader says it.
func inWordsOf(outcome string) string {
	if words, special := outcomeWords[outcome]; special {
		return words
	}
	return strings.ReplaceAll(strings.TrimSuffix(outcome, "_pence"), "_", " ")
}

// brief is a regime's main effects in a sentence.
func (r *reporter) brief(regime string) string {
	var parts []string
	for _, outcome := range [...]string{"weeks_in_work", "exits_to_work", "sanctions", "cost_benefits_pence", "exchequer_net_pence"} {
		c := r.find(regime, outcome, "all", r.weeks)
		if c == nil || c.BaselineMean == 0 && c.RegimeMean == 0 {
			continue
		}
		shown := size([]*analysis.Contrast{c})
		effect, unit := shown.effect(*c), " "+strings.TrimSpace(strings.TrimSuffix(shown.unitWords(), c.Unit))
		if pounds, money := strings.CutPrefix(unit, " £"); money {
			digits := strings.TrimLeft(effect[0], "+-")
			effect[0], unit = strings.TrimSuffix(effect[0], digits)+"£"+digits, pounds
		}
		text := inWordsOf(outcome) + " " + strings.TrimSpace(effect[0]+unit)
		if c.Interval != nil {
			text += " (" + effect[1] + ")"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("Under %s, against %s over %s: %s.", regime, r.all.Baseline, counted(r.weeks, "week"), strings.Join(parts, "; "))
}

// percent is a contrast in per cent of the baseline's mean, with its interval; NaN where
// there is none.
func percent(c *analysis.Contrast) (value, low, high float64) {
	if c == nil || c.BaselineMean == 0 {
		return math.NaN(), math.NaN(), math.NaN()
	}
	by := math.Abs(c.BaselineMean) / 100
	if c.Interval == nil {
		return c.Difference / by, math.NaN(), math.NaN()
	}
	return c.Difference / by, c.Interval.Low / by, c.Interval.High / by
}
