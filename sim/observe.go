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
	Held, Missed              []int16
	Applications              []float32
	Benefit, Sanction, Earned []int32
}

func newCounted(n int) *counted {
	return &counted{
		Held: make([]int16, n), Missed: make([]int16, n), Applications: make([]float32, n),
		Benefit: make([]int32, n), Sanction: make([]int32, n), Earned: make([]int32, n),
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
				o.rows = append(o.rows, o.row(w, i))
			}
		}
		if err := o.writers[k].Write(o.rows); err != nil {
			return err
		}
	}
	o.before.take(&w.People.Total)
	return nil
}

// alive tells whether something was counted since the last row: a retired person has one
// more row for the weeks before she retired, and then none.
func (c *counted) alive(p *agents.Population, i int32) bool {
	t := &p.Total
	return t.BenefitPence[i] != c.Benefit[i] || t.EarningsPence[i] != c.Earned[i]
}

func (c *counted) take(t *agents.Totals) {
	copy(c.Held, t.InterviewsHeld)
	copy(c.Missed, t.InterviewsMissed)
	copy(c.Applications, t.Applications)
	copy(c.Benefit, t.BenefitPence)
	copy(c.Sanction, t.SanctionPence)
	copy(c.Earned, t.EarningsPence)
}

func (o *panelObserver) row(w *World, i int32) panel.PanelRow {
	p, t, b := w.People, &w.People.Total, o.before
	row := panel.PanelRow{
		PersonID: int32(p.ID[i]), Week: int16(w.Week), AgeYears: int16(policy.AgeYears(w.Week, p.BornWeek[i])),
		Status: statusWord[p.Status[i]], Benefit: w.benefitOf(i), WeeksOnBenefit: panel.NoInt16, CoachID: panel.NoInt32,
		InterviewsHeld: t.InterviewsHeld[i] - b.Held[i], InterviewsMissed: t.InterviewsMissed[i] - b.Missed[i],
		SearchApplications: t.Applications[i] - b.Applications[i], Sanctioned: p.Sanctioned[i],
		SanctionPence: t.SanctionPence[i] - b.Sanction[i], EarningsPence: int64(t.EarningsPence[i] - b.Earned[i]),
	}
	row.BenefitDuePence = t.BenefitPence[i] - b.Benefit[i] + row.SanctionPence
	switch p.Status[i] {
	case agents.Claimant:
		terms := &w.Regime.Plan.Groups[p.Group[i]]
		row.Group = terms.Name
		row.WeeksOnBenefit = int16(w.Week - p.BenefitSince[i])
		if p.FirstDone[i] {
			row.CommitmentHours = terms.SearchHours
		}
		if p.Coach[i] != noCoach {
			row.CoachID = w.Coaches.ID[p.Coach[i]]
		}
	case agents.OtherBenefit:
		row.WeeksOnBenefit = int16(w.Week - p.BenefitSince[i])
	case agents.Employed:
		row.WeeklyPayPence = p.GrossPay[i]
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

// spellObserver writes the spells that ended since the last observed week, in the order
// of districts, and at the end those still running.
type spellObserver struct {
	writers []*panel.Writer[panel.SpellRow]
	horizon agents.Week
}

func newSpellObserver(w *World, create panel.CreateFunc, arm string, replicate int, horizon agents.Week) *spellObserver {
	o := &spellObserver{horizon: horizon}
	for k := range w.Districts {
		w.Districts[k].Log.KeepSpells = true
		o.writers = append(o.writers, panel.NewWriter[panel.SpellRow](create, panel.PartName(panel.Spells, arm, replicate, int(w.Districts[k].Number))))
	}
	return o
}

func (o *spellObserver) Observe(w *World) error {
	for k := range w.Districts {
		d := &w.Districts[k]
		if w.Week == o.horizon {
			for i := d.First; i < d.Last; i++ {
				rows, n := w.openSpells(i)
				d.Log.Spells = append(d.Log.Spells, rows[:n]...)
			}
		}
		if err := o.writers[k].Write(d.Log.Spells); err != nil {
			return err
		}
		d.Log.Spells = d.Log.Spells[:0]
	}
	return nil
}

func (o *spellObserver) Close() ([]panel.Part, error) { return closeAll(o.writers) }

// eventObserver writes dated events with the rules that caused them.
type eventObserver struct {
	writers []*panel.Writer[panel.EventRow]
	rows    []panel.EventRow
}

func newEventObserver(w *World, create panel.CreateFunc, arm string, replicate int) *eventObserver {
	o := &eventObserver{}
	for k := range w.Districts {
		w.Districts[k].Log.KeepEvents = true
		o.writers = append(o.writers, panel.NewWriter[panel.EventRow](create, panel.PartName(panel.Events, arm, replicate, int(w.Districts[k].Number))))
	}
	return o
}

func (o *eventObserver) Observe(w *World) error {
	for k := range w.Districts {
		d := &w.Districts[k]
		o.rows = o.rows[:0]
		for _, e := range d.Log.Events {
			row := panel.EventRow{PersonID: int32(e.Person), Week: int16(e.Week), Kind: e.Kind, CoachID: panel.NoInt32, AmountPence: int64(e.Pence), Minutes: e.Minutes}
			if e.Rule != 0 {
				row.Rule = w.Regime.Plan.RuleName(e.Rule)
			}
			if e.Coach != noCoach {
				row.CoachID = w.Coaches.ID[e.Coach]
			}
			o.rows = append(o.rows, row)
		}
		d.Log.Events = d.Log.Events[:0]
		if err := o.writers[k].Write(o.rows); err != nil {
			return err
		}
	}
	return nil
}

func (o *eventObserver) Close() ([]panel.Part, error) { return closeAll(o.writers) }

// frontLineObserver writes coaches and districts, whose counts start again afterwards.
type frontLineObserver struct {
	coaches   *panel.Writer[panel.CoachRow]
	districts *panel.Writer[panel.DistrictRow]
}

func newFrontLineObserver(create panel.CreateFunc, arm string, replicate int, tables Tables) *frontLineObserver {
	o := &frontLineObserver{}
	if tables.Has(panel.Coaches) {
		o.coaches = panel.NewWriter[panel.CoachRow](create, panel.PartName(panel.Coaches, arm, replicate, 0))
	}
	if tables.Has(panel.Districts) {
		o.districts = panel.NewWriter[panel.DistrictRow](create, panel.PartName(panel.Districts, arm, replicate, 0))
	}
	return o
}

func (o *frontLineObserver) Observe(w *World) error {
	if o.coaches != nil {
		if err := o.coaches.Write(w.coachRows()); err != nil {
			return err
		}
	}
	if o.districts != nil {
		return o.districts.Write(w.districtRows())
	}
	return nil
}

func (w *World) coachRows() []panel.CoachRow {
	c := &w.Coaches
	var rows []panel.CoachRow
	for k := range w.Districts {
		for _, office := range w.Districts[k].Offices {
			for j := office.First; j < office.Last; j++ {
				rows = append(rows, panel.CoachRow{
					CoachID: c.ID[j], Week: int16(w.Week), Office: office.Number, District: w.Districts[k].Number, CoachCaseload: c.Caseload[j],
					MinutesAvailable: c.MinutesAvailable[j], MinutesUsed: c.MinutesUsed[j], InterviewsDue: c.Due[j], InterviewsHeld: c.Held[j],
					InterviewsMissed: c.Missed[j], InterviewsOverdue: c.Overdue[j], SanctionReferrals: c.Referrals[j],
				})
			}
		}
	}
	return rows
}

func (w *World) districtRows() []panel.DistrictRow {
	rows := make([]panel.DistrictRow, 0, len(w.Districts))
	for k := range w.Districts {
		d := &w.Districts[k]
		rows = append(rows, panel.DistrictRow{
			District: d.Number, Week: int16(w.Week), Claimants: d.Stock[agents.Claimant], Employed: d.Stock[agents.Employed],
			VacanciesOpen: panel.ThousandthsOf(d.Demand.Open), VacanciesFilled: panel.ThousandthsOf(d.Demand.Filled),
			Hires: int32(d.Demand.Hires), CompetitorHires: panel.ThousandthsOf(d.Demand.CompetitorHires),
			Tightness: panel.ThousandthsOf(d.Demand.Open / max(float64(d.Stock[agents.Claimant]), 1)),
		})
	}
	return rows
}

func (o *frontLineObserver) Close() ([]panel.Part, error) {
	var parts []panel.Part
	if o.coaches != nil {
		part, err := o.coaches.Close()
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	if o.districts != nil {
		part, err := o.districts.Close()
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// beginning is what changes about a person and is reported as it was at the fork, or at
// entry for those who arrive later.
type beginning struct {
	HealthLimited  []bool
	Status         []agents.Status
	Benefit        []panel.Benefit
	WeeksOnBenefit []int16
}

func newBeginning(w *World) *beginning {
	p, n := w.People, w.People.Len()
	f := &beginning{HealthLimited: slices.Clone(p.HealthLimited), Status: slices.Clone(p.Status), Benefit: make([]panel.Benefit, n), WeeksOnBenefit: make([]int16, n)}
	for i := range int32(n) {
		f.Benefit[i], f.WeeksOnBenefit[i] = w.benefitOf(i), panel.NoInt16
		if p.Status[i] == agents.Claimant || p.Status[i] == agents.OtherBenefit {
			f.WeeksOnBenefit[i] = int16(w.Week - p.BenefitSince[i])
		}
	}
	return f
}

// personRows describes everybody of a replicate at the fork, or at entry for those who
// arrive later. It depends on no regime.
func (w *World) personRows(replicate int, fork *beginning, visit func([]panel.PersonRow) error) error {
	for k := range w.Districts {
		d := &w.Districts[k]
		for first := d.First; first < d.Last; first += personBatch {
			rows := make([]panel.PersonRow, 0, personBatch)
			for i := first; i < min(first+personBatch, d.Last); i++ {
				rows = append(rows, w.personRow(d, i, replicate, fork))
			}
			if err := visit(rows); err != nil {
				return err
			}
		}
	}
	return nil
}

const personBatch = 8192

func (w *World) personRow(d *District, i int32, replicate int, fork *beginning) panel.PersonRow {
	p := w.People
	at := max(0, p.EntryWeek[i])
	row := panel.PersonRow{
		Replicate: int16(replicate), PersonID: int32(p.ID[i]), HouseholdID: int32(p.ID[i]), Weight: 1 / w.Scale, EntryWeek: int16(p.EntryWeek[i]),
		District: d.Number, Office: p.Office[i], Sex: panel.Female, Education: panel.NoQualification + panel.Education(p.Education[i]),
		AgeYears: int16(policy.AgeYears(at, p.BornWeek[i])), Partner: p.Partner[i], Children: int8(p.Children[i]), YoungestChildYears: panel.NoInt16,
		HealthLimited: fork.HealthLimited[i], Status: panel.Applying, Benefit: fork.Benefit[i], WeeksOnBenefit: fork.WeeksOnBenefit[i], Skill: p.Skill[i],
		SearchFrailty: p.SearchFrailty[i], Motivation: p.Motivation[i], Compliance: p.Compliance[i], Readiness: int8(p.Readiness[i]),
	}
	if p.Sex[i] == agents.Male {
		row.Sex = panel.Male
	}
	if p.Children[i] > 0 {
		row.YoungestChildYears = int16(max(policy.AgeYears(at, p.YoungestBornWeek[i]), 0))
	}
	if fork.Status[i] != agents.Absent {
		row.Status = statusWord[fork.Status[i]]
	}
	return row
}

// Tables is the tables that a run writes.
type Tables []string

// Has tells whether a table is written.
func (t Tables) Has(name string) bool { return slices.Contains(t, name) }
