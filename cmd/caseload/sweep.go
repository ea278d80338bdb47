package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"caseload/analysis"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim/panel"
)

const sweepHelp = `Run a scenario at every combination of the values of up to three levers, and write
one table of points and outcomes. Levers stand in the scenario under sweep, or are given
here. Points that differ in their regimes alone share a burn-in and whatever regime they
have in common, so a point costs one regime's weeks.

The same command again goes on where it was interrupted and runs only what is missing.`

func newSweep(e *edge) *cobra.Command {
	c := &cobra.Command{Use: "sweep", Short: "a grid of runs, as one table and a heat map"}
	c.AddCommand(newSweepRun(e))
	return c
}

// sweepFlags are those of a grid: what is varied and what is shown of it.
type sweepFlags struct {
	caseFlags
	out       string
	workers   uint64
	overwrite bool
	levers    []string
	outcome   string
	horizon   uint64
	subgroup  string
}

func newSweepRun(e *edge) *cobra.Command {
	var f sweepFlags
	c := offering(&cobra.Command{
		Use:   "run SCENARIO",
		Short: "run every point of a grid, or those that are missing",
		Long:  sweepHelp,
		Example: "  caseload sweep run sanctions-by-caseload\n" +
			"  caseload sweep run passive-vs-universal-credit --lever regimes.universal-credit-2024.coaches.full_time_equivalents=8580,17160,34320",
		Args:              takes("SCENARIO", 1, 1),
		ValidArgsFunction: completeNames("scenario", "regime"),
		RunE: func(c *cobra.Command, words []string) error {
			s, err := f.order(e, words[0])
			if err != nil {
				return err
			}
			result, err := s.run(c.Context(), e)
			if err != nil {
				return err
			}
			return e.print(result, result.text, result.rows())
		},
	}, formatText, formatJSON, formatCSV)
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringArrayVar(&f.levers, "lever", nil, "vary a value of the resolved scenario: `path=value,value` (repeatable; takes the place of the file's levers)")
	flags.StringVar(&f.outcome, "outcome", "exits_to_work", "`NAME` of the outcome in the table and the heat map; the Parquet file has all")
	flags.Uint64Var(&f.horizon, "horizon", 0, "`WEEKS` from week 0 (default the whole run)")
	flags.StringVar(&f.subgroup, "subgroup", "all", "part of the population: `NAME`=value or all")
	flags.StringVar(&f.out, "out", "", "folder `DIR` for the sweep (default runs/SCENARIO-sweep-SEED)")
	f.caseFlags.addTo(c)
	flags.Uint64Var(&f.workers, "workers", uint64(allProcessors()), "`N` processors to use; the result is the same for any number")
	flags.BoolVar(&f.overwrite, "overwrite", false, "run every point anew")
	return c
}

// armsTogether is how many regimes are run from one burn-in. More would share the
// burn-in among more points, and lose more to an interruption: it loses the part of the
// sweep in which it comes. With eight a burn-in is a ninth of a part's weeks, where it is as
// long as the rest.
const armsTogether = 8

// sweepOrder is a sweep that is asked for, understood down to the last flag.
type sweepOrder struct {
	flags    *sweepFlags
	grid     *scenarios.Grid
	scenario *scenarios.Case // as it stands
	batches  []scenarios.Batch
	orders   []*order // one for each batch
	target   string
}

const (
	sweepPlan  = "sweep.json"
	sweepTable = "sweep.parquet"
)

// order reads the scenario at every point; nothing is run or written.
func (f *sweepFlags) order(e *edge, name string) (*sweepOrder, error) {
	if f.workers == 0 {
		return nil, wrong("write a number from 1, or leave it out for all processors", "--workers 0 leaves nobody to work")
	}
	levers, err := parseLevers(f.levers)
	if err != nil {
		return nil, err
	}
	c, inputs, err := f.load(e, name)
	if err != nil {
		return nil, err
	}
	if len(c.Arms) < 2 {
		return nil, wrong("give a scenario with two regimes or more", "%s has no regime to hold against its baseline", c.Name)
	}
	sets, _ := f.assignments()
	s := &sweepOrder{flags: f, scenario: c, target: f.out}
	grid, found := scenarios.LoadGrid(library(scenarios.Files), name, sets, levers)
	if found.Failed() {
		return nil, found
	}
	s.grid = grid
	for _, point := range grid.Cases {
		if len(f.regimes) > 0 {
			if err := point.Only(f.regimes); err != nil {
				return nil, err
			}
		}
	}
	if s.batches, found = grid.Batches(armsTogether); found.Failed() {
		return nil, found
	}
	if !f.flags.Changed("out") {
		s.target = filepath.Join("runs", fmt.Sprintf("%s-sweep-%d", c.Name, uint64(c.Scenario.Seed.Value)))
	}
	for k, b := range s.batches {
		o := &order{scenario: b.Case, inputs: inputs, resolved: b.Case.Tree.YAML(), tables: []string{panel.Summary},
			target: filepath.Join(s.target, "runs", fmt.Sprintf("%04d", k+1)), workers: int(min(f.workers, 1<<16)), overwrite: f.overwrite}
		for replicate := range int(b.Case.Scenario.Replicates.Value) {
			o.replicates = append(o.replicates, replicate+1)
		}
		s.orders = append(s.orders, o)
	}
	if err := s.checkOutcome(); err != nil {
		return nil, err
	}
	for _, note := range s.beyondRange() {
		e.note("%s", note)
	}
	return s, s.writePlan()
}

// parseLevers reads path=value,value.
func parseLevers(words []string) ([]scenarios.Lever, error) {
	var levers []scenarios.Lever
	for _, word := range words {
		path, values, ok := strings.Cut(word, "=")
		if !ok || path == "" || values == "" {
			return nil, wrong("write it as path=first,second", "--lever %s has no values", word)
		}
		lever := scenarios.Lever{Path: source.Text{Value: path, Set: true}}
		for _, value := range strings.Split(values, ",") {
			text := source.Text{Value: strings.TrimSpace(value), Set: true}
			if slices.Contains(lever.Values, text) {
				return nil, wrong("write it once", "--lever %s: the value %s stands twice", path, text.Value)
			}
			lever.Values = append(lever.Values, text)
		}
		levers = append(levers, lever)
	}
	if len(levers) > scenarios.MostLevers {
		return nil, wrong("hold the others at one value with --set, or make several sweeps", "a sweep has one, two or three levers, and these are %d", len(levers))
	}
	nameLevers(levers)
	return levers, nil
}

// nameLevers calls levers by the last words of their paths, as many as tell them apart.
func nameLevers(levers []scenarios.Lever) {
	for words := 1; ; words++ {
		var names []string
		whole := true
		for k := range levers {
			path := strings.Split(levers[k].Path.Value, ".")
			whole = whole && words >= len(path)
			name := strings.Join(path[max(len(path)-words, 0):], ".")
			levers[k].Name = source.Text{Value: name, Set: true}
			names = addOnce(names, name)
		}
		if whole || len(names) == len(levers) {
			return
		}
	}
}

// run runs the batches that are missing and gathers them.
func (s *sweepOrder) run(ctx context.Context, e *edge) (*sweepResult, error) {
	var points []analysis.Point
	for k, o := range s.orders {
		folder, err := o.finished()
		if len(s.orders) > 1 {
			there := ""
			if folder != nil {
				there = " is there"
			}
			e.note("part %d of %d%s", k+1, len(s.orders), there)
		}
		if err == nil && folder == nil {
			folder, err = o.run(ctx, e)
		}
		if err != nil {
			return nil, err
		}
		run := analysis.Run{Label: filepath.Clean(o.target), Folder: folder}
		for p := range s.grid.Points {
			if arms, here := s.batches[k].Arms[p]; here {
				points = append(points, analysis.Point{Number: p + 1, Values: s.grid.Points[p], Run: run, Arms: arms})
			}
		}
	}
	slices.SortFunc(points, func(a, b analysis.Point) int { return a.Number - b.Number })
	return s.gather(points)
}

// gather writes the table and the picture, and makes what is printed.
func (s *sweepOrder) gather(points []analysis.Point) (*sweepResult, error) {
	levers, regimes, baseline := s.levers(), s.regimes(), s.scenario.Scenario.Baseline.Value
	rows, err := analysis.SweepRows(levers, regimes, baseline, points)
	if err != nil {
		return nil, err
	}
	table := &memoryFile{}
	w := panel.NewWriter[panel.SweepRow](table.create, sweepTable)
	if err := w.Write(rows); err != nil {
		return nil, err
	}
	if _, err := w.Close(); err != nil {
		return nil, err
	}
	if err := putInPlace(filepath.Join(s.target, sweepTable), table.Bytes()); err != nil {
		return nil, err
	}
	surface, err := analysis.Sweep(levers, regimes, baseline, points)
	if err != nil {
		return nil, unfit(err)
	}
	r := s.result(surface, points)
	if len(levers) == 2 {
		for _, regime := range r.Regimes {
			name := "heat-" + regime + "-" + r.Outcome + ".svg"
			picture, err := r.heatMap(regime)
			if err != nil {
				return nil, err
			}
			if err := putInPlace(filepath.Join(s.target, name), picture); err != nil {
				return nil, err
			}
			r.Pictures = append(r.Pictures, filepath.Join(s.target, name))
		}
	}
	return r, nil
}

func (s *sweepOrder) levers() []string {
	var names []string
	for _, l := range s.grid.Sweep.Levers {
		names = append(names, l.Name.Value)
	}
	return names
}

// regimes are those of the scenario as every point has them.
func (s *sweepOrder) regimes() []string {
	var names []string
	for _, arm := range s.grid.Cases[0].Arms {
		names = append(names, arm.Name)
	}
	return names
}

// putInPlace writes a small file whole or not at all.
func putInPlace(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return unmade(err, path)
	}
	temporary := path + ".part"
	err := os.WriteFile(temporary, content, 0o666)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary)
		return unmade(err, path)
	}
	return nil
}
