package ical

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineOctets is how long a line may be, without its CR LF (RFC 5545 §3.1).
const lineOctets = 75

// A writer appends content lines to out.
type writer struct {
	out  []byte
	line []byte // the line that is being made, not yet folded
}

// property writes a value as it is. head is the property's name, possibly with
// parameters. Like all methods that write one, it leaves out a blank value.
func (w *writer) property(head, value string) {
	if blank(value) {
		return
	}
	w.begin(head)
	w.line = append(w.line, value...)
	w.end()
}

// text writes values of type TEXT, escaped, with commas between them.
func (w *writer) text(head string, values ...string) {
	w.begin(head)
	empty := len(w.line)
	for _, v := range values {
		if blank(v) {
			continue
		}
		if len(w.line) > empty {
			w.line = append(w.line, ',')
		}
		w.line = append(w.line, textEscapes.Replace(v)...)
	}
	if len(w.line) > empty {
		w.end()
	}
}

// uri writes an address.
func (w *writer) uri(head, value string) {
	if blank(value) {
		return
	}
	w.begin(head)
	w.line = appendURI(w.line, value)
	w.end()
}

func (w *writer) begin(head string) {
	w.line = append(append(w.line[:0], head...), ':')
}

func (w *writer) end() { w.out = appendFolded(w.out, clean(w.line)) }

// blank tells a value in which there is nothing to see; readers differ in what
// they make of such.
func blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsControl(r) && !unicode.IsSpace(r) })
}

// clean takes control characters out of a line. It stands in the only way out:
// a line break in a value could otherwise begin a property of its own. An octet
// that is no UTF-8 becomes U+FFFD.
func clean(line []byte) []byte {
	if utf8.Valid(line) && !mayHoldControl(line) {
		return line
	}
	return bytes.Map(func(r rune) rune {
		if r != '\t' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, line)
}

// mayHoldControl looks for octets that are control characters (C0, DEL) or
// begin one (C1).
func mayHoldControl(line []byte) bool {
	for _, c := range line {
		if c < ' ' && c != '\t' || c == 0x7f || c == 0xc2 {
			return true
		}
	}
	return false
}

// appendFolded appends a line in pieces that are short enough, each after the
// first led by a space, and never parts the octets of a character.
func appendFolded(out, line []byte) []byte {
	room := lineOctets
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		out = append(append(out, line[:cut]...), "\r\n "...)
		line = line[cut:]
		room = lineOctets - 1 // the space counts
	}
	return append(append(out, line...), "\r\n"...)
}

var (
	textEscapes  = escapes(`\n`, `\`, `\\`, ";", `\;`, ",", `\,`) // RFC 5545 §3.3.11
	paramEscapes = escapes("^n", "^", "^^", `"`, "^'")            // RFC 6868
)

// escapes replaces by pairs, and writes every kind of line break as lineBreak.
// U+0085, U+2028 and U+2029 are among them because some readers take those for
// the end of a line.
func escapes(lineBreak string, pairs ...string) *strings.Replacer {
	for _, s := range [...]string{"\r\n", "\r", "\n", "\u0085", "\u2028", "\u2029"} {
		pairs = append(pairs, s, lineBreak)
	}
	return strings.NewReplacer(pairs...)
}

// appendURI appends s with every octet that RFC 3986 has no place for
// percent-encoded: people write addresses with Chinese letters.
func appendURI(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b = append(b, '%', hex[c>>4], hex[c&15])
		} else {
			b = append(b, c)
		}
	}
	return b
}

// param is a parameter's value: encoded, and quoted if it holds what would end it.
func param(s string) string {
	s = paramEscapes.Replace(s)
	if strings.ContainsAny(s, ":;,") {
		return `"` + s + `"`
	}
	return s
}
