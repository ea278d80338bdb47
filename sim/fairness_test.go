package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// Whoever wait for a scarce thing wait as long whatever their rows: who is seen, and whose
// health is assessed, does not follow the order of the table.
func TestWaitsDoNotFollowRows(t *testing.T) {
	const persons = 1200
	diary := small{persons: persons, status: agents.Claimant, coaches: 4, minutes: 100}.world(t)
	for i := range diary.People.ID {
		diary.People.NextInterview[i], diary.People.BenefitSince[i] = 0, -40
	}
	queue := assessed(t, persons, 0.5, func(h *policy.HealthTerms) { h.AssessmentsWeek, h.Wait = 100, 0 }, nil)
	for _, c := range []struct {
		what string
		w    *sim.World
		done func(i int) bool
	}{
		{"the first interview", diary, func(i int) bool { return diary.People.Total.InterviewsHeld[i] > 0 }},
		{"an assessment", queue, func(i int) bool { return queue.People.LimitedCapability[i] }},
	} {
		waits := make([]float64, persons)
		for n := 0.0; n < 20; n++ {
			week(t, c.w)
			for i := range waits {
				if waits[i] == 0 && c.done(i) {
					waits[i] = n + 1
				}
			}
		}
		noTrend(t, c.what, waits)
	}
}

// noTrend fails when values rise or fall with their places by more than chance explains, at
// five standard errors; and when they are so few or so even that an order of serving by
// place would not be found.
func noTrend(t *testing.T, what string, values []float64) {
	t.Helper()
	n := float64(len(values))
	mean, square, with := 0.0, 0.0, 0.0
	for _, x := range values {
		mean += x / n
	}
	for k, x := range values {
		square += (x - mean) * (x - mean)
		with += (x - mean) * (float64(k) - (n-1)/2)
	}
	correlation := with / math.Sqrt(square*n*(n*n-1)/12)
	if found := correlation * math.Sqrt(n); math.Abs(found) > 5 {
		t.Errorf("waits for %s follow rows: correlation %.3f, %.1f standard errors", what, correlation, found)
	}
	if math.Sqrt(n) < 2*5 || square == 0 {
		t.Errorf("%d waits for %s cannot show a trend", len(values), what)
	}
}

// Where judgement is poor, some of the ill are sanctioned whatever they show: as many as the
// shares of the rule say.
func TestPoorJudgementSanctionsTheIll(t *testing.T) {
	const persons = 2000
	w := small{persons: persons, status: agents.Claimant, coaches: 100, minutes: 600,
		regime: func(p *policy.Plan) {
			p.Missed.Referred, p.Missed.ShownExcused, p.Missed.ShownImposed, p.Missed.DecisionDelay = 1, 0.6, 0.5, 1
		},
		config: func(c *sim.Config) { c.Behaviour.Reasons = agents.Reasons{IllFlare: 1, Shown: 1} },
		person: func(p *agents.Population, i int32) {
			p.Flare[i], p.HealthLimited[i], p.NextInterview[i] = true, true, 0
		},
	}.world(t)
	week(t, w)
	for i := range w.People.ID {
		w.People.NextInterview[i] = agents.Never
	}
	advance(t, w, 3)
	sanctioned := 0
	for i := range w.People.ID {
		sanctioned += int(w.People.Total.SanctionsIll[i])
	}
	proportion(t, "ill, with evidence, and sanctioned", sanctioned, persons, 0.4*0.5, 0.2)
}
