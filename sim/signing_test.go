package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim"
)

// desk makes those of a small world who search sign every second week.
func desk(minutes float64, closes bool) func(p *policy.Plan) {
	return func(p *policy.Plan) {
		p.Signing = &policy.SigningTerms{Every: 2, Length: 6, Shortest: 4, CloseClaim: closes, MinutesWeek: minutes, CostPenceYear: 5200}
	}
}

// Who searches signs every second week, is seen by it, and costs the department the staff.
func TestSigningEverySecondWeek(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, regime: desk(100, true)}.world(t)
	w.People.BenefitSince[0] = 0
	advance(t, w, 9)
	expect(t, "after nine weeks", w, 0, sees{"Signed": 4, "SigningsMissed": 0})
	if w.People.SeenLately[0] < 2 || w.People.Checked[0] <= 0 {
		t.Errorf("four signings are remembered as %v, with evidence checked %v", w.People.SeenLately[0], w.People.Checked[0])
	}
	if got := w.Districts[0].Books.Coaching; got != 900 {
		t.Errorf("signing staff cost %d pence in nine weeks, want 900", got)
	}
	checkBooks(t, w)
	w = small{persons: 1, status: agents.Claimant}.world(t)
	advance(t, w, 9)
	expect(t, "where nobody signs", w, 0, sees{"Signed": 0, "SeenLately": 0})
}

// What does not fit at the shortest is done by post.
func TestTooManyToSign(t *testing.T) {
	w := small{persons: 400, status: agents.Claimant, regime: desk(400, true), person: func(p *agents.Population, i int32) { p.BenefitSince[i] = 0 }}.world(t)
	advance(t, w, 3)
	signed := 0
	for _, n := range w.People.Total.Signed {
		signed += int(n)
	}
	if signed < 70 || signed > 130 { // 100 fit
		t.Errorf("%d of 400 signed where 100 fit", signed)
	}
}

// Who stays away loses the claim where the rule says so, and is out of touch elsewhere;
// who has a good reason keeps both.
func TestNotSigning(t *testing.T) {
	for _, c := range []struct {
		closes bool
		reason float64
		want   sees
	}{
		{true, 0, sees{"Status": agents.Inactive, "ToNothing": 1, "SigningsMissed": 1}},
		{false, 0, sees{"Status": agents.Claimant, "OutOfContact": true, "Failures": 1}},
		{true, 1, sees{"Status": agents.Claimant, "ToNothing": 0, "SigningsMissed": 1, "Failures": 1}},
	} {
		w := small{persons: 1, status: agents.Claimant, regime: desk(100, c.closes), config: func(s *sim.Config) {
			s.Behaviour.Attendance.Missed, s.Behaviour.Attendance.StaysAway, s.Behaviour.Reasons.Other = 1, 1, c.reason
		}, person: func(p *agents.Population, i int32) { p.BenefitSince[i], p.Compliance[i] = 0, 0 }}.world(t)
		advance(t, w, 3)
		expect(t, "absent", w, 0, c.want)
		checkBooks(t, w)
	}
}

// The same holds of an interview, also of a first one, where its rule says so; elsewhere who
// stays away is out of touch.
func TestStayingAwayFromInterviewsClosesTheClaim(t *testing.T) {
	for _, closes := range []bool{false, true} {
		for _, first := range []bool{false, true} {
			w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, regime: func(p *policy.Plan) {
				p.First.Closes = closes && first
				for k := range p.Schedules {
					p.Schedules[k].Closes = closes && !first
				}
			}, config: func(s *sim.Config) { s.Behaviour.Attendance.Missed, s.Behaviour.Attendance.StaysAway = 1, 1 },
				person: func(p *agents.Population, i int32) {
					p.Compliance[i], p.FirstDone[i], p.NextInterview[i] = 0, !first, 1
				}}.world(t)
			advance(t, w, 3)
			want := sees{"Status": agents.Claimant, "OutOfContact": true, "ToNothing": 0, "Failures": 1}
			if closes {
				want = sees{"Status": agents.Inactive, "ToNothing": 1, "InterviewsMissed": 1, "Failures": 0}
			}
			expect(t, "stays away", w, 0, want)
			checkBooks(t, w)
		}
	}
}

// Jobseeker's Allowance is worked out by the week and paid by the fortnight: three days of
// the first week are not paid, and a week of sixteen hours ends it.
func TestBenefitWeeksArePaidByTheFortnight(t *testing.T) {
	c, found := scenarios.Load(source.Library{Shipped: scenarios.Files}, "jobseekers-2007", nil)
	if found.Failed() {
		t.Fatal(found)
	}
	before := c.Config(1).Under
	w := newcomer(t, 0, func(s *sim.Config) {
		s.Start = policy.DateOf(2007, 4, 9)
		plan := *s.Under.Plan
		plan.Payment = before.Plan.Payment
		s.Under = &sim.Regime{Name: "before", Plan: &plan, Benefits: before.Benefits, Tax: before.Tax, Wage: before.Wage}
	}, nil)
	const week = 5915
	var paid []int64
	for range 6 {
		at := w.Districts[0].Books.Paid
		advance(t, w, w.Week+1)
		paid = append(paid, w.Districts[0].Books.Paid-at)
		checkBooks(t, w)
	}
	for k, want := range []int64{0, 2*week - 2535, 0, 2 * week, 0, 2 * week} {
		if paid[k] != want {
			t.Errorf("in week %d %d pence were paid, want %d", k, paid[k], want)
		}
	}
	p := w.People
	p.HoursTenths[1], p.HourlyPay[1] = 160, 535
	works(w, 1, 8560)
	advance(t, w, 7)
	expect(t, "sixteen hours", w, 1, sees{"Payable": 0})
}

// By telephone nothing is shown and nobody is prompted; whom it does not reach comes to the
// desk where that stands in for it, and fails to sign where nothing does.
func TestSigningByTelephone(t *testing.T) {
	for _, c := range []struct {
		reaches float64
		instead agents.Week
		want    sees
		seen    bool
	}{
		{1, agents.Never, sees{"Signed": 4, "SigningsMissed": 0}, false},
		{0, 1, sees{"Signed": 4, "SigningsMissed": 0}, true},
		{0, agents.Never, sees{"Signed": 0, "SigningsMissed": 4}, false},
	} {
		w := small{persons: 1, status: agents.Claimant, regime: func(p *policy.Plan) {
			desk(100, false)(p)
			p.Signing.Channel = agents.Telephone
			by := &p.Channels[agents.Telephone]
			*by = p.Channels[agents.FaceToFace]
			by.Reaches = [agents.DigitalAccesses]float64{c.reaches, c.reaches, c.reaches}
			by.Prompting, by.Checking, by.After = 0, 0, c.instead
		}}.world(t)
		w.People.BenefitSince[0] = 0
		advance(t, w, 9)
		expect(t, "after nine weeks by telephone", w, 0, c.want)
		if seen := w.People.SeenLately[0] > 0; seen != c.seen {
			t.Errorf("reaching %v: seen is %v, want %v", c.reaches, seen, c.seen)
		}
	}
}
