package main

import (
	"fmt"
	"io"

	"caseload/analysis"
)

// standings are how those who took part in programmes, or were with providers, do beside the same
// persons under the baseline.
type standings []analysis.Standing

// standingsOf are those of all runs that have the baseline.
func standingsOf(runs []analysis.Run, baseline string) (all standings, err error) {
	for _, run := range runs {
		if run.Folder.Manifest.Baseline != baseline {
			continue
		}
		list, err := analysis.Standings(run)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", run.Label, err)
		}
		all = append(all, list...)
	}
	return all, nil
}

// of are those of a regime.
func (list standings) of(regime string) (some standings) {
	for _, s := range list {
		if s.Regime == regime {
			some = append(some, s)
		}
	}
	return some
}

// title says what the table has.
func (list standings) title(baseline string) string {
	return fmt.Sprintf("who took part, %d weeks after they began, beside the same persons under %s", list[0].Weeks, baseline)
}

// table has a programme or a provider in a row. Providers have their places in a league table, and those
// by what they add.
func (list standings) table() [][]string {
	ranked := false
	for _, s := range list {
		ranked = ranked || s.Place > 0
	}
	header := []string{"", "persons of the run", "readiness, 1 to 5", "in work", "without", "added", "95% interval", "£ a start", "£ for a further person in work"}
	if ranked {
		header = append(header, "place by work", "place by what is added")
	}
	rows := [][]string{header}
	for _, s := range list {
		start, worker := "-", "-"
		if s.StartPence > 0 {
			start, worker = grouped(s.StartPence/100, 0), unidentified
		}
		if s.WorkerPence > 0 {
			worker = grouped(s.WorkerPence/100, 0)
		}
		interval := "too few"
		if !s.TooFew {
			interval = signedPoints(s.Low) + " to " + signedPoints(s.High)
		}
		row := []string{s.Words(), grouped(float64(s.Persons), 0), grouped(s.Fifth, 1), points(s.InWork) + "%", points(s.Without) + "%", signedPoints(s.Added),
			interval, start, worker}
		if ranked {
			row = append(row, place(s.Place), place(s.AddedPlace))
		}
		rows = append(rows, row)
	}
	return rows
}

// points are a share in per cent, and signedPoints a difference of shares in points.
func points(share float64) string { return fmt.Sprintf("%.1f", 100*share) }

func signedPoints(share float64) string { return fmt.Sprintf("%+.1f", 100*share) }

// place is that in a league table; a programme has none.
func place(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// standingsNotes says what the numbers are.
const standingsNotes = "what is added is the whole regime's doing; intervals are chance between persons; those who are compared are on the same claim in both when they begin; costs are places, starts and pay that is met, or fees"

func (list standings) text(w io.Writer, baseline string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", list.title(baseline))
	writeTable(w, 1, list.table())
	fmt.Fprintf(w, "  %s\n", standingsNotes)
}

// tookPart has the standings of every regime.
func (r *reporter) tookPart() (section, error) {
	s := section{ID: "participants", Heading: "Who took part"}
	all, err := standingsOf(r.runs, r.all.Baseline)
	if err != nil {
		return s, err
	}
	for _, regime := range r.others() {
		if list := all.of(regime); len(list) > 0 {
			s.Tables = append(s.Tables, sheet{Caption: regime + ": " + list.title(r.all.Baseline) + "; " + standingsNotes, Words: 1, Rows: list.table()})
		}
	}
	return s, nil
}
