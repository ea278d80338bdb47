package sim

import (
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// A submission is a claimant whom her coach has submitted this week to a notified vacancy
// that chooses.
type submission struct {
	row, vacancy, coach int32
	n                   uint8 // of the claimant's submissions of the week
	required            bool
}

// notify tells whether employers notify the office of a new vacancy.
func (w *World) notify(d *District, occupation uint8, created agents.Week, serial uint32) bool {
	terms := w.Regime.Plan.Employers
	if terms == nil {
		return false
	}
	share := float64(terms.Notified * w.Market.Occupations[occupation].Notified)
	return share > 0 && w.vacancyDraw(d, created, serial, created, rng.Notified) < share
}

// postings are the vacancies that are open before anybody is hired this week; in a market
// that is held, those of the path.
func (w *World) postings(d *District) *Vacancies {
	if w.hold.Market {
		return &w.onPath(d).scratch.postings
	}
	return &d.Vacancies
}

// openBank lists the notified vacancies of each occupation group that choose this week, so
// that there is something to submit claimants to, and counts how many submissions to them
// there is time for in the interviews that are booked.
func (w *World) openBank(d *District) {
	s := &d.scratch
	s.submissions = s.submissions[:0]
	for o := range s.bank {
		s.bank[o] = s.bank[o][:0]
	}
	if w.Regime.Plan.Employers == nil {
		return
	}
	v := w.postings(d)
	for k, source := range v.Source {
		if source.InBank() && w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Choosing) < w.chooses(source, d.Demand.Choosing) {
			s.bank[v.Occupation[k]] = append(s.bank[v.Occupation[k]], int32(k))
		}
	}
	s.wanted = [Occupations]int32{}
	for k := range s.requests {
		if r := &s.requests[k]; r.coach != noCoach {
			r.submissions = uint8(w.timeFor(d, r))
			s.wanted[w.People.Occupation[r.row]] += int32(r.submissions)
		}
	}
}

// timeFor is how many submissions of a claimant there is time for in an interview: none where
// she need not search. The share of it that is for them follows the weight that she has in
// minutes at discretion, and is more where submissions are what is counted.
func (w *World) timeFor(d *District, r *request) int {
	p, i, terms := w.People, r.row, w.Regime.Plan.Employers
	if w.Regime.Plan.Groups[p.Group[i]].SearchHours == 0 || w.Week < p.WaivedUntil[i] || p.Status[i] != agents.Claimant {
		return 0
	}
	share := min(1, terms.Time*float64(d.desk(r.coach).weights[r.kind])/wholePart)
	if len(w.Regime.Plan.Indicators) > 0 {
		share += float64((1 - share) * w.games(r.coach, agents.SubmissionsMade))
	}
	minutes := float64(share * float64(r.minutes))
	return min(int(exact.FloorInt64(float64(minutes/terms.Takes)+w.u(i, rng.Submit))), mostApplications)
}

// room is the chance that the vacancies of a group take one more submission: an employer
// wants no more than so many, and they are shared evenly. Where diaries are held, those that
// others make are the path's.
func (w *World) room(d *District, occupation uint8) float64 {
	wanted := d.scratch.wanted[occupation]
	if w.hold.Diaries {
		wanted = w.onPath(d).scratch.wanted[occupation]
	}
	most := w.Regime.Plan.Employers.AtMost * float64(len(d.scratch.bank[occupation]))
	return most / max(float64(wanted), 1)
}

// submit lets a coach submit a claimant for whom there is time to notified vacancies of her
// occupation group, as many as there is time and room for, and to none that asks for a
// certificate which she lacks, unless for the figures. It returns the minutes that this took.
func (w *World) submit(d *District, r *request) float64 {
	p, i, terms := w.People, r.row, w.Regime.Plan.Employers
	open := d.scratch.bank[p.Occupation[i]]
	if len(open) == 0 {
		return 0
	}
	made, room := 0, w.room(d, p.Occupation[i])
	at := int(w.u(i, rng.SubmitTo) * float64(len(open)))
	for n := range uint32(r.submissions) {
		if w.item(i, w.Week, n, rng.SubmitRoom) >= room {
			continue
		}
		k, found := w.nextFor(d, i, open, &at, w.takes(i, r.coach, agents.SubmissionsMade, submittingUnfit+n))
		if !found {
			break
		}
		d.scratch.submissions = append(d.scratch.submissions, submission{row: i, vacancy: k, coach: r.coach, n: uint8(n),
			required: w.item(i, w.Week, n, rng.RequiredToApply) < terms.Required})
		made++
		if d.Log.KeepEvents {
			d.Log.keep(w, i, Event{Kind: "submitted", Rule: terms.Rule, Coach: r.coach, Vacancy: w.postingName(d, k)})
		}
	}
	p.Total.Submitted[i] += int16(made)
	w.Coaches.Submissions[r.coach] += int32(made)
	w.countDone(r.coach, agents.SubmissionsMade, int32(made))
	spent := min(float64(float64(made)*terms.Takes), float64(r.minutes))
	w.Coaches.SecondsSubmitting[r.coach] += int32(exact.RoundInt64(60 * spent))
	return spent
}

// nextFor is the next vacancy of the bank, from a place on, that asks for nothing that a
// claimant visibly lacks, or any; the place moves behind it.
func (w *World) nextFor(d *District, i int32, open []int32, at *int, any bool) (vacancy int32, found bool) {
	for range open {
		k := open[*at%len(open)]
		*at++
		if any || !w.postings(d).Certificate[k] || w.People.Certificate[i] {
			return k, true
		}
	}
	return 0, false
}

// postingName is the name of a vacancy that is open before anybody is hired this week.
func (w *World) postingName(d *District, place int32) VacancyName {
	v := w.postings(d)
	return VacancyName{d.Number, v.Created[place], v.Serial[place]}
}

// throughOffice sends the applications that the office brings about to vacancies that
// choose: those of claimants whom coaches have submitted and those of claimants whom
// employers invite.
func (w *World) throughOffice(d *District) {
	terms := w.Regime.Plan.Employers
	if terms == nil {
		return
	}
	for k := range d.scratch.submissions {
		w.followSubmission(d, &d.scratch.submissions[k])
	}
	if terms.Searched > 0 {
		w.searchCVs(d, terms)
	}
}

// followSubmission is what becomes of a submission: the claimant applies or does not, and is
// shortlisted or is not. A vacancy that was promised meanwhile no longer chooses.
func (w *World) followSubmission(d *District, s *submission) {
	p, i := w.People, s.row
	if p.Status[i] != agents.Claimant {
		return
	}
	why := w.reason(i)
	if why != agents.NoReason || w.item(i, w.Week, uint32(s.n), rng.Apply) >= w.Habits.Applies(float64(p.Compliance[i])) {
		p.Total.NotApplied[i]++
		if d.Log.KeepEvents {
			d.Log.keep(w, i, Event{Kind: "not_applied", Rule: w.Regime.Plan.Employers.Rule, Coach: s.coach, Vacancy: w.postingName(d, s.vacancy)})
		}
		if s.required && p.RefusedAt[i] != w.Week {
			p.RefusedAt[i] = w.Week
			w.fail(d, i, failure{agents.OfferRefused, why, w.Week, s.coach, 1})
		}
		return
	}
	p.Total.Applications[i]++
	v := &d.Vacancies
	if _, chooses := slices.BinarySearch(d.scratch.choosing[v.Occupation[s.vacancy]], s.vacancy); !chooses || float32(w.skill(i)) < v.LeastSkill[s.vacancy] || v.Certificate[s.vacancy] && !p.Certificate[i] {
		return
	}
	fixed := float64(p.SearchFixed[i]) + float64(w.Habits.LogSkill*w.skill(i))
	if w.item(i, w.Week, uint32(s.n), rng.ShortlistSubmitted) >= w.Habits.ShortlistedByOffice(fixed) {
		return
	}
	skill, gap := w.merits(d, i)
	score := w.Habits.Recommended(skill, gap, exact.NormalQuantile(w.item(i, w.Week, uint32(s.n), rng.Recommended)))
	d.shortlist(w, application{vacancy: s.vacancy, row: i, id: p.ID[i], score: float32(score), byOffice: true, required: s.required})
}

// shortlist puts a claimant's application on the shortlist of a vacancy of her district.
func (d *District) shortlist(w *World, a application) {
	d.scratch.applications = append(d.scratch.applications, a)
	if d.Log.KeepEvents {
		d.Log.keep(w, a.row, Event{Kind: "shortlisted", Coach: noCoach, Vacancy: d.vacancyName(a.vacancy)})
	}
}

// searchCVs lets some of the employers whose notified vacancies choose look for applicants
// among the claimants of the occupation group who use the internet, and invite a few. Who
// has what the vacancy asks for and answers is on its shortlist.
func (w *World) searchCVs(d *District, terms *policy.EmployerTerms) {
	p, s, v := w.People, &d.scratch, &d.Vacancies
	var listed, asks [Occupations]int
	var chance [Occupations]float64
	for o := range s.choosing {
		s.bank[o] = s.bank[o][:0]
		for _, k := range s.choosing[o] {
			if v.Source[k].InBank() && w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.SearchCVs) < terms.Searched {
				s.bank[o] = append(s.bank[o], k)
			}
		}
		asks[o] = btoi(len(s.bank[o]) > 0)
	}
	s.online = grow(s.online, len(d.Claimants))
	n := 0 // who may be asked
	for _, i := range d.Claimants {
		o, is := p.Occupation[i], btoi(p.Status[i] == agents.Claimant)&btoi(p.Digital[i] != agents.Offline)
		listed[o] += is
		s.online[n] = i
		n += is & asks[o]
	}
	for o := range chance {
		chance[o] = min(1, float64(len(s.bank[o]))*terms.Invited/float64(max(listed[o], 1)))
	}
	for _, i := range s.online[:n] {
		o := p.Occupation[i]
		if u := w.u(i, rng.Invite); u < chance[o] {
			n := len(s.bank[o])
			w.invite(d, i, s.bank[o][min(int(u/chance[o]*float64(n)), n-1)])
		}
	}
}

// invite lets an employer invite a claimant.
func (w *World) invite(d *District, i, k int32) {
	p, v := w.People, &d.Vacancies
	if v.Certificate[k] && !p.Certificate[i] {
		return
	}
	p.Total.Invited[i]++
	d.Log.event(w, i, Event{Kind: "invited", Rule: w.Regime.Plan.Employers.Rule, Coach: noCoach, Vacancy: d.vacancyName(k)})
	if float32(w.skill(i)) < v.LeastSkill[k] || w.item(i, w.Week, invitation, rng.Apply) >= w.Habits.Applies(float64(p.Compliance[i])) {
		return
	}
	skill, gap := w.merits(d, i)
	score := skill - gap + exact.NormalQuantile(w.item(i, w.Week, invitation, rng.Recommended))
	d.shortlist(w, application{vacancy: k, row: i, id: p.ID[i], score: float32(score), byOffice: true})
}

// invitation tells an invitation from submissions in the address of a draw.
const invitation = mostApplications
