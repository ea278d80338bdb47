package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead reads any bytes as a file. Whatever they are, there is no panic, there
// is a struct or a reason why not, every position lies in the file, and what is
// read without a mistake prints as a file that reads the same.
func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"testdata/bad/*.yaml", "testdata/good/*.yaml", "testdata/shipped/*.yaml", "testdata/shipped/*/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(content)
		}
	}
	library := testLibrary(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		files := map[string][]byte{"fuzz.yaml": content}
		library.Read = func(path string) ([]byte, error) {
			if text, ok := files[path]; ok {
				return text, nil
			}
			return nil, fs.ErrNotExist
		}
		kind := library.KindOf("fuzz.yaml")
		if kind != "regime" && kind != "population" {
			kind = "scenario"
		}
		shape := shapeOf(kind)
		tree, ds := library.Load(kind, "fuzz.yaml", shape, nil)
		for _, d := range ds {
			inside(t, d, content)
		}
		if tree == nil {
			if !ds.Failed() {
				t.Fatal("neither a file nor a reason why not")
			}
			return
		}
		printed := tree.YAML()
		tree.Numbers()
		if ds.Failed() {
			return
		}
		files["again.yaml"] = printed
		again := shapeOf(kind)
		second, ds := library.Load(kind, "again.yaml", again, nil)
		if ds.Failed() {
			t.Fatalf("printed back:\n%s\n%s", ds, printed)
		}
		if !reflect.DeepEqual(placeless(shape), placeless(again)) {
			t.Fatalf("printed back it is another:\n%s", printed)
		}
		if text := second.YAML(); string(text) != string(printed) {
			t.Fatalf("printed again:\n%s\nfirst:\n%s", text, printed)
		}
	})
}

// inside fails unless a diagnostic points into the file.
func inside(t *testing.T, d Diagnostic, content []byte) {
	t.Helper()
	if d.Message == "" || !utf8.ValidString(d.String()) {
		t.Fatalf("a message that cannot be shown: %q", d)
	}
	if d.File != "fuzz.yaml" {
		return
	}
	lines := strings.Split(string(normalise(content)), "\n")
	if d.Line < 1 || d.Line > len(lines) {
		t.Fatalf("line %d of %d: %s", d.Line, len(lines), d)
	}
	if columns := utf8.RuneCountInString(lines[d.Line-1]) + 1; d.Column < 1 || d.Column > columns {
		t.Fatalf("column %d of %d: %s", d.Column, columns, d)
	}
}

// FuzzSet applies any assignment: no panic, and a file that prints as one that
// reads the same, or a reason why not.
func FuzzSet(f *testing.F) {
	for _, assignment := range []string{"horizon=3 weeks", "regimes.active.interviews[weekly].every=2 weeks", "population=towns", "=", "x",
		"regimes.active.interviews[0].length={value: 45 minutes, range: [40 minutes, 1 hour]}", "regimes=[active]", "population.matrix[1][0]=5%",
		"regimes.passive.sanction={delay: 1 day, source: none, ladder: []}", "title='quoted'", "burn_in.under={title: None, extends: active}",
		"population.place=&a *a", "regimes={a: active, b: {extends: a}}", "regimes.active.interviews=[{name: a}, {name: a}]", "[0]=1"} {
		f.Add(assignment)
	}
	library := testLibrary(f)
	f.Fuzz(func(t *testing.T, assignment string) {
		shape := &testScenario{}
		library.Read = nil
		tree, ds := library.Load("scenario", "demo", shape, []string{assignment})
		printed := tree.YAML()
		if ds.Failed() {
			return
		}
		library.Read = func(string) ([]byte, error) { return printed, nil }
		again := &testScenario{}
		if _, ds := library.Load("scenario", "again.yaml", again, nil); ds.Failed() {
			t.Fatalf("printed back:\n%s\n%s", ds, printed)
		}
		if !reflect.DeepEqual(placeless(shape), placeless(again)) {
			t.Fatalf("printed back it is another:\n%s", printed)
		}
	})
}
