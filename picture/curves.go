package picture

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Curves are lines over time with bands of their intervals, each named at its end.
type Curves struct {
	Title, Across, Up string
	Lines             []Line
	First             int  // stroke of the first line: 0 is a baseline's
	FromZero          bool // the axis begins at zero, whatever the lines do
}

// Line is one of them; Low and High may be nil.
type Line struct {
	Name      string
	X, Y      []float64
	Low, High []float64
}

// SVG draws them.
func (c Curves) SVG() ([]byte, error) {
	p := newPlot(c.Title)
	p.X.Label.Text, p.Y.Label.Text = c.Across, c.Up
	p.X.Tick.Marker, p.Y.Tick.Marker = weekTicks{}, roundTicks{}
	p.Add(levels{})
	band := uint8(0x38)
	if len(c.Lines) > 2 {
		band = 0x20 // many bands over one another
	}
	for k, line := range c.Lines {
		style := strokeOf(c.First + k)
		if line.Low != nil {
			area, err := plotter.NewPolygon(outline(line))
			if err != nil {
				return nil, err
			}
			area.Color, area.LineStyle.Width = thin(style.colour, band), 0
			p.Add(area)
		}
	}
	for k, line := range c.Lines {
		style := strokeOf(c.First + k)
		drawn, err := plotter.NewLine(points(line.X, line.Y))
		if err != nil {
			return nil, err
		}
		drawn.LineStyle = draw.LineStyle{Color: style.colour, Width: vg.Points(1.6), Dashes: style.dashes}
		p.Add(drawn)
	}
	if c.FromZero {
		p.Y.Min = math.Min(p.Y.Min, 0)
		p.Y.Max = math.Max(p.Y.Max, 0)
	}
	p.Add(names(c))
	return svg(p, width, 240)
}

func points(x, y []float64) plotter.XYs {
	list := make(plotter.XYs, len(x))
	for k := range x {
		list[k] = plotter.XY{X: x[k], Y: y[k]}
	}
	return list
}

// outline goes along the upper bounds of a band and back along the lower ones.
func outline(l Line) plotter.XYs {
	list := points(l.X, l.High)
	for k := len(l.X) - 1; k >= 0; k-- {
		list = append(list, plotter.XY{X: l.X[k], Y: l.Low[k]})
	}
	return list
}

// levels draws a line across at every tick, the one at zero darker.
type levels struct{}

// Plot draws them.
func (levels) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for _, tick := range p.Y.Tick.Marker.Ticks(p.Y.Min, p.Y.Max) {
		if tick.IsMinor() {
			continue
		}
		style := draw.LineStyle{Color: faint, Width: vg.Points(0.6)}
		if tick.Value == 0 {
			style = draw.LineStyle{Color: ink, Width: vg.Points(0.8)}
		}
		c.StrokeLine2(style, c.Min.X, y(tick.Value), c.Max.X, y(tick.Value))
	}
}

// names writes the name of each line at its end, to the right, none over another.
type names Curves

// Plot writes them.
func (n names) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	at := make([]vg.Length, len(n.Lines))
	for k, line := range n.Lines {
		at[k] = y(line.Y[len(line.Y)-1])
	}
	apart(at, vg.Points(12))
	for k, line := range n.Lines {
		style := p.X.Tick.Label
		style.XAlign, style.YAlign, style.Color = text.XLeft, text.YCenter, strokeOf(n.First+k).colour
		c.FillText(style, vg.Point{X: c.Max.X + vg.Points(5), Y: at[k]}, line.Name)
	}
}

// GlyphBoxes keeps room for the names.
func (n names) GlyphBoxes(p *plot.Plot) (boxes []plot.GlyphBox) {
	for _, line := range n.Lines {
		box := plot.GlyphBox{X: 1, Y: 0.5}
		box.Max.X = p.X.Tick.Label.Width(line.Name) + vg.Points(8)
		boxes = append(boxes, box)
	}
	return boxes
}

// apart moves heights as little as it takes to have them so far apart, keeping their order.
func apart(at []vg.Length, gap vg.Length) {
	for range at {
		for a := range at {
			for b := range at {
				low, high := a, b
				if at[a] > at[b] || at[a] == at[b] && a < b {
					low, high = b, a
				}
				if short := gap - (at[high] - at[low]); a != b && short > 0 {
					at[low] -= vg.Length(short / 2)
					at[high] += vg.Length(short / 2)
				}
			}
		}
	}
}
