package agents_test

import (
	"math"
	"reflect"
	"testing"

	"caseload/agents"
)

// faring is plain behaviour with wellbeing in round numbers.
func faring() agents.Behaviour {
	all := func(x float64) agents.Supply { return agents.Supply{x, x, x, x, x} }
	b := plain()
	b.Wellbeing = agents.Wellbeing{
		GoodJob: all(0.9), PoorJob: all(0.6), Unemployed: all(0.35), Waiting: all(0.3), OtherBenefit: all(0.45), Inactive: all(0.5),
		Means:        agents.Means{Enough: 15000, Partner: 0.5, Child: 0.3, WithoutBenefit: 9000, InWork: 28000, OutOfWork: 9500},
		Distress:     agents.Distress{Gap: 0.5, Causal: 0.4, Money: 0.25, Functions: 0.3, Rate: 0.2, Quality: 0.6, Spread: 0.9, Frailty: -0.2, Limited: 0.3, Flare: 0.4, Debt: 0.1, CaseFrom: 1},
		Satisfaction: agents.Satisfaction{Gap: 1, Distress: 0.6, AtWork: 7.4, Spread: 1.3, Scar: 0.1},
		Efficacy:     agents.Efficacy{Usual: 3.5, Spread: 0.7, Distressed: -0.25, Rate: 0.02, Distress: 0.37, Step: 0.02, Job: 0.3, Interview: 0.01, Rejection: 0.05},
		Shocks:       agents.Shocks{JobLoss: 0.3, Sanction: 0.3, Rejection: 0.05, Contact: 0.05, Support: 0.3, Partner: 0.5},
		Drive:        agents.Drive{Distress: 0.1, Efficacy: 0.15, DistressAt: 0.5, EfficacyAt: 0.1},
		Instrument:   agents.Instrument{Items: 3, ItemReliability: 0.4, Satisfaction: 0.7, SatisfactionSD: 1.5},
	}
	return b
}

// state is somebody without a condition or debts who has been in a state for long.
type state struct {
	status agents.Status
	could  bool // work
	income float64
}

var states = map[string]state{
	"work":              {agents.Employed, false, 28000},
	"open unemployment": {agents.Claimant, true, 9500},
	"waiting":           {agents.Applying, false, 9000},
	"other benefit":     {agents.OtherBenefit, false, 19000},
	"neither":           {agents.Inactive, false, 9000},
	"unable to work":    {agents.Claimant, false, 15000},
}

// settled is the distress and the life satisfaction of somebody of usual distress 0 and
// life satisfaction 7 after five years in a state.
func settled(c *agents.Constants, s state) (distress, satisfaction float64) {
	at := agents.Circumstances{Usual: 3.5}
	supply := c.SuppliedByWork(0.6)
	if s.status != agents.Employed {
		supply = *c.SuppliedBy(s.status, s.could)
	}
	at.Supply = &supply
	security := c.Security(s.income, false, 0)
	at.Rest = c.Rest(0, security, agents.Condition{}, false)
	f := agents.Feeling{Efficacy: 3.5}
	c.Feel(&f, &at, 260)
	distress, function := c.Feel(&f, &at, 1)
	return distress, c.LifeSatisfaction(7, distress, function, security, 0)
}

// What a state does to life satisfaction is what its functions and its income give, each
// directly and through distress; open unemployment takes the published gap, in either world
// its share of it.
func TestTheEffectOfAStateIsTheSumOfItsParts(t *testing.T) {
	for _, causal := range []bool{false, true} {
		b := faring()
		b.Wellbeing.CausalOnly = causal
		share := 1.0
		if causal {
			share = 0.4
		}
		c := agents.NewConstants(b)
		mean := func(s state) float64 {
			if s.status == agents.Employed {
				return 0.78
			}
			return c.SuppliedBy(s.status, s.could)[0]
		}
		secure := func(income float64) float64 { return income / (income + 15000) }
		lack := secure(28000) - secure(9500)
		for name, s := range states {
			functions, money := (0.78-mean(s))/(0.78-0.35)*0.75*share, (secure(28000)-secure(s.income))/lack*0.25*share
			distress, satisfaction := settled(c, s)
			within(t, name+": distress", distress, 0.5*functions+0.5*money, 1e-5)
			direct := 1 - 0.6*0.5
			within(t, name+": life satisfaction", satisfaction-7, -direct*functions-direct*money-0.6*0.5*functions-0.6*0.5*money, 1e-5)
		}
		_, satisfaction := settled(c, states["open unemployment"])
		within(t, "what open unemployment takes", satisfaction-7, -share, 1e-5)
		within(t, "what money has to do with it", c.MoneySatisfaction(secure(9500)), -0.25*share, 1e-9)
	}
}

func within(t *testing.T, what string, got, want, most float64) {
	t.Helper()
	if !(math.Abs(got-want) <= most) {
		t.Errorf("%s is %.7g, want %.7g", what, got, want)
	}
}

// Many weeks in one step come to the same as one by one, so that it does not matter when
// somebody is looked at; and gains fade at the stated rates.
func TestFeelingsAnyNumberOfWeeksAtOnce(t *testing.T) {
	c := agents.NewConstants(faring())
	supply := *c.SuppliedBy(agents.Claimant, true)
	at := agents.Circumstances{Supply: &supply, Rest: 0.2, Usual: 3.4}
	start := agents.Feeling{Functions: [agents.Functions]float32{0.8, 0.7, 0.9, 0.6, 0.75}, Distress: 1.3, Efficacy: 4.1}
	step, once := start, start
	var distress, function float64
	for range 17 {
		d, f := c.Feel(&step, &at, 1)
		distress, function = distress+d, function+f
	}
	d, f := c.Feel(&once, &at, 17)
	within(t, "distress after 17 weeks", float64(once.Distress), float64(step.Distress), 1e-5)
	within(t, "self-efficacy after 17 weeks", float64(once.Efficacy), float64(step.Efficacy), 1e-5)
	within(t, "the sum of distress", d, distress, 1e-4)
	within(t, "the sum of the mean function", f, function, 1e-4)

	gain := start
	c.Feel(&gain, &at, 34) // ln 2 / -ln 0.98
	within(t, "what is left of self-efficacy after its half-life", (float64(gain.Efficacy)-3.4)/(4.1-3.4), math.Pow(0.98, 34), 1e-4)
	gain = start
	c.Feel(&gain, &at, 4)
	within(t, "what is left of a function after four weeks", (float64(gain.Functions[0])-0.35)/(0.8-0.35), math.Pow(0.7, 4), 1e-4)
	gain, work := start, c.SuppliedByWork(0.6)
	c.Feel(&gain, &agents.Circumstances{Supply: &work, Rest: 0.2, Usual: 3.4}, 260)
	within(t, "a function in the job that follows", float64(gain.Functions[0]), 0.78, 1e-4)
	c.Feel(&step, &at, 260)
	within(t, "a function where none follows", float64(step.Functions[0]), 0.35, 1e-4)
	within(t, "what work keeps of distress away", float64(step.Distress-gain.Distress), 0.75*0.5, 1e-3)
}

// Nobody gets used to unemployment: the gap after four years is that after one.
func TestNoAdaptation(t *testing.T) {
	c := agents.NewConstants(faring())
	supply := *c.SuppliedBy(agents.Claimant, true)
	at := agents.Circumstances{Supply: &supply, Rest: c.Rest(0, c.Security(9500, false, 0), agents.Condition{}, false), Usual: 3.5}
	f := agents.Feeling{Efficacy: 3.5}
	c.Feel(&f, &at, 52)
	first := f.Distress
	c.Feel(&f, &at, 156)
	within(t, "distress after four years", float64(f.Distress), float64(first), 1e-4)
}

// Every state supplies each function as its file says.
func TestStatesSupplyFunctions(t *testing.T) {
	b := faring()
	supplies := reflect.ValueOf(&b.Wellbeing).Elem()
	for name, supplied := range map[string]func(c *agents.Constants) [agents.Functions]float64{
		"GoodJob":      func(c *agents.Constants) [agents.Functions]float64 { return c.SuppliedByWork(1) },
		"PoorJob":      func(c *agents.Constants) [agents.Functions]float64 { return c.SuppliedByWork(0) },
		"Unemployed":   func(c *agents.Constants) [agents.Functions]float64 { return *c.SuppliedBy(agents.Claimant, true) },
		"Waiting":      func(c *agents.Constants) [agents.Functions]float64 { return *c.SuppliedBy(agents.Applying, false) },
		"OtherBenefit": func(c *agents.Constants) [agents.Functions]float64 { return *c.SuppliedBy(agents.OtherBenefit, false) },
		"Inactive":     func(c *agents.Constants) [agents.Functions]float64 { return *c.SuppliedBy(agents.Inactive, false) },
	} {
		supply := supplies.FieldByName(name)
		for k := range agents.Functions {
			old := supply.Field(k).Float()
			supply.Field(k).SetFloat(0.123)
			if got := supplied(agents.NewConstants(b)); math.Abs(got[k]-0.123) > 1e-12 || math.Abs(got[(k+1)%agents.Functions]-old) > 1e-12 {
				t.Errorf("%s, function %d: supplied are %v", name, k, got)
			}
			supply.Field(k).SetFloat(old)
		}
	}
}

// Who is more distressed as a rule thinks less of her search, by the stated correlation, and
// both are as far from one another between persons as they were without it.
func TestDistressAndSelfEfficacyGoTogether(t *testing.T) {
	for _, correlation := range []float64{0, -0.25} {
		b := faring()
		b.Wellbeing.Efficacy.Distressed, b.Wellbeing.Distress.Frailty = correlation, 0
		c := agents.NewConstants(b)
		const side = 200
		var x, y, xx, yy, xy float64
		for k := range side * side {
			d, e, _ := c.UsualFeelings(1, (float64(k%side)+0.5)/side, (float64(k/side)+0.5)/side, 0.5)
			x, y, xx, yy, xy = x+d, y+e, xx+d*d, yy+e*e, xy+d*e
		}
		const n = side * side
		x, y = x/n, y/n
		within(t, "the mean of self-efficacy", y, 3.5, 0.02) // few would have more than there is
		within(t, "its spread", math.Sqrt(yy/n-y*y), 0.7, 0.03)
		within(t, "its correlation with distress", (xy/n-x*y)/math.Sqrt((xx/n-x*x)*(yy/n-y*y)), correlation, 0.01)
	}
}

// A questionnaire of more items has less error, and what it measures correlates with the
// truth as its reliability says.
func TestMeasuredDistress(t *testing.T) {
	for items, reliability := range map[float64]float64{1: 0.4, 3: 3 * 0.4 / 1.8, 12: 12 * 0.4 / 5.4} {
		b := faring()
		b.Wellbeing.Instrument.Items = items
		c := agents.NewConstants(b)
		square := 0.0
		const n = 4000
		for k := range n {
			x := c.MeasuredDistress(0.5, (float64(k)+0.5)/n) - 0.5
			square += x * x / n
		}
		within(t, "the reliability of a questionnaire", 1/(1+square), reliability, 2e-3)
	}
	c := agents.NewConstants(faring())
	if low, high := c.MeasuredSatisfaction(6, 0.001), c.MeasuredSatisfaction(6, 0.999); low >= 6 || high <= 6 || high > 10 {
		t.Errorf("answers range from %d to %d", low, high)
	}
}

// Harsh contact distresses, kind contact eases; support softens every shock; feedback is
// nothing for the mean claimant of either world.
func TestContactsShocksAndFeedback(t *testing.T) {
	b := faring()
	b.Coaching.Policing = 0.3
	c := agents.NewConstants(b)
	rises(t, "distress with strictness", func(x float64) float64 { return c.Met(x, 0) }, -3, 3)
	rises(t, "ease with the disposition to enable", func(x float64) float64 { return -c.Met(0, x) }, -3, 3)
	near(t, "contact with the mean coach", c.Met(0, 0), 0)
	rises(t, "ease with a provider's welcome", func(x float64) float64 { return -c.Received(x) }, 0, 1)
	near(t, "contact with a provider as welcoming as most", c.Received(0.5), 0)
	near(t, "a shock to somebody with full support", c.Shocked(1, 1), 0.7)
	near(t, "feedback of the mean claimant", c.Driven(0.5, 0.1), 0)
	near(t, "feedback of distress", c.Driven(1.5, 0.1), -0.1)
	near(t, "feedback of self-efficacy", c.Driven(0.5, 1.1), 0.15)
	b.Wellbeing.CausalOnly = true
	near(t, "feedback of the mean claimant where effects are causal only", agents.NewConstants(b).Driven(0.5-0.6*0.5, 0.1), 0)
	near(t, "self-efficacy after the reference interview", c.Encouraged(3, 1), 3.02)
}

// Of each function a course supplies what is more than the state does: at the level of open
// unemployment it has no effect. Group work gives more to those with less self-efficacy.
func TestWhatACourseDoesToWellbeing(t *testing.T) {
	c := agents.NewConstants(faring())
	state := c.SuppliedBy(agents.Claimant, true)
	if got := agents.Raised(state, &agents.Supply{0.35, 0.35, 0.35, 0.35, 0.35}); got != *state {
		t.Errorf("a course like open unemployment supplies %v", got)
	}
	if got := agents.Raised(state, &agents.Supply{SocialContact: 0.8}); got[1] != 0.8 || got[0] != 0.35 {
		t.Errorf("a course with company supplies %v", got)
	}
	near(t, "self-efficacy after a gain, low at first", agents.Taught(2, 0.2), 2.6)
	near(t, "self-efficacy after a gain, high at first", agents.Taught(4.5, 0.2), 4.6)
	near(t, "self-efficacy after a loss", agents.Taught(3, -0.2), 2.6)
}
