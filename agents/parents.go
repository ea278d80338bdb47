package agents

// parenthood is who of a part of the population are lead carers: shares of women and of age
// bands differ between them and the others, and hold in the whole.
type parenthood struct {
	women, otherWomen float64
	otherAges         [4]float64
}

// parenthoodOf works out what the others are, given that lead carers are mostly women, and of
// an age at which their youngest child can have been born.
func parenthoodOf(m *Marginals, retires float64) parenthood {
	is := parenthood{women: m.Women, otherWomen: m.Women, otherAges: m.Ages}
	if m.LeadCarer <= 0 || m.LeadCarer >= 1 {
		return is
	}
	is.women = m.carersWomen()
	is.otherWomen = (m.Women - float64(m.LeadCarer*is.women)) / (1 - m.LeadCarer)
	carers, all := m.carersAges(retires), 0.0
	for k := range is.otherAges {
		is.otherAges[k] = max(m.Ages[k]-float64(m.LeadCarer*carers[k]), 0)
		all += is.otherAges[k]
	}
	for k := range is.otherAges {
		is.otherAges[k] /= all
	}
	return is
}

// carersWomen is the share of women among lead carers, as far as there are as many women and
// men among all.
func (m *Marginals) carersWomen() float64 {
	least, most := (m.Women-(1-m.LeadCarer))/m.LeadCarer, m.Women/m.LeadCarer
	return max(min(m.CarersWomen, most, 1), least, 0)
}

// childAges is the number of ages of the youngest child over which lead carers are averaged.
const childAges = 64

// carersAges is the shares of age bands among lead carers.
func (m *Marginals) carersAges(retires float64) (shares [4]float64) {
	for n := range childAges {
		child := m.YoungestFrom + float64((float64(n)+0.5)/childAges*(m.YoungestTo-m.YoungestFrom))
		from, to := m.parentPlaces(child, retires)
		below := 0.0
		for k, share := range m.Ages {
			shares[k] += float64(max(min(below+share, to)-max(below, from), 0) / (to - from) / childAges)
			below += share
		}
	}
	return shares
}

// parentPlaces are the uniforms between which ageYears gives the ages of those whose youngest
// child is of an age in years.
func (m *Marginals) parentPlaces(child, retires float64) (from, to float64) {
	from = agePlace(m, max(child+m.ParentFrom, youngestAge), retires)
	to = agePlace(m, max(child+m.ParentTo, youngestAge), retires)
	return min(from, 1-2e-9), max(to, from+1e-9)
}

// childAge is the age of a lead carer's youngest child in years.
func (m *Marginals) childAge(d *TraitDraws) float64 {
	return m.YoungestFrom + float64(d.ChildAge*(m.YoungestTo-m.YoungestFrom))
}

// narrowToParents makes marginals of people of whom age or sex is known those of lead carers
// of that age and sex.
func (m *Marginals) narrowToParents(n *Marginals, g *Given, retires float64) {
	if g.Says[GivenAge] && !g.Says[GivenYoungest] {
		n.YoungestFrom, n.YoungestTo = max(m.YoungestFrom, g.AgeYears-m.ParentTo), min(m.YoungestTo, g.AgeYears-m.ParentFrom)
		n.YoungestFrom = min(n.YoungestFrom, n.YoungestTo)
	}
	if g.Says[GivenAge] {
		n.ParentFrom, n.ParentTo = -retires, retires // her age stands
	}
	if g.Says[GivenChildren] || m.LeadCarer <= 0 || m.LeadCarer >= 1 {
		return
	}
	if women := m.carersWomen(); g.Says[GivenSex] && g.Sex == Female {
		n.LeadCarer *= women / max(m.Women, 1e-9)
	} else if g.Says[GivenSex] {
		n.LeadCarer *= (1 - women) / max(1-m.Women, 1e-9)
	}
	if g.Says[GivenAge] {
		band := band(&m.Ages, agePlace(m, g.AgeYears, retires))
		n.LeadCarer *= m.carersAges(retires)[band] / max(m.Ages[band], 1e-9)
		if g.AgeYears < m.YoungestFrom+m.ParentFrom {
			n.LeadCarer = 0
		}
	}
	n.LeadCarer = min(n.LeadCarer, 1)
}
