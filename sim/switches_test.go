package sim_test

import (
	"reflect"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/simtest"
)

// everythingOn is a small world after its burn-in in which every part of the front line acts.
func everythingOn(t *testing.T) (*sim.World, *sim.Regime) {
	t.Helper()
	c := smallStandard(t, signing, "regimes[universal-credit-2024].sanctions.appeal.asked=90%", "regimes[universal-credit-2024].sanctions.reconsideration={asked: 100%, delay: 1 week, changed: 50%, changed_with_reason: 50%}",
		"persons=1500",
		"regimes[universal-credit-2024].coaches.specialists=[{name: health, share: 30%, who: {health_limited: true}, caseload: 3, skill: 2, review: 2 weeks, consulted: 5 minutes}]",
		"regimes[universal-credit-2024].autonomy={interval: 0.5, excusing: 0.5, referral: 0.5, shortened: 0.5, offices: 40%}")
	regime := split(c.Under)
	plan := *regime.Plan
	plan.Profiling = &policy.ProfilingTerms{Cuts: agents.Cuts{Red: 0.4, Green: 0.6}, Again: 4}
	regime.Plan = &plan
	c.Under = regime
	w := sim.NewWorld(c)
	advance(t, w, 0)
	w.ZeroCounts()
	return w, regime
}

// total adds up a column of counts over persons or coaches.
func total(w *sim.World, column string) (sum float64) {
	v := reflect.ValueOf(&w.People.Total).Elem().FieldByName(column)
	for _, table := range []any{w.People, &w.Coaches} {
		if !v.IsValid() {
			v = reflect.ValueOf(table).Elem().FieldByName(column)
		}
	}
	for i := range v.Len() {
		switch x := v.Index(i); {
		case x.CanInt():
			sum += float64(x.Int())
		case x.CanUint():
			sum += float64(x.Uint())
		}
	}
	return sum
}

// TestPartsOfARegimeAreSwitchedOff leaves one part of a regime after the other out: what it
// counts is nothing then, and something where it is there.
func TestPartsOfARegimeAreSwitchedOff(t *testing.T) {
	ownSeed(t)
	w, regime := everythingOn(t)
	play := func(change any) *sim.World {
		v, r, plan := w.Clone(), *regime, *regime.Plan
		behaviour := v.Habits.Behaviour
		switch change := change.(type) {
		case func(p *policy.Plan):
			change(&plan)
		case func(b *agents.Behaviour):
			change(&behaviour)
		}
		r.Plan, v.Habits = &plan, agents.NewConstants(behaviour)
		v.Enter(&r)
		advance(t, v, 10)
		return v
	}
	on := play(nil)
	for _, part := range []struct {
		name    string
		off     any // what it does to the plan or to behaviour
		columns []string
	}{
		{"commitment", func(p *policy.Plan) { p.Commitment.First, p.Commitment.Later = 0, 0; p.Steps = nil }, []string{"StepsAgreed"}},
		{"identity and hand-offs", func(p *policy.Plan) { p.HandOffs = policy.HandOffPlan{} }, []string{"HandOffs", "LostBetween"}},
		{"channels", func(p *policy.Plan) { p.Channels[agents.FaceToFace].Reaches[agents.Offline] = 1 }, []string{"Unreached"}},
		{"interviews", func(p *policy.Plan) { p.Staff.FullTimeEquivalents = 0 }, []string{"InterviewsHeld", "InterviewsMissed"}},
		{"postponing", func(p *policy.Plan) { p.Postponing = nil }, []string{"InterviewsPostponed"}},
		{"signing", func(p *policy.Plan) { p.Signing = nil }, []string{"Signed", "SigningsMissed"}},
		{"sanctions", func(p *policy.Plan) {
			p.Missed, p.SearchNotDone, p.StepNotTaken, p.OfferRefused, p.LeftWork, p.NotAttended = nil, nil, nil, nil, nil, nil
		}, []string{"Sanctions", "SanctionsIll", "InterviewsExcused", "Referrals"}},
		{"waivers", func(p *policy.Plan) { p.Waivers = nil }, []string{"WaiversGranted"}},
		{"reconsideration", func(p *policy.Plan) { p.Reconsideration, p.Appeal = nil, nil }, []string{"Overturned", "RepaidPence"}},
		{"hardship", func(p *policy.Plan) { p.Hardship = nil }, []string{"HardshipPence"}},
		{"advances", func(p *policy.Plan) { p.Payment.Largest = 0 }, []string{"AdvancePence"}},
		{"employer service", func(p *policy.Plan) { p.Employers = nil }, []string{"Submitted", "Submissions", "SecondsSubmitting"}},
		{"fund", func(p *policy.Plan) { s := *p.Support; s.Fund = nil; p.Support = &s }, []string{"FundPence", "SpentPence"}},
		{"partners", func(p *policy.Plan) { s := *p.Support; s.Partners = nil; p.Support = &s }, []string{"Linked"}},
		{"support", func(p *policy.Plan) { p.Support = nil }, []string{"BarriersAddressed", "SecondsSupporting"}},
		{"programmes", func(p *policy.Plan) { p.Programmes, p.Contracts, p.Providers, p.NotAttended = nil, nil, nil, nil }, []string{"ProgrammesOffered", "ProgrammeStarts", "ProviderStarts", "Offers"}},
		{"turnover", func(p *policy.Plan) { p.Staff.Turnover = 0 }, []string{"Arrived"}},
		{"specialists", func(p *policy.Plan) { p.Specialists = nil }, []string{"Specialism", "Consulted"}},
		{"requirements in work", func(p *policy.Plan) { p.InWork = nil }, []string{"HeldInWork"}},
		{"good reasons", func(b *agents.Behaviour) { b.Reasons = agents.Reasons{} }, []string{"InterviewsPostponed"}},
		{"confidence", func(b *agents.Behaviour) { b.Barriers.Told = 0 }, []string{"BarriersAddressed"}},
		{"asking in time", func(b *agents.Behaviour) { b.Attendance.AsksInTime = 0 }, []string{"InterviewsPostponed"}},
		{"applications not made", func(b *agents.Behaviour) { b.Office.NotApplied, b.Reasons = 0, agents.Reasons{} }, []string{"NotApplied"}},
		{"going beyond conscience", func(b *agents.Behaviour) { b.Targets.NearDate = 0 }, []string{"ClosedEarly", "MovedOn"}},
		{"targets", func(p *policy.Plan) { p.Indicators = nil }, []string{"ClosedEarly", "MovedOn"}},
	} {
		v := play(part.off)
		for _, column := range part.columns {
			if n := total(v, column); n != 0 {
				t.Errorf("without %s there is %g of %s", part.name, n, column)
			}
			if total(on, column) == 0 {
				t.Errorf("with %s there is no %s", part.name, column)
			}
		}
	}
}

// Coaches who are made kinder and more lenient refer less, win more rapport and distress less
// than those who are made harsher; made neither they are as they were.
func TestMannerOfCoaches(t *testing.T) {
	w, regime := everythingOn(t)
	play := func(kinder, stricter float64) (referrals, rapport, distress float64) {
		v, r, plan := w.Clone(), *regime, *regime.Plan
		plan.Staff.Kinder, plan.Staff.Stricter = kinder, stricter
		r.Plan = &plan
		v.Enter(&r)
		advance(t, v, 10)
		for i := range v.People.ID {
			rapport += float64(v.People.Rapport[i])
			distress += float64(v.People.Distress[i])
		}
		return total(v, "Referrals"), rapport, distress
	}
	kindReferrals, kindRapport, kindDistress := play(2, -2)
	referrals, rapport, distress := play(0, 0)
	harshReferrals, harshRapport, harshDistress := play(-2, 2)
	if kindReferrals >= referrals || referrals >= harshReferrals {
		t.Errorf("kind coaches refer %g times, others %g and harsh ones %g", kindReferrals, referrals, harshReferrals)
	}
	if kindRapport <= rapport || rapport <= harshRapport {
		t.Errorf("kind coaches have won %g of rapport, others %g and harsh ones %g", kindRapport, rapport, harshRapport)
	}
	if kindDistress >= distress || distress >= harshDistress {
		t.Errorf("distress adds up to %g with kind coaches, %g with others and %g with harsh ones", kindDistress, distress, harshDistress)
	}
}

// TestResponsesAreSwitchedOff changes what people remember and expect, in one world of two:
// with the response to it at nothing both have the same week, and with the response that is
// shipped they have not.
func TestResponsesAreSwitchedOff(t *testing.T) {
	w, _ := everythingOn(t)
	fill := func(column []float32, value float32) {
		for i := range column {
			column[i] = value
		}
	}
	for _, response := range []struct {
		name    string
		off     func(b *agents.Behaviour)
		change  func(w *sim.World)
		columns simtest.Skip
	}{
		{"what interviews add", func(b *agents.Behaviour) { b.Search.Support, b.Moves.Support = 0, 0 }, func(w *sim.World) { fill(w.People.Helped, 3) }, simtest.Skip{"Helped": true}},
		{"steps taken", func(b *agents.Behaviour) { b.Search.Steps = 0 }, func(w *sim.World) { fill(w.People.StepsLately, 4) }, simtest.Skip{"StepsLately": true}},
		{"rapport", func(b *agents.Behaviour) { b.Attendance.RapportOdds, b.Barriers.Told = 0, 0 }, func(w *sim.World) { fill(w.People.Rapport, 1) }, simtest.Skip{"Rapport": true}},
		{"the fear of loss", func(b *agents.Behaviour) { b.Threat.Effort, b.Attendance.ThreatOdds = 0, 0 }, func(w *sim.World) { fill(w.People.LossLately, 9000) }, simtest.Skip{"LossLately": true}},
		{"strictness", func(b *agents.Behaviour) {
			b.Coaching.StrictnessSpread, b.Coaching.Tilt, b.Wellbeing.Shocks.Contact = 0, 0, 0
		}, func(w *sim.World) { fill(w.Coaches.Strictness, 3) }, simtest.Skip{"coaches.Strictness": true}},
		{"distress", func(b *agents.Behaviour) { b.Wellbeing.Feedback = false }, func(w *sim.World) { fill(w.People.Distress, 3) }, simtest.Skip{"Distress": true, "WeeksDistressed": true, "DistressSum": true, "SatisfactionSum": true}},
	} {
		same := func(off bool) *simtest.Difference {
			a := w.Clone()
			if off {
				b := a.Habits.Behaviour
				response.off(&b)
				a.Habits = agents.NewConstants(b)
			}
			other := a.Clone()
			response.change(other)
			advance(t, a, a.Week+4)
			advance(t, other, other.Week+4)
			return simtest.Compare(a, other, response.columns)
		}
		if d := same(true); d != nil {
			t.Errorf("%s: switched off, and changed still: %s", response.name, d)
		}
		if same(false) == nil {
			t.Errorf("%s changes nothing", response.name)
		}
	}
}
