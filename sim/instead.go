package sim

import "caseload/agents"

// Instead is whom a vacancy would have chosen had the one whom it chose brought no subsidy along;
// others on its shortlist keep theirs.
type Instead uint8

// In whose place somebody was chosen.
const (
	Unpaid       Instead = iota // no subsidy
	Herself                     // nobody's: she would have been chosen all the same
	OfCompetitor                // somebody's outside the run, or in work
	OfClaimant                  // another claimant's of the run
)

// HiredWith counts jobs with hiring subsidies since week 0.
type HiredWith struct {
	By    [OfClaimant + 1]int64 // hires, by whom they took the place of
	Over  int64                 // jobs that lasted to the end of the subsidy
	Ended int64                 // of these, those that ended then because of it
}

// add adds another district's.
func (b *HiredWith) add(o *HiredWith) {
	for k := range b.By {
		b.By[k] += o.By[k]
	}
	b.Over += o.Over
	b.Ended += o.Ended
}

// hires are all of them.
func (b *HiredWith) hires() int64 {
	return b.By[Herself] + b.By[OfCompetitor] + b.By[OfClaimant]
}

// lift is how much higher an applicant stands because of a subsidy.
func (w *World) lift(d *District, a application) float32 {
	if a.row < 0 {
		return d.scratch.incoming[-a.row-1].Lift
	}
	return w.lifted(a.row)
}

// lifted is how much higher a claimant stands on every shortlist because of a subsidy.
func (w *World) lifted(i int32) float32 {
	if w.People.ProgrammeStage[i] != agents.TakesPart {
		return 0
	}
	return float32(w.Market.Employers.SkillWeight * w.bought(i))
}

// insteadOf is whom a vacancy would have chosen without the subsidy of the first on a list of those
// who are left on its shortlist.
func (w *World) insteadOf(d *District, left []application) Instead {
	a := left[0]
	lift := w.lift(d, a)
	if lift == 0 {
		return Unpaid
	}
	without, rival := a.score-lift, d.scratch.rivals[a.vacancy]
	for _, b := range left[1:] {
		if b.score < without || rival.there && rival.score >= b.score {
			break
		}
		if b.id != a.id && w.wouldHave(d, b) {
			return OfClaimant
		}
	}
	if rival.there && rival.score >= without {
		return OfCompetitor
	}
	return Herself
}

// insteadOnPath is the same beside a bar of the path.
func (w *World) insteadOnPath(d *District, a application, b *bar) Instead {
	lift := w.lift(d, a)
	switch {
	case lift == 0:
		return Unpaid
	case b.reached(a.id, a.score-lift):
		return Herself
	case b.against(a.id).id == noPerson:
		return OfCompetitor
	}
	return OfClaimant
}
