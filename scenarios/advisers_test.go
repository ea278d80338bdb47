package scenarios

import (
	"context"
	"fmt"
	"math"
	"os"
	"testing"
	"text/tabwriter"

	"caseload/sim"
)

// TestAdviserArithmetic asks whether what the National Audit Office counted of Jobcentre
// Plus in 2005-06 follows from the rules, the people and the advisers' time: how many
// interviews are booked, held and missed, how many a present adviser holds and how long
// they take. Only minutes, rules and stocks are told; interviews are as long as the time
// leaves.
func TestAdviserArithmetic(t *testing.T) {
	sets := []string{"persons=40000"}
	if *sanity {
		sets = []string{"persons=150000"}
	}
	c, found := Load(shipped, "jobcentre-2006", sets)
	if found.Failed() {
		t.Fatal(found)
	}
	w := sim.NewWorld(c.Config(1))
	if err := w.Advance(context.Background(), 0, 2, nil); err != nil {
		t.Fatal(err)
	}
	booked0, held0, spent0 := interviewsOf(w)
	const weeks = 26
	present := 0.0
	if err := w.Advance(context.Background(), weeks, 2, func(w *sim.World) error {
		for _, there := range w.Coaches.Present {
			if there {
				present++
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	booked, held, spent := interviewsOf(w)
	booked, held, spent = booked-booked0, held-held0, spent-spent0
	year := 52 / (weeks * w.Scale) / 1e6
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	for _, f := range []struct {
		name           string
		value, counted float64
	}{
		{"interviews booked a year, million", booked * year, 12.6},
		{"interviews held a year, million", held * year, 10.8},
		{"interviews missed a year, million", (booked - held) * year, 1.8},
		{"held a week by a present adviser", held / present, 28},
		{"minutes of an interview held", spent / held, 41},
		{"time of present advisers in interviews, %", 100 * spent / (present * 37 * 60), 52},
		{"advisers away, %", 100 * (1 - present/weeks/float64(len(w.Coaches.ID))), 20},
	} {
		if *sanity {
			fmt.Fprintf(out, "%s\t%.4g\t%.4g\t%+.1f%%\n", f.name, f.value, f.counted, 100*(f.value/f.counted-1))
		}
		if math.Abs(f.value/f.counted-1) > 0.05 {
			t.Errorf("%s: %.4g, and %.4g were counted", f.name, f.value, f.counted)
		}
	}
	out.Flush()
}

// interviewsOf is how many interviews were booked and held and what minutes these took, ever.
func interviewsOf(w *sim.World) (booked, held, spent float64) {
	for k := range w.Coaches.ID {
		booked += float64(w.Coaches.Held[k] + w.Coaches.Missed[k])
		held += float64(w.Coaches.Held[k])
		for _, minutes := range w.Coaches.MinutesFor[k] {
			spent += float64(minutes)
		}
	}
	return booked, held, spent
}
