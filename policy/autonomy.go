package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// Autonomy is how far offices and coaches go by their own lights and not by the rule. Each
// spread is that of coaches around the rule.
type Autonomy struct {
	At        source.Position
	Offices   source.Quantity `file:"offices" unit:"share" min:"0" max:"1" doc:"share of the variance that lies between offices; the rest lies between the coaches of an office"`
	Interval  source.Quantity `file:"interval" unit:"number" min:"0" max:"2" doc:"standard deviation of the log time to the next interview around that of the rule"`
	Excusing  source.Quantity `file:"excusing" unit:"number" min:"0" max:"3" doc:"standard deviation of the log odds of excusing a failure around those of the rule"`
	Referral  source.Quantity `file:"referral" unit:"number" min:"0" max:"3" doc:"the same of referring it for a decision, beside how strict coaches are"`
	Shortened source.Quantity `file:"shortened" unit:"number" min:"0" max:"2" doc:"standard deviation of the log length of interviews, of which only what is below the length of the rule and above its shortest is kept"`
}

// AutonomyTerms is a compiled Autonomy.
type AutonomyTerms struct {
	Offices float64
	Spread  [agents.Leanings]float64
	Rule    RuleID
}

func (p *Plan) compileAutonomy(a *Autonomy) {
	if a == nil {
		return
	}
	p.Autonomy = &AutonomyTerms{Offices: a.Offices.Value, Rule: p.rule(a.At)}
	p.Autonomy.Spread = [agents.Leanings]float64{agents.Interval: a.Interval.Value, agents.Excusing: a.Excusing.Value, agents.Referring: a.Referral.Value, agents.Shortening: a.Shortened.Value}
}

// digestAutonomy writes what was compiled, for Plan.Digest.
func (p *Plan) digestAutonomy(text *strings.Builder) {
	if a := p.Autonomy; a != nil {
		fmt.Fprintf(text, " autonomy %v %v", a.Offices, a.Spread)
	}
}
