package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/sim"
)

// A condition begins, flares and ends on its dates; while it lasts rules see it and search
// is harder, while it flares fewer applications are made.
func TestConditionsBeginFlareAndEnd(t *testing.T) {
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, config: behave(func(b *agents.Behaviour) {
		b.Health = agents.Health{OnsetUnder35: 1, FlareStarts: 1, FlareWeeks: 1}
	})}.world(t)
	well := w.People.SearchFixed[0]
	expect(t, "at the start", w, 0, sees{"HealthLimited": false, "Flare": false, "HealthTurns": 1})
	advance(t, w, 2)
	expect(t, "it has begun", w, 0, sees{"HealthLimited": true, "Flare": false, "HealthTurns": 2})
	if w.People.SearchFixed[0] >= well {
		t.Error("a limiting condition makes search no harder")
	}
	before := w.People.Total.Applications[0]
	week(t, w)
	expect(t, "it flares", w, 0, sees{"HealthLimited": true, "Flare": true, "HealthTurns": 3})
	inFlare := w.People.Total.Applications[0] - before
	week(t, w)
	expect(t, "the flare is over", w, 0, sees{"HealthLimited": true, "Flare": false, "HealthTurns": 4})
	if after := w.People.Total.Applications[0] - before - inFlare; inFlare >= after {
		t.Errorf("%g applications in a flare and %g after it", inFlare, after)
	}
	b := w.Habits.Behaviour
	b.Health = agents.Health{Recovery: 1, FlareWeeks: 1}
	w.Habits = agents.NewConstants(b)
	week(t, w)
	expect(t, "it has ended", w, 0, sees{"HealthLimited": false, "Flare": false, "HealthTurns": agents.Never})
	if w.People.SearchFixed[0] != well {
		t.Error("a condition leaves something behind")
	}
}

// Health turns for the same people in the same weeks whatever is asked of them, and nobody's
// health turns where nothing begins or ends.
func TestHealthDoesNotDependOnTheRegime(t *testing.T) {
	c := standard(t, "persons=1000")
	w := burnt(t, c)
	worlds := []*sim.World{w.Clone(), w.Clone()}
	for k, v := range worlds {
		v.Enter(c.Arms[k])
		advance(t, v, 20)
	}
	a, b := worlds[0].People, worlds[1].People
	turned := 0
	for i := range a.ID {
		if a.LimitedCapability[i] != b.LimitedCapability[i] || a.Total.ToOtherBenefit[i] != b.Total.ToOtherBenefit[i] {
			continue // a claim for health, which takes a claim, brings a condition to light
		}
		if a.HealthTurns[i] != b.HealthTurns[i] || a.HealthLimited[i] != b.HealthLimited[i] || a.Flare[i] != b.Flare[i] {
			t.Fatalf("person %d is ill under one regime and not under the other", a.ID[i])
		}
		if a.HealthLimited[i] != w.People.HealthLimited[i] {
			turned++
		}
	}
	if turned < 10 {
		t.Errorf("health of %d persons changed in twenty weeks", turned)
	}
}
