package picture

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// weekTicks stand at years, quarters or weeks, as there is room.
type weekTicks struct{}

// Ticks are the marks of an axis in weeks.
func (weekTicks) Ticks(low, high float64) []plot.Tick {
	step := 1.0
	for _, wider := range [...]float64{2, 4, 13, 26, 52, 104, 260, 520} {
		if (high-low)/step > 10 {
			step = wider
		}
	}
	return marked(step, low, high, 0)
}

// roundTicks stand at round numbers, with zero among them where it is on the axis.
type roundTicks struct{}

// Ticks are four to ten marks, at multiples of 1, 2 or 5 times a power of ten; fewer where their labels are long.
func (roundTicks) Ticks(low, high float64) []plot.Tick {
	if !(high > low) {
		return nil
	}
	power, decimals := 1.0, 0
	for power > high-low {
		power, decimals = power/10, decimals+1
	}
	for power*10 <= high-low {
		power *= 10
	}
	step := power
	for _, finer := range [...]float64{2, 5, 10} {
		if (high-low)/step < 4 {
			step = power / finer
		}
	}
	if step < power {
		decimals++
	}
	if power >= 10 {
		decimals = 0
	}
	ticks := marked(step, low, high, decimals)
	for _, wider := range [...]float64{1, 2, 5} {
		if step < power*wider && crowded(ticks) {
			ticks = marked(power*wider, low, high, decimals)
		}
	}
	return ticks
}

// crowded tells whether labels side by side would run into one another in a picture of the usual width.
func crowded(ticks []plot.Tick) bool {
	const most, gap = 56, 2 // letters
	letters := 0
	for _, tick := range ticks {
		letters += len(tick.Label) + gap
	}
	return letters > most
}

// marked marks the multiples of a step.
func marked(step, low, high float64, decimals int) (ticks []plot.Tick) {
	for k := math.Ceil(low/step - 1e-9); k*step <= high+float64(1e-9*step); k++ {
		ticks = append(ticks, plot.Tick{Value: k * step, Label: grouped(k*step, decimals)})
	}
	return ticks
}

// grouped is a number with commas between thousands.
func grouped(x float64, decimals int) string {
	if x == 0 {
		x = 0 // not the one below zero
	}
	text := strconv.FormatFloat(math.Abs(x), 'f', decimals, 64)
	whole, rest, _ := strings.Cut(text, ".")
	for k := len(whole) - 3; k > 0; k -= 3 {
		whole = whole[:k] + "," + whole[k:]
	}
	if rest != "" {
		whole += "." + rest
	}
	if x < 0 {
		return "-" + whole
	}
	return whole
}
