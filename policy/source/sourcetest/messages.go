package sourcetest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// MessagesAreSaid holds that every constant of type message in a Go file, of which there are so many at
// least, is part of what was said to bad files, and that it neither begins nor ends as a sentence does.
func MessagesAreSaid(t *testing.T, file string, fewest int, said string) {
	t.Helper()
	templates := messageTemplates(t, file)
	if len(templates) < fewest {
		t.Fatalf("only %d templates found in %s", len(templates), file)
	}
	for name, template := range templates {
		pattern := strings.NewReplacer("%s", ".+", "%v", ".+", "%q", `".*"`).Replace(regexp.QuoteMeta(template))
		if !regexp.MustCompile(`(?m): ` + pattern + `$`).MatchString(said) {
			t.Errorf("no file in testdata/bad produces %s: %s", name, template)
		}
		if strings.HasSuffix(template, ".") || template[0] >= 'A' && template[0] <= 'Z' {
			t.Errorf("%s starts with a capital or ends in a full stop: %s", name, template)
		}
	}
}

// messageTemplates reads the constants of type message.
func messageTemplates(t *testing.T, file string) map[string]string {
	t.Helper()
	syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	templates := map[string]string{}
	ast.Inspect(syntax, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "message" {
			text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			templates[spec.Names[0].Name] = text
		}
		return true
	})
	return templates
}
