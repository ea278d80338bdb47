package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

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
		return wrong(source.Choices(word, kinds, "kinds"), "there is no kind %q", word)
	}
	return nil
}

// resolve reads a file of whatever kind it says it is, with all that it extends and
// refers to. A name that nothing has is looked for among the scenarios, whose
// diagnostic then says what there is.
func resolve(l source.Library, name string, sets []string) (*source.Tree, source.Diagnostics) {
	return resolveAs(l, name, l.KindOf(name), sets...)
}

// resolveAs takes the file for one of a kind; a name may be that of several.
func resolveAs(l source.Library, name, kind string, sets ...string) (*source.Tree, source.Diagnostics) {
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
		Hint: source.ChoicesOrFile(name, names, "shipped", l.Read, name+".yaml")}}
}

// completeNames offers the names of shipped files of some kinds, besides files.
func completeNames(kinds ...string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		var names []cobra.Completion
		for _, l := range library(scenarios.Files).List() {
			if slices.Contains(kinds, l.Kind) && strings.HasPrefix(l.Name, begun) {
				names = append(names, cobra.CompletionWithDesc(l.Name, l.Title))
			}
		}
		return names, cobra.ShellCompDirectiveDefault
	}
}
