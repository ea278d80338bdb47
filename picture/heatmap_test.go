package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"
)

// A heat map is well-formed, has every word on it, and its colours follow its values.
func TestHeatMap(t *testing.T) {
	h := HeatMap{Title: "jobs", Across: "across", Down: "down", Columns: []string{"a", "b"}, Rows: []string{"c", "d", "e"},
		Values: [][]float64{{-2, 0}, {1, 2}, {math.NaN(), 0.5}}, Labels: [][]string{{"-2", "none"}, {"+1", "+2"}, {"?", "+0.5"}}}
	page, err := h.SVG()
	if err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(bytes.NewReader(page)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	for _, word := range []string{"jobs", "across", "down", ">a<", ">b<", ">c<", ">d<", ">e<", "none", "+0.5", "?"} {
		if !strings.Contains(string(page), word) {
			t.Errorf("%q is not on the map", word)
		}
	}
	for _, colour := range []string{"#1F5FA8", "#B35806", "#F7F7F5"} { // the highest, the lowest, none
		if !strings.Contains(string(page), colour) {
			t.Errorf("no cell has the colour %s", colour)
		}
	}
	again, err := h.SVG()
	if err != nil || !bytes.Equal(page, again) {
		t.Error("drawn twice, the map differs")
	}
}
