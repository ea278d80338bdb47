package policy

import (
	"fmt"
	"strings"

	"caseload/policy/source"
)

// Couples is the section `couples:` of a regime: of whom something is required where two have
// one claim. Without the section it is required of both (Welfare Reform Act 2012, section 2). The
// partner of a claimant of Jobseeker's Allowance was a dependant without obligations, from 2001
// on in couples with children alone (Welfare Reform and Pensions Act 1999, section 59).
type Couples struct {
	At          source.Position
	Obligations source.Text `file:"obligations" oneof:"both,without_children,first_claimant" doc:"of whom something is required: of both; of both in couples without children and of the first claimant of others; or of the first claimant alone, who is the one who does not care for the children, or the older"`
}

// Obliged is of whom in a couple something is required.
type Obliged uint8

// Of whom.
const (
	Both                  Obliged = iota
	BothIfWithoutChildren         // of the first claimant alone where there are children
	FirstClaimant                 // the other is a dependant
)

var obliged = map[string]Obliged{"both": Both, "without_children": BothIfWithoutChildren, "first_claimant": FirstClaimant}

// CoupleTerms is a compiled Couples.
type CoupleTerms struct {
	Obliged Obliged
	Rule    RuleID // 0 without the section
}

func (p *Plan) compileCouples(c *Couples) {
	if c != nil {
		p.Couples = CoupleTerms{obliged[c.Obligations.Value], p.rule(c.At)}
	}
}

// Dependant tells whether nothing is required of a person because she is not the first claimant
// of a couple, with or without children.
func (t CoupleTerms) Dependant(first, children bool) bool {
	return !first && (t.Obliged == FirstClaimant || t.Obliged == BothIfWithoutChildren && children)
}

// Due is what one of two is entered with of an award, and how much of it a sanction takes, in
// pence.
type Due struct{ Award, Sanction int64 }

// Halves divides the award of a couple, of which sanctions can take what is within, between
// its two, of whom sanctions are to take so much: a half to each with the odd penny to the first,
// or as much as a sanction takes from either. A sanction is bounded by the award of both
// (Universal Credit Regulations 2013, regulation 110), not by a half.
func Halves(award, within, sanction, others int64) (Due, Due) {
	sanction = min(sanction, within)
	others = min(others, within-sanction)
	half := max(min(award-award/2, award-others), sanction)
	return Due{half, sanction}, Due{award - half, others}
}

func (t CoupleTerms) digest(text *strings.Builder) {
	if t.Obliged != Both {
		fmt.Fprintf(text, " couples %d", t.Obliged)
	}
}
