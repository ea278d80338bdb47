package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
)

// careCost is what care of a person's children costs a week, in pence, while she works some
// hours, and how many need it. Nobody pays whose partner is at home or whose family helps.
func (w *World) careCost(i int32, hoursTenths int16) (pence int32, children int8) {
	p := w.People
	if p.Children[i] == 0 || p.InformalCare[i] || p.Partner[i] && p.PartnerPay[i] == 0 {
		return 0, 0
	}
	hours, sum := float64(hoursTenths)/10, 0.0
	for k := range p.Children[i] {
		age := policy.AgeYears(w.Week, p.YoungestBornWeek[i]-agents.Week(k)*agents.Spacing)
		if cost := w.Habits.CareCost(age, hours, w.rates.FreeHours(age)); cost > 0 {
			sum += cost
			children++
		}
	}
	return int32(exact.RoundInt64(sum)), children
}

// nextCareAge is the first week, up to one given, in which a birthday changes what care of a
// person's children costs.
func (w *World) nextCareAge(i int32, next agents.Week) agents.Week {
	p := w.People
	for k := range p.Children[i] {
		born := p.YoungestBornWeek[i] - agents.Week(k)*agents.Spacing
		for _, years := range [...]int{2, 3, agents.SchoolAge, int(w.Habits.Costs.CareUntil)} {
			next = sooner(next, w.Week, policy.Birthday(born, years))
		}
	}
	return next
}

// travelCost is what the journeys to a job of some hours in the own district cost a week.
func (w *World) travelCost(i int32, hoursTenths int16) int32 {
	if w.People.Walks[i] {
		return 0
	}
	return int32(w.Habits.TravelCost(float64(hoursTenths) / 10))
}

// careBack is what an award, worked out on a household's facts and pay, has for care of
// children.
func (w *World) careBack(h policy.Household, award, pay int64) int32 {
	if h.CarePencePerWeek == 0 {
		return 0
	}
	h.CarePencePerWeek = 0
	without, _ := w.rates.Assess(h, pay)
	return int32(award - without)
}
