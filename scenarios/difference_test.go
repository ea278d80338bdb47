package scenarios

import (
	"strings"
	"testing"

	"caseload/policy"
	"caseload/policy/source"
)

// TestDifferencesSayEverything compares every shipped regime with Universal Credit: whatever
// key has another value, or stands in one of them alone, is in some sentence or says the same
// in another unit; and two readings of one regime do not differ.
func TestDifferencesSayEverything(t *testing.T) {
	l := shipped
	var regime policy.Regime
	tree, _ := l.Load("regime", "universal-credit-2024", &regime, nil)
	for _, name := range l.Names("regime") {
		var other policy.Regime
		against, found := l.Load("regime", name, &other, nil)
		if found.Failed() {
			t.Fatal(found)
		}
		if again := policy.Differences(&other, &other); len(again) > 0 {
			t.Errorf("%s differs from itself: %s", name, again[0].Sentence)
		}
		for _, s := range policy.Differences(&regime, &other) {
			if s.Sentence == "" || s.Theme == "" || s.A == nil && s.B == nil {
				t.Errorf("%s: nothing is said about %s", name, s.Path)
			}
		}
		said := source.Compare(&regime, &other)
		for _, path := range changedPaths(tree, against) {
			if !covered(said, path) {
				t.Errorf("%s: no sentence is about %s", name, path)
			}
		}
	}
}

// changedPaths are the keys whose written values differ, or that one tree alone has.
func changedPaths(a, b *source.Tree) []string {
	var paths []string
	written := map[string]string{}
	for _, v := range a.Values() {
		written[v.Path] = v.Written
	}
	for _, v := range b.Values() {
		if was, has := written[v.Path]; !has || was != v.Written {
			paths = append(paths, v.Path)
		}
		delete(written, v.Path)
	}
	for _, v := range a.Values() {
		if _, left := written[v.Path]; left {
			paths = append(paths, v.Path)
		}
	}
	return paths
}

func covered(said []source.Difference, path string) bool {
	for _, d := range said {
		if path == d.Path || strings.HasPrefix(path, d.Path+".") || strings.HasPrefix(path, d.Path+"[") {
			return true
		}
	}
	return false
}
