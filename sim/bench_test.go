package sim_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"caseload/agents"
	"caseload/sim"
)

// benchWorld is a world of 100,000 persons at week 0 of the shipped scenario, after a short
// burn-in: what the week costs does not depend on how long it was.
func benchWorld(b *testing.B, under string) *sim.World {
	b.Helper()
	c := load(b, shipped, nil, "persons=100000", "burn_in.weeks=26", "horizon=600 weeks", "burn_in.under="+under)
	w := sim.NewWorld(c.Config(1))
	if err := w.Advance(context.Background(), 0, 2, nil); err != nil {
		b.Fatal(err)
	}
	return w
}

// BenchmarkWeek simulates a week of 100,000 persons; ns/person-week counts those who have
// arrived. claiming is the share of them that searches on benefit, on-benefit all out of work
// who have one: what a week costs hangs on both.
func BenchmarkWeek(b *testing.B) {
	for _, under := range []string{"universal-credit-2024", "passive"} {
		w := benchWorld(b, under)
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", under, workers), func(b *testing.B) {
				b.ReportAllocs()
				v := w.Clone()
				persons, claiming, benefit := 0, 0, 0
				for b.Loop() {
					if v.Week == 500 {
						b.StopTimer()
						v = w.Clone()
						b.StartTimer()
					}
					if err := v.Advance(context.Background(), v.Week+1, workers, nil); err != nil {
						b.Fatal(err)
					}
					for k := range v.Districts {
						d := &v.Districts[k]
						persons += int(d.Last - d.First - d.Stock[agents.Absent])
						claiming += int(d.Stock[agents.Claimant])
						benefit += int(d.Stock[agents.Claimant] + d.Stock[agents.Applying] + d.Stock[agents.OtherBenefit])
					}
				}
				b.ReportMetric(float64(claiming)/float64(persons), "claiming")
				b.ReportMetric(float64(benefit)/float64(persons), "on-benefit")
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(persons), "ns/person-week")
			})
		}
	}
}

// BenchmarkApplications times the stage in which people apply and vacancies choose, by the
// applications that were shortlisted.
func BenchmarkApplications(b *testing.B) {
	w := benchWorld(b, "universal-credit-2024")
	applications := 0
	for b.Loop() {
		b.StopTimer()
		w.Prepare()
		for _, s := range sim.Week() {
			if s.Name == "matching" {
				b.StartTimer()
			}
			w.RunStage(s.Name)
			b.StopTimer()
		}
		if w.Week++; w.Week == 500 {
			w = benchWorld(b, "universal-credit-2024")
		}
		for k := range w.Districts {
			shortlisted, _ := w.Districts[k].Shortlisted()
			applications += shortlisted
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(applications), "ns/application")
}

// BenchmarkNewWorld makes a world of 100,000 persons and everybody who arrives in 130 weeks.
func BenchmarkNewWorld(b *testing.B) {
	c := load(b, shipped, nil, "persons=100000", "burn_in.weeks=26", "horizon=104 weeks").Config(1)
	b.ReportAllocs()
	rows := 0
	for b.Loop() {
		rows += sim.NewWorld(c).People.Len()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(rows), "ns/person")
}

// A week of a warm world takes no memory by person: what is allowed is one cell for the
// order of districts when Advance is called, and what a list or a district's requests grow
// beyond the room that earlier weeks left them, which is a quarter more or twice.
func TestWeeksTakeNoMemory(t *testing.T) {
	c := standard(t, "persons=4000", "horizon=200 weeks")
	w := burnt(t, c)
	advance(t, w, 30)
	allocations := testing.AllocsPerRun(20, func() {
		if err := w.Advance(context.Background(), w.Week+1, 1, nil); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%.0f allocations a week in %d districts with %d persons", allocations, len(w.Districts), w.People.Len())
	if limit := 2 + 2*float64(len(w.Districts)); allocations > limit {
		t.Errorf("%.0f allocations a week, want at most %.0f", allocations, limit)
	}
}

// BenchmarkSave writes a world of 100,000 persons; BenchmarkLoad reads it.
func BenchmarkSave(b *testing.B) {
	w := benchWorld(b, "universal-credit-2024")
	var size int
	for b.Loop() {
		var out bytes.Buffer
		if err := sim.Save(w, &out); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size)/float64(w.People.Len()), "bytes/person")
}

func BenchmarkLoad(b *testing.B) {
	c := load(b, shipped, nil, "persons=100000", "burn_in.weeks=26", "horizon=104 weeks")
	w := sim.NewWorld(c.Config(1))
	var out bytes.Buffer
	if err := sim.Save(w, &out); err != nil {
		b.Fatal(err)
	}
	cfg := c.Config(1)
	for b.Loop() {
		if _, err := sim.Load(cfg, c.Under, bytes.NewReader(out.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}
