package scenarios

import (
	"errors"
	"math"
	"strings"
	"testing"

	"caseload/policy/source"
)

const twoRegimes = "passive-vs-universal-credit"

func loadCase(t *testing.T, library source.Library, name string, sets ...string) *Case {
	t.Helper()
	c, found := Load(library, name, sets)
	if c == nil || len(found) > 0 {
		t.Fatal(found)
	}
	return c
}

// A regime in the place of a scenario is run alone, in the scenario it names.
func TestRegimeInTheScenarioItNames(t *testing.T) {
	alone := loadCase(t, shipped, "weekly-interviews", "seed=7")
	within := loadCase(t, shipped, twoRegimes, "seed=7", "regimes=[weekly-interviews]", "baseline=weekly-interviews")
	sameCase(t, alone, within)
	if alone.Name != "weekly-interviews" || alone.Scenario.Title.Value != alone.Scenario.Regimes[0].Title.Value {
		t.Errorf("called %s: %s", alone.Name, alone.Scenario.Title)
	}
	if alone.Under.Name != "universal-credit-2024" {
		t.Errorf("burnt in under %s", alone.Under.Name)
	}
}

func TestRegimeOfOnesOwn(t *testing.T) {
	const regime = "kind: regime\ntitle: \"Mine: \\\"a\\\" \u00A3 # regime\"\nextends: universal-credit-2024\nclaim: {identity_check: 2 weeks}\n"
	files := map[string]string{
		"my files/mine, or {not}.yaml": "# a comment\n" + regime,
		"near.yaml":                    regime + "default_scenario: ./within.yaml\n",
		"there/far.yaml":               regime + "default_scenario: ../within.yaml\n",
		"within.yaml":                  "kind: scenario\ntitle: Within\nextends: " + twoRegimes + "\nstart: 2024-04-08\n",
	}
	library := withFiles(files)
	c := loadCase(t, library, "my files/mine, or {not}.yaml")
	if c.Name != "mine--or--not-" || c.Arms[0].Plan.IdentityCheck != 2 || c.Scenario.Start.String() != "2024-04-01" {
		t.Errorf("%s starts on %s, identity check %d weeks", c.Name, c.Scenario.Start, c.Arms[0].Plan.IdentityCheck)
	}
	for _, name := range []string{"near.yaml", "there/far.yaml"} {
		if c := loadCase(t, library, name); c.Scenario.Start.String() != "2024-04-08" {
			t.Errorf("%s is run from %s on", name, c.Scenario.Start)
		}
	}
	c = loadCase(t, library, "near.yaml", "regimes.near.claim.identity_check=4 weeks", "horizon=30 weeks")
	if c.Arms[0].Plan.IdentityCheck != 4 || c.Scenario.Horizon.Value != 30 {
		t.Error("--set does not reach a regime that is run by its name")
	}
}

// What cannot be run says so once, and nothing is loaded.
func TestNothingToRun(t *testing.T) {
	library := withFiles(map[string]string{
		"broken.yaml": "kind: regime\ntitle: Broken\nextends: passive\nclaim: {identity_check: 2}\n",
		"lost.yaml":   "kind: regime\ntitle: Lost\nextends: passive\ndefault_scenario: nowhere\n",
		"gone.yaml":   "kind: regime\ntitle: Gone\nextends: passive\ndefault_scenario: ./gone/too.yaml\n",
	})
	for name, want := range map[string]string{
		"broken.yaml":                  "broken.yaml:4:25: claim.identity_check: 2 has no unit",
		"lost.yaml":                    `lost.yaml:4:19: default_scenario: no scenario named "nowhere"`,
		"gone.yaml":                    `gone/too.yaml: no file "gone/too.yaml"`,
		"passive-vs-universal-credits": `passive-vs-universal-credits: no scenario named "passive-vs-universal-credits"`,
		"gb-2024":                      `gb-2024: no scenario named "gb-2024"`,
		"nothing.yaml":                 `nothing.yaml: no file "nothing.yaml"`,
	} {
		c, found := Load(library, name, nil)
		if c != nil || len(found) != 1 || !strings.HasPrefix(found[0].String(), want+"\n") {
			t.Errorf("%s: got\n%s\nwant %s", name, found, want)
		}
	}
}

func TestOnly(t *testing.T) {
	three := []string{"regimes=[passive,universal-credit-2024,weekly-interviews]", "regimes.universal-credit-2024.claim.identity_check=3 weeks"}
	for _, c := range []struct {
		only           []string
		left, baseline string
	}{
		{[]string{"universal-credit-2024", "passive"}, "passive universal-credit-2024", "passive"},
		{[]string{"weekly-interviews", "universal-credit-2024"}, "universal-credit-2024 weekly-interviews", "universal-credit-2024"},
		{[]string{"weekly-interviews", "weekly-interviews"}, "weekly-interviews", "weekly-interviews"},
		{[]string{"passive", "weekly-interviews", "universal-credit-2024"}, "passive universal-credit-2024 weekly-interviews", "passive"},
	} {
		whole := loadCase(t, shipped, twoRegimes, three...)
		narrow := loadCase(t, shipped, twoRegimes, three...)
		if err := narrow.Only(c.only); err != nil {
			t.Fatal(err)
		}
		var left []string
		for k, arm := range narrow.Arms {
			left = append(left, arm.Name)
			if narrow.Scenario.Regimes[k].Name.Value != arm.Name {
				t.Errorf("only %s: regime %d is %s", c.only, k, narrow.Scenario.Regimes[k].Name)
			}
			if arm.Name == "universal-credit-2024" && arm.Plan.IdentityCheck != 3 {
				t.Error("what was set is lost")
			}
		}
		if got := strings.Join(left, " "); got != c.left || narrow.Scenario.Baseline.Value != c.baseline {
			t.Errorf("only %s: %s, and %s is the baseline", c.only, got, narrow.Scenario.Baseline)
		}
		again := loadCase(t, withFiles(map[string]string{"narrow.yaml": string(narrow.Tree.YAML())}), "narrow.yaml")
		sameCase(t, again, narrow)
		if again.Name != whole.Name || len(whole.Arms) != 3 {
			t.Errorf("the resolved scenario is called %s", again.Name)
		}
	}
}

func TestOnlyWhatIsThere(t *testing.T) {
	c := loadCase(t, shipped, twoRegimes)
	for _, names := range [][]string{{"passive", "pasive"}, {}} {
		var found source.Diagnostics
		if err := c.Only(names); !errors.As(err, &found) || len(found) != 1 || !strings.Contains(found[0].Hint, "passive, universal-credit-2024") {
			t.Errorf("only %s: %v", names, err)
		}
		if len(c.Arms) != 2 {
			t.Error("a case that could not be narrowed has changed")
		}
	}
}

// The shipped regimes against the published figures for 2024: 15.8 million minutes
// available and about 14.9 asked for, some 1.2 million interviews, 9,600 sanctions a week.
func TestDeliveryOfTheShippedRegimes(t *testing.T) {
	c := loadCase(t, shipped, twoRegimes, "regimes=[passive,universal-credit-2024,weekly-interviews]")
	deliveries, found := c.Deliver()
	if len(deliveries) != 3 || len(found) > 0 {
		t.Fatal(found)
	}
	within := func(what string, got, low, high float64) {
		t.Helper()
		if got < low || got > high {
			t.Errorf("%s: %.4g is not from %.4g to %.4g", what, got, low, high)
		}
	}
	if got := deliveries[0].String(); got != "passive: no interviews and no coaches" {
		t.Error(got)
	}
	uc := deliveries[1]
	within("claimants with requirements", uc.All.Claimants, 2.0e6, 2.2e6)
	within("minutes available", uc.Minutes, 15e6, 17e6)
	within("minutes asked for", uc.All.Minutes, 14e6, 17e6)
	within("interviews", uc.All.Interviews, 1.0e6, 1.4e6)
	within("sanctions for a missed interview", uc.Chain.Product, 0.03, 0.08)
	within("sanctions a week", uc.Chain.Sanctions, 8e3, 13e3)
	within("claimants a coach", uc.Caseload, 110, 130)
	within("minutes lost to newcomers", uc.Learning/(uc.Minutes+uc.Learning), 0.01, 0.04)
	within("assessments of health asked for", uc.Health.Claims, 7e3, 14e3) // 9,400 in a run
	within("claimants who wait for one", uc.Health.Waiting, uc.Health.Claims*7.9, uc.Health.Claims*8.1)
	weekly := deliveries[2]
	within("minutes asked for weekly", weekly.Share, 1.2, 2)
	if !weekly.Fits() {
		t.Error("weekly interviews do not fit at their shortest")
	}
	within("people in work who are seen", uc.Working.Persons, 1e3, 1e5)
	if math.Abs(weekly.All.Claimants-weekly.Working.Persons-uc.All.Claimants+uc.Working.Persons) > 1 || weekly.Asked[0] != (uc.Asked[0]) {
		t.Error("one more interview a fortnight changes who is there")
	}

	slow := loadCase(t, shipped, "universal-credit-2024", "regimes.universal-credit-2024.health.assessments=15000/week")
	if deliveries, found = slow.Deliver(); len(found) != 1 || !strings.Contains(found[0].Message, "15,000 can be held") {
		t.Errorf("15,000 assessments: %s\n%s", deliveries[0], found)
	}

	few := loadCase(t, shipped, "universal-credit-2024", "regimes.universal-credit-2024.coaches.full_time_equivalents=5000")
	deliveries, found = few.Deliver()
	if len(found) != 1 || deliveries[0].Fits() || !found[0].Warning || !strings.Contains(found[0].Message, "coaches have 4.5") {
		t.Errorf("5,000 coaches: %s\n%s", deliveries[0], found)
	}
}
