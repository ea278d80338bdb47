package sim

import (
	"fmt"

	"caseload/agents"
	"caseload/policy"
)

// asks is what a regime asks of one person and gives her at one moment: the parts that
// can differ between regimes and act on her own life.
type asks [parts]Rule

// part is a part of a regime that a person meets.
type part int

const (
	inGroup part = iota
	seen
	seenFirst
	identity
	afterMissing
	coached
	paid
	parts // their number
)

// partsOf are the parts that a stage goes by.
var partsOf = map[string][]part{
	Fork:         {inGroup, seen, seenFirst, afterMissing, coached, paid},
	"claims":     {identity, inGroup, seen, seenFirst, coached, paid},
	"household":  {inGroup, seen, paid},
	"diary":      {seen, seenFirst, coached},
	"interview":  {seen, seenFirst, coached, afterMissing},
	"compliance": {afterMissing},
	"matching":   {inGroup, afterMissing, paid},
	"jobs":       {paid},
	"money":      {inGroup, paid},
}

// asksOf is what the regime of the world asks of the person in a row.
func (w *World) asksOf(i int32) (a asks) {
	p, plan, places := w.People, w.Regime.Plan, w.Regime.Plan.Places()
	name := func(rule policy.RuleID, says string) Rule {
		if rule == 0 {
			return Rule{Says: says}
		}
		return Rule{plan.RuleWords(rule), says, plan.RuleName(rule)}
	}
	if p.Status[i] == agents.Claimant {
		class := plan.ClassAt(plan.StaticClass(w.facts(i, w.Week)), w.Week-p.BenefitSince[i])
		group, rule := w.rules.Group(class)
		a[inGroup] = name(rule, groupSays(&plan.Groups[group]))
		schedule, rule := w.rules.Interview(class)
		a[seen] = name(rule, saysOf(schedule, "every"))
		if !p.FirstDone[i] && plan.HasFirst {
			a[seenFirst] = name(plan.FirstRule, saysOf(&plan.First, "within"))
		}
	}
	a[afterMissing] = Rule{Says: "nothing follows a missed interview"}
	if c := plan.Missed; c != nil {
		a[afterMissing] = name(c.Rule, chainSays(c))
	}
	a[identity] = Rule{"claim identity_check", weeksIn(plan.IdentityCheck), places.IdentityCheck}
	s := &plan.Staff
	a[coached] = Rule{Says: "no coaches"}
	if s.FullTimeEquivalents > 0 {
		a[coached] = Rule{"coaches", fmt.Sprintf("%g full-time equivalents with %d minutes a week, %g%% present", s.FullTimeEquivalents, s.MinutesPresentWeek, s.Present*100), places.Coaches}
	}
	a[paid] = Rule{"benefits, tax, minimum_wage", fmt.Sprint(w.rates), places.Benefits}
	return a
}

func groupSays(g *policy.GroupTerms) string {
	if g.Name == policy.NoRequirement {
		return "no requirement"
	}
	return fmt.Sprintf("group %s, %d hours of search a week, %d%% of the allowance lost to a sanction", g.Name, g.SearchHours, g.SanctionedShare/100)
}

func saysOf(s *policy.Schedule, how string) string {
	if s.Every == 0 && s.LengthMinutes == 0 {
		return "no interviews"
	}
	says := fmt.Sprintf("an interview %s %s of %d minutes, %d at least", how, weeksIn(s.Every), s.LengthMinutes, s.ShortestMinutes)
	if s.Mandatory {
		says += ", mandatory"
	}
	return says
}

func chainSays(c *policy.ChainTerms) string {
	says := fmt.Sprintf("%g%% excused, %g%% of the rest referred, %g%% of these imposed after %s, looking back %d days", c.Excused*100, c.Referred*100, c.Imposed*100, weeksIn(c.DecisionDelay), c.LooksBackDays)
	for _, level := range c.Levels {
		if level.UntilCompliance {
			says += fmt.Sprintf("; until compliance and %d days", level.TailDays)
		} else {
			says += fmt.Sprintf("; %d days", level.TailDays)
		}
	}
	return says
}

func weeksIn(n agents.Week) string {
	if n == 1 {
		return "1 week"
	}
	return fmt.Sprintf("%d weeks", n)
}

// differing are the rules of two regimes that a stage goes by and that are not the same.
func differing(stage string, a, b *asks) (pairs [][2]Rule) {
	for _, k := range partsOf[stage] {
		x, y := a[k], b[k]
		if x.Says == y.Says {
			continue
		}
		if k == paid {
			x.Says, y.Says = "", "" // a page of rates; diff shows which
		}
		pairs = append(pairs, [2]Rule{x, y})
	}
	return pairs
}
