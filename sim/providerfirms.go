package sim

import (
	"fmt"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// layProviders gives every district the providers of the regime. Those that it had under
// the same contract and name stay as they are; the others take their cash with them.
func (w *World) layProviders(before *policy.Plan) {
	plan := w.Regime.Plan
	for n := range w.Districts {
		d := &w.Districts[n]
		old := d.Providers
		for k := range old {
			d.Books.ProviderLost += old[k].Cash
		}
		d.Providers = make([]Provider, len(plan.Providers))
		for k := range d.Providers {
			if !w.delivers(d, k) {
				d.Providers[k] = Provider{Since: agents.Never}
				continue
			}
			if was := providerNamed(plan, k, before); was >= 0 && was < len(old) && old[was].Since != agents.Never { // it has delivered here
				d.Providers[k] = old[was]
				d.Books.ProviderLost -= old[was].Cash
				continue
			}
			d.Providers[k] = Provider{Since: w.Week, Share: plan.Providers[k].Share}
			w.startFirm(d, k)
		}
	}
}

// lot is the lot of a contract in which a district lies, 0 for the first: districts that are next to
// one another on the ring are let together. With fewer of them in a run than there are lots, some
// lots are not in it.
func (w *World) lot(d *District, t *policy.ContractTerms) int {
	if t.Lots == 1 {
		return 0
	}
	place, _ := onRing(len(w.Districts))
	return t.Lot(place[d.Number-1], len(place))
}

// delivers tells whether a provider delivers in a district.
func (w *World) delivers(d *District, k int) bool {
	return w.Regime.Plan.Providers[k].DeliversIn(w.lot(d, w.contract(k)))
}

// providerNamed is the place in another plan of a provider of the same contract and name;
// -1 for none.
func providerNamed(plan *policy.Plan, k int, other *policy.Plan) int {
	if other == nil {
		return -1
	}
	named := &plan.Providers[k]
	for j := range other.Providers {
		if v := &other.Providers[j]; v.Name == named.Name && other.Contracts[v.Contract].Name == plan.Contracts[named.Contract].Name {
			return j
		}
	}
	return -1
}

// keepProvider leaves somebody with her provider under a regime that has it as well.
func (w *World) keepProvider(d *District, i int32, before *policy.Plan) {
	p := w.People
	if k := int(p.Provider[i]) - 1; k >= 0 {
		p.Provider[i] = uint8(providerNamed(before, k, w.Regime.Plan) + 1)
		if k := int(p.Provider[i]) - 1; k >= 0 && !w.delivers(d, k) {
			p.Provider[i] = 0
		} else if k >= 0 {
			p.PaymentGroup[i] = min(p.PaymentGroup[i], uint8(len(w.contract(k).Groups)-1))
		}
	}
}

// startFirm begins a firm: with the quality that is its own in the district, the cash of its
// reserves, and nothing that it knows.
func (w *World) startFirm(d *District, k int) {
	v, terms := &d.Providers[k], &w.Regime.Plan.Providers[k]
	v.Quality = w.quality(d, k)
	v.Cash = exact.RoundInt64(float64(float64(float64(terms.Reserves)*terms.Share) * float64(w.contractPlaces(terms.Contract)*w.part(d))))
	d.Books.ProviderCapital += v.Cash
	v.Staff, v.Left, v.Known = 0, 0, Experience{}
}

// quality is that of the contacts of the firm in a provider's place.
func (w *World) quality(d *District, k int) float64 {
	v, terms := &d.Providers[k], &w.Regime.Plan.Providers[k]
	return w.Habits.ProviderQuality(terms.Quality, w.Draws.UItem(uint32(d.Number), traitWeek, uint32(v.Firm)<<8|uint32(k), rng.ProviderQuality))
}

// contractPlaces are the places of the programmes that a contract delivers, in the run.
func (w *World) contractPlaces(contract int) float64 {
	places := 0.0
	for m := range w.Regime.Plan.Programmes {
		if t := &w.Regime.Plan.Programmes[m]; t.Contract == contract+1 {
			places += t.Places
		}
	}
	return places * w.Scale
}

// enters lets the firm begin that takes the place of one that has left.
func (w *World) enters(d *District, k int) {
	if v := &d.Providers[k]; v.Firm > 0 && v.Since == w.Week {
		v.Share = w.Regime.Plan.Providers[k].Share
		w.startFirm(d, k)
		v.Count.Entered++
	}
}

// payStaff pays a week of a provider's staff. One that has no cash left and no department
// behind it is insolvent.
func (w *World) payStaff(d *District, k int) {
	v, terms := &d.Providers[k], &w.Regime.Plan.Providers[k]
	if !v.open(w.Week) {
		return
	}
	pence := exact.RoundInt64(float64(v.Staff * terms.MinutePence))
	v.Cash -= pence
	v.Count.StaffPence += pence
	d.Books.ProviderStaff += pence
	if v.Cash < 0 && terms.Sector != policy.PublicSector && w.followed(k) < 0 {
		v.Count.Insolvent++
		w.leaves(d, k)
	}
}

// leaves ends a firm. Its participants go to the other providers of the contract, or wait
// for the next where there is none.
func (w *World) leaves(d *District, k int) {
	v, t := &d.Providers[k], w.contract(k)
	d.Books.ProviderLost += v.Cash
	v.Cash, v.Staff, v.Left, v.Known = 0, 0, 0, Experience{}
	v.Firm++
	v.Since = w.Week + t.Replaced
	if w.noting {
		d.scratch.departures = append(d.scratch.departures, departure{k, slices.Clone(d.Providers)})
	}
	w.passAround(d, k)
}

// passAround gives the participants of a firm that has left to others of its contract.
func (w *World) passAround(d *District, k int) {
	t, p := w.contract(k), w.People
	for i := d.First; i < d.Next; i++ {
		if int(p.Provider[i])-1 != k {
			continue
		}
		if to := w.choose(d, i, t); to >= 0 {
			p.Provider[i] = uint8(to + 1)
			w.meetProvider(i)
			d.Providers[to].Known.Starts++
		}
	}
}

// compareProviders compares the providers of each contract at its times: shares move towards those
// with the better record, and contracts of those with a poor one end.
func (w *World) compareProviders(d *District) {
	for c := range w.Regime.Plan.Contracts {
		t := &w.Regime.Plan.Contracts[c]
		if t.Review.Every == 0 || w.Week%t.Review.Every != 0 || w.followed(t.First) >= 0 {
			continue
		}
		mean := d.meanRecord(t, w.Week)
		for k := t.First; k < t.Last; k++ {
			v := &d.Providers[k]
			if !v.open(w.Week) || mean == 0 {
				continue
			}
			record := w.Habits.Believed(mean, v.Known.Outcomes-v.Known.ReviewPaid, v.Known.Attached-v.Known.ReviewWeeks)
			v.Share = float64(v.Share * exact.Pow(record/mean, t.Review.Moves))
			v.Known.ReviewPaid, v.Known.ReviewWeeks = v.Known.Outcomes, v.Known.Attached
			if record < float64(t.Review.EndsBelow*mean) && w.Week-v.Since >= 52 {
				v.Count.Ended++
				w.leaves(d, k)
			}
		}
		d.spread(t, w.Week)
	}
}

// meanRecord is the job-outcome fees a week of a participant, of the firms of a contract.
func (d *District) meanRecord(t *policy.ContractTerms, week agents.Week) float64 {
	outcomes, weeks := int64(0), int64(0)
	for k := t.First; k < t.Last; k++ {
		if v := &d.Providers[k]; v.open(week) {
			outcomes, weeks = outcomes+v.Known.Outcomes, weeks+v.Known.Attached
		}
	}
	return float64(outcomes) / float64(max(weeks, 1))
}

// spread brings the shares of referrals to 1, none below the least.
func (d *District) spread(t *policy.ContractTerms, week agents.Week) {
	for range 2 { // raising to the least takes a little from the others
		sum := d.shares(t, week)
		for k := t.First; k < t.Last; k++ {
			if v := &d.Providers[k]; v.open(week) && sum > 0 {
				v.Share = max(v.Share/sum, t.Review.Least)
			}
		}
	}
}

// shares adds up the shares of the firms that are there.
func (d *District) shares(t *policy.ContractTerms, week agents.Week) (sum float64) {
	for k := t.First; k < t.Last; k++ {
		if v := &d.Providers[k]; v.open(week) {
			sum += v.Share
		}
	}
	return sum
}

// wins is what another job-outcome fee is worth to a provider in referrals won from others
// by its better record: nothing where it is alone or no record counts.
func (w *World) wins(d *District, k int) float64 {
	v, t, terms := &d.Providers[k], w.contract(k), &w.Regime.Plan.Providers[k]
	counts := 0.0
	switch {
	case t.Allocation == policy.ByOffice, t.Allocation == policy.ByChoice && t.Published:
		counts = w.Habits.Providing.Record
	case t.Allocation == policy.ByRotation && t.Review.Every > 0:
		counts = t.Review.Moves
	}
	if counts == 0 || terms.Keeps == 0 || !v.open(w.Week) {
		return 0
	}
	starts := int64(0)
	for j := t.First; j < t.Last; j++ {
		starts += d.Providers[j].Known.Starts
	}
	share := v.Share / max(d.shares(t, w.Week), 1e-9)
	return float64(float64(counts*terms.Keeps)*float64(share*(1-share))) * float64(starts) / float64(max(v.Known.Outcomes, 1))
}

// choose is the provider to whom somebody goes: by turns as shares say, or the one that the
// office or she herself likes best by its record, as far as it is known, and by how it
// receives her, with a taste of her own. It is -1 where no firm is there.
func (w *World) choose(d *District, i int32, t *policy.ContractTerms) int {
	whole := d.shares(t, w.Week)
	at, best, most := float64(w.u(i, rng.ProviderTurn)*whole), -1, 0.0
	mean := d.meanRecord(t, w.Week)
	for k := t.First; k < t.Last; k++ {
		v := &d.Providers[k]
		switch {
		case !v.open(w.Week):
		case t.Allocation == policy.ByRotation:
			if best < 0 || at >= 0 {
				best = k
			}
			at -= v.Share
		default:
			likes := w.likes(d, i, k, mean)
			if best < 0 || likes > most {
				best, most = k, likes
			}
		}
	}
	return best
}

// likes is what somebody who chooses, or her coach, thinks of a provider.
func (w *World) likes(d *District, i int32, k int, mean float64) float64 {
	v, t, c := &d.Providers[k], w.contract(k), &w.Habits.Providing
	likes := -exact.Log(-exact.Log(w.item(i, w.Week, uint32(k), rng.ProviderTaste)))
	if mean > 0 && (t.Published || t.Allocation == policy.ByOffice) {
		likes += float64(c.Record * exact.Log(w.Habits.Believed(mean, v.Known.Outcomes, v.Known.Attached)/mean))
	}
	if t.Allocation == policy.ByChoice {
		likes += float64(c.Hospitality * w.Regime.Plan.Providers[k].Welcome)
	}
	return likes
}

// zeroProviders starts the counts between observed weeks again.
func (d *District) zeroProviders() {
	for k := range d.Providers {
		now := d.Providers[k].Count
		d.Providers[k].Count = Served{Participants: now.Participants, InWork: now.InWork}
	}
}

// cashOf adds up the cash of providers.
func cashOf(list []Provider) (sum int64) {
	for k := range list {
		sum += list[k].Cash
	}
	return sum
}

// checkProviders holds the cash of providers against what there was, came and went, and
// their fees against what was paid for persons.
func (w *World) checkProviders(d *District) string {
	b, fees := &d.Books, int64(0)
	for i := d.First; i < d.Last; i++ {
		fees += int64(w.People.Total.ProviderPence[i])
	}
	if fees != b.ProviderFees {
		return fmt.Sprintf("%d pence were paid to providers for persons, the books say %d", fees, b.ProviderFees)
	}
	if cash, want := cashOf(d.Providers), b.ProviderBefore+b.ProviderCapital+b.providersHave()-b.ProviderStaff-b.ProviderLost; cash != want {
		return fmt.Sprintf("providers have %d pence, the books say %d", cash, want)
	}
	return ""
}
