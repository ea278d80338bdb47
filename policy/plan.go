package policy

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// RuleID names the rule of the regime that gave an answer; 0 is "no rule".
type RuleID uint16

// Schedule is how often, how long and with what duty somebody is seen.
type Schedule struct {
	Every           agents.Week // of the interview after a new claim: the time to it
	LengthMinutes   int32
	ShortestMinutes int32
	LongestMinutes  int32       // at least the length
	Ahead           agents.Week // before her date somebody can be seen
	Mandatory       bool
	Closes          bool           // the claim of who misses it and stays away
	Channel         agents.Channel // minutes are those that it takes
	Instead         Minutes        // by the channel that stands in for it
}

// Minutes is how long an interview is: as booked, at its shortest and at its longest.
type Minutes struct{ Length, Shortest, Longest int32 }

// GroupTerms is what a conditionality group asks and what a sanction takes from it.
type GroupTerms struct {
	Name            string
	SearchHours     int16 // 0 without a requirement
	SanctionedShare int64 // of the claimant's standard allowance, ten-thousandths
}

// Plan is a compiled regime. It is immutable and may be shared by every worker.
type Plan struct {
	Name   string
	Rules  []source.Position // by RuleID
	Groups []GroupTerms      // by GroupID; the first is NoRequirement

	IdentityCheck agents.Week
	HandOffs      HandOffPlan
	Channels      [agents.Channels]ChannelTerms
	First         Schedule // of the interview after a new claim; zero when there is none
	HasFirst      bool
	FirstRule     RuleID
	Schedules     []Schedule       // by answer of a table; the first is "never seen"
	Profiling     *ProfilingTerms  // nil where nobody is profiled
	Postponing    *PostponingTerms // nil where nobody gets another date
	Staff         Staff
	Specialists   []SpecialistTerms
	Autonomy      *AutonomyTerms   // nil where everybody goes by the rules
	Indicators    []IndicatorTerms // at most MaxIndicators
	Commitment    CommitmentTerms
	Enforcement
	Programmes   []ProgrammeTerms
	Contracts    []ContractTerms
	Providers    []ProviderTerms // of all contracts, one contract after the other
	Health       *HealthTerms
	Payment      PaymentTerms
	Migration    MigrationTerms
	Signing      *SigningTerms // nil where nobody signs
	InWork       *InWorkTerms  // nil where nothing is required of people in work
	Couples      CoupleTerms
	Agencies     float64 // share of new vacancies that agencies fill, where SetsAgencies
	SetsAgencies bool

	Employers *EmployerTerms // nil where nothing is notified
	Support   *SupportTerms  // nil where nothing is done about barriers

	regime    *Regime
	cuts      cuts
	durations *durations
	epochs    []epoch
}

// PostponingTerms is a compiled Postponing.
type PostponingTerms struct {
	Granted float64
	By      agents.Week
	Most    uint8
	Rule    RuleID
}

// The most that a Plan has room for. Numbers of groups and schedules are bytes, and a
// static class has sixteen bits; the conditions that are asked to fill the tables are
// bounded so that no file, however strange, keeps a reader waiting.
const (
	maxRules   = 254
	maxClasses = 1 << 17
	maxStatic  = 1 << 16
	maxAsked   = 1 << 27
)

// tooLarge says what a Plan has no room for.
func tooLarge(r *Regime) source.Diagnostics {
	refuse := func(at source.Position, path string, text message, hint string) source.Diagnostics {
		return source.Diagnostics{{Position: at, Path: path, Message: string(text), Hint: hint}}
	}
	switch {
	case len(r.Groups) > maxRules:
		return refuse(r.Groups[maxRules].At, "groups", tooManyGroups, "put claimants of whom the same is asked into one group")
	case len(r.Interviews) > maxRules:
		return refuse(r.Interviews[maxRules].At, "interviews", tooManyInterviews, "let one rule hold for all who are seen alike")
	case len(r.Programmes) > MostProgrammes:
		return refuse(r.Programmes[MostProgrammes].At, "programmes", tooManyProgrammes, "let one programme be for all who are taught alike")
	case r.providers() > MostProviders:
		return refuse(r.Contracts[0].At, "contracts", tooManyProviders, "let one provider stand for all that are alike")
	}
	c := cutsOf(r)
	if n := c.classes(); n > maxClasses || n/(len(c.weeks)+1) > maxStatic || len(c.weeks) > maxRules || n*len(epochStarts(r)) > maxAsked/r.conditions() {
		return refuse(r.At, "", tooManyThresholds, "use the same ages, durations and dates in several rules")
	}
	return nil
}

// conditions counts what is asked about a claimant at most.
func (r *Regime) conditions() int {
	n := 1
	for k := range r.Groups {
		n += 1 + len(r.Groups[k].Or)
	}
	for k := range r.Interviews {
		n += 1 + len(r.Interviews[k].Who.Group)
	}
	for k := range r.Programmes {
		n += 1 + len(r.Programmes[k].Who.Group)
	}
	return n
}

// Compile turns a regime whose Check found no mistake into a Plan.
func Compile(r *Regime) (*Plan, source.Diagnostics) {
	if found := tooLarge(r); found != nil {
		return nil, found
	}
	p := &Plan{Name: r.Name.Value, regime: r, Rules: []source.Position{{}}}
	p.Groups = []GroupTerms{{Name: NoRequirement}}
	for _, g := range r.Groups {
		terms := GroupTerms{Name: g.Name.Value, SanctionedShare: tenThousandths(g.Sanctioned)}
		if g.Requirement != nil {
			terms.SearchHours = int16(g.Requirement.Search.Value)
		}
		p.Groups = append(p.Groups, terms)
	}
	p.Payment = compilePayment(&r.Payment, &r.Benefits)
	p.Migration = compileMigration(r.Migration)
	p.IdentityCheck = agents.Week(r.Claim.IdentityCheck.Value)
	p.compileChannels(r.Channels)
	p.compileHandOffs(r.Claim.HandOffs)
	p.Schedules = []Schedule{{}}
	for _, v := range r.Interviews {
		p.Schedules = append(p.Schedules, Schedule{
			Every: agents.Week(v.Every.Value), LengthMinutes: int32(v.Length.Value),
			ShortestMinutes: int32(v.Shortest.Value), LongestMinutes: int32(v.Length.Value) + int32(v.Longer.Value), Ahead: agents.Week(v.Sooner.Value), Mandatory: v.Required.Value, Closes: v.Closes.Value,
		}.by(v.Channel, &p.Channels))
	}
	if f := r.Claim.FirstInterview; f != nil {
		p.HasFirst = true
		p.FirstRule = p.rule(f.At)
		p.First = Schedule{Every: agents.Week(f.Within.Value), LengthMinutes: int32(f.Length.Value), ShortestMinutes: int32(f.Shortest.Value), LongestMinutes: int32(f.Length.Value), Mandatory: true, Closes: f.Closes.Value}.by(f.Channel, &p.Channels)
	}
	if s := r.Postponing; s != nil {
		p.Postponing = &PostponingTerms{Granted: s.Granted.Value, By: agents.Week(s.By.Value), Most: uint8(s.Most.Value), Rule: p.rule(s.At)}
	}
	p.compileProfiling(r.Profiling)
	p.compileStaff(r.Coaches)
	p.compileIndicators(r.Indicators)
	p.compileAutonomy(r.Autonomy)
	p.compileMonitoring(r.Monitoring)
	p.compileCommitment(r.Commitment)
	p.compileWaivers(r.Waivers)
	p.compileSanctions(r.Sanctions)
	p.compileProgrammes(r)
	p.compileContracts(r)
	p.compileHealth(r.Health)
	if a := r.Agencies; a != nil {
		p.Agencies, p.SetsAgencies = a.Share.Value, true
	}
	p.compileSigning(r.Signing)
	p.compileInWork(r.InWork)
	p.compileCouples(r.Couples)
	p.compileEmployers(r.Employers)
	p.compileSupport(r.Support)
	p.cuts = cutsOf(r)
	p.durations = p.cuts.durations()
	p.compileEpochs()
	return p, nil
}

func (p *Plan) rule(at source.Position) RuleID {
	p.Rules = append(p.Rules, at)
	return RuleID(len(p.Rules) - 1)
}

// RuleName is where a rule stands, as file:line.
func (p *Plan) RuleName(rule RuleID) string {
	return fileLine(p.Rules[rule])
}

func fileLine(at source.Position) string { return at.File + ":" + strconv.Itoa(at.Line) }

// Digest is a hash of what was compiled. Comments, the order of keys and the place of a
// rule in its file do not change it.
func (p *Plan) Digest() [32]byte {
	var text strings.Builder
	fmt.Fprintf(&text, "%v %v %v %v %v %v %v %v %v", p.Groups, p.IdentityCheck, p.First, p.HasFirst, p.Schedules, p.Staff, p.cuts, len(p.Rules), p.Payment)
	if p.Profiling != nil {
		text.WriteString(p.Profiling.digest())
	}
	if s := p.Postponing; s != nil {
		fmt.Fprintf(&text, " postponing %v", *s)
	}
	p.digestIndicators(&text)
	p.digestAutonomy(&text)
	p.digestSpecialists(&text)
	p.Enforcement.digest(&text)
	digestProgrammes(&text, p.Programmes)
	p.digestContracts(&text)
	if p.Health != nil {
		fmt.Fprintf(&text, " %v", *p.Health)
	}
	if p.SetsAgencies {
		fmt.Fprintf(&text, " agencies %v", p.Agencies)
	}
	fmt.Fprintf(&text, " %v %v", p.Channels, p.Migration)
	p.HandOffs.digest(&text)
	p.Commitment.digest(&text)
	if p.Signing != nil {
		fmt.Fprintf(&text, " signing %v", *p.Signing)
	}
	if p.InWork != nil {
		p.InWork.digest(&text)
	}
	p.Couples.digest(&text)
	if p.Employers != nil {
		fmt.Fprintf(&text, " employers %v", *p.Employers)
	}
	if p.Support != nil {
		text.WriteString(p.Support.digest())
	}
	for _, e := range p.epochs {
		fmt.Fprintf(&text, " %d ", e.from)
		for class := range e.group { // long tables: as bytes
			text.Write([]byte{byte(e.group[class]), e.schedule[class], byte(e.programmes[class]), byte(e.programmes[class] >> 8)})
		}
	}
	r := p.regime
	fmt.Fprintf(&text, " %v", RatesHistory(&r.Benefits, &r.Tax, &r.MinimumWage))
	return sha256.Sum256([]byte(text.String()))
}
