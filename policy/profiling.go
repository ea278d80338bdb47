package policy

import (
	"fmt"

	"caseload/agents"
	"caseload/policy/source"
)

// Profiling puts every claimant into a class when her claim opens: red, amber or green.
// Interview rules may name it.
type Profiling struct {
	At          source.Position
	By          source.Text     `file:"by" oneof:"judgement,score,rules" doc:"how: by the judgement of her coach, by a statistical score of recorded facts, or by rules on such facts"`
	Red         source.Quantity `file:"red_below,optional" unit:"share" min:"0" max:"1" doc:"a claimant is red who is believed to have a smaller chance of work within half a year than this, at reference tightness and without any service"`
	Green       source.Quantity `file:"green_from,optional" unit:"share" min:"0" max:"1" doc:"a claimant is green who is believed to have at least this chance"`
	Correlation source.Quantity `file:"correlation,optional" unit:"number" min:"0" max:"1" doc:"of the score with the log chance of work among claimants"`
	RedWho      Alternatives    `file:"red,optional" doc:"who is red by rules: who fits any of these conditions"`
	GreenWho    Alternatives    `file:"green,optional" doc:"who is green by rules, of the others"`
	Again       source.Quantity `file:"again_every,optional" unit:"weeks" min:"1" max:"104" whole:"true" doc:"time on benefit after which the class is found anew; once for all when absent"`
}

// ProfilingTerms is a compiled Profiling.
type ProfilingTerms struct {
	By          ProfiledBy
	Cuts        agents.Cuts
	Correlation float64
	Again       agents.Week // 0 for once for all
	Rule        RuleID

	red, green []Who
}

// ProfiledBy is a way of profiling.
type ProfiledBy uint8

// The ways of profiling.
const (
	ByJudgement ProfiledBy = iota
	ByScore
	ByRules
)

var profiledBy = map[string]ProfiledBy{"judgement": ByJudgement, "score": ByScore, "rules": ByRules}

// Check requires what the way of profiling needs. What another way would need may stand
// beside it, so that one word is enough to compare them.
func (p *Profiling) Check(c *source.Checker) {
	by := p.By.Value
	need := func(key string, written, needed bool, hint string) {
		if needed && !written {
			c.Problem(p.At, key, cutsMissing.of(by), hint)
		}
	}
	need("red_below", p.Red.Set, by != "rules", "write the chance of work within half a year below which a claimant is red")
	need("green_from", p.Green.Set, by != "rules", "write the chance of work within half a year from which on a claimant is green")
	need("correlation", p.Correlation.Set, by == "score", "write how well the score tells who finds work, from 0 to 1")
	need("red", len(p.RedWho) > 0, by == "rules", "write who is red")
	if p.Red.Set && p.Green.Set && p.Green.Value < p.Red.Value {
		c.Problem(p.Green.At, "green_from", cutsCross.of(p.Green, p.Red, source.Place(p.Red.At, p.Green.At)), "who is neither red nor green is amber")
	}
	for k := range p.RedWho {
		p.RedWho[k].plain(c, fmt.Sprintf("red[%d]", k))
	}
	for k := range p.GreenWho {
		p.GreenWho[k].plain(c, fmt.Sprintf("green[%d]", k))
	}
}

// plain refuses groups and profiles in a condition of a profile.
func (w *Who) plain(c *source.Checker, key string) {
	if len(w.Group) > 0 {
		c.Problem(w.Group[0].At, key+".group", profileOfItself.of("group"), "write facts here; profiles are for interview rules to name")
	}
	if len(w.Profile) > 0 {
		c.Problem(w.Profile[0].At, key+".profile", profileOfItself.of("profile"), "write facts here; profiles are for interview rules to name")
	}
}

// checkProfiles requires that somebody is profiled where a rule asks for it.
func (r *Regime) checkProfiles(c *source.Checker) bool {
	for k := range r.Interviews {
		if named := r.Interviews[k].Who.Profile; len(named) > 0 && r.Profiling == nil {
			c.Problem(named[0].At, fmt.Sprintf("interviews[%d].who.profile", k), string(profilesNobody), "write profiling, or leave the profile out")
			return false
		}
	}
	for k := range r.Programmes {
		if named := r.Programmes[k].Who.Profile; len(named) > 0 && r.Profiling == nil {
			c.Problem(named[0].At, fmt.Sprintf("programmes[%d].who.profile", k), string(profilesNobody), "write profiling, or leave the profile out")
			return false
		}
	}
	return true
}

func (p *Plan) compileProfiling(s *Profiling) {
	if s == nil {
		return
	}
	p.Profiling = &ProfilingTerms{
		By: profiledBy[s.By.Value], Cuts: agents.Cuts{Red: s.Red.Value, Green: s.Green.Value}, Correlation: s.Correlation.Value,
		Again: agents.Week(s.Again.Value), Rule: p.rule(s.At), red: s.RedWho, green: s.GreenWho,
	}
}

// Profile is the class of a claimant by rules.
func (t *ProfilingTerms) Profile(c Case) agents.Profile {
	fits := func(list []Who) bool {
		for k := range list {
			if list[k].Fits(c, "") {
				return true
			}
		}
		return false
	}
	switch {
	case fits(t.red):
		return agents.Red
	case fits(t.green):
		return agents.Green
	}
	return agents.Amber
}

// sharesOf are the shares of a stock in each class, where facts do not decide it.
func (t *ProfilingTerms) sharesOf(s *Stock) (shares [agents.Profiles]float64) {
	if t != nil && t.By != ByRules {
		shares[agents.Red], shares[agents.Green] = s.ChanceBelow(t.Cuts.Red), 1-s.ChanceBelow(t.Cuts.Green)
		shares[agents.Amber] = 1 - shares[agents.Red] - shares[agents.Green]
	}
	return shares
}

// has is the share in the class of a case of those who have its facts.
func (t *ProfilingTerms) has(c Case, shares *[agents.Profiles]float64) float64 {
	switch {
	case t.By != ByRules:
		return shares[c.Profile]
	case t.Profile(c) == c.Profile:
		return 1
	}
	return 0
}

// digest writes what was compiled, for Plan.Digest.
func (t *ProfilingTerms) digest() string {
	return fmt.Sprintf(" profiling %v %v %v %v %v", t.By, t.Cuts, t.Correlation, t.Again, len(t.red)+len(t.green)) + whoText(t.red) + whoText(t.green)
}

// whoText are conditions without the places where they stand.
func whoText(list []Who) string {
	text := ""
	span := func(s *Span) {
		if s != nil {
			text += fmt.Sprintf(" %v %v %v", s.AtLeast.Value, s.Below.Value, s.Is.Value)
		}
		text += ";"
	}
	for k := range list {
		w := &list[k]
		span(w.WeeksOnBenefit)
		span(w.Age)
		span(w.YoungestChild)
		for _, flag := range []source.Flag{w.LeadCarer, w.Partner, w.HealthLimited, w.LimitedCapability, w.AwaitsAssessment} {
			text += fmt.Sprint(flag.Set, flag.Value)
		}
		for _, names := range [][]source.Text{w.Group, w.Profile} {
			for _, name := range names {
				text += " " + name.Value
			}
			text += ";"
		}
		text += "|"
	}
	return text
}
