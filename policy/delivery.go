package policy

import (
	"fmt"
	"math"

	"caseload/agents"
	"caseload/policy/source"
)

// Stock is claimants of one kind in a steady week: as many leave as come. Facts are
// taken to be unrelated within a kind. Numbers are those of the whole country.
// Where there are no new claims, nobody waits for her first interview.
type Stock struct {
	Persons    float64
	NewClaims  float64 // a week
	Missed     float64 // share of their booked interviews that they miss
	Prevented  float64 // share of those that they miss for a good reason
	Shown      float64 // share of these reasons that are shown on the spot
	ShownLater float64 // share of the others that are shown before a decision
	AsksInTime float64 // share of those with a good reason who ask for another date before
	WeeksBelow func(weeks int) float64
	AgeBelow   func(years int) float64
	ChildBelow func(years int) float64 // by the youngest child, of lead carers
	// ChanceBelow is the share with a smaller chance of work within half a year.
	ChanceBelow func(chance float64) float64

	LeadCarer, Partner, HealthLimited, LimitedCapability float64 // shares

	Digital [agents.DigitalAccesses]float64 // shares

	Awaits float64 // share of those with limiting health and no award who wait for an assessment
	Asks   float64 // assessments that the stock asks for in a week

	Barriers [agents.BarriersOfPeople]float64 // shares with each
	Told     float64                          // chance of telling the own coach of one, where there is time
}

// Delivery says what a policy asks of its coaches in a steady week, and what it gets.
// Nobody is seen by another rule before her first interview. Interviews that are booked
// again because they were missed are left out, and so are people out of contact, who are
// not seen: in the model of Great Britain the two are about as many.
type Delivery struct {
	Regime   string   `json:"regime"`
	Coaches  float64  `json:"coaches_full_time_equivalents"`
	Minutes  float64  `json:"minutes_available"` // less those of newcomers who learn
	Learning float64  `json:"minutes_lost_to_training"`
	Asked    []Asked  `json:"asked"`
	All      Asked    `json:"all"`
	Share    float64  `json:"share_of_minutes_asked"`             // at full length; 0 without any minutes
	Least    float64  `json:"share_of_minutes_asked_at_shortest"` // above 1 when interviews cannot all be held
	Caseload float64  `json:"claimants_per_coach"`                // in a group, as they have a coach
	Lost     float64  `json:"interviews_by_a_channel_that_does_not_reach,omitempty"`
	Chain    *Outcome `json:"sanction_chain,omitempty"`
	Working  *Working `json:"people_in_work,omitempty"` // nil where nothing is required of them
	Health   *Queue   `json:"health_assessments,omitempty"`

	Programmes []AskedPlaces `json:"programmes,omitempty"`
	Needs      *Needs        `json:"needs,omitempty"` // nil where nothing is done about barriers

	coaches *Coaches
	health  *Health
}

// Asked is the interviews that one rule asks for in a week.
type Asked struct {
	Rule       string  `json:"rule"`
	Where      string  `json:"where,omitempty"` // file:line
	Claimants  float64 `json:"claimants"`
	Interviews float64 `json:"interviews"`
	Minutes    float64 `json:"minutes"`
	Shortest   float64 `json:"minutes_at_shortest"`
}

// Working is the people in work whom the rules have seen. How many there are follows from
// pay and awards, so they are counted in a small run.
type Working struct {
	Persons    float64 `json:"persons"`
	Interviews float64 `json:"interviews"` // a week
	Minutes    float64 `json:"minutes"`
	Played     int     `json:"persons_of_the_run"`
}

// A WorkingClass is people in work of one class, in the whole country.
type WorkingClass struct {
	Class   Class
	Persons float64
}

// Outcome follows a sanction chain from booked interviews to sanctions.
type Outcome struct {
	Excused   float64 `json:"excused"`
	Referred  float64 `json:"referred"`
	Imposed   float64 `json:"imposed"`
	Product   float64 `json:"sanctions_per_missed_interview"`
	Missed    float64 `json:"mandatory_interviews_missed"` // a week
	Sanctions float64 `json:"sanctions"`                   // a week
}

// Deliver works out what a plan asks for on a day, given who its claimants are and how many
// people have an award for reasons of health, who are assessed again in time. Where something
// is required of people in work, working counts them in a run of so many persons; nil
// leaves them out.
func (p *Plan) Deliver(on Date, stocks []Stock, awards float64, working func() (list []WorkingClass, played int)) *Delivery {
	d := &Delivery{Regime: p.Name, coaches: p.regime.Coaches, health: p.regime.Health}
	if p.Health != nil {
		d.Health = p.Health.queue(stocks, awards)
	}
	tables := p.On(on)
	d.Asked = make([]Asked, len(p.Schedules))
	d.Asked[0] = Asked{Rule: "first interview", Where: fileLine(p.Rules[p.FirstRule])}
	for k := range p.regime.Interviews {
		v := &p.regime.Interviews[k]
		d.Asked[k+1] = Asked{Rule: v.Name.Value, Where: fileLine(v.At)}
	}
	d.askPlaces(p)
	members := 0.0
	var lost misses
	var needs barrierNeeds
	for s := range stocks {
		stock := stocks[s].puttingOff(p.Postponing)
		from := p.rulesBegin(stock)
		var profiles [agents.Profiles]float64
		if p.cuts.profiles > 1 {
			profiles = p.Profiling.sharesOf(stock)
		}
		for class := range p.cuts.classes() {
			at := p.cuts.placeOf(class)
			static := p.cuts.static(stock, at)
			if p.cuts.profiles > 1 {
				static *= p.Profiling.has(p.cuts.caseOf(class), &profiles)
			}
			group, _ := tables.Group(Class(class))
			if static <= 0 || group == NoGroup {
				continue
			}
			if p.HasFirst && Class(class) == p.opening(class) {
				n := float64(stock.NewClaims * static)
				d.Asked[0].add(n, n, &p.First)
				lost.add(n, stock, p.Missed)
				lost.unreached(float64(n*p.unreached(stock, p.First.Channel)), p.Missed)
			}
			below, upTo := shares(p.cuts.weeks, at.weeks, stock.WeeksBelow)
			members += float64(stock.Persons * static * (upTo - below))
			opened := 0.0
			if Class(class) == p.opening(class) {
				opened = float64(stock.NewClaims * static)
			}
			needs.add(stock, float64(stock.Persons*static*(upTo-below)), opened)
			persons := float64(stock.Persons * static * max(0, upTo-max(below, stock.WeeksBelow(from))))
			held := 0.0
			if schedule, rule := tables.Interview(Class(class)); rule != 0 {
				n := persons / float64(schedule.Every)
				held = n
				d.Asked[tables.at.schedule[class]].add(persons, n, schedule)
				if schedule.Mandatory {
					lost.add(n, stock, p.Missed)
					lost.unreached(p.lostBy(schedule, stock, n, opened), p.Missed)
				}
			}
			if len(d.Programmes) > 0 {
				before, due := uint16(0), float64(stock.NewClaims*static)
				if at.weeks > 0 {
					cut := p.cuts.weeks[at.weeks-1]
					before, due = tables.at.programmes[class-1], float64(stock.Persons*static*(stock.WeeksBelow(cut+1)-stock.WeeksBelow(cut)))
				}
				d.addPlaces(p, tables.at.programmes[class], before, float64(stock.Persons*static*(upTo-below)), due, held)
			}
		}
	}
	if p.InWork != nil && working != nil {
		members += d.askWorking(tables, working)
	}
	d.closePlaces(p)
	d.close(p, members, &lost)
	d.askNeeds(p, &needs)
	return d
}

// askWorking adds the interviews of people in work, and tells how many have a coach.
func (d *Delivery) askWorking(tables InForce, working func() ([]WorkingClass, int)) float64 {
	list, played := working()
	d.Working = &Working{Played: played}
	for _, of := range list {
		schedule, rule := tables.Interview(of.Class)
		if rule == 0 {
			continue
		}
		n := of.Persons / float64(schedule.Every)
		d.Asked[tables.at.schedule[of.Class]].add(of.Persons, n, schedule)
		d.Working.Persons += of.Persons
		d.Working.Interviews += n
		d.Working.Minutes += float64(n * float64(schedule.LengthMinutes))
	}
	return d.Working.Persons
}

// puttingOff is a stock in which those who get another date in time miss nothing.
func (s Stock) puttingOff(terms *PostponingTerms) *Stock {
	if terms != nil {
		kept := float64(s.Missed * s.Prevented)
		off := float64(kept * s.AsksInTime * terms.Granted)
		s.Missed, s.Prevented = (s.Missed-off)/(1-off), (kept-off)/(s.Missed-off)
	}
	return &s
}

// opening is the class in which a claim of a class's static part is opened: when the
// identity is checked.
func (p *Plan) opening(class int) Class {
	return p.ClassAt(uint16(class/(len(p.cuts.weeks)+1)), p.IdentityCheck)
}

func (a *Asked) add(claimants, interviews float64, s *Schedule) {
	a.Claimants += claimants
	a.Interviews += interviews
	a.Minutes += float64(interviews * float64(s.LengthMinutes))
	a.Shortest += float64(interviews * float64(s.ShortestMinutes))
}

// close adds up what was asked and holds it against what there is.
func (d *Delivery) close(p *Plan, members float64, lost *misses) {
	if !p.HasFirst {
		d.Asked = d.Asked[1:]
	}
	d.All.Rule, d.All.Claimants = "all", members
	for _, a := range d.Asked {
		d.All.Interviews += a.Interviews
		d.All.Minutes += a.Minutes
		d.All.Shortest += a.Shortest
	}
	d.Coaches = p.Staff.FullTimeEquivalents
	d.Minutes = float64(d.Coaches * p.Staff.Present * float64(p.Staff.MinutesPresentWeek))
	d.Learning = float64(d.Minutes * p.Staff.learning())
	d.Minutes -= d.Learning
	if d.Minutes > 0 {
		d.Share, d.Least = d.All.Minutes/d.Minutes, d.All.Shortest/d.Minutes
	}
	if d.Coaches > 0 {
		d.Caseload = members / d.Coaches
	}
	d.Lost = lost.channel
	if m := p.Missed; m != nil && lost.missed > 0 {
		c := &Outcome{Excused: m.Excused, Referred: m.Referred, Imposed: m.Imposed, Product: lost.sanctioned / lost.missed}
		c.Missed = lost.missed
		if !d.Fits() {
			c.Missed *= d.Minutes / d.All.Shortest // what is deferred cannot be missed
		}
		c.Sanctions = c.Missed * c.Product
		d.Chain = c
	}
}

// product is the share of missed interviews that end in a sanction: without a good reason
// or evidence of it, with evidence that comes before the decision, and with evidence that
// is there on the spot.
func (m *ChainTerms) product(s *Stock) float64 {
	if m == nil {
		return 0
	}
	shown := float64(s.Prevented * s.Shown)
	later := float64((s.Prevented - shown) * s.ShownLater)
	return m.Referred * (float64((1-shown-later)*(1-m.Excused)*m.Imposed) + float64(later*(1-m.Excused)*m.ShownImposed) +
		float64(shown*(1-m.ShownExcused)*m.ShownImposed))
}

// Fits tells whether there are minutes for every interview at its shortest.
func (d *Delivery) Fits() bool { return d.All.Shortest <= d.Minutes }

// static is the share of a stock that has the part of a class that is not duration.
func (c *cuts) static(s *Stock, at place) float64 {
	if at.inWork {
		return 0
	}
	youngest, oldest := shares(c.age, at.age, s.AgeBelow)
	share := oldest - youngest
	if at.child == 0 {
		share *= 1 - s.LeadCarer
	} else {
		from, to := shares(c.child, at.child, s.ChildBelow)
		share *= s.LeadCarer * (to - from)
	}
	for _, flag := range []struct {
		is    bool
		share float64
	}{{at.partner, s.Partner}, {at.healthLimited, s.HealthLimited}, {at.limitedCapability, s.LimitedCapability}, {at.awaitsAssessment, s.awaits(at)}} {
		if flag.is {
			share *= flag.share
		} else {
			share *= 1 - flag.share
		}
	}
	return share
}

// shares are those below the two ends of an interval.
func shares(cuts []int, k int, below func(int) float64) (from, to float64) {
	from, to = 0, 1
	if k > 0 {
		from = below(cuts[k-1])
	}
	if k < len(cuts) {
		to = below(cuts[k])
	}
	return from, to
}

// Warnings has one warning if the interviews do not fit at their shortest lengths, and one
// for whatever else is asked for more than there is: assessments of health, places, the fund.
func (d *Delivery) Warnings() source.Diagnostics {
	others := append(append(d.Health.warnings(d.health), d.placeWarnings()...), d.needsWarnings()...)
	if d.Fits() {
		return others
	}
	hint := "coaches have no time that can be booked"
	if d.Minutes > 0 {
		hint = fmt.Sprintf("%s full-time coaches could hold them, %s without cutting any short; or see people less often",
			thousands(math.Ceil(d.Coaches*d.Least)), thousands(math.Ceil(d.Coaches*d.Share)))
	}
	return append(source.Diagnostics{{
		Position: d.coaches.Number.At, Path: "coaches.full_time_equivalents", Warning: true, Hint: hint,
		Message: fmt.Sprintf("%s interviews a week take %s minutes at their shortest, and coaches have %s",
			thousands(d.All.Interviews), millions(d.All.Shortest), millions(d.Minutes)),
	}}, others...)
}
