package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"caseload/policy/source"
	"caseload/scenarios"
)

const diffHelp = `Compare two files of one kind with all that they extend and refer to. Of two regimes
it says in sentences what the second asks, pays and does instead of the first, by
themes; of other kinds, and with --keys, it lists the keys with both values.
A name that several files have is that of the other's kind. --format json and csv have both.`

func newDiff(e *edge) *cobra.Command {
	var sources, keys bool
	c := offering(&cobra.Command{
		Use:   "diff A B",
		Short: "what differs between two files; of two policies, in policy terms",
		Long:  diffHelp,
		Example: "  caseload diff universal-credit-2024 weekly-interviews\n" +
			"  caseload diff universal-credit-2024 strict-sanctions --sources    where each side's numbers come from\n" +
			"  caseload diff gb-2024 my-market.yaml --format csv",
		Args:              takes("second file to compare with", 2, 2),
		ValidArgsFunction: completeNames(kinds...),
		RunE: func(_ *cobra.Command, words []string) error {
			var trees [2]*source.Tree
			var mistakes source.Diagnostics
			l := library(scenarios.Files)
			for k, name := range words {
				tree, found := resolveAs(l, name, sharedKind(l, name, words[1-k]))
				trees[k] = tree
				mistakes = append(mistakes, found...)
			}
			if mistakes.Failed() {
				return mistakes
			}
			if a, b := trees[0].Kind(), trees[1].Kind(); a != b {
				return wrong("compare two files of one kind", "%s is a %s and %s is a %s", words[0], a, words[1], b)
			}
			d := difference{A: words[0], B: words[1], Values: differences(trees[0], trees[1])}
			text := d.text
			if trees[0].Kind() == "regime" {
				d.Policy = inPolicyTerms([2]string(words), [2][]string{})
				if !keys {
					text = func(w io.Writer) { d.sentences(w, sources) }
				}
			}
			return e.print(d, text, d.rows())
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().BoolVar(&sources, "sources", false, "say below each sentence where both sides stand and what their source is")
	c.Flags().BoolVar(&keys, "keys", false, "list keys and values instead of sentences")
	return c
}

// sharedKind is the kind as which a file is compared with another. Where a name is that of
// several files it is the one of the other's kind; of two such names, the regimes.
func sharedKind(l source.Library, name, other string) string {
	mine, others := kindsOf(l, name), kindsOf(l, other)
	if len(mine) < 2 {
		return l.KindOf(name)
	}
	if len(others) == 1 && slices.Contains(mine, others[0]) {
		return others[0]
	}
	return "regime"
}

// kindsOf are the kinds of the files that a name stands for.
func kindsOf(l source.Library, name string) (list []string) {
	if isPath(name) {
		return []string{l.KindOf(name)}
	}
	for _, kind := range kinds {
		if slices.Contains(l.Names(kind), name) {
			list = append(list, kind)
		}
	}
	return list
}

// difference is what two resolved files do not share.
type difference struct {
	A      string    `json:"a"`
	B      string    `json:"b"`
	Values []changed `json:"differences"`
	Policy []stated  `json:"policy,omitempty"` // of two regimes
}

// changed is a value that only one of two files has, or that differs; a side that
// has none is null.
type changed struct {
	Path string  `json:"path"`
	Doc  string  `json:"doc"`
	A    *string `json:"a"`
	B    *string `json:"b"`
}

// differences are in the order of the first file, then what the second has besides.
func differences(a, b *source.Tree) []changed {
	found := []changed{}
	second := map[string]string{}
	for _, v := range b.Values() {
		second[v.Path] = v.Written
	}
	first := map[string]bool{}
	for _, v := range a.Values() {
		first[v.Path] = true
		switch other, has := second[v.Path]; {
		case !has:
			found = append(found, changed{Path: v.Path, Doc: v.Doc, A: &v.Written})
		case other != v.Written:
			found = append(found, changed{Path: v.Path, Doc: v.Doc, A: &v.Written, B: &other})
		}
	}
	for _, v := range b.Values() {
		if !first[v.Path] {
			found = append(found, changed{Path: v.Path, Doc: v.Doc, B: &v.Written})
		}
	}
	return found
}

func (d difference) text(w io.Writer) {
	rows := [][]string{{"", d.A, d.B, ""}}
	for _, row := range d.rows()[1:] {
		if row[0] == "title" {
			continue // two files have two titles; the names above say which is which
		}
		rows = append(rows, row)
		for k := 1; k <= 2; k++ {
			if row[k] == "" {
				row[k] = "-"
			}
		}
	}
	if len(rows) > 1 {
		writeTable(w, 4, rows)
		return
	}
	d.none(w)
}

// none says that the files say the same.
func (d difference) none(w io.Writer) {
	but := ""
	if len(d.Values) > 0 {
		but = " but their titles"
	}
	fmt.Fprintf(w, "no difference between %s and %s%s\n", d.A, d.B, but)
}

func (d difference) rows() [][]string {
	rows := [][]string{{"path", "a", "b", "doc"}}
	side := func(v *string) string {
		if v == nil {
			return ""
		}
		return *v
	}
	for _, v := range d.Values {
		rows = append(rows, []string{v.Path, side(v.A), side(v.B), v.Doc})
	}
	return rows
}
