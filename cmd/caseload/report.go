package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"caseload/analysis"
	"caseload/sim/panel"
)

const reportHelp = `Write what a run says as one page for a browser or a printer: what differs between the
regimes, their effects with intervals, by horizon and for whom, what they cost whom, what
the result hangs on, and how it was made. The page needs nothing beside it and no network.

"caseload compare SCENARIO --format html" prints the same page, and with --closures runs
the scenario under each closure of the vacancy market for it.`

func newReport(e *edge) *cobra.Command {
	var baseline, out string
	c := offering(&cobra.Command{
		Use:   "report RUN...",
		Short: "one page of tables and pictures of a finished run",
		Long:  reportHelp,
		Example: "  caseload report runs/mine                  writes runs/mine/report.html\n" +
			"  caseload report runs/mine --out brief.html",
		Args: takes("RUN", 1, -1),
		RunE: func(_ *cobra.Command, words []string) error {
			var runs []analysis.Run
			for _, word := range words {
				folder, err := panel.Open(os.DirFS(word))
				if err != nil {
					return noRun(err, word)
				}
				runs = append(runs, analysis.Run{Label: filepath.Clean(word), Folder: folder})
			}
			page, err := htmlPage(runs, baseline)
			if err != nil {
				return err
			}
			if out == "" {
				out = filepath.Join(words[0], "report.html")
			}
			if err := putInPlace(out, page); err != nil {
				return err
			}
			written := struct {
				File string `json:"file"`
			}{out}
			return e.print(written, func(w io.Writer) { fmt.Fprintln(w, out) }, [][]string{{"file"}, {out}})
		},
	}, formatText, formatJSON, formatCSV)
	c.Flags().StringVar(&baseline, "baseline", "", "regime `NAME` that the others are compared with (default the scenario's)")
	c.Flags().StringVar(&out, "out", "", "`FILE` to write (default report.html in the folder of the first run)")
	return c
}

//go:embed report.html
var reportText string

var reportTemplate = template.Must(template.New("report").Parse(reportText))

// page is a report as its template sees it: sections of words, pictures and tables.
type page struct {
	Title    string
	Facts    string
	Sections []section
}

type section struct {
	ID, Heading string
	Words       []string
	Pictures    []figure
	Tables      []sheet
}

// figure is a picture with what it shows in words.
type figure struct {
	Caption string
	SVG     template.HTML
}

// sheet is a table: a header and rows, of which the first cells are words. A folded one is
// opened by its reader.
type sheet struct {
	Caption string
	Words   int
	Folded  bool
	Rows    [][]string
}

// Header is the first row.
func (s sheet) Header() []string { return s.Rows[0] }

// Body is the other rows.
func (s sheet) Body() [][]string { return s.Rows[1:] }

// Prose tells whether the table has words alone.
func (s sheet) Prose() bool { return len(s.Rows[0]) <= s.Words }

// Theme tells whether a row is a heading for those after it.
func (s sheet) Theme(row []string) bool { return len(row) == 1 && strings.HasSuffix(row[0], ":") }

// unidentified tells whether a value of the table has no meaning as what it is divided by is
// not told from none.
func (s sheet) unidentified() bool {
	return slices.ContainsFunc(s.Rows, func(row []string) bool { return slices.Contains(row, unidentified) })
}

// htmlPage is the report of runs.
func htmlPage(runs []analysis.Run, baseline string) ([]byte, error) {
	r, err := newReporter(runs, baseline)
	if err != nil {
		return nil, err
	}
	p := page{Title: r.first().Title, Facts: r.facts()}
	for _, part := range []func() (section, error){
		r.differs, r.headline, r.byHorizon, r.byReadiness, r.tookPart, r.flows, r.gains, r.costs, r.spillovers, r.hangsOn, r.leavesOut, r.made,
	} {
		s, err := part()
		if err != nil {
			return nil, err
		}
		if len(s.Words)+len(s.Pictures)+len(s.Tables) > 0 {
			p.Sections = append(p.Sections, s)
		}
	}
	var text bytes.Buffer
	err = reportTemplate.Execute(&text, p)
	return text.Bytes(), err
}

// add draws a picture into a section.
func (s *section) add(caption string, picture interface{ SVG() ([]byte, error) }) error {
	drawn, err := picture.SVG()
	if err != nil {
		return err
	}
	if at := bytes.Index(drawn, []byte("<svg")); at > 0 {
		drawn = drawn[at:] // a page has no XML declaration inside
	}
	s.Pictures = append(s.Pictures, figure{caption, template.HTML(drawn)}) // words in it were escaped where it was drawn
	return nil
}
