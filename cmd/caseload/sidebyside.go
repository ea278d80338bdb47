package main

import (
	"fmt"
	"io"

	"caseload/sim/panel"
)

// sideBySide writes what several regimes do to the outcomes that are followed over time or by whom, a
// regime in a column, before each is told on its own. One regime needs no such table.
func (a *account) sideBySide(w io.Writer, regimes []string) {
	if len(regimes) < 2 {
		return
	}
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
		row := []string{"  " + inText(o.Name), size.unitWords()}
		for _, regime := range regimes {
			if k, there := a.find(regime, o.Name, "all", a.whole.ToWeek); there {
				row = append(row, size.margin(k)...)
			} else {
				row = append(row, "-", "")
			}
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 {
		fmt.Fprintf(w, "\nside by side: differences from %s over the whole run\n", a.baseline)
		writeTable(w, 2, rows)
	}
}
