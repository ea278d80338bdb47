package panel

// EventKind is what a dated event can be.
type EventKind struct {
	Name string // in the column kind
	Doc  string // what happened
}

// EventKinds are the kinds of the table of events, in the order of a life.
func EventKinds() []EventKind { return eventKinds }

var eventKinds = []EventKind{
	{"claim_made", "turns to benefit, at once or after some weeks; the claim opens when identity has been checked"},
	{"claim_opened", "the claim is open, with that coach"},
	{"advance_paid", "an advance on the first award was paid"},
	{"award_assessed", "an assessment period ended; the amount is what is left of its award after sanctions and deductions"},
	{"benefit_paid", "the award of a period, or of several, was paid"},
	{"group_move", "moved to another conditionality group by the rule"},
	{"coach_changed", "is handed over to that coach"},
	{"interview_held", "an interview took place, of that many minutes with that coach"},
	{"interview_missed", "did not come to an interview; the minutes are spent"},
	{"step_agreed", "a step of the kind in the detail was agreed, with a date"},
	{"step_taken", "took the agreed step on its date"},
	{"interview_deferred", "an interview was due and the office had no minutes left"},
	{"handed_off", "a split service passes the case to another office; detail: what it is passed on for"},
	{"lost_between_offices", "the case is lost between the offices until she comes back; detail: on the way to what"},
	{"signed", "came to declare availability and search to signing staff"},
	{"signing_missed", "did not come to sign"},
	{"contact_lost", "stays away and is out of touch with the office"},
	{"contact_made", "got in touch again after staying away"},
	{"failure_excused", "the coach let a failure of the kind in the detail pass"},
	{"sanction_referral", "a failure was referred for a decision"},
	{"sanction_not_imposed", "a referral was decided in the claimant's favour"},
	{"sanction_imposed", "a referral was decided against the claimant; the rule is the level of the ladder"},
	{"waiver_granted", "what is required was put off"},
	{"waiver_refused", "a waiver was asked for and refused; the detail says why, or that nobody decided"},
	{"hardship_granted", "hardship payments while benefit is withheld were granted"},
	{"reconsideration_asked", "asks that a decision be looked at again"},
	{"reconsideration_refused", "the decision stands after reconsideration"},
	{"reconsideration_overturned", "the sanction was overturned on reconsideration; the amount is repaid"},
	{"appeal_asked", "appeals to a tribunal"},
	{"appeal_refused", "the decision stands after an appeal"},
	{"appeal_overturned", "the sanction was overturned on appeal; the amount is repaid"},
	{"sanction_ended", "a sanction ended, for the reason in the detail"},
	{"shortlisted", "an application was shortlisted by the vacancy in the detail, which chooses this week"},
	{"offer_made", "a vacancy made an offer, at that weekly pay"},
	{"offer_from_neighbour", "a vacancy of a neighbouring district made an offer, at that weekly pay; she applied two weeks before"},
	{"offer_refused", "a vacancy that would have been hers pays less than she asks for; the amount is the weekly pay"},
	{"not_chosen", "a vacancy to which she was shortlisted was taken by another"},
	{"job_started", "started a job, at that weekly pay; the detail is the vacancy where there was one"},
	{"job_ended", "a job ended; the detail is where that led"},
	{"claim_closed", "the claim ended; the detail is where that led"},
	{"condition_began", "a health condition that limits daily activity began"},
	{"condition_ended", "the condition ended"},
	{"flare_began", "the condition flared up"},
	{"flare_ended", "the flare passed"},
	{"health_claim", "gave medical evidence and asked for an assessment of health"},
	{"found_fit_for_work", "an assessment found no limited capability for work"},
	{"found_limited_capability", "an assessment found limited capability for work; the claim goes on"},
	{"found_no_requirement", "an assessment found that no activity can be asked"},
	{"reconsidered_fit_for_work", "the refusal stands after another look"},
	{"reconsidered_limited_capability", "another look found limited capability for work"},
	{"reconsidered_no_requirement", "another look found that no activity can be asked"},
	{"work_tried", "started work with a health-related award"},
	{"award_lapsed", "the former health-related award is no longer given back"},
	{"health_benefit_began", "moved to a health-related benefit without requirements"},
	{"health_benefit_ended", "a health-related benefit ended; the detail is where that led"},
	{"retired", "reached pension age"},
}
