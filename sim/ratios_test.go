package sim

import (
	"testing"

	"caseload/sim/panel"
)

// TestRatiosOfAWindow takes them over what was counted between its ends, and leaves out those of
// nothing.
func TestRatiosOfAWindow(t *testing.T) {
	counts := func(of map[string]int64) *sums {
		s := &sums{Whole: make([]int64, len(countryOutcomes))}
		for _, o := range outcomes {
			cells := make([]int64, len(subgroups))
			cells[everybody] = of[o.name]
			s.Persons = append(s.Persons, cells)
		}
		for k, o := range countryOutcomes {
			s.Whole[k] = of[o.name]
		}
		return s
	}
	from := counts(map[string]int64{"fund_weeks": 10, "fund_weeks_exhausted": 5, "sanctions": 7, "weeks_sanctioned": 70})
	to := counts(map[string]int64{"fund_weeks": 30, "fund_weeks_exhausted": 10, "sanctions": 9, "weeks_sanctioned": 80, "exits_to_work": 12, "weeks_on_benefit": 520})
	want := map[string]float64{"fund_exhausted_share": 0.25, "sanction_weeks_mean": 5, "into_work_a_month": 0.1}
	rows := ratioRows(panel.SummaryRow{}, from, to)
	for _, r := range rows {
		if r.Value != want[r.Outcome] {
			t.Errorf("%s is %v, want %v", r.Outcome, r.Value, want[r.Outcome])
		}
	}
	if len(rows) != len(want) {
		t.Errorf("%d ratios of %d: %v", len(rows), len(want), rows)
	}
}
