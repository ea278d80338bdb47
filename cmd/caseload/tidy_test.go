package main

import (
	"go/ast"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// outside are the packages that reach beyond the program, or bring chance that
// has no address.
var outside = []string{"os", "os/", "log", "log/", "net", "net/", "flag", "syscall", "testing", "testing/", "crypto/rand", "plugin", "C"}

// calls below the edge that read the clock or write to the terminal.
var outsideCalls = map[string][]string{
	"time": {"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"},
	"fmt":  {"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"},
}

// inexact are functions whose last bits differ between processors.
var inexact = []string{"Exp", "Exp2", "Expm1", "Log", "Log2", "Log10", "Log1p", "Pow", "FMA", "Hypot", "Cbrt", "Erf", "Erfc", "Erfinv", "Erfcinv",
	"Gamma", "Lgamma", "Sin", "Cos", "Tan", "Sincos", "Asin", "Acos", "Atan", "Atan2", "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh"}

// selections calls use with every package-level name that a file takes from an
// imported package: fmt, Println.
func selections(f *sourceFile, use func(node ast.Node, imported, name string)) {
	local := map[string]string{}
	for i, spec := range f.syntax.Imports {
		name := strings.TrimSuffix(path.Base(f.imports[i]), "/v2")
		if spec.Name != nil {
			name = spec.Name.Name
		}
		local[name] = f.imports[i]
	}
	ast.Inspect(f.syntax, func(node ast.Node) bool {
		if s, ok := node.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && local[x.Name] != "" {
				use(s, local[x.Name], s.Sel.Name)
			}
		}
		return true
	})
}

// asksForPages is the one file below the edge that speaks to the system: it asks for another
// size of pages, which changes no result.
const asksForPages = "agents/block_linux.go"

func TestNothingBelowTheEdgeTouchesTheOutside(t *testing.T) {
	const rule = "only cmd/caseload may touch files, the clock, the terminal or the environment"
	for _, f := range module(t) {
		if !f.below() {
			continue
		}
		for _, imported := range f.imports {
			if matches(imported, outside) && f.name != asksForPages {
				t.Errorf("%s imports %s: %s", f.name, imported, rule)
			}
		}
		selections(f, func(node ast.Node, imported, name string) {
			if slices.Contains(outsideCalls[imported], name) {
				t.Errorf("%s: %s.%s: %s", at(node), imported, name, rule)
			}
		})
		ast.Inspect(f.syntax, func(node ast.Node) bool {
			if call, ok := node.(*ast.CallExpr); ok {
				if name, ok := call.Fun.(*ast.Ident); ok && (name.Name == "print" || name.Name == "println") {
					t.Errorf("%s: %s: %s", at(node), name.Name, rule)
				}
			}
			return true
		})
	}
}

func TestNoTestReadsTheClock(t *testing.T) {
	for _, f := range module(t) {
		if f.test || slices.Contains(testSupport, f.folder) {
			selections(f, func(node ast.Node, imported, name string) {
				if imported == "time" && slices.Contains(outsideCalls["time"], name) {
					t.Errorf("%s: time.%s: a test that reads the clock fails on a slow machine", at(node), name)
				}
			})
		}
	}
}

func TestChanceComesFromKeyedDraws(t *testing.T) {
	for _, f := range module(t) {
		for _, imported := range f.imports {
			if f.folder != "sim/rng" && slices.Contains([]string{"math/rand", "math/rand/v2", "golang.org/x/exp/rand"}, imported) {
				t.Errorf("%s imports %s: chance below sim/rng has no address (seed, person, week, purpose)", f.name, imported)
			}
		}
	}
}

// A world must have the same integers on every processor; agents/exact has
// functions that do.
func TestWorldsUseExactArithmetic(t *testing.T) {
	for _, f := range module(t) {
		if !f.below() || f.folder == "analysis" {
			continue
		}
		selections(f, func(node ast.Node, imported, name string) {
			if imported == "math" && slices.Contains(inexact, name) {
				t.Errorf("%s: math.%s differs between processors; agents/exact has what a world may use", at(node), name)
			}
		})
	}
}

// vague are parts of a type's name that say nothing about what it is.
var vague = regexp.MustCompile(`(Manager|Handler|Helper|Util|Utils|Data|Info)([A-Z]|$)`)

func TestNamesSayWhatThingsAre(t *testing.T) {
	for _, f := range module(t) {
		if slices.Contains([]string{"util", "utils", "common", "types", "helpers"}, path.Base(f.folder)) {
			t.Errorf("%s: %s is a package of leftovers", f.name, f.folder)
		}
		for _, declared := range f.syntax.Decls {
			g, ok := declared.(*ast.GenDecl)
			if !ok || g.Tok != token.TYPE {
				continue
			}
			for _, spec := range g.Specs {
				if name := spec.(*ast.TypeSpec).Name.Name; vague.MatchString(name) {
					t.Errorf("%s: type %s: name it after the thing it is", at(spec), name)
				}
			}
		}
	}
}

// unfinished matches words that promise what is not there, and paths of one
// machine. They are written in parts here because this file is searched too.
var unfinished = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X|HA` + `CK)\b|(?i:\b(stu` + `bs?|place` + `holders?|for` + ` now|not yet` + ` implemented|work in` + ` progress)\b)|(^|[^\w.])/(wo` + `rk|tm` + `p)/`)

func TestNothingIsUnfinished(t *testing.T) {
	kinds := []string{".go", ".yaml", ".yml", ".md", ".sh", ".mod", ".js", ".mjs", ""}
	err := eachFile(func(name string) error {
		if !slices.Contains(kinds, path.Ext(name)) || name == "LICENSE" {
			return nil
		}
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(content), "\n") {
			if word := unfinished.FindString(line); word != "" {
				t.Errorf("%s:%d: %q: what is not built is absent, and paths of one machine mean nothing on another", name, i+1, strings.TrimSpace(word))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
