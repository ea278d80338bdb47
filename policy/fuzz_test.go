package policy

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"caseload/policy/source"
)

// FuzzRegime reads any bytes as a regime. Whatever they are, there is no panic, there
// is a plan or a reason why not, every position lies in the file, and the resolved
// regime printed as a file compiles to the same plan.
func FuzzRegime(f *testing.F) {
	for _, pattern := range []string{"testdata/bad/*.yaml", "testdata/regimes/*.yaml", "../scenarios/regimes/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(content)
		}
	}
	library := shippedLibrary()
	f.Fuzz(func(t *testing.T, content []byte) {
		files := map[string][]byte{"fuzz.yaml": content}
		library.Read = func(path string) ([]byte, error) {
			if text, ok := files[path]; ok {
				return text, nil
			}
			return nil, fs.ErrNotExist
		}
		r := &Regime{}
		tree, found := library.Load("regime", "fuzz.yaml", r, nil)
		for _, d := range found {
			insideFile(t, d, content)
		}
		if found.Failed() || tree == nil {
			if !found.Failed() {
				t.Fatal("neither a regime nor a reason why not")
			}
			return
		}
		plan, refused := Compile(r)
		if refused != nil {
			t.Fatalf("checked, and then refused: %s", refused)
		}
		files["again.yaml"] = tree.YAML()
		again := &Regime{}
		if _, found := library.Load("regime", "again.yaml", again, nil); found.Failed() {
			t.Fatalf("printed back:\n%s\n%s", found, files["again.yaml"])
		}
		second, refused := Compile(again)
		if refused != nil || second.Digest() != plan.Digest() {
			t.Fatalf("printed back it is another plan: %s\n%s", refused, files["again.yaml"])
		}
	})
}

// insideFile fails unless a diagnostic can be shown and points into the file.
func insideFile(t *testing.T, d source.Diagnostic, content []byte) {
	t.Helper()
	if d.Message == "" || !utf8.ValidString(d.String()) {
		t.Fatalf("a message that cannot be shown: %q", d)
	}
	if d.File != "fuzz.yaml" {
		return
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(string(content), "\uFEFF"))
	lines := strings.Split(text, "\n")
	if d.Line < 1 || d.Line > len(lines) {
		t.Fatalf("line %d of %d: %s", d.Line, len(lines), d)
	}
	if columns := utf8.RuneCountInString(lines[d.Line-1]) + 1; d.Column < 1 || d.Column > columns {
		t.Fatalf("column %d of %d: %s", d.Column, columns, d)
	}
}
