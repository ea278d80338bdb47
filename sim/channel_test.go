package sim_test

import (
	"reflect"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// byTelephone is an office of two claimants, the second offline, whose interviews of 20
// minutes take 10 by telephone.
func byTelephone(t testing.TB, change func(c *policy.ChannelTerms)) *sim.World {
	t.Helper()
	w := small{persons: 2, status: agents.Claimant, coaches: 1, minutes: 600,
		regime: func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				s := &p.Schedules[k+1]
				s.Every, s.Channel, s.LengthMinutes, s.ShortestMinutes, s.LongestMinutes = 1, agents.Telephone, 10, 10, 10
				s.Instead = policy.Minutes{Length: 20, Shortest: 20, Longest: 20}
			}
			terms := &p.Channels[agents.Telephone]
			terms.Reaches[agents.Offline], terms.Prompting, terms.Journey = 0, 0.25, 0
			terms.Instead, terms.After = agents.FaceToFace, 2
			if change != nil {
				change(terms)
			}
		},
		person: func(p *agents.Population, i int32) {
			p.Digital[i] = agents.DigitalAccess(2 * i)
			p.NextInterview[i] = 0
		}}.world(t)
	return w
}

// Who cannot use a channel misses her interviews, for a good reason, until she is moved to
// another; who can is seen in the time that it takes, and it leaves as much as it carries.
func TestAChannelReachesWhoCanUseIt(t *testing.T) {
	w := byTelephone(t, nil)
	week(t, w)
	expect(t, "reached", w, 0, sees{"InterviewsHeld": 1, "InterviewsMissed": 0, "Unreached": 0, "CutOff": agents.Never})
	near(t, "the memory of a call", float64(w.People.SeenLately[0]), 0.25*w.Habits.SeenDecay, 1e-6)
	expect(t, "not reached", w, 1, sees{"InterviewsHeld": 0, "InterviewsMissed": 1, "Unreached": 1, "CutOff": 0, "NextInterview": 1, "OutOfContact": false, "SeenLately": 0})
	if got, want := w.Districts[0].Contacts, ([agents.Channels]sim.Contacts{agents.Telephone: {Held: 1, Minutes: 20}}); got != want {
		t.Errorf("contacts %v, want %v", got, want)
	}
	week(t, w)
	expect(t, "still not reached", w, 1, sees{"InterviewsHeld": 0, "Unreached": 2, "CutOff": 0})
	week(t, w)
	expect(t, "seen in the office instead", w, 1, sees{"InterviewsHeld": 1, "Unreached": 2})
	if got, want := w.Districts[0].Contacts, ([agents.Channels]sim.Contacts{agents.FaceToFace: {Held: 1, Minutes: 20}, agents.Telephone: {Held: 3, Minutes: 50}}); got != want {
		t.Errorf("contacts %v, want %v", got, want)
	}
	never := byTelephone(t, func(c *policy.ChannelTerms) { c.After = agents.Never })
	for range 4 {
		week(t, never)
	}
	expect(t, "nothing is done about it", never, 1, sees{"InterviewsHeld": 0, "Unreached": 4})
}

// Without a journey the part of missed interviews that it explains is not missed.
func TestTheJourneyKeepsPeopleAway(t *testing.T) {
	missed := func(journey float64) int {
		w := small{persons: 8000, status: agents.Claimant, coaches: 100, minutes: 2000,
			config: func(c *sim.Config) { c.Behaviour.Attendance.Missed, c.Behaviour.Attendance.Journey = 0.5, 0.4 },
			regime: func(p *policy.Plan) { p.Channels[agents.FaceToFace].Journey = journey },
			person: func(p *agents.Population, i int32) {
				p.Compliance[i], p.HealthLimited[i], p.NextInterview[i] = 0.5, false, 0
			}}.world(t)
		week(t, w)
		n := 0
		for i := range w.People.ID {
			n += int(w.People.Total.InterviewsMissed[i])
		}
		return n
	}
	simtest.Proportion(t, "missed with the whole journey", missed(1), 8000, 0.5, 0.05)
	simtest.Proportion(t, "missed with half of it", missed(0.5), 8000, 0.4, 0.05)
	simtest.Proportion(t, "missed without it", missed(0), 8000, 0.3, 0.05)
}

// officesCase is the scenario of offices and channels: a split service, the one-stop office and
// reviews by telephone.
const officesCase = "offices-and-channels"

// What the offices do shows in the tables, and only where they do it.
func TestOfficesAndChannelsShow(t *testing.T) {
	long(t)
	c := load(t, officesCase, nil, "persons=2000", "burn_in.weeks=20", "horizon=40 weeks", "market.districts.smallest=400", "replicates=1",
		"regimes.telephone-reviews.channels.telephone.reaches_offline=40%")
	done := run(t, c, nil)
	sums := map[string]map[string]float64{}
	for _, r := range simtest.Rows[panel.SummaryRow](t, done.Folder, done.Result, panel.Selection{}) {
		if r.Subgroup == "all" && r.FromWeek == 0 && r.ToWeek == 40 {
			if sums[r.Regime] == nil {
				sums[r.Regime] = map[string]float64{}
			}
			sums[r.Regime][r.Outcome] = r.Value
		}
	}
	split, one, phone := sums["split-service"], sums["universal-credit-2024"], sums["telephone-reviews"]
	for outcome, where := range map[string]map[string]float64{"hand_offs": split, "lost_between_offices": split, "interviews_unreached": phone} {
		for _, arm := range []map[string]float64{split, one, phone} {
			if here := reflect.ValueOf(arm).Pointer() == reflect.ValueOf(where).Pointer(); (arm[outcome] > 0) != here {
				t.Errorf("%s: split %v, one-stop %v, telephone %v", outcome, split[outcome], one[outcome], phone[outcome])
			}
		}
	}
	if late := split["first_interview_weeks_mean"] - one["first_interview_weeks_mean"]; late < 1 || late > 3 {
		t.Errorf("first interviews are %.2f weeks later in a split service, want 1 to 3", late)
	}
	calls := map[string]int32{}
	for _, r := range simtest.Rows[panel.DistrictRow](t, done.Folder, done.Result, panel.Selection{Regime: "telephone-reviews"}) {
		calls["telephone"] += r.InterviewsTelephone
		calls["face to face"] += r.InterviewsFaceToFace
		calls["other"] += r.InterviewsEChannel + r.InterviewsSelfService + r.InterviewsOutreach
	}
	if calls["telephone"] < 3*calls["face to face"] || calls["face to face"] == 0 || calls["other"] != 0 {
		t.Errorf("interviews %v", calls)
	}
}

// Every number of a channel and of a hand-off is read by somebody.
func TestEveryNumberOfOfficesIsRead(t *testing.T) {
	long(t)
	c := load(t, officesCase, nil, "persons=2000", "burn_in.weeks=12", "horizon=8 weeks", "market.districts.smallest=1200", "replicates=1",
		"regimes.telephone-reviews.channels.telephone.reaches_offline=30%")
	for k := range c.Scenario.Regimes {
		written := &c.Scenario.Regimes[k]
		cfg := c.Config(1)
		under := func() *sim.Regime {
			plan, found := policy.Compile(written)
			if plan == nil {
				t.Fatal(found.String())
			}
			return &sim.Regime{Name: written.Name.Value, Plan: plan, Benefits: &written.Benefits, Tax: &written.Tax, Wage: &written.MinimumWage}
		}
		want, tried := "", 0
		quantities(reflect.ValueOf(written).Elem(), "regime", cfg.Start, func(path string, q *source.Quantity) {
			if !strings.Contains(path, ".Channels.") && !strings.Contains(path, ".HandOffs.") {
				return
			}
			if want == "" {
				cfg.Under = under()
				want = played(t, cfg)
			}
			tried++
			old := q.Value
			if q.Value = old / 4; old < 0.5 {
				q.Value = old/2 + 0.5
			}
			if strings.HasSuffix(path, "Delay") || strings.HasSuffix(path, "Found") || strings.HasSuffix(path, "After") {
				q.Value = 2*old + 1
			}
			cfg.Under = under()
			if played(t, cfg) == want {
				t.Errorf("%s: %s changed from %v to %v, and nothing changed in the world", written.Name.Value, path, old, q.Value)
			}
			q.Value = old
		})
		if written.Name.Value != "universal-credit-2024" && tried < 6 {
			t.Errorf("%s: only %d numbers were tried", written.Name.Value, tried)
		}
	}
}
