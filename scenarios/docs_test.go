package scenarios

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
)

var docs = flag.Bool("docs", false, "write the generated tables into the model's description")

const description = "../sim/ODD.md"

// TestDescriptionIsCurrent compares the tables in the model's description with the code
// and the shipped files.
func TestDescriptionIsCurrent(t *testing.T) {
	content, err := os.ReadFile(description)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for name, table := range map[string]string{"week": weekTable(), "events": eventTable(), "parameters": parameterTable(t), "states": stateTable(t)} {
		text = replaceBetween(t, text, "<!-- generated: "+name+" -->\n", "<!-- end -->", table)
	}
	if text == string(content) {
		return
	}
	if !*docs {
		t.Fatalf("%s is out of date: run `make docs`", description)
	}
	if err := os.WriteFile(description, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func replaceBetween(t *testing.T, text, begin, end, table string) string {
	i := strings.Index(text, begin)
	if i < 0 {
		t.Fatalf("%s has no line %q", description, begin)
	}
	i += len(begin)
	j := strings.Index(text[i:], end)
	if j < 0 {
		t.Fatalf("%s: %q is not closed", description, begin)
	}
	return text[:i] + table + text[i+j:]
}

func weekTable() string {
	var b strings.Builder
	b.WriteString("| stage | what happens |\n|---|---|\n")
	for _, stage := range sim.Week() {
		fmt.Fprintf(&b, "| %s | %s |\n", stage.Name, stage.Does)
	}
	return b.String()
}

func eventTable() string {
	var b strings.Builder
	b.WriteString("| event | what happened |\n|---|---|\n")
	for _, kind := range panel.EventKinds() {
		fmt.Fprintf(&b, "| %s | %s |\n", kind.Name, kind.Doc)
	}
	return b.String()
}

// parameterTable lists every number of the shipped market with its unit, value, range and
// source, and then those of the regime that do not change by date.
func parameterTable(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| parameter | value | range | what it is | source |\n|---|---|---|---|---|\n")
	tree, found := (shipped).Load("scenario", "passive-vs-universal-credit", &Scenario{}, nil)
	if found.Failed() {
		t.Fatal(found)
	}
	for _, n := range tree.Numbers() {
		regime, inRegime := strings.CutPrefix(n.Path, "regimes.universal-credit-2024.")
		dated := strings.HasPrefix(regime, "benefits.") || strings.HasPrefix(regime, "tax.") || strings.HasPrefix(regime, "minimum_wage.")
		if !strings.HasPrefix(n.Path, "market.") && (!inRegime || dated) {
			continue
		}
		between, from := "", ""
		if n.HasRange {
			between = n.Range[0] + " to " + n.Range[1]
		}
		if n.Origin != nil {
			from = strings.ReplaceAll(n.Origin.Kind, "_", " ") + ": " + n.Origin.Note
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", strings.TrimPrefix(n.Path, "regimes."), n.Written, between, n.Doc, from)
	}
	return b.String()
}
