package policy

import (
	"fmt"

	"caseload/policy/source"
)

// Guidance is what a contract tells providers beside what it pays for: who decides when a
// participant who is kept from coming asks that what is required of her be put off, how far
// their staff know what the rules say of that, and how the work is done.
type Guidance struct {
	At      source.Position
	Waivers source.Text     `file:"waivers" oneof:"provider,office" doc:"who decides on a waiver for a participant who is kept from coming to a contact that is a duty"`
	Known   source.Quantity `file:"known" unit:"share" min:"0" max:"1" doc:"share of requests on which staff of the provider do as the rules say; of the others a provider that decides grants those of participants of whom a contact is worth less than its cost, and an office that decides hears nothing"`
	Methods source.Quantity `file:"methods" unit:"share" min:"0" max:"1" doc:"share of what a new firm has to learn about its work that it is told when it begins"`
}

// GuidanceTerms is a compiled Guidance.
type GuidanceTerms struct {
	Waivers        Decider
	Known, Methods float64
}

// Decider is who decides on a waiver.
type Decider uint8

// Who decides.
const (
	Nobody Decider = iota // participants cannot ask a provider for one
	ByProvider
	ByJobcentre
)

var deciders = map[string]Decider{"provider": ByProvider, "office": ByJobcentre}

func (g *Guidance) terms() (t GuidanceTerms) {
	if g != nil {
		t = GuidanceTerms{Waivers: deciders[g.Waivers.Value], Known: g.Known.Value, Methods: g.Methods.Value}
	}
	return t
}

// checkGuidance requires that there are rules on waivers where a contract says who goes by them.
func (r *Regime) checkGuidance(c *source.Checker) {
	for k := range r.Contracts {
		if g := r.Contracts[k].Guidance; g != nil && r.Waivers == nil {
			c.Problem(g.At, fmt.Sprintf("contracts[%d].guidance", k), string(nothingToGoBy), "write waivers: of the regime, which says how they are granted and how long they last")
		}
	}
}
