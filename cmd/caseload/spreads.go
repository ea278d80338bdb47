package main

import (
	"fmt"
	"io"

	"caseload/analysis"
)

// spreads are how far coaches differ in a run.
type spreads []analysis.Spread

func (list spreads) text(w io.Writer) {
	rows := [][]string{{"regime", "of", "coaches", "cases", "seen", "between coaches", "hers"}}
	for _, s := range list {
		rows = append(rows, []string{s.Regime, s.Of, grouped(float64(s.Coaches), 0), grouped(s.Cases, 0),
			percentOf(s.Seen), percentOf(s.Between), percentOf(s.Reliable)})
	}
	writeTable(w, 2, rows)
	fmt.Fprintln(w, "\nseen: coefficient of variation of coaches' rates within an office; between coaches: the same once chance is taken\nout; hers: share of the variance of one coach's rate over the run that is hers and not chance")
}

func percentOf(share float64) string { return fmt.Sprintf("%.0f%%", 100*share) }

// rows is the CSV, every digit of it.
func (list spreads) rows() [][]string {
	rows := [][]string{{"regime", "of", "coaches", "cases", "seen", "between", "reliable"}}
	for _, s := range list {
		rows = append(rows, []string{s.Regime, s.Of, fmt.Sprint(s.Coaches), fmt.Sprint(s.Cases), fmt.Sprint(s.Seen), fmt.Sprint(s.Between), fmt.Sprint(s.Reliable)})
	}
	return rows
}
