package sim_test

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"sync"
	"testing"

	"caseload/agents"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// allTables is everything that a run can write.
var allTables = sim.Tables{panel.Persons, panel.Panel, panel.Spells, panel.Events, panel.Coaches, panel.Districts, panel.Accounts, panel.Summary}

const shipped = "passive-vs-universal-credit"

// seed plays every test on another one: what holds for a single seed alone is no property of
// the model. See "make soak".
var seed = flag.Uint64("seed", 0, "the seed of every scenario, in place of its own")
var memory = source.NewMemory()

// load reads a scenario with assignments. files are a user's own, by path.
func load(t testing.TB, name string, files map[string]string, sets ...string) *scenarios.Case {
	t.Helper()
	library := source.Library{Shipped: scenarios.Files, Memory: memory, Read: func(path string) ([]byte, error) {
		return []byte(files[strings.TrimPrefix(path, "./")]), nil
	}}
	if *seed != 0 {
		sets = append([]string{fmt.Sprintf("seed=%d", *seed)}, sets...)
	}
	c, found := scenarios.Load(library, name, sets)
	if c == nil {
		t.Fatal(found.String())
	}
	return c
}

// standard is the standard world: 2,000 persons in five districts, sixty weeks of which
// twenty are burn-in, every mechanism of the shipped model.
func standard(t testing.TB, sets ...string) *scenarios.Case {
	return load(t, shipped, nil, append([]string{"persons=2000", "burn_in.weeks=20", "horizon=40 weeks", "market.districts.smallest=400", "replicates=1"}, sets...)...)
}

// job is a run of a case with every table.
func job(c *scenarios.Case, f *simtest.Folder) *sim.Job {
	j := &sim.Job{
		Config: c.Config, Arms: c.Arms, Horizon: agents.Week(c.Scenario.Horizon.Value), Every: agents.Week(c.Scenario.Panel.Every.Value),
		Tables: allTables, Workers: 2, Create: f.Create,
	}
	for r := range int(c.Scenario.Replicates.Value) {
		j.Replicates = append(j.Replicates, r+1)
	}
	j.InFull = j.Replicates
	return j
}

// execute runs a job and fails the test on an error or a broken check.
func execute(t testing.TB, j *sim.Job) *sim.Result {
	t.Helper()
	r, err := sim.Execute(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	for _, check := range r.Checks {
		if !check.Passed {
			t.Errorf("%s: %s", check.Name, check.Detail)
		}
	}
	return r
}

// finished is a run in memory.
type finished struct {
	*simtest.Folder
	*sim.Result
}

// run runs a case with every table and whatever else a test changes.
func run(t testing.TB, c *scenarios.Case, change func(j *sim.Job)) finished {
	t.Helper()
	f := &simtest.Folder{}
	j := job(c, f)
	if change != nil {
		change(j)
	}
	return finished{f, execute(t, j)}
}

// straight is the standard world run as it is, which many tests compare with.
var straight = sync.OnceValue(func() *finished { return &finished{} })

// standardRun runs the standard world once for all tests.
func standardRun(t testing.TB) finished {
	t.Helper()
	once := straight()
	if once.Folder == nil {
		*once = run(t, standard(t), nil)
	}
	return *once
}

// parts are the digests by name of file, of the parts whose name has all of the words.
func (f finished) parts(words ...string) map[string]string {
	found := map[string]string{}
next:
	for _, p := range f.Parts {
		for _, word := range words {
			if !strings.Contains(p.Name, word) {
				continue next
			}
		}
		found[p.Name] = p.Digest
	}
	return found
}

// samePlaces fails the test for every part that two runs have in common and that differs,
// and when they have fewer than least in common. The first difference between the worlds
// of the two cases is found and shown.
func samePlaces(t *testing.T, what string, a, b map[string]string, least int) {
	t.Helper()
	common := 0
	for name, digest := range a {
		other, both := b[name]
		if !both {
			continue
		}
		common++
		if digest != other {
			t.Errorf("%s: %s differs", what, name)
		}
	}
	if common < least {
		t.Errorf("%s: only %d parts to compare, of %d", what, common, least)
	}
}

// burnt is the world of a case's first replicate at week 0.
func burnt(t testing.TB, c *scenarios.Case) *sim.World {
	t.Helper()
	w := sim.NewWorld(c.Config(1))
	advance(t, w, 0)
	return w
}

func advance(t testing.TB, w *sim.World, until agents.Week) {
	t.Helper()
	if err := w.Advance(context.Background(), until, 1, nil); err != nil {
		t.Fatal(err)
	}
	checkBooks(t, w)
}

func checkBooks(t testing.TB, w *sim.World) {
	t.Helper()
	for _, c := range w.CheckBooks() {
		if c.Broken != "" {
			t.Fatalf("%s: %s", c.Name, c.Broken)
		}
	}
}
