package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"caseload/policy/source"
	"caseload/scenarios"
)

const showHelp = `Print a file with everything it extends and refers to put in place: every number
with its unit and source, as the program understood it. What is printed can be
run or extended again. It begins with what the file has otherwise than the one that it
extends, and with its parts: name one, or several, to have it alone.
--sources counts instead where the numbers come from.`

func newShow(e *edge) *cobra.Command {
	var sets []string
	var sources bool
	c := offering(&cobra.Command{
		Use:   "show FILE|NAME [PART...]",
		Short: "a file with everything it extends resolved, with sources",
		Long:  showHelp,
		Example: "  caseload show universal-credit-2024    a policy with every number and its source\n" +
			"  caseload show jobs-first programmes    one part of it\n" +
			"  caseload show gb-2024 --sources        how many numbers are assumptions",
		Args:              takes("FILE or NAME", 1, -1),
		ValidArgsFunction: completeNames(kinds...),
		RunE: func(_ *cobra.Command, words []string) error {
			tree, found := resolve(library(scenarios.Files), words[0], sets)
			if found.Failed() {
				return found
			}
			e.warn(found)
			if len(words) > 1 {
				return e.showParts(tree, words[1:])
			}
			if sources {
				t := tally(tree)
				return e.print(t, t.text, t.rows())
			}
			s := shown{Kind: tree.Kind(), Name: tree.Name(), Values: tree.Values(), Numbers: tree.Numbers()}
			return e.print(s, func(w io.Writer) {
				opening(w, tree, words[0], sets)
				fmt.Fprintf(w, "%s", tree.YAML())
			}, s.rows())
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().StringArrayVar(&sets, "set", nil, "change a value first: `path=value`, checked like the file (repeatable)")
	c.Flags().BoolVar(&sources, "sources", false, "count the numbers by kind of source")
	return c
}

// opening says in comments what a reader looks for first: what the file has otherwise than
// what it extends, and what its parts are.
func opening(w io.Writer, tree *source.Tree, name string, sets []string) {
	fmt.Fprintf(w, "# %s %s", tree.Kind(), tree.Name())
	if base := tree.Extends(); base != "" {
		fmt.Fprintf(w, ", which extends %s and has otherwise\n", base)
		for _, line := range otherwise(tree, base, name, sets) {
			fmt.Fprintf(w, "#   %s\n", line)
		}
	} else {
		fmt.Fprint(w, ", whole\n")
	}
	var parts []string
	for _, p := range tree.Parts() {
		parts = append(parts, fmt.Sprintf("%s (%d)", p.Key, bytes.Count(p.YAML, []byte("\n"))))
	}
	if len(parts) > 1 {
		fmt.Fprintf(w, "# parts and their lines; a part behind the name prints it alone:\n#   %s\n", strings.Join(parts, ", "))
	}
}

// otherwise is what a file has otherwise than its base: sentences of a policy, keys and values
// of another kind, no more than fill a screen.
func otherwise(tree *source.Tree, base, name string, sets []string) (list []string) {
	l := library(scenarios.Files)
	under, found := resolveAs(l, base, tree.Kind())
	if found.Failed() {
		return nil // it was read a moment ago
	}
	if tree.Kind() == "regime" {
		theme := ""
		for _, s := range inPolicyTerms([2]string{base, name}, [2][]string{nil, sets}) {
			if s.Theme != theme {
				theme = s.Theme
				list = append(list, theme)
			}
			list = append(list, "  "+s.Sentence)
		}
	} else {
		for _, c := range differences(under, tree) {
			if c.Path != "title" {
				list = append(list, c.Path+": "+orNothing(c.B)+" instead of "+orNothing(c.A))
			}
		}
	}
	const most = 30
	if more := len(list) - most; more > 0 {
		list = append(list[:most], fmt.Sprintf("and %d more lines: caseload diff %s %s", more, base, name))
	}
	return list
}

func orNothing(value *string) string {
	if value == nil {
		return "nothing"
	}
	return *value
}

// showParts prints some parts of a file alone.
func (e *edge) showParts(tree *source.Tree, keys []string) error {
	var there []string
	texts := map[string][]byte{}
	for _, p := range tree.Parts() {
		there = append(there, p.Key)
		texts[p.Key] = p.YAML
	}
	for _, key := range keys {
		if texts[key] == nil {
			return wrong(source.Choices(key, there, "parts"), "%s has no part %q", tree.Name(), key)
		}
	}
	s := shown{Kind: tree.Kind(), Name: tree.Name()}
	within := func(path string) bool {
		return slices.ContainsFunc(keys, func(key string) bool {
			rest, inside := strings.CutPrefix(path, key)
			return inside && (rest == "" || rest[0] == '.' || rest[0] == '[')
		})
	}
	for _, v := range tree.Values() {
		if within(v.Path) {
			s.Values = append(s.Values, v)
		}
	}
	for _, n := range tree.Numbers() {
		if within(n.Path) {
			s.Numbers = append(s.Numbers, n)
		}
	}
	return e.print(s, func(w io.Writer) {
		for _, key := range keys {
			fmt.Fprintf(w, "%s", texts[key])
		}
	}, s.rows())
}

// shown is a resolved file as data.
type shown struct {
	Kind    string          `json:"kind"`
	Name    string          `json:"name"`
	Values  []source.Value  `json:"values"`
	Numbers []source.Number `json:"numbers"`
}

func (s shown) rows() [][]string {
	origins := map[string]*source.Origin{}
	for _, n := range s.Numbers {
		origins[n.Path] = n.Origin
	}
	rows := [][]string{{"path", "value", "doc", "file", "line", "source_kind", "source_note"}}
	for _, v := range s.Values {
		row := []string{v.Path, v.Written, v.Doc, v.At.File, fmt.Sprint(v.At.Line), "", ""}
		if o := origins[v.Path]; o != nil {
			row[5], row[6] = o.Kind, o.Note
		}
		rows = append(rows, row)
	}
	return rows
}

// sourceTally counts the numbers of a file by where they come from.
type sourceTally struct {
	Name        string         `json:"name"`
	Numbers     int            `json:"numbers"`
	Kinds       []tallied      `json:"kinds"`
	Assumptions float64        `json:"share_of_assumptions"`
	Assumed     []source.Value `json:"assumed"`
}

type tallied struct {
	Kind    string  `json:"kind"`
	Numbers int     `json:"numbers"`
	Share   float64 `json:"share"`
}

// assumption is the kind of source of a number that nobody has measured; without
// stands for numbers with no source at all.
const (
	assumption = "assumption"
	without    = "none"
)

func tally(tree *source.Tree) sourceTally {
	t := sourceTally{Name: tree.Name(), Assumed: []source.Value{}}
	counts := map[string]int{}
	for _, n := range tree.Numbers() {
		kind := without
		if n.Origin != nil {
			kind = n.Origin.Kind
		}
		if kind == assumption {
			t.Assumed = append(t.Assumed, n.Value)
		}
		counts[kind]++
		t.Numbers++
	}
	for _, kind := range append(slices.Clone(source.OriginKinds()), without) {
		if n := counts[kind]; n > 0 {
			t.Kinds = append(t.Kinds, tallied{kind, n, float64(n) / float64(t.Numbers)})
		}
	}
	t.Assumptions = float64(counts[assumption]) / float64(max(t.Numbers, 1))
	return t
}

func (t sourceTally) rows() [][]string {
	rows := [][]string{{"source", "numbers", "share"}}
	for _, k := range t.Kinds {
		rows = append(rows, []string{k.Kind, fmt.Sprint(k.Numbers), fmt.Sprintf("%.1f%%", 100*k.Share)})
	}
	return append(rows, []string{"all", fmt.Sprint(t.Numbers), "100.0%"})
}

func (t sourceTally) text(w io.Writer) {
	fmt.Fprintf(w, "%s: %s, %.0f%% of them assumptions\n\n", t.Name, counted(t.Numbers, "number"), 100*t.Assumptions)
	writeTable(w, 1, t.rows())
	if len(t.Assumed) == 0 {
		return
	}
	fmt.Fprintf(w, "\nassumptions\n")
	var rows [][]string
	for _, v := range t.Assumed {
		rows = append(rows, []string{v.Path, v.Written, v.Doc})
	}
	writeTable(w, 3, rows)
}
