package sim

import (
	"math" // Sqrt is correctly rounded on every processor

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// standings is the chance of work from traits among the claimants of the starting stock:
// mean and standard deviation of its log, relative to the reference person.
type standings struct{ mean, deviation float64 }

func standingsOf(stock []float64) standings {
	n := float64(max(len(stock), 1))
	var sum, squares float64
	for _, x := range stock {
		sum += x
	}
	mean := sum / n
	for _, x := range stock {
		squares += float64((x - mean) * (x - mean))
	}
	return standings{mean, math.Sqrt(squares / n)}
}

// traits is the log of what a person's traits make of her chance of work.
func (w *World) traits(i int32) float64 {
	c, s := w.Habits, &w.Habits.Search
	return float64(w.People.SearchFixed[i]) + float64(c.LogSkill*float64(w.People.Skill[i])) + float64(s.OfferElasticity*s.MotivationSpread*float64(w.People.Motivation[i]))
}

// believed is the class into which the regime puts a claimant on what is known today.
func (w *World) believed(i int32) agents.Profile {
	p, terms := w.People, w.Regime.Plan.Profiling
	switch terms.By {
	case policy.ByJudgement:
		return terms.Cuts.Profile(w.prospects[max(p.Judged[i], 1)-1])
	case policy.ByScore:
		standing := 0.0
		if w.standings.deviation > 0 {
			standing = (w.traits(i) - w.standings.mean) / w.standings.deviation
		}
		score := agents.Scored(standing, terms.Correlation, exact.NormalQuantile(w.Draws.U(uint32(p.ID[i]), traitWeek, rng.Score)))
		return terms.Cuts.Profile(prospect(w.Habits.Finding.EntryHazard * exact.Exp(w.standings.mean+float64(w.standings.deviation*score))))
	}
	facts := w.facts(i, w.Week)
	facts.WeeksOnBenefit = int(w.Week - p.BenefitSince[i])
	return terms.Profile(facts)
}

// profile puts a claimant who has a coach into a class, if the regime does; week is the one
// whose facts make her class of rules.
func (w *World) profile(i int32, week agents.Week) {
	p, plan := w.People, w.Regime.Plan
	before := p.Profile[i]
	p.Profile[i] = agents.NoProfile
	if plan.Profiling != nil && p.Coach[i] != noCoach {
		p.Profile[i] = w.believed(i)
	}
	if p.Profile[i] != before {
		w.classify(i, w.facts(i, week))
	}
}

// profileAgain finds the class of a claimant anew when the regime says so.
func (w *World) profileAgain(d *District, i int32) {
	before := w.People.Profile[i]
	w.profile(i, w.Week)
	if now := w.People.Profile[i]; now != before {
		w.tellProfile(d, i)
	}
}

func (w *World) tellProfile(d *District, i int32) {
	if now := w.People.Profile[i]; now != agents.NoProfile {
		d.Log.event(w, i, Event{Kind: "profiled", Detail: now.String(), Rule: w.Regime.Plan.Profiling.Rule, Coach: w.People.Coach[i]})
	}
}

// after are the weeks on benefit at which it is seen whether a claim became a long one.
var after = [...]agents.Week{26, 52}

// Profiled is how claims of a class at their opening turned out: those that were still open
// after half a year and after a year, and those that were not, by whether they were red.
type Profiled [len(after)]struct{ RedLong, RedShort, OtherLong, OtherShort int32 }

// Known are the claims whose end is known at one of the two times, right those of them that
// were red and became long, or were not and did not.
func (o *Profiled) Known(at int) (known, right, long int32) {
	c := &o[at]
	return c.RedLong + c.RedShort + c.OtherLong + c.OtherShort, c.RedLong + c.OtherShort, c.RedLong + c.OtherLong
}

func (o *Profiled) add(p *Profiled) {
	for k := range o {
		o[k].RedLong += p[k].RedLong
		o[k].RedShort += p[k].RedShort
		o[k].OtherLong += p[k].OtherLong
		o[k].OtherShort += p[k].OtherShort
	}
}

// turnedOut counts a claim that was in a class at its opening when it has lasted for one of
// the two times (long), or ends before.
func (d *District) turnedOut(profile agents.Profile, at int, long bool) {
	c := &d.Profiled[at]
	switch {
	case profile == agents.Red && long:
		c.RedLong++
	case profile == agents.Red:
		c.RedShort++
	case long:
		c.OtherLong++
	default:
		c.OtherShort++
	}
}

// lasted sees whether a claim has become a long one this week.
func (w *World) lasted(d *District, i int32, weeks agents.Week) {
	p := w.People
	if k := int(p.Lasted[i]); k < len(after) && weeks >= after[k] {
		d.turnedOut(p.ClaimProfile[i], k, true)
		p.Lasted[i]++
	}
}

// closeProfile counts a claim that ends, and ends the class.
func (w *World) closeProfile(d *District, i int32) {
	p := w.People
	if p.ClaimProfile[i] != agents.NoProfile {
		for k := int(p.Lasted[i]); k < len(after); k++ {
			d.turnedOut(p.ClaimProfile[i], k, false)
		}
	}
	p.Profile[i], p.ClaimProfile[i], p.Lasted[i] = agents.NoProfile, agents.NoProfile, 0
}
