package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"caseload/analysis"
	"caseload/picture"
	"caseload/sim"
)

// sweepResult is what a sweep prints: one outcome at every point.
type sweepResult struct {
	Folder     string                 `json:"folder"`
	Title      string                 `json:"title"`
	Outcome    string                 `json:"outcome"`
	Unit       string                 `json:"unit"`
	FromWeek   int                    `json:"from_week"`
	ToWeek     int                    `json:"to_week"`
	Subgroup   string                 `json:"subgroup"`
	Levers     []string               `json:"levers"`
	Regimes    []string               `json:"regimes"`
	Baseline   string                 `json:"baseline"`
	Replicates int                    `json:"replicates"`
	Noise      string                 `json:"interval_is"`
	Points     []analysis.PointEffect `json:"points"`
	Pictures   []string               `json:"pictures"`

	values [][]string // of each lever
	paths  []string   // that the levers change
	scale  scale
}

// result keeps what the flags ask for of a surface.
func (s *sweepOrder) result(surface analysis.Surface, points []analysis.Point) *sweepResult {
	f := s.flags
	r := &sweepResult{Folder: s.target, Title: s.scenario.Scenario.Title.Value, Outcome: f.outcome, ToWeek: int(f.horizon), Subgroup: f.subgroup,
		Levers: surface.Levers, Baseline: surface.Baseline, Noise: surface.Noise, Pictures: []string{}}
	for _, regime := range s.regimes() {
		if regime != r.Baseline {
			r.Regimes = append(r.Regimes, regime)
		}
	}
	for _, lever := range s.grid.Sweep.Levers {
		var values []string
		for _, v := range lever.Values {
			values = append(values, v.Value)
		}
		r.values, r.paths = append(r.values, values), append(r.paths, lever.Path.Value)
	}
	for _, p := range surface.Points {
		p.Contrasts = slices.DeleteFunc(p.Contrasts, func(k analysis.Contrast) bool {
			return k.Outcome != r.Outcome || k.Subgroup != r.Subgroup || k.FromWeek != 0 || k.ToWeek != r.ToWeek ||
				k.Effect != sim.Total && k.Effect != sim.Low && k.Effect != sim.High
		})
		for _, k := range p.Contrasts {
			r.Unit, r.Replicates = k.Unit, k.Replicates
			r.scale = r.scale.with(analysis.Contrast{Cell: k.Cell, BaselineMean: k.Difference, RegimeMean: k.Difference, Difference: k.Difference, Interval: k.Interval})
		}
		r.Points = append(r.Points, p)
	}
	return r
}

// of is an effect of a regime at a point; nil where the run has none.
func (p *sweepResult) of(regime, effect string, values ...string) *analysis.Contrast {
	for k := range p.Points {
		if !slices.Equal(p.Points[k].Values, values) {
			continue
		}
		for j := range p.Points[k].Contrasts {
			if c := &p.Points[k].Contrasts[j]; c.Regime == regime && c.Effect == effect {
				return c
			}
		}
	}
	return nil
}

func (p *sweepResult) text(w io.Writer) {
	unit, _ := p.scale.shown()
	fmt.Fprintf(w, "%s\n%s, %s, weeks 0 to %d, %s; difference from %s, %s\n", p.Title, inText(p.Outcome), unit, p.ToWeek-1, p.Subgroup, p.Baseline,
		counted(p.Replicates, "replicate"))
	for _, regime := range p.Regimes {
		fmt.Fprintf(w, "\n%s\n", regime)
		switch len(p.Levers) {
		case 1:
			writeTable(w, 1, p.column(regime))
		case 2:
			p.squares(w, regime)
		default:
			for _, value := range p.values[0] {
				fmt.Fprintf(w, "\n%s %s\n", p.Levers[0], value)
				p.squares(w, regime, value)
			}
		}
	}
	if p.Replicates > 1 {
		fmt.Fprintf(w, "\nafter ±, half of the 95%% interval: %s alone\n%s", p.Noise, tooFew(p.Replicates))
	} else {
		fmt.Fprintf(w, "\nno intervals: a single replicate says nothing about %s\n", p.Noise)
	}
	fmt.Fprint(w, "Points meet the same people with the same luck: "+sweepTable+" has every replicate, and a difference between two points within replicates is told with less noise.\n")
	for k, path := range p.paths {
		if p.Levers[k] != path {
			fmt.Fprintf(w, "%s: %s\n", p.Levers[k], path)
		}
	}
	fmt.Fprintln(w, strings.Join(append([]string{p.Folder}, p.Pictures...), "\n"))
}

// trains tells whether a regime was also run at the ends of what its training teaches.
func (p *sweepResult) trains(regime string) bool {
	return slices.ContainsFunc(p.Points, func(e analysis.PointEffect) bool { return p.of(regime, sim.Low, e.Values...) != nil })
}

// column is the table of one lever.
func (p *sweepResult) column(regime string) [][]string {
	trains := p.trains(regime)
	rows := [][]string{{p.Levers[0], "difference"}}
	for _, end := range priorEnds {
		if trains {
			rows[0] = append(rows[0], end.words)
		}
	}
	for _, value := range p.values[0] {
		row := []string{value, p.cell(p.of(regime, sim.Total, value))}
		for _, end := range priorEnds {
			if trains {
				row = append(row, p.cell(p.of(regime, end.effect, value)))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// squares are the table of the last two levers as the regime stands and, where it trains, at
// the ends of what that teaches.
func (p *sweepResult) squares(w io.Writer, regime string, fixed ...string) {
	p.square(w, regime, sim.Total, fixed...)
	if p.trains(regime) {
		for _, end := range priorEnds {
			fmt.Fprintf(w, "\n%s\n", end.words)
			p.square(w, regime, end.effect, fixed...)
		}
	}
}

// square is the table of the last two levers, shaded by size; fixed are the values of the
// levers before them.
func (p *sweepResult) square(w io.Writer, regime, effect string, fixed ...string) {
	down, across := len(p.Levers)-2, len(p.Levers)-1
	rows := [][]string{append([]string{p.Levers[down] + " \\ " + p.Levers[across]}, p.values[across]...)}
	for _, a := range p.values[down] {
		row := []string{a}
		for _, b := range p.values[across] {
			k := p.of(regime, effect, append(slices.Clone(fixed), a, b)...)
			row = append(row, p.cell(k)+" "+p.shade(k))
		}
		rows = append(rows, row)
	}
	writeTable(w, 1, rows)
}

// cell is a difference and half of its interval.
func (p *sweepResult) cell(k *analysis.Contrast) string {
	if k == nil {
		return "-"
	}
	_, by := p.scale.shown()
	decimals := p.scale.decimals(by)
	text := grouped(k.Difference/by, decimals)
	if k.Difference > 0 {
		text = "+" + text
	}
	if k.Interval != nil {
		text += " ±" + grouped((k.Interval.High-k.Interval.Low)/2/by, decimals)
	}
	return text
}

// shade is a block that is the fuller the larger the difference is, up or down.
func (p *sweepResult) shade(k *analysis.Contrast) string {
	if k == nil {
		return " "
	}
	largest := 0.0
	for _, point := range p.Points {
		for _, c := range point.Contrasts {
			largest = math.Max(largest, math.Abs(c.Difference))
		}
	}
	blocks := []rune(" ░▒▓█")
	if largest == 0 {
		return " "
	}
	return string(blocks[min(int(math.Abs(k.Difference)/largest*float64(len(blocks))), len(blocks)-1)])
}

// heatMap is the picture of two levers.
func (p *sweepResult) heatMap(regime string) ([]byte, error) {
	unit, by := p.scale.shown()
	title := fmt.Sprintf("%s against %s, weeks 0 to %d\n%s, %s", regime, p.Baseline, p.ToWeek-1, inWordsOf(p.Outcome), unit)
	if p.Replicates > 1 {
		title += "; ± half of the 95% interval"
	}
	h := picture.HeatMap{Title: title,
		Down: p.Levers[0], Across: p.Levers[1], Rows: p.values[0], Columns: p.values[1]}
	for _, a := range p.values[0] {
		var values []float64
		var labels []string
		for _, b := range p.values[1] {
			value := math.NaN()
			k := p.of(regime, sim.Total, a, b)
			if k != nil {
				value = k.Difference / by
			}
			values, labels = append(values, value), append(labels, p.cell(k))
		}
		h.Values, h.Labels = append(h.Values, values), append(h.Labels, labels)
	}
	return h.SVG()
}

func (p *sweepResult) rows() [][]string {
	header := append([]string{"point"}, p.Levers...)
	rows := [][]string{append(header, "regime", "baseline", "outcome", "from_week", "to_week", "subgroup", "unit", "effect", "difference", "low_95", "high_95", "replicates")}
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	for _, point := range p.Points {
		for _, k := range point.Contrasts {
			row := append([]string{strconv.Itoa(point.Point)}, point.Values...)
			row = append(row, k.Regime, p.Baseline, k.Outcome, strconv.Itoa(k.FromWeek), strconv.Itoa(k.ToWeek), k.Subgroup, k.Unit, k.Effect, number(k.Difference), "", "", strconv.Itoa(k.Replicates))
			if k.Interval != nil {
				row[len(row)-3], row[len(row)-2] = number(k.Interval.Low), number(k.Interval.High)
			}
			rows = append(rows, row)
		}
	}
	return rows
}
