package source

import (
	"fmt"
	"strings"
)

// Nearest returns the word of words that is closest to written, if it is a near
// miss: at an edit distance of at most a third of the longer word. The first of
// equals wins.
func Nearest(written string, words []string) (string, bool) {
	best, bestDistance := "", -1
	for _, word := range words {
		longer := max(len([]rune(written)), len([]rune(word)))
		distance := editDistance(strings.ToLower(written), strings.ToLower(word))
		if distance*3 <= longer && (bestDistance < 0 || distance < bestDistance) {
			best, bestDistance = word, distance
		}
	}
	return best, bestDistance >= 0
}

// Choices is the way out for a word that is not among words: a near miss, or at
// most fourteen of those there are. what introduces the list: "allowed: a, b".
func Choices(written string, words []string, what string) string {
	if word, ok := Nearest(written, words); ok {
		return fmt.Sprintf("did you mean %q?", word)
	}
	return listing(words, what)
}

// ChoicesOrFile are choices of shipped names, with a word on files of one's own: read says whether
// one stands under a path, and the name with .yaml is what was meant where it does.
func ChoicesOrFile(name string, names []string, what string, read func(path string) ([]byte, error), path string) string {
	if read != nil {
		if _, err := read(path); err == nil {
			return fmt.Sprintf("did you mean %q?", name+".yaml")
		}
	}
	if word, ok := Nearest(name, names); ok {
		return fmt.Sprintf("did you mean %q?", word)
	}
	return listing(names, what) + "; a file of your own is written with its .yaml"
}

// listing is "allowed: a, b, c"; of more than fourteen words the first eight.
func listing(words []string, what string) string {
	const most, shown = 14, 8
	if len(words) == 0 {
		return what + ": none"
	}
	if len(words) <= most {
		return what + ": " + strings.Join(words, ", ")
	}
	return fmt.Sprintf("%s: %s and %d more", what, strings.Join(words[:shown], ", "), len(words)-shown)
}

// editDistance counts insertions, deletions, substitutions and transpositions of
// neighbours that turn a into b (optimal string alignment).
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 100 || len(y) > 100 {
		return max(len(x), len(y)) // no key is that long, so it is no near miss
	}
	before, last, next := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		next[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next[j] = min(last[j]+1, next[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, last, next = last, next, before
	}
	return last[len(y)]
}
