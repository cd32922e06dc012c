package channel

import (
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Words counts 字 as the word processors of Chinese editors do (字数): each Han
// character, kana, syllable of Hangul and mark of Chinese punctuation is one, and
// so is each run of other letters, digits and marks between them: FAST, 3.14,
// don't, 50%. Blanks count nothing.
func Words(s string) int {
	n := 0
	in := false // in a run
	for _, r := range s {
		switch {
		case isSyllable(r):
			n++
			in = false
		case unicode.IsSpace(r):
			in = false
		case unicode.Is(unicode.Cf, r) || unicode.IsMark(r) || in && r == '’': // they belong to what is before them
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r <= unicode.MaxASCII:
			if !in {
				n++
			}
			in = true
		default:
			n++
			in = false
		}
	}
	return n
}

// isSyllable reports whether a character is a 字 by itself.
func isSyllable(r rune) bool {
	return '一' <= r && r <= '龥' || // most of them are here
		r > '\u0fff' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// Characters counts Unicode characters, as most editors of media do.
func Characters(s string) int { return utf8.RuneCountInString(s) }

// Units counts units of UTF-16, as text messages and JavaScript do.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// Seconds is how long a text takes to read aloud, at four 字 a second: a digit
// is a 字, a Latin word two.
func Seconds(s string) float64 {
	n := 0
	in := false
	for _, r := range s {
		switch {
		case isSyllable(r), unicode.IsDigit(r):
			n++
			in = false
		case unicode.IsLetter(r):
			if !in {
				n += 2
			}
			in = true
		default:
			in = false
		}
	}
	return float64(n) / 4
}
