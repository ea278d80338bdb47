package sim

import (
	"caseload/agents"
	"caseload/sim/panel"
)

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
			row := panel.EventRow{PersonID: int32(e.Person), Week: int16(e.Week), Kind: e.Kind, Detail: e.particulars(), CoachID: panel.NoInt32, AmountPence: int64(e.Pence), Minutes: e.Minutes}
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

// particulars are the words of an event, and its vacancy.
func (e *Event) particulars() string {
	switch {
	case e.Vacancy == VacancyName{}:
		return e.Detail
	case e.Detail == "":
		return "vacancy " + e.Vacancy.String()
	}
	return "vacancy " + e.Vacancy.String() + ", " + e.Detail
}

func (o *eventObserver) Close() ([]panel.Part, error) { return closeAll(o.writers) }
