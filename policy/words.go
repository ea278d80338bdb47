package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// RuleWords is what a rule is called in its regime, as "interviews later" or "sanctions
// missed_interview, level 2"; empty for no rule and for one that has no name.
func (p *Plan) RuleWords(rule RuleID) string {
	at, r := p.Rules[rule], p.regime
	if rule == 0 || r == nil {
		return ""
	}
	for k := range r.Groups {
		if r.Groups[k].At == at {
			return "groups " + r.Groups[k].Name.Value
		}
	}
	for k := range r.Interviews {
		if r.Interviews[k].At == at {
			return "interviews " + r.Interviews[k].Name.Value
		}
	}
	for k := range r.Programmes {
		if r.Programmes[k].At == at {
			return "programmes " + r.Programmes[k].Name.Value
		}
	}
	for k := range r.Contracts {
		if r.Contracts[k].At == at {
			return "contracts " + r.Contracts[k].Name.Value
		}
	}
	if f := r.Claim.FirstInterview; f != nil && f.At == at {
		return "claim first_interview"
	}
	if s := r.Profiling; s != nil && s.At == at {
		return "profiling"
	}
	if s := r.Couples; s != nil && s.At == at {
		return "couples"
	}
	if s := r.Postponing; s != nil && s.At == at {
		return "postponing"
	}
	if s := r.Employers; s != nil && s.At == at {
		return "employer_service"
	}
	if s := r.Support; s != nil {
		if words := s.wordsAt(at); words != "" {
			return words
		}
	}
	return r.Sanctions.wordsAt(at)
}

// wordsAt is what the chain, the level or the remedy at a place is called.
func (s *Sanctions) wordsAt(at source.Position) string {
	if s == nil {
		return ""
	}
	for kind, chain := range s.chains() {
		if chain == nil {
			continue
		}
		name := "sanctions " + agents.Failure(kind).String()
		if chain.At == at {
			return name
		}
		for k := range chain.Ladder {
			if chain.Ladder[k].At == at {
				return fmt.Sprintf("%s, level %d", name, k+1)
			}
		}
	}
	switch {
	case s.Reconsideration != nil && s.Reconsideration.At == at:
		return "sanctions reconsideration"
	case s.Appeal != nil && s.Appeal.At == at:
		return "sanctions appeal"
	case s.Hardship != nil && s.Hardship.At == at:
		return "sanctions hardship"
	}
	return ""
}

// Places are where the parts of a regime stand that no rule names, as file:line; empty
// for a part that it does not have.
type Places struct{ IdentityCheck, Coaches, Benefits, Monitoring string }

// Places says where the parts stand of which every claimant has the same.
func (p *Plan) Places() Places {
	r, places := p.regime, Places{}
	if r == nil {
		return places
	}
	if r.Claim.IdentityCheck.At.Line > 0 {
		places.IdentityCheck = fileLine(r.Claim.IdentityCheck.At)
	}
	if r.Coaches != nil {
		places.Coaches = fileLine(r.Coaches.At)
	}
	if r.Monitoring != nil {
		places.Monitoring = fileLine(r.Monitoring.At)
	}
	switch b := &r.Benefits; {
	case b.UniversalCredit != nil:
		places.Benefits = fileLine(b.UniversalCredit.At)
	case b.JobseekersAllowance != nil:
		places.Benefits = fileLine(b.JobseekersAllowance.At)
	}
	return places
}

// plural is what a rule is called that is for several: a part of a regime that is for one is
// called what it is.
func plural(noun string) string {
	if noun == "interview" {
		return "interviews"
	}
	return noun
}

// Alternatives are further conditions; who fits any of them is meant.
type Alternatives []Who

// InWords is the conditions with "or" between them.
func (a Alternatives) InWords() string {
	var each []string
	for k := range a {
		each = append(each, a[k].InWords())
	}
	return strings.Join(each, ", or ")
}

// InWords is the facts that a claimant has to have.
func (w Who) InWords() string {
	type facts Who // without this method
	return source.Words(facts(w))
}

// InWords is the span as "3 or more", "below 13" or "1 to below 2".
func (s Span) InWords() string {
	switch {
	case s.Is.Set:
		return s.Is.Written
	case s.AtLeast.Set && s.Below.Set:
		return s.AtLeast.Written + " to below " + s.Below.Written
	case s.Below.Set:
		return "below " + s.Below.Written
	}
	return s.AtLeast.Written + " or more"
}

// InWords is how long the sanction lasts.
func (l Level) InWords() string {
	if l.UntilCompliance.Value {
		return l.Then.Written + " after compliance"
	}
	return l.Then.Written
}
