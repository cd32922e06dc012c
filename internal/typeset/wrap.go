package typeset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A unit is a run that stays on one line: a Han character with the punctuation
// that clings to it, a word.
type unit struct {
	text  []byte
	width int
	gap   string // what stands between it and the unit before on the same line
	lead  int    // its width
	hang  int    // blank half of closing punctuation at its end, which may stand out of the line
}

// A Line of a text that was broken. Width is in thousandths of an em.
type Line struct {
	Text  string
	Width int
}

// A Text is one that was measured, to be set in lines.
type Text struct {
	units   []unit
	advance func(rune) int
}

// Measure prepares a text for being broken.
func Measure(f *Font, lang, text string) Text {
	return measure(text, func(r rune) int { return f.Advance(lang, r) })
}

// MeasureBy measures for another medium than a font's: advance gives how wide a
// character is, in thousandths of an em.
func MeasureBy(advance func(rune) int, text string) Text { return measure(text, advance) }

// Lines breaks a text in a size for a width, both in pixels: each line as full as
// it can be.
func Lines(f *Font, lang, text string, size, width int) []Line {
	return Measure(f, lang, text).Fill(max(width, size) * Em / size)
}

// measure divides a text by the rules for Chinese (CLREQ 3.1): no line begins
// with closing punctuation or ends with an opening one, and words stay whole.
// Korean is written in words.
func measure(text string, advance func(rune) int) Text {
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
			u.text = utf8.AppendRune(append(u.text, gap...), r)
			u.width += lead + width
			u.hang = blankHalf(r, width)
		} else {
			if n == 0 {
				gap, lead = "", 0
			}
			list = append(list, unit{utf8.AppendRune(nil, r), width, gap, lead, blankHalf(r, width)})
		}
		last, space = r, false
	}
	return Text{list, advance}
}

// Fill sets a text in lines of a width, each as full as it can be.
func (t Text) Fill(width int) []Line {
	var lines []Line
	var b strings.Builder
	used := 0
	end := func() {
		if b.Len() > 0 {
			lines = append(lines, Line{b.String(), used})
			b.Reset()
			used = 0
		}
	}
	for _, u := range t.units {
		if b.Len() > 0 && used+u.lead+u.width-u.hang > width {
			end()
		}
		if b.Len() > 0 {
			b.WriteString(u.gap)
			used += u.lead
		}
		if u.width-u.hang <= width {
			b.Write(u.text)
			used += u.width
			continue
		}
		for _, r := range string(u.text) { // longer than a line: broken anywhere
			w := t.advance(r)
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

// Balance sets a title in as few lines as Fill does, and those as equal as they
// can be, so that none holds a single character. It breaks where a part of the
// sentence ends if that takes no further line, and does not look for that where
// there are more lines than most.
func (t Text) Balance(width, most int) []Line {
	lines := t.Fill(width)
	for i := range t.units[:max(0, len(t.units)-1)] {
		if len(lines) > most || !endsPart(t.units[i].text) && !bytes.HasPrefix(t.units[i+1].text, []byte("（")) {
			continue
		}
		a, b := Text{t.units[:i+1], t.advance}, Text{t.units[i+1:], t.advance}
		if len(a.Fill(width))+len(b.Fill(width)) == len(lines) {
			return append(a.even(width), b.even(width)...)
		}
	}
	return t.even(width)
}

// even sets a text in as few lines as Fill does, as narrow as they can be.
func (t Text) even(width int) []Line {
	lines := t.Fill(width)
	low, high := width/(len(lines)+1), width
	for _, u := range t.units {
		if u.width <= width {
			low = max(low, u.width) // no word is broken for the sake of it
		}
	}
	for high-low > Em/8 {
		mid := (low + high) / 2
		if narrower := t.Fill(mid); len(narrower) == len(lines) {
			lines, high = narrower, mid
		} else {
			low = mid
		}
	}
	return lines
}

// Cut sets the first lines of a text, each as full as it can be, and writes
// behind them that there is more.
func (t Text) Cut(most, width int, more string) []Line {
	lines := t.Fill(width)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	last := []rune(lines[most-1].Text)
	for len(last) > 0 {
		text := strings.TrimRight(string(last), closing+opening+" ") + more
		if w := widthOf(text, t.advance); w <= width {
			lines[most-1] = Line{text, w}
			break
		}
		last = last[:len(last)-1]
	}
	return lines
}
