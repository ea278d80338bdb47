package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"caseload/policy/source"
	"caseload/sim/panel"
)

const rowsHelp = `Print the rows of a table of a finished run as CSV, for a spreadsheet or for a program that
reads no Parquet. Empty cells have no value. A panel has a row for each person and observed
week: Parquet takes a fifth of the space, and is quicker to read.`

func newRows(e *edge) *cobra.Command {
	var want panel.Selection
	c := offering(&cobra.Command{
		Use:   "rows RUN|SWEEP TABLE",
		Short: "the rows of a table of a run as CSV, for what reads no Parquet",
		Long:  rowsHelp,
		Example: "  caseload rows runs/mine summary > summary.csv\n" +
			"  caseload rows runs/mine spells --regime universal-credit-2024 --replicate 1 > spells.csv\n" +
			"  caseload rows runs/mine panel --columns regime,week,person_id,status > states.csv\n" +
			"  caseload rows runs/mine-sweep-1 sweep > sweep.csv",
		Args: takes("RUN and TABLE", 2, 2),
		RunE: func(_ *cobra.Command, words []string) error {
			if words[1] == panel.Sweep {
				table, err := panel.OpenSweep(os.DirFS(words[0]), sweepTable)
				if err != nil {
					return wrong("name the folder that \"caseload sweep run\" printed", "%s has no finished sweep: %s", words[0], lastWords(err))
				}
				if err := errors.Join(inSweep(table, want), inHeader(table, words, want)); err != nil {
					return err
				}
				return e.writeRows(table, words[1], want)
			}
			folder, err := panel.Open(os.DirFS(words[0]))
			if err != nil {
				return noRun(err, words[0])
			}
			m := &folder.Manifest
			var there []string
			for _, name := range everyTable {
				if m.Columns[name] != nil {
					there = append(there, name)
				}
			}
			if !slices.Contains(there, words[1]) {
				return wrong(source.Choices(words[1], there, "tables"), "%s has no table %q", words[0], words[1])
			}
			if want.Regime != "" && !slices.Contains(m.Regimes, want.Regime) {
				return wrong(source.Choices(want.Regime, m.Regimes, "regimes"), "--regime: %s has no regime %q", words[0], want.Regime)
			}
			if want.Replicate != 0 && !slices.Contains(m.Replicates, want.Replicate) {
				return wrong("", "--replicate: %s has no replicate %d", words[0], want.Replicate)
			}
			if err := inHeader(folder, words, want); err != nil {
				return err
			}
			return e.writeRows(folder, words[1], want)
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().StringVar(&want.Regime, "regime", "", "only the rows of the regime `NAME`")
	c.Flags().IntVar(&want.Replicate, "replicate", 0, "only the rows of replicate `K`")
	c.Flags().StringSliceVar(&want.Columns, "columns", nil, "only these columns, in this order: `LIST` with commas between")
	return c
}

// inHeader refuses columns that a table does not have, and one that is named twice.
func inHeader(folder *panel.Folder, words []string, want panel.Selection) error {
	there := folder.Header(words[1])
	for k, name := range want.Columns {
		if !slices.Contains(there, name) {
			return wrong(source.Choices(name, there, "columns"), "--columns: the table %s of %s has no column %q", words[1], words[0], name)
		}
		if slices.Contains(want.Columns[:k], name) {
			return wrong("name it once", "--columns: %s is there twice", name)
		}
	}
	return nil
}

// inSweep refuses a regime or a replicate that a sweep does not have.
func inSweep(table *panel.Folder, want panel.Selection) error {
	var regimes []string
	replicates := map[int16]bool{}
	for b, err := range panel.Batches[panel.SweepRow](table, panel.Selection{Columns: []string{"regime", "replicate"}}) {
		if err != nil {
			return err
		}
		for k := range b.Rows {
			if r := &b.Rows[k]; !replicates[r.Replicate] || !slices.Contains(regimes, r.Regime) {
				replicates[r.Replicate], regimes = true, append(regimes, r.Regime)
			}
		}
	}
	if want.Regime != "" && !slices.Contains(regimes, want.Regime) {
		slices.Sort(regimes)
		regimes = slices.Compact(regimes)
		return wrong(source.Choices(want.Regime, regimes, "regimes"), "--regime: the sweep has no regime %q", want.Regime)
	}
	if want.Replicate != 0 && !replicates[int16(want.Replicate)] {
		return wrong("", "--replicate: the sweep has no replicate %d", want.Replicate)
	}
	return nil
}

// writeRows prints rows as they are read, since a table may be larger than memory.
func (e *edge) writeRows(folder *panel.Folder, table string, want panel.Selection) error {
	page := bufio.NewWriterSize(e.out, 1<<16)
	put, end := asCSV(page)
	if e.format == formatJSON {
		put, end = asJSON(page)
	}
	header := folder.Header(table)
	if len(want.Columns) > 0 {
		header = want.Columns
	}
	var failed error
	for cells, err := range folder.Cells(table, want) {
		if err != nil {
			return damage(err, table)
		}
		if failed = put(header, cells); failed != nil {
			break
		}
	}
	if failed == nil {
		failed = end(header)
	}
	if failed == nil {
		failed = page.Flush()
	}
	if failed != nil {
		return plainly(failed, "standard output")
	}
	return nil
}

// asCSV writes the header before the first row, and by itself if there is none.
func asCSV(to io.Writer) (put func(header []string, cells []any) error, end func(header []string) error) {
	page, headed := csv.NewWriter(to), false
	var line []string
	head := func(header []string) error {
		if headed {
			return nil
		}
		headed = true
		return page.Write(header)
	}
	put = func(header []string, cells []any) error {
		if err := head(header); err != nil {
			return err
		}
		line = line[:0]
		for _, cell := range cells {
			line = append(line, inCell(cell))
		}
		return page.Write(line)
	}
	end = func(header []string) error {
		err := head(header)
		page.Flush()
		if err != nil {
			return err
		}
		return page.Error()
	}
	return put, end
}

// asJSON writes an array of objects.
func asJSON(to io.Writer) (put func(header []string, cells []any) error, end func(header []string) error) {
	before := "["
	put = func(header []string, cells []any) error {
		row := make(map[string]any, len(cells))
		for k, cell := range cells {
			row[header[k]] = cell
		}
		text, err := json.Marshal(row)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(to, "%s\n%s", before, text)
		before = ","
		return err
	}
	end = func([]string) error {
		if before == "[" {
			_, err := io.WriteString(to, "[]\n")
			return err
		}
		_, err := io.WriteString(to, "\n]\n")
		return err
	}
	return put, end
}

// inCell is a value as CSV has it.
func inCell(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float32:
		return strconv.FormatFloat(float64(v), 'g', -1, 32)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	panic(fmt.Sprintf("a cell of type %T", cell)) // Cells gives no other
}
