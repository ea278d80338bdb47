package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// The effects that a summary tells apart, as its column has them.
const (
	Own   = "own"   // each person switched alone: see Hold
	Total = "total" // everybody switched
)

// An outcome is a number of a person's totals that the summary adds up.
type outcome struct {
	name, unit string
	of         func(t *agents.Totals, i int32) int64
}

// outcomes of persons, in the order of the summary. Everything is a whole number, so sums
// are exact in any order.
var outcomes = []outcome{
	{weeksInWork, "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.WeeksInWork[i]) }},
	{"weeks_in_work_with_award", "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.WeeksWithAward[i]) }},
	{"weeks_on_benefit", "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.WeeksOnBenefit[i]) }},
	{"exits_to_work", "exits", func(t *agents.Totals, i int32) int64 { return int64(t.ToWork[i]) }},
	{"exits_to_work_by_agency", "exits", func(t *agents.Totals, i int32) int64 { return int64(t.ThroughAgency[i]) }},
	{"exits_to_work_by_office", "exits", func(t *agents.Totals, i int32) int64 { return int64(t.ByOffice[i]) }},
	{"submissions", "submissions", func(t *agents.Totals, i int32) int64 { return int64(t.Submitted[i]) }},
	{"submissions_not_applied", "submissions", func(t *agents.Totals, i int32) int64 { return int64(t.NotApplied[i]) }},
	{"invitations", "invitations", func(t *agents.Totals, i int32) int64 { return int64(t.Invited[i]) }},
	{"barriers_present", "barriers", func(t *agents.Totals, i int32) int64 { return int64(t.BarriersPresent[i]) }},
	{"barriers_addressed", "barriers", func(t *agents.Totals, i int32) int64 { return int64(t.BarriersAddressed[i]) }},
	{"barriers_removed", "barriers", func(t *agents.Totals, i int32) int64 { return int64(t.BarriersRemoved[i]) }},
	{"cost_fund_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.FundPence[i]) }},
	{"fund_refused", "items", func(t *agents.Totals, i int32) int64 { return int64(t.FundRefused[i]) }},
	{"partner_links", "links", func(t *agents.Totals, i int32) int64 { return int64(t.Linked[i]) }},
	{"partner_starts", "places", func(t *agents.Totals, i int32) int64 { return int64(t.LinkStarts[i]) }},
	{"partner_wait_weeks", "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.LinkWeeks[i]) }},
	{"exits_to_other_benefit", "exits", func(t *agents.Totals, i int32) int64 { return int64(t.ToOtherBenefit[i]) }},
	{"exits_to_nothing", "exits", func(t *agents.Totals, i int32) int64 { return int64(t.ToNothing[i]) }},
	{"returns_26w", "returns", func(t *agents.Totals, i int32) int64 { return int64(t.Returns26[i]) }},
	{earned, "pence", func(t *agents.Totals, i int32) int64 { return int64(t.EarningsPence[i]) }},
	{"interviews_held", "interviews", func(t *agents.Totals, i int32) int64 { return int64(t.InterviewsHeld[i]) }},
	{"interviews_held_in_work", "interviews", func(t *agents.Totals, i int32) int64 { return int64(t.HeldInWork[i]) }},
	{"interviews_missed", "interviews", func(t *agents.Totals, i int32) int64 { return int64(t.InterviewsMissed[i]) }},
	{"interviews_unreached", "interviews", func(t *agents.Totals, i int32) int64 { return int64(t.Unreached[i]) }},
	{"hand_offs", "cases", func(t *agents.Totals, i int32) int64 { return int64(t.HandOffs[i]) }},
	{"lost_between_offices", "cases", func(t *agents.Totals, i int32) int64 { return int64(t.LostBetween[i]) }},
	{firstInterviews, "interviews", func(t *agents.Totals, i int32) int64 { return int64(t.FirstInterviews[i]) }},
	{firstInterviewWeeks, "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.FirstInterviewWeeks[i]) }},
	{"steps_agreed", "steps", func(t *agents.Totals, i int32) int64 { return int64(t.StepsAgreed[i]) }},
	{"steps_taken", "steps", func(t *agents.Totals, i int32) int64 { return int64(t.StepsTaken[i]) }},
	{"signings", "signings", func(t *agents.Totals, i int32) int64 { return int64(t.Signed[i]) }},
	{"signings_missed", "signings", func(t *agents.Totals, i int32) int64 { return int64(t.SigningsMissed[i]) }},
	{"coach_changes", "changes", func(t *agents.Totals, i int32) int64 { return int64(t.CoachChanges[i]) }},
	{"interviews_postponed", "interviews", func(t *agents.Totals, i int32) int64 { return int64(t.InterviewsPostponed[i]) }},
	{"interviews_excused", "interviews", func(t *agents.Totals, i int32) int64 { return int64(t.InterviewsExcused[i]) }},
	{"sanctions", "sanctions", func(t *agents.Totals, i int32) int64 { return int64(t.Sanctions[i]) }},
	{"sanctions_in_work", "sanctions", func(t *agents.Totals, i int32) int64 { return int64(t.SanctionsInWork[i]) }},
	{"failures", "failures", func(t *agents.Totals, i int32) int64 { return int64(t.Failures[i]) }},
	{"failures_noticed", "failures", func(t *agents.Totals, i int32) int64 { return int64(t.Noticed[i]) }},
	{"sanctions_when_ill", "sanctions", func(t *agents.Totals, i int32) int64 { return int64(t.SanctionsIll[i]) }},
	{"sanctions_overturned", "sanctions", func(t *agents.Totals, i int32) int64 { return int64(t.Overturned[i]) }},
	{"waivers_granted", "waivers", func(t *agents.Totals, i int32) int64 { return int64(t.WaiversGranted[i]) }},
	{"waivers_refused", "waivers", func(t *agents.Totals, i int32) int64 { return int64(t.WaiversRefused[i]) }},
	{"programmes_offered", "offers", func(t *agents.Totals, i int32) int64 { return int64(t.ProgrammesOffered[i]) }},
	{"programmes_refused", "offers", func(t *agents.Totals, i int32) int64 { return int64(t.ProgrammesRefused[i]) }},
	{"programme_starts", "starts", func(t *agents.Totals, i int32) int64 { return int64(t.ProgrammeStarts[i]) }},
	{"programme_completions", "completions", func(t *agents.Totals, i int32) int64 { return int64(t.ProgrammeCompletions[i]) }},
	{"subsidised_jobs", "jobs", func(t *agents.Totals, i int32) int64 { return int64(t.SubsidisedJobs[i]) }},
	{"subsidised_weeks", "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.SubsidisedWeeks[i]) }},
	{"provider_starts", "starts", func(t *agents.Totals, i int32) int64 { return int64(t.ProviderStarts[i]) }},
	{"provider_referred_again", "starts", func(t *agents.Totals, i int32) int64 { return int64(t.ProviderAgain[i]) }},
	{"provider_minutes", "minutes", func(t *agents.Totals, i int32) int64 { return int64(t.ProviderMinutes[i]) }},
	{"provider_contacts", "contacts", func(t *agents.Totals, i int32) int64 { return int64(t.ProviderContacts[i]) }},
	{"provider_weeks", "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.ProviderWeeks[i]) }},
	{"provider_outcomes", "outcomes", func(t *agents.Totals, i int32) int64 { return int64(t.ProviderOutcomes[i]) }},
	{"cost_providers_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.ProviderPence[i]) }},
	{"return_minutes", "minutes", func(t *agents.Totals, i int32) int64 { return int64(t.ReturnMinutes[i]) }},
	{"programme_weeks", "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.ProgrammeWeeks[i]) }},
	{"sanction_repaid_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.RepaidPence[i]) }},
	{"hardship_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.HardshipPence[i]) }},
	{"benefit_lost_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.SanctionPence[i]) }},
	{"cost_benefits_pence", "pence", func(t *agents.Totals, i int32) int64 {
		return int64(t.BenefitPence[i]) + int64(t.RepaidPence[i]) + int64(t.HardshipPence[i]) - int64(t.RecoveredPence[i])
	}},
	{"advances_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.AdvancePence[i]) }},
	{"deductions_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.DeductionPence[i]) }},
	{"cost_of_work_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.WorkCostPence[i]) }},
	{"childcare_given_back_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.CareBackPence[i]) }},
	{"tax_pence", "pence", func(t *agents.Totals, i int32) int64 { return int64(t.TaxPence[i]) }},
	{"job_to_job", "moves", func(t *agents.Totals, i int32) int64 { return int64(t.JobToJob[i]) }},
	{jobsBegun, "jobs", func(t *agents.Totals, i int32) int64 { return int64(t.JobsBegun[i]) }},
	{jobQualities, "hundredths", func(t *agents.Totals, i int32) int64 { return int64(t.JobQuality[i]) }},
	{jobsEnded, "jobs", func(t *agents.Totals, i int32) int64 { return int64(t.JobsEnded[i]) }},
	{jobWeeksEnded, "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.JobWeeksEnded[i]) }},
	{weeksThere, "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.WeeksThere[i]) }},
	{weeksDistressed, "weeks", func(t *agents.Totals, i int32) int64 { return int64(t.WeeksDistressed[i]) }},
	{distressSum, "hundredths", func(t *agents.Totals, i int32) int64 { return int64(t.DistressSum[i]) }},
	{satisfactionSum, "hundredths", func(t *agents.Totals, i int32) int64 { return int64(t.SatisfactionSum[i]) }},
	{moneySum, "hundredths", func(t *agents.Totals, i int32) int64 { return int64(t.MoneySatisfaction[i]) }},
}

// The means, and the names of the sums behind them.
const (
	jobsEnded      = "jobs_ended"
	jobWeeksEnded  = "job_weeks_ended"
	jobWeeksMean   = "job_weeks_mean"
	jobsBegun      = "jobs_begun"
	jobQualities   = "job_quality_begun"
	jobQualityMean = "job_quality_mean"

	weeksInWork     = "weeks_in_work"
	earned          = "earnings_pence"
	weeksThere      = "weeks_lived"
	weeksDistressed = "weeks_in_distress"
	distressSum     = "distress_weeks"
	satisfactionSum = "life_satisfaction_weeks"
	moneySum        = "life_satisfaction_weeks_money"

	firstInterviews     = "first_interviews"
	firstInterviewWeeks = "first_interview_weeks"
)

// means are one outcome for each of another.
var means = []struct{ name, unit, sum, count string }{
	{"benefit_lost_per_sanction_pence", "pence per sanction", "benefit_lost_pence", "sanctions"},
	{jobWeeksMean, "weeks per job", jobWeeksEnded, jobsEnded},
	{jobQualityMean, "hundredths per job", jobQualities, jobsBegun},
	{"weekly_pay_mean", "pence per week", earned, weeksInWork},
	{"needs_met", "addressed per barrier", "barriers_addressed", "barriers_present"},
	{"partner_wait_weeks_mean", "weeks per place", "partner_wait_weeks", "partner_starts"},
	{"first_interview_weeks_mean", "weeks per interview", firstInterviewWeeks, firstInterviews},
	{"provider_minutes_mean", "minutes per week", "provider_minutes", "provider_weeks"},
	{"distress_mean", "hundredths of a standard deviation", distressSum, weeksThere},
	{"in_distress_share", "cases per person", weeksDistressed, weeksThere},
	{"life_satisfaction_mean", "hundredths of a point", satisfactionSum, weeksThere},
}

// subgroups are the parts of the population that the summary tells apart; a person
// belongs to one of each dimension. They do not change with the regime.
var subgroups = []string{
	"all", "sex=female", "sex=male", "age=16-24", "age=25-34", "age=35-49", "age=50+",
	"health=limited", "health=not_limited", "household=single", "household=couple", "household=lead_carer",
	"readiness=1", "readiness=2", "readiness=3", "readiness=4", "readiness=5",
	"tightness=slack", "tightness=middle", "tightness=tight",
	"joint_claim=none", "joint_claim=first", "joint_claim=partner",
}

// subgroupIndex is the first subgroup of each dimension, in the order of subgroups.
const (
	everybody, bySex, byAge, byHealth, byHousehold, byReadiness, byTightness, byClaim = 0, 1, 3, 7, 9, 12, 17, 20
	dimensions                                                                        = 8
)

// membership is a person's subgroups, one for each dimension.
type membership [dimensions]uint8

// sums are an arm's totals by outcome and subgroup at a boundary.
type sums struct {
	Week         agents.Week
	Persons      [][]int64 // by outcome and subgroup
	Whole        []int64   // by outcome of the whole country
	Others       [3]int64  // hires of competitors by third of the districts
	Worth        Worth     // of the accounts
	Concentrated float64   // of distress; see concentration
	Distressed   bool      // somebody was
}

// coupleOutcomes are those of people who live with another person of the run, one of whom is
// the first claimant and the other the partner.
var coupleOutcomes = []struct {
	name, unit, of string
	first, partner bool
}{
	{"exits_to_work_first_claimants", "exits", "exits_to_work", true, false},
	{"exits_to_work_partners", "exits", "exits_to_work", false, true},
	{"benefit_of_couples_pence", "pence", "cost_benefits_pence", true, true},
	{"benefit_lost_partners_pence", "pence", "benefit_lost_pence", false, true},
}

// countryOutcomes are not those of a person.
var countryOutcomes = []struct{ name, unit string }{{"cost_coaching_pence", "pence"}, {"cost_programmes_pence", "pence"}, {"cost_subsidies_pence", "pence"}, {"exchequer_net_pence", "pence"}, {competitorHires, "hires"},
	{"health_claims", "claims"}, {"assessments", "assessments"}, {"assessment_wait_weeks", "weeks"}, {"found_too_low", "assessments"}, {"found_too_high", "assessments"},
	{"reconsidered", "decisions"}, {"refusals_changed", "decisions"}, {"work_tried", "jobs"}, {"awards_lapsed", "awards"},
	{"cost_employer_service_pence", "pence"}, {"vacancies_opened", "vacancies"}, {"vacancies_notified", "vacancies"}, {"vacancies_canvassed", "vacancies"}, {"vacancies_developed", "vacancies"},
	{"notified_hires", "hires"}, {"notified_to_competitors", "hires"}, {"fund_weeks_exhausted", "weeks of a district"}, {"fund_weeks", "weeks of a district"},
	{"weeks_required", "weeks"}, {"weeks_sanctioned", "weeks"}, {"coach_weeks", "weeks"}, {"weeks_with_coach", "weeks"},
	{"cost_investor_pence", "pence"}, {"investor_repaid_pence", "pence"}, {"wellbeing_asked", "persons"}, {"wellbeing_outcomes", "outcomes"}, {"wellbeing_outcomes_true", "outcomes"},
	{"profiled_26w", "claims"}, {"profiled_26w_long", "claims"}, {"profiled_26w_right", "claims"},
	{"profiled_52w", "claims"}, {"profiled_52w_long", "claims"}, {"profiled_52w_right", "claims"},
	{"claims_13w", "claims"}, {"claims_ended_13w", "claims"}, {"claims_26w", "claims"}, {"claims_ended_26w", "claims"},
	{"claims_39w", "claims"}, {"claims_ended_39w", "claims"}, {"claims_52w", "claims"}, {"claims_ended_52w", "claims"},
	{"interval_weeks_asked", "weeks"}, {"interval_weeks_held", "weeks"}, {"interval_weeks_off", "weeks"},
	{"minutes_asked", "minutes"}, {"minutes_held", "minutes"}, {"referrals_asked", "referrals"}, {"referrals_made", "referrals"}}

// countryRatios are one outcome for each of another, for the country.
var countryRatios = []struct {
	name, unit, of, in string
	times              float64
}{
	{"off_flow_13w", "share", "claims_ended_13w", "claims_13w", 1}, {"off_flow_26w", "share", "claims_ended_26w", "claims_26w", 1},
	{"off_flow_39w", "share", "claims_ended_39w", "claims_39w", 1}, {"off_flow_52w", "share", "claims_ended_52w", "claims_52w", 1},
	{"into_work_a_month", "share", "exits_to_work", "weeks_on_benefit", 52. / 12},
	{"fund_exhausted_share", "share", "fund_weeks_exhausted", "fund_weeks", 1},
	{"sanctioned_share", "share", "weeks_sanctioned", "weeks_required", 1}, {"sanction_weeks_mean", "weeks per sanction", "weeks_sanctioned", "sanctions", 1},
	{"caseload_mean", "persons per coach", "weeks_with_coach", "coach_weeks", 1},
	{"interval_gap", "share", "interval_weeks_off", "interval_weeks_asked", 1}, {"minutes_kept", "share", "minutes_held", "minutes_asked", 1},
	{"referrals_kept", "share", "referrals_made", "referrals_asked", 1}}

// competitorHires is known by district as well.
const competitorHires = "competitor_hires"

// summaryObserver adds up totals at the ends of horizons and of financial years.
type summaryObserver struct {
	members []membership
	horizon agents.Week
	sums    []sums
}

// horizons are the lengths that a summary reports besides the whole run.
var horizons = []agents.Week{13, 26, 52, 104, 156, 208, 260}

// Outcomes are the names that a summary has in its column outcome.
func Outcomes() []string {
	var names []string
	for _, o := range outcomes {
		names = append(names, o.name)
	}
	for _, o := range coupleOutcomes {
		names = append(names, o.name)
	}
	for _, o := range countryOutcomes {
		names = append(names, o.name)
	}
	for _, r := range countryRatios {
		names = append(names, r.name)
	}
	for _, m := range means {
		names = append(names, m.name)
	}
	names = append(names, worstTenth)
	return append(names, worthOutcomes()...)
}

// Subgroups are the names that a summary has in its column subgroup.
func Subgroups() []string { return slices.Clone(subgroups) }

// Windows are the spans of weeks that a summary reports, the end not included: every
// horizon from week 0, the whole run, and every financial year that lies in it whole.
func Windows(start policy.Date, horizon agents.Week) [][2]agents.Week {
	var list [][2]agents.Week
	for _, h := range horizons {
		if h < horizon {
			list = append(list, [2]agents.Week{0, h})
		}
	}
	list = append(list, [2]agents.Week{0, horizon})
	first := agents.Week(-1)
	for week := agents.Week(1); week <= horizon; week++ {
		if start.AddWeeks(int(week)).FinancialYear() != start.AddWeeks(int(week)-1).FinancialYear() {
			if first >= 0 {
				list = append(list, [2]agents.Week{first, week})
			}
			first = week
		}
	}
	return list
}

func newSummaryObserver(w *World, fork *beginning, horizon agents.Week) *summaryObserver {
	o := &summaryObserver{horizon: horizon, members: make([]membership, w.People.Len())}
	for k := range w.Districts {
		d := &w.Districts[k]
		third := w.third(k)
		for i := d.First; i < d.Last; i++ {
			o.members[i] = w.memberOf(i, third, fork)
		}
	}
	return o
}

// third is that of a district by tightness, in the order of subgroups.
func (w *World) third(district int) uint8 { return uint8(district * 3 / len(w.Districts)) }

// memberOf finds a person's subgroups from what she is at the fork, or at entry.
func (w *World) memberOf(i int32, third uint8, fork *beginning) membership {
	p := w.People
	m := membership{everybody, bySex + uint8(p.Sex[i]), byAge, byHealth + 1, byHousehold, byReadiness + p.Readiness[i] - 1, byTightness + third, byClaim}
	age := policy.AgeYears(max(0, p.EntryWeek[i]), p.BornWeek[i])
	for k, years := range [3]int{25, 35, 50} {
		if age >= years {
			m[2] = byAge + uint8(k) + 1
		}
	}
	if fork.HealthLimited[i] {
		m[3] = byHealth
	}
	switch {
	case p.Children[i] > 0:
		m[4] = byHousehold + 2
	case p.Partner[i]:
		m[4] = byHousehold + 1
	}
	if p.Couple[i] != 0 {
		if m[7]++; !w.first(i) {
			m[7]++
		}
	}
	return m
}

// boundary tells whether some window may begin or end with a week, whatever the horizon.
func (o *summaryObserver) boundary(w *World) bool {
	return w.Week == 0 || w.Week == o.horizon || slices.Contains(horizons, w.Week) || w.yearEnds()
}

// record adds up everything at a boundary. Whether a window begins there may be known only
// to a run that goes on beyond the horizon.
func (o *summaryObserver) record(w *World, accounts *accountObserver) {
	if o.boundary(w) {
		w.felt(func() { o.add(w, accounts.worthNow(w)) })
	}
}

func (o *summaryObserver) add(w *World, worth Worth) {
	s := sums{Week: w.Week, Worth: worth}
	s.Concentrated, s.Distressed = w.concentration()
	for _, outcome := range outcomes {
		cells := make([]int64, len(subgroups))
		for k := range w.Districts {
			for i := w.Districts[k].First; i < w.Districts[k].Last; i++ {
				if x := outcome.of(&w.People.Total, i); x != 0 {
					for _, group := range o.members[i] {
						cells[group] += x
					}
				}
			}
		}
		s.Persons = append(s.Persons, cells)
	}
	var books Books
	var others float64
	h, e := &books.Health, &books.Employers
	var profiled Profiled
	var offFlow OffFlow
	var practice Practice
	var thirds [3]float64
	for k := range w.Districts {
		b := &w.Districts[k].Books
		books.add(b)
		profiled.add(&w.Districts[k].Profiled)
		offFlow.add(&w.Districts[k].OffFlow)
		practice.add(&w.Districts[k].Practice)
		others += w.Districts[k].Demand.TotalCompetitorHires
		thirds[w.third(k)] += w.Districts[k].Demand.TotalCompetitorHires
	}
	for k := range thirds {
		s.Others[k] = int64(thirds[k] + 0.5)
	}
	s.Whole = []int64{books.Coaching, books.Programmes, books.Subsidies, books.Tax - (books.Award - books.Sanction + books.Arrears + books.Hardship - books.Recovered) - books.Coaching - books.Programmes - books.Subsidies - books.Developing - books.Support.FundPence - books.ProviderFees, int64(others + 0.5),
		h.Asked, h.Assessed, h.WaitWeeks, h.TooLow, h.TooHigh, h.Reconsidered, h.Changed, h.WorkTried, h.Lapsed,
		books.Developing, e.Opened, e.Notified, e.Canvassed, e.Developed, e.Hires, e.ToRivals, books.Support.Exhausted, books.Support.Weeks,
		books.Required, books.Sanctioned, books.CoachWeeks, books.WithCoach,
		books.Bond.Fees + books.Bond.Programmes, books.Bond.Repaid, books.Bond.Asked, books.Bond.Better, books.Bond.BetterTruly}
	for at := range after {
		known, right, long := profiled.Known(at)
		s.Whole = append(s.Whole, int64(known), int64(long), int64(right))
	}
	for at := range offFlow {
		s.Whole = append(s.Whole, int64(offFlow[at].All), int64(offFlow[at].Ended))
	}
	s.Whole = append(s.Whole, int64(practice.WeeksAsked), int64(practice.WeeksBetween), int64(practice.WeeksOff),
		int64(practice.MinutesAsked), int64(practice.MinutesHeld), int64(practice.ReferralsAsked)/1000, int64(practice.Referrals))
	o.sums = append(o.sums, s)
}

func (o *summaryObserver) at(week agents.Week) *sums {
	for k := range o.sums {
		if o.sums[k].Week == week {
			return &o.sums[k]
		}
	}
	return nil
}

// rows are the differences between the ends of each window.
func (o *summaryObserver) rows(w *World, replicate int, effect string, horizon agents.Week) []panel.SummaryRow {
	var rows []panel.SummaryRow
	for _, window := range Windows(w.start, horizon) {
		from, to := o.at(window[0]), o.at(window[1])
		row := panel.SummaryRow{Regime: w.Regime.Name, Replicate: int16(replicate), FromWeek: int16(window[0]), ToWeek: int16(window[1]),
			Closure: w.Market.Closure.String(), Effect: effect, Exact: true}
		for k, outcome := range outcomes {
			for g, name := range subgroups {
				row.Outcome, row.Unit, row.Subgroup = outcome.name, outcome.unit, name
				row.Value = float64(to.Persons[k][g] - from.Persons[k][g])
				rows = append(rows, row)
			}
		}
		rows = append(rows, coupleRows(row, from, to)...)
		for k, outcome := range countryOutcomes {
			row.Outcome, row.Unit, row.Subgroup = outcome.name, outcome.unit, "all"
			row.Value = float64(to.Whole[k] - from.Whole[k])
			rows = append(rows, row)
		}
		for k := range to.Others {
			row.Outcome, row.Unit = competitorHires, "hires"
			row.Subgroup, row.Value = subgroups[byTightness+k], float64(to.Others[k]-from.Others[k])
			rows = append(rows, row)
		}
		rows = append(rows, to.concentratedRow(row, from.Week)...)
		rows = append(rows, ratioRows(row, from, to)...)
		rows = append(rows, meanRows(row, from, to)...)
		if effect != Own {
			rows = append(rows, o.worthRows(w, row, from, to)...)
		}
	}
	return rows
}

// coupleRows are what is counted of couples in a window.
func coupleRows(row panel.SummaryRow, from, to *sums) (rows []panel.SummaryRow) {
	for _, o := range coupleOutcomes {
		k := slices.IndexFunc(outcomes, func(all outcome) bool { return all.name == o.of })
		sum := int64(0)
		for place, counts := range [2]bool{o.first, o.partner} {
			if group := byClaim + 1 + place; counts {
				sum += to.Persons[k][group] - from.Persons[k][group]
			}
		}
		row.Outcome, row.Unit, row.Subgroup, row.Value = o.name, o.unit, "all", float64(sum)
		rows = append(rows, row)
	}
	return rows
}

// ratioRows are the ratios of a window, where something was counted.
func ratioRows(row panel.SummaryRow, from, to *sums) []panel.SummaryRow {
	counted := func(name string) float64 {
		if k := slices.IndexFunc(outcomes, func(o outcome) bool { return o.name == name }); k >= 0 {
			return float64(to.Persons[k][everybody] - from.Persons[k][everybody])
		}
		k := slices.IndexFunc(countryOutcomes, func(o struct{ name, unit string }) bool { return o.name == name })
		return float64(to.Whole[k] - from.Whole[k])
	}
	var rows []panel.SummaryRow
	for _, r := range countryRatios {
		if all := counted(r.in); all > 0 {
			row.Outcome, row.Unit, row.Subgroup, row.Exact = r.name, r.unit, "all", false
			row.Value = r.times * counted(r.of) / all
			rows = append(rows, row)
		}
	}
	return rows
}

// meanRows are the means of a window, in the subgroups in which something was counted.
func meanRows(row panel.SummaryRow, from, to *sums) []panel.SummaryRow {
	place := func(name string) int {
		return slices.IndexFunc(outcomes, func(o outcome) bool { return o.name == name })
	}
	var rows []panel.SummaryRow
	for _, m := range means {
		sum, count := place(m.sum), place(m.count)
		for g, name := range subgroups {
			if n := to.Persons[count][g] - from.Persons[count][g]; n > 0 {
				row.Outcome, row.Unit, row.Subgroup, row.Exact = m.name, m.unit, name, false
				row.Value = float64(to.Persons[sum][g]-from.Persons[sum][g]) / float64(n)
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// String is the word that files have for a closure.
func (c Closure) String() string { return [...]string{"stock", "inflow", "entry"}[c] }
