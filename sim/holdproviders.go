package sim

import "slices"

// beside is whom a provider of the path sees this week, where an arm that is held has the
// same provider: a participant of the arm is alone among them.
type beside struct {
	services []service // of the provider of the path, in the order in which it sees them
	room     int       // contacts for which its staff has time
}

// beside is the crowd of a provider; there is none where firms are the arm's own.
func (w *World) beside(d *District, k int) (crowd beside, is bool) {
	j := w.followed(k)
	if j < 0 {
		return crowd, false
	}
	s := &w.onPath(d).scratch
	first, _ := slices.BinarySearchFunc(s.services, j, func(a service, j int) int { return a.provider - j })
	last, _ := slices.BinarySearchFunc(s.services, j+1, func(a service, j int) int { return a.provider - j })
	return beside{s.services[first:last], s.business[j].room}, true
}

// followed is the place on the path of a provider, where an arm is held to one that has the same
// providers under its contract; -1 for none: then its firms are the arm's own.
func (w *World) followed(k int) int {
	if !w.hold.Diaries {
		return -1
	}
	plan, other, t := w.Regime.Plan, w.path.Regime.Plan, w.contract(k)
	for n := t.First; n < t.Last; n++ {
		j := providerNamed(plan, n, other)
		if j < 0 || other.Providers[j].Lots != plan.Providers[n].Lots {
			return -1
		}
		if of := w.path.contract(j); of.Last-of.First != t.Last-t.First || of.Lots != t.Lots {
			return -1
		}
	}
	return providerNamed(plan, k, other)
}

// seesAlone tells whether a provider sees a participant who is alone among those of the path:
// it does unless as many others as there is time for come before her.
func (b *beside) seesAlone(a service) bool {
	if len(b.services) > 0 {
		a.provider = b.services[0].provider
	}
	ahead, _ := slices.BinarySearchFunc(b.services, a, service.before)
	if ahead != b.room {
		return ahead < b.room
	}
	return slices.ContainsFunc(b.services[:ahead], func(other service) bool { return other.row == a.row })
}

// departure is the end of a firm of the path, with those of its district as they then stood.
type departure struct {
	provider int
	firms    []Provider
}

// followFirms leaves an arm that is held the firms of its path at the end of the week: who there is,
// what they know, whom they employ and what money they have. Firms leave as they do on the path,
// one after the other, and their participants go to who is there then.
func (w *World) followFirms(d *District) {
	if !w.hold.Diaries {
		return
	}
	from := w.onPath(d)
	for _, end := range from.scratch.departures {
		for k := range d.Providers {
			if w.followed(k) == end.provider {
				d.Books.ProviderLost += d.Providers[k].Cash
				d.Providers[k].Cash = 0
				w.copyFirms(d, end.firms)
				w.passAround(d, k)
			}
		}
	}
	w.copyFirms(d, from.Providers)
	for k := range d.Providers {
		if j := w.followed(k); j >= 0 {
			d.Books.ProviderCapital += from.Providers[j].Cash - d.Providers[k].Cash
			d.Providers[k].Cash = from.Providers[j].Cash
		}
	}
}

// copyFirms makes the firms of an arm those of its path, but for their cash and for what the
// arm's regime says of them: how good they are, and whom referrals go to before any review.
func (w *World) copyFirms(d *District, from []Provider) {
	for k := range d.Providers {
		j := w.followed(k)
		if j < 0 {
			continue
		}
		v, other := &d.Providers[k], &from[j]
		count, cash := v.Count, v.Cash
		*v = *other
		v.Count, v.Cash, v.Quality = count, cash, w.quality(d, k)
		if share := w.path.Regime.Plan.Providers[j].Share; share > 0 {
			v.Share = float64(w.Regime.Plan.Providers[k].Share * (other.Share / share))
		}
	}
}
