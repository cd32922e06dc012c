package icalcheck

import (
	"bytes"
	"unicode/utf8"
)

// A line is one content line, unfolded.
type line struct {
	number int // of its first piece in the file
	text   []byte
}

// lines parts the file into content lines and checks all that can be seen
// without understanding them.
func (c *checker) lines(src []byte) []line {
	var lines []line
	for number := 1; len(src) > 0; number++ {
		var piece []byte
		piece, src = c.cut(number, src)
		if len(piece) > 75 {
			c.add(number, LongLine, "%d octets", len(piece))
		}
		if len(piece) == 0 {
			c.add(number, EmptyLine, "no text")
			continue
		}
		if piece[0] != ' ' && piece[0] != '\t' {
			lines = append(lines, line{number, piece[:len(piece):len(piece)]}) // to append is to copy
			continue
		}
		if len(lines) == 0 {
			c.add(number, BadLine, "continues nothing")
			continue
		}
		l := &lines[len(lines)-1]
		if endsInside(l.text) {
			c.add(number-1, SplitChar, "the character goes on in the next line")
		}
		l.text = append(l.text, piece[1:]...)
	}
	for _, l := range lines {
		c.characters(l)
	}
	return lines
}

// cut takes the first physical line off src, without its end.
func (c *checker) cut(number int, src []byte) (piece, rest []byte) {
	i := bytes.IndexAny(src, "\r\n")
	switch {
	case i < 0:
		c.add(number, NoLineEnd, "the file ends without CR LF")
		return src, nil
	case bytes.HasPrefix(src[i:], []byte("\r\n")):
		return src[:i], src[i+2:]
	case src[i] == '\n':
		c.add(number, BareLF, "LF without CR")
	default:
		c.add(number, BareCR, "CR without LF")
	}
	return src[:i], src[i+1:]
}

// endsInside tells whether b ends with a part of a UTF-8 sequence.
func endsInside(b []byte) bool {
	for i := len(b) - 1; i >= 0 && i >= len(b)-utf8.UTFMax; i-- {
		if utf8.RuneStart(b[i]) {
			return !utf8.FullRune(b[i:])
		}
	}
	return false
}

func (c *checker) characters(l line) {
	if !utf8.Valid(l.text) {
		c.add(l.number, InvalidUTF8, "not UTF-8")
	}
	for _, r := range string(l.text) {
		if r < ' ' && r != '\t' || r == 0x7f {
			c.add(l.number, ControlChar, "%U", r)
			return
		}
	}
}
