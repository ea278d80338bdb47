package agents

// Participation is what a person has to do with programmes and contracted providers, and what they have left with her.
type Participation struct {
	// Programmes of the regime, by their place in it.
	Programme      []uint8 // that she waits for or is on, one more than its place; 0 for none
	ProgrammeStage []ProgrammeStage
	ProgrammeSince []Week    // of the referral, or of the start
	Attended       []uint16  // meetings of the programme that she is on; weeks where it has no circles
	Circle         []uint16  // in which she last was, one more than its place in the district; 0 for none
	Offered        []uint16  // set of those that she was offered in this claim
	Completed      []uint16  // set of those that she has completed
	Learnt         []float32 // standard units of skill that programmes have taught her in all
	GapBefore      []Week    // out of regular work before the job of a programme, while the gap goes on
	SearchTaught   []float32 // log of what an application comes to, when it was last taught
	SearchTaughtAt []Week    // week of that
	Subsidy        []float32 // share of her pay that the department pays; 0 without
	SubsidisedBy   []uint8   // programme of the regime by which, one more than its place; 0 for none
	SubsidyEnds    []Week    // first week of the job without it; Never without
	PutOffEnding   []float32 // hazard of separation put off because of it
	Lessons        []float32 // standard units of skill that its weeks teach in all
	Introduced     []Introduction

	// Contracted providers.
	Provider        []uint8 // whose participant she is, one more than its place in the regime; 0 for nobody's
	PaymentGroup    []uint8 // of the contract
	ProviderJudged  []uint8 // fifth of readiness in which the provider believes her to be
	ProviderSeen    []Week  // last week in which it booked a contact with her
	ServedWeeks     []int16 // since her start with it
	ServedWork      []int16 // weeks in work that count for a fee
	Milestones      []uint8 // fees for work that have been paid
	ServedPence     []int32 // paid for her, since her start
	ServedInWork    []bool  // in work last week
	DistressAtStart []int16 // with it, hundredths of a standard unit; where a fee hangs on how she fares later
	TimesServed     []uint8 // how often she has been given to a provider
	Returned        []Week  // week in which her last provider was done with her; Never before
}

// TotalsOfParticipation are counts and pence for each person since week 0.
type TotalsOfParticipation struct {
	ProgrammesOffered, ProgrammesRefused  []int16
	ProgrammeStarts, ProgrammeCompletions []int16
	SkillTaught                           []int16 // by programmes, thousandths of log productivity
	SubsidisedJobs, SubsidisedWeeks       []int16 // jobs of programmes among them
	ProgrammeWeeks                        []int16 // in which she was on one
	ProviderStarts, ProviderAgain         []int16 // given to a provider; of these not for the first time
	ProviderWeeks                         []int16 // on benefit, with a provider
	ProviderContacts, ProviderOutcomes    []int16 // contacts held; job outcomes, whatever is paid for them
	ProviderMinutes, ProviderPence        []int32 // of staff booked for her while on benefit; fees paid for her
	ReturnMinutes                         []int32 // of interviews at the office in the 13 weeks after a provider
}
