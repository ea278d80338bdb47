package sim

import "math"

// Instead is whom a vacancy would have chosen had the one whom it chose brought no subsidy along;
// others on its shortlist keep theirs.
type Instead uint8

// In whose place somebody was chosen.
const (
	Unpaid       Instead = iota // no subsidy
	Herself                     // nobody's: she would have been chosen all the same
	OfCompetitor                // somebody's outside the run, or in work
	OfClaimant                  // another claimant's of the run
	OfNobody                    // nobody\'s: the vacancy would have stayed open
)

// HiredWith counts jobs with hiring subsidies since week 0.
type HiredWith struct {
	By    [OfNobody + 1]int64 // hires, by whom they took the place of
	Over  int64               // jobs that lasted to the end of the subsidy
	Ended int64               // of these, those that ended then because of it
	Posts float64             // vacancies opened because work is cheaper
}

// add adds another district's.
func (b *HiredWith) add(o *HiredWith) {
	for k := range b.By {
		b.By[k] += o.By[k]
	}
	b.Over += o.Over
	b.Ended += o.Ended
	b.Posts += o.Posts
}

// Hires are all of them.
func (b *HiredWith) Hires() int64 {
	return b.By[Herself] + b.By[OfCompetitor] + b.By[OfClaimant] + b.By[OfNobody]
}

// Voucher is the subsidy that an applicant brings along, as an employer sees it.
type Voucher struct {
	Brings  bool    // there is one
	Invited bool    // she is on the shortlist because of it alone
	Lift    float32 // of her score
}

// changes tells whether it can have made a difference to him.
func (v Voucher) changes() bool { return v.Invited || v.Lift != 0 }

// without is a score less what the subsidy makes of it; below every other where she would not be on
// the shortlist at all.
func (v Voucher) without(score float32) float32 {
	if v.Invited {
		return float32(math.Inf(-1))
	}
	return score - v.Lift
}

// voucher is that of an applicant.
func (w *World) voucher(d *District, a application) Voucher {
	if a.row < 0 {
		return d.scratch.incoming[-a.row-1].Voucher
	}
	return w.voucherOf(a.row, a.invited)
}

// voucherOf is that of a claimant.
func (w *World) voucherOf(i int32, invited bool) Voucher {
	_, brings := w.saves(i)
	return Voucher{Brings: brings, Invited: invited, Lift: w.lifted(i)}
}

// insteadOf is whom a vacancy would have chosen without the subsidy of the first on a list of those
// who are left on its shortlist.
func (w *World) insteadOf(d *District, left []application) Instead {
	a := left[0]
	v := w.voucher(d, a)
	switch {
	case !v.Brings:
		return Unpaid
	case !v.changes():
		return Herself
	}
	without, rival := v.without(a.score), d.scratch.rivals[a.vacancy]
	for _, b := range left[1:] {
		if b.score < without || rival.there && rival.score >= b.score {
			break
		}
		if b.id != a.id && w.wouldHave(d, b) {
			return OfClaimant
		}
	}
	switch {
	case rival.there && rival.score >= without:
		return OfCompetitor
	case v.Invited:
		return OfNobody
	}
	return Herself
}

// insteadOnPath is the same beside a bar of the path.
func (w *World) insteadOnPath(d *District, a application, b *bar) Instead {
	v := w.voucher(d, a)
	switch beaten := b.against(a.id); {
	case !v.Brings:
		return Unpaid
	case !v.changes(), !v.Invited && b.reached(a.id, v.without(a.score)):
		return Herself
	case beaten.id != noPerson:
		return OfClaimant
	case beaten == rival{}.standing():
		return OfNobody
	}
	return OfCompetitor
}
