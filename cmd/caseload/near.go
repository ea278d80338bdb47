package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// near is the word that a reader may have meant, or nothing. Cobra finds near misses
// among commands only, so the words pose as some, those of the same length first.
func near(typed string, words []string) string {
	if len(typed) < 4 {
		return "" // everything short is near to it
	}
	distance := func(word string) int { return max(len(word), len(typed)) - min(len(word), len(typed)) }
	words = slices.SortedStableFunc(slices.Values(words), func(a, b string) int { return distance(a) - distance(b) })
	posing := &cobra.Command{SuggestionsMinimumDistance: 2}
	for _, word := range words {
		posing.AddCommand(&cobra.Command{Use: word, Run: func(*cobra.Command, []string) {}})
	}
	if found := posing.SuggestionsFor(typed); len(found) > 0 {
		return found[0]
	}
	return ""
}

// choices is the way out for a word that is none of words: a near miss, or a list of
// those there are, which what introduces.
func choices(typed string, words []string, what string) string {
	if word := near(typed, words); word != "" {
		return fmt.Sprintf("did you mean %s?", word)
	}
	return what + ": " + strings.Join(words, ", ")
}

// isPath tells a path from the name of something shipped.
func isPath(name string) bool {
	return strings.Contains(name, "/") || strings.HasSuffix(name, ".yaml")
}
