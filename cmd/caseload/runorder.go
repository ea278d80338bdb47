package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"caseload/agents"
	"caseload/scenarios"
	"caseload/sim"
	"caseload/sim/panel"
)

// runFlags are those of a command that runs a scenario.
type runFlags struct {
	caseFlags
	out             string
	replicate       uint64
	tables          string
	panelReplicates string
	workers         uint64
	overwrite       bool
	saveAfter       uint64
	from            string
}

func (f *runFlags) addTo(c *cobra.Command) {
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.out, "out", "", "folder `DIR` for the dataset (default runs/SCENARIO-SEED)")
	f.caseFlags.addTo(c)
	flags.Uint64Var(&f.replicate, "replicate", 0, "only replicate `K` of the scenario's")
	flags.StringVar(&f.tables, "tables", "default", "`LIST` of tables to write, with commas between; default and all stand for several")
	flags.StringVar(&f.panelReplicates, "panel-replicates", "", "`LIST` of replicates whose persons, panel, spells and events are written, or all (default the first)")
	flags.String(panelColumns, "", "`LIST` of columns of the panel besides person_id and week, or all (default the scenario's); \"caseload describe panel\" lists them")
	flags.Uint64Var(&f.workers, "workers", uint64(runtime.GOMAXPROCS(0)), "`N` processors to use; the result is the same for any number")
	flags.Uint64Var(&f.saveAfter, "checkpoint", 0, "save every world after `WEEK`, in the run's folder")
	flags.StringVar(&f.from, "from", "", "go on from what --checkpoint saved in folder `DIR`")
	flags.BoolVar(&f.overwrite, "overwrite", false, "run anew and replace what is in the folder")
}

// order is a run that is asked for, understood down to the last flag.
type order struct {
	scenario   *scenarios.Case
	inputs     map[string]string // label of a file to its hash
	resolved   []byte            // scenario.yaml
	target     string
	replicates []int
	tables     sim.Tables
	inFull     []int // replicates of which persons are written
	workers    int
	overwrite  bool
	saveAfter  agents.Week // 0 for no checkpoint
	from       *checkpoint // nil for a run from the beginning
}

// order reads the scenario and checks every flag; nothing is run or written.
func (f *runFlags) order(e *edge, name string) (*order, error) {
	if f.workers == 0 {
		return nil, wrong("write a number from 1, or leave it out for all processors", "--workers 0 leaves nobody to work")
	}
	tables, err := parseTables(f.tables)
	if err != nil {
		return nil, err
	}
	c, inputs, err := f.load(e, name)
	if err != nil {
		return nil, err
	}
	o := &order{scenario: c, inputs: inputs, resolved: c.Tree.YAML(), target: f.out, tables: tables,
		workers: int(min(f.workers, 1<<16)), overwrite: f.overwrite}
	if o.replicates, err = f.chosen(int(c.Scenario.Replicates.Value)); err != nil {
		return nil, err
	}
	if o.inFull, err = parseReplicates(f.panelReplicates, o.replicates); err != nil {
		return nil, err
	}
	if !f.flags.Changed("out") {
		o.target = defaultFolder(c.Name, uint64(c.Scenario.Seed.Value))
	}
	if err := f.checkpoints(o); err != nil {
		return nil, err
	}
	return o, nil
}

// chosen is all replicates of a scenario, or the one that is asked for.
func (f *runFlags) chosen(all int) ([]int, error) {
	if !f.flags.Changed("replicate") {
		list := make([]int, all)
		for k := range list {
			list[k] = k + 1
		}
		return list, nil
	}
	if f.replicate < 1 || f.replicate > uint64(all) {
		return nil, wrong("raise --replicates to have more", "--replicate %d: the scenario has replicates 1 to %d", f.replicate, all)
	}
	return []int{int(f.replicate)}, nil
}

// finished is the run in the target's folder if it is the one that is ordered: the
// same resolved scenario, with at least these replicates and tables. A run that is
// another one is an error, because it would be replaced.
func (o *order) finished() (*panel.Folder, error) {
	if o.overwrite {
		return nil, nil
	}
	m, same, err := finished(o.target, hashOf(o.resolved))
	if err != nil {
		return nil, err
	}
	if !same {
		if m.ScenarioHash == "" {
			return nil, nil
		}
		return nil, wrong("choose another folder with --out, or add --overwrite to replace it", "%s holds another run: %s", o.target, o.otherwise(&m))
	}
	folder, err := panel.Open(os.DirFS(o.target))
	if err != nil {
		return nil, plainly(err, o.target)
	}
	lacks, err := o.lacks(folder)
	if err != nil {
		return nil, plainly(err, o.target)
	}
	if lacks != "" {
		return nil, wrong("add --overwrite to run it anew, or choose another folder with --out", "%s holds this run without %s", o.target, lacks)
	}
	return folder, nil
}

// otherwise says what another run differs in, as far as its scenario can be read.
func (o *order) otherwise(m *panel.Manifest) string {
	if !m.Complete {
		return "some of its replicates failed"
	}
	var own scenarios.Scenario
	l := library(scenarios.Files)
	tree, found := l.Load("scenario", filepath.Join(o.target, scenarioName), &own, nil)
	if tree == nil || found.Failed() {
		return "scenario " + m.Scenario
	}
	const shown = 3
	var parts []string
	list := differences(tree, o.scenario.Tree)
	for _, d := range list[:min(len(list), shown)] {
		value := func(v *string) string {
			if v == nil {
				return "nothing"
			}
			return *v
		}
		parts = append(parts, fmt.Sprintf("%s is %s there and %s here", d.Path, value(d.A), value(d.B)))
	}
	if more := len(list) - shown; more > 0 {
		parts = append(parts, counted(more, "further difference"))
	}
	if len(parts) == 0 {
		return "its sources are others"
	}
	return strings.Join(parts, ", ")
}

// lacks names what is ordered and not in a finished run; nothing if all is there.
func (o *order) lacks(f *panel.Folder) (string, error) {
	m := &f.Manifest
	if m.ContinuedFrom != "" && (o.from == nil || m.ContinuedFrom != o.from.digest) {
		return "the weeks before its checkpoint", nil
	}
	if o.saveAfter > 0 && !o.hasCheckpoint() {
		return fmt.Sprintf("a checkpoint of week %d", o.saveAfter), nil
	}
	for _, k := range o.replicates {
		if !slices.Contains(m.Replicates, k) {
			return fmt.Sprintf("replicate %d", k), nil
		}
	}
	for _, table := range o.tables {
		if m.Columns[table] == nil {
			return "the table " + table, nil
		}
		if !slices.Contains(inFull, table) {
			continue
		}
		there, err := replicatesIn(f, table)
		if err != nil {
			return "", err
		}
		for _, k := range o.inFull {
			if !slices.Contains(there, k) {
				return fmt.Sprintf("the table %s for replicate %d", table, k), nil
			}
		}
	}
	return "", nil
}

// replicatesIn lists the replicates that a table of persons has.
func replicatesIn(f *panel.Folder, table string) (list []int, err error) {
	if table == panel.Persons {
		for b, err := range panel.Batches[panel.PersonRow](f, panel.Selection{}) {
			if err != nil {
				return nil, err
			}
			for k := range b.Rows {
				if r := int(b.Rows[k].Replicate); !slices.Contains(list, r) {
					list = append(list, r)
				}
			}
		}
		return list, nil
	}
	for _, k := range f.Manifest.Replicates {
		prefix := panel.PartName(table, f.Manifest.Regimes[0], k, 0)
		prefix = prefix[:strings.LastIndex(prefix, "/")+1]
		if slices.ContainsFunc(f.Manifest.Parts, func(p panel.Part) bool { return strings.HasPrefix(p.Name, prefix) }) {
			list = append(list, k)
		}
	}
	return list, nil
}
