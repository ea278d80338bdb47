package sim_test

import (
	"reflect"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// everyMeasure are indicators of all kinds with the given weight.
func everyMeasure(weight float64) (list []policy.IndicatorTerms) {
	for m := range agents.Measures {
		list = append(list, policy.IndicatorTerms{Name: m.String(), Of: m, After: 13, Coach: m == agents.JobsFound, Period: 4, Target: 0.9, Published: true, Weight: weight})
	}
	return list
}

// measuredBy is a regime with indicators.
func measuredBy(r *sim.Regime, list []policy.IndicatorTerms) *sim.Regime {
	plan := *r.Plan
	plan.Indicators = list
	return &sim.Regime{Name: r.Name, Plan: &plan, Benefits: r.Benefits, Tax: r.Tax, Wage: r.Wage}
}

// Targets of no weight are counted and change no life; targets of some weight do.
func TestTargetsOfNoWeightChangeNoLife(t *testing.T) {
	c := standard(t, "persons=1200", "burn_in.weeks=8")
	w := burnt(t, c)
	lives := func(list []policy.IndicatorTerms) (*sim.World, map[string]any) {
		v := w.Clone()
		v.Enter(measuredBy(c.Arms[1], list))
		advance(t, v, 24)
		columns := map[string]any{}
		v.People.Columns(func(name string, slice any) { columns[name] = reflect.ValueOf(slice).Elem().Interface() })
		columns["minutes"], columns["referrals"] = v.Coaches.MinutesUsed, v.Coaches.Referrals
		return v, columns
	}
	_, without := lives(nil)
	free, same := lives(everyMeasure(0))
	pressed, other := lives(everyMeasure(3))
	if !reflect.DeepEqual(same, without) {
		t.Error("targets of no weight change lives")
	}
	if reflect.DeepEqual(other, without) {
		t.Error("targets of some weight change nothing")
	}
	counted := 0
	for k := range free.Coaches.Closed {
		for x := range everyMeasure(0) {
			counted += int(free.Coaches.Closed[k][x].Got)
			if free.Coaches.Pressure[k][x] != 0 {
				t.Fatal("pressure without weight")
			}
		}
	}
	if counted == 0 || pressed.Coaches.Pressure[0][agents.OnTime] < 0 {
		t.Error("nothing is counted")
	}
}

// Of claims whose date is past all are counted, once, and in the week of the date.
func TestOffFlowIsCounted(t *testing.T) {
	w := small{persons: 400, status: agents.Claimant, coaches: 4, minutes: 2000,
		regime: func(p *policy.Plan) { p.Indicators = everyMeasure(1)[:1]; p.Indicators[0].Period = 26 },
		config: func(c *sim.Config) { c.Behaviour.Exits.ToNothing = 0.05 },
		person: func(p *agents.Population, i int32) { p.BenefitSince[i] = -agents.Week(i % 20) }}.world(t)
	var got, of, ended, all int32
	for range 26 {
		for i, status := range w.People.Status {
			if status == agents.Claimant && w.Week-w.People.BenefitSince[i] == 13 {
				of++
			}
		}
		before, at := append([]agents.Status(nil), w.People.Status...), w.Week
		week(t, w)
		for i, status := range before {
			if status == agents.Claimant && w.People.Status[i] != agents.Claimant && at-w.People.BenefitSince[i] < 13 {
				got++
			}
		}
		past := int32(0)
		for _, since := range w.People.BenefitSince {
			if date := since + 13; date >= 0 && date < w.Week {
				past++
			}
		}
		if all := w.Districts[0].OffFlow[0].All; all != past {
			t.Fatalf("after week %d %d claims are counted, of %d whose date is past", at, all, past)
		}
	}
	for k := range w.Coaches.Closed {
		ended += w.Coaches.Closed[k][0].Got
		all += w.Coaches.Closed[k][0].Of
	}
	if ended != got || all != got+of || got == 0 || of == 0 {
		t.Errorf("%d of %d claims ended before the date, counted %d of %d", got, got+of, ended, all)
	}
	if flow := w.Districts[0].OffFlow[0]; flow.Ended != got || flow.All != got+of {
		t.Errorf("the district has %d of %d", flow.Ended, flow.All)
	}
	if pressure, want := w.Coaches.Pressure[0][0], w.Habits.Pressure(1, true, float64(got)/float64(got+of), 0.9); float64(pressure) < want-1e-6 || float64(pressure) > want+1e-6 {
		t.Errorf("a pressure of %g, want %g", pressure, want)
	}
}

// pressed is a world of claimants under one indicator that is far from its target, three
// weeks before its date or three after.
func pressed(t testing.TB, of agents.Measure, conscience float64, person func(p *agents.Population, i int32), change func(p *policy.Plan)) *sim.World {
	t.Helper()
	w := small{persons: 400, status: agents.Claimant, coaches: 4, minutes: 1500, regime: func(p *policy.Plan) {
		p.Indicators = everyMeasure(1)[of : of+1]
		for k := range p.Schedules {
			p.Schedules[k].LengthMinutes, p.Schedules[k].ShortestMinutes, p.Schedules[k].LongestMinutes = 20, 5, 20
		}
		if change != nil {
			change(p)
		}
	}, person: func(p *agents.Population, i int32) {
		p.BenefitSince[i] = -10 - 6*agents.Week(i%2)
		if person != nil {
			person(p, i)
		}
	}}.world(t)
	for k := range w.Coaches.ID {
		w.Coaches.Pressure[k][0], w.Coaches.Conscience[k] = 1, float32(conscience)
	}
	for i := range w.People.ID {
		w.People.NextInterview[i] = 0
	}
	return w
}

// Minutes lean to claims that are about to reach a date, whatever her conscience.
func TestMinutesLeanToTheDate(t *testing.T) {
	w := pressed(t, agents.OffFlow, 100, nil, nil)
	var minutes [2]int
	for i, m := range book(t, w) {
		minutes[i%2] += m
	}
	if minutes[0] < minutes[1]*5/4 {
		t.Errorf("%d minutes for claims before the date, %d for those after it", minutes[0], minutes[1])
	}
}

// Whom her conscience does not hold closes claims of people out of touch and moves people
// to an assessment, before a date and not after it; whom it holds does not.
func TestWhatIsDoneForTheDate(t *testing.T) {
	for conscience, want := range map[float64]bool{0: true, 100: false} {
		w := pressed(t, agents.OffFlow, conscience, func(p *agents.Population, i int32) { p.OutOfContact[i] = true }, nil)
		advance(t, w, 1)
		for i, status := range w.People.Status {
			if closed := status == agents.Inactive; closed != (want && i%2 == 0) {
				t.Fatalf("conscience %g: claim %d is closed: %v", conscience, i, closed)
			}
		}
		w = pressed(t, agents.OffFlow, conscience, func(p *agents.Population, i int32) {
			p.HealthLimited[i], p.BenefitSince[i] = true, -4-6*agents.Week(i%2)
		}, func(p *policy.Plan) {
			p.Health = &policy.HealthTerms{Wait: 7}
		})
		advance(t, w, 1)
		asked := [2]int{}
		for i, claim := range w.People.HealthClaim {
			if claim == agents.AwaitsAssessment {
				asked[i%2]++
			}
		}
		if asked[1] != 0 || (asked[0] > 0) != want {
			t.Errorf("conscience %g: %v are advised to ask for an assessment", conscience, asked)
		}
	}
}

// Where interviews on time are counted those that are late already wait longest; where
// referrals are counted there are more of them.
func TestWhatIsDoneForOtherFigures(t *testing.T) {
	served := func(conscience float64) (late int) {
		w := pressed(t, agents.OnTime, conscience, nil, func(p *policy.Plan) { p.Staff.MinutesPresentWeek = 250 })
		for i := range w.People.ID {
			w.People.NextInterview[i], w.People.BenefitSince[i] = -agents.Week(i%2), -16
		}
		for i, m := range book(t, w) {
			if m > 0 && i%2 == 1 {
				late++
			}
		}
		return late
	}
	if held, not := served(100), served(0); held < 180 || not > 20 {
		t.Errorf("%d late interviews are held in a full diary; %d where the figures are what counts", held, not)
	}
	referred := func(conscience float64) (n int) {
		w := pressed(t, agents.ReferralsMade, conscience, nil, func(p *policy.Plan) { p.Missed.Referred = 0.3 })
		b := w.Habits.Behaviour
		b.Attendance.Missed = 1
		*w.Habits = *agents.NewConstants(b)
		advance(t, w, 1)
		for _, k := range w.Coaches.Referrals {
			n += int(k)
		}
		return n
	}
	if held, not := referred(100), referred(0); not < held+50 {
		t.Errorf("%d referrals; %d where they are counted", held, not)
	}
}

// A league table ranks everybody who is measured, and what is expected adds up to the
// exits that there were.
func TestLeagueTables(t *testing.T) {
	ownSeed(t)
	c := standard(t, "persons=1600", "burn_in.weeks=4", "horizon=14 weeks", "regimes=[off-flow-target]", "baseline=off-flow-target", "burn_in.under=off-flow-target",
		"regimes[off-flow-target].indicators[off_flow_13].period=5 weeks", "regimes[off-flow-target].indicators[off_flow_26].level=coach")
	done := run(t, c, func(j *sim.Job) { j.Tables = sim.Tables{panel.Summary, panel.Indicators} })
	type key struct {
		name string
		week int16
	}
	ranks, sums := map[key]map[int32]bool{}, map[key][2]float64{}
	for _, r := range simtest.Rows[panel.IndicatorRow](t, done.Folder, done.Result, panel.Selection{}) {
		at := key{r.Indicator, r.Week}
		if ranks[at] == nil {
			ranks[at] = map[int32]bool{}
		}
		ranks[at][r.Rank] = true
		s := sums[at]
		sums[at] = [2]float64{s[0] + float64(r.ExitsToWork), s[1] + float64(r.ExitsExpected)/1000}
		if (r.CoachID != 0) != (r.Level == "coach") || r.Rank < 1 || r.Rank > r.Ranked || r.Gap != r.AddedRank-r.Rank || r.Value < 0 || r.Value > 1000 {
			t.Fatalf("%+v", r)
		}
	}
	for _, week := range []int16{8, 12} {
		if n := len(ranks[key{"off_flow_13", week}]); n != 4 {
			t.Errorf("week %d: %d offices have a place", week, n)
		}
	}
	if ranks[key{"off_flow_13", 14}] != nil || ranks[key{"off_flow_13", 4}] != nil || len(ranks[key{"off_flow_26", 14}]) == 0 {
		t.Error("a league table without a period, or a period without one")
	}
	for at, s := range sums {
		if s[0] == 0 || s[0] < s[1]*0.99 || s[0] > s[1]*1.2 { // who has no figure has no place
			t.Errorf("%v: %.0f exits to work, %.1f expected", at, s[0], s[1])
		}
	}
}
