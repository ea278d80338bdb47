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
	if p.Partner[i] && p.PartnerPay[i] == 0 {
		return 0, 0
	}
	return w.careWithoutPartner(i, hoursTenths)
}

// careInWork is what care costs while a person works some hours: what she would pay beyond what
// is paid without her job, all of it, and how many children need it. Where the partner is who
// cares for the children and works too, it is the partner's.
func (w *World) careInWork(i int32, hoursTenths int16) (more, all int32, children int8) {
	p := w.People
	if j, is := w.partner(i); is && p.Children[j] > 0 && p.Status[j] == agents.Employed {
		all, children = w.careWithoutPartner(j, p.HoursTenths[j])
		if p.Status[i] == agents.Employed {
			return 0, all, children
		}
		return all, all, children
	}
	all, children = w.careCost(i, hoursTenths)
	return all, all, children
}

// careWithoutPartner is what care costs while nobody of the household is at home.
func (w *World) careWithoutPartner(i int32, hoursTenths int16) (pence int32, children int8) {
	p := w.People
	if p.Children[i] == 0 || p.InformalCare[i] {
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
func (w *World) careBack(h *policy.Household, award, pay int64) int32 {
	none := *h
	none.CarePencePerWeek = 0
	without, _ := w.rates.Assess(&none, pay)
	return int32(award - without)
}
