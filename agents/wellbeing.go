package agents

import (
	"math" // Sqrt is correctly rounded on every processor

	"caseload/agents/exact"
)

// Functions is the number of latent functions of work.
const Functions = 5

// Supply is what a state gives of the latent functions of work, each 0 to 1. They are the
// five of Jahoda (1982); people in work have most of them and the openly unemployed least
// (Paul, Scholl, Moser, Zechmann and Batinic 2023).
type Supply struct {
	TimeStructure     float64
	SocialContact     float64
	CollectivePurpose float64
	SocialStatus      float64
	Activity          float64
}

// array is the supply in the order of the tables.
func (s *Supply) array() [Functions]float64 {
	return [Functions]float64{s.TimeStructure, s.SocialContact, s.CollectivePurpose, s.SocialStatus, s.Activity}
}

// Wellbeing holds how people fare. Distress is in standard units of people in work, whose
// mean is 0; life satisfaction runs from 0 to 10, self-efficacy from 1 to 5.
type Wellbeing struct {
	CausalOnly bool // states have only the effects that are left when their causes are handled
	Feedback   bool // how people fare changes how they search

	GoodJob, PoorJob, Unemployed, Waiting, OtherBenefit, Inactive Supply

	Means        Means
	Distress     Distress
	Satisfaction Satisfaction
	Efficacy     Efficacy
	Shocks       Shocks
	Drive        Drive
	Instrument   Instrument
}

// Means holds how income becomes security: y/(y + enough), y being what a household has a
// week after rent and enough growing with its members.
type Means struct {
	Enough         float64 // income of a single adult at which security is one half, pence a week
	Partner        float64 // weight of a second adult
	Child          float64 // weight of a child
	WithoutBenefit float64 // what people without work or benefit live on, pence a week
	InWork         float64 // reference income in work, pence a week
	OutOfWork      float64 // reference income of open unemployment
}

// Distress holds its set point and how fast it is reached.
type Distress struct {
	Gap       float64 // between open unemployment and the reference job, association
	Causal    float64 // share of the effects of states that is causal
	Money     float64 // share of the gap that is income's
	Functions float64 // share a week by which functions close in on what the state supplies
	Rate      float64 // the same of distress and its set point
	Quality   float64 // of the reference job
	Usual     float64 // of a person in the reference job without limiting health
	Spread    float64 // between persons
	Frailty   float64 // correlation of a person's usual distress with her search frailty
	Limited   float64 // added by a condition that limits daily activity
	Flare     float64 // added while it flares
	Debt      float64 // added by owing an advance or a hardship payment
	CaseFrom  float64 // distress from which somebody is a case
}

// Satisfaction holds life satisfaction.
type Satisfaction struct {
	Gap      float64 // points between open unemployment and the reference job, association
	Distress float64 // points that a standard unit of distress takes
	AtWork   float64 // of a person in the reference job without distress
	Spread   float64 // between persons
	Scar     float64 // points that a year of past unemployment takes
}

// Efficacy holds job-search self-efficacy.
type Efficacy struct {
	Usual      float64 // of the mean person
	Spread     float64 // between persons
	Distressed float64 // correlation of usual self-efficacy with usual distress
	Rate       float64 // share a week by which it goes back to what is usual
	Distress   float64 // standard units of distress that a point takes away
	Step       float64 // points that an agreed step gives, once taken
	Job        float64 // points that finding work gives
	Interview  float64 // share of what is missing to the top that the reference interview gives
	Rejection  float64 // points that a rejection takes
}

// Shocks holds what moves distress at once, in standard units.
type Shocks struct {
	JobLoss   float64 // a job that the employer ends
	Sanction  float64
	Rejection float64 // by a vacancy that had her on its shortlist
	Contact   float64 // an interview with a coach one standard unit harsher than the mean, or a contact with such a firm
	Support   float64 // share of a shock that full social support takes away
	Partner   float64 // standard units of social support that a partner adds
}

// Drive holds what distress and self-efficacy do to search, by their departure from what is
// usual for a person. At the departures of the mean claimant it is nothing.
type Drive struct {
	Distress   float64 // log applications that a standard unit takes
	Efficacy   float64 // log applications that a point adds
	DistressAt float64 // departure of the mean claimant, standard units, association
	EfficacyAt float64 // the same of self-efficacy, points
}

// Instrument holds the error of short questionnaires.
type Instrument struct {
	Items           float64 // of the distress questionnaire
	ItemReliability float64 // of one of them, among people in work
	Satisfaction    float64 // reliability of the single question about life satisfaction
	SatisfactionSD  float64 // standard deviation of life satisfaction that this refers to
}

// Security is what an income of so many pence a week after rent comes to, 0 to 1, in a
// household of the given size.
func (c *Constants) Security(income float64, partner bool, children uint8) float64 {
	size := 1 + float64(c.Wellbeing.Means.Child*float64(children))
	if partner {
		size += c.Wellbeing.Means.Partner
	}
	return security(max(income, 0), float64(c.Wellbeing.Means.Enough*size))
}

func security(income, enough float64) float64 { return income / (income + enough) }

// LifeSatisfaction is that of a person, 0 to 10: her usual one, in the reference job without
// distress, less what distress takes, with what functions and security give beside that,
// less the scar of past unemployment.
func (c *Constants) LifeSatisfaction(usual, distress, function, security, scar float64) float64 {
	x := &c.feelings
	return min(max(usual-float64(c.Wellbeing.Satisfaction.Distress*distress)+float64(x.byFunction*(function-x.reference))+
		float64(x.bySecurity*(security-x.secure))-scar, 0), 10)
}

// MoneySatisfaction is the part of life satisfaction that security has given, in the
// reference job 0: directly and through distress at its set point.
func (c *Constants) MoneySatisfaction(security float64) float64 {
	return float64(c.feelings.moneyBySecurity * (security - c.feelings.secure))
}

// Shocked is what a shock adds to the distress of somebody with the given social support.
func (c *Constants) Shocked(shock, support float64) float64 {
	return float64(shock * (1 - float64(c.Wellbeing.Shocks.Support*support)))
}

// Met is what an interview does to distress: a coach who is disposed to enable takes some
// away, a strict one adds some, and the mean coach does neither.
func (c *Constants) Met(strictness, rapport float64) float64 {
	return float64(c.Wellbeing.Shocks.Contact * (strictness - rapport) * c.feelings.kindness)
}

// Received is what a contact with a firm does to distress: one more welcoming than most eases
// like a coach of the same standing, and one less welcoming than most adds some. welcome is
// its rank among firms, 0 to 1.
func (c *Constants) Received(welcome float64) float64 {
	return -float64(c.Wellbeing.Shocks.Contact * exact.NormalQuantile(min(max(welcome, 0.01), 0.99)))
}

// Most and least self-efficacy on its scale.
const (
	LeastEfficacy = 1
	MostEfficacy  = 5
)

// Encouraged is self-efficacy after an interview that helped as much as the given multiple
// of the reference interview.
func (c *Constants) Encouraged(efficacy, helped float64) float64 {
	return efficacy + float64(min(float64(c.Wellbeing.Efficacy.Interview*helped), 1)*(MostEfficacy-efficacy))
}

// Driven is what departures of distress and self-efficacy from what is usual for a person
// add to log applications. It is 0 for those of the mean claimant, so that own effort,
// which is set to what claimants do, holds her usual feelings already.
func (c *Constants) Driven(distress, efficacy float64) float64 {
	d := &c.Wellbeing.Drive
	return float64(d.Efficacy*(efficacy-d.EfficacyAt)) - float64(d.Distress*(distress-c.feelings.departs))
}

// UsualFeelings are a person's lasting ones, from uniform draws and the standing of her
// search frailty: who finds work less easily is, by a correlation, more distressed anyway,
// and so, by another, is who thinks little of her own search.
func (c *Constants) UsualFeelings(frailty float64, distress, efficacy, satisfaction float64) (float64, float64, float64) {
	x := &c.Wellbeing
	e := x.Efficacy.Usual + float64(x.Efficacy.Spread*correlated(exact.NormalQuantile(distress), efficacy, x.Efficacy.Distressed))
	return x.Distress.Usual + float64(x.Distress.Spread*correlated(c.frailtyScore(frailty), distress, x.Distress.Frailty)),
		min(max(e, LeastEfficacy), MostEfficacy),
		x.Satisfaction.AtWork + float64(x.Satisfaction.Spread*exact.NormalQuantile(satisfaction))
}

// frailtyScore is the log of search frailty in standard units of entrants, or thereabouts.
func (c *Constants) frailtyScore(frailty float64) float64 {
	v := max(c.Finding.FrailtyVariance, 1e-3)
	return min(max((exact.Log(frailty)+float64(v/2))/math.Sqrt(v), -3), 3)
}

// SocialSupport is what a person has of it, 0 to 1.
func (c *Constants) SocialSupport(partner bool, u float64) float64 {
	z := exact.NormalQuantile(u)
	if partner {
		z += c.Wellbeing.Shocks.Partner
	}
	return exact.NormalCDF(z)
}

// MeasuredDistress is what a short questionnaire shows for a uniform draw.
func (c *Constants) MeasuredDistress(distress, u float64) float64 {
	return distress + float64(c.feelings.distressError*exact.NormalQuantile(u))
}

// MeasuredSatisfaction is the answer to the question about life satisfaction, a whole
// number from 0 to 10.
func (c *Constants) MeasuredSatisfaction(satisfaction, u float64) int8 {
	return int8(min(max(exact.RoundInt64(satisfaction+float64(c.feelings.pointsError*exact.NormalQuantile(u))), 0), 10))
}
