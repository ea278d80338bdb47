package main

import (
	"fmt"
	"io"

	"caseload/sim/panel"
)

// atEnd is an outcome of several regimes at an end of the prior of what training teaches, in
// cells, and whether any of them trains.
func (a *account) atEnd(regimes []string, outcome, effect string, size scale) (cells []string, there bool) {
	for _, regime := range regimes {
		k, trains := a.findAt(effect, regime, outcome, "all", a.whole.ToWeek)
		if !trains {
			cells = append(cells, "", "")
			continue
		}
		cells, there = append(cells, size.margin(k)...), true
	}
	return cells, there
}

// sideBySide writes what several regimes do to the outcomes that are followed over time or by whom, a
// regime in a column, before each is told on its own. One regime needs no such table.
func (a *account) sideBySide(w io.Writer, regimes []string) {
	if rows := a.sideRows(regimes, indented); len(regimes) > 1 && len(rows) > 1 {
		fmt.Fprintf(w, "\nside by side: differences from %s over the whole run\n", a.baseline)
		writeTable(w, 2, rows)
	}
}

// sideRows are the rows of that table, with its head.
func (a *account) sideRows(regimes []string, named func(outcome string) string) [][]string {
	header := []string{"", "unit"}
	for _, regime := range regimes {
		header = append(header, regime, "")
	}
	rows := [][]string{header}
	for _, o := range panel.Outcomes() {
		if o.Shown&(panel.OverTime|panel.ByWhom) == 0 {
			continue
		}
		var size scale
		something := false
		for _, regime := range regimes {
			if k, there := a.find(regime, o.Name, "all", a.whole.ToWeek); there {
				size, something = size.withDifference(k), something || k.Difference != 0
			}
		}
		if !something {
			continue
		}
		row := []string{named(o.Name), size.unitWords()}
		for _, regime := range regimes {
			if k, there := a.find(regime, o.Name, "all", a.whole.ToWeek); there {
				row = append(row, size.margin(k)...)
			} else {
				row = append(row, "-", "")
			}
		}
		rows = append(rows, row)
		for _, end := range priorEnds {
			if ends, there := a.atEnd(regimes, o.Name, end.effect, size); there && o.Shown&panel.AtEnds != 0 {
				rows = append(rows, append([]string{"    " + end.words, ""}, ends...))
			}
		}
	}
	return rows
}
