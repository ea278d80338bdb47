package sim_test

import (
	"math"
	"reflect"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// free is a world whose coaches may depart from the rules as told. Everybody is seen every
// fourth week for 20 minutes and misses every second interview.
func free(t testing.TB, terms *policy.AutonomyTerms) *sim.World {
	t.Helper()
	w := small{persons: 1200, status: agents.Claimant, coaches: 24, minutes: 2000, regime: func(p *policy.Plan) {
		p.Autonomy = terms
		for k := range p.Schedules {
			p.Schedules[k].Every, p.Schedules[k].LengthMinutes, p.Schedules[k].ShortestMinutes, p.Schedules[k].LongestMinutes = 4, 20, 10, 20
		}
		p.Missed.Excused, p.Missed.Referred = 0.5, 0.5
	}, config: func(c *sim.Config) { c.Behaviour.Attendance.Missed = 0.5; c.Market.Offices = 4 }, person: func(p *agents.Population, i int32) {
		p.NextInterview[i] = agents.Week(i % 4)
	}}.world(t)
	advance(t, w, 16)
	return w
}

// departures are the means over coaches of how far each lies from the rule, by leaning, and
// totals.
func departures(w *sim.World) (mean [3]float64, total sim.Practice) {
	n := 0.0
	for k := range w.Coaches.ID {
		p := &w.Coaches.Practice[k]
		total.WeeksAsked += p.WeeksAsked
		total.WeeksOff += p.WeeksOff
		total.MinutesAsked += p.MinutesAsked
		total.MinutesHeld += p.MinutesHeld
		total.Referrals += p.Referrals
		total.ReferralsAsked += p.ReferralsAsked
		n++
		mean[0] += math.Abs(float64(p.WeeksBetween-p.WeeksAsked)) / math.Max(1, float64(p.WeeksAsked))
		mean[1] += math.Abs(float64(p.Referrals)-float64(p.ReferralsAsked)/1000) / math.Max(1, float64(p.ReferralsAsked)/1000)
		mean[2] += math.Abs(float64(p.MinutesHeld-p.MinutesAsked)) / math.Max(1, float64(p.MinutesAsked))
	}
	for k := range mean {
		mean[k] /= n
	}
	return mean, total
}

// Without autonomy practice is the rule, but for missed interviews and chance; each spread
// moves what it is for.
func TestPracticeDepartsFromTheRule(t *testing.T) {
	ownSeed(t)
	none := free(t, nil)
	zero := free(t, &policy.AutonomyTerms{Offices: 0.5})
	if !reflect.DeepEqual(none.People, zero.People) || !reflect.DeepEqual(none.Coaches, zero.Coaches) {
		t.Error("an autonomy of 0 changes something")
	}
	rule, total := departures(none)
	if total.MinutesHeld != total.MinutesAsked || total.WeeksAsked == 0 || total.Referrals == 0 {
		t.Errorf("without autonomy %+v", total)
	}
	for k, c := range []struct {
		leaning agents.Leaning
		spread  float64
		of      int
		by      float64
	}{{agents.Interval, 0.5, 0, 0.05}, {agents.Referring, 2, 1, 0.15}, {agents.Excusing, 2, 1, 0.15}, {agents.Shortening, 0.5, 2, 0.07}} {
		terms := &policy.AutonomyTerms{Offices: 0.5}
		terms.Spread[c.leaning] = c.spread
		if got, _ := departures(free(t, terms)); got[c.of] < rule[c.of]+c.by {
			t.Errorf("%d: practice is %.3f from the rule, %.3f without autonomy", k, got[c.of], rule[c.of])
		}
	}
	terms := &policy.AutonomyTerms{Offices: 1}
	terms.Spread[agents.Interval] = 0.5
	w := free(t, terms)
	for _, d := range w.Districts {
		for _, o := range d.Offices {
			for k := o.First; k < o.Last; k++ {
				if w.Coaches.Leaning[k] != w.Coaches.Leaning[o.First] {
					t.Fatal("coaches of one office differ where all lies between offices")
				}
			}
		}
	}
}
