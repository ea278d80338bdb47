package policy

import "caseload/agents"

// HealthTerms is a compiled Health.
type HealthTerms struct {
	Wait, AskAgain, Reassessed, Linking agents.Week
	AssessmentsWeek                     float64 // in the country
	Error, Strictness                   float64 // standard units of severity
	WorkReassessed                      float64
	Rule                                RuleID

	Reconsiders          bool // a refusal can be looked at again
	Reconsideration      agents.Week
	ReconsiderationError float64
	ReconsiderationRule  RuleID
}

func (p *Plan) compileHealth(h *Health) {
	if h == nil {
		return
	}
	t := &HealthTerms{
		Wait: agents.Week(h.Wait.Value), AskAgain: agents.Week(h.AskAgain.Value), Reassessed: agents.Week(h.Reassessed.Value),
		Linking: agents.Week(h.Linking.Value), AssessmentsWeek: h.Assessments.Value, Error: h.Error.Value, Strictness: h.Strictness.Value,
		WorkReassessed: h.WorkReassessed.Value, Rule: p.rule(h.At),
	}
	if r := h.Reconsideration; r != nil {
		t.Reconsiders, t.Reconsideration, t.ReconsiderationError = true, agents.Week(r.Decision.Value), r.Error.Value
		t.ReconsiderationRule = p.rule(r.At)
	}
	p.Health = t
}

// MostHours is the most hours of search a week that any group is asked for.
func (p *Plan) MostHours() float64 {
	most := int16(0)
	for k := range p.Groups {
		most = max(most, p.Groups[k].SearchHours)
	}
	return float64(most)
}
