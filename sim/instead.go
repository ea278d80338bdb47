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
	OfNobody                    // nobody's: the vacancy would have stayed open
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

// begins counts somebody who takes a job, if she brings a subsidy along when she does. Hers may have run
// out since she wrote to another district, or begun: then nobody chose her for it.
func (b *HiredWith) begins(instead Instead, brings bool) {
	if brings {
		b.By[max(instead, Herself)]++
	}
}

// Hires are all of them.
func (b *HiredWith) Hires() int64 {
	return b.By[Herself] + b.By[OfCompetitor] + b.By[OfClaimant] + b.By[OfNobody]
}

// Voucher is the subsidy that an applicant brings along, as an employer sees it.
type Voucher struct {
	Brings  bool    // there is one
	Invited bool    // she is on the shortlist because of it alone
	Saved   float64 // log of the cost of work, as far as he knows of it
	Lift    float32 // of her score
}

// changes tells whether it can have made a difference to him.
func (v Voucher) changes() bool { return v.Invited || v.Lift != 0 }

// without is a score less what the subsidy makes of it.
func (v Voucher) without(score float32) float32 {
	if v.Invited {
		return nowhere
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
	saved, brings := w.saves(i)
	return Voucher{Brings: brings, Invited: invited, Saved: saved, Lift: w.lifted(i)}
}

// unaided is the best score that the first on a list of who is left would have at that vacancy had she
// brought no subsidy along: who applied twice may have been invited once because of it, and once without.
func (w *World) unaided(d *District, left []application) float32 {
	a := left[0]
	best := w.voucher(d, a).without(a.score)
	for _, b := range left[1:] {
		if b.vacancy != a.vacancy {
			break
		}
		if b.id == a.id {
			best = max(best, w.voucher(d, b).without(b.score))
		}
	}
	return best
}

// nowhere is the score of who would not be on a shortlist at all, below every other.
var nowhere = float32(math.Inf(-1))

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
	without, rival := w.unaided(d, left), d.scratch.rivals[a.vacancy]
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
	case without == nowhere:
		return OfNobody
	}
	return Herself
}

// insteadOnPath is the same beside a bar of the path.
func (w *World) insteadOnPath(d *District, left []application, b *bar) Instead {
	a := left[0]
	v := w.voucher(d, a)
	switch {
	case !v.Brings:
		return Unpaid
	case !v.changes():
		return Herself
	}
	without, beaten := w.unaided(d, left), b.against(a.id)
	switch {
	case without != nowhere && b.reached(a.id, without):
		return Herself
	case beaten.id != noPerson:
		return OfClaimant
	case beaten == rival{}.standing():
		return OfNobody
	}
	return OfCompetitor
}
