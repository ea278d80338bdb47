package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"caseload/analysis"
	"caseload/policy/source"
	"caseload/sim/panel"
)

func newDescribe(e *edge) *cobra.Command {
	var verify, coaches bool
	c := offering(&cobra.Command{
		Use:   "describe RUN|SWEEP|TABLE",
		Short: "what a dataset holds: its making, row counts, columns and units",
		Example: "  caseload describe runs/mine            tables, columns, units and row counts\n" +
			"  caseload describe runs/mine --verify   also read every file and compare hashes and digests\n" +
			"  caseload describe runs/mine --coaches  how far coaches differ, once chance is taken out\n" +
			"  caseload describe runs/mine-sweep-1    levers, runs and columns of a sweep\n" +
			"  caseload describe runs/mine --format csv  the data dictionary as a table\n" +
			"  caseload describe panel                columns of a table, before anything is run",
		Args: takes("RUN, SWEEP or TABLE", 1, 1),
		RunE: func(_ *cobra.Command, words []string) error {
			folder, err := panel.Open(os.DirFS(words[0]))
			if err != nil {
				if d := describedSweep(words[0]); d != nil && !verify && !coaches {
					return e.print(d, d.text, d.rows())
				}
				if t := dictionaryOf(words[0]); t != nil && errors.Is(err, panel.ErrNoRun) { // folders of a run have such names, too
					if verify || coaches {
						return wrong("name the folder of a run, or leave the flag out", "%s is a table and no run", words[0])
					}
					return e.print(t, t.text, t.rows())
				}
				if _, missing := os.Stat(words[0]); missing != nil {
					if near, ok := source.Nearest(words[0], everyTable); ok {
						return wrong(fmt.Sprintf("did you mean the table %q?", near), "there is no %s", words[0])
					}
					return plainly(missing, words[0])
				}
				return noRun(err, words[0])
			}
			if verify {
				if err := folder.Verify(true); err != nil {
					return damage(err, words[0])
				}
			}
			if coaches {
				all, err := analysis.Spreads(folder)
				if err != nil {
					return damage(err, words[0])
				}
				if len(all) == 0 {
					return wrong("add --tables default when it is run", "%s has no coaches to compare", words[0])
				}
				return e.print(all, spreads(all).text, spreads(all).rows())
			}
			d := described(words[0], folder, verify)
			return e.print(d, d.text, d.rows())
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().BoolVar(&verify, "verify", false, "read every file and compare its hash and its digest with the manifest")
	c.Flags().BoolVar(&coaches, "coaches", false, "show how far coaches differ in exits to work, referrals and sanctions, once chance is taken out")
	return c
}

// damage lists the files that are not what the manifest says.
func damage(err error, folder string) error {
	return &exit{code: exitFailed, message: folder + " is not what its manifest says", hint: err.Error(), cause: err}
}

// description is a run's folder in short.
type description struct {
	Folder   string          `json:"folder"`
	Verified bool            `json:"verified"` // every file was read and agrees
	Manifest *panel.Manifest `json:"manifest"`
	Tables   []tableFacts    `json:"tables"`
}

// tableFacts is one table of a dataset.
type tableFacts struct {
	Table   string         `json:"table"`
	Rows    int64          `json:"rows"`
	Files   int            `json:"files"`
	Bytes   int64          `json:"bytes"`
	Columns []panel.Column `json:"columns"`
}

func described(folder string, f *panel.Folder, verified bool) *description {
	m := &f.Manifest
	d := &description{Folder: folder, Verified: verified, Manifest: m}
	for _, name := range everyTable {
		if m.Columns[name] == nil {
			continue
		}
		t := tableFacts{Table: name, Rows: m.Rows(name), Columns: m.Columns[name]}
		for _, p := range m.Parts {
			if p.Table == name {
				t.Files++
				t.Bytes += p.Bytes
			}
		}
		d.Tables = append(d.Tables, t)
	}
	return d
}

func (d *description) text(w io.Writer) {
	m := d.Manifest
	fmt.Fprintf(w, "%s\n\n", m.Title)
	facts := [][]string{
		{"folder", d.Folder},
		{"scenario", m.Scenario},
		{"regimes", strings.Join(m.Regimes, ", ") + "; baseline " + m.Baseline},
		{"weeks", fmt.Sprintf("%d from %s, after %d of burn-in under %s", m.Weeks, m.Start, m.BurnIn.Weeks, m.BurnIn.Under)},
		{"persons", peopleOf(m.Persons, m.PersonsAtStart, m.PersonsInRun, m.Weight) + fmt.Sprintf("; each for %s of the country", grouped(m.Weight, 1))},
		{"districts", fmt.Sprintf("%d of %d", m.Districts, m.DistrictsOfCountry)},
		{"replicates", ranges(m.Replicates)},
		{"seed", fmt.Sprint(m.Seed)},
		{"digest", m.Digest},
		{"checks", checksIn(m.Checks)},
		{"made by", fmt.Sprintf("caseload %s, %s, %s/%s, %s, %.1f s", m.Outside.Caseload, m.Outside.Go, m.Outside.GOOS, m.Outside.GOARCH,
			counted(m.Outside.Workers, "worker"), m.Outside.WallSeconds)},
	}
	if n, all := len(m.Columns[panel.Panel]), len(panel.PanelColumns()); n > 0 && n < all {
		facts = append(facts, []string{"panel", fmt.Sprintf("%d of its %d columns: panel.columns of the scenario chose them", n, all)})
	}
	if m.ContinuedFrom != "" {
		facts = append(facts, []string{"continued from", "a checkpoint with digest " + m.ContinuedFrom})
	}
	if d.Verified {
		facts = append(facts, []string{"verified", "every file agrees with its hash, and its rows with their digest"})
	}
	writeTable(w, 2, facts)
	if m.PopulationTable != nil {
		tableText(w, m.PopulationTable)
	}
	fmt.Fprintln(w)
	rows := [][]string{{"table", "rows", "files", "bytes"}}
	var dictionary []panel.TableColumns
	for _, t := range d.Tables {
		rows = append(rows, []string{t.Table, grouped(float64(t.Rows), 0), grouped(float64(t.Files), 0), grouped(float64(t.Bytes), 0)})
		dictionary = append(dictionary, panel.TableColumns{Name: t.Table, Columns: t.Columns})
	}
	writeTable(w, 1, rows)
	fmt.Fprintf(w, "\n%s\noutcomes of the summary\n", panel.DictionaryText(dictionary))
	rows = nil
	for _, o := range panel.Outcomes() {
		rows = append(rows, []string{o.Name, o.Theme, o.Doc})
	}
	writeTable(w, 3, rows)
}

// ranges is a list of replicates in words: 1 to 5, or those there are.
func ranges(list []int) string {
	if n := len(list); n > 1 && list[n-1]-list[0] == n-1 {
		return fmt.Sprintf("%d to %d", list[0], list[n-1])
	}
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(list)), ", "), "[]")
}

func checksIn(checks []panel.Check) string {
	var failed []string
	for _, c := range checks {
		if !c.Passed {
			failed = append(failed, c.Name)
		}
	}
	if len(failed) > 0 {
		return "failed: " + strings.Join(failed, ", ")
	}
	return counted(len(checks), "check") + " of the books, all passed"
}

// dictionary is the columns of a table that a run may have.
type dictionary panel.TableColumns

// dictionaryOf is nil where there is no such table.
func dictionaryOf(table string) *dictionary {
	for _, t := range panel.Dictionary() {
		if t.Name == table {
			return (*dictionary)(&t)
		}
	}
	return nil
}

func (t *dictionary) text(w io.Writer) {
	fmt.Fprint(w, panel.DictionaryText([]panel.TableColumns{panel.TableColumns(*t)}))
}

func (t *dictionary) rows() [][]string {
	rows := [][]string{{"table", "column", "type", "unit", "nullable", "words", "doc"}}
	for _, c := range t.Columns {
		rows = append(rows, []string{t.Name, c.Name, c.Type, c.Unit, fmt.Sprint(c.Nullable), strings.Join(c.Words, " "), c.Doc})
	}
	return rows
}

// rows is the data dictionary.
func (d *description) rows() [][]string {
	rows := [][]string{{"table", "rows", "column", "type", "unit", "nullable", "words", "doc"}}
	for _, t := range d.Tables {
		for _, c := range t.Columns {
			rows = append(rows, []string{t.Table, fmt.Sprint(t.Rows), c.Name, c.Type, c.Unit, fmt.Sprint(c.Nullable), strings.Join(c.Words, " "), c.Doc})
		}
	}
	return rows
}
