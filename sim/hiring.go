package sim

import (
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// hire is how vacancies that are agents are filled. A share of the open ones chooses in a
// week; claimants' and competitors' applications are shortlisted by them; the vacancy
// ranks its shortlist and offers in order; whoever has several offers takes the one that
// pays best, if it is above her reservation. Two rounds, so that those who were passed
// over for another job are replaced.
func hire(w *World, d *District) {
	m := &d.Demand
	m.Open = float64(d.Vacancies.Len())
	s := &d.scratch
	s.taken, s.rivals = grow(s.taken, d.Vacancies.Len()), grow(s.rivals, d.Vacancies.Len())
	clear(s.taken)
	d.Sent(w.Week).clear()
	before := m.Hires
	w.believe(d)
	w.answered(d)
	w.choosing(d)
	w.applications(d)
	w.rivals(d)
	s.offers = s.offers[:0]
	w.proposals(d)
	if w.noting {
		d.notePostings()
	}
	for round := range rounds {
		w.offerRound(d, round)
		s.offers = s.offers[:0]
	}
	w.reply(d)
	w.publish(d)
	m.Matched += m.Hires - before
	w.rejections(d)
	if d.Log.KeepEvents {
		w.tellApplicants(d)
	}
	w.age(d)
}

// rounds in which a vacancy may make an offer in one week.
const rounds = 2

// choosing draws which vacancies choose this week, by occupation group.
func (w *World) choosing(d *District) {
	s, v := &d.scratch, &d.Vacancies
	for o := range Occupations {
		s.choosing[o] = s.choosing[o][:0]
	}
	for k := range v.Len() {
		if s.taken[k] || v.Promised[k] {
			continue
		}
		if w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Choosing) < w.chooses(v.Source[k], d.Demand.Choosing) {
			s.choosing[v.Occupation[k]] = append(s.choosing[v.Occupation[k]], int32(k))
		}
	}
}

// grow makes a slice at least n long without keeping what it held.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// age lets rivals take what no claimant got, withdraws some of what is still open, makes
// some of the rest more attractive, and sets the inflow of the weeks to come by the closure.
func (w *World) age(d *District) {
	s, v, m := &d.scratch, &d.Vacancies, &d.Demand
	stays := grow(s.stays, v.Len())
	filled, others := m.Matched, 0.0
	s.listed = s.listed[:0]
	m.Matched = 0
	for k := range v.Len() {
		stays[k] = !s.taken[k]
		switch r := s.rivals[k]; {
		case s.taken[k], v.Promised[k]:
		case r.there:
			stays[k] = false
			others++
			d.Books.Employers.ToRivals += int64(btoi(v.Source[k].InBank()))
			place := w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Listed)
			s.listed = append(s.listed, listing{terms: v.terms(k), place: place, certificate: v.Certificate[k], switcher: r.switcher})
			if r.switcher && w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Repost) < w.Market.Employers.Repost {
				m.Reposted[v.Occupation[k]]++
			}
		default:
			stays[k] = w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Lapse) >= m.Lapse
			if !stays[k] {
				m.Lapsed++
			} else if v.Upgrades[k] < mostUpgrades {
				w.upgrade(d, k)
			}
		}
		if !stays[k] {
			m.LifeWeeks += float64(w.Week-v.Created[k]) + 1
			m.Closed++
		}
	}
	s.stays = stays
	m.Taken += exact.RoundInt64(filled + others)
	m.hired(w, filled+others, others)
	if w.Market.Closure == Stock {
		w.replace(d, stays)
	}
	v.keep(stays)
}

// upgrade may make an unfilled vacancy more attractive: it pays more at first, and asks for
// less when that was not enough. Pay goes first because it is taken back when the job ends;
// what is asked goes last because it is what the work needs.
func (w *World) upgrade(d *District, k int) {
	v, e := &d.Vacancies, &w.Market.Employers
	if e.Upgrade <= 0 || w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Upgrade) >= e.Upgrade {
		return
	}
	if v.Upgrades[k]++; v.Upgrades[k] == 1 {
		v.HourlyPay[k] = exact.RoundInt32(float64(float64(v.HourlyPay[k]) * (1 + e.UpgradePay)))
		return
	}
	v.Certificate[k], v.LeastSkill[k] = false, anySkill
}

// mostUpgrades of a vacancy are one of pay and one of what it asks for.
const mostUpgrades = 2

// replace makes as many vacancies due next week as hold the open stock of every occupation
// group; jobs that switchers leave behind are among them.
func (w *World) replace(d *District, stays []bool) {
	var open [Occupations]float64
	for k, stay := range stays {
		if stay {
			open[d.Vacancies.Occupation[k]]++
		}
	}
	for o := range Occupations {
		held := float64(d.Demand.BaseOpen * w.Market.Occupations[o].Vacancies * w.economy.Demand)
		d.Demand.Due[o] = max(held-open[o], 0)
	}
	d.Demand.Reposted = [Occupations]float64{}
}
