package mobile

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isEnd reports whether a sentence ends with a mark.
func isEnd(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '.', '．':
		return true
	}
	return false
}

// isPause reports whether a part of a sentence ends with a mark.
func isPause(r rune) bool {
	switch r {
	case '，', '、', '；', '：', '…', '—', ',', ';', ':':
		return true
	}
	return false
}

// isClosing reports whether a mark belongs to what stands before it.
func isClosing(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', '》', '〉', '】', '〕', ')', ']', '"', '\'':
		return true
	}
	return false
}

// clings reports whether a character must not begin a part.
func clings(r rune) bool {
	return isClosing(r) || isEnd(r) || isPause(r) || r == '\u200d' || unicode.Is(unicode.M, r)
}

// A seam is how good a place is for cutting a text.
type seam uint8

const (
	anywhere seam = iota
	atPause
	atSentence
	atLine
)

// seamOf tells what is between two characters of a text. before is the one that
// counts: closing marks are passed over.
func seamOf(before, after rune) seam {
	switch {
	case before == '\n':
		return atLine
	case before < unicode.MaxASCII && unicode.IsPunct(before) && !unicode.IsSpace(after): // 3.14, 10:30
		return anywhere
	case isEnd(before):
		return atSentence
	case isPause(before), unicode.IsSpace(before):
		return atPause
	}
	return anywhere
}

// split cuts a text into parts of at most size characters: at the end of a line,
// else of a sentence, else where it pauses, else between two characters. The
// parts make up the text.
func split(text string, size int) []string {
	if len(text) <= size || utf8.RuneCountInString(text) <= size {
		return []string{text} // as are most paragraphs
	}
	var parts []string
	for text != "" {
		n := cut(text, size)
		parts = append(parts, text[:n])
		text = text[n:]
	}
	return parts
}

// cut finds where the first part ends, in bytes. What is less than a third of a
// part is too little to stand alone, however well it ends.
func cut(text string, size int) int {
	best, at, loose, n := anywhere, 0, 0, 0
	before := rune(0)
	for i, r := range text {
		if n > 0 && !clings(r) {
			loose = i
			if s := seamOf(before, r); s >= best && n*3 >= size {
				best, at = s, i
			}
		}
		if n == size {
			return cmp.Or(at, loose, i)
		}
		if !isClosing(r) {
			before = r
		}
		n++
	}
	return len(text)
}

// sentences cuts a text where its sentences end.
func sentences(text string) []string {
	var list []string
	from, before := 0, rune(0)
	for i, r := range text {
		if i > from && !clings(r) && seamOf(before, r) >= atSentence {
			list = append(list, text[from:i])
			from = i
		}
		if !isClosing(r) {
			before = r
		}
	}
	if from < len(text) {
		list = append(list, text[from:])
	}
	return list
}

// beginning is as many whole sentences of a text as have at most size
// characters; at least one, so that there is something to read.
func beginning(text string, size int) string {
	n, end := 0, 0
	for _, s := range sentences(text) {
		n += utf8.RuneCountInString(s)
		if n > size && end > 0 {
			break
		}
		end += len(s)
	}
	return text[:end]
}

// ended puts a full stop behind what does not end in a mark.
func ended(s, stop string) string {
	s = strings.TrimSpace(s)
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, isClosing))
	if s == "" || isEnd(r) || isPause(r) {
		return s
	}
	return s + stop
}

// first is the beginning of a text, up to some bytes, cut between characters.
func first(s string, size int) string {
	if len(s) <= size {
		return s
	}
	for size > 0 && !utf8.RuneStart(s[size]) {
		size--
	}
	return s[:size]
}
