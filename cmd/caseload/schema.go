package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"caseload/policy/source"
)

func newSchema(e *edge) *cobra.Command {
	return offering(&cobra.Command{
		Use:       "schema KIND",
		Short:     "the JSON Schema of a kind of file, for editors",
		Example:   "  caseload schema regime > regime.schema.json",
		ValidArgs: kinds,
		Args:      takes("KIND (scenario, regime, population or market)", 1, 1),
		RunE: func(_ *cobra.Command, words []string) error {
			if err := checkKind(words[0]); err != nil {
				return err
			}
			schema, err := source.Schema(words[0], shapeOf(words[0]))
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(e.out, "%s", schema); err != nil {
				return plainly(err, "standard output")
			}
			return nil
		},
	}, formatText, formatJSON)
}
