package scenarios

import (
	"caseload/agents"
	"caseload/policy/source"
)

// Wellbeing says how people fare. Distress is in standard units of people in work.
type Wellbeing struct {
	Effects      source.Text  `file:"effects" oneof:"association,causal_only" doc:"association: states have the effects that published comparisons show; causal_only: the share of them that is left when causes are handled"`
	Feedback     source.Flag  `file:"feedback" doc:"true when distress and self-efficacy change how people search"`
	Functions    Supplies     `file:"functions" doc:"what each state supplies of the five latent functions of work"`
	Income       Means        `file:"income" doc:"how income becomes security: y/(y + enough) for an income y after rent"`
	Distress     Distress     `file:"distress" doc:"what distress moves to, and how fast"`
	Satisfaction Satisfaction `file:"life_satisfaction" doc:"life satisfaction, 0 to 10"`
	Efficacy     Efficacy     `file:"self_efficacy" doc:"job-search self-efficacy, 1 to 5"`
	Shocks       Shocks       `file:"shocks" doc:"what moves distress at once, in standard units"`
	Search       Drive        `file:"search" doc:"what distress and self-efficacy do to search where there is feedback, by their departure from what is usual for a person"`
	Instrument   Instrument   `file:"instrument" doc:"the error of short questionnaires"`
}

// Supplies holds what states supply.
type Supplies struct {
	GoodJob      Supply `file:"good_job" doc:"a job of quality 1; others lie between"`
	PoorJob      Supply `file:"poor_job" doc:"a job of quality 0"`
	Unemployed   Supply `file:"unemployed" doc:"a claim of somebody who could work: without limited capability or a child under three to care for"`
	Waiting      Supply `file:"waiting" doc:"between losing an income and an open claim"`
	OtherBenefit Supply `file:"other_benefit" doc:"a health-related benefit"`
	Inactive     Supply `file:"inactive" doc:"neither work nor a claim, or a claim of who could not work"`
}

// Supply mirrors agents.Supply.
type Supply struct {
	TimeStructure     source.Quantity `file:"time_structure" unit:"number" min:"0" max:"1" doc:"days and weeks that are filled"`
	SocialContact     source.Quantity `file:"social_contact" unit:"number" min:"0" max:"1" doc:"people outside the household"`
	CollectivePurpose source.Quantity `file:"collective_purpose" unit:"number" min:"0" max:"1" doc:"being needed for something that is not one's own alone"`
	SocialStatus      source.Quantity `file:"status" unit:"number" min:"0" max:"1" doc:"being somebody in the eyes of others"`
	Activity          source.Quantity `file:"activity" unit:"number" min:"0" max:"1" doc:"having something to do"`
}

// total is the sum of the five.
func (s *Supply) total() float64 {
	return s.TimeStructure.Value + s.SocialContact.Value + s.CollectivePurpose.Value + s.SocialStatus.Value + s.Activity.Value
}

// Means mirrors agents.Means.
type Means struct {
	Enough         source.Quantity `file:"enough" unit:"£/week" min:"100" max:"1000000" doc:"income after rent at which the security of a single adult is one half"`
	Partner        source.Quantity `file:"partner" unit:"number" min:"0" max:"1" doc:"what a second adult needs, beside the first"`
	Child          source.Quantity `file:"child" unit:"number" min:"0" max:"1" doc:"what a child needs, beside the first adult"`
	WithoutBenefit source.Quantity `file:"without_benefit" unit:"£/week" min:"0" max:"1000000" doc:"what people live on who have neither work nor benefit, after rent"`
	InWork         source.Quantity `file:"in_work" unit:"£/week" min:"0" max:"1000000" doc:"reference income in work, single adult, after rent"`
	OutOfWork      source.Quantity `file:"out_of_work" unit:"£/week" min:"0" max:"1000000" doc:"reference income of the openly unemployed"`
}

// Distress mirrors agents.Distress.
type Distress struct {
	Gap       source.Quantity `file:"gap" unit:"number" min:"0" max:"3" doc:"distress of open unemployment over that of the reference job"`
	Causal    source.Quantity `file:"causal" unit:"share" min:"0" max:"1" doc:"share of the effects of states, on distress and life satisfaction, that effects: causal_only leaves"`
	Money     source.Quantity `file:"money" unit:"share" min:"0" max:"1" doc:"share of both gaps that is income's"`
	Functions source.Quantity `file:"functions_rate" unit:"share/week" min:"0.01" max:"0.99" doc:"share by which latent functions close in on what the state supplies"`
	Rate      source.Quantity `file:"rate" unit:"share/week" min:"0.01" max:"0.99" doc:"share by which distress closes in on its set point"`
	Quality   source.Quantity `file:"reference_quality" unit:"number" min:"0" max:"1" doc:"quality of the reference job"`
	Usual     source.Quantity `file:"usual" unit:"number" min:"-3" max:"3" doc:"distress of the mean person in the reference job without limiting health"`
	Spread    source.Quantity `file:"spread" unit:"number" min:"0" max:"3" doc:"standard deviation of that between persons"`
	Frailty   source.Quantity `file:"frailty_correlation" unit:"number" min:"-1" max:"1" doc:"correlation of usual distress with search frailty"`
	Limited   source.Quantity `file:"health_limited" unit:"number" min:"-1" max:"3" doc:"added by a condition that limits daily activity"`
	Flare     source.Quantity `file:"flare" unit:"number" min:"-1" max:"3" doc:"added while it flares"`
	Debt      source.Quantity `file:"debt" unit:"number" min:"-1" max:"3" doc:"added by owing an advance or a hardship payment"`
	CaseFrom  source.Quantity `file:"case_from" unit:"number" min:"-3" max:"5" doc:"distress from which somebody counts as a case"`
}

// Satisfaction mirrors agents.Satisfaction.
type Satisfaction struct {
	Gap      source.Quantity `file:"gap" unit:"number" min:"0" max:"5" doc:"points between open unemployment and the reference job"`
	Distress source.Quantity `file:"distress" unit:"number" min:"0" max:"5" doc:"points that a standard unit of distress takes"`
	AtWork   source.Quantity `file:"at_work" unit:"number" min:"0" max:"10" doc:"points of the mean person in the reference job without distress"`
	Spread   source.Quantity `file:"spread" unit:"number" min:"0" max:"5" doc:"standard deviation of that between persons"`
	Scar     source.Quantity `file:"scar" unit:"number" min:"0" max:"2" doc:"points that a year on benefit takes for good when it is over"`
}

// Check refuses gaps that nothing could make.
func (w *Wellbeing) Check(c *source.Checker) {
	q, f := w.Distress.Quality.Value, &w.Functions
	if job, out := f.PoorJob.total()+float64(q*(f.GoodJob.total()-f.PoorJob.total())), f.Unemployed.total(); job <= out {
		c.Problem(f.Unemployed.TimeStructure.At, "functions.unemployed", supplyTooLarge.of(out, job), "write less of some of them; the gap in distress comes from what unemployment lacks")
	}
	if i := &w.Income; i.InWork.Value <= i.OutOfWork.Value {
		c.Problem(i.InWork.At, "income.in_work", incomeTooSmall.of(i.InWork, i.OutOfWork, source.Place(i.OutOfWork.At, i.InWork.At)), "write more of it, or less of the other")
	}
	if s, d := &w.Satisfaction, &w.Distress; s.Gap.Value < s.Distress.Value*d.Gap.Value {
		c.Problem(s.Gap.At, "life_satisfaction.gap", gapTooSmall.of(s.Gap, source.Place(d.Gap.At, s.Gap.At)), "what distress leaves of it is what latent functions and income give beside")
	}
}

// Efficacy mirrors agents.Efficacy.
type Efficacy struct {
	Usual      source.Quantity `file:"usual" unit:"number" min:"1" max:"5" doc:"of the mean person"`
	Spread     source.Quantity `file:"spread" unit:"number" min:"0" max:"3" doc:"standard deviation between persons"`
	Distressed source.Quantity `file:"distress_correlation" unit:"number" min:"-1" max:"1" doc:"correlation of usual self-efficacy with usual distress, apart from what search frailty has to do with that"`
	Rate       source.Quantity `file:"rate" unit:"share/week" min:"0.0005" max:"0.5" doc:"share by which it goes back to what is usual for a person"`
	Distress   source.Quantity `file:"on_distress" unit:"number" min:"-3" max:"3" doc:"standard units of distress that a point takes away"`
	Step       source.Quantity `file:"step" unit:"number" min:"-4" max:"4" doc:"points that an agreed step gives, once taken"`
	Job        source.Quantity `file:"job" unit:"number" min:"-4" max:"4" doc:"points that finding work gives"`
	Interview  source.Quantity `file:"interview" unit:"share" min:"0" max:"1" doc:"share of what is missing to the top that the reference interview of the mean coach gives"`
	Rejection  source.Quantity `file:"rejection" unit:"number" min:"-4" max:"4" doc:"points that a rejection takes, by a vacancy that had one on its shortlist"`
}

// Shocks mirrors agents.Shocks.
type Shocks struct {
	JobLoss   source.Quantity `file:"job_loss" unit:"number" min:"-3" max:"3" doc:"of a job that the employer ends"`
	Sanction  source.Quantity `file:"sanction" unit:"number" min:"-3" max:"3" doc:"of a sanction, when it is imposed"`
	Rejection source.Quantity `file:"rejection" unit:"number" min:"-3" max:"3" doc:"of a rejection"`
	Contact   source.Quantity `file:"contact" unit:"number" min:"-3" max:"3" doc:"of an interview with a coach one standard unit harsher than the mean, stricter, less disposed to enable; or of a contact with a provider whose welcome, taken as a rank, is that much less"`
	Support   source.Quantity `file:"support" unit:"share" min:"0" max:"1" doc:"share of a shock that full social support takes away"`
	Partner   source.Quantity `file:"partner" unit:"number" min:"-3" max:"3" doc:"social support that a partner adds, in standard units of it"`
}

// Drive mirrors agents.Drive.
type Drive struct {
	Distress   source.Quantity `file:"distress" unit:"number" min:"-3" max:"3" doc:"log applications that a standard unit of distress takes"`
	Efficacy   source.Quantity `file:"self_efficacy" unit:"number" min:"-3" max:"3" doc:"log applications that a point of self-efficacy adds"`
	DistressAt source.Quantity `file:"distress_at" unit:"number" min:"-5" max:"5" doc:"departure of the distress of the mean claimant from what is usual for her, at which it takes nothing; less what effects: causal_only takes from the gap"`
	EfficacyAt source.Quantity `file:"self_efficacy_at" unit:"number" min:"-4" max:"4" doc:"the same of self-efficacy"`
}

// Instrument mirrors agents.Instrument.
type Instrument struct {
	Items           source.Quantity `file:"items" unit:"count" min:"1" max:"60" whole:"true" doc:"questions of the questionnaire on distress"`
	ItemReliability source.Quantity `file:"item_reliability" unit:"number" min:"0.01" max:"1" doc:"reliability of one of them among people in work; that of all follows from their number"`
	Satisfaction    source.Quantity `file:"life_satisfaction_reliability" unit:"number" min:"0.01" max:"1" doc:"reliability of the single question about life satisfaction"`
	SatisfactionSD  source.Quantity `file:"life_satisfaction_spread" unit:"number" min:"0" max:"5" doc:"standard deviation of life satisfaction between persons that this refers to"`
}

// carryTo tells the engine.
func (w *Wellbeing) carryTo(to *agents.Wellbeing) {
	to.CausalOnly, to.Feedback = w.Effects.Value == "causal_only", w.Feedback.Value
	f := &w.Functions
	carry(&to.GoodJob, f.GoodJob)
	carry(&to.PoorJob, f.PoorJob)
	carry(&to.Unemployed, f.Unemployed)
	carry(&to.Waiting, f.Waiting)
	carry(&to.OtherBenefit, f.OtherBenefit)
	carry(&to.Inactive, f.Inactive)
	carry(&to.Means, w.Income)
	carry(&to.Distress, w.Distress)
	carry(&to.Satisfaction, w.Satisfaction)
	carry(&to.Efficacy, w.Efficacy)
	carry(&to.Shocks, w.Shocks)
	carry(&to.Drive, w.Search)
	carry(&to.Instrument, w.Instrument)
}
