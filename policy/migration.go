package policy

import (
	"caseload/agents"
	"caseload/policy/source"
)

// Migration is the section `migration:` of a regime: what becomes of people who have
// another out-of-work benefit on the day from which the regime holds. Their former awards
// are worked out to that day and paid, and periods of the new benefit begin; conditions and
// requirements are those of the new one at once.
type Migration struct {
	At        source.Position
	RunOn     source.Quantity `file:"run_on" unit:"weeks" min:"0" max:"13" whole:"true" doc:"time for which the former benefit is paid on while the first award is waited for; nothing is repaid of it"`
	Protected source.Flag     `file:"protected" doc:"true when nobody's award begins below that of the former benefit; the difference goes as other parts of the award rise, and with the end of the claim"`
}

// MigrationTerms is a compiled Migration; the zero value is a move without either.
type MigrationTerms struct {
	RunOn     agents.Week
	Protected bool
}

func compileMigration(m *Migration) MigrationTerms {
	if m == nil {
		return MigrationTerms{}
	}
	return MigrationTerms{RunOn: agents.Week(m.RunOn.Value), Protected: m.Protected.Value}
}

// checkMigration refuses to protect what is worked out by the week.
func (r *Regime) checkMigration(c *source.Checker) {
	if m := r.Migration; m != nil && m.Protected.Value && r.Benefits.JobseekersAllowance != nil {
		c.Problem(m.Protected.At, "migration.protected", string(protectsWeeks), "write \"protected: false\"; awards of Jobseeker's Allowance have no transitional element")
	}
}

// PaidOn is what of a former benefit is paid on for a week, given usual net pay of the
// household: the allowance and help with rent, and no tax credits (Universal Credit
// (Transitional Provisions) Regulations 2014, regulations 8A and 8B); all of a monthly award.
func (r *Rates) PaidOn(h *Household, netPay int64) int64 {
	if r.Weekly {
		a := r.ofWeek(h, netPay)
		return a.Allowance + a.Housing
	}
	return WeeklyFromMonthly(r.Award(h, MonthlyFromWeekly(netPay)))
}

// PartPeriod is the award for the weeks of an assessment period that are over when the
// claim is closed, given all net pay of the household in them, and how much of it a
// sanction can take. Benefits of a week leave no part.
func (r *Rates) PartPeriod(h *Household, netPay int64, weeks agents.Week) (award, sanctionable int64) {
	if r.Weekly || weeks == 0 {
		return 0, 0
	}
	n := int64(weeks)
	award = WeeklyFromMonthly(r.Award(h, MonthlyFromWeekly(netPay/n))) * n
	return award, award
}

// WeeksInto is how many weeks of its assessment period a running claim of a cycle has
// completed before a week.
func WeeksInto(c agents.Cycle, week agents.Week) agents.Week {
	return WeeksOfPeriod(agents.Week(inCycle(int(week) - int(c-1))))
}
