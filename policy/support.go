package policy

import (
	"fmt"

	"caseload/agents"
	"caseload/policy/source"
)

// Support is the section `support:` of a regime: what coaches do about barriers to work, in
// the time that they have, with money of their own and with local partners.
type Support struct {
	At       source.Position
	Time     source.Quantity `file:"time" unit:"share" min:"0" max:"1" doc:"share of an interview that is for barriers to work; what they do not take goes to its other parts"`
	Takes    source.Quantity `file:"takes" unit:"minutes" min:"0.5" max:"120" doc:"time in which a coach does something about one barrier"`
	Fund     *Fund           `file:"fund,optional" doc:"money that coaches can spend on claimants; without it there is none"`
	Partners []Partner       `file:"partners,optional" doc:"services outside the budget of the office to which coaches link claimants"`
}

// Fund is a discretionary fund. Money is that of the whole country; a run scales it with its
// persons, and its districts have their part by them.
type Fund struct {
	At     source.Position
	Budget source.Quantity `file:"budget" unit:"£/year" min:"0" max:"1000000000000" doc:"money of a financial year in the country; what is left in April lapses"`
	Ready  source.Quantity `file:"ready" unit:"share" min:"0" max:"1" doc:"share of the barriers she is told of and could pay for on which the mean coach spends"`
	Most   source.Quantity `file:"most_per_claim" unit:"£" min:"0" max:"100000000" doc:"most that is spent on one claimant in a claim"`
	Items  []FundItem      `file:"items" doc:"what it buys; the first that is for the barrier and the claimant's group"`
}

// FundItem is something that the fund buys.
type FundItem struct {
	At      source.Position
	Name    source.Text     `file:"name" doc:"name of the item"`
	Removes source.Text     `file:"removes" oneof:"child_care,transport,licence,debt,housing,language,digital" doc:"the barrier that it is for"`
	Group   []source.Text   `file:"group,optional" doc:"names of groups whose members can have it; those of every group when absent"`
	Price   source.Quantity `file:"price" unit:"£" min:"0.01" max:"100000000" doc:"what it costs"`
	Chance  source.Quantity `file:"chance" unit:"share" min:"0" max:"1" doc:"chance that the barrier is gone then"`
	Lasting source.Flag     `file:"lasting" doc:"false when the barrier is back in the next claim"`
}

// Partner is a local service outside the budget of the office. Places are those of the whole
// country; a run scales them with its persons.
type Partner struct {
	At      source.Position
	Name    source.Text     `file:"name" doc:"name of the service"`
	Removes source.Text     `file:"removes" oneof:"child_care,transport,licence,debt,housing,language,digital" doc:"the barrier that it is for"`
	Places  source.Quantity `file:"places" unit:"count" min:"0" max:"100000000" doc:"claimants who can be there at a time"`
	Length  source.Quantity `file:"length" unit:"weeks" min:"1" max:"104" whole:"true" doc:"how long somebody is there"`
	Chance  source.Quantity `file:"chance" unit:"share" min:"0" max:"1" doc:"chance that the barrier is gone then"`
	Lasting source.Flag     `file:"lasting" doc:"false when the barrier is back in the next claim"`
}

// SupportTerms is a compiled Support.
type SupportTerms struct {
	Time, Takes float64
	Fund        *FundTerms // nil without a fund
	Partners    []PartnerTerms
	Rule        RuleID
}

// FundTerms is a compiled Fund.
type FundTerms struct {
	BudgetPenceYear int64
	Ready           float64
	MostPence       int32
	Items           []FundItemTerms
	Rule            RuleID
}

// FundItemTerms is a compiled FundItem.
type FundItemTerms struct {
	Name       string
	Removes    agents.Barrier
	Groups     [maxRules/64 + 1]uint64 // of those who can have it, a bit for each GroupID; none for all
	PricePence int32
	Chance     float64
	Lasting    bool
	Rule       RuleID
}

// PartnerTerms is a compiled Partner.
type PartnerTerms struct {
	Name    string
	Removes agents.Barrier
	Places  float64
	Length  agents.Week
	Chance  float64
	Lasting bool
	Rule    RuleID
}

func (p *Plan) compileSupport(s *Support) {
	if s == nil {
		return
	}
	p.Support = &SupportTerms{Time: s.Time.Value, Takes: s.Takes.Value, Rule: p.rule(s.At)}
	if f := s.Fund; f != nil {
		t := &FundTerms{BudgetPenceYear: pence(f.Budget), Ready: f.Ready.Value, MostPence: int32(pence(f.Most)), Rule: p.rule(f.At)}
		for k := range f.Items {
			item := &f.Items[k]
			t.Items = append(t.Items, FundItemTerms{Name: item.Name.Value, Removes: agents.BarrierNamed(item.Removes.Value), Groups: p.groupsNamed(item.Group),
				PricePence: int32(pence(item.Price)), Chance: item.Chance.Value, Lasting: item.Lasting.Value, Rule: p.rule(item.At)})
		}
		p.Support.Fund = t
	}
	for k := range s.Partners {
		v := &s.Partners[k]
		p.Support.Partners = append(p.Support.Partners, PartnerTerms{Name: v.Name.Value, Removes: agents.BarrierNamed(v.Removes.Value),
			Places: v.Places.Value, Length: agents.Week(v.Length.Value), Chance: v.Chance.Value, Lasting: v.Lasting.Value, Rule: p.rule(v.At)})
	}
}

// groupsNamed is the bits of the groups of some names.
func (p *Plan) groupsNamed(names []source.Text) (set [maxRules/64 + 1]uint64) {
	for _, name := range names {
		for id := range p.Groups {
			if p.Groups[id].Name == name.Value {
				set[id/64] |= 1 << (id % 64)
			}
		}
	}
	return set
}

// IsFor tells whether a member of a group can have an item.
func (t *FundItemTerms) IsFor(group agents.GroupID) bool {
	return t.Groups == [maxRules/64 + 1]uint64{} || t.Groups[group/64]&(1<<(group%64)) != 0
}

// ItemFor is what the fund buys against a barrier for a member of a group; nil for nothing.
func (t *SupportTerms) ItemFor(b agents.Barrier, group agents.GroupID) *FundItemTerms {
	if t.Fund == nil {
		return nil
	}
	for k := range t.Fund.Items {
		if item := &t.Fund.Items[k]; item.Removes == b && item.IsFor(group) {
			return item
		}
	}
	return nil
}

// anyItemFor is the first item against a barrier, whoever can have it; nil for nothing.
func (t *SupportTerms) anyItemFor(b agents.Barrier) *FundItemTerms {
	if t.Fund == nil {
		return nil
	}
	for k := range t.Fund.Items {
		if t.Fund.Items[k].Removes == b {
			return &t.Fund.Items[k]
		}
	}
	return nil
}

// PartnerFor is the number of the service against a barrier, from 1; 0 for none.
func (t *SupportTerms) PartnerFor(b agents.Barrier) int16 {
	for k := range t.Partners {
		if t.Partners[k].Removes == b {
			return int16(k + 1)
		}
	}
	return 0
}

// PartnerNamed is the number of a service of that name, from 1; 0 for none.
func (t *SupportTerms) PartnerNamed(name string) int16 {
	if t != nil {
		for k := range t.Partners {
			if t.Partners[k].Name == name {
				return int16(k + 1)
			}
		}
	}
	return 0
}

// digest is the terms as text.
func (t *SupportTerms) digest() string {
	text := fmt.Sprintf(" support %v %v %v", t.Time, t.Takes, t.Partners)
	if t.Fund != nil {
		text += fmt.Sprintf(" fund %v", *t.Fund)
	}
	return text
}

// checkSupport requires the groups that items of the fund name.
func (r *Regime) checkSupport(c *source.Checker) {
	if r.Support == nil || r.Support.Fund == nil {
		return
	}
	for k := range r.Support.Fund.Items {
		for _, named := range r.Support.Fund.Items[k].Group {
			if r.group(named.Value) == nil {
				c.Problem(named.At, fmt.Sprintf("support.fund.items[%d].group", k), unknownGroup.of(named.Value), r.groupHint(named))
			}
		}
	}
}

// wordsAt is what the part at a place is called.
func (s *Support) wordsAt(at source.Position) string {
	if s.At == at {
		return "support"
	}
	if s.Fund != nil && s.Fund.At == at {
		return "support fund"
	}
	for k := range s.Partners {
		if s.Partners[k].At == at {
			return "support partners " + s.Partners[k].Name.Value
		}
	}
	if s.Fund != nil {
		for k := range s.Fund.Items {
			if s.Fund.Items[k].At == at {
				return "support fund " + s.Fund.Items[k].Name.Value
			}
		}
	}
	return ""
}
