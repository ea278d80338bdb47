package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// panelColumns works out the columns of the panel, each, or those that are one thought, over
// a block of persons: a column that nobody asks for costs nothing.
var panelColumns = []struct {
	names string // that it fills, with spaces between
	fill  func(o *observed)
}{
	{"age_years", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].AgeYears = int16(policy.AgeYears(o.Week, o.People.BornWeek[i]))
		}
	}},
	{"status", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].Status = statusWord[o.People.Status[i]]
		}
	}},
	{"benefit", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].Benefit = o.benefitOf(i)
		}
	}},
	{"weeks_on_benefit", showWeeksOnBenefit},
	{"group profile commitment_hours coach_id rapport", showOffice},
	{"interviews_held", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].InterviewsHeld = o.People.Total.InterviewsHeld[i] - o.before.Held[i]
		}
	}},
	{"interviews_missed", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].InterviewsMissed = o.People.Total.InterviewsMissed[i] - o.before.Missed[i]
		}
	}},
	{"interviews_postponed", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].InterviewsPostponed = o.People.Total.InterviewsPostponed[i] - o.before.Postponed[i]
		}
	}},
	{"interviews_excused", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].InterviewsExcused = o.People.Total.InterviewsExcused[i] - o.before.Excused[i]
		}
	}},
	{"steps_taken", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].StepsTaken = o.People.Total.StepsTaken[i] - o.before.Steps[i]
		}
	}},
	{"search_applications", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].SearchApplications = o.People.Total.Applications[i] - o.before.Applications[i]
		}
	}},
	{"failures", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].Failures = o.People.Total.Failures[i] - o.before.Failures[i]
		}
	}},
	{"waivers_granted", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].WaiversGranted = o.People.Total.WaiversGranted[i] - o.before.Granted[i]
		}
	}},
	{"waivers_refused", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].WaiversRefused = o.People.Total.WaiversRefused[i] - o.before.Refused[i]
		}
	}},
	{"step", showSteps},
	{"programme programme_weeks", showProgrammes},
	{"provider", showProviders},
	{"health_limited flare limited_capability health_claim", func(o *observed) {
		p := o.People
		for k, i := range o.who {
			r := &o.rows[k]
			r.HealthLimited, r.Flare, r.LimitedCapability, r.HealthClaim = p.HealthLimited[i], p.Flare[i], p.LimitedCapability[i], panel.HealthClaim(p.HealthClaim[i])
		}
	}},
	{"sanctioned", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].Sanctioned = o.People.Sanctioned[i]
		}
	}},
	{"sanction_reason", showSanctionReason},
	{"sanction_pence", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].SanctionPence = o.People.Total.SanctionPence[i] - o.before.Sanction[i]
		}
	}},
	{"sanction_repaid_pence", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].SanctionRepaid = o.People.Total.RepaidPence[i] - o.before.Repaid[i]
		}
	}},
	{"benefit_due_pence", showBenefitDue},
	{"benefit_paid_pence", showBenefitPaid},
	{"deductions_pence", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].DeductionsPence = o.People.Total.DeductionPence[i] - o.before.Deduction[i]
		}
	}},
	{"advance_owed_pence", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].AdvanceOwedPence = o.People.AdvanceOwed[i]
		}
	}},
	{"hardship_pence", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].HardshipPence = o.People.Total.HardshipPence[i] - o.before.Hardship[i]
		}
	}},
	{"hardship_recovered_pence", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].HardshipRecovered = o.People.Total.RecoveredPence[i] - o.before.Recovered[i]
		}
	}},
	{"earnings_pence", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].EarningsPence = int64(o.People.Total.EarningsPence[i] - o.before.Earned[i])
		}
	}},
	{"weekly_pay_pence cost_of_work_pence", showJobPay},
	{"job_quality", showJobQuality},
	{"skill", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].Skill = float32(o.skill(i))
		}
	}},
	{"time_structure social_contact collective_purpose social_status activity distress distress_measured life_satisfaction life_satisfaction_measured self_efficacy", showFeelings},
	{"life_satisfaction life_satisfaction_measured", showSatisfaction},
	{"distress_measured", showDistressMeasured},
	{"life_satisfaction_measured", showSatisfactionMeasured},
	{"social_support", func(o *observed) {
		for k, i := range o.who {
			o.rows[k].SocialSupport = float32(o.support(o.d, i))
		}
	}},
}

// statusWord is how the tables name a status. Nobody who is absent has a row.
var statusWord = [agents.Statuses]panel.Status{
	agents.Applying: panel.Applying, agents.Claimant: panel.Claimant, agents.OtherBenefit: panel.OnOtherBenefit,
	agents.Employed: panel.Employed, agents.Inactive: panel.Inactive, agents.Retired: panel.Retired,
}

// benefitOf is what a person's household is paid at the end of the week.
func (w *World) benefitOf(i int32) panel.Benefit {
	switch w.People.Status[i] {
	case agents.Claimant:
		return panel.OutOfWork
	case agents.OtherBenefit:
		return panel.HealthRelated
	case agents.Employed:
		if w.People.AwardMonthly[i] > 0 {
			return panel.InWork
		}
	}
	return panel.NoBenefit
}

func showWeeksOnBenefit(o *observed) {
	p := o.People
	for k, i := range o.who {
		o.rows[k].WeeksOnBenefit = panel.NoInt16
		if s := p.Status[i]; s == agents.Claimant || s == agents.OtherBenefit {
			o.rows[k].WeeksOnBenefit = int16(o.Week - p.BenefitSince[i])
		}
	}
}

// showOffice fills in what the office asks of those who are with it.
func showOffice(o *observed) {
	p := o.People
	for k, i := range o.who {
		r := &o.rows[k]
		r.CoachID = panel.NoInt32
		if !o.withOffice(i) {
			continue
		}
		terms := &o.Regime.Plan.Groups[p.Group[i]]
		r.Group, r.Profile = terms.Name, p.Profile[i].String()
		if p.FirstDone[i] {
			r.CommitmentHours = terms.SearchHours
		}
		if p.Coach[i] != noCoach {
			r.CoachID, r.Rapport = o.Coaches.ID[p.Coach[i]], p.Rapport[i]
		}
	}
}

func showSteps(o *observed) {
	for k, i := range o.who {
		if o.People.Step[i] != agents.NoStep {
			o.rows[k].Step = o.Regime.Plan.StepName(o.People.StepKind[i])
		}
	}
}

func showProgrammes(o *observed) {
	p := o.People
	for k, i := range o.who {
		r := &o.rows[k]
		r.ProgrammeWeeks = panel.NoInt16
		if at := p.Programme[i]; at > 0 {
			r.Programme = o.Regime.Plan.Programmes[at-1].Name
			if p.ProgrammeStage[i] == agents.TakesPart {
				r.ProgrammeWeeks = int16(o.Week - p.ProgrammeSince[i])
			}
		}
	}
}

func showProviders(o *observed) {
	for k, i := range o.who {
		if at := o.People.Provider[i]; at > 0 {
			o.rows[k].Provider = o.Regime.Plan.Providers[at-1].Name
		}
	}
}

func showSanctionReason(o *observed) {
	for k, i := range o.who {
		if o.People.Sanctioned[i] {
			o.rows[k].SanctionReason = o.People.SanctionKind[i].String()
		}
	}
}

func showBenefitDue(o *observed) {
	t, b := &o.People.Total, o.before
	for k, i := range o.who {
		o.rows[k].BenefitDuePence = t.BenefitPence[i] - b.Benefit[i] + t.SanctionPence[i] - b.Sanction[i]
	}
}

// showBenefitPaid leaves out what awaits payment.
func showBenefitPaid(o *observed) {
	t, b := &o.People.Total, o.before
	for k, i := range o.who {
		due, deducted, lent := t.BenefitPence[i]-b.Benefit[i], t.DeductionPence[i]-b.Deduction[i], t.AdvancePence[i]-b.Advance[i]
		o.rows[k].BenefitPaidPence = due - deducted + lent - (o.People.Payable[i] - b.Payable[i])
	}
}

func showJobPay(o *observed) {
	p := o.People
	for k, i := range o.who {
		if p.Status[i] == agents.Employed {
			o.rows[k].WeeklyPayPence, o.rows[k].CostOfWorkPence = p.GrossPay[i], p.CareCost[i]+p.TravelCost[i]
		}
	}
}

func showJobQuality(o *observed) {
	for k, i := range o.who {
		if o.People.Status[i] == agents.Employed {
			o.rows[k].JobQuality = float32(o.jobQuality(i))
		}
	}
}

// showFeelings fills in how people fare at the end of last week, and leaves it for those columns
// that follow from it.
func showFeelings(o *observed) {
	for k, i := range o.who {
		o.security[k] = o.World.security(i)
		now := o.relaxed(i, max(o.Week-1-o.People.FeltAt[i], 0), o.security[k])
		r, f := &o.rows[k], &now.Functions
		r.TimeStructure, r.SocialContact, r.CollectivePurpose, r.SocialStatus, r.Activity = f[0], f[1], f[2], f[3], f[4]
		r.Distress, r.SelfEfficacy = now.Distress, now.Efficacy
	}
}

func showSatisfaction(o *observed) {
	p := o.People
	for k, i := range o.who {
		r, mean := &o.rows[k], 0.0
		for _, x := range [agents.Functions]float32{r.TimeStructure, r.SocialContact, r.CollectivePurpose, r.SocialStatus, r.Activity} {
			mean += float64(x) / agents.Functions
		}
		o.satisfaction[k] = o.Habits.LifeSatisfaction(float64(p.UsualSatisfaction[i]), float64(r.Distress), mean, o.security[k], float64(p.Scar[i]))
		r.LifeSatisfaction = float32(o.satisfaction[k])
	}
}

// showDistressMeasured fills in what people answer, as showSatisfactionMeasured does.
func showDistressMeasured(o *observed) {
	for k, i := range o.who {
		o.rows[k].DistressMeasured = float32(o.Habits.MeasuredDistress(float64(o.rows[k].Distress), o.u(i, rng.MeasureDistress)))
	}
}

func showSatisfactionMeasured(o *observed) {
	for k, i := range o.who {
		o.rows[k].SatisfactionMeasured = o.Habits.MeasuredSatisfaction(o.satisfaction[k], o.u(i, rng.MeasureSatisfaction))
	}
}
