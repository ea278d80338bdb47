package main

import (
	"io"

	"github.com/spf13/cobra"

	"caseload/policy/source"
	"caseload/scenarios"
)

func newList(e *edge) *cobra.Command {
	return offering(&cobra.Command{
		Use:       "list [KIND]",
		Short:     "what is shipped: scenarios, regimes, populations and markets",
		Example:   "  caseload list                          what is shipped\n  caseload list regime                   the policies alone",
		ValidArgs: kinds,
		Args:      takes("KIND", 0, 1),
		RunE: func(_ *cobra.Command, words []string) error {
			listings := []source.Listing{}
			if len(words) == 1 {
				if err := checkKind(words[0]); err != nil {
					return err
				}
			}
			rows := [][]string{{"kind", "name", "title"}}
			for _, l := range library(scenarios.Files).List() {
				if len(words) == 0 || l.Kind == words[0] {
					listings = append(listings, l)
					rows = append(rows, []string{l.Kind, l.Name, l.Title})
				}
			}
			return e.print(listings, func(w io.Writer) { writeTable(w, 3, rows) }, rows)
		},
	}, formatText, formatJSON, formatCSV)
}
