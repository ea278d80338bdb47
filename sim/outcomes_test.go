package sim_test

import (
	"slices"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
)

// TestOutcomesAreDescribed holds the summary's outcomes against their descriptions: each has
// one, under a theme that is told, and nothing is described that no summary has. The
// comparison adds some of its own.
func TestOutcomesAreDescribed(t *testing.T) {
	there := append(sim.Outcomes(), "displaced_jobs", "cost_per_additional_job_pence", "cost_per_additional_year_in_work_pence")
	for _, name := range there {
		o, described := panel.OutcomeNamed(name)
		if !described {
			t.Errorf("outcome %s: describe it in sim/panel/outcomes.go", name)
		} else if !slices.Contains(panel.Themes(), o.Theme) || o.Doc == "" {
			t.Errorf("outcome %s: theme %q, doc %q", name, o.Theme, o.Doc)
		}
	}
	for _, o := range panel.Outcomes() {
		if !slices.Contains(there, o.Name) {
			t.Errorf("no summary has the outcome %s", o.Name)
		}
	}
}
