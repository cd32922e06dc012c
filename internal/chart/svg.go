package chart

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// width of a drawing in units.
const width = 360

// escape makes text safe between tags and in attributes, and leaves out what
// XML does not allow.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			return -1
		}
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	return escaper.Replace(s)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// num writes a length with at most one decimal.
func num(x float64) string {
	s := strconv.FormatFloat(x, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

// points writes numbers apart by spaces.
func points(xs ...float64) string {
	var b strings.Builder
	for i, x := range xs {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(num(x))
	}
	return b.String()
}

// textWidth is about how wide a text is: Chinese characters are as wide as the
// font is high, Latin ones a little more than half of that.
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += runeWidth(r)
	}
	return w * size
}

func runeWidth(r rune) float64 {
	switch {
	case r >= 0x1100 && r < 0x1200, r >= 0x2e80, r == '—', r == '…', r == '“', r == '”', r == '‘', r == '’':
		return 1
	}
	return 0.56
}

// shorten cuts a text to a width, with “…” for the rest; "" where not even a
// character and that would fit.
func shorten(s string, size, room float64) string {
	if textWidth(s, size) <= room {
		return s
	}
	left, end, kept := room/size-runeWidth('…'), 0, 0
	for i, r := range s {
		if left -= runeWidth(r); left < 0 {
			break
		}
		end = i + utf8.RuneLen(r)
		kept++
	}
	if kept == 0 {
		return ""
	}
	return strings.TrimRight(s[:end], " ") + "…"
}

// head opens a drawing of a width and a height, with text of a size. Its title
// and its description are what a screen reader says.
func head(class, role, id, title, desc string, w, h, size float64) string {
	id = "x-" + escape(id)
	return `<svg class="` + class + `" viewBox="0 0 ` + points(w, h) + `" role="` + role +
		`" aria-labelledby="` + id + `-title" aria-describedby="` + id + `-desc" font-size="` + num(size) + `">` +
		`<title id="` + id + `-title">` + escape(title) + `</title><desc id="` + id + `-desc">` + escape(desc) + `</desc>`
}

// textAt is a line of text that begins at x, or has its "middle" or "end" there.
func textAt(class string, x, y float64, anchor, s string) string {
	if anchor != "" {
		anchor = `" text-anchor="` + anchor
	}
	return `<text class="` + class + `" x="` + num(x) + `" y="` + num(y) + anchor + `">` + escape(s) + `</text>`
}
