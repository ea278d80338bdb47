package sim

import (
	"context"
	"errors"
	"math"
	"slices"

	"caseload/agents"
)

// Hold says what an arm finds as it is under the baseline, whatever its own people do. With
// everything held each person is switched alone: what her regime does to her is its own
// effect, and what an ordinary arm has beyond that comes from the others, who are switched
// too.
//
// Nothing else is held. The staff are those of the arm's regime, and what claimants have
// heard of sanctions in their district is what happens in the arm: both belong to a regime
// that is in force, not to what others take away.
type Hold struct {
	Diaries bool // the requests for coaches' minutes, places of programmes and local partners and their lists, and firms and their participants where the baseline has the provider too
	Market  bool // vacancies, what they are offered for, and competitors
}

// Any tells whether something is held.
func (h Hold) Any() bool { return h.Diaries || h.Market }

// Follow holds a world to the path of another, with which it shares persons, districts and
// week. From then on each week of the path is simulated before that of the world. Under
// one regime both come to the same integers.
func (w *World) Follow(path *World, hold Hold) {
	w.path, w.hold = path, hold
	path.noting = path.noting || hold.Any()
}

// leadOn simulates the coming week of the path, if there is one.
func (w *World) leadOn(ctx context.Context, workers int) error {
	if w.path == nil {
		return nil
	}
	return w.path.Advance(ctx, w.Week+1, workers, nil)
}

// onPath is a district as the path has it after this week.
func (w *World) onPath(d *District) *District { return &w.path.Districts[d.Number-1] }

// standing is whom an applicant must beat: a score, and the person who has it.
type standing struct {
	score float32
	id    agents.PersonID
}

// noPerson is the identity in a standing that is not a claimant's.
const noPerson agents.PersonID = -1

// bar is what a vacancy asked for in a round: to stand no lower than the best who was free
// and would accept, or, for the best herself, than the next of them.
type bar struct{ best, next standing }

// against is whom a person had to beat.
func (b *bar) against(id agents.PersonID) standing {
	if b.best.id == id {
		return b.next
	}
	return b.best
}

// reached tells whether a person with a score would have been offered the job.
func (b *bar) reached(id agents.PersonID, score float32) bool {
	s := b.against(id)
	return score > s.score || score == s.score && id <= s.id
}

// notePostings copies the vacancies as they stand before they hire, and sets every bar to
// the rival on the shortlist, if there is one.
func (d *District) notePostings() {
	s, v, n := &d.scratch, &d.Vacancies, &d.scratch.postings
	n.Created, n.Serial = append(n.Created[:0], v.Created...), append(n.Serial[:0], v.Serial...)
	n.Occupation, n.Certificate = append(n.Occupation[:0], v.Occupation...), append(n.Certificate[:0], v.Certificate...)
	n.Temporary = append(n.Temporary[:0], v.Temporary...)
	n.Source, n.LeastSkill = append(n.Source[:0], v.Source...), append(n.LeastSkill[:0], v.LeastSkill...)
	n.HourlyPay, n.HoursTenths = append(n.HourlyPay[:0], v.HourlyPay...), append(n.HoursTenths[:0], v.HoursTenths...)
	for round := range s.bars {
		s.bars[round] = grow(s.bars[round], v.Len())
		for k := range s.bars[round] {
			lowest := s.rivals[k].standing()
			s.bars[round][k] = bar{lowest, lowest}
		}
	}
}

// standing of a rival is one that must be beaten; where there is none anybody does.
func (r rival) standing() standing {
	if r.there {
		return standing{r.score, noPerson}
	}
	return standing{float32(math.Inf(-1)), noPerson}
}

// noteBar notes what a vacancy asks for in a round, before it makes its offer.
func (w *World) noteBar(d *District, shortlist []application, round int) {
	s, v := &d.scratch, &d.Vacancies
	k := shortlist[0].vacancy
	b := &s.bars[round][k]
	if s.taken[k] || v.Promised[k] {
		b.best = standing{float32(math.Inf(1)), noPerson}
		return
	}
	rival := b.best
	for _, a := range shortlist {
		switch {
		case a.score <= rival.score:
			return
		case b.best.id == a.id || !w.wouldHave(d, a):
		case b.best.id == noPerson:
			b.best = standing{a.score, a.id}
		default:
			b.next = standing{a.score, a.id}
			return
		}
	}
}

// wouldHave tells whether an applicant, at home or in another district, is free and would
// have the job.
func (w *World) wouldHave(d *District, a application) bool {
	if a.row < 0 {
		return w.takenUp(d, a.vacancy, &d.scratch.incoming[-a.row-1])
	}
	v := &d.Vacancies
	return w.People.Status[a.row] == agents.Claimant && w.accepts(a.row, v.terms(int(a.vacancy)), 0)
}

// matchHeld lets claimants search in the market of the path, where nothing is used up.
func (w *World) matchHeld(d *District) {
	from, own := w.onPath(d), d.Demand
	d.Demand = from.Demand
	d.Demand.Hires, d.Demand.JobToJob = own.Hires, own.JobToJob
	d.Demand.AgencyHires, d.Demand.IncomingHires, d.Demand.OutgoingHires = own.AgencyHires, own.IncomingHires, own.OutgoingHires
	hires := d.Books.Employers.Hires
	d.Books.Employers = from.Books.Employers
	d.Books.Employers.Hires = hires
	d.Books.HiredWith.Posts = from.Books.HiredWith.Posts
	d.Demand.Quits, d.Demand.Dismissals, d.Demand.ContractEnds = own.Quits, own.Dismissals, own.ContractEnds
	switch {
	case d.Demand.BaseSearch == 0:
	case w.Market.Matching == Agents:
		w.hireHeld(d, from)
	default:
		w.findJobs(d)
	}
}

// hireHeld sends applications to the vacancies that choose on the path; whoever reaches
// the bar of a round has an offer, by letter if she lives in another district. No vacancy is
// promised and an answer only counted, since nothing is used up.
func (w *World) hireHeld(d, from *District) {
	s, out := &d.scratch, d.Sent(w.Week)
	out.clear()
	out.Chance, out.Rate = from.Sent(w.Week).Chance, from.Sent(w.Week).Rate
	for _, c := range d.Callers {
		for _, a := range w.Districts[c].Sent(w.Week - 1).Answers {
			if a.To == d.Number && a.Yes {
				d.comesIn(&a)
			}
		}
	}
	d.Belief = from.Belief
	d.Vacancies, s.choosing = from.scratch.postings, from.scratch.choosing
	s.taken = grow(s.taken, d.Vacancies.Len())
	w.applications(d)
	s.offers = s.offers[:0]
	w.proposals(d)
	for round := range rounds {
		for n, a := range s.applications {
			if bar := &from.scratch.bars[round][a.vacancy]; bar.reached(a.id, a.score) {
				w.offerHeld(d, a, w.insteadOnPath(d, s.applications[n:], bar))
			}
		}
		w.takeOffers(d)
		s.offers = s.offers[:0]
	}
	w.rejections(d)
	w.reply(d)
	d.Vacancies, s.listed = from.Vacancies, from.scratch.listed
}

// offerHeld makes an offer to an applicant who reached the bar. Whoever wrote twice to one
// vacancy has one offer of it.
func (w *World) offerHeld(d *District, a application, instead Instead) {
	if a.row >= 0 {
		if w.People.Status[a.row] == agents.Claimant {
			w.offerTo(d, a, instead)
		}
		return
	}
	l := &d.scratch.incoming[-a.row-1]
	offered := slices.ContainsFunc(d.Sent(w.Week).Offers, func(o Proposal) bool {
		return o.ID == l.ID && o.Serial == d.Vacancies.Serial[a.vacancy] && o.Created == d.Vacancies.Created[a.vacancy]
	})
	if !offered && w.takenUp(d, a.vacancy, l) {
		w.propose(d, a.vacancy, l, instead)
	}
}

// runFollower runs an arm held to the path of the baseline, both forked from one world.
func (e *execution) runFollower(ctx context.Context, fork *World, regime *Regime, replicate int, m *memory, share func() int) error {
	a := e.newArm(fork.Clone(), regime, Own, replicate, m, share)
	path := fork.Clone()
	path.Enter(e.Baseline)
	if err := a.begin(); err != nil {
		return a.failed(err)
	}
	a.w.Follow(path, e.Hold)
	if err := a.run(ctx); err != nil {
		return a.failed(err)
	}
	return nil
}

// ErrHeldResume is returned by Execute for a job that goes on from checkpoints and holds
// something: the path is not saved.
var ErrHeldResume = errors.New("own effects need the baseline from week 0 on, and a checkpoint does not have it")

// follows tells whether a regime has an arm that is held to the baseline's path.
func (j *Job) follows(r *Regime) bool { return j.Hold.Any() && r != j.Baseline }

// followers is the number of such arms.
func (j *Job) followers() int {
	return len(slices.DeleteFunc(slices.Clone(j.Arms), func(r *Regime) bool { return !j.follows(r) }))
}
