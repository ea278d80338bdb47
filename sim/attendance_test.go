package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// invited is a world of claimants who are seen every week, and whom a reason other than
// illness keeps from coming with the given chance.
func invited(t testing.TB, persons int, kept float64, change func(p *policy.Plan), config func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: persons, status: agents.Claimant, coaches: float64(persons) / 20, minutes: 1000, regime: func(p *policy.Plan) {
		for k := range p.Schedules[1:] {
			p.Schedules[k+1].Every = 1
		}
		if change != nil {
			change(p)
		}
	}, config: func(c *sim.Config) {
		c.Behaviour.Reasons.Other, c.Behaviour.Attendance.AsksInTime = kept, 1
		if config != nil {
			config(c)
		}
	}}.world(t)
}

// Who is kept from coming and asks in time gets another date, her minutes are free, and
// nothing was missed; she can do so as often in a row as the regime says.
func TestPostponing(t *testing.T) {
	puttingOff := &policy.PostponingTerms{Granted: 1, By: 2, Most: 1}
	w := invited(t, 20, 1, func(p *policy.Plan) { p.Postponing = puttingOff }, nil)
	for w.People.NextInterview[0] > w.Week {
		week(t, w)
	}
	at := w.Week
	week(t, w)
	expect(t, "asked in time", w, 0, sees{"InterviewsPostponed": 1, "InterviewsHeld": 0, "InterviewsMissed": 0, "PutOff": 1, "NextInterview": at + 2})
	if used := w.Coaches.MinutesUsed[w.People.Coach[0]]; used != 0 {
		t.Errorf("%d minutes were used for interviews that were put off", used)
	}
	if got := w.Coaches.Postponed[0]; got == 0 {
		t.Error("the coach knows of no interview that was put off")
	}
	week(t, w)
	week(t, w)
	expect(t, "asked once too often", w, 0, sees{"InterviewsPostponed": 1, "InterviewsHeld": 0, "InterviewsMissed": 1, "PutOff": 0})
	for name, none := range map[string]*policy.PostponingTerms{"without the rule": nil, "never granted": {By: 2, Most: 1}} {
		w = invited(t, 20, 1, func(p *policy.Plan) { p.Postponing = none }, nil)
		for w.People.Total.InterviewsMissed[0] == 0 {
			week(t, w)
		}
		expect(t, name, w, 0, sees{"InterviewsPostponed": 0, "InterviewsMissed": 1})
	}
	w = invited(t, 20, 0, func(p *policy.Plan) { p.Postponing = puttingOff }, nil)
	for range 4 {
		week(t, w)
	}
	expect(t, "nothing keeps her", w, 0, sees{"InterviewsPostponed": 0, "InterviewsMissed": 0})
}

// A share of those who are kept ask, and a share of those get another date.
func TestPostponingShares(t *testing.T) {
	w := invited(t, 12000, 1, func(p *policy.Plan) { p.Postponing = &policy.PostponingTerms{Granted: 0.6, By: 1, Most: 200} },
		func(c *sim.Config) { c.Behaviour.Attendance.AsksInTime = 0.5 })
	week(t, w)
	week(t, w)
	off, all := 0, 0
	for i := range w.People.ID {
		off += int(w.People.Total.InterviewsPostponed[i])
		all += int(w.People.Total.InterviewsPostponed[i] + w.People.Total.InterviewsHeld[i] + w.People.Total.InterviewsMissed[i])
	}
	proportion(t, "put off", off, all, 0.3, 0.03)
}

// An excused interview is counted as missed and as excused; one let pass or referred only
// as missed.
func TestExcusedInterviewsAreCounted(t *testing.T) {
	for _, excused := range []float64{0, 1} {
		w := invited(t, 20, 1, func(p *policy.Plan) { p.Missed.Excused = excused }, nil)
		for w.People.Total.InterviewsMissed[0] == 0 {
			week(t, w)
		}
		expect(t, "kept from coming", w, 0, sees{"InterviewsMissed": 1, "InterviewsExcused": int16(excused)})
		if got := w.Coaches.Excused[w.People.Coach[0]]; (got > 0) != (excused > 0) {
			t.Errorf("with %g excused the coach has excused %d", excused, got)
		}
	}
}

// People who would have come anyway come to an interview whether it is a duty or not;
// compulsion moves the others, by their compliance, and only it makes a failure of staying
// away. Who misses an interview that is no duty is seen again by the rule.
func TestCompulsion(t *testing.T) {
	came := func(mandatory bool) (came []bool, failures int) {
		w := invited(t, 6000, 0, func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				p.Schedules[k+1].Mandatory = mandatory
			}
		}, func(c *sim.Config) {
			a := &c.Behaviour.Attendance
			a.Missed, a.DutyOdds, a.MotivationOdds = 0.1, 1, 0.4
		})
		week(t, w)
		week(t, w)
		for i := range w.People.ID {
			came = append(came, w.People.Total.InterviewsHeld[i] > 0)
			failures += int(w.People.Total.Failures[i])
			if !mandatory && w.People.OutOfContact[i] {
				t.Fatal("nobody is out of contact where nothing is a duty")
			}
		}
		return came, failures
	}
	duty, failures := came(true)
	free, none := came(false)
	if failures == 0 || none != 0 {
		t.Errorf("%d failures with a duty, %d without", failures, none)
	}
	both, moved, lost := 0, 0, 0
	for i := range duty {
		switch {
		case duty[i] && free[i]:
			both++
		case duty[i]:
			moved++
		case free[i]:
			lost++
		}
	}
	if share := float64(moved) / float64(len(duty)); share < 0.02 || share > 0.18 {
		t.Errorf("compulsion brings %.3f of all, who would not have come", share)
	}
	if lost > moved/10 || both < 3*moved {
		t.Errorf("%d come either way, %d for the duty alone, %d only without it", both, moved, lost)
	}
}
