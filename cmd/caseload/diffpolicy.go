package main

import (
	"fmt"
	"io"
	"strings"

	"caseload/policy"
	"caseload/policy/source"
	"caseload/scenarios"
)

// stated is one difference between two policies in words, as data.
type stated struct {
	Theme    string `json:"theme"`
	Sentence string `json:"sentence"`
	Path     string `json:"path"`
	Doc      string `json:"doc"`
	A        *held  `json:"a"`
	B        *held  `json:"b"`
}

// held is what one of the two has, where it stands and what it rests on.
type held struct {
	Words  string          `json:"value"`
	At     source.Position `json:"at"`
	Source *source.Origin  `json:"source,omitempty"`
}

// inPolicyTerms compares two regimes that are known to be without mistakes, with what is set in each.
func inPolicyTerms(names [2]string, sets [2][]string) []stated {
	var regimes [2]policy.Regime
	for k, name := range names {
		library(scenarios.Files).Load("regime", name, &regimes[k], sets[k])
	}
	all := []stated{}
	for _, s := range policy.Differences(&regimes[0], &regimes[1]) {
		all = append(all, stated{s.Theme, s.Sentence, s.Path, s.Doc, heldBy(s.A), heldBy(s.B)})
	}
	return all
}

func heldBy(s *source.Side) *held {
	if s == nil {
		return nil
	}
	return &held{s.Words, s.At, s.Origin}
}

// sentences prints them under their themes. What a number means is said once.
func (d difference) sentences(w io.Writer, sources bool) {
	if len(d.Policy) == 0 {
		d.none(w)
		return
	}
	fmt.Fprintf(w, "%s, and what %s has otherwise\n", d.A, d.B)
	theme, said := "", map[string]bool{}
	for _, s := range d.Policy {
		if s.Theme != theme {
			theme = s.Theme
			fmt.Fprintf(w, "\n%s\n", theme)
		}
		meaning := ""
		if !said[s.Doc] && s.Doc != "" && (s.A != nil && s.B != nil) {
			said[s.Doc], meaning = true, " ("+s.Doc+")"
		}
		fmt.Fprintf(w, "  %s%s\n", s.Sentence, meaning)
		if sources {
			s.A.from(w, d.A)
			s.B.from(w, d.B)
		}
	}
}

// from says where one side stands and what it rests on.
func (h *held) from(w io.Writer, file string) {
	switch {
	case h == nil:
	case h.Source == nil:
		fmt.Fprintf(w, "      %s: %s\n", file, h.At)
	default:
		fmt.Fprintf(w, "      %s: %s, %s: %s\n", file, h.At, strings.ReplaceAll(h.Source.Kind, "_", " "), h.Source.Note)
	}
}
