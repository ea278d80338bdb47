package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"caseload/policy/source"
	"caseload/scenarios"
)

const startHelp = `Write a starter file that extends a shipped one and says how to change it, and beside
it the JSON Schema with which an editor completes and checks it. NAME is a name, or a
path. Nothing that exists is overwritten.`

func newNew(e *edge) *cobra.Command {
	var extends string
	c := offering(&cobra.Command{
		Use:   "new KIND NAME",
		Short: "write a starter file: a scenario, regime, population or market",
		Long:  startHelp,
		Example: "  caseload new regime more-coaches       more-coaches.yaml, to be changed\n" +
			"  caseload new scenario question --extends passive-vs-universal-credit",
		ValidArgs: kinds,
		Args:      takes("KIND and a NAME", 2, 2),
		RunE: func(_ *cobra.Command, words []string) error {
			kind, path := words[0], words[1]
			if err := checkKind(kind); err != nil {
				return err
			}
			if filepath.Ext(path) != ".yaml" {
				path += ".yaml"
			}
			s := &starter{Kind: kind, File: path, Extends: extends, Schema: filepath.Join(filepath.Dir(path), kind+".schema.json")}
			if err := s.write(); err != nil {
				return err
			}
			return e.print(s, s.text, [][]string{{"kind", "file", "extends", "schema"}, {s.Kind, s.File, s.Extends, s.Schema}})
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().StringVar(&extends, "extends", "", "`FILE` that it changes: a shipped name, or a path seen from its folder (default a shipped one)")
	return c
}

// starter is a file to be written.
type starter struct {
	Kind    string `json:"kind"`
	File    string `json:"file"`
	Extends string `json:"extends"`
	Schema  string `json:"schema"`
}

func (s *starter) text(w io.Writer) {
	fmt.Fprintf(w, "%s\n%s\n", s.File, s.Schema)
}

// write puts the file and its schema in place. A schema that is there stays, as it
// serves other files too.
func (s *starter) write() error {
	text, ok := starters[s.Kind]
	if !ok {
		return checkKind(s.Kind)
	}
	if s.Extends == "" {
		s.Extends = usualParent[s.Kind]
	}
	content := fmt.Sprintf("# yaml-language-server: $schema=%s\n%s", filepath.Base(s.Schema), strings.ReplaceAll(text, "PARENT", s.Extends))
	if err := s.check([]byte(content)); err != nil {
		return err
	}
	schema, err := source.Schema(s.Kind, shapeOf(s.Kind))
	if err != nil {
		return err
	}
	if err := create(s.File, []byte(content)); err != nil {
		return err
	}
	switch err := create(s.Schema, schema); {
	case errors.As(err, new(*exit)) && errors.Is(err, fs.ErrExist):
		return nil
	default:
		return err
	}
}

// check reads the file before it is written: its name or what it extends may be wrong.
func (s *starter) check(content []byte) error {
	l := library(scenarios.Files)
	own := l.Read
	l.Read = func(path string) ([]byte, error) {
		if path == s.File {
			return content, nil
		}
		return own(path)
	}
	name := s.File
	if !isPath(name) {
		name = "./" + name
	}
	if _, found := l.Load(s.Kind, name, shapeOf(s.Kind), nil); found.Failed() {
		return found
	}
	return nil
}

// create writes a file that is not there yet.
func create(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &exit{code: exitWrong, message: path + " is there already and is not overwritten", hint: "choose another name", cause: err}
	}
	if in, missing := os.Stat(filepath.Dir(path)); err != nil && (missing != nil || !in.IsDir()) {
		return wrong("make it first, or name another path", "there is no folder %s", filepath.Dir(path))
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
		return wrong("name a path in a folder of yours", "%s cannot be made: nothing may be written to %s", path, filepath.Dir(path))
	}
	if err != nil {
		return plainly(err, path)
	}
	_, err = io.Copy(file, bytes.NewReader(content))
	return plainly(errors.Join(err, file.Close()), path)
}

// usualParent is what a starter extends when nothing else is said.
var usualParent = map[string]string{
	"scenario": "passive-vs-universal-credit", "regime": "universal-credit-2024", "population": "gb-attached", "market": "gb-2024",
}

const howToWrite = `
# What stands here goes before what stands in PARENT; "caseload show PARENT" prints all
# of that. A number has a unit, and may say how sure it is and where it comes from:
#   {value: 40%, range: [30%, 50%], source: {kind: assumption, note: "why"}}
`

// starters are the texts below the schema's line, by kind. PARENT is what is extended.
var starters = map[string]string{
	"scenario": `kind: scenario
title: The question in one line
extends: PARENT
` + howToWrite + `
# The policies to compare, shipped ones by name and your own by file:
# regimes: [universal-credit-2024, more-coaches.yaml]
# baseline: universal-credit-2024

# The size of the run:
# horizon: 104 weeks
# persons: 50000
# replicates: 5
# seed: 1
`,
	"regime": `kind: regime
title: The policy in one line
extends: PARENT
` + howToWrite + `
# Items of a list that have a name are changed by that name:
# interviews:
#   - name: later
#     every: 1 week

# coaches:
#   full_time_equivalents: 20000

# sanctions:
#   missed_interview:
#     referred: 10%
`,
	"population": `kind: population
title: Who these people are in one line
extends: PARENT
` + howToWrite + `
# Marginals of everybody; parts of the population may say otherwise:
# traits:
#   women: 50%
#   health_limited: 40%

# People of a table of your own, alone: those of PARENT are then left out. What a cell
# does not say (empty, or NA) is drawn from the traits. "caseload schema population" has
# all columns.
# table:
#   file: people.csv
#   persons: 1600000      # how many of the country they stand for
#   duration: {entry_hazard: 4%/week, frailty_variance: 1, other_exits: 1%/week, longest: 104 weeks}
#   columns:
#     age_years: {column: age}
#     sex: {column: gender, words: {F: female, M: male}}
`,
	"market": `kind: market
title: The country and the time in one line
extends: PARENT
` + howToWrite + `
# vacancies:
#   open: 700000

# What is held when people search more: stock (open vacancies), inflow, or entry
# (the inflow follows the cost of filling a vacancy):
# closure: inflow
`,
}
