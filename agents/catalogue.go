package agents

// Behaviour is every parameter of how people act, as the market file sets it. Keys,
// units, hard limits and meaning stand beside the keys in package scenarios; values,
// ranges and sources stand in the file. Money is in pence, time in weeks, shares are 0..1.
type Behaviour struct {
	Search     Search
	Finding    Finding
	Attendance Attendance
	Coaching   Coaching
	Targets    Targets
	Health     Health
	Claims     HealthClaims
	Reasons    Reasons
	Threat     Threat
	Skill      Skill
	Jobs       Jobs
	Moves      Moves
	Progress   Progress
	Pay        Pay
	Costs      Costs
	Exits      Exits
	Returns    Returns
	Budget     Budget
	Programmes Programmes
	Office     ThroughOffice
	Providing  Providing
	Wellbeing  Wellbeing
	Barriers   BarrierEffects
}

// Budget holds how households bridge the time to a payment, and what they owe.
type Budget struct {
	Advance            float64 // share of new claimants without rent and partner's pay who take one
	AdvanceRentOdds    float64 // log odds of that with rent to pay
	AdvancePartnerOdds float64 // log odds of that with a partner who earns
	Indebted           float64 // share of persons with old debts to be deducted
}

// Search holds the parameters of effort: applications a week.
type Search struct {
	Applications     float64 // of the reference person, unprompted, a week
	MotivationSpread float64 // log applications per standard unit of motivation
	GainElasticity   float64 // of applications to the net weekly gain from work
	ReferenceGain    float64 // gain at which the elasticity is anchored, pence a week
	IncomeCut        float64 // log applications when the whole award is lost
	WithheldCut      float64 // log applications when the whole award is not paid yet or deducted
	Support          float64 // log applications per log(1 + interviews lately)
	SupportHalfLife  float64 // of "lately", weeks
	Steps            float64 // log applications per log(1 + steps taken lately)
	StepsHalfLife    float64 // of "lately", weeks
	RequiredPerHour  float64 // applications a week per required hour, fully complied with
	MonitoringHalf   float64 // interviews lately at which half of compliance is reached
	OfferElasticity  float64 // of the offer rate to applications
	Flare            float64 // log applications in a flare
	ReservationStart float64 // reservation wage at the start, share of the last hourly pay
	ReservationFall  float64 // its fall a week
	LeastGain        float64 // net weekly gain below which no job is taken, pence
}

// Finding holds what turns applications into jobs for one person rather than another.
type Finding struct {
	EntryHazard            float64 // into work a week, reference person in the mean district
	FrailtyVariance        float64
	Skill                  float64 // log hazard per standard unit
	HealthLimitedRatio     float64 // hazard ratio
	LimitedCapabilityRatio float64
	Over50Ratio            float64
	CarerUnder3Ratio       float64
}

// Attendance holds the decision to come to an interview and to make contact again.
type Attendance struct {
	Missed          float64 // share missed by a person of median compliance, no threat
	ComplianceOdds  float64 // log odds of missing between the least and the most compliant
	HealthOdds      float64 // odds ratio of missing with limiting health
	ThreatOdds      float64 // log odds of missing per £10 a week of expected loss
	StaysAway       float64 // share of missed interviews after which a person stays away
	ContactPerWeek  float64 // chance of getting in touch again in a week, mean compliance
	ContactExponent float64 // contact rises with compliance to this power
	RapportOdds     float64 // log odds of missing between no rapport with the coach and full rapport
	Journey         float64 // share of interviews missed that are missed for the sake of the journey
	StepNotTaken    float64 // share of agreed steps not taken by their date, mean compliance
	DutyOdds        float64 // log odds of missing an interview that is no duty, beside one that is
	MotivationOdds  float64 // log odds of missing taken away by a standard unit of motivation
	AsksInTime      float64 // share of those kept from coming who ask for another date before
}

// Coaching holds how coaches differ and what the content of an interview does.
type Coaching struct {
	SkillSpread      float64 // of what a coach's interviews add to search, before it is cut off at 0
	StrictnessSpread float64 // log odds of acting against a claimant, per standard unit
	SpendingSpread   float64 // log odds of spending on a claimant, per standard unit
	RapportSpread    float64 // log rapport won in an interview, per standard unit
	Policing         float64 // correlation of strictness with the lack of that disposition
	NewcomerSkill    float64 // of a newcomer, share of her own skill when trained
	Content          float64 // share of an interview's support that depends on the minutes of planning
	CheckMinutes     float64 // of the reference interview, whose effects are 1
	PlanMinutes      float64
	EncourageMinutes float64
	CheckHalf        float64 // minutes at which half of all that checking can do is done
	PlanHalf         float64
	EncourageHalf    float64
	Tilt             float64 // log share of time, per standard unit of a coach's disposition
	RapportGain      float64 // share of the missing rapport won in the reference interview
	HoldOut          float64 // share that advice to wait for a better job adds to the reservation wage at full rapport
	HoldOutWorse     float64 // what it adds beyond that for a job that is not what is waited for
	Misjudged        float64 // standard deviation of the error about readiness, fifths
}

// Reasons holds what keeps people from doing what is asked, as chances a week, and how far
// it comes to be known.
type Reasons struct {
	Ill        float64 // too ill to do what is asked
	IllFlare   float64 // the same in a flare of a limiting condition
	Caring     float64 // needed by children, lead carers
	Other      float64
	Shown      float64 // share of those with a good reason who show evidence on the spot
	ShownLater float64 // share of the rest who show it before a decision
}

// Threat holds how the expected loss from sanctions is learned and what it does.
type Threat struct {
	HalfLife  float64 // of memory, weeks
	OwnWeight float64 // weight of own losses against those of the district
	Effort    float64 // log applications per £10 a week of expected loss

	Reservation  float64 // share taken off the reservation wage while sanctioned or waiting for a decision
	BarrierRatio float64 // what each barrier leaves of the response to a sanction
}

// Jobs holds how jobs end and what follows.
type Jobs struct {
	SeparationStart    float64 // hazard a week in a new job
	SeparationFloor    float64 // hazard a week in a long-held one
	SeparationTime     float64 // time constant of the fall, weeks
	FrailtyVariance    float64
	FrailtyCorrelation float64 // with search frailty
	Claims             float64 // share of the separated who claim
	OtherJob           float64 // share who go to another job at once
	ClaimDelay         float64 // mean weeks from losing a job to applying
	TemporaryRatio     float64 // hazard ratio of separation of a temporary job
	LeftWork           float64 // share of quits before a claim without what the rules take for a reason
	Match              float64 // log hazard of separation that a standard unit of match takes away
	Quits              float64 // share of separations from permanent jobs that are quits, steady state
	QuitElasticity     float64 // of quits to labour demand
	GoodPay            float64 // excess over the minimum wage at which a job has full marks for pay, share
}

// Skill holds how skill is lost and gained. Productivity is in logs; PerUnit turns it into
// standard units.
type Skill struct {
	PerUnit    float64 // log productivity of a standard unit
	Decay      float64 // log productivity lost in a week out of work
	Floor      float64 // log productivity that is lost at most
	Growth     float64 // log productivity that work adds at most
	GrowthTime float64 // time constant of what work adds and restores, weeks
	Stability  float64 // log hazard of separation that a standard unit of skill takes away
}

// Moves holds the search of people in work for another job, and what they take.
type Moves struct {
	Looks         float64 // chance of looking at a job in a week, permanent job of the hours wanted, median match
	LowMatch      float64 // how much likelier that is for each standard unit below the median
	TemporaryJob  float64 // how much likelier in a temporary job
	UnwantedHours float64 // how much likelier part-time against one's wish
	LeastGain     float64 // net weekly gain for which a new job is left, pence
	Support       float64 // log of the chance of a step, in the job or to another, per log(1 + interviews lately) in work
	TenureWorth   float64 // net weekly gain that makes up for the tenure of a long-held job, pence
}

// Progress holds raises and longer hours in a job.
type Progress struct {
	Chance float64 // a week, median match and skill
	Skill  float64 // how much likelier with each standard unit of skill
	Match  float64 // how much likelier with each standard unit of match
	Raise  float64 // of hourly pay, share
	Hours  float64 // share of steps that bring full-time hours to who is part-time against her wish
}

// Pay holds hourly pay and hours of new jobs.
type Pay struct {
	AtMinimum float64 // share of new jobs paid the minimum wage
	Above     float64 // mean log excess over the minimum of the others
	Skill     float64 // log pay above the minimum per standard unit of skill
	PartTime  float64 // share of new jobs that are part-time
	PartHours float64 // hours a week
	FullHours float64
}

// Costs holds what it costs to go to work.
type Costs struct {
	CareSmall    float64 // an hour of care of a child below school age, pence
	CareSchool   float64 // the same of a child at school, outside school hours
	SchoolCovers float64 // hours of work a week for which a child at school needs no care
	CareUntil    float64 // age in years from which a child needs none
	Informal     float64 // share of people whose family cares for their children for nothing
	Fare         float64 // of a day's journeys to work and back, pence
	Walks        float64 // share of people whose journey costs nothing
}

// Exits holds the ways off benefit that are not work, as hazards a week.
type Exits struct {
	ToNothing float64
	LossRatio float64 // hazard ratio to nothing when the whole award is lost
	RetiresAt float64 // pension age in years
}

// Returns holds the ways back, as hazards a week.
type Returns struct {
	NothingStart  float64
	NothingFloor  float64
	NothingTime   float64
	NothingToWork float64
}
