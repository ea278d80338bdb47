package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"caseload/analysis"
	"caseload/sim"
	"caseload/sim/panel"
)

// inWorlds is an outcome in both worlds of wellbeing.
type inWorlds struct {
	Regime      string            `json:"regime"`
	Outcome     string            `json:"outcome"`
	Association analysis.Contrast `json:"association"`
	CausalOnly  analysis.Contrast `json:"causal_only"`
	Differs     string            `json:"differs,omitempty"` // how the answer differs between the worlds; empty where it does not
}

// worlds is the same comparison where states have the effects on how people fare that
// published comparisons show, and where they have what is left of these when causes are
// handled.
type worlds struct {
	Title    string     `json:"title"`
	Baseline string     `json:"baseline"`
	Results  []inWorlds `json:"results"`
}

// theWorlds are the words for wellbeing.effects, as folders have them.
var theWorlds = [...]string{"association", "causal_only"}

// inBothWorlds runs the scenario in each world, the summary only, and keeps what is asked for by
// name, else what wellbeing has to do with over the whole run.
func (f *compareFlags) inBothWorlds(ctx context.Context, e *edge, name string) (*worlds, error) {
	outcomes, err := chosenNames("outcome", f.outcomes, append(sim.Outcomes(), analysis.Ratios()...), outcomesOfWellbeing())
	if err != nil {
		return nil, err
	}
	subgroups, err := chosenNames("subgroup", f.subgroups, sim.Subgroups(), []string{"all"})
	if err != nil {
		return nil, err
	}
	var both [len(theWorlds)]analysis.Comparison
	all := &worlds{}
	for k, world := range theWorlds {
		run, err := f.varied(ctx, e, name, "market.wellbeing.effects="+world, worldFolder(world))
		if err != nil {
			return nil, err
		}
		if both[k], err = analysis.Compare([]analysis.Run{run}, f.baseline); err != nil {
			return nil, unfit(err)
		}
		m := &run.Folder.Manifest
		all.Title, all.Baseline = m.Title, both[k].Baseline
		both[k] = both[k].Select(func(k analysis.Contrast) bool {
			return k.Total() && slices.Contains(subgroups, k.Subgroup) && f.within(k.Cell, m.Weeks)
		})
	}
	all.Results = betweenWorlds(both[0], both[1], outcomes)
	return all, nil
}

// worldFolder is what the folder of a run in another world ends with.
func worldFolder(world string) string { return "-wellbeing-" + world }

// wholeRun keeps the total effects on everybody over the whole run.
func wholeRun(c analysis.Comparison, weeks int) analysis.Comparison {
	return c.Select(func(k analysis.Contrast) bool {
		return k.Total() && k.Subgroup == "all" && k.FromWeek == 0 && k.ToWeek == weeks
	})
}

// outcomesOfWellbeing are those that wellbeing has to do with.
func outcomesOfWellbeing() (names []string) {
	for _, o := range panel.Outcomes() {
		if o.Theme == "wellbeing" && o.Shown&panel.Headline != 0 || o.Theme == "value" && o.Shown&panel.InWorlds != 0 {
			names = append(names, o.Name)
		}
	}
	return names
}

// betweenWorlds sets outcomes in two worlds side by side.
func betweenWorlds(association, causal analysis.Comparison, outcomes []string) (list []inWorlds) {
	for _, outcome := range outcomes {
		for _, a := range association.Contrasts {
			at := slices.IndexFunc(causal.Contrasts, func(k analysis.Contrast) bool { return k.Cell == a.Cell && k.Regime == a.Regime })
			if a.Outcome != outcome || at < 0 {
				continue
			}
			b := causal.Contrasts[at]
			list = append(list, inWorlds{Regime: a.Regime, Outcome: a.Outcome, Association: a, CausalOnly: b, Differs: answersDiffer(a, b)})
		}
	}
	return list
}

// answersDiffer says how two contrasts differ in what they tell: their direction, whether it
// can be told, or a size of which neither allows for the other.
func answersDiffer(a, b analysis.Contrast) string {
	if a.Interval == nil || b.Interval == nil {
		return ""
	}
	switch da, db := direction(a), direction(b); {
	case da != 0 && db != 0 && da != db:
		return "in direction"
	case da != db:
		return "in whether an effect is told"
	case a.Interval.Low > b.Interval.High || b.Interval.Low > a.Interval.High:
		return "in size"
	}
	return ""
}

// direction is that of a difference, 0 where it is not told from none.
func direction(k analysis.Contrast) int {
	switch {
	case k.Interval.Low > 0:
		return 1
	case k.Interval.High < 0:
		return -1
	}
	return 0
}

func (a *worlds) rows() [][]string {
	rows := [][]string{{"regime", "outcome", "weeks", "subgroup", "unit", "association", "95% interval", "causal only", "95% interval (causal only)", "differs"}}
	for _, r := range a.Results {
		size := scale{}.withDifference(r.Association).withDifference(r.CausalOnly)
		labels := []string{r.Regime, r.Outcome, weeksOf(r.Association.Cell), r.Association.Subgroup, size.unitWords()}
		rows = append(rows, slices.Concat(labels, size.effect(r.Association), size.effect(r.CausalOnly), []string{r.Differs}))
	}
	return rows
}

func (a *worlds) text(w io.Writer) {
	fmt.Fprintf(w, "%s\nagainst %s, of the country; the intervals are simulation noise\n\n", a.Title, a.Baseline)
	rows := a.rows()
	for _, row := range rows[1:] {
		row[1] = inText(row[1])
	}
	writeTable(w, 5, rows)
	fmt.Fprint(w, "\nassociation: states have the effects on how people fare that published comparisons show; causal only: the share of them that is left when causes are handled\n")
}
