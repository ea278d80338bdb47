package sim

import (
	"fmt"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
)

// Tally is what an indicator counts of a coach's claimants in a period.
type Tally struct {
	Got    int32 // what counts; of readiness, thousandths
	Of     int32 // out of how many
	Weeks  int32 // claimants times weeks
	ToWork int32 // exits to work
}

func (t *Tally) add(o *Tally) {
	t.Got += o.Got
	t.Of += o.Of
	t.Weeks += o.Weeks
	t.ToWork += o.ToWork
}

// tallies are those of all indicators of a regime.
type tallies [policy.MaxIndicators]Tally

// pressures are what hangs on each of them for who is measured: see agents.Pressure.
type pressures [policy.MaxIndicators]float32

// value is the figure that is reported, and whether there is one.
func (t *Tally) value(terms *policy.IndicatorTerms) (share float64, known bool) {
	got, of := float64(t.Got), float64(t.Of)
	switch terms.Of {
	case agents.ReferralsMade, agents.JobsFound, agents.SubmissionsMade:
		of = float64(t.Weeks) / float64(terms.Period)
	case agents.ReadinessGained:
		got /= 1000
	}
	if of <= 0 {
		return 0, false
	}
	return got / of, true
}

// offFlowAfter are the weeks on benefit at which it is seen which claims have ended, under
// every regime.
var offFlowAfter = [...]agents.Week{13, 26, 39, 52}

// OffFlow are claims of people with a coach whose date is past: those that ended before it,
// whatever they ended for, and all of them. Who began together is counted together, in the
// week of the date.
type OffFlow [len(offFlowAfter)]struct{ Ended, All int32 }

func (o *OffFlow) add(p *OffFlow) {
	for k := range o {
		o[k].Ended += p[k].Ended
		o[k].All += p[k].All
	}
}

// countExit counts a claim that ends.
func (w *World) countExit(i int32, to panel.Destination) {
	coach := w.People.Coach[i]
	if coach == noCoach {
		return
	}
	w.Coaches.Ended[coach][cohort(w.People.BenefitSince[i])]++
	if to != panel.ToWork {
		return
	}
	w.Coaches.ToWork[coach]++
	for k := range w.Regime.Plan.Indicators {
		t := &w.Coaches.Counted[coach][k]
		t.ToWork++
		if w.Regime.Plan.Indicators[k].Of == agents.JobsFound {
			t.Got++
		}
	}
}

// cohorts are claims by the week from which they count, as far back as a date can lie.
type cohorts [261]uint16

func (c *cohorts) add(o *cohorts) {
	for k, n := range o {
		c[k] += n
	}
}

// cohort is the place of a week among them.
func cohort(since agents.Week) int {
	n := int(since) % len(cohorts{})
	if n < 0 {
		n += len(cohorts{})
	}
	return n
}

// countEnded counts, of the claims whose date is this week, those that have ended before it.
// It makes room for the claims of this week.
func (w *World) countEnded(d *District) {
	c := &w.Coaches
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			for x, date := range offFlowAfter {
				ended := int32(c.Ended[k][cohort(w.Week-date)])
				d.OffFlow[x].Ended += ended
				d.OffFlow[x].All += ended
			}
			for x := range w.Regime.Plan.Indicators {
				if terms := &w.Regime.Plan.Indicators[x]; terms.Of == agents.OffFlow {
					ended := int32(c.Ended[k][cohort(w.Week-terms.After)])
					c.Counted[k][x].Got += ended
					c.Counted[k][x].Of += ended
				}
			}
			c.Ended[k][cohort(w.Week)] = 0
		}
	}
}

// countDates counts a claim that has not ended before a date that counts.
func (w *World) countDates(d *District, i int32, weeks agents.Week) {
	coach := w.People.Coach[i]
	if coach == noCoach {
		return
	}
	if k := slices.Index(offFlowAfter[:], weeks); k >= 0 {
		d.OffFlow[k].All++
	}
	for k := range w.Regime.Plan.Indicators {
		if terms := &w.Regime.Plan.Indicators[k]; terms.Of == agents.OffFlow && weeks == terms.After {
			w.Coaches.Counted[coach][k].Of++
		}
	}
}

// countDue counts an interview in the week of its date, or before it, as booked in time
// or not.
func (w *World) countDue(r *request) {
	if len(w.Regime.Plan.Indicators) == 0 || w.People.NextInterview[r.row] < w.Week {
		return
	}
	for k := range w.Regime.Plan.Indicators {
		if w.Regime.Plan.Indicators[k].Of == agents.OnTime {
			t := &w.Coaches.Counted[r.own][k]
			t.Of++
			if r.coach != noCoach {
				t.Got++
			}
		}
	}
}

// countReferral counts a referral for a sanction.
func (w *World) countReferral(coach int32) {
	w.Coaches.Referrals[coach]++
	w.countDone(coach, agents.ReferralsMade, 1)
}

// countDone counts what a coach does of what is measured.
func (w *World) countDone(coach int32, of agents.Measure, times int32) {
	for k := range w.Regime.Plan.Indicators {
		if w.Regime.Plan.Indicators[k].Of == of {
			w.Coaches.Counted[coach][k].Got += times
		}
	}
}

// countWeek adds this week to the periods, and closes those that end.
func (w *World) countWeek(d *District) {
	c, list := &w.Coaches, w.Regime.Plan.Indicators
	for _, o := range d.Offices {
		for k := o.First; k < o.Last; k++ {
			c.ClaimantWeeks[k] += c.Caseload[k]
			for x := range list {
				c.Counted[k][x].Weeks += c.Caseload[k]
			}
		}
	}
	for x := range list {
		if (w.Week+1)%list[x].Period != 0 {
			continue
		}
		if list[x].Of == agents.ReadinessGained {
			w.countReadiness(d, x)
		}
		for o := range d.Offices {
			w.closePeriod(&d.Offices[o], x)
		}
	}
}

// countReadiness looks how much nearer to work claimants are than without what the service
// has added: support and steps taken, and what skill has changed since they last worked.
func (w *World) countReadiness(d *District, x int) {
	p := w.People
	for _, i := range d.Claimants {
		if coach := p.Coach[i]; coach != noCoach {
			t := &w.Coaches.Counted[coach][x]
			t.Of++
			t.Got += int32(exact.RoundInt64(1000 * w.gained(i)))
		}
	}
}

// gained is the log of a claimant's chance of work now beside that without support and
// steps and with the skill that she had when she last worked.
func (w *World) gained(i int32) float64 {
	p, s := w.People, &w.Habits.Search
	effort := float64(s.Support*float64(p.Helped[i])*exact.Log1p(float64(p.SeenLately[i]))) + float64(s.Steps*exact.Log1p(float64(p.StepsLately[i])))
	return float64(s.OfferElasticity*effort) + float64(w.Habits.LogSkill*(w.skill(i)-float64(p.SkillAt[i])))
}

// closePeriod ends a period of an indicator in an office: what was counted is kept for the
// tables, and who is behind feels it from next week on.
func (w *World) closePeriod(o *Office, x int) {
	c, terms := &w.Coaches, &w.Regime.Plan.Indicators[x]
	var office Tally
	for k := o.First; k < o.Last; k++ {
		c.Closed[k][x], c.Counted[k][x] = c.Counted[k][x], Tally{}
		office.add(&c.Closed[k][x])
	}
	for k := o.First; k < o.Last; k++ {
		measured := &office
		if terms.Coach {
			measured = &c.Closed[k][x]
		}
		c.Pressure[k][x] = 0
		if value, known := measured.value(terms); known {
			c.Pressure[k][x] = float32(w.Habits.Pressure(terms.Weight, terms.Published, value, terms.Target))
		}
	}
}

// beginIndicators forgets what was counted for other indicators.
func (w *World) beginIndicators() {
	clear(w.Coaches.Counted)
	clear(w.Coaches.Closed)
	clear(w.Coaches.Pressure)
}

func indicatorsSay(list []policy.IndicatorTerms) (says string) {
	for k := range list {
		x := &list[k]
		who, how := "offices", "for themselves"
		if x.Coach {
			who = "coaches"
		}
		if x.Published {
			how = "published"
		}
		says += fmt.Sprintf("; %s are held to %s of %g%% every %s, %s, weight %g", who, x.Name, x.Target*100, weeksIn(x.Period), how, x.Weight)
	}
	return says[2:]
}
