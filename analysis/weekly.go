package analysis

import (
	"fmt"

	"caseload/sim/panel"
)

// Weekly compares how many are claimants and in work at the end of every observed week:
// the outcomes "claimants" and "employed", with to_week the weeks that are over. It is
// empty where a run has no districts.
func Weekly(runs []Run, baseline string) (Comparison, error) {
	return compareSums(runs, baseline, func(run Run, t *tally) error {
		for b, err := range panel.Batches[panel.DistrictRow](run.Folder, panel.Selection{}) {
			if err != nil {
				return err
			}
			for k := range b.Rows {
				row := &b.Rows[k]
				cell := Cell{FromWeek: int(row.Week), ToWeek: int(row.Week), Subgroup: "all", Unit: "persons"}
				cell.Outcome = "claimants"
				t.add(place{cell, b.Regime, b.Replicate}, int64(row.Claimants))
				cell.Outcome = "employed"
				t.add(place{cell, b.Regime, b.Replicate}, int64(row.Employed))
			}
		}
		return nil
	})
}

// Accounts compares the accounts over the whole run: the outcome is a line, or Net for all
// lines together, and the subgroup whose account it is. Amounts are pence, received if
// positive. It is empty where a run has no accounts.
func Accounts(runs []Run, baseline string) (Comparison, error) {
	return compareSums(runs, baseline, func(run Run, t *tally) error {
		rows, err := panel.ReadAll[panel.AccountRow](run.Folder, panel.Selection{})
		for k := range rows {
			row := &rows[k]
			for _, line := range [...]string{row.Line, Net} {
				cell := Cell{Outcome: line, ToWeek: run.Folder.Manifest.Weeks, Subgroup: row.Perspective, Unit: "pence"}
				t.add(place{cell, row.Regime, int(row.Replicate)}, row.AmountPence)
			}
		}
		return err
	})
}

// Net is all lines of an account together.
const Net = "net"

// tally is sums over rows, in the order in which they began.
type tally struct {
	order []place
	sums  map[place]int64
}

func (t *tally) add(at place, n int64) {
	if _, known := t.sums[at]; !known {
		t.order = append(t.order, at)
	}
	t.sums[at] += n
}

// compareSums compares the sums that add makes over the rows of each run, for the country.
func compareSums(runs []Run, baseline string, add func(Run, *tally) error) (Comparison, error) {
	v := newValues()
	for _, run := range runs {
		t := &tally{sums: map[place]int64{}}
		if err := add(run, t); err != nil {
			return Comparison{}, fmt.Errorf("%s: %w", run.Label, err)
		}
		for _, at := range t.order {
			if err := v.add(at, float64(t.sums[at])*run.Folder.Manifest.Weight); err != nil {
				return Comparison{}, fmt.Errorf("%s: %w", run.Label, err)
			}
		}
		v.has(run.Folder.Manifest.Regimes)
	}
	return v.compare(baseline), nil
}
