package panel

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

// Table returns "coaches".
func (CoachRow) Table() string { return Coaches }

// Table returns "indicators".
func (IndicatorRow) Table() string { return Indicators }

func (CoachRow) row() {}

func (IndicatorRow) row() {}
