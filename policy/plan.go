package policy

import (
	"crypto/sha256"
	"fmt"
	"math"
	"sort"
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

	regime *Regime
	cuts   cuts
	epochs []epoch
}

// Staff is the work coaches of the whole country.
type Staff struct {
	FullTimeEquivalents float64
	MinutesPresentWeek  int32   // minutes that a present coach can book
	Present             float64 // chance of being present in a week
	CostPenceYear       int64

	Turnover     float64     // chance of leaving in a week
	Recruitment  agents.Week // for which a post is empty
	Training     agents.Week
	NewcomerTime float64 // share of a trained coach's minutes
	Kinder       float64 // disposition to enable beyond that of coaches as they are, standard units
	Stricter     float64 // the same of strictness
	Content      [agents.Activities]float64
	Goal         agents.Goal
	FollowsGoal  float64
	Lasting      bool  // a better job is not temporary
	HoursTenths  int16 // a week, that it has at least
	Pooled       bool  // interviews are held by whoever has time
}

// learning is the share of minutes that staff in place lose to training in the long run,
// when of those in post a share leave every week whatever their time there.
func (s *Staff) learning() float64 {
	lost, still := 0.0, 1.0
	for t := range s.Training {
		lost += float64(s.Turnover * still * (1 - agents.Between(s.NewcomerTime, agents.Learned(t, s.Training))))
		still *= 1 - s.Turnover
	}
	return lost
}

// PostponingTerms is a compiled Postponing.
type PostponingTerms struct {
	Granted float64
	By      agents.Week
	Most    uint8
	Rule    RuleID
}

// epoch is a stretch of dates in which the same rules hold.
type epoch struct {
	from      Date
	group     []agents.GroupID // by class
	groupRule []RuleID
	schedule  []uint8 // index of Schedules, by class
	schedRule []RuleID

	programmes []uint16 // set of them, by class
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
	p.compileEpochs()
	return p, nil
}

func (p *Plan) rule(at source.Position) RuleID {
	p.Rules = append(p.Rules, at)
	return RuleID(len(p.Rules) - 1)
}

func (p *Plan) compileStaff(c *Coaches) {
	if c == nil {
		return
	}
	p.Staff = Staff{
		FullTimeEquivalents: c.Number.Value, MinutesPresentWeek: int32(rounded(float64(c.Hours.Value * 60 * c.Interviewing.Value))),
		Present: c.Present.Value, CostPenceYear: pence(c.Cost),
		Turnover: c.Turnover.Value / 52, Recruitment: agents.Week(c.Recruitment.Value), Training: agents.Week(c.Training.Value),
		NewcomerTime: c.NewcomerTime.Value, Kinder: c.Kinder.Value, Stricter: c.Stricter.Value, Goal: goals[c.Goal.Value], FollowsGoal: c.FollowsGoal.Value, Pooled: c.Pooled.Value,
	}
	if b := c.Better; b != nil {
		p.Staff.Lasting, p.Staff.HoursTenths = b.Lasting.Value, int16(rounded(float64(b.Hours.Value*10)))
	}
	p.compileSpecialists(c.Specialists)
	if s := c.Content; s != nil {
		p.Staff.Content = [agents.Activities]float64{agents.Check: s.Checking.Value, agents.Planning: s.Planning.Value, agents.Encourage: s.Encouraging.Value}
	}
}

var goals = map[string]agents.Goal{"": agents.NoGoal, "first_job": agents.FirstJob, "distance_travelled": agents.DistanceTravelled, "better_job": agents.BetterJob}

// Empty is the share of posts that are empty in the long run.
func (s *Staff) Empty() float64 {
	gone := float64(s.Turnover * float64(s.Recruitment))
	return gone / (1 + gone)
}

// epochStarts are the days on which some rule begins or stops to hold, ascending, and
// before them the beginning of time.
func epochStarts(r *Regime) []int {
	starts := []int{math.MinInt32}
	for _, g := range r.Groups {
		starts = appendDays(starts, g.From, g.Until)
	}
	for _, v := range r.Interviews {
		starts = appendDays(starts, v.From, v.Until)
	}
	for k := range r.Programmes {
		starts = appendDays(starts, r.Programmes[k].From, r.Programmes[k].Until)
	}
	return ascending(starts)
}

// compileEpochs fills one set of tables for every stretch of dates between the first
// and last days that the rules mention.
func (p *Plan) compileEpochs() {
	groupRules := make([]RuleID, len(p.regime.Groups))
	for k := range groupRules {
		groupRules[k] = p.rule(p.regime.Groups[k].At)
	}
	interviewRules := make([]RuleID, len(p.regime.Interviews))
	for k := range interviewRules {
		interviewRules[k] = p.rule(p.regime.Interviews[k].At)
	}
	cases := make([]Case, p.cuts.classes())
	for class := range cases {
		cases[class] = p.cuts.caseOf(class)
	}
	for _, start := range epochStarts(p.regime) {
		p.epochs = append(p.epochs, p.compileEpoch(Date(start), cases, groupRules, interviewRules))
	}
}

func appendDays(days []int, dates ...source.Date) []int {
	for _, d := range dates {
		if d.Set {
			days = append(days, int(d.Days))
		}
	}
	return days
}

// compileEpoch works out the tables in force from a date, for the case that stands for each class.
func (p *Plan) compileEpoch(from Date, cases []Case, groupRules, interviewRules []RuleID) epoch {
	n := len(cases)
	e := epoch{from: from, group: make([]agents.GroupID, n), groupRule: make([]RuleID, n), schedule: make([]uint8, n), schedRule: make([]RuleID, n), programmes: make([]uint16, n)}
	for class, c := range cases {
		name := NoRequirement
		for k := range p.regime.Groups {
			g := &p.regime.Groups[k]
			if holds(g.From, g.Until, from) && g.holds(c) {
				e.group[class], e.groupRule[class], name = agents.GroupID(k+1), groupRules[k], g.Name.Value
				break
			}
		}
		for k := range p.regime.Interviews {
			v := &p.regime.Interviews[k]
			if holds(v.From, v.Until, from) && v.isFor(c, name) {
				e.schedule[class], e.schedRule[class] = uint8(k+1), interviewRules[k]
				break
			}
		}
		e.programmes[class] = p.offered(c, name, from)
	}
	return e
}

// holds tells whether a dated rule is in force on a day.
func holds(from, until source.Date, day Date) bool {
	return (!from.Set || int32(day) >= from.Days) && (!until.Set || int32(day) < until.Days)
}

// InForce are the tables of one date.
type InForce struct {
	plan *Plan
	at   *epoch
}

// On gives the tables in force on a day.
func (p *Plan) On(day Date) InForce {
	k := sort.Search(len(p.epochs), func(k int) bool { return p.epochs[k].from > day })
	return InForce{p, &p.epochs[max(k-1, 0)]}
}

// Group is the conditionality group of a class.
func (f InForce) Group(class Class) (agents.GroupID, RuleID) {
	return f.at.group[class], f.at.groupRule[class]
}

// Interview is the schedule of a class; its Every is 0 when nobody sees the claimant.
func (f InForce) Interview(class Class) (*Schedule, RuleID) {
	return &f.plan.Schedules[f.at.schedule[class]], f.at.schedRule[class]
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
