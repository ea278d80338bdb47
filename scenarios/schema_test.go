package scenarios

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"caseload/policy/source"
)

func compiledSchema(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	text, err := source.Schema(kind, shapeOf(t, kind))
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(kind+".json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(kind + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// An editor that checks a shipped file against the schema of its kind finds nothing, as
// it is written and as it is resolved; it does find a word that is not there.
func TestSchemasTakeShippedFiles(t *testing.T) {
	schemas := map[string]*jsonschema.Schema{}
	eachShipped(t, func(t *testing.T, kind, name string) {
		schema := schemas[kind]
		if schema == nil {
			schema = compiledSchema(t, kind)
			schemas[kind] = schema
			// What it refuses of one file it refuses of all.
			if err := schema.Validate(readYAML(readShipped(t, kind, name) + "titel: Misspelt\n")); err == nil {
				t.Error("the schema takes a key that there is not")
			}
		}
		tree, found := shipped.Load(kind, name, shapeOf(t, kind), nil)
		if found.Failed() {
			t.Fatal(found)
		}
		for what, text := range map[string]string{"as written": readShipped(t, kind, name), "resolved": string(tree.YAML())} {
			if err := schema.Validate(readYAML(text)); err != nil {
				t.Errorf("%s: %v", what, err)
			}
		}
	})
}

// readYAML reads the part of YAML in which the shipped files are written. Only package
// source may import a reader of the whole, and its own tests hold schemas against that.
func readYAML(text string) any {
	y := &yamlLines{}
	for line := range strings.Lines(text) {
		if line = withoutComment(strings.TrimRight(line, "\n")); strings.TrimSpace(line) != "" {
			y.lines = append(y.lines, line)
		}
	}
	return y.block(0)
}

func withoutComment(line string) string {
	quoted := false
	for k, char := range line {
		switch {
		case char == '"' && (k == 0 || line[k-1] != '\\'):
			quoted = !quoted
		case char == '#' && !quoted && (k == 0 || line[k-1] == ' '):
			return strings.TrimRight(line[:k], " ")
		}
	}
	return line
}

type yamlLines struct {
	lines []string
	at    int
}

// next is the indent and the content of the next line; the indent is -1 at the end.
func (y *yamlLines) next() (indent int, content string) {
	if y.at == len(y.lines) {
		return -1, ""
	}
	content = strings.TrimLeft(y.lines[y.at], " ")
	return len(y.lines[y.at]) - len(content), content
}

func (y *yamlLines) block(indent int) any {
	if _, content := y.next(); strings.HasPrefix(content, "- ") {
		return y.list(indent)
	}
	out := map[string]any{}
	for {
		at, content := y.next()
		if at != indent || strings.HasPrefix(content, "- ") {
			return out
		}
		key, rest, _ := strings.Cut(content, ":")
		y.at++
		out[key] = y.value(strings.TrimSpace(rest), indent)
	}
}

func (y *yamlLines) list(indent int) []any {
	out := []any{}
	for {
		at, content := y.next()
		if at != indent || !strings.HasPrefix(content, "- ") {
			return out
		}
		item := strings.TrimPrefix(content, "- ")
		if strings.ContainsAny(item[:1], "{[\"") || !strings.Contains(item+" ", ": ") {
			y.at++
			out = append(out, y.value(item, indent))
			continue
		}
		y.lines[y.at] = strings.Repeat(" ", indent+2) + item
		out = append(out, y.block(indent+2))
	}
}

// value is what stands after a key, on its line or below it.
func (y *yamlLines) value(text string, indent int) any {
	switch {
	case text == ">-":
		var words []string
		for at, content := y.next(); at > indent; at, content = y.next() {
			words = append(words, content)
			y.at++
		}
		return strings.Join(words, " ")
	case text == "":
		below, content := y.next()
		if below < indent || below == indent && !strings.HasPrefix(content, "- ") {
			return nil
		}
		return y.block(below)
	}
	f := &flow{text}
	if text[0] != '{' && text[0] != '[' && text[0] != '"' {
		return scalar(text)
	}
	return f.value()
}

// flow reads braces, brackets and quotes.
type flow struct{ rest string }

func (f *flow) take(prefix string) bool {
	f.rest = strings.TrimLeft(f.rest, " ")
	rest, ok := strings.CutPrefix(f.rest, prefix)
	f.rest = rest
	return ok
}

func (f *flow) value() any {
	switch {
	case f.take("{"):
		out := map[string]any{}
		for !f.take("}") {
			key, rest, _ := strings.Cut(f.rest, ":")
			f.rest = rest
			out[strings.TrimSpace(key)] = f.value()
			f.take(",")
		}
		return out
	case f.take("["):
		out := []any{}
		for !f.take("]") {
			out = append(out, f.value())
			f.take(",")
		}
		return out
	case f.take(`"`):
		end := 0
		for f.rest[end] != '"' {
			if f.rest[end] == '\\' {
				end++
			}
			end++
		}
		var text string
		if err := json.Unmarshal([]byte(`"`+f.rest[:end]+`"`), &text); err != nil {
			panic(err)
		}
		f.rest = f.rest[end+1:]
		return text
	}
	f.take("")
	end := strings.IndexAny(f.rest, ",}]")
	text := f.rest[:end]
	f.rest = f.rest[end:]
	return scalar(strings.TrimSpace(text))
}

var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

func scalar(text string) any {
	switch {
	case jsonNumber.MatchString(text):
		return json.Number(text)
	case text == "true" || text == "false":
		return text == "true"
	}
	return text
}

func TestReadYAML(t *testing.T) {
	got := readYAML("# a\nkind: x # b\nlist:\n  - name: one, two\n    of: [1, {a: \"b, # \\\"c\\\"\"}]\n  - {from: 2024-04-01, is: true}\nnote: >-\n  two\n  lines\nlast:\n- 5%\n")
	want := map[string]any{"kind": "x", "note": "two lines", "last": []any{"5%"}, "list": []any{
		map[string]any{"name": "one, two", "of": []any{json.Number("1"), map[string]any{"a": `b, # "c"`}}},
		map[string]any{"from": "2024-04-01", "is": true},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}
