package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// A spending is what a coach wants to buy for a claimant from the fund.
type spending struct {
	row, coach int32
	item       *policy.FundItemTerms
	tie        uint32
}

// SupportBooks counts the money and the weeks of a district's fund since week 0.
type SupportBooks struct {
	FundPence int64
	Weeks     int64 // with a fund
	Exhausted int64 // of these, those in which the money did not do for the cheapest item
}

// add adds another district's.
func (b *SupportBooks) add(o *SupportBooks) {
	b.FundPence += o.FundPence
	b.Weeks += o.Weeks
	b.Exhausted += o.Exhausted
}

// help lets a coach do something about a barrier of a claimant, if there is time for it and
// the claimant tells of it: pay for something from the fund, where the coach is ready to, or
// link her to a local partner. It returns the minutes that this took.
func (w *World) help(d *District, r *request) float64 {
	i, terms := r.row, w.Regime.Plan.Support
	if terms == nil {
		return 0
	}
	minutes := min(1, terms.Time*float64(d.desk(r.coach).weights[r.kind])/wholePart) * float64(r.minutes)
	if float64(minutes/terms.Takes) <= w.u(i, rng.SupportTime) || w.People.Barriers[i] == 0 {
		return 0
	}
	barrier, told := w.tells(r)
	if !told || !w.payOrLink(d, r, barrier) {
		return 0
	}
	spent := min(terms.Takes, float64(r.minutes))
	w.Coaches.SecondsSupporting[r.coach] += int32(exact.RoundInt64(60 * spent))
	return spent
}

// tells is the barrier that comes up in an interview, and whether the claimant speaks of it,
// which she does the sooner the better she knows her coach; a stranger hears nothing.
func (w *World) tells(r *request) (barrier agents.Barrier, told bool) {
	p, i := w.People, r.row
	if r.coach != p.Coach[i] {
		return 0, false
	}
	first := agents.Barrier(w.u(i, rng.WhichBarrier) * float64(agents.BarriersOfPeople))
	for k := range agents.BarriersOfPeople {
		b := (first + k) % agents.BarriersOfPeople
		if p.Barriers[i].Has(b) && w.item(i, w.Week, uint32(b), rng.TellBarrier) < float64(w.Habits.Barriers.Told*float64(p.Rapport[i])) {
			return b, true
		}
	}
	return 0, false
}

// payOrLink asks the fund for what helps against a barrier, where there was money for it at the
// beginning of the week, or else a local partner.
func (w *World) payOrLink(d *District, r *request, barrier agents.Barrier) bool {
	p, i, terms := w.People, r.row, w.Regime.Plan.Support
	if item := terms.ItemFor(barrier, p.Group[i]); item != nil && p.FundSpent[i]+item.PricePence <= terms.Fund.MostPence && w.fundLeft(d) >= int64(item.PricePence) &&
		w.u(i, rng.Spend) < w.Habits.Spends(terms.Fund.Ready, float64(w.Coaches.Spending[r.coach])) {
		d.scratch.spendings = append(d.scratch.spendings, spending{row: i, coach: r.coach, item: item,
			tie: uint32(w.Draws.Bits(uint32(p.ID[i]), int32(w.Week), 0, rng.FundTie) >> 32)})
		return true
	}
	service := terms.PartnerFor(barrier)
	if service == 0 || p.LinkedTo[i] != 0 {
		return false
	}
	p.LinkedTo[i], p.LinkedSince[i], p.LinkEnds[i] = service, w.Week, agents.Never
	p.Total.Linked[i]++
	d.Log.event(w, i, Event{Kind: "linked", Detail: terms.Partners[service-1].Name, Rule: terms.Partners[service-1].Rule, Coach: r.coach})
	return true
}

// support spends what coaches have asked of the fund this week, as far as the money goes, and
// lets local partners finish with some claimants and take others.
func support(w *World, d *District) {
	terms := w.Regime.Plan.Support
	if terms == nil {
		return
	}
	if terms.Fund != nil {
		w.spendFund(d, terms.Fund)
	}
	w.partners(d, terms.Partners)
}

// openFund begins a financial year of the fund, in the first week that begins in it.
func (w *World) openFund(d *District) {
	if w.Day(w.Week).FinancialYear() != w.Day(w.Week-1).FinancialYear() {
		d.FundSpent = 0
	}
}

// fundLeft is what is left to spend in a district in the financial year, in pence.
func (w *World) fundLeft(d *District) int64 {
	terms := w.Regime.Plan.Support
	if terms == nil || terms.Fund == nil {
		return 0
	}
	return exact.RoundInt64(float64(float64(terms.Fund.BudgetPenceYear)*w.Scale)*w.part(d)) - d.FundSpent
}

// spendFund buys what coaches have asked for, in an order that chance decides, while there is
// money for it.
func (w *World) spendFund(d *District, fund *policy.FundTerms) {
	p, s := w.People, &d.scratch
	left := w.fundLeft(d)
	slices.SortFunc(s.spendings, func(a, b spending) int {
		return cmp.Or(cmp.Compare(a.tie, b.tie), cmp.Compare(p.ID[a.row], p.ID[b.row]))
	})
	for k := range s.spendings {
		a := &s.spendings[k]
		i, price := a.row, a.item.PricePence
		if left < int64(price) {
			p.Total.FundRefused[i]++
			d.Log.event(w, i, Event{Kind: "fund_refused", Detail: a.item.Name, Rule: a.item.Rule, Coach: a.coach})
			continue
		}
		left -= int64(price)
		d.FundSpent += int64(price)
		d.Books.Support.FundPence += int64(price)
		p.FundSpent[i] += price
		p.Total.FundPence[i] += price
		w.Coaches.SpentPence[a.coach] += price
		d.Log.event(w, i, Event{Kind: "fund_spent", Detail: a.item.Name, Rule: a.item.Rule, Coach: a.coach, Pence: agents.Pence(price)})
		w.address(i, a.item.Removes)
		w.remove(d, i, a.item.Removes, a.item.Chance, a.item.Lasting, a.item.Rule)
	}
	s.spendings = s.spendings[:0]
	d.Books.Support.Weeks++
	if cheapest := cheapestOf(fund); cheapest > left {
		d.Books.Support.Exhausted++
	}
}

// cheapestOf is the lowest price of what a fund buys.
func cheapestOf(fund *policy.FundTerms) int64 {
	cheapest := int64(0)
	for k := range fund.Items {
		if price := int64(fund.Items[k].PricePence); k == 0 || price < cheapest {
			cheapest = price
		}
	}
	return cheapest
}

// address notes that somebody has done something about a barrier in this claim.
func (w *World) address(i int32, barrier agents.Barrier) {
	p := w.People
	if !p.Addressed[i].Has(barrier) {
		p.Addressed[i] = p.Addressed[i].With(barrier)
		p.Total.BarriersAddressed[i]++
	}
}

// remove takes a barrier away with a chance, for good or until the next claim.
func (w *World) remove(d *District, i int32, barrier agents.Barrier, chance float64, lasting bool, rule policy.RuleID) {
	p := w.People
	if !p.Barriers[i].Has(barrier) || w.item(i, w.Week, uint32(barrier), rng.Helps) >= chance {
		return
	}
	p.Barriers[i] = p.Barriers[i].Without(barrier)
	if !lasting {
		p.Eased[i] = p.Eased[i].With(barrier)
	}
	p.Total.BarriersRemoved[i]++
	w.refreshFacts(i)
	w.refreshAward(i) // a birthday may come in the same week
	d.Log.event(w, i, Event{Kind: "barrier_removed", Detail: barrier.String(), Rule: rule, Coach: noCoach})
}

// meetBarriers counts the barriers with which a claim begins: what was eased in the last one
// is back.
func (w *World) meetBarriers(i int32) {
	p := w.People
	p.Barriers[i] |= p.Eased[i]
	p.Eased[i], p.Addressed[i], p.FundSpent[i] = 0, 0, 0
	p.Total.BarriersPresent[i] += int16(p.Barriers[i].Len())
}
