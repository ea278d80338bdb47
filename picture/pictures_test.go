package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// Every kind of picture is well-formed, says its words, and comes out the same twice.
func TestPictures(t *testing.T) {
	line := Line{Name: "strict", X: []float64{0, 52, 104}, Y: []float64{0, 3, -1}, Low: []float64{0, 1, -4}, High: []float64{0, 5, 2}}
	for _, p := range []struct {
		name  string
		draw  func() ([]byte, error)
		words []string
	}{
		{"curves", Curves{Title: "in work", Across: "weeks", Lines: []Line{line, {Name: "lenient", X: line.X, Y: line.Y}}, First: 1}.SVG, []string{"in work", "weeks", ">strict<", ">lenient<", ">104<", "fill-opacity"}},
		{"dots", Dots{Title: "by age", Across: "per cent", Series: []string{"strict", "lenient"}, Rows: []Dot{{Name: "age"}, {Name: "old", Value: []float64{1, 2}, Low: []float64{0, 1}, High: []float64{2, 3}}}}.SVG, []string{"by age", ">old<", ">strict<", ">lenient<", "per cent"}},
		{"flows", Flows{Title: "paths", Columns: []string{"week 0", "week 8"}, States: []string{"in work", "claiming", "nowhere"}, Moves: [][][]float64{{{5, 1, 0}, {2, 4, 0}, {0, 0, 0}}}}.SVG, []string{"paths", ">week 0<", ">in work<", ">claiming<"}},
	} {
		page, err := p.draw()
		if err != nil {
			t.Fatal(p.name, err)
		}
		for d := xml.NewDecoder(bytes.NewReader(page)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(p.name, err)
			}
		}
		for _, word := range p.words {
			if !strings.Contains(string(page), word) {
				t.Errorf("%s: %q is not on the picture", p.name, word)
			}
		}
		if strings.Contains(string(page), ">nowhere<") {
			t.Errorf("%s: a state that nobody is in has a label", p.name)
		}
		if again, err := p.draw(); err != nil || !bytes.Equal(page, again) {
			t.Errorf("%s: drawn twice, the picture differs", p.name)
		}
	}
}

// Ticks are at round numbers with zero among them, and labels have commas.
func TestTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      string
	}{{-150, 31, "-140 -120 -100 -80 -60 -40 -20 0 20"}, {0, 1, "0.0 0.2 0.4 0.6 0.8 1.0"}, {-2100, 1000, "-2,000 -1,500 -1,000 -500 0 500 1,000"}, {-5100, 3300, "-4,000 -2,000 0 2,000"}, {3, 3, ""}} {
		var labels []string
		for _, tick := range (roundTicks{}).Ticks(c.low, c.high) {
			labels = append(labels, tick.Label)
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("from %v to %v: %s, want %s", c.low, c.high, got, c.want)
		}
	}
}
