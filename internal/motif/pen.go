package motif

import "strconv"

// A pen collects a drawing in four layers, each written as one path element at
// the end: washes, washed shapes with an outline, lines, dots.
type pen struct {
	dice
	wash, shape, line, point []byte

	room [4][480]byte // so that a drawing is one allocation, as a rule
}

func newPen(d dice) *pen {
	p := &pen{dice: d}
	p.wash, p.shape, p.line, p.point = p.room[0][:0], p.room[1][:0], p.room[2][:0], p.room[3][:0]
	return p
}

// path appends commands of a path, numbers for # in order: "M# #h#".
func path(b []byte, format string, args ...int) []byte {
	for i := 0; i < len(format); i++ {
		if format[i] != '#' {
			b = append(b, format[i])
			continue
		}
		b = strconv.AppendInt(b, int64(args[0]), 10)
		args = args[1:]
	}
	return b
}

// l adds to the lines.
func (p *pen) l(format string, args ...int) { p.line = path(p.line, format, args...) }

// w adds to the washes, the second tone.
func (p *pen) w(format string, args ...int) { p.wash = path(p.wash, format, args...) }

// lw adds to the shapes that are both outlined and washed.
func (p *pen) lw(format string, args ...int) { p.shape = path(p.shape, format, args...) }

// dot adds a dot: a line of no length with round ends, so that all dots are of
// one size whatever the size of the drawing.
func (p *pen) dot(x, y int) { p.point = path(p.point, "M# #h0", x, y) }

const circle = "M# #a# # 0 1 0 # 0a# # 0 1 0 # 0z"

// ring gives the arguments of circle.
func ring(x, y, r int) []int { return []int{x - r, y, r, r, 2 * r, r, r, -2 * r} }

// svg writes what was collected.
func (p *pen) svg(name string) string {
	out := make([]byte, 0, 700)
	out = append(out, `<svg class="motif m-`...)
	out = append(out, name...)
	out = append(out, frame...)
	for _, l := range p.layers() {
		out = layer(out, l.class, l.path)
	}
	return string(append(out, "</svg>"...))
}

type pathLayer struct {
	class byte
	path  []byte
}

// layers are what was collected, back to front.
func (p *pen) layers() [4]pathLayer {
	return [...]pathLayer{{Wash, p.wash}, {Shape, p.shape}, {Line, p.line}, {Point, p.point}}
}

// layer appends one path element of a class, which gives it its tone.
func layer(out []byte, class byte, d []byte) []byte {
	if len(d) == 0 {
		return out
	}
	out = append(out, `<path class="`...)
	out = append(out, class)
	out = append(out, `" d="`...)
	out = append(out, d...)
	return append(out, `"/>`...)
}

// ellipse draws an orbit: an ellipse about (x, y), turned by deg, of two arcs.
//
// Their ends are rounded, so they are not where an axis of length rx ends. An
// axis too long for them gives two arcs that meet at an angle; one too short is
// stretched to fit, and the arcs are halves of one ellipse. So it is rounded down.
func (p *pen) ellipse(x, y, rx, ry, deg int) {
	ax, ay := polar(x, y, rx, deg+180)
	bx, by := polar(x, y, rx, deg)
	for rx*rx > (bx-x)*(bx-x)+(by-y)*(by-y) {
		rx--
	}
	p.l("M# #A# # # 1 0 # #A# # # 1 0 # #z", ax, ay, rx, ry, deg, bx, by, rx, ry, deg, ax, ay)
}

// stars scatters n small dots over the sky above y, away from the subject and
// from the edge of a plate.
func (p *pen) stars(n, y int) {
	for i := 0; i < n; i++ {
		x := p.between(6, 46)
		if i%2 == 1 {
			x = 160 - x
		}
		p.dot(x, p.between(top+3, min(y, bottom-3)))
	}
}
