package scenarios

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"caseload/policy"
	"caseload/policy/source"
	"caseload/policy/source/sourcetest"
)

var update = flag.Bool("update", false, "rewrite the expected messages in testdata/bad")

// shipped is what a user without files of her own has; withFiles adds some.
var shipped = source.Library{Shipped: Files, Memory: source.NewMemory()}

func withFiles(files map[string]string) source.Library {
	library := shipped
	library.Read = func(path string) ([]byte, error) {
		if text, ok := files[path]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
	library.ReadTable = library.Read
	return library
}

// shapeOf is an empty file of a kind.
func shapeOf(t testing.TB, kind string) any {
	t.Helper()
	switch kind {
	case "scenario":
		return &Scenario{}
	case "regime":
		return &policy.Regime{}
	case "population":
		return &Population{}
	case "market":
		return &Market{}
	}
	t.Fatalf("no kind %q", kind)
	return nil
}

// Each file has one mistake, which its name says, and the message beside it.
func TestBadFiles(t *testing.T) {
	library := shipped
	library.Read = os.DirFS("testdata").(fs.ReadFileFS).ReadFile
	library.ReadTable = library.Read
	for _, file := range badFiles(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(name, func(t *testing.T) {
			var found source.Diagnostics
			if kind := library.KindOf("bad/" + name + ".yaml"); kind == "scenario" {
				_, found = Load(library, "bad/"+name+".yaml", nil)
			} else {
				_, found = library.Load(kind, "bad/"+name+".yaml", shapeOf(t, kind), nil)
			}
			got, golden := found.String(), strings.TrimSuffix(file, ".yaml")+".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if len(found) != 1 {
				t.Errorf("%d things are said of one mistake", len(found))
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func badFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) < 15 {
		t.Fatalf("only %d files in testdata/bad", len(files))
	}
	return files
}

// Every message that the checks can say is said to some bad file.
func TestEveryMessageIsProduced(t *testing.T) {
	said := regimeWithoutScenario(t).String()
	for _, file := range badFiles(t) {
		text, err := os.ReadFile(strings.TrimSuffix(file, ".yaml") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		said += string(text)
	}
	sourcetest.MessagesAreSaid(t, "check.go", 12, said)
}

// regimeWithoutScenario runs a regime by its name that names no scenario.
func regimeWithoutScenario(t *testing.T) source.Diagnostics {
	t.Helper()
	text, err := Files.ReadFile("regimes/passive.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var kept strings.Builder
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "default_scenario:") {
			kept.WriteString(line)
		}
	}
	c, found := Load(withFiles(map[string]string{"homeless.yaml": kept.String()}), "homeless.yaml", nil)
	if c != nil || !found.Failed() {
		t.Error("a regime is run in a scenario that nobody named")
	}
	return found
}
