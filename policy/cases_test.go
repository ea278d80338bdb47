package policy

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"caseload/agents"
)

const groupCases = "testdata/cases/groups.txt"

// TestGroupCases asks regimes what they do with every claimant of the file.
func TestGroupCases(t *testing.T) {
	written, err := os.ReadFile(groupCases)
	if err != nil {
		t.Fatal(err)
	}
	plans := map[string]*Plan{}
	var blocks []string
	cases := 0
	for _, block := range strings.Split(strings.TrimSpace(string(written)), "\n\n") {
		known, _, isCase := strings.Cut(block, "----")
		if !isCase {
			blocks = append(blocks, block+"\n")
			continue
		}
		cases++
		s := readClaimant(t, known)
		if plans[s.regime] == nil {
			r := &Regime{}
			if _, found := shippedLibrary().Load("regime", s.regime, r, nil); len(found) > 0 {
				t.Fatal(found)
			}
			plan, found := Compile(r)
			if found != nil {
				t.Fatal(found)
			}
			plans[s.regime] = plan
		}
		blocks = append(blocks, known+"----\n"+s.decisions(plans[s.regime]))
	}
	if cases < 15 {
		t.Errorf("%d cases were read: the file's format has changed", cases)
	}
	got := strings.Join(blocks, "\n")
	if got == string(written) {
		return
	}
	if updating() {
		if err := os.WriteFile(groupCases, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s: %s\nrun `go test ./policy -run GroupCases -update` and read the difference", groupCases, firstDifference(string(written), got))
}

// claimant is the upper part of a case.
type claimant struct {
	regime string
	on     Date
	Case
}

func readClaimant(t *testing.T, text string) claimant {
	t.Helper()
	c := claimant{on: DateOf(2024, 4, 1), Case: Case{AgeYears: 30, YoungestChildYears: -1}}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		number, err := strconv.Atoi(value)
		is := value == "true"
		switch {
		case key == "case":
		case key == "regime":
			c.regime = value
		case key == "on":
			var y, m, d int
			if _, err := fmt.Sscanf(value, "%d-%d-%d", &y, &m, &d); err != nil {
				t.Fatalf("%s: %s", groupCases, line)
			}
			c.on = DateOf(y, m, d)
		case key == "weeks_on_benefit" && err == nil:
			c.WeeksOnBenefit = number
		case key == "age" && err == nil:
			c.AgeYears = number
		case key == "youngest_child_years" && err == nil:
			c.YoungestChildYears = number
		case key == "partner" && is:
			c.Partner = true
		case key == "health_limited" && is:
			c.HealthLimited = true
		case key == "limited_capability" && is:
			c.LimitedCapability = true
		case key == "awaits_assessment" && is:
			c.AwaitsAssessment = true
		default:
			t.Fatalf("%s: cannot read %q", groupCases, line)
		}
	}
	return c
}

// decisions is the lower part.
func (c claimant) decisions(p *Plan) string {
	var b strings.Builder
	tables := p.On(c.on)
	class := p.ClassAt(p.StaticClass(c.Case), agents.Week(c.WeeksOnBenefit))
	group, rule := tables.Group(class)
	terms := &p.Groups[group]
	line := func(what, says string, rule RuleID) {
		if rule != 0 {
			says += "  (" + strings.TrimPrefix(p.RuleName(rule), "shipped:") + ")"
		}
		fmt.Fprintf(&b, "%-18s %s\n", what, says)
	}
	line("group", terms.Name, rule)
	if group == NoGroup {
		return b.String()
	}
	line("search", fmt.Sprintf("%d hours a week", terms.SearchHours), 0)
	if p.HasFirst {
		line("first interview", weeks(p.First.Every)+" after the claim is open, "+minutes(&p.First), p.FirstRule)
	}
	if schedule, rule := tables.Interview(class); rule == 0 {
		line("interviews", "none", 0)
	} else {
		line("interviews", "every "+weeks(schedule.Every)+", "+minutes(schedule), rule)
	}
	if p.Missed != nil {
		line("sanction takes", fmt.Sprintf("%d%% of the standard allowance", terms.SanctionedShare/100), 0)
		for k, level := range p.Missed.Levels {
			says := fmt.Sprintf("%d days", level.TailDays)
			if level.UntilCompliance {
				says = "until compliance and " + says
			}
			line(fmt.Sprintf("  level %d", k+1), says, level.Rule)
		}
	}
	return b.String()
}

func weeks(n agents.Week) string {
	if n == 1 {
		return "1 week"
	}
	return fmt.Sprintf("%d weeks", n)
}

func minutes(s *Schedule) string {
	duty := "may be missed"
	if s.Mandatory {
		duty = "mandatory"
	}
	return fmt.Sprintf("%d minutes (%d at shortest), %s", s.LengthMinutes, s.ShortestMinutes, duty)
}
