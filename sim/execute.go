package sim

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"caseload/agents"
	"caseload/sim/panel"
)

// Job is a scenario to be run: every replicate burnt in once, and every arm forked from
// that world at week 0.
type Job struct {
	Config     func(replicate int) *Config // called from several goroutines
	Arms       []*Regime
	Baseline   *Regime // one of the arms; needed where something is held
	Hold       Hold    // for the own effects of the other arms, in the summary
	Variants   []Variant
	Replicates []int
	Horizon    agents.Week
	Every      agents.Week // between observed weeks
	Tables     Tables
	// Columns are those of the panel that are written, besides the ones that say whose row it is
	// and of when; all if empty.
	Columns []string
	// InFull are the replicates of which persons, panel, spells and events are written.
	InFull   []int
	Workers  int
	Memory   int64            // bytes that worlds may take together; 0 for no bound
	Create   panel.CreateFunc // called from several goroutines
	Progress *Progress        // may be nil

	// Checkpoint, if above 0, is the week after which every world is saved through Create,
	// under its CheckpointName.
	Checkpoint agents.Week
	// Resume, if not nil, opens the checkpoint of an arm; the run goes on from there instead
	// of beginning with the burn-in. Its tables of persons, summary and accounts are whole;
	// the others have the weeks after the checkpoint.
	Resume func(replicate int, arm string) (io.ReadCloser, error)
}

// Progress counts what is done while a job runs.
type Progress struct {
	PersonWeeks, Weeks atomic.Int64
}

// Result is what a job leaves besides its files.
type Result struct {
	Parts       []panel.Part
	Checkpoints []string // names of files
	Checks      []panel.Check
	PersonWeeks int64
	Weight      float64 // persons of the country for one of the run
	AtStart     int     // persons of the first replicate who are there at week 0; 0 for a run from a checkpoint
	InRun       int     // persons of the first replicate who are or arrive in the run
}

// Execute runs a job. It stops at the first failure, after which what was written must
// be thrown away. Replicates run side by side first; workers that are left, or whose
// replicates are done, share the districts of the others.
func Execute(ctx context.Context, job *Job) (*Result, error) {
	e := &execution{Job: job, result: &Result{}}
	if e.Progress == nil {
		e.Progress = &Progress{}
	}
	e.openFiles()
	lanes := e.lanes()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int32
	var group sync.WaitGroup
	e.underWay.Store(int32(lanes))
	for lane := range lanes {
		share := func() int { return e.share(lane) }
		group.Go(func() {
			defer e.underWay.Add(-1)
			for ctx.Err() == nil {
				k := int(next.Add(1)) - 1
				if k >= len(job.Replicates) {
					return
				}
				if err := e.replicate(ctx, job.Replicates[k], share); err != nil {
					cancel(err)
					return
				}
			}
		})
	}
	group.Wait()
	if err := context.Cause(ctx); err != nil {
		if e.persons != nil {
			e.persons.Discard()
		}
		return nil, err
	}
	return e.finish()
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// execution is a job under way.
type execution struct {
	*Job
	mutex    sync.Mutex
	underWay atomic.Int32 // lanes that have replicates left
	result   *Result
	arms     []finishedArm // in the order in which they came to their end
	account  []panel.AccountRow
	persons  *panel.Writer[panel.PersonRow]
	inTurn   []int           // replicates of which persons are written, in their order
	turn     []chan struct{} // closed when it is the turn of the one at that place
	broken   map[string]string
	names    []string // of the checks, in order
}

// AllWeeks is the weeks of all worlds together. An arm that is held has two worlds.
func (j *Job) AllWeeks() int64 {
	if len(j.Replicates) == 0 {
		return 0
	}
	c := j.Config(j.Replicates[0])
	return int64(len(j.Replicates)) * (int64(c.BurnIn) + int64(len(j.Arms)+len(j.Variants)+2*j.followers())*int64(j.Horizon))
}

// lanes is how many replicates run side by side.
func (e *execution) lanes() int {
	lanes := max(1, min(e.Workers, len(e.Replicates)))
	if e.Memory > 0 && len(e.Replicates) > 0 {
		bytes := max(EstimateBytes(e.Config(e.Replicates[0])), 1)
		if e.Hold.Any() {
			bytes += bytes / 2
		}
		lanes = max(1, min(lanes, int(e.Memory/bytes)))
	}
	return lanes
}

// EstimateBytes is the memory that one replicate takes while it runs: the world that was
// burnt in and the arm forked from it.
func EstimateBytes(c *Config) int64 {
	arrivals := 0.0
	for _, a := range c.Population.Arrivals {
		arrivals += float64(a.PerWeek * float64(c.BurnIn+c.Horizon))
	}
	rows := int64(float64(c.Persons) * (1 + arrivals/c.Population.Country()))
	return rows * 2 * int64(agents.NewPopulation(0).BytesPerPerson()+32)
}

// share is how many workers the replicate of a lane has now.
func (e *execution) share(lane int) int {
	lanes := max(1, int(e.underWay.Load()))
	return max(1, e.Workers/lanes+btoi(lane < e.Workers%lanes))
}

// replicate burns in one world and runs every arm from it.
func (e *execution) replicate(ctx context.Context, replicate int, share func() int) error {
	if e.Resume != nil && e.followers() > 0 {
		return ErrHeldResume
	}
	if e.Resume != nil && len(e.Variants) > 0 {
		return ErrVariantResume
	}
	if e.Resume != nil {
		return e.resumed(ctx, replicate, share)
	}
	c := e.Config(replicate)
	w := NewWorld(c)
	if err := w.advance(ctx, 0, share, e.count); err != nil {
		return fmt.Errorf("replicate %d, burn-in: %w", replicate, err)
	}
	e.check(w, "burn-in", replicate)
	w.zeroCounts()
	fork := newBeginning(w)
	if err := e.writePersons(ctx, w, fork, replicate); err != nil {
		return err
	}
	for k, regime := range e.Arms {
		if e.follows(regime) {
			if err := e.runFollower(ctx, w, regime, replicate, &memory{fork: fork}, share); err != nil {
				return err
			}
		}
		if err := e.runVariants(ctx, w, regime, replicate, &memory{fork: fork}, share); err != nil {
			return err
		}
		v := w
		if k+1 < len(e.Arms) {
			v = w.Clone()
		}
		a := e.newArm(v, regime, Total, replicate, &memory{fork: fork}, share)
		if err := a.begin(); err != nil {
			return a.failed(err)
		}
		if err := a.run(ctx); err != nil {
			return a.failed(err)
		}
	}
	return nil
}

// resumed goes on with the worlds of a checkpoint.
func (e *execution) resumed(ctx context.Context, replicate int, share func() int) error {
	c := e.Config(replicate)
	for k, regime := range e.Arms {
		w, m, err := e.reopen(c, regime)
		if err == nil && k == 0 {
			err = e.writePersons(ctx, w, m.fork, replicate)
		}
		if err == nil {
			e.skip(w.Week + c.BurnIn*agents.Week(btoi(k == 0)))
			err = e.newArm(w, regime, Total, replicate, m, share).run(ctx)
		}
		if err != nil {
			return fmt.Errorf("replicate %d, %s: %w", replicate, regime.Name, err)
		}
	}
	return nil
}

// reopen reads an arm's checkpoint.
func (e *execution) reopen(c *Config, regime *Regime) (*World, *memory, error) {
	file, err := e.Resume(c.Replicate, regime.Name)
	if err != nil {
		return nil, nil, err
	}
	w, m, err := load(c, regime, file)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return w, m, err
}

// skip counts weeks as done that need not be simulated.
func (e *execution) skip(weeks agents.Week) { e.Progress.Weeks.Add(int64(weeks)) }

// count is called when a week of some world is over.
func (e *execution) count(w *World) error {
	var persons int64
	for k := range w.Districts {
		d := &w.Districts[k]
		persons += int64(d.Last-d.First) - int64(d.Stock[agents.Absent])
	}
	e.Progress.PersonWeeks.Add(persons)
	e.Progress.Weeks.Add(1)
	if w.path != nil {
		return e.count(w.path)
	}
	return nil
}

// check recounts the books and remembers the first time that one of them was wrong.
func (e *execution) check(w *World, arm string, replicate int) {
	checks := w.CheckBooks()
	e.mutex.Lock()
	defer e.mutex.Unlock()
	for _, c := range checks {
		if !slices.Contains(e.names, c.Name) {
			e.names = append(e.names, c.Name)
		}
		if c.Broken != "" && e.broken[c.Name] == "" {
			e.broken[c.Name] = fmt.Sprintf("replicate %d, %s, %s", replicate, arm, c.Broken)
		}
	}
}
