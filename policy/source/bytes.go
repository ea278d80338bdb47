package source

import (
	"bytes"
	"unicode/utf8"
)

// normalise makes every line end in a line feed.
func normalise(content []byte) []byte {
	content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(content, []byte("\r"), []byte("\n"))
}

// readable looks for what makes a file something other than indented text, before
// a YAML parser meets it and says something less clear.
func (s *sink) readable(file string, content []byte) bool {
	at := Position{File: file, Line: 1, Column: 1}
	indenting := true
	for rest := content; len(rest) > 0; {
		char, size := utf8.DecodeRune(rest)
		switch {
		case char == utf8.RuneError && size == 1:
			return s.report(at, "", notUTF8.of(rest[0]).hinted("save the file as UTF-8; a £ sign from another encoding is the usual cause"))
		case char == '\t' && indenting:
			return s.report(at, "", tabIndents.of().hinted("YAML is indented with spaces; replace every tab"))
		case strange(char) && !(char == '\uFEFF' && len(rest) == len(content)):
			return s.report(at, "", strangeChar.of(char).hinted("delete it; it came from another program"))
		}
		at.Column++
		if char == '\n' {
			at.Line, at.Column, indenting = at.Line+1, 1, true
		} else if char != ' ' {
			indenting = false
		}
		rest = rest[size:]
	}
	return true
}

// strange reports control characters, byte order marks, and the rare line
// separators that YAML counts as line breaks and editors do not.
func strange(char rune) bool {
	switch {
	case char == '\n' || char == '\t':
		return false
	case char < 0x20 || char >= 0x7F && char < 0xA0:
		return true
	case char == 0x2028 || char == 0x2029 || char == 0xFEFF:
		return true
	}
	return char >= 0xD800 && char < 0xE000 || char == 0xFFFE || char == 0xFFFF
}
