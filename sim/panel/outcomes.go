package panel

// Outcome is a value that the summary table holds for each regime.
type Outcome struct {
	Name  string // in the column outcome
	Theme string // one of Themes
	Doc   string // what is counted
	Shown Shown  // where a comparison shows it that is asked for nothing in particular
}

// Shown is the parts of a comparison in which an outcome stands.
type Shown uint8

// The parts.
const (
	Headline Shown = 1 << iota // totals of the whole run
	OverTime                   // by horizon
	ByWhom                     // by readiness and tightness
	OfMoney                    // who pays and receives, and what it is worth
	AtEnds                     // at both ends of a prior
	InWorlds                   // in both worlds of wellbeing
)

// Themes are the parts of a comparison, in the order in which it is told.
func Themes() []string {
	return []string{"work", "benefit", "front line", "programmes", "sanctions", "health", "wellbeing", "money", "value"}
}

// OutcomeNamed finds the description of an outcome.
func OutcomeNamed(name string) (Outcome, bool) {
	for _, o := range outcomeKinds {
		if o.Name == name {
			return o, true
		}
	}
	return Outcome{}, false
}

// Outcomes describes all of them, by theme.
func Outcomes() []Outcome { return outcomeKinds }

var outcomeKinds = []Outcome{
	{"weeks_in_work", "work", "weeks in work of everybody in the run", Headline | OverTime | ByWhom | AtEnds},
	{"exits_to_work", "work", "spells on benefit that ended in work", Headline | OverTime | AtEnds},
	{"into_work_a_month", "work", "exits to work in a month (of 52/12 weeks), as a share of people on benefit", Headline},
	{"exits_to_work_by_agency", "work", "of these, those through an agency", 0},
	{"exits_to_work_by_office", "work", "of these, those through a submission by a coach or an invitation by an employer", Headline},
	{"exits_to_work_first_claimants", "work", "exits to work of first claimants of couples of two persons of the run", 0},
	{"exits_to_work_partners", "work", "exits to work of their partners", 0},
	{"notified_hires", "work", "hires of people of the run by notified vacancies, however they found them", 0},
	{"notified_to_competitors", "work", "notified vacancies that others took", 0},
	{"returns_26w", "work", "claims within 26 weeks of an exit to work", Headline},
	{"earnings_pence", "work", "gross pay", Headline | OverTime | ByWhom | AtEnds},
	{"weekly_pay_mean", "work", "gross pay of a week in work", 0},
	{"weeks_in_work_with_award", "work", "weeks in work of people whose household has an award", 0},
	{"cost_of_work_pence", "work", "what people in work pay for child care and the way there", 0},
	{"job_quality_mean", "work", "quality of jobs when they begin, in hundredths", Headline | AtEnds},
	{"job_quality_begun", "work", "the sum behind that mean", 0},
	{"jobs_begun", "work", "jobs that began, from benefit or another job", 0},
	{"jobs_ended", "work", "jobs that ended", 0},
	{"job_weeks_mean", "work", "length of the jobs that ended", 0},
	{"job_weeks_ended", "work", "the sum behind that mean", 0},
	{"job_to_job", "work", "moves from one job to another", 0},
	{"competitor_hires", "work", "hires of people outside the run", 0},
	{"displaced_jobs", "work", "jobs that others lose for each that claimants gain", Headline},

	{"weeks_on_benefit", "benefit", "weeks of an out-of-work claim or a health-related benefit", Headline},
	{"exits_to_other_benefit", "benefit", "claims that ended in a health-related benefit", Headline},
	{"exits_to_nothing", "benefit", "claims that ended in neither work nor benefit", Headline},
	{"off_flow_13w", "benefit", "share of claims that ended before 13 weeks, wherever that led", 0},
	{"claims_13w", "benefit", "claims that ended before 13 weeks or reached them, of people with a coach", 0},
	{"claims_ended_13w", "benefit", "of these, those that ended before", 0},
	{"off_flow_26w", "benefit", "share of claims that ended before 26 weeks, wherever that led", 0},
	{"claims_26w", "benefit", "claims that ended before 26 weeks or reached them, of people with a coach", 0},
	{"claims_ended_26w", "benefit", "of these, those that ended before", 0},
	{"off_flow_39w", "benefit", "share of claims that ended before 39 weeks, wherever that led", 0},
	{"claims_39w", "benefit", "claims that ended before 39 weeks or reached them, of people with a coach", 0},
	{"claims_ended_39w", "benefit", "of these, those that ended before", 0},
	{"off_flow_52w", "benefit", "share of claims that ended before 52 weeks, wherever that led", 0},
	{"claims_52w", "benefit", "claims that ended before 52 weeks or reached them, of people with a coach", 0},
	{"claims_ended_52w", "benefit", "of these, those that ended before", 0},

	{"interviews_held", "front line", "interviews that took place", Headline},
	{"interviews_held_in_work", "front line", "of these, those with people in work", 0},
	{"interviews_missed", "front line", "interviews to which the claimant did not come", 0},
	{"interviews_excused", "front line", "of these, those that the coach let pass", 0},
	{"interviews_postponed", "front line", "interviews for which another date was asked in time", 0},
	{"interviews_unreached", "front line", "interviews that did not reach the claimant through the channel", 0},
	{"coach_changes", "front line", "claimants handed over to another coach during a claim", 0},
	{"interval_gap", "front line", "weeks by which interviews come sooner or later than the rule asks, as a share of those that it asks for", 0},
	{"interval_weeks_asked", "front line", "weeks from one interview to the next by the rule, over interviews held", 0},
	{"interval_weeks_held", "front line", "the same as they were", 0},
	{"interval_weeks_off", "front line", "what lies between the two, either way", 0},
	{"minutes_kept", "front line", "minutes of interviews held, as a share of those that the rules ask for", 0},
	{"minutes_asked", "front line", "minutes of these interviews by the rules", 0},
	{"minutes_held", "front line", "minutes of these interviews", 0},
	{"referrals_kept", "front line", "referrals for a sanction, as a share of those that the rules make of the failures noticed", 0},
	{"referrals_asked", "front line", "referrals that the rules make of these failures", 0},
	{"referrals_made", "front line", "referrals of these failures", 0},
	{"first_interviews", "front line", "first interviews of a claim", 0},
	{"first_interview_weeks", "front line", "weeks from claims to them", 0},
	{"first_interview_weeks_mean", "front line", "weeks from a claim to its first interview", 0},
	{"steps_agreed", "front line", "steps of a commitment that were agreed", 0},
	{"steps_taken", "front line", "of these, those taken by their date", 0},
	{"signings", "front line", "declarations to signing staff", 0},
	{"signings_missed", "front line", "signings to which the claimant did not come", 0},
	{"hand_offs", "front line", "cases passed on between offices of a split service", 0},
	{"lost_between_offices", "front line", "of these, those lost on the way", 0},
	{"submissions", "front line", "submissions of claimants to notified vacancies by coaches", Headline},
	{"submissions_not_applied", "front line", "of these, those after which the claimant did not apply", 0},
	{"invitations", "front line", "invitations by employers who looked at claimants' CVs", 0},
	{"vacancies_opened", "front line", "vacancies that were opened", 0},
	{"vacancies_notified", "front line", "of these, those that employers notified to the office of their own accord", 0},
	{"vacancies_canvassed", "front line", "open vacancies that job developers brought into the bank", 0},
	{"vacancies_developed", "front line", "vacancies that were opened because of job developers", 0},
	{"needs_met", "front line", "barriers about which something was done, for each that was present", Headline},
	{"barriers_present", "front line", "barriers to work of claimants, once in each claim", 0},
	{"barriers_addressed", "front line", "of these, those about which something was done: the fund paid, or a local partner began", 0},
	{"barriers_removed", "front line", "of these, those that were gone then", 0},
	{"fund_refused", "front line", "what coaches asked of the fund when there was no money left", 0},
	{"fund_exhausted_share", "front line", "weeks in which the money of a district's fund did not do for the cheapest item, as a share of its weeks", Headline},
	{"fund_weeks_exhausted", "front line", "weeks of districts of the run in which the money did not do for the cheapest item", 0},
	{"fund_weeks", "front line", "weeks of districts of the run with a fund", 0},
	{"caseload_mean", "front line", "claimants, and people in work who are seen, for each coach at work", Headline},
	{"weeks_with_coach", "front line", "weeks of persons on the caseload of a coach", 0},
	{"coach_weeks", "front line", "weeks of coaches at work", 0},
	{"partner_links", "front line", "claimants put on the list of a local partner", 0},
	{"partner_starts", "front line", "of these, those who took up a place", 0},
	{"partner_wait_weeks", "front line", "weeks that they waited for it", 0},
	{"partner_wait_weeks_mean", "front line", "weeks from the list of a local partner to the place", 0},
	{"profiled_26w", "front line", "profiled claims whose first 26 weeks are over", 0},
	{"profiled_26w_long", "front line", "of these, those that lasted as long", 0},
	{"profiled_26w_right", "front line", "of these, those of which profiling was right", 0},
	{"profiled_52w", "front line", "profiled claims whose first 52 weeks are over", 0},
	{"profiled_52w_long", "front line", "of these, those that lasted as long", 0},
	{"profiled_52w_right", "front line", "of these, those of which profiling was right", 0},

	{"programmes_offered", "programmes", "programmes brought up in interviews", 0},
	{"programmes_refused", "programmes", "of these, those that the claimant did not want", 0},
	{"programme_starts", "programmes", "starts of a programme", Headline},
	{"programme_completions", "programmes", "programmes that were completed", Headline},
	{"skill_taught", "programmes", "what programmes taught, thousandths of log productivity", 0},
	{"skill_taught_mean", "programmes", "the same for each start of a programme", Headline | ByWhom},
	{"subsidised_jobs", "programmes", "jobs begun with a subsidy or made by a programme", Headline},
	{"subsidised_hires", "programmes", "of these, by a vacancy that the subsidy was promised to", Headline},
	{"subsidised_anyway", "programmes", "hires with a subsidy whom the vacancy would have chosen all the same had she brought none", 0},
	{"subsidised_for_competitor", "programmes", "hires with a subsidy in the place of a competitor", 0},
	{"subsidised_for_claimant", "programmes", "hires with a subsidy in the place of another claimant of the run", 0},
	{"subsidised_for_nobody", "programmes", "hires with a subsidy by a vacancy that would have stayed open, as she would not have been invited", 0},
	{"subsidised_posts", "programmes", "vacancies opened because work was cheaper with a subsidy", 0},
	{"subsidised_anyway_share", "programmes", "of hires with a subsidy, those whom the vacancy would have chosen all the same", Headline},
	{"subsidies_over", "programmes", "jobs that lasted to the end of their subsidy", 0},
	{"jobs_ended_with_subsidy", "programmes", "of these, jobs that ended in that week because of it", 0},
	{"ended_with_subsidy_share", "programmes", "of jobs that lasted to the end of their subsidy, those that ended in that week because of it", Headline},
	{"subsidised_weeks", "programmes", "weeks in such jobs while they are paid for", Headline},
	{"programme_weeks", "programmes", "weeks on a programme", 0},
	{"provider_starts", "programmes", "participants given to a provider", Headline},
	{"provider_referred_again", "programmes", "of these, those who had been with one before", 0},
	{"provider_minutes", "programmes", "minutes that providers' staff booked for participants on benefit", Headline},
	{"provider_weeks", "programmes", "weeks on benefit of participants with a provider", 0},
	{"provider_minutes_mean", "programmes", "minutes of providers' staff for a week on benefit of a participant", Headline | ByWhom},
	{"provider_contacts", "programmes", "contacts with providers that were held", 0},
	{"provider_outcomes", "programmes", "job outcomes with providers, whatever is paid for them", Headline},
	{"provider_work_weeks", "programmes", "weeks that participants with a provider began in work", 0},
	{"provider_jobs_ended", "programmes", "of their jobs, those that ended", 0},
	{"provider_ends", "programmes", "chance that a participant's job ends in a week", 0},
	{"provider_work_weeks_after", "programmes", "of these weeks, those after the last fee that hangs on work", 0},
	{"provider_jobs_ended_after", "programmes", "of the jobs that ended, those that did after that", 0},
	{"provider_ends_after", "programmes", "chance that a participant's job ends in a week after that", 0},
	{"wellbeing_asked", "programmes", "participants who were asked a second time how they fare, where a fee hangs on it", 0},
	{"wellbeing_outcomes", "programmes", "of these, those whose measured distress had fallen as far as the contract asks", Headline},
	{"wellbeing_outcomes_true", "programmes", "those whose true distress had, whom nobody knows", Headline},
	{"return_minutes", "programmes", "minutes of interviews in the 13 weeks after a provider was done with somebody", 0},

	{"sanctions", "sanctions", "sanctions that were imposed", Headline},
	{"sanctioned_share", "sanctions", "share of people of whom something is required who are under a sanction, over weeks", Headline},
	{"sanction_weeks_mean", "sanctions", "weeks under sanction for each sanction; those that end with the claim are cut short", Headline},
	{"weeks_sanctioned", "sanctions", "weeks under a sanction", 0},
	{"weeks_required", "sanctions", "weeks of people of whom something is required, in work or not", 0},
	{"benefit_lost_per_sanction_pence", "sanctions", "benefit taken for each sanction", Headline},
	{"sanctions_when_ill", "sanctions", "of these, those for a failure in a week of illness", Headline},
	{"sanctions_in_work", "sanctions", "of these, those of people in work", 0},
	{"sanctions_overturned", "sanctions", "sanctions taken back on reconsideration or appeal", 0},
	{"failures", "sanctions", "requirements that were not met", 0},
	{"failures_noticed", "sanctions", "of these, those that the office noticed", 0},
	{"waivers_granted", "sanctions", "requirements put off at a claimant's wish", 0},
	{"waivers_refused", "sanctions", "waivers refused, or decided by nobody", 0},
	{"benefit_lost_pence", "sanctions", "benefit taken by sanctions", Headline | ByWhom},
	{"benefit_lost_partners_pence", "sanctions", "of this, what was taken from partners of first claimants", 0},
	{"sanction_repaid_pence", "sanctions", "of this, what was paid back", 0},
	{"hardship_pence", "sanctions", "hardship payments", 0},

	{"health_claims", "health", "claims for reasons of health", Headline},
	{"assessments", "health", "assessments of capability for work", 0},
	{"assessment_wait_weeks", "health", "weeks that people waited for one beyond the usual time", 0},
	{"found_too_low", "health", "assessments that gave less than is true of the person", 0},
	{"found_too_high", "health", "assessments that gave more", 0},
	{"reconsidered", "health", "decisions looked at again", 0},
	{"refusals_changed", "health", "of these, refusals that were changed", 0},
	{"work_tried", "health", "jobs taken from a health-related award", 0},
	{"awards_lapsed", "health", "of these, awards that were lost by it", 0},

	{"weeks_in_distress", "wellbeing", "weeks as a case of distress", Headline | ByWhom | AtEnds},
	{"in_distress_share", "wellbeing", "cases for each person", 0},
	{"distress_worst_tenth", "wellbeing", "share of all weeks as a case of distress that the tenth of people with most of them lived", 0},
	{"distress_mean", "wellbeing", "distress, in hundredths of a standard deviation of people in work", Headline},
	{"life_satisfaction_mean", "wellbeing", "life satisfaction, 0 to 10, in hundredths of a point", Headline | ByWhom | AtEnds},
	{"distress_weeks", "wellbeing", "distress added up over weeks, in hundredths", 0},
	{"life_satisfaction_weeks", "wellbeing", "life satisfaction added up over weeks, in hundredths of a point", 0},
	{"life_satisfaction_weeks_money", "wellbeing", "of these, what income has given, directly and through distress; the reference job is nothing", 0},
	{"weeks_lived", "wellbeing", "weeks in the run before pension age", 0},

	{"cost_benefits_pence", "money", "awards after sanctions, with hardship payments", Headline},
	{"benefit_of_couples_pence", "money", "of this, what couples of two persons of the run have", 0},
	{"cost_coaching_pence", "money", "pay and overheads of coaches and signing staff", Headline},
	{"cost_programmes_pence", "money", "places on programmes and starts", Headline},
	{"cost_subsidies_pence", "money", "pay met by the department, with that of jobs made by programmes", Headline},
	{"cost_employer_service_pence", "money", "pay and overheads of job developers", Headline},
	{"cost_providers_pence", "money", "fees paid to providers", Headline},
	{"cost_fund_pence", "money", "spent from the discretionary fund", Headline},
	{"cost_investor_pence", "money", "what investors pay up front: fees, places and starts", Headline},
	{"investor_repaid_pence", "money", "of the fees paid to providers, those that go to investors for outcomes", Headline},
	{"childcare_given_back_pence", "money", "child care that awards pay back", 0},
	{"tax_pence", "money", "income tax and National Insurance of employees", Headline},
	{"advances_pence", "money", "advances paid", 0},
	{"deductions_pence", "money", "deductions from awards", 0},
	{"exchequer_net_pence", "money", "tax less benefits, coaching, programmes, providers, subsidies, job developers and the fund", Headline | OverTime | AtEnds},

	{"value_claimant_pence", "value", "what people of the run receive less what they pay: pay, awards, tax, costs of work", OfMoney},
	{"value_employer_pence", "value", "output and subsidies less pay", OfMoney},
	{"value_provider_pence", "value", "fees of providers less pay of their staff", OfMoney},
	{"value_department_pence", "value", "coaching, programmes, subsidies, the fund, job developers and fees of providers, as a loss", OfMoney},
	{"value_benefits_pence", "value", "awards in cash, as a loss", OfMoney},
	{"value_tax_pence", "value", "income tax and National Insurance of employees", OfMoney},
	{"value_health_pence", "value", "what the health services spend on cases of distress, as a loss", OfMoney | InWorlds},
	{"value_investor_pence", "value", "what investors are repaid less what they pay up front and hand on", OfMoney},
	{"value_others_pence", "value", "output of people outside the run by the jobs that they are hired for", OfMoney},
	{"social_net_pence", "value", "all of these together: output, with what is displaced, less what is used up", OfMoney | OverTime | AtEnds},
	{"wellby_pence", "value", "life satisfaction without its money part", OfMoney | InWorlds},
	{"qaly_pence", "value", "health, as far as distress takes it; where life satisfaction is not valued", OfMoney | InWorlds},
	{"social_net_with_wellbeing_pence", "value", "society with wellbeing", OfMoney | OverTime | AtEnds | InWorlds},
	{"social_net_with_wellbeing_low_pence", "value", "the same with the least that life satisfaction may be worth", OfMoney},
	{"social_net_with_wellbeing_high_pence", "value", "the same with the most", OfMoney},
	{"tail_social_net_pence", "value", "what lasts of the net social value beyond the run, by the rule of the tail", OfMoney},
	{"tail_wellbeing_pence", "value", "what lasts of the value of wellbeing", OfMoney},
	{"cost_per_additional_job_pence", "value", "what the department spends more for each exit to work that there is more; not identified where jobs are not told from none", OfMoney | AtEnds},
	{"cost_per_additional_year_in_work_pence", "value", "the same for each year in work", OfMoney | AtEnds},
}
