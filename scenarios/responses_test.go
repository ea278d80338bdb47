package scenarios

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Each word of without: takes its own responses away and no other, all takes all of them, and
// what is taken away is said to be left out.
func TestResponsesThatAScenarioDoesWithout(t *testing.T) {
	field, _ := reflect.TypeFor[Scenario]().FieldByName("Without")
	words := strings.Split(field.Tag.Get("oneof"), ",")
	var known []string
	for _, r := range responses {
		known = append(known, r.word)
	}
	if !slices.Equal(words, append(append([]string{"nothing"}, known...), "all")) {
		t.Fatalf("a file may say %v, and there are %v", words, known)
	}
	all := 0
	for _, word := range words {
		c, found := Load(shipped, "passive-vs-universal-credit", []string{"without=" + word})
		if c == nil {
			t.Fatal(found)
		}
		config, said := c.Config(1), 0
		for _, line := range c.NotIncluded() {
			if strings.Contains(line, "(without: "+word+")") {
				said++
			}
		}
		changed := 0
		if config.Later != nil {
			changed = differences(reflect.ValueOf(config.Behaviour), reflect.ValueOf(*config.Later))
		}
		switch word {
		case "nothing":
			if config.Later != nil || said != 0 {
				t.Errorf("without nothing %d numbers are others, %d lines say so", changed, said)
			}
		case "all":
			if changed != all || said != len(responses) {
				t.Errorf("without all %d numbers of %d are others, %d lines say so", changed, all, said)
			}
		default:
			if changed == 0 || said != 1 {
				t.Errorf("without %s %d numbers are others, %d lines say so", word, changed, said)
			}
			all += changed
		}
	}
}

// differences is the number of numbers and words in which two structs differ.
func differences(a, b reflect.Value) (n int) {
	if a.Kind() != reflect.Struct {
		if !reflect.DeepEqual(a.Interface(), b.Interface()) {
			n++
		}
		return n
	}
	for k := range a.NumField() {
		n += differences(a.Field(k), b.Field(k))
	}
	return n
}
