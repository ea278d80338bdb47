package panel

// A table with words or nulls has a second struct, in which its rows are handed to
// the Parquet library: words as strings and null as a nil pointer. The library's
// other way to write null, a zero in a field tagged optional, is not used: zero is
// a value here, and up to v0.32.0 it takes runs of nulls for zeros where a run of
// values is as long as the nulls before it.
//
// The unexported fields are what the pointers point at. That the columns agree with
// those of the table is checked whenever a file is opened.

type storedPerson struct {
	Replicate          int16   `parquet:"replicate"`
	PersonID           int32   `parquet:"person_id"`
	HouseholdID        int32   `parquet:"household_id"`
	PartnerID          *int32  `parquet:"partner_id"`
	Weight             float64 `parquet:"weight"`
	EntryWeek          int16   `parquet:"entry_week"`
	District           int16   `parquet:"district"`
	Office             int16   `parquet:"office"`
	Sex                string  `parquet:"sex"`
	Education          string  `parquet:"education"`
	AgeYears           int16   `parquet:"age_years"`
	Partner            bool    `parquet:"partner"`
	Children           int8    `parquet:"children"`
	YoungestChildYears *int32  `parquet:"youngest_child_years,int(16)"`
	HealthLimited      bool    `parquet:"health_limited"`
	Status             string  `parquet:"status"`
	Benefit            string  `parquet:"benefit"`
	WeeksOnBenefit     *int32  `parquet:"weeks_on_benefit,int(16)"`
	Skill              float32 `parquet:"skill"`
	SearchFrailty      float32 `parquet:"search_frailty"`
	Motivation         float32 `parquet:"motivation"`
	Compliance         float32 `parquet:"compliance"`
	Readiness          int8    `parquet:"readiness"`
	InformalCare       bool    `parquet:"informal_care"`
	DigitalAccess      string  `parquet:"digital_access"`
	Barriers           string  `parquet:"barriers"`

	SocialSupport float32 `parquet:"social_support"`

	youngestChildYears, weeksOnBenefit, partnerID int32
}

func storePerson(to *storedPerson, r *PersonRow) {
	*to = storedPerson{
		Replicate: r.Replicate, PersonID: r.PersonID, HouseholdID: r.HouseholdID, Weight: r.Weight,
		EntryWeek: r.EntryWeek, District: r.District, Office: r.Office,
		Sex: sexWords[r.Sex], Education: educationWords[r.Education], AgeYears: r.AgeYears,
		Partner: r.Partner, Children: r.Children, HealthLimited: r.HealthLimited,
		Status: statusWords[r.Status], Benefit: benefitWords[r.Benefit],
		Skill: r.Skill, SearchFrailty: r.SearchFrailty, Motivation: r.Motivation,
		Compliance: r.Compliance, InformalCare: r.InformalCare, DigitalAccess: digitalWords[r.DigitalAccess], Readiness: r.Readiness, SocialSupport: r.SocialSupport, Barriers: r.Barriers,
	}
	to.PartnerID = present(&to.partnerID, r.PartnerID, NoInt32)
	to.YoungestChildYears = present(&to.youngestChildYears, r.YoungestChildYears, NoInt16)
	to.WeeksOnBenefit = present(&to.weeksOnBenefit, r.WeeksOnBenefit, NoInt16)
}

type storedPanel struct {
	PersonID            int32   `parquet:"person_id"`
	Week                int16   `parquet:"week"`
	AgeYears            int16   `parquet:"age_years"`
	Status              string  `parquet:"status"`
	Benefit             string  `parquet:"benefit"`
	Group               string  `parquet:"group"`
	WeeksOnBenefit      *int32  `parquet:"weeks_on_benefit,int(16)"`
	Profile             string  `parquet:"profile"`
	CoachID             *int32  `parquet:"coach_id"`
	CommitmentHours     int16   `parquet:"commitment_hours"`
	Rapport             float32 `parquet:"rapport"`
	InterviewsHeld      int16   `parquet:"interviews_held"`
	InterviewsMissed    int16   `parquet:"interviews_missed"`
	Step                string  `parquet:"step"`
	StepsTaken          int16   `parquet:"steps_taken"`
	Programme           string  `parquet:"programme"`
	Provider            string  `parquet:"provider"`
	ProgrammeWeeks      *int32  `parquet:"programme_weeks,int(16)"`
	InterviewsPostponed int16   `parquet:"interviews_postponed"`
	InterviewsExcused   int16   `parquet:"interviews_excused"`
	SearchApplications  float32 `parquet:"search_applications"`
	HealthLimited       bool    `parquet:"health_limited"`
	Flare               bool    `parquet:"flare"`
	LimitedCapability   bool    `parquet:"limited_capability"`
	HealthClaim         string  `parquet:"health_claim"`
	Sanctioned          bool    `parquet:"sanctioned"`
	SanctionReason      string  `parquet:"sanction_reason"`
	Failures            int16   `parquet:"failures"`
	WaiversGranted      int16   `parquet:"waivers_granted"`
	WaiversRefused      int16   `parquet:"waivers_refused"`
	BenefitDuePence     int32   `parquet:"benefit_due_pence"`
	SanctionPence       int32   `parquet:"sanction_pence"`
	DeductionsPence     int32   `parquet:"deductions_pence"`
	BenefitPaidPence    int32   `parquet:"benefit_paid_pence"`
	AdvanceOwedPence    int32   `parquet:"advance_owed_pence"`
	SanctionRepaid      int32   `parquet:"sanction_repaid_pence"`
	HardshipPence       int32   `parquet:"hardship_pence"`
	HardshipRecovered   int32   `parquet:"hardship_recovered_pence"`
	WeeklyPayPence      int32   `parquet:"weekly_pay_pence"`
	CostOfWorkPence     int32   `parquet:"cost_of_work_pence"`
	JobQuality          float32 `parquet:"job_quality"`
	Skill               float32 `parquet:"skill"`
	EarningsPence       int64   `parquet:"earnings_pence"`

	TimeStructure        float32 `parquet:"time_structure"`
	SocialContact        float32 `parquet:"social_contact"`
	CollectivePurpose    float32 `parquet:"collective_purpose"`
	SocialStatus         float32 `parquet:"social_status"`
	Activity             float32 `parquet:"activity"`
	Distress             float32 `parquet:"distress"`
	DistressMeasured     float32 `parquet:"distress_measured"`
	LifeSatisfaction     float32 `parquet:"life_satisfaction"`
	SelfEfficacy         float32 `parquet:"self_efficacy"`
	SocialSupport        float32 `parquet:"social_support"`
	SatisfactionMeasured int8    `parquet:"life_satisfaction_measured"`

	weeksOnBenefit, programmeWeeks, coachID int32
}

func storePanel(to *storedPanel, r *PanelRow) {
	*to = storedPanel{
		PersonID: r.PersonID, Week: r.Week, AgeYears: r.AgeYears,
		Status: statusWords[r.Status], Benefit: benefitWords[r.Benefit], Group: r.Group, Profile: r.Profile,
		CommitmentHours: r.CommitmentHours, Rapport: r.Rapport, InterviewsHeld: r.InterviewsHeld, InterviewsMissed: r.InterviewsMissed, InterviewsPostponed: r.InterviewsPostponed, InterviewsExcused: r.InterviewsExcused,
		SearchApplications: r.SearchApplications, HealthLimited: r.HealthLimited, Flare: r.Flare,
		LimitedCapability: r.LimitedCapability, HealthClaim: healthClaimWords[r.HealthClaim], Sanctioned: r.Sanctioned,
		BenefitDuePence: r.BenefitDuePence, SanctionPence: r.SanctionPence,
		DeductionsPence: r.DeductionsPence, BenefitPaidPence: r.BenefitPaidPence, AdvanceOwedPence: r.AdvanceOwedPence,
		SanctionReason: r.SanctionReason, Failures: r.Failures, Step: r.Step, StepsTaken: r.StepsTaken, Programme: r.Programme, Provider: r.Provider, WaiversGranted: r.WaiversGranted, WaiversRefused: r.WaiversRefused,
		SanctionRepaid: r.SanctionRepaid, HardshipPence: r.HardshipPence, HardshipRecovered: r.HardshipRecovered,
		WeeklyPayPence: r.WeeklyPayPence, CostOfWorkPence: r.CostOfWorkPence, JobQuality: r.JobQuality, Skill: r.Skill, EarningsPence: r.EarningsPence,
		TimeStructure: r.TimeStructure, SocialContact: r.SocialContact, CollectivePurpose: r.CollectivePurpose, SocialStatus: r.SocialStatus, Activity: r.Activity,
		Distress: r.Distress, DistressMeasured: r.DistressMeasured, LifeSatisfaction: r.LifeSatisfaction, SelfEfficacy: r.SelfEfficacy, SocialSupport: r.SocialSupport, SatisfactionMeasured: r.SatisfactionMeasured,
	}
	to.WeeksOnBenefit = present(&to.weeksOnBenefit, r.WeeksOnBenefit, NoInt16)
	to.ProgrammeWeeks = present(&to.programmeWeeks, r.ProgrammeWeeks, NoInt16)
	to.CoachID = present(&to.coachID, r.CoachID, NoInt32)
}

type storedSpell struct {
	PersonID        int32  `parquet:"person_id"`
	Kind            string `parquet:"kind"`
	Name            string `parquet:"name"`
	Provider        string `parquet:"provider"`
	StartWeek       int16  `parquet:"start_week"`
	EndWeek         int16  `parquet:"end_week"`
	Weeks           int16  `parquet:"weeks"`
	LeftTruncated   bool   `parquet:"left_truncated"`
	RightCensored   bool   `parquet:"right_censored"`
	DestinationTrue string `parquet:"destination_true"`
	StartPayPence   *int32 `parquet:"start_pay_pence"`
	EndReason       string `parquet:"end_reason"`
	Source          string `parquet:"source"`
	JobDistrict     *int32 `parquet:"job_district,int(16)"`

	startPayPence, jobDistrict int32
}

func storeSpell(to *storedSpell, r *SpellRow) {
	*to = storedSpell{
		PersonID: r.PersonID, Kind: spellKindWords[r.Kind], Name: r.Name, Provider: r.Provider,
		StartWeek: r.StartWeek, EndWeek: r.EndWeek, Weeks: r.Weeks,
		LeftTruncated: r.LeftTruncated, RightCensored: r.RightCensored,
		DestinationTrue: destinationWords[r.DestinationTrue], EndReason: endReasonWords[r.EndReason],
		Source: sourceWords[r.Source],
	}
	to.StartPayPence = present(&to.startPayPence, r.StartPayPence, NoInt32)
	to.JobDistrict = present(&to.jobDistrict, r.JobDistrict, NoInt16)
}

type storedEvent struct {
	PersonID    int32  `parquet:"person_id"`
	Week        int16  `parquet:"week"`
	Kind        string `parquet:"kind"`
	Detail      string `parquet:"detail"`
	Rule        string `parquet:"rule"`
	CoachID     *int32 `parquet:"coach_id"`
	AmountPence int64  `parquet:"amount_pence"`
	Minutes     int16  `parquet:"minutes"`

	coachID int32
}

func storeEvent(to *storedEvent, r *EventRow) {
	*to = storedEvent{
		PersonID: r.PersonID, Week: r.Week, Kind: r.Kind, Detail: r.Detail, Rule: r.Rule,
		AmountPence: r.AmountPence, Minutes: r.Minutes,
	}
	to.CoachID = present(&to.coachID, r.CoachID, NoInt32)
}

// present returns at, which then holds the value, or nil for null.
func present[V int16 | int32](at *int32, value, null V) *int32 {
	if value == null {
		return nil
	}
	*at = int32(value)
	return at
}
