package sim

import "slices"

// beside is whom a provider of the path sees this week, where an arm that is held has the
// same provider: a participant of the arm is alone among them.
type beside struct {
	services []service // of the provider of the path, in the order in which it sees them
	room     int       // contacts for which its staff has time
}

// beside is the crowd of a provider; there is none in an arm that is not held, and none where the
// path does not have the provider.
func (w *World) beside(d *District, k int) (crowd beside, is bool) {
	if !w.hold.Diaries {
		return crowd, false
	}
	j := providerNamed(w.Regime.Plan, k, w.path.Regime.Plan)
	if j < 0 {
		return crowd, false
	}
	s := &w.onPath(d).scratch
	first, _ := slices.BinarySearchFunc(s.services, j, func(a service, j int) int { return a.provider - j })
	last, _ := slices.BinarySearchFunc(s.services, j+1, func(a service, j int) int { return a.provider - j })
	return beside{s.services[first:last], s.business[j].room}, true
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

// followFirms leaves an arm that is held the firms of its path at the end of the week: who there is,
// what they know, whom they employ and what money they have.
func (w *World) followFirms(d *District) {
	if !w.hold.Diaries {
		return
	}
	from := w.onPath(d)
	for k := range d.Providers {
		j := providerNamed(w.Regime.Plan, k, w.path.Regime.Plan)
		if j < 0 {
			continue
		}
		v, other := &d.Providers[k], &from.Providers[j]
		d.Books.ProviderCapital += other.Cash - v.Cash
		left, count := v.Firm < other.Firm, v.Count
		*v = *other
		v.Count = count
		if left {
			w.passAround(d, k)
		}
	}
}
