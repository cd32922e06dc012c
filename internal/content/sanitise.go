package content

import (
	"fmt"
	"unicode/utf8"

	"kepu/internal/diag"
)

// sanitise returns src in which every character that YAML or a reader of the
// site cannot do with is a blank, so that columns stay true, and a diagnostic
// for each. Clean text is returned as it is.
func (d *decoder) sanitise(front []byte) []byte {
	if clean(front) {
		return front
	}
	out := make([]byte, 0, len(front))
	line, col, found := 0, 1, 0
	for i := 0; i < len(front); {
		r, size := utf8.DecodeRune(front[i:])
		switch {
		case r == '\n':
			line, col = line+1, 0
			out = append(out, '\n')
		case r == '\r' && i+1 < len(front) && front[i+1] == '\n':
		case r == utf8.RuneError && size == 1, badRune(r):
			out = append(out, ' ')
			if found++; found > 20 { // a binary file, most likely: enough said
				break
			}
			p := diag.Pos{Line: line + d.first, Col: col}
			if r == utf8.RuneError {
				d.add(diag.NotUTF8, p)
			} else {
				d.add(diag.ControlCharacter, p, fmt.Sprintf("U+%04X", r))
			}
		default:
			out = append(out, front[i:i+size]...)
		}
		col++
		i += size
	}
	return out
}

// clean is the common case: nothing that sanitise would touch.
func clean(b []byte) bool {
	for i := 0; i < len(b); i++ {
		if c := b[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
			return false
		} else if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && size == 1 || badRune(r) {
				return false
			}
			i += size - 1
		}
	}
	return true
}

// badRune tells the characters that are refused everywhere in front matter:
// controls, the line breaks only YAML 1.1 knows, marks that turn the direction
// of text around, byte order marks and noncharacters.
func badRune(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n' && r != '\t'
	case r < 0x7F:
		return false
	case r < 0xA0, r == 0x2028, r == 0x2029, r == 0xFEFF, r == 0xFFFE, r == 0xFFFF:
		return true
	}
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
