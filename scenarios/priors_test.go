package scenarios

import (
	"slices"
	"strings"
	"testing"

	"caseload/sim"
)

// What training teaches is all at its least in one variant and all at its most in the other;
// a regime that does not train has none, nor has a regime alone.
func TestBothEndsOfAPrior(t *testing.T) {
	c, found := Load(shipped, "training-with-and-without-employers", nil)
	if c == nil {
		t.Fatal(found)
	}
	taught := func(r *sim.Regime) (skill, certificate float64) {
		course := r.Plan.Programmes[0].Course
		return course.Skill, course.Certificate
	}
	var list []string
	for _, v := range c.Variants() {
		list = append(list, v.Regime.Name+" "+v.Effect)
		if v.Regime.Name != "with-employers" {
			continue
		}
		want := map[string][2]float64{sim.Low: {0.015, 0.1}, sim.High: {0.05, 0.8}}[v.Effect]
		if skill, certificate := taught(v.Regime); skill != want[0] || certificate != want[1] {
			t.Errorf("%s: skill %v and certificate %v, want %v", v.Effect, skill, certificate, want)
		}
	}
	if want := []string{"without-employers low", "without-employers high", "with-employers low", "with-employers high"}; !slices.Equal(list, want) {
		t.Errorf("variants are %v, want %v", list, want)
	}
	if skill, certificate := taught(c.Arms[2]); skill != 0.03 || certificate != 0.4 {
		t.Errorf("the regime itself has changed: skill %v, certificate %v", skill, certificate)
	}
	if got := c.HangsOn().Training; got != "both ends" {
		t.Errorf("training hangs on %q", got)
	}
	if err := c.Only([]string{"with-employers"}); err != nil || len(c.Variants()) != 0 {
		t.Errorf("a regime alone has %d variants: %v", len(c.Variants()), err)
	}
	c, _ = Load(shipped, "training-with-and-without-employers", []string{"priors=none"})
	if len(c.Variants()) != 0 || c.HangsOn().Training != "priors: none" {
		t.Errorf("priors: none leaves %d variants, and training hangs on %q", len(c.Variants()), c.HangsOn().Training)
	}
}

// A mechanism that is switched on is no longer among what a run leaves out.
func TestWhatARunDoesNotInclude(t *testing.T) {
	const name = "passive-vs-universal-credit"
	said := func(sets ...string) string {
		c, found := Load(shipped, name, sets)
		if c == nil {
			t.Fatal(found)
		}
		return strings.Join(c.NotIncluded(), "\n")
	}
	usual := said()
	for _, of := range []struct {
		words, set string
		usually    bool
	}{
		{"week 103", "horizon=52 weeks", true}, {"economy.path", "market=gb-recession", true},
		{"nothing counts after the run", "market.valuation.tail.rule=constant", true},
		{"matching: aggregate", "market.matching=aggregate", false}, {"wellbeing.feedback", "market.wellbeing.feedback=false", false},
		{"valuation.wellbeing.by", "market.valuation.wellbeing.by=none", false}, {"valuation.work.displaced", "market.valuation.work.displaced=0 weeks", false},
		{"districts.neighbours", "market.districts.neighbours.each=0", false},
	} {
		if strings.Contains(usual, of.words) != of.usually || strings.Contains(said(of.set), of.words) == of.usually {
			t.Errorf("%q: a run without and with %s says\n%s\n%s", of.words, of.set, usual, said(of.set))
		}
	}
	c, found := Load(shipped, "training-with-and-without-employers", nil)
	if c == nil {
		t.Fatal(found)
	}
	if strings.Contains(strings.Join(c.NotIncluded(), "\n"), "programmes") || !strings.Contains(usual, "programmes") {
		t.Error("programmes are left out where regimes have them, or are not where none has")
	}
}
