package sim_test

import (
	"flag"
	"math"
	"testing"

	"caseload/sim"
)

var twinPersons = flag.String("twins", "", "persons of the worlds in which the two ways of matching are compared; prints the table")

// came is what a market came to: hires of claimants and of competitors, and weeks on
// benefit for each exit.
type came struct{ hires, others, weeks float64 }

// conditions are changes at week 0 under which the twins are compared.
var conditions = []struct {
	name              string
	search, vacancies float64
}{{"as it is", 1, 1}, {"searchers +10%", 1.1, 1}, {"searchers -10%", 0.9, 1}, {"vacancies +10%", 1, 1.1}, {"vacancies -10%", 1, 0.9}}

// lives lives the conditions under one way of matching.
func lives(t *testing.T, matching, persons string) (found [5]came) {
	t.Helper()
	w := burnt(t, load(t, shipped, nil, "persons="+persons, "burn_in.weeks=26", "horizon=60 weeks", "replicates=1", "market.matching="+matching, "market.districts.neighbours.each=0"))
	w.ZeroCounts()
	for k, c := range conditions {
		if k == 0 && *twinPersons == "" {
			continue // only the table has it
		}
		v := w.Clone()
		for i := range v.People.ID {
			v.People.SearchFixed[i] += float32(math.Log(c.search))
			v.People.SearchFrailty[i] *= float32(c.search)
		}
		market := *w.Market
		market.Path = []sim.Economy{{Demand: c.vacancies, Separations: 1, Switchers: 1, Unemployed: 1}}
		v.Market = &market
		if err := v.Advance(t.Context(), 60, 2, nil); err != nil {
			t.Fatal(err)
		}
		r, exits, n := &found[k], 0.0, &v.People.Total
		for i := range v.People.ID {
			r.hires += float64(n.ToWork[i])
			r.weeks += float64(n.WeeksOnBenefit[i])
			exits += float64(n.ToWork[i] + n.ToNothing[i] + n.ToOtherBenefit[i])
		}
		for k := range v.Districts {
			r.others += v.Districts[k].Demand.TotalCompetitorHires
		}
		r.weeks /= exits
	}
	return found
}

// Vacancies that choose and the matching function answer alike to a tenth more or fewer
// applications of claimants and to a tenth more or fewer vacancies: in hires, in the length of
// claims and in what competitors lose. (Their levels differ, because only vacancies screen,
// ask for certificates and are refused.)
func TestTwinsAnswerAlike(t *testing.T) {
	persons := "80000"
	if *twinPersons != "" {
		persons = *twinPersons
	}
	agents, aggregate := lives(t, "agents", persons), lives(t, "aggregate", persons)
	if *twinPersons != "" {
		printTwins(t, agents, aggregate)
	}
	for _, k := range []int{1, 3} {
		for _, c := range []struct {
			what   string
			of     func(c came) float64
			within float64
		}{{"hires", func(c came) float64 { return c.hires }, 0.03}, {"hires of competitors", func(c came) float64 { return c.others }, 0.02}, {"weeks on benefit", func(c came) float64 { return c.weeks }, 0.03}} {
			a, b := math.Log(c.of(agents[k])/c.of(agents[k+1])), math.Log(c.of(aggregate[k])/c.of(aggregate[k+1]))
			if math.Abs(a-b) > c.within {
				t.Errorf("%s, from %s to %s: %+.3f with vacancies that choose, %+.3f with the matching function", c.what, conditions[k+1].name, conditions[k].name, a, b)
			}
		}
	}
	if a, b := displaced(agents), displaced(aggregate); math.Abs(a-b) > 0.25 || a < 0.15 {
		t.Errorf("of one more hire of a claimant %.2f are at the cost of a competitor with vacancies that choose, %.2f with the matching function", a, b)
	}
}

// displaced is what competitors lose for one more hire of a claimant, when claimants apply more.
func displaced(c [5]came) float64 { return (c[2].others - c[1].others) / (c[1].hires - c[2].hires) }

func printTwins(t *testing.T, agents, aggregate [5]came) {
	t.Helper()
	t.Logf("%-16s %24s %24s %24s", "", "hires of claimants", "hires of competitors", "weeks for each exit")
	for k, c := range conditions {
		a, b, x, y := agents[k], aggregate[k], agents[0], aggregate[0]
		t.Logf("%-16s %7.0f %7.0f %+7.2f%% %7.0f %7.0f %+7.2f%% %7.1f %7.1f %+7.2f%%", c.name,
			a.hires, b.hires, 100*(a.hires/b.hires/(x.hires/y.hires)-1), a.others, b.others, 100*(a.others/b.others/(x.others/y.others)-1),
			a.weeks, b.weeks, 100*(a.weeks/b.weeks/(x.weeks/y.weeks)-1))
	}
	t.Logf("competitors lose %.2f and %.2f for one more hire", displaced(agents), displaced(aggregate))
}
