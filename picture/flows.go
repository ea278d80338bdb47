package picture

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Flows are people moving between states from one column to the next.
type Flows struct {
	Title   string
	Columns []string // heads, two or more
	States  []string // from top to bottom
	// Moves is, between column k and the next, how many go from state to state.
	Moves [][][]float64
}

// SVG draws them: states as bars, moves as ribbons as wide as they are many.
func (f Flows) SVG() ([]byte, error) {
	p := newPlot(f.Title)
	p.HideAxes()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, float64(len(f.Columns)-1), 0, 1
	p.Add(rivers(f))
	return svg(p, width, 270)
}

// stateColours are those of the states, from top to bottom; words stand beside each.
var stateColours = []color.NRGBA{
	high, {R: 0x8a, G: 0x8f, B: 0x98, A: 0xff}, low, {R: 0x7b, G: 0x32, B: 0x94, A: 0xff}, {R: 0x6b, G: 0x5d, B: 0x00, A: 0xff}, {R: 0x26, G: 0x2b, B: 0x33, A: 0xff},
}

// rivers draws a Flows.
type rivers Flows

// stock is how many are in a state in a column.
func (f rivers) stock(column, state int) (n float64) {
	for other := range f.States {
		if column == 0 {
			n += f.Moves[0][state][other]
		} else {
			n += f.Moves[column-1][other][state]
		}
	}
	return n
}

// gap is what lies between two states, as a share of the height.
const gap = 0.025

// tops are the upper edges of the states of a column, and what one person is high.
func (f rivers) tops(column int) (tops []float64, each float64) {
	all := 0.0
	for s := range f.States {
		all += f.stock(column, s)
	}
	each = (0.92 - float64(gap*float64(len(f.States)-1))) / max(all, 1e-9)
	top := 0.92
	for s := range f.States {
		tops = append(tops, top)
		top -= float64(f.stock(column, s)*each) + gap
	}
	return tops, each
}

// Plot draws ribbons, then bars and words.
func (f rivers) Plot(c draw.Canvas, p *plot.Plot) {
	bar, left, right := vg.Points(8), vg.Points(66), vg.Points(80)
	span := (c.Max.X - c.Min.X - left - right) / vg.Length(max(len(f.Columns)-1, 1))
	at := func(column int) vg.Length { return c.Min.X + left + vg.Length(span*vg.Length(column)) }
	y := func(v float64) vg.Length { return c.Min.Y + vg.Length((c.Max.Y-c.Min.Y)*vg.Length(v)) }
	for k := range f.Moves {
		out, each := f.tops(k)
		in, _ := f.tops(k + 1)
		for a := range f.States {
			for b := range f.States {
				n := float64(f.Moves[k][a][b] * each)
				if n <= 0 {
					continue
				}
				f.ribbon(c, at(k)+bar, at(k+1), y(out[a]), y(out[a]-n), y(in[b]), y(in[b]-n), stateColours[a%len(stateColours)])
				out[a] -= n
				in[b] -= n
			}
		}
	}
	for k := range f.Columns {
		tops, each := f.tops(k)
		head := p.X.Label.TextStyle
		head.XAlign, head.YAlign = text.XCenter, text.YBottom
		c.FillText(head, vg.Point{X: at(k) + bar/2, Y: y(0.94)}, f.Columns[k])
		for s, name := range f.States {
			n := f.stock(k, s)
			if n == 0 {
				continue
			}
			bottom := tops[s] - float64(n*each)
			c.FillPolygon(stateColours[s%len(stateColours)], []vg.Point{{X: at(k), Y: y(tops[s])}, {X: at(k) + bar, Y: y(tops[s])}, {X: at(k) + bar, Y: y(bottom)}, {X: at(k), Y: y(bottom)}})
			style, x := p.X.Tick.Label, at(k)-vg.Points(4)
			style.XAlign, style.YAlign = text.XRight, text.YCenter
			switch k {
			case 0:
			case len(f.Columns) - 1:
				style.XAlign, x = text.XLeft, at(k)+bar+vg.Points(4)
			default:
				continue
			}
			c.FillText(style, vg.Point{X: x, Y: y((tops[s] + bottom) / 2)}, name)
		}
	}
}

// ribbon is a band that leaves and arrives level.
func (f rivers) ribbon(c draw.Canvas, x0, x1, top0, bottom0, top1, bottom1 vg.Length, colour color.NRGBA) {
	middle := (x0 + x1) / 2
	var path vg.Path
	path.Move(vg.Point{X: x0, Y: top0})
	path.CubeTo(vg.Point{X: middle, Y: top0}, vg.Point{X: middle, Y: top1}, vg.Point{X: x1, Y: top1})
	path.Line(vg.Point{X: x1, Y: bottom1})
	path.CubeTo(vg.Point{X: middle, Y: bottom1}, vg.Point{X: middle, Y: bottom0}, vg.Point{X: x0, Y: bottom0})
	path.Close()
	c.SetColor(thin(colour, 0x70))
	c.Fill(path)
}
