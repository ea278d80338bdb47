package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// InWork is the section `in_work:` of a regime: what is required of people in work whose
// household has an award. Who earns less than the lower threshold is treated like who has no
// work, who earns the upper one or more has no requirement, and the rules may ask who is in
// between (`in_work: true`). Without the section nothing is required of anybody in work.
//
// A threshold is the pay of so many hours at the minimum wage of adults, in a usual month and
// before tax (Universal Credit Regulations 2013, regulations 90 and 99): a person reaches it by
// her own pay, or a couple a higher one by the pay of both.
type InWork struct {
	At             source.Position
	Administrative []Threshold `file:"administrative_threshold" doc:"pay below which who works is treated like who does not, by date"`
	Conditionality []Threshold `file:"conditionality_threshold" doc:"pay from which nothing is required, by date"`
}

// Threshold is earnings as hours at the minimum wage, from a date on.
type Threshold struct {
	At     source.Position
	From   source.Date     `file:"from" doc:"the first day on which the hours hold"`
	Single source.Quantity `file:"single" unit:"hours/week" min:"0" max:"168" doc:"of one person's pay"`
	Couple source.Quantity `file:"couple" unit:"hours/week" min:"0" max:"336" doc:"of a couple's pay together"`
}

func (t Threshold) begins() source.Date { return t.From }

// Check requires figures in order of their first days.
func (w *InWork) Check(c *source.Checker) {
	checkDated(c, w.At, "administrative_threshold", w.Administrative)
	checkDated(c, w.At, "conditionality_threshold", w.Conditionality)
}

// InWorkTerms is a compiled InWork.
type InWorkTerms struct {
	administrative, conditionality []Threshold
	Rule                           RuleID
}

func (p *Plan) compileInWork(w *InWork) {
	if w != nil {
		p.InWork = &InWorkTerms{w.Administrative, w.Conditionality, p.rule(w.At)}
	}
}

func (t *InWorkTerms) digest(text *strings.Builder) {
	for _, list := range [][]Threshold{t.administrative, t.conditionality} {
		for _, x := range list {
			fmt.Fprintf(text, " in work %d %g %g", x.From.Days, x.Single.Value, x.Couple.Value)
		}
	}
}

// GroupNamed is the group of a name; NoGroup where there is none.
func (p *Plan) GroupNamed(name string) agents.GroupID {
	for k := range p.Groups {
		if p.Groups[k].Name == name {
			return agents.GroupID(k)
		}
	}
	return NoGroup
}

// Thresholds are those of a day in whole pounds a month, as pence.
type Thresholds struct {
	AdministrativeSingle, AdministrativeCouple, ConditionalitySingle, ConditionalityCouple int64
}

// On works out the thresholds under the rates of a day.
func (t *InWorkTerms) On(r *Rates) Thresholds {
	if t == nil {
		return Thresholds{}
	}
	month := func(hours source.Quantity) int64 {
		pence := MonthlyFromWeekly(rounded(float64(hours.Value * float64(r.Wage25))))
		return pence - pence%100
	}
	low, _ := inForce(t.administrative, r.On)
	high, _ := inForce(t.conditionality, r.On)
	return Thresholds{month(low.Single), month(low.Couple), month(high.Single), month(high.Couple)}
}

// Standing is what is required of somebody in work with an award.
type Standing uint8

// The standings.
const (
	AsOutOfWork Standing = iota // pay below the administrative threshold
	Between                     // from that on, and below the conditionality threshold
	Free                        // from that on
)

// Standing is that of a person with usual gross pay a week, in a couple with that of both.
func (t *Thresholds) Standing(own, both int64, couple bool) Standing {
	own, both = MonthlyFromWeekly(own), MonthlyFromWeekly(both)
	switch {
	case own >= t.ConditionalitySingle || couple && both >= t.ConditionalityCouple:
		return Free
	case own >= t.AdministrativeSingle || couple && both >= t.AdministrativeCouple:
		return Between
	}
	return AsOutOfWork
}
