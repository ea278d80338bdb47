package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// waiter is a claimant on the waiting list of a local partner.
type waiter struct {
	row     int32
	service int16
	since   agents.Week
	tie     uint32
}

// partners lets the local partners of a district end with claimants whose time is over and
// give the places to those who have waited longest.
func (w *World) partners(d *District, services []policy.PartnerTerms) {
	p, s := w.People, &d.scratch
	s.waiters = s.waiters[:0]
	s.served = grow(s.served, len(services)+1)
	clear(s.served)
	for _, i := range d.Claimants {
		service := p.LinkedTo[i]
		switch {
		case service == 0 || p.Status[i] != agents.Claimant:
		case p.LinkEnds[i] == agents.Never:
			s.waiters = append(s.waiters, waiter{i, service, p.LinkedSince[i], uint32(w.Draws.Bits(uint32(p.ID[i]), int32(p.LinkedSince[i]), 0, rng.PlaceTie) >> 32)})
		case p.LinkEnds[i] <= w.Week:
			t := &services[service-1]
			p.LinkedTo[i] = 0
			d.Log.event(w, i, Event{Kind: "partner_finished", Detail: t.Name, Rule: t.Rule, Coach: noCoach})
			w.remove(d, i, t.Removes, t.Chance, t.Lasting, t.Rule)
		default:
			s.served[service]++
		}
	}
	slices.SortFunc(s.waiters, func(a, b waiter) int {
		return cmp.Or(cmp.Compare(a.service, b.service), cmp.Compare(a.since, b.since), cmp.Compare(a.tie, b.tie), cmp.Compare(p.ID[a.row], p.ID[b.row]))
	})
	w.notePartners(d, services)
	for _, a := range s.waiters {
		t := &services[a.service-1]
		if !w.takenBy(d, t, &a) {
			continue
		}
		s.served[a.service]++
		p.LinkEnds[a.row] = w.Week + t.Length
		p.Total.LinkStarts[a.row]++
		p.Total.LinkWeeks[a.row] += int16(w.Week - a.since)
		w.address(a.row, t.Removes)
		d.Log.event(w, a.row, Event{Kind: "partner_started", Detail: t.Name, Rule: t.Rule, Coach: noCoach})
	}
}

// takenBy tells whether a local partner has a place for a waiter whose turn has come.
func (w *World) takenBy(d *District, t *policy.PartnerTerms, a *waiter) bool {
	places := int32(w.here(d, t.Places))
	if l, held := w.partnerLine(d, t, places); held {
		return l.admits(a.turn(), places)
	}
	return d.scratch.served[a.service] < places
}

func (a *waiter) turn() turn { return turn{a.since, a.tie, a.row} }

// here is the part of a number of the country that a district has, in whole ones; the parts
// of all districts add up.
func (w *World) here(d *District, number float64) int64 {
	before, all := 0.0, 0.0
	for k := range w.Districts {
		if w.Districts[k].Number < d.Number {
			before += float64(w.Districts[k].Attached)
		}
		all += float64(w.Districts[k].Attached)
	}
	upTo := func(persons float64) int64 { return exact.RoundInt64(number * w.Scale * persons / all) }
	return upTo(before+float64(d.Attached)) - upTo(before)
}

// relink keeps a claimant who is with a local partner, or waits for one, where another regime
// has a service of the same name.
func (w *World) relink(i int32, before *policy.Plan) {
	p := w.People
	if service := p.LinkedTo[i]; service != 0 {
		p.LinkedTo[i] = w.Regime.Plan.Support.PartnerNamed(before.Support.Partners[service-1].Name)
	}
}

// linkedHere counts the claimants of a district who are with a local partner and those who wait.
func (w *World) linkedHere(d *District) (served, waiting int32) {
	p := w.People
	for i := d.First; i < d.Last; i++ {
		switch {
		case p.LinkedTo[i] == 0:
		case p.LinkEnds[i] == agents.Never:
			waiting++
		default:
			served++
		}
	}
	return served, waiting
}
