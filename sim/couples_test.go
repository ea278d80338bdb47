package sim_test

import (
	"slices"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

const (
	coupleAllowance = 61760 // pence a month in 2024-25, a couple of whom one is 25 or over
	hersDaily       = 1010  // of it a sanction of one of two takes a day: 617.60 x 12 / 365 / 2, to ten pence
)

// couple is a world of two persons who live together, a woman who is a claimant and a man.
func couple(t *testing.T, his agents.Status, change func(c *sim.Config), regime func(p *policy.Plan)) *sim.World {
	t.Helper()
	return small{persons: 2, status: agents.Claimant, coaches: 2, minutes: 600, regime: regime, config: func(c *sim.Config) {
		of := &c.Population
		of.Attached[0].Persons = 1
		of.Attached[0].Traits.Couple, of.Attached[0].Traits.PartnerHere = 1, 1
		of.Attached = append(of.Attached, of.Attached[0])
		of.Attached[1].Status, of.Attached[1].Traits.Women = his, 0
		if his == agents.Employed {
			of.Attached[0].Traits.PartnerWorks, of.Attached[0].Traits.PartnerPay = 1, 10000
		}
		if change != nil {
			change(c)
		}
	}}.world(t)
}

// Two claimants who live together are paid one allowance of a couple, half in each row; a
// sanction takes from her half alone what the law says, and never more than there is.
func TestJointAward(t *testing.T) {
	w := couple(t, agents.Claimant, nil, nil)
	expect(t, "the start", w, 0, sees{"Couple": 1, "AwardMonthly": coupleAllowance})
	expect(t, "the start", w, 1, sees{"Couple": -1, "AwardMonthly": coupleAllowance})
	v := w.Clone()
	advance(t, w, 13)
	for i := range int32(2) {
		expect(t, "three months", w, i, sees{"BenefitPence": 3 * coupleAllowance / 2, "Cycle": policy.CycleFrom(0)})
	}
	v.People.Sanctioned[0], v.People.SanctionDays[0] = true, 28
	advance(t, v, 13)
	expect(t, "her sanction", v, 0, sees{"BenefitPence": 3*coupleAllowance/2 - 28*hersDaily, "SanctionPence": 28 * hersDaily})
	expect(t, "his half", v, 1, sees{"BenefitPence": 3 * coupleAllowance / 2, "SanctionPence": 0})
	checkBooks(t, v)

	// Two who live apart: each the allowance of a single person.
	apart := couple(t, agents.Claimant, func(c *sim.Config) {
		for k := range c.Population.Attached {
			c.Population.Attached[k].Traits.PartnerHere, c.Population.Attached[k].Traits.Couple = 0, 0
		}
	}, nil)
	advance(t, apart, 13)
	expect(t, "apart", apart, 0, sees{"BenefitPence": 3 * allowance, "Couple": 0})
}

// When he earns more she is told of it in the week in which she hears of it, also if a claim of
// hers for reasons of health is refused that week, and no fact of hers is another.
func TestAPartnerEarnsMoreWhileSheIsRefused(t *testing.T) {
	plan := shippedCase(t).Config(1).Under.Plan
	w := couple(t, agents.Claimant, nil, func(p *policy.Plan) { p.InWork, p.Health, p.HasFirst = plan.InWork, plan.Health, false })
	p := w.People
	w.FindsWork(1, 1200, 300)
	advance(t, w, 2)
	before := w.Regime.Plan.Groups[p.Group[0]].Name
	w.FindsWork(1, 1200, 750)
	p.HealthClaim[0], p.HealthDate[0] = agents.AwaitsReconsideration, w.Week
	week(t, w)
	if after := w.Regime.Plan.Groups[p.Group[0]].Name; before != "light_touch" || p.HealthClaim[0] != agents.NoHealthClaim || after != policy.NoRequirement {
		t.Errorf("from group %s she comes into %s, her claim is %d", before, after, p.HealthClaim[0])
	}
}

// Who leaves her coach because of what he earns goes to no specialist, though it is the week of a
// review.
func TestAPartnerFindsWorkInTheWeekOfAReview(t *testing.T) {
	w := couple(t, agents.Claimant, nil, func(p *policy.Plan) {
		p.InWork, p.HasFirst = shippedCase(t).Config(1).Under.Plan.InWork, false
		p.Specialists = []policy.SpecialistTerms{{Name: "anybody", Caseload: 10, Skill: 1, Review: 2}}
	})
	p := w.People
	advance(t, w, 2)
	w.Coaches.Specialism[1-p.Coach[0]] = 1
	w.FindsWork(1, 1200, 750)
	week(t, w)
	if p.Group[0] != policy.NoGroup || p.Coach[0] >= 0 {
		t.Errorf("she is in group %d with coach %d", p.Group[0], p.Coach[0])
	}
}

// When he finds work, one taper is over the pay of both, to the penny; a week later she knows
// his pay, and little is required of her while they earn what a couple has to.
func TestAPartnerFindsWork(t *testing.T) {
	inWork := func(p *policy.Plan) { p.InWork, p.HasFirst = shippedCase(t).Config(1).Under.Plan.InWork, false }
	for _, c := range []struct {
		hours int16
		group string
	}{{10, "intensive"}, {30, "light_touch"}, {75, policy.NoRequirement}} {
		w := couple(t, agents.Claimant, nil, inWork)
		advance(t, w, 4)
		p := w.People
		w.FindsWork(1, 1200, 10*c.hours)
		net := int64(p.NetPay[1])
		week(t, w)
		week(t, w)
		if group := w.Regime.Plan.Groups[p.Group[0]].Name; int64(p.PartnerPay[0]) != net || group != c.group || (p.Coach[0] >= 0) != (group == "intensive") {
			t.Errorf("%d hours: she knows of %d of %d and is in group %s with coach %d, want %s", c.hours, p.PartnerPay[0], net, group, p.Coach[0], c.group)
		}
		advance(t, w, 9)
		award := rates(w).Award(&policy.Household{Adults: 2, AnyAdult25: true}, 5*net)
		if got := int64(p.Total.BenefitPence[0]) + int64(p.Total.BenefitPence[1]) - coupleAllowance; got != award {
			t.Errorf("%d hours: an award of %d, want %d", c.hours, got, award)
		}
		if over := p.Status[0] == agents.Inactive; over || (award == 0) == policy.Running(p.Cycle[0]) {
			t.Errorf("%d hours: status %v, cycle %d at the end of the period", c.hours, p.Status[0], p.Cycle[0])
		}
		advance(t, w, 12)
		if over := p.Status[0] == agents.Inactive; over != (award == 0) || over != (p.Total.ToNothing[0] == 1) {
			t.Errorf("%d hours: an award of %d and status %v", c.hours, award, p.Status[0])
		}
		if award > 0 {
			continue
		}
		// He loses the job: both claim, and have one claim again.
		w.Habits.Jobs.SeparationStart, w.Habits.Jobs.SeparationFloor = 1, 1
		w.Habits.Jobs.Claims = 1
		week(t, w)
		w.Habits.Jobs.SeparationStart, w.Habits.Jobs.SeparationFloor = 0, 0
		advance(t, w, 15)
		expect(t, "both out of work", w, 0, sees{"Status": agents.Claimant, "PartnerPay": 0, "AwardMonthly": coupleAllowance, "Cycle": policy.CycleFrom(12)})
		expect(t, "both out of work", w, 1, sees{"Status": agents.Claimant, "AwardMonthly": coupleAllowance, "Cycle": policy.CycleFrom(12)})
	}
}

// together is what holds of every couple.
func together(t *testing.T, w *sim.World) (couples int) {
	t.Helper()
	p := w.People
	for k := range w.Districts {
		d := &w.Districts[k]
		for _, i := range d.Couples {
			j := i + p.Couple[i]
			if i < d.First || j >= d.Last || j <= i || p.Couple[j] != i-j || p.Office[i] != p.Office[j] || p.Sex[i] == p.Sex[j] || p.RentWeekly[i] != p.RentWeekly[j] || p.Children[i] > 0 && p.Children[j] > 0 || p.EntryWeek[i] != p.EntryWeek[j] {
				t.Fatalf("persons %d and %d make no couple", p.ID[i], p.ID[j])
			}
			couples++
			if policy.Running(p.Cycle[i]) && policy.Running(p.Cycle[j]) && p.Cycle[i] != p.Cycle[j] {
				t.Fatalf("week %d: persons %d and %d have other periods: %d and %d, %v and %v", w.Week, p.ID[i], p.ID[j], p.Cycle[i], p.Cycle[j], p.Status[i], p.Status[j])
			}
		}
	}
	return couples
}

// A country with couples keeps its books, and a person's partner does not hang on the horizon.
func TestCouplesKeepTheirBooks(t *testing.T) {
	c := standard(t, "persons=1500", "population.traits.partner_in_run=90%")
	w := sim.NewWorld(c.Config(1))
	if n := together(t, w); n < 60 {
		t.Fatalf("%d couples", n)
	}
	for w.Week < 0 {
		advance(t, w, w.Week+1)
		together(t, w)
	}
	w.ZeroCounts()
	advance(t, w, 4) // into the new rates
	// Who claim together for 26 weeks on the same facts are due for six months, once.
	p := w.People
	due, before := map[int32]int32{}, slices.Clone(p.Total.BenefitPence)
	taken := slices.Clone(p.Total.SanctionPence)
	out := func(i int32) bool { return p.Status[i] == agents.Claimant && policy.Running(p.Cycle[i]) }
	for k := range w.Districts {
		for _, i := range w.Districts[k].Couples {
			if out(i) && out(i+p.Couple[i]) {
				due[i] = p.AwardMonthly[i]
			}
		}
	}
	for w.Week < 30 {
		advance(t, w, w.Week+1)
		together(t, w)
		identities(t, w, int(w.Week))
		for i, award := range due {
			if j := i + p.Couple[i]; !out(i) || !out(j) || p.AwardMonthly[i] != award || p.AwardMonthly[j] != award {
				delete(due, i)
			}
		}
	}
	for i, award := range due {
		j := i + p.Couple[i]
		got := p.Total.BenefitPence[i] + p.Total.BenefitPence[j] + p.Total.SanctionPence[i] + p.Total.SanctionPence[j] - before[i] - before[j] - taken[i] - taken[j]
		if got != 6*award {
			t.Errorf("persons %d and %d were due for %d pence in six months, not 6 x %d", p.ID[i], p.ID[j], got, award)
		}
	}
	light, joint := 0, 0
	for k := range w.Districts {
		for _, i := range w.Districts[k].Couples {
			j := i + p.Couple[i]
			if p.Status[i] == agents.Claimant && p.Status[j] == agents.Claimant {
				joint++
			}
			if p.Status[i] == agents.Claimant && p.Status[j] == agents.Employed && w.Regime.Plan.Groups[p.Group[i]].Name == "light_touch" {
				light++
			}
		}
	}
	if *seed == 0 && (joint < 5 || light == 0 || len(due) < 5) {
		t.Errorf("%d joint claims of two out of work, %d of them for half a year; %d with a light touch", joint, len(due), light)
	}
}

// Of partners something is required, or of the first claimant alone, who is the one without
// children or the older; a joint claim gives each a coach and dates of her own.
func TestObligationsOfPartners(t *testing.T) {
	for _, c := range []struct {
		of       policy.Obliged
		children bool
		asked    [2]bool // of her and of him
	}{
		{policy.Both, false, [2]bool{true, true}}, {policy.Both, true, [2]bool{true, true}},
		{policy.BothIfWithoutChildren, false, [2]bool{true, true}}, {policy.BothIfWithoutChildren, true, [2]bool{false, true}},
		{policy.FirstClaimant, true, [2]bool{false, true}}, {policy.FirstClaimant, false, [2]bool{false, true}},
	} {
		w := couple(t, agents.Claimant, func(c2 *sim.Config) {
			c2.Population.Attached[1].Traits.Ages = [4]float64{0, 0, 1, 0} // he is older
			if c.children {
				m := &c2.Population.Attached[0].Traits
				m.LeadCarer, m.YoungestFrom, m.YoungestTo = 1, 5, 6
			}
		}, func(p *policy.Plan) { p.Couples.Obliged = c.of })
		advance(t, w, 13)
		p := w.People
		for i, asked := range c.asked {
			if (p.Group[i] != policy.NoGroup) != asked || (p.Coach[i] >= 0) != asked || (p.NextInterview[i] != agents.Never) != asked || (p.Total.InterviewsHeld[i] > 0) != asked {
				t.Errorf("obligations %d, children %v: person %d is in group %d with coach %d, %d interviews", c.of, c.children, i, p.Group[i], p.Coach[i], p.Total.InterviewsHeld[i])
			}
		}
		// The claimant finds work: his partner is the claimant now, but for a light touch.
		w.FindsWork(1, 1200, 80)
		advance(t, w, 15)
		if p.Group[0] == policy.NoGroup || p.Coach[0] < 0 {
			t.Errorf("obligations %d, children %v: in group %d with coach %d once he works", c.of, c.children, p.Group[0], p.Coach[0])
		}
	}
}

// A rule about partners changes nobody's life where there are no couples, and none where nothing
// is required of anybody; where there are couples it does.
func TestRulesAboutPartnersAreForCouples(t *testing.T) {
	lives := func(here string, passive bool, of policy.Obliged) string {
		c := standard(t, "persons=800", "burn_in.weeks=4", "population.traits.partner_in_run="+here)
		w := burnt(t, c)
		regime := *c.Arms[1]
		if passive {
			regime = *c.Arms[0]
		}
		plan := *regime.Plan
		plan.Couples.Obliged = of
		regime.Plan = &plan
		w.Enter(&regime)
		advance(t, w, 8)
		for i := range w.People.Couple {
			if w.People.Couple[i] != 0 && w.People.Group[i] == policy.NoGroup && w.People.Coach[i] >= 0 {
				t.Fatalf("person %d has a coach and no obligation", w.People.ID[i])
			}
		}
		return fingerprint(t, w)
	}
	for _, c := range []struct {
		here    string
		passive bool
		same    bool
	}{{"0%", false, true}, {"90%", true, true}, {"90%", false, false}} {
		if same := lives(c.here, c.passive, policy.Both) == lives(c.here, c.passive, policy.FirstClaimant); same != c.same {
			t.Errorf("%s of partners in the run, passive %v: the same lives: %v", c.here, c.passive, same)
		}
	}
}

// What work pays is the household's gain: with one wage that leaves no award a second is kept
// whole, so she searches more and takes what she would not take before.
func TestTheGainIsTheHouseholds(t *testing.T) {
	w := couple(t, agents.Claimant, nil, nil)
	w.Habits.Search.LeastGain = 30000
	advance(t, w, 4)
	alone, takes := w.People.OwnEffort[0], w.Accepts(0, 1200)
	w.FindsWork(1, 1200, 400)
	advance(t, w, 6)
	if both := w.People.OwnEffort[0]; both <= alone || takes || !w.Accepts(0, 1200) {
		t.Errorf("effort of %g while he has no work and %g with his wage; takes a job of £444 a week: %v and %v", alone, both, takes, w.Accepts(0, 1200))
	}
}

// Who cares for a child of one is asked for less than her partner, and loses less to a sanction:
// 40% of her half.
func TestTheLeadCarerIsAskedForLess(t *testing.T) {
	ownSeed(t)
	w := couple(t, agents.Claimant, func(c *sim.Config) {
		m := &c.Population.Attached[0].Traits
		m.LeadCarer, m.YoungestFrom, m.YoungestTo = 1, 1, 1.2
	}, nil)
	p, groups := w.People, w.Regime.Plan.Groups
	if hers, his := groups[p.Group[0]].Name, groups[p.Group[1]].Name; hers != "interviews_only" || his != "intensive" {
		t.Errorf("she is in group %s and he in %s", hers, his)
	}
	for i := range 2 {
		p.Sanctioned[i], p.SanctionDays[i] = true, 28
	}
	advance(t, w, 13)
	expect(t, "her sanction", w, 0, sees{"SanctionPence": 28 * 400})
	expect(t, "his sanction", w, 1, sees{"SanctionPence": 28 * hersDaily})
}

// One of two may have an award for reasons of health: it is the award of both, the other is
// asked for what she can do, and nobody leaves it for nothing alone.
func TestOneOfTwoIsOnAHealthRelatedBenefit(t *testing.T) {
	const element = 41619
	w := couple(t, agents.OtherBenefit, nil, nil)
	w.Habits.Exits.ToNothing = 1
	v := w.Clone()
	v.People.Sanctioned[0], v.People.SanctionDays[0] = true, 28
	advance(t, w, 13)
	for i, status := range []agents.Status{agents.Claimant, agents.OtherBenefit} {
		expect(t, "a joint award with an element", w, int32(i), sees{"Status": status, "AwardMonthly": coupleAllowance + element, "WeeksOnBenefit": 13})
	}
	if got := w.People.Total.BenefitPence[0] + w.People.Total.BenefitPence[1]; got != 3*(coupleAllowance+element) {
		t.Errorf("%d pence in three months", got)
	}
	if w.People.Total.InterviewsHeld[0] == 0 || w.People.Total.InterviewsHeld[1] > 0 {
		t.Errorf("interviews of her %d and of him %d", w.People.Total.InterviewsHeld[0], w.People.Total.InterviewsHeld[1])
	}
	advance(t, v, 13)
	expect(t, "her sanction", v, 0, sees{"SanctionPence": 28 * hersDaily})
}

// Two lives part through the partner where only the partner's rules changed, and the trace says
// who that is.
func TestLivesPartThroughThePartner(t *testing.T) {
	ownSeed(t)
	sets := []string{"regimes=[partners-as-dependants, universal-credit-2024]", "baseline=universal-credit-2024", "population.traits.partner_in_run=90%", "market.search.support=3"}
	for _, regime := range [2]string{"partners-as-dependants", "universal-credit-2024"} { // so that others reach nobody through minutes or fear
		sets = append(sets, "regimes."+regime+".coaches.full_time_equivalents=300000", "regimes."+regime+".sanctions=none")
	}
	c := little(t, sets...)
	p := sim.NewWorld(c.Config(1)).People
	through, tried := 0, 0
	for i := int32(0); i < int32(p.Len()) && through == 0 && tried < 60; i++ {
		if p.Couple[i] == 0 || p.Status[i] == agents.Absent {
			continue
		}
		tried++
		for _, parting := range liveTwice(t, c, [2]*sim.Regime{c.Arms[0], c.Arms[1]}, p.ID[i]).Partings {
			for _, s := range parting.Shared {
				if s.Channel == sim.ByPartner {
					through++
					if want := p.ID[i+p.Couple[i]]; s.Takers[0].Person != want {
						t.Errorf("person %d parts through %d, not %d", p.ID[i], s.Takers[0].Person, want)
					}
				}
			}
		}
	}
	if through == 0 {
		t.Errorf("none of %d lives parts through a partner", tried)
	}
}

// How somebody fares counts up to pension age, whatever she hears of a partner's pay.
func TestNobodyPastPensionAgeIsCounted(t *testing.T) {
	w := couple(t, agents.Claimant, func(c *sim.Config) {
		c.Population.Attached[0].Traits.Ages = [4]float64{0, 0, 0, 1}
		c.Population.Attached[1].Traits.Ages = [4]float64{0, 0, 1, 0}
	}, nil)
	w.People.BornWeek[0] = -agents.Week(w.Habits.Exits.RetiresAt*52.1786) + 6
	advance(t, w, 10)
	p := w.People
	if p.Status[0] != agents.Retired {
		t.Fatalf("she is in status %v", p.Status[0])
	}
	lived := p.Total.WeeksThere[0]
	w.FindsWork(1, 1200, 300)
	advance(t, w, 14)
	if p.PartnerPay[0] == 0 || p.Total.WeeksThere[0] != lived {
		t.Errorf("she knows of %d pence; %d weeks count after %d", p.PartnerPay[0], p.Total.WeeksThere[0], lived)
	}
}
