// Package svg is what all drawings of text and lines need: text that cannot
// leave its place, lengths in few characters, and how wide a text is about.
package svg

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Escape makes a text fit for an element or an attribute. What XML does not
// allow becomes a space.
func Escape(s string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, s))
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// Num writes a length with at most one decimal: 12.3, .5, -4.
func Num(x float64) string { return Tenths(int(math.Round(x * 10))) }

// Tenths writes a number of tenths: 123 is 12.3.
func Tenths(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	whole, part := n/10, n%10
	switch {
	case part == 0:
		return sign + strconv.Itoa(whole)
	case whole == 0:
		return sign + "." + strconv.Itoa(part)
	}
	return sign + strconv.Itoa(whole) + "." + strconv.Itoa(part)
}

// Width is about how wide a text is in a font of a size.
func Width(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += width(r)
	}
	return w * size
}

// width is that of a character, as a part of the size: Han, Hangul and their
// punctuation are square, all else takes little more than half.
func width(r rune) float64 {
	switch {
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x1100 && r < 0x1200, r >= 0x2070, strings.ContainsRune("—…“”‘’", r):
		return 1
	}
	return 0.56
}

// Shorten cuts a text to a width, with “…” for the rest; "" where not even a
// character and that would fit.
func Shorten(s string, size, room float64) string {
	if Width(s, size) <= room {
		return s
	}
	left, end := room/size-width('…'), 0
	for i, r := range s {
		if left -= width(r); left < 0 {
			end = i
			break
		}
	}
	if end == 0 {
		return ""
	}
	return strings.TrimRight(s[:end], " ") + "…"
}
