package main

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// paper is a page in memory that knows how many columns its reader's terminal has.
type paper struct {
	bytes.Buffer
	columns int // 0 for one that is as wide as it needs to be
}

// writeTable writes rows in aligned columns: the first words to the left, the others
// to the right. Every line is indented by two spaces. A table that is wider than its reader's
// terminal goes on below, with the words of its lines again.
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
	room := 0
	if page, ok := to.(*paper); ok {
		room = page.columns
	}
	if len(rows) == 0 {
		return
	}
	words = min(words, len(widths))
	from := words
	for {
		upTo := len(widths)
		if room > 0 {
			upTo = fitting(widths, words, from, rows[0], room)
		}
		for _, row := range rows {
			writeLine(to, widths, words, row, from, upTo)
		}
		if from = upTo; from == len(widths) {
			return
		}
		_, _ = io.WriteString(to, "\n")
	}
}

// fitting is how far the columns from one on fit beside the words. A column without a heading stays
// with the one before it, and at least one is taken.
func fitting(widths []int, words, from int, header []string, room int) int {
	for _, width := range widths[:words] {
		room -= 2 + width
	}
	upTo := from
	for k := from; k < len(widths); k++ {
		room -= 2 + widths[k]
		together := k+1 < len(header) && header[k+1] == ""
		if together {
			continue
		}
		if room < 0 && upTo > from {
			return upTo
		}
		upTo = k + 1
	}
	return upTo
}

// writeLine writes the words of a row and its cells between two columns.
func writeLine(to io.Writer, widths []int, words int, row []string, from, upTo int) {
	var line strings.Builder
	for k, cell := range row {
		if k >= words && (k < from || k >= upTo) {
			continue
		}
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
