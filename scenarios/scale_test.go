package scenarios

import (
	"fmt"
	"math"
	"os"
	"testing"
	"text/tabwriter"
)

// sizes are the runs of the scale table: persons, districts that result, replicates.
var sizes = []struct{ persons, replicates int }{{20_000, 16}, {50_000, 8}, {200_000, 4}, {1_000_000, 2}}

// TestScaleTable shows whether outcomes depend on how large a run is. It runs for minutes,
// so only with -sanity; then it fails where a size differs from the largest by more than
// four standard errors and by more than two per cent.
func TestScaleTable(t *testing.T) {
	if !*sanity {
		t.Skip("the scale table takes minutes: run it with -sanity")
	}
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprint(out, "persons\tdistricts\treplicates")
	var last []estimate
	for k := len(sizes) - 1; k >= 0; k-- {
		districts, row := scaleRow(t, sizes[k].persons, sizes[k].replicates)
		if last == nil {
			for _, e := range row {
				fmt.Fprintf(out, "\t%s", e.name)
			}
			fmt.Fprintln(out)
			last = row
		}
		fmt.Fprintf(out, "%d\t%d\t%d", sizes[k].persons, districts, sizes[k].replicates)
		for j, e := range row {
			fmt.Fprintf(out, "\t%.4g (%.2g)", e.mean, e.error)
			gap, noise := math.Abs(e.mean-last[j].mean), math.Hypot(e.error, last[j].error)
			if gap > 4*noise && gap > 0.02*last[j].mean {
				t.Errorf("%s at %d persons is %.4g, at the largest size %.4g", e.name, sizes[k].persons, e.mean, last[j].mean)
			}
		}
		fmt.Fprintln(out)
	}
	out.Flush()
}

type estimate struct {
	name        string
	mean, error float64
}

// scaleRow is the means and standard errors over replicates of a year after burn-in.
func scaleRow(t *testing.T, persons, replicates int) (districts int, row []estimate) {
	c, found := Load(shipped, "passive-vs-universal-credit", []string{fmt.Sprintf("persons=%d", persons)})
	if found.Failed() {
		t.Fatal(found)
	}
	var values [][]float64
	var names []string
	for replicate := range replicates {
		o := observe(t, c, replicate+1, 52)
		districts = len(o.w.Districts)
		names = names[:0]
		for j, r := range o.table() {
			if replicate == 0 {
				values = append(values, nil)
			}
			values[j] = append(values[j], r.value)
			names = append(names, r.name)
		}
	}
	for j, name := range names {
		switch name {
		case "searching for work, million", "into work a week, thousand", "still claiming after 26 weeks", "vacancies open, thousand", "sanctions a week, thousand", "minutes used a week, million":
			row = append(row, estimated(name, values[j]))
		}
	}
	return districts, row
}

func estimated(name string, values []float64) estimate {
	mean, square := 0.0, 0.0
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		square += (v - mean) * (v - mean)
	}
	return estimate{name, mean, math.Sqrt(square / float64(max(len(values)-1, 1)) / float64(len(values)))}
}
