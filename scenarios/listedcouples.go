package scenarios

import (
	"cmp"
	"slices"

	"caseload/agents"
)

// pairUp gives each two rows that share the name of a household one number, and says what is
// wrong with households that are no couples.
func pairUp(rows []row) (fault string) {
	order := make([]int, 0, len(rows))
	for k := range rows {
		if rows[k].household != "" {
			order = append(order, k)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rows[a].household, rows[b].household), cmp.Compare(a, b))
	})
	for from, number := 0, int32(0); from < len(order); {
		to := from + 1
		for to < len(order) && rows[order[to]].household == rows[order[from]].household {
			to++
		}
		if members := order[from:to]; len(members) > 1 {
			first, second := &rows[members[0]], &rows[members[1]]
			switch {
			case len(members) > 2:
				return householdOfMany.of(first.household, len(members))
			case first.Children > 0 && second.Children > 0:
				return twoCarers.of(first.household)
			}
			number++
			for _, r := range [2]*row{first, second} {
				r.Household, r.Says[agents.GivenPartner], r.Partner = number, true, true
			}
		}
		from = to
	}
	return ""
}
