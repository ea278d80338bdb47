package agents

import "caseload/agents/exact"

// Constants are what follows from Behaviour once and for all, so that the person loop
// multiplies where it would otherwise take powers.
type Constants struct {
	Behaviour
	LogApplications  float64 // of the reference person, unprompted
	StepsDecay       float64 // what a step taken is still worth after a week
	SeenDecay        float64 // what is left of an interview in memory after a week
	LossDecay        float64 // what is left of a loss
	LogSkill         float64
	LogHealth        float64
	LogCapability    float64
	LogOver50        float64
	LogCarer         float64
	MissedLogOdds    float64
	HealthLogOdds    [2]float64 // without limiting health, with it
	LogLoss          float64
	MeanSkill        float64             // of coaches before it is brought to 1
	Reference        [Activities]float64 // minutes of the reference interview
	HalfMinutes      [Activities]float64
	YieldScale       [Activities]float64 // brings the yield of the reference interview to 1
	AdvanceLogOdds   float64
	SeparationDecay  []float64 // exp(-tenure/time constant) by tenure in weeks
	NothingDecay     []float64 // the same for returns from nothing
	TakesPartLogOdds float64
	TaughtDecay      []float64 // what is left of search that was taught, by weeks
	SeenFades        []float64 // what is left of a contact, by weeks
	TieDecay         []float64 // what is left of the ties of a circle, by weeks
	SkillDecay       float64   // standard units of skill lost in a week out of work
	SkillFloor       float64   // standard units that are lost at most
	SkillGrowth      float64   // standard units that work adds at most
	SkillGrows       []float64 // exp(-time in work/time constant) by weeks
	feelings         feelings

	LogBarriers [1 << BarriersOfPeople]float64 // of what every set of barriers leaves of the chance of work
}

// neverRatio stands for the logarithm of a hazard ratio of 0.
const neverRatio = -50

// NewConstants works the constants out.
func NewConstants(b Behaviour) *Constants {
	c := &Constants{Behaviour: b}
	c.LogApplications = exact.Log(b.Search.Applications)
	c.SeenDecay = half(b.Search.SupportHalfLife)
	c.StepsDecay = half(b.Search.StepsHalfLife)
	c.LossDecay = half(b.Threat.HalfLife)
	c.LogSkill = b.Finding.Skill
	c.LogHealth = logRatio(b.Finding.HealthLimitedRatio)
	c.LogCapability = logRatio(b.Finding.LimitedCapabilityRatio)
	c.LogOver50 = logRatio(b.Finding.Over50Ratio)
	c.LogCarer = logRatio(b.Finding.CarerUnder3Ratio)
	c.MissedLogOdds = logOdds(b.Attendance.Missed)
	c.HealthLogOdds[1] = exact.Log(b.Attendance.HealthOdds)
	c.LogLoss = exact.Log(b.Exits.LossRatio)
	c.MeanSkill = meanSkill(b.Coaching.SkillSpread)
	c.Reference = [Activities]float64{b.Coaching.CheckMinutes, b.Coaching.PlanMinutes, b.Coaching.EncourageMinutes}
	c.HalfMinutes = [Activities]float64{b.Coaching.CheckHalf, b.Coaching.PlanHalf, b.Coaching.EncourageHalf}
	for a := range c.YieldScale {
		c.YieldScale[a] = (c.Reference[a] + c.HalfMinutes[a]) / c.Reference[a]
	}
	c.AdvanceLogOdds = logOdds(b.Budget.Advance)
	c.LogBarriers = b.Barriers.logRatios()
	c.SeparationDecay = decay(b.Jobs.SeparationTime)
	c.NothingDecay = decay(b.Returns.NothingTime)
	c.SkillGrows = decay(b.Skill.GrowthTime)
	c.TakesPartLogOdds = logOdds(b.Programmes.TakesPart)
	c.TaughtDecay = decay(b.Programmes.HalfLife / 0.6931471805599453)
	c.SeenFades = decay(b.Search.SupportHalfLife / 0.6931471805599453)
	c.TieDecay = decay(b.Programmes.TieHalfLife / 0.6931471805599453)
	c.feelings = newFeelings(&b)
	if b.Skill.PerUnit > 0 {
		c.SkillDecay, c.SkillFloor, c.SkillGrowth = b.Skill.Decay/b.Skill.PerUnit, b.Skill.Floor/b.Skill.PerUnit, b.Skill.Growth/b.Skill.PerUnit
	}
	return c
}

func half(life float64) float64 { return exact.Exp(-0.6931471805599453 / life) }

func logRatio(x float64) float64 {
	if x <= 0 {
		return neverRatio
	}
	return exact.Log(x)
}

func logOdds(p float64) float64 {
	switch {
	case p <= 0:
		return neverRatio
	case p >= 1:
		return -neverRatio
	}
	return exact.Log(p / (1 - p))
}

// decay tabulates exp(-t/time) until it is below one in ten thousand.
func decay(time float64) []float64 {
	time = max(time, 1e-6)
	var table []float64
	for t := 0; ; t++ {
		x := exact.Exp(-float64(t) / time)
		table = append(table, x)
		if x < 1e-4 {
			return table
		}
	}
}

func decayAt(table []float64, t Week) float64 {
	if int(t) >= len(table) {
		return 0
	}
	return table[max(t, 0)]
}
