package main

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/panel"
)

// scenarioName is the file of a run's folder that holds the resolved scenario.
const scenarioName = "scenario.yaml"

// run simulates what is ordered and leaves it in its folder; on any error it leaves
// nothing.
func (o *order) run(ctx context.Context, e *edge) (*panel.Folder, error) {
	f, err := e.openRunFolder(o.target, o.overwrite)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Abort() }()
	start := e.now()
	result, err := o.execute(ctx, e, f.Create)
	if err != nil {
		return nil, inWords(err)
	}
	if err := booksAgree(result.Checks); err != nil {
		return nil, err
	}
	m := o.manifest(result, e.now().Sub(start))
	text, err := m.JSON()
	if err != nil {
		return nil, err
	}
	if given := o.scenario.Persons; given != nil {
		if err := writeWhole(f.Create, given.Name, given.Content); err != nil {
			return nil, err
		}
	}
	if err := errors.Join(writeWhole(f.Create, scenarioName, o.resolved), writeWhole(f.Create, panel.ManifestName, text)); err != nil {
		return nil, err
	}
	if err := f.Commit(); err != nil {
		return nil, err
	}
	return panel.Open(os.DirFS(o.target))
}

// execute hands the order to the engine and shows how far it has come.
func (o *order) execute(ctx context.Context, e *edge, create panel.CreateFunc) (*sim.Result, error) {
	s := o.scenario.Scenario
	done := &sim.Progress{}
	job := &sim.Job{
		Config: o.scenario.Config, Arms: o.scenario.Arms, Baseline: o.scenario.Baseline(), Hold: o.scenario.Hold(), Variants: o.scenario.Variants(), Replicates: o.replicates,
		Horizon: agents.Week(s.Horizon.Value), Every: agents.Week(s.Panel.Every.Value),
		Tables: o.tables, Columns: o.scenario.PanelColumns(), InFull: o.inFull, Workers: o.workers, Memory: memoryForWorlds(),
		Create: create, Progress: done, Checkpoint: o.saveAfter,
	}
	if o.from != nil {
		job.Resume = o.from.open
	}
	defer sparing(job)()
	all := job.AllWeeks()
	stop := e.progress(func() count {
		return count{what: o.scenario.Name, week: done.Weeks.Load(), weeks: all, personWeeks: done.PersonWeeks.Load()}
	})
	defer stop()
	return sim.Execute(ctx, job)
}

// inWords gives a defect of the engine a way out; anything else is left as it is.
func inWords(err error) error {
	var broken *sim.Broken
	if errors.As(err, &broken) {
		return &exit{code: exitFailed, message: err.Error(), cause: err,
			hint: "this is a defect of the program; nothing is kept. Please report it with the scenario, the seed and what \"caseload version\" says"}
	}
	var mismatch sim.Mismatch
	if errors.As(err, &mismatch) {
		return &exit{code: exitWrong, message: err.Error(), cause: err, hint: "go on with the scenario, the flags and the files that the checkpoint was saved with"}
	}
	return err
}

// booksAgree refuses a run that breaks one of the identities it is tested on: such
// numbers are not kept.
func booksAgree(checks []panel.Check) error {
	for _, c := range checks {
		if !c.Passed {
			return &exit{code: exitFailed, message: fmt.Sprintf("a check of the books failed: %s: %s", c.Name, c.Detail),
				hint: "this is a defect of the program; nothing is kept. Please report it with the scenario, the seed and what \"caseload version\" says"}
		}
	}
	return nil
}

// writeWhole puts a whole file into a run's folder.
func writeWhole(create panel.CreateFunc, name string, content []byte) error {
	file, err := create(name)
	if err != nil {
		return err
	}
	n, err := file.Write(content)
	if err == nil && n < len(content) {
		err = io.ErrShortWrite
	}
	return errors.Join(err, file.Close())
}

// manifest says what was run, what came out and what was checked.
func (o *order) manifest(r *sim.Result, spent time.Duration) *panel.Manifest {
	c, s, b := o.scenario, o.scenario.Scenario, thisBuild()
	m := &panel.Manifest{
		Scenario: c.Name, Title: s.Title.Value, ScenarioHash: hashOf(o.resolved),
		PopulationHash: partHash(c.Tree, "population"), MarketHash: partHash(c.Tree, "market"),
		Start:  s.Start.String(),
		BurnIn: panel.BurnIn{Weeks: int(s.BurnIn.Weeks.Value), Under: c.Under.Name, Plan: planDigest(c.Under)},
		Weeks:  int(s.Horizon.Value), Seed: uint64(s.Seed.Value), Replicates: o.replicates,
		Baseline: s.Baseline.Value, Hold: holdWords(c.Hold()), Persons: int(s.Persons.Value), Weight: r.Weight,
		PersonsAtStart: r.AtStart, PersonsInRun: r.InRun,
		Inputs: o.inputs, Plans: map[string]string{}, PopulationTable: c.PopulationTable(), Parts: r.Parts, Checks: r.Checks, Complete: true,
		Valuation: s.Market.Valuation.Told(), HangsOn: c.HangsOn(), NotIncluded: c.NotIncluded(),
		Outside: panel.Outside{Caseload: b.Version, Go: b.Go, GOOS: b.GOOS, GOARCH: b.GOARCH, Workers: o.workers, WallSeconds: spent.Seconds()},
	}
	m.Districts, m.DistrictsOfCountry = c.Districts()
	for _, name := range s.Outcomes {
		m.Outcomes = append(m.Outcomes, name.Value)
	}
	if chosen := c.PanelColumns(); len(chosen) > 0 {
		m.PanelColumns = panel.ChosenColumns(chosen)
	}
	if b.GOARCH == "amd64" {
		m.Outside.GOAMD64 = b.Level
	}
	if o.from != nil {
		m.ContinuedFrom = o.from.digest
	}
	for _, arm := range c.Arms {
		m.Regimes = append(m.Regimes, arm.Name)
		m.Plans[arm.Name] = planDigest(arm)
	}
	return m
}

// holdWords are the words of a scenario for what is held.
func holdWords(h sim.Hold) (words []string) {
	if h.Diaries {
		words = append(words, "diaries")
	}
	if h.Market {
		words = append(words, "market")
	}
	return words
}

func planDigest(r *sim.Regime) string {
	d := r.Plan.Digest()
	return hex.EncodeToString(d[:])
}
