package simtest

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"caseload/agents/exact"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim"
	"caseload/sim/rng"
)

// listener notes what a check reports.
type listener struct {
	testing.TB
	reported []string
}

func (l *listener) Helper() {}

func (l *listener) Logf(string, ...any) {}

func (l *listener) Errorf(format string, args ...any) {
	l.reported = append(l.reported, fmt.Sprintf(format, args...))
}

// says fails the test unless a check reported what is expected, or nothing.
func says(t *testing.T, name string, check func(t testing.TB), want string) {
	t.Helper()
	l := &listener{}
	check(l)
	got := strings.Join(l.reported, "\n")
	if want == "" && got != "" || !strings.Contains(got, want) {
		t.Errorf("%s: reported %q, want %q", name, got, want)
	}
}

func TestBinomial(t *testing.T) {
	for _, c := range []struct {
		k, n int
		p    float64
		want float64
	}{
		{0, 10, 0.3, 0}, {11, 10, 0.3, 1}, {1, 10, 0.3, math.Pow(0.7, 10)}, {10, 10, 0.3, 1 - math.Pow(0.3, 10)},
		{2, 3, 0.5, 0.5}, {501, 1000, 0.5, 0.5 + 0.0252250181783608/2}, // half and half of the middle term
	} {
		if got := binomialBelow(c.k, c.n, c.p); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("fewer than %d of %d at %g: %.15g, want %.15g", c.k, c.n, c.p, got, c.want)
		}
	}
	low, high := acceptance(16000, 0.1)
	if low < 1400 || low > 1420 || high < 1785 || high > 1800 {
		t.Errorf("a tenth of 16,000 lies between %d and %d", low, high)
	}
}

func TestProportionFailsWhenItShould(t *testing.T) {
	says(t, "right", func(t testing.TB) { Proportion(t, "x", 1600, 16000, 0.1, 0.02) }, "")
	says(t, "too many", func(t testing.TB) { Proportion(t, "x", 1900, 16000, 0.1, 0.02) }, "by chance it lies between")
	says(t, "too few", func(t testing.TB) { Proportion(t, "x", 1350, 16000, 0.1, 0.02) }, "by chance it lies between")
	says(t, "underpowered", func(t testing.TB) { Proportion(t, "x", 100, 1000, 0.1, 0.02) }, "more are needed")
}

// sample is n values from a quantile function.
func sample(n int, quantile func(u float64) float64) []float64 {
	var values []float64
	for i := range n {
		values = append(values, quantile(rng.New(3, 1).U(uint32(i), 0, rng.Stratum)))
	}
	return values
}

func TestMeanAndDistributionFailWhenTheyShould(t *testing.T) {
	uniform := sample(20000, func(u float64) float64 { return u })
	at := func(x float64) float64 { return min(max(x, 0), 1) }
	says(t, "right mean", func(t testing.TB) { Mean(t, "x", uniform, 0, 1, 1.0/12, 0.5, 0.03) }, "")
	says(t, "wrong mean", func(t testing.TB) { Mean(t, "x", uniform, 0, 1, 1.0/12, 0.52, 0.03) }, "by chance it lies within")
	says(t, "underpowered mean", func(t testing.TB) { Mean(t, "x", uniform[:100], 0, 1, 1.0/12, 0.5, 0.03) }, "more are needed")
	says(t, "right distribution", func(t testing.TB) { Distribution(t, "x", uniform, at, 0.08) }, "")
	says(t, "wrong distribution", func(t testing.TB) {
		Distribution(t, "x", uniform, func(x float64) float64 { return at(x * 1.05) }, 0.08)
	}, "by chance it is within")
	says(t, "underpowered distribution", func(t testing.TB) { Distribution(t, "x", uniform[:1000], at, 0.08) }, "more are needed")
	steps := sample(20000, func(u float64) float64 { return float64(exact.FloorInt64(u * 4)) })
	quarter := func(x float64) float64 { return at((math.Floor(x) + 1) / 4) }
	says(t, "steps", func(t testing.TB) { Distribution(t, "x", steps, quarter, 0.08) }, "")
	says(t, "all at the first step", func(t testing.TB) { Distribution(t, "x", make([]float64, 20000), quarter, 0.08) }, "by chance it is within")
}

func TestFirstDifference(t *testing.T) {
	c, found := scenarios.Load(source.Library{Shipped: scenarios.Files}, "passive-vs-universal-credit", []string{"persons=300", "burn_in.weeks=2", "horizon=3 weeks"})
	if c == nil {
		t.Fatal(found.String())
	}
	a := sim.NewWorld(c.Config(1))
	b := a.Clone()
	if d := Compare(a, b, nil); d != nil {
		t.Fatal(d)
	}
	b.People.RentWeekly[7] += 3
	if d := Compare(a, b, nil); d == nil || d.Person != b.People.ID[7] || d.Column != "RentWeekly" {
		t.Errorf("a changed rent is reported as %v", d)
	}
	if d := Compare(a, b, Skip{"RentWeekly": true}); d != nil {
		t.Errorf("a skipped column is reported: %v", d)
	}
	b = a.Clone()
	b.Districts[0].Demand.Open *= 2
	if d := Compare(a, b, nil); d == nil || d.Person != -1 || !strings.Contains(d.String(), "week -2, district 1, demand") {
		t.Errorf("a changed number of vacancies is reported as %v", d)
	}
	// A habit of money is noticed in the stage of money, of the first week.
	b = a.Clone()
	habits := *a.Habits
	habits.LossDecay /= 2
	b.Habits = &habits
	if d, err := Lockstep(a, b, 2, nil); err != nil || d == nil || d.Stage != "money" || d.Week != -2 || d.Column != "LossLately" {
		t.Errorf("another memory is reported as %v, %v", d, err)
	}
}

func TestFolderRefusesAFileTwice(t *testing.T) {
	f := &Folder{}
	for k := range 2 {
		file, err := f.Create("a")
		if err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); (err != nil) != (k == 1) {
			t.Errorf("closing file %d: %v", k+1, err)
		}
	}
}
