package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/simtest"
)

// supported is a world of claimants who are seen every week by coaches whom they trust and who
// have as much time as they want for barriers. Everybody has no transport and debts.
func supported(t testing.TB, persons int, terms *policy.SupportTerms, config func(c *sim.Config)) *sim.World {
	t.Helper()
	return small{persons: persons, status: agents.Claimant, coaches: float64(persons), minutes: 60,
		regime: func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				s := &p.Schedules[k+1]
				s.Every, s.LengthMinutes, s.ShortestMinutes, s.LongestMinutes = 1, 20, 10, 20
			}
			p.Support = terms
		},
		config: func(c *sim.Config) {
			c.Behaviour.Barriers = agents.BarrierEffects{ChildCare: 1, Transport: 0.5, Licence: 1, Debt: 0.5, Housing: 1, Language: 1, Digital: 1, Told: 1}
			if config != nil {
				config(c)
			}
		},
		person: func(p *agents.Population, i int32) {
			p.Barriers[i] = agents.BarrierSet(0).With(agents.NoTransport).With(agents.Debts)
			p.Rapport[i], p.NextInterview[i], p.FirstDone[i], p.SearchFrailty[i] = 1, 0, true, 1
			p.SearchFixed[i] = float32(math.Log(0.25))
		}}.world(t)
}

// fares are all that the fund of these tests buys.
func fares(budget int64, chance float64) *policy.SupportTerms {
	return &policy.SupportTerms{Time: 1, Takes: 5, Fund: &policy.FundTerms{BudgetPenceYear: budget, Ready: 1, MostPence: 5000,
		Items: []policy.FundItemTerms{{Name: "fares", Removes: agents.NoTransport, PricePence: 5000, Chance: chance}}}}
}

// added adds a column up.
func added(column []int16) int {
	n := 0
	for _, x := range column {
		n += int(x)
	}
	return n
}

// Nothing in the fund, no partner and no time change no life, and neither does help for people
// without barriers.
func TestSupportWithoutMeansChangesNothing(t *testing.T) {
	without := func(terms *policy.SupportTerms, barriers agents.BarrierSet) *sim.World {
		w := supported(t, 300, terms, nil)
		for i := range w.People.ID {
			w.People.Barriers[i] = barriers
		}
		advance(t, w, 8)
		return w
	}
	both := agents.BarrierSet(0).With(agents.NoTransport).With(agents.Debts)
	idle := fares(1e9, 1)
	idle.Time = 0
	for what, terms := range map[string]*policy.SupportTerms{"no money": fares(0, 1), "no time": idle, "neither fund nor partners": {Time: 1, Takes: 5}} {
		w := without(terms, both)
		w.Districts[0].Books.Support = sim.SupportBooks{}
		if d := simtest.Compare(without(nil, both), w, nil); d != nil {
			t.Error(what, " changes ", d)
		}
	}
	idly := without(fares(1e9, 1), 0)
	idly.Districts[0].Books.Support = sim.SupportBooks{} // it counts its weeks
	if d := simtest.Compare(without(nil, 0), idly, nil); d != nil {
		t.Error("help that nobody needs changes ", d)
	}
}

// The fund pays while there is money, no more for one claim than is allowed, and what it buys
// removes the barrier with its chance, which makes work likelier. In April there is money again.
func TestTheFundPaysAndRunsOut(t *testing.T) {
	w := supported(t, 400, fares(100*5000, 0.6), nil)
	fixed := w.People.SearchFixed[0]
	for week(t, w); w.Week < 3; week(t, w) {
	}
	d, n := &w.Districts[0], &w.People.Total
	removed := added(n.BarriersRemoved)
	if d.FundSpent != 100*5000 || d.Books.Support.FundPence != d.FundSpent || added(n.BarriersAddressed) != 100 || added(n.FundRefused) == 0 || d.Books.Support.Exhausted != 3 {
		t.Errorf("%d pence spent on %d barriers, %d refused, %d weeks without money", d.FundSpent, added(n.BarriersAddressed), added(n.FundRefused), d.Books.Support.Exhausted)
	}
	simtest.Proportion(t, "barriers removed", removed, 100, 0.6, 0.4)
	for i := range w.People.ID {
		gone := !w.People.Barriers[i].Has(agents.NoTransport)
		if easier := w.People.SearchFixed[i] > fixed+0.6; gone != easier || gone != (n.BarriersRemoved[i] == 1) || gone != w.People.Eased[i].Has(agents.NoTransport) {
			t.Fatalf("person %d: barrier gone: %v, search from %v to %v", i, gone, fixed, w.People.SearchFixed[i])
		}
		if n.FundPence[i] > 5000 {
			t.Fatalf("%d pence spent on one claim", n.FundPence[i])
		}
	}
	checkBooks(t, w)
	advance(t, w, 53) // 6 April 2025 is a Sunday: the week after begins another financial year
	if d.Books.Support.FundPence != 2*100*5000 || d.FundSpent != 100*5000 {
		t.Errorf("%d pence in two financial years, %d in the second", d.Books.Support.FundPence, d.FundSpent)
	}
}

// Partners have so many places, for so long; who has waited longest is next, and the barrier
// goes with their chance. Twice the places halve the wait.
func TestPartnersHavePlacesAndWaits(t *testing.T) {
	lived := func(places float64) *sim.World {
		w := supported(t, 200, &policy.SupportTerms{Time: 1, Takes: 5,
			Partners: []policy.PartnerTerms{{Name: "advice", Removes: agents.Debts, Places: places, Length: 4, Chance: 0.5, Lasting: true}}}, nil)
		for range 20 {
			week(t, w)
			served := 0
			for i := range w.People.ID {
				if w.People.LinkedTo[i] == 1 && w.People.LinkEnds[i] != agents.Never {
					served++
				}
			}
			if float64(served) != places {
				t.Fatalf("week %d: %d at %g places", w.Week, served, places)
			}
		}
		return w
	}
	w, twice := lived(20), lived(40)
	n, m := &w.People.Total, &twice.People.Total
	if added(n.Linked) < 200 || added(n.LinkStarts) != 20*5 || added(m.LinkStarts) != 40*5 {
		t.Fatalf("%d on the list, %d and %d places taken up", added(n.Linked), added(n.LinkStarts), added(m.LinkStarts))
	}
	simtest.Proportion(t, "barriers removed", added(m.BarriersRemoved), 160, 0.5, 0.3)
	if added(m.LinkWeeks[:]) >= 2*added(n.LinkWeeks) || added(n.LinkWeeks) == 0 {
		t.Errorf("%d weeks waited for %d places, %d for twice as many", added(n.LinkWeeks), added(n.LinkStarts), added(m.LinkWeeks))
	}
	for i := range w.People.ID {
		if n.BarriersRemoved[i] == 1 && (w.People.Eased[i] != 0 || w.People.Barriers[i].Has(agents.Debts)) {
			t.Fatalf("person %d: a barrier that was removed for good is %v, to be back %v", i, w.People.Barriers[i], w.People.Eased[i])
		}
	}
}

// A claimant who does not know her coach tells her nothing; the readier a coach is to spend,
// the more she does.
func TestRapportAndReadinessToSpend(t *testing.T) {
	terms := fares(1e9, 0)
	terms.Fund.Ready = 0.3
	strangers := supported(t, 200, terms, nil)
	for i := range strangers.People.ID {
		strangers.People.Rapport[i] = 0
	}
	week(t, strangers)
	if n := added(strangers.People.Total.BarriersAddressed); n != 0 {
		t.Errorf("%d strangers told of a barrier", n)
	}
	w := supported(t, 800, terms, func(c *sim.Config) { c.Behaviour.Coaching.SpendingSpread = 3 })
	week(t, w)
	var spent, coaches [2]float64
	for k := range w.Coaches.ID {
		ready := 0
		if w.Coaches.Spending[k] > 0 {
			ready = 1
		}
		coaches[ready]++
		spent[ready] += float64(w.Coaches.SpentPence[k])
	}
	if spent[1]/coaches[1] < 2*spent[0]/coaches[0] {
		t.Errorf("the less ready half of coaches spent %v on average, the readier half %v", spent[0]/coaches[0], spent[1]/coaches[1])
	}
}
