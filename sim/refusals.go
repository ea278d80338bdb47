package sim

import (
	"caseload/agents/exact"
	"caseload/policy"
)

// offerAround finds a provider who takes somebody in her first week: the one to whom she was given, or
// of the others who would the one with the largest share. It is -1 where none would; then the office
// has her alone.
func (w *World) offerAround(d *District, i int32, given int) int {
	p, t := w.People, w.contract(given)
	to := given
	if !w.wouldServe(d, i, given) {
		to = -1
		for k := t.First; k < t.Last; k++ {
			if k == given || !d.Providers[k].open(w.Week) {
				continue
			}
			p.Provider[i] = uint8(k + 1)
			w.meetProvider(i)
			if w.wouldServe(d, i, k) && (to < 0 || d.Providers[k].Share > d.Providers[to].Share) {
				to = k
			}
		}
	}
	if p.Provider[i] = uint8(to + 1); to >= 0 {
		w.meetProvider(i)
		w.taken(d, i, to)
	}
	return to
}

// wouldServe tells whether a provider takes somebody, and counts whom it turns down. It takes her if what
// is paid for her whatever happens, what it expects of the work that she will find with no more than the
// least service, and what such contacts are worth to it as they are, come to what these cost and to what
// a participant must bring in for its record to stay as good. A public one takes everybody.
func (w *World) wouldServe(d *District, i int32, k int) bool {
	v, b, t, terms := &d.Providers[k], &d.scratch.business[k], w.contract(k), &w.Regime.Plan.Providers[k]
	if terms.Sector == policy.PublicSector {
		return true
	}
	f, hazard := &t.Groups[w.People.PaymentGroup[i]], b.hazard[w.People.ProviderJudged[i]-1]
	found := exact.ProbabilityFromHazard(float64(hazard * float64(t.Lasts)))
	onBenefit := float64(t.Lasts) // weeks
	if hazard >= 1e-9 {
		onBenefit = found / hazard
	}
	least, contacts := float64(t.StaffMinutes*terms.MinutePence), 0.0
	if t.ContactEvery > 0 {
		contacts = 1 / float64(t.ContactEvery)
		least = max(least, float64(contacts*terms.ContactPence()))
	}
	sure := float64(f.Attachment + f.Service*int64(t.Lasts) + f.Even)
	gains := sure + float64(found*w.jobWorth(i, b, t)) + float64(float64(terms.Mission*contacts)*onBenefit)
	if gains >= float64(least*onBenefit)+float64(b.wins*b.record) {
		return true
	}
	v.Count.Refused++
	return false
}
