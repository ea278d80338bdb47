package sim

import (
	"caseload/agents"
	"caseload/sim/panel"
)

// worstTenth is the outcome that tells how far distress is one of a few.
const worstTenth = "distress_worst_tenth"

// concentration is the share of all weeks in distress since week 0 that the tenth of persons
// with most of them has lived; false where nobody was in distress.
func (w *World) concentration() (share float64, is bool) {
	t := &w.People.Total
	most := int16(0)
	for _, weeks := range t.WeeksDistressed {
		most = max(most, weeks)
	}
	persons, all := int64(0), int64(0)
	by := make([]int64, most+1) // persons with so many weeks
	for i, weeks := range t.WeeksDistressed {
		if t.WeeksThere[i] > 0 {
			by[weeks]++
			persons++
			all += int64(weeks)
		}
	}
	left, theirs := persons/10, int64(0)
	for weeks := int64(most); weeks > 0 && left > 0; weeks-- {
		n := min(by[weeks], left)
		theirs += n * weeks
		left -= n
	}
	return float64(theirs) / float64(max(all, 1)), all > 0
}

// concentratedRow is the row of a window that begins in week 0.
func (s *sums) concentratedRow(row panel.SummaryRow, first agents.Week) []panel.SummaryRow {
	if first != 0 || !s.Distressed {
		return nil
	}
	row.Outcome, row.Unit, row.Subgroup, row.Value, row.Exact = worstTenth, "share", "all", s.Concentrated, false
	return []panel.SummaryRow{row}
}
