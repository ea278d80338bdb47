package sim_test

import (
	"slices"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// feelingColumns are those that tell how people fare.
var feelingColumns = []string{"UsualDistress", "UsualEfficacy", "UsualSatisfaction", "Support", "LatentFunctions", "Distress", "SelfEfficacy", "Scar", "Inoculated", "FeltAt",
	"WeeksThere", "WeeksDistressed", "DistressSum", "SatisfactionSum", "MoneySatisfaction"}

// mayWrite is what a stage may write. Whatever changes what somebody does brings how she
// fares up to date, interviews move it, and the quality of a job goes with its pay.
func mayWrite(stage string) string {
	columns := writes[stage]
	if strings.Contains(columns, " Status ") || stage == "wellbeing" || stage == "interview" || stage == "programmes" || stage == "providers" {
		columns += " " + strings.Join(feelingColumns, " ") + " "
	}
	if strings.Contains(columns, " GrossPay ") {
		columns += " Quality "
	}
	if strings.Contains(columns, " Status ") || strings.Contains(columns, " AwardMonthly ") {
		columns += " News NextFact "
	}
	return columns
}

// How people fare changes nobody's life without feedback, and some lives with it.
func TestFeedbackOfWellbeing(t *testing.T) {
	played := func(feedback bool, change func(x *agents.Wellbeing)) *sim.World {
		c := standard(t, "persons=1200", "burn_in.weeks=8", "horizon=12 weeks", "market.districts.smallest=1200").Config(1)
		c.Behaviour.Wellbeing.Feedback = feedback
		change(&c.Behaviour.Wellbeing)
		w := sim.NewWorld(c)
		advance(t, w, 12)
		return w
	}
	worse := func(x *agents.Wellbeing) {
		x.Distress.Gap, x.Distress.Rate, x.Shocks.JobLoss, x.Efficacy.Rejection, x.Distress.Frailty = 0.9, 0.4, 1, 1, -0.8
		x.Satisfaction.Gap = 2
	}
	same := func(*agents.Wellbeing) {}
	without := played(false, same)
	for _, column := range changed(without, played(false, worse)) {
		if !slices.Contains(feelingColumns, column) {
			t.Errorf("without feedback wellbeing changes %s", column)
		}
	}
	if !slices.Contains(changed(without, played(true, same)), "Applications") {
		t.Error("feedback changes nobody's applications")
	}
}

// People fare by what they do: those in work best, the openly unemployed worst, without a
// burst at the beginning of a burn-in; weeks are counted once; and past unemployment scars.
func TestHowPeopleFare(t *testing.T) {
	w := sim.NewWorld(standard(t, "persons=4000", "burn_in.weeks=26", "horizon=26 weeks").Config(1))
	first := distressBy(w)
	advance(t, w, 0)
	w.ZeroCounts()
	advance(t, w, 26)
	last := distressBy(w)
	gap := last[agents.Claimant] - last[agents.Employed]
	if gap < 0.3 || gap > 0.65 || last[agents.Inactive] > last[agents.Claimant]+0.05 {
		t.Errorf("distress of claimants is %.2f, of people in work %.2f and of others %.2f", last[agents.Claimant], last[agents.Employed], last[agents.Inactive])
	}
	for status, was := range first {
		if status == agents.Claimant || status == agents.Employed {
			if now := last[status]; now < was-0.15 || now > was+0.15 {
				t.Errorf("distress of status %d is %.2f at first and %.2f a year later", status, was, now)
			}
		}
	}
	p := w.People
	scarred := 0
	for i := range p.ID {
		if p.Status[i] == agents.Absent || p.Status[i] == agents.Retired {
			continue
		}
		if here := min(26, int(w.Week-p.EntryWeek[i])); int(p.Total.WeeksThere[i]) != here {
			t.Fatalf("person %d was there for %d weeks and %d were counted", p.ID[i], here, p.Total.WeeksThere[i])
		}
		if p.Scar[i] > 0 {
			scarred++
		}
	}
	if scarred == 0 {
		t.Error("nobody has a scar")
	}
}

// distressBy is mean distress by status.
func distressBy(w *sim.World) map[agents.Status]float64 {
	sum, n := map[agents.Status]float64{}, map[agents.Status]float64{}
	for i, status := range w.People.Status {
		sum[status] += float64(w.People.Distress[i])
		n[status]++
	}
	for status := range sum {
		sum[status] /= n[status]
	}
	return sum
}

// Group work raises the self-efficacy of who completes it and eases setbacks for good;
// badly led it lowers it.
func TestGroupWork(t *testing.T) {
	gained := func(fidelity float64) (points float64, inoculated int) {
		c := standard(t, "persons=1200", "burn_in.weeks=8", "horizon=16 weeks", "market.districts.smallest=1200")
		w := burnt(t, c)
		w.ZeroCounts()
		regime, plan := *c.Arms[1], *c.Arms[1].Plan
		plan.Programmes = []policy.ProgrammeTerms{{Name: "group-work", After: -1, Places: 50000, StartEvery: 1, Course: agents.Course{Weeks: 1, Hours: 20, Group: agents.Group{Efficacy: 0.3, Hours: 20, Session: 20, Size: 10, Fidelity: fidelity, Inoculation: 0.5}}}}
		regime.Plan = &plan
		w.Enter(&regime)
		p := w.People
		for _, i := range w.Districts[0].Claimants {
			if p.Status[i] == agents.Claimant {
				p.Programme[i], p.ProgrammeStage[i], p.ProgrammeSince[i] = 1, agents.Waits, w.Week-1
			}
		}
		before := slices.Clone(p.SelfEfficacy)
		advance(t, w, 1)
		for i := range p.ID {
			if p.Total.ProgrammeCompletions[i] > 0 {
				points += float64(p.SelfEfficacy[i] - before[i])
				if p.Inoculated[i] == 0.5 {
					inoculated++
				}
			}
		}
		return points, inoculated
	}
	well, inoculated := gained(1)
	nothing, _ := gained(0.5)
	badly, _ := gained(0)
	if inoculated == 0 || well < nothing+float64(inoculated)/10 || badly > nothing-float64(inoculated)/10 {
		t.Errorf("%d completed; self-efficacy changed by %.1f points well led, %.1f badly led and %.1f without a gain", inoculated, well, badly, nothing)
	}
}
