package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"caseload/sim/panel"
)

// sweepDescription is the folder of a sweep in short.
type sweepDescription struct {
	Folder  string         `json:"folder"`
	Plan    planned        `json:"sweep"`
	Runs    []string       `json:"runs"` // their folders, which can be described each
	Columns []panel.Column `json:"columns"`
}

// describedSweep reads what a folder of a sweep is for; nil for another folder.
func describedSweep(folder string) *sweepDescription {
	d := &sweepDescription{Folder: folder}
	plan, err := os.ReadFile(filepath.Join(folder, sweepPlan))
	if err != nil || json.Unmarshal(plan, &d.Plan) != nil {
		return nil
	}
	manifests, _ := filepath.Glob(filepath.Join(folder, "runs", "*", panel.ManifestName))
	for _, m := range manifests {
		d.Runs = append(d.Runs, filepath.Dir(m))
	}
	d.Columns = dictionaryOf(panel.Sweep).Columns
	return d
}

func (d *sweepDescription) text(w io.Writer) {
	rows := [][]string{{"folder", d.Folder}, {"scenario", d.Plan.Scenario}, {"baseline", d.Plan.Baseline}, {"points", fmt.Sprint(d.Plan.Points)}, {"runs", strings.Join(d.Runs, ", ")}, {"table", sweepTable}}
	for k, l := range d.Plan.Levers {
		rows = append(rows, []string{fmt.Sprintf("lever_%d", k+1), fmt.Sprintf("%s: %s = %s", l.Name, l.Path, strings.Join(l.Values, ", "))})
	}
	writeTable(w, 2, rows)
	fmt.Fprintf(w, "\n%s", panel.DictionaryText([]panel.TableColumns{{Name: panel.Sweep, Columns: d.Columns}}))
}

func (d *sweepDescription) rows() [][]string {
	return (&dictionary{Name: panel.Sweep, Columns: d.Columns}).rows()
}
