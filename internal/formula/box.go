package formula

import (
	"fmt"
	"math"
	"strings"

	"kepu/internal/svg"
)

// A box is a drawn part of a formula. Lengths are pixels; y is downwards from the
// base line.
type box struct {
	width, up, down float64 // how far it reaches above and below the base line
	marks           []mark
	lean            float64 // how much further the top stands out to the right
}

// A mark is a run of text or a path.
type mark struct {
	x, y float64
	// of text:
	text   string
	size   float64
	bold   bool
	italic bool
	// of a path, around x and y:
	path  string
	line  float64 // width of a line along it; 0 where it is filled
	joint bool    // sharp corners
	scale float64 // of path and line; 0 is 1
}

func (b *box) height() float64 { return b.up + b.down }

// put draws another box with its base line's beginning at a place.
func (b *box) put(o box, x, y float64) {
	for _, m := range o.marks {
		m.x, m.y = m.x+x, m.y+y
		b.marks = append(b.marks, m)
	}
	b.width = max(b.width, x+o.width)
	b.up, b.down = max(b.up, o.up-y), max(b.down, o.down+y)
}

// beside puts a box after the end.
func (b *box) beside(o box) { b.put(o, b.width, 0) }

// raised is a box moved up.
func (b box) raised(by float64) box {
	out := box{width: b.width, up: math.Inf(-1), down: math.Inf(-1)}
	out.put(b, 0, -by)
	return out
}

// rule is a filled rectangle from x, y, which is its middle, to the right.
func rule(x, y, width, thick float64) mark {
	return mark{x: x, y: y - thick/2, path: fmt.Sprintf("M0 0h%.2fv%.2fh%.2fz", width, thick, -width)}
}

// svg writes a box as a drawing in an ink on white, with its base line at y.
func (b *box) svg(w, h int, x, y float64, ink string) string {
	var s strings.Builder
	fmt.Fprintf(&s, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[2]d" fill=%[3]q><rect width="%[1]d" height="%[2]d" fill="#fff"/>`, w, h, ink)
	for _, m := range b.marks {
		if m.path != "" {
			fmt.Fprintf(&s, `<path transform="translate(%.2f %.2f)`, x+m.x, y+m.y)
			if m.scale > 0 {
				fmt.Fprintf(&s, ` scale(%.4f)`, m.scale)
			}
			fmt.Fprintf(&s, `" d=%q`, m.path)
			if m.line > 0 {
				fmt.Fprintf(&s, ` fill="none" stroke=%q stroke-width="%.2f"`, ink, m.line)
				if !m.joint {
					s.WriteString(` stroke-linecap="round" stroke-linejoin="round"`)
				}
			}
			s.WriteString("/>")
			continue
		}
		fmt.Fprintf(&s, `<text x="%.2f" y="%.2f" font-size="%.2f"`, x+m.x, y+m.y, m.size)
		if m.bold {
			s.WriteString(` font-weight="bold"`)
		}
		if m.italic {
			s.WriteString(` font-style="italic"`)
		}
		s.WriteString(">" + svg.Escape(m.text) + "</text>")
	}
	s.WriteString("</svg>")
	return s.String()
}
