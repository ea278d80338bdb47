package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"caseload/analysis"
	"caseload/policy/source"
	"caseload/sim/panel"
)

const compareHelp = `Effects of each regime against the baseline: the difference within each replicate,
averaged, with a 95% interval over replicates. The interval is simulation noise; it
says nothing about how well the model fits a country.

Where the scenario holds diaries and market (--set hold=[diaries, market]) there are
own effects too: what a regime does to each person who is switched alone. What the
others add to that is the spillover.

What differs between the regimes comes first; then headline outcomes, and those that the
scenario names; then how the effect grows with time and how it differs by readiness for
work and by district. Regimes that train are shown at both ends of what their training may
teach. At the end stand what the result hangs on and what the run does not include. Any of
--outcome, --horizon and --subgroup prints one table of what is asked for instead:
--outcome every shows every outcome.

A scenario is run first, unless a finished run of it is there. Several runs can be
compared if they differ in their regimes alone. Totals are those of the country, or of
the run where each of its persons stands for one.

--format html prints all of it as one page with pictures; see "caseload report".`

// compareFlags are a run's, and those that choose what is shown.
type compareFlags struct {
	runFlags
	baseline  string
	outcomes  []string
	horizons  []string
	subgroups []string
	closures  bool
	worlds    bool
}

func newCompare(e *edge) *cobra.Command {
	var f compareFlags
	c := offering(&cobra.Command{
		Use:   "compare SCENARIO|RUN...",
		Short: "effects of each regime against the baseline, with intervals",
		Long:  compareHelp,
		Example: "  caseload compare passive-vs-universal-credit\n" +
			"  caseload compare runs/mine --outcome exits_to_work,sanctions --horizon 26,52\n" +
			"  caseload compare runs/mine --outcome weeks_in_work --subgroup all,age=16-24,age=50+\n" +
			"  caseload compare more-search --closures --subgroup all,tightness=slack,tightness=tight\n" +
			"  caseload compare passive-vs-universal-credit --format html > brief.html",
		Args:              takes("SCENARIO or RUN", 1, -1),
		ValidArgsFunction: completeNames("scenario", "regime"),
		RunE:              func(c *cobra.Command, words []string) error { return f.compare(c.Context(), e, words) },
	}, formatText, formatJSON, formatCSV, formatHTML)
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.baseline, "baseline", "", "regime `NAME` that the others are compared with (default the scenario's)")
	flags.StringSliceVar(&f.outcomes, "outcome", nil, "`LIST` of outcomes to show, with commas between, or every")
	flags.StringSliceVar(&f.horizons, "horizon", nil, "`LIST` of weeks to look at: 52 is the first 52, 1-53 week 1 to before week 53, or all (default the whole run)")
	flags.StringSliceVar(&f.subgroups, "subgroup", nil, "`LIST` of parts of the population: age=16-24, all and so on, or every (default all)")
	flags.BoolVar(&f.closures, "closures", false, "run the scenario under every closure of the vacancy market, and show how many jobs are taken from others, or the outcomes of --outcome, by --subgroup")
	flags.BoolVar(&f.worlds, "worlds", false, "run the scenario in both worlds of wellbeing, association and causal only, and flag what differs")
	f.addTo(c)
	return c
}

// compare runs what is to be run, and prints what was asked for of it.
func (f *compareFlags) compare(ctx context.Context, e *edge, words []string) error {
	if f.closures && f.worlds && e.format != formatHTML {
		return wrong("leave one of them out, or add --format html for a page with both", "--closures and --worlds print a table each")
	}
	if f.closures {
		if err := oneScenario(words, "--closures runs one scenario under each closure"); err != nil {
			return err
		}
		all, err := f.underClosures(ctx, e, words[0])
		if err != nil {
			return err
		}
		if e.format != formatHTML {
			return e.print(all, all.text, all.rows())
		}
	}
	if f.worlds {
		if err := oneScenario(words, "--worlds runs one scenario in both worlds"); err != nil {
			return err
		}
		all, err := f.inBothWorlds(ctx, e, words[0])
		if err != nil {
			return err
		}
		if e.format != formatHTML {
			return e.print(all, all.text, all.rows())
		}
	}
	runs, err := f.runs(ctx, e, words)
	if err != nil {
		return err
	}
	if e.format == formatHTML {
		page, err := htmlPage(runs, f.baseline)
		if err != nil {
			return err
		}
		return e.write(page)
	}
	all, err := analysis.Compare(runs, f.baseline)
	if err != nil {
		return unfit(err)
	}
	p, err := f.choose(all, runs)
	if err != nil {
		return err
	}
	return e.print(p, p.text, p.rows())
}

// oneScenario refuses several things, and a finished run, where a scenario is run in several ways.
func oneScenario(words []string, does string) error {
	if len(words) != 1 {
		return wrong("name one scenario", "%s", does)
	}
	if _, err := os.Stat(filepath.Join(words[0], panel.ManifestName)); err == nil {
		return wrong(fmt.Sprintf("name the scenario that it was made of, %s", filepath.Join(words[0], scenarioName)), "%s, and %s is a finished run", does, words[0])
	}
	return nil
}

// runs opens the runs that are named, and runs the scenarios once all that is asked for
// is known to be there.
func (f *compareFlags) runs(ctx context.Context, e *edge, words []string) ([]analysis.Run, error) {
	all, err := f.understand(e, words)
	if err != nil {
		return nil, err
	}
	var runs []analysis.Run
	for _, one := range all {
		if one.order != nil {
			if one.folder, err = one.order.sufficient(ctx, e); err != nil {
				return nil, err
			}
		}
		runs = append(runs, analysis.Run{Label: one.label, Folder: one.folder})
	}
	return runs, nil
}

// unusedWithRuns refuses flags that would change a run where nothing is run.
func (f *compareFlags) unusedWithRuns(words []string, all []compared) error {
	if slices.ContainsFunc(all, func(one compared) bool { return one.order != nil }) {
		return nil
	}
	for _, name := range []string{"out", "seed", "replicates", "persons", "weeks", "panel-every", panelColumns, "set", "regime", "replicate", "tables", "panel-replicates", "checkpoint", "from", "overwrite"} {
		if f.flags.Changed(name) {
			return wrong("name a scenario to have it run, or leave the flag out", "--%s changes a run, and %s is finished", name, words[0])
		}
	}
	return nil
}

// sufficient is a finished run of the order, or a new one. Its summary is enough,
// whatever other tables it has.
func (o *order) sufficient(ctx context.Context, e *edge) (*panel.Folder, error) {
	enough := *o
	enough.tables, enough.inFull = []string{panel.Summary}, nil
	folder, err := enough.finished()
	if err != nil {
		return nil, err
	}
	if folder != nil {
		noteVersion(e, folder, o.target)
		return folder, nil
	}
	if folder, err = o.run(ctx, e); err == nil {
		e.note("the run is in %s", o.target)
	}
	return folder, err
}

// noRun says that a folder cannot be compared or described.
func noRun(err error, folder string) error {
	if errors.Is(err, syscall.ENOTDIR) {
		return wrong("name the folder that \"caseload run "+folder+"\" prints", "%s is a file, not the folder of a run", folder)
	}
	if _, sweep := os.Stat(filepath.Join(folder, sweepPlan)); errors.Is(err, panel.ErrNoRun) && sweep == nil {
		return wrong(fmt.Sprintf("\"caseload describe %s\" says which runs it has; \"caseload rows %s %s\" prints its table", folder, folder, panel.Sweep), "%s is a sweep, not a run", folder)
	}
	if errors.Is(err, panel.ErrNoRun) {
		return wrong("name the folder that \"caseload run\" printed", "%s is %s", folder, err)
	}
	if errors.Is(err, fs.ErrPermission) {
		return plainly(err, folder)
	}
	return wrong("", "%s: %s", folder, err)
}

// unfit words what the comparison refuses.
func unfit(err error) error {
	if !errors.Is(err, analysis.ErrIncompatible) {
		return wrong("", "%s", err)
	}
	first, rest, _ := strings.Cut(err.Error(), "\n    ")
	return wrong(strings.ReplaceAll(rest, "\n    ", "\n"), "%s", first)
}

// choose keeps what the flags ask for, having checked every name.
func (f *compareFlags) choose(all analysis.Comparison, runs []analysis.Run) (*comparison, error) {
	var outcomes, spans, subgroups []string
	longest, something := analysis.Cell{}, map[string]bool{}
	for _, c := range all.Contrasts {
		something[c.Outcome] = something[c.Outcome] || c.BaselineMean != 0 || c.RegimeMean != 0
		outcomes, spans, subgroups = addOnce(outcomes, c.Outcome), addOnce(spans, span(c.Cell)), addOnce(subgroups, c.Subgroup)
		if c.ToWeek-c.FromWeek > longest.ToWeek-longest.FromWeek {
			longest = c.Cell
		}
	}
	// What happens under no regime is not shown unless it is asked for by name.
	usual := slices.DeleteFunc(slices.Clone(outcomes), func(name string) bool { return !something[name] })
	wantedOutcomes, err := chosenNames("outcome", f.outcomes, outcomes, usual)
	if err != nil {
		return nil, err
	}
	wantedSpans, err := chosenNames("horizon", f.horizons, spans, []string{span(longest)})
	if err != nil {
		return nil, err
	}
	wantedSubgroups, err := chosenNames("subgroup", f.subgroups, subgroups, []string{"all"})
	if err != nil {
		return nil, err
	}
	p := newComparison(runs)
	if f.outcomes == nil && f.horizons == nil && f.subgroups == nil {
		p.account = newAccount(all, &runs[0].Folder.Manifest, longest)
		p.premises = newPremises(runs[0], all)
		p.policies = policiesOf(runs)
		if p.Standings, err = standingsOf(runs, all.Baseline); err != nil {
			return nil, unfit(err)
		}
	}
	p.Comparison = all.Select(func(c analysis.Contrast) bool {
		return slices.Contains(wantedOutcomes, c.Outcome) && slices.Contains(wantedSpans, span(c.Cell)) && slices.Contains(wantedSubgroups, c.Subgroup)
	})
	return p, nil
}

// every asks for all subgroups or horizons, as "all" is itself a subgroup.
const every = "every"

// chosenNames checks names given to a flag against those there are.
func chosenNames(flag string, asked, there, usual []string) ([]string, error) {
	if len(asked) == 0 {
		return usual, nil
	}
	if flag == "outcome" { // tables leave the unit out of the names of money
		asked = slices.Clone(asked)
		for k, name := range asked {
			if !slices.Contains(there, name) && slices.Contains(there, name+"_pence") {
				asked[k] = name + "_pence"
			}
		}
	}
	for _, name := range asked {
		if name == every || flag == "horizon" && name == "all" {
			return there, nil
		}
		if !slices.Contains(there, name) {
			return nil, wrong(choices(flag, name, there), "--%s: there is no %s %q here", flag, flag, name)
		}
	}
	return asked, nil
}

// choices are names that may have been meant, and how to see all of them where they are many.
func choices(flag, name string, there []string) string {
	if flag == "outcome" {
		there = slices.Clone(there)
		for k := range there {
			there[k] = inText(there[k])
		}
	}
	hint := source.Choices(name, there, "there are")
	if strings.HasSuffix(hint, " more") {
		hint += "\n--" + flag + " every shows all"
	}
	return hint
}

func addOnce(list []string, word string) []string {
	if slices.Contains(list, word) {
		return list
	}
	return append(list, word)
}
