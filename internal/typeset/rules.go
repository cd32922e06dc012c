package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	closing = "，。、；：？！）》」』】〉〕”’…—～·,.;:?!)]}%℃°"
	opening = "（《「『【〈〔“‘([{"
	full    = "，。、；：？！）》」』】〉〕”’" // closing ones that are blank on the right
	hung    = "（《「『【〈〔“‘"        // opening ones that are blank on the left
)

// clings tells that b stays on the line of a, which it follows.
func clings(a, b rune, space bool) bool {
	return strings.ContainsRune(closing, b) || strings.ContainsRune(opening, a) ||
		!space && !ideographic(a) && !ideographic(b)
}

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 <= r && r < 0x3040 || 0xff00 <= r && r < 0xff61 ||
		strings.ContainsRune(closing, r) && r > 0x7f || strings.ContainsRune(opening, r) && r > 0x7f
}

// blankHalf is how much of a character at the end of a line is blank.
func blankHalf(r rune, width int) int {
	if strings.ContainsRune(full, r) && width > Em*3/4 {
		return Em / 2
	}
	return 0
}

// between is the space that belongs between two characters: a thin gap where Han
// characters meet Latin letters or digits, and less than none where two marks
// meet that are blank between them.
func between(a, b rune, advance func(rune) int) int {
	switch {
	case unicode.Is(unicode.Han, a) && western(b), western(a) && unicode.Is(unicode.Han, b):
		return Em / 8
	case b > 0x7f && (strings.ContainsRune(closing, b) || strings.ContainsRune(opening, b)) && advance(b) > Em*3/4:
		return -blankHalf(a, advance(a))
	}
	return 0
}

func western(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// endsPart tells that a part of a sentence ends with a text.
func endsPart(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return strings.ContainsRune("：；。？！）—:;?!", r)
}

// Width measures a line that Print sets, in thousandths of an em.
func (f *Font) Width(lang, text string) int {
	return widthOf(text, func(r rune) int { return f.Advance(lang, r) })
}

func widthOf(text string, advance func(rune) int) int {
	width, last := 0, rune(0)
	for _, r := range text {
		width += between(last, r, advance) + advance(r)
		last = r
	}
	return width
}

// Indent is how much of the opening punctuation at the beginning of a line is
// blank, and may stand out of it, in thousandths of an em.
func (f *Font) Indent(lang, text string) int {
	if r, _ := utf8.DecodeRuneInString(text); strings.ContainsRune(hung, r) && f.Advance(lang, r) > Em*3/4 {
		return Em / 2
	}
	return 0
}
