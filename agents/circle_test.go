package agents_test

import (
	"testing"

	"caseload/agents"
)

// The gain of a circle follows the hours attended, its leader and its company, and is none
// where one of them is missing.
func TestWhatACircleGives(t *testing.T) {
	c := agents.NewConstants(faring())
	g := agents.Group{Efficacy: 0.36, Hours: 20, Fidelity: 0.8, Leaders: 0.1, Distress: -0.1, Readiness: 0.05, Inoculation: 0.5}
	near(t, "the whole dose", g.Gained(1, 1, 20), 0.36)
	near(t, "half of the dose", g.Gained(1, 1, 10), 0.2)
	near(t, "twice the dose", g.Gained(1, 1, 40), 1-0.64*0.64)
	near(t, "nobody came", g.Gained(1, 1, 0), 0)
	near(t, "led half as designed", g.Gained(0.5, 1, 20), 0)
	near(t, "led against the design", g.Gained(0, 1, 20), -0.36)
	near(t, "company that halves it", g.Gained(1, 0.5, 20), 0.18)
	near(t, "mean company", c.Company(&g, c.Wellbeing.Distress.Usual, 3), 1)
	near(t, "distressed company", c.Company(&g, c.Wellbeing.Distress.Usual+2, 3), 0.8)
	near(t, "company near work", c.Company(&g, c.Wellbeing.Distress.Usual, 5), 1.1)
	near(t, "the median leader", g.Leads(0.5), 0.8)
	if best, worst := g.Leads(0.999), g.Leads(1e-20); best != 1 || worst < 0 || worst > 0.1 {
		t.Errorf("leaders lead between %g and %g as designed", worst, best)
	}
	near(t, "inoculation as designed", g.Protects(1), 0.5)
	near(t, "inoculation badly led", g.Protects(0.3), 0)
	if course := (agents.Course{Hours: 20, Group: agents.Group{Session: 4}}); course.Sessions() != 5 || (&agents.Course{Hours: 20}).Sessions() != 1 {
		t.Errorf("20 hours are %d meetings of 4 hours and %d without circles", course.Sessions(), (&agents.Course{Hours: 20}).Sessions())
	}
}

// Ties are lost by their half-life; they tell of vacancies and back people up, unless their
// parameters are 0.
func TestTiesOfACircle(t *testing.T) {
	b := faring()
	b.Programmes.TieHalfLife, b.Programmes.TieTells, b.Programmes.TieSupport = 26, 0.01, 0.4
	c := agents.NewConstants(b)
	near(t, "ties at first", c.InTouch(0.5, 0), 0.5)
	near(t, "ties after half a year", c.InTouch(0.5, 26), 0.25)
	near(t, "one in a hundred", c.Tells(1), 0.00995016625083)
	near(t, "nobody works", c.Tells(0), 0)
	near(t, "backed by half of a circle", c.Backed(0.5, 0.5), 0.6)
	b.Programmes.TieTells, b.Programmes.TieSupport = 0, 0
	off := agents.NewConstants(b)
	near(t, "nobody tells", off.Tells(5), 0)
	near(t, "nobody backs", off.Backed(0.5, 0.5), 0.5)
}
