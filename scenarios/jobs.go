package scenarios

import "caseload/policy/source"

// Jobs mirrors agents.Jobs.
type Jobs struct {
	SeparationStart    source.Quantity `file:"separation_start" unit:"share/week" min:"0" max:"1" doc:"hazard of separation in a new job"`
	SeparationFloor    source.Quantity `file:"separation_floor" unit:"share/week" min:"0" max:"1" doc:"hazard of separation in a long-held job"`
	SeparationTime     source.Quantity `file:"separation_time" unit:"weeks" min:"1" max:"1000" doc:"time constant of the fall from the first to the second"`
	FrailtyVariance    source.Quantity `file:"frailty_variance" unit:"number" min:"0.01" max:"5" doc:"variance of the personal multiplier of separation (gamma, mean 1)"`
	FrailtyCorrelation source.Quantity `file:"frailty_correlation" unit:"number" min:"-1" max:"1" doc:"correlation of that multiplier with the one of finding work, in normal scores"`
	Claims             source.Quantity `file:"claims" unit:"share" min:"0" max:"1" doc:"share of the separated who claim"`
	OtherJob           source.Quantity `file:"other_job" unit:"share" min:"0" max:"1" doc:"share of the separated who go to another job at once"`
	ClaimDelay         source.Quantity `file:"claim_delay" unit:"weeks" min:"0" max:"52" doc:"mean time from losing a job to applying"`
	TemporaryRatio     source.Quantity `file:"temporary_ratio" unit:"number" min:"0" max:"20" doc:"hazard ratio of separation of a temporary job"`
	Match              source.Quantity `file:"match" unit:"number" min:"0" max:"2" doc:"log hazard of separation that a standard unit of match takes away; match is known when a job has begun"`
	Quits              source.Quantity `file:"quits" unit:"share" min:"0" max:"1" doc:"share of separations from permanent jobs that are quits in the steady state; the rest are redundancies and dismissals"`
	QuitElasticity     source.Quantity `file:"quit_elasticity" unit:"number" min:"-1" max:"3" doc:"elasticity of quits to labour demand"`
	GoodPay            source.Quantity `file:"good_pay" unit:"share" min:"0.01" max:"5" doc:"excess over the minimum wage at which a job has full marks for pay in its quality"`
	LeftWork           source.Quantity `file:"left_work" unit:"share" min:"0" max:"1" doc:"share of quits before a claim without what the rules take for a reason"`
}

// Check refuses shares that leave nothing for the third way.
func (j *Jobs) Check(c *source.Checker) {
	if j.Claims.Value+j.OtherJob.Value > 1 {
		c.Problem(j.OtherJob.At, "other_job", "claims and other_job are more than 100% together", "what they leave is the share with neither job nor claim")
	}
}

// Skill mirrors agents.Skill.
type Skill struct {
	PerUnit    source.Quantity `file:"per_unit" unit:"number" min:"0.01" max:"2" doc:"log productivity of a standard unit of skill"`
	Decay      source.Quantity `file:"decay" unit:"share/week" min:"0" max:"0.1" doc:"log productivity lost out of work"`
	Floor      source.Quantity `file:"floor" unit:"share" min:"0" max:"1" doc:"log productivity that is lost at most, against what somebody came with"`
	Growth     source.Quantity `file:"growth" unit:"share" min:"0" max:"1" doc:"log productivity that work adds at most to what somebody came with"`
	GrowthTime source.Quantity `file:"growth_time" unit:"weeks" min:"1" max:"1000" doc:"time constant of what work adds and restores"`
	Stability  source.Quantity `file:"stability" unit:"number" min:"-1" max:"2" doc:"log hazard of separation that a standard unit of skill at the start of a job takes away"`
}

// Moves mirrors agents.Moves.
type Moves struct {
	Looks         source.Quantity `file:"looks" unit:"share/week" min:"0" max:"0.2" doc:"chance that somebody in work looks at a job which a rival would take, in a permanent job of the hours wanted with a median match"`
	LowMatch      source.Quantity `file:"low_match" unit:"number" min:"0" max:"5" doc:"how much likelier that is, as a share, for each standard unit of match below the median; four times at most in all"`
	TemporaryJob  source.Quantity `file:"temporary_ratio" unit:"number" min:"0" max:"4" doc:"how much likelier in a temporary job"`
	UnwantedHours source.Quantity `file:"unwanted_hours_ratio" unit:"number" min:"0" max:"4" doc:"how much likelier for who works part-time and cares for no child and has no limiting health"`
	LeastGain     source.Quantity `file:"least_gain" unit:"£/week" min:"-100000" max:"100000" doc:"net gain for which a new job is left for another"`
	Support       source.Quantity `file:"support" unit:"number" min:"0" max:"3" doc:"log of the chance of a step, in the job or to another, per log of one plus interviews held lately while in work"`
	TenureWorth   source.Quantity `file:"tenure_worth" unit:"£/week" min:"0" max:"100000" doc:"further gain asked by who has held a job long, since a new one ends sooner"`
}

// Progress mirrors agents.Progress.
type Progress struct {
	Chance source.Quantity `file:"chance" unit:"share/week" min:"0" max:"0.1" doc:"chance of a step in the job at median skill and match"`
	Skill  source.Quantity `file:"skill" unit:"number" min:"-2" max:"2" doc:"how much likelier, as a share, with each standard unit of skill"`
	Match  source.Quantity `file:"match" unit:"number" min:"-2" max:"2" doc:"how much likelier, as a share, with each standard unit of match"`
	Raise  source.Quantity `file:"raise" unit:"share" min:"0" max:"1" doc:"rise of hourly pay with a step"`
	Hours  source.Quantity `file:"hours" unit:"share" min:"0" max:"1" doc:"share of steps that bring full-time hours, not pay, to who works part-time against her wish"`
}

// Pay mirrors agents.Pay.
type Pay struct {
	AtMinimum source.Quantity `file:"at_minimum" unit:"share" min:"0" max:"1" doc:"share of new jobs paid the minimum wage"`
	Above     source.Quantity `file:"above" unit:"number" min:"0" max:"2" doc:"mean log excess over the minimum wage of the others"`
	Skill     source.Quantity `file:"skill" unit:"number" min:"-1" max:"1" doc:"return to skill: what is offered above the minimum grows by this log for each standard unit, of a person and of an occupation"`
	PartTime  source.Quantity `file:"part_time" unit:"share" min:"0" max:"1" doc:"share of new jobs that are part-time"`
	PartHours source.Quantity `file:"part_time_hours" unit:"hours/week" min:"1" max:"40" doc:"hours of a part-time job"`
	FullHours source.Quantity `file:"full_time_hours" unit:"hours/week" min:"1" max:"80" doc:"hours of a full-time job"`
}
