package agents

import "caseload/agents/exact"

// AsksForAdvance is the chance that a new claimant takes an advance on her first award.
// Need decides: rent falls due before the first payment, a partner's pay tides over.
func (c *Constants) AsksForAdvance(paysRent, partnerEarns bool) float64 {
	x := c.AdvanceLogOdds
	if paysRent {
		x += c.Budget.AdvanceRentOdds
	}
	if partnerEarns {
		x += c.Budget.AdvancePartnerOdds
	}
	return exact.Logistic(x)
}
