package policy

import (
	"fmt"

	"caseload/agents"
	"caseload/policy/source"
)

// Needs says what a policy asks of its fund and of local partners in a steady year: a claimant
// whom her own coach sees in so many interviews, with so much time in each, tells of a barrier
// sooner or later or leaves before.
type Needs struct {
	Fund     *FundNeeds     `json:"fund,omitempty"`
	Partners []PartnerNeeds `json:"partners,omitempty"`

	addressed float64 // share of barriers, while the claim lasts
}

// FundNeeds holds what coaches ask of the fund against its budget.
type FundNeeds struct {
	AskedPence  int64 `json:"asked_pence_a_year"`
	BudgetPence int64 `json:"budget_pence_a_year"`

	at source.Position
}

// PartnerNeeds holds those whom coaches link to a local partner against those whom it can take.
type PartnerNeeds struct {
	Name  string  `json:"name"`
	Asked float64 `json:"asked_a_week"`
	Takes float64 `json:"takes_a_week"`

	at source.Position
}

// barrierNeeds is the members of groups and their new claims of a week, with what bears on
// barriers. Sums are over members.
type barrierNeeds struct {
	claims, members, told, missed float64
	with                          [agents.BarriersOfPeople]float64 // claims a week with each barrier
}

// add adds members of a group from a stock.
func (n *barrierNeeds) add(s *Stock, members, claims float64) {
	n.claims += claims
	n.members += members
	n.told += float64(members * s.Told)
	n.missed += float64(members * s.Missed)
	for b, share := range s.Barriers {
		n.with[b] += float64(claims * share)
	}
}

// askNeeds works out what is asked of the fund and of local partners, once the interviews of a
// week are known.
func (d *Delivery) askNeeds(p *Plan, n *barrierNeeds) {
	terms := p.Support
	if terms == nil || d.All.Interviews == 0 || d.Minutes == 0 || n.claims == 0 {
		return
	}
	minutes := min(d.All.Minutes, d.Minutes) / d.All.Interviews
	// A week's chance that a claimant is seen by her own coach, that there is time, and that she tells.
	time := min(1, terms.Time*minutes/terms.Takes)
	kept, told := 1-n.missed/n.members, n.told/n.members
	each := float64(d.All.Interviews / n.members * kept * p.Staff.Present * time * told)
	d.Needs = &Needs{addressed: each / (each + n.claims/n.members)}
	asked := make([]float64, len(terms.Partners))
	pence := 0.0
	for b := range agents.BarriersOfPeople {
		people := float64(n.with[b] * d.Needs.addressed)
		if item := terms.anyItemFor(b); item != nil && item.PricePence <= terms.Fund.MostPence {
			pence += float64(people * terms.Fund.Ready * float64(item.PricePence))
			people = float64(people * (1 - terms.Fund.Ready))
		}
		if service := terms.PartnerFor(b); service > 0 {
			asked[service-1] += people
		}
	}
	for k := range terms.Partners {
		t := &terms.Partners[k]
		d.Needs.Partners = append(d.Needs.Partners, PartnerNeeds{Name: t.Name, Asked: asked[k], Takes: t.Places / float64(t.Length), at: p.Rules[t.Rule]})
	}
	if f := terms.Fund; f != nil {
		d.Needs.Fund = &FundNeeds{AskedPence: rounded(float64(52 * pence)), BudgetPence: f.BudgetPenceYear, at: p.Rules[f.Rule]}
	}
}

// needsWarnings has one warning for a fund and for each local partner of which more is asked
// than there is.
func (d *Delivery) needsWarnings() (found source.Diagnostics) {
	if d.Needs == nil {
		return nil
	}
	if f := d.Needs.Fund; f != nil && f.AskedPence > f.BudgetPence {
		found = append(found, source.Diagnostic{Position: f.at, Path: "support.fund.budget", Warning: true,
			Message: fmt.Sprintf("coaches ask for %s a year, and the fund has %s", millionPounds(f.AskedPence), millionPounds(f.BudgetPence)),
			Hint:    "the money is gone before April; raise the budget, or spend less on each claimant"})
	}
	for k := range d.Needs.Partners {
		if a := &d.Needs.Partners[k]; a.Asked > a.Takes {
			found = append(found, source.Diagnostic{Position: a.at, Path: fmt.Sprintf("support.partners[%d].places", k), Warning: true,
				Message: fmt.Sprintf("coaches link %s claimants a week to %s, which takes %s", thousands(a.Asked), a.Name, thousands(a.Takes)),
				Hint:    "they wait longer and longer, or leave benefit before their turn; more places, a shorter stay or fewer links"})
		}
	}
	return found
}

func millionPounds(pence int64) string { return fmt.Sprintf("£%.1fm", float64(pence)/1e8) }
