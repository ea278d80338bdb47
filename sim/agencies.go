package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
)

// agencies is the share of new vacancies that agencies fill: the regime's, where it says
// one, or the market's.
func (w *World) agencies() float64 {
	if plan := w.Regime.Plan; plan.SetsAgencies {
		return plan.Agencies
	}
	return w.Market.Agencies.Share
}

// chooses is the weekly chance that a vacancy chooses, where one on the open market
// chooses with the given chance.
func (w *World) chooses(source agents.Source, open float64) float64 {
	if source == agents.Agency {
		return min(1, open*w.Market.Agencies.Speed)
	}
	return open
}

// closing is the weekly chance that a vacancy of each source is filled or withdrawn in the
// starting state, where one on the open market chooses with the given chance.
func (w *World) closing(m *Demand, open float64) [agents.Sources]float64 {
	var closing [agents.Sources]float64
	for source := agents.OpenMarket; source < agents.Sources; source++ {
		fill := float64(w.chooses(source, open) * m.FilledOfChoosing)
		closing[source] = fill + float64(m.Lapse*(1-fill))
	}
	return closing
}

// agenciesOpen is the agencies' share of open vacancies in the starting state: their share
// of new ones, less what closes sooner.
func (w *World) agenciesOpen(m *Demand, open float64) float64 {
	closing, share := w.closing(m, open), w.agencies()
	agency, other := float64(share*closing[agents.OpenMarket]), float64((1-share)*closing[agents.Agency])
	return agency / (agency + other)
}

// choosingOnAverage is the weekly chance of choosing of all open vacancies of the starting
// state.
func (w *World) choosingOnAverage(m *Demand, open float64) float64 {
	share := w.agenciesOpen(m, open)
	return float64((1-share)*open) + float64(share*w.chooses(agents.Agency, open))
}

// beginChoosing sets how often a vacancy on the open market chooses, so that with the
// agencies' as many choose as fill the vacancies of the starting state.
func (m *Demand) beginChoosing(w *World, shortlist float64) {
	m.FilledOfChoosing = exact.ProbabilityFromHazard(shortlist)
	low, high := 0.0, 1.0
	for range 60 {
		open := (low + high) / 2
		if w.choosingOnAverage(m, open) < m.BaseFill/m.FilledOfChoosing {
			low = open
		} else {
			high = open
		}
	}
	m.Choosing = high
}
