package main

import (
	"fmt"
	"slices"

	"caseload/analysis"
	"caseload/picture"
	"caseload/sim/panel"
)

// byHorizon shows effects as time passes: by observed week, as curves of who is left, and
// over the horizons of the summary.
func (r *reporter) byHorizon() (section, error) {
	s := section{ID: "horizon", Heading: "When"}
	weekly, err := analysis.Weekly(r.runs, r.all.Baseline)
	if err != nil {
		return s, err
	}
	if len(weekly.Contrasts) == 0 {
		r.absences = append(r.absences, "Effects by week: the run has no table of districts.")
	}
	by, unit := r.people()
	for _, stock := range [...]struct{ outcome, title string }{{"employed", "in work"}, {"claimants", "claiming"}} {
		drawn := picture.Curves{Title: "More or fewer people " + stock.title + ", " + unit, Across: "weeks since the policies part", First: 1, FromZero: true}
		for _, regime := range r.others() {
			line := picture.Line{Name: regime}
			for _, c := range weekly.Contrasts {
				if c.Regime == regime && c.Outcome == stock.outcome {
					line.X, line.Y = append(line.X, float64(c.ToWeek)), append(line.Y, c.Difference/by)
					if c.Interval != nil {
						line.Low, line.High = append(line.Low, c.Interval.Low/by), append(line.High, c.Interval.High/by)
					}
				}
			}
			if len(line.X) > 1 {
				drawn.Lines = append(drawn.Lines, line)
			}
		}
		if slices.ContainsFunc(drawn.Lines, func(l picture.Line) bool { return slices.ContainsFunc(l.Y, func(y float64) bool { return y != 0 }) }) {
			if err := s.add(fmt.Sprintf("People %s at the end of a week, difference from %s", stock.title, r.all.Baseline)+r.over(". The band is the 95% interval over replicates.")+r.asItStands(), drawn); err != nil {
				return s, err
			}
		}
	}
	if err := r.curves(&s); err != nil {
		return s, err
	}
	r.horizons(&s)
	return s, nil
}

// curves draws who is left on benefit and out of work.
func (r *reporter) curves(s *section) error {
	var curves []analysis.Curve
	for _, run := range r.runs {
		more, err := analysis.Survival(run)
		if err != nil {
			return err
		}
		for _, c := range more {
			if !slices.ContainsFunc(curves, func(d analysis.Curve) bool { return d.Regime == c.Regime && d.Of == c.Of }) {
				curves = append(curves, c)
			}
		}
	}
	if len(curves) == 0 {
		r.absences = append(r.absences, "Survival curves: the run has no table of spells.")
	}
	for _, of := range [...]struct{ name, title, across, says string }{
		{analysis.OnClaim, "Still on the claim of week 0, per cent", "weeks since the policies part", "Claimants at week 0 whose claim of that day is open"},
		{analysis.WithoutWork, "Without a job since week 0, per cent", "weeks since the policies part", "Claimants at week 0 who have not begun a job since"},
		{analysis.NewClaims, "New claims that are still open, per cent", "weeks since the claim opened", "Claims that opened after week 0"},
	} {
		drawn, persons, ends := picture.Curves{Title: of.title, Across: of.across, FromZero: true}, 0, false
		rows := [][]string{{"weeks"}}
		for _, regime := range r.regimes {
			for _, c := range curves {
				if c.Regime != regime || c.Of != of.name || len(c.Points) < 2 {
					continue
				}
				line := picture.Line{Name: regime}
				rows[0] = append(rows[0], regime, "95% band")
				for k, p := range c.Points {
					ends = ends || p.Share < 1
					line.X, line.Y = append(line.X, float64(p.Weeks)), append(line.Y, 100*p.Share)
					line.Low, line.High = append(line.Low, 100*p.Low), append(line.High, 100*p.High)
					if k%13 == 0 {
						row := k/13 + 1
						if row == len(rows) {
							rows = append(rows, append([]string{fmt.Sprint(p.Weeks)}, slices.Repeat([]string{"-"}, len(rows[0])-3)...))
						}
						rows[row] = append(rows[row], fmt.Sprintf("%.1f%%", 100*p.Share), fmt.Sprintf("%.1f to %.1f", 100*p.Low, 100*p.High))
					}
				}
				drawn.Lines, persons = append(drawn.Lines, line), c.Persons
			}
		}
		if !ends {
			continue // nobody leaves, under no regime
		}
		if err := s.add(fmt.Sprintf("%s (%s of the run). The band is chance between persons.", of.says, counted(persons, "person")), drawn); err != nil {
			return err
		}
		s.Tables = append(s.Tables, sheet{Caption: of.title, Words: 1, Folded: true, Rows: rows})
	}
	return nil
}

// horizons tells the main effects over the first weeks, the first half year and so on.
func (r *reporter) horizons(s *section) {
	columns := r.told.horizons()
	if len(columns) < 2 {
		return
	}
	for k := range columns {
		columns[k].head = "first " + columns[k].head + " weeks"
	}
	for _, regime := range r.others() {
		if rows := r.told.overRows(regime, panel.OverTime, columns, inWordsOf); len(rows) > 1 {
			s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("%s against %s, differences by horizon", regime, r.all.Baseline), Words: 2, Rows: withMargins(rows)})
		}
	}
}

// byReadiness shows effects by chance of work at entry and by the tightness of districts.
func (r *reporter) byReadiness() (section, error) {
	s := section{ID: "readiness", Heading: "For whom: readiness and local demand", Words: []string{
		"Readiness is a person's fifth of the simulated chance of work within half a year at entry: 1 is furthest from work, 5 nearest.", "Local demand is the third of districts by vacancies for each searcher."}}
	rows := []part{{"all", "everybody"}, {"", "readiness"}, {"readiness=1", "1, furthest from work"}, {"readiness=2", "2"}, {"readiness=3", "3"}, {"readiness=4", "4"}, {"readiness=5", "5, nearest to work"},
		{"", "local demand"}, {"tightness=slack", "few vacancies"}, {"tightness=middle", "in between"}, {"tightness=tight", "many vacancies"}}
	if !r.something("weeks_in_work", "tightness=middle") && !r.something("weeks_in_work", "tightness=tight") {
		s.Words, rows = s.Words[:1], rows[:7] // a run of one district does not tell districts apart
	}
	err := r.forest(&s, rows, "weeks_in_work", "exits_to_work")
	if len(s.Pictures) == 0 {
		s.Words = nil // nothing is told apart
	}
	return s, err
}

// gains shows who gains and who loses, as groups.
func (r *reporter) gains() (section, error) {
	s := section{ID: "gains", Heading: "Who gains and who loses", Words: []string{
		"These are differences between groups. That one person did better under one regime than under another is not told here: what she has also depends on what others get."}}
	rows := []part{{"all", "everybody"}, {"", "sex"}, {"sex=female", "women"}, {"sex=male", "men"}, {"", "age"}, {"age=16-24", "16 to 24"}, {"age=25-34", "25 to 34"}, {"age=35-49", "35 to 49"}, {"age=50+", "50 and over"},
		{"", "health"}, {"health=limited", "limiting condition"}, {"health=not_limited", "no limiting condition"},
		{"", "household"}, {"household=single", "single"}, {"household=couple", "couple"}, {"household=lead_carer", "lead carer"}}
	if err := r.forest(&s, rows, "earnings_pence", "cost_benefits_pence"); err != nil {
		return s, err
	}
	r.money(&s, rows)
	return s, nil
}

// part is a subgroup with its name in words, or a heading.
type part struct{ subgroup, words string }

// forest draws effects on parts of the population in per cent of the baseline, one picture for
// each outcome, with the numbers below.
func (r *reporter) forest(s *section, parts []part, outcomes ...string) error {
	for _, outcome := range outcomes {
		words := inWordsOf(outcome)
		drawn := picture.Dots{Title: capital(words) + ", change in per cent", Across: "per cent of " + r.all.Baseline, Series: r.others(), First: 1}
		table := [][]string{{"", "regime", "unit", r.all.Baseline, "regime's", "difference", "", "95% interval"}}
		for _, p := range parts {
			dot := picture.Dot{Name: p.words}
			if p.subgroup != "" {
				if !r.something(outcome, p.subgroup) {
					continue
				}
				for _, regime := range r.others() {
					c := r.find(regime, outcome, p.subgroup, r.weeks)
					value, low, high := percent(c)
					dot.Value, dot.Low, dot.High = append(dot.Value, value), append(dot.Low, low), append(dot.High, high)
					if c != nil {
						table = append(table, append([]string{p.words, regime}, size([]*analysis.Contrast{c}).line(*c)...))
					}
				}
			}
			drawn.Rows = append(drawn.Rows, dot)
		}
		if len(table) == 1 {
			continue
		}
		if err := s.add(fmt.Sprintf("%s over %s", drawn.Title, counted(r.weeks, "week"))+r.over(", with 95% intervals over replicates.")+r.asItStands(), drawn); err != nil {
			return err
		}
		s.Tables = append(s.Tables, sheet{Caption: "The numbers: " + words, Words: 3, Folded: true, Rows: table})
	}
	return nil
}

// something tells whether an outcome happens in a part of the population under any regime.
func (r *reporter) something(outcome, subgroup string) bool {
	return slices.ContainsFunc(r.others(), func(regime string) bool {
		c := r.find(regime, outcome, subgroup, r.weeks)
		return c != nil && (c.BaselineMean != 0 || c.RegimeMean != 0)
	})
}

// money tells what groups gain in pay and lose in benefit, in pounds.
func (r *reporter) money(s *section, parts []part) {
	names := [...]string{"earnings_pence", "cost_benefits_pence", "benefit_lost_pence"}
	for _, regime := range r.others() {
		var all [len(names)][]*analysis.Contrast
		for k, outcome := range names {
			for _, p := range parts {
				all[k] = append(all[k], r.find(regime, outcome, p.subgroup, r.weeks))
			}
		}
		rows := [][]string{{""}}
		for k, words := range [...]string{"pay", "benefits received", "of that lost to sanctions"} {
			rows[0] = append(rows[0], words+", "+size(all[k]).unitWords(), "95% interval")
		}
		for j, p := range parts {
			if p.subgroup == "" {
				continue
			}
			row := []string{p.words}
			for k := range names {
				if c := all[k][j]; c != nil {
					row = append(row, size(all[k]).effect(*c)...)
				} else {
					row = append(row, "-", "-")
				}
			}
			rows = append(rows, row)
		}
		s.Tables = append(s.Tables, sheet{Caption: fmt.Sprintf("%s against %s: money of groups, differences over %s", regime, r.all.Baseline, counted(r.weeks, "week")), Words: 1, Folded: len(r.others()) > 1, Rows: rows})
	}
}
