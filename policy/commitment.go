package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// Commitment is what a claimant and her coach agree on: steps with dates, one at a time. The
// first is agreed at the first interview, another when the one before has been looked at.
type Commitment struct {
	At    source.Position
	First source.Quantity `file:"first" unit:"share" min:"0" max:"1" doc:"share of first interviews at which a step is agreed; monitoring says how often at later ones"`
	Steps []Step          `file:"steps" doc:"kinds of steps"`
}

// Step is a kind of step.
type Step struct {
	At     source.Position
	Name   source.Text     `file:"name" doc:"name of the kind, as tables show it"`
	Share  source.Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"share of the steps that are agreed"`
	Within source.Quantity `file:"within" unit:"weeks" min:"1" max:"52" whole:"true" doc:"time in which it is to be taken"`
}

// Check requires kinds whose shares add up.
func (m *Commitment) Check(c *source.Checker) {
	var shares []source.Quantity
	for _, s := range m.Steps {
		shares = append(shares, s.Share)
	}
	c.AddUp(m.At, "steps", "the shares of steps", shares...)
}

// CommitmentTerms is a compiled Commitment.
type CommitmentTerms struct {
	First, Later float64 // share of interviews at which a step is agreed
	Kinds        []StepTerms
}

// StepTerms is a compiled Step.
type StepTerms struct {
	Name   string
	UpTo   float64 // share of steps of this kind and those before it
	Within agents.Week
	Rule   RuleID
}

// compileCommitment follows that of monitoring. Where a regime names no kinds there is one,
// to be taken within a week.
func (p *Plan) compileCommitment(m *Commitment) {
	if p.Steps != nil {
		p.Commitment.First, p.Commitment.Later = p.Steps.Agreed, p.Steps.Agreed
	}
	if m == nil {
		p.Commitment.Kinds = []StepTerms{{Name: "step", UpTo: 1, Within: 1}}
		return
	}
	p.Commitment.First = m.First.Value
	upTo := 0.0
	for _, s := range m.Steps {
		upTo += s.Share.Value
		p.Commitment.Kinds = append(p.Commitment.Kinds, StepTerms{s.Name.Value, upTo, agents.Week(s.Within.Value), p.rule(s.At)})
	}
}

// Kind is the kind of step at a uniform draw.
func (t *CommitmentTerms) Kind(u float64) uint8 {
	last := len(t.Kinds) - 1
	for k := range last {
		if u < t.Kinds[k].UpTo {
			return uint8(k)
		}
	}
	return uint8(last)
}

// StepName is the name of a kind of step; kinds of an earlier regime have none.
func (p *Plan) StepName(kind uint8) string {
	if int(kind) < len(p.Commitment.Kinds) {
		return p.Commitment.Kinds[kind].Name
	}
	return ""
}

func (t *CommitmentTerms) digest(text *strings.Builder) { fmt.Fprintf(text, " commitment %v", *t) }
