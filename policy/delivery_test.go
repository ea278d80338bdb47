package policy

import (
	"caseload/agents"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caseload/policy/source"
)

// evenly spreads a fact over a range of whole numbers.
func evenly(from, to int) func(int) float64 {
	return func(x int) float64 { return min(1, max(0, float64(x-from)/float64(to-from))) }
}

// Worked by hand: 1,000 claimants aged 20 to 40, a quarter below 25, spread evenly over
// 100 weeks on benefit, so that 10 claim and 10 leave every week.
func TestDeliverByHand(t *testing.T) {
	r := &Regime{}
	library := shippedLibrary()
	library.Read = func(string) ([]byte, error) {
		return []byte(`kind: regime
title: Two rules
extends: passive
claim:
  identity_check: 1 week
  first_interview: {within: 3 weeks, length: 60 minutes, shortest: 30 minutes}
groups: [{name: young, who: {age: {below: 25}}, sanctioned_share: 100%}, {name: others, sanctioned_share: 100%}]
interviews:
  - {name: young, who: {group: [young], weeks_on_benefit: {below: 25}}, every: 1 week, length: 20 minutes, shortest: 10 minutes, mandatory: true}
  - {name: others, who: {group: [others]}, every: 5 weeks, length: 40 minutes, shortest: 10 minutes, mandatory: false}
coaches: {full_time_equivalents: 10, hours: 40 hours/week, present: 50%, interviewing: 50%, cost: £45000/year}
sanctions:
  missed_interview:
    excused: 50%
    referred: 40%
    imposed: 50%
    decision_delay: 4 weeks
    looks_back: 365 days
    forgives_within: 14 days
    ladder: [{until_compliance: true, then: 7 days}]
`), nil
	}
	if _, found := library.Load("regime", "two.yaml", r, nil); len(found) > 0 {
		t.Fatal(found)
	}
	plan, found := Compile(r)
	if found != nil {
		t.Fatal(found)
	}
	stock := Stock{Persons: 1000, NewClaims: 10, Missed: 0.2, WeeksBelow: evenly(0, 100), AgeBelow: evenly(20, 40), ChildBelow: evenly(0, 16), LeadCarer: 0.3}
	d := plan.Deliver(0, []Stock{stock}, 0, nil)
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9*max(1, want) {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	}
	near("all have a coach", d.All.Claimants, 1000)
	near("first interviews", d.Asked[0].Interviews, 10)
	// The first interview is held at 4 weeks, so the weekly ones begin at 5: 20 of 100 weeks.
	near("young claimants", d.Asked[1].Claimants, 1000*0.25*0.20)
	near("their interviews", d.Asked[1].Interviews, 50)
	near("other claimants", d.Asked[2].Claimants, 1000*0.75*0.95)
	near("their interviews", d.Asked[2].Interviews, 142.5)
	near("minutes", d.All.Minutes, 10*60+50*20+142.5*40)
	near("minutes at shortest", d.All.Shortest, 10*30+50*10+142.5*10)
	near("minutes of coaches", d.Minutes, 10*0.5*40*60*0.5)
	near("nobody learns", d.Learning, 0)
	near("share", d.Share, 7300.0/6000)
	near("caseload", d.Caseload, 100)
	near("mandatory interviews missed", d.Chain.Missed, 0.2*(10+50))
	near("sanctions", d.Chain.Sanctions, 0.2*(10+50)*0.1)
	if !d.Fits() || d.Warnings() != nil || !strings.Contains(d.String(), "every interview fits, but not at its full length") {
		t.Errorf("what fits when it is shortened: %s\n%s", d, d.Warnings())
	}

	// Of those in post a tenth leaves every week; newcomers have nothing, then half, then all.
	learning := *plan
	learning.Staff.Turnover, learning.Staff.Training, learning.Staff.NewcomerTime = 0.1, 2, 0
	near("learning", learning.Deliver(0, []Stock{stock}, 0, nil).Learning, 6000*(0.1+0.09/2))

	r.Coaches.Number.Value = 2
	if plan, found = Compile(r); found != nil {
		t.Fatal(found)
	}
	d = plan.Deliver(0, []Stock{stock}, 0, nil)
	near("what cannot be held cannot be missed", d.Chain.Missed, 0.2*(10+50)*1200/2225)
	want := "two.yaml:11:34: coaches.full_time_equivalents: warning: 202 interviews a week take 2,225 minutes at their shortest, and coaches have 1,200\n" +
		"    4 full-time coaches could hold them, 13 without cutting any short; or see people less often"
	if got := d.Warnings(); len(got) != 1 || got[0].String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// Ten of those seen are new, and a tenth of the people cannot be reached: seen every two weeks
// and by another channel from three weeks after the first miss, each of them misses two interviews;
// of people who are all there already each misses one in the first week that has it.
func TestDeliverCountsWhomAChannelDoesNotReach(t *testing.T) {
	p := &Plan{}
	p.Channels[agents.Telephone] = ChannelTerms{Reaches: [agents.DigitalAccesses]float64{1, 1, 0}, After: 3}
	s := &Stock{NewClaims: 100, Digital: [agents.DigitalAccesses]float64{0.9, 0, 0.1}}
	telephone := &Schedule{Every: 2, Channel: agents.Telephone}
	lost := func() float64 { return math.Round(p.lostBy(telephone, s, 500, 10)*1e6) / 1e6 }
	if got := lost(); got != 2 {
		t.Errorf("%v interviews of new claimants are lost, want 2", got)
	}
	p.HasFirst, p.First.Channel = true, agents.Telephone
	if got := lost(); got != 1 {
		t.Errorf("after a first interview by the same channel %v are lost, want 1", got)
	}
	s.NewClaims = 0
	if got := lost(); got != 50 {
		t.Errorf("%v of 500 are lost by those who are there, want 50", got)
	}
	s.NewClaims, p.Channels[agents.Telephone].After = 100, agents.Never
	if got := lost(); got != 50 {
		t.Errorf("%v of 500 are lost where nothing is done about it, want 50", got)
	}
	p.Channels[agents.FaceToFace] = faceToFace
	if telephone.Channel = agents.FaceToFace; lost() != 0 {
		t.Error("interviews face to face are lost")
	}
}

// Whatever the thresholds are, each claimant is counted once.
func TestDeliverCountsEverybodyOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRegime(t)
		r.Groups = append(r.Groups, Group{Name: source.Text{Value: "everybody else"}})
		for k := range r.Groups {
			r.Groups[k].From, r.Groups[k].Until = source.Date{}, source.Date{}
		}
		plan, found := Compile(r)
		if found != nil {
			t.Fatal(found)
		}
		share := func(name string) float64 { return float64(rapid.IntRange(0, 10).Draw(t, name)) / 10 }
		d := plan.Deliver(0, []Stock{{
			Persons: 500, WeeksBelow: evenly(0, 80), AgeBelow: evenly(16, 66), ChildBelow: evenly(0, 16), LeadCarer: share("carers"),
			Partner: share("couples"), HealthLimited: share("limited"), LimitedCapability: share("capability"),
		}}, 0, nil)
		if math.Abs(d.All.Claimants-500) > 1e-6 {
			t.Fatalf("%v of 500 claimants", d.All.Claimants)
		}
		seen := 0.0
		for _, a := range d.Asked {
			seen += a.Claimants
		}
		if seen > 500+1e-6 {
			t.Fatalf("%v of 500 claimants are seen", seen)
		}
	})
}

// A fund and local partners are held against what coaches ask of them.
func TestDeliverHoldsNeedsAgainstMeans(t *testing.T) {
	plan, found := Compile(everything(t))
	if found.Failed() {
		t.Fatal(found.String())
	}
	stock := Stock{Persons: 1e5, NewClaims: 3000, Told: 0.5,
		WeeksBelow: func(w int) float64 { return min(1, float64(w)/100) }, AgeBelow: func(y int) float64 { return min(1, float64(y)/65) },
		ChildBelow: func(y int) float64 { return min(1, float64(y)/18) }, ChanceBelow: func(c float64) float64 { return c }}
	asked := func(transport, debt float64) *Needs {
		s := stock
		s.Barriers[agents.NoTransport], s.Barriers[agents.Debts] = transport, debt
		d := plan.Deliver(DateOf(2024, 4, 8), []Stock{s}, 0, nil)
		for _, w := range d.needsWarnings() {
			if few := strings.Contains(w.Path, "partners"); few != (d.Needs.Partners[0].Asked > d.Needs.Partners[0].Takes) && few {
				t.Errorf("%s", w)
			}
		}
		return d.Needs
	}
	none, some, twice := asked(0, 0), asked(0.1, 0.1), asked(0.2, 0.2)
	if none.Fund.AskedPence != 0 || none.Partners[0].Asked != 0 || some.addressed <= 0 || some.addressed >= 1 {
		t.Errorf("%+v and %+v", none, some)
	}
	if got := float64(twice.Fund.AskedPence) / float64(max(some.Fund.AskedPence, 1)); got < 1.99 || got > 2.01 {
		t.Errorf("twice the barriers ask the fund for %.3f times as much", got)
	}
	if some.Partners[0].Takes != 100.0/6 {
		t.Errorf("100 places of 6 weeks take %v a week", some.Partners[0].Takes)
	}
}
