package agents

import (
	"math" // Sqrt is correctly rounded on every processor
)

// Feeling is how a person fares.
type Feeling struct {
	Functions [Functions]float32
	Distress  float32
	Efficacy  float32
}

// Circumstances are what a person's feeling moves towards, the same for some weeks.
type Circumstances struct {
	Supply *[Functions]float64
	Rest   float64 // set point of distress in the reference job, at the usual self-efficacy
	Usual  float64 // self-efficacy
}

// feelings are constants of wellbeing.
type feelings struct {
	good, poor                      [Functions]float64
	unemployed, waiting, off, aside [Functions]float64
	reference                       float64 // mean function in the reference job
	secure                          float64 // security in it

	spans []span // by weeks; of the last and of more than that nothing is left

	limited, flare, debt [2]float64 // what each adds to distress where it is not and where it is

	perFunction, perSecurity   float64 // distress taken by a unit
	viaFunctions, viaEfficacy  float64 // of distress, which follows a fading gap with a lag
	byFunction, bySecurity     float64 // life satisfaction given by a unit, beside distress
	moneyBySecurity            float64 // the same with what comes through distress
	distressError, pointsError float64 // standard deviations of the errors of measurement
	kindness                   float64 // brings that of coaches to standard units
	departs                    float64 // distress of the mean claimant from what is usual for her
}

// span is what is left of a gap after some weeks, and that summed over these weeks.
type span struct {
	functions, distress, efficacy          float64
	functionsSum, distressSum, efficacySum float64
}

// newFeelings works the constants out. A gap between open unemployment and the reference
// job becomes weights of functions and security, whose own gaps are those of the supplies
// and the reference incomes; in the causal-only world the weights are a share of these.
func newFeelings(b *Behaviour) feelings {
	x, d := &b.Wellbeing, &b.Wellbeing.Distress
	f := feelings{good: x.GoodJob.array(), poor: x.PoorJob.array(), unemployed: x.Unemployed.array(),
		waiting: x.Waiting.array(), off: x.OtherBenefit.array(), aside: x.Inactive.array()}
	job := f.work(d.Quality)
	f.reference, f.secure = mean(&job), security(x.Means.InWork, x.Means.Enough)
	scale := 1.0
	if x.CausalOnly {
		scale = d.Causal
	}
	perFunction := scale * (1 - d.Money) / apart(f.reference-mean(&f.unemployed), 0)
	perSecurity := scale * d.Money / apart(f.secure-security(x.Means.OutOfWork, x.Means.Enough), 0)
	beside := x.Satisfaction.Gap - float64(x.Satisfaction.Distress*d.Gap)
	f.perFunction, f.perSecurity = float64(perFunction*d.Gap), float64(perSecurity*d.Gap)
	f.byFunction, f.bySecurity = float64(perFunction*beside), float64(perSecurity*beside)
	f.moneyBySecurity = f.bySecurity + float64(x.Satisfaction.Distress*f.perSecurity)

	a, g := 1-d.Functions, 1-x.Efficacy.Rate
	calm := apart(apart(1-d.Rate, a), g)
	f.spans = spans(a, calm, g)
	f.limited[1], f.flare[1], f.debt[1] = d.Limited, d.Flare, d.Debt
	f.viaFunctions = -float64(f.perFunction * (1 - calm) * a / (a - calm))
	f.viaEfficacy = -float64(x.Efficacy.Distress * (1 - calm) * g / (g - calm))

	one := x.Instrument.ItemReliability
	all := x.Instrument.Items * one / (1 + float64((x.Instrument.Items-1)*one)) // Spearman and Brown
	f.distressError = errorOf(all)
	f.pointsError = x.Instrument.SatisfactionSD * errorOf(x.Instrument.Satisfaction)
	f.departs = x.Drive.DistressAt - float64((1-scale)*d.Gap)
	f.kindness = 1 / math.Sqrt(2*(1+b.Coaching.Policing))
	return f
}

// errorOf is the standard deviation of an error beside a true value of standard deviation 1.
func errorOf(reliability float64) float64 {
	if reliability <= 0 {
		return 0
	}
	return math.Sqrt((1 - reliability) / reliability)
}

// least is how far numbers have to be apart whose difference is divided by.
const least = 1e-4

// apart is x, or a little more where it is next to y.
func apart(x, y float64) float64 {
	if x > y-least && x < y+least {
		return y + least
	}
	return x
}

// powers tabulates x to the power of weeks until it is below one in ten thousand.
func powers(x float64) []float64 {
	table := []float64{1}
	for y := x; y >= 1e-4 && len(table) < longestWait; y *= x {
		table = append(table, y)
	}
	return table
}

// spans tabulates what is left of gaps of which a week leaves the given shares.
func spans(functions, distress, efficacy float64) []span {
	a, b, g := powers(functions), powers(distress), powers(efficacy)
	table := make([]span, max(len(a), len(b), len(g))+1)
	sum := func(left, weekly float64) float64 { return float64(weekly / apart(1-weekly, 0) * (1 - left)) }
	for k := range table {
		s := span{functions: decayAt(a, Week(k)), distress: decayAt(b, Week(k)), efficacy: decayAt(g, Week(k))}
		s.functionsSum, s.distressSum, s.efficacySum = sum(s.functions, functions), sum(s.distress, distress), sum(s.efficacy, efficacy)
		table[k] = s
	}
	return table
}

func mean(of *[Functions]float64) float64 {
	sum := 0.0
	for _, x := range of {
		sum += x
	}
	return sum / Functions
}

// work is what a job of the given quality, 0 to 1, supplies.
func (f *feelings) work(quality float64) (supply [Functions]float64) {
	for k := range supply {
		supply[k] = f.poor[k] + float64(quality*(f.good[k]-f.poor[k]))
	}
	return supply
}

// SuppliedBy is what a state outside work supplies of the latent functions: open
// unemployment to a claimant who could work, and to others on benefit what it is to be out
// of the labour force.
func (c *Constants) SuppliedBy(status Status, available bool) *[Functions]float64 {
	f := &c.feelings
	switch {
	case status == Claimant && available:
		return &f.unemployed
	case status == Applying:
		return &f.waiting
	case status == OtherBenefit:
		return &f.off
	}
	return &f.aside
}

// btoi is 1 for true.
func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// SuppliedByWork is what a job of the given quality, 0 to 1, supplies.
func (c *Constants) SuppliedByWork(quality float64) [Functions]float64 {
	return c.feelings.work(quality)
}

// Raised is what a state supplies while somebody takes part in a course: of each function
// the more of the two, so that a course which supplies no more has no effect.
func Raised(state *[Functions]float64, course *Supply) [Functions]float64 {
	supply := course.array()
	for k, x := range state {
		supply[k] = max(supply[k], x)
	}
	return supply
}

// Rest is the set point of distress in the reference job, for a person's usual distress,
// her security, health and debts.
func (c *Constants) Rest(usual, security float64, health Condition, owes bool) float64 {
	f := &c.feelings
	x := usual + float64(f.perSecurity*(f.secure-security))
	return x + f.limited[btoi(health.Limited)] + f.flare[btoi(health.Flare)] + f.debt[btoi(owes)]
}

// Feel brings a feeling some weeks on in unchanged circumstances. Each week functions close
// a share of the gap to what is supplied, self-efficacy one to what is usual, and distress
// one to its set point, rest + wf (reference - mean function) - ws (self-efficacy - usual).
// This is the sum of three fading terms, so that any number of weeks takes one step. It
// returns distress and the mean function summed over these weeks.
func (c *Constants) Feel(f *Feeling, at *Circumstances, weeks Week) (distress, function float64) {
	x := &c.feelings
	after := &x.spans[min(max(int(weeks), 0), len(x.spans)-1)]
	a, b, g := after.functions, after.distress, after.efficacy
	supplied, gap := 0.0, 0.0
	for k, to := range at.Supply {
		above := float64(f.Functions[k]) - to
		supplied += to
		gap += above
		f.Functions[k] = float32(to + float64(above*a))
	}
	supplied, gap = supplied/Functions, gap/Functions
	above := float64(f.Efficacy) - at.Usual
	f.Efficacy = float32(at.Usual + float64(above*g))
	rest := at.Rest + float64(x.perFunction*(x.reference-supplied))
	k1, k2 := float64(x.viaFunctions*gap), float64(x.viaEfficacy*above)
	left := float64(f.Distress) - rest - k1 - k2
	f.Distress = float32(rest + float64(k1*a) + float64(k2*g) + float64(left*b))
	n := float64(weeks)
	distress = float64(n*rest) + float64(k1*after.functionsSum) + float64(k2*after.efficacySum) + float64(left*after.distressSum)
	return distress, float64(n*supplied) + float64(gap*after.functionsSum)
}
