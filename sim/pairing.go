package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/sim/rng"
)

// pairing makes couples of the people of a district. Whoever lives with a partner and whose
// partner is to be a person of the run waits for one of the other sex who has been said to
// live with somebody who works, or does not, just as she does or does not: all marginals stay
// as they are. People of the starting stock are paired with one another, and those who arrive
// with people who arrive in the same week: a longer horizon pairs nobody anew.
type pairing struct{ waiting [4][2][]suitor } // by what both do, see joined, and by sex

// suitor is somebody who waits. Where there are too many of one sex, those who are left over
// have drawn the highest numbers.
type suitor struct {
	row  int32
	draw float64
}

// What a person and her partner do, as places in waiting: the bits say that the partner is in
// work, and that she is herself.
const partnerWorks, works = 1, 2

// pair makes the couples of a district.
func (b *builder) pair(d *District, k int) {
	p, of := b.w.People, &b.c.Population
	var waits pairing
	var kin []relative
	i := d.First
	for s, n := range b.attached[k] {
		for serial := range n {
			if listed := of.Attached[s].Listed; listed == nil {
				b.consider(&waits, i, of.Attached[s].Traits.PartnerHere)
			} else if row := b.listed[k][s][serial]; listed[row].Household > 0 {
				kin = append(kin, relative{household: listed[row].Household, stratum: s, listed: row, row: i})
			}
			i++
		}
	}
	b.join(&waits)
	b.reunite(kin)
	flows := len(of.Arrivals)
	for t := range b.weeks {
		for f := range flows {
			for range b.arrivals[k][t*flows+f] {
				b.consider(&waits, i, of.Arrivals[f].Traits.PartnerHere)
				i++
			}
		}
		b.join(&waits)
	}
	for i := d.First; i < d.Last; i++ {
		if p.Couple[i] > 0 {
			d.Couples = append(d.Couples, i)
		}
	}
}

// consider lets a person wait for a partner, if hers is to be a person of the run. Who has
// neither work nor benefit at the start has a partner outside it.
func (b *builder) consider(waits *pairing, i int32, share float64) {
	p := b.w.People
	if share == 0 || !p.Partner[i] || p.Status[i] == agents.Inactive {
		return
	}
	draw := b.w.Draws.U(uint32(p.ID[i]), traitWeek, rng.PartnerHere)
	if draw >= share {
		return
	}
	does := 0
	if p.PartnerPay[i] > 0 {
		does += partnerWorks
	}
	if p.Status[i] == agents.Employed {
		does += works
	}
	list := &waits.waiting[does][p.Sex[i]]
	*list = append(*list, suitor{i, draw})
}

// join makes couples of those who wait, and lets nobody wait on.
func (b *builder) join(waits *pairing) {
	w := &waits.waiting
	b.match(w[0][agents.Female], w[0][agents.Male])
	b.match(w[partnerWorks][agents.Female], w[works][agents.Male])
	b.match(w[works][agents.Female], w[partnerWorks][agents.Male])
	b.match(w[works+partnerWorks][agents.Female], w[works+partnerWorks][agents.Male])
	for k := range w {
		w[k] = [2][]suitor{w[k][0][:0], w[k][1][:0]}
	}
}

// match pairs women and men by age, the oldest with the oldest. Two who both care for children
// make no couple, since one of a couple is the lead carer.
func (b *builder) match(women, men []suitor) {
	p := b.w.People
	n := min(len(women), len(men))
	for _, list := range [2][]suitor{women, men} {
		slices.SortFunc(list, func(x, y suitor) int {
			return cmp.Or(cmp.Compare(x.draw, y.draw), cmp.Compare(p.ID[x.row], p.ID[y.row]))
		})
		slices.SortFunc(list[:n], func(x, y suitor) int {
			return cmp.Or(cmp.Compare(p.BornWeek[x.row], p.BornWeek[y.row]), cmp.Compare(p.ID[x.row], p.ID[y.row]))
		})
	}
	for k := range n {
		b.marry(women[k].row, men[k].row)
	}
}

// marry makes a couple of two, unless both care for children.
func (b *builder) marry(one, other int32) {
	p, i, j := b.w.People, min(one, other), max(one, other)
	if p.Children[i] == 0 || p.Children[j] == 0 {
		p.Couple[i], p.Couple[j] = j-i, i-j
		p.RentWeekly[j], p.Office[j] = p.RentWeekly[i], p.Office[i]
	}
}

// relative is a copy of a person of a table whose household is there too.
type relative struct {
	household, row  int32
	stratum, listed int
}

// reunite makes couples of the copies of two rows of one household in a district; one that is
// left over has a partner outside the run.
func (b *builder) reunite(kin []relative) {
	slices.SortFunc(kin, func(x, y relative) int {
		return cmp.Or(cmp.Compare(x.household, y.household), cmp.Compare(x.stratum, y.stratum), cmp.Compare(x.listed, y.listed), cmp.Compare(x.row, y.row))
	})
	for from := 0; from < len(kin); {
		to := from + 1
		for to < len(kin) && kin[to].household == kin[from].household {
			to++
		}
		second := from + 1
		for second < to && kin[second].stratum == kin[from].stratum && kin[second].listed == kin[from].listed {
			second++
		}
		for k := range min(second-from, to-second) {
			b.marry(kin[from+k].row, kin[second+k].row)
		}
		from = to
	}
}
