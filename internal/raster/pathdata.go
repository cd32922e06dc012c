package raster

import (
	"fmt"
)

// readPath reads path data (SVG 2, 9.3). Browsers draw what comes before a
// mistake; here it is an error, since the author meant something else.
func readPath(d string) (path, error) {
	r := pathReader{numbers: numbers{rest: d}}
	for r.command() {
	}
	if r.err != nil {
		return nil, fmt.Errorf("path data: %w", r.err)
	}
	return r.path, nil
}

type pathReader struct {
	numbers
	path    path
	last    byte  // command
	at      point // pen
	start   point // of the contour
	control point // of the last curve, for those that go on smoothly
	bent    byte  // 'c' or 'q' where the last command was such a curve
}

// command reads one, or what repeats the last.
func (r *pathReader) command() bool {
	r.blank()
	if r.rest == "" || r.err != nil {
		return false
	}
	if c := r.rest[0]; c|0x20 >= 'a' && c|0x20 <= 'z' {
		if r.last == 0 && c|0x20 != 'm' {
			r.fail("it does not begin with M")
			return false
		}
		r.last, r.rest = c, r.rest[1:]
	} else if r.last == 0 || r.last|0x20 == 'z' {
		r.fail("unexpected %q", c)
		return false
	} else if r.last|0x20 == 'm' {
		r.last -= 'm' - 'l' // points after the first are lines
	}
	base := point{}
	if r.last >= 'a' {
		base = r.at
	}
	kind := r.last | 0x20
	if n := len(r.path); kind != 'm' && kind != 'z' && n > 0 && r.path[n-1].op == 'Z' {
		r.path.moveTo(r.at) // a contour may go on from where the last was closed
	}
	pt := func() point { x := r.number(); return point{x, r.number()}.add(base) }
	bent := byte(0)
	to := r.at
	switch kind {
	case 'm':
		to = pt()
		r.start = to
		r.path.moveTo(to)
	case 'l':
		to = pt()
		r.path.lineTo(to)
	case 'h':
		to.x = base.x + r.number()
		r.path.lineTo(to)
	case 'v':
		to.y = base.y + r.number()
		r.path.lineTo(to)
	case 'q', 't':
		c := r.smooth('q')
		if kind == 'q' {
			c = pt()
		}
		to = pt()
		r.path.quadTo(c, to)
		r.control, bent = c, 'q'
	case 'c', 's':
		a := r.smooth('c')
		if kind == 'c' {
			a = pt()
		}
		b := pt()
		to = pt()
		r.path.cubeTo(a, b, to)
		r.control, bent = b, 'c'
	case 'a':
		rx, ry, turn, large, sweep := r.number(), r.number(), r.number(), r.flag(), r.flag()
		to = pt()
		r.path.arcTo(r.at, rx, ry, turn, large, sweep, to)
	case 'z':
		to = r.start
		r.path.close()
	default:
		r.fail("unknown command %q", r.last)
	}
	r.at, r.bent = to, bent
	if len(r.path) > mostSegments {
		r.fail("more than %d segments", mostSegments)
	}
	return r.err == nil
}

// smooth is the control point that continues the last curve, if it was of the kind.
func (r *pathReader) smooth(kind byte) point {
	if r.bent != kind {
		return r.at
	}
	return r.at.times(2).sub(r.control)
}
