package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
)

// Enforcement is what a Plan says about failures: what is looked at, what follows for each
// kind, and what can be done about a decision. What a regime does without is nil.
type Enforcement struct {
	Search  *SearchCheckTerms
	Steps   *StepCheckTerms
	Offers  float64 // chance that a refused offer is reported
	Leaving float64 // chance that it is known how the last job ended

	Missed        *ChainTerms
	SearchNotDone *ChainTerms
	StepNotTaken  *ChainTerms
	OfferRefused  *ChainTerms
	LeftWork      *ChainTerms
	NotAttended   *ChainTerms

	Waivers         *WaiverTerms
	LongestDays     int16 // that can be outstanding
	Reconsideration *ReconsiderationTerms
	Appeal          *AppealTerms
	Hardship        *HardshipTerms
}

// Chain is what follows a kind of failure, nil where nothing does.
func (e *Enforcement) Chain(kind agents.Failure) *ChainTerms {
	return *e.place(kind)
}

// Unenforced tells whether no failure of any kind is sanctioned.
func (e *Enforcement) Unenforced() bool {
	for kind := range agents.Failures {
		if e.Chain(kind) != nil {
			return false
		}
	}
	return true
}

func (e *Enforcement) place(kind agents.Failure) **ChainTerms {
	return [agents.Failures]**ChainTerms{&e.Missed, &e.SearchNotDone, &e.StepNotTaken, &e.OfferRefused, &e.LeftWork, &e.NotAttended}[kind]
}

// SearchCheckTerms is a compiled SearchCheck.
type SearchCheckTerms struct {
	EnoughPerHour float64 // applications a week and required hour below which search was not done
	LookedAt      float64
	HalfMinutes   float64
}

// StepCheckTerms is a compiled StepCheck.
type StepCheckTerms struct {
	Agreed, LookedAt, HalfMinutes float64
}

// Noticed is the chance that a failure is noticed in an interview of some length: looked
// at, and found out with a chance that rises with the minutes and is a half at half.
func Noticed(lookedAt, half float64, minutes int16) float64 {
	return lookedAt * float64(minutes) / (float64(minutes) + half)
}

// ChainTerms is a compiled Chain.
type ChainTerms struct {
	Excused, Referred, Imposed  float64
	ShownExcused, ShownImposed  float64 // where evidence of a good reason is shown
	DecisionDelay               agents.Week
	Level                       agents.Failure // the first kind of failure of the same level
	Levels                      []LevelTerms
	LooksBackDays, ForgivesDays int
	Rule                        RuleID
}

// LevelTerms is a compiled Level.
type LevelTerms struct {
	UntilCompliance bool
	TailDays        int16
	Rule            RuleID
}

// ReconsiderationTerms is a compiled Reconsideration.
type ReconsiderationTerms struct {
	Asked          float64
	Delay          agents.Week
	Changed, Right float64
	Rule           RuleID
}

// AppealTerms is a compiled Appeal.
type AppealTerms struct {
	Asked      float64
	Delay      agents.Week
	Overturned float64
	Rule       RuleID
}

// HardshipTerms is a compiled Hardship.
type HardshipTerms struct {
	Granted                 float64
	PartnerPayBelow         int64 // pence a week
	RateTenThousandths      int64 // of what is withheld
	AfterCompliance         bool
	RecoveredTenThousandths int64 // of a week's award
	Rule                    RuleID
}

// mostDays is what can be outstanding where a regime says nothing: 44 years.
const mostDays = 1 << 14

func (p *Plan) compileMonitoring(m *Monitoring) {
	if m == nil {
		return
	}
	if s := m.Search; s != nil {
		p.Search = &SearchCheckTerms{EnoughPerHour: s.PerHour.Value * s.Enough.Value, LookedAt: s.LookedAt.Value, HalfMinutes: s.Half.Value}
	}
	if s := m.Steps; s != nil {
		p.Steps = &StepCheckTerms{Agreed: s.Agreed.Value, LookedAt: s.LookedAt.Value, HalfMinutes: s.Half.Value}
	}
	if m.Offers != nil {
		p.Offers = m.Offers.Noticed.Value
	}
	if m.Leaving != nil {
		p.Leaving = m.Leaving.Noticed.Value
	}
}

func (p *Plan) compileSanctions(s *Sanctions) {
	p.LongestDays = mostDays
	if s == nil {
		return
	}
	levels := map[string]agents.Failure{}
	for k, chain := range s.chains() {
		if chain == nil {
			continue
		}
		kind := agents.Failure(k)
		terms := p.chain(chain)
		terms.Level = kind
		if name := chain.Level.Value; name != "" {
			if first, named := levels[name]; named {
				terms.Level = first
			} else {
				levels[name] = kind
			}
		}
		*p.place(kind) = terms
	}
	if s.Longest.Set {
		p.LongestDays = int16(s.Longest.Value)
	}
	if r := s.Reconsideration; r != nil {
		p.Reconsideration = &ReconsiderationTerms{Asked: r.Asked.Value, Delay: agents.Week(r.Delay.Value), Changed: r.Changed.Value, Right: r.Right.Value, Rule: p.rule(r.At)}
	}
	if a := s.Appeal; a != nil {
		p.Appeal = &AppealTerms{Asked: a.Asked.Value, Delay: agents.Week(a.Delay.Value), Overturned: a.Overturned.Value, Rule: p.rule(a.At)}
	}
	if h := s.Hardship; h != nil {
		p.Hardship = &HardshipTerms{Granted: h.Granted.Value, PartnerPayBelow: pence(h.PartnerPay), RateTenThousandths: tenThousandths(h.Rate),
			AfterCompliance: h.Complied.Value, RecoveredTenThousandths: tenThousandths(h.Recovered), Rule: p.rule(h.At)}
	}
}

func (p *Plan) chain(m *Chain) *ChainTerms {
	t := &ChainTerms{
		Excused: m.Excused.Value, Referred: m.Referred.Value, Imposed: m.Imposed.Value,
		ShownExcused: m.Excused.Value, ShownImposed: m.Imposed.Value,
		DecisionDelay: agents.Week(m.Decision.Value), LooksBackDays: int(m.LooksBack.Value),
		ForgivesDays: int(m.Forgives.Value), Rule: p.rule(m.At),
	}
	if m.Evidence != nil {
		t.ShownExcused, t.ShownImposed = m.Evidence.Excused.Value, m.Evidence.Imposed.Value
	}
	for _, level := range m.Ladder {
		t.Levels = append(t.Levels, LevelTerms{UntilCompliance: level.UntilCompliance.Value, TailDays: int16(level.Then.Value), Rule: p.rule(level.At)})
	}
	return t
}

// digest writes everything that was compiled, for Plan.Digest.
func (e *Enforcement) digest(text *strings.Builder) {
	fmt.Fprintf(text, " %v %v %v", e.Offers, e.Leaving, e.LongestDays)
	for kind := range agents.Failures {
		if chain := e.Chain(kind); chain != nil {
			fmt.Fprintf(text, " %v %v", kind, *chain)
		}
	}
	if e.Search != nil {
		fmt.Fprintf(text, " search %v", *e.Search)
	}
	if e.Steps != nil {
		fmt.Fprintf(text, " steps %v", *e.Steps)
	}
	if e.Waivers != nil {
		fmt.Fprintf(text, " waivers %v", *e.Waivers)
	}
	if e.Reconsideration != nil {
		fmt.Fprintf(text, " reconsideration %v", *e.Reconsideration)
	}
	if e.Appeal != nil {
		fmt.Fprintf(text, " appeal %v", *e.Appeal)
	}
	if e.Hardship != nil {
		fmt.Fprintf(text, " hardship %v", *e.Hardship)
	}
}
