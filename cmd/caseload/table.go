package main

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// writeTable writes rows in aligned columns: the first words to the left, the others
// to the right. Every line is indented by two spaces.
func writeTable(to io.Writer, words int, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for k, cell := range row {
			if k == len(widths) {
				widths = append(widths, 0)
			}
			widths[k] = max(widths[k], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for k, cell := range row {
			gap := strings.Repeat(" ", widths[k]-utf8.RuneCountInString(cell))
			if k < words {
				cell += gap
			} else {
				cell = gap + cell
			}
			line.WriteString("  " + cell)
		}
		_, _ = io.WriteString(to, strings.TrimRight(line.String(), " ")+"\n") // to is a page in memory
	}
}

// grouped is a number with commas between thousands and that many decimals.
func grouped(x float64, decimals int) string {
	text := strconv.FormatFloat(x, 'f', decimals, 64)
	sign := ""
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		text = rest
		if strings.Trim(text, "0.") != "" {
			sign = "-"
		}
	}
	whole, rest, _ := strings.Cut(text, ".")
	var b strings.Builder
	b.WriteString(sign)
	for k, digit := range whole {
		if k > 0 && (len(whole)-k)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if rest != "" {
		b.WriteString("." + rest)
	}
	return b.String()
}

// counted is a number of things in words: "1 run", "2 runs".
func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(float64(n), 0) + " " + one + "s"
}
