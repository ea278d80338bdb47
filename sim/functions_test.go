package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// occupied is a world of claimants who can all work and are on a course of eight weeks from
// week 1, with what it supplies and gives.
func occupied(t *testing.T, supplies agents.Supply, efficacy float64) *sim.World {
	w := taught(t, 12, func(c *sim.Config) {
		c.Behaviour.Wellbeing.Efficacy.Rejection, c.Behaviour.Wellbeing.Shocks.Rejection, c.Behaviour.Wellbeing.Efficacy.Interview = 0, 0, 0
		c.Behaviour.Search.Applications = 1e-9 // nobody finds work
	}, course(func(m *policy.Programme) {
		m.Places = number(1000)
		m.Content = policy.Taught{}
		if efficacy > 0 {
			m.Content.Group = &policy.GroupWork{Efficacy: number(efficacy), Hours: number(8 * 18 * 60), Session: number(18 * 60), Size: number(12), Fidelity: number(1),
				Leaders: number(0), Distress: number(0), Readiness: number(0), Inoculation: number(0), InTouch: number(0)}
		}
	}))
	w.Regime.Plan.Programmes[0].Course.Functions = supplies
	return w
}

// at is the mean over persons of a latent function, distress and self-efficacy after a week.
func at(t *testing.T, w *sim.World, until agents.Week) (function, distress, efficacy float64) {
	t.Helper()
	advance(t, w, until)
	p := w.People
	for i := range p.ID {
		if p.Status[i] != agents.Claimant || p.FeltAt[i] != until-1 {
			t.Fatalf("week %d: person %d has status %d, felt at %d", until, i, p.Status[i], p.FeltAt[i])
		}
		function += float64(p.LatentFunctions[i][0]) / float64(p.Len())
		distress += float64(p.Distress[i]) / float64(p.Len())
		efficacy += float64(p.SelfEfficacy[i]) / float64(p.Len())
	}
	return function, distress, efficacy
}

// A programme that supplies no more than open unemployment does nothing to how people fare.
func TestNoMoreThanOpenUnemploymentIsNothing(t *testing.T) {
	plain, same := occupied(t, agents.Supply{}, 0), occupied(t, agents.Supply{}, 0)
	u := plain.Habits.Wellbeing.Unemployed
	same.Regime.Plan.Programmes[0].Course.Functions = u
	for _, week := range []agents.Week{6, 12, 26} {
		f, x, e := at(t, plain, week)
		if g, y, h := at(t, same, week); f != g || x != y || e != h {
			t.Errorf("week %d: %g %g %g with what unemployment supplies, %g %g %g with nothing", week, g, y, h, f, x, e)
		}
	}
	if plain.People.Total.ProgrammeCompletions[0] == 0 {
		t.Error("nobody was on it")
	}
}

// What a programme gives is there while it lasts and fades at the stated rates when no work
// follows: latent functions within weeks, self-efficacy by its half-life, distress with both.
func TestGainsFadeAtTheStatedRates(t *testing.T) {
	plain, busy := occupied(t, agents.Supply{}, 0), occupied(t, agents.Supply{TimeStructure: 0.8, SocialContact: 0.8, CollectivePurpose: 0.8, SocialStatus: 0.8, Activity: 0.8}, 0.4)
	d, e := busy.Habits.Wellbeing.Distress, busy.Habits.Wellbeing.Efficacy
	type gap struct{ function, distress, efficacy float64 }
	gaps := map[agents.Week]gap{}
	half := agents.Week(2 * math.Round(math.Ln2/-math.Log(1-e.Rate)/2))
	for _, week := range []agents.Week{8, 10, 14, 10 + half, 180} {
		f, x, s := at(t, plain, week)
		g, y, r := at(t, busy, week)
		gaps[week] = gap{g - f, x - y, r - s}
	}
	if on := gaps[8]; on.function < 0.3 || on.distress < 0.1 {
		t.Errorf("on the programme: %+v", on)
	}
	near := func(what string, got, want float64) {
		if got < want*0.97 || got > want*1.03 {
			t.Errorf("%s: %.4g, want %.4g", what, got, want)
		}
	}
	near("latent functions four weeks on", gaps[14].function/gaps[10].function, math.Pow(1-d.Functions, 4))
	near("self-efficacy after its half-life", gaps[10+half].efficacy/gaps[10].efficacy, math.Pow(1-e.Rate, float64(half)))
	if late := gaps[180]; late.function > 1e-6 || late.distress > gaps[10].distress/20 || late.efficacy > gaps[10].efficacy/20 {
		t.Errorf("three years on: %+v", late)
	}
}
