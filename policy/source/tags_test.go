package source

import (
	"reflect"
	"slices"
	"testing"
)

// The files of the tests keep the rule that they help to test elsewhere.
func TestGaps(t *testing.T) {
	if gaps := Gaps(&testScenario{}); len(gaps) > 0 {
		t.Errorf("got %v", gaps)
	}
	type inner struct {
		Share Quantity `file:"share" unit:"share" doc:"A share."`
	}
	type outer struct {
		Title Text       `file:"title"`
		Parts []inner    `file:"parts" doc:"Parts."`
		Paid  []Quantity `file:"paid" unit:"£" doc:"Amounts."`
	}
	want := []string{"outer.title has no doc", "inner.share has no limit", "outer.paid has no limit"}
	if got := Gaps(outer{}); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// A tag that makes no sense is found the first time it is used.
func TestTagsThatMakeNoSense(t *testing.T) {
	type named struct {
		Name Text `file:"name"`
	}
	for what, shape := range map[string]any{
		"no tag": struct{ Title Text }{},
		"no unit": struct {
			Q Quantity `file:"q"`
		}{},
		"an unknown unit": struct {
			Q Quantity `file:"q" unit:"week"`
		}{},
		"a limit in another": struct {
			Q Quantity `file:"q" unit:"weeks" min:"1 minute"`
		}{},
		"bare money": struct {
			Q Quantity `file:"q" unit:"£" bare:"true"`
		}{},
		"a key of the reader": struct {
			Q Text `file:"extends"`
		}{},
		"no key": struct {
			Q Text `file:",optional"`
		}{},
		"a key twice": struct {
			A Text `file:"a"`
			B Text `file:"a"`
		}{},
		"a Go type": struct {
			Q int `file:"q"`
		}{},
		"a map": struct {
			Q map[string]Text `file:"q"`
		}{},
		"the name of a file": named{},
		"that name, referred to": struct {
			Q *named `file:"q" refers:"regime"`
		}{},
		"a number for a file": struct {
			Q Text `file:"q" refers:"regime"`
		}{},
	} {
		t.Run(what, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("the tag is taken")
				}
			}()
			describe(reflect.TypeOf(shape))
		})
	}
}

// A struct may hold itself, and a field may be kept out of the file.
func TestStructsInsideThemselves(t *testing.T) {
	type group struct {
		Title Text     `file:"title"`
		Inner []*group `file:"inner,optional"`
		Index int      `file:"-"`
		Size  Quantity `file:"size" unit:"count" min:"0"`
	}
	library := withFiles(t, map[string]string{"my.yaml": "kind: group\ntitle: a\nsize: 1\ninner:\n- {title: b, size: 2, inner: [{title: c, size: x}]}\n"})
	var g group
	_, ds := library.Load("group", "my.yaml", &g, []string{"inner[0].inner[0].size=3"})
	if len(ds) > 0 || g.Inner[0].Inner[0].Size.Value != 3 {
		t.Errorf("got %v\n%s", g, ds)
	}
	if text, err := Schema("group", &g); err != nil || len(text) == 0 {
		t.Error("no schema")
	}
}
