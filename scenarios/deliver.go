package scenarios

import (
	"context"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// Deliver says for each regime of a case, in their order, whether it can be delivered
// with the staff it has, on the first day of the run. Claimants are those of the
// population file in a steady state: what it says about the start, with a new claim for
// everybody who leaves. A regime that moves more people into work has fewer to see. People
// of a table are counted as they are in the first week.
func (c *Case) Deliver() ([]*policy.Delivery, source.Diagnostics) { return c.deliver(c.working) }

// deliver does it with people in work counted so, or left out.
func (c *Case) deliver(working func(arm *sim.Regime) ([]policy.WorkingClass, int)) ([]*policy.Delivery, source.Diagnostics) {
	people, awards := c.people(), 0.0
	for k := range people.Attached {
		if people.Attached[k].Status == agents.OtherBenefit {
			awards += people.Attached[k].Persons
		}
	}
	var deliveries []*policy.Delivery
	var found source.Diagnostics
	for _, arm := range c.Arms {
		var inWork func() ([]policy.WorkingClass, int)
		if working != nil {
			inWork = func() ([]policy.WorkingClass, int) { return working(arm) }
		}
		d := arm.Plan.Deliver(policy.DateFrom(c.Scenario.Start), c.stocks(arm), awards, inWork)
		deliveries = append(deliveries, d)
		found = append(found, d.Warnings()...)
	}
	return deliveries, found
}

// working counts people in work of whom a regime requires something, by class, after a
// year and a half of a small run under it.
func (c *Case) working(arm *sim.Regime) (list []policy.WorkingClass, played int) {
	config := c.Config(1)
	// No more persons than the country has: offices would be too many to number.
	config.Under, config.BurnIn, config.Persons = arm, watchedWork, min(config.Persons, smallRun, max(int(config.Population.Country()), 1))
	w := sim.NewWorld(config)
	if w.Advance(context.Background(), 0, 1, nil) != nil {
		return nil, 0 // no books of a run are broken by looking
	}
	for i, status := range w.People.Status {
		if status == agents.Employed && w.People.Group[i] != policy.NoGroup {
			class := arm.Plan.ClassAt(w.People.StaticClass[i], w.Week-w.People.BenefitSince[i])
			list = append(list, policy.WorkingClass{Class: class, Persons: 1 / w.Scale})
		}
	}
	return list, config.Persons
}

// A run is small that takes less than a second and tells a tenth of those in work apart.
const (
	smallRun                = 8000
	watchedWork agents.Week = 78
)

// stocks is the claimants of the population file under a regime.
func (c *Case) stocks(arm *sim.Regime) []policy.Stock {
	behaviour := c.Scenario.Market.behaviour()
	habits := agents.NewConstants(behaviour)
	people := c.people()
	var stocks []policy.Stock
	for k := range people.Attached {
		if part := &people.Attached[k]; part.Status == agents.Claimant {
			if part.Listed != nil {
				stocks = append(stocks, c.listed(part, habits, arm)...)
				continue
			}
			one := stock(part, habits, behaviour.Exits.RetiresAt)
			asking(&one, part, habits, arm, policy.DateFrom(c.Scenario.Start))
			stocks = append(stocks, one)
		}
	}
	return stocks
}

func stock(part *sim.Stratum, habits *agents.Constants, retires float64) policy.Stock {
	t := &part.Traits
	missed, prevented := missedShare(habits, t.HealthLimited, t.LeadCarer)
	return policy.Stock{
		Persons: part.Persons, NewClaims: part.Persons / part.Duration.Mean(),
		Missed: missed, Prevented: prevented / missed, Shown: habits.Reasons.Shown, ShownLater: habits.Reasons.ShownLater, AsksInTime: habits.Attendance.AsksInTime,
		WeeksBelow: part.Duration.Below,
		AgeBelow:   func(years int) float64 { return ageBelow(t.Ages, retires, float64(years)) },
		ChildBelow: func(years int) float64 {
			if years <= 0 {
				return 0 // a child that is still to be born counts as new-born
			}
			return spread(t.YoungestFrom, t.YoungestTo, float64(years))
		},
		ChanceBelow: func(chance float64) float64 { return chanceBelow(part, habits, chance) },
		Barriers: [agents.BarriersOfPeople]float64{
			agents.NoChildCare: t.Barriers.NoChildCare * t.LeadCarer, agents.NoTransport: t.Barriers.NoTransport, agents.NoLicence: t.Barriers.NoLicence, agents.Debts: t.Barriers.Debts,
			agents.InsecureHousing: t.Barriers.InsecureHousing * t.Housing, agents.LittleLanguage: t.Barriers.LittleLanguage, agents.NotOnline: 1 - t.DigitalUnaided - t.DigitalWithHelp},
		Digital:   [agents.DigitalAccesses]float64{agents.Unaided: t.DigitalUnaided, agents.WithHelp: t.DigitalWithHelp, agents.Offline: 1 - t.DigitalUnaided - t.DigitalWithHelp},
		Told:      habits.Barriers.Told * halfWon,
		LeadCarer: t.LeadCarer, Partner: t.Couple, HealthLimited: t.HealthLimited, LimitedCapability: t.LimitedCap,
	}
}

// asking works out how many of a stock ask for an assessment of their health, and how many
// wait for it. Claimants with limiting health differ in severity; the more severe it is the
// sooner they ask, and leave the stock with an award. Who is refused asks again in time.
func asking(s *policy.Stock, part *sim.Stratum, habits *agents.Constants, arm *sim.Regime, on policy.Date) {
	terms, limited := arm.Plan.Health, float64(s.Persons*s.HealthLimited*(1-s.LimitedCapability))
	if terms == nil || limited == 0 {
		return
	}
	hours := 0.0
	for _, g := range arm.Plan.Groups {
		hours = max(hours, float64(g.SearchHours))
	}
	rates := policy.RatesOn(arm.Benefits, arm.Tax, arm.Wage, on)
	element := agents.Pence(policy.WeeklyFromMonthly(rates.LimitedCapability))
	const grades = 100
	stay, wait := part.Duration.Mean(), float64(terms.Wait)
	present, asks := 0.0, 0.0
	for g := range grades {
		severity := exact.NormalQuantile((float64(g) + 0.5) / grades)
		flares := habits.FlareShare()
		rate := float64((1-flares)*habits.Asks(severity, false, element, hours)) + float64(flares*habits.Asks(severity, true, element, hours))
		if habits.Capability(true, severity) == agents.FitForWork {
			cycle := 1/rate + wait + float64(terms.AskAgain)
			present, asks = present+stay, asks+float64(stay/cycle)
			continue
		}
		weeks := min(stay, 1/rate+wait) // until she leaves, or has an award
		present, asks = present+weeks, asks+float64(weeks/(1/rate+wait))
	}
	s.Asks = limited * asks / present
	s.Awaits = min(1, asks/present*wait)
}

// chanceBelow is the share of a stock with a smaller chance of work within half a year than
// the one given, as far as frailty tells: at an age t of a claim it is Gamma with shape 1/v
// and rate 1/v + hazard t.
func chanceBelow(part *sim.Stratum, habits *agents.Constants, chance float64) float64 {
	const ages, grades = 50, 50
	shape := 1 / habits.Finding.FrailtyVariance
	most := -float64(exact.Log1p(-min(chance, 0.999999)) / (26 * habits.Finding.EntryHazard))
	below := 0
	for a := range ages {
		weeks := part.Duration.Weeks((float64(a) + 0.5) / ages)
		rate := shape + float64(part.Hazard*float64(weeks))
		for g := range grades {
			if exact.GammaQuantile(shape, (float64(g)+0.5)/grades)/rate < most {
				below++
			}
		}
	}
	return float64(below) / (ages * grades)
}

// ageBelow is the share below an age; ages are spread evenly inside the bands.
func ageBelow(bands [4]float64, retires, years float64) float64 {
	edges := [5]float64{16, 25, 35, 50, retires}
	share := 0.0
	for k, band := range bands {
		share += float64(band * spread(edges[k], edges[k+1], years))
	}
	return share
}

// spread is the share below x of what is spread evenly over a range.
func spread(from, to, x float64) float64 {
	if x >= to {
		return 1
	}
	return max(0, (x-from)/(to-from))
}

// halfWon is the rapport to which the shares of a market file refer.
const halfWon = 0.5

// missedShare is the mean chance of missing a booked interview over people of all degrees
// of compliance, where nobody expects a sanction, and the part of it that has a good reason.
func missedShare(habits *agents.Constants, healthLimited, carer float64) (missed, prevented float64) {
	const grades = 200
	r := &habits.Reasons
	other := float64(carer*r.Caring) + r.Other
	well, flare := r.Ill+other, r.IllFlare+other
	flares := float64(healthLimited * habits.FlareShare())
	prevented = float64((1-flares)*well) + float64(flares*flare)
	for k := range grades {
		compliance := (float64(k) + 0.5) / grades
		chance := func(limited bool) float64 {
			return habits.MissChance(agents.Invited{Duty: true, Compliance: compliance, Rapport: halfWon, Limited: limited})
		}
		missed += (float64((1-healthLimited)*(1-well)*chance(false)) +
			float64((healthLimited-flares)*(1-well)*chance(true)) + float64(flares*(1-flare)*chance(true))) / grades
	}
	return missed + prevented, prevented
}
