package policy

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"caseload/policy/source"
)

// everything is a regime that says all that a regime can.
func everything(t testing.TB) *Regime {
	t.Helper()
	return written(t, "regimes/everything.yaml")
}

// everythings are that regime and one with the benefit that it cannot have as well.
func everythings(t testing.TB) []*Regime {
	return []*Regime{everything(t), written(t, "regimes/everything-jobseekers.yaml")}
}

func written(t testing.TB, path string) *Regime {
	t.Helper()
	r := &Regime{}
	if _, found := shippedLibrary().Load("regime", path, r, nil); len(found) > 0 {
		t.Fatal(found)
	}
	return r
}

func digest(t testing.TB, r *Regime) [32]byte {
	t.Helper()
	plan, found := Compile(r)
	if found != nil {
		t.Fatal(found)
	}
	return plan.Digest()
}

// leaf is one number, date, flag or text of a regime.
type leaf struct {
	path  string
	unit  string
	value reflect.Value
}

// leaves walks everything that was written in a struct.
func leaves(v reflect.Value, path, unit string, visit func(leaf)) {
	switch v.Interface().(type) {
	case source.Position:
		return
	case source.Quantity, source.Date, source.Flag, source.Text:
		visit(leaf{path, unit, v})
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			visit(leaf{path, unit, v})
			return
		}
		leaves(v.Elem(), path, unit, visit)
	case reflect.Slice:
		for k := range v.Len() {
			leaves(v.Index(k), fmt.Sprintf("%s[%d]", path, k), unit, visit)
		}
	case reflect.Struct:
		for k := range v.NumField() {
			field := v.Type().Field(k)
			key, _, _ := strings.Cut(field.Tag.Get("file"), ",")
			leaves(v.Field(k), strings.TrimPrefix(path+"."+key, "."), field.Tag.Get("unit"), visit)
		}
	}
}

// Every number, date and flag that is changed makes another plan.
func TestDigestSeesEveryChange(t *testing.T) {
	seen, paths := map[string]bool{}, map[string]bool{}
	for _, r := range everythings(t) {
		changeEverything(t, r, seen, paths)
	}
	for _, key := range []string{"identity_check", "amount", "share", "children", "basic_limit", "upper_rate", "under_18", "age_23_or_over", "within", "shortest", "search",
		"sanctioned_share", "every", "cost", "present", "excused", "looks_back", "forgives_within", "then", "at_least", "below", "is", "from", "until", "mandatory", "partner", "until_compliance",
		"paid_every", "days", "starting_limit", "lone_parent_disregard", "thirty_hours", "closes_claim", "at_desk"} {
		if !seen[key] {
			t.Errorf("no %s was changed", key)
		}
	}
}

var rateOf = regexp.MustCompile(`^((?:benefits|tax|minimum_wage)\..*)\[(\d+)\]\.\w+$`)

// rate is the list and the place in it of a leaf of rates that follow one another by date.
func rate(path string) (list string, k int) {
	found := rateOf.FindStringSubmatch(path)
	if found == nil {
		return "", 0
	}
	k, _ = strconv.Atoi(found[2])
	return found[1], k
}

// among tells whether a leaf is of a rate between the second and the last.
func among(path string, lengths map[string]int) bool {
	list, k := rate(path)
	return k > 1 && k < lengths[list]-1
}

// changeEverything changes one leaf after the other that was not changed in another regime, and
// notes their keys and paths. Of rates that follow one another it changes the first,
// the second and the last: the others are of the same kind, and are read in the same loop.
func changeEverything(t *testing.T, r *Regime, seen, paths map[string]bool) {
	t.Helper()
	before, lengths := digest(t, r), map[string]int{}
	leaves(reflect.ValueOf(r).Elem(), "", "", func(l leaf) {
		if list, k := rate(l.path); list != "" {
			lengths[list] = max(lengths[list], k+1)
		}
	})
	leaves(reflect.ValueOf(r).Elem(), "", "", func(l leaf) {
		key := l.path[strings.LastIndexByte(l.path, '.')+1:]
		if paths[l.path] || seen[key] && among(l.path, lengths) {
			return
		}
		old := reflect.ValueOf(l.value.Interface())
		switch written := l.value.Interface().(type) {
		case source.Quantity:
			if !written.Set {
				return
			}
			switch {
			case l.unit == "share" && written.Value >= 0.5:
				written.Value -= 0.01
			case l.unit == "share":
				written.Value += 0.01
			default:
				written.Value++
			}
			l.value.Set(reflect.ValueOf(written))
		case source.Date:
			if !written.Set {
				return
			}
			written.Days++
			l.value.Set(reflect.ValueOf(written))
		case source.Flag:
			if !written.Set || strings.HasSuffix(l.path, ".ladder_may_fall") { // asked by Check alone
				return
			}
			written.Value = !written.Value
			l.value.Set(reflect.ValueOf(written))
		default:
			return
		}
		seen[key], paths[l.path] = true, true
		if digest(t, r) == before {
			t.Errorf("another %s gives the same digest", l.path)
		}
		l.value.Set(old)
	})
	if digest(t, r) != before {
		t.Fatal("the regime was not put back")
	}
}

// The regime of the tests says everything, so that what is added to the language is
// added to the tests.
func TestEverythingSaysEverything(t *testing.T) {
	said := map[string]bool{}
	for _, r := range everythings(t) {
		leaves(reflect.ValueOf(r).Elem(), "", "", func(l leaf) {
			if key := withoutIndex(l.path); key != "" {
				said[key] = said[key] || l.value.Kind() != reflect.Pointer && l.value.FieldByName("Set").Bool()
			}
		})
	}
	for key, ok := range said {
		for other, written := range said {
			ok = ok || written && strings.HasPrefix(other, key+".") // absent from one item and not from another
		}
		if !ok && !strings.Contains(key, ".or.") && !strings.HasPrefix(key, "groups.who.") && !strings.HasPrefix(key, "interviews.who.") && !strings.HasPrefix(key, "coaches.specialists.who.") && !strings.HasPrefix(key, "programmes.who.") && !strings.HasPrefix(key, "contracts.payment_groups.who.") && !strings.HasPrefix(key, "programmes.believed_readiness.") && !strings.HasPrefix(key, "profiling.red.") && !strings.HasPrefix(key, "profiling.green.") {
			t.Errorf("testdata/regimes/everything.yaml does not say %s", key)
		}
	}
	for k := range reflect.TypeFor[Who]().NumField() {
		key, _, _ := strings.Cut(reflect.TypeFor[Who]().Field(k).Tag.Get("file"), ",")
		if !slices.ContainsFunc([]string{"groups.who.", "groups.or.", "interviews.who."}, func(where string) bool {
			return key == "" || said[where+key] || said[where+key+".below"] || said[where+key+".at_least"]
		}) {
			t.Errorf("no condition of testdata/regimes/everything.yaml says %s", key)
		}
	}
}

// withoutIndex is a path without the numbers of its items.
func withoutIndex(path string) string {
	var b strings.Builder
	inside := false
	for _, char := range path {
		switch {
		case char == '[':
			inside = true
		case char == ']':
			inside = false
		case !inside:
			b.WriteRune(char)
		}
	}
	return b.String()
}

// Comments, the order of keys, and where and in how many files a regime stands are
// not what it asks.
func TestDigestSeesOnlyWhatIsAsked(t *testing.T) {
	text, err := os.ReadFile("testdata/regimes/everything.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := digest(t, everything(t))
	library := shippedLibrary()
	load := func(what string, content []byte) {
		t.Helper()
		library.Read = func(string) ([]byte, error) { return content, nil }
		r := &Regime{}
		tree, found := library.Load("regime", "another-name.yaml", r, nil)
		if len(found) > 0 {
			t.Fatalf("%s: %s", what, found)
		}
		if digest(t, r) != want {
			t.Errorf("%s: another digest", what)
		}
		if what == "as it is" {
			text = tree.YAML()
		}
	}
	load("with comments", []byte("# one\n\n"+strings.ReplaceAll(string(text), "\nclaim:", "\n\n# two\nclaim: # three")))
	load("with keys in another order", reversedSections(text))
	load("with items in another order of keys", []byte(strings.Replace(string(text), `    every: 1 week
    length: 20 minutes
    shortest: 10 minutes
`, `    shortest: 10 minutes
    length: 20 minutes
    every: 1 week
`, 1)))
	load("with another title", []byte(strings.Replace(string(text), "title: Everything at once", "title: Another", 1)))
	load("in other units", []byte(strings.Replace(string(text), "identity_check: 2 weeks", "identity_check: 14 days", 1)))
	load("as it is", text)
	load("resolved", text)
	load("resolved, with keys in another order", reversedSections(text))
}

// reversedSections writes the sections at the top of a file from the last to the first.
func reversedSections(text []byte) []byte {
	var sections []string
	for line := range strings.Lines(string(text)) {
		if line[0] != ' ' && line[0] != '\n' && line[0] != '#' || len(sections) == 0 {
			sections = append(sections, "")
		}
		sections[len(sections)-1] += line
	}
	slices.Reverse(sections)
	return []byte(strings.Join(sections, ""))
}
