package sim

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"caseload/sim/panel"
)

func (e *execution) openFiles() {
	e.broken = map[string]string{}
	if e.Tables.Has(panel.Persons) && len(e.InFull) > 0 {
		e.persons = panel.NewWriter[panel.PersonRow](e.Create, panel.FileName(panel.Persons))
	}
	for _, replicate := range e.Replicates {
		if slices.Contains(e.InFull, replicate) {
			e.inTurn = append(e.inTurn, replicate)
		}
	}
	for range len(e.inTurn) + 1 {
		e.turn = append(e.turn, make(chan struct{}))
	}
	close(e.turn[0])
}

// closeObservers closes all of them, whatever happens, and keeps the first failure.
func closeObservers(observers []Observer) ([]panel.Part, error) {
	var parts []panel.Part
	var failure error
	for _, o := range observers {
		more, err := o.Close()
		if err != nil && failure == nil {
			failure = err
		}
		parts = append(parts, more...)
	}
	return parts, failure
}

// writePersons writes the table of persons, replicates in their order: a lane waits for its
// turn, which always comes because lanes take replicates in that order.
func (e *execution) writePersons(ctx context.Context, w *World, fork *beginning, replicate int) error {
	mine := slices.Index(e.inTurn, replicate)
	if e.persons == nil || mine < 0 {
		return nil
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-e.turn[mine]:
	}
	defer close(e.turn[mine+1])
	return w.personRows(replicate, fork, func(rows []panel.PersonRow) error { return e.persons.Write(rows) })
}

// finish writes the tables of the whole run.
func (e *execution) finish() (*Result, error) {
	e.result.PersonWeeks = e.Progress.PersonWeeks.Load()
	for _, name := range e.names {
		e.result.Checks = append(e.result.Checks, panel.Check{Name: name, Passed: e.broken[name] == "", Detail: e.broken[name]})
	}
	if e.persons != nil {
		part, err := e.persons.Close()
		if err != nil {
			return nil, err
		}
		e.result.Parts = append(e.result.Parts, part)
	}
	arm := func(name string) int { return slices.IndexFunc(e.Arms, func(r *Regime) bool { return r.Name == name }) }
	slices.SortStableFunc(e.arms, func(a, b finishedArm) int {
		return cmp.Or(compareArms(a.replicate, arm(a.regime), b.replicate, arm(b.regime)), -strings.Compare(a.effect, b.effect))
	})
	slices.SortStableFunc(e.account, func(a, b panel.AccountRow) int {
		return compareArms(int(a.Replicate), arm(a.Regime), int(b.Replicate), arm(b.Regime))
	})
	if e.Tables.Has(panel.Summary) {
		if err := writeWhole(e, panel.Summary, e.summaryRows()); err != nil {
			return nil, err
		}
	}
	if e.Tables.Has(panel.Accounts) {
		if err := writeWhole(e, panel.Accounts, slices.Values([][]panel.AccountRow{e.account})); err != nil {
			return nil, err
		}
	}
	return e.result, nil
}

func compareArms(replicateA, armA, replicateB, armB int) int {
	if replicateA != replicateB {
		return replicateA - replicateB
	}
	return armA - armB
}

// summaryRows makes the rows of one arm after the other.
func (e *execution) summaryRows() iter.Seq[[]panel.SummaryRow] {
	return func(yield func([]panel.SummaryRow) bool) {
		for k := range e.arms {
			if a := &e.arms[k]; !yield(a.summary.rows(a.config, a.regime, a.replicate, a.effect, e.Horizon)) {
				return
			}
		}
	}
}

func writeWhole[T panel.Row](e *execution, table string, parts iter.Seq[[]T]) error {
	writer := panel.NewWriter[T](e.Create, panel.FileName(table))
	for rows := range parts {
		if err := writer.Write(rows); err != nil {
			return err
		}
	}
	part, err := writer.Close()
	if err == nil {
		e.result.Parts = append(e.result.Parts, part)
	}
	return err
}
