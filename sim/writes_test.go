package sim_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// What each stage may write of persons. Whoever makes a stage write more says so here.
const (
	// Leaving benefit, beginning a claim and beginning a job write these, in any stage.
	offices  = " Barriers Eased Addressed FundSpent BarriersPresent Met CoachChanges HandOffs LostBetween CutOff StepsLately "
	leaving  = " LinkedTo Profile ClaimProfile Lasted Status Since Coach Rapport Judged NextInterview Group OutOfContact PendingDecision Sanctioned SanctionOpen SanctionDays SanctionTail Hardship Lost HealthClaim HealthDate LimitedCapability ElementSince Step StepDue " + learning
	opening  = " Cycle Protected PeriodPay PeriodSanction Without "
	applying = " NextFact GapBefore Status Since BenefitSince ClaimWeek JobsEnded JobWeeksEnded SkillAt SkillSince "
	working  = " NextFact CareCost TravelCost Status Since JobSince HourlyPay HoursTenths JobStartPay GrossPay NetPay AwardMonthly JobsEnded JobWeeksEnded Temporary JobOccupation JobSource JobDistrict Hold SkillAt SkillSince JobsBegun JobQuality " + opening
	failing  = " Failures Noticed PendingKind PendingReason PendingFailure PendingDecision PendingMet "
	learning = " Programme ProgrammeStage ProgrammeSince Attended Circle Learnt SkillTaught GapBefore Occupation Subsidy SubsidisedBy SubsidyEnds PutOffEnding Lessons SubsidisedJobs ProgrammeCompletions Completed Certificate Introduced Severity HealthTurns SkillAt SkillSince SearchTaught SearchTaughtAt "
	giving   = " Provider PaymentGroup ProviderJudged ProviderSeen ServedWeeks ServedWork Milestones ServedPence ServedInWork DistressAtStart TimesServed ProviderStarts ProviderAgain Returned "
	facts    = " StaticClass Reclassed NextFact SearchFixed AwardMonthly OwnEffort "
)

var writes = map[string]string{
	"wellbeing": "", // see mayWrite

	"economy":   "",
	"claims":    offices + leaving + applying + facts + opening + " PartnerPay PartnerGross ToNothing Payable BenefitPence DeductionPence AdvanceOwed Instalments AdvancePence HourlyPay GrossPay NetPay CareCost TravelCost CareBackPence SeenLately PutOff FirstDone Returns26 LastWorkExit LeftWork CheckedAt SearchChecked Step Offered Completed " + failing,
	"health":    offices + leaving + applying + facts + " HealthLimited Flare Severity HealthTurns ToOtherBenefit ",
	"household": facts + " Step StepDue CoachChanges  Profile Lasted Group Coach Rapport Judged NextInterview OutOfContact PendingDecision Sanctioned SanctionOpen SanctionDays SanctionTail Hardship Lost HealthClaim HealthDate ",
	"diary":     " CoachChanges NextInterview PutOff InterviewsPostponed Coach Rapport Judged ",
	"interview": facts + " Met HealthClaim HealthDate LinkedTo LinkedSince LinkEnds Linked Submitted PutOff InterviewsExcused StepDue StepKind StepsAgreed CutOff Unreached FirstInterviews FirstInterviewWeeks NextInterview FirstDone SeenLately Helped Checked Rapport OutOfContact SanctionOpen SanctionDays InterviewsHeld HeldInWork InterviewsMissed Waived WaivedUntil WaiversGranted WaiversRefused CheckedAt SearchChecked Step Programme ProgrammeStage ProgrammeSince Offered ProgrammesOffered ProgrammesRefused ReturnMinutes " + failing,
	"support":   facts + " Barriers Eased Addressed FundSpent FundPence FundRefused LinkedTo LinkEnds LinkStarts LinkWeeks BarriersAddressed BarriersRemoved ",
	"signing":   leaving + failing + " SeenLately Helped Checked CheckedAt SearchChecked Signed SigningsMissed ToNothing ",
	"compliance": leaving + " ToNothing StepDue Step StepsTaken StepsLately NextInterview OutOfContact PendingDecision Sanctioned SanctionOpen SanctionSince SanctionDays SanctionServed SanctionTail SanctionFailure SanctionKind Earlier EarlierKind Sanctions SanctionsInWork SanctionsIll Hardship PeriodSanction " +
		" ChallengeDue ChallengeAppeal ChallengeOf ChallengeFailure ChallengeReason Disputed Overturned RepaidPence RecoveredPence HardshipDebt ",
	"programmes": leaving + working + failing + giving + " ToWork LastWorkExit Offered ProgrammeStarts ProgrammeCompletions ProgrammeWeeks ",
	"matching":   leaving + working + " Applications ToWork ThroughAgency ByOffice NotApplied Invited LastWorkExit RefusedAt Introduced " + failing,
	"providers":  failing + " Provider ProviderJudged ProviderSeen ServedWeeks ServedWork Milestones ServedPence ServedInWork Returned NextInterview SeenLately Helped Checked WaiversGranted WaiversRefused Waived WaivedUntil CheckedAt Step StepDue ProviderContacts ProviderWeeks ProviderOutcomes ProviderMinutes ProviderPence ",
	"jobs":       offices + leaving + applying + working + " Provider Returned ToNothing JobToJob LeftWork ",
	"money":      opening + facts + " SubsidisedWeeks StepsLately Payable AdvanceOwed Instalments DeductionPence Disputed Hardship HardshipDebt HardshipPence RecoveredPence Lost SeenLately LossLately Sanctioned SanctionOpen SanctionDays SanctionTail SanctionServed WeeksOnBenefit WeeksInWork WeeksWithAward BenefitPence SanctionPence EarningsPence TaxPence WorkCostPence CareBackPence ",
	"close":      "",
}

// courses are two programmes, of which one is a duty and comes first.
const courses = "regimes[universal-credit-2024].programmes=[" +
	"{name: club, type: job_club, who: {group: [intensive], weeks_on_benefit: {at_least: 4}}, mandatory: true, referral: {share: 60%, length: 4 minutes, longest_wait: 12 weeks}, " +
	"places: 400000, weeks: 3, start_every: 2 weeks, hours: 8 hours/week, absent: 20%, drop_out: 5%/week, noticed: 80%, content: {group: {self_efficacy: 20%, in: 16 hours, session: 2 hours, size: 8, fidelity: 80%, leaders_spread: 0.1, distressed_company: -0.1, ready_company: 0.05, inoculation: 50%, in_touch: 60%}, search: 1.2, introduced: 90%}, cost: {start: £50}}, " +
	"{name: welding, type: vocational_training, who: {group: [intensive]}, believed_readiness: {below: 5}, mandatory: false, referral: {share: 40%, length: 3 minutes, longest_wait: 2 weeks}, " +
	"places: 300000, weeks: 6, hours: 30 hours/week, absent: 10%, drop_out: 4%/week, content: {skill: 0.05, certificate: 60%, occupation: associate_professional, search: 0.8, introduced: 50%}, cost: {place: £100/week}}, " +
	"{name: voucher, type: hiring_subsidy, who: {group: [intensive]}, mandatory: false, referral: {share: 30%, length: 2 minutes, longest_wait: 2 weeks}, " +
	"places: 300000, weeks: 8, hours: 0 hours/week, drop_out: 0.5%/week, content: {skill: 0.1, subsidy: {share: 85%, lasts: 40 weeks}}, cost: {start: £10}}, " +
	"{name: project, type: intermediate_labour_market, who: {group: [intensive]}, mandatory: false, referral: {share: 8%, length: 2 minutes, longest_wait: 2 weeks}, " +
	"places: 100000, weeks: 5, hours: 25 hours/week, content: {skill: 0.1, job: true}, cost: {place: £30/week}}, " +
	"{name: own-feet, type: self_employment, mandatory: false, referral: {share: 30%, length: 2 minutes, longest_wait: 2 weeks}, " +
	"places: 100000, weeks: 3, hours: 5 hours/week, absent: 5%, drop_out: 1%/week, content: {business: 50%, severity: 0.5}, cost: {place: £30/week}}]"

// deliverers are contracts for both, so short that participants come back.
const deliverers = "regimes[universal-credit-2024].contracts=[" +
	"{name: clubs, delivers: [club], lasts: 6 weeks, continuous: true, outcome_share: 60%, guidance: {waivers: office, known: 50%, methods: 20%}, allocation: choice, published: true, replaced: 2 weeks, return_within: 1 week, " +
	"payment_groups: [{name: young, who: {age: {below: 35}}, service: £3/week, attachment: £90, job: {fee: £900, after: 2 weeks}, sustained: {fee: £200, every: 1 week, at_most: 3}, most: £1200, expected: {jobs: 30%, payments: 2}}, " +
	"{name: others, attachment: £70, job: {fee: £800, after: 1 week}, expected: {jobs: 20%}}], " +
	"accelerators: [{from: 2%, pays: 140%}], minimum: {contact_every: 1 week, staff: 8 minutes}, " +
	"providers: [{name: company, sector: for_profit, share: 70%, quality: 2, contact: 20 minutes, cost: £30/hour, reserves: £20, mission: £15, keeps: £300, welcome: 40%, reports: 90%, content: {check: 30%, plan: 60%, encourage: 10%}}, " +
	"{name: charity, sector: voluntary, share: 30%, quality: 1.5, contact: 30 minutes, cost: £900/hour, reserves: £2, mission: £9, welcome: 70%, reports: 20%}]}, " +
	"{name: welders, delivers: [welding], lasts: 10 weeks, continuous: false, outcome_share: 70%, allocation: rotation, published: false, replaced: 2 weeks, " +
	"payment_groups: [{name: all, attachment: £40, job: {fee: £2000, after: 1 week}, expected: {jobs: 30%}}], minimum: {contact_every: 3 weeks, staff: 10 minutes}, review: {every: 2 weeks, moves: 2, least: 45%, ends_below: 50%}, " +
	"providers: [{name: office, sector: public, share: 50%, quality: 1, contact: 30 minutes, cost: £20/hour, reserves: £1, mission: £2, keeps: £500, welcome: 50%, reports: 50%}, " +
	"{name: school, sector: for_profit, share: 50%, quality: 1.2, contact: 25 minutes, cost: £200/hour, reserves: £2, mission: £1, welcome: 50%, reports: 50%}]}]"

// signing makes those who search sign on.
const signing = "regimes[universal-credit-2024].signing={every: 2 weeks, length: 5 minutes, shortest: 3 minutes, closes_claim: false, staff: {full_time_equivalents: 8000, hours: 37 hours/week, present: 80%, at_desk: 60%, cost: £30000/year}}"

// traits are never written after a world is made.
var traits = []string{"UsualDistress", "UsualEfficacy", "UsualSatisfaction", "Support",
	"ID", "EntryWeek", "BornWeek", "Office", "Sex", "Education", "Skill", "Digital", "Motivation", "SearchFrailty", "SeparationFrailty", "Compliance",
	"Readiness", "Partner", "Couple", "Children", "FirstBefore2017", "YoungestBornWeek", "RentWeekly", "InformalCare", "Walks", "OldDebts"}

func TestStagesWriteTheirColumnsOnly(t *testing.T) {
	long(t)
	c := standard(t, "start=2024-03-25", "regimes[universal-credit-2024].sanctions.appeal.asked=80%", "regimes[universal-credit-2024].sanctions.reconsideration.changed=10%",
		"regimes[universal-credit-2024].sanctions.missed_interview.excused=20%", "regimes[universal-credit-2024].sanctions.missed_interview.imposed=90%", "regimes[universal-credit-2024].sanctions.missed_interview.referred=100%", "regimes[universal-credit-2024].sanctions.missed_interview.decision_delay=1 week", signing, courses, deliverers)
	w := burnt(t, c)
	regime := split(c.Arms[1])
	plan := *regime.Plan
	plan.Staff.Turnover = 0.02 // so that some change their coach
	plan.Profiling = &policy.ProfilingTerms{Cuts: agents.Cuts{Red: 0.4, Green: 0.6}, Again: 4}
	w.Enter(&sim.Regime{Name: regime.Name, Plan: &plan, Benefits: regime.Benefits, Tax: regime.Tax, Wage: regime.Wage})
	for i := range w.People.Protected {
		w.People.Protected[i] = 1 // of an award that is far above, as if everybody had been moved
	}
	for _, s := range sim.Week() {
		if _, known := writes[s.Name]; !known {
			t.Errorf("stage %s is not in the table", s.Name)
		}
	}
	written, before := map[string]bool{}, w.Clone()
	for range 44 {
		catchUp(before, w)
		if err := w.Trace(func(stage string) {
			for _, column := range catchUp(before, w) {
				written[column] = true
				if !strings.Contains(mayWrite(stage), " "+column+" ") {
					t.Errorf("week %d: %s writes %s", w.Week, stage, column)
				}
			}
		}); err != nil {
			t.Fatal(err)
		}
	}
	w.People.Columns(func(name string, _ any) {
		if name == "DistressAtStart" {
			return // no fee hangs on distress here; tried by TestFeeForLessDistress
		}
		if *seed == 0 && written[name] == slices.Contains(traits, name) {
			t.Errorf("column %s: a trait: %v; written in half a year: %v", name, !written[name], written[name])
		}
	})
}

// split is a regime with hand-offs and with offices that not everybody can reach.
func split(r *sim.Regime) *sim.Regime {
	regime, plan := *r, *r.Plan
	plan.HandOffs = policy.HandOffPlan{Opening: &policy.HandOffTerms{Delay: 1, Lost: 0.5, Found: 1}}
	plan.Channels[agents.FaceToFace].Reaches[agents.Offline] = 0
	regime.Plan = &plan
	return &regime
}

// changed is the columns of persons in which two worlds differ.
func changed(a, b *sim.World) (names []string) {
	columnsApart(a, b, func(name string, _, _ reflect.Value) { names = append(names, name) })
	return names
}

// catchUp is the same, and gives the first world the columns of the second.
func catchUp(a, b *sim.World) (names []string) {
	columnsApart(a, b, func(name string, one, other reflect.Value) {
		names = append(names, name)
		reflect.Copy(one, other)
	})
	return names
}

// columnsApart calls visit with the columns of persons in which two worlds differ. Bytes that are the
// same are soon told; where they are not, values decide.
func columnsApart(a, b *sim.World, visit func(name string, one, other reflect.Value)) {
	columns := map[string]reflect.Value{}
	a.People.Columns(func(name string, slice any) { columns[name] = reflect.ValueOf(slice).Elem() })
	b.People.Columns(func(name string, slice any) {
		one, other := columns[name], reflect.ValueOf(slice).Elem()
		if !bytes.Equal(bytesOf(one), bytesOf(other)) && !reflect.DeepEqual(one.Interface(), other.Interface()) {
			visit(name, one, other)
		}
	})
}

// bytesOf are those of a column, which has no pointers.
func bytesOf(column reflect.Value) []byte {
	if column.Len() == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(column.UnsafePointer()), column.Len()*int(column.Type().Elem().Size()))
}

// What is kept twice agrees after every week under every regime, and what is counted in
// several ways adds up.
func TestBooksAgreeEveryWeek(t *testing.T) {
	c := standard(t, "persons=1500")
	w := sim.NewWorld(c.Config(1))
	checkBooks(t, w)
	each := func(w *sim.World, until agents.Week) {
		start := w.Week
		for w.Week < until {
			advance(t, w, w.Week+1)
			identities(t, w, int(w.Week-start))
		}
	}
	w.ZeroCounts()
	each(w, 0)
	for _, regime := range c.Arms {
		v := w.Clone()
		v.ZeroCounts()
		v.Enter(regime)
		checkBooks(t, v)
		each(v, 40)
	}
}

// identities are what holds for every person.
func identities(t *testing.T, w *sim.World, weeks int) {
	t.Helper()
	p, n := w.People, &w.People.Total
	for i := range p.ID {
		broken := ""
		status := p.Status[i]
		served := status == agents.Claimant || status == agents.Employed && p.Group[i] != 0
		switch {
		case int(n.WeeksInWork[i]+n.WeeksOnBenefit[i]) > weeks:
			broken = "more weeks in work and on benefit than there were"
		case n.SanctionPence[i] < 0 || n.BenefitPence[i] < 0 || p.Lost[i] < 0 || p.Payable[i] < 0:
			broken = "a sanction takes more than the award"
		case p.Sanctioned[i] && (!served || !p.SanctionOpen[i] && p.SanctionDays[i] <= 0):
			broken = "a sanction without days or without a claim"
		case !p.Sanctioned[i] && (p.SanctionOpen[i] || p.SanctionDays[i] != 0 && status != agents.Absent):
			broken = "days of a sanction that is not served"
		case (p.Coach[i] >= 0 || p.NextInterview[i] != agents.Never || p.Group[i] != 0 || p.OutOfContact[i]) && !served && status != agents.Absent:
			broken = "a coach, date or group without a claim"
		case status == agents.Absent && p.EntryWeek[i] < w.Week, status != agents.Absent && p.EntryWeek[i] >= w.Week:
			broken = "absent after arriving, or there before"
		case status == agents.Applying && p.ClaimWeek[i] < w.Week-1: // who lost a job last week has no claim before this one
			broken = "still applying after the week of the claim"
		case p.OutOfContact[i] && p.NextInterview[i] != agents.Never:
			broken = "a date for somebody out of contact"
		}
		if broken != "" {
			t.Fatalf("week %d, person %d: %s", w.Week, p.ID[i], broken)
		}
	}
}
