package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/simtest"
)

// served is a world of claimants in two occupation groups who are seen every week, in a
// market in which every second vacancy of the second group is notified where the regime asks
// for it. A third of them holds a certificate, which a third of its vacancies ask for.
func served(t testing.TB, terms *policy.EmployerTerms, config func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: 1200, status: agents.Claimant, coaches: 60, minutes: 2400,
		regime: func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				s := &p.Schedules[k+1]
				s.Every, s.LengthMinutes, s.ShortestMinutes, s.LongestMinutes = 1, 20, 10, 20
			}
			p.Employers = terms
		},
		config: func(c *sim.Config) {
			b, m := &c.Behaviour, &c.Market
			b.Finding.EntryHazard, b.Search.LeastGain, b.Search.ReservationStart = 0.01, -1e9, 0
			b.Office = agents.ThroughOffice{Shortlisted: 0.2, GapLeft: 1, NoiseLeft: 1}
			m.Matching, m.Closure, m.Competitors, m.VacanciesOpen = sim.Agents, sim.Inflow, 0.7, 900
			m.Employers = sim.Employers{ScreeningWeeks: 1}
			m.Agencies = sim.Agencies{Share: 0.1, Speed: 1}
			m.Occupations = [sim.Occupations]sim.Occupation{1: {Vacancies: 0.5}, 8: {Vacancies: 0.5, Notified: 0.5, Certificate: 0.3}}
			c.Population.Attached[0].Traits.Occupations = [sim.Occupations]float64{1: 0.3, 8: 0.7}
			if config != nil {
				config(c)
			}
		},
		person: func(p *agents.Population, i int32) {
			p.SearchFrailty[i], p.SearchFixed[i], p.NextInterview[i], p.FirstDone[i], p.Certificate[i] = 1, 0, 0, true, i%3 == 0
		}}.world(t)
}

// Where submissions are counted there are more of them, also to vacancies that a claimant
// cannot have; who is held by her conscience submits as before.
func TestSubmissionsForTheFigures(t *testing.T) {
	terms := &policy.EmployerTerms{Notified: 1, Time: 0.25, Takes: 4, AtMost: 1000}
	made := func(conscience float32) (all, unfit int) {
		w := served(t, terms, nil)
		plan := *w.Regime.Plan
		plan.Indicators = []policy.IndicatorTerms{{Name: "submissions", Of: agents.SubmissionsMade, Period: 4, Target: 1, Weight: 1}}
		w.Regime.Plan = &plan
		week(t, w)
		for k := range w.Coaches.ID {
			w.Coaches.Pressure[k][0], w.Coaches.Conscience[k] = 1, conscience
		}
		w.Prepare()
		for _, stage := range []string{"economy", "claims", "health", "household", "diary", "interview"} {
			w.RunStage(stage)
		}
		d := &w.Districts[0]
		for _, s := range d.Submissions() {
			all++
			if d.Vacancies.Certificate[s.Vacancy] && !w.People.Certificate[s.Row] {
				unfit++
			}
		}
		counted := 0
		for k := range w.Coaches.Counted {
			counted += int(w.Coaches.Counted[k][0].Got)
		}
		if counted < all {
			t.Errorf("%d submissions are counted, %d are made", counted, all)
		}
		return all, unfit
	}
	held, fits := made(100)
	more, unfit := made(0)
	if more < held*2 || fits != 0 || unfit < more/40 {
		t.Errorf("%d submissions, %d in vain; where they are counted %d and %d", held, fits, more, unfit)
	}
}

// Where nothing is notified the employer side changes no life, whatever it could do.
func TestAnEmptyBankChangesNothing(t *testing.T) {
	none := served(t, nil, nil)
	empty := served(t, &policy.EmployerTerms{Time: 0.5, Takes: 1, AtMost: 5, Required: 1, Searched: 1, Invited: 5}, nil)
	advance(t, none, 12)
	advance(t, empty, 12)
	if d := simtest.Compare(none, empty, nil); d != nil {
		t.Error("an employer side without vacancies changes ", d)
	}
}

// Coaches submit to what is notified and chooses, in the claimant's occupation group and
// without a certificate that she lacks, in minutes of the interview.
func TestSubmissionsGoToTheBank(t *testing.T) {
	terms := &policy.EmployerTerms{Notified: 1, Time: 0.25, Takes: 4, AtMost: 50}
	w, without := served(t, terms, nil), served(t, nil, nil)
	week(t, w)
	made := 0
	for range 8 {
		w.Prepare()
		for _, stage := range []string{"economy", "claims", "health", "household", "diary", "interview"} {
			w.RunStage(stage)
		}
		d := &w.Districts[0]
		for _, s := range d.Submissions() {
			made++
			v := &d.Vacancies
			if !v.Source[s.Vacancy].InBank() || v.Occupation[s.Vacancy] != w.People.Occupation[s.Row] || v.Certificate[s.Vacancy] && !w.People.Certificate[s.Row] {
				t.Fatalf("person %d was submitted to a vacancy from %v of group %d", w.People.ID[s.Row], v.Source[s.Vacancy], v.Occupation[s.Vacancy])
			}
		}
		for _, stage := range []string{"signing", "compliance", "matching", "jobs", "money", "close"} {
			w.RunStage(stage)
		}
		w.Week++
	}
	advance(t, without, w.Week)
	total, by := 0, 0
	for i := range w.People.ID {
		total, by = total+int(w.People.Total.Submitted[i]), by+int(w.People.Total.ByOffice[i])
	}
	spent, counted, planned, plannedWithout := 0, 0, 0, 0
	for k := range w.Coaches.ID {
		spent, counted = spent+int(w.Coaches.SecondsSubmitting[k]), counted+int(w.Coaches.Submissions[k])
		planned += int(w.Coaches.SecondsOn[k][agents.Planning])
		plannedWithout += int(without.Coaches.SecondsOn[k][agents.Planning])
	}
	if made < 500 || total != made || counted != made || spent != made*240 {
		t.Errorf("%d submissions, persons count %d and coaches %d, in %d seconds", made, total, counted, spent)
	}
	if by < 20 || planned >= plannedWithout {
		t.Errorf("%d found work by the office; %d seconds were planned, %d without it", by, planned, plannedWithout)
	}
}

// Employers want so many and no more: where there is time for more they are shared.
func TestAVacancyTakesSoManySubmissions(t *testing.T) {
	for _, most := range []float64{0, 2, 5} {
		w := served(t, &policy.EmployerTerms{Notified: 1, Time: 1, Takes: 2, AtMost: most}, nil)
		made, choosing := 0, 0
		advance(t, w, 1)
		for range 10 {
			before := 0
			for i := range w.People.ID {
				before += int(w.People.Total.Submitted[i])
			}
			week(t, w)
			for i := range w.People.ID {
				made += int(w.People.Total.Submitted[i])
			}
			made -= before
			choosing += w.Districts[0].Bank()
		}
		if want := most * float64(choosing); choosing < 50 || math.Abs(float64(made)-want) > 5*math.Sqrt(want) { // who has room is drawn
			t.Errorf("%d submissions to %d vacancies, want %g for each", made, choosing, most)
		}
	}
}

// Who does not apply where she is required to fails, and the office knows; where it was a
// suggestion, nothing follows.
func TestNotApplyingIsAFailure(t *testing.T) {
	for _, c := range []struct{ required, refusals float64 }{{0, 1}, {1, 1}, {1, 0}} {
		w := served(t, &policy.EmployerTerms{Notified: 1, Time: 0.5, Takes: 4, AtMost: 50, Required: c.required}, func(s *sim.Config) { s.Behaviour.Office.NotApplied = c.refusals })
		advance(t, w, 4)
		failures, noticed, not := 0, 0, 0
		for i := range w.People.ID {
			n := &w.People.Total
			failures, noticed, not = failures+int(n.Failures[i]), noticed+int(n.Noticed[i]), not+int(n.NotApplied[i])
		}
		if failures != noticed || (failures > 0) != (c.required > 0 && c.refusals > 0) || (not > 0) != (c.refusals > 0) {
			t.Errorf("%+v: %d did not apply, %d failures, %d of them noticed", c, not, failures, noticed)
		}
	}
}

// More job developers bring in more vacancies, of the groups that claimants want, and some
// that would not have been opened; more claimants find work through the office then.
func TestJobDevelopersBringVacancies(t *testing.T) {
	hires := func(canvassed, opened float64) (sim.EmployerBooks, int) {
		w := served(t, &policy.EmployerTerms{Time: 0.3, Takes: 4, AtMost: 50, Canvassed: canvassed, Opened: opened}, nil)
		advance(t, w, 12)
		by := 0
		for i := range w.People.ID {
			by += int(w.People.Total.ByOffice[i])
		}
		checkBooks(t, w)
		return w.Districts[0].Books.Employers, by
	}
	none, byNone := hires(0, 0)
	some, bySome := hires(5, 0)
	more, byMore := hires(20, 6)
	if none.Canvassed+none.Developed != 0 || byNone != 0 || some.Developed != 0 {
		t.Errorf("%+v without job developers, %+v with some who open nothing", none, some)
	}
	// Five vacancies in each of eleven weeks; the deviation is that of 55 independent ones.
	if some.Canvassed < 25 || some.Canvassed > 95 || bySome == 0 {
		t.Errorf("%d vacancies brought in, want about 55; %d found work by the office", some.Canvassed, bySome)
	}
	if more.Canvassed < 2*some.Canvassed || more.Developed < 50 || more.Developed > 66 || byMore <= bySome || more.Hires+more.ToRivals == 0 {
		t.Errorf("%+v and %d by the office with many, %+v and %d with some", more, byMore, some, bySome)
	}
}

// Employers who look at CVs find claimants who use the internet, and nobody else.
func TestInvitationsNeedAccess(t *testing.T) {
	invited := func(searched float64) (n, offline int) {
		w := served(t, &policy.EmployerTerms{Notified: 2, Searched: searched, Invited: 3, Takes: 1}, nil)
		for i := range w.People.ID {
			w.People.Digital[i] = agents.DigitalAccess(i % 3)
		}
		advance(t, w, 6)
		for i := range w.People.ID {
			if n += int(w.People.Total.Invited[i]); w.People.Digital[i] == agents.Offline {
				offline += int(w.People.Total.Invited[i])
			}
		}
		return n, offline
	}
	few, offlineFew := invited(0.2)
	many, offline := invited(1)
	if few == 0 || many < 3*few || offline+offlineFew != 0 {
		t.Errorf("%d invitations where a fifth of employers look, %d where all do, %d to people without access", few, many, offline+offlineFew)
	}
}
