package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"caseload/analysis"
)

// scale is how all numbers of an outcome are shown: in one unit, with one number of
// decimals.
type scale struct {
	unit   string
	size   float64 // the largest mean
	finest float64 // the smallest standard error or difference that is not zero

}

// with takes another contrast of the outcome into account.
func (s scale) with(k analysis.Contrast) scale {
	return s.taking(k, max(math.Abs(k.BaselineMean), math.Abs(k.RegimeMean)))
}

// withDifference does so where no means are shown.
func (s scale) withDifference(k analysis.Contrast) scale {
	if k.NoBaseline {
		return s.with(k)
	}
	return s.taking(k, math.Abs(k.Difference))
}

func (s scale) taking(k analysis.Contrast, size float64) scale {
	s.unit, s.size = k.Unit, max(s.size, size)
	fine := math.Abs(k.Difference)
	if k.Interval != nil && k.Interval.StandardError > 0 {
		fine = k.Interval.StandardError
	}
	if fine > 0 && (s.finest == 0 || fine < s.finest) {
		s.finest = fine
	}
	return s
}

// shown is the unit in words and what one of it is. Money is in pounds, shares are in
// percent, large totals in thousands or millions.
func (s scale) shown() (unit string, by float64) {
	unit, by = s.unit, 1
	money := strings.HasPrefix(unit, "pence")
	switch {
	case money:
		unit, by = "£"+strings.TrimPrefix(unit, "pence"), 100
	case unit == "share":
		return "%", 0.01
	case unit == "hundredths of a point":
		return "points", 100
	}
	for _, step := range []struct {
		of    float64
		words string
	}{{1e6, "million"}, {1e3, "thousand"}} {
		switch {
		case s.size/by < 10*step.of:
		case money:
			return "£ " + step.words + strings.TrimPrefix(unit, "£"), by * step.of
		default:
			return step.words + " " + unit, by * step.of
		}
	}
	return unit, by
}

// unitWords are the unit in which an outcome is shown.
func (s scale) unitWords() string {
	unit, _ := s.shown()
	return unit
}

// unidentified stands for a ratio whose denominator cannot be told from none.
const unidentified = "not identified"

// effect is a difference and its interval in cells, or a mean and its interval where the baseline
// has none to differ from.
func (s scale) effect(k analysis.Contrast) []string {
	_, by := s.shown()
	decimals := s.decimals(by)
	signed := func(x float64) string {
		text := grouped(x/by, decimals)
		if x > 0 && !k.NoBaseline && strings.Trim(text, "0.,") != "" {
			text = "+" + text
		}
		return text
	}
	if k.NotIdentified {
		return []string{unidentified, "-"}
	}
	shown := k.Difference
	if k.NoBaseline {
		shown = k.RegimeMean
	}
	if k.Interval == nil {
		return []string{signed(shown), "-"}
	}
	return []string{signed(shown), signed(k.Interval.Low) + " to " + signed(k.Interval.High)}
}

// margin is a difference and half the width of its interval in cells.
func (s scale) margin(k analysis.Contrast) []string {
	_, by := s.shown()
	difference := s.effect(k)[0]
	if k.Interval == nil {
		return []string{difference, ""}
	}
	return []string{difference, "±" + grouped((k.Interval.High-k.Interval.Low)/2/by, s.decimals(by))}
}

// line is a contrast in cells, from the unit on. Ratios are those of a difference.
func (s scale) line(k analysis.Contrast) []string {
	unit, by := s.shown()
	decimals := s.decimals(by)
	share, effect := "-", s.effect(k)
	if slices.Contains(analysis.Ratios(), k.Outcome) {
		return []string{unit, "-", "-", effect[0], "", effect[1]}
	}
	if k.NoBaseline {
		return []string{unit, "none", effect[0], "", "", effect[1]}
	}
	if k.BaselineMean != 0 {
		share = relative(k.Difference, k.BaselineMean)
	}
	return []string{unit, grouped(k.BaselineMean/by, decimals), grouped(k.RegimeMean/by, decimals), effect[0], share, effect[1]}
}

// relative is a difference in per cent of what it is from, or how many times that there is
// where there is ten times as much or more.
func relative(difference, from float64) string {
	if times := (from + difference) / from; times >= 10 {
		return "x " + grouped(times, 0)
	}
	share := strings.TrimPrefix(fmt.Sprintf("%+.1f%%", 100*difference/math.Abs(from)), "-0.0%")
	if share == "" || share == "+0.0%" {
		return "0.0%"
	}
	return share
}

// inText is the name of an outcome where money is shown in pounds.
func inText(outcome string) string { return strings.TrimSuffix(outcome, "_pence") }

// decimals are as many, up to four, as show the first digit of the finest error. A mean
// has no more than six digits, and a large total no fewer than three.
func (s scale) decimals(by float64) int {
	n, fine := 0, s.finest/by
	if whole := s.size / by; fine == 0 && whole != math.Trunc(whole) {
		fine = whole / 100 // nothing differs: three digits
	}
	for size := s.size / by; n < 4 && fine > 0 && fine < 1 && size < 1e5; n++ {
		fine, size = 10*fine, 10*size
	}
	if by > 100 && s.size/by < 100 {
		n = max(n, 1)
	}
	return n
}
