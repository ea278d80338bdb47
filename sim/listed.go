package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// everyReplicate is the replicate under which people of a table are drawn: they are the same
// in all replicates, in what the table does not say of them as well.
const everyReplicate = 0

// sameEverywhere are the draws of the people of tables.
func (b *builder) sameEverywhere() rng.Streams { return rng.New(b.c.Seed, everyReplicate) }

// Copies spreads n persons of a run over the rows of a table by their weights: row k comes
// as often as whole numbers fall into its part of the sum. Equal weights and as many
// persons as rows take each row once.
func Copies(rows []Listed, n int) []int {
	total, below := 0.0, 0.0
	for k := range rows {
		total += rows[k].Weight
	}
	copies, made := make([]int, len(rows)), 0
	for k := range rows {
		below += rows[k].Weight
		upTo := int(exact.RoundInt64(float64(below * float64(n) / total)))
		copies[k], made = upTo-made, upTo
	}
	return copies
}

// placeListed chooses a row of its table for every person of a stratum that has one: in the
// order of the table in each district. Which copy goes to which district is drawn.
func (b *builder) placeListed() {
	b.listed = make([][][]int, len(b.w.Districts))
	for s := range b.c.Population.Attached {
		rows := b.placed(s)
		for k := range b.w.Districts {
			n := min(b.attached[k][s], len(rows))
			here := rows[:n]
			rows = rows[n:]
			slices.Sort(here)
			b.listed[k] = append(b.listed[k], here)
		}
	}
}

// placed is the rows of a stratum's table for all its persons, in an order that is drawn;
// none for people who are drawn.
func (b *builder) placed(stratum int) (rows []int) {
	n := 0
	for k := range b.w.Districts {
		n += b.attached[k][stratum]
	}
	listed, draws := b.c.Population.Attached[stratum].Listed, b.sameEverywhere()
	var places []float64
	for row, times := range Copies(listed, n) {
		for copied := range times {
			place := draws.UItem(uint32(len(rows)), traitWeek, uint32(stratum), rng.Stratum)
			if h := listed[row].Household; h > 0 { // near the copy of who lives with her
				place = draws.UItem(uint32(h), traitWeek, uint32(copied), rng.PartnerHere)
			}
			rows, places = append(rows, row), append(places, place)
		}
	}
	order := make([]int, len(rows))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(places[a], places[b]), cmp.Compare(a, b)) })
	for k, serial := range order {
		order[k] = rows[serial]
	}
	return order
}

// given is what a table says of a person of a stratum in a district; nothing for people who
// are drawn.
func (b *builder) given(district, stratum, serial int) *agents.Given {
	if rows := b.listed[district][stratum]; len(rows) > 0 {
		return &b.c.Population.Attached[stratum].Listed[rows[serial]].Given
	}
	return &b.drawn
}
