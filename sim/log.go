package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// Log collects what happened in a district since the last observed week. Spells and
// events are kept only where somebody asked for them.
type Log struct {
	KeepSpells, KeepEvents bool
	Spells                 []panel.SpellRow
	Events                 []Event

	takers []taker // of this week's vacancies, where events are kept

	only  int32              // where there is an after: row whose events are kept; allRows for everybody
	after func(stage string) // called when the district is through a stage; nil for nobody
}

// allRows stands for everybody of a district.
const allRows int32 = -1

// Event is one dated event with the rule that caused it. Its kind is one of
// panel.EventKinds.
type Event struct {
	Person  agents.PersonID
	Week    agents.Week
	Kind    string
	Detail  string // particulars, empty where there are none
	Rule    policy.RuleID
	Coach   int32       // row of Coaches; noCoach when none took part
	Vacancy VacancyName // zero when none took part
	Pence   agents.Pence
	Minutes int16
}

// event keeps what happened, if events are kept. Where it happens to many people every week,
// callers look at KeepEvents themselves, so that what nobody keeps is not even written down.
func (l *Log) event(w *World, i int32, e Event) {
	if l.KeepEvents {
		l.keep(w, i, e)
	}
}

func (l *Log) keep(w *World, i int32, e Event) {
	if l.after == nil || l.only == allRows || l.only == i {
		e.Person, e.Week = w.People.ID[i], w.Week
		l.Events = append(l.Events, e)
	}
}

// Names of what lasts during a benefit spell, as the tables of spells have them.
const (
	claimSpell  = "universal_credit"
	healthSpell = "health_related"
)

// endSpell closes what a person is in the middle of and, for a claimant, everything that
// hangs on the claim. The caller then moves her to her new status.
func (w *World) endSpell(d *District, i int32, to panel.Destination) {
	p := w.People
	switch p.Status[i] {
	case agents.Claimant:
		if d.Log.KeepEvents {
			d.Log.keep(w, i, Event{Kind: "claim_closed", Detail: to.String(), Coach: noCoach})
		}
		w.endProgramme(d, i, programmeEnd(to))
		w.countExit(i, to)
		w.leaveBenefit(d, i)
		if d.Log.KeepSpells {
			d.Log.spell(w.benefitSpell(i, claimSpell, to))
		}
	case agents.OtherBenefit:
		d.Log.event(w, i, Event{Kind: "health_benefit_ended", Detail: to.String(), Coach: noCoach})
		if d.Log.KeepSpells {
			d.Log.spell(w.benefitSpell(i, healthSpell, to))
		}
	case agents.Employed:
		w.endJob(d, i, to, panel.ReachedPensionAge)
	}
}

// endJob closes a job for the given reason.
func (w *World) endJob(d *District, i int32, to panel.Destination, why panel.EndReason) {
	p := w.People
	if p.ProgrammeStage[i] != agents.NoProgramme {
		w.endProgramme(d, i, jobProgrammeEnd(why))
	}
	w.endSubsidy(i)
	if d.Log.KeepEvents {
		d.Log.keep(w, i, Event{Kind: "job_ended", Detail: to.String(), Coach: noCoach})
	}
	if to != panel.ToJob && p.Group[i] != policy.NoGroup {
		w.leaveService(d, i)
	}
	p.Total.JobsEnded[i]++
	p.Total.JobWeeksEnded[i] += int16(w.Week - p.JobSince[i])
	if d.Log.KeepSpells {
		row := w.jobSpell(i, to)
		row.EndReason = why
		d.Log.spell(row)
	}
}

// spell writes down a spell that has ended. Callers of every week look at KeepSpells
// themselves, so that what nobody keeps is not put together.
func (l *Log) spell(row panel.SpellRow) {
	if l.KeepSpells {
		l.Spells = append(l.Spells, row)
	}
}

func (w *World) benefitSpell(i int32, name string, to panel.Destination) panel.SpellRow {
	row := w.spellRow(i, panel.BenefitSpell, name, w.People.BenefitSince[i], to)
	switch to {
	case panel.ToWork, panel.ToProgramme:
		row.EndReason = panel.FoundWork
	case panel.ToOtherBenefit, panel.ToClaim:
		row.EndReason = panel.MovedBenefit
	case panel.ToNothing:
		row.EndReason = panel.ClaimClosed
	case panel.ToRetirement:
		row.EndReason = panel.ReachedPensionAge
	}
	return row
}

func (w *World) jobSpell(i int32, to panel.Destination) panel.SpellRow {
	row := w.spellRow(i, panel.JobSpell, "job", w.People.JobSince[i], to)
	row.StartPayPence, row.Source, row.JobDistrict = w.People.JobStartPay[i], sourceWord[w.People.JobSource[i]], w.People.JobDistrict[i]
	return row
}

// sourceWord is how the tables name a channel.
var sourceWord = [...]panel.Source{agents.NoSource: panel.NoSource, agents.OpenMarket: panel.OpenMarket, agents.Agency: panel.Agency, agents.Notified: panel.Notified, agents.Developed: panel.Developed, agents.Created: panel.CreatedJob, agents.SelfEmployed: panel.OwnBusiness}

func (w *World) spellRow(i int32, kind panel.SpellKind, name string, since agents.Week, to panel.Destination) panel.SpellRow {
	return panel.SpellRow{
		PersonID: int32(w.People.ID[i]), Kind: kind, Name: name, StartWeek: int16(since), EndWeek: int16(w.Week),
		Weeks: int16(w.Week - since), DestinationTrue: to, StartPayPence: panel.NoInt32, JobDistrict: panel.NoInt16,
	}
}

// sanctionSpell records a sanction that ends for the given reason.
func (w *World) sanctionSpell(i int32, why panel.EndReason) panel.SpellRow {
	row := w.spellRow(i, panel.SanctionSpell, w.People.SanctionKind[i].String(), w.People.SanctionSince[i], panel.NoDestination)
	row.EndReason = why
	if why == panel.Served {
		row = through(row)
	}
	return row
}

// through makes this week the last of a spell, which otherwise ends before it.
func through(row panel.SpellRow) panel.SpellRow {
	row.EndWeek++
	row.Weeks++
	return row
}

// programmeEnd is why somebody leaves a programme who leaves benefit.
func programmeEnd(to panel.Destination) panel.EndReason {
	if to == panel.ToWork {
		return panel.FoundWork
	}
	return panel.ClaimEnded
}

// jobProgrammeEnd is why somebody leaves a programme that was her job.
func jobProgrammeEnd(why panel.EndReason) panel.EndReason {
	switch why {
	case panel.ContractEnded:
		return panel.Completed
	case panel.ChangedJob:
		return panel.FoundWork
	}
	return panel.GaveUp
}

// programmeSpell records time on a programme of a regime that ends for the given reason.
func (w *World) programmeSpell(i int32, plan *policy.Plan, name string, why panel.EndReason) panel.SpellRow {
	row := w.spellRow(i, panel.ProgrammeSpell, name, w.People.ProgrammeSince[i], panel.NoDestination)
	row.EndReason = why
	if k := w.People.Provider[i]; k > 0 {
		row.Provider = plan.Providers[k-1].Name
	}
	return row
}

// openSpells are the spells that are still running, as right-censored rows.
func (w *World) openSpells(i int32) (rows [3]panel.SpellRow, n int) {
	p := w.People
	add := func(row panel.SpellRow) {
		row.RightCensored, row.EndReason = true, panel.NotEnded
		rows[n] = row
		n++
	}
	switch p.Status[i] {
	case agents.Claimant:
		add(w.benefitSpell(i, claimSpell, panel.NoDestination))
	case agents.OtherBenefit:
		add(w.benefitSpell(i, healthSpell, panel.NoDestination))
	case agents.Employed:
		add(w.jobSpell(i, panel.NoDestination))
	}
	if p.Sanctioned[i] {
		add(w.sanctionSpell(i, panel.NotEnded))
	}
	if p.ProgrammeStage[i] == agents.TakesPart {
		add(w.programmeSpell(i, w.Regime.Plan, w.Regime.Plan.Programmes[p.Programme[i]-1].Name, panel.NotEnded))
	}
	return rows, n
}
