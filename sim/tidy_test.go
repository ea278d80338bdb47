package sim_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// The order of a map changes from run to run, so nothing in the engine goes through one.
// Names that hold a map in a package are found by how they are declared or made.
func TestNoMapIsGoneThrough(t *testing.T) {
	for _, folder := range []string{".", "../agents", "../agents/exact", "../policy", "rng"} {
		names, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(names) == 0 {
			t.Fatal("no files in ", folder, err)
		}
		set := token.NewFileSet()
		var files []*ast.File
		maps := map[string]bool{}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
			ast.Inspect(file, func(node ast.Node) bool { noteMaps(node, maps); return true })
		}
		for _, file := range files {
			ast.Inspect(file, func(node ast.Node) bool {
				if loop, is := node.(*ast.RangeStmt); is && (isMap(loop.X) || maps[nameOf(loop.X)]) {
					t.Errorf("%s: a map is gone through", set.Position(loop.Pos()))
				}
				return true
			})
		}
	}
}

// noteMaps adds the names that a declaration or an assignment gives to maps.
func noteMaps(node ast.Node, maps map[string]bool) {
	switch n := node.(type) {
	case *ast.Field:
		for _, name := range n.Names {
			maps[name.Name] = maps[name.Name] || isMap(n.Type)
		}
	case *ast.ValueSpec:
		for k, name := range n.Names {
			maps[name.Name] = maps[name.Name] || isMap(n.Type) || k < len(n.Values) && isMap(n.Values[k])
		}
	case *ast.AssignStmt:
		for k, left := range n.Lhs {
			if k < len(n.Rhs) && len(n.Lhs) == len(n.Rhs) && isMap(n.Rhs[k]) {
				maps[nameOf(left)] = true
			}
		}
	}
}

// isMap tells whether an expression is a map type, a literal of one or a new one.
func isMap(x ast.Expr) bool {
	switch e := x.(type) {
	case *ast.MapType:
		return true
	case *ast.CompositeLit:
		return isMap(e.Type)
	case *ast.CallExpr:
		if f, is := e.Fun.(*ast.Ident); is && f.Name == "make" && len(e.Args) > 0 {
			return isMap(e.Args[0])
		}
	}
	return false
}

func nameOf(x ast.Expr) string {
	switch e := x.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
