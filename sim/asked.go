package sim

import (
	"fmt"
	"slices"

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
	putOff
	profiled
	identity
	looked   // what is monitored
	remedied // what can be done about a decision
	coached
	signed
	measuredOn // what coaches are held to
	freed      // how far they go by their own lights
	paid
	served                                      // by the employer side of the office
	supported                                   // what is done about barriers
	chained                                     // what follows the first kind of failure; the others come after it
	parts     = chained + part(agents.Failures) // their number
)

// partsOf are the parts that a stage goes by, but for what follows failures.
var partsOf = map[string][]part{
	Fork:         {inGroup, seen, seenFirst, profiled, coached, freed, paid},
	"claims":     {identity, inGroup, seen, seenFirst, profiled, coached, freed, paid},
	"household":  {inGroup, seen, profiled, coached, paid},
	"diary":      {seen, seenFirst, putOff, coached, measuredOn, freed},
	"interview":  {seen, seenFirst, coached, looked, measuredOn, freed, served, supported},
	"support":    {supported},
	"signing":    {signed, looked},
	"compliance": {remedied, measuredOn},
	"matching":   {inGroup, looked, coached, served, paid},
	"jobs":       {paid},
	"money":      {inGroup, remedied, paid},
}

// failing are the stages in which failures happen or are decided.
var failing = []string{Fork, "claims", "interview", "signing", "compliance", "matching"}

// asksOf is what the regime of the world asks of the person in a row.
func (w *World) asksOf(i int32) (a asks) {
	p, plan, places := w.People, w.Regime.Plan, w.Regime.Plan.Places()
	name := func(rule policy.RuleID, says string) Rule {
		if rule == 0 {
			return Rule{Says: says}
		}
		return Rule{plan.RuleWords(rule), says, plan.RuleName(rule)}
	}
	if w.concerns(i) {
		class := plan.ClassAt(plan.StaticClass(w.facts(i, w.Week)), w.Week-p.BenefitSince[i])
		group, rule := w.groupOf(i, class)
		a[inGroup] = name(rule, groupSays(&plan.Groups[group]))
		schedule, rule := w.rules.Interview(class)
		if group == policy.NoGroup && p.Couple[i] != 0 {
			schedule, rule = &plan.Schedules[0], 0
		}
		a[seen] = name(rule, saysOf(schedule, "every"))
		if !p.FirstDone[i] && plan.HasFirst {
			a[seenFirst] = name(plan.FirstRule, saysOf(&plan.First, "within"))
		}
	}
	a[putOff], a[profiled] = Rule{Says: "no other date"}, Rule{Says: "no profile"}
	if t := plan.Postponing; t != nil {
		a[putOff] = name(t.Rule, fmt.Sprintf("%.6g%% of those who ask in time get a date %s later, %d times at most", t.Granted*100, weeksIn(t.By), t.Most))
	}
	if t := plan.Profiling; t != nil {
		a[profiled] = name(t.Rule, profilingSays(t))
	}
	for kind := range agents.Failures {
		a[chained+part(kind)] = Rule{Says: "nothing follows: " + kind.String()}
		if c := plan.Chain(kind); c != nil {
			a[chained+part(kind)] = name(c.Rule, chainSays(c))
		}
	}
	a[looked] = Rule{"monitoring", lookedSays(&plan.Enforcement), places.Monitoring}
	a[remedied] = remedySays(plan)
	a[identity] = Rule{"claim identity_check", weeksIn(plan.IdentityCheck) + handedOver(&plan.HandOffs), places.IdentityCheck}
	a[signed] = Rule{Says: "nobody signs"}
	if s := plan.Signing; s != nil {
		a[signed] = name(s.Rule, fmt.Sprintf("signing every %s, %d minutes, %d at least; the claim of who stays away is closed: %v", weeksIn(s.Every), s.Length, s.Shortest, s.CloseClaim))
	}
	a[served] = Rule{Says: "no vacancies are notified"}
	if t := plan.Employers; t != nil {
		a[served] = name(t.Rule, employersSay(t))
	}
	a[supported] = Rule{Says: "nothing is done about barriers"}
	if t := plan.Support; t != nil {
		a[supported] = name(t.Rule, supportSays(t))
	}
	a[coached] = Rule{Says: "no coaches"}
	if plan.Staff.FullTimeEquivalents > 0 {
		a[coached] = Rule{"coaches", staffSays(&plan.Staff) + specialistsSay(plan.Specialists), places.Coaches}
	}
	a[measuredOn], a[freed] = Rule{Says: "no targets"}, Rule{Says: "everybody goes by the rules"}
	if len(plan.Indicators) > 0 {
		a[measuredOn] = name(plan.Indicators[0].Rule, indicatorsSay(plan.Indicators))
	}
	if t := plan.Autonomy; t != nil {
		a[freed] = name(t.Rule, fmt.Sprintf("coaches depart from the rules: interval %g, excusing %g, referral %g, length %g; %.6g%% of it by office",
			t.Spread[agents.Interval], t.Spread[agents.Excusing], t.Spread[agents.Referring], t.Spread[agents.Shortening], t.Offices*100))
	}
	a[paid] = Rule{"benefits, tax, minimum_wage", fmt.Sprint(w.rates), places.Benefits}
	return a
}

// handedOver says what a split service adds to the time from applying to the first interview.
func handedOver(h *policy.HandOffPlan) string {
	says := ""
	if h.Opening != nil {
		says += fmt.Sprintf(", handed over to be opened in %g weeks", h.Opening.Delay)
	}
	if h.FirstInterview != nil {
		says += fmt.Sprintf(", handed over for the first interview in %g weeks", h.FirstInterview.Delay)
	}
	return says
}

func groupSays(g *policy.GroupTerms) string {
	if g.Name == policy.NoRequirement {
		return "no requirement"
	}
	return fmt.Sprintf("group %s, %d hours of search a week, %d%% of the allowance lost to a sanction", g.Name, g.SearchHours, g.SanctionedShare/100)
}

func profilingSays(t *policy.ProfilingTerms) string {
	says := fmt.Sprintf("profiled by %s", [...]string{"judgement", "score", "rules"}[t.By])
	if t.By != policy.ByRules {
		says += fmt.Sprintf(", red below a chance of %.6g%%, green from %.6g%%", t.Cuts.Red*100, t.Cuts.Green*100)
	}
	if t.By == policy.ByScore {
		says += fmt.Sprintf(", correlation %g", t.Correlation)
	}
	if t.Again > 0 {
		says += ", again every " + weeksIn(t.Again)
	}
	return says
}

func saysOf(s *policy.Schedule, how string) string {
	if s.Every == 0 && s.LengthMinutes == 0 {
		return "no interviews"
	}
	says := fmt.Sprintf("an interview %s %s of %d minutes, %d at least", how, weeksIn(s.Every), s.LengthMinutes, s.ShortestMinutes)
	if s.LongestMinutes > s.LengthMinutes {
		says += fmt.Sprintf(", %d at most", s.LongestMinutes)
	}
	if s.Ahead > 0 {
		says += ", up to " + weeksIn(s.Ahead) + " sooner"
	}
	if s.Channel != agents.FaceToFace {
		says += ", " + s.Channel.String()
	}
	if s.Mandatory {
		says += ", mandatory"
	}
	if s.Closes {
		says += ", the claim of who stays away is closed"
	}
	return says
}

func staffSays(s *policy.Staff) string {
	says := fmt.Sprintf("%g full-time equivalents with %d minutes a week, %.6g%% present", s.FullTimeEquivalents, s.MinutesPresentWeek, s.Present*100)
	if s.Turnover > 0 {
		says += fmt.Sprintf("; %.6g%% leave in a year, posts stay empty %s, training takes %s", s.Turnover*52*100, weeksIn(s.Recruitment), weeksIn(s.Training))
	}
	says += fmt.Sprintf("; interviews are for checking %.3g%%, planning %.3g%%, encouraging %.3g%%",
		s.Content[agents.Check]*100, s.Content[agents.Planning]*100, s.Content[agents.Encourage]*100)
	if s.Kinder != 0 || s.Stricter != 0 {
		says += fmt.Sprintf("; coaches are %+.3g kinder and %+.3g stricter, in standard units", s.Kinder, s.Stricter)
	}
	if s.Goal != agents.NoGoal {
		says += fmt.Sprintf("; %.6g%% of minutes at discretion follow the goal (%v)", s.FollowsGoal*100, [...]string{"none", "first job", "distance travelled", "better job"}[s.Goal])
		if s.Lasting {
			says += ", that lasts"
		}
		if s.HoursTenths > 0 {
			says += fmt.Sprintf(", of %g hours at least", float64(s.HoursTenths)/10)
		}
	}
	if s.Pooled {
		says += "; interviews are held by whoever has time"
	}
	return says
}

func employersSay(t *policy.EmployerTerms) string {
	says := fmt.Sprintf("%g times the vacancies notified that employers notify of their own accord; %.6g%% of an interview is for submissions of %g minutes each, %g at most for a vacancy, %.6g%% of them required",
		t.Notified, t.Time*100, t.Takes, t.AtMost, t.Required*100)
	if t.Searched > 0 {
		says += fmt.Sprintf("; %.6g%% of employers look at CVs and invite %g", t.Searched*100, t.Invited)
	}
	if t.Canvassed > 0 {
		says += fmt.Sprintf("; job developers bring in %g vacancies a week and %g more are opened", t.Canvassed, t.Opened)
	}
	return says
}

func supportSays(t *policy.SupportTerms) string {
	says := fmt.Sprintf("%.6g%% of an interview is for barriers to work, %g minutes each", t.Time*100, t.Takes)
	if f := t.Fund; f != nil {
		says += fmt.Sprintf("; a fund of £%d a year, £%d at most for one claim, spent on %.6g%%, for", f.BudgetPenceYear/100, f.MostPence/100, f.Ready*100)
		for k := range f.Items {
			item := &f.Items[k]
			says += fmt.Sprintf(" %s (£%d, %.6g%% helped)", item.Name, item.PricePence/100, item.Chance*100)
		}
	}
	for k := range t.Partners {
		v := &t.Partners[k]
		says += fmt.Sprintf("; %g places of %s for %s, %.6g%% helped", v.Places, weeksIn(v.Length), v.Name, v.Chance*100)
	}
	return says
}

func chainSays(c *policy.ChainTerms) string {
	says := fmt.Sprintf("%.6g%% excused, %.6g%% of the rest referred, %.6g%% of these imposed after %s, looking back %d days", c.Excused*100, c.Referred*100, c.Imposed*100, weeksIn(c.DecisionDelay), c.LooksBackDays)
	if c.ShownExcused != c.Excused || c.ShownImposed != c.Imposed {
		says += fmt.Sprintf("; with evidence of a good reason %.6g%% excused, %.6g%% imposed", c.ShownExcused*100, c.ShownImposed*100)
	}
	for _, level := range c.Levels {
		if level.UntilCompliance {
			says += fmt.Sprintf("; until compliance and %d days", level.TailDays)
		} else {
			says += fmt.Sprintf("; %d days", level.TailDays)
		}
	}
	return says
}

func lookedSays(e *policy.Enforcement) string {
	says := fmt.Sprintf("%.6g%% of refused offers and %.6g%% of jobs left are known", e.Offers*100, e.Leaving*100)
	if s := e.Search; s != nil {
		says += fmt.Sprintf("; search is looked at in %.6g%% of interviews, %g applications an hour are enough, half noticed in %g minutes", s.LookedAt*100, s.EnoughPerHour, s.HalfMinutes)
	}
	if s := e.Steps; s != nil {
		says += fmt.Sprintf("; steps are agreed in %.6g%% of interviews and asked for in %.6g%%, half noticed in %g minutes", s.Agreed*100, s.LookedAt*100, s.HalfMinutes)
	}
	return says
}

// remedySays is what can be done about a decision, with the place of the first remedy.
func remedySays(plan *policy.Plan) (r Rule) {
	add := func(rule policy.RuleID, says string) {
		if r.Place == "" {
			r.Words, r.Place = plan.RuleWords(rule), plan.RuleName(rule)
		} else {
			says = "; " + says
		}
		r.Says += says
	}
	if c := plan.Reconsideration; c != nil {
		add(c.Rule, fmt.Sprintf("%.6g%% ask for reconsideration, which changes %.6g%%, and %.6g%% with a good reason, after %s", c.Asked*100, c.Changed*100, c.Right*100, weeksIn(c.Delay)))
	}
	if c := plan.Appeal; c != nil {
		add(c.Rule, fmt.Sprintf("%.6g%% appeal, %.6g%% of them with success, after %s", c.Asked*100, c.Overturned*100, weeksIn(c.Delay)))
	}
	if c := plan.Hardship; c != nil {
		add(c.Rule, fmt.Sprintf("hardship payments of %d%% of what is withheld to %.6g%%, of which %d%% of a week's award is kept later", c.RateTenThousandths/100, c.Granted*100, c.RecoveredTenThousandths/100))
	}
	if r.Says == "" {
		r.Says = "no reconsideration, appeal or hardship payments"
	}
	return r
}

func weeksIn(n agents.Week) string {
	if n == 1 {
		return "1 week"
	}
	return fmt.Sprintf("%d weeks", n)
}

// differing are the rules of two regimes that a stage goes by and that are not the same.
func differing(stage string, a, b *asks) (pairs [][2]Rule) {
	goesBy := partsOf[stage]
	if slices.Contains(failing, stage) {
		goesBy = slices.Clone(goesBy)
		for k := chained; k < parts; k++ {
			goesBy = append(goesBy, k)
		}
	}
	for _, k := range goesBy {
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
