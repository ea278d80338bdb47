package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// Enter puts an arm under its regime. A regime that asks the same of a claimant leaves
// her as she is: dates and coaches change only where the rules do. Birthdays, durations and
// rates of the coming week are left to its stages, which see to them under every regime.
func (w *World) Enter(r *Regime) {
	w.changeHabits()
	before := w.Regime.Plan
	rules := before.On(w.Day(w.Week))
	migrates := w.migrates(r)
	if migrates {
		w.closeAccounts(r.Plan.Migration)
	}
	w.adopt(r)
	if migrates {
		w.openAccounts()
	}
	if r.Plan.Digest() == before.Digest() {
		return
	}
	var posts restaffing
	if s, old := &r.Plan.Staff, &before.Staff; s.FullTimeEquivalents != old.FullTimeEquivalents || s.Empty() != old.Empty() {
		posts = w.restaff()
	}
	w.beginIndicators()
	w.specialise()
	for post := range w.Coaches.ID {
		w.lean(&w.Coaches, int32(post))
	}
	payday := r.Plan.Payment.PaidAfter != before.Payment.PaidAfter
	for k := range w.Districts {
		d := &w.Districts[k]
		w.keepCircles(d, before)
		for i := d.First; i < d.Next; i++ {
			if payday && w.People.Payable[i] > 0 {
				w.pay(d, i) // its day may be over under the new calendar
			}
			w.keepProgramme(d, i, before)
			w.keepProvider(d, i, before)
			if !w.concerns(i) {
				if r.Plan.Unenforced() {
					w.People.PeriodSanction[i] = 0
				}
				continue
			}
			facts := w.facts(i, w.Week-1)
			schedule, _ := rules.Interview(before.ClassAt(before.StaticClass(facts), w.Week-1-w.People.BenefitSince[i]))
			group := before.Groups[w.People.Group[i]].Name
			w.reenter(d, i, facts, &posts, group, w.date(i, before, schedule))
			w.relink(i, before)
			w.tellGroup(d, i, group)
		}
	}
}

// changeHabits makes people act from week 0 on as they do later.
func (w *World) changeHabits() {
	if later := w.made.Later; later != nil && w.Week >= 0 {
		w.Habits = agents.NewConstants(*later)
		w.indebt()
	}
}

// A date is what decides when a claimant is seen next: how often, and how the first
// interview is held if that is still to come.
type date struct{ first, later policy.Schedule }

func (w *World) date(i int32, plan *policy.Plan, schedule *policy.Schedule) date {
	if w.People.FirstDone[i] {
		return date{later: *schedule}
	}
	return date{first: plan.First, later: *schedule}
}

// reenter moves a claimant or somebody in work, with the facts of last week and the name of
// her group, from one regime's rules to another's.
func (w *World) reenter(d *District, i int32, facts policy.Case, posts *restaffing, group string, before date) {
	p, plan := w.People, w.Regime.Plan
	if p.Status[i] == agents.Employed || p.PartnerGross[i] > 0 && p.Coach[i] == noCoach {
		w.reenterInWork(d, i, facts, posts, group, before)
	} else {
		w.reenterClaim(d, i, facts, posts, before)
	}
	w.dropSanctions(d, i, panel.RequirementLifted)
	if plan.Unenforced() || p.Group[i] == policy.NoGroup && p.Status[i] == agents.Claimant {
		p.PeriodSanction[i] = 0
	}
}

// reenterClaim gives a claimant group, coach, class and date under other rules.
func (w *World) reenterClaim(d *District, i int32, facts policy.Case, posts *restaffing, before date) {
	p, plan := w.People, w.Regime.Plan
	p.StaticClass[i], p.NextFact[i] = plan.StaticClass(facts), w.Week
	class := plan.ClassAt(p.StaticClass[i], w.Week-1-p.BenefitSince[i])
	p.Group[i], _ = w.groupOf(i, class)
	if p.Group[i] == policy.NoGroup && p.Couple[i] != 0 {
		w.offCaseload(i, posts.moved == nil)
	} else {
		w.recoach(d, i, posts)
	}
	if plan.Profiling != nil || p.Profile[i] != agents.NoProfile {
		w.profile(i, w.Week-1)
		class = plan.ClassAt(p.StaticClass[i], w.Week-1-p.BenefitSince[i])
	}
	p.ClaimProfile[i], p.Lasted[i] = agents.NoProfile, 0
	schedule, _ := w.scheduleOf(i, class)
	switch {
	case schedule.Every == 0:
		p.NextInterview[i] = agents.Never
	case p.OutOfContact[i]:
	case p.NextInterview[i] == agents.Never || w.date(i, plan, schedule) != before:
		every := schedule.Every
		if !p.FirstDone[i] && plan.HasFirst {
			every = plan.First.Every
		}
		p.NextInterview[i] = min(p.NextInterview[i], w.Week+every)
	}
}

// tellGroup notes that an arm's regime puts a claimant into a group of another name.
func (w *World) tellGroup(d *District, i int32, before string) {
	p, plan := w.People, w.Regime.Plan
	if now := plan.Groups[p.Group[i]].Name; d.Log.KeepEvents && now != before {
		_, rule := w.groupOf(i, plan.ClassAt(p.StaticClass[i], w.Week-1-p.BenefitSince[i]))
		d.Log.event(w, i, Event{Kind: "group_move", Detail: now, Rule: rule, Coach: p.Coach[i]})
	}
}

// adopt makes a regime the one in force.
func (w *World) adopt(r *Regime) {
	before := (*policy.Plan)(nil)
	if w.Regime != nil {
		before = w.Regime.Plan
	}
	w.Regime = r
	w.turning = turning(r.Plan)
	w.layPlaces()
	w.layProviders(before)
	w.prepare()
}

// prepare looks up the rules and rates of the week.
func (w *World) prepare() {
	day := w.Day(w.Week)
	if rules := w.Regime.Plan.On(day); rules != w.rules {
		w.rules, w.rulesSince = rules, w.Week
	}
	rates := policy.RatesOn(w.Regime.Benefits, w.Regime.Tax, w.Regime.Wage, day)
	before := w.rates
	before.On = rates.On
	w.ratesChanged = w.ratesChanged || before != rates
	if before != rates {
		w.ratesBefore = w.rates
	}
	w.rates = rates
	w.deducting = w.Regime.Plan.Payment.On(day)
	if now := w.Regime.Plan.InWork.On(&rates); now != w.thresholds {
		w.thresholds, w.regrade = now, true
	}
	w.economy = w.Market.At(w.Week, w.made.BurnIn)
	w.endings = w.endingsOf(w.economy)
	w.weigh()
}

// zeroCounts starts all counting at week 0.
func (w *World) zeroCounts() {
	for i, before := range w.People.Total.Applications {
		w.People.SearchChecked[i] -= before
	}
	w.People.Total.Zero()
	for i := range w.People.Barriers {
		if w.People.Addressed[i] = 0; w.People.Status[i] == agents.Claimant {
			w.People.Total.BarriersPresent[i] = int16(w.People.Barriers[i].Len())
		}
	}
	for k := range w.Districts {
		d := &w.Districts[k]
		d.Profiled, d.OffFlow, d.Practice = Profiled{}, OffFlow{}, Practice{}
		d.Books = Books{UnpaidBefore: d.Books.unpaid(), OwedBefore: d.Books.owed(), ProviderBefore: cashOf(d.Providers)}
		d.Demand.zeroCounts()
		d.Contacts = [agents.Channels]Contacts{}
		d.zeroPlaces()
		d.zeroProviders()
		d.Demand.TotalCompetitorHires = 0
	}
	w.Coaches.zeroCounts()
}

func (m *Demand) zeroCounts() {
	m.AgencyHires, m.IncomingHires, m.OutgoingHires = 0, 0, 0
	m.Hires, m.CompetitorHires, m.Filled, m.LifeWeeks, m.Closed = 0, 0, 0, 0, 0
	m.Quits, m.Dismissals, m.ContractEnds, m.JobToJob = 0, 0, 0, 0
}

func (c *Coaches) zeroCounts() {
	for _, column := range [][]int32{c.MinutesAvailable, c.MinutesUsed, c.Held, c.Missed, c.Postponed, c.Excused, c.Referrals, c.Early, c.Arrived, c.Offers, c.MinutesReferring, c.ClaimantWeeks, c.ToWork, c.Sanctions, c.ClosedEarly, c.MovedOn, c.Cover, c.Consulted,
		c.SecondsSubmitting, c.Submissions, c.SecondsSupporting, c.SpentPence} {
		clear(column)
	}
	clear(c.SecondsOn)
	clear(c.MinutesFor)
	clear(c.Practice)
}
