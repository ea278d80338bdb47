package picture

import (
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Dots are values with intervals, a row of words for each; several series lie in one row.
type Dots struct {
	Title, Across string
	Series        []string // named where there are several
	First         int      // stroke of the first series: 0 is a baseline's
	Rows          []Dot
}

// Dot is a row: one value for each series, NaN where there is none. A row without values
// is a heading.
type Dot struct {
	Name             string
	Value, Low, High []float64
}

// marks tell series apart where colour does not.
var marks = []draw.GlyphDrawer{draw.CircleGlyph{}, draw.BoxGlyph{}, draw.PyramidGlyph{}, hollow{draw.CircleGlyph{}}, hollow{draw.BoxGlyph{}}, hollow{draw.PyramidGlyph{}}}

// hollow is a mark with white inside.
type hollow struct{ draw.GlyphDrawer }

// DrawGlyph draws it.
func (h hollow) DrawGlyph(c *draw.Canvas, style draw.GlyphStyle, at vg.Point) {
	h.GlyphDrawer.DrawGlyph(c, style, at)
	style.Radius = vg.Length(style.Radius * 0.55)
	c.SetColor(color.White)
	h.GlyphDrawer.DrawGlyph(c, style, at)
}

// legendLine is the height of a series in the legend, in points.
const legendLine = 14.0

// SVG draws them.
func (d Dots) SVG() ([]byte, error) {
	p := newPlot(d.Title)
	p.X.Label.Text, p.X.Tick.Marker = d.Across, roundTicks{}
	var words []string
	for k := range d.Rows {
		words = append(words, d.Rows[len(d.Rows)-1-k].Name)
	}
	p.NominalY(words...)
	p.Y.LineStyle.Width, p.Y.Tick.LineStyle.Width = 0, 0
	p.Add(spread(d))
	p.Y.Min, p.Y.Max = -0.7, float64(len(d.Rows))-0.3
	if len(d.Series) > 1 {
		p.Title.Padding += vg.Points(legendLine * float64(len(d.Series)))
	}
	each := 15.0 + float64(6*float64(len(d.Series)-1))
	return svg(p, width, 66+float64(legendLine*float64(len(d.Series)))+float64(each*float64(len(d.Rows))))
}

// spread draws the rows.
type spread Dots

// Plot draws the line at zero, intervals and dots.
func (s spread) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for _, tick := range p.X.Tick.Marker.Ticks(p.X.Min, p.X.Max) {
		if !tick.IsMinor() {
			c.StrokeLine2(draw.LineStyle{Color: faint, Width: vg.Points(0.6)}, x(tick.Value), c.Min.Y, x(tick.Value), c.Max.Y)
		}
	}
	c.StrokeLine2(draw.LineStyle{Color: ink, Width: vg.Points(0.8)}, x(0), c.Min.Y, x(0), c.Max.Y)
	if len(s.Series) > 1 {
		s.legend(c, p)
	}
	for r, row := range s.Rows {
		if row.Value == nil {
			under := y(float64(len(s.Rows)-1-r) - 0.4)
			c.StrokeLine2(draw.LineStyle{Color: faint, Width: vg.Points(0.8)}, c.Min.X, under, c.Max.X, under)
		}
		for k, value := range row.Value {
			if math.IsNaN(value) {
				continue
			}
			style := strokeOf(s.First + k)
			at := y(float64(len(s.Rows)-1-r) + float64(0.25*float64(len(row.Value)-1-2*k)/float64(max(len(row.Value)-1, 1))))
			if row.Low != nil && !math.IsNaN(row.Low[k]) {
				c.StrokeLine2(draw.LineStyle{Color: style.colour, Width: vg.Points(1.4)}, x(row.Low[k]), at, x(row.High[k]), at)
			}
			c.DrawGlyph(draw.GlyphStyle{Color: style.colour, Radius: vg.Points(3.2), Shape: marks[(s.First+k)%len(marks)]}, vg.Point{X: x(value), Y: at})
		}
	}
}

// DataRange takes zero in.
func (s spread) DataRange() (xmin, xmax, ymin, ymax float64) {
	for _, row := range s.Rows {
		for _, list := range [][]float64{row.Value, row.Low, row.High} {
			for _, v := range list {
				if !math.IsNaN(v) {
					xmin, xmax = math.Min(xmin, v), math.Max(xmax, v)
				}
			}
		}
	}
	if xmin == xmax {
		xmax = 1
	}
	room := float64(0.04 * (xmax - xmin))
	return xmin - room, xmax + room, 0, float64(len(s.Rows))
}

// legend names the series above the rows.
func (s spread) legend(c draw.Canvas, p *plot.Plot) {
	for k, name := range s.Series {
		style, y := strokeOf(s.First+k), c.Max.Y+vg.Points(legendLine*(float64(len(s.Series)-k)-0.4))
		c.StrokeLine2(draw.LineStyle{Color: style.colour, Width: vg.Points(1.4)}, c.Min.X, y, c.Min.X+vg.Points(16), y)
		// Above the rows, where the canvas itself would not draw a mark.
		marks[(s.First+k)%len(marks)].DrawGlyph(&c, draw.GlyphStyle{Color: style.colour, Radius: vg.Points(3.2)}, vg.Point{X: c.Min.X + vg.Points(8), Y: y})
		words := p.X.Tick.Label
		words.XAlign, words.YAlign, words.Color = text.XLeft, text.YCenter, style.colour
		c.FillText(words, vg.Point{X: c.Min.X + vg.Points(21), Y: y}, name)
	}
}
