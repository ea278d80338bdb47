package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// classed is a world of claimants, a few of whom open a claim every week, who are profiled
// as told and seen every second week, those in red every week.
func classed(t testing.TB, terms policy.ProfilingTerms, config func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: 6000, status: agents.Claimant, coaches: 300, minutes: 2000, regime: func(p *policy.Plan) {
		p.Profiling = &terms
	}, config: func(c *sim.Config) {
		c.Behaviour.Finding.EntryHazard, c.Behaviour.Finding.FrailtyVariance, c.Market.Closure = 0.03, 1, sim.Stock
		if config != nil {
			config(c)
		}
	}}.world(t)
}

// The share of the claimants of each fifth of readiness who are red.
func redByFifth(w *sim.World) (share [6]float64) {
	var all [6]float64
	for i, profile := range w.People.Profile {
		fifth := w.People.Readiness[i]
		all[fifth]++
		if profile == agents.Red {
			share[fifth]++
		}
	}
	for fifth := range share {
		share[fifth] /= max(all[fifth], 1)
	}
	return share
}

var halves = agents.Cuts{Red: 0.4, Green: 0.6}

// A judgement without error and a score that tells everything put the furthest from work
// into red and the nearest into green; a score that tells nothing is a lottery, and a coach
// who errs puts some of everybody into red.
func TestProfilesTellWhoIsFarFromWork(t *testing.T) {
	exactly := func(c *sim.Config) { c.Behaviour.Coaching.Misjudged = 0 }
	for name, c := range map[string]struct {
		terms      policy.ProfilingTerms
		config     func(c *sim.Config)
		low, high  float64 // share red of the lowest fifth at least, of the highest at most
		highest    float64 // share red of the lowest fifth at most
		mixedAbove float64 // share red of the highest fifth at least
	}{
		"judgement":              {terms: policy.ProfilingTerms{By: policy.ByJudgement, Cuts: halves}, config: exactly, low: 1, high: 0, highest: 1},
		"judgement with error":   {terms: policy.ProfilingTerms{By: policy.ByJudgement, Cuts: halves}, config: func(c *sim.Config) { c.Behaviour.Coaching.Misjudged = 2 }, low: 0.5, high: 0.3, highest: 0.95, mixedAbove: 0.01},
		"a score of everything":  {terms: policy.ProfilingTerms{By: policy.ByScore, Cuts: halves, Correlation: 1}, low: 1, high: 0, highest: 1},
		"a score that is noise":  {terms: policy.ProfilingTerms{By: policy.ByScore, Cuts: halves}, low: 0.2, high: 0.7, highest: 0.7, mixedAbove: 0.2},
		"a score of some weight": {terms: policy.ProfilingTerms{By: policy.ByScore, Cuts: halves, Correlation: 0.8}, low: 0.75, high: 0.2, highest: 1},
	} {
		w := classed(t, c.terms, c.config)
		share := redByFifth(w)
		if share[1] < c.low || share[1] > c.highest || share[5] > c.high || share[5] < c.mixedAbove {
			t.Errorf("%s: red by fifth %.2f", name, share[1:])
		}
	}
	for i, profile := range (small{persons: 50, status: agents.Claimant, coaches: 2, minutes: 1000}).world(t).People.Profile {
		if profile != agents.NoProfile {
			t.Fatalf("person %d is %v where nobody is profiled", i, profile)
		}
	}
}

// A claim counts once at each time: as a long one when it lasts until then, as a short one
// when it ends before. Claims that were open when the regime began do not count.
func TestProfilesAreHeldAgainstTheTruth(t *testing.T) {
	c := standard(t, "persons=6000", "burn_in.weeks=4", "horizon=80 weeks", "regimes=[hardest-to-help-first]", "baseline=hardest-to-help-first")
	w := burnt(t, c)
	w.Enter(c.Arms[0])
	opened, long, ended := 0, [2]int{}, [2]int{}
	for k := range w.Districts {
		w.Districts[k].Log.KeepEvents = true
	}
	for w.Week < 80 {
		before := append([]agents.Profile(nil), w.People.ClaimProfile...)
		since := append([]agents.Week(nil), w.People.BenefitSince...)
		at := w.Week
		week(t, w)
		for i, profile := range before {
			for k, weeks := range []agents.Week{26, 52} {
				if profile != agents.NoProfile && at-since[i] == weeks {
					long[k]++
					if w.People.ClaimProfile[i] == agents.NoProfile || w.People.BenefitSince[i] != since[i] {
						ended[k]++ // in that week, before it was counted or after
					}
				}
			}
		}
		for k := range w.Districts {
			events := w.Districts[k].Log.Events
			for e := range events {
				if events[e].Kind == "profiled" && e > 0 && events[e-1].Kind == "claim_opened" && events[e-1].Person == events[e].Person {
					opened++
				}
			}
			w.Districts[k].Log.Events = events[:0]
		}
	}
	var got sim.Profiled
	for k := range w.Districts {
		for at := range got {
			o := &w.Districts[k].Profiled[at]
			got[at].RedLong += o.RedLong
			got[at].RedShort += o.RedShort
			got[at].OtherLong += o.OtherLong
			got[at].OtherShort += o.OtherShort
		}
	}
	for at := range got {
		known, right, lasted := got.Known(at)
		open := 0
		for i, profile := range w.People.ClaimProfile {
			if profile != agents.NoProfile && w.Week-w.People.BenefitSince[i] <= []agents.Week{26, 52}[at] {
				open++
			}
		}
		if int(lasted) > long[at] || int(lasted) < long[at]-ended[at] || int(known) != opened-open || known == 0 {
			t.Errorf("of %d claims %d are long, want %d of %d", known, lasted, long[at], opened-open)
		}
		if share := float64(right) / float64(max(known, 1)); share < 0.5 || share > 0.9 {
			t.Errorf("%.2f are rightly classed", share)
		}
	}
}

// A regime may see those in red more often, and only those.
func TestProfilesDecideWhoIsSeen(t *testing.T) {
	c := standard(t, "persons=6000", "burn_in.weeks=8", "horizon=40 weeks", "regimes=[universal-credit-2024, hardest-to-help-first]", "baseline=universal-credit-2024")
	w := burnt(t, c)
	var held [2][agents.Profiles]float64
	var profiles []agents.Profile
	for k, regime := range []*sim.Regime{c.Arms[1], c.Arms[0]} {
		v := w.Clone()
		v.ZeroCounts()
		v.Enter(regime)
		if k == 0 {
			profiles = append(profiles, v.People.Profile...)
		}
		advance(t, v, 26)
		for i, profile := range profiles {
			held[k][profile] += float64(v.People.Total.InterviewsHeld[i])
		}
	}
	if held[0][agents.Red] < 1.05*held[1][agents.Red] || held[0][agents.Green] > 0.8*held[1][agents.Green] {
		t.Errorf("interviews held of red and green: %v and %v with the hardest first, %v and %v else", held[0][agents.Red], held[0][agents.Green], held[1][agents.Red], held[1][agents.Green])
	}
}
