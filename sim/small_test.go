package sim_test

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim"
)

// small is a world of a few persons in one district with one office, in which nothing
// happens by chance: every hazard and probability is 0 until a test makes it 1. One person
// of the run is one of the country. It begins on the first Monday of the rates of 2024.
type small struct {
	persons int
	status  agents.Status
	coaches float64
	minutes int32 // of a coach in a week
	regime  func(p *policy.Plan)
	config  func(c *sim.Config)

	programmes []policy.Programme
	contracts  []policy.Contract
	person     func(p *agents.Population, i int32)
}

// shippedCase is the shipped scenario, read once. Nobody changes it.
func shippedCase(t testing.TB) *scenarios.Case {
	t.Helper()
	c := readOnce()
	if c == nil {
		t.Fatal("the shipped scenario has mistakes")
	}
	return c
}

var readOnce = sync.OnceValue(func() *scenarios.Case {
	var sets []string
	if *seed != 0 {
		sets = []string{fmt.Sprintf("seed=%d", *seed)}
	}
	c, _ := scenarios.Load(source.Library{Shipped: scenarios.Files}, shipped, sets)
	return c
})

// ownSeed leaves out a test that looks for what happens to somebody under the scenario's own
// seed, and perhaps to nobody under another.
func ownSeed(t testing.TB) {
	t.Helper()
	if *seed != 0 {
		t.Skip("looks for what its own seed has")
	}
}

// long skips a test that plays many worlds where each takes long because races are looked
// for. Elsewhere two of them run side by side.
func long(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("plays many worlds")
	}
	if test, is := t.(*testing.T); is {
		test.Parallel()
	}
}

// quiet is behaviour in which nothing happens.
func quiet(b *agents.Behaviour) {
	b.Finding.EntryHazard, b.Finding.Skill = 0, 0
	b.Attendance.Missed, b.Attendance.StaysAway, b.Attendance.ContactPerWeek, b.Attendance.ContactExponent = 0, 0, 0, 0
	b.Health = agents.Health{}
	b.Claims.Considers, b.Claims.TryWork, b.Claims.Reconsiders = 0, 0, 0
	b.Exits.ToNothing = 0
	b.Attendance.Journey, b.Search.Steps = 0, 0
	b.Reasons, b.Attendance.StepNotTaken, b.Jobs.LeftWork = agents.Reasons{}, 0, 0
	b.Jobs.SeparationStart, b.Jobs.SeparationFloor, b.Jobs.Claims, b.Jobs.OtherJob, b.Jobs.ClaimDelay = 0, 0, 0, 0, 0
	b.Jobs.Match, b.Skill.Stability, b.Skill.Decay, b.Skill.Growth, b.Moves.Looks, b.Progress.Chance = 0, 0, 0, 0, 0, 0
	b.Coaching.SkillSpread, b.Coaching.StrictnessSpread, b.Coaching.RapportSpread, b.Coaching.Content, b.Coaching.Tilt, b.Coaching.Misjudged = 0, 0, 0, 0, 0, 0
	b.Attendance.RapportOdds, b.Attendance.DutyOdds, b.Attendance.MotivationOdds, b.Attendance.AsksInTime = 0, 0, 0, 0
	b.Returns = agents.Returns{NothingTime: 1}
	b.Programmes.TakesPart, b.Programmes.Motivation, b.Programmes.Gain, b.Programmes.Burden, b.Programmes.Mandate = 1, 0, 0, 0, 0
	b.Providing.Spread, b.Providing.Misjudged, b.Providing.Learns = 0, 0, 0
	b.Wellbeing.Feedback = false
	e := &b.Barriers
	e.ChildCare, e.Transport, e.Licence, e.Debt, e.Housing, e.Language, e.Digital = 1, 1, 1, 1, 1, 1, 1
	b.Budget, b.Costs, b.Search.WithheldCut = agents.Budget{}, agents.Costs{}, 0
}

func (s small) world(t testing.TB) *sim.World {
	t.Helper()
	w := sim.NewWorld(s.written(t))
	for i := range int32(w.People.Len()) {
		w.People.SeparationFrailty[i] = 1
		if s.person != nil {
			s.person(w.People, i)
		}
	}
	return w
}

// written is what the engine is told of a small world.
func (s small) written(t testing.TB) *sim.Config {
	t.Helper()
	c := shippedCase(t).Config(1)
	under := *c.Under
	plan := *under.Plan
	if len(s.programmes) > 0 {
		regime := shippedCase(t).Scenario.Regimes[1]
		regime.Programmes, regime.Contracts = s.programmes, s.contracts
		compiled, found := policy.Compile(&regime)
		if compiled == nil {
			t.Fatal(found.String())
		}
		plan = *compiled
	}
	plan.Schedules = slices.Clone(plan.Schedules)
	for k := range plan.Schedules {
		plan.Schedules[k].LongestMinutes, plan.Schedules[k].Ahead = plan.Schedules[k].LengthMinutes, 0
	}
	chain := *plan.Missed
	chain.Excused, chain.Referred, chain.Imposed, chain.DecisionDelay = 0, 0, 0, 4
	chain.ShownExcused, chain.ShownImposed = 0, 0
	plan.Enforcement = policy.Enforcement{Missed: &chain, LongestDays: 1095}
	plan.IdentityCheck = 0
	plan.Health, plan.InWork = nil, nil
	plan.Commitment = policy.CommitmentTerms{Kinds: []policy.StepTerms{{Name: "step", UpTo: 1, Within: 1}}}
	plan.Staff.Turnover, plan.Staff.FollowsGoal = 0, 0
	plan.Staff.FullTimeEquivalents, plan.Staff.MinutesPresentWeek, plan.Staff.Present = s.coaches, s.minutes, 1
	if s.regime != nil {
		s.regime(&plan)
	}
	under.Plan = &plan
	c.Under, c.Start, c.BurnIn, c.Horizon = &under, policy.DateOf(2024, 4, 8), 0, 200
	c.Persons = s.persons
	quiet(&c.Behaviour)
	c.Market.Closure, c.Market.Districts, c.Market.Offices, c.Market.VacanciesOpen = sim.Stock, 1, 1, 100
	c.Market.Lowest, c.Market.Highest, c.Market.ByTightness = 1, 1, 1
	c.Population = sim.Population{Attached: []sim.Stratum{{
		Name: "all", Persons: float64(s.persons), Status: s.status, Duration: agents.NewDurationLaw(0, 0, 0, 1),
		Traits: agents.Marginals{Women: 1, Ages: [4]float64{0, 1, 0, 0}, Educations: [4]float64{1, 0, 0, 0}},
	}}}
	if s.config != nil {
		s.config(c)
	}
	return c
}

// sees are columns of a person's that a stage test expects.
type sees map[string]any

// expect compares a person's columns with what is expected of them.
func expect(t *testing.T, when string, w *sim.World, i int32, want sees) {
	t.Helper()
	left := len(want)
	w.People.Columns(func(name string, slice any) {
		expected, asked := want[name]
		if !asked {
			return
		}
		left--
		got := reflect.ValueOf(slice).Elem().Index(int(i))
		if !got.Equal(reflect.ValueOf(expected).Convert(got.Type())) {
			t.Errorf("%s, person %d: %s is %v, want %v", when, i, name, got, expected)
		}
	})
	if left > 0 {
		t.Errorf("%s: a column in %v does not exist", when, want)
	}
}

// pending is the slots of a person's failures, those not given being free.
func pending(weeks ...agents.Week) [agents.PendingSlots]agents.Week {
	slots := [agents.PendingSlots]agents.Week{}
	for k := range slots {
		slots[k] = agents.Never
		if k < len(weeks) {
			slots[k] = weeks[k]
		}
	}
	return slots
}

// week simulates one week.
func week(t testing.TB, w *sim.World) {
	t.Helper()
	advance(t, w, w.Week+1)
}
