package source

import (
	"fmt"
	"strings"
	"testing"
)

// testGuests is a kind of file with a list that another part does away with, and with pairs.
type testGuests struct {
	Title   Text        `file:"title" doc:"What it is called."`
	Invited []Text      `file:"invited" doc:"Who comes."`
	Table   *testSeats  `file:"table,optional" replaces:"invited" doc:"Who sits where."`
	Inside  *testGuests `file:"inside,optional" doc:"Others."`
}

type testSeats struct {
	Words []testWord `file:"words,optional" pairs:"true" doc:"What is meant."`
}

type testWord struct {
	Cell  Text `file:"cell" doc:"What is written."`
	Means Text `file:"means" doc:"What it means."`
}

// A mapping of one text to another is the list of pairs that it stands for.
func TestPairs(t *testing.T) {
	library := withFiles(t, map[string]string{
		"list.yaml":    "kind: guests\ntitle: T\ninvited: []\ntable: {words: [{cell: '1', means: female}, {cell: F, means: female}]}\n",
		"mapping.yaml": "kind: guests\ntitle: T\ninvited: []\ntable: {words: {1: female, F: female}}\n",
		"on-top.yaml":  "kind: guests\nextends: ./list.yaml\ntable: {words: {M: male}}\n",
		"wrong.yaml":   "kind: guests\nextends: ./list.yaml\ntable: {words: {M: [male]}}\n",
		"short.yaml":   "kind: guests\nextends: ./list.yaml\ntable: {words: [{M: male}]}\n",
	})
	said := func(name string, sets ...string) string {
		var g testGuests
		tree, found := library.Load("guests", name, &g, sets)
		if found.Failed() {
			return found.String()
		}
		words := ""
		for _, w := range g.Table.Words {
			words += w.Cell.Value + "=" + w.Means.Value + " "
		}
		var again testGuests
		if _, found := withFiles(t, map[string]string{"again.yaml": string(tree.YAML())}).Load("guests", "again.yaml", &again, nil); len(found) > 0 || len(again.Table.Words) != len(g.Table.Words) {
			t.Errorf("%s is printed as\n%s", name, tree.YAML())
		}
		return words
	}
	for _, c := range [][2]string{
		{said("list.yaml"), "1=female F=female "}, {said("mapping.yaml"), "1=female F=female "}, {said("on-top.yaml"), "M=male "},
		{said("on-top.yaml", "table.words={X: male}"), "X=male "},
	} {
		if c[0] != c[1] {
			t.Errorf("got %s, want %s", c[0], c[1])
		}
	}
	if got := said("wrong.yaml"); !strings.Contains(got, "wrong.yaml:3:20: table.words.M: a list stands where one value belongs") {
		t.Error(got)
	}
	if got := said("short.yaml"); !strings.Contains(got, "its keys are: cell, means") {
		t.Error(got)
	}
}

// What a part replaces is gone where it is only inherited, at every depth.
func TestReplaces(t *testing.T) {
	const base = "kind: guests\ntitle: T\ninvited: [Ada, Ben]\ninside: {title: I, invited: [Cara]}\n"
	files := map[string]string{
		"base.yaml":   base,
		"seated.yaml": "kind: guests\nextends: ./base.yaml\ntable: {words: {F: female}}\n",
		"both.yaml":   "kind: guests\nextends: ./base.yaml\ninvited: [Dev]\ntable: {words: {F: female}}\n",
		"parent.yaml": "kind: guests\nextends: ./both.yaml\ntable: {words: {M: male}}\n",
		"inside.yaml": "kind: guests\nextends: ./base.yaml\ninside: {table: {words: {F: female}}}\n",
	}
	library := withFiles(t, files)
	for name, want := range map[string]string{"base.yaml": "2 1", "seated.yaml": "0 1", "both.yaml": "1 1", "parent.yaml": "1 1", "inside.yaml": "2 0"} {
		var g testGuests
		if _, found := library.Load("guests", name, &g, nil); len(found) > 0 {
			t.Fatal(found)
		}
		if got := fmt.Sprint(len(g.Invited), len(g.Inside.Invited)); got != want {
			t.Errorf("%s: %s are invited, want %s", name, got, want)
		}
	}
}
