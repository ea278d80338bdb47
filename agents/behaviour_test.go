package agents_test

import (
	"math"
	"testing"

	"caseload/agents"
)

// plain is behaviour with round numbers.
func plain() agents.Behaviour {
	return agents.Behaviour{
		Search: agents.Search{Applications: 2, MotivationSpread: 0.5, GainElasticity: 0.3, ReferenceGain: 20000, IncomeCut: 0.2, Support: 0.1, SupportHalfLife: 6,
			RequiredPerHour: 0.1, MonitoringHalf: 2, OfferElasticity: 0.4},
		Finding:    agents.Finding{EntryHazard: 0.03, FrailtyVariance: 0.5, Skill: 0.3, HealthLimitedRatio: 0.6, LimitedCapabilityRatio: 0.3, Over50Ratio: 0.8, CarerUnder3Ratio: 0.4},
		Attendance: agents.Attendance{Missed: 0.13, ComplianceOdds: 2, HealthOdds: 1.3, ThreatOdds: 0.1, ContactPerWeek: 0.2, ContactExponent: 1},
		Threat:     agents.Threat{HalfLife: 13, OwnWeight: 0.5, Effort: 0.05},
		Jobs: agents.Jobs{SeparationStart: 0.04, SeparationFloor: 0.002, SeparationTime: 30, FrailtyVariance: 0.3, FrailtyCorrelation: -0.3,
			Claims: 0.7, OtherJob: 0.2, ClaimDelay: 1},
		Pay: agents.Pay{AtMinimum: 0.45, Above: 0.18, Skill: 0.15, PartTime: 0.4, PartHours: 20, FullHours: 37},
		Claims: agents.HealthClaims{LimitedFrom: 0.2, UnableFrom: 0.7, Considers: 0.04, FlareRatio: 3, Doubt: 0.7, ElementWeight: 0.3, HoursWeight: 0.05, Effort: 3,
			Reconsiders: 0.25, TryWork: 0.0015, BelievedLoss: 0.5, Caution: 0.3, JobExpected: 26},
		Exits:   agents.Exits{ToNothing: 0.006, LossRatio: 1.9, RetiresAt: 66},
		Returns: agents.Returns{NothingStart: 0.009, NothingFloor: 0.0005, NothingTime: 40, NothingToWork: 0.002},
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
		t.Errorf("%s is %.12g, want %.12g", what, got, want)
	}
}

// rises fails the test where f falls, or where it does not rise at all between the ends.
func rises(t *testing.T, what string, f func(x float64) float64, from, to float64) {
	t.Helper()
	last := f(from)
	first := last
	for k := 1; k <= 200; k++ {
		x := from + (to-from)*float64(k)/200
		now := f(x)
		if now < last {
			t.Errorf("%s falls from %g to %g at %g", what, last, now, x)
			return
		}
		last = now
	}
	if last <= first {
		t.Errorf("%s does not rise from %g to %g", what, from, to)
	}
}

func TestEffort(t *testing.T) {
	c := agents.NewConstants(plain())
	near(t, "the reference person's effort", c.LogEffort(0, 20000), math.Log(2))
	near(t, "a motivated person's effort", c.LogEffort(1, 20000), math.Log(2)+0.5)
	near(t, "effort for twice the gain", c.LogEffort(0, 40000), math.Log(2)+0.3*math.Log(2))
	near(t, "effort for no gain", c.LogEffort(0, -5), math.Log(2)+0.3*math.Log(100.0/20000))
	rises(t, "effort with motivation", func(x float64) float64 { return c.LogEffort(x, 15000) }, -3, 3)
	rises(t, "effort with gain", func(x float64) float64 { return c.LogEffort(0, agents.Pence(x)) }, -5000, 50000)
}

func TestApplications(t *testing.T) {
	c := agents.NewConstants(plain())
	near(t, "unprompted", logMade(c, 0.7, agents.Prompts{}), 0.7)
	near(t, "seen once", logMade(c, 0.7, agents.Prompts{Seen: 1, Helped: 1, Checked: 1}), 0.7+0.1*math.Log(2))
	near(t, "all income lost", logMade(c, 0.7, agents.Prompts{LostShare: 1}), 0.7+0.2)
	near(t, "threatened", logMade(c, 0.7, agents.Prompts{ExpectedLoss: 2}), 0.7+0.1)
	required := agents.Prompts{Seen: 2, Helped: 1, Checked: 1, RequiredHours: 35, Compliance: 1}
	near(t, "half monitored", logMade(c, -3, required), math.Log(35*0.1/2))
	near(t, "who does more than she must", logMade(c, 3, required), 3+0.1*math.Log(3))
	for name, p := range map[string]agents.Prompts{"unseen": {RequiredHours: 35, Compliance: 1}, "who complies with nothing": {Seen: 2, Helped: 1, Checked: 1, RequiredHours: 35}, "without hours": {Seen: 2, Helped: 1, Checked: 1, Compliance: 1}} {
		near(t, name, logMade(c, -3, p), -3+0.1*math.Log1p(p.Seen))
	}
	for what, of := range map[string]func(x float64) agents.Prompts{
		"interviews": func(x float64) agents.Prompts {
			return agents.Prompts{Seen: x, Helped: 1, Checked: 1, RequiredHours: 35, Compliance: 0.5}
		},
		"hours": func(x float64) agents.Prompts {
			return agents.Prompts{Seen: 2, Helped: 1, Checked: 1, RequiredHours: 35 * x, Compliance: 1}
		},
		"compliance": func(x float64) agents.Prompts {
			return agents.Prompts{Seen: 2, Helped: 1, Checked: 1, RequiredHours: 35, Compliance: x}
		},
		"the threat": func(x float64) agents.Prompts { return agents.Prompts{ExpectedLoss: x} },
		"a loss":     func(x float64) agents.Prompts { return agents.Prompts{LostShare: x} },
	} {
		rises(t, "applications with "+what, func(x float64) float64 { return logMade(c, 0, of(x)) }, 0, 1)
	}
}

// logMade is the log of the applications that somebody makes.
func logMade(c *agents.Constants, own float64, p agents.Prompts) float64 {
	made, log := c.ApplicationsMade(own, &p)
	if d := math.Log(made) - log; d < -1e-12 || d > 1e-12 {
		return math.NaN()
	}
	return log
}

func TestEffectiveSearch(t *testing.T) {
	c := agents.NewConstants(plain())
	near(t, "the reference person", c.EffectiveSearch(0, math.Log(2)), 1)
	near(t, "twice the applications", c.EffectiveSearch(0, math.Log(4)), math.Pow(2, 0.4))
	p := agents.NewPopulation(1)
	p.SearchFrailty[0] = 2
	near(t, "frailty", c.Fixed(p, 0, false, false), math.Log(2))
	p.Skill[0], p.HealthLimited[0], p.LimitedCapability[0] = 1, true, true
	near(t, "everything at once, whatever the skill", c.Fixed(p, 0, true, true), math.Log(2*0.6*0.3*0.8*0.4))
	never := plain()
	never.Finding.HealthLimitedRatio = 0
	if x := agents.NewConstants(never).EffectiveSearch(agents.NewConstants(never).Fixed(p, 0, false, false), 0); x > 1e-15 {
		t.Errorf("a hazard ratio of 0 leaves %g", x)
	}
}

func TestMissing(t *testing.T) {
	asked := func(compliance, loss float64) agents.Invited {
		return agents.Invited{Duty: true, Compliance: compliance, Rapport: 0.5, ExpectedLoss: loss}
	}
	ill := func(by agents.Invited) agents.Invited { by.Limited = true; return by }
	c := agents.NewConstants(plain())
	near(t, "median compliance", c.MissChance(asked(0.5, 0)), 0.13)
	odds := func(p float64) float64 { return p / (1 - p) }
	near(t, "the least compliant", odds(c.MissChance(asked(0, 0))), odds(0.13)*math.E)
	near(t, "limiting health", odds(c.MissChance(ill(asked(0.5, 0)))), odds(0.13)*1.3)
	near(t, "the threat of £20 a week", odds(c.MissChance(asked(0.5, 2))), odds(0.13)*math.Exp(-0.2))
	rises(t, "attendance with compliance", func(x float64) float64 { return -c.MissChance(asked(x, 0)) }, 0, 1)
	rises(t, "attendance with the threat", func(x float64) float64 { return -c.MissChance(asked(0.5, x)) }, 0, 10)
	b := plain()
	b.Attendance.DutyOdds, b.Attendance.MotivationOdds = 0.7, 0.2
	c = agents.NewConstants(b)
	free := agents.Invited{Compliance: 0.5, Rapport: 0.5}
	near(t, "no duty", odds(c.MissChance(free)), odds(0.13)*math.Exp(0.7))
	near(t, "the threat without a duty", c.MissChance(agents.Invited{Rapport: 0.5, ExpectedLoss: 9}), c.MissChance(free))
	for _, duty := range []bool{false, true} {
		rises(t, "attendance with motivation", func(x float64) float64 { return -c.MissChance(agents.Invited{Duty: duty, Motivation: x}) }, -3, 3)
	}
	for share, want := range map[float64]float64{0: 0, 1: 1} {
		b := plain()
		b.Attendance.Missed = share
		if got := agents.NewConstants(b).MissChance(ill(asked(0.3, 1))); math.Abs(got-want) > 1e-15 {
			t.Errorf("of a share of %g, %g are missed", share, got)
		}
	}
}

// Whatever the exponent, the mean over compliance is the parameter.
func TestContact(t *testing.T) {
	for _, exponent := range []float64{0, 1, 2} {
		b := plain()
		b.Attendance.ContactExponent = exponent
		c := agents.NewConstants(b)
		mean := 0.0
		for k := range 1000 {
			mean += c.ContactChance((float64(k)+0.5)/1000) / 1000
		}
		if math.Abs(mean-0.2) > 1e-6 {
			t.Errorf("exponent %g: a mean chance of %g, want 0.2", exponent, mean)
		}
		if exponent > 0 {
			rises(t, "contact with compliance", c.ContactChance, 0.01, 1)
		}
	}
	b := plain()
	b.Attendance.ContactPerWeek = 1
	if got := agents.NewConstants(b).ContactChance(1); got != 1 {
		t.Errorf("a chance of %g", got)
	}
}

func TestExpectedLoss(t *testing.T) {
	c := agents.NewConstants(plain())
	near(t, "£10 of others and £30 of one's own", c.ExpectedLoss(1000, 3000), 2)
}

func TestSeparation(t *testing.T) {
	c := agents.NewConstants(plain())
	near(t, "a new job", c.Separation(0, 1), 0.04)
	near(t, "after 30 weeks", c.Separation(30, 1), 0.002+0.038*math.Exp(-1))
	near(t, "a long-held job", c.Separation(5000, 2), 0.004)
	near(t, "nobody loses a job more than once", c.Separation(0, 1000), 1)
	near(t, "before its start", c.Separation(-3, 1), 0.04)
	rises(t, "stability with tenure", func(x float64) float64 { return -c.Separation(agents.Week(x), 1) }, 0, 400)
	total := 0.0
	for week := range agents.Week(60) {
		near(t, "exposure", c.SeparationExposure(week), total)
		total += c.Separation(week, 1)
	}
}

func TestLeaving(t *testing.T) {
	c := agents.NewConstants(plain())
	near(t, "to nothing", c.LeavesForNothing(0), 0.006)
	near(t, "to nothing with all income lost", c.LeavesForNothing(1), 0.006*1.9)
	rises(t, "leaving with the loss", c.LeavesForNothing, 0, 1)
	near(t, "a return just after leaving", c.ReturnFromNothing(0), 0.009)
	near(t, "a return long after", c.ReturnFromNothing(5000), 0.0005)
	rises(t, "staying away", func(x float64) float64 { return -c.ReturnFromNothing(agents.Week(x)) }, 0, 360)
	b := plain()
	b.Exits.ToNothing = 1
	c = agents.NewConstants(b)
	if c.LeavesForNothing(1) != 1 {
		t.Error("a chance above 1")
	}
}

func TestOffers(t *testing.T) {
	c := agents.NewConstants(plain())
	for _, o := range []struct {
		skill, uPay, uHours float64
		hourly              agents.Pence
		tenths              int16
	}{
		{0, 0.1, 0.1, 1144, 200},
		{0, 0.4499, 0.9, 1144, 370},
		{0, 0.4501, 0.41, 1144, 370},
		{0, 0.725, 0.5, agents.Pence(math.Round(1144 * math.Exp(0.18*math.Ln2))), 370}, // the median excess
		{2, 0.725, 0.5, agents.Pence(math.Round(1144 * math.Exp(0.18*math.Ln2*math.Exp(0.3)))), 370},
		{0, 1 - 1e-16, 0.5, agents.Pence(math.Round(1144 * math.Exp(2))), 370}, // bounded
	} {
		hourly, tenths := c.Offer(o.skill, o.uPay, o.uHours, 1144)
		if hourly != o.hourly || tenths != o.tenths {
			t.Errorf("skill %g, draws %g and %g: %d pence, %d tenths of an hour; want %d and %d", o.skill, o.uPay, o.uHours, hourly, tenths, o.hourly, o.tenths)
		}
	}
	rises(t, "pay with its draw", func(u float64) float64 { pay, _ := c.Offer(0, u, 0.5, 1144); return float64(pay) }, 0, 0.999)
	rises(t, "pay with skill", func(x float64) float64 { pay, _ := c.Offer(x, 0.8, 0.5, 1144); return float64(pay) }, -3, 3)
	all := plain()
	all.Pay.AtMinimum = 1
	if pay, _ := agents.NewConstants(all).Offer(3, 1-1e-16, 0.5, 1144); pay != 1144 {
		t.Errorf("%d pence where everybody is paid the minimum", pay)
	}
}

// Memory of an interview and of a loss halves in its half-life.
func TestHalfLives(t *testing.T) {
	c := agents.NewConstants(plain())
	near(t, "interviews", math.Pow(c.SeenDecay, 6), 0.5)
	near(t, "losses", math.Pow(c.LossDecay, 13), 0.5)
}

// Each barrier leaves the same part of the response to a sanction.
func TestResponseFallsWithBarriers(t *testing.T) {
	c := agents.NewConstants(agents.Behaviour{Threat: agents.Threat{HalfLife: 1, BarrierRatio: 0.5}})
	for barriers, want := range []float64{1, 0.5, 0.25, 0.125} {
		near(t, "what is left", c.Response(barriers), want)
	}
}
