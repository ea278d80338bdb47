package source

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3" // archived upstream, so no other file imports it
)

const (
	largestFile = 1 << 20 // bytes
	deepest     = 32      // mappings and lists inside each other
)

// parse turns the bytes of one file into nodes. It returns nil after reporting
// why there are none; smaller mistakes are reported and leave broken nodes.
func (s *sink) parse(file string, content []byte) *node {
	top := Position{File: file, Line: 1, Column: 1}
	if len(content) > largestFile {
		s.report(top, "", tooLarge.of(len(content), largestFile).hinted("a policy is a few pages; check that this is the file that was meant"))
		return nil
	}
	content = normalise(content)
	if !s.readable(file, content) {
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	var document yaml.Node
	if err := decoder.Decode(&document); errors.Is(err, io.EOF) {
		s.report(top, "", emptyFile.of().hinted(`a file starts with "kind: " and what it describes`))
		return nil
	} else if err != nil {
		s.syntaxError(file, content, err)
		return nil
	}
	c := converter{sink: s, file: file}
	root := c.convert(document.Content[0], "", 1, top)
	if root.kind == nullNode {
		s.report(top, "", emptyFile.of().hinted(`a file starts with "kind: " and what it describes`))
		return nil
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		at := Position{File: file, Line: max(second.Line, 1), Column: max(second.Column, 1)}
		s.report(at, "", secondDocument.of().hinted(`write it in a file of its own, and take away the line "---"`))
	} else if !errors.Is(err, io.EOF) {
		s.syntaxError(file, content, err)
		return nil
	}
	return root
}

// parseValue reads the right side of path=value on the command line; label
// stands for the file in every position.
func (s *sink) parseValue(label, path, text string) *node {
	at := Position{File: label}
	var document yaml.Node
	err := yaml.Unmarshal([]byte(text), &document)
	if err != nil || strings.ContainsAny(text, "\t\n\r") {
		s.report(at, path, notYAML.of(shorten(text)).hinted(`write one value, or a list or mapping such as "{every: 2 weeks}"`))
		return &node{Position: at, kind: brokenNode, path: path}
	}
	if len(document.Content) == 0 {
		return &node{Position: at, kind: nullNode, path: path}
	}
	c := converter{sink: s, file: label, placeless: true}
	return c.convert(document.Content[0], path, 1, at)
}

// converter makes our nodes from those of yaml.v3, refusing what it accepts and
// we do not.
type converter struct {
	*sink
	file      string
	placeless bool // positions have no line
}

func (c *converter) place(n *yaml.Node) Position {
	if c.placeless {
		return Position{File: c.file}
	}
	return Position{File: c.file, Line: n.Line, Column: n.Column}
}

// convert makes one node; around is the place of its key, used where an absent
// value has none of its own.
func (c *converter) convert(n *yaml.Node, path string, depth int, around Position) *node {
	out := &node{Position: c.place(n), path: path, kind: brokenNode}
	switch {
	case n.Kind == yaml.AliasNode:
		c.report(out.Position, path, aliased.of(n.Value).hinted("write the part out, or share it through extends"))
		return out
	case n.Anchor != "":
		c.report(out.Position, path, anchored.of(n.Anchor).hinted("write the part out, or share it through extends"))
	case n.Style&yaml.TaggedStyle != 0:
		c.report(out.Position, path, tagged.of(n.Tag).hinted("take it away; the kind of a value follows from its key"))
		return out
	case depth > deepest:
		c.report(out.Position, path, tooDeep.of(deepest).hinted("check the indentation and the brackets around it"))
		return out
	}
	switch n.Kind {
	case yaml.MappingNode:
		out.kind = mappingNode
		c.entries(out, n, depth)
	case yaml.SequenceNode:
		out.kind = listNode
		for i, item := range n.Content {
			out.items = append(out.items, c.convert(item, indexPath(path, i), depth+1, out.Position))
		}
	case yaml.ScalarNode:
		out.kind, out.text = valueNode, n.Value
		out.plain = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
		if out.plain && n.ShortTag() == "!!null" {
			out.kind = nullNode
			if n.Value == "" {
				out.Position = around
			}
		}
	}
	return out
}

func (c *converter) entries(out *node, n *yaml.Node, depth int) {
	seen := make(map[string]Position, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at := c.place(key)
		switch {
		case key.Kind == yaml.AliasNode:
			c.report(at, out.path, aliased.of(key.Value).hinted("write the key out"))
			continue
		case key.Anchor != "":
			c.report(at, out.path, anchored.of(key.Anchor).hinted("write the key without it"))
			continue
		case key.ShortTag() == "!!merge":
			c.report(at, out.path, mergeKey.of().hinted("write the keys out, or share them through extends"))
			continue
		case key.Kind != yaml.ScalarNode || key.Style&yaml.TaggedStyle != 0 || key.Value == "" || strings.ContainsAny(key.Value, "\n"):
			c.report(at, out.path, keyNotText.of().hinted(`write "key: value" with one word as the key`))
			continue
		}
		path := joinPath(out.path, shorten(key.Value))
		if first, twice := seen[key.Value]; twice {
			c.report(at, path, duplicateKey.of(first.Line).hinted("keep one of the two"))
			continue
		}
		seen[key.Value] = at
		converted := c.convert(value, path, depth+1, at)
		if digits := thousandsAfter(n.Content[i+1:]); digits != "" && converted.kind == valueNode {
			written := value.Value + digits
			c.report(converted.Position, path, thousands.of(shorten(written)).hinted("write %s without a separator", strings.ReplaceAll(written, ",", "")))
			converted.kind = brokenNode
			i += 2 * strings.Count(digits, ",")
		}
		out.entries = append(out.entries, entry{key.Value, at, converted})
	}
}

var (
	leadingDigits = regexp.MustCompile(`^-?£?[0-9]{1,3}$`)
	threeDigits   = regexp.MustCompile(`^[0-9]{3}([^0-9].*)?$`)
)

// thousandsAfter is ",000" when the first of these is the 8 of {number: 8,000}: in
// braces a comma ends the value, and YAML sees in the rest a key without a value.
func thousandsAfter(rest []*yaml.Node) string {
	digits := ""
	if value := rest[0]; value.Kind != yaml.ScalarNode || !leadingDigits.MatchString(value.Value) {
		return ""
	}
	for i := 1; i+1 < len(rest); i += 2 {
		key, value := rest[i], rest[i+1]
		if key.Line != rest[0].Line || !threeDigits.MatchString(key.Value) || value.ShortTag() != "!!null" || value.Value != "" {
			break
		}
		digits += "," + key.Value
	}
	return digits
}

// yamlLine finds the line in an error of yaml.v3, whose errors have no other
// place: "yaml: line 3: did not find expected key".
var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxError reports what yaml.v3 could not parse, in our words and at the line
// that is to blame.
//
// yaml.v3 counts that line from zero or from one depending on the kind of error,
// and for a block names its first line, not the line that does not fit. So the
// line is looked for: it follows the longest part of the file that can be
// parsed.
func (s *sink) syntaxError(file string, content []byte, err error) {
	parts := yamlLine.FindStringSubmatch(strings.SplitN(err.Error(), "\n", 2)[0])
	said, reported := err.Error(), 0
	if parts != nil {
		said = parts[2]
		reported, _ = strconv.Atoi(parts[1])
	}
	lines := strings.Split(strings.TrimRight(string(content), "\n"), "\n")
	number := offending(lines, reported)
	line := lines[number-1]
	at := Position{File: file, Line: number, Column: 1 + len(line) - len(strings.TrimLeft(line, " "))}
	s.report(at, "", syntaxProblem(said, shorten(line)))
}

// offending is the number of the line after the longest readable start of the
// file. Where that would take too much reading it is the line that yaml.v3 named.
func offending(lines []string, reported int) int {
	budget := 8 << 20 // bytes; a page of YAML with a mistake at its top takes a hundredth
	for n := len(lines) - 1; n >= 0 && budget > 0; n-- {
		var document yaml.Node
		start := strings.Join(lines[:n], "\n")
		budget -= len(start)
		if yaml.Unmarshal([]byte(start), &document) == nil {
			for n < len(lines)-1 && blank(lines[n]) {
				n++
			}
			return n + 1
		}
	}
	return min(max(reported, 1), len(lines))
}

func blank(line string) bool {
	text := strings.TrimSpace(line)
	return text == "" || strings.HasPrefix(text, "#")
}

// syntaxProblem says in an author's words what yaml.v3 said of a line.
func syntaxProblem(said, line string) *problem {
	about := func(words ...string) bool {
		for _, word := range words {
			if strings.Contains(said, word) {
				return true
			}
		}
		return false
	}
	if name, ok := strings.CutPrefix(said, "unknown anchor '"); ok {
		return aliased.of(strings.TrimSuffix(name, "' referenced")).hinted("put the value in quotes, or write the part out")
	}
	switch {
	case about("could not find expected ':'"):
		return noColon.of(line).hinted(`write "key: value"`)
	case about("',' or ']'", "',' or '}'"):
		return openBracket.of(line).hinted("close it, and put commas between its parts")
	case about("unexpected end of stream", "unexpected document indicator"):
		return openQuote.of(line).hinted("close it with the quote that opened it")
	case about("cannot start any token"):
		return wrongStart.of(line).hinted("put the value in quotes")
	case about("mapping values are not allowed") && strings.Count(line, ": ") > 1:
		return secondColon.of(line).hinted("put quotes around the text that has it")
	case about("expected key", "'-' indicator", "not allowed in this context", "indentation"):
		return wrongIndent.of(line).hinted("keys of one mapping start in the same column, and so do the dashes of one list")
	}
	return notYAML.of(line).hinted("check its quotes, brackets and indentation, and those of the line above")
}
