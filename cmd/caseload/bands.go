package main

import (
	"fmt"
	"io"

	"caseload/analysis"
	"caseload/sim"
)

// bands writes the total effects of a regime that trains at both ends of the prior of what
// training teaches, beside those with what stands in the files.
func (c *comparison) bands(w io.Writer, regime string, words int, header []string, label func(k analysis.Contrast) []string, sizes map[string]scale, outcomes []string) {
	if rows := c.bandRows(regime, header, label, sizes, outcomes); len(rows) > 1 {
		fmt.Fprintf(w, "\n%s against %s: %s\n", regime, c.Baseline, bandTitle)
		writeTable(w, words, rows)
	}
}

// priorEnds are the ends of the prior of what training teaches, as the summary and tables have them.
var priorEnds = [...]struct{ effect, words string }{{sim.Low, "training at its least"}, {sim.High, "training at its most"}}

const bandTitle = "what training teaches is a prior, not a finding; the difference at both ends of its range"

// bandRows are the rows of that table, with its head.
func (c *comparison) bandRows(regime string, header []string, label func(k analysis.Contrast) []string, sizes map[string]scale, outcomes []string) [][]string {
	columns := [...]struct{ effect, head string }{{sim.Low, "at its least"}, {sim.Total, "as it stands"}, {sim.High, "at its most"}}
	head := append(header[:len(header):len(header)], "unit")
	for _, column := range columns {
		head = append(head, column.head, "95% interval")
	}
	found := c.byCell(regime)
	rows := [][]string{head}
	for _, outcome := range outcomes {
		for _, k := range c.Contrasts {
			if k.Regime != regime || k.Outcome != outcome || k.Effect != sim.Low {
				continue
			}
			cells := append(label(k), sizes[outcome].unitWords())
			for _, column := range columns {
				cells = append(cells, sizes[outcome].effectAt(found, k.Cell, column.effect)...)
			}
			rows = append(rows, cells)
		}
	}
	return rows
}

// byCell finds a regime's contrasts.
func (c *comparison) byCell(regime string) map[analysis.Cell]analysis.Contrast {
	found := map[analysis.Cell]analysis.Contrast{}
	for _, k := range c.Contrasts {
		if k.Regime == regime {
			found[k.Cell] = k
		}
	}
	return found
}

// effectAt is the difference of a cell with another effect, and its interval, in cells.
func (s scale) effectAt(found map[analysis.Cell]analysis.Contrast, cell analysis.Cell, effect string) []string {
	cell.Effect = effect
	if k, there := found[cell]; there {
		return s.effect(k)
	}
	return []string{"-", "-"}
}
