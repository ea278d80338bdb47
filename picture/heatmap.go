package picture

import (
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// HeatMap is a value over the values of two levers.
type HeatMap struct {
	Title, Across, Down string      // what is shown; the levers
	Columns, Rows       []string    // values of the lever across, of the lever down
	Values              [][]float64 // by row and column; NaN where there is none
	Labels              [][]string  // what stands in each cell
}

// SVG draws it. Colours run from the largest fall to the largest rise, with nothing in the
// middle, so that a map of small differences around none looks like one.
func (h HeatMap) SVG() ([]byte, error) {
	p := newPlot(h.Title)
	p.X.Label.Text, p.Y.Label.Text = h.Across, h.Down
	p.NominalX(h.Columns...)
	rows := make([]string, len(h.Rows))
	for k, row := range h.Rows {
		rows[len(rows)-1-k] = row
	}
	p.NominalY(rows...)
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.LineStyle.Width, axis.Tick.LineStyle.Width = 0, 0
	}
	p.X.Min, p.X.Max = -0.5, float64(len(h.Columns))-0.5
	p.Y.Min, p.Y.Max = -0.5, float64(len(h.Rows))-0.5
	p.Add(cells(h))
	return svg(p, float64(190+78*len(h.Columns)), float64(100+44*len(h.Rows)))
}

// cells draws the map itself.
type cells HeatMap

// Plot draws every cell with its label.
func (c cells) Plot(canvas draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&canvas)
	largest := 0.0
	for _, row := range c.Values {
		for _, v := range row {
			if !math.IsNaN(v) {
				largest = math.Max(largest, math.Abs(v))
			}
		}
	}
	style := p.X.Tick.Label
	style.XAlign, style.YAlign = text.XCenter, text.YCenter
	for r, row := range c.Values {
		for k, v := range row {
			at := float64(len(c.Values) - 1 - r)
			corners := []vg.Point{
				{X: x(float64(k) - 0.48), Y: y(at - 0.47)}, {X: x(float64(k) + 0.48), Y: y(at - 0.47)},
				{X: x(float64(k) + 0.48), Y: y(at + 0.47)}, {X: x(float64(k) - 0.48), Y: y(at + 0.47)},
			}
			fill, dark := shade(v, largest)
			canvas.FillPolygon(fill, corners)
			style.Color = ink
			if dark {
				style.Color = color.White
			}
			canvas.FillText(style, vg.Point{X: x(float64(k)), Y: y(at)}, c.Labels[r][k])
		}
	}
}

// DataRange is that of the cells.
func (c cells) DataRange() (xmin, xmax, ymin, ymax float64) {
	return -0.5, float64(len(c.Columns)) - 0.5, -0.5, float64(len(c.Rows)) - 0.5
}

var _ plot.DataRanger = cells{}
var _ plot.Plotter = cells{}

// shade is the colour of a value and whether it is so dark that words on it are white.
func shade(v, largest float64) (fill color.NRGBA, dark bool) {
	if math.IsNaN(v) || largest == 0 {
		return paper, false
	}
	end := high
	if v < 0 {
		end = low
	}
	part := math.Abs(v) / largest
	return between(paper, end, part), part > 0.6
}
