package policy

import (
	"caseload/agents"
	"caseload/policy/source"
)

// Waivers says how requirements are put off for people with a good reason who ask before
// they fail.
type Waivers struct {
	At        source.Position
	Asked     source.Quantity `file:"asked" unit:"share" min:"0" max:"1" doc:"share of people with a good reason who ask before the interview that they cannot come to"`
	Confusion source.Quantity `file:"confusion" unit:"share" min:"0" max:"1" doc:"share of requests on which nobody decides, because coach and central unit each think that the other does; they count as refused"`
	Granted   source.Quantity `file:"granted" unit:"share" min:"0" max:"1" doc:"share of the others that are granted"`
	Lasts     source.Quantity `file:"lasts" unit:"weeks" min:"1" max:"104" whole:"true" doc:"time for which nothing is required"`
	TwoWithin source.Quantity `file:"two_within" unit:"weeks" min:"0" max:"520" whole:"true" doc:"nobody is granted a third within this time of the last but one"`
}

// WaiverTerms is a compiled Waivers.
type WaiverTerms struct {
	Asked, Confusion, Granted float64
	Lasts, TwoWithin          agents.Week
	Rule                      RuleID
}

func (p *Plan) compileWaivers(v *Waivers) {
	if v == nil {
		return
	}
	p.Waivers = &WaiverTerms{Asked: v.Asked.Value, Confusion: v.Confusion.Value, Granted: v.Granted.Value,
		Lasts: agents.Week(v.Lasts.Value), TwoWithin: agents.Week(v.TwoWithin.Value), Rule: p.rule(v.At)}
}
