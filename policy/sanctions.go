package policy

import (
	"fmt"

	"caseload/agents"
	"caseload/policy/source"
)

// Monitoring says what anybody looks at, so that a failure can be noticed. A missed
// interview is always noticed.
type Monitoring struct {
	At      source.Position
	Search  *SearchCheck `file:"search,optional" doc:"evidence of job search, at an interview"`
	Steps   *StepCheck   `file:"steps,optional" doc:"steps agreed at an interview and looked at in the next one"`
	Offers  *Report      `file:"offers,optional" doc:"job offers that are refused"`
	Leaving *Report      `file:"leaving,optional" doc:"jobs given up before a claim"`
}

// SearchCheck is what a coach does with evidence of job search.
type SearchCheck struct {
	At       source.Position
	PerHour  source.Quantity `file:"per_required_hour" unit:"applications/week" min:"0.001" max:"10" doc:"applications a week that one required hour of search comes to"`
	Enough   source.Quantity `file:"enough" unit:"share" min:"0" max:"1" doc:"share of those applications, made since the last interview, below which search was not done"`
	LookedAt source.Quantity `file:"looked_at" unit:"share" min:"0" max:"1" doc:"share of interviews at which evidence is looked at"`
	Half     source.Quantity `file:"half_noticed" unit:"minutes" min:"0.1" max:"600" doc:"length of interview at which half of what is missing is noticed where it is looked at"`
}

// StepCheck is what a coach does with steps that were agreed.
type StepCheck struct {
	At       source.Position
	Agreed   source.Quantity `file:"agreed" unit:"share" min:"0" max:"1" doc:"share of interviews at which a step is agreed"`
	LookedAt source.Quantity `file:"looked_at" unit:"share" min:"0" max:"1" doc:"share of interviews at which it is asked whether the step was taken"`
	Half     source.Quantity `file:"half_noticed" unit:"minutes" min:"0.1" max:"600" doc:"length of interview at which half of what was not done is noticed where it is asked for"`
}

// Report is how often a failure that no coach can see comes to be known.
type Report struct {
	At      source.Position
	Noticed source.Quantity `file:"noticed" unit:"share" min:"0" max:"1" doc:"share of failures that are reported to a coach"`
}

// Sanctions holds one chain for each kind of failure, and what can be done about a decision.
type Sanctions struct {
	At              source.Position
	MissedInterview *Chain `file:"missed_interview,optional" doc:"what follows a missed mandatory interview"`
	SearchNotDone   *Chain `file:"search_not_done,optional" doc:"what follows search that falls short of what is required, or is not evidenced"`
	StepNotTaken    *Chain `file:"step_not_taken,optional" doc:"what follows an agreed step that was not taken"`
	OfferRefused    *Chain `file:"offer_refused,optional" doc:"what follows a job offer that was refused"`
	LeftWork        *Chain `file:"left_work,optional" doc:"what follows a job given up before the claim; the days from then to the claim count as served"`
	NotAttended     *Chain `file:"programme_not_attended,optional" doc:"what follows a week missed, or a start, of a programme that is a duty"`

	Longest         source.Quantity  `file:"longest,optional" unit:"days" min:"1" max:"16000" whole:"true" doc:"the most days that can be outstanding, whatever adds to them"`
	Reconsideration *Reconsideration `file:"reconsideration,optional" doc:"a decision is looked at again on request"`
	Appeal          *Appeal          `file:"appeal,optional" doc:"a decision that was not changed goes to a tribunal on request"`
	Hardship        *Hardship        `file:"hardship,optional" doc:"payments on request to those in need while benefit is withheld"`
}

// Chain leads from a failure that was noticed to a sanction.
type Chain struct {
	At        source.Position
	Excused   source.Quantity `file:"excused" unit:"share" min:"0" max:"1" doc:"share of failures excused or rebooked by the coach on the spot"`
	Referred  source.Quantity `file:"referred" unit:"share" min:"0" max:"1" doc:"share of the rest that the coach refers for a decision"`
	Imposed   source.Quantity `file:"imposed" unit:"share" min:"0" max:"1" doc:"share of referrals decided against the claimant"`
	Evidence  *Evidence       `file:"with_evidence,optional" doc:"the shares where the claimant shows evidence of a good reason; without it evidence counts for nothing"`
	Decision  source.Quantity `file:"decision_delay" unit:"weeks" min:"0" max:"52" whole:"true" doc:"time from referral to decision"`
	Level     source.Text     `file:"level,optional" doc:"name of the level; sanctions of one level are looked back on together, a kind without one looks back on itself"`
	Ladder    []Level         `file:"ladder" doc:"lengths in order; a claimant climbs one for each sanction that is looked back on"`
	LooksBack source.Quantity `file:"looks_back" unit:"days" min:"0" max:"1830" whole:"true" doc:"how far back earlier sanctions count towards the level"`
	Forgives  source.Quantity `file:"forgives_within" unit:"days" min:"0" max:"365" whole:"true" doc:"a failure this soon after the last one does not climb"`
	MayFall   source.Flag     `file:"ladder_may_fall,optional" doc:"true when a later level is meant to be shorter than the one before it"`
}

// Evidence is what evidence of a good reason changes.
type Evidence struct {
	At      source.Position
	Excused source.Quantity `file:"excused" unit:"share" min:"0" max:"1" doc:"share excused on the spot of those who show it there"`
	Imposed source.Quantity `file:"imposed" unit:"share" min:"0" max:"1" doc:"share of referrals decided against a claimant who shows it by then"`
}

// Level is one rung of a ladder.
type Level struct {
	At              source.Position
	UntilCompliance source.Flag     `file:"until_compliance" doc:"true when the sanction lasts until the claimant has done what was missed"`
	Then            source.Quantity `file:"then" unit:"days" min:"0" max:"1095" whole:"true" doc:"fixed length, added to the time until compliance where there is one"`
}

// Reconsideration is the first challenge to a decision.
type Reconsideration struct {
	At      source.Position
	Asked   source.Quantity `file:"asked" unit:"share" min:"0" max:"1" doc:"share of sanctions that the claimant asks to be looked at again"`
	Delay   source.Quantity `file:"delay" unit:"weeks" min:"0" max:"104" whole:"true" doc:"time from the sanction to the answer"`
	Changed source.Quantity `file:"changed" unit:"share" min:"0" max:"1" doc:"share changed of those asked for without a good reason"`
	Right   source.Quantity `file:"changed_with_reason" unit:"share" min:"0" max:"1" doc:"share changed of those asked for by people who had a good reason"`
}

// Appeal is the second challenge.
type Appeal struct {
	At         source.Position
	Asked      source.Quantity `file:"asked" unit:"share" min:"0" max:"1" doc:"share of decisions not changed on reconsideration that are appealed against"`
	Delay      source.Quantity `file:"delay" unit:"weeks" min:"0" max:"208" whole:"true" doc:"time from that answer to the tribunal's"`
	Overturned source.Quantity `file:"overturned" unit:"share" min:"0" max:"1" doc:"share of those heard that are decided for the claimant"`
}

// Hardship is a payment to those in need while benefit is withheld.
type Hardship struct {
	At         source.Position
	Granted    source.Quantity `file:"granted" unit:"share" min:"0" max:"1" doc:"share of sanctioned claimants within the means test who ask and are granted it"`
	PartnerPay source.Quantity `file:"partner_pay_below" unit:"£/week" min:"0" max:"1000000" doc:"means test: nobody whose partner's net pay is as much is granted it"`
	Rate       source.Quantity `file:"rate" unit:"share" min:"0" max:"1" doc:"share of what is withheld that is paid"`
	Complied   source.Flag     `file:"after_compliance" doc:"true when nothing is paid until the claimant has done what was missed"`
	Recovered  source.Quantity `file:"recovered" unit:"share" min:"0" max:"1" doc:"share of a later week's award kept until the payments are repaid; 0% makes them a gift"`
}

// Check tests the ladder and warns of a chain that leads nowhere.
func (s *Chain) Check(c *source.Checker) {
	if len(s.Ladder) == 0 {
		c.Problem(s.At, "ladder", string(ladderEmpty), "write at least one level, or "+withoutChain(c))
	}
	for k := 1; k < len(s.Ladder) && !s.MayFall.Value; k++ {
		s.Ladder[k].noShorter(c, fmt.Sprintf("ladder[%d]", k), &s.Ladder[k-1])
	}
	switch {
	case s.Excused.Value == 1:
		c.Warn(s.Excused.At, "excused", string(noSanction), "every failure is excused")
	case s.Referred.Value == 0:
		c.Warn(s.Referred.At, "referred", string(noSanction), "no failure is referred for a decision")
	case s.Imposed.Value == 0:
		c.Warn(s.Imposed.At, "imposed", string(noSanction), "no referral is decided against the claimant")
	case len(s.Ladder) > 1 && s.LooksBack.Value <= s.Forgives.Value:
		c.Warn(s.Ladder[1].At, "ladder[1]", string(rungUnreached),
			fmt.Sprintf("earlier sanctions count for %s (looks_back, %s), and a failure within %s does not climb (forgives_within, %s)",
				s.LooksBack, source.Place(s.LooksBack.At, s.Ladder[1].At), s.Forgives, source.Place(s.Forgives.At, s.Ladder[1].At)))
	}
}

// withoutChain is how a regime does without sanctions: what it inherits it has to refuse.
func withoutChain(c *source.Checker) string {
	if c.Overlay() {
		return `write "missed_interview: none" to do without sanctions`
	}
	return "leave the chain out"
}

// noShorter refuses a level that is certain to be shorter than the one before it. One
// that waits for compliance and one that does not cannot be compared when the fixed
// part of the latter is the longer.
func (l *Level) noShorter(c *source.Checker, key string, before *Level) {
	const hint = `levels must not get shorter; set "ladder_may_fall: true" if that is meant`
	ends := before.UntilCompliance.Value && !l.UntilCompliance.Value
	waits := l.UntilCompliance.Value && !before.UntilCompliance.Value
	switch {
	case l.Then.Value < before.Then.Value && !waits:
		c.Problem(l.Then.At, key+".then", levelShorter.of(l.Then, before.Then, source.Place(before.Then.At, l.Then.At)), hint)
	case ends && l.Then.Value == before.Then.Value:
		c.Problem(l.UntilCompliance.At, key+".until_compliance", levelEnds.of(source.Place(before.UntilCompliance.At, l.UntilCompliance.At)), hint)
	}
}

// checkSanctions warns of a chain whose failures nobody notices, and of an appeal without
// the reconsideration that comes before it.
func (r *Regime) checkSanctions(c *source.Checker) {
	if r.Sanctions == nil {
		return
	}
	m := r.Monitoring
	if m == nil {
		m = &Monitoring{}
	}
	noticed := [agents.Failures]bool{true, m.Search != nil, m.Steps != nil, m.Offers != nil, m.Leaving != nil, r.sends()}
	ways := [agents.Failures]string{"", `write "search" under monitoring`, `write "steps" under monitoring`, `write "offers" under monitoring`, `write "leaving" under monitoring`, `set "mandatory: true" on a programme`}
	for kind, chain := range r.Sanctions.chains() {
		if chain != nil && !noticed[kind] {
			c.Warn(chain.At, "sanctions."+agents.Failure(kind).String(), string(neverNoticed), ways[kind])
		}
	}
	if a := r.Sanctions.Appeal; a != nil && r.Sanctions.Reconsideration == nil {
		c.Problem(a.At, "sanctions.appeal", string(appealAlone), "write reconsideration too; only what it leaves unchanged is appealed against")
	}
}

// chains is the chains by kind of failure.
func (s *Sanctions) chains() [agents.Failures]*Chain {
	return [agents.Failures]*Chain{s.MissedInterview, s.SearchNotDone, s.StepNotTaken, s.OfferRefused, s.LeftWork, s.NotAttended}
}
