package analysis

import (
	"fmt"
	"slices"

	"caseload/sim/panel"
)

// Flow is how many of those who were there at week 0 were in one state in one week and
// in another in a later one, in the country, a mean over the replicates written in full.
type Flow struct {
	Regime   string  `json:"regime"`
	FromWeek int     `json:"from_week"`
	ToWeek   int     `json:"to_week"`
	From     string  `json:"from"` // the words of the panel's column status
	To       string  `json:"to"`
	Persons  float64 `json:"persons"`
}

// ObservedWeeks picks, of the weeks in which a run's panel has rows, week 0, the one
// nearest to the middle, and the last.
func ObservedWeeks(run Run) ([]int, error) {
	var weeks []int
	first := run.Folder.Manifest.Regimes[0]
	for b, err := range panel.Batches[panel.PanelRow](run.Folder, panel.Selection{Regime: first, Columns: []string{"week"}}) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", run.Label, err)
		}
		for k := range b.Rows {
			if week := int(b.Rows[k].Week); len(weeks) == 0 || !slices.Contains(weeks, week) {
				weeks = append(weeks, week)
			}
		}
	}
	slices.Sort(weeks)
	if len(weeks) < 3 {
		return weeks, nil
	}
	return []int{weeks[0], weeks[len(weeks)/2], weeks[len(weeks)-1]}, nil
}

// Flows counts moves between states from each of some weeks to the next. Who has reached
// pension age has no rows and is counted as retired.
func Flows(run Run, weeks []int) ([]Flow, error) {
	var flows []Flow
	m := &run.Folder.Manifest
	for _, regime := range m.Regimes {
		paths, replicates := map[life][]panel.Status{}, map[int]bool{}
		for b, err := range panel.Batches[panel.PanelRow](run.Folder, panel.Selection{Regime: regime, Columns: []string{"person_id", "week", "status"}}) {
			if err != nil {
				return nil, fmt.Errorf("%s: %w", run.Label, err)
			}
			replicates[b.Replicate] = true
			for k := range b.Rows {
				row := &b.Rows[k]
				at := slices.Index(weeks, int(row.Week))
				if at < 0 {
					continue
				}
				who := life{b.Replicate, row.PersonID}
				path := paths[who]
				if path == nil {
					path = slices.Repeat([]panel.Status{panel.Retired}, len(weeks))
					paths[who] = path
				}
				path[at] = row.Status
			}
		}
		flows = append(flows, countFlows(regime, weeks, paths, m.Weight/float64(max(len(replicates), 1)))...)
	}
	return flows, nil
}

// flowStates are the states in the order in which they are shown.
var flowStates = []panel.Status{panel.Employed, panel.Applying, panel.Claimant, panel.OnOtherBenefit, panel.Inactive, panel.Retired}

// countFlows counts paths. Who was not there at week 0 is left out.
func countFlows(regime string, weeks []int, paths map[life][]panel.Status, weight float64) (flows []Flow) {
	for k := 1; k < len(weeks); k++ {
		counts := map[[2]panel.Status]int{}
		for _, path := range paths {
			if path[0] != panel.Retired {
				counts[[2]panel.Status{path[k-1], path[k]}]++
			}
		}
		for _, from := range flowStates {
			for _, to := range flowStates {
				if n := counts[[2]panel.Status{from, to}]; n > 0 {
					flows = append(flows, Flow{regime, weeks[k-1], weeks[k], from.String(), to.String(), float64(n) * weight})
				}
			}
		}
	}
	return flows
}
