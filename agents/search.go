package agents

import "caseload/agents/exact"

// LogEffort is the log of applications a week that somebody makes of her own accord
// when nobody helps, watches or threatens her: motivation, and what work would pay.
//
// gain is the net weekly gain from work in pence. The form is the first two terms of
// effort in the household ledger: ln a = alpha + b ln(gain).
func (c *Constants) LogEffort(motivation float64, gain Pence) float64 {
	g := max(float64(gain), 100) / c.Search.ReferenceGain
	return c.LogApplications + float64(c.Search.MotivationSpread*motivation) + float64(c.Search.GainElasticity*exact.Log(g))
}

// Prompts is what acts on a claimant's effort this week.
type Prompts struct {
	Seen          float64 // interviews held lately
	Helped        float64 // what they added, mean over them; 1 for the reference interview
	Checked       float64 // how far evidence was checked in them; 1 for the reference interview
	Steps         float64 // agreed steps taken lately
	LostShare     float64 // share of the award lost to a sanction
	Without       float64 // share of the award that is not paid yet or deducted
	ExpectedLoss  float64 // expected loss from sanctions, £10 a week
	Programme     float64 // log applications by one that is a duty and still to begin
	RequiredHours float64 // of search a week; 0 without a requirement
	Compliance    float64 // 0 to 1
	Flare         bool    // of a limiting condition
	Driven        float64 // by how she fares; see Constants.Driven
}

// ApplicationsMade adds to a person's own effort the support of interviews (concave in
// their number, scaled by who held them and for how long), what agreed steps have made easier, the pinch of lost income, the learned threat, how she fares; and
// takes the required number instead where compliance, which only monitoring makes
// effective, carries her further. In a flare she manages less of either. It returns the
// applications of a week and their log.
func (c *Constants) ApplicationsMade(own float64, p *Prompts) (made, log float64) {
	log = own + p.Driven + float64(c.Search.Support*p.Helped*exact.Log1p(p.Seen)) + float64(c.Search.Steps*exact.Log1p(p.Steps)) + float64(c.Search.IncomeCut*p.LostShare) + float64(c.Search.WithheldCut*p.Without) + float64(c.Threat.Effort*p.ExpectedLoss) + p.Programme
	made = exact.Exp(log)
	watched := float64(p.Seen * p.Checked)
	if required := p.RequiredHours * c.Search.RequiredPerHour * p.Compliance * (watched / (watched + c.Search.MonitoringHalf)); required > made {
		made, log = required, exact.Log(required)
	}
	if p.Flare {
		log += c.Search.Flare
		made = exact.Exp(log)
	}
	return made, log
}

// EffectiveSearch is a person's weight in matching: 1 for the reference person making
// the reference number of applications. fixed is the log of what does not depend on
// effort: frailty, skill, health, age, care.
func (c *Constants) EffectiveSearch(fixed, logApplications float64) float64 {
	return exact.Exp(fixed + float64(c.Search.OfferElasticity*(logApplications-c.LogApplications)))
}

// ReservationWage is the hourly pay in pence below which a job is refused: a share of the
// last hourly pay that falls with the time on benefit. Who has had no job takes any.
func (c *Constants) ReservationWage(last Pence, weeks Week) float64 {
	return float64(last) * c.Search.ReservationStart * exact.Pow(1-c.Search.ReservationFall, float64(max(weeks, 0)))
}

// Fixed is the log of what multiplies a person's chance of work whatever she does, but for
// her skill, which changes.
func (c *Constants) Fixed(p *Population, i int32, over50, carerUnder3 bool) float64 {
	x := exact.Log(float64(p.SearchFrailty[i])) + c.LogBarriers[p.Barriers[i]]
	if p.HealthLimited[i] {
		x += c.LogHealth
	}
	if p.LimitedCapability[i] {
		x += c.LogCapability
	}
	if over50 {
		x += c.LogOver50
	}
	if carerUnder3 {
		x += c.LogCarer
	}
	return x
}
