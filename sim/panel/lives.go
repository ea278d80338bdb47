package panel

import "slices"

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

// panelKeys say whose row of a part it is, and of when. A panel has them whatever else it has.
var panelKeys = []string{"person_id", "week"}

// PanelColumns are the names of the panel's columns, in order.
func PanelColumns() (names []string) {
	for _, f := range schemaOf[PanelRow]().fields {
		names = append(names, f.name)
	}
	return names
}

// ChosenColumns are the columns of a panel for which some are asked, in its order: those, and
// the ones that say whose row it is and of when. All if none is asked for.
func ChosenColumns(asked []string) []string {
	all := PanelColumns()
	if len(asked) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(name string) bool { return !slices.Contains(asked, name) && !slices.Contains(panelKeys, name) })
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

// Table returns "persons".
func (PersonRow) Table() string { return Persons }

// Table returns "panel".
func (PanelRow) Table() string { return Panel }

// Table returns "spells".
func (SpellRow) Table() string { return Spells }

// Table returns "events".
func (EventRow) Table() string { return Events }

func (PersonRow) row() {}

func (PanelRow) row() {}

func (SpellRow) row() {}

func (EventRow) row() {}
