package picture

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// A stroke is how one of several series is drawn: colour, dashes and mark all differ, so
// that they are told apart in grey and without telling red from green.
type stroke struct {
	colour color.NRGBA
	dashes []vg.Length
}

// strokes are those of the first series, the second and so on; the first is the baseline's.
var strokes = []stroke{
	{color.NRGBA{R: 0x26, G: 0x2b, B: 0x33, A: 0xff}, nil},
	{high, []vg.Length{7, 2}},
	{low, []vg.Length{2, 2}},
	{color.NRGBA{R: 0x00, G: 0x7a, B: 0x6e, A: 0xff}, []vg.Length{9, 2, 2, 2}},
	{color.NRGBA{R: 0x7b, G: 0x32, B: 0x94, A: 0xff}, []vg.Length{4, 4}},
	{color.NRGBA{R: 0xc2, G: 0x18, B: 0x5b, A: 0xff}, []vg.Length{12, 3}},
	{color.NRGBA{R: 0x6b, G: 0x5d, B: 0x00, A: 0xff}, []vg.Length{1, 3}},
}

// strokeOf is that of a series; they come again where there are more.
func strokeOf(series int) stroke { return strokes[series%len(strokes)] }

// thin is a colour for bands and ribbons under lines.
func thin(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// faint is the colour of grids and of the line at zero.
var faint = color.NRGBA{R: 0xd5, G: 0xd8, B: 0xdc, A: 0xff}
