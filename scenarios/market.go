package scenarios

import "caseload/policy/source"

// Market is a market file: where people look for work, how jobs come and go, and how
// people act. Numbers are those of the whole country; a run scales them with its persons.
type Market struct {
	At        source.Position
	Title     source.Text `file:"title" doc:"one line that says which country and time this is"`
	Districts Districts   `file:"districts" doc:"local labour markets and offices"`
	Vacancies Vacancies   `file:"vacancies" doc:"open vacancies and those who fill them"`
	Closure   source.Text `file:"closure" oneof:"stock,inflow,entry" doc:"what is held when people search more: open vacancies, their inflow, or neither, when inflow follows the cost of filling"`
	Entry     Entry       `file:"entry" doc:"how the inflow of vacancies follows the cost of filling under closure: entry"`

	Economy     Economy      `file:"economy" doc:"how labour demand moves over time"`
	Matching    source.Text  `file:"matching" oneof:"agents,aggregate" doc:"agents: vacancies choose among applicants; aggregate: a matching function of the same slope, the fast twin"`
	Occupations []Occupation `file:"occupations" doc:"the nine major groups of the Standard Occupational Classification, from managers to elementary occupations"`
	Employers   Employers    `file:"employers" doc:"how vacancies choose"`
	Agencies    Agencies     `file:"agencies" doc:"how vacancies differ that employment agencies fill"`
	Masses      Masses       `file:"competitors" doc:"who the competitors are"`

	Search       Search       `file:"search" doc:"effort: applications a week"`
	Finding      Finding      `file:"finding" doc:"who turns applications into jobs"`
	Attendance   Attendance   `file:"attendance" doc:"coming to interviews and making contact again"`
	Health       Conditions   `file:"health" doc:"how limiting conditions begin, flare and end"`
	HealthClaims HealthClaims `file:"health_claims" doc:"who asks for an assessment of health, and who tries work with an award"`
	Threat       Threat       `file:"threat" doc:"the expected loss from sanctions: how it is learned, what it does"`
	Jobs         Jobs         `file:"jobs" doc:"how jobs end and what follows"`
	Pay          Pay          `file:"pay" doc:"hourly pay and hours of new jobs"`
	Costs        Costs        `file:"costs" doc:"what it costs to go to work: care of children and travel"`
	Exits        Exits        `file:"exits" doc:"ways off benefit that are not work"`
	Returns      Returns      `file:"returns" doc:"ways back"`
	Budget       Budget       `file:"budget" doc:"how households bridge the time to a payment, and what they owe"`
	Reasons      Reasons      `file:"reasons" doc:"good reasons for not doing what is asked, and how far they come to be known"`
	Coaching     Coaching     `file:"coaching" doc:"how coaches differ, and what the content of an interview does"`
	Targets      Targets      `file:"targets" doc:"what coaches do who are held to a target"`
	Skill        Skill        `file:"skill" doc:"how skill is lost and gained; what it does stands under finding, employers, pay and here"`
	Moves        Moves        `file:"moves" doc:"people in work who look for another job"`
	Progress     Progress     `file:"progress" doc:"raises and longer hours in a job"`
	Providing    Providing    `file:"providers" doc:"how providers of programmes differ, what they know and how they decide"`
	Programmes   Programmes   `file:"programmes" doc:"how people decide about programmes, and what these do to their search"`

	Office    ThroughOffice `file:"through_office" doc:"what becomes of applications to notified vacancies that the office brings about"`
	Wellbeing Wellbeing     `file:"wellbeing" doc:"how people fare: latent functions of work, distress, life satisfaction, self-efficacy"`

	Barriers BarrierEffects `file:"barriers" doc:"what barriers leave of the chance of work; who has them stands in the population"`

	Valuation Valuation `file:"valuation" doc:"what the accounts of a run are worth: prices, discounting, work, health services, wellbeing"`
}

// Search mirrors agents.Search.
type Search struct {
	Applications     source.Quantity `file:"applications" unit:"applications/week" min:"0.01" max:"50" doc:"applications of the reference person when nobody asks for any"`
	MotivationSpread source.Quantity `file:"motivation_spread" unit:"number" min:"0" max:"3" doc:"log applications per standard unit of motivation"`
	GainElasticity   source.Quantity `file:"gain_elasticity" unit:"number" min:"0" max:"5" doc:"elasticity of applications to the net weekly gain from work"`
	ReferenceGain    source.Quantity `file:"reference_gain" unit:"£/week" min:"1000" max:"100000" doc:"gain from work at which applications are those of the reference person"`
	IncomeCut        source.Quantity `file:"income_cut" unit:"number" min:"-2" max:"5" doc:"log applications added when the whole award is lost"`
	WithheldCut      source.Quantity `file:"withheld_cut" unit:"number" min:"-2" max:"5" doc:"log applications added when the whole award is not paid yet or deducted"`
	Support          source.Quantity `file:"support" unit:"number" min:"-1" max:"3" doc:"log applications per log of one plus interviews held lately"`
	SupportHalfLife  source.Quantity `file:"support_half_life" unit:"weeks" min:"0.5" max:"260" doc:"half-life of an interview in memory"`
	Steps            source.Quantity `file:"steps" unit:"number" min:"0" max:"1" doc:"log applications per log(1 + agreed steps taken lately)"`
	StepsHalfLife    source.Quantity `file:"steps_half_life" unit:"weeks" min:"0.5" max:"260" doc:"half-life of what a step taken is worth"`
	RequiredPerHour  source.Quantity `file:"required_per_hour" unit:"number" min:"0" max:"5" doc:"applications a week that one required hour of search means to somebody who complies fully"`
	MonitoringHalf   source.Quantity `file:"monitoring_half" unit:"number" min:"0.001" max:"100" doc:"interviews held lately at which compliance reaches half of its full strength"`
	OfferElasticity  source.Quantity `file:"offer_elasticity" unit:"number" min:"0" max:"1" doc:"elasticity of the offer rate to applications"`
	Flare            source.Quantity `file:"flare" unit:"number" min:"-10" max:"1" doc:"log applications added while a limiting condition flares"`
	ReservationStart source.Quantity `file:"reservation_start" unit:"share" min:"0" max:"2" doc:"reservation wage at the start of a spell, as a share of the last hourly pay"`
	ReservationFall  source.Quantity `file:"reservation_fall" unit:"share/week" min:"0" max:"1" doc:"fall of the reservation wage"`
	LeastGain        source.Quantity `file:"least_gain" unit:"£/week" min:"-100000" max:"100000" doc:"net gain from work below which no job is taken"`
}

// Finding mirrors agents.Finding.
type Finding struct {
	EntryHazard            source.Quantity `file:"entry_hazard" unit:"share/week" min:"0" max:"1" doc:"hazard of work of the reference person in the mean district"`
	FrailtyVariance        source.Quantity `file:"frailty_variance" unit:"number" min:"0.01" max:"5" doc:"variance of the unobserved multiplier (gamma, mean 1) among entrants"`
	Skill                  source.Quantity `file:"skill" unit:"number" min:"-2" max:"2" doc:"log hazard per standard unit of skill"`
	HealthLimitedRatio     source.Quantity `file:"health_limited_ratio" unit:"number" min:"0" max:"5" doc:"hazard ratio of people with limiting health"`
	LimitedCapabilityRatio source.Quantity `file:"limited_capability_ratio" unit:"number" min:"0" max:"5" doc:"further hazard ratio after being found to have limited capability"`
	Over50Ratio            source.Quantity `file:"over_50_ratio" unit:"number" min:"0" max:"5" doc:"hazard ratio from the fiftieth birthday"`
	CarerUnder3Ratio       source.Quantity `file:"carer_of_child_under_3_ratio" unit:"number" min:"0" max:"5" doc:"hazard ratio of lead carers of a child under three"`
}

// Attendance mirrors agents.Attendance.
type Attendance struct {
	Missed          source.Quantity `file:"missed" unit:"share" min:"0" max:"1" doc:"share of interviews missed by a person of median compliance without threat"`
	ComplianceOdds  source.Quantity `file:"compliance_log_odds" unit:"number" min:"0" max:"10" doc:"log odds of missing between the least and the most compliant"`
	HealthOdds      source.Quantity `file:"health_limited_odds" unit:"number" min:"0.1" max:"10" doc:"odds ratio of missing with limiting health"`
	ThreatOdds      source.Quantity `file:"threat_log_odds" unit:"number" min:"0" max:"5" doc:"log odds of missing taken away per £10 a week of expected loss"`
	StaysAway       source.Quantity `file:"stays_away" unit:"share" min:"0" max:"1" doc:"share of missed interviews after which somebody stays away until she gets in touch again, mean compliance"`
	ContactPerWeek  source.Quantity `file:"contact" unit:"share/week" min:"0.001" max:"1" doc:"chance that somebody who stays away gets in touch again, mean compliance"`
	ContactExponent source.Quantity `file:"contact_exponent" unit:"number" min:"0" max:"5" doc:"contact rises with compliance to this power"`
	RapportOdds     source.Quantity `file:"rapport_log_odds" unit:"number" min:"0" max:"5" doc:"log odds of missing between full rapport with one's coach and none; half of full is where missed holds"`
	Journey         source.Quantity `file:"journey" unit:"share" min:"0" max:"1" doc:"share of the interviews missed in the office that are missed for the sake of the journey there"`
	StepNotTaken    source.Quantity `file:"step_not_taken" unit:"share" min:"0" max:"1" doc:"share of agreed steps that are not taken by their date, mean compliance"`
	DutyOdds        source.Quantity `file:"duty_log_odds" unit:"number" min:"0" max:"10" doc:"log odds of missing an interview that is no duty, beside one that is; compliance and the expected loss count for a duty alone"`
	MotivationOdds  source.Quantity `file:"motivation_log_odds" unit:"number" min:"-10" max:"10" doc:"log odds of missing taken away by a standard unit of motivation"`
	AsksInTime      source.Quantity `file:"asks_in_time" unit:"share" min:"0" max:"1" doc:"share of those who are kept from coming by a good reason who ask for another date before, where a regime lets them"`
}

// Coaching mirrors agents.Coaching.
type Coaching struct {
	SkillSpread      source.Quantity `file:"skill_spread" unit:"number" min:"0" max:"20" doc:"spread of what a coach's interviews add to search, around 1 and before it is cut off at 0 and brought to mean 1"`
	StrictnessSpread source.Quantity `file:"strictness_spread" unit:"number" min:"0" max:"3" doc:"log odds of referring a failure, per standard unit of strictness"`
	SpendingSpread   source.Quantity `file:"spending_spread" unit:"number" min:"0" max:"3" doc:"log odds of spending on a claimant from the fund, per standard unit of the disposition to"`
	RapportSpread    source.Quantity `file:"rapport_spread" unit:"number" min:"0" max:"2" doc:"log rapport won in an interview, per standard unit of the disposition to enable"`
	Policing         source.Quantity `file:"policing" unit:"number" min:"-1" max:"1" doc:"correlation of strictness with the lack of that disposition"`
	NewcomerSkill    source.Quantity `file:"newcomer_skill" unit:"share" min:"0" max:"1" doc:"share of her later skill that a newcomer has in her first week"`
	Content          source.Quantity `file:"content" unit:"share" min:"0" max:"1" doc:"share of the support of the reference interview that depends on the minutes of planning; the rest comes from being seen"`
	CheckMinutes     source.Quantity `file:"check_minutes" unit:"minutes" min:"0.1" max:"120" doc:"minutes of checking evidence in the reference interview, whose effects are 1"`
	PlanMinutes      source.Quantity `file:"plan_minutes" unit:"minutes" min:"0.1" max:"120" doc:"minutes of planning the next steps in the reference interview"`
	EncourageMinutes source.Quantity `file:"encourage_minutes" unit:"minutes" min:"0.1" max:"120" doc:"minutes of encouragement in the reference interview"`
	CheckHalf        source.Quantity `file:"check_half" unit:"minutes" min:"0.01" max:"240" doc:"minutes in which half of all that checking can find is found"`
	PlanHalf         source.Quantity `file:"plan_half" unit:"minutes" min:"0.01" max:"240" doc:"minutes in which half of all that planning can do is done"`
	EncourageHalf    source.Quantity `file:"encourage_half" unit:"minutes" min:"0.01" max:"240" doc:"minutes in which half of all that encouragement can do is done"`
	Tilt             source.Quantity `file:"tilt" unit:"number" min:"0" max:"2" doc:"log share of time that a coach gives to checking, per standard unit of strictness, and to encouragement, per unit of her disposition to enable"`
	RapportGain      source.Quantity `file:"rapport_gain" unit:"share" min:"0" max:"1" doc:"share of what is missing to full rapport that the reference interview wins"`
	HoldOut          source.Quantity `file:"hold_out" unit:"share" min:"0" max:"2" doc:"share that a coach's advice to wait for a better job adds to the reservation wage of who trusts her fully"`
	HoldOutWorse     source.Quantity `file:"hold_out_worse" unit:"share" min:"0" max:"2" doc:"what it adds beyond that for a job that lacks what the regime says of a better one: temporary, or of too few hours"`
	Misjudged        source.Quantity `file:"misjudged" unit:"number" min:"0" max:"10" doc:"standard deviation of a coach's error about a claimant's readiness, in fifths"`
}

// Targets mirrors agents.Targets.
type Targets struct {
	NearDate   source.Quantity `file:"near_date" unit:"weeks" min:"1" max:"26" doc:"time before a date that counts in which something can be done about it"`
	Publicity  source.Quantity `file:"publicity" unit:"number" min:"0" max:"10" doc:"what publication multiplies the pressure of a target by"`
	Attention  source.Quantity `file:"attention" unit:"number" min:"0.01" max:"10" doc:"pressure (weight of a target x share of it that is missing) at which half of the minutes at a coach's discretion go to what counts"`
	Conscience source.Quantity `file:"conscience" unit:"number" min:"0" max:"10" doc:"mean pressure above which a coach does for the figures what she would not else do; coaches differ exponentially"`
	Referring  source.Quantity `file:"referring" unit:"number" min:"0" max:"5" doc:"log odds that a coach who does everything for the figures adds to a referral that counts"`
}

// Reasons mirrors agents.Reasons.
type Reasons struct {
	Ill        source.Quantity `file:"ill" unit:"share/week" min:"0" max:"1" doc:"chance of being too ill in a week to do what is asked"`
	IllFlare   source.Quantity `file:"ill_flare" unit:"share/week" min:"0" max:"1" doc:"the same while a limiting condition flares"`
	Caring     source.Quantity `file:"caring" unit:"share/week" min:"0" max:"1" doc:"chance that a lead carer is needed by her children instead"`
	Other      source.Quantity `file:"other" unit:"share/week" min:"0" max:"1" doc:"chance of any other good reason: a funeral, a letter that never came, no bus"`
	Shown      source.Quantity `file:"shown" unit:"share" min:"0" max:"1" doc:"share of people with a good reason who show evidence of it on the spot"`
	ShownLater source.Quantity `file:"shown_later" unit:"share" min:"0" max:"1" doc:"share of the others with a good reason who show it before a decision is made"`
}

// Conditions mirrors agents.Health.
type Conditions struct {
	OnsetUnder35     source.Quantity `file:"onset_under_35" unit:"share/week" min:"0" max:"1" doc:"hazard of a condition that limits daily activity, below the age of 35"`
	Onset35To49      source.Quantity `file:"onset_35_49" unit:"share/week" min:"0" max:"1" doc:"the same from 35 to 49"`
	OnsetFrom50      source.Quantity `file:"onset_50_over" unit:"share/week" min:"0" max:"1" doc:"the same from the fiftieth birthday"`
	Recovery         source.Quantity `file:"recovery" unit:"share/week" min:"0" max:"1" doc:"hazard that a condition of mean severity ends, outside a flare"`
	RecoverySeverity source.Quantity `file:"recovery_by_severity" unit:"number" min:"-5" max:"5" doc:"log of that hazard taken away by a standard unit of severity"`
	FlareStarts      source.Quantity `file:"flare_starts" unit:"share/week" min:"0" max:"1" doc:"hazard that a condition flares"`
	FlareWeeks       source.Quantity `file:"flare_length" unit:"weeks" min:"1" max:"104" doc:"mean length of a flare"`
}

// HealthClaims mirrors agents.HealthClaims.
type HealthClaims struct {
	LimitedFrom   source.Quantity `file:"limited_from" unit:"number" min:"-5" max:"5" doc:"severity from which capability for work is truly limited, in standard units of severity at onset"`
	UnableFrom    source.Quantity `file:"unable_from" unit:"number" min:"-5" max:"5" doc:"severity from which truly no activity can be asked"`
	Considers     source.Quantity `file:"considers" unit:"share/week" min:"0" max:"1" doc:"chance that a claimant with a limiting condition considers to ask for an assessment"`
	FlareRatio    source.Quantity `file:"flare_ratio" unit:"number" min:"0" max:"100" doc:"ratio of that chance while the condition flares"`
	Doubt         source.Quantity `file:"doubt" unit:"number" min:"0.01" max:"10" doc:"how uncertain people are whether their condition is severe enough, in standard units"`
	ElementWeight source.Quantity `file:"element_weight" unit:"number" min:"0" max:"10" doc:"log odds of asking per £10 a week of the element that is expected"`
	HoursWeight   source.Quantity `file:"hours_weight" unit:"number" min:"0" max:"1" doc:"log odds of asking per required hour a week that is expected to be lifted"`
	Effort        source.Quantity `file:"effort" unit:"number" min:"-10" max:"50" doc:"log odds of asking that evidence, forms and the assessment cost"`
	Reconsiders   source.Quantity `file:"reconsiders" unit:"share" min:"0" max:"1" doc:"share of those found fit for work who ask for another look"`
	TryWork       source.Quantity `file:"try_work" unit:"share/week" min:"0" max:"1" doc:"chance of taking a job with a health-related award, for ordinary effort and without fear of loss"`
	BelievedLoss  source.Quantity `file:"believed_loss" unit:"share" min:"0" max:"1" doc:"chance that an assessment takes the award away, as people believe"`
	Caution       source.Quantity `file:"caution" unit:"number" min:"0" max:"5" doc:"log of the chance of trying work taken away per £10 a week of feared loss"`
	JobExpected   source.Quantity `file:"job_expected" unit:"weeks" min:"1" max:"520" doc:"how long a job is expected to last when work is tried"`
}

// Check refuses a law under which the worse off are asked for more.
func (h *HealthClaims) Check(c *source.Checker) {
	if h.UnableFrom.Value < h.LimitedFrom.Value {
		c.Problem(h.UnableFrom.At, "unable_from", "no activity can be asked of people of whom work can", "set unable_from to limited_from or more")
	}
}

// Threat mirrors agents.Threat.
type Threat struct {
	HalfLife  source.Quantity `file:"half_life" unit:"weeks" min:"0.5" max:"520" doc:"half-life of losses in memory, own and of others in the district"`
	OwnWeight source.Quantity `file:"own_weight" unit:"share" min:"0" max:"1" doc:"weight of own losses against those of the district"`
	Effort    source.Quantity `file:"effort" unit:"number" min:"-1" max:"3" doc:"log applications per £10 a week of expected loss"`

	Reservation  source.Quantity `file:"reservation" unit:"share" min:"0" max:"1" doc:"share taken off the reservation wage while sanctioned or waiting for a decision"`
	BarrierRatio source.Quantity `file:"barrier_ratio" unit:"number" min:"0" max:"1" doc:"what each barrier (limiting health, limited capability, care of a child, no qualification, and each barrier to work but child care) leaves of the response to a sanction"`
}

// Costs mirrors agents.Costs.
type Costs struct {
	CareSmall    source.Quantity `file:"care_below_school_age" unit:"£/hour" min:"0" max:"1000" doc:"an hour of care of a child below school age"`
	CareSchool   source.Quantity `file:"care_at_school_age" unit:"£/hour" min:"0" max:"1000" doc:"an hour of care of a child at school, outside school hours"`
	SchoolCovers source.Quantity `file:"school_covers" unit:"hours/week" min:"0" max:"80" doc:"hours of work for which a child at school needs no care, mean over the weeks of a year"`
	CareUntil    source.Quantity `file:"care_until" unit:"number" min:"0" max:"20" doc:"age in years from which a child needs no care"`
	Informal     source.Quantity `file:"informal_care" unit:"share" min:"0" max:"1" doc:"share of people whose family cares for their children for nothing"`
	Fare         source.Quantity `file:"fare" unit:"£/day" min:"0" max:"1000" doc:"journeys of a day to work in the own district and back; full-time hours are five days"`
	Walks        source.Quantity `file:"walks" unit:"share" min:"0" max:"1" doc:"share of people whose journey to work costs nothing"`
}

// Exits mirrors agents.Exits.
type Exits struct {
	ToNothing source.Quantity `file:"to_nothing" unit:"share/week" min:"0" max:"1" doc:"hazard of leaving benefit for neither work nor another benefit"`
	LossRatio source.Quantity `file:"loss_ratio" unit:"number" min:"0.1" max:"20" doc:"hazard ratio of that when the whole award is lost to a sanction"`
	RetiresAt source.Quantity `file:"pension_age" unit:"number" min:"50" max:"80" doc:"pension age in years"`
}

// Returns mirrors agents.Returns.
type Returns struct {
	NothingStart  source.Quantity `file:"from_nothing_start" unit:"share/week" min:"0" max:"1" doc:"hazard of a new claim just after leaving for nothing"`
	NothingFloor  source.Quantity `file:"from_nothing_floor" unit:"share/week" min:"0" max:"1" doc:"that hazard long after"`
	NothingTime   source.Quantity `file:"from_nothing_time" unit:"weeks" min:"1" max:"1000" doc:"time constant of its fall"`
	NothingToWork source.Quantity `file:"nothing_to_work" unit:"share/week" min:"0" max:"1" doc:"hazard of work without a claim"`
}

// ThroughOffice mirrors agents.ThroughOffice.
type ThroughOffice struct {
	NotApplied  source.Quantity `file:"not_applied" unit:"share" min:"0" max:"1" doc:"share of submissions by a coach that are not followed by an application, mean compliance; invitations likewise"`
	Shortlisted source.Quantity `file:"shortlisted" unit:"share" min:"0" max:"1" doc:"chance that the application of the reference person to which a coach has submitted her is shortlisted"`
	GapLeft     source.Quantity `file:"gap_left" unit:"share" min:"0" max:"1" doc:"what a recommendation leaves of the cost of a gap in the rank of applicants"`
	NoiseLeft   source.Quantity `file:"noise_left" unit:"share" min:"0" max:"1" doc:"what a recommendation leaves of the noise of impressions"`
}

// BarrierEffects mirrors agents.BarrierEffects.
type BarrierEffects struct {
	ChildCare source.Quantity `file:"child_care" unit:"number" min:"0" max:"2" doc:"hazard ratio of work of lead carers who have no place for their children"`
	Transport source.Quantity `file:"transport" unit:"number" min:"0" max:"2" doc:"the same without a way to get to most jobs"`
	Licence   source.Quantity `file:"licence" unit:"number" min:"0" max:"2" doc:"the same without the licence, certificate or tools of the trade"`
	Debt      source.Quantity `file:"debt" unit:"number" min:"0" max:"2" doc:"the same with debts that are out of hand"`
	Housing   source.Quantity `file:"housing" unit:"number" min:"0" max:"2" doc:"the same without a settled place to live"`
	Language  source.Quantity `file:"language" unit:"number" min:"0" max:"2" doc:"the same with too little of the language of the country"`
	Digital   source.Quantity `file:"digital" unit:"number" min:"0" max:"2" doc:"the same for those who do not use the internet"`
	Told      source.Quantity `file:"told" unit:"share" min:"0" max:"1" doc:"chance that a claimant with full rapport tells her coach of a barrier in an interview in which there is time for it; less with less rapport, in proportion"`
}

// Budget mirrors agents.Budget.
type Budget struct {
	Advance            source.Quantity `file:"advance" unit:"share" min:"0" max:"1" doc:"share of new claimants who take an advance, of those without rent to pay and without a partner's pay"`
	AdvanceRentOdds    source.Quantity `file:"advance_rent_log_odds" unit:"number" min:"-10" max:"10" doc:"log odds of taking one with rent to pay"`
	AdvancePartnerOdds source.Quantity `file:"advance_partner_log_odds" unit:"number" min:"-10" max:"10" doc:"log odds of taking one with a partner who earns"`
	Indebted           source.Quantity `file:"indebted" unit:"share" min:"0" max:"1" doc:"share of persons with old debts, which are deducted whenever they have an award"`
}

// Programmes mirrors agents.Programmes.
type Programmes struct {
	LockIn     source.Quantity `file:"lock_in" unit:"share" min:"0" max:"1" doc:"share of search forgone for a course of full-time hours; less for fewer hours in proportion"`
	Eases      source.Quantity `file:"eases" unit:"weeks" min:"0.1" max:"104" doc:"time before the end in which that falls to nothing"`
	HalfLife   source.Quantity `file:"taught_half_life" unit:"weeks" min:"0.5" max:"1000" doc:"half-life of search that was taught"`
	TakesPart  source.Quantity `file:"takes_part" unit:"share" min:"0.001" max:"0.999" doc:"share who take up a voluntary course that gives nothing and takes no time, mean motivation"`
	Motivation source.Quantity `file:"motivation_log_odds" unit:"number" min:"0" max:"5" doc:"log odds of taking part, of attending a week and of staying on, per standard unit of motivation"`
	Gain       source.Quantity `file:"gain_log_odds" unit:"number" min:"0" max:"5" doc:"log odds of taking part per £10 a week that the course promises: how much likelier it makes work, times the net gain from work"`
	Burden     source.Quantity `file:"burden_log_odds" unit:"number" min:"0" max:"10" doc:"log odds of not taking part per half-year of search forgone"`
	Mandate    source.Quantity `file:"mandate_log_odds" unit:"number" min:"0" max:"10" doc:"log odds of taking part, attending and staying where it is a duty, median compliance, nothing to lose"`
	Threat     source.Quantity `file:"threat" unit:"number" min:"-2" max:"3" doc:"log applications while a full-time course that is a duty is still to begin; less for fewer hours in proportion"`

	TieHalfLife source.Quantity `file:"tie_half_life" unit:"weeks" min:"0.5" max:"1000" doc:"half-life of the ties that a circle of group work leaves"`
	TieTells    source.Quantity `file:"tie_tells" unit:"share/week" min:"0" max:"1" doc:"vacancies that would have her on their shortlist, of which a member in work tells another who is not and with whom she is in touch"`
	TieSupport  source.Quantity `file:"tie_support" unit:"share" min:"0" max:"1" doc:"share of what is missing to full social support that being in touch with all the others of a circle gives"`
}

// Providing mirrors agents.Providing.
type Providing struct {
	Retains     source.Quantity `file:"retains" unit:"share" min:"0" max:"0.95" doc:"share of the hazard of losing a job that a provider's contact with somebody in it takes away; it fades by the half-life of support"`
	Spread      source.Quantity `file:"quality_spread" unit:"number" min:"0" max:"3" doc:"standard deviation, between firms and districts, of the log of what their contacts add to search"`
	Learns      source.Quantity `file:"learns" unit:"weeks" min:"0" max:"520" doc:"time in which a firm that begins comes to its full quality; it begins like a newcomer among coaches"`
	Misjudged   source.Quantity `file:"misjudged" unit:"number" min:"0" max:"10" doc:"standard deviation of a provider's error about a participant's readiness, in fifths"`
	Expects     source.Quantity `file:"expects" unit:"number" min:"0" max:"10" doc:"chance of work that a firm expects when it begins, as a ratio to that without any service at the opening of the run"`
	PriorWeeks  source.Quantity `file:"expectation_weight" unit:"weeks" min:"1" max:"1000000" doc:"weeks of participants that this expectation counts for beside what the firm has seen"`
	Impatience  source.Quantity `file:"impatience" unit:"share/year" min:"0" max:"100" doc:"rate at which providers discount money that comes later"`
	Adjusts     source.Quantity `file:"staff_adjusts" unit:"share/week" min:"0.001" max:"1" doc:"share of the gap between the staff that pays for itself and the staff employed that closes"`
	Runway      source.Quantity `file:"runway" unit:"weeks" min:"1" max:"520" doc:"time for which a provider's cash has to last; it employs no more than that beyond what its contract asks for"`
	Record      source.Quantity `file:"record_log_odds" unit:"number" min:"0" max:"20" doc:"log odds of being chosen per log of its job-outcome fees a week of a participant, beside the mean, where they are known"`
	Hospitality source.Quantity `file:"hospitality_log_odds" unit:"number" min:"0" max:"20" doc:"log odds of being chosen by a participant between a provider without any welcome and one with full"`
}
