package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"caseload/scenarios"
)

// guides are the texts whose commands a reader is told to type.
var guides = []string{"TOURS.md", "scenarios/labs/README.md"}

// TestGuides types every line that begins with "caseload" in the blocks of commands of the
// guides, in their order and with few people, and writes the files that they show.
func TestGuides(t *testing.T) {
	for _, guide := range guides {
		text, err := os.ReadFile(filepath.Join(root, guide))
		if err != nil {
			t.Fatal(err)
		}
		t.Run(guide, func(t *testing.T) {
			t.Chdir(t.TempDir())
			typed := 0
			for _, b := range fenced(string(text)) {
				switch {
				case b.kind == "yaml" && strings.HasPrefix(b.lines[0], "# "):
					if err := os.WriteFile(strings.TrimPrefix(b.lines[0], "# "), []byte(strings.Join(b.lines, "\n")), 0o666); err != nil {
						t.Fatal(err)
					}
				case strings.HasPrefix(b.kind, "csv "):
					if err := os.WriteFile(strings.TrimPrefix(b.kind, "csv "), []byte(strings.Join(b.lines, "\n")), 0o666); err != nil {
						t.Fatal(err)
					}
				case b.kind == "sh":
					for _, line := range b.lines {
						typed++
						e := newEdge()
						var said strings.Builder
						e.out, e.err = io.Discard, &said
						if code := invoke(e, fewPeople(words(t, line))); code != exitDone {
							t.Errorf("%s\nends with %d: %s", line, code, said.String())
						}
					}
				}
			}
			if typed < 10 {
				t.Errorf("%s has only %d commands", guide, typed)
			}
		})
	}
}

// fence is a fenced part of a text.
type fence struct {
	kind  string
	lines []string
}

func fenced(text string) (all []fence) {
	inside := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		kind, opens := strings.CutPrefix(line, "```")
		switch {
		case opens && !inside:
			all = append(all, fence{kind: kind})
			inside = true
		case opens:
			inside = false
		case inside && strings.TrimSpace(line) != "":
			all[len(all)-1].lines = append(all[len(all)-1].lines, line)
		}
	}
	return all
}

// words are those of a command line, without its name; quotes keep spaces together, a
// comment ends it.
func words(t *testing.T, line string) (list []string) {
	t.Helper()
	if !strings.HasPrefix(line, "caseload ") {
		t.Fatalf("%q is not a command of ours", line)
	}
	line, _, _ = strings.Cut(line, "  #")
	for k, part := range strings.Split(line, "'") {
		if k%2 == 1 {
			list = append(list, part)
		} else {
			list = append(list, strings.Fields(part)...)
		}
	}
	return list[1:]
}

// fewPeople adds flags that make a run short, unless the line has its own or nothing is run.
func fewPeople(args []string) []string {
	target := args[min(1, len(args)-1)]
	if args[0] == "sweep" {
		target = args[2]
	}
	if _, err := os.Stat(filepath.Join(target, "manifest.json")); err == nil || target == "by-hand" || !slices.Contains([]string{"run", "compare", "trace", "sweep"}, args[0]) {
		return args
	}
	args = append(slices.Clone(args), "--persons", "300", "--weeks", "32", "--replicates", "1", "--set", "burn_in.weeks=8")
	if args[0] == "compare" {
		args = append(args, "--tables", "summary") // each file is forced to disk, which takes longer than the run
	}
	return args
}

// The README says of every shipped scenario what it answers.
func TestReadmeNamesEveryScenario(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range library(scenarios.Files).Names("scenario") {
		if !strings.Contains(string(text), "`"+name+"`") {
			t.Errorf("README.md does not say what %s asks; its place is below \"Questions that are shipped\"", name)
		}
	}
}
