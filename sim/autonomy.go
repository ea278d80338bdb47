package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// leanings are those of a coach, times the spread that the regime leaves.
type leanings [agents.Leanings]float32

// lean draws how far the present holder of a post leans.
func (w *World) lean(c *Coaches, post int32) {
	c.Leaning[post] = leanings{}
	terms := w.Regime.Plan.Autonomy
	if terms == nil {
		return
	}
	for k, spread := range terms.Spread {
		office := w.Draws.UItem(uint32(c.Office[post]), traitWeek, uint32(k), rng.OfficeLeaning)
		own := w.Draws.UItem(uint32(c.ID[post]), traitWeek, uint32(c.Holder[post])*uint32(agents.Leanings)+uint32(k), rng.CoachLeaning)
		c.Leaning[post][k] = float32(spread * agents.NewLeaning(office, own, terms.Offices))
	}
}

// leaning is that of a coach; 0 where no coach takes part.
func (w *World) leaning(coach int32, to agents.Leaning) float64 {
	if coach == noCoach {
		return 0
	}
	return float64(w.Coaches.Leaning[coach][to])
}

// interval is the time to the next interview as it is set: that of the rule, more or less as
// the claimant's coach leans, in whole weeks by a draw.
func (w *World) interval(r *request) agents.Week {
	if w.Regime.Plan.Autonomy == nil {
		return r.every
	}
	return w.leeway(r)
}

// leeway is that interval where coaches have some.
func (w *World) leeway(r *request) agents.Week {
	lean := w.leaning(r.own, agents.Interval)
	if lean == 0 {
		return r.every
	}
	wanted := float64(float64(r.every) * exact.Exp(lean))
	return max(1, agents.Week(exact.FloorInt64(wanted+w.u(r.row, rng.Leeway))))
}

// shortened is how long a coach makes an interview of a rule.
func (w *World) shortened(i int32, minutes policy.Minutes) policy.Minutes {
	if lean := w.leaning(w.People.Coach[i], agents.Shortening); lean < 0 {
		part := exact.Exp(lean)
		minutes.Length = max(minutes.Shortest, int32(exact.RoundInt64(float64(minutes.Length)*part)))
		minutes.Longest = max(minutes.Length, int32(exact.RoundInt64(float64(minutes.Longest)*part)))
	}
	return minutes
}

// Practice is the rule as written against the rule as applied, in interviews held after the
// first and failures that somebody noticed.
type Practice struct {
	WeeksAsked, WeeksBetween int32 // from the interview before, by the rule and in fact
	WeeksOff                 int32 // between the two, either way
	MinutesAsked             int32
	MinutesHeld              int32
	ReferralsAsked           int32 // thousandths
	Referrals                int32
}

func (p *Practice) add(o *Practice) {
	p.WeeksAsked += o.WeeksAsked
	p.WeeksBetween += o.WeeksBetween
	p.WeeksOff += o.WeeksOff
	p.MinutesAsked += o.MinutesAsked
	p.MinutesHeld += o.MinutesHeld
	p.ReferralsAsked += o.ReferralsAsked
	p.Referrals += o.Referrals
}

// practise counts an interview that was held against the rule that it follows. What a rule
// says of the first interview is how soon it comes.
func (w *World) practise(d *District, r *request) {
	before := w.People.Met[r.row]
	w.People.Met[r.row] = w.Week
	for _, n := range [...]*Practice{&d.Practice, &w.Coaches.Practice[r.own]} {
		n.MinutesAsked += int32(r.asked)
		n.MinutesHeld += int32(r.minutes)
		if before != agents.Never && !r.first {
			between := w.Week - before
			n.WeeksAsked += int32(r.every)
			n.WeeksBetween += int32(between)
			n.WeeksOff += int32(max(r.every-between, between-r.every))
		}
	}
}

// judge counts a failure against the chain that follows it: how many of a thousand are
// referred by the rule, and whether this one is.
func (w *World) judge(d *District, coach int32, chain *policy.ChainTerms, excused float64, referred bool) {
	n := Practice{ReferralsAsked: int32(exact.RoundInt64(1000 * (1 - excused) * chain.Referred))}
	if referred {
		n.Referrals = 1
	}
	d.Practice.add(&n)
	if coach != noCoach {
		w.Coaches.Practice[coach].add(&n)
	}
}
