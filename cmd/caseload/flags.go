package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"caseload/policy/source"
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
func (f *format) Type() string { return "text|json|csv|html" }

// Set takes one of the known formats; whether the command offers it is checked later.
func (f *format) Set(word string) error {
	asked := format(word)
	if !slices.Contains([]format{formatText, formatJSON, formatCSV, formatHTML}, asked) {
		return errors.New("formats are text, json and csv, and html of a comparison")
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

// readShared reads the flags of every command from a line that has a mistake in
// it, so that the mistake is reported in the format asked for.
func readShared(root *cobra.Command, words []string) {
	flags := pflag.NewFlagSet("shared", pflag.ContinueOnError)
	flags.ParseErrorsAllowlist.UnknownFlags = true
	flags.AddFlagSet(root.PersistentFlags())
	flags.Usage = func() {}
	_ = flags.Parse(words) // the mistake is known already
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
	if plain := strings.NewReplacer(",", "", "_", "", " ", "").Replace(e.GetValue()); plain != e.GetValue() {
		if _, err := strconv.ParseInt(plain, 10, 64); err == nil {
			return "write " + plain
		}
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
func nearFlag(c *cobra.Command, typed string) string {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	name, _ := source.Nearest(typed, names)
	return name
}
