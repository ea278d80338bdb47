package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"caseload/policy"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim/panel"
)

const validateHelp = `Read files of any kind with all that they extend and refer to, and report every
mistake at once, with its place and a way out. For scenarios, and for regimes in
the scenario that they name as theirs, it is worked out whether the policy can be
delivered: the interviews it asks for in a week against the minutes of its coaches.
Persons of a table are counted row by row, as they are in the first week.`

func newValidate(e *edge) *cobra.Command {
	var sets []string
	var strict bool
	c := offering(&cobra.Command{
		Use:   "validate FILE|NAME...",
		Short: "all mistakes in a file at once, and whether the policy can be delivered",
		Long:  validateHelp,
		Example: "  caseload validate mine.yaml            every mistake, with line, column and a way out\n" +
			"  caseload validate *.yaml --strict      warnings count as mistakes",
		Args:              takes("FILE or NAME", 1, -1),
		ValidArgsFunction: completeNames(kinds...),
		RunE: func(_ *cobra.Command, words []string) error {
			var all validation
			for _, word := range words {
				all = append(all, validated(word, sets, strict))
			}
			return all.report(e)
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().BoolVar(&strict, "strict", false, "warnings are mistakes")
	c.Flags().StringArrayVar(&sets, "set", nil, "change a value first: `path=value`, checked like the file (repeatable)")
	return c
}

// validation is what was found in each file.
type validation []verdict

// verdict is one file.
type verdict struct {
	File        string             `json:"file"`
	Kind        string             `json:"kind"`
	Name        string             `json:"name"`
	Right       bool               `json:"right"`
	Diagnostics source.Diagnostics `json:"diagnostics"`
	Delivery    []*policy.Delivery `json:"delivery,omitempty"`

	Table *panel.PopulationTable `json:"population_table,omitempty"`
}

func validated(file string, sets []string, strict bool) verdict {
	l := library(scenarios.Files)
	c := verdict{File: file, Kind: l.KindOf(file)}
	own := sets
	if c.Kind == "regime" {
		own = nil // a path starts in the resolved scenario
	}
	tree, found := resolve(l, file, own)
	if tree != nil {
		c.Kind, c.Name = tree.Kind(), tree.Name()
	}
	if !found.Failed() && (c.Kind == "scenario" || c.Kind == "regime" && hasScenario(tree)) {
		one, more := scenarios.Load(l, file, sets)
		found = append(found, more...)
		if one != nil {
			var warnings source.Diagnostics
			c.Delivery, warnings = one.Deliver()
			c.Table = one.PopulationTable()
			found = append(found, warnings...)
		}
	}
	if c.Kind == "population" && !found.Failed() {
		var more source.Diagnostics
		c.Table, more = scenarios.ReadTable(l, file, sets)
		found = append(found, more...)
	}
	if strict {
		found = found.Strict()
	}
	c.Diagnostics = append(source.Diagnostics{}, found.Sorted()...)
	c.Right = !found.Failed()
	return c
}

// hasScenario tells whether a regime names the scenario in which it is run alone.
func hasScenario(tree *source.Tree) bool {
	for _, v := range tree.Values() {
		if v.Path == "default_scenario" {
			return true
		}
	}
	return false
}

// report prints the files that are right to standard output and what was found to
// standard error; with --format json all of it is the result.
func (v validation) report(e *edge) error {
	var found source.Diagnostics
	for _, c := range v {
		found = append(found, c.Diagnostics...)
	}
	found = found.Sorted()
	if err := e.print(v, v.text, v.rows()); err != nil {
		return err
	}
	if found.Failed() {
		return &exit{code: exitWrong, message: "a file has mistakes in it", diagnostics: found, cause: errors.New("mistakes")}
	}
	if e.format == formatText {
		e.warn(found)
	}
	return nil
}

func (v validation) text(w io.Writer) {
	for k, c := range v {
		if !c.Right {
			continue
		}
		if k > 0 && len(c.Delivery) > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s is a %s without mistakes\n", c.File, c.Kind)
		if c.Table != nil {
			tableText(w, c.Table)
		}
		var first *policy.Delivery // of a regime with coaches; the others say what they have otherwise
		for _, d := range c.Delivery {
			text := d.String()
			if first != nil {
				text = d.Besides(first)
			} else if d.Coaches > 0 {
				first = d
			}
			fmt.Fprintf(w, "\n%s\n", text)
		}
	}
}

// tableText says what a run makes of a table of persons.
func tableText(w io.Writer, t *panel.PopulationTable) {
	times := fmt.Sprintf("%d times", t.MostCopies)
	switch {
	case t.MostCopies == 1 && t.FewestCopies == 1:
		times = "once"
	case t.MostCopies != t.FewestCopies:
		times = fmt.Sprintf("%d to %d times", t.FewestCopies, t.MostCopies)
	}
	copies := ", each " + times + " in a run; the same in every replicate"
	if t.MostCopies == 0 { // read without a run
		copies = ""
	}
	fmt.Fprintf(w, "\n%s: %s%s\n", t.File, counted(t.Rows, "row"), copies)
	if len(t.Imputed) == 0 {
		return
	}
	rows := [][]string{{"made up", "rows"}}
	for _, i := range t.Imputed {
		rows = append(rows, []string{i.Trait, grouped(float64(i.Rows), 0)})
	}
	writeTable(w, 1, rows)
	fmt.Fprintf(w, "  %s\n", t.Rule)
}

func (v validation) rows() [][]string {
	rows := [][]string{{"file", "line", "column", "path", "warning", "message", "hint"}}
	for _, c := range v {
		for _, d := range c.Diagnostics {
			rows = append(rows, []string{d.File, fmt.Sprint(d.Line), fmt.Sprint(d.Column), d.Path, fmt.Sprint(d.Warning), d.Message, d.Hint})
		}
	}
	return rows
}
