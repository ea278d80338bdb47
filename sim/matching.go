package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// matching turns effort into jobs. Effective search of claimants and competitors meets
// open vacancies in a Cobb-Douglas matching function; what it gives to one unit of
// search is the offer rate of the week. Two passes over the claimants: the first sums
// search, the second draws.
func matching(w *World, d *District) {
	p, c := w.People, w.Habits
	n := len(d.Claimants)
	if cap(d.scratch.search) < n {
		d.scratch.search = make([]float32, n, n+n/4)
	}
	search := d.scratch.search[:n]
	var sum exact.Fixed
	for k, i := range d.Claimants {
		if p.Status[i] != agents.Claimant {
			search[k] = 0
			continue
		}
		search[k] = w.search(d, i)
		sum += exact.ToFixed(float64(search[k]))
	}
	d.Demand.offers(w, sum.Float())
	var hires int32
	for k, i := range d.Claimants {
		// The chance of a job never exceeds its hazard, so most draws need no exponential.
		hazard := float64(search[k]) * d.Demand.OfferRate
		if u := w.u(i, rng.Find); u < hazard && u < exact.ProbabilityFromHazard(hazard) {
			p.Total.ToWork[i]++
			p.LastWorkExit[i] = w.Week
			w.endSpell(d, i, panel.ToWork)
			w.startJob(d, i)
			hires++
		}
	}
	d.Demand.clear(w, c, float64(hires))
}

// search is a claimant's effective search this week, and counts her applications.
func (w *World) search(d *District, i int32) float32 {
	p, c := w.People, w.Habits
	prompts := agents.Prompts{Seen: float64(p.SeenLately[i])}
	if group := p.Group[i]; group != 0 {
		prompts.RequiredHours = float64(w.Regime.Plan.Groups[group].SearchHours)
		prompts.Compliance = float64(p.Compliance[i])
		prompts.ExpectedLoss = c.ExpectedLoss(d.LossLately, float64(p.LossLately[i]))
	}
	if p.Lost[i] > 0 {
		prompts.LostShare = float64(p.Lost[i]) / float64(max(p.Due[i], 1))
	}
	a := c.LogApplicationsMade(float64(p.OwnEffort[i]), prompts)
	p.Total.Applications[i] += float32(exact.Exp(a))
	return float32(c.EffectiveSearch(float64(p.SearchFixed[i]), a))
}

// offers sets the offer rate of the week for one unit of effective search:
// entry hazard x tightness x ((V/V0)/(S/S0))^(1-elasticity). The first week in which
// somebody searches is the starting state to which V0, S0 and the mass of competitors refer.
func (m *Demand) offers(w *World, claimants float64) {
	c := w.Habits
	if m.BaseSearch == 0 {
		if claimants == 0 {
			return
		}
		m.begin(w, claimants)
	}
	total := claimants + m.Competitors
	tighter := (m.Open / m.BaseOpen) * (m.BaseSearch / max(total, 1e-9))
	rate := c.Finding.EntryHazard * m.Tightness * exact.Pow(tighter, 1-w.Market.SearchElasticity)
	m.OfferRate = min(rate, mostFilled*m.Open/max(total, 1e-9))
}

// mostFilled is the share of open vacancies that can be filled in one week.
const mostFilled = 0.95

// leastFill keeps the response of the inflow finite where next to nothing is filled.
const leastFill = 1e-9

// begin fixes the starting state: competitors take their share of hires, and vacancies
// are created as fast as they are filled and lapse.
func (m *Demand) begin(w *World, claimants float64) {
	share := w.Market.Competitors
	m.Competitors = claimants * share / (1 - share)
	m.BaseSearch = max(claimants+m.Competitors, 1e-9)
	m.BaseOpen = m.Open
	hires := float64(w.Habits.Finding.EntryHazard * m.Tightness * m.BaseSearch)
	m.BaseFill = max(hires/m.Open, leastFill)
	m.Lapse = m.BaseFill * (1 - w.Market.VacanciesFilled) / w.Market.VacanciesFilled
	m.BaseInflow = hires + float64(m.Lapse*m.Open)
	m.Inflow = m.BaseInflow
}

// clear takes filled and lapsed vacancies out and puts new ones in, as the closure says.
func (m *Demand) clear(w *World, c *agents.Constants, hires float64) {
	if m.BaseSearch == 0 {
		return
	}
	others := float64(m.Competitors * m.OfferRate)
	filled := hires + others
	m.Hires += hires
	m.CompetitorHires += others
	m.TotalCompetitorHires += others
	m.Filled += filled
	switch w.Market.Closure {
	case Stock:
		return
	case Entry:
		fill := filled / max(m.Open, 1e-9)
		target := float64(m.BaseInflow * exact.Pow(max(fill, leastFill)/m.BaseFill, w.Market.EntryElasticity))
		m.Inflow += float64(w.Market.EntrySpeed * (target - m.Inflow))
	}
	left := max(m.Open-filled, 0)
	m.Open = left - float64(m.Lapse*left) + m.Inflow
}
