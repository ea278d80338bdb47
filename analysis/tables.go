package analysis

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Text writes the comparison for reading: one block per horizon, subgroup, closure
// and effect, money in pounds, shares in
// percent, large totals in thousands or millions.
func (c Comparison) Text(to io.Writer) error {
	var text strings.Builder
	var block Cell
	var lines [][]string
	flush := func() {
		if len(lines) > 0 {
			writeLines(&text, lines)
		}
		lines = nil
	}
	alone := false
	for i, contrast := range c.Contrasts {
		heading := contrast.Cell
		heading.Outcome, heading.Unit = "", ""
		if i == 0 || heading != block {
			flush()
			if i > 0 {
				text.WriteByte('\n')
			}
			block = heading
			fmt.Fprintf(&text, "%s\n", heading.title())
			lines = [][]string{{"outcome", "unit", "regime", "mean under " + c.Baseline, "mean under regime", "difference", "s.e.", "95% interval (" + SimulationNoise + ")", "replicates"}}
		}
		lines = append(lines, contrast.line())
		alone = alone || contrast.Interval == nil
	}
	flush()
	if alone {
		text.WriteString("\nno interval: a single replicate says nothing about " + SimulationNoise + "\n")
	}
	_, err := io.WriteString(to, text.String())
	return err
}

// title says what a block is about; what goes without saying is left out.
func (c Cell) title() string {
	title := fmt.Sprintf("weeks %d to %d", c.FromWeek, c.ToWeek-1)
	if c.ToWeek-c.FromWeek == 1 {
		title = fmt.Sprintf("week %d", c.FromWeek)
	}
	if c.Subgroup != "" {
		title += ", " + c.Subgroup
	}
	if c.Closure != "" {
		title += ", closure " + c.Closure
	}
	if c.Effect != "" {
		title += ", " + c.Effect + " effect"
	}
	return title
}

// line is a contrast as text, in one unit and with one number of decimals.
func (c Contrast) line() []string {
	s := scaleOf(c)
	line := []string{
		c.Outcome, s.unit, c.Regime,
		s.number(c.BaselineMean), s.number(c.RegimeMean), s.signed(c.Difference),
		"-", "no interval", strconv.Itoa(c.Replicates),
	}
	if c.Interval != nil {
		line[6] = s.number(c.Interval.StandardError)
		line[7] = s.signed(c.Interval.Low) + " to " + s.signed(c.Interval.High)
	}
	return line
}

// scale is how the numbers of one line are shown.
type scale struct {
	unit     string
	by       float64
	decimals int
}

// scaleOf chooses thousands or millions by the larger mean, and as many decimals, at
// most three, as give the difference and its standard error two digits.
func scaleOf(c Contrast) scale {
	size := math.Max(math.Abs(c.BaselineMean), math.Abs(c.RegimeMean))
	s := scale{unit: c.Unit, by: 1}
	if rest, isMoney := strings.CutPrefix(c.Unit, "pence"); isMoney {
		s.unit, s.by = "£"+rest, 100
	}
	if c.Unit == "share" {
		s.unit, s.by = "%", 0.01
	}
	switch {
	case size/s.by >= 1e7:
		s.by *= 1e6
		s.unit = larger(s.unit, "£m", "million ")
	case size/s.by >= 1e4:
		s.by *= 1e3
		s.unit = larger(s.unit, "£ thousand", "thousand ")
	}
	finest := math.Abs(c.Difference)
	if c.Interval != nil && c.Interval.StandardError > 0 && (finest == 0 || c.Interval.StandardError < finest) {
		finest = c.Interval.StandardError
	}
	finest /= s.by
	for s.decimals < 3 && finest > 0 && finest < 10 {
		s.decimals++
		finest *= 10
	}
	return s
}

func larger(unit, money, count string) string {
	if rest, isMoney := strings.CutPrefix(unit, "£"); isMoney {
		return money + rest
	}
	return count + unit
}

// number shows a value with thousands separators.
func (s scale) number(value float64) string {
	text := strconv.FormatFloat(math.Abs(value/s.by), 'f', s.decimals, 64)
	whole, rest, _ := strings.Cut(text, ".")
	var to strings.Builder
	if value < 0 && strings.Trim(text, "0.") != "" {
		to.WriteByte('-')
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			to.WriteByte(',')
		}
		to.WriteRune(digit)
	}
	if rest != "" {
		to.WriteString("." + rest)
	}
	return to.String()
}

// signed shows a value with its sign, zero without one.
func (s scale) signed(value float64) string {
	text := s.number(value)
	if value > 0 && strings.Trim(text, "0.,") != "" {
		return "+" + text
	}
	return text
}

// writeLines aligns columns: words to the left, numbers to the right.
func writeLines(to *strings.Builder, lines [][]string) {
	const words = 3 // the leading columns that hold words
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, text := range line {
			widths[i] = max(widths[i], len([]rune(text)))
		}
	}
	for _, line := range lines {
		var row strings.Builder
		for i, text := range line {
			gap := strings.Repeat(" ", widths[i]-len([]rune(text)))
			if i < words {
				text += gap
			} else {
				text = gap + text
			}
			row.WriteString("  " + text)
		}
		to.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
}

var csvHeader = []string{
	"outcome", "unit", "regime", "baseline", "from_week", "to_week", "subgroup", "closure", "effect",
	"baseline_mean", "regime_mean", "difference", "standard_error", "low_95", "high_95", "replicates", "interval_is",
}

// CSV writes the comparison with every digit, in the units of the dataset (pence,
// persons); what cannot be known from one replicate is empty.
func (c Comparison) CSV(to io.Writer) error {
	w := csv.NewWriter(to)
	if err := w.Write(csvHeader); err != nil {
		return err
	}
	number := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	for _, k := range c.Contrasts {
		record := []string{
			k.Outcome, k.Unit, k.Regime, c.Baseline, strconv.Itoa(k.FromWeek), strconv.Itoa(k.ToWeek), k.Subgroup, k.Closure, k.Effect,
			number(k.BaselineMean), number(k.RegimeMean), number(k.Difference), "", "", "", strconv.Itoa(k.Replicates), c.Noise,
		}
		if i := k.Interval; i != nil {
			record[12], record[13], record[14] = number(i.StandardError), number(i.Low), number(i.High)
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// JSON writes the comparison as data; an interval that cannot be known is null.
func (c Comparison) JSON(to io.Writer) error {
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}
