package chart

import (
	"strings"

	"kepu/internal/svg"
)

// width of a drawing in units.
const width = 360

// points writes numbers apart by spaces.
func points(xs ...float64) string {
	var b strings.Builder
	for i, x := range xs {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(svg.Num(x))
	}
	return b.String()
}

// head opens a drawing of a width and a height, with text of a size. Its title
// and its description are what a screen reader says.
func head(class, role, id, title, desc string, w, h, size float64) string {
	id = "x-" + svg.Escape(id)
	return `<svg class="` + class + `" viewBox="0 0 ` + points(w, h) + `" role="` + role +
		`" aria-labelledby="` + id + `-title" aria-describedby="` + id + `-desc" font-size="` + svg.Num(size) + `">` +
		`<title id="` + id + `-title">` + svg.Escape(title) + `</title><desc id="` + id + `-desc">` + svg.Escape(desc) + `</desc>`
}

// textAt is a line of text that begins at x, or has its "middle" or "end" there.
func textAt(class string, x, y float64, anchor, s string) string {
	if anchor != "" {
		anchor = `" text-anchor="` + anchor
	}
	return `<text class="` + class + `" x="` + svg.Num(x) + `" y="` + svg.Num(y) + anchor + `">` + svg.Escape(s) + `</text>`
}
