package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

const about = `Caseload simulates activation policy for people on out-of-work benefits.

It follows every person of a scaled country week by week (claims, interviews,
sanctions, programmes, job search, pay, wellbeing) under one regime or another
with the same luck, and says what differs.`

// newRoot builds the whole command line.
func newRoot(e *edge) *cobra.Command {
	root := &cobra.Command{
		Use:           "caseload",
		Short:         "simulate activation policy for people on out-of-work benefits",
		Long:          about,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			if err := checkFormat(c, e.format); err != nil {
				return err
			}
			e.started = true
			return nil
		},
	}
	root.SetOut(e.out)
	root.SetErr(e.err)
	root.SetFlagErrorFunc(flagMistake)
	root.SetUsageTemplate(usageTemplate)
	cobra.EnableCommandSorting = false // the order below is that of the work

	shared := root.PersistentFlags()
	shared.SortFlags = false
	shared.Var(&e.format, "format", "print the result as text, json or csv; compare has html too")
	shared.BoolVar(&e.quiet, "quiet", false, "print no progress and no notes")
	shared.BoolVar(&e.noColour, "no-color", false, "print without colour, as NO_COLOR does")

	root.AddCommand(
		newRun(e),
		newCompare(e),
		newReport(e),
		newSweep(e),
		newTrace(e),
		newValidate(e),
		newNew(e),
		newList(e),
		newShow(e),
		newDiff(e),
		newSchema(e),
		newDescribe(e),
		newRows(e),
		newVersion(e),
		newCompletion(e),
	)
	root.SetHelpCommand(newHelp())
	root.Example = examplesOf(root)
	return root
}

// explain turns a mistake on the command line into one of ours with a way out;
// what a command returned is left alone.
func explain(c *cobra.Command, err error, started bool) error {
	if started || errors.As(err, new(*exit)) {
		return err
	}
	var name string
	if n, _ := fmt.Sscanf(err.Error(), "unknown command %q", &name); n == 1 {
		hint := fmt.Sprintf("%q lists the commands", c.CommandPath()+" --help")
		if near := c.SuggestionsFor(name); len(near) > 0 {
			hint = fmt.Sprintf("did you mean %s?", strings.Join(near, " or "))
		}
		return wrong(hint, "%q is not a command of %q", name, c.CommandPath())
	}
	return wrong(fmt.Sprintf("%q shows how it is used", c.CommandPath()+" --help"), "%s", err)
}
