package source

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// unseen are the mistakes that no schema can see: those of text rather than of
// data, those between files or fields, and limits on numbers with units.
var unseen = map[message]bool{
	notUTF8: true, strangeChar: true, tabIndents: true, emptyFile: true, secondDocument: true, tooDeep: true,
	noColon: true, wrongIndent: true, secondColon: true, openBracket: true, openQuote: true, wrongStart: true, notYAML: true,
	anchored: true, aliased: true, mergeKey: true, tagged: true, keyNotText: true, duplicateKey: true,
	extendsItself: true, noSuchName: true, noFile: true, duplicateName: true, noSuchDay: true,
	leadingZero: true, underscored: true, hexadecimal: true, exponent: true, tooManyDigits: true, notFinite: true,
	outOfReach: true, notNumber: true, emptyMapping: true, noSuchItem: true, // 1e999 and +3 are numbers to JSON readers
	rangeFalls: true, outsideItself: true, notAddingUp: true, datesOutOfTurn: true, "": true,
}

func schemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	compiled := map[string]*jsonschema.Schema{}
	for _, kind := range []string{"scenario", "regime", "population"} {
		text, err := Schema(kind, shapeOf(kind))
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
		if compiled[kind], err = compiler.Compile(kind + ".json"); err != nil {
			t.Fatal(err)
		}
	}
	return compiled
}

// value is a file as the data that an editor's schema check sees; ok is false
// where there is none.
func value(t *testing.T, name string, content []byte) (data any, ok bool) {
	t.Helper()
	var s sink
	root := s.parse(name, content)
	if root == nil {
		return nil, false
	}
	return asData(root), true
}

var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?$`)

func asData(n *node) any {
	switch n.kind {
	case mappingNode:
		out := map[string]any{}
		for _, e := range n.entries {
			out[e.key] = asData(e.value)
		}
		return out
	case listNode:
		out := []any{}
		for _, item := range n.items {
			out = append(out, asData(item))
		}
		return out
	case valueNode:
		switch {
		case n.plain && jsonNumber.MatchString(n.text):
			return json.Number(n.text)
		case n.plain && (n.text == "true" || n.text == "false"):
			return n.text == "true"
		}
		return n.text
	}
	return nil
}

// What the reader takes the schema takes, resolved or not.
func TestSchemaTakesGoodFiles(t *testing.T) {
	compiled := schemas(t)
	for name, kind := range goodFiles(t) {
		_, tree := load(t, kind, name)
		files := map[string][]byte{name + ", resolved": tree.YAML()}
		if isPath(name) {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = content
		} else {
			content, _ := testLibrary(t).content(shippedLabel + testLibrary(t).shippedPath(kind, name))
			files[name] = content
		}
		for label, content := range files {
			data, _ := value(t, label, content)
			if err := compiled[kind].Validate(data); err != nil {
				t.Errorf("%s: %v", label, err)
			}
		}
	}
}

// What the reader refuses the schema refuses, where a schema can see it.
func TestSchemaRefusesBadFiles(t *testing.T) {
	compiled := schemas(t)
	names, found := badFiles(t)
	refused := 0
	for _, name := range names {
		kind := testLibraryKind(t, name)
		visible := false
		for _, d := range found[name] {
			// a mistake in another file or on the command line is not in this one
			visible = visible || d.File == name && d.Line > 0 && !unseen[d.template] &&
				(d.template != outsideLimits || seenLimit[name])
		}
		content, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		data, ok := value(t, name, content)
		if !visible || !ok {
			continue
		}
		refused++
		if compiled[kind].Validate(data) == nil {
			t.Errorf("the schema takes %s", name)
		}
	}
	if refused < 50 {
		t.Errorf("only %d bad files were tried", refused)
	}
}

// seenLimit are the files that break a limit on a number without a unit.
var seenLimit = map[string]bool{
	"bad/above_limits_bare.yaml": true, "bad/between_open_limits.yaml": true, "bad/several_files_at_once.yaml": true,
}

// testLibraryKind is the kind whose schema an editor would use for a bad file.
func testLibraryKind(t *testing.T, name string) string {
	switch kind := testLibrary(t).KindOf("testdata/" + name); {
	case name == "bad/unknown_kind.yaml":
		return "regime"
	case kind == "" || name == "bad/wrong_kind.yaml":
		return "scenario"
	default:
		return kind
	}
}

// The schema says what an editor shows.
func TestSchemaDescribes(t *testing.T) {
	text, err := Schema("regime", &testRegime{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"Paid each month. From £0/month to £2000/month."`, `"pattern": "^-?£(0|[1-9][0-9]*)(\\.[0-9]{1,2})?(/month)$"`,
		`"test_interview_part"`, `"https://json-schema.org/draft/2020-12/schema"`} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("the schema does not have %s:\n%s", want, text)
		}
	}
}
