package sim

import (
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// Occupations is the number of major occupation groups.
const Occupations = agents.Occupations

// Vacancies are a district's open vacancies, one slice per attribute, in the order in
// which they were created. District, week of creation and serial number name a vacancy,
// so that its draws do not depend on what else is open.
type Vacancies struct {
	Created     []agents.Week
	Serial      []uint32 // among those created in the district in that week
	Occupation  []uint8
	Source      []agents.Source
	Certificate []bool    // asks for a qualification at level 3 or over
	LeastSkill  []float32 // that it asks for, standard units; anySkill where it asks for none
	Upgrades    []uint8   // how often it was made more attractive
	Temporary   []bool
	HourlyPay   []int32 // pence
	HoursTenths []int16
	Promised    []bool // to somebody in another district, who has not answered
}

// anySkill is below anybody's.
const anySkill = -1e9

// terms are what a vacancy offers.
func (v *Vacancies) terms(k int) terms {
	return terms{occupation: v.Occupation[k], temporary: v.Temporary[k], hoursTenths: v.HoursTenths[k], hourly: v.HourlyPay[k], source: v.Source[k]}
}

// Len is the number of open vacancies.
func (v *Vacancies) Len() int { return len(v.Created) }

func (v *Vacancies) clone() Vacancies {
	return Vacancies{
		Created: slices.Clone(v.Created), Serial: slices.Clone(v.Serial), Occupation: slices.Clone(v.Occupation), Certificate: slices.Clone(v.Certificate),
		Promised: slices.Clone(v.Promised), Source: slices.Clone(v.Source), LeastSkill: slices.Clone(v.LeastSkill), Upgrades: slices.Clone(v.Upgrades),
		Temporary: slices.Clone(v.Temporary), HourlyPay: slices.Clone(v.HourlyPay), HoursTenths: slices.Clone(v.HoursTenths),
	}
}

// keep moves the vacancies that stay to the front, in order, and drops the others.
func (v *Vacancies) keep(stays []bool) {
	n := 0
	for k, stay := range stays {
		if stay {
			v.Created[n], v.Serial[n], v.Occupation[n], v.Certificate[n] = v.Created[k], v.Serial[k], v.Occupation[k], v.Certificate[k]
			v.Source[n], v.LeastSkill[n], v.Upgrades[n], v.Promised[n] = v.Source[k], v.LeastSkill[k], v.Upgrades[k], v.Promised[k]
			v.Temporary[n], v.HourlyPay[n], v.HoursTenths[n] = v.Temporary[k], v.HourlyPay[k], v.HoursTenths[k]
			n++
		}
	}
	v.Created, v.Serial, v.Occupation, v.Certificate = v.Created[:n], v.Serial[:n], v.Occupation[:n], v.Certificate[:n]
	v.Source, v.LeastSkill, v.Upgrades, v.Promised = v.Source[:n], v.LeastSkill[:n], v.Upgrades[:n], v.Promised[:n]
	v.Temporary, v.HourlyPay, v.HoursTenths = v.Temporary[:n], v.HourlyPay[:n], v.HoursTenths[:n]
}

// vacancyDraw is a vacancy's draw for a purpose in a week.
func (w *World) vacancyDraw(d *District, created agents.Week, serial uint32, week agents.Week, purpose rng.Purpose) float64 {
	return w.Draws.UItem(uint32(d.Number)<<16|uint32(uint16(created)), int32(week), serial, purpose)
}

// economy creates this week's vacancies of each occupation group: what the inflow of the
// district says, whole vacancies now and the fraction carried over, and those that hired
// switchers have left behind.
func economy(w *World, d *District) {
	d.Demand.Serial = 0
	if w.hold.Market || w.Market.Matching != Agents || d.Demand.BaseInflow == 0 {
		return
	}
	for o := range Occupations {
		if w.Market.Closure != Stock {
			d.Demand.Due[o] += float64(d.Demand.Inflow*w.economy.Demand*w.Market.Occupations[o].Vacancies) + d.Demand.Reposted[o]
			d.Demand.Reposted[o] = 0
		}
		whole := exact.FloorInt64(d.Demand.Due[o])
		d.Demand.Due[o] -= float64(whole)
		w.createVacancies(d, uint8(o), int(whole), w.Week)
	}
}

// createVacancies opens n vacancies of an occupation group.
func (w *World) createVacancies(d *District, occupation uint8, n int, created agents.Week) {
	agencies := w.agencies()
	for range n {
		source := agents.OpenMarket
		if agencies > 0 && w.vacancyDraw(d, created, d.Demand.Serial, created, rng.Channel) < agencies {
			source = agents.Agency
		} else if w.notify(d, occupation, created, d.Demand.Serial) {
			source = agents.Notified
			d.Books.Employers.Notified++
		}
		w.createVacancy(d, occupation, source, created, d.Demand.Serial)
		d.Demand.Serial++
	}
}

func (w *World) createVacancy(d *District, occupation uint8, source agents.Source, created agents.Week, serial uint32) {
	v, kind := &d.Vacancies, &w.Market.Occupations[occupation]
	d.Demand.Opened++
	d.Books.Employers.Opened++
	u := func(purpose rng.Purpose) float64 { return w.vacancyDraw(d, created, serial, created, purpose) }
	hourly, hours := w.Habits.Offer(kind.Pay, u(rng.Wage), u(rng.Hours), agents.Pence(w.rates.MinimumWage(adult)))
	v.Created = append(v.Created, created)
	v.Serial = append(v.Serial, serial)
	v.Occupation = append(v.Occupation, occupation)
	v.Source = append(v.Source, source)
	v.Certificate = append(v.Certificate, u(rng.Asked) < kind.Certificate)
	least, temporary := float32(anySkill), kind.Temporary
	if kind.Skilled > 0 && u(rng.AskedSkill) < kind.Skilled {
		least = float32(kind.LeastSkill)
	}
	if source == agents.Agency {
		temporary = w.Market.Agencies.Temporary
	}
	v.LeastSkill = append(v.LeastSkill, least)
	v.Upgrades = append(v.Upgrades, 0)
	v.Promised = append(v.Promised, false)
	v.Temporary = append(v.Temporary, u(rng.Permanence) < temporary)
	v.HourlyPay = append(v.HourlyPay, int32(hourly))
	v.HoursTenths = append(v.HoursTenths, hours)
}

// adult is an age at which the full minimum wage is due, in years.
const adult = 30

// openingState gives a district the vacancies of the starting state, with ages geometric
// at the rate at which they close, and sets how many applications are shortlisted so that
// claimants and competitors are hired as often as the aggregate says. People and vacancies
// are not spread alike over occupation groups, so some applications meet long shortlists.
func (w *World) openingState(d *District) {
	m := &d.Demand
	closing, agencies := w.closing(m, m.Choosing), w.agenciesOpen(m, m.Choosing)
	serial := uint32(openingSerial)
	for o := range Occupations {
		for range exact.RoundInt64(float64(m.BaseOpen * w.Market.Occupations[o].Vacancies)) {
			u := func(purpose rng.Purpose) float64 {
				return w.Draws.UItem(uint32(d.Number), int32(w.Week), serial, purpose)
			}
			source := agents.OpenMarket
			if u(rng.Channel) < agencies {
				source = agents.Agency
			} else if w.notify(d, uint8(o), w.Week, serial) {
				source = agents.Notified
			}
			age := exact.ExponentialQuantile(u(rng.StartVacancy)) / closing[source]
			w.createVacancy(d, uint8(o), source, w.Week-1-agents.Week(min(exact.FloorInt64(age), 500)), serial)
			serial++
		}
	}
	w.balance(d)
}

// balance solves for the rates of shortlisting at which the vacancies that choose hire as
// many claimants and competitors as the starting state says.
func (w *World) balance(d *District) {
	m := &d.Demand
	reach, all := w.reach(d)
	arrives := w.residents(d)
	hires := m.BaseFill * m.BaseOpen * (1 - w.Market.Competitors)
	others := m.BaseFill * m.BaseOpen * w.Market.Competitors
	m.Rivals = m.ShortlistRate * m.Competitors
	// Where fewer vacancies choose than are to be filled no rate would do.
	choose := w.choosingOnAverage(m, m.Choosing)
	most := longestShortlist * choose * m.BaseOpen
	for range balancing {
		own, rivals := 0.0, 0.0
		for o := range Occupations {
			for asks := range reach[o] {
				share := w.Market.Occupations[o].asking(asks)
				choosing := choose * m.BaseOpen * share
				applied := float64(m.ShortlistRate * arrives * reach[o][asks])
				against := float64(m.Rivals * share * w.Market.Occupations[o].able(asks&asksSkill != 0))
				filled := choosing * exact.ProbabilityFromHazard((applied+against)/max(choosing, 1e-9))
				own += float64(filled * applied / max(applied+against, 1e-9))
				rivals += float64(filled * against / max(applied+against, 1e-9))
			}
		}
		m.ShortlistRate = min(m.ShortlistRate*hires/max(own, 1e-9), most/max(all*arrives, 1e-9))
		m.Rivals = min(m.Rivals*others/max(rivals, 1e-9), most)
	}
}

// What a vacancy asks for: a qualification, a least skill, both or nothing.
const (
	asksCertificate = 1 << iota
	asksSkill
	kindsOfAsking
)

// asking is the share of all new vacancies that are of a group and ask for the given.
func (o *Occupation) asking(asks int) float64 {
	share := o.Vacancies
	if asks&asksCertificate != 0 {
		share *= o.Certificate
	} else {
		share *= 1 - o.Certificate
	}
	if asks&asksSkill != 0 {
		return share * o.Skilled
	}
	return share * (1 - o.Skilled)
}

// able is the share of competitors who have what a vacancy of the group asks for: their
// skill is standard normal.
func (o *Occupation) able(asked bool) float64 {
	if !asked {
		return 1
	}
	return 1 - exact.NormalCDF(o.LeastSkill)
}

// balancing is how often the rates are adjusted; a few dozen times leave no difference.
const balancing = 60

// longestShortlist is a mean length of shortlists that fills every vacancy that chooses.
const longestShortlist = 50

// reach is how much of the claimants' effective search arrives at vacancies of each
// occupation group, by what they ask for, that would have them; and all of it.
func (w *World) reach(d *District) (reach [Occupations][kindsOfAsking]float64, all float64) {
	p := w.People
	var total exact.Fixed
	// By group of the vacancy and what the applicant lacks. Sums are exact, so the order of
	// rows is nothing to them.
	var sums [Occupations][kindsOfAsking]exact.Fixed
	for k, i := range d.Claimants {
		search := float64(d.scratch.search[k])
		total += exact.ToFixed(search)
		for to := range Occupations {
			kind := &w.Market.Occupations[to]
			share, lacks := float64(w.Market.Employers.Mobility*kind.Vacancies), 0
			if to == int(p.Occupation[i]) {
				share += 1 - w.Market.Employers.Mobility
			}
			if !p.Certificate[i] {
				lacks |= asksCertificate
			}
			if w.skill(i) < kind.LeastSkill {
				lacks |= asksSkill
			}
			sums[to][lacks] += exact.ToFixed(float64(search * share))
		}
	}
	for to := range Occupations {
		kind := &w.Market.Occupations[to]
		for lacks, sum := range sums[to] {
			for asks := range kindsOfAsking {
				if lacks&asks == 0 && kind.Vacancies > 0 {
					reach[to][asks] += float64(sum.Float() * kind.asking(asks) / kind.Vacancies)
				}
			}
		}
	}
	return reach, total.Float()
}

// openingSerial is the first serial number of the starting stock, above those of any week.
const openingSerial = 1 << 24

// inBank is how many open vacancies coaches can see.
func (v *Vacancies) inBank() int32 {
	n := int32(0)
	for _, source := range v.Source {
		n += int32(btoi(source.InBank()))
	}
	return n
}
