package scenarios

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"caseload/agents"
)

// settledWeeks are enough for feelings to be what a state makes of them.
const settledWeeks = 600

// stateTable is what each state, and each programme of the catalogue while somebody out of
// work is on it, takes from life satisfaction and adds to distress beside the reference job,
// for a single adult: in parts that add up to the whole.
func stateTable(t *testing.T) string {
	c, found := Load(shipped, "passive-vs-universal-credit", []string{"regimes=[universal-credit-2024, every-programme]", "baseline=universal-credit-2024"})
	if found.Failed() {
		t.Fatal(found)
	}
	x := &stateParts{t: t, c: agents.NewConstants(c.Config(1).Behaviour)}
	m := x.c.Wellbeing.Means
	job := x.c.SuppliedByWork(x.c.Wellbeing.Distress.Quality)
	x.job, x.pay = &job, m.InWork
	fmt.Fprint(&x.b, "| state | mean latent function | income after rent, £ a week | distress | life satisfaction | of it functions | functions by distress | income | income by distress |\n|---|---|---|---|---|---|---|---|---|\n")
	good, poor := x.c.SuppliedByWork(1), x.c.SuppliedByWork(0)
	x.row("the best job", &good, m.InWork)
	x.row("the poorest job", &poor, m.InWork)
	unemployed := x.c.SuppliedBy(agents.Claimant, true)
	x.row("open unemployment", unemployed, m.OutOfWork)
	x.row("waiting for a claim", x.c.SuppliedBy(agents.Applying, false), m.WithoutBenefit)
	x.row("a health-related benefit", x.c.SuppliedBy(agents.OtherBenefit, false), m.OutOfWork)
	x.row("a claim of who could not work", x.c.SuppliedBy(agents.Claimant, false), m.OutOfWork)
	x.row("neither work nor benefit", x.c.SuppliedBy(agents.Inactive, false), m.WithoutBenefit)
	for _, p := range c.Arms[1].Plan.Programmes {
		if p.Course.Functions == (agents.Supply{}) {
			continue
		}
		supply := agents.Raised(unemployed, &p.Course.Functions)
		income := m.OutOfWork
		if p.Course.Job {
			income = m.InWork
		}
		x.row("on "+strings.ReplaceAll(p.Name, "-", " "), &supply, income)
	}
	return x.b.String()
}

type stateParts struct {
	t   *testing.T
	c   *agents.Constants
	b   strings.Builder
	job *[agents.Functions]float64
	pay float64
}

// fares is distress at rest in a state, and the mean of its functions.
func (x *stateParts) fares(supply *[agents.Functions]float64, income float64) (distress, function float64) {
	d := x.c.Wellbeing.Distress
	usual := x.c.Wellbeing.Efficacy.Usual
	at := agents.Circumstances{Supply: supply, Rest: x.c.Rest(d.Usual, x.c.Security(income, false, 0), agents.Condition{}, false), Usual: usual}
	now := agents.Feeling{Efficacy: float32(usual)}
	for range settledWeeks / 50 {
		x.c.Feel(&now, &at, 50)
	}
	for _, f := range supply {
		function += f / agents.Functions
	}
	return float64(now.Distress), function
}

// row writes a state. Its parts are what is left of the whole when all else is as in the
// reference job.
func (x *stateParts) row(name string, supply *[agents.Functions]float64, income float64) {
	satisfied := func(distress, function, income float64) float64 {
		return x.c.LifeSatisfaction(x.c.Wellbeing.Satisfaction.AtWork, distress, function, x.c.Security(income, false, 0), 0)
	}
	d0, f0 := x.fares(x.job, x.pay)
	byFunctions, f := x.fares(supply, x.pay)
	byIncome, _ := x.fares(x.job, income)
	distress, _ := x.fares(supply, income)
	rest := satisfied(d0, f0, x.pay)
	whole := satisfied(distress, f, income) - rest
	parts := [4]float64{satisfied(d0, f, x.pay) - rest, satisfied(byFunctions, f0, x.pay) - rest, satisfied(d0, f0, income) - rest, satisfied(byIncome, f0, x.pay) - rest}
	sum := parts[0] + parts[1] + parts[2] + parts[3]
	if math.Abs(sum-whole) > 1e-5 {
		x.t.Errorf("%s: the parts of what it does to life satisfaction are %.6f in all, the whole is %.6f", name, sum, whole)
	}
	fmt.Fprintf(&x.b, "| %s | %.2f | %.0f | %+.2f | %+.2f | %+.2f | %+.2f | %+.2f | %+.2f |\n", name, f, income/100, distress-d0, whole, parts[0], parts[1], parts[2], parts[3])
}
