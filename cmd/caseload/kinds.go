package main

import (
	"caseload/policy"
	"caseload/policy/source"
	"caseload/scenarios"
)

// kinds are the kinds of file that there are.
var kinds = []string{"scenario", "regime", "population", "market"}

// shapeOf is an empty file of a kind, for the reader to fill; nil when there is no
// such kind.
func shapeOf(kind string) any {
	switch kind {
	case "scenario":
		return &scenarios.Scenario{}
	case "regime":
		return &policy.Regime{}
	case "population":
		return &scenarios.Population{}
	case "market":
		return &scenarios.Market{}
	}
	return nil
}

// checkKind refuses a word that is no kind of file.
func checkKind(word string) error {
	if shapeOf(word) == nil {
		return wrong(choices(word, kinds, "kinds"), "there is no kind %q", word)
	}
	return nil
}

// resolve reads a file of whatever kind it says it is, with all that it extends and
// refers to. A name that nothing has is looked for among the scenarios, whose
// diagnostic then says what there is.
func resolve(l source.Library, name string, sets []string) (*source.Tree, source.Diagnostics) {
	kind := l.KindOf(name)
	if shapeOf(kind) == nil {
		if found := unknownName(l, name); found != nil {
			return nil, found
		}
		kind = "scenario"
	}
	return l.Load(kind, name, shapeOf(kind), sets)
}

// unknownName says which shipped file may have been meant, whatever its kind; nil
// for a path.
func unknownName(l source.Library, name string) source.Diagnostics {
	if isPath(name) {
		return nil
	}
	var names []string
	for _, listing := range l.List() {
		names = append(names, listing.Name)
	}
	return source.Diagnostics{{Position: source.Position{File: name}, Message: "nothing that is shipped has this name",
		Hint: choices(name, names, "a file of your own is written with its .yaml; shipped")}}
}
