package analysis

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"caseload/sim/panel"
)

type memoryFile struct {
	bytes.Buffer
	files fstest.MapFS
	name  string
}

func (f *memoryFile) Close() error {
	f.files[f.name] = &fstest.MapFile{Data: bytes.Clone(f.Bytes())}
	return nil
}

// finished makes a run's folder in memory: like every other one here, except for
// what change does to the manifest.
func finished(t *testing.T, label string, rows []panel.SummaryRow, change func(m *panel.Manifest)) Run {
	t.Helper()
	files := fstest.MapFS{}
	w := panel.NewWriter[panel.SummaryRow](func(name string) (io.WriteCloser, error) {
		return &memoryFile{files: files, name: name}, nil
	}, panel.FileName(panel.Summary))
	if err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	part, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	m := panel.Manifest{
		Scenario: "test", PopulationHash: "aaaa", MarketHash: "bbbb", Start: "2024-04-01", Weeks: 104, Seed: 1,
		BurnIn: panel.BurnIn{Weeks: 52, Under: "uc", Plan: "cccc"}, Persons: 2000, Weight: 100,
		Regimes: []string{"passive", "strict"}, Baseline: "passive",
		Plans: map[string]string{"passive": "p", "strict": "s", "other": "o"},
		Parts: []panel.Part{part}, Complete: true,
	}
	if change != nil {
		change(&m)
	}
	text, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	files[panel.ManifestName] = &fstest.MapFile{Data: text}
	folder, err := panel.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	return Run{Label: label, Folder: folder}
}

// replicated is one outcome of one regime, a value for each replicate from 1.
func replicated(outcome, unit, regime string, values ...float64) []panel.SummaryRow {
	var rows []panel.SummaryRow
	for i, v := range values {
		rows = append(rows, panel.SummaryRow{
			Outcome: outcome, Unit: unit, Regime: regime, Replicate: int16(i + 1), ToWeek: 104,
			Subgroup: "all", Closure: "entry", Effect: "total", Value: v,
		})
	}
	return rows
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(b)) }

// TestCompare: the differences 3, 2, 4 have mean 3, standard deviation 1 and
// standard error 1/√3; Student's t with two degrees of freedom is 4.302652729911 at
// 97.5%, so the interval is 3 ± 2.484137; a total is for 100 times as many.
func TestCompare(t *testing.T) {
	const e, half = 0.5773502691896258, 2.484137712141
	cases := []struct {
		name, unit        string
		weight            float64
		baseline, regime  []float64
		base, other, diff float64
		e, low, high      float64
		replicates        int
	}{
		{"mean", "points", 1, []float64{10, 12, 14}, []float64{13, 14, 18}, 12, 15, 3, e, 3 - half, 3 + half, 3},
		{"total", "persons", 100, []float64{10, 12, 14}, []float64{13, 14, 18}, 1200, 1500, 300, 100 * e, 300 - 100*half, 300 + 100*half, 3},
		{"rate", "weeks per job", 1, []float64{10, 12, 14}, []float64{13, 14, 18}, 12, 15, 3, e, 3 - half, 3 + half, 3},
		// Two replicates: differences 1 and -1, standard error 1, t with one degree 12.706204736.
		{"weeks of districts", "weeks of a district", 50, []float64{10, 12, 14}, []float64{13, 14, 18}, 12, 15, 3, e, 3 - half, 3 + half, 3},
		{"not a total", "hundredths of a point", 50, []float64{10, 12, 14}, []float64{13, 14, 18}, 12, 15, 3, e, 3 - half, 3 + half, 3},
		{"two", "points", 1, []float64{5, 5}, []float64{6, 4}, 5, 5, 0, 1, -12.706204736175, 12.706204736175, 2},
		{"no noise", "points", 1, []float64{5, 6}, []float64{4, 5}, 5.5, 4.5, -1, 0, -1, -1, 2},
		// The third replicate has no partner and is left out of both means.
		{"unpaired", "points", 1, []float64{5, 5, 99}, []float64{6, 4}, 5, 5, 0, 1, -12.706204736175, 12.706204736175, 2},
	}
	for _, c := range cases {
		rows := slices.Concat(replicated("x", c.unit, "passive", c.baseline...), replicated("x", c.unit, "strict", c.regime...))
		got, err := Compare([]Run{finished(t, "a", rows, nil)}, "")
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if len(got.Contrasts) != 1 || got.Baseline != "passive" {
			t.Fatalf("%s: %+v", c.name, got)
		}
		k := got.Contrasts[0]
		if k.Interval == nil {
			t.Fatalf("%s: no interval", c.name)
		}
		if !near(k.BaselineMean, c.base) || !near(k.RegimeMean, c.other) || !near(k.Difference, c.diff) || k.Replicates != c.replicates ||
			!near(k.Interval.StandardError, c.e) || !near(k.Interval.Low, c.low) || !near(k.Interval.High, c.high) {
			t.Errorf("%s: %+v %+v", c.name, k, *k.Interval)
		}
	}
}

// A mean of something that the baseline does not have stands for itself; a total is no difference from
// nothing either, but a summary has totals of every regime.
func TestWhatTheBaselineHasNot(t *testing.T) {
	rows := slices.Concat(replicated("there", "points", "passive", 1, 2), replicated("there", "points", "strict", 1, 2),
		replicated("alone", "minutes per start", "strict", 4, 6), replicated("counted", "starts", "strict", 4, 6))
	got, err := Compare([]Run{finished(t, "a", rows, nil)}, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Contrasts) != 2 || got.Contrasts[0].NoBaseline {
		t.Fatalf("%+v", got.Contrasts)
	}
	if k := got.Contrasts[1]; !k.NoBaseline || k.Outcome != "alone" || k.RegimeMean != 5 || k.Difference != 0 || k.Replicates != 2 || !near(k.Interval.StandardError, 1) {
		t.Errorf("%+v", k)
	}
	if list := got.of("strict", "passive", "strict"); len(list) != 1 || list[0].Outcome != "there" {
		t.Errorf("a sweep, which says differences, has %+v", list)
	}
}

func TestOneReplicateHasNoInterval(t *testing.T) {
	rows := slices.Concat(replicated("x", "persons", "passive", 10), replicated("x", "persons", "strict", 12))
	c, err := Compare([]Run{finished(t, "a", rows, nil)}, "")
	if err != nil {
		t.Fatal(err)
	}
	if k := c.Contrasts[0]; k.Interval != nil || k.Difference != 200 {
		t.Errorf("%+v", k)
	}
}

func TestCompareRunsApart(t *testing.T) {
	passive := replicated("x", "points", "passive", 1, 2)
	one := finished(t, "one", slices.Concat(passive, replicated("x", "points", "strict", 2, 4)), nil)
	only := func(regimes ...string) func(m *panel.Manifest) {
		return func(m *panel.Manifest) { m.Regimes = regimes }
	}
	two := finished(t, "two", slices.Concat(passive, replicated("x", "points", "other", 0, 0)), only("passive", "other"))
	c, err := Compare([]Run{one, two}, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Contrasts) != 2 || c.Contrasts[0].Regime != "strict" || c.Contrasts[1].Regime != "other" ||
		c.Contrasts[0].Difference != 1.5 || c.Contrasts[1].Difference != -1.5 {
		t.Errorf("%+v", c.Contrasts)
	}
	if c, err := Compare([]Run{one, two}, "strict"); err != nil || c.Contrasts[0].Regime != "passive" || c.Contrasts[0].Difference != -1.5 {
		t.Errorf("against strict: %+v (%v)", c, err)
	}
	refused := map[string]struct {
		runs     []Run
		baseline string
		want     string
	}{
		"baseline":  {[]Run{one}, "nothing", "the regimes are passive, strict"},
		"no run":    {nil, "", "no run"},
		"twice":     {[]Run{one, finished(t, "x", replicated("x", "points", "passive", 9), only("passive"))}, "", "stands twice"},
		"apart":     {[]Run{finished(t, "x", append(passive[:1:1], replicated("x", "points", "strict", 0, 1)[1:]...), nil)}, "", "no replicate in common"},
		"no weight": {[]Run{finished(t, "x", passive, func(m *panel.Manifest) { m.Weight = 0 })}, "", "no weight"},
		"empty":     {[]Run{finished(t, "x", nil, nil)}, "", "no summary"},
	}
	for name, r := range refused {
		if _, err := Compare(r.runs, r.baseline); err == nil || !strings.Contains(err.Error(), r.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCompatible(t *testing.T) {
	rows := replicated("x", "points", "passive", 1)
	base := finished(t, "first", rows, nil)
	cases := map[string]func(m *panel.Manifest){
		"population": func(m *panel.Manifest) { m.PopulationHash = "dddd" },
		"persons":    func(m *panel.Manifest) { m.Persons = 4000 },
		"weight":     func(m *panel.Manifest) { m.Weight = 50 },
		"market":     func(m *panel.Manifest) { m.MarketHash = "" },
		"start":      func(m *panel.Manifest) { m.Start = "2024-04-08" },
		"burn-in":    func(m *panel.Manifest) { m.BurnIn.Plan = "dddd" },
		"weeks":      func(m *panel.Manifest) { m.Weeks = 52 },
		"seed":       func(m *panel.Manifest) { m.Seed = 2 },
		"regime strict": func(m *panel.Manifest) {
			m.Plans = map[string]string{"passive": "p", "strict": "changed"}
		},
	}
	for name, change := range cases {
		err := Compatible([]Run{base, finished(t, "second", rows, change)})
		if err == nil {
			t.Errorf("%s: passed", name)
			continue
		}
		text := err.Error()
		if !strings.Contains(text, name+" differs: ") || strings.Count(text, " differs: ") != 1 || !strings.Contains(text, " in first, ") || !strings.Contains(text, " in second") {
			t.Errorf("%s: %v", name, err)
		}
	}
	both := finished(t, "second", rows, func(m *panel.Manifest) { m.Seed, m.Weeks = 2, 52 })
	if err := Compatible([]Run{base, both}); err == nil || strings.Count(err.Error(), " differs: ") != 2 {
		t.Errorf("two differences: %v", err)
	}
	if err := Compatible([]Run{base, finished(t, "second", rows, func(m *panel.Manifest) { m.Outside.Workers = 7 })}); err != nil {
		t.Errorf("other workers: %v", err)
	}
}
