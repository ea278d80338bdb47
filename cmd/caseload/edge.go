package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"sync"
	"time"
)

// edge is what one invocation may touch, and how it was asked to print.
type edge struct {
	out, err                 io.Writer
	outTerminal, errTerminal bool
	columns                  int // of the terminal that the output goes to; 0 where it goes elsewhere
	env                      func(string) string
	now                      func() time.Time

	format   format
	quiet    bool
	noColour bool
	started  bool // the command line was understood; from here on a mistake is not one of usage

	mu       sync.Mutex
	noted    map[string]bool
	barShown bool
	leaving  map[*func()]struct{}
}

func newEdge() *edge {
	return &edge{
		out:         os.Stdout,
		err:         os.Stderr,
		outTerminal: isTerminal(os.Stdout),
		errTerminal: isTerminal(os.Stderr),
		columns:     columnsOf(os.Stdout),
		env:         os.Getenv,
		now:         time.Now,
		format:      formatText,
		leaving:     map[*func()]struct{}{},
	}
}

// isTerminal tells a terminal from a file, a pipe and the null device.
func isTerminal(f *os.File) bool {
	facts, err := f.Stat()
	if err != nil || facts.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(facts, null)
}

// print writes a command's result to standard output in the format asked for.
// The first of rows is the header of the CSV. Nothing is written until all of
// it is rendered, and a full disk at the other end is reported.
func (e *edge) print(value any, text func(io.Writer), rows [][]string) error {
	page := paper{columns: e.columns}
	switch e.format {
	case formatJSON:
		encoder := json.NewEncoder(&page)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(value); err != nil {
			return err
		}
	case formatCSV:
		if err := csv.NewWriter(&page).WriteAll(rows); err != nil {
			return err
		}
	default:
		text(&page)
	}
	return e.write(page.Bytes())
}

// write puts a whole page on standard output.
func (e *edge) write(page []byte) error {
	if _, err := e.out.Write(page); err != nil {
		return plainly(err, "standard output")
	}
	return nil
}

// note says something in passing on standard error: a folder's name, a run that
// was found finished. It is said once, however often a scenario is read. --quiet silences it.
func (e *edge) note(message string, values ...any) {
	message = fmt.Sprintf(message, values...)
	if e.quiet || !e.first(message) {
		return
	}
	if e.format == formatJSON {
		e.line(map[string]string{"note": message})
		return
	}
	e.say(message + "\n")
}

// first tells whether something is said for the first time.
func (e *edge) first(message string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	before := e.noted[message]
	if e.noted == nil {
		e.noted = map[string]bool{}
	}
	e.noted[message] = true
	return !before
}

// say writes to standard error, over a progress bar if one is shown. Nowhere is
// left to report that standard error is closed.
func (e *edge) say(text string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.barShown {
		text = clearLine + text
		e.barShown = false
	}
	_, _ = io.WriteString(e.err, text)
}

// line writes one JSON object to a line of standard error, so that with
// --format json every line there can be read as data.
func (e *edge) line(value any) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err) // only our own plain records come here
	}
	e.say(line.String())
}

// The few styles that are used: a terminal's codes for them.
const (
	red = "1;31"
	dim = "2"
)

// paint sets text in a style where terminal says that its reader sees colour.
func (e *edge) paint(terminal bool, style, text string) string {
	if !terminal || e.noColour || e.env("NO_COLOR") != "" || e.env("TERM") == "dumb" {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// onLeave asks for tidy to run if the command has to end at once, and returns a
// function that withdraws the wish.
func (e *edge) onLeave(tidy func()) (withdraw func()) {
	key := &tidy
	e.mu.Lock()
	e.leaving[key] = struct{}{}
	e.mu.Unlock()
	return func() {
		e.mu.Lock()
		delete(e.leaving, key)
		e.mu.Unlock()
	}
}

// leave tidies up without waiting for work that is still going on.
func (e *edge) leave() {
	e.mu.Lock()
	waiting := slices.Collect(maps.Keys(e.leaving))
	e.mu.Unlock()
	for _, tidy := range waiting {
		(*tidy)()
	}
}
