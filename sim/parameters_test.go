package sim_test

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// fingerprint is a hash of everything that a world holds.
func fingerprint(t testing.TB, w *sim.World) string {
	t.Helper()
	sum := sha256.New()
	w.People.Columns(func(_ string, slice any) {
		column := reflect.ValueOf(slice).Elem()
		switch kind := column.Type().Elem().Kind(); {
		case column.Len() == 0:
		case kind >= reflect.Bool && kind <= reflect.Float64: // the bytes as they are
			sum.Write(bytesOf(column))
		default:
			if err := binary.Write(sum, binary.LittleEndian, column.Interface()); err != nil {
				t.Fatal(err)
			}
		}
	})
	fmt.Fprintf(sum, "%v", w.Coaches)
	for k := range w.Districts {
		fmt.Fprintf(sum, "%v %v %v %v", w.Districts[k].Demand, w.Districts[k].Vacancies, w.Districts[k].Books, w.Districts[k].Providers)
	}
	return string(sum.Sum(nil))
}

// played is the fingerprint of a world after its burn-in and some weeks under its regime.
func played(t testing.TB, c *sim.Config) string {
	t.Helper()
	w := sim.NewWorld(c)
	advance(t, w, c.Horizon)
	return fingerprint(t, w)
}

// whenLooked are the weeks after its beginning in which a world that is played is looked at:
// most of what is changed shows early, and what people are at once.
var whenLooked = []agents.Week{0, 2, 8, 20}

// milestones are the fingerprints of a world that is played at the weeks when it is looked at,
// and at its end.
func milestones(t testing.TB, begin func() *sim.World, end agents.Week) []string {
	t.Helper()
	var seen []string
	playTo(t, begin(), end, func(print string) bool {
		seen = append(seen, print)
		return true
	})
	return seen
}

// differs tells whether a world that is played comes to anything but these milestones.
func differs(t testing.TB, begin func() *sim.World, end agents.Week, from []string) bool {
	t.Helper()
	same := 0
	playTo(t, begin(), end, func(print string) bool {
		if same == len(from) || print != from[same] {
			return false
		}
		same++
		return true
	})
	return same < len(from)
}

// playTo plays a world from milestone to milestone, while look wants to see the next.
func playTo(t testing.TB, w *sim.World, end agents.Week, look func(print string) bool) {
	t.Helper()
	first := w.Week
	for _, after := range whenLooked {
		if first+after >= end {
			break
		}
		if after > 0 {
			advance(t, w, first+after)
		}
		if !look(fingerprint(t, w)) {
			return
		}
	}
	advance(t, w, end)
	look(fingerprint(t, w))
}

// numbers calls visit with every number of a struct, and a path to it.
func numbers(v reflect.Value, path string, visit func(path string, number reflect.Value)) {
	switch v.Kind() {
	case reflect.Float64, reflect.Int:
		visit(path, v)
	case reflect.Struct:
		for k := range v.NumField() {
			if v.Type().Field(k).IsExported() {
				numbers(v.Field(k), path+"."+v.Type().Field(k).Name, visit)
			}
		}
	case reflect.Array, reflect.Slice:
		for k := range v.Len() {
			numbers(v.Index(k), fmt.Sprintf("%s[%d]", path, k), visit)
		}
	}
}

// smallStandard is the standard world with fewer persons and weeks, for tests that need
// it often.
func smallStandard(t testing.TB, sets ...string) *sim.Config {
	t.Helper()
	c := standard(t, append([]string{"persons=1200", "burn_in.weeks=12", "horizon=6 weeks", "market.districts.smallest=300", "start=2024-03-25", "regimes[universal-credit-2024].interviews[light].mandatory=false",
		"regimes[universal-credit-2024].sanctions.missed_interview.excused=20%", "regimes[universal-credit-2024].sanctions.missed_interview.imposed=90%",
		"market.search.reservation_start=110%", "market.through_office.shortlisted=60%",
		"regimes[universal-credit-2024].employer_service.time=60%", "regimes[universal-credit-2024].employer_service.notified=3", courses, deliverers}, sets...)...)
	config := c.Config(1)
	under, plan := *c.Arms[1], *c.Arms[1].Plan
	plan.Staff.Turnover = 0.05 // so that there are newcomers among a few coaches
	plan.Channels[agents.FaceToFace].Journey = 0.5
	plan.Indicators = everyMeasure(1)
	under.Plan = &plan
	config.Under = &under
	return config
}

// Every number of the market, of behaviour and of the population is read by somebody: a
// change of any of them changes the world.
func TestEveryParameterIsRead(t *testing.T) {
	ownSeed(t)
	long(t)
	c := smallStandard(t)
	begin := func() *sim.World { return sim.NewWorld(c) }
	want := milestones(t, begin, c.Horizon)
	if differs(t, begin, c.Horizon, want) {
		t.Fatal("the same world twice is not the same")
	}
	try := func(path string, number reflect.Value) {
		if unread := unreadBecause(c, path); unread != "" {
			return
		}
		old := reflect.New(number.Type()).Elem()
		old.Set(number)
		changed := false
		for _, other := range others(path, number.Convert(reflect.TypeFor[float64]()).Float()) {
			number.Set(reflect.ValueOf(other).Convert(number.Type()))
			if changed = differs(t, begin, c.Horizon, want); changed {
				break
			}
		}
		if !changed {
			t.Errorf("%s: changed from %v to %v, and nothing changed in the world", path, old, number)
		}
		number.Set(old)
	}
	numbers(reflect.ValueOf(&c.Behaviour).Elem(), "behaviour", try)
	numbers(reflect.ValueOf(&c.Market).Elem(), "market", try)
	numbers(reflect.ValueOf(&c.Population).Elem(), "population", try)
	if differs(t, begin, c.Horizon, want) {
		t.Fatal("the test did not put a number back")
	}
	c.Market.EntryElasticity, c.Market.Closure = 3, sim.Stock
	if !differs(t, begin, c.Horizon, want) {
		t.Error("the closure changes nothing")
	}
}

// others are values to try in the place of one, the mildest first.
func others(path string, value float64) []float64 {
	switch {
	case strings.HasSuffix(path, "LeastGain"):
		return []float64{value + 10000, value + 40000}
	case strings.HasSuffix(path, "ReservationFall"):
		return []float64{value * 10, 0.5}
	case strings.HasSuffix(path, "LowMatch"):
		return []float64{0, 5}
	case strings.HasSuffix(path, "DigitalWithHelp"):
		return []float64{0, 0.9}
	case strings.HasSuffix(path, "Impatience"):
		return []float64{50, 0}
	case strings.HasSuffix(path, "Burden"):
		return []float64{0, 5}
	case strings.HasSuffix(path, "Falls"):
		return []float64{value + 2000}
	case value == 0:
		return []float64{0.3, 1}
	case value == 1:
		return []float64{0.5}
	case value < 0:
		return []float64{value / 2, -value}
	case value < 1:
		return []float64{value * 0.7, min(value*3, 0.95), 0.95}
	}
	return []float64{value * 0.7, value * 3}
}

// unreadBecause names the numbers that cannot matter in this world, and why.
func unreadBecause(c *sim.Config, path string) string {
	switch {
	case path == "market.Districts" || path == "market.SizeRatio":
		return "only a run with all districts of the country has districts of unequal size"
	case path == "market.PersonsEach":
		return "an integer quotient of persons; the number of districts is tried by TestDistrictsFollowPersons"
	case strings.Contains(path, ".Ages[3]") || strings.Contains(path, ".Educations[3]") || strings.Contains(path, ".Traits.Occupations[8]"):
		return "the last share is what the others leave"
	case path == "behaviour.Jobs.QuitElasticity":
		return "demand is that of the steady state; tried by TestQuitsAndDismissalsFollowTheCycle"
	case path == "behaviour.Moves.TemporaryJob":
		return "too few people of a world this small have temporary jobs; tried by TestWhoLooksForAnotherJob"
	case path == "behaviour.Threat.Reservation":
		return "few in a small world have both a last job and a sanction; tried by TestSanctionsPressOnTheReservationWage"
	case strings.HasPrefix(path, "behaviour.Coaching.HoldOut"):
		return "the goal is a first job; tried by TestAdviceToHoldOut"
	case strings.HasPrefix(path, "behaviour.Wellbeing.Instrument"):
		return "measurement changes nobody; tried by TestMeasuredDistress of package agents"
	case path == "behaviour.Wellbeing.Distress.Causal":
		return "effects are those of the association; tried by TestTheEffectOfAStateIsTheSumOfItsParts of package agents"
	case slices.Contains([]string{"GoodJob", "PoorJob", "Unemployed", "Waiting", "OtherBenefit", "Inactive"}, supplyOf(path)):
		return "tried by TestStatesSupplyFunctions of package agents"
	case strings.HasSuffix(path, ".PartnerHere") && path != "population.Attached[0].Traits.PartnerHere":
		return "nobody in some parts of a world this small is left over; tried by TestCouplesKeepTheirBooks"
	case path == "market.Offices":
		return "one office in each district, however few there are"
	}
	for k := range c.Population.Attached {
		s := &c.Population.Attached[k]
		here, found := strings.CutPrefix(path, fmt.Sprintf("population.Attached[%d].", k))
		if !found {
			continue
		}
		m := &s.Traits
		if here == "Hazard" && s.Status != 2 {
			return "frailty of those who do not search is not conditioned on"
		}
		if (here == "UnderSanction" || here == "SanctionLeftWeeks") && (s.Status != 2 || s.UnderSanction == 0) {
			return "nobody of this part is under a sanction"
		}
		return unreadTrait(here, m.LeadCarer, m.Couple)
	}
	if at := strings.LastIndex(path, "Traits."); at >= 0 {
		return unreadTrait(path[at:], 1, 1)
	}
	return ""
}

// supplyOf is the state whose supply of latent functions a number is part of.
func supplyOf(path string) string {
	state, _, _ := strings.Cut(strings.TrimPrefix(path, "behaviour.Wellbeing."), ".")
	return state
}

func unreadTrait(path string, carer, couple float64) string {
	trait := strings.TrimPrefix(path, "Traits.")
	switch {
	case carer == 0 && (strings.HasPrefix(trait, "Youngest") || strings.HasPrefix(trait, "Parent") || trait == "CarersWomen" || trait == "MoreChildren"):
		return "there are no lead carers"
	case carer == 1 && trait == "CarersWomen":
		return "everybody is a lead carer"
	case couple == 0 && strings.HasPrefix(trait, "Partner"):
		return "there are no couples"
	}
	return ""
}

// The number of districts follows the persons of a run, and so do offices.
func TestDistrictsFollowPersons(t *testing.T) {
	for persons, want := range map[string]int{"500": 1, "900": 3, "50000": 37} {
		w := sim.NewWorld(standard(t, "persons="+persons, "market.districts.smallest=300", "burn_in.weeks=0", "horizon=1 weeks").Config(1))
		if len(w.Districts) != want {
			t.Errorf("%s persons live in %d districts, want %d", persons, len(w.Districts), want)
		}
	}
	sizes := sim.NewWorld(standard(t, "persons=50000", "market.districts.smallest=300", "burn_in.weeks=0", "horizon=1 weeks").Config(1))
	least, most, offices := int32(1<<30), int32(0), 0
	for k := range sizes.Districts {
		least, most = min(least, sizes.Districts[k].Attached), max(most, sizes.Districts[k].Attached)
		offices += len(sizes.Districts[k].Offices)
	}
	if ratio := float64(most) / float64(least); ratio < 2.95 || ratio > 3.05 {
		t.Errorf("the largest district is %.2f times the smallest, want 3", ratio)
	}
	if offices != 37 {
		t.Errorf("%d offices in 37 districts of a country a hundredth in size, want one each", offices)
	}
}

// quantities calls visit with every number that a file sets, and a path to it. Of dated
// lists only the entry in force is visited.
func quantities(v reflect.Value, path string, on policy.Date, visit func(path string, q *source.Quantity)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			quantities(v.Elem(), path, on, visit)
		}
	case reflect.Struct:
		if q, is := v.Addr().Interface().(*source.Quantity); is {
			if q.Set {
				visit(path, q)
			}
			return
		}
		for k := range v.NumField() {
			quantities(v.Field(k), path+"."+v.Type().Field(k).Name, on, visit)
		}
	case reflect.Slice:
		inForce := -1
		for k := range v.Len() {
			if day, dated := fromDay(v.Index(k)); dated && day <= on {
				inForce = k
			} else if !dated {
				quantities(v.Index(k), fmt.Sprintf("%s[%d]", path, k), on, visit)
			}
		}
		if inForce >= 0 {
			quantities(v.Index(inForce), fmt.Sprintf("%s[%d]", path, inForce), on, visit)
		}
	}
}

// fromDay is the first day of an entry of a dated list.
func fromDay(v reflect.Value) (policy.Date, bool) {
	if v.Kind() != reflect.Struct {
		return 0, false
	}
	field := v.FieldByName("From")
	if !field.IsValid() {
		return 0, false
	}
	from, is := field.Interface().(source.Date)
	return policy.Date(from.Days), is && from.Set
}

// Every number of a regime is read by somebody.
func TestEveryNumberOfARegimeIsRead(t *testing.T) {
	ownSeed(t)
	long(t)
	c := standard(t, "persons=2500", "burn_in.weeks=26", "horizon=18 weeks", "market.districts.smallest=1200", "start=2024-07-01", "market.jobs.left_work=80%",
		"regimes[universal-credit-2024].sanctions.missed_interview.referred=90%", "regimes[universal-credit-2024].sanctions.missed_interview.imposed=90%",
		"regimes[universal-credit-2024].sanctions.search_not_done.imposed=90%", "regimes[universal-credit-2024].sanctions.step_not_taken.imposed=90%", "regimes[universal-credit-2024].sanctions.step_not_taken.excused=40%", "regimes[universal-credit-2024].sanctions.step_not_taken.with_evidence.excused=50%",
		"regimes[universal-credit-2024].coaches.turnover=200%/year", "regimes[universal-credit-2024].monitoring.offers.noticed=60%", "regimes[universal-credit-2024].sanctions.appeal.asked=60%",
		"regimes[universal-credit-2024].sanctions.appeal.delay=4 weeks", "regimes[universal-credit-2024].sanctions.longest=100 days", "regimes[universal-credit-2024].waivers.asked=100%", "regimes[universal-credit-2024].monitoring.steps.looked_at=90%", "regimes[universal-credit-2024].sanctions.step_not_taken.excused=40%",
		"regimes[universal-credit-2024].sanctions.missed_interview.excused=40%", "regimes[universal-credit-2024].sanctions.missed_interview.with_evidence.excused=50%", courses, deliverers)
	cfg := c.Config(1)
	written := &c.Scenario.Regimes[1]
	regime := func() *sim.Regime {
		plan, found := policy.Compile(written)
		if plan == nil {
			t.Fatal(found.String())
		}
		return &sim.Regime{Name: written.Name.Value, Plan: plan, Benefits: &written.Benefits, Tax: &written.Tax, Wage: &written.MinimumWage}
	}
	cfg.Under = regime()
	w := sim.NewWorld(cfg)
	advance(t, w, 0)
	begin := func() *sim.World { // the same world comes under the regime as it is written now
		v := w.Clone()
		v.Enter(regime())
		return v
	}
	want := milestones(t, begin, cfg.Horizon)
	tried := 0
	quantities(reflect.ValueOf(written).Elem(), "regime", cfg.Start, func(path string, q *source.Quantity) {
		if neverInForce(path) || rarelyInForce(path) {
			return
		}
		tried++
		old := q.Value
		tries := []float64{float64(int(old*1.5) + 1), float64(int(old * 0.3))}
		if old < 1 || strings.HasSuffix(path, "Sanctioned") {
			tries = []float64{old * 0.6, old * 0.1}
		}
		if strings.HasSuffix(path, ".Error") {
			tries = []float64{0, 3 * old}
		}
		if old == 0 {
			tries = []float64{0.5}
		}
		changed := false
		for _, q.Value = range tries {
			if changed = differs(t, begin, cfg.Horizon, want); changed {
				break
			}
		}
		if !changed {
			t.Errorf("%s: changed from %v to %v, and nothing changed in the world", path, old, q.Value)
		}
		q.Value = old
	})
	if tried < 40 {
		t.Errorf("only %d numbers were tried", tried)
	}
}

// rarelyInForce names numbers of the chains of rare failures that a small world does not meet.
// They are read by the code that reads those of missed interviews.
func rarelyInForce(path string) bool {
	_, of, is := strings.Cut(path, ".Sanctions.")
	kind, number, _ := strings.Cut(of, ".")
	if !is || kind == "MissedInterview" {
		return false
	}
	for _, rare := range []string{"Evidence.", "Ladder[1]", "Ladder[2]", "LooksBack", "Forgives"} {
		if strings.HasPrefix(number, rare) {
			return true
		}
	}
	return false
}

// neverInForce names numbers that nobody in the shipped population can meet.
func neverInForce(path string) bool {
	for _, part := range []string{
		"HigherRate", "BasicLimit", "UpperLimit", "UpperRate", // nobody earns as much
		"Commitment.Steps[3].Share", // the last share is what the others leave
		"Under18", "Wage18Under",    // nobody under 18 works
		"Groups[0].Sanctioned",                                                   // nobody sees people in work between the thresholds
		"Migration.RunOn",                                                        // nobody is moved from another benefit; tried by TestMovedFromOneBenefitToAnother
		"Review.EndsBelow",                                                       // no contract runs for a year; tried by TestReviewsMoveShares
		"Contracts[1].Providers[0].Reports", "Contracts[1].Providers[1].Reports", // of a programme that is no duty
		"LimitedCapability.New", "LimitedCapabilityNew", // began in 2026
		"Support.Partners[3].Chance", // a course longer than this world
	} {
		if strings.Contains(path, part) {
			return true
		}
	}
	return false
}
