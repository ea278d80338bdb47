package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// traitWeek is the week under which fixed traits are drawn: no week of any run.
const traitWeek = int32(agents.Never)

// traitDraws are the uniforms that make a person.
func traitDraws(from rng.Streams, person agents.PersonID) agents.TraitDraws {
	u := func(purpose rng.Purpose) float64 { return from.U(uint32(person), traitWeek, purpose) }
	var barriers [agents.NotOnline]float64
	for k := range barriers {
		barriers[k] = from.UItem(uint32(person), traitWeek, uint32(k), rng.Barriers)
	}
	return agents.TraitDraws{
		Barriers: barriers, BarriersInCommon: from.UItem(uint32(person), traitWeek, uint32(agents.NotOnline), rng.Barriers),
		Sex: u(rng.Sex), Age: u(rng.Age), Education: u(rng.Education), Partner: u(rng.Partner),
		PartnerWorks: u(rng.PartnerWorks), PartnerPay: u(rng.PartnerPay), Carer: u(rng.Carer), ChildAge: u(rng.ChildAge),
		Children: u(rng.Children), Rents: u(rng.Rents), Rent: u(rng.Rent), Health: u(rng.Health), Capability: u(rng.Capability),
		Frailty: u(rng.Frailty), Compliance: u(rng.Compliance), Occupation: u(rng.Occupation), Separation: u(rng.SeparationFrailty), Skill: u(rng.Skill), Motivation: u(rng.Motivation), Severity: u(rng.Severity), Digital: u(rng.Digital), InformalCare: u(rng.InformalCare), Walks: u(rng.Walks),
		Distress: u(rng.UsualDistress), Efficacy: u(rng.UsualEfficacy), Satisfaction: u(rng.UsualSatisfaction), Support: u(rng.SocialSupport),
	}
}

// fill draws everybody of a district: those attached, then those who will arrive.
func (b *builder) fill(d *District, k int) {
	w, p := b.w, b.w.People
	skillShift := b.skillShift(k)
	i := d.First
	for s, n := range b.attached[k] {
		for serial := range n {
			b.attach(i, &b.c.Population.Attached[s], b.given(k, s, serial), skillShift)
			i++
		}
	}
	flows := len(b.c.Population.Arrivals)
	for t := range b.weeks {
		for f := range flows {
			for range b.arrivals[k][t*flows+f] {
				draws := traitDraws(w.Draws, p.ID[i])
				b.synthesis.Person(p, i, &b.c.Population.Arrivals[f].Traits, &draws, agents.Week(t)-b.c.BurnIn, agents.Elapsed{}, skillShift)
				i++
			}
		}
	}
	for i := d.First; i < d.Last; i++ {
		p.Office[i] = d.Offices[w.Draws.Bits(uint32(p.ID[i]), traitWeek, 0, rng.OfficeChoice)%uint64(len(d.Offices))].Number
		p.Coach[i] = noCoach
		p.NextInterview[i], p.SanctionFailure[i] = agents.Never, agents.Never
		p.ProviderSeen[i], p.Returned[i] = agents.Never, agents.Never
		p.LastWorkExit[i], p.LeftWork[i], p.RefusedAt[i], p.ChallengeDue[i] = agents.Never, agents.Never, agents.Never, agents.Never
		p.ElementSince[i], p.CutOff[i], p.StepDue[i], p.SubsidyEnds[i] = agents.Never, agents.Never, agents.Never, agents.Never
		p.Met[i] = agents.Never
		if p.Status[i] == agents.OtherBenefit {
			p.ElementSince[i] = p.Since[i]
		}
		p.Waived[i], p.WaivedUntil[i] = [2]agents.Week{agents.Never, agents.Never}, w.Week
		p.PendingDecision[i] = nothingPending
		for s := range agents.LookBack {
			p.Earlier[i][s] = agents.Never
		}
		p.HealthDate[i] = agents.Never
		if i < d.Next && (p.Status[i] == agents.Claimant || p.Status[i] == agents.OtherBenefit) {
			b.standing(i)
		}
		p.SkillAt[i], p.SkillSince[i] = p.Skill[i], p.EntryWeek[i]
		if i < d.Next {
			p.SkillSince[i] = p.Since[i]
		}
		p.HealthTurns[i] = w.nextTurn(i, max(p.EntryWeek[i], w.Week), w.Draws.U(uint32(p.ID[i]), traitWeek, rng.TurnWeek))
		b.fixSearch(i)
		d.Stock[p.Status[i]]++
	}
}

// skillShift is what the people of a district have more or less of, so that the part of
// its chance of work that tightness does not explain comes from who lives there.
func (b *builder) skillShift(k int) float64 {
	c := b.w.Habits
	if c.Finding.Skill == 0 {
		return 0
	}
	return (1 - b.c.Market.ByTightness) * exact.Log(b.ratio[k]) / c.Finding.Skill
}

// attach draws a person of the starting stock with the time already spent, as far as a
// table does not give them.
func (b *builder) attach(i int32, s *Stratum, given *agents.Given, skillShift float64) {
	w, p := b.w, b.w.People
	from := w.Draws
	if s.Listed != nil {
		from = b.sameEverywhere()
	}
	draws := traitDraws(from, p.ID[i])
	duration := s.Duration.Weeks(from.U(uint32(p.ID[i]), traitWeek, rng.StartDuration))
	if given.Says[agents.GivenWeeks] {
		duration = given.Weeks
	}
	elapsed := agents.Elapsed{}
	switch s.Status {
	case agents.Claimant:
		elapsed.Search = s.Hazard * float64(duration)
	case agents.Employed:
		elapsed.Separation = w.Habits.SeparationExposure(duration)
	}
	b.synthesis.Given(p, i, given, &s.Traits, &draws, w.Week, elapsed, skillShift)
	p.Status[i] = s.Status
	p.Since[i] = w.Week - duration
	p.BenefitSince[i] = w.Week - duration
	if s.Status == agents.Claimant && w.Draws.U(uint32(p.ID[i]), traitWeek, rng.StartSanction) < s.UnderSanction {
		length := exact.ExponentialQuantile(w.Draws.U(uint32(p.ID[i]), traitWeek, rng.StartSanctionLength))
		p.SanctionDays[i] = 1 + int16(min(exact.FloorInt64(length*s.SanctionLeftWeeks*7), 1092))
	}
}

// fixSearch works out what multiplies a person's search at entry.
func (b *builder) fixSearch(i int32) {
	p := b.w.People
	child := -1
	if p.YoungestBornWeek[i] != agents.Never {
		child = max(policy.AgeYears(p.EntryWeek[i], p.YoungestBornWeek[i]), 0)
	}
	over50 := policy.AgeYears(p.EntryWeek[i], p.BornWeek[i]) >= 50
	p.SearchFixed[i] = float32(b.w.Habits.Fixed(p, i, over50, child >= 0 && child < 3))
}

// rankReadiness puts everybody into a fifth of the chance of work within 26 weeks at
// entry, at reference tightness and without any service. The fifths are those of the
// claimants of the starting stock, so that they do not move with the policy.
func (b *builder) rankReadiness() {
	p := b.w.People
	index := b.w.traits
	var stock []float64
	for i := range int32(p.Len()) {
		if p.Status[i] == agents.Claimant {
			stock = append(stock, index(i))
		}
	}
	slices.SortFunc(stock, cmp.Compare)
	var edges []float64
	for k := 1; k < 5 && len(stock) > 0; k++ {
		edges = append(edges, stock[k*len(stock)/5])
	}
	b.prospects(stock)
	b.w.standings = standingsOf(stock)
	for i := range int32(p.Len()) {
		fifth := uint8(1)
		for _, edge := range edges {
			if index(i) >= edge {
				fifth++
			}
		}
		p.Readiness[i] = fifth
	}
}

// prospects works out the chance of work within 26 weeks of the fifths of a stock, whose
// search beside effort is given in ascending order.
func (b *builder) prospects(stock []float64) {
	for f := range fifths {
		part := stock[f*len(stock)/fifths : (f+1)*len(stock)/fifths]
		sum := 0.0
		for _, x := range part {
			sum += prospect(b.w.Habits.Finding.EntryHazard * exact.Exp(x))
		}
		b.w.prospects[f] = sum / float64(max(len(part), 1))
	}
}

// begin gives the starting stock its group, coach, appointments, sanctions, jobs, awards and
// periods.
func (b *builder) begin(d *District) {
	w, p := b.w, b.w.People
	for i := d.First; i < d.Next; i++ {
		switch p.Status[i] {
		case agents.Claimant:
			p.FirstDone[i] = true
			w.enterService(d, i)
			b.startPeriods(d, i, p.BenefitSince[i])
			w.startChecking(i)
			b.spread(i)
			if p.Group[i] == policy.NoGroup || w.Regime.Plan.Missed == nil {
				p.SanctionDays[i] = 0
			}
			if p.SanctionDays[i] > 0 {
				p.Sanctioned[i], p.SanctionSince[i] = true, w.Week
			}
		case agents.Employed:
			w.startJob(d, i, w.offered(i))
			p.JobSince[i], p.LastWorkExit[i] = p.Since[i], p.Since[i]
			w.fit(i)
			p.Quality[i] = float32(w.jobQuality(i))
			if p.AwardMonthly[i] > 0 {
				b.startPeriods(d, i, p.JobSince[i])
			}
			if w.Regime.Plan.InWork != nil {
				p.FirstDone[i] = true
				w.regroup(d, i)
				b.spread(i)
			}
		case agents.OtherBenefit:
			w.refreshFacts(i)
			w.refreshAward(i)
			b.startPeriods(d, i, p.BenefitSince[i])
		}
	}
	b.beginCouples(d)
	for i := d.First; i < d.Next; i++ {
		w.feelsSince(i) // with what her household has
	}
}

// startPeriods puts the claim of who has no partner in the run into the middle of its periods.
func (b *builder) startPeriods(d *District, i int32, since agents.Week) {
	if b.w.People.Couple[i] == 0 {
		b.w.startPeriods(d, i, since)
	}
}

// spread puts the next interview of a person of the starting stock anywhere in its cycle.
func (b *builder) spread(i int32) {
	w, p := b.w, b.w.People
	if next := p.NextInterview[i]; next != agents.Never {
		every := float64(next - w.Week)
		p.NextInterview[i] = w.Week + agents.Week(exact.FloorInt64(w.Draws.U(uint32(p.ID[i]), traitWeek, rng.StartInterview)*every))
	}
}
