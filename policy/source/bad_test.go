package source

import (
	"errors"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "rewrite the expected messages in testdata/bad")

// badFiles loads every file in testdata/bad and returns what is wrong with each.
// Comments at the top of a file say how it is loaded: "# load as: KIND" and
// "# set: path=value".
func badFiles(t testing.TB) (names []string, found map[string]Diagnostics) {
	t.Helper()
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files in testdata/bad")
	}
	library := testLibrary(t)
	library.Read = os.DirFS("testdata").(fs.ReadFileFS).ReadFile
	found = map[string]Diagnostics{}
	for _, file := range files {
		name := "bad/" + filepath.Base(file)
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		kind, sets := library.KindOf(name), []string(nil)
		for line := range strings.Lines(string(content)) {
			line = strings.TrimSpace(line)
			if as, ok := strings.CutPrefix(line, "# load as: "); ok {
				kind = as
			} else if set, ok := strings.CutPrefix(line, "# set: "); ok {
				sets = append(sets, set)
			}
		}
		if kind == "" {
			kind = "scenario"
		}
		_, ds := library.Load(kind, name, shapeOf(kind), sets)
		names = append(names, name)
		found[name] = ds
	}
	return names, found
}

// Each file has one mistake, which its name says, and the message beside it.
func TestBadFiles(t *testing.T) {
	names, found := badFiles(t)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			got := found[name].String()
			golden := "testdata/" + strings.TrimSuffix(name, ".yaml") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got == "" {
				t.Error("the file is read without a word")
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// badLibraries are the mistakes that a file alone cannot make.
func badLibraries(t testing.TB) map[string]Diagnostics {
	load := func(read func(string) ([]byte, error), name string) Diagnostics {
		library := testLibrary(t)
		library.Read = read
		_, ds := library.Load("regime", name, &testRegime{}, nil)
		return ds
	}
	return map[string]Diagnostics{
		"my.yaml: \"my.yaml\" is a file, and only what is shipped can be used here\n" +
			"    write the name of a shipped file, without a slash and without .yaml\n": load(nil, "my.yaml"),
		"my.yaml: the file cannot be read: permission denied\n": load(func(string) ([]byte, error) {
			return nil, &fs.PathError{Op: "open", Path: "my.yaml", Err: errors.New("permission denied")}
		}, "my.yaml"),
		"my.yaml: no file \"my.yaml\"\n" +
			"    a path starts in the folder of the file that has it, or in yours on the command line; a name without a slash and without .yaml is a shipped file\n": load(
			func(string) ([]byte, error) { return nil, fs.ErrNotExist }, "my.yaml"),
		"my.yaml:1:1: the file has 1048577 bytes, more than the 1048576 that are read\n" +
			"    a policy is a few pages; check that this is the file that was meant\n": load(
			func(string) ([]byte, error) { return make([]byte, 1<<20+1), nil }, "my.yaml"),
		"pasive: no regime named \"pasive\"\n" +
			"    did you mean \"passive\"?\n": load(nil, "pasive"),
	}
}

func TestBadLibraries(t *testing.T) {
	for want, ds := range badLibraries(t) {
		if want += "\n1 problem; nothing was run.\n"; ds.String() != want {
			t.Errorf("got:\n%s\nwant:\n%s", ds, want)
		}
	}
}

// Every message that the package can say is said to some bad file.
func TestEveryMessageIsProduced(t *testing.T) {
	produced := map[message]bool{}
	note := func(ds Diagnostics) {
		for _, d := range ds {
			produced[d.template] = true
		}
	}
	_, found := badFiles(t)
	for _, ds := range found {
		note(ds)
	}
	for _, ds := range badLibraries(t) {
		note(ds)
	}
	templates := messageTemplates(t)
	if len(templates) < 40 {
		t.Fatalf("only %d templates found in messages.go", len(templates))
	}
	for name, template := range templates {
		if !produced[template] {
			t.Errorf("no file in testdata/bad produces %s: %s", name, template)
		}
	}
}

// messageTemplates reads the constants of type message from messages.go.
func messageTemplates(t *testing.T) map[string]message {
	file, err := parser.ParseFile(token.NewFileSet(), "messages.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	templates := map[string]message{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "message" {
			text := spec.Values[0].(*ast.BasicLit).Value
			templates[spec.Names[0].Name] = message(unquote(t, text))
		}
		return true
	})
	return templates
}

// The style of messages: no capital at the start, no full stop at the end, no
// words that blame or come from Go.
func TestMessagesKeepTheHouseStyle(t *testing.T) {
	for name, template := range messageTemplates(t) {
		text := string(template)
		if strings.HasSuffix(text, ".") || text[0] >= 'A' && text[0] <= 'Z' {
			t.Errorf("%s starts with a capital or ends in a full stop: %s", name, text)
		}
		for _, word := range []string{"invalid", "illegal", "unmarshal", "error", "struct", "string", "int", "float"} {
			if strings.Contains(" "+text+" ", " "+word+" ") {
				t.Errorf("%s says %q: %s", name, word, text)
			}
		}
	}
}

// A file in UTF-8 with a byte order mark or line ends of Windows is as good as
// any other, and its positions are the same.
func TestLineEndsAndByteOrderMark(t *testing.T) {
	text := "\uFEFFkind: regime\r\ntitle: A test\r\nfee: 3\r\n"
	library := testLibrary(t)
	library.Read = fstest.MapFS{"my.yaml": {Data: []byte(text)}}.ReadFile
	_, ds := library.Load("regime", "my.yaml", &testRegime{}, nil)
	if len(ds) != 1 || ds[0].Position.String() != "my.yaml:3:6" {
		t.Errorf("got %s", ds)
	}
}

func unquote(t *testing.T, literal string) string {
	t.Helper()
	text, err := strconv.Unquote(literal)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
