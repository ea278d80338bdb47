package scenarios

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// Golden runs are every shipped scenario, and every regime that none of them has in its default
// one, with 500 persons, twenty weeks of burn-in, thirty weeks and one replicate.
var goldenSets = []string{"persons=500", "burn_in.weeks=20", "horizon=30 weeks", "replicates=1", "panel.every=1 week"}

// TestGolden holds every shipped scenario, small, against what it gave before: digests of
// all whole numbers by table, and a table of weekly numbers to see what changed. The same
// constants hold on every processor: GOAMD64=v3 go test -run TestGolden ./scenarios.
//
// A change that is meant is written with -update and noted in the changelog under "Results
// changed".
func TestGolden(t *testing.T) {
	library := shipped
	shown := map[string]bool{}
	for _, kind := range []string{"scenario", "regime"} {
		for _, listing := range library.List() {
			if listing.Kind != kind || ofClass(listing.Name) || shown[listing.Name] {
				continue
			}
			t.Run(listing.Name, func(t *testing.T) {
				c, problems := Load(library, listing.Name, goldenSets)
				if c == nil {
					t.Fatal(problems.String())
				}
				for _, arm := range c.Arms {
					shown[arm.Name] = true
				}
				compareGolden(t, filepath.Join("testdata", "golden", listing.Name+".txt"), golden(t, c))
			})
		}
	}
	if len(shown) == 0 {
		t.Error("no scenario is shipped")
	}
}

// ofClass tells the world of forty people and its regimes, which are checked by hand.
func ofClass(name string) bool { return name == "by-hand" || strings.HasPrefix(name, "class-") }

// golden runs a case and describes what came out.
func golden(t *testing.T, c *Case) string {
	t.Helper()
	folder := &simtest.Folder{}
	all := []int{1}
	result, err := sim.Execute(context.Background(), &sim.Job{
		Config: c.Config, Arms: c.Arms, Baseline: c.Baseline(), Hold: c.Hold(), Replicates: all, InFull: all, Horizon: weeks(c.Scenario.Horizon), Every: 1,
		Tables:  sim.Tables{panel.Persons, panel.Panel, panel.Spells, panel.Coaches, panel.Districts, panel.Programmes, panel.Accounts, panel.Summary},
		Workers: 2, Create: folder.Create,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, check := range result.Checks {
		if !check.Passed {
			t.Errorf("%s: %s", check.Name, check.Detail)
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s, %s\n\n", c.Name, strings.Join(goldenSets, ", "))
	for _, table := range []string{panel.Persons, panel.Panel, panel.Spells, panel.Coaches, panel.Districts, panel.Programmes, panel.Accounts, panel.Summary} {
		var parts []panel.Part
		rows := int64(0)
		for _, p := range result.Parts {
			if p.Table == table {
				parts = append(parts, p)
				rows += p.Rows
			}
		}
		fmt.Fprintf(&out, "%-10s %6d rows  %s\n", table, rows, panel.DatasetDigest(parts))
	}
	for _, arm := range c.Arms {
		weekly(t, &out, folder, result, arm.Name)
	}
	return out.String()
}

// weekly writes a table of an arm's weekly numbers, replicates together.
func weekly(t *testing.T, out *strings.Builder, folder *simtest.Folder, result *sim.Result, arm string) {
	t.Helper()
	rows := simtest.Rows[panel.PanelRow](t, folder, result, panel.Selection{Regime: arm})
	byWeek := map[int16]map[string]int64{}
	names := []string{"applying", "claimant", "employed", "other_benefit", "inactive", "retired", "sanctioned", "seen", "missed", "paid_pounds", "lost_pounds", "earned_pounds"}
	groups := map[string]bool{}
	for _, r := range rows {
		week := byWeek[r.Week]
		if week == nil {
			week = map[string]int64{}
			byWeek[r.Week] = week
		}
		week[r.Status.String()]++
		if r.Group != "" {
			groups[r.Group] = true
			week[r.Group]++
		}
		if r.Sanctioned {
			week["sanctioned"]++
		}
		week["seen"] += int64(r.InterviewsHeld)
		week["missed"] += int64(r.InterviewsMissed)
		week["paid_pounds"] += int64(r.BenefitDuePence - r.SanctionPence)
		week["lost_pounds"] += int64(r.SanctionPence)
		week["earned_pounds"] += r.EarningsPence
	}
	var sorted []string
	for group := range groups {
		sorted = append(sorted, group)
	}
	slices.Sort(sorted)
	names = append(names[:2:2], append(sorted, names[2:]...)...)
	fmt.Fprintf(out, "\n%s\nweek", arm)
	for _, name := range names {
		fmt.Fprintf(out, " %*s", len(name), name)
	}
	out.WriteByte('\n')
	for w := range int16(31) {
		fmt.Fprintf(out, "%4d", w)
		for _, name := range names {
			x := byWeek[w][name]
			if strings.HasSuffix(name, "_pounds") {
				x /= 100
			}
			fmt.Fprintf(out, " %*d", len(name), x)
		}
		out.WriteByte('\n')
	}
}

// compareGolden compares a description with the file that keeps it, and shows the first
// line that differs.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; write it with -update", err)
	}
	if bytes.Equal(want, []byte(got)) {
		return
	}
	old, now := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	place := ""
	for k := range min(len(old), len(now)) {
		if fields := strings.Fields(old[k]); len(fields) == 1 {
			place = old[k]
		}
		digest := strings.Contains(old[k], " rows ")
		if old[k] != now[k] && !digest {
			t.Errorf("%s differs first in %s:\n     %s\nand  %s\nfind the stage and the person with simtest.Lockstep; if the change is meant, write it with -update and note it in the changelog",
				file, place, old[k], now[k])
			return
		}
	}
	t.Errorf("%s: digests differ and no weekly number does:\n%s", file, strings.Join(now[:min(len(now), 10)], "\n"))
}
