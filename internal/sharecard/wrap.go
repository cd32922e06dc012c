package sharecard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths of text are in thousandths of an em, so that a text is measured once
// whatever size it is set in.
const em = 1000

// A unit is a run that stays on one line: a Han character with the punctuation
// that clings to it, a word.
type unit struct {
	text  string
	width int
	gap   string // what stands between it and the unit before on the same line
	lead  int    // its width
	hang  int    // blank half of closing punctuation at its end, which may stand out of the line
}

// A line of a text that was broken.
type line struct {
	text  string
	width int
}

// unitsOf divides a text by the rules for Chinese (CLREQ 3.1): no line begins
// with closing punctuation or ends with an opening one, and words stay whole.
// Korean is written in words.
func unitsOf(text string, advance func(rune) int) []unit {
	var list []unit
	var last rune
	space := false
	for _, r := range text {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		gap, lead := "", between(last, r, advance)
		if space {
			gap, lead = " ", advance(' ')
		}
		width := advance(r)
		if n := len(list); n > 0 && clings(last, r, space) {
			u := &list[n-1]
			u.text += gap + string(r)
			u.width += lead + width
			u.hang = blankHalf(r, width)
		} else {
			if n == 0 {
				gap, lead = "", 0
			}
			list = append(list, unit{string(r), width, gap, lead, blankHalf(r, width)})
		}
		last, space = r, false
	}
	return list
}

// clings tells that b stays on the line of a, which it follows.
func clings(a, b rune, space bool) bool {
	return strings.ContainsRune(closing, b) || strings.ContainsRune(opening, a) ||
		!space && !ideographic(a) && !ideographic(b)
}

const (
	closing = "，。、；：？！）》」』】〉〕”’…—～·,.;:?!)]}%℃°"
	opening = "（《「『【〈〔“‘([{"
	full    = "，。、；：？！）》」』】〉〕”’" // closing ones that are blank on the right
)

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 <= r && r < 0x3040 || 0xff00 <= r && r < 0xff61 ||
		strings.ContainsRune(closing, r) && r > 0x7f || strings.ContainsRune(opening, r) && r > 0x7f
}

// blankHalf is how much of a character at the end of a line is blank.
func blankHalf(r rune, width int) int {
	if strings.ContainsRune(full, r) && width > em*3/4 {
		return em / 2
	}
	return 0
}

// between is the space that belongs between two characters: a thin gap where Han
// characters meet Latin letters or digits, and less than none where two marks
// meet that are blank between them.
func between(a, b rune, advance func(rune) int) int {
	switch {
	case unicode.Is(unicode.Han, a) && western(b), western(a) && unicode.Is(unicode.Han, b):
		return em / 8
	case b > 0x7f && (strings.ContainsRune(closing, b) || strings.ContainsRune(opening, b)) && advance(b) > em*3/4:
		return -blankHalf(a, advance(a))
	}
	return 0
}

func western(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// fill sets units in lines of a width, each as full as it can be.
func fill(units []unit, width int, advance func(rune) int) []line {
	var lines []line
	var b strings.Builder
	used := 0
	end := func() {
		if b.Len() > 0 {
			lines = append(lines, line{b.String(), used})
			b.Reset()
			used = 0
		}
	}
	for _, u := range units {
		if b.Len() > 0 && used+u.lead+u.width-u.hang > width {
			end()
		}
		if b.Len() > 0 {
			b.WriteString(u.gap)
			used += u.lead
		}
		if u.width-u.hang <= width {
			b.WriteString(u.text)
			used += u.width
			continue
		}
		for _, r := range u.text { // longer than a line: broken anywhere
			w := advance(r)
			if used+w > width {
				end()
			}
			b.WriteRune(r)
			used += w
		}
	}
	end()
	return lines
}

// balance sets units in as few lines as fill does, and those as equal as they
// can be, so that none holds a single character. It breaks where a part of the
// sentence ends if that takes no further line.
func balance(units []unit, width int, advance func(rune) int) []line {
	lines := fill(units, width, advance)
	for i := range units[:max(0, len(units)-1)] {
		if len(lines) > mostLines || !endsPart(units[i].text) && !strings.HasPrefix(units[i+1].text, "（") {
			continue
		}
		if a, b := units[:i+1], units[i+1:]; len(fill(a, width, advance))+len(fill(b, width, advance)) == len(lines) {
			return append(even(a, width, advance), even(b, width, advance)...)
		}
	}
	return even(units, width, advance)
}

// endsPart tells that a part of a sentence ends with a text.
func endsPart(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("：；。？！）—:;?!", r)
}

// even sets units in as few lines as fill does, as narrow as they can be.
func even(units []unit, width int, advance func(rune) int) []line {
	lines := fill(units, width, advance)
	low, high := width/(len(lines)+1), width
	for _, u := range units {
		if u.width <= width {
			low = max(low, u.width) // no word is broken for the sake of it
		}
	}
	for high-low > em/8 {
		mid := (low + high) / 2
		if narrower := fill(units, mid, advance); len(narrower) == len(lines) {
			lines, high = narrower, mid
		} else {
			low = mid
		}
	}
	return lines
}

// cut keeps the first lines of a text and writes behind them that there is more.
func cut(lines []line, most, width int, more string, advance func(rune) int) []line {
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	last := []rune(lines[most-1].text)
	for len(last) > 0 {
		text := strings.TrimRight(string(last), closing+opening+" ") + more
		if w := widthOf(text, advance); w <= width {
			lines[most-1] = line{text, w}
			break
		}
		last = last[:len(last)-1]
	}
	return lines
}

// widthOf measures a line.
func widthOf(text string, advance func(rune) int) int {
	width, last := 0, rune(0)
	for _, r := range text {
		width += between(last, r, advance) + advance(r)
		last = r
	}
	return width
}

// indent is how much of the opening punctuation at the beginning of a line is
// blank, and stands out of it.
func indent(text string, advance func(rune) int) int {
	if r, _ := utf8.DecodeRuneInString(text); strings.ContainsRune("（《「『【〈〔“‘", r) && advance(r) > em*3/4 {
		return em / 2
	}
	return 0
}
