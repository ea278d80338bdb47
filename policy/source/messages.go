package source

import (
	"fmt"
	"strings"
)

// A message is the template of one kind of mistake. All that this package can
// say stand here; a test requires each to be produced by a file in testdata/bad.
type message string

// What can be wrong with a file before anything in it is understood.
const (
	noFile         message = "no file %q"
	unreadable     message = "the file cannot be read: %s"
	noFilesHere    message = "%q is a file, and only what is shipped can be used here"
	tooLarge       message = "the file has %d bytes, more than the %d that are read"
	notUTF8        message = "byte 0x%02X is not UTF-8 text"
	strangeChar    message = "character U+%04X does not belong in a text file"
	tabIndents     message = "a tab indents this line"
	emptyFile      message = "the file holds nothing"
	secondDocument message = "a second document starts here"
	tooDeep        message = "this is more than %d levels deep"
	noColon        message = "no \":\" after the key: %s"
	wrongIndent    message = "this line does not fit the indentation of those above it: %s"
	secondColon    message = "\": \" stands twice in one line: %s"
	openBracket    message = "a bracket is opened and not closed: %s"
	openQuote      message = "a quote is opened and not closed: %s"
	wrongStart     message = "a value starts with a character that YAML keeps for itself: %s"
	notYAML        message = "this is not YAML: %s"
)

// What the reader refuses although YAML has it.
const (
	anchored     message = "&%s is an anchor, and anchors are not used here"
	aliased      message = "*%s is an alias, and aliases are not used here"
	mergeKey     message = "<< merges another mapping, and merge keys are not used here"
	tagged       message = "%s is a YAML tag, and tags are not used here"
	keyNotText   message = "this key is not a plain word"
	duplicateKey message = "stands twice in this mapping (first in line %d)"
)

// What can be wrong between files.
const (
	noKind        message = "the file does not say what kind it is"
	wrongKind     message = "this is a %s where a %s belongs"
	unknownKind   message = "there is no kind %q"
	extendsItself message = "the file extends or uses itself: %s"
	noSuchName    message = "no %s named %q"
	badName       message = "%q cannot be the name of a %s"
	duplicateName message = "%q is named twice (first in line %d)"
)

// What can be wrong with the parts of a mapping.
const (
	unknownKey    message = "not a field of %s"
	missingKey    message = "missing from %s"
	mappingWanted message = "%s stands where a mapping belongs"
	listWanted    message = "%s stands where a list belongs"
	valueWanted   message = "%s stands where one value belongs"
	nothingHere   message = "nothing stands here"
	emptyMapping  message = "an empty mapping changes nothing"
	notOneOf      message = "%q is not one of the words that are allowed"
	emptyText     message = "the text is empty"
	notFlag       message = "%q is neither true nor false"
	notDate       message = "%q is not a date"
	noSuchDay     message = "%q is not a day of the calendar"
)

// What can be wrong with a number.
const (
	noUnit         message = "%s has no unit"
	wrongUnit      message = "%q is not in %s"
	unitRepeated   message = "%q has a unit, which the key has named already"
	quotedNumber   message = "%q is text where a number belongs"
	leadingZero    message = "%q starts with a zero"
	underscored    message = "%q has an underscore in its number"
	thousands      message = "%q has a comma in its number"
	notFinite      message = "%q is not a number that can be used"
	hexadecimal    message = "%q is not a decimal number"
	exponent       message = "%q is written with an exponent"
	notNumber      message = "%q is not a number"
	fractionPenny  message = "%q has a fraction of a penny"
	notWhole       message = "%q is not a whole number%s"
	tooManyDigits  message = "%q has more digits than can be kept"
	outOfReach     message = "%q is too large or too small to be kept"
	outsideLimits  message = "%s is outside what is possible"
	notPair        message = "a range is two values, the lower and the higher"
	rangeFalls     message = "the range starts at %s, above its end at %s"
	outsideItself  message = "%s is outside the range it is given, %s to %s"
	notAddingUp    message = "%s add up to %s, not to 100%%"
	datesOutOfTurn message = "%s is not after %s (%s)"
)

// What can be wrong with an assignment on the command line.
const (
	notAssignment message = "%q is not of the form path=value"
	noSuchItem    message = "there is no item %q in this list"
	noPartsInside message = "%q has no parts that could be set"
	notPath       message = "%q is not a path"
)

// problem is a mistake that has no place yet.
type problem struct {
	template message
	text     string
	hint     string
}

// of fills the template; hints are put on with hinted.
func (m message) of(args ...any) *problem {
	return &problem{template: m, text: fmt.Sprintf(string(m), args...)}
}

func (p *problem) hinted(format string, args ...any) *problem {
	p.hint = fmt.Sprintf(format, args...)
	return p
}

// sink gathers diagnostics while reading goes on.
type sink struct{ found Diagnostics }

// report notes a problem at a place. It returns false, the answer of every
// function here that met a mistake.
func (s *sink) report(at Position, path string, p *problem) bool {
	s.found = append(s.found, Diagnostic{Position: at, Path: path, Message: p.text, Hint: p.hint, template: p.template})
	return false
}

// warn notes what deserves a look at a place.
func (s *sink) warn(at Position, path string, p *problem) {
	s.report(at, path, p)
	s.found[len(s.found)-1].Warning = true
}

// shorten keeps a quoted piece of a file short enough for one line.
func shorten(text string) string {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\t", " "))
	if cut := strings.IndexByte(text, '\n'); cut >= 0 {
		text = text[:cut] + "..."
	}
	if runes := []rune(text); len(runes) > 60 {
		text = string(runes[:57]) + "..."
	}
	return text
}
