package scenarios

import (
	"fmt"
	"reflect"
	"strings"

	"caseload/policy"
	"caseload/sim/panel"
)

// HangsOn is what a case assumes where the answer hangs on it.
func (c *Case) HangsOn() panel.HangsOn {
	m := c.Scenario.Market
	h := panel.HangsOn{Closure: m.Closure.Value, Wellbeing: m.Wellbeing.Effects.Value}
	trains := false
	for k := range c.Scenario.Regimes {
		for _, p := range c.Scenario.Regimes[k].Programmes {
			trains = trains || p.Content.Skill.Value > 0 || p.Content.Certificate.Value > 0
		}
	}
	switch {
	case len(c.Variants()) > 0:
		h.Training = "both ends"
	case trains && c.Scenario.Priors.Value == "none":
		h.Training = "priors: none"
	case trains:
		h.Training = "one value"
	}
	return h
}

// Districts is the number of districts that the case has with its persons, and that its
// market has.
func (c *Case) Districts() (here, all int) {
	m := c.market()
	return m.DistrictsOf(int(c.Scenario.Persons.Value)), m.Districts
}

// NotIncluded tells in sentences what a run of the case leaves out: time after the horizon,
// mechanisms that its market has switched off, and parts that none of its regimes has.
func (c *Case) NotIncluded() []string {
	s := c.Scenario
	m, v := s.Market, &s.Market.Valuation
	list := []string{fmt.Sprintf("anything after week %v (%s)", s.Horizon.Value-1, v.Told().Tail)}
	for _, off := range []struct {
		is   bool
		what string
	}{
		{m.Economy.Path.Value == "steady", "a downturn or recovery: labour demand is steady (economy.path)"},
		{m.Matching.Value == "aggregate", "vacancies that choose among applicants, submissions and subsidies in that choice (matching: aggregate)"},
		{m.Districts.Neighbours.Each.Value == 0, "work in other districts (districts.neighbours)"},
		{!m.Wellbeing.Feedback.Value, "that how people fare changes how they search (wellbeing.feedback)"},
		{v.Wellbeing.By.Value == "none", "the value of wellbeing (valuation.wellbeing.by)"},
		{v.Work.DisplacedWeeks.Value == 0, "what others lose, in what it is worth (valuation.work.displaced)"},
	} {
		if off.is {
			list = append(list, off.what)
		}
	}
	for _, r := range s.lacking() {
		list = append(list, fmt.Sprintf("%s (without: %s)", r.what, s.Without.Value))
	}
	if parts := c.absentParts(); len(parts) > 0 {
		list = append(list, "these parts, which none of the regimes has: "+strings.Join(parts, ", "))
	}
	return append(list, "in any run: moving house, crime, what becomes of children, ethnicity")
}

// absentParts are the optional parts of a regime that none of the case has, in their order.
func (c *Case) absentParts() (absent []string) {
	shape := reflect.TypeFor[policy.Regime]()
	for k := range shape.NumField() {
		key, optional := strings.CutSuffix(shape.Field(k).Tag.Get("file"), ",optional")
		kind := shape.Field(k).Type.Kind()
		if !optional || kind != reflect.Pointer && kind != reflect.Slice {
			continue
		}
		there := false
		for r := range c.Scenario.Regimes {
			field := reflect.ValueOf(&c.Scenario.Regimes[r]).Elem().Field(k)
			there = there || kind == reflect.Pointer && !field.IsNil() || kind == reflect.Slice && field.Len() > 0
		}
		if !there {
			absent = append(absent, key)
		}
	}
	return absent
}
