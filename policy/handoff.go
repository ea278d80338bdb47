package policy

import (
	"fmt"
	"strings"

	"caseload/policy/source"
)

// HandOffs are the places where a split service passes a case from one office to another.
// A one-stop office has none.
type HandOffs struct {
	At             source.Position
	Opening        *HandOff `file:"opening,optional" doc:"before the claim is open: from the office that is visited first to the one that pays"`
	FirstInterview *HandOff `file:"first_interview,optional" doc:"before the first interview: from the office that pays to the one that helps to find work"`
}

// HandOff is one of them.
type HandOff struct {
	At    source.Position
	Delay source.Quantity `file:"delay" unit:"weeks" min:"0" max:"26" doc:"mean time it adds; geometric"`
	Lost  source.Quantity `file:"lost" unit:"share" min:"0" max:"1" doc:"share of cases that are lost between the offices until the person comes back"`
	Found source.Quantity `file:"found_after" unit:"weeks" min:"0" max:"52" doc:"mean time until then, besides the delay; geometric"`
}

// HandOffTerms is a compiled HandOff.
type HandOffTerms struct {
	Delay, Lost, Found float64 // weeks, share, weeks
	Rule               RuleID
}

// HandOffPlan is what a Plan says about them, nil where there is none.
type HandOffPlan struct{ Opening, FirstInterview *HandOffTerms }

func (p *Plan) compileHandOffs(h *HandOffs) {
	if h == nil {
		return
	}
	for _, part := range []struct {
		from *HandOff
		to   **HandOffTerms
	}{{h.Opening, &p.HandOffs.Opening}, {h.FirstInterview, &p.HandOffs.FirstInterview}} {
		if part.from != nil {
			*part.to = &HandOffTerms{Delay: part.from.Delay.Value, Lost: part.from.Lost.Value, Found: part.from.Found.Value, Rule: p.rule(part.from.At)}
		}
	}
}

// digest writes what was compiled, for Plan.Digest.
func (h *HandOffPlan) digest(text *strings.Builder) {
	if h.Opening != nil {
		fmt.Fprintf(text, " opening %v", *h.Opening)
	}
	if h.FirstInterview != nil {
		fmt.Fprintf(text, " first %v", *h.FirstInterview)
	}
}

// checkHandOffs refuses one before an interview that there is not.
func (r *Regime) checkHandOffs(c *source.Checker) {
	if h := r.Claim.HandOffs; h != nil && h.FirstInterview != nil && r.Claim.FirstInterview == nil {
		c.Problem(h.FirstInterview.At, "claim.hand_offs.first_interview", string(handOffToNobody), "write claim.first_interview, or leave the hand-off out")
	}
}
