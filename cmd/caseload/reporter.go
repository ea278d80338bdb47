package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"caseload/analysis"
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
		some = " " + some + ", so that levels are off by up to " + levelsOff(m.Districts) + " and differences by much less"
	}
	noise := "intervals are 95% and " + r.all.Noise + " alone"
	if !r.certain() {
		noise = "a single replicate has no intervals, and says nothing about " + r.all.Noise
	}
	return fmt.Sprintf("%s from %s, baseline %s; %s, %s. Numbers are totals of the %s; %s.",
		counted(m.Weeks, "week"), m.Start, r.all.Baseline, peopleOf(m.Persons, m.PersonsAtStart, m.PersonsInRun, m.Weight)+some,
		counted(len(m.Replicates), "replicate"), whole(m.Weight), noise) + strings.TrimSuffix(" "+tooFew(len(m.Replicates)), "\n")
}

// certain tells whether there are replicates enough for intervals.
func (r *reporter) certain() bool { return len(r.first().Replicates) > 1 }

// over says, where there are intervals, what they are over.
func (r *reporter) over(words string) string {
	if !r.certain() {
		return "."
	}
	return words
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
	for k := range r.all.Contrasts {
		c := &r.all.Contrasts[k]
		if c.Regime == regime && c.Outcome == outcome && c.Subgroup == subgroup && c.FromWeek == 0 && c.ToWeek == to && c.Total() {
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
	several := len(r.others()) > 1
	if rows := r.told.sideRows(r.others(), inWordsOf); several && len(rows) > 1 {
		s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("Side by side: differences from %s, weeks 0 to %d", r.all.Baseline, r.weeks-1), Words: 2, Rows: withMargins(rows)})
	}
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
			switch {
			case !main:
				caption = "All other outcomes of " + caption
			case several:
				caption = "Headline of " + caption
			}
			s.Tables = append(s.Tables, sheet{Caption: caption, Words: 2, Folded: !main || several, Rows: rows})
			if main {
				r.worth(&s, regime, several)
			}
		}
	}
	if slices.ContainsFunc(s.Tables, sheet.unidentified) {
		s.Words = append(s.Words, "Not identified stands for a cost, or a loss, for each job or year that the policy adds, where it cannot be told that it adds any.")
	}
	return s, nil
}

// withMargins names the columns that hold half the width of an interval, and keeps rows
// set in that belong to the one above. Columns without any are left out.
func withMargins(rows [][]string) [][]string {
	for k := len(rows[0]) - 1; k > 0; k-- {
		if empty := func(row []string) bool { return row[k] == "" }; !slices.ContainsFunc(rows, func(row []string) bool { return !empty(row) }) {
			for at := range rows {
				rows[at] = slices.Delete(rows[at], k, k+1)
			}
		}
	}
	for _, row := range rows {
		if strings.HasPrefix(row[0], " ") {
			row[0] = "\u2003" + strings.TrimSpace(row[0])
		}
	}
	for k, cell := range rows[0] {
		if k > 0 && cell == "" {
			rows[0][k] = "± 95%"
		}
	}
	return rows
}

// worth adds what a regime comes to at both ends of the prior of training, and what that
// which stands in its files is worth to whom.
func (r *reporter) worth(s *section, regime string, folded bool) {
	whole := &comparison{Comparison: r.all.Select(func(c analysis.Contrast) bool {
		return c.Subgroup == "all" && c.FromWeek == 0 && c.ToWeek == r.weeks
	})}
	sizes := map[string]scale{}
	for _, k := range whole.Contrasts {
		sizes[k.Outcome] = sizes[k.Outcome].withDifference(k)
	}
	named := func(k analysis.Contrast) []string { return []string{inWordsOf(k.Outcome)} }
	if rows := whole.bandRows(regime, []string{"outcome"}, named, sizes, r.told.banded()); len(rows) > 1 {
		s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("%s against %s: %s", regime, r.all.Baseline, bandTitle), Words: 2, Folded: folded, Rows: rows})
	}
	if rows := r.told.moneyRows(regime, inWordsOf); len(rows) > 1 {
		s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("What %s is worth against %s: %s", regime, r.all.Baseline, r.told.moneyWords()), Words: 2, Folded: folded, Rows: rows})
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
	"into_work_a_month": "into work in a month, of those on benefit", "exits_to_work_by_office": "exits to work through the office", "returns_26w": "returns to benefit within 26 weeks",
	"job_quality_mean": "quality of jobs begun", "job_weeks_mean": "length of jobs ended", "displaced_jobs": "jobs that others lose for each gained",
	"exits_to_nothing": "exits to neither work nor benefit", "off_flow_13w": "claims that end within 13 weeks", "off_flow_26w": "claims that end within 26 weeks",
	"off_flow_39w": "claims that end within 39 weeks", "off_flow_52w": "claims that end within 52 weeks",
	"submissions": "submissions to vacancies", "needs_met": "barriers about which something is done", "caseload_mean": "claimants for each coach", "fund_exhausted_share": "weeks in which the fund is empty",
	"sanctioned_share": "under a sanction, of those it could be", "sanction_weeks_mean": "length of a sanction", "benefit_lost_per_sanction_pence": "benefit lost by a sanction",
	"sanctions_when_ill": "sanctions for a failure when ill", "benefit_lost_pence": "benefit lost to sanctions",
	"distress_mean": "distress", "life_satisfaction_mean": "life satisfaction, 0 to 10", "weeks_in_distress": "weeks as a case of distress",
	"cost_benefits_pence": "spending on benefits", "cost_coaching_pence": "cost of coaching", "cost_programmes_pence": "cost of programmes", "cost_subsidies_pence": "cost of subsidised jobs",
	"cost_employer_service_pence": "cost of job developers", "cost_providers_pence": "fees of providers", "cost_fund_pence": "discretionary fund", "cost_investor_pence": "cost to investors",
	"tax_pence": "tax and National Insurance", "exchequer_net_pence": "net position of the exchequer",
	"value_claimant_pence": "claimants", "value_employer_pence": "employers", "value_provider_pence": "providers", "value_department_pence": "the department",
	"value_benefits_pence": "spending on benefits", "value_tax_pence": "tax and National Insurance", "value_health_pence": "health services", "value_investor_pence": "investors",
	"value_others_pence": "others who compete for jobs", "social_net_pence": "society without wellbeing", "wellby_pence": "wellbeing, without its money part", "qaly_pence": "health, as far as distress takes it",
	"social_net_with_wellbeing_pence": "society with wellbeing", "social_net_with_wellbeing_low_pence": "the same, wellbeing at its least", "social_net_with_wellbeing_high_pence": "the same, wellbeing at its most",
	"tail_social_net_pence": "of society: after the run", "tail_wellbeing_pence": "of wellbeing: after the run",
}

// inWordsOf is the name of an outcome as a reader says it.
func inWordsOf(outcome string) string {
	if words, special := outcomeWords[outcome]; special {
		return words
	}
	return strings.ReplaceAll(strings.TrimSuffix(outcome, "_pence"), "_", " ")
}

// capital begins a sentence.
func capital(words string) string { return strings.ToUpper(words[:1]) + words[1:] }

// brief is a regime's main effects in a sentence.
func (r *reporter) brief(regime string) string {
	var parts []string
	for _, outcome := range [...]string{"weeks_in_work", "exits_to_work", "sanctions", "cost_benefits_pence", "exchequer_net_pence"} {
		c := r.find(regime, outcome, "all", r.weeks)
		if c == nil || c.BaselineMean == 0 && c.RegimeMean == 0 {
			continue
		}
		shown := size([]*analysis.Contrast{c})
		if c.Difference == 0 {
			parts = append(parts, inWordsOf(outcome)+" unchanged")
			continue
		}
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
	told := strings.NewReplacer("-£", "\u2212£", "(-", "(\u2212", " -", " \u2212").Replace(strings.Join(parts, "; ")) // a line does not break after a minus sign
	return fmt.Sprintf("Under %s, against %s over %s: %s.", regime, r.all.Baseline, counted(r.weeks, "week"), told)
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
