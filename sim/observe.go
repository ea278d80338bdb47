package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// Observer looks at a world between weeks and never changes it.
type Observer interface {
	Observe(w *World) error
	Close() ([]panel.Part, error)
}

// panelObserver writes one row for every person of a district in an observed week. It
// holds what had been counted at the row before.
type panelObserver struct {
	writers []*panel.Writer[panel.PanelRow]
	rows    []panel.PanelRow
	before  *counted
}

// counted is a copy of the totals that a panel row differences.
type counted struct {
	Held, Missed, Failures    []int16
	Postponed, Excused        []int16
	Granted, Refused, Steps   []int16
	Applications              []float32
	Benefit, Sanction, Earned []int32
	Deduction, Advance        []int32
	Payable                   []int32 // at the row
	Repaid, Hardship          []int32
	Recovered                 []int32
}

func newCounted(n int) *counted {
	return &counted{
		Held: make([]int16, n), Missed: make([]int16, n), Postponed: make([]int16, n), Excused: make([]int16, n), Failures: make([]int16, n), Granted: make([]int16, n), Refused: make([]int16, n), Steps: make([]int16, n), Applications: make([]float32, n),
		Benefit: make([]int32, n), Sanction: make([]int32, n), Earned: make([]int32, n),
		Deduction: make([]int32, n), Advance: make([]int32, n), Payable: make([]int32, n),
		Repaid: make([]int32, n), Hardship: make([]int32, n), Recovered: make([]int32, n),
	}
}

func newPanelObserver(w *World, create panel.CreateFunc, arm string, replicate int, before *counted) *panelObserver {
	o := &panelObserver{before: before}
	for k := range w.Districts {
		o.writers = append(o.writers, panel.NewWriter[panel.PanelRow](create, panel.PartName(panel.Panel, arm, replicate, int(w.Districts[k].Number))))
	}
	return o
}

func (o *panelObserver) Observe(w *World) error {
	for k := range w.Districts {
		d := &w.Districts[k]
		o.rows = o.rows[:0]
		for i := d.First; i < d.Last; i++ {
			if status := w.People.Status[i]; status != agents.Absent && (status != agents.Retired || o.before.alive(w.People, i)) {
				o.rows = append(o.rows, o.row(w, d, i))
			}
		}
		if err := o.writers[k].Write(o.rows); err != nil {
			return err
		}
	}
	o.before.take(w.People)
	return nil
}

// alive tells whether something was counted since the last row: a retired person has rows
// for the weeks before she retired and until her last award is paid, and then none.
func (c *counted) alive(p *agents.Population, i int32) bool {
	t := &p.Total
	return t.BenefitPence[i] != c.Benefit[i] || t.RepaidPence[i] != c.Repaid[i] || t.EarningsPence[i] != c.Earned[i] || p.Payable[i] != c.Payable[i]
}

func (c *counted) take(p *agents.Population) {
	t := &p.Total
	copy(c.Held, t.InterviewsHeld)
	copy(c.Missed, t.InterviewsMissed)
	copy(c.Postponed, t.InterviewsPostponed)
	copy(c.Excused, t.InterviewsExcused)
	copy(c.Failures, t.Failures)
	copy(c.Granted, t.WaiversGranted)
	copy(c.Refused, t.WaiversRefused)
	copy(c.Steps, t.StepsTaken)
	copy(c.Repaid, t.RepaidPence)
	copy(c.Hardship, t.HardshipPence)
	copy(c.Recovered, t.RecoveredPence)
	copy(c.Applications, t.Applications)
	copy(c.Benefit, t.BenefitPence)
	copy(c.Sanction, t.SanctionPence)
	copy(c.Earned, t.EarningsPence)
	copy(c.Deduction, t.DeductionPence)
	copy(c.Advance, t.AdvancePence)
	copy(c.Payable, p.Payable)
}

func (o *panelObserver) row(w *World, d *District, i int32) panel.PanelRow {
	p, t, b := w.People, &w.People.Total, o.before
	row := panel.PanelRow{
		PersonID: int32(p.ID[i]), Week: int16(w.Week), AgeYears: int16(policy.AgeYears(w.Week, p.BornWeek[i])),
		Status: statusWord[p.Status[i]], Benefit: w.benefitOf(i), WeeksOnBenefit: panel.NoInt16, ProgrammeWeeks: panel.NoInt16, CoachID: panel.NoInt32,
		InterviewsHeld: t.InterviewsHeld[i] - b.Held[i], InterviewsMissed: t.InterviewsMissed[i] - b.Missed[i],
		SearchApplications: t.Applications[i] - b.Applications[i], HealthLimited: p.HealthLimited[i], Flare: p.Flare[i],
		LimitedCapability: p.LimitedCapability[i], HealthClaim: panel.HealthClaim(p.HealthClaim[i]), Sanctioned: p.Sanctioned[i],
		SanctionPence: t.SanctionPence[i] - b.Sanction[i], EarningsPence: int64(t.EarningsPence[i] - b.Earned[i]),
		DeductionsPence: t.DeductionPence[i] - b.Deduction[i], AdvanceOwedPence: p.AdvanceOwed[i],
	}
	row.Skill = float32(w.skill(i))
	w.describeFeelings(&row, d, i)
	row.InterviewsPostponed, row.InterviewsExcused = t.InterviewsPostponed[i]-b.Postponed[i], t.InterviewsExcused[i]-b.Excused[i]
	row.Failures, row.WaiversGranted, row.WaiversRefused = t.Failures[i]-b.Failures[i], t.WaiversGranted[i]-b.Granted[i], t.WaiversRefused[i]-b.Refused[i]
	row.StepsTaken = t.StepsTaken[i] - b.Steps[i]
	if p.StepAgreed[i] {
		row.Step = w.Regime.Plan.StepName(p.StepKind[i])
	}
	if k := p.Provider[i]; k > 0 {
		row.Provider = w.Regime.Plan.Providers[k-1].Name
	}
	if k := p.Programme[i]; k > 0 {
		row.Programme = w.Regime.Plan.Programmes[k-1].Name
		if p.ProgrammeStage[i] == agents.TakesPart {
			row.ProgrammeWeeks = int16(w.Week - p.ProgrammeSince[i])
		}
	}
	row.SanctionRepaid, row.HardshipPence, row.HardshipRecovered = t.RepaidPence[i]-b.Repaid[i], t.HardshipPence[i]-b.Hardship[i], t.RecoveredPence[i]-b.Recovered[i]
	if p.Sanctioned[i] {
		row.SanctionReason = p.SanctionKind[i].String()
	}
	due := t.BenefitPence[i] - b.Benefit[i]
	row.BenefitDuePence = due + row.SanctionPence
	row.BenefitPaidPence = due - row.DeductionsPence + t.AdvancePence[i] - b.Advance[i] - (p.Payable[i] - b.Payable[i])
	if w.withOffice(i) {
		terms := &w.Regime.Plan.Groups[p.Group[i]]
		row.Group, row.Profile = terms.Name, p.Profile[i].String()
		if p.FirstDone[i] {
			row.CommitmentHours = terms.SearchHours
		}
		if p.Coach[i] != noCoach {
			row.CoachID, row.Rapport = w.Coaches.ID[p.Coach[i]], p.Rapport[i]
		}
	}
	switch p.Status[i] {
	case agents.Claimant, agents.OtherBenefit:
		row.WeeksOnBenefit = int16(w.Week - p.BenefitSince[i])
	case agents.Employed:
		row.WeeklyPayPence, row.CostOfWorkPence = p.GrossPay[i], p.CareCost[i]+p.TravelCost[i]
		row.JobQuality = float32(w.jobQuality(i))
	}
	return row
}

func (o *panelObserver) Close() ([]panel.Part, error) { return closeAll(o.writers) }

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

func closeAll[T panel.Row](writers []*panel.Writer[T]) ([]panel.Part, error) {
	var parts []panel.Part
	var failure error
	for _, writer := range writers {
		part, err := writer.Close()
		if err != nil && failure == nil {
			failure = err
		}
		parts = append(parts, part)
	}
	return parts, failure
}

// Tables is the tables that a run writes.
type Tables []string

// Has tells whether a table is written.
func (t Tables) Has(name string) bool { return slices.Contains(t, name) }
