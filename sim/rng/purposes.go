package rng

// Purpose is the decision that a draw serves. Two decisions never share one:
// their luck would be tied.
//
// The list is append-only. A purpose keeps its number for ever, since the
// number is part of the address of its draws; one that is no longer used stays.
type Purpose uint16

// Traits, drawn once before any rule is asked, at the week of entry. Number 0
// is no purpose, so that a forgotten one is noticed.
const (
	Sex               Purpose = iota + 1 // a person's sex
	Age                                  // age at entry
	Education                            // highest qualification
	Partner                              // whether there is a partner in the household
	Children                             // how many dependent children
	ChildAge                             // the age of a child; item: the child
	Rent                                 // the household's rent
	Health                               // a health limitation at entry
	Frailty                              // lasting differences in finding work, unseen by coaches
	Compliance                           // lasting inclination to meet requirements
	SeparationFrailty                    // lasting differences in losing work
	Skill                                // skill at entry
	PartnerPay                           // the partner's earnings
	StartDuration                        // weeks on benefit already behind a claimant of the starting stock
	StartInterview                       // where in the cycle of interviews the starting stock stands
	StartSanction                        // sanctions already running in the starting stock
	Stratum                              // which cell of the population a person comes from

	Arrivals // how many first claims a district has in a week; who: the district

	PresentCoach        // whether a coach is at work this week; who: the coach
	Attend              // whether a claimant attends a booked interview
	GoodReason          // whether a failure is excused
	Refer               // whether a coach refers a failure for decision
	Decide              // whether and when a referred failure is sanctioned
	Comply              // whether a claimant meets the other requirements of the week
	InterviewTie        // who comes first among equals for a slot in a diary
	Find                // whether a claimant finds a job
	Wage                // the wage of an offer
	Hours               // the hours of an offer
	Separate            // whether a job ends
	AfterSeparation     // what follows a job: a claim, another job, or neither
	ClaimDelay          // weeks between losing work and claiming
	LeaveToOther        // whether a claimant asks for an assessment of her health
	LeaveToNothing      // whether a claimant leaves benefit without a job
	Return              // whether a person who left without a job claims again
	CoachChoice         // which coach takes a claimant on; item: the coach
	Capability          // what a health assessment finds
	Motivation          // motivation at entry
	PartnerWorks        // whether the partner works
	Carer               // whether a person is the lead carer of children
	Rents               // whether there is rent to pay
	OfficeChoice        // which office of the district serves a person
	StartSanctionLength // how much of a running sanction the starting stock has still to serve
	Occupation          // occupation group wanted
	Asked               // whether a vacancy asks for a certificate; who: its district and week, item: its serial number
	Permanence          // whether a vacancy is temporary
	StartVacancy        // age of a vacancy of the starting stock
	Choosing            // whether a vacancy chooses this week
	Mobility            // whether an application goes to another occupation group
	ChooseVacancy       // which vacancy shortlists an application
	Impression          // what an employer makes of an applicant
	Rivals              // how many competitors are on a shortlist
	BestRival           // the best of them
	RivalKind           // whether the best is in work
	Repost              // whether the job a switcher leaves is posted again
	Lapse               // whether an unfilled vacancy is withdrawn
	Turn                // how health changes on its date
	TurnWeek            // when it changes next
	Severity            // severity of a limiting condition
	Advance             // whether a new claimant takes an advance
	OldDebts            // who has old debts
	Prevented           // what keeps a person this week from doing what is asked
	Notice              // whether a failure is noticed; item: its kind
	Shown               // whether evidence of a good reason is shown on the spot; item: the kind of failure
	ShownLater          // whether it is shown before the decision; item: the kind of failure
	Agree               // whether a step is agreed at an interview
	TakeStep            // whether an agreed step is taken
	LeaveWork           // whether a quit had a reason that the rules accept
	Reconsider          // whether a decision is challenged; item 1: whether it is changed
	Appeal              // whether an answer is appealed against; item 1: whether the tribunal overturns it
	Hardship            // whether hardship payments are asked for and granted
	CoachSkill          // what a coach's interviews add; who: the coach's post, item: which of its holders
	CoachStrictness     // how strict a coach is
	CoachRapport        // how a coach wins rapport
	CoachStart          // how long the first holder of a post has held it; who: the post
	CoachLeaves         // whether a coach leaves this week; who: her post
	Judge               // what a coach believes about a claimant; item: the coach
	Sooner              // whether a coach sees a claimant before her date
	Match               // how well a job fits; week: that in which it began
	Queue               // who comes first to the jobs that rivals took
	Listed              // where a job stands among them, and where somebody begins to look
	Beyond              // whether she looks outside her occupation group
	Channel             // whether an agency fills a vacancy
	AskedSkill          // whether a vacancy asks for a least skill
	Upgrade             // whether an unfilled vacancy is made more attractive
	Place               // to which district an application goes
	Digital             // digital access of a person
	Reached             // whether a channel reaches a person; item: the channel
	HandOff             // how long a case takes from one office to another; item: which hand-off
	LostBetween         // whether it is lost between them; item: which hand-off
	FoundAgain          // how long until the person comes back; item: which hand-off
	StepKind            // kind of the step that is agreed
	Assessment          // what an assessor sees of a condition
	AssessmentTie       // who is assessed first of those who have waited equally long
	AskReconsideration  // whether a refusal is taken further
	Reconsideration     // what is seen at the second look
	WorkReassessment    // whether starting work brings a reassessment
	StartHealth         // severity and dates of the starting stock
	SignDesk            // whether there is time for a signing at the desk
	SignAttend          // whether a claimant comes to sign
	SignAway            // whether who did not is out of touch
	Waive               // whether a waiver is asked for; items 1 and 2: whether anybody decides, and how

	AskInTime // for another date, and gets it
	Score     // error of a statistical score
	InformalCare
	Walks

	Conscience         // of a coach, before she does something for the figures
	Games              // whether she does it
	Notified           // whether employers notify the office of a vacancy
	Canvass            // whether a job developer brings it into the bank this week
	Submit             // whether the minutes are enough for one more submission
	SubmitRoom         // whether the vacancies of the group take one more; item: the submission
	SubmitTo           // where in the bank a coach begins to look
	RequiredToApply    // whether to apply is required; item: the submission
	Apply              // whether she does; item: the submission
	ShortlistSubmitted // whether that application is shortlisted; item: the submission
	Recommended        // what an employer makes of it; item: the submission
	SearchCVs          // whether an employer looks at CVs
	Invite             // whether she is invited, and to which vacancy

	ProgrammeTie  // who comes first on the waiting list of a programme; week: that of the referral
	BringUp       // whether a coach brings a programme up; item: the programme
	Taste         // how much a programme of a menu is to one's taste; item: the programme
	TakePart      // whether a programme is taken up
	GiveUp        // whether it is given up
	AttendWeek    // whether a week of it is attended
	Certify       // whether it ends with a certificate
	Introduce     // whether it ends with an introduction to an employer
	StartBusiness // whether it ends with a business of one's own
	Eased         // when health may next change after a programme for it

	OfficeLeaning // item: how an office departs from the rules, by leaning
	CoachLeaning  // item: holder and leaning; the same of a coach
	Leeway        // whole weeks to the next interview where a coach departs from the rule
	Specialism    // of a post; item 0 of a person: who goes to a specialist first

	ProviderTurn        // the turn at which somebody comes to a provider
	ProviderTaste       // how much a provider is to one's taste; item: the provider
	ProviderJudge       // error of a provider about readiness; item: the provider
	ProviderQuality     // what a firm's contacts add, by district; item: the firm
	ProviderTie         // which of like participants is seen first
	ProviderAttend      // whether a contact with a provider is kept
	UsualDistress       // lasting distress
	UsualEfficacy       // lasting self-efficacy
	UsualSatisfaction   // lasting life satisfaction
	SocialSupport       // lasting support by others
	MeasureDistress     // error of a questionnaire on distress
	MeasureSatisfaction // error of an answer on life satisfaction
	Barriers            // of a person; item: which, and one for what they have in common
	CoachSpends         // how ready a coach is to spend; who: the coach's post, item: which of its holders
	SupportTime         // whether there is time to do something about a barrier
	WhichBarrier        // which barrier comes up
	TellBarrier         // whether she tells of it; item: the barrier
	Spend               // whether the coach spends on it
	FundTie             // who comes first to the money of the fund
	Helps               // whether help removes a barrier; item: the barrier
	PlaceTie            // who comes first to the place of a partner
	Leader              // how far a leader of circles leads as designed; who: the district; item: the programme and the leader
	PassOn              // whether a claimant hears of a vacancy from somebody of her circle
	PartnerHere         // whose partner is a person of the run, and who comes first to one
	ProviderWaive       // whether a participant asks for a waiver; items 1 and 2: whether anybody decides, and how; 3: whether staff know the rules
	SubsidyKnown        // whether employers to whom somebody applies this week know of the subsidy that she brings along
	purposeEnd          // one past the last: new purposes go above this line
)

var purposeNames = [...]string{
	Sex:                 "Sex",
	Age:                 "Age",
	Education:           "Education",
	Partner:             "Partner",
	Children:            "Children",
	ChildAge:            "ChildAge",
	Rent:                "Rent",
	Health:              "Health",
	Frailty:             "Frailty",
	Compliance:          "Compliance",
	SeparationFrailty:   "SeparationFrailty",
	Skill:               "Skill",
	PartnerPay:          "PartnerPay",
	StartDuration:       "StartDuration",
	StartInterview:      "StartInterview",
	StartSanction:       "StartSanction",
	Stratum:             "Stratum",
	Arrivals:            "Arrivals",
	PresentCoach:        "PresentCoach",
	Attend:              "Attend",
	GoodReason:          "GoodReason",
	Refer:               "Refer",
	Decide:              "Decide",
	Comply:              "Comply",
	InterviewTie:        "InterviewTie",
	Find:                "Find",
	Wage:                "Wage",
	Hours:               "Hours",
	Separate:            "Separate",
	AfterSeparation:     "AfterSeparation",
	ClaimDelay:          "ClaimDelay",
	LeaveToOther:        "LeaveToOther",
	LeaveToNothing:      "LeaveToNothing",
	Return:              "Return",
	CoachChoice:         "CoachChoice",
	Capability:          "Capability",
	Motivation:          "Motivation",
	PartnerWorks:        "PartnerWorks",
	Carer:               "Carer",
	Rents:               "Rents",
	OfficeChoice:        "OfficeChoice",
	StartSanctionLength: "StartSanctionLength",
	Occupation:          "Occupation",
	Asked:               "Asked",
	Permanence:          "Permanence",
	StartVacancy:        "StartVacancy",
	Choosing:            "Choosing",
	Mobility:            "Mobility",
	ChooseVacancy:       "ChooseVacancy",
	Impression:          "Impression",
	Rivals:              "Rivals",
	BestRival:           "BestRival",
	RivalKind:           "RivalKind",
	Repost:              "Repost",
	Lapse:               "Lapse",
	Turn:                "Turn",
	TurnWeek:            "TurnWeek",
	Severity:            "Severity",
	Advance:             "Advance",
	OldDebts:            "OldDebts",
	Prevented:           "Prevented",
	Notice:              "Notice",
	Shown:               "Shown",
	ShownLater:          "ShownLater",
	Agree:               "Agree",
	TakeStep:            "TakeStep",
	LeaveWork:           "LeaveWork",
	Reconsider:          "Reconsider",
	Appeal:              "Appeal",
	Hardship:            "Hardship",
	CoachSkill:          "CoachSkill",
	CoachStrictness:     "CoachStrictness",
	CoachRapport:        "CoachRapport",
	CoachStart:          "CoachStart",
	CoachLeaves:         "CoachLeaves",
	Judge:               "Judge",
	Sooner:              "Sooner",
	Match:               "Match",
	Queue:               "Queue",
	Listed:              "Listed",
	Beyond:              "Beyond",
	Channel:             "Channel",
	AskedSkill:          "AskedSkill",
	Upgrade:             "Upgrade",
	Place:               "Place",
	Digital:             "Digital",
	Reached:             "Reached",
	HandOff:             "HandOff",
	LostBetween:         "LostBetween",
	FoundAgain:          "FoundAgain",
	StepKind:            "StepKind",
	Assessment:          "Assessment",
	AssessmentTie:       "AssessmentTie",
	AskReconsideration:  "AskReconsideration",
	Reconsideration:     "Reconsideration",
	WorkReassessment:    "WorkReassessment",
	StartHealth:         "StartHealth",
	SignDesk:            "SignDesk",
	SignAttend:          "SignAttend",
	SignAway:            "SignAway",
	Waive:               "Waive",
	AskInTime:           "AskInTime",
	Score:               "Score",
	InformalCare:        "InformalCare",
	Walks:               "Walks",
	Conscience:          "Conscience",
	Games:               "Games",
	Notified:            "Notified",
	Canvass:             "Canvass",
	Submit:              "Submit",
	SubmitRoom:          "SubmitRoom",
	SubmitTo:            "SubmitTo",
	RequiredToApply:     "RequiredToApply",
	Apply:               "Apply",
	ShortlistSubmitted:  "ShortlistSubmitted",
	Recommended:         "Recommended",
	SearchCVs:           "SearchCVs",
	Invite:              "Invite",
	ProgrammeTie:        "ProgrammeTie",
	BringUp:             "BringUp",
	Taste:               "Taste",
	TakePart:            "TakePart",
	GiveUp:              "GiveUp",
	AttendWeek:          "AttendWeek",
	Certify:             "Certify",
	StartBusiness:       "StartBusiness",
	Eased:               "Eased",
	Introduce:           "Introduce",
	OfficeLeaning:       "OfficeLeaning",
	CoachLeaning:        "CoachLeaning",
	Leeway:              "Leeway",
	Specialism:          "Specialism",
	ProviderTurn:        "ProviderTurn",
	ProviderTaste:       "ProviderTaste",
	ProviderJudge:       "ProviderJudge",
	ProviderQuality:     "ProviderQuality",
	ProviderTie:         "ProviderTie",
	ProviderAttend:      "ProviderAttend",
	UsualDistress:       "UsualDistress",
	UsualEfficacy:       "UsualEfficacy",
	UsualSatisfaction:   "UsualSatisfaction",
	SocialSupport:       "SocialSupport",
	MeasureDistress:     "MeasureDistress",
	MeasureSatisfaction: "MeasureSatisfaction",
	Barriers:            "Barriers",
	CoachSpends:         "CoachSpends",
	SupportTime:         "SupportTime",
	WhichBarrier:        "WhichBarrier",
	TellBarrier:         "TellBarrier",
	Spend:               "Spend",
	FundTie:             "FundTie",
	Helps:               "Helps",
	PlaceTie:            "PlaceTie",
	Leader:              "Leader",
	PassOn:              "PassOn",
	PartnerHere:         "PartnerHere",
	ProviderWaive:       "ProviderWaive",
	SubsidyKnown:        "SubsidyKnown",
}

// String returns the name of the purpose as it stands in the code.
func (p Purpose) String() string {
	if int(p) < len(purposeNames) && purposeNames[p] != "" {
		return purposeNames[p]
	}
	return "no purpose"
}
