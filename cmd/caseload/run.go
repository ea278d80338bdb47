package main

import (
	"context"

	"github.com/spf13/cobra"

	"caseload/sim/panel"
)

const runHelp = `Simulate every regime of a scenario from one burnt-in world, write the dataset and
print a short result table. SCENARIO is a path, or a name that "caseload list"
shows; a regime in its place is run alone in the scenario it names.

The same command again finds the run finished and only prints its table. A run is
written beside its folder and put in place whole at the end.`

func newRun(e *edge) *cobra.Command {
	var f runFlags
	c := offering(&cobra.Command{
		Use:   "run SCENARIO",
		Short: "simulate every regime of a scenario and write the dataset",
		Long:  runHelp,
		Example: "  caseload run passive-vs-universal-credit\n" +
			"  caseload run passive-vs-universal-credit --persons 200000 --tables summary --out runs/large\n" +
			"  caseload run mine.yaml --set regimes.strict.interviews[weekly].every=\"2 weeks\"",
		Args:              takes("SCENARIO", 1, 1),
		ValidArgsFunction: completeNames("scenario", "regime"),
		RunE: func(c *cobra.Command, words []string) error {
			o, err := f.order(e, words[0])
			if err != nil {
				return err
			}
			return o.carryOut(c.Context(), e)
		},
	}, formatText, formatJSON, formatCSV)
	f.addTo(c)
	return c
}

// carryOut runs what is ordered unless it is there already, and prints the result.
func (o *order) carryOut(ctx context.Context, e *edge) error {
	folder, err := o.finished()
	if err != nil {
		return err
	}
	found := folder != nil
	if found {
		e.note("%s was finished before; --overwrite runs it anew", o.target)
		noteVersion(e, folder, o.target)
	} else if folder, err = o.run(ctx, e); err != nil {
		return err
	}
	r, err := resultOf(o.target, folder, found)
	if err != nil {
		return err
	}
	return e.print(r, r.text, r.rows())
}

// noteVersion says that a finished run was made by another version of the program,
// which may have had other results.
func noteVersion(e *edge, folder *panel.Folder, target string) {
	if made, own := folder.Manifest.Outside.Caseload, thisBuild().Version; made != own {
		e.note("%s was made by caseload %s, and this is %s", target, made, own)
	}
}
