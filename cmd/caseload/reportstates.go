package main

import (
	"fmt"
	"slices"

	"caseload/analysis"
	"caseload/picture"
	"caseload/sim/panel"
)

// stateWords are the states of the panel in the order of the picture, as a reader says them.
var stateWords = []struct{ state, words string }{
	{"employed", "in work"}, {"applying", "applying"}, {"claimant", "claiming"}, {"other_benefit", "health benefit"}, {"inactive", "neither"}, {"retired", "pension age"},
}

// flows shows where the people of week 0 are in the middle and at the end.
func (r *reporter) flows() (section, error) {
	s := section{ID: "flows", Heading: "Where people go"}
	drawn := map[string]bool{}
	table := [][]string{{"", "at week 0"}}
	by, unit := r.people()
	for _, run := range r.runs {
		if missing := notWritten(run, "status"); missing != "" {
			r.absences = append(r.absences, "Flows between states: "+missing)
			continue
		}
		weeks, err := analysis.ObservedWeeks(run)
		if err != nil {
			return s, err
		}
		if len(weeks) < 2 {
			r.absences = append(r.absences, "Flows between states: "+run.Label+" has no panel.")
			continue
		}
		moves, err := analysis.Flows(run, weeks)
		if err != nil {
			return s, err
		}
		for _, regime := range r.regimes {
			if drawn[regime] || !slices.Contains(run.Folder.Manifest.Regimes, regime) {
				continue
			}
			drawn[regime] = true
			f := riverOf(regime, weeks, moves)
			if err := s.add(fmt.Sprintf("Those who are there at week 0, under %s, by what they do in three weeks. A ribbon is as wide as the people in it are many.", regime), f); err != nil {
				return s, err
			}
			table[0] = append(table[0], fmt.Sprintf("week %d, %s", weeks[len(weeks)-1], regime))
			for k, state := range stateWords {
				if len(table) == k+1 {
					table = append(table, []string{state.words, counts(by, f.Moves[0][k]...)})
				}
				end := 0.0
				for from := range stateWords {
					end += f.Moves[len(f.Moves)-1][from][k]
				}
				table[k+1] = append(table[k+1], counts(by, end))
			}
		}
	}
	table = slices.DeleteFunc(table, func(row []string) bool {
		return !slices.ContainsFunc(row[1:], func(cell string) bool { return cell != "0" })
	})
	if len(table) > 1 {
		s.Tables = append(s.Tables, sheet{Caption: "Those who are there at week 0, " + unit, Words: 1, Rows: table})
	}
	return s, nil
}

// notWritten says that a run has a panel without a column; nothing if it has no panel, or one with it.
func notWritten(run analysis.Run, column string) string {
	there := run.Folder.Manifest.Columns[panel.Panel]
	if there == nil || slices.ContainsFunc(there, func(c panel.Column) bool { return c.Name == column }) {
		return ""
	}
	return fmt.Sprintf("the panel of %s was written without the column %s, which panel.columns would have to name.", run.Label, column)
}

// counts is a sum of people.
func counts(by float64, list ...float64) string {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return grouped(sum/by, 0)
}

// riverOf is the picture of a regime's moves.
func riverOf(regime string, weeks []int, moves []analysis.Flow) picture.Flows {
	f := picture.Flows{Title: "Under " + regime}
	place := map[string]int{}
	for k, state := range stateWords {
		f.States = append(f.States, state.words)
		place[state.state] = k
	}
	for k, week := range weeks {
		f.Columns = append(f.Columns, fmt.Sprintf("week %d", week))
		if k == 0 {
			continue
		}
		square := make([][]float64, len(stateWords))
		for from := range square {
			square[from] = make([]float64, len(stateWords))
		}
		for _, m := range moves {
			if m.Regime == regime && m.ToWeek == week {
				square[place[m.From]][place[m.To]] += m.Persons
			}
		}
		f.Moves = append(f.Moves, square)
	}
	return f
}
