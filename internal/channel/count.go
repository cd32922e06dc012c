package channel

import (
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Words counts 字 as the word processors of Chinese editors do (字数, without
// spaces): each Han character, kana and mark of punctuation is one, and so is
// each run of other letters and digits, a Latin word or a number. Hangul counts
// by syllable.
func Words(s string) int {
	n := 0
	in := false // in a word
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			in = false
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n++
			in = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if !in {
				n++
			}
			in = true
		case in && (r == '.' || r == ',' || r == '-' || r == '\'' || r == '’' || r == '%' || r == '/'): // 3.14, don't, km/h
		default:
			n++
			in = false
		}
	}
	return n
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
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), unicode.IsDigit(r):
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

// Shorten gives the beginning of a text of at most so many characters: up to the
// end of a sentence if there is one past the middle, else of a clause or a word,
// with dots that tell of more. A most of 0 is no bound.
func Shorten(s string, most int) string {
	if most <= 0 || Characters(s) <= most {
		return s
	}
	r := []rune(s)
	for i := most; i > most/2; i-- {
		if isEnd(r[i-1]) {
			return string(r[:i])
		}
	}
	cut := most - 1
	for i := cut; i > most/2; i-- {
		if r[i] == '，' || r[i] == '；' || r[i] == '、' || r[i] == '：' || r[i] == ' ' {
			cut = i
			break
		}
	}
	return string(r[:max(0, cut)]) + "…"
}

func isEnd(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '…':
		return true
	}
	return false
}
