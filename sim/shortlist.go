package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
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
		u := w.Draws.U(uint32(p.ID[i]), int32(w.Week), rng.Find)
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
