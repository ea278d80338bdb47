package main

import (
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

// checked are the packages that are looked at with their types: what a world is
// made of, and what makes it.
var checked = []string{"agents", "agents/exact", "policy", "policy/source", "scenarios", "sim", "sim/rng", "sim/panel", "analysis"}

// typed is what the type checker knows about all of them.
var typed = sync.OnceValues(func() (*types.Info, error) {
	list, err := sources()
	if err != nil {
		return nil, err
	}
	exported, err := exportFiles()
	if err != nil {
		return nil, err
	}
	open := func(imported string) (io.ReadCloser, error) { return os.Open(exported[imported]) }
	config := types.Config{Importer: importer.ForCompiler(files, "gc", open)}
	facts := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	for _, folder := range checked {
		var syntax []*ast.File
		for _, f := range list {
			if f.folder == folder && !f.test {
				syntax = append(syntax, f.syntax)
			}
		}
		if len(syntax) == 0 {
			continue
		}
		if _, err := config.Check("caseload/"+folder, files, syntax, facts); err != nil {
			return nil, err
		}
	}
	return facts, nil
})

// exportFiles asks the toolchain where it keeps the types of every package that
// ours import.
func exportFiles() (map[string]string, error) {
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{with .Export}}{{$.ImportPath}}\t{{.}}{{end}}", "./...")
	list.Dir = root
	var said strings.Builder
	list.Stderr = &said
	out, err := list.Output()
	if err != nil {
		return nil, &exit{message: "go list: " + said.String(), cause: err}
	}
	where := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		imported, file, _ := strings.Cut(line, "\t")
		where[imported] = file
	}
	return where, nil
}

func typesOf(t *testing.T) *types.Info {
	t.Helper()
	facts, err := typed()
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

// A map is walked in another order every time. Where that cannot matter, a
// comment on the line or above it says why: // order: only counted.
func TestNoMapIsWalkedInTheEngine(t *testing.T) {
	facts := typesOf(t)
	for _, f := range module(t) {
		if !f.below() || !strings.HasPrefix(f.folder+"/", "sim/") && !strings.HasPrefix(f.folder+"/", "agents/") {
			continue
		}
		reasons := reasonsFor(f, "// order: ")
		ast.Inspect(f.syntax, func(node ast.Node) bool {
			loop, ok := node.(*ast.RangeStmt)
			if ok && unordered(facts, loop.X) && !reasons[files.Position(loop.Pos()).Line] {
				t.Errorf("%s: a map is walked, and its order is chance; sort the keys, or give the reason in a comment: // order: why it does not matter", at(loop))
			}
			return true
		})
	}
}

// unordered reports whether walking an expression has no order: a map, or the
// iterators over one.
func unordered(facts *types.Info, walked ast.Expr) bool {
	if call, ok := walked.(*ast.CallExpr); ok {
		if s, ok := call.Fun.(*ast.SelectorExpr); ok {
			if object := facts.Uses[s.Sel]; object != nil && object.Pkg() != nil && object.Pkg().Path() == "maps" {
				return true
			}
		}
	}
	of := facts.TypeOf(walked)
	if of == nil {
		return false
	}
	_, isMap := of.Underlying().(*types.Map)
	return isMap
}

// reasonsFor are the lines that a comment with this beginning excuses: its own
// and the next.
func reasonsFor(f *sourceFile, beginning string) map[int]bool {
	lines := map[int]bool{}
	for _, group := range f.syntax.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, beginning) && len(c.Text) > len(beginning) {
				line := files.Position(c.Pos()).Line
				lines[line], lines[line+1] = true, true
			}
		}
	}
	return lines
}

// Two runs in one process must not meet: below the edge a package's variables
// are set where they are declared, or in init, and never again.
func TestNoGlobalChanges(t *testing.T) {
	facts := typesOf(t)
	for _, f := range module(t) {
		if !f.below() {
			continue
		}
		for _, declared := range f.syntax.Decls {
			function, ok := declared.(*ast.FuncDecl)
			if !ok || function.Recv == nil && function.Name.Name == "init" {
				continue
			}
			ast.Inspect(function, func(node ast.Node) bool {
				for _, target := range written(node) {
					if name := global(facts, target); name != "" {
						t.Errorf("%s: the package variable %s changes; two runs in one process would meet there", at(node), name)
					}
				}
				return true
			})
		}
	}
}

// written are the expressions that a statement gives a new value.
func written(node ast.Node) []ast.Expr {
	switch s := node.(type) {
	case *ast.AssignStmt:
		if s.Tok != token.DEFINE {
			return s.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{s.X}
	}
	return nil
}

// global is the name of the package variable that an expression is, or is a
// part of; empty if it is none.
func global(facts *types.Info, target ast.Expr) string {
	for {
		switch x := target.(type) {
		case *ast.IndexExpr:
			target = x.X
		case *ast.SelectorExpr:
			if variable, ok := facts.Uses[x.Sel].(*types.Var); ok && !variable.IsField() {
				return x.Sel.Name
			}
			target = x.X
		case *ast.StarExpr:
			target = x.X
		case *ast.ParenExpr:
			target = x.X
		case *ast.Ident:
			variable, ok := facts.Uses[x].(*types.Var)
			if ok && variable.Pkg() != nil && variable.Parent() == variable.Pkg().Scope() {
				return x.Name
			}
			return ""
		default:
			return ""
		}
	}
}
