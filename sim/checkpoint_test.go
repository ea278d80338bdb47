package sim_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// saved runs a case with a checkpoint and goes on from it with another horizon.
func saved(t *testing.T, week agents.Week, first, second []string) (before, after finished) {
	t.Helper()
	before = run(t, standard(t, first...), func(j *sim.Job) { j.Checkpoint = week })
	after = run(t, standard(t, second...), func(j *sim.Job) {
		j.Resume = func(replicate int, arm string) (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(before.Bytes(sim.CheckpointName(week, replicate, arm)))), nil
		}
	})
	return before, after
}

// sameAfter holds a run that went on from a checkpoint against one without a break.
func sameAfter(t *testing.T, week agents.Week, whole, after finished) {
	t.Helper()
	for _, table := range []string{panel.Persons, panel.Summary, panel.Accounts} {
		samePlaces(t, "after a checkpoint", whole.parts(panel.FileName(table)), after.parts(panel.FileName(table)), 1)
	}
	later := simtest.Rows[panel.PanelRow](t, whole.Folder, whole.Result, panel.Selection{})
	equalRows(t, "panel", from(later, func(r panel.PanelRow) bool { return r.Week > int16(week) }),
		simtest.Rows[panel.PanelRow](t, after.Folder, after.Result, panel.Selection{}))
	coaches := simtest.Rows[panel.CoachRow](t, whole.Folder, whole.Result, panel.Selection{})
	equalRows(t, "coaches", from(coaches, func(r panel.CoachRow) bool { return r.Week > int16(week) }),
		simtest.Rows[panel.CoachRow](t, after.Folder, after.Result, panel.Selection{}))
	// Spells and events wait for an observed week; those that waited go with the checkpoint.
	last := int16(week) / 4 * 4
	spells := simtest.Rows[panel.SpellRow](t, whole.Folder, whole.Result, panel.Selection{})
	equalRows(t, "spells", from(spells, func(r panel.SpellRow) bool {
		with := r.EndReason == panel.Served || r.Kind == panel.ProgrammeSpell && r.EndReason == panel.Completed // ends with a week, not before it
		return r.EndWeek > last || r.EndWeek == last && !with
	}),
		simtest.Rows[panel.SpellRow](t, after.Folder, after.Result, panel.Selection{}))
	events := simtest.Rows[panel.EventRow](t, whole.Folder, whole.Result, panel.Selection{})
	equalRows(t, "events", from(events, func(r panel.EventRow) bool { return r.Week >= last }),
		simtest.Rows[panel.EventRow](t, after.Folder, after.Result, panel.Selection{}))
	districts := simtest.Rows[panel.DistrictRow](t, whole.Folder, whole.Result, panel.Selection{})
	equalRows(t, "districts", from(districts, func(r panel.DistrictRow) bool { return r.Week > int16(week) }),
		simtest.Rows[panel.DistrictRow](t, after.Folder, after.Result, panel.Selection{}))
}

func from[T any](rows []T, keep func(T) bool) []T {
	var kept []T
	for _, r := range rows {
		if keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// Half the weeks and the other half from a checkpoint are the weeks run through.
func TestGoingOnFromACheckpoint(t *testing.T) {
	before, after := saved(t, 20, nil, nil)
	whole := standardRun(t)
	samePlaces(t, "saving", whole.parts(), before.parts(), len(whole.Parts))
	sameAfter(t, 20, whole, after)
	if n := len(before.Checkpoints); n != 2 {
		t.Errorf("%d checkpoints for two arms", n)
	}
}

// Several replicates go on side by side, and their table of persons is in order.
func TestReplicatesGoOnSideBySide(t *testing.T) {
	sets := []string{"persons=600", "replicates=3", "burn_in.weeks=6", "horizon=16 weeks"}
	whole := run(t, standard(t, sets...), nil)
	_, after := saved(t, 8, sets, sets)
	sameAfter(t, 8, whole, after)
}

// A run may go on beyond its horizon, from a week that is not an observed one, through
// an April; nothing shows that its first part was short.
func TestGoingOnBeyondTheHorizon(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many worlds")
	}
	whole := run(t, standard(t, "horizon=107 weeks"), nil)
	_, after := saved(t, 51, []string{"horizon=51 weeks"}, []string{"horizon=107 weeks"})
	sameAfter(t, 51, whole, after)
	_, after = saved(t, 54, []string{"horizon=60 weeks"}, []string{"horizon=107 weeks"})
	sameAfter(t, 54, whole, after)
}

// What was saved is what is loaded, to the last bit of every column, and goes on alike.
func TestLoadedWorldIsTheSavedOne(t *testing.T) {
	ownSeed(t)
	c := standard(t)
	w := burnt(t, c)
	w.Enter(c.Arms[1])
	for _, until := range []agents.Week{1, 2, 9} { // new rates come with week 1
		advance(t, w, until)
		inTheMiddle(t, w)
		var file bytes.Buffer
		if err := sim.Save(w, &file); err != nil {
			t.Fatal(err)
		}
		longer := c.Config(1)
		longer.Horizon += 30
		v, err := sim.Load(longer, c.Arms[1], &file)
		if err != nil {
			t.Fatal(err)
		}
		advance(t, v, until)
		if d := simtest.Compare(w, v, nil); d != nil {
			t.Fatal("loaded: ", d)
		}
		if v.People.Len() <= w.People.Len() {
			t.Error("a longer horizon brings nobody")
		}
		u := w.Clone()
		advance(t, u, 40)
		advance(t, v, 40)
		if d := simtest.Compare(u, v, nil); d != nil {
			t.Fatal("gone on: ", d)
		}
	}
}

// inTheMiddle requires a world in which people wait for everything that takes weeks.
func inTheMiddle(t *testing.T, w *sim.World) {
	t.Helper()
	p, waits := w.People, map[string]int{"an assessment": 0, "a reconsideration of it": 0, "a decision": 0, "compliance": 0, "the end of a fixed length": 0, "an answer to a challenge": 0, "a step": 0, "a claim to open": 0}
	for i := range p.ID {
		for what, is := range map[string]bool{
			"an assessment":             p.HealthClaim[i] == agents.AwaitsAssessment && p.HealthDate[i] > w.Week,
			"a reconsideration of it":   p.HealthClaim[i] == agents.AwaitsReconsideration,
			"a decision":                p.PendingDecision[i][0] != agents.Never,
			"compliance":                p.SanctionOpen[i],
			"the end of a fixed length": p.Sanctioned[i] && !p.SanctionOpen[i],
			"an answer to a challenge":  p.ChallengeDue[i] != agents.Never,
			"a step":                    p.Step[i] != agents.NoStep,
			"a claim to open":           p.Status[i] == agents.Applying,
		} {
			if is {
				waits[what]++
			}
		}
	}
	for what, n := range waits {
		if n == 0 {
			t.Errorf("week %d: nobody waits for %s", w.Week, what)
		}
	}
}

// file is the checkpoint of a tiny world.
func tinyCheckpoint(t *testing.T) (file []byte, c *sim.Config, arm *sim.Regime) {
	t.Helper()
	tiny := standard(t, "persons=30", "burn_in.weeks=2", "horizon=4 weeks")
	w := burnt(t, tiny)
	var out bytes.Buffer
	if err := sim.Save(w, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), tiny.Config(1), tiny.Under
}

func TestDamagedCheckpointsAreRefused(t *testing.T) {
	long(t)
	file, c, arm := tinyCheckpoint(t)
	if _, err := sim.Load(c, arm, bytes.NewReader(file)); err != nil {
		t.Fatal(err)
	}
	for n := range len(file) {
		if n > 40 && n < len(file)-40 && n%97 != 0 {
			continue
		}
		if _, err := sim.Load(c, arm, bytes.NewReader(file[:n])); err == nil || !strings.Contains(err.Error(), "cut short") && !strings.Contains(err.Error(), "damaged") {
			t.Fatalf("cut after %d of %d bytes: %v", n, len(file), err)
		}
	}
	for n := range len(file) {
		if n > 40 && n < len(file)-40 && n%61 != 0 {
			continue
		}
		damaged := bytes.Clone(file)
		damaged[n] ^= 0x10
		w, err := sim.Load(c, arm, bytes.NewReader(damaged))
		if err == nil && !sameAsGood(t, file, c, arm, w) {
			t.Fatalf("byte %d of %d was changed and nobody noticed", n, len(file))
		}
	}
	if _, err := sim.Load(c, arm, bytes.NewReader(append(bytes.Clone(file), 0))); err == nil {
		t.Error("something follows the file and nobody noticed")
	}
	if _, err := sim.Load(c, arm, strings.NewReader("PAR1 is another kind of file, of a fair length all the same")); err == nil || !strings.Contains(err.Error(), "not a checkpoint") {
		t.Error(err)
	}
}

// sameAsGood allows for the bits of a gzip header that mean nothing, such as its time.
func sameAsGood(t *testing.T, file []byte, c *sim.Config, arm *sim.Regime, w *sim.World) bool {
	t.Helper()
	good, err := sim.Load(c, arm, bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return simtest.Compare(good, w, nil) == nil
}

func TestForeignCheckpointsAreRefused(t *testing.T) {
	ownSeed(t)
	long(t)
	file, _, arm := tinyCheckpoint(t)
	tiny := []string{"persons=30", "burn_in.weeks=2", "horizon=4 weeks"}
	for set, says := range map[string]string{
		"seed=2":                          "seed 1 and this run has 2",
		"persons=31":                      "number of persons 30",
		"start=2024-04-08":                "start 2024-04-01",
		"burn_in.weeks=3":                 "length of burn-in 2",
		"market.closure=stock":            "another market",
		"market.search.support=0.1":       "another behaviour",
		"population.traits.women=50%":     "another population",
		"burn_in.under=weekly-interviews": "another regime of the burn-in",
		"regimes[universal-credit-2024].coaches.full_time_equivalents=5": "another regime universal-credit-2024",
	} {
		other := standard(t, append(tiny, set)...)
		_, err := sim.Load(other.Config(1), other.Arms[1], bytes.NewReader(file))
		if strings.HasPrefix(set, "burn_in.under") {
			_, err = sim.Load(other.Config(1), arm, bytes.NewReader(file))
		}
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v; want: %s", set, err, says)
		}
	}
	c := standard(t, tiny...)
	if _, err := sim.Load(c.Config(2), arm, bytes.NewReader(file)); err == nil || !strings.Contains(err.Error(), "replicate 1") {
		t.Error(err)
	}
	if _, err := sim.Load(c.Config(1), c.Arms[0], bytes.NewReader(file)); err == nil || !strings.Contains(err.Error(), "regime universal-credit-2024 and this run has passive") {
		t.Error(err)
	}
	w := burnt(t, c)
	advance(t, w, 4)
	var late bytes.Buffer
	if err := sim.Save(w, &late); err != nil {
		t.Fatal(err)
	}
	short := standard(t, append(tiny, "horizon=3 weeks")...)
	if _, err := sim.Load(short.Config(1), short.Under, &late); err == nil || !strings.Contains(err.Error(), "week 4") {
		t.Error(err)
	}
}

// A checkpoint that cannot be opened or written ends the run.
func TestFailuresAroundCheckpointsEndTheRun(t *testing.T) {
	c := standard(t, "persons=30", "burn_in.weeks=2", "horizon=4 weeks")
	f := &simtest.Folder{}
	j := job(c, f)
	j.Checkpoint = 2
	j.Create = func(name string) (io.WriteCloser, error) {
		if strings.HasSuffix(name, ".world") {
			return nil, io.ErrShortWrite
		}
		return f.Create(name)
	}
	if _, err := sim.Execute(context.Background(), j); err == nil || !strings.Contains(err.Error(), io.ErrShortWrite.Error()) {
		t.Error(err)
	}
	j = job(c, &simtest.Folder{})
	j.Resume = func(int, string) (io.ReadCloser, error) { return nil, io.ErrNoProgress }
	if _, err := sim.Execute(context.Background(), j); err == nil || !strings.Contains(err.Error(), "replicate 1, passive") {
		t.Error(err)
	}
}
