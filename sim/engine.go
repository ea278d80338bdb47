package sim

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"caseload/agents"
)

// Broken is what a defect found during a week comes to: it names the place, so that it
// can be reported, and carries what was wrong.
type Broken struct {
	Week     agents.Week
	Stage    string
	District int16
	What     any
	Stack    []byte
}

func (b *Broken) Error() string {
	return fmt.Sprintf("week %d, %s, district %d: %v", b.Week, b.Stage, b.District, b.What)
}

// Advance simulates weeks until the given one, districts in parallel on the given number
// of workers. after is called when a week is over, and may be nil. It stops between weeks
// when the context ends, and returns a *Broken for a defect.
func (w *World) Advance(ctx context.Context, until agents.Week, workers int, after func(*World) error) error {
	return w.advance(ctx, until, func() int { return workers }, after)
}

// advance is Advance on as many workers as share says at the beginning of each week.
func (w *World) advance(ctx context.Context, until agents.Week, share func() int, after func(*World) error) error {
	order := w.largestFirst()
	for w.Week < until {
		if err := ctx.Err(); err != nil {
			return err
		}
		workers := share()
		if err := w.leadOn(ctx, workers); err != nil {
			return err
		}
		w.prepare()
		if err := w.step(order, workers); err != nil {
			return err
		}
		w.Week++
		w.ratesChanged, w.regrade = false, false
		if after != nil {
			if err := after(w); err != nil {
				return err
			}
		}
	}
	return nil
}

// Trace simulates one week on one worker, stage by stage, and calls after when every
// district is through a stage. The world comes out as from Advance: no stage touches
// another district's rows. It is how the first difference between two worlds is found.
func (w *World) Trace(after func(stage string)) error {
	if err := w.leadOn(context.Background(), 1); err != nil {
		return err
	}
	w.prepare()
	for s := range week {
		for k := range w.Districts {
			if err := w.runStages(&w.Districts[k], week[s:s+1]); err != nil {
				return err
			}
		}
		after(week[s].Name)
	}
	w.Week++
	w.ratesChanged, w.regrade = false, false
	return nil
}

// largestFirst is the order in which districts are handed to workers. It balances the
// work and carries no meaning.
func (w *World) largestFirst() []int {
	order := make([]int, len(w.Districts))
	for k := range order {
		order[k] = k
	}
	size := func(k int) int32 { return w.Districts[k].Last - w.Districts[k].First }
	slices.SortStableFunc(order, func(a, b int) int { return int(size(b)) - int(size(a)) })
	return order
}

// step simulates one week.
func (w *World) step(order []int, workers int) error {
	return sideBySide(len(order), workers, func(_, k int) error { return w.runDistrict(&w.Districts[order[k]]) })
}

// sideBySide does n things on some workers, which have numbers from 0, and returns a failure if
// there is one. A worker that fails stops.
func sideBySide(n, workers int, do func(worker, k int) error) error {
	if workers = min(workers, n); workers <= 1 {
		for k := range n {
			if err := do(0, k); err != nil {
				return err
			}
		}
		return nil
	}
	var next atomic.Int32
	var group sync.WaitGroup
	failures := make([]error, workers)
	for worker := range workers {
		group.Go(func() {
			for {
				k := int(next.Add(1)) - 1
				if k >= n {
					return
				}
				if err := do(worker, k); err != nil {
					failures[worker] = err
					return
				}
			}
		})
	}
	group.Wait()
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

// runDistrict runs all stages of a week on one district.
func (w *World) runDistrict(d *District) error { return w.runStages(d, week) }

func (w *World) runStages(d *District, stages []Stage) (err error) {
	name := ""
	defer func() {
		if what := recover(); what != nil {
			err = &Broken{Week: w.Week, Stage: name, District: d.Number, What: what, Stack: debug.Stack()}
		}
	}()
	for k := range stages {
		name = stages[k].Name
		stages[k].run(w, d)
		if d.Log.after != nil {
			d.Log.after(name)
		}
	}
	return nil
}
