package source

import (
	"testing"
)

func TestSmoke(t *testing.T) {
	for _, name := range []string{"demo", "demo-long"} {
		var s testScenario
		tree, ds := testLibrary(t).Load("scenario", name, &s, nil)
		t.Log(ds.String())
		t.Log(string(tree.YAML()))
		for _, n := range tree.Numbers() {
			t.Log(n.Path, n.Written, n.Value, n.Origin)
		}
	}
}
