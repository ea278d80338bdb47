package agents

// Failure is a kind of failure to meet a requirement.
type Failure uint8

// The kinds of failure.
const (
	MissedInterview      Failure = iota // a mandatory interview was missed
	SearchNotDone                       // fewer applications than the commitment asks for
	StepNotTaken                        // an agreed step was not taken
	OfferRefused                        // a job offer was refused
	LeftWork                            // the job before the claim was given up
	ProgrammeNotAttended                // a programme that is a duty was not attended
	Failures                            // number of kinds
)

var failureNames = [Failures]string{"missed_interview", "search_not_done", "step_not_taken", "offer_refused", "left_work", "programme_not_attended"}

// String is the name of the kind in regime files and in tables.
func (f Failure) String() string { return failureNames[f] }

// Reason is what kept somebody from doing what was asked.
type Reason uint8

// The reasons; all but the first are good ones.
const (
	NoReason Reason = iota
	Ill
	Caring
	OtherReason
	NoAccess // could not use the channel of an interview
)

// Prevents is what keeps a person this week from doing what is asked, at a uniform draw.
// flare says that a limiting
// condition is much worse than usual, carer that she is the lead carer of children.
func (c *Constants) Prevents(u float64, flare, carer bool) Reason {
	ill, caring := c.Reasons.Ill, c.Reasons.Caring
	if flare {
		ill = c.Reasons.IllFlare
	}
	if u >= ill+caring+c.Reasons.Other { // nearly always
		return NoReason
	}
	if !carer {
		caring = 0
	}
	switch {
	case u < ill:
		return Ill
	case u < ill+caring:
		return Caring
	case u < ill+caring+c.Reasons.Other:
		return OtherReason
	}
	return NoReason
}

// TakesStep is the chance that a person takes an agreed step by its date.
// It rises evenly with compliance, and its mean is one less the parameter.
func (c *Constants) TakesStep(compliance float64) float64 {
	return 1 - min(1, float64(2*c.Attendance.StepNotTaken*(1-compliance)))
}
