package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// matching turns effort into jobs. Claimants' effective search is summed first; then
// either vacancies choose among applicants (hire) or, in the fast twin, a matching
// function of the same slope and closure draws who finds a job.
func matching(w *World, d *District) {
	sum := w.search(d)
	if w.hold.Market {
		w.matchHeld(d)
		return
	}
	if d.Demand.BaseSearch == 0 {
		if sum == 0 {
			return
		}
		d.Demand.begin(w, sum.Float())
		if w.Market.Matching == Agents {
			w.openingState(d)
		}
	}
	if w.Market.Matching == Agents {
		hire(w, d)
		return
	}
	w.matchAggregate(d, sum.Float())
}

// matchAggregate is the fast twin: effective search of claimants and competitors meets
// open vacancies in a Cobb-Douglas matching function; what it gives to one unit of search
// is the offer rate of the week.
func (w *World) matchAggregate(d *District, claimants float64) {
	m := &d.Demand
	m.offers(w, claimants)
	before := m.Hires
	w.findJobs(d)
	others := float64(m.Competitors * w.applying() * m.OfferRate)
	filled := m.Hires - before + others
	m.hired(w, filled, others)
	if w.Market.Closure == Stock {
		m.Open = float64(m.BaseOpen * w.economy.Demand)
	} else {
		left := max(m.Open-filled, 0)
		m.Open = left - float64(m.Lapse*left) + float64(m.Inflow*w.economy.Demand) + float64(others*w.Market.Masses[Switchers]*w.Market.Employers.Repost)
	}
}

// findJobs draws who finds a job at the offer rate of the week.
func (w *World) findJobs(d *District) {
	p, m := w.People, &d.Demand
	for k, i := range d.Claimants {
		// The chance of a job never exceeds its hazard, so most draws need no exponential.
		hazard := float64(float64(d.scratch.search[k]) * m.OfferRate)
		if p.Introduced[i] != agents.NotIntroduced {
			hazard += m.OfferRate / m.ShortlistRate // as much as the search that brings one onto a shortlist
			p.Introduced[i] = agents.NotIntroduced
		}
		if u := w.u(i, rng.Find); u < hazard && u < exact.ProbabilityFromHazard(hazard) {
			p.Total.ToWork[i]++
			p.LastWorkExit[i] = w.Week
			w.endSpell(d, i, panel.ToWork)
			w.startJob(d, i, w.offered(i))
			m.Hires++
		}
	}
}

// applying is the mass of competitors of this week as a ratio to the starting state.
func (w *World) applying() float64 {
	m := &w.Market.Masses
	return float64(m[Switchers]*w.economy.Switchers) + float64(m[Unemployed]*w.economy.Unemployed) + m[OutOfLabourForce]
}

// atOnce is of how many rows the columns are fetched before anything is worked out of them,
// so that memory is waited for once and not for one after the other.
const atOnce = 64

// effort is what a claimant's search this week follows from.
type effort struct {
	agents.Prompts
	own   float64 // log applications that she would make anyway
	free  float64 // share of search that no programme takes
	found float64 // log of what an application comes to
}

// search works out the effective search of the claimants on the list, counts their
// applications, and returns the sum.
func (w *World) search(d *District) (sum exact.Fixed) {
	p, c := w.People, w.Habits
	d.scratch.search = grow(d.scratch.search, len(d.Claimants))
	search := d.scratch.search
	var of [atOnce]effort
	for first := 0; first < len(search); first += atOnce {
		rows := d.Claimants[first:min(first+atOnce, len(search))]
		for k, i := range rows {
			of[k].free = 0
			if p.Status[i] == agents.Claimant {
				w.effort(d, i, &of[k])
			}
		}
		for k, i := range rows {
			x := &of[k]
			search[first+k] = 0
			if x.free == 0 {
				continue
			}
			made, log := c.ApplicationsMade(x.own, &x.Prompts)
			p.Total.Applications[i] += float32(x.free * made)
			effective := float32(x.free * c.EffectiveSearch(x.found, log))
			search[first+k] = effective
			sum += exact.ToFixed(float64(effective))
		}
	}
	return sum
}

// effort finds what acts on a claimant's search this week.
func (w *World) effort(d *District, i int32, x *effort) {
	p, c := w.People, w.Habits
	x.Prompts = agents.Prompts{}
	x.Seen, x.Helped, x.Checked = float64(p.SeenLately[i]), float64(p.Helped[i]), float64(p.Checked[i])
	x.Steps, x.Without, x.Flare, x.Driven = float64(p.StepsLately[i]), float64(p.Without[i])/100, p.Flare[i], w.driven(i)
	if p.Lost[i] > 0 || p.Lost[i+p.Couple[i]] > 0 {
		x.LostShare = float64(w.lostShare(i) * w.response(i))
	}
	bound := w.bound(i)
	if bound {
		x.RequiredHours = float64(w.Regime.Plan.Groups[p.Group[i]].SearchHours)
		x.Compliance = float64(p.Compliance[i])
		x.ExpectedLoss = c.ExpectedLoss(d.LossLately, float64(p.LossLately[i]))
	}
	x.own, x.free = float64(p.OwnEffort[i]), 1
	x.found = float64(p.SearchFixed[i]) + float64(c.LogSkill*w.skillOut(i, w.Week-p.SkillSince[i]))
	if p.SearchTaught[i] != 0 {
		x.found += w.searchTaught(i)
	}
	if p.ProgrammeStage[i] != agents.NoProgramme {
		x.free -= w.lockedIn(i)
		x.found += w.invited(i)
		if bound {
			x.RequiredHours, x.Programme = w.requiredHours(i), w.threatened(i)
		}
	}
}

// offers sets the offer rate of the week for one unit of effective search:
// entry hazard x tightness x ((V/V0)/(S/S0))^(1-elasticity). The first week in which
// somebody searches is the starting state to which V0, S0 and the mass of competitors refer.
func (m *Demand) offers(w *World, claimants float64) {
	c := w.Habits
	total := claimants + float64(m.Competitors*w.applying())
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
	hires := min(float64(w.Habits.Finding.EntryHazard*m.Tightness*m.BaseSearch), mostFilled*m.Open)
	m.BaseFill = max(hires/m.Open, leastFill)
	// Of the vacancies that are not filled in a week, this share is withdrawn.
	m.Lapse = min(1, m.BaseFill*(1-w.Market.VacanciesFilled)/w.Market.VacanciesFilled/(1-m.BaseFill))
	reposted := float64(hires * share * w.Market.Masses[Switchers] * w.Market.Employers.Repost)
	m.BaseInflow = hires + float64(m.Lapse*(m.Open-hires)) - reposted
	m.Inflow = m.BaseInflow
	// With x applications on each shortlist, a vacancy that chooses is filled with chance
	// 1-exp(-x) and hires have elasticity x/(exp(x)-1) to applications.
	x := shortlistFor(w.Market.SearchElasticity)
	m.ShortlistRate = w.Habits.Finding.EntryHazard * m.Tightness * x / exact.ProbabilityFromHazard(x)
	m.beginChoosing(w, x)
}

// shortlistFor is the mean length of a shortlist at which hires have the given elasticity
// to applications, the number of vacancies held: the urn-ball process.
func shortlistFor(elasticity float64) float64 {
	low, high := 1e-6, 50.0
	for range 60 {
		x := (low + high) / 2
		if x/exact.Expm1(x) > elasticity {
			low = x
		} else {
			high = x
		}
	}
	return low
}

// hired counts this week's hires and sets the inflow of vacancies by the closure.
func (m *Demand) hired(w *World, filled, others float64) {
	m.CompetitorHires += others
	m.TotalCompetitorHires += others
	m.Filled += filled
	if w.Market.Closure == Entry {
		fill := filled / max(m.Open, 1e-9)
		target := float64(m.BaseInflow * exact.Pow(max(fill, leastFill)/m.BaseFill, w.Market.EntryElasticity))
		m.Inflow += float64(w.Market.EntrySpeed * (target - m.Inflow))
	}
}
