package source

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// A written number: sign, pound sign, digits with anything that people put among
// them, exponent, and what follows.
var writtenNumber = regexp.MustCompile(`^([-+]?)(£?)([0-9][0-9_,.]*|\.[0-9][0-9_,.]*)((?:[eE][-+]?[0-9]+)?)(.*)$`)

var (
	decimal     = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$`)
	hexOrOctal  = regexp.MustCompile(`^[-+]?0[xXoObB]`)
	notANumeral = regexp.MustCompile(`(?i)^[-+]?\.?(nan|inf|infinity)$`)
)

// mostDigits is how many decimal digits a float64 keeps for certain.
const mostDigits = 15

// parseNumber reads one number as written, in the unit of the field. The value
// is the float64 nearest to the decimal text; pence are exact integers.
func (f *field) parseNumber(n *node) (float64, *problem) {
	text, u := n.text, f.unit
	switch {
	case notANumeral.MatchString(text):
		return 0, notFinite.of(text).hinted("write a number such as %s", f.example())
	case hexOrOctal.MatchString(text):
		return 0, hexadecimal.of(text).hinted("write it in decimal digits")
	}
	parts := writtenNumber.FindStringSubmatch(text)
	if parts == nil {
		return 0, notNumber.of(shorten(text)).hinted("write a number such as %s", f.example())
	}
	sign, pound, digits, power, after := parts[1], parts[2], parts[3], parts[4], parts[5]
	if p := f.checkDigits(text, sign, digits, power); p != nil {
		return 0, p
	}
	number := sign + digits + power
	if f.bare || u.plain {
		switch {
		case pound != "" || after != "":
			return 0, f.notBare(text, number, after)
		case !n.plain:
			return 0, quotedNumber.of(text).hinted("write it without quotes")
		}
		value, err := strconv.ParseFloat(number, 64)
		if err != nil || len(power) > 4 {
			return 0, outOfReach.of(text).hinted("exponents go from -99 to 99")
		}
		return f.checkWhole(value, text)
	}
	return f.withUnit(text, number, pound, after)
}

// separators stand between thousands where somebody writes for readers.
var separators = strings.NewReplacer("_", "", ",", "")

// checkDigits refuses the forms of a number that mean different things to
// different readers.
func (f *field) checkDigits(text, sign, digits, power string) *problem {
	clean := separators.Replace(digits)
	switch {
	case strings.Contains(digits, "_"):
		return underscored.of(text).hinted("write %s", strings.Replace(text, digits, clean, 1))
	case strings.Contains(digits, ","):
		return thousands.of(text).hinted("write %s; the point stands before decimals, and nothing between thousands",
			strings.Replace(text, digits, clean, 1))
	case len(digits) > 1 && digits[0] == '0' && digits[1] != '.':
		return leadingZero.of(text).hinted("write %s; a leading zero means base eight elsewhere",
			strings.Replace(text, digits, strings.TrimLeft(digits[:len(digits)-1], "0")+digits[len(digits)-1:], 1))
	case sign == "+":
		return notNumber.of(text).hinted("write %s, without the plus sign", text[1:])
	case digits[0] == '.' && decimal.MatchString(digits[1:]):
		return notNumber.of(text).hinted("write %s", strings.Replace(text, digits, "0"+digits, 1))
	case !decimal.MatchString(digits):
		return notNumber.of(text).hinted("write digits, with one point between them where there are decimals: %s", f.example())
	case power != "" && !f.unit.exp:
		return exponent.of(text).hinted("write the number out")
	case len(digits) > mostDigits+1:
		return tooManyDigits.of(shorten(text)).hinted("write at most %d digits", mostDigits)
	}
	return nil
}

func (f *field) notBare(text, number, after string) *problem {
	if f.unit.plain && strings.HasPrefix(after, "%") {
		return wrongUnit.of(text, f.unit.title()).hinted("a plain number belongs here, not a share of one")
	}
	if f.unit.plain {
		return wrongUnit.of(text, f.unit.title()).hinted("write %s", number)
	}
	if first := f.unit.forms[0]; after == first.one || after == first.many {
		return unitRepeated.of(text).hinted("write %s", number)
	}
	return unitRepeated.of(text).hinted("write the number of %s and nothing else", f.unit.title())
}

// withUnit reads the number of a field whose unit stands in the file.
func (f *field) withUnit(text, number, pound, after string) (float64, *problem) {
	u := f.unit
	if u.money && pound == "" || !u.money && after == "" {
		if pound == "" && after == "" || u.money && after == u.forms[0].one {
			return 0, f.explainMissing(text, number)
		}
	}
	found, ok := u.find(after)
	if !ok || u.money != (pound != "") {
		return 0, f.explainUnit(text, number, after, pound)
	}
	if u.money {
		if point := strings.IndexByte(number, '.'); point >= 0 && len(number)-point > 3 {
			return 0, fractionPenny.of(text).hinted("write pounds with at most two decimals")
		}
	}
	if found.shift != 0 {
		number += "e" + strconv.Itoa(found.shift) // moves the point in the text, so nothing is rounded twice
	}
	value, _ := strconv.ParseFloat(number, 64) // cannot fail: decimal digits, and few
	return f.checkWhole(value*found.times/found.over, text)
}

// explainMissing finds the way out for a number without its unit. A share below
// one may have been meant as a fraction or as per cent.
func (f *field) explainMissing(text, number string) *problem {
	p := noUnit.of(text)
	if value, _ := strconv.ParseFloat(number, 64); f.unit.forms[0].shift == -2 && value > 0 && value <= 1 {
		percent := strconv.FormatFloat(value*100, 'g', 12, 64)
		return p.hinted("write %q, or %q if that is meant", f.unit.write(percent), f.unit.write(number))
	}
	if value, err := strconv.Atoi(number); err == nil && value%7 == 0 && value > 0 && f.unit.title() == "weeks" {
		return p.hinted("write %q, or %q if that is meant", f.unit.write(number), number+" days")
	}
	return p.hinted("write %q", f.unit.write(number))
}

// zeros are those of the words for large numbers, of which a file has none.
var zeros = map[string]int{"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9}

// inDigits is a number with the zeros of the word behind it, if it is one.
func inDigits(number, after string) (string, bool) {
	word, _, _ := strings.Cut(strings.TrimSpace(after), "/")
	n, is := zeros[strings.ToLower(strings.TrimSpace(word))]
	if !is {
		return number, false
	}
	value, err := strconv.ParseFloat(number+"e"+strconv.Itoa(n), 64)
	return strconv.FormatFloat(value, 'f', -1, 64), err == nil
}

// explainUnit finds the way out for a unit that is not one of the field's.
func (f *field) explainUnit(text, number, after, pound string) *problem {
	p := wrongUnit.of(shorten(text), f.unit.title())
	if digits, is := inDigits(number, after); is {
		return p.hinted("write %q", f.unit.write(digits))
	}
	if f.unit.money != (pound != "") {
		return p.hinted("write %q", f.unit.write(number))
	}
	var names []string
	for _, one := range f.unit.forms {
		names = append(names, strings.TrimSpace(one.many))
	}
	if near, ok := Nearest(strings.TrimSpace(after), names); ok {
		for _, one := range f.unit.forms {
			if strings.TrimSpace(one.many) == near {
				return p.hinted("write %q", unit{money: f.unit.money, forms: []form{one}}.write(number))
			}
		}
	}
	if f.unit.money {
		return p.hinted("it takes %s, as in %s", f.unit.title(), f.example())
	}
	return p.hinted("it takes %s, as in %s", f.unit.allowed(), f.example())
}

func (f *field) checkWhole(value float64, text string) (float64, *problem) {
	if f.whole && value != math.Trunc(value) {
		of := ""
		if !f.unit.plain {
			of = " of " + f.unit.title()
		}
		return 0, notWhole.of(text, of).hinted("write %s", f.neighbours(value))
	}
	return value, nil
}

// neighbours are the whole numbers on both sides of a value, as they would be
// written: 8000 or 8001.
func (f *field) neighbours(value float64) string {
	var near []string
	for _, whole := range []float64{math.Floor(value), math.Ceil(value)} {
		if f.limits.hold(whole) && math.Abs(whole) < 1e15 {
			written := f.unit.format(whole, f.bare)
			if !f.bare && !f.unit.plain {
				written = strconv.Quote(written)
			}
			near = append(near, written)
		}
	}
	if near == nil {
		return f.example()
	}
	return strings.Join(near, " or ")
}

// example shows how a number of this field is written.
func (f *field) example() string {
	number := "2"
	if f.unit.name == "share" || strings.HasPrefix(f.unit.name, "share/") {
		number = "40"
	}
	if f.bare || f.unit.plain {
		return number
	}
	return strconv.Quote(f.unit.write(number))
}

// limits are the hard ends of a number in canonical units.
type limits struct {
	low, high         float64
	hasLow, hasHigh   bool
	openLow, openHigh bool // the end itself is not allowed
}

func (l limits) hold(value float64) bool {
	if l.hasLow && (value < l.low || l.openLow && value == l.low) {
		return false
	}
	return !l.hasHigh || value < l.high || !l.openHigh && value == l.high
}

// allowed says the limits with their unit: "from 1 week to 52 weeks".
func (f *field) allowed() string {
	l, low, high := f.limits, "", ""
	if l.hasLow {
		low = f.unit.format(l.low, f.bare)
	}
	if l.hasHigh {
		high = f.unit.format(l.high, f.bare)
	}
	switch {
	case l.hasLow && l.hasHigh && !l.openLow && !l.openHigh:
		return "from " + low + " to " + high
	case l.hasLow && l.hasHigh:
		return above(l.openLow, low) + " and " + below(l.openHigh, high)
	case l.hasLow:
		return above(l.openLow, low)
	}
	return below(l.openHigh, high)
}

func above(open bool, low string) string {
	if open {
		return "above " + low
	}
	return "at least " + low
}

func below(open bool, high string) string {
	if open {
		return "below " + high
	}
	return "at most " + high
}
