package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"caseload/analysis"
	"caseload/sim"
)

// underClosure is a regime's effect on jobs when the vacancy market is closed in one way.
type underClosure struct {
	Closure   string             `json:"closure"`
	Regime    string             `json:"regime"`
	Subgroup  string             `json:"subgroup"`
	Effect    string             `json:"effect"`
	Gained    analysis.Contrast  `json:"jobs_gained"`             // exits to work
	Others    *analysis.Contrast `json:"others_hired"`            // competitors; nil where these are not told apart
	Displaced *float64           `json:"jobs_displaced"`          // of others for each job gained; nil where that is not identified
	Between   *analysis.Interval `json:"jobs_displaced_interval"` // nil with it, and in a single replicate
	Weight    float64            `json:"weight"`
}

// closures is the same comparison under every closure of the vacancy market: how many of
// the jobs that claimants gain are taken from others is an assumption about demand, so it
// is shown, not chosen.
type closures struct {
	Title    string         `json:"title"`
	Baseline string         `json:"baseline"`
	Results  []underClosure `json:"results"`

	// Asked are the contrasts of the outcomes that were asked for by name, of every closure.
	Asked []analysis.Contrast `json:"outcomes,omitempty"`
}

// underClosures runs the scenario once for each closure, the summary only.
func (f *compareFlags) underClosures(ctx context.Context, e *edge, name string) (*closures, error) {
	all := &closures{}
	subgroups, err := chosenNames("subgroup", f.subgroups, sim.Subgroups(), []string{"all"})
	if err != nil {
		return nil, err
	}
	outcomes, err := chosenNames("outcome", f.outcomes, append(sim.Outcomes(), analysis.Ratios()...), nil)
	if err != nil {
		return nil, err
	}
	for _, closure := range theClosures {
		run, err := f.varied(ctx, e, name, "market.closure="+closure.String(), closureFolder(closure.String()))
		if err != nil {
			return nil, err
		}
		c, err := analysis.Compare([]analysis.Run{run}, f.baseline)
		if err != nil {
			return nil, unfit(err)
		}
		m := &run.Folder.Manifest
		all.Title, all.Baseline = m.Title, c.Baseline
		all.add(closure.String(), c, m.Weeks, subgroups, m.Weight)
		all.Asked = append(all.Asked, c.Select(func(k analysis.Contrast) bool {
			return slices.Contains(outcomes, k.Outcome) && slices.Contains(subgroups, k.Subgroup) && k.Total() && f.within(k.Cell, m.Weeks)
		}).Contrasts...)
	}
	return all, nil
}

// within tells whether weeks are those that were asked for, else the whole run.
func (f *compareFlags) within(c analysis.Cell, weeks int) bool {
	if f.horizons == nil {
		return c.FromWeek == 0 && c.ToWeek == weeks
	}
	return slices.Contains(f.horizons, span(c)) || slices.Contains(f.horizons, every) || slices.Contains(f.horizons, "all")
}

// theClosures are those under which a scenario is run.
var theClosures = [...]sim.Closure{sim.Inflow, sim.Stock, sim.Entry}

// closureFolder is what the folder of a run under another closure ends with.
func closureFolder(closure string) string { return "-closure-" + closure }

// varied runs a scenario with one thing set otherwise, the summary only, into a folder beside
// that of the scenario itself.
func (f *compareFlags) varied(ctx context.Context, e *edge, name, set, ending string) (analysis.Run, error) {
	sets := f.sets
	defer func() { f.sets = sets }()
	f.sets = append(sets[:len(sets):len(sets)], set)
	o, err := f.order(e, name)
	if err != nil {
		return analysis.Run{}, err
	}
	if err := f.checkNames([]compared{{label: name, order: o}}); err != nil {
		return analysis.Run{}, err
	}
	o.target += ending
	folder, err := o.sufficient(ctx, e)
	return analysis.Run{Label: filepath.Clean(o.target), Folder: folder}, err
}

// add takes the effects over the whole run on the parts of the population that are asked for.
func (a *closures) add(closure string, c analysis.Comparison, weeks int, subgroups []string, weight float64) {
	for _, gained := range c.Contrasts {
		if gained.Outcome != "exits_to_work" || gained.FromWeek != 0 || gained.ToWeek != weeks ||
			gained.Effect != sim.Own && !gained.Total() || !slices.Contains(subgroups, gained.Subgroup) {
			continue
		}
		u := underClosure{Closure: closure, Regime: gained.Regime, Subgroup: gained.Subgroup, Effect: gained.Effect, Gained: gained, Weight: weight}
		for k := range c.Contrasts {
			o := &c.Contrasts[k]
			if o.FromWeek != 0 || o.ToWeek != weeks || o.Subgroup != u.Subgroup || o.Regime != u.Regime {
				continue
			}
			switch {
			case o.Outcome == "competitor_hires" && o.Effect == sim.Total:
				u.Others = o
			case o.Outcome == analysis.Displaced && o.Effect == u.Effect && !o.NotIdentified:
				u.Displaced, u.Between = &o.Difference, o.Interval
			}
		}
		a.Results = append(a.Results, u)
	}
}

// rows are those of the outcomes that were asked for, else the jobs.
func (a *closures) rows() [][]string {
	if len(a.Asked) > 0 {
		return a.askedRows()
	}
	return a.jobRows()
}

// askedRows are a line for each outcome, with a column for each closure.
func (a *closures) askedRows() [][]string {
	sizes := map[string]scale{}
	type line struct {
		regime        string
		analysis.Cell // without its closure
	}
	var lines []line
	of := map[line]map[string]analysis.Contrast{}
	for _, k := range a.Asked {
		sizes[k.Outcome] = sizes[k.Outcome].withDifference(k)
		at := line{k.Regime, k.Cell}
		at.Closure = ""
		if of[at] == nil {
			of[at] = map[string]analysis.Contrast{}
			lines = append(lines, at)
		}
		of[at][k.Closure] = k
	}
	rows := [][]string{{"regime", "outcome", "weeks", "subgroup", "unit"}}
	for _, closure := range theClosures {
		rows[0] = append(rows[0], closure.String(), "95% interval")
	}
	for _, at := range lines {
		row := []string{at.regime, inText(at.Outcome), weeksOf(at.Cell), at.Subgroup, sizes[at.Outcome].unitWords()}
		for _, closure := range theClosures {
			if k, there := of[at][closure.String()]; there {
				row = append(row, sizes[at.Outcome].effect(k)...)
			} else {
				row = append(row, "-", "-")
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func (a *closures) jobRows() [][]string {
	rows := [][]string{{"regime", "closure", "subgroup", "effect", "jobs gained", "95% interval", "hires of competitors", "displaced for each job gained", "95% interval"}}
	for _, u := range a.Results {
		gained, others, displaced, within := "-", "-", unidentified, "-"
		if i := u.Gained.Interval; i != nil {
			gained = fmt.Sprintf("%s to %s", grouped(i.Low, 0), grouped(i.High, 0))
		}
		if u.Others != nil {
			others = grouped(u.Others.Difference, 0)
		}
		if u.Displaced != nil {
			displaced = fmt.Sprintf("%.2f", *u.Displaced)
		}
		if i := u.Between; i != nil {
			within = fmt.Sprintf("%.2f to %.2f", i.Low, i.High)
		}
		rows = append(rows, []string{u.Regime, u.Closure, u.Subgroup, u.Effect, grouped(u.Gained.Difference, 0), gained, others, displaced, within})
	}
	return rows
}

func (a *closures) text(w io.Writer) {
	fmt.Fprintf(w, "%s\nagainst %s, whole run, the country; the intervals are simulation noise\n\n", a.Title, a.Baseline)
	words := 4
	if len(a.Asked) > 0 {
		words = 5
	}
	writeTable(w, words, a.rows())
	if len(a.Results) > 0 {
		fmt.Fprint(w, tooFew(a.Results[0].Gained.Replicates))
	}
	for _, u := range a.Results {
		if u.Effect == sim.Own {
			fmt.Fprint(w, "\nown: each person switched alone, so that other people of the run lose jobs too; total: all are, and competitors lose\n")
			break
		}
	}
	fmt.Fprint(w, "\ninflow: the number of new vacancies is held; stock: the number of open ones is; entry: new ones follow the chance of filling them\n")
}
