package policy

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"caseload/policy/source"
)

// A Statement is one thing in which two regimes differ, in words for whoever has to brief
// on it. The sentence says what the second regime does and what the first did.
type Statement struct {
	Theme    string
	Sentence string
	source.Difference
}

// themes are the headings in the order in which they are read.
var themes = []struct{ name, heading string }{
	{"asked", "Who is asked what"},
	{"claim", "How a claim is opened"},
	{"seen", "How often people are seen, and how"},
	{"staff", "By whom"},
	{"programmes", "Programmes"},
	{"sanctions", "Monitoring and sanctions"},
	{"health", "Health"},
	{"money", "Money"},
}

// Differences says in words what the second of two regimes has otherwise than the first, by
// themes. Names, titles and the scenario of its own are no policy and left out.
func Differences(a, b *Regime) []Statement {
	found := source.Compare(a, b)
	var all []Statement
	for _, heading := range headings(found) {
		for k := 0; k < len(found); {
			run := datedRun(found[k:])
			if headingOf(found[k]) == heading {
				all = append(all, Statement{Theme: heading, Sentence: sentence(found[k : k+run]), Difference: found[k]})
			}
			k += run
		}
	}
	return all
}

// headings are those of what was found: the known ones first, in their order.
func headings(found []source.Difference) []string {
	var all, others []string
	has := map[string]bool{}
	for _, d := range found {
		if h := headingOf(d); !has[h] {
			has[h], others = true, append(others, h)
		}
	}
	for _, t := range themes {
		if has[t.heading] {
			all = append(all, t.heading)
		}
	}
	for _, h := range others {
		known := h == ""
		for _, t := range themes {
			known = known || t.heading == h
		}
		if !known {
			all = append(all, h)
		}
	}
	return all
}

// headingOf is the heading under which a difference stands, empty for none.
func headingOf(d source.Difference) string {
	key := d.Steps[0].Key
	if key == "title" || key == "default_scenario" {
		return ""
	}
	regime := reflect.TypeFor[Regime]()
	for k := range regime.NumField() {
		tag := regime.Field(k).Tag
		if own, _, _ := strings.Cut(tag.Get("file"), ","); own != key {
			continue
		}
		for _, t := range themes {
			if t.name == tag.Get("theme") {
				return t.heading
			}
		}
	}
	return capital(d.Steps[0].Words)
}

// datedRun is how many figures of one list, each with a first day of its own, begin what was
// found and are all in the same one of the two regimes.
func datedRun(found []source.Difference) int {
	n := 1
	for n < len(found) && alike(found[0], found[n]) {
		n++
	}
	return n
}

func alike(a, b source.Difference) bool {
	if len(a.Steps) != len(b.Steps) || (a.A == nil) != (b.A == nil) || (a.B == nil) != (b.B == nil) || a.A != nil && a.B != nil {
		return false
	}
	last := len(a.Steps) - 1
	for k := range last {
		if a.Steps[k] != b.Steps[k] {
			return false
		}
	}
	return a.Steps[last].Kind == source.Dated && b.Steps[last].Kind == source.Dated
}

// sentence says what differs; of several dated figures it says the first and the last.
func sentence(run []source.Difference) string {
	d := run[0]
	if len(run) > 1 {
		return datedSentence(run)
	}
	last := len(d.Steps) - 1
	whole := d.A != nil && d.A.Parts != nil || d.B != nil && d.B.Parts != nil
	if !whole && last > 0 && d.Steps[last].Kind == source.NoItem {
		return subject(d.Steps[:last]) + ": " + d.Steps[last].Words + " " + change(d)
	}
	switch about := subject(d.Steps); {
	case d.A == nil:
		return about + verb(about, " is", " are") + " new: " + shortened(d.Steps[0].Key, d.B)
	case d.B == nil && len(d.A.Parts) > mostValues:
		return fmt.Sprintf("%s: none any more (%d values before)", about, len(d.A.Parts))
	case d.B == nil:
		return about + verb(about, " disappears", " disappear") + ": " + shortened(d.Steps[0].Key, d.A)
	default:
		return about + ": " + change(d)
	}
}

// verb is that of one or of several, as the last word says.
func verb(about, one, several string) string {
	if strings.HasSuffix(about, "s") && !strings.HasSuffix(about, "ss") {
		return several
	}
	return one
}

// change says what holds of a value instead of what.
func change(d source.Difference) string {
	switch {
	case d.A == nil:
		return d.B.Words + ", which was not set before"
	case d.B == nil:
		return "is not set any more (" + d.A.Words + " before)"
	}
	return d.B.Words + " instead of " + d.A.Words
}

func datedSentence(run []source.Difference) string {
	first, last := run[0], run[len(run)-1]
	at := len(first.Steps) - 1
	from, to, fate := first.B, last.B, "are new"
	if first.A != nil {
		from, to, fate = first.A, last.A, "disappear"
	}
	text := fmt.Sprintf("%s: %d figures from %s to %s %s", subject(first.Steps[:at]), len(run), first.Steps[at].Key, last.Steps[at].Key, fate)
	if len(from.Parts) == 2 && len(to.Parts) == 2 { // the day and what holds from it
		_, figure, _ := strings.Cut(to.Parts[1].Words, " ")
		text += ", " + from.Parts[1].Words + " to " + figure
	}
	return text
}

// mostValues is how many values of a whole part a sentence lists.
const mostValues = 9

// ofProgrammes are the values of a programme that come first, by how they begin: for whom it is
// and for how long, what it does and what it costs. All of them are listed.
var ofProgrammes = []string{"type", "who", "weeks", "hours", "mandatory", "not mandatory", "content", "cost", "places"}

func shortened(key string, s *source.Side) string {
	if len(s.Parts) <= mostValues {
		return s.Words
	}
	parts, most := s.Parts, mostValues
	if key == "programmes" {
		rank := func(part source.Worth) int {
			if strings.HasPrefix(part.Words, "content functions ") {
				return len(ofProgrammes) // what it gives of the latent functions of work goes with its type
			}
			for k, first := range ofProgrammes {
				if strings.HasPrefix(part.Words+" ", first+" ") {
					return k
				}
			}
			return len(ofProgrammes)
		}
		parts = slices.Clone(parts)
		slices.SortStableFunc(parts, func(a, b source.Worth) int { return rank(a) - rank(b) })
		for most = 0; most < len(parts) && rank(parts[most]) < len(ofProgrammes); most++ {
		}
	}
	text := source.Said(parts[:most])
	if more := len(parts) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// subject is the way to what differs, in words: Sanctions, missed interview, level 1.
func subject(steps []source.Step) string {
	var words []string
	for _, s := range steps {
		switch s.Kind {
		case source.Named:
			words[len(words)-1] = plural(s.Words) + " '" + s.Key + "'"
		case source.Dated:
			words = append(words, "from "+s.Key)
		case source.Numbered:
			words[len(words)-1] = s.Words + " " + s.Key
		default:
			words = append(words, s.Words)
		}
	}
	if len(words) > 1 && words[0] == "benefits" {
		words = words[1:]
	}
	return capital(strings.Join(words, ", "))
}

func capital(words string) string { return strings.ToUpper(words[:1]) + words[1:] }
