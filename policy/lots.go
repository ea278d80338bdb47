package policy

import (
	"fmt"

	"caseload/policy/source"
)

// lots is how many lots a contract has.
func (t *Contract) lots() int { return max(int(t.Lots.Value), 1) }

// checkLots requires that there are the lots in which providers deliver, and that in each of
// them somebody has every referral.
func (t *Contract) checkLots(c *source.Checker) {
	for k := range t.Providers {
		for n, lot := range t.Providers[k].Lots {
			if int(lot.Value) > t.lots() {
				c.Problem(lot.At, fmt.Sprintf("providers[%d].lots[%d]", k, n), noSuchLot.of(fmt.Sprint(int(lot.Value)), fmt.Sprint(t.lots())), "write lots: of the contract, which says how many there are")
			}
		}
	}
	for lot := range t.lots() {
		var shares []source.Quantity
		for k := range t.Providers {
			if v := &t.Providers[k]; v.inLots()&(1<<lot) != 0 {
				shares = append(shares, v.Share)
			}
		}
		what := "the shares of the providers"
		if t.lots() > 1 {
			what = fmt.Sprintf("the shares of the providers of lot %d", lot+1)
		}
		c.AddUp(t.At, "providers", what, shares...)
	}
}

// inLots is the set of lots in which a provider delivers, a bit for each.
func (v *Provider) inLots() (set uint64) {
	for _, lot := range v.Lots {
		set |= 1 << (int(lot.Value) - 1)
	}
	if len(v.Lots) == 0 {
		set = ^set
	}
	return set
}

// Lot is the lot of a district, the first being 0, of the given place among so many.
func (t *ContractTerms) Lot(district, districts int) int { return district * t.Lots / districts }

// DeliversIn tells whether a provider delivers in a lot.
func (t *ProviderTerms) DeliversIn(lot int) bool { return t.Lots&(1<<lot) != 0 }
