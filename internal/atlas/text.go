package atlas

import (
	"html"
	"strings"
	"unicode"
)

// Sizes of text in units.
const (
	nameSize = 12 // of towns, and of numbers on signs
	noteSize = 11 // of all else
)

// widthOf is how wide a text is at a size: Han, Hangul and their punctuation are
// square, all else takes little more than half.
func widthOf(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 0x1100 && (r < 0x2000 || r >= 0x2070):
			w++
		default:
			w += 0.55
		}
	}
	return w * size
}

// escape makes a text fit for an element or an attribute.
func escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, s))
}
