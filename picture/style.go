package picture

import (
	"bytes"
	"fmt"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Colours of the style: ink for words and lines, and the two ends of a diverging scale
// that is read without telling red from green.
var (
	ink   = color.NRGBA{R: 0x26, G: 0x2b, B: 0x33, A: 0xff}
	low   = color.NRGBA{R: 0xb3, G: 0x58, B: 0x06, A: 0xff}
	paper = color.NRGBA{R: 0xf7, G: 0xf7, B: 0xf5, A: 0xff}
	high  = color.NRGBA{R: 0x1f, G: 0x5f, B: 0xa8, A: 0xff}
)

// sans is the family of all words.
func sans(size float64) font.Font {
	return font.Font{Typeface: "Liberation", Variant: "Sans", Size: vg.Points(size)}
}

// newPlot is an empty picture in the style.
func newPlot(title string) *plot.Plot {
	p := plot.New()
	p.Title.Text = title
	p.Title.TextStyle.Font, p.Title.TextStyle.Color = sans(11), ink
	p.Title.Padding = vg.Points(8)
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Label.TextStyle.Font, axis.Label.TextStyle.Color = sans(10), ink
		axis.Tick.Label.Font, axis.Tick.Label.Color = sans(10), ink
		axis.Label.Padding = vg.Points(6)
		axis.LineStyle.Width, axis.Tick.LineStyle.Width = 0, 0
	}
	return p
}

// width is that of a picture of a page, in points: two stand beside each other on a screen,
// and one fills that of a telephone.
const width = 360

// margin is the paper around a picture.
const margin = vg.Length(3)

// svg renders a picture. Sizes are in points.
func svg(p *plot.Plot, across, down float64) ([]byte, error) {
	canvas := vgsvg.New(vg.Points(across), vg.Points(down))
	p.Draw(draw.Crop(draw.New(canvas), margin, -margin, margin, -margin))
	var page bytes.Buffer
	if _, err := canvas.WriteTo(&page); err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	return bytes.ReplaceAll(page.Bytes(), []byte("font-family:Liberation Sans;"), []byte("font-family:'Liberation Sans',Arial,Helvetica,sans-serif;")), nil
}

// between is a colour on the way from one to another.
func between(from, to color.NRGBA, part float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + float64(part*(float64(b)-float64(a))) + 0.5) }
	return color.NRGBA{R: mix(from.R, to.R), G: mix(from.G, to.G), B: mix(from.B, to.B), A: 0xff}
}
