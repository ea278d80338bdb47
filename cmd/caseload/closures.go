package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"caseload/analysis"
	"caseload/sim"
)

// underClosure is a regime's effect on jobs when the vacancy market is closed in one way.
type underClosure struct {
	Closure   string            `json:"closure"`
	Regime    string            `json:"regime"`
	Gained    analysis.Contrast `json:"jobs_gained"`    // exits to work
	Others    analysis.Contrast `json:"others_hired"`   // competitors
	Displaced *float64          `json:"jobs_displaced"` // of competitors for each job gained; nil where none is
	Weight    float64           `json:"weight"`
}

// closures is the same comparison under every closure of the vacancy market: how many of
// the jobs that claimants gain are taken from others is an assumption about demand, so it
// is shown, not chosen.
type closures struct {
	Title    string         `json:"title"`
	Baseline string         `json:"baseline"`
	Results  []underClosure `json:"results"`
}

// underClosures runs the scenario once for each closure, the summary only.
func (f *compareFlags) underClosures(ctx context.Context, e *edge, name string) (*closures, error) {
	all := &closures{}
	sets := f.sets
	defer func() { f.sets = sets }()
	for _, closure := range [...]sim.Closure{sim.Inflow, sim.Stock, sim.Entry} {
		f.sets = append(sets[:len(sets):len(sets)], "market.closure="+closure.String())
		o, err := f.order(e, name)
		if err != nil {
			return nil, err
		}
		if err := f.checkNames([]compared{{label: name, order: o}}); err != nil {
			return nil, err
		}
		o.target += "-closure-" + closure.String()
		folder, err := o.sufficient(ctx, e)
		if err != nil {
			return nil, err
		}
		c, err := analysis.Compare([]analysis.Run{{Label: filepath.Clean(o.target), Folder: folder}}, f.baseline)
		if err != nil {
			return nil, unfit(err)
		}
		all.Title, all.Baseline = folder.Manifest.Title, c.Baseline
		all.add(closure.String(), c, folder.Manifest.Weeks, folder.Manifest.Weight)
	}
	return all, nil
}

// add takes the effects over the whole run on everybody.
func (a *closures) add(closure string, c analysis.Comparison, weeks int, weight float64) {
	found := map[string]*underClosure{}
	for _, k := range c.Contrasts {
		if k.FromWeek != 0 || k.ToWeek != weeks || k.Subgroup != "all" {
			continue
		}
		u, there := found[k.Regime]
		if !there {
			a.Results = append(a.Results, underClosure{Closure: closure, Regime: k.Regime, Weight: weight})
			u = &a.Results[len(a.Results)-1]
			found[k.Regime] = u
		}
		switch k.Outcome {
		case "exits_to_work":
			u.Gained = k
		case "competitor_hires":
			u.Others = k
		}
	}
	for k := range a.Results {
		if u := &a.Results[k]; u.Gained.Difference > 0 {
			displaced := -u.Others.Difference / u.Gained.Difference
			u.Displaced = &displaced
		}
	}
}

func (a *closures) rows() [][]string {
	rows := [][]string{{"regime", "closure", "jobs gained", "95% interval", "hires of others", "displaced for each job gained"}}
	for _, u := range a.Results {
		between, displaced := "-", "-"
		if i := u.Gained.Interval; i != nil {
			between = fmt.Sprintf("%s to %s", grouped(i.Low, 0), grouped(i.High, 0))
		}
		if u.Displaced != nil {
			displaced = fmt.Sprintf("%.2f", *u.Displaced)
		}
		rows = append(rows, []string{u.Regime, u.Closure, grouped(u.Gained.Difference, 0), between, grouped(u.Others.Difference, 0), displaced})
	}
	return rows
}

func (a *closures) text(w io.Writer) {
	fmt.Fprintf(w, "%s\nagainst %s, whole run, the country; the intervals are simulation noise\n\n", a.Title, a.Baseline)
	writeTable(w, 2, a.rows())
	fmt.Fprint(w, "\ninflow: the number of new vacancies is held; stock: the number of open ones is; entry: new ones follow the chance of filling them\n")
}
