package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"caseload/policy/source"
	"caseload/scenarios"
)

const showHelp = `Print a file with everything it extends and refers to put in place: every number
with its unit and source, as the program understood it. What is printed can be
run or extended again. --sources counts instead where the numbers come from.`

func newShow(e *edge) *cobra.Command {
	var sets []string
	var sources bool
	c := offering(&cobra.Command{
		Use:   "show FILE|NAME",
		Short: "a file with everything it extends resolved, with sources",
		Long:  showHelp,
		Example: "  caseload show universal-credit-2024    a policy with every number and its source\n" +
			"  caseload show gb-2024 --sources        how many numbers are assumptions",
		Args:              takes("FILE or NAME", 1, 1),
		ValidArgsFunction: completeNames(kinds...),
		RunE: func(_ *cobra.Command, words []string) error {
			tree, found := resolve(library(scenarios.Files), words[0], sets)
			if found.Failed() {
				return found
			}
			e.warn(found)
			if sources {
				t := tally(tree)
				return e.print(t, t.text, t.rows())
			}
			s := shown{Kind: tree.Kind(), Name: tree.Name(), Values: tree.Values(), Numbers: tree.Numbers()}
			return e.print(s, func(w io.Writer) { fmt.Fprintf(w, "%s", tree.YAML()) }, s.rows())
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().StringArrayVar(&sets, "set", nil, "change a value first: `path=value`, checked like the file (repeatable)")
	c.Flags().BoolVar(&sources, "sources", false, "count the numbers by kind of source")
	return c
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
