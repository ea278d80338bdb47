package sim

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"caseload/agents"
	"caseload/sim/panel"
)

// arm is one regime of one replicate on its way from the fork, or from a checkpoint, to
// the horizon, with those who observe it.
type arm struct {
	*execution
	w         *World
	regime    *Regime
	replicate int
	effect    string // Own, Total, Low or High, as the summary says it
	memory    *memory
	share     func() int // workers that it has now
	atStart   int        // persons at week 0
	observers []Observer
	summary   *summaryObserver
	accounts  *accountObserver
}

// finishedArm is what is kept of an arm that has come to its end: its sums.
type finishedArm struct {
	config    *Config
	regime    string
	replicate int
	effect    string
	summary   *summaryObserver
}

func (e *execution) newArm(w *World, regime *Regime, effect string, replicate int, m *memory, share func() int) *arm {
	a := &arm{execution: e, w: w, regime: regime, replicate: replicate, effect: effect, memory: m, share: share}
	a.summary = newSummaryObserver(w, m.fork, e.Horizon)
	a.summary.sums = m.kept.Sums
	a.accounts = &accountObserver{rows: m.kept.Accounts, accountMemory: m.kept.Booked}
	if effect == Total {
		a.observers = a.watch()
	}
	for k := range w.Districts {
		d := &w.Districts[k]
		if k < len(m.kept.Spells) && d.Log.KeepSpells {
			d.Log.Spells = m.kept.Spells[k]
		}
		if k < len(m.kept.Events) && d.Log.KeepEvents {
			d.Log.Events = m.kept.Events[k]
		}
	}
	return a
}

// watch makes the observers of the tables that are written of this arm.
func (a *arm) watch() []Observer {
	var list []Observer
	name := a.regime.Name
	if slices.Contains(a.InFull, a.replicate) {
		if a.Tables.Has(panel.Panel) {
			if a.memory.before == nil {
				a.memory.before = newCounted(a.w.People.Len())
				a.memory.before.take(a.w.People) // what awaits payment at the fork was not paid before it
			}
			columns := panel.ChosenColumns(a.Columns)
			if a.Checkpoint == 0 { // who goes on from one may choose others
				a.memory.before.only(columns)
			}
			list = append(list, newPanelObserver(a.w, a.Create, columns, name, a.replicate, a.memory.before, a.share))
		}
		if a.Tables.Has(panel.Spells) {
			list = append(list, newSpellObserver(a.w, a.Create, name, a.replicate, a.Horizon))
		}
		if a.Tables.Has(panel.Events) {
			list = append(list, newEventObserver(a.w, a.Create, name, a.replicate))
		}
	}
	if a.Tables.Has(panel.Coaches) || a.Tables.Has(panel.Districts) || a.Tables.Has(panel.Programmes) || a.Tables.Has(panel.Providers) {
		list = append(list, newFrontLineObserver(a.Create, name, a.replicate, a.Tables))
	}
	if a.Tables.Has(panel.Indicators) {
		list = append(list, newIndicatorObserver(a.Create, name, a.replicate, a.Every))
	}
	return list
}

// begin observes the fork and puts the arm under its regime.
func (a *arm) begin() error {
	if err := a.observe(a.w); err != nil {
		_, _ = closeObservers(a.observers)
		return err
	}
	a.w.Enter(a.regime)
	return nil
}

// run simulates up to the horizon.
func (a *arm) run(ctx context.Context) error {
	err := a.w.advance(ctx, a.Horizon, a.share, func(w *World) error {
		if err := a.count(w); err != nil {
			return err
		}
		return a.observe(w)
	})
	parts, closing := closeObservers(a.observers)
	if err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.result.Parts = append(a.result.Parts, parts...)
	a.result.Weight = 1 / a.w.Scale
	if a.replicate == a.Replicates[0] {
		a.result.AtStart, a.result.InRun = a.atStart, a.w.People.Len()
	}
	a.summary.members = nil
	a.arms = append(a.arms, finishedArm{a.w.made, a.w.Regime.Name, a.replicate, a.effect, a.summary})
	if a.effect == Total {
		a.execution.account = append(a.execution.account, a.accounts.rows...)
	}
	return nil
}

// inhabitants counts those who are below pension age and not yet to come.
func (w *World) inhabitants() (n int) {
	for k := range w.Districts {
		for i := w.Districts[k].First; i < w.Districts[k].Next; i++ {
			if w.People.Status[i] != agents.Retired {
				n++
			}
		}
	}
	return n
}

// observe is called between weeks. A checkpoint knows nothing of the horizon: what is
// observed only because the run ends comes after it.
func (a *arm) observe(w *World) error {
	regular := w.Week%a.Every == 0
	if w.Week == 0 {
		a.atStart = w.inhabitants()
	}
	if w.Week > 0 {
		a.accounts.week(w)
	}
	a.summary.record(w, a.accounts)
	if w.Week > 0 && (regular || w.yearEnds()) {
		a.accounts.record(w, a.replicate)
	}
	if regular {
		if err := a.look(w); err != nil {
			return err
		}
	}
	if a.Checkpoint > 0 && w.Week == a.Checkpoint && a.effect == Total {
		if err := a.save(w); err != nil {
			return err
		}
	}
	if w.Week != a.Horizon {
		return nil
	}
	if !w.allFelt() {
		w.felt(func() { a.accounts.feelRest(w) })
	}
	a.accounts.record(w, a.replicate)
	if regular {
		return nil
	}
	return a.look(w)
}

// look lets everybody observe, and starts the counts between observed weeks again.
func (a *arm) look(w *World) error {
	a.check(w, a.name(), a.replicate)
	for _, o := range a.observers {
		if err := o.Observe(w); err != nil {
			return err
		}
	}
	w.Coaches.zeroCounts()
	for k := range w.Districts {
		w.Districts[k].Demand.zeroCounts()
		w.Districts[k].Contacts = [agents.Channels]Contacts{}
		w.Districts[k].zeroPlaces()
		w.Districts[k].zeroProviders()
	}
	return nil
}

// save writes the arm's checkpoint, with what its observers remember.
func (a *arm) save(w *World) error {
	m := &memory{fork: a.memory.fork, kept: kept{Sums: a.summary.sums, Accounts: a.accounts.rows, Booked: a.accounts.accountMemory}}
	if slices.Contains(a.InFull, a.replicate) && a.Tables.Has(panel.Panel) {
		m.before = a.memory.before
	}
	for k := range w.Districts {
		m.kept.Spells = append(m.kept.Spells, w.Districts[k].Log.Spells)
		m.kept.Events = append(m.kept.Events, w.Districts[k].Log.Events)
	}
	name := CheckpointName(w.Week, a.replicate, a.regime.Name)
	file, err := a.Create(name)
	if err != nil {
		return err
	}
	if err := errors.Join(save(w, m, file), file.Close()); err != nil {
		return err
	}
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.result.Checkpoints = append(a.result.Checkpoints, name)
	return nil
}

// yearEnds tells whether the week just over was the last of a financial year.
func (w *World) yearEnds() bool {
	return w.Day(w.Week).FinancialYear() != w.Day(w.Week-1).FinancialYear()
}

// name is how messages name the arm.
func (a *arm) name() string {
	switch a.effect {
	case Own:
		return a.regime.Name + ", held to the baseline"
	case Total:
		return a.regime.Name
	}
	return a.regime.Name + ", " + a.effect + " end of the prior"
}

// failed says which arm an error is of.
func (a *arm) failed(err error) error {
	return fmt.Errorf("replicate %d, %s: %w", a.replicate, a.name(), err)
}
