package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// format is the shape in which a command prints its result.
type format string

const (
	formatText format = "text"
	formatJSON format = "json"
	formatCSV  format = "csv"
	formatHTML format = "html"
)

// String, Set and Type let the flag parser fill a format.
func (f *format) String() string { return string(*f) }

// Type names the flag's value in the help.
func (f *format) Type() string { return "text|json|csv" }

// Set takes one of the known formats; whether the command offers it is checked later.
func (f *format) Set(word string) error {
	asked := format(word)
	if !slices.Contains([]format{formatText, formatJSON, formatCSV, formatHTML}, asked) {
		return errors.New("formats are text, json and csv")
	}
	*f = asked
	return nil
}

// offers is the annotation that lists a command's formats.
const offers = "formats"

// offering notes on a command which formats it can print.
func offering(c *cobra.Command, formats ...format) *cobra.Command {
	words := make([]string, len(formats))
	for i, f := range formats {
		words[i] = string(f)
	}
	c.Annotations = map[string]string{offers: strings.Join(words, " ")}
	return c
}

// checkFormat refuses a format that the command does not offer.
func checkFormat(c *cobra.Command, asked format) error {
	words, stated := c.Annotations[offers]
	if !stated || slices.Contains(strings.Fields(words), string(asked)) {
		return nil
	}
	return wrong("formats of this command: "+strings.ReplaceAll(words, " ", ", "),
		"--format %s is not offered by %q", asked, c.CommandPath())
}

// flagMistake says in plain words what is wrong with a flag.
func flagMistake(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	see := fmt.Sprintf("%q lists the flags", c.CommandPath()+" --help")
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if len(name) == 1 {
			return wrong(see, "-%s is not a flag of %q", name, c.CommandPath())
		}
		if near := nearFlag(c, name); near != "" {
			see = fmt.Sprintf("did you mean --%s?", near)
		}
		return wrong(see, "--%s is not a flag of %q", name, c.CommandPath())
	case errors.As(err, &bare):
		return wrong(see, "--%s needs a value", bare.GetFlag().Name)
	case errors.As(err, &value):
		return wrong(wanted(value), "--%s: %q is not what it takes", value.GetFlag().Name, value.GetValue())
	default:
		return wrong(see, "%s", err)
	}
}

// wanted says what a flag takes that was given something else.
func wanted(e *pflag.InvalidValueError) string {
	if !errors.As(e.Unwrap(), new(*strconv.NumError)) {
		return e.Unwrap().Error()
	}
	switch kind := e.GetFlag().Value.Type(); {
	case strings.HasPrefix(kind, "uint"):
		return "write a whole number from 0, for example 1"
	case strings.HasPrefix(kind, "int"):
		return "write a whole number, for example 4"
	case kind == "bool":
		return "write true or false, or leave the value out"
	default:
		return "write a number, for example 0.5"
	}
}

// nearFlag is the flag of a command whose name a reader may have meant.
func nearFlag(c *cobra.Command, typed string) (near string) {
	least := max(1, len(typed)/3) + 1
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if d := distance(typed, f.Name); d < least && !f.Hidden {
			least, near = d, f.Name
		}
	})
	return near
}

// distance counts the letters to add, drop, change or swap with a neighbour to
// make b of a.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
