package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// offerRound lets every vacancy that still chooses offer to the best on its shortlist, and
// everybody with offers take one.
func (w *World) offerRound(d *District, round int) {
	s := &d.scratch
	for first := 0; first < len(s.applications); {
		k := s.applications[first].vacancy
		last := first
		for last < len(s.applications) && s.applications[last].vacancy == k {
			last++
		}
		if w.noting {
			w.noteBar(d, s.applications[first:last], round)
		}
		if !s.taken[k] && !d.Vacancies.Promised[k] {
			w.offer(d, s.applications[first:last])
		}
		first = last
	}
	w.takeOffers(d)
}

// takeOffers lets everybody with offers take the best of them.
func (w *World) takeOffers(d *District) {
	p, s := w.People, &d.scratch
	slices.SortFunc(s.offers, func(a, b offer) int {
		if a.row != b.row {
			return cmp.Compare(a.row, b.row)
		}
		if a.pay != b.pay {
			return cmp.Compare(b.pay, a.pay)
		}
		return cmp.Compare(a.vacancy, b.vacancy)
	})
	for k, o := range s.offers {
		if k > 0 && s.offers[k-1].row == o.row || p.Status[o.row] != agents.Claimant {
			continue
		}
		w.accept(d, o)
	}
}

// accept lets a person take the best of her offers, at home or in another district.
func (w *World) accept(d *District, o offer) {
	p, s, m := w.People, &d.scratch, &d.Demand
	saved, brings := w.saves(o.row)
	var job Proposal
	if at := -o.vacancy - 1; at >= 0 {
		from := &s.proposed[at]
		if from.yes = true; !brings {
			from.Saved = 0 // her subsidy has run out since she wrote
		}
		job, job.To = from.Proposal, from.from
		m.OutgoingHires++
	} else {
		job = d.Vacancies.job(o.vacancy)
		job.To = d.Number
		s.taken[o.vacancy] = true
		m.Hires++
		m.AgencyHires += float64(btoi(job.Source == agents.Agency))
		d.Books.Employers.Hires += int64(btoi(job.Source.InBank()))
		w.expand(d, job.Occupation, saved)
	}
	p.Total.ToWork[o.row]++
	p.Total.ThroughAgency[o.row] += int16(btoi(job.Source == agents.Agency))
	p.Total.ByOffice[o.row] += int16(btoi(o.byOffice))
	if o.byTie {
		d.hiredByTie(p.Circle[o.row])
	}
	d.Books.HiredWith.begins(o.instead, brings)
	p.LastWorkExit[o.row] = w.Week
	w.endSpell(d, o.row, panel.ToWork)
	w.takeJob(d, o.row, &job)
	d.Log.hired(w, o, VacancyName{job.To, job.Created, job.Serial})
}

// job is what a vacancy offers.
func (v *Vacancies) job(k int32) Proposal {
	return Proposal{Created: v.Created[k], Serial: v.Serial[k], Occupation: v.Occupation[k], Source: v.Source[k],
		Temporary: v.Temporary[k], HourlyPay: v.HourlyPay[k], HoursTenths: v.HoursTenths[k]}
}

// offer is a vacancy's word to the best on its shortlist who is still free.
type offer struct {
	row, vacancy int32 // of a proposal, one less than the negative of its place among those that came
	pay          int32 // gross, a week, less the cost of travel
	byOffice     bool  // as of the application
	byTie        bool
	instead      Instead
}

// offer goes down a vacancy's shortlist to the first who is free and would take the job,
// unless a rival stands above.
func (w *World) offer(d *District, shortlist []application) {
	for n, a := range shortlist {
		if r := d.scratch.rivals[a.vacancy]; r.there && r.score >= a.score {
			return
		}
		if a.row < 0 {
			if w.promise(d, a.vacancy, &d.scratch.incoming[-a.row-1], w.insteadOf(d, shortlist[n:])) {
				return
			}
			continue
		}
		if w.People.Status[a.row] == agents.Claimant && w.offerTo(d, a, w.insteadOf(d, shortlist[n:])) {
			return
		}
	}
}

// offerTo makes an offer to an applicant, who accepts or refuses it.
func (w *World) offerTo(d *District, a application, instead Instead) bool {
	s, v, k := &d.scratch, &d.Vacancies, a.vacancy
	if !w.accepts(a.row, v.terms(int(k)), 0) {
		w.refused(d, a.row, a.required)
		return false
	}
	pay := int32(grossOf(v.HourlyPay[k], v.HoursTenths[k]))
	s.offers = append(s.offers, offer{row: a.row, vacancy: k, pay: pay, byOffice: a.byOffice, byTie: a.byTie, instead: instead})
	d.Log.offered(w, a.row, "offer_made", d.vacancyName(k), v.HourlyPay[k], v.HoursTenths[k])
	return true
}

// accepts tells whether a claimant takes a job: it pays more than not working by at least
// what she asks, once care of children and travel are paid, to another district too, and no
// less by the hour than her reservation wage, which advice may raise.
func (w *World) accepts(i int32, job terms, travel int64) bool {
	p := w.People
	hourly := w.paidTo(i, job.hourly)
	reservation := w.Habits.ReservationWage(agents.Pence(p.HourlyPay[i]), w.Week-p.BenefitSince[i])
	staff := &w.Regime.Plan.Staff
	holds := w.Habits.HoldsOut(staff.Goal, staff.FollowsGoal, float64(p.Rapport[i]), job.temporary && staff.Lasting || job.hoursTenths < staff.HoursTenths)
	if float64(hourly) < float64(reservation*(1-w.pressed(i)+holds)) {
		return false
	}
	var h policy.Household
	w.householdOf(i, &h)
	h.HoursTenths = job.hoursTenths
	gain := int64(w.gain(i, &h, grossOf(hourly, job.hoursTenths))) - travel
	return float64(gain) >= w.Habits.Search.LeastGain
}

// grossOf is gross pay a week.
func grossOf(hourly int32, hoursTenths int16) int64 {
	return (int64(hourly)*int64(hoursTenths) + 5) / 10
}

// takeJob starts the job of a vacancy in the district that it comes from.
func (w *World) takeJob(d *District, i int32, job *Proposal) { w.enterJob(d, i, job.terms()) }

// terms are what the job of a proposal offers.
func (o *Proposal) terms() terms {
	return terms{hourly: o.HourlyPay, hoursTenths: o.HoursTenths, occupation: o.Occupation, temporary: o.Temporary, source: o.Source, district: o.To}
}
