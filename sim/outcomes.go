package sim

import "caseload/agents"

// An outcome is a number of a person's totals that the summary adds up.
type outcome struct {
	name, unit string
	add        adder
}

// An adder adds what it counts of the rows from first up to last, times a sign, to the cells of
// the subgroups that they are members of.
type adder func(t *agents.Totals, first, last int32, members []membership, cells []int64, sign int64)

// sumOf adds up a column.
func sumOf[T int16 | int32](column func(t *agents.Totals) []T) adder {
	return func(t *agents.Totals, first, last int32, members []membership, cells []int64, sign int64) {
		members = members[first:last]
		for i, x := range column(t)[first:last] {
			if x != 0 {
				for _, group := range &members[i] {
					cells[group] += sign * int64(x)
				}
			}
		}
	}
}

// together adds up several columns.
func together(adders ...adder) adder {
	return func(t *agents.Totals, first, last int32, members []membership, cells []int64, sign int64) {
		for _, add := range adders {
			add(t, first, last, members, cells, sign)
		}
	}
}

// less takes away instead.
func less(add adder) adder {
	return func(t *agents.Totals, first, last int32, members []membership, cells []int64, sign int64) {
		add(t, first, last, members, cells, -sign)
	}
}

// outcomes of persons, in the order of the summary. Everything is a whole number, so sums
// are exact in any order.
var outcomes = []outcome{
	{weeksInWork, "weeks", sumOf(func(t *agents.Totals) []int16 { return t.WeeksInWork })},
	{"weeks_in_work_with_award", "weeks", sumOf(func(t *agents.Totals) []int16 { return t.WeeksWithAward })},
	{"weeks_on_benefit", "weeks", sumOf(func(t *agents.Totals) []int16 { return t.WeeksOnBenefit })},
	{"exits_to_work", "exits", sumOf(func(t *agents.Totals) []int16 { return t.ToWork })},
	{"exits_to_work_by_agency", "exits", sumOf(func(t *agents.Totals) []int16 { return t.ThroughAgency })},
	{"exits_to_work_by_office", "exits", sumOf(func(t *agents.Totals) []int16 { return t.ByOffice })},
	{"submissions", "submissions", sumOf(func(t *agents.Totals) []int16 { return t.Submitted })},
	{"submissions_not_applied", "submissions", sumOf(func(t *agents.Totals) []int16 { return t.NotApplied })},
	{"invitations", "invitations", sumOf(func(t *agents.Totals) []int16 { return t.Invited })},
	{"barriers_present", "barriers", sumOf(func(t *agents.Totals) []int16 { return t.BarriersPresent })},
	{"barriers_addressed", "barriers", sumOf(func(t *agents.Totals) []int16 { return t.BarriersAddressed })},
	{"barriers_removed", "barriers", sumOf(func(t *agents.Totals) []int16 { return t.BarriersRemoved })},
	{"cost_fund_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.FundPence })},
	{"fund_refused", "items", sumOf(func(t *agents.Totals) []int16 { return t.FundRefused })},
	{"partner_links", "links", sumOf(func(t *agents.Totals) []int16 { return t.Linked })},
	{"partner_starts", "places", sumOf(func(t *agents.Totals) []int16 { return t.LinkStarts })},
	{"partner_wait_weeks", "weeks", sumOf(func(t *agents.Totals) []int16 { return t.LinkWeeks })},
	{"exits_to_other_benefit", "exits", sumOf(func(t *agents.Totals) []int16 { return t.ToOtherBenefit })},
	{"exits_to_nothing", "exits", sumOf(func(t *agents.Totals) []int16 { return t.ToNothing })},
	{"returns_26w", "returns", sumOf(func(t *agents.Totals) []int16 { return t.Returns26 })},
	{earned, "pence", sumOf(func(t *agents.Totals) []int32 { return t.EarningsPence })},
	{"interviews_held", "interviews", sumOf(func(t *agents.Totals) []int16 { return t.InterviewsHeld })},
	{"interviews_held_in_work", "interviews", sumOf(func(t *agents.Totals) []int16 { return t.HeldInWork })},
	{"interviews_missed", "interviews", sumOf(func(t *agents.Totals) []int16 { return t.InterviewsMissed })},
	{"interviews_unreached", "interviews", sumOf(func(t *agents.Totals) []int16 { return t.Unreached })},
	{"hand_offs", "cases", sumOf(func(t *agents.Totals) []int16 { return t.HandOffs })},
	{"lost_between_offices", "cases", sumOf(func(t *agents.Totals) []int16 { return t.LostBetween })},
	{firstInterviews, "interviews", sumOf(func(t *agents.Totals) []int16 { return t.FirstInterviews })},
	{firstInterviewWeeks, "weeks", sumOf(func(t *agents.Totals) []int16 { return t.FirstInterviewWeeks })},
	{"steps_agreed", "steps", sumOf(func(t *agents.Totals) []int16 { return t.StepsAgreed })},
	{"steps_taken", "steps", sumOf(func(t *agents.Totals) []int16 { return t.StepsTaken })},
	{"signings", "signings", sumOf(func(t *agents.Totals) []int16 { return t.Signed })},
	{"signings_missed", "signings", sumOf(func(t *agents.Totals) []int16 { return t.SigningsMissed })},
	{"coach_changes", "changes", sumOf(func(t *agents.Totals) []int16 { return t.CoachChanges })},
	{"interviews_postponed", "interviews", sumOf(func(t *agents.Totals) []int16 { return t.InterviewsPostponed })},
	{"interviews_excused", "interviews", sumOf(func(t *agents.Totals) []int16 { return t.InterviewsExcused })},
	{"sanctions", "sanctions", sumOf(func(t *agents.Totals) []int16 { return t.Sanctions })},
	{"sanctions_in_work", "sanctions", sumOf(func(t *agents.Totals) []int16 { return t.SanctionsInWork })},
	{"failures", "failures", sumOf(func(t *agents.Totals) []int16 { return t.Failures })},
	{"failures_noticed", "failures", sumOf(func(t *agents.Totals) []int16 { return t.Noticed })},
	{"sanctions_when_ill", "sanctions", sumOf(func(t *agents.Totals) []int16 { return t.SanctionsIll })},
	{"sanctions_overturned", "sanctions", sumOf(func(t *agents.Totals) []int16 { return t.Overturned })},
	{"waivers_granted", "waivers", sumOf(func(t *agents.Totals) []int16 { return t.WaiversGranted })},
	{"waivers_refused", "waivers", sumOf(func(t *agents.Totals) []int16 { return t.WaiversRefused })},
	{"programmes_offered", "offers", sumOf(func(t *agents.Totals) []int16 { return t.ProgrammesOffered })},
	{"programmes_refused", "offers", sumOf(func(t *agents.Totals) []int16 { return t.ProgrammesRefused })},
	{"programme_starts", "starts", sumOf(func(t *agents.Totals) []int16 { return t.ProgrammeStarts })},
	{"programme_completions", "completions", sumOf(func(t *agents.Totals) []int16 { return t.ProgrammeCompletions })},
	{skillTaught, "thousandths of productivity", sumOf(func(t *agents.Totals) []int16 { return t.SkillTaught })},
	{"subsidised_jobs", "jobs", sumOf(func(t *agents.Totals) []int16 { return t.SubsidisedJobs })},
	{"subsidised_weeks", "weeks", sumOf(func(t *agents.Totals) []int16 { return t.SubsidisedWeeks })},
	{"provider_starts", "starts", sumOf(func(t *agents.Totals) []int16 { return t.ProviderStarts })},
	{"provider_referred_again", "starts", sumOf(func(t *agents.Totals) []int16 { return t.ProviderAgain })},
	{"provider_minutes", "minutes", sumOf(func(t *agents.Totals) []int32 { return t.ProviderMinutes })},
	{"provider_contacts", "contacts", sumOf(func(t *agents.Totals) []int16 { return t.ProviderContacts })},
	{"provider_weeks", "weeks", sumOf(func(t *agents.Totals) []int16 { return t.ProviderWeeks })},
	{"provider_outcomes", "outcomes", sumOf(func(t *agents.Totals) []int16 { return t.ProviderOutcomes })},
	{"cost_providers_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.ProviderPence })},
	{"return_minutes", "minutes", sumOf(func(t *agents.Totals) []int32 { return t.ReturnMinutes })},
	{"programme_weeks", "weeks", sumOf(func(t *agents.Totals) []int16 { return t.ProgrammeWeeks })},
	{"sanction_repaid_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.RepaidPence })},
	{"hardship_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.HardshipPence })},
	{"benefit_lost_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.SanctionPence })},
	{"cost_benefits_pence", "pence", together(
		sumOf(func(t *agents.Totals) []int32 { return t.BenefitPence }),
		sumOf(func(t *agents.Totals) []int32 { return t.RepaidPence }),
		sumOf(func(t *agents.Totals) []int32 { return t.HardshipPence }),
		less(sumOf(func(t *agents.Totals) []int32 { return t.RecoveredPence })))},
	{"advances_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.AdvancePence })},
	{"deductions_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.DeductionPence })},
	{"cost_of_work_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.WorkCostPence })},
	{"childcare_given_back_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.CareBackPence })},
	{"tax_pence", "pence", sumOf(func(t *agents.Totals) []int32 { return t.TaxPence })},
	{"job_to_job", "moves", sumOf(func(t *agents.Totals) []int16 { return t.JobToJob })},
	{jobsBegun, "jobs", sumOf(func(t *agents.Totals) []int16 { return t.JobsBegun })},
	{jobQualities, "hundredths", sumOf(func(t *agents.Totals) []int16 { return t.JobQuality })},
	{jobsEnded, "jobs", sumOf(func(t *agents.Totals) []int16 { return t.JobsEnded })},
	{jobWeeksEnded, "weeks", sumOf(func(t *agents.Totals) []int16 { return t.JobWeeksEnded })},
	{weeksThere, "weeks", sumOf(func(t *agents.Totals) []int16 { return t.WeeksThere })},
	{weeksDistressed, "weeks", sumOf(func(t *agents.Totals) []int16 { return t.WeeksDistressed })},
	{distressSum, "hundredths", sumOf(func(t *agents.Totals) []int32 { return t.DistressSum })},
	{satisfactionSum, "hundredths", sumOf(func(t *agents.Totals) []int32 { return t.SatisfactionSum })},
	{moneySum, "hundredths", sumOf(func(t *agents.Totals) []int32 { return t.MoneySatisfaction })},
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

	skillTaught         = "skill_taught"
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
	{"skill_taught_mean", "thousandths of productivity per start", skillTaught, "programme_starts"},
	{"provider_minutes_mean", "minutes per week", "provider_minutes", "provider_weeks"},
	{"distress_mean", "hundredths of a standard deviation", distressSum, weeksThere},
	{"in_distress_share", "cases per person", weeksDistressed, weeksThere},
	{"life_satisfaction_mean", "hundredths of a point", satisfactionSum, weeksThere},
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
	{"subsidised_hires", "hires"}, {"subsidised_anyway", "hires"}, {"subsidised_for_competitor", "hires"}, {"subsidised_for_claimant", "hires"}, {"subsidised_for_nobody", "hires"}, {"subsidised_posts", "vacancies"}, {"subsidies_over", "jobs"}, {"jobs_ended_with_subsidy", "jobs"},
	{"provider_work_weeks", "weeks"}, {"provider_jobs_ended", "jobs"}, {"provider_work_weeks_after", "weeks"}, {"provider_jobs_ended_after", "jobs"},
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
	{"referrals_kept", "share", "referrals_made", "referrals_asked", 1},
	{"subsidised_anyway_share", "share", "subsidised_anyway", "subsidised_hires", 1}, {"ended_with_subsidy_share", "share", "jobs_ended_with_subsidy", "subsidies_over", 1},
	{"provider_ends", "share", "provider_jobs_ended", "provider_work_weeks", 1}, {"provider_ends_after", "share", "provider_jobs_ended_after", "provider_work_weeks_after", 1}}

// competitorHires is known by district as well.
const competitorHires = "competitor_hires"

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
