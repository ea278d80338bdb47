package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// application is one that was shortlisted by a vacancy which chooses this week.
type application struct {
	vacancy  int32 // place among the district's vacancies
	row      int32 // of a letter, one less than the negative of its place among those that came in
	id       agents.PersonID
	score    float32
	byOffice bool // a coach has submitted her, or an employer has found her in the bank of CVs
	required bool // to apply and to take the job is a requirement
	byTie    bool // she was told of it by somebody whom she knows from a circle
	invited  bool // it is shortlisted because of a subsidy alone
}

// rival is the best of the competitors on a vacancy's shortlist.
type rival struct {
	score    float32
	switcher bool // leaves a job behind
	there    bool
}

// hire is how vacancies that are agents are filled. A share of the open ones chooses in a
// week; claimants' and competitors' applications are shortlisted by them; the vacancy
// ranks its shortlist and offers in order; whoever has several offers takes the one that
// pays best, if it is above her reservation. Two rounds, so that those who were passed
// over for another job are replaced.
func hire(w *World, d *District) {
	m := &d.Demand
	m.Open = float64(d.Vacancies.Len())
	s := &d.scratch
	s.taken, s.rivals = grow(s.taken, d.Vacancies.Len()), grow(s.rivals, d.Vacancies.Len())
	clear(s.taken)
	d.Sent(w.Week).clear()
	before := m.Hires
	w.believe(d)
	w.answered(d)
	w.choosing(d)
	w.applications(d)
	w.rivals(d)
	s.offers = s.offers[:0]
	w.proposals(d)
	if w.noting {
		d.notePostings()
	}
	for round := range rounds {
		w.offerRound(d, round)
		s.offers = s.offers[:0]
	}
	w.reply(d)
	w.publish(d)
	m.Matched += m.Hires - before
	w.rejections(d)
	if d.Log.KeepEvents {
		w.tellApplicants(d)
	}
	w.age(d)
}

// rounds in which a vacancy may make an offer in one week.
const rounds = 2

// choosing draws which vacancies choose this week, by occupation group.
func (w *World) choosing(d *District) {
	s, v := &d.scratch, &d.Vacancies
	for o := range Occupations {
		s.choosing[o] = s.choosing[o][:0]
	}
	for k := range v.Len() {
		if s.taken[k] || v.Promised[k] {
			continue
		}
		if w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Choosing) < w.chooses(v.Source[k], d.Demand.Choosing) {
			s.choosing[v.Occupation[k]] = append(s.choosing[v.Occupation[k]], int32(k))
		}
	}
}

// grow makes a slice at least n long without keeping what it held.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// applications sends every claimant's shortlisted applications to vacancies that choose,
// in her own occupation group or, as far as people are mobile, in another.
func (w *World) applications(d *District) {
	p, s := w.People, &d.scratch
	s.applications = s.applications[:0]
	rate := w.ways(d)
	for k, i := range d.Claimants {
		if p.Status[i] != agents.Claimant {
			continue
		}
		if p.Introduced[i] != agents.NotIntroduced {
			w.introduce(d, i)
		}
		mean := float64(float64(s.search[k]) * rate)
		// exp(-mean) is never below 1-mean, so most draws need no exponential.
		u := w.u(i, rng.Find)
		if u <= 1-mean {
			continue
		}
		uninvited := mostApplications
		if more := w.invited(i); more > 0 {
			uninvited = exact.PoissonQuantile(float64(mean*exact.Exp(-more)), u)
		}
		for n := range min(exact.PoissonQuantile(mean, u), mostApplications) {
			w.applyTo(d, i, uint32(n), n >= uninvited)
		}
	}
	d.Sent(w.Week).sortLetters()
	w.letters(d)
	w.throughOffice(d)
	slices.SortFunc(s.applications, func(a, b application) int {
		if a.vacancy != b.vacancy {
			return cmp.Compare(a.vacancy, b.vacancy)
		}
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return cmp.Compare(a.id, b.id)
	})
}

// mostApplications of one person are shortlisted in a week.
const mostApplications = 8

// applyTo sends the n-th shortlisted application of a claimant, who may be invited for a subsidy alone.
func (w *World) applyTo(d *District, i int32, n uint32, invited bool) {
	p, s, id := w.People, &d.scratch, uint32(w.People.ID[i])
	occupation := p.Occupation[i]
	if u := w.Draws.UItem(id, int32(w.Week), n, rng.Mobility); u < w.Market.Employers.Mobility {
		occupation = w.Market.occupationAt(u / w.Market.Employers.Mobility)
	}
	score := func() float64 {
		skill, gap := w.merits(d, i)
		return skill - gap + exact.NormalQuantile(w.Draws.UItem(id, int32(w.Week), n, rng.Impression))
	}
	if to := w.goesTo(d, id, n); to != d.Number {
		w.write(d, i, n, to, occupation, score(), invited)
		return
	}
	open := s.choosing[occupation]
	if len(open) == 0 {
		return
	}
	k := open[min(int(w.Draws.UItem(id, int32(w.Week), n, rng.ChooseVacancy)*float64(len(open))), len(open)-1)]
	if !w.meets(d, i, k) {
		return
	}
	d.shortlist(w, application{vacancy: k, row: i, id: p.ID[i], score: float32(score()), invited: invited})
}

// merits are what an employer makes of an applicant before the noise, in standard units of
// impressions: skill with what a subsidy is worth, and what a gap costs.
func (w *World) merits(d *District, i int32) (skill, gap float64) {
	e := &w.Market.Employers
	weeks := min(1, float64(w.Week-w.People.BenefitSince[i]+w.People.GapBefore[i])/e.ScreeningWeeks)
	return float64(e.SkillWeight*w.expects(d, i)) + float64(w.lifted(i)), float64(e.Screening * weeks)
}

// occupationAt is the occupation group at a point of the distribution of vacancies.
func (m *Market) occupationAt(u float64) uint8 {
	for o := range Occupations {
		if u < m.Occupations[o].Vacancies {
			return uint8(o)
		}
		u -= m.Occupations[o].Vacancies
	}
	return Occupations - 1
}

// rivals draws, for each vacancy that chooses, how many competitors are on its shortlist
// and the best of them. The competitors of an occupation group share out over its
// vacancies, so fewer vacancies mean more rivals for each; their skill is standard normal,
// and a vacancy that asks for more than they have gets none.
func (w *World) rivals(d *District) {
	s, v, m := &d.scratch, &d.Vacancies, &d.Demand
	clear(s.rivals[:v.Len()])
	s.rivalsInAll = 0
	masses := w.competitors(d)
	all := masses[Switchers] + masses[Unemployed] + masses[OutOfLabourForce]
	if all <= 0 {
		return
	}
	for o := range Occupations {
		if len(s.choosing[o]) == 0 {
			continue
		}
		mean := all * m.Rivals * w.Market.Occupations[o].Vacancies / float64(len(s.choosing[o]))
		able := w.Market.Occupations[o].able(true)
		for _, k := range s.choosing[o] {
			u := func(purpose rng.Purpose) float64 { return w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, purpose) }
			here := mean
			if v.LeastSkill[k] > anySkill {
				here *= able
			}
			n := exact.PoissonQuantile(here, u(rng.Rivals))
			if s.rivalsInAll += n; n == 0 {
				continue
			}
			best := exact.NormalQuantile(exact.Exp(exact.Log(u(rng.BestRival)) / float64(n)))
			s.rivals[k] = rival{score: float32(best), there: true, switcher: float64(u(rng.RivalKind)*all) < masses[Switchers]}
		}
	}
}

// Competitor is one of the masses that apply beside claimants.
type Competitor int

// The masses of competitors.
const (
	Switchers Competitor = iota // in work, whose job is posted again
	Unemployed
	OutOfLabourForce
	Competitors // their number
)

// competitors are the masses of this week, as shares of those of the starting state.
func (w *World) competitors(d *District) [Competitors]float64 {
	var masses [Competitors]float64
	for k := range masses {
		masses[k] = w.Market.Masses[k]
	}
	masses[Switchers] *= w.economy.Switchers
	masses[Unemployed] *= w.economy.Unemployed
	return masses
}

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

// age lets rivals take what no claimant got, withdraws some of what is still open, makes
// some of the rest more attractive, and sets the inflow of the weeks to come by the closure.
func (w *World) age(d *District) {
	s, v, m := &d.scratch, &d.Vacancies, &d.Demand
	stays := grow(s.stays, v.Len())
	filled, others := m.Matched, 0.0
	s.listed = s.listed[:0]
	m.Matched = 0
	for k := range v.Len() {
		stays[k] = !s.taken[k]
		switch r := s.rivals[k]; {
		case s.taken[k], v.Promised[k]:
		case r.there:
			stays[k] = false
			others++
			d.Books.Employers.ToRivals += int64(btoi(v.Source[k].InBank()))
			place := w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Listed)
			s.listed = append(s.listed, listing{terms: v.terms(k), place: place, certificate: v.Certificate[k], switcher: r.switcher})
			if r.switcher && w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Repost) < w.Market.Employers.Repost {
				m.Reposted[v.Occupation[k]]++
			}
		default:
			stays[k] = w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Lapse) >= m.Lapse
			if !stays[k] {
				m.Lapsed++
			} else if v.Upgrades[k] < mostUpgrades {
				w.upgrade(d, k)
			}
		}
		if !stays[k] {
			m.LifeWeeks += float64(w.Week-v.Created[k]) + 1
			m.Closed++
		}
	}
	s.stays = stays
	m.Taken += exact.RoundInt64(filled + others)
	m.hired(w, filled+others, others)
	if w.Market.Closure == Stock {
		w.replace(d, stays)
	}
	v.keep(stays)
}

// upgrade may make an unfilled vacancy more attractive: it pays more at first, and asks for
// less when that was not enough. Pay goes first because it is taken back when the job ends;
// what is asked goes last because it is what the work needs.
func (w *World) upgrade(d *District, k int) {
	v, e := &d.Vacancies, &w.Market.Employers
	if e.Upgrade <= 0 || w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Upgrade) >= e.Upgrade {
		return
	}
	if v.Upgrades[k]++; v.Upgrades[k] == 1 {
		v.HourlyPay[k] = exact.RoundInt32(float64(float64(v.HourlyPay[k]) * (1 + e.UpgradePay)))
		return
	}
	v.Certificate[k], v.LeastSkill[k] = false, anySkill
}

// mostUpgrades of a vacancy are one of pay and one of what it asks for.
const mostUpgrades = 2

// replace makes as many vacancies due next week as hold the open stock of every occupation
// group; jobs that switchers leave behind are among them.
func (w *World) replace(d *District, stays []bool) {
	var open [Occupations]float64
	for k, stay := range stays {
		if stay {
			open[d.Vacancies.Occupation[k]]++
		}
	}
	for o := range Occupations {
		held := float64(d.Demand.BaseOpen * w.Market.Occupations[o].Vacancies * w.economy.Demand)
		d.Demand.Due[o] = max(held-open[o], 0)
	}
	d.Demand.Reposted = [Occupations]float64{}
}
