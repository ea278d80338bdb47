package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"caseload/analysis"
	"caseload/sim/panel"
)

// premises is what a result hangs on, as far as runs beside it show how far: the same
// comparison under other closures of the vacancy market, and in the other world of wellbeing.
type premises struct {
	of       panel.HangsOn
	closures *closures // nil without a run under another closure
	worlds   *worlds   // nil without a run in the other world
	absent   []string  // what the run does not include
	held     bool      // own effects and spillovers were found
}

func newPremises(run analysis.Run, all analysis.Comparison) premises {
	m := &run.Folder.Manifest
	return premises{of: m.HangsOn, closures: closuresBeside(run, all.Baseline), worlds: worldsBeside(run, all), absent: m.NotIncluded, held: len(m.Hold) > 0}
}

// beside opens the twin of a run in the folder with the ending, and compares its regimes.
func beside(run analysis.Run, ending, baseline string) (analysis.Comparison, bool) {
	label := run.Label + ending
	folder, err := panel.Open(os.DirFS(label))
	if err != nil || !twins(&run.Folder.Manifest, &folder.Manifest) {
		return analysis.Comparison{}, false
	}
	compared, err := analysis.Compare([]analysis.Run{{Label: label, Folder: folder}}, baseline)
	return compared, err == nil // an error: another baseline was asked for than that run has
}

// twins tells whether two runs differ in their market alone.
func twins(a, b *panel.Manifest) bool {
	return a.Seed == b.Seed && a.Persons == b.Persons && a.Weeks == b.Weeks && a.Start == b.Start && a.PopulationHash == b.PopulationHash &&
		slices.Equal(a.Regimes, b.Regimes) && slices.Equal(a.Replicates, b.Replicates)
}

// closuresBeside is the effect on jobs under the closures of which there are runs.
func closuresBeside(run analysis.Run, baseline string) *closures {
	m := &run.Folder.Manifest
	found := &closures{Baseline: baseline}
	for _, c := range theClosures {
		if compared, there := beside(run, closureFolder(c.String()), baseline); there {
			found.add(c.String(), compared, m.Weeks, []string{"all"}, m.Weight)
		}
	}
	if len(found.Results) == 0 {
		return nil
	}
	return found
}

// worldsBeside sets a run against its twin in the other world of wellbeing.
func worldsBeside(run analysis.Run, here analysis.Comparison) *worlds {
	m := &run.Folder.Manifest
	other := theWorlds[(slices.Index(theWorlds[:], m.HangsOn.Wellbeing)+1)%len(theWorlds)]
	there, found := beside(run, worldFolder(other), here.Baseline)
	if !found {
		return nil
	}
	here, there = wholeRun(here, m.Weeks), wholeRun(there, m.Weeks)
	if other == theWorlds[0] {
		here, there = there, here
	}
	return &worlds{Title: m.Title, Baseline: here.Baseline, Results: betweenWorlds(here, there, outcomesOfWellbeing())}
}

// text says what the result hangs on, and what the run does not include.
func (p *premises) text(w io.Writer) {
	if p.of.Closure == "" {
		return // a run of a version that did not say so
	}
	fmt.Fprint(w, "\nWhat the result hangs on\n")
	for _, on := range p.lines() {
		fmt.Fprintf(w, "  %s\n", on)
	}
	fmt.Fprint(w, "\nWhat this run does not include\n")
	for _, what := range p.absent {
		fmt.Fprintf(w, "  %s\n", what)
	}
}

// lines are what the result hangs on, one to a line.
func (p *premises) lines() []string {
	list := []string{fmt.Sprintf("vacancies: how many jobs others lose hangs on how vacancies respond, here by closure %s; %s", p.of.Closure, p.underClosures())}
	if p.held {
		list = append(list, "others: what a regime does to each person alone, and what the others who are switched too add to that, stand above")
	}
	switch p.of.Training {
	case "both ends":
		list = append(list, "training: what it teaches is a prior; both ends of its range stand above")
	case "one value":
		list = append(list, "training: what it teaches is a prior, and only one value of it was run; give it a range")
	case "priors: none":
		list = append(list, "training: what it teaches is a prior, and one value of it was run, as the scenario asks (priors: none)")
	}
	return append(list, fmt.Sprintf("wellbeing: effects of states on how people fare are those of the world %s; %s", p.of.Wellbeing, p.inWorlds()))
}

// underClosures is the jobs gained and displaced by closure in words.
func (p *premises) underClosures() string {
	if p.closures == nil {
		return "--closures shows the others"
	}
	var words []string
	for _, u := range p.closures.Results {
		displaced := unidentified
		if u.Displaced != nil && u.Between != nil {
			displaced = fmt.Sprintf("%.2f", *u.Displaced)
		}
		words = append(words, fmt.Sprintf("%s under %s: %s jobs gained, displaced for each %s", u.Regime, u.Closure, grouped(u.Gained.Difference, 0), displaced))
	}
	return strings.Join(words, "; ")
}

// inWorlds flags the results that differ between the worlds.
func (p *premises) inWorlds() string {
	if p.worlds == nil {
		return "--worlds shows which results are others where only causes count"
	}
	var words []string
	for _, r := range p.worlds.Results {
		if r.Differs != "" {
			words = append(words, fmt.Sprintf("%s of %s %s", r.Outcome, r.Regime, r.Differs))
		}
	}
	if len(words) == 0 {
		return "the other world tells the same of wellbeing"
	}
	return "FLAG: the worlds differ about " + strings.Join(words, ", ")
}
