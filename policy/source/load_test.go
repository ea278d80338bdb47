package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// load reads a file that must be without mistakes.
func load(t *testing.T, kind, name string, sets ...string) (any, *Tree) {
	t.Helper()
	shape := shapeOf(kind)
	tree, ds := testLibrary(t).Load(kind, name, shape, sets)
	if len(ds) > 0 {
		t.Fatalf("%s:\n%s", name, ds)
	}
	return shape, tree
}

// withFiles is the test library with files of a user.
func withFiles(t *testing.T, files map[string]string) Library {
	library, mapped := testLibrary(t), fstest.MapFS{}
	for name, text := range files {
		mapped[name] = &fstest.MapFile{Data: []byte(text)}
	}
	library.Read = mapped.ReadFile
	return library
}

// goodFiles are the shipped files and those in testdata/good, with their kinds.
func goodFiles(t testing.TB) map[string]string {
	kinds := map[string]string{}
	library := testLibrary(t)
	for _, listing := range library.List() {
		kinds[listing.Name] = listing.Kind
	}
	files, _ := filepath.Glob("testdata/good/*.yaml")
	for _, file := range files {
		kinds[file] = library.KindOf(file)
	}
	if len(kinds) < 9 {
		t.Fatalf("only %d good files", len(kinds))
	}
	return kinds
}

func TestValuesAreInTheUnitOfTheField(t *testing.T) {
	shape, _ := load(t, "scenario", "demo")
	s := shape.(*testScenario)
	active := s.Regimes[1]
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"a title", s.Title.Value, "Two regimes in six towns"},
		{"two years in weeks", s.Horizon.Value, 104.0},
		{"a bare number", s.BurnIn.Weeks.Value, 104.0},
		{"an exponent", s.Tolerance.Value, 0.001},
		{"a date", s.Start.String(), "2024-04-01"},
		{"its weekday", s.Start.Weekday(), 0},
		{"an absent date", s.Change.Set, false},
		{"an absent flag", s.Detailed, Flag{}},
		{"pence", s.Regimes[0].Allowance.Value, 39345.0},
		{"an embedded share", active.Taper.Value, 0.63},
		{"a month in weeks", active.Interviews[1].Every.Value, 52.0 / 12},
		{"half an hour in minutes", active.Interviews[1].Length.Value, 30.0},
		{"a flag", active.Interviews[0].Needed.Value, true},
		{"two weeks in days", active.Sanction.Delay.Value, 14.0},
		{"an absent mapping", s.Regimes[0].Sanction == nil, true},
		{"a rate", s.Population.Arrivals.Value, 22.0},
		{"a matrix", s.Population.Matrix[1][1].Value, 1.0},
		{"a range", [2]float64{s.Population.Shares[1].Share.Low, s.Population.Shares[1].Share.High}, [2]float64{0.2, 0.4}},
		{"a list of texts", s.Population.Notes[1].Value, "with: a colon"},
		{"the name of a scenario", s.Name.Value, "demo"},
		{"the name of a population", s.Population.Name.Value, "towns"},
		{"the name of a regime", active.Name.Value, "active"},
		{"the name under burn-in", s.BurnIn.Under.Name.Value, "passive"},
		{"the place of a number", active.Taper.At.String(), "shipped:regimes/active.yaml:4:13"},
		{"the place of a mapping", active.Interviews[1].At.String(), "shipped:regimes/active.yaml:11:5"},
		{"the place of a scenario", s.At.String(), "shipped:demo.yaml:1:1"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
}

func TestExtends(t *testing.T) {
	library := withFiles(t, map[string]string{
		"child.yaml": `kind: regime
title: Child
extends: active
withdrawal: {value: 50%, range: [40%, 60%]}
interviews:
  - {name: weekly, every: 3 weeks}
  - {name: extra, every: 4 weeks, length: 5 minutes, mandatory: false}
sanction: {ladder: [{share: 50%, then: 1 day}]}
`,
		"grandchild.yaml": "kind: regime\ntitle: Grandchild\nextends: ./child.yaml\nwithdrawal: {value: 51%}\ninterviews: []\n",
	})
	var child, grandchild testRegime
	for name, shape := range map[string]*testRegime{"child.yaml": &child, "grandchild.yaml": &grandchild} {
		if _, ds := library.Load("regime", name, shape, nil); len(ds) > 0 {
			t.Fatal(ds)
		}
	}
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"the child's title wins", child.Title.Value, "Child"},
		{"what the child leaves out stays", child.Allowance.Value, 39345.0},
		{"items merge by name", child.Interviews[1].Every.Value, 3.0},
		{"and keep what is left out", child.Interviews[1].Length.Value, 30.0},
		{"other items stay", child.Interviews[0].Name.Value, "first"},
		{"new names go last", child.Interviews[2].Name.Value, "extra"},
		{"mappings merge", child.Sanction.Delay.Value, 14.0},
		{"lists without names are replaced", len(child.Sanction.Ladder), 1},
		{"a number is replaced with its range", grandchild.Taper.HasRange, false},
		{"an empty list replaces", len(grandchild.Interviews), 0},
		{"a file is named after itself", grandchild.Name.Value, "grandchild"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
}

// none does away with an inherited part, and leaves no trace.
func TestNone(t *testing.T) {
	shape, tree := load(t, "scenario", "testdata/good/abolished.yaml", "regimes.active.sanction=none")
	s := shape.(*testScenario)
	active, lenient, unseen := s.Regimes[1], s.Regimes[2], s.Regimes[3] // after passive
	for what, gone := range map[string]bool{
		"burn_in": s.BurnIn == nil, "notes": s.Population.Notes == nil, "place": s.Population.Place == testPlace{},
		"a sanction": lenient.Sanction == nil, "a sanction on the command line": active.Sanction == nil, "interviews": unseen.Interviews == nil,
		"nothing else": unseen.Sanction != nil && len(lenient.Interviews) == 2,
	} {
		if !gone {
			t.Errorf("%s: not so", what)
		}
	}
	for _, v := range tree.Values() {
		if v.Written == none && !strings.HasSuffix(v.Path, ".group") { // "none" is one of the groups
			t.Errorf("%s is left in the resolved file", v.Path)
		}
	}

	library := withFiles(t, map[string]string{
		"lenient.yaml": "kind: regime\ntitle: Lenient\nextends: active\nsanction: none\n",
		"strict.yaml":  "kind: regime\ntitle: Strict again\nextends: lenient.yaml\nsanction: {delay: 1 day, ladder: []}\n",
	})
	var strict testRegime
	if _, ds := library.Load("regime", "strict.yaml", &strict, nil); len(ds) > 0 || strict.Sanction == nil || len(strict.Sanction.Ladder) != 0 {
		t.Errorf("what was done away with is inherited: %v %s", strict.Sanction, ds)
	}
}

func TestReferences(t *testing.T) {
	shape, _ := load(t, "scenario", "demo-long")
	s := shape.(*testScenario)
	var names []string
	for _, regime := range s.Regimes {
		names = append(names, regime.Name.Value)
	}
	if got := strings.Join(names, " "); got != "passive active third" {
		t.Errorf("regimes in the order of the files: %s", got)
	}
	if s.Population.Name.Value != "towns" || s.Population.Persons.Value != 500 || s.Population.Arrivals.Value != 22 {
		t.Error("a mapping on a population changes what it says and keeps the rest")
	}
	if s.Regimes[1].Effect.Value != 0.035 || s.Regimes[1].Taper.Value != 0.63 {
		t.Error("a mapping on a regime changes what it says and keeps the rest")
	}
	if s.Regimes[2].Fee.Value != 1250 || s.Regimes[2].Effect.Set {
		t.Error("a mapping that extends stands on the shipped file, not on what another arm made of it")
	}
	shape, _ = load(t, "scenario", "testdata/good/paths.yaml")
	s = shape.(*testScenario)
	if s.Population.Place.Town.Value != "5" || s.Population.Place.Distance.Value != 3 || s.Population.Persons.Value != 7 {
		t.Error("paths start in the folder of the file that has them")
	}
	if s.Regimes[0].Name.Value != "mine" || s.Regimes[1].Interviews[1].Every.Value != 3 {
		t.Error("a mapping of names gives files and mappings their names")
	}
}

// A mapping in the place of a file goes on top of what the extended file has
// there, unless it extends something itself.
func TestMappingThatExtendsStandsAlone(t *testing.T) {
	library := withFiles(t, map[string]string{
		"my.yaml":     "kind: scenario\nextends: demo\npopulation: {extends: ./people.yaml, persons: 3}\nbaseline: passive\n",
		"people.yaml": "kind: population\ntitle: People\npersons: 10\narrivals: 1/week\nshares: [{group: none, share: 100%}]\n",
	})
	var s testScenario
	if _, ds := library.Load("scenario", "my.yaml", &s, nil); len(ds) > 0 {
		t.Fatal(ds)
	}
	if s.Population.Title.Value != "People" || s.Population.Persons.Value != 3 || s.Population.Matrix != nil {
		t.Errorf("the population has parts of the one it replaced: %+v", s.Population)
	}
}

// The source of a number is the nearest around it in the file that has the
// number, whatever that file is merged with.
func TestOrigins(t *testing.T) {
	library := withFiles(t, map[string]string{"child.yaml": `kind: regime
title: Child
extends: active
sanction: {delay: 3 days}
interviews:
  - {name: first, length: 40 minutes}
  - source: {kind: study, note: the child's}
    name: weekly
    every: 3 weeks
fee: {value: £3, source: {kind: statute, note: the fee's}}
`})
	var child testRegime
	tree, ds := library.Load("regime", "child.yaml", &child, []string{"hours=20 hours/week"})
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	for path, want := range map[string]string{
		"allowance":                 "Made-up Act 2013",
		"withdrawal":                "", // changed by active.yaml, which gives no source
		"sanction.delay":            "", // changed by the child, not the Regulations'
		"sanction.ladder[0].share":  "Made-up Regulations",
		"interviews[first].length":  "",
		"interviews[first].every":   "no record of lengths",
		"interviews[weekly].every":  "the child's",
		"interviews[weekly].length": "",
		"fee":                       "the fee's",
		"hours":                     "",
	} {
		found := false
		for _, n := range tree.Numbers() {
			if n.Path != path {
				continue
			}
			found = true
			if got := n.Origin; want == "" && got != nil || want != "" && (got == nil || got.Note != want) {
				t.Errorf("%s has the source %v, want %q", path, got, want)
			}
		}
		if !found {
			t.Errorf("no number at %s", path)
		}
	}
}

func TestNumbers(t *testing.T) {
	shape, tree := load(t, "population", "towns")
	numbers := tree.Numbers()
	n := numbers[3]
	if n.Path != "shares[1].share" || n.Written != "30%" || n.Amount != 0.3 || n.Low != 0.2 || n.Unit != "share" ||
		n.Doc != "Its part of all." || strings.Join(n.Range, " ") != "20% 40%" || n.Origin.Kind != "study" ||
		n.At != shape.(*testPopulation).Shares[1].Share.At {
		t.Errorf("got %+v", n)
	}
	if len(numbers) != 10 {
		t.Errorf("%d numbers, want 10", len(numbers))
	}
	values := tree.Values()
	if len(values) != 10+9 || values[6].Path != "shares[1].share" || values[6].Written != "30%" || values[0].Path != "title" {
		t.Errorf("got %+v", values)
	}
}

func TestExtendsInACircle(t *testing.T) {
	library := withFiles(t, map[string]string{
		"a.yaml":          "kind: regime\ntitle: A\nextends: ./b.yaml\n",
		"b.yaml":          "kind: regime\nextends: inner/c.yaml\n",
		"inner/c.yaml":    "kind: regime\nextends: ../a.yaml\n",
		"scenario.yaml":   "kind: scenario\nextends: demo\nregimes: {a: a.yaml, x: {extends: ./b.yaml, zzz: 1}}\nbaseline: a\n",
		"one-arm-ok.yaml": "kind: scenario\nextends: demo\nregimes: {a: passive, b: active}\nbaseline: a\n",
	})
	_, ds := library.Load("regime", "a.yaml", &testRegime{}, nil)
	if len(ds) != 1 || ds[0].template != extendsItself || !strings.Contains(ds[0].Message, "a.yaml -> b.yaml -> inner/c.yaml -> a.yaml") ||
		ds[0].Position.String() != "inner/c.yaml:2:10" {
		t.Errorf("got:\n%s", ds)
	}
	_, ds = library.Load("scenario", "scenario.yaml", &testScenario{}, nil)
	if len(ds) != 2 || ds[0].template != extendsItself || ds[1].template != unknownKey {
		t.Errorf("a circle is reported once and what else is wrong beside it; got:\n%s", ds)
	}
	if _, ds = library.Load("scenario", "one-arm-ok.yaml", &testScenario{}, nil); len(ds) > 0 {
		t.Errorf("the same file twice is no circle; got:\n%s", ds)
	}
}

func TestShippedFilesAreListed(t *testing.T) {
	library := testLibrary(t)
	var got []string
	for _, l := range library.List() {
		got = append(got, l.Kind+" "+l.Name+": "+l.Title)
	}
	want := `scenario demo: Two regimes in six towns
scenario demo-long: The same for longer, with fewer people
population towns: Six towns: a mixture
regime active: Benefit with interviews and sanctions
regime passive: Benefit without conditions`
	if strings.Join(got, "\n") != want {
		t.Errorf("got:\n%s", strings.Join(got, "\n"))
	}
	for name, kind := range map[string]string{"demo": "scenario", "active": "regime", "towns": "population", "nothing": "",
		"testdata/good/forms.yaml": "regime", "shipped:regimes/active.yaml": "regime", "testdata/bad/open_quote.yaml": ""} {
		if got := library.KindOf(name); got != kind {
			t.Errorf("%s is a %q, want %q", name, got, kind)
		}
	}
	if len(Library{}.List()) > 0 {
		t.Error("a library without files lists some")
	}
}

// A file may be addressed as positions show it.
func TestShippedLabelIsAPath(t *testing.T) {
	shape, tree := load(t, "regime", "shipped:regimes/active.yaml")
	if shape.(*testRegime).Allowance.Value != 39345 || tree.Kind() != "regime" || tree.Name() != "active" {
		t.Error("not the shipped file")
	}
}

// A resolved file, read alone, is the same struct, and prints the same.
func TestResolvedFilesReadAgain(t *testing.T) {
	for name, kind := range goodFiles(t) {
		shape, tree := load(t, kind, name)
		printed := tree.YAML()
		library := Library{Read: func(path string) ([]byte, error) {
			if path != "again.yaml" {
				return nil, fs.ErrNotExist
			}
			return printed, nil
		}}
		again := shapeOf(kind)
		tree, ds := library.Load(kind, "again.yaml", again, nil)
		if len(ds) > 0 {
			t.Errorf("%s, resolved:\n%s\n%s", name, ds, printed)
			continue
		}
		if !reflect.DeepEqual(placeless(shape), placeless(again)) {
			t.Errorf("%s is another file when resolved:\n%s", name, printed)
		}
		if second := tree.YAML(); string(second) != string(printed) {
			t.Errorf("%s prints differently the second time:\n%s\n%s", name, printed, second)
		}
	}
}

// placeless returns a deep copy without any Position.
func placeless(shape any) any {
	v := reflect.ValueOf(shape)
	clean := withoutPlaces(v)
	return clean.Interface()
}

func withoutPlaces(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(withoutPlaces(v.Elem()))
		}
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len())) // nil and empty are the same list
		for i := range v.Len() {
			out.Index(i).Set(withoutPlaces(v.Index(i)))
		}
	case reflect.Struct:
		out.Set(v)
		for i := range v.NumField() {
			field := out.Field(i)
			switch {
			case v.Type().Field(i).Type == positionType:
				field.SetZero()
			case field.CanSet():
				field.Set(withoutPlaces(v.Field(i)))
			default: // an embedded struct of this package
				for j := range field.NumField() {
					field.Field(j).Set(withoutPlaces(v.Field(i).Field(j)))
				}
			}
		}
	default:
		out.Set(v)
	}
	return out
}

// The golden file is what show prints; a person should like to read it.
func TestPrintedScenario(t *testing.T) {
	_, tree := load(t, "scenario", "demo-long", "population.persons={value: 700, range: [600, 800]}")
	golden := "testdata/demo-long.resolved.yaml"
	if *update {
		if err := os.WriteFile(golden, tree.YAML(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(tree.YAML()); got != string(want) {
		t.Errorf("got:\n%s", got)
	}
}

func TestDiagnosticsAsData(t *testing.T) {
	_, ds := testLibrary(t).Load("regime", "testdata/bad/warning_only.yaml", &testRegime{}, nil)
	want := `[
  {
    "file": "testdata/bad/warning_only.yaml",
    "line": 6,
    "column": 27,
    "path": "sanction.ladder[1].then",
    "message": "7 days is shorter than the level before it (4 weeks, line 5)",
    "hint": "levels usually rise",
    "warning": true
  }
]
`
	if got := string(ds.JSON()); got != want {
		t.Errorf("got:\n%s", got)
	}
	if ds.Failed() || !ds.Strict().Failed() {
		t.Error("a warning fails only when strict")
	}
	if got := string(Diagnostics(nil).JSON()); got != "[]\n" {
		t.Errorf("no diagnostics are %q", got)
	}
	mixed := append(ds, Diagnostic{Path: "x", Message: "wrong"})
	if !strings.HasSuffix(mixed.String(), "\n1 problem, 1 warning; nothing was run.\n") {
		t.Errorf("got:\n%s", mixed)
	}
}
