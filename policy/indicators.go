package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// Indicator is something that offices or coaches are measured by and held to.
type Indicator struct {
	At        source.Position
	Name      source.Text     `file:"name" doc:"name of the indicator, as tables show it; an extending regime changes the one of the same name"`
	Of        source.Text     `file:"of" oneof:"off_flow,on_time,sanction_referrals,readiness,jobs,submissions" doc:"what is counted: of claims by date of beginning, those that ended before a date, wherever that led; interviews booked by their date, of those due; in a period, referrals for a sanction, submissions to notified vacancies, or claimants who found work, for each claimant; or how much nearer to work claimants are by support, steps and skill than without, the log of their chance in the mean"`
	After     source.Quantity `file:"after,optional" unit:"weeks" min:"1" max:"260" whole:"true" doc:"time from the claim to the date that counts, for off_flow"`
	Level     source.Text     `file:"level" oneof:"office,coach" doc:"who is measured"`
	Period    source.Quantity `file:"period" unit:"weeks" min:"1" max:"52" whole:"true" doc:"time over which it is counted"`
	Target    source.Quantity `file:"target" unit:"share" min:"0" max:"1" doc:"what is to be reached"`
	Published source.Flag     `file:"published" doc:"true when a league table is published"`
	Weight    source.Quantity `file:"weight" unit:"number" min:"0" max:"10" doc:"what hangs on it; with 0 it is counted and nobody is held to it"`
}

// IndicatorTerms is a compiled Indicator.
type IndicatorTerms struct {
	Name      string
	Of        agents.Measure
	After     agents.Week // the date that counts; 0 where there is none
	Coach     bool        // each coach is measured, not the office
	Period    agents.Week
	Target    float64
	Published bool
	Weight    float64
	Rule      RuleID
}

// MaxIndicators is how many indicators a regime has room for.
const MaxIndicators = 8

// Check requires a date where one counts.
func (x *Indicator) Check(c *source.Checker) {
	if dated := x.Of.Value == agents.OffFlow.String(); dated && !x.After.Set {
		c.Problem(x.At, "after", string(dateMissing), "write the time after which it is seen whether a claim has ended, as 13 weeks")
	} else if !dated && x.After.Set {
		c.Problem(x.After.At, "after", string(dateUnused), "leave it out")
	}
}

// checkIndicators requires no more indicators than there is room for.
func (r *Regime) checkIndicators(c *source.Checker) bool {
	if len(r.Indicators) > MaxIndicators {
		c.Problem(r.Indicators[MaxIndicators].At, fmt.Sprintf("indicators[%d]", MaxIndicators), string(tooManyIndicators), "hold offices to fewer")
		return false
	}
	return true
}

func (p *Plan) compileIndicators(list []Indicator) {
	for k := range list {
		x := &list[k]
		terms := IndicatorTerms{Name: x.Name.Value, After: agents.Week(x.After.Value), Coach: x.Level.Value == "coach", Period: agents.Week(x.Period.Value),
			Target: x.Target.Value, Published: x.Published.Value, Weight: x.Weight.Value, Rule: p.rule(x.At)}
		for m := range agents.Measures {
			if m.String() == x.Of.Value {
				terms.Of = m
			}
		}
		p.Indicators = append(p.Indicators, terms)
	}
}

// digestIndicators writes what was compiled, for Plan.Digest.
func (p *Plan) digestIndicators(text *strings.Builder) {
	for _, x := range p.Indicators {
		x.Rule = 0
		fmt.Fprintf(text, " indicator %v", x)
	}
}
