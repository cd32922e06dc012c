package formula

import (
	"fmt"
	"unicode"

	"kepu/internal/typeset"
)

// lang is the language whose shapes are taken.
const lang = "zh-CN"

// Parts of an em.
const (
	axis  = .36 // of the middle of operators and the lines of fractions, above the base line
	thick = .06 // of those lines
	small = .54 // height of an x
	slant = .25 // of italics: the tangent
)

// replaced are characters that few fonts have, by others that look like them.
var replaced = map[rune]rune{'∙': '•', '⋅': '·', '∗': '*', '∖': '\\', '≐': '=', '✓': '√'}

// glyphs sets characters, as they are.
func (s *setter) glyphs(text string, size float64, f face) (box, error) {
	b := box{}
	font := s.fonts.Text
	heavy := f == bold || f == boldItalic
	if heavy {
		font = s.fonts.Title
	}
	if font == nil {
		return b, errNoFonts
	}
	leans := f == usual || f == boldItalic
	for _, r := range text {
		if t, ok := replaced[r]; ok && !font.Has(lang, r) {
			r = t
		}
		if drawn := drawn(r, size); drawn != nil {
			b.beside(*drawn)
			continue
		}
		if !font.Has(lang, r) {
			return b, fmt.Errorf("the font has no %q", r)
		}
		advance := float64(font.Advance(lang, r)) / typeset.Em * size
		g := box{width: advance}
		at := 0.
		bounds := font.Outline(lang, r).Bounds()
		if !bounds.Empty() {
			px := size / (64 * typeset.Em)
			left, right := float64(bounds.Min.X)*px, float64(bounds.Max.X)*px
			g.up, g.down = -float64(bounds.Min.Y)*px, float64(bounds.Max.Y)*px
			if loose(r) && advance > .9*size { // a sign in a square: the room around it is ours to give
				at = .04*size - left
				g.width = right - left + .08*size
			}
			if leans {
				b.lean = max(0, g.up*slant-(advance-right)-.02*size)
			}
		}
		g.marks = []mark{{x: at, text: string(r), size: size, bold: heavy, italic: leans}}
		b.beside(g)
	}
	if !leans {
		b.lean = 0
	}
	return b, nil
}

// loose tells of a character that is no letter and no part of a text.
func loose(r rune) bool {
	return !unicode.IsLetter(r) && !(r >= 0x3000 && r < 0x3040) && !(r >= 0xff00 && r < 0xff61)
}

// drawn are the signs that fonts for Chinese lack, or have too large; nil for
// others. Their paths count in hundredths of an em.
func drawn(r rune, size float64) *box {
	one := func(width, up, down float64, path string, line float64) *box {
		m := mark{path: path, line: line, scale: size / 100}
		return &box{width: width * size / 100, up: up * size / 100, down: down * size / 100, marks: []mark{m}}
	}
	const dot = 11
	switch r {
	case '∼':
		return one(66, 46, -26, "M6 -32C14 -46 26 -44 33 -36S52 -26 60 -40", 6)
	case '∘':
		return one(42, 50, -22, "M21 -48C5 -48 5 -24 21 -24S37 -48 21 -48z", 5)
	case '·':
		return one(24, 42, -30, "M12 -36h0", dot)
	case '⋯':
		return one(92, 42, -30, "M14 -36h0M46 -36h0M78 -36h0", dot)
	case '…':
		return one(92, 12, 0, "M14 -5h0M46 -5h0M78 -5h0", dot)
	case '⋮':
		return one(28, 75, 5, "M14 -70h0M14 -36h0M14 -2h0", dot)
	case '⋱':
		return one(88, 75, 5, "M12 -66h0M44 -36h0M76 -6h0", dot)
	case '↦':
		return one(90, 52, -20, "M6 -52V-20M6 -36H82M68 -50L83 -36L68 -22", 6)
	}
	return nil
}
