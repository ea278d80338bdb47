package panel

import "math"

// NoInt16 and NoInt32 are null in a column tagged optional.
const (
	NoInt16 int16 = math.MinInt16
	NoInt32 int32 = math.MinInt32
)

// Thousandths is a number with three decimals, held exactly: 1500 is 1.5. Other
// programs see a decimal; the digest sees an integer, equal on every processor.
type Thousandths int64

// ThousandthsOf rounds x half away from zero and clamps it to ±9e15 thousandths,
// which a float64 still holds exactly; NaN becomes 0.
func ThousandthsOf(x float64) Thousandths {
	const limit = 9e15
	y := math.Round(x * 1000)
	switch {
	case y != y:
		return 0
	case y > limit:
		return limit
	case y < -limit:
		return -limit
	}
	return Thousandths(y)
}

// A Row is a row of one of the tables below.
type Row interface {
	// Table is the table's name, which is also the first element of its files' names.
	Table() string
	row()
}

// The tags of a row struct are the format:
//
//	parquet  the column's name; then "optional" where the column may be null, or the
//	         library's own decimal(scale:precision)
//	unit     of a number
//	doc      one line for the data dictionary
//
// Fields appear in files, in the dictionary and in the digest in this order.

// PersonRow is everything fixed about a person, and the state at entry to the run.
type PersonRow struct {
	Replicate          int16     `parquet:"replicate" unit:"index" doc:"replicate in which the person exists, from 1"`
	PersonID           int32     `parquet:"person_id" unit:"identity" doc:"the person; the same in every regime of a replicate"`
	HouseholdID        int32     `parquet:"household_id" unit:"identity" doc:"the household: the lower person_id of two who live together, otherwise the same as person_id; other partners are not in the run"`
	PartnerID          int32     `parquet:"partner_id,optional" unit:"identity" doc:"the partner with whom the person has one award; null for who lives alone or whose partner is not in the run"`
	Weight             float64   `parquet:"weight" unit:"persons" doc:"persons of the country that this person stands for"`
	EntryWeek          int16     `parquet:"entry_week" unit:"week" doc:"week of the first appearance, negative during burn-in; later than 0 for those who arrive, so that there are more rows than persons of the run; those attached at the start have the first week of burn-in"`
	District           int16     `parquet:"district" unit:"index" doc:"district of residence"`
	Office             int16     `parquet:"office" unit:"index" doc:"office that serves the person"`
	Sex                Sex       `parquet:"sex" doc:"sex as registered"`
	Education          Education `parquet:"education" doc:"highest qualification at entry"`
	AgeYears           int16     `parquet:"age_years" unit:"years" doc:"age at entry, in completed years"`
	Partner            bool      `parquet:"partner" doc:"lives with a partner at entry"`
	Children           int8      `parquet:"children" unit:"persons" doc:"dependent children at entry"`
	YoungestChildYears int16     `parquet:"youngest_child_years,optional" unit:"years" doc:"age of the youngest child at entry; null without children"`
	HealthLimited      bool      `parquet:"health_limited" doc:"a health condition limits work at entry"`
	Status             Status    `parquet:"status" doc:"main state at entry"`
	Benefit            Benefit   `parquet:"benefit" doc:"benefit drawn at entry"`
	WeeksOnBenefit     int16     `parquet:"weeks_on_benefit,optional" unit:"weeks" doc:"weeks of the present spell at entry; null when not on a benefit"`
	Skill              float32   `parquet:"skill" unit:"standard deviations" doc:"skill at the start of the spell of entry"`
	SearchFrailty      float32   `parquet:"search_frailty" unit:"ratio" doc:"fixed multiplier of effective applications, mean 1 among entrants"`
	Motivation         float32   `parquet:"motivation" unit:"standard deviations" doc:"fixed motivation to search"`
	Compliance         float32   `parquet:"compliance" unit:"0 to 1" doc:"fixed disposition to meet requirements, as a rank among all"`
	Readiness          int8      `parquet:"readiness" unit:"fifth" doc:"fifth of the chance of work within 26 weeks from traits at entry, 1 lowest to 5 highest"`

	InformalCare  bool          `parquet:"informal_care" doc:"family would care for the children for nothing"`
	DigitalAccess DigitalAccess `parquet:"digital_access" doc:"use of services on the internet"`
	Barriers      string        `parquet:"barriers" doc:"barriers to work at the fork, or at entry, with a space between them"`

	SocialSupport float32 `parquet:"social_support" unit:"0 to 1" doc:"fixed support by others, as a rank among single people"`
}

// PanelRow is one person in one observed week. Stocks are those at the end of the
// week; counts and pence are summed since the person's previous row.
type PanelRow struct {
	PersonID            int32       `parquet:"person_id" unit:"identity" doc:"the person"`
	Week                int16       `parquet:"week" unit:"week" doc:"observed week, as it begins: what events and trace have in week 1 is seen at 2; 0 is the fork, identical in all regimes"`
	AgeYears            int16       `parquet:"age_years" unit:"years" doc:"age in completed years"`
	Status              Status      `parquet:"status" doc:"main state"`
	Benefit             Benefit     `parquet:"benefit" doc:"benefit drawn"`
	Group               string      `parquet:"group" doc:"conditionality group, named by the regime, of claimants and people in work; empty without one"`
	WeeksOnBenefit      int16       `parquet:"weeks_on_benefit,optional" unit:"weeks" doc:"weeks of the present spell; null when not on a benefit"`
	Profile             string      `parquet:"profile" doc:"class of profiling: red is far from work, green near to it; empty without one"`
	CoachID             int32       `parquet:"coach_id,optional" unit:"identity" doc:"work coach; null without one"`
	CommitmentHours     int16       `parquet:"commitment_hours" unit:"hours a week" doc:"hours of search and preparation agreed"`
	Rapport             float32     `parquet:"rapport" unit:"0 to 1" doc:"with the present coach; 0 without one"`
	InterviewsHeld      int16       `parquet:"interviews_held" unit:"interviews" doc:"interviews attended since the previous row"`
	InterviewsMissed    int16       `parquet:"interviews_missed" unit:"interviews" doc:"interviews missed since the previous row"`
	Step                string      `parquet:"step" doc:"kind of the agreed step that has still to be looked at; empty without one"`
	StepsTaken          int16       `parquet:"steps_taken" unit:"steps" doc:"agreed steps taken since the previous row"`
	Programme           string      `parquet:"programme" doc:"programme that the person is on or waits for; empty without one"`
	Provider            string      `parquet:"provider" doc:"provider that the person is with, of whatever contract; empty without one"`
	ProgrammeWeeks      int16       `parquet:"programme_weeks,optional" unit:"weeks" doc:"weeks since it began; null without one and for who waits for it"`
	InterviewsPostponed int16       `parquet:"interviews_postponed" unit:"interviews" doc:"put off since the previous row, because another date was asked for in time"`
	InterviewsExcused   int16       `parquet:"interviews_excused" unit:"interviews" doc:"of those missed since the previous row, excused by the coach"`
	SearchApplications  float32     `parquet:"search_applications" unit:"applications" doc:"job applications since the previous row"`
	HealthLimited       bool        `parquet:"health_limited" doc:"a health condition limits daily activity"`
	Flare               bool        `parquet:"flare" doc:"the condition is much worse than usual"`
	LimitedCapability   bool        `parquet:"limited_capability" doc:"an assessment has found limited capability for work"`
	HealthClaim         HealthClaim `parquet:"health_claim" doc:"how far a claim for reasons of health has come"`
	Sanctioned          bool        `parquet:"sanctioned" doc:"a sanction is being served"`
	SanctionReason      string      `parquet:"sanction_reason" doc:"kind of failure that the sanction being served began with; empty without one"`
	Failures            int16       `parquet:"failures" unit:"failures" doc:"failures to meet a requirement since the previous row, noticed or not"`
	WaiversGranted      int16       `parquet:"waivers_granted" unit:"waivers" doc:"requirements put off since the previous row"`
	WaiversRefused      int16       `parquet:"waivers_refused" unit:"waivers" doc:"asked for and not granted since the previous row, whether or not anybody decided"`
	BenefitDuePence     int32       `parquet:"benefit_due_pence" unit:"pence" doc:"benefit due before sanctions and deductions: awards of the assessment periods that ended since the previous row"`
	SanctionPence       int32       `parquet:"sanction_pence" unit:"pence" doc:"taken by sanctions from these awards"`
	DeductionsPence     int32       `parquet:"deductions_pence" unit:"pence" doc:"taken from these awards for advances and old debts"`
	BenefitPaidPence    int32       `parquet:"benefit_paid_pence" unit:"pence" doc:"benefit paid since the previous row, advances with it"`
	AdvanceOwedPence    int32       `parquet:"advance_owed_pence" unit:"pence" doc:"left to repay of advances"`
	SanctionRepaid      int32       `parquet:"sanction_repaid_pence" unit:"pence" doc:"repaid since the previous row because a sanction was overturned"`
	HardshipPence       int32       `parquet:"hardship_pence" unit:"pence" doc:"hardship payments since the previous row"`
	HardshipRecovered   int32       `parquet:"hardship_recovered_pence" unit:"pence" doc:"hardship payments taken back since the previous row"`
	WeeklyPayPence      int32       `parquet:"weekly_pay_pence" unit:"pence a week" doc:"gross pay of the present job; 0 without one"`
	CostOfWorkPence     int32       `parquet:"cost_of_work_pence" unit:"pence a week" doc:"what the present job costs for care of children, before what the award gives back, and for travel in the own district; 0 without one"`
	JobQuality          float32     `parquet:"job_quality" unit:"0 to 1" doc:"mean of four parts of the present job: pay above the minimum, hours wanted, permanence, match; 0 without one"`
	Skill               float32     `parquet:"skill" unit:"standard deviations" doc:"skill now: lost out of work, regained and gained in work"`
	EarningsPence       int64       `parquet:"earnings_pence" unit:"pence" doc:"gross pay since the previous row"`

	TimeStructure        float32 `parquet:"time_structure" unit:"0 to 1" doc:"latent function of work: days and weeks that are filled"`
	SocialContact        float32 `parquet:"social_contact" unit:"0 to 1" doc:"latent function: people outside the household"`
	CollectivePurpose    float32 `parquet:"collective_purpose" unit:"0 to 1" doc:"latent function: being needed for more than one's own affairs"`
	SocialStatus         float32 `parquet:"social_status" unit:"0 to 1" doc:"latent function: being somebody in the eyes of others"`
	Activity             float32 `parquet:"activity" unit:"0 to 1" doc:"latent function: having something to do"`
	Distress             float32 `parquet:"distress" unit:"standard deviations" doc:"psychological distress; people in work have mean 0"`
	DistressMeasured     float32 `parquet:"distress_measured" unit:"standard deviations" doc:"what a short questionnaire shows of it, with error"`
	LifeSatisfaction     float32 `parquet:"life_satisfaction" unit:"points of 10" doc:"life satisfaction"`
	SelfEfficacy         float32 `parquet:"self_efficacy" unit:"1 to 5" doc:"belief in one's own search for work"`
	SocialSupport        float32 `parquet:"social_support" unit:"0 to 1" doc:"support by others: that of the table persons, and what ties of group work add to it while they last"`
	SatisfactionMeasured int8    `parquet:"life_satisfaction_measured" unit:"points of 10" doc:"the answer to one question about it, with error"`
}

// SpellRow is one unbroken spell. It covers the weeks from StartWeek up to but not
// including EndWeek; a start before week 0 is negative.
type SpellRow struct {
	PersonID        int32       `parquet:"person_id" unit:"identity" doc:"the person"`
	Kind            SpellKind   `parquet:"kind" doc:"what lasts"`
	Name            string      `parquet:"name" doc:"name of the benefit, group or rule"`
	Provider        string      `parquet:"provider" doc:"provider that the person was with at the end of a programme; empty without one"`
	StartWeek       int16       `parquet:"start_week" unit:"week" doc:"first week of the spell; the first known one if left_truncated"`
	EndWeek         int16       `parquet:"end_week" unit:"week" doc:"first week after the spell; the first unobserved week if right_censored"`
	Weeks           int16       `parquet:"weeks" unit:"weeks" doc:"end_week less start_week"`
	LeftTruncated   bool        `parquet:"left_truncated" doc:"the start is unknown and lies before start_week"`
	RightCensored   bool        `parquet:"right_censored" doc:"the spell was still running at the end"`
	DestinationTrue Destination `parquet:"destination_true" doc:"where the spell led"`
	StartPayPence   int32       `parquet:"start_pay_pence,optional" unit:"pence a week" doc:"gross pay of the job at its start; null unless kind is job"`
	EndReason       EndReason   `parquet:"end_reason" doc:"why the spell ended"`
	Source          Source      `parquet:"source" doc:"channel through which the job was found; none unless kind is job and it was found at a vacancy of the run"`
	JobDistrict     int16       `parquet:"job_district,optional" unit:"index" doc:"district of the job; null unless kind is job"`
}

// EventRow is one dated event.
type EventRow struct {
	PersonID    int32  `parquet:"person_id" unit:"identity" doc:"the person"`
	Week        int16  `parquet:"week" unit:"week" doc:"week of the event"`
	Kind        string `parquet:"kind" doc:"what happened"`
	Detail      string `parquet:"detail" doc:"particulars, empty where there are none"`
	Rule        string `parquet:"rule" doc:"file:line of the regime that caused it, empty where no rule did"`
	CoachID     int32  `parquet:"coach_id,optional" unit:"identity" doc:"work coach; null without one"`
	AmountPence int64  `parquet:"amount_pence" unit:"pence" doc:"money that moved, 0 for none"`
	Minutes     int16  `parquet:"minutes" unit:"minutes" doc:"coach's minutes spent, 0 for none"`
}

// CoachRow is one work coach in one week.
type CoachRow struct {
	CoachID             int32       `parquet:"coach_id" unit:"identity" doc:"the coach's post: office and serial number"`
	Week                int16       `parquet:"week" unit:"week" doc:"observed week"`
	Office              int16       `parquet:"office" unit:"index" doc:"office"`
	District            int16       `parquet:"district" unit:"index" doc:"district"`
	CoachCaseload       int32       `parquet:"coach_caseload" unit:"persons" doc:"claimants held at the end of the week"`
	MinutesAvailable    int32       `parquet:"minutes_available" unit:"minutes" doc:"diary minutes since the previous row"`
	MinutesUsed         int32       `parquet:"minutes_used" unit:"minutes" doc:"diary minutes used since the previous row"`
	InterviewsDue       int32       `parquet:"interviews_due" unit:"interviews" doc:"fell due since the previous row"`
	InterviewsHeld      int32       `parquet:"interviews_held" unit:"interviews" doc:"attended since the previous row"`
	InterviewsMissed    int32       `parquet:"interviews_missed" unit:"interviews" doc:"missed since the previous row"`
	InterviewsPostponed int32       `parquet:"interviews_postponed" unit:"interviews" doc:"put off since the previous row by claimants who asked in time"`
	InterviewsExcused   int32       `parquet:"interviews_excused" unit:"interviews" doc:"of those missed since the previous row, excused"`
	InterviewsOverdue   int32       `parquet:"interviews_overdue" unit:"interviews" doc:"due and not held at the end of the week"`
	InterviewsEarly     int32       `parquet:"interviews_early" unit:"interviews" doc:"booked before their date since the previous row, in minutes that were left"`
	SanctionReferrals   int32       `parquet:"sanction_referrals" unit:"referrals" doc:"referred for a decision since the previous row"`
	ProgrammesOffered   int32       `parquet:"programmes_offered" unit:"offers" doc:"programmes brought up in interviews since the previous row"`
	MinutesReferring    int32       `parquet:"minutes_referring" unit:"minutes" doc:"of interviews held since the previous row, spent on programmes"`
	InPost              bool        `parquet:"in_post" doc:"somebody holds the post; otherwise it is empty until the next holder begins"`
	Holder              int32       `parquet:"holder" unit:"index" doc:"which of its holders in turn has the post, or has it next; 0 is the first"`
	WeeksInPost         int16       `parquet:"weeks_in_post" unit:"weeks" doc:"since the holder began; negative until the next one begins"`
	CoachSkill          Thousandths `parquet:"coach_skill,decimal(3:18)" unit:"ratio" doc:"what her interviews add to search when she has learned the work, mean 1 among coaches"`
	CoachStrictness     Thousandths `parquet:"coach_strictness,decimal(3:18)" unit:"standard deviations" doc:"readiness to act against a claimant, as she came: before what a regime makes of coaches"`
	CoachRapport        Thousandths `parquet:"coach_rapport,decimal(3:18)" unit:"standard deviations" doc:"disposition to enable rather than police, as she came"`
	TakenOver           int32       `parquet:"taken_over" unit:"persons" doc:"claimants taken over from coaches who left, since the previous row"`
	ClaimantWeeks       int32       `parquet:"claimant_weeks" unit:"weeks" doc:"weeks of her claimants since the previous row, added up"`
	ExitsToWork         int32       `parquet:"exits_to_work" unit:"exits" doc:"her claimants who found work since the previous row"`
	ExitsExpected       Thousandths `parquet:"exits_expected,decimal(3:18)" unit:"exits" doc:"what the traits of her present claimants come to in as many weeks, in their district's usual market and without any service"`
	SanctionsImposed    int32       `parquet:"sanctions_imposed" unit:"sanctions" doc:"imposed on her claimants since the previous row"`
	ClosedEarly         int32       `parquet:"closed_early" unit:"claims" doc:"claims of hers since the previous row that the office closed for lost contact, because a date was near after which they count against it"`
	AdvisedToMove       int32       `parquet:"advised_to_move" unit:"persons" doc:"advised since the previous row for the same reason to ask for an assessment of health"`
	Specialism          string      `parquet:"specialism" doc:"whom she is for, as the regime names it; empty for a general coach"`
	InterviewsCover     int32       `parquet:"interviews_cover" unit:"interviews" doc:"of those held since the previous row, with claimants of colleagues"`
	Consulted           int32       `parquet:"consulted" unit:"interviews" doc:"interviews of colleagues since the previous row for which she gave minutes"`
	WeeksAsked          int32       `parquet:"weeks_asked" unit:"weeks" doc:"time from the interview before, by the rule, added up over interviews of her claimants held since the previous row"`
	WeeksBetween        int32       `parquet:"weeks_between" unit:"weeks" doc:"the same as it was"`
	WeeksOff            int32       `parquet:"weeks_off" unit:"weeks" doc:"what lies between the two, more or less, interview by interview"`
	MinutesAsked        int32       `parquet:"minutes_asked" unit:"minutes" doc:"length of these interviews by the rule"`
	MinutesHeld         int32       `parquet:"minutes_held" unit:"minutes" doc:"the same as it was"`
	ReferralsAsked      Thousandths `parquet:"referrals_asked,decimal(3:18)" unit:"referrals" doc:"what the rule makes of the failures that were noticed since the previous row"`
	MinutesChecking     Thousandths `parquet:"minutes_checking,decimal(3:18)" unit:"minutes" doc:"of interviews held since the previous row, in which evidence was checked"`
	MinutesPlanning     Thousandths `parquet:"minutes_planning,decimal(3:18)" unit:"minutes" doc:"the same, in which the next steps were planned"`
	MinutesEncouraging  Thousandths `parquet:"minutes_encouraging,decimal(3:18)" unit:"minutes" doc:"the same, of the talk that builds rapport"`
	MinutesSubmitting   Thousandths `parquet:"minutes_submitting,decimal(3:18)" unit:"minutes" doc:"the same, in which claimants were submitted to notified vacancies"`
	Submissions         int32       `parquet:"submissions" unit:"submissions" doc:"of claimants to notified vacancies since the previous row"`
	MinutesSupporting   Thousandths `parquet:"minutes_supporting,decimal(3:18)" unit:"minutes" doc:"the same, in which something was done about barriers to work"`
	FundSpentPence      int32       `parquet:"fund_spent_pence" unit:"pence" doc:"from the discretionary fund since the previous row"`
	CoachSpending       Thousandths `parquet:"coach_spending,decimal(3:18)" unit:"standard deviations" doc:"disposition to spend on claimants"`
	MinutesReadiness1   int32       `parquet:"minutes_by_readiness_1" unit:"minutes" doc:"of interviews held since the previous row, with claimants of the fifth furthest from work"`
	MinutesReadiness2   int32       `parquet:"minutes_by_readiness_2" unit:"minutes" doc:"the same, of the second fifth"`
	MinutesReadiness3   int32       `parquet:"minutes_by_readiness_3" unit:"minutes" doc:"the same, of the third fifth"`
	MinutesReadiness4   int32       `parquet:"minutes_by_readiness_4" unit:"minutes" doc:"the same, of the fourth fifth"`
	MinutesReadiness5   int32       `parquet:"minutes_by_readiness_5" unit:"minutes" doc:"the same, of the fifth nearest to work"`
}

// IndicatorRow is one office or coach in the league table of an indicator, for the last
// period that ended.
type IndicatorRow struct {
	Week          int16       `parquet:"week" unit:"week" doc:"observed week, at or after the end of the period"`
	Indicator     string      `parquet:"indicator" doc:"its name in the regime"`
	Measure       string      `parquet:"measure" doc:"what it counts: off_flow, on_time, sanction_referrals, readiness, jobs or submissions"`
	Level         string      `parquet:"level" doc:"who is measured: office or coach"`
	Office        int16       `parquet:"office" unit:"index" doc:"office"`
	District      int16       `parquet:"district" unit:"index" doc:"district"`
	CoachID       int32       `parquet:"coach_id" unit:"identity" doc:"the coach's post; 0 where the office is measured"`
	PeriodWeeks   int16       `parquet:"period_weeks" unit:"weeks" doc:"length of the period"`
	Published     bool        `parquet:"published" doc:"the league table is published"`
	Target        Thousandths `parquet:"target,decimal(3:18)" unit:"share" doc:"what is to be reached"`
	Value         Thousandths `parquet:"value,decimal(3:18)" unit:"share" doc:"what was reported"`
	Rank          int32       `parquet:"rank" unit:"place" doc:"place by the value, 1 the highest"`
	Ranked        int32       `parquet:"ranked" unit:"count" doc:"how many are in the league table"`
	Counted       int32       `parquet:"counted" unit:"count" doc:"claims, interviews or claimants that the value is a share of; 0 where it is of claimants over time"`
	Pressure      Thousandths `parquet:"pressure,decimal(3:18)" unit:"ratio" doc:"what hangs on the target as far as it is missed: weight, times publicity, times the share that is missing"`
	ExitsToWork   int32       `parquet:"exits_to_work" unit:"exits" doc:"claimants who found work in the period"`
	ExitsExpected Thousandths `parquet:"exits_expected,decimal(3:18)" unit:"exits" doc:"exits to work that the traits of the claimants come to in their district, brought to the exits of all who are measured"`
	Added         Thousandths `parquet:"added,decimal(3:18)" unit:"share" doc:"true added value: exits to work beyond those expected, for each claimant in the period"`
	AddedRank     int32       `parquet:"added_rank" unit:"place" doc:"place by the added value, 1 the highest"`
	Gap           int32       `parquet:"gap" unit:"places" doc:"places by which the league table puts it above what it adds"`
}

// DistrictRow is one district's labour market in one week.
type DistrictRow struct {
	District        int16       `parquet:"district" unit:"index" doc:"district"`
	Week            int16       `parquet:"week" unit:"week" doc:"observed week"`
	Claimants       int32       `parquet:"claimants" unit:"persons" doc:"persons of the run with an open claim at the end of the week"`
	Employed        int32       `parquet:"employed" unit:"persons" doc:"persons of the run in work at the end of the week"`
	VacanciesOpen   Thousandths `parquet:"vacancies_open,decimal(3:18)" unit:"vacancies" doc:"open at the end of the week"`
	VacanciesFilled Thousandths `parquet:"vacancies_filled,decimal(3:18)" unit:"vacancies" doc:"filled since the previous row, by anybody"`
	Hires           int32       `parquet:"hires" unit:"persons" doc:"persons of the run hired by vacancies of the district since the previous row"`
	AgencyHires     int32       `parquet:"agency_hires" unit:"persons" doc:"hires through agencies among these"`
	IncomingHires   int32       `parquet:"incoming_hires" unit:"persons" doc:"hires of residents of other districts among these"`
	OutgoingHires   int32       `parquet:"outgoing_hires" unit:"persons" doc:"residents hired in other districts since the previous row"`
	JobToJob        int32       `parquet:"job_to_job" unit:"persons" doc:"persons of the run who moved from job to job since the previous row; their new jobs are among those of competitors"`
	Quits           int32       `parquet:"quits" unit:"jobs" doc:"jobs of persons of the run that they left, but for job-to-job moves, since the previous row"`
	Dismissals      int32       `parquet:"dismissals" unit:"jobs" doc:"jobs of persons of the run that the employer ended since the previous row"`
	ContractEnds    int32       `parquet:"contract_ends" unit:"jobs" doc:"temporary jobs of persons of the run that came to their end since the previous row"`
	CompetitorHires Thousandths `parquet:"competitor_hires,decimal(3:18)" unit:"persons" doc:"competitors hired since the previous row"`
	Tightness       Thousandths `parquet:"tightness,decimal(3:18)" unit:"vacancies a searcher" doc:"open vacancies per effective searcher"`

	InterviewsFaceToFace  int32 `parquet:"interviews_face_to_face" unit:"interviews" doc:"held face to face since the previous row"`
	InterviewsTelephone   int32 `parquet:"interviews_telephone" unit:"interviews" doc:"held by telephone since the previous row"`
	InterviewsEChannel    int32 `parquet:"interviews_e_channel" unit:"interviews" doc:"held by video or messages since the previous row"`
	InterviewsSelfService int32 `parquet:"interviews_self_service" unit:"interviews" doc:"held by self-service since the previous row"`
	InterviewsOutreach    int32 `parquet:"interviews_outreach" unit:"interviews" doc:"held by outreach since the previous row"`
	MinutesFaceToFace     int32 `parquet:"minutes_face_to_face" unit:"minutes" doc:"of coaches, used face to face since the previous row"`
	MinutesTelephone      int32 `parquet:"minutes_telephone" unit:"minutes" doc:"of coaches, used by telephone since the previous row"`
	MinutesEChannel       int32 `parquet:"minutes_e_channel" unit:"minutes" doc:"of coaches, used by video or messages since the previous row"`
	MinutesSelfService    int32 `parquet:"minutes_self_service" unit:"minutes" doc:"of coaches, used by self-service since the previous row"`
	MinutesOutreach       int32 `parquet:"minutes_outreach" unit:"minutes" doc:"of coaches, used by outreach since the previous row"`
	ClaimantsRed          int32 `parquet:"claimants_red" unit:"persons" doc:"claimants in the class furthest from work at the end of the week"`
	ClaimantsAmber        int32 `parquet:"claimants_amber" unit:"persons" doc:"claimants in the middle class"`
	ClaimantsGreen        int32 `parquet:"claimants_green" unit:"persons" doc:"claimants in the class nearest to work"`
	Profiled26            int32 `parquet:"profiled_26w" unit:"claims" doc:"claims since week 0 that were put into a class when they opened and have lasted 26 weeks or ended before"`
	Profiled26Long        int32 `parquet:"profiled_26w_long" unit:"claims" doc:"of these, still open after 26 weeks"`
	Profiled26Right       int32 `parquet:"profiled_26w_right" unit:"claims" doc:"of these, red and still open or in another class and ended"`
	Profiled52            int32 `parquet:"profiled_52w" unit:"claims" doc:"the same after 52 weeks"`
	Profiled52Long        int32 `parquet:"profiled_52w_long" unit:"claims" doc:"of these, still open after 52 weeks"`
	Profiled52Right       int32 `parquet:"profiled_52w_right" unit:"claims" doc:"of these, red and still open or in another class and ended"`

	VacanciesNotified  int32 `parquet:"vacancies_notified" unit:"vacancies" doc:"open at the end of the week in the office's bank, job developers' with them"`
	VacanciesCanvassed int64 `parquet:"vacancies_canvassed" unit:"vacancies" doc:"brought into the bank by job developers since week 0, open already"`
	VacanciesDeveloped int64 `parquet:"vacancies_developed" unit:"vacancies" doc:"opened because of job developers since week 0"`

	CertificateBelief     Thousandths `parquet:"certificate_belief,decimal(3:18)" unit:"standard deviations" doc:"how much more skill employers expect of applicants with a qualification at level 3 or over than of others; 0 where they go by what they see alone"`
	NotifiedHires         int64       `parquet:"notified_hires" unit:"persons" doc:"persons of the run hired by vacancies of the bank since week 0, however they found them"`
	FundSpentPence        int64       `parquet:"fund_spent_pence" unit:"pence" doc:"from the discretionary fund in the financial year so far"`
	FundLeftPence         int64       `parquet:"fund_left_pence" unit:"pence" doc:"left in it for the rest of the financial year"`
	FundWeeksExhausted    int64       `parquet:"fund_weeks_exhausted" unit:"weeks" doc:"since week 0 in which the money did not do for the cheapest item"`
	PartnerPlacesTaken    int32       `parquet:"partner_places_taken" unit:"persons" doc:"claimants with a local partner at the end of the week"`
	PartnerWaiting        int32       `parquet:"partner_waiting" unit:"persons" doc:"claimants on the list of one"`
	NotifiedToCompetitors int64       `parquet:"notified_to_competitors" unit:"vacancies" doc:"vacancies of the bank filled by competitors since week 0"`
}

// ProgrammeRow is one programme in one district in one week.
type ProgrammeRow struct {
	District  int16  `parquet:"district" unit:"index" doc:"district"`
	Week      int16  `parquet:"week" unit:"week" doc:"observed week"`
	Programme string `parquet:"programme" doc:"name of the programme"`
	Type      string `parquet:"type" doc:"kind of programme"`
	Places    int32  `parquet:"places" unit:"places" doc:"places of the district"`
	Taken     int32  `parquet:"taken" unit:"persons" doc:"persons on the programme at the end of the week"`
	Waiting   int32  `parquet:"waiting" unit:"persons" doc:"persons who wait for it at the end of the week"`
	Referred  int32  `parquet:"referred" unit:"persons" doc:"referred to it since the previous row"`
	Started   int32  `parquet:"started" unit:"persons" doc:"started since the previous row"`
	Waited    int32  `parquet:"waited_weeks" unit:"weeks" doc:"from referral to start, added up over those who started"`
	Completed int32  `parquet:"completed" unit:"persons" doc:"completed it since the previous row"`
	Left      int32  `parquet:"left" unit:"persons" doc:"left it before the end since the previous row, for work or for another reason"`
	Missed    int32  `parquet:"missed_weeks" unit:"weeks" doc:"weeks of which all, or in group work a meeting, was missed without a good reason since the previous row"`
	Pence     int64  `parquet:"cost_pence" unit:"pence" doc:"paid for places and starts since the previous row, in pence of the run"`

	Circles    int32       `parquet:"circles" unit:"circles" doc:"circles of group work begun since the previous row"`
	Fidelity   Thousandths `parquet:"fidelity,decimal(3:18)" unit:"0 to 1" doc:"how far their leaders lead as designed, mean; 0 without any"`
	Emboldened Thousandths `parquet:"self_efficacy_gained,decimal(3:18)" unit:"points" doc:"of self-efficacy, added up over those for whom it ended since the previous row"`
	Told       int32       `parquet:"vacancies_passed_on" unit:"vacancies" doc:"of which members of circles who are in work told others since the previous row"`
	ToldHires  int32       `parquet:"vacancies_passed_on_hires" unit:"hires" doc:"hires by these vacancies since the previous row"`
}

// ProviderRow is one provider in one district in one week.
type ProviderRow struct {
	District          int16       `parquet:"district" unit:"index" doc:"district"`
	Week              int16       `parquet:"week" unit:"week" doc:"observed week"`
	Contract          string      `parquet:"contract" doc:"name of the contract"`
	Lot               int16       `parquet:"lot" unit:"index" doc:"lot of the contract in which the district lies"`
	Provider          string      `parquet:"provider" doc:"name of the provider"`
	Sector            string      `parquet:"sector" doc:"public, for_profit or voluntary"`
	Firm              int32       `parquet:"firm" unit:"index" doc:"which firm in turn has its place, or has it next; 0 is the first"`
	InBusiness        bool        `parquet:"in_business" doc:"the firm is there; otherwise the place is empty until the next begins"`
	Share             Thousandths `parquet:"share,decimal(3:18)" unit:"share" doc:"of referrals, where they go by turns"`
	Quality           Thousandths `parquet:"quality,decimal(3:18)" unit:"number" doc:"what its contacts add to search when it has learned, beside interviews of the mean coach"`
	Participants      int32       `parquet:"participants" unit:"persons" doc:"on benefit, in work or neither, at the end of the week"`
	InWork            int32       `parquet:"in_work" unit:"persons" doc:"of these in work"`
	Starts            int32       `parquet:"starts" unit:"persons" doc:"given to it since the previous row"`
	ReferredAgain     int32       `parquet:"referred_again" unit:"persons" doc:"of these, given to a provider before"`
	Refused           int32       `parquet:"refused" unit:"persons" doc:"whom it was to take and turned down since the previous row"`
	Jobs              int32       `parquet:"jobs" unit:"jobs" doc:"begun by participants since the previous row"`
	JobsEnded         int32       `parquet:"jobs_ended" unit:"jobs" doc:"of participants, ended since the previous row"`
	WeeksInWork       int32       `parquet:"weeks_in_work" unit:"weeks" doc:"of participants, since the previous row"`
	WeeksInWorkAfter  int32       `parquet:"weeks_in_work_after" unit:"weeks" doc:"of these, after the last fee that hangs on work was paid for her"`
	JobsEndedAfter    int32       `parquet:"jobs_ended_after" unit:"jobs" doc:"of jobs_ended, those that ended after that"`
	Outcomes          int32       `parquet:"outcomes" unit:"outcomes" doc:"job outcomes since the previous row, whatever is paid for them"`
	Sustained         int32       `parquet:"sustained" unit:"outcomes" doc:"sustained outcomes since the previous row, whatever is paid for them"`
	ServicePence      int64       `parquet:"service_pence" unit:"pence" doc:"service and even fees since the previous row, in pence of the run"`
	AttachmentPence   int64       `parquet:"attachment_pence" unit:"pence" doc:"attachment fees since the previous row"`
	OutcomePence      int64       `parquet:"outcome_pence" unit:"pence" doc:"job-outcome fees since the previous row"`
	SustainedPence    int64       `parquet:"sustained_pence" unit:"pence" doc:"sustained-outcome fees since the previous row"`
	WellbeingPence    int64       `parquet:"wellbeing_pence" unit:"pence" doc:"fees for less distress since the previous row"`
	StaffPence        int64       `parquet:"staff_pence" unit:"pence" doc:"paid for staff since the previous row"`
	CashPence         int64       `parquet:"cash_pence" unit:"pence" doc:"cash at the end of the week"`
	StaffMinutes      int32       `parquet:"staff_minutes" unit:"minutes" doc:"of staff employed since the previous row"`
	Contacts          int32       `parquet:"contacts" unit:"contacts" doc:"held since the previous row"`
	ContactsInWork    int32       `parquet:"contacts_in_work" unit:"contacts" doc:"of these, with participants in work"`
	MinutesInWork     int32       `parquet:"minutes_in_work" unit:"minutes" doc:"booked for participants in work, since the previous row"`
	ContactsMissed    int32       `parquet:"contacts_missed" unit:"contacts" doc:"missed by participants since the previous row; the minutes are spent"`
	ContactsShort     int32       `parquet:"contacts_short" unit:"contacts" doc:"that the least service asks for and no staff was there to hold, by weeks, since the previous row"`
	WaiversGranted    int32       `parquet:"waivers_granted" unit:"waivers" doc:"to participants who were kept from coming and asked beforehand, since the previous row"`
	WaiversRefused    int32       `parquet:"waivers_refused" unit:"waivers" doc:"refused, or decided by nobody, since the previous row"`
	MinutesReadiness1 int32       `parquet:"minutes_readiness_1" unit:"minutes" doc:"booked for participants on benefit of the fifth furthest from work, since the previous row"`
	MinutesReadiness2 int32       `parquet:"minutes_readiness_2" unit:"minutes" doc:"the same, second fifth"`
	MinutesReadiness3 int32       `parquet:"minutes_readiness_3" unit:"minutes" doc:"the same, third fifth"`
	MinutesReadiness4 int32       `parquet:"minutes_readiness_4" unit:"minutes" doc:"the same, fourth fifth"`
	MinutesReadiness5 int32       `parquet:"minutes_readiness_5" unit:"minutes" doc:"the same, fifth closest to work"`
	WeeksReadiness1   int32       `parquet:"weeks_readiness_1" unit:"weeks" doc:"on benefit of participants of the fifth furthest from work, since the previous row"`
	WeeksReadiness2   int32       `parquet:"weeks_readiness_2" unit:"weeks" doc:"the same, second fifth"`
	WeeksReadiness3   int32       `parquet:"weeks_readiness_3" unit:"weeks" doc:"the same, third fifth"`
	WeeksReadiness4   int32       `parquet:"weeks_readiness_4" unit:"weeks" doc:"the same, fourth fifth"`
	WeeksReadiness5   int32       `parquet:"weeks_readiness_5" unit:"weeks" doc:"the same, fifth closest to work"`
	PenceReadiness1   int64       `parquet:"pence_readiness_1" unit:"pence" doc:"fees for participants of the fifth furthest from work, since the previous row"`
	PenceReadiness2   int64       `parquet:"pence_readiness_2" unit:"pence" doc:"the same, second fifth"`
	PenceReadiness3   int64       `parquet:"pence_readiness_3" unit:"pence" doc:"the same, third fifth"`
	PenceReadiness4   int64       `parquet:"pence_readiness_4" unit:"pence" doc:"the same, fourth fifth"`
	PenceReadiness5   int64       `parquet:"pence_readiness_5" unit:"pence" doc:"the same, fifth closest to work"`
	Entered           int32       `parquet:"entered" unit:"firms" doc:"that began in the place of another since the previous row"`
	Insolvent         int32       `parquet:"insolvent" unit:"firms" doc:"that ran out of cash since the previous row"`
	Ended             int32       `parquet:"contracts_ended" unit:"firms" doc:"whose contract was ended for its record since the previous row"`
}

// AccountRow is one line of the accounts in one week, in pence of the run (not
// weighted up).
type AccountRow struct {
	Regime        string `parquet:"regime" doc:"regime"`
	Replicate     int16  `parquet:"replicate" unit:"index" doc:"replicate, from 1"`
	Week          int16  `parquet:"week" unit:"week" doc:"week"`
	FinancialYear string `parquet:"financial_year" doc:"April to March, as 2024-25"`
	Line          string `parquet:"line" doc:"line of the accounts"`
	AmountPence   int64  `parquet:"amount_pence" unit:"pence" doc:"received if positive, paid if negative, by the perspective, in pence of the run: times weight of the manifest for the country"`
	ValuePence    int64  `parquet:"value_pence" unit:"pence" doc:"the same in prices of the price year, discounted to week 0"`
	Perspective   string `parquet:"perspective" doc:"whose account: claimant, employer, provider, department, benefits, tax, health, investor, others, who compete for jobs, or wellbeing; society is all of them but wellbeing"`
}

// SummaryRow is one outcome over one horizon in one subgroup.
type SummaryRow struct {
	Outcome   string  `parquet:"outcome" doc:"name of the outcome"`
	Regime    string  `parquet:"regime" doc:"regime"`
	Replicate int16   `parquet:"replicate" unit:"index" doc:"replicate, from 1"`
	FromWeek  int16   `parquet:"from_week" unit:"week" doc:"first week counted"`
	ToWeek    int16   `parquet:"to_week" unit:"week" doc:"first week no longer counted"`
	Subgroup  string  `parquet:"subgroup" doc:"all, or trait=value"`
	Closure   string  `parquet:"closure" doc:"what vacancies respond to: inflow, stock or entry"`
	Effect    string  `parquet:"effect" doc:"own: each person switched alone, what is held being as under the baseline; total: everybody; low and high: the same at the ends of the prior of what training teaches"`
	Value     float64 `parquet:"value" digest:"exact" doc:"the outcome, in persons and pence of the run (not weighted up)"`
	Unit      string  `parquet:"unit" doc:"unit of value; a share, points or a unit with per is a mean, anything else a total over persons"`
	Exact     bool    `parquet:"exact" doc:"value is a count or a sum of integers and therefore equal on every processor"`
}

// SweepRow is one outcome of one regime at one point of a sweep.
type SweepRow struct {
	Point         int32   `parquet:"point" unit:"index" doc:"point of the grid, from 1; the last lever varies fastest"`
	Lever1        string  `parquet:"lever_1" doc:"name of the first lever; sweep.json has its path"`
	Value1        string  `parquet:"value_1" doc:"its value at this point, as written"`
	Lever2        string  `parquet:"lever_2" doc:"name of the second lever, empty without one"`
	Value2        string  `parquet:"value_2" doc:"its value at this point"`
	Lever3        string  `parquet:"lever_3" doc:"name of the third lever, empty without one"`
	Value3        string  `parquet:"value_3" doc:"its value at this point"`
	Regime        string  `parquet:"regime" doc:"regime"`
	Baseline      string  `parquet:"baseline" doc:"regime it is compared with"`
	Replicate     int16   `parquet:"replicate" unit:"index" doc:"replicate, from 1"`
	Outcome       string  `parquet:"outcome" doc:"name of the outcome"`
	FromWeek      int16   `parquet:"from_week" unit:"week" doc:"first week counted"`
	ToWeek        int16   `parquet:"to_week" unit:"week" doc:"first week no longer counted"`
	Subgroup      string  `parquet:"subgroup" doc:"all, or trait=value"`
	Closure       string  `parquet:"closure" doc:"what vacancies respond to: inflow, stock or entry"`
	Effect        string  `parquet:"effect" doc:"total, own, or low and high: at the ends of what training teaches"`
	Value         float64 `parquet:"value" digest:"exact" doc:"the outcome under the regime, in persons and pence of the run: a total times weight is that of the country"`
	BaselineValue float64 `parquet:"baseline_value" digest:"exact" doc:"the same under the baseline, in the same replicate at the same point"`
	Unit          string  `parquet:"unit" doc:"unit of both values"`
	Exact         bool    `parquet:"exact" doc:"both are counts or sums of integers and therefore equal on every processor"`
	Weight        float64 `parquet:"weight" unit:"persons" doc:"persons of the country that one of the run stands for"`
}

// Table names.
const (
	Persons    = "persons"
	Panel      = "panel"
	Spells     = "spells"
	Events     = "events"
	Coaches    = "coaches"
	Indicators = "indicators"
	Districts  = "districts"
	Programmes = "programmes"
	Providers  = "providers"
	Accounts   = "accounts"
	Summary    = "summary"
	Sweep      = "sweep"
)

// Table returns "persons".
func (PersonRow) Table() string { return Persons }

// Table returns "panel".
func (PanelRow) Table() string { return Panel }

// Table returns "spells".
func (SpellRow) Table() string { return Spells }

// Table returns "events".
func (EventRow) Table() string { return Events }

// Table returns "coaches".
func (CoachRow) Table() string { return Coaches }

// Table returns "indicators".
func (IndicatorRow) Table() string { return Indicators }

// Table returns "districts".
func (DistrictRow) Table() string { return Districts }

// Table returns "providers".
func (ProviderRow) Table() string { return Providers }

// Table returns "programmes".
func (ProgrammeRow) Table() string { return Programmes }

// Table returns "accounts".
func (AccountRow) Table() string { return Accounts }

// Table returns "summary".
func (SummaryRow) Table() string { return Summary }

// At puts names and values of up to three levers into a row.
func (r *SweepRow) At(levers, values []string) {
	names, settings := [...]*string{&r.Lever1, &r.Lever2, &r.Lever3}, [...]*string{&r.Value1, &r.Value2, &r.Value3}
	for k := range min(len(levers), len(names)) {
		*names[k], *settings[k] = levers[k], values[k]
	}
}

// Table returns "sweep".
func (SweepRow) Table() string { return Sweep }

func (PersonRow) row()    {}
func (PanelRow) row()     {}
func (SpellRow) row()     {}
func (EventRow) row()     {}
func (CoachRow) row()     {}
func (IndicatorRow) row() {}
func (DistrictRow) row()  {}
func (ProviderRow) row()  {}
func (ProgrammeRow) row() {}
func (AccountRow) row()   {}
func (SummaryRow) row()   {}
func (SweepRow) row()     {}
