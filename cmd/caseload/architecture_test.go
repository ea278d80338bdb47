package main

import (
	"go/ast"
	gobuild "go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// allowed is the import table: what each package may import beyond the standard
// library. A trailing slash stands for everything below. Tests may import all of
// ours, and forTests besides.
var allowed = map[string][]string{
	"agents/exact":  {},
	"policy/source": {"gopkg.in/yaml.v3"},
	"sim/rng":       {"golang.org/x/exp/rand"},
	"sim/panel":     {"github.com/parquet-go/parquet-go", "github.com/parquet-go/parquet-go/", "github.com/klauspost/compress/"},

	"agents":                   {"caseload/agents/exact"},
	"policy":                   {"caseload/agents", "caseload/agents/exact", "caseload/policy/source"},
	"sim":                      {"caseload/policy", "caseload/agents", "caseload/agents/exact", "caseload/sim/rng", "caseload/sim/panel"},
	"policy/source/sourcetest": {},
	"sim/simtest":              {"caseload/policy", "caseload/agents", "caseload/agents/exact", "caseload/sim", "caseload/sim/rng", "caseload/sim/panel"},
	"scenarios":                {"caseload/policy/source", "caseload/policy", "caseload/agents", "caseload/agents/exact", "caseload/sim", "caseload/sim/panel"},
	"analysis":                 {"caseload/sim/panel", "caseload/agents/exact", "gonum.org/v1/gonum/"},
	"picture":                  {"gonum.org/v1/plot", "gonum.org/v1/plot/"},
	"cmd/caseload":             {"caseload/", "github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/sys/unix"},
}

var forTests = []string{
	"caseload/",
	"gonum.org/v1/gonum/", // an oracle for our own arithmetic
	"github.com/rogpeppe/go-internal/testscript",
	"github.com/santhosh-tekuri/jsonschema/v6",
	"pgregory.net/rapid",
}

// testSupport is imported by tests alone, so it may use what tests use.
var testSupport = []string{"sim/simtest", "policy/source/sourcetest"}

// A sourceFile is one Go file of the module.
type sourceFile struct {
	name    string // from the root of the repository, with slashes
	folder  string
	test    bool
	syntax  *ast.File
	imports []string
}

// below reports whether a file is part of the program below the edge.
func (f *sourceFile) below() bool {
	return !f.test && f.folder != "cmd/caseload" && !slices.Contains(testSupport, f.folder)
}

const root = "../.."

var files = token.NewFileSet()

// sources parses every Go file of the module, once.
var sources = sync.OnceValues(func() (list []*sourceFile, err error) {
	err = eachFile(func(name string) error {
		if !strings.HasSuffix(name, ".go") || strings.HasPrefix(name, ".") {
			return nil
		}
		if match, err := gobuild.Default.MatchFile(filepath.Join(root, path.Dir(name)), path.Base(name)); err != nil || !match {
			return err
		}
		syntax, err := parser.ParseFile(files, filepath.Join(root, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		f := &sourceFile{name: name, folder: path.Dir(name), test: strings.HasSuffix(name, "_test.go"), syntax: syntax}
		for _, i := range syntax.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			f.imports = append(f.imports, imported)
		}
		list = append(list, f)
		return nil
	})
	return list, err
})

// eachFile calls use with the name of every file that belongs to the repository.
func eachFile(use func(name string) error) error {
	return filepath.WalkDir(root, func(where string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, where)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		switch {
		case entry.IsDir() && slices.Contains([]string{".git", "runs", "bin", "dist", "node_modules"}, entry.Name()):
			return filepath.SkipDir
		case entry.IsDir():
			return nil
		}
		return use(name)
	})
}

// module returns the Go files, and fails the test if one cannot be parsed.
func module(t *testing.T) []*sourceFile {
	t.Helper()
	list, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// at is where a node stands, for a message.
func at(node ast.Node) string {
	p := files.Position(node.Pos())
	name, err := filepath.Rel(root, p.Filename)
	if err != nil {
		name = p.Filename
	}
	return filepath.ToSlash(name) + ":" + strconv.Itoa(p.Line)
}

// matches reports whether an import is in a list of the table.
func matches(imported string, list []string) bool {
	return slices.ContainsFunc(list, func(entry string) bool {
		return imported == entry || strings.HasSuffix(entry, "/") && strings.HasPrefix(imported, entry)
	})
}

// standard reports whether an import is from the standard library: only other
// paths have a dot in their first part, and ours start with the module's name.
func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return first != "caseload" && !strings.Contains(first, ".")
}

// People do not know the rules, rules know people, the engine knows both and
// analysis meets it at the file format only.
func TestImportsFollowTheTable(t *testing.T) {
	for _, f := range module(t) {
		list, known := allowed[f.folder]
		if !known {
			t.Errorf("%s: package %s is not in the import table; say there what it may import", f.name, f.folder)
			continue
		}
		for _, imported := range f.imports {
			if standard(imported) || matches(imported, list) || f.test && matches(imported, forTests) {
				continue
			}
			t.Errorf("%s imports %s, which the import table does not allow for %s", f.name, imported, f.folder)
		}
	}
}

// yaml.v3 is archived by its authors; in one file it can be replaced in an hour.
func TestYAMLIsReadInOneFile(t *testing.T) {
	var readers []string
	for _, f := range module(t) {
		if slices.Contains(f.imports, "gopkg.in/yaml.v3") {
			readers = append(readers, f.name)
		}
	}
	if len(readers) != 1 || path.Dir(readers[0]) != "policy/source" {
		t.Errorf("gopkg.in/yaml.v3 is imported by %q; the rule is one file of policy/source", readers)
	}
}

func TestTestSupportIsForTests(t *testing.T) {
	for _, f := range module(t) {
		for _, support := range testSupport {
			if !f.test && f.folder != support && slices.Contains(f.imports, "caseload/"+support) {
				t.Errorf("%s imports %s, which only tests may", f.name, support)
			}
		}
	}
}

func TestEveryPackageHasADoc(t *testing.T) {
	documented := map[string]bool{}
	for _, f := range module(t) {
		has := path.Base(f.name) == "doc.go" && f.syntax.Doc != nil
		documented[f.folder] = documented[f.folder] || has
	}
	for folder, has := range documented {
		if !has {
			t.Errorf("%s has no doc.go that says what it is, how to read it and what is deliberately absent", folder)
		}
	}
}
