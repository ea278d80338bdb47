package source

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A unit is what the `unit` tag of a Quantity names, and the forms in which an
// author may write it.
type unit struct {
	name  string
	money bool   // "£" stands before the number, and the value is in pence
	plain bool   // a number and nothing else
	exp   bool   // may have an exponent
	forms []form // the canonical one first
}

// A form is what follows the number, with the factor that leads to the unit.
type form struct {
	one, many   string  // " week", " weeks"; equal where there is no plural
	times, over float64 // value = number * times / over
	shift       int     // instead: decimal places to move the point, exactly
}

func words(one, many string, times, over float64) form {
	return form{one: " " + one, many: " " + many, times: times, over: over}
}

func suffix(text string, shift int) form {
	return form{one: text, many: text, times: 1, over: 1, shift: shift}
}

// generic units are plural nouns, by the week or another unit where it says so:
// "applications/week".
var generic = regexp.MustCompile(`^([a-z]+)s((?:/[a-z]+)?)$`)

// perMoney is what may follow "£".
var perMoney = regexp.MustCompile(`^£(/[a-z]+)?$`)

// unitNamed finds the unit of a tag. Months are 52/12 weeks and years 52 weeks
// wherever they become weeks.
func unitNamed(name string) (unit, bool) {
	day, week := words("day", "days", 1, 1), words("week", "weeks", 1, 1)
	switch name {
	case "count":
		return unit{name: name, plain: true, forms: []form{suffix("", 0)}}, true
	case "number":
		return unit{name: name, plain: true, exp: true, forms: []form{suffix("", 0)}}, true
	case "weeks":
		return unit{name: name, forms: []form{week, words("day", "days", 1, 7),
			words("month", "months", 52, 12), words("year", "years", 52, 1)}}, true
	case "days":
		return unit{name: name, forms: []form{day, words("week", "weeks", 7, 1)}}, true
	case "minutes":
		return unit{name: name, forms: []form{words("minute", "minutes", 1, 1), words("hour", "hours", 60, 1)}}, true
	case "years":
		return unit{name: name, forms: []form{words("year", "years", 1, 1), words("month", "months", 1, 12)}}, true
	case "share":
		return unit{name: name, forms: []form{suffix("%", -2)}}, true
	}
	if per, ok := strings.CutPrefix(name, "share/"); ok && per != "" {
		return unit{name: name, forms: []form{suffix("%/"+per, -2)}}, true
	}
	if match := perMoney.FindStringSubmatch(name); match != nil {
		return unit{name: name, money: true, forms: []form{suffix(match[1], 2)}}, true
	}
	if strings.HasPrefix(name, "/") && len(name) > 1 {
		return unit{name: name, forms: []form{suffix(name, 0)}}, true
	}
	if match := generic.FindStringSubmatch(name); match != nil {
		return unit{name: name, forms: []form{words(match[1]+match[2], name, 1, 1)}}, true
	}
	return unit{}, false
}

// title names the unit in a sentence: "2 hours is not in weeks".
func (u unit) title() string {
	switch {
	case u.money:
		return "pounds" + strings.Replace(u.forms[0].one, "/", " a ", 1)
	case strings.HasPrefix(u.name, "share"):
		return "per cent" + strings.Replace(strings.TrimPrefix(u.name, "share"), "/", " a ", 1)
	case u.plain:
		return "plain numbers"
	}
	return u.name
}

// find returns the form with this text after the number.
func (u unit) find(after string) (form, bool) {
	i := slices.IndexFunc(u.forms, func(f form) bool { return after == f.one || after == f.many })
	if i < 0 {
		return form{}, false
	}
	return u.forms[i], true
}

// write puts the unit on a number: 2 becomes "2 weeks".
func (u unit) write(number string) string {
	if u.money {
		sign := ""
		if strings.HasPrefix(number, "-") {
			sign, number = "-", number[1:]
		}
		return sign + "£" + number + u.forms[0].one
	}
	if number == "1" {
		return number + u.forms[0].one
	}
	return number + u.forms[0].many
}

// format shows a canonical value as an author would write it.
func (u unit) format(value float64, bare bool) string {
	shown := value
	if shift := u.forms[0].shift; shift != 0 && !bare {
		shown = value * math.Pow10(-shift)
	}
	number := strconv.FormatFloat(shown, 'f', -1, 64)
	if short := strconv.FormatFloat(shown, 'g', 12, 64); !strings.Contains(short, "e") {
		number = short // hides the rounding of 0.07 * 100
	}
	if bare {
		return number
	}
	return u.write(number)
}

// allowed lists the forms for a hint: weeks, days, months, years.
func (u unit) allowed() string {
	names := make([]string, len(u.forms))
	for i, f := range u.forms {
		names[i] = strings.TrimSpace(f.many)
	}
	return strings.Join(names, ", ")
}

// pattern is the regular expression of a quantity in this unit, for the schema.
// Half a year can be a whole number of weeks, so only a unit of one form can do
// without decimals.
func (u unit) pattern(whole bool) string {
	var endings []string
	for _, f := range u.forms {
		endings = append(endings, regexp.QuoteMeta(f.one))
		if f.many != f.one {
			endings = append(endings, regexp.QuoteMeta(f.many))
		}
	}
	number := `(0|[1-9][0-9]*)(\.[0-9]+)?`
	switch {
	case whole && len(u.forms) == 1 && !u.money:
		number = `(0|[1-9][0-9]*)(\.0+)?`
	case u.money:
		number = `£(0|[1-9][0-9]*)(\.[0-9]{1,2})?`
	}
	return fmt.Sprintf("^-?%s(%s)$", number, strings.Join(endings, "|"))
}
