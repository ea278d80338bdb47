package sim_test

import (
	"slices"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// TestEveryPennyHasAPayerAndAReceiver holds the accounts of the standard world against one
// another: what no party has of a line, society has; and what all lines of the run are worth
// to a party is what the summary says.
func TestEveryPennyHasAPayerAndAReceiver(t *testing.T) {
	f := standardRun(t)
	type line struct {
		regime, name string
		week         int16
	}
	left := map[line][2]int64{}
	worth := map[[2]string]int64{}
	for _, row := range simtest.Rows[panel.AccountRow](t, f.Folder, f.Result, panel.Selection{}) {
		at := line{row.Regime, row.Line, row.Week}
		sum, sign := left[at], int64(1)
		switch row.Perspective {
		case "society":
			sign = -1
		case "wellbeing":
			sign = 0
		}
		left[at] = [2]int64{sum[0] + sign*row.AmountPence, sum[1] + sign*row.ValuePence}
		worth[[2]string{row.Regime, row.Perspective}] += row.ValuePence
		if transfer := slices.Contains([]string{"award", "pay", "income_tax_and_national_insurance", "sanction"}, row.Line); transfer && row.Perspective == "society" {
			t.Errorf("society has %d pence of %s", row.AmountPence, row.Line)
		}
	}
	for at, sum := range left {
		if sum != [2]int64{} {
			t.Errorf("%+v: %d pence, worth %d, have no payer or no receiver", at, sum[0], sum[1])
		}
	}
	found := 0
	horizon := int16(standard(t).Scenario.Horizon.Value)
	for _, row := range simtest.Rows[panel.SummaryRow](t, f.Folder, f.Result, panel.Selection{}) {
		perspective, is := map[string]string{"value_claimant_pence": "claimant", "value_employer_pence": "employer", "value_department_pence": "department", "value_benefits_pence": "benefits",
			"value_tax_pence": "tax", "value_health_pence": "health", "value_others_pence": "others", "social_net_pence": "society", "wellby_pence": "wellbeing"}[row.Outcome]
		if !is || row.FromWeek != 0 || row.ToWeek != horizon || row.Effect != sim.Total {
			continue
		}
		found++
		if said := worth[[2]string{row.Regime, perspective}]; said != int64(row.Value) || said == 0 && perspective != "department" && perspective != "employer" {
			t.Errorf("%s: %s is %v in the summary and %d in the accounts", row.Regime, row.Outcome, row.Value, said)
		}
	}
	if found == 0 {
		t.Error("the summary says nothing of what the run is worth")
	}
}

// A run that ends with an observed week between two looks at how people fare has one row of
// each line and perspective for that week.
func TestTheEndOfARunIsOneRowOfALine(t *testing.T) {
	f := run(t, standard(t, "persons=300", "burn_in.weeks=2", "horizon=16 weeks", "panel.every=8 weeks"), nil)
	type place struct {
		regime, line, perspective string
		week                      int16
	}
	there := map[place]bool{}
	for _, row := range simtest.Rows[panel.AccountRow](t, f.Folder, f.Result, panel.Selection{}) {
		at := place{row.Regime, row.Line, row.Perspective, row.Week}
		if there[at] {
			t.Errorf("%+v comes twice", at)
		}
		there[at] = true
	}
	if last := (place{"passive", "health_services", "health", 16}); !there[last] {
		t.Errorf("%+v is not there", last)
	}
}
