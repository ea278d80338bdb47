package policy

import (
	"fmt"

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
	if f := r.Claim.FirstInterview; f != nil && f.At == at {
		return "claim first_interview"
	}
	return r.Sanctions.wordsAt(at)
}

// wordsAt is what the chain or the level at a place is called.
func (s *Sanctions) wordsAt(at source.Position) string {
	if s == nil || s.MissedInterview == nil {
		return ""
	}
	if s.MissedInterview.At == at {
		return "sanctions missed_interview"
	}
	for k := range s.MissedInterview.Ladder {
		if s.MissedInterview.Ladder[k].At == at {
			return fmt.Sprintf("sanctions missed_interview, level %d", k+1)
		}
	}
	return ""
}

// Places are where the parts of a regime stand that no rule names, as file:line; empty
// for a part that it does not have.
type Places struct{ IdentityCheck, Coaches, Benefits string }

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
	if at := r.Benefits.UniversalCredit.At; at.Line > 0 {
		places.Benefits = fileLine(at)
	}
	return places
}
