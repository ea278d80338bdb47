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
	District     int16  `parquet:"district" unit:"index" doc:"district"`
	Week         int16  `parquet:"week" unit:"week" doc:"observed week"`
	Programme    string `parquet:"programme" doc:"name of the programme"`
	Type         string `parquet:"type" doc:"kind of programme"`
	Places       int32  `parquet:"places" unit:"places" doc:"places of the district"`
	Taken        int32  `parquet:"taken" unit:"persons" doc:"persons on the programme at the end of the week"`
	Waiting      int32  `parquet:"waiting" unit:"persons" doc:"persons who wait for it at the end of the week"`
	Referred     int32  `parquet:"referred" unit:"persons" doc:"referred to it since the previous row"`
	Started      int32  `parquet:"started" unit:"persons" doc:"started since the previous row"`
	Waited       int32  `parquet:"waited_weeks" unit:"weeks" doc:"from referral to start, added up over those who started"`
	Completed    int32  `parquet:"completed" unit:"persons" doc:"completed it since the previous row"`
	Left         int32  `parquet:"left" unit:"persons" doc:"left it before the end since the previous row, for work or for another reason"`
	Missed       int32  `parquet:"missed_weeks" unit:"weeks" doc:"weeks of which all, or in group work a meeting, was missed without a good reason since the previous row"`
	Pence        int64  `parquet:"cost_pence" unit:"pence" doc:"paid for places and starts since the previous row, in pence of the run"`
	SubsidyPence int64  `parquet:"subsidy_pence" unit:"pence" doc:"of the pay of those whom employers hired with it, or who are in a job that it makes, since the previous row, in pence of the run"`

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
	WeeksInWork       int32       `parquet:"weeks_in_work" unit:"weeks" doc:"begun in work by participants, in which a job could end, since the previous row"`
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

func (DistrictRow) row()  {}
func (ProviderRow) row()  {}
func (ProgrammeRow) row() {}
func (AccountRow) row()   {}
func (SummaryRow) row()   {}
func (SweepRow) row()     {}
