package agents

// Status is what a person is doing this week.
type Status uint8

// The statuses, in the order of the tables.
const (
	Absent       Status = iota // has not arrived yet
	Applying                   // has lost an income and not yet an open claim
	Claimant                   // has an open claim and no work
	OtherBenefit               // on a health-related or other benefit without requirements
	Employed                   // in work, with or without an award
	Inactive                   // neither work nor benefit
	Retired                    // has reached pension age
	Statuses                   // number of statuses
)

// Sex as recorded.
type Sex uint8

// The sexes of the published tables.
const (
	Female Sex = iota
	Male
)

// Education is the highest qualification.
type Education uint8

// The levels of qualification, as in the Regulated Qualifications Framework.
const (
	NoQualification Education = iota
	BelowLevel3
	Level3
	Level4OrOver
)

// Occupations is the number of major groups of the Standard Occupational Classification.
const Occupations = 9

// Source is the channel through which a job was found.
type Source uint8

// The channels.
const (
	NoSource   Source = iota // not at a vacancy of the run
	OpenMarket               // a vacancy that the employer fills
	Agency                   // a vacancy that an agency fills
	Notified                 // a vacancy of which the employer has told the office
	Developed                // a vacancy that a job developer of the office has brought in
	Sources                  // number of channels
)

// The ways into work without a vacancy.
const (
	Created      = Sources + iota // a temporary job that a programme makes
	SelfEmployed                  // her own business
)

// InBank tells whether coaches see a vacancy of the source and can submit claimants to it.
func (s Source) InBank() bool { return s == Notified || s == Developed }

// ProgrammeStage is how far somebody has come with a programme.
type ProgrammeStage uint8

// The stages.
const (
	NoProgramme ProgrammeStage = iota
	Waits                      // was referred and waits for a place
	TakesPart
)

// Step is how far an agreed step is.
type Step uint8

// How far.
const (
	NoStep    Step = iota // none was agreed, or it has been looked at
	StepAhead             // its date is still to come
	StepTaken
	StepLapsed // its date has come without it
)

// Introduction is who has brought somebody together with an employer this week.
type Introduction uint8

// Who has.
const (
	NotIntroduced Introduction = iota
	ByProgramme
	ByTie // somebody in work whom she knows from a circle
)

// PendingSlots is how many failures a person can have waiting for a decision.
const PendingSlots = 4

// LookBack is how many earlier sanctioned failures a person carries for the ladder.
const LookBack = 3

// Population is the people of a run, one slice per attribute, one row per person.
//
// Rows are sorted by district and never move. Rows of later arrivals are there from the
// start with status Absent. Money is pence a week, time is weeks of the run. Columns that
// nobody uses under many a regime are tagged `pages:"as touched"`: see block.
type Population struct {
	// Fixed: drawn from the person's own keyed draws before any rule is asked.
	ID                []PersonID
	EntryWeek         []Week
	BornWeek          []Week // week of birth, negative
	Office            []int16
	Sex               []Sex
	Education         []Education
	Occupation        []uint8   // major group wanted, 0 (managers) to 8 (elementary)
	HealthLimited     []bool    // a condition limits daily activity; it may begin and end
	Skill             []float32 // standard units, before what the spell of entry took or gave
	Motivation        []float32 // standard units
	SearchFrailty     []float32 // multiplies effective applications; mean 1 among entrants
	SeparationFrailty []float32 // multiplies the hazard of losing a job; mean 1
	Compliance        []float32 // 0 to 1, uniform; higher is more
	Digital           []DigitalAccess
	Certificate       []bool  // holds what vacancies ask for: a qualification at level 3 or over
	Readiness         []uint8 // fifth of the chance of work within 26 weeks at entry, 1-5

	// Household. A partner is another person of the run or outside it. Children stand with who
	// cares for them, rent with both.
	Partner          []bool
	Couple           []int32 // rows from her to a partner of the run; 0 for a partner outside it, or none
	PartnerPay       []int32 // net, pence a week; of a partner of the run as of last week
	PartnerGross     []int32 // of a partner of the run as of last week; 0 for one outside it
	News             []bool  // of a couple: status, pay, award or claim are another than her partner has heard of
	Children         []uint8
	FirstBefore2017  []bool
	YoungestBornWeek []Week // Never without children
	RentWeekly       []int32
	InformalCare     []bool // family would care for the children for nothing
	Walks            []bool // the journey to work costs nothing

	// Wellbeing: what is usual for a person, which is fixed, and how she fares, as of the end
	// of a week. Distress is in standard units of people in work.
	UsualDistress     []float32 // in the reference job, without limiting health
	UsualEfficacy     []float32 // 1 to 5
	UsualSatisfaction []float32 // points of 10, in the reference job without distress
	Support           []float32 // social support, 0 to 1
	LatentFunctions   [][Functions]float32
	Distress          []float32
	SelfEfficacy      []float32 // 1 to 5
	Scar              []float32 // life satisfaction that past unemployment takes, points
	Inoculated        []float32 `pages:"as touched"` // share of what rejections, sanctions and the loss of a job do that they do not do to her
	FeltAt            []Week    // the end of which the last four are of

	// Health, with HealthLimited above, which changes too.
	Severity    []float32 // of the limiting condition, standard units of those that begin
	Flare       []bool    // the condition is much worse than usual this week
	HealthTurns []Week    // week in which health may next change; Never for one that does not come

	// The claim for reasons of health. HealthDate is, without a claim, the week of the next
	// assessment of who has limited capability, or from which others may ask for one (Never when
	// they may); while she waits, the first week in which she can be assessed or decided on; while
	// she tries work, the first in which the former award is not given back.
	HealthClaim []HealthClaim
	HealthDate  []Week

	// Barriers to work, and what was done about them. Those eased are back in the next claim,
	// those addressed somebody has done something about in this one.
	Barriers, Eased, Addressed []BarrierSet
	LinkedTo                   []int16 // service of a local partner, from 1; 0 without
	LinkedSince                []Week  // since when she has been waiting for it
	LinkEnds                   []Week  // Never while she waits
	FundSpent                  []int32 // on her in this claim, pence

	// Labour state.
	Status            []Status
	Since             []Week    // week in which the status began
	BenefitSince      []Week    // week in which the present spell on benefit began; Never when off benefit
	ClaimWeek         []Week    // Applying: the week in which the claim opens
	SearchFixed       []float32 // log of what multiplies the chance of work whatever effort is; see Constants.Fixed
	SkillAt           []float32 // standard units, when work last began or ended
	SkillSince        []Week    // week of that
	OwnEffort         []float32 // log applications a week of her own accord; see Constants.LogEffort
	JobSince          []Week
	LimitedCapability []bool
	ElementSince      []Week  // week in which the limited capability element began; Never without it
	HourlyPay         []int32 // pence
	HoursTenths       []int16 // tenths of an hour a week
	JobOccupation     []uint8
	JobSource         []Source // of the present or last job
	JobDistrict       []int16  // number of the district in which it is
	Temporary         []bool
	Quality           []float32 // of the present job when its terms last changed; see Constants.JobQuality
	Hold              []float32 // multiplies the hazard of losing the present job; see Constants.Hold
	JobStartPay       []int32   // gross, pence a week
	GrossPay          []int32   // pence a week
	NetPay            []int32   // pence a week after income tax and National Insurance
	CareCost          []int32   // of children while in the present job, before what is given back, pence a week
	TravelCost        []int32   // to the present job, pence a week
	LastWorkExit      []Week    // week of the last exit to work from benefit; for returns

	// Benefit.
	AwardMonthly   []int32 // pence in a usual month on the facts of today, before sanctions
	Lost           []int32 // pence lost to a sanction this week, less hardship payments
	Cycle          []Cycle // assessment periods of the claim; 0 without one
	PeriodPay      []int32 // own net pay since the period began, pence
	PeriodSanction []int32 // what the days of sanctions since then take, pence
	Protected      []int32 `pages:"as touched"` // maximum award that a move from another benefit keeps, pence a month; 0 for none
	Payable        []int32 // worked out and still to be paid, pence
	OldDebts       []bool  // there are some, to be deducted whenever she has an award
	AdvanceOwed    []int32 // of advances, pence; kept between claims
	Instalments    []uint8 // of it that are left
	Without        []uint8 // per cent of the award that is not paid yet or deducted

	// Conditionality.
	Group         []GroupID
	StaticClass   []uint16 // class of all facts but duration; refreshed at NextFact
	Reclassed     []bool   // it, or what her partner of the run is paid, is another one since her group was last looked at
	NextFact      []Week   // first week in which a birthday may change the class
	Coach         []int32  // -1 when none
	NextInterview []Week   // Never when none is due
	FirstDone     []bool
	Met           []Week    // last interview held of the claim; Never before
	PutOff        []uint8   // how often the next interview has been put off
	Profile       []Profile // class of profiling
	Lasted        []uint8   // how many of the times at which a profiled claim is counted it has lasted
	ClaimProfile  []Profile // the class at the opening of the claim; none for a claim that was open when the regime began
	Judged        []uint8   // fifth of readiness in which her coach believes her to be; 0 without a coach
	Rapport       []float32 // with the present coach, 0 to 1
	SeenLately    []float32 // interviews held, decaying
	Helped        []float32 // mean over these of what they add; 1 for the reference interview
	Checked       []float32 // mean over these of how far evidence was checked; the same
	LossLately    []float32 // pence a week lost to own sanctions, decaying
	CheckedAt     []Week    // last interview held, or the opening of the claim
	SearchChecked []float32 // Total.Applications at that time
	Step          []Step    // the one that was agreed last
	StepKind      []uint8   // its kind in the regime
	StepDue       []Week    // week in which it is taken or not; Never after it
	StepsLately   []float32 // steps taken, decaying
	RefusedAt     []Week    // last week in which a job offer was refused
	CutOff        []Week    // week of the first interview of the claim that did not reach her; Never otherwise
	LeftWork      []Week    // week in which the last job was given up without a reason; Never otherwise
	Waived        [][2]Week // weeks of the last two waivers, latest first; Never without
	WaivedUntil   []Week    // nothing is required before

	// Programmes and contracted providers.
	Participation `pages:"as touched"`

	// Failures and sanctions.
	PendingKind     [][PendingSlots]Failure
	PendingReason   [][PendingSlots]Reason // the true one, which nobody may know
	PendingFailure  [][PendingSlots]Week   // week of the failure
	PendingDecision [][PendingSlots]Week
	PendingMet      [][PendingSlots]Week // week of compliance, Never until then
	OutOfContact    []bool
	Sanctioned      []bool
	SanctionOpen    []bool // lasts until compliance
	SanctionFailure []Week // failure that the open sanction waits for
	SanctionTail    []int16
	SanctionDays    []int16 // days still to serve
	SanctionServed  []int16 // days served of the present sanction
	SanctionSince   []Week
	SanctionKind    []Failure           // of the failure that the present sanction began with
	Earlier         [][LookBack]Week    // failures sanctioned before, latest first
	EarlierKind     [][LookBack]Failure // their kinds

	// Challenges and hardship.
	ChallengeDue     []Week // week of the answer; Never without a challenge
	ChallengeAppeal  []bool // it is before a tribunal
	ChallengeOf      []Week // SanctionSince of the sanction that is challenged
	ChallengeFailure []Week // failure that was sanctioned
	ChallengeReason  []Reason
	Disputed         []int32 // pence taken since the decision that is challenged
	Hardship         []bool  // hardship payments were granted for the present sanction
	HardshipDebt     []int32 // pence of them still to be recovered

	// Counted from week 0.
	Total Totals

	memory *block // in which the columns are
}

// Totals are counts and pence for each person since week 0.
type Totals struct {
	TotalsOfParticipation `pages:"as touched"`

	WeeksInWork, WeeksOnBenefit                          []int16
	ToWork, ToOtherBenefit, ToNothing                    []int16
	ThroughAgency                                        []int16 // of ToWork
	JobsEnded, JobWeeksEnded, Returns26                  []int16
	JobsBegun, JobQuality, JobToJob                      []int16 // jobs, hundredths added up over jobs begun, moves
	InterviewsHeld, InterviewsMissed                     []int16
	Unreached                                            []int16 `pages:"as touched"` // missed because the channel did not reach her
	HandOffs, LostBetween                                []int16 `pages:"as touched"` // from one office to another; of these lost for a while
	FirstInterviews, FirstInterviewWeeks                 []int16 // held within 26 weeks of applying; weeks to them
	Signed, SigningsMissed                               []int16 `pages:"as touched"` // at the desk of signing staff
	CoachChanges                                         []int16 // handed over to another coach during a claim
	InterviewsPostponed, InterviewsExcused               []int16 // put off in time; missed and excused by the coach
	Failures, Noticed                                    []int16 // failures of every kind; those that somebody noticed
	StepsAgreed, StepsTaken                              []int16
	Sanctions, SanctionsIll, Overturned                  []int16 // imposed; of these on somebody who was ill; done away with on challenge
	Applications                                         []float32
	BenefitPence, SanctionPence, EarningsPence, TaxPence []int32 // benefit: awards worked out less sanctions
	DeductionPence, AdvancePence                         []int32
	RepaidPence, HardshipPence, RecoveredPence           []int32 // sanctions overturned, hardship payments and what came back of them
	WaiversGranted, WaiversRefused                       []int16
	WeeksWithAward, HeldInWork, SanctionsInWork          []int16 // in work: weeks with an award, interviews held, sanctions
	Submitted, NotApplied, Invited, ByOffice             []int16 // to notified vacancies by a coach; of these without applying; by employers; of ToWork, by either
	BarriersPresent, BarriersAddressed, BarriersRemoved  []int16 // in claims, once each; somebody has done something about; gone
	FundPence                                            []int32
	FundRefused                                          []int16 `pages:"as touched"` // because there was no money left
	Linked, LinkStarts, LinkWeeks                        []int16 // to local partners; places taken up; weeks waited for them
	WorkCostPence, CareBackPence                         []int32 // costs of work, and what an award gave back of those of care
	WeeksThere, WeeksDistressed                          []int16 // weeks lived in the run; of these as a case of distress
	DistressSum, SatisfactionSum, MoneySatisfaction      []int32 // hundredths added up over weeks; the last is the part that is money's
}
