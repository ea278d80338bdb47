package sim

import "caseload/agents"

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
	{skillTaught, "thousandths of productivity", func(t *agents.Totals, i int32) int64 { return int64(t.SkillTaught[i]) }},
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
