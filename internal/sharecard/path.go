package sharecard

import (
	"math"
	"strconv"
)

// A point of a picture, in pixels.
type point struct{ x, y float64 }

func (p point) add(q point) point     { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point     { return point{p.x - q.x, p.y - q.y} }
func (p point) times(k float64) point { return point{p.x * k, p.y * k} }
func (p point) length() float64       { return math.Hypot(p.x, p.y) }
func (p point) unit() point           { return p.times(1 / p.length()) }
func mix(p, q point, t float64) point { return point{p.x + (q.x-p.x)*t, p.y + (q.y-p.y)*t} }

// A contour is a run of straight lines.
type contour struct {
	points []point
	closed bool
}

// contours reads path data of SVG and gives its curves as lines, scaled and
// moved to their place in a picture. Data that a drawing of package motif
// cannot hold ends the path.
func contours(d string, scale float64, origin point) []contour {
	r := pathReader{rest: d, scale: scale, origin: origin}
	for r.command() {
	}
	r.finish(false)
	return r.list
}

type pathReader struct {
	rest    string
	last    byte  // command
	at      point // pen, in units of the path
	start   point // of the contour
	control point // of the last curve, for those that go on smoothly
	scale   float64
	origin  point
	now     []point
	list    []contour
}

// finish ends a contour.
func (r *pathReader) finish(closed bool) {
	if len(r.now) > 0 {
		r.list = append(r.list, contour{r.now, closed})
	}
	r.now = nil
}

// line draws to a point.
func (r *pathReader) line(to point) {
	if len(r.now) == 0 {
		r.now = append(r.now, r.at.times(r.scale).add(r.origin))
	}
	r.now = append(r.now, to.times(r.scale).add(r.origin))
	r.at = to
}

// command reads one command, or what repeats the last.
func (r *pathReader) command() bool {
	for r.rest != "" && (r.rest[0] == ' ' || r.rest[0] == ',') {
		r.rest = r.rest[1:]
	}
	if r.rest == "" {
		return false
	}
	if c := r.rest[0]; c|0x20 >= 'a' && c|0x20 <= 'z' {
		r.last, r.rest = c, r.rest[1:]
	} else if r.last|0x20 == 'm' {
		r.last -= 'm' - 'l' // points after the first are lines
	} else if r.last|0x20 == 'z' {
		return false
	}
	base := point{}
	if r.last >= 'a' {
		base = r.at
	}
	pt := func() point { x := r.number(); return point{x, r.number()}.add(base) }
	was := r.control
	r.control = r.at
	switch r.last | 0x20 {
	case 'm':
		r.finish(false)
		r.at = pt()
		r.start = r.at
	case 'l':
		r.line(pt())
	case 'h':
		r.line(point{base.x + r.number(), r.at.y})
	case 'v':
		r.line(point{r.at.x, base.y + r.number()})
	case 'q':
		c := pt()
		r.quad(c, pt())
	case 't':
		r.quad(r.at.add(r.at.sub(was)), pt())
	case 'c':
		a, b := pt(), pt()
		r.cubic(a, b, pt())
	case 'a':
		rx, ry, turn, large, sweep := r.number(), r.number(), r.number(), r.number(), r.number()
		r.arc(rx, ry, turn*math.Pi/180, large != 0, sweep != 0, pt())
	case 'z':
		r.finish(true)
		r.at = r.start
	default:
		return false
	}
	if k := r.last | 0x20; k != 'q' && k != 't' {
		r.control = r.at
	}
	return true
}

// number reads an integer; 0 where there is none.
func (r *pathReader) number() float64 {
	i := 0
	for i < len(r.rest) && (r.rest[i] == ' ' || r.rest[i] == ',') {
		i++
	}
	end := i
	for end < len(r.rest) && (r.rest[end] >= '0' && r.rest[end] <= '9' || end == i && r.rest[end] == '-') {
		end++
	}
	n, _ := strconv.Atoi(r.rest[i:end])
	if end == i {
		r.rest = "" // nothing to go on with
		return 0
	}
	r.rest = r.rest[end:]
	return float64(n)
}

// steps is how many lines make a curve whose control polygon has a length.
func (r *pathReader) steps(length float64) int {
	return max(4, min(64, int(math.Sqrt(length*r.scale)*1.2)))
}

func (r *pathReader) quad(c, to point) {
	from := r.at
	n := r.steps(c.sub(from).length() + to.sub(c).length())
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		r.line(mix(mix(from, c, t), mix(c, to, t), t))
	}
	r.control = c
}

func (r *pathReader) cubic(a, b, to point) {
	from := r.at
	n := r.steps(a.sub(from).length() + b.sub(a).length() + to.sub(b).length())
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		ab := mix(a, b, t)
		r.line(mix(mix(mix(from, a, t), ab, t), mix(ab, mix(b, to, t), t), t))
	}
}

// arc draws a part of an ellipse (SVG 2, B.2.4).
func (r *pathReader) arc(rx, ry, turn float64, large, sweep bool, to point) {
	from := r.at
	sin, cos := math.Sincos(turn)
	half := from.sub(to).times(.5)
	x, y := cos*half.x+sin*half.y, cos*half.y-sin*half.x
	if rx == 0 || ry == 0 || x == 0 && y == 0 {
		r.line(to)
		return
	}
	if k := x*x/(rx*rx) + y*y/(ry*ry); k > 1 {
		rx, ry = rx*math.Sqrt(k), ry*math.Sqrt(k)
	}
	k := math.Sqrt(max(0, (rx*rx*ry*ry-rx*rx*y*y-ry*ry*x*x)/(rx*rx*y*y+ry*ry*x*x)))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*y/ry, -k*ry*x/rx
	center := mix(from, to, .5).add(point{cos*cx - sin*cy, sin*cx + cos*cy})
	first := math.Atan2((y-cy)/ry, (x-cx)/rx)
	sweepBy := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - first
	if sweep && sweepBy < 0 {
		sweepBy += 2 * math.Pi
	} else if !sweep && sweepBy > 0 {
		sweepBy -= 2 * math.Pi
	}
	n := r.steps(math.Abs(sweepBy) * max(rx, ry))
	for i := 1; i < n; i++ {
		s, c := math.Sincos(first + sweepBy*float64(i)/float64(n))
		r.line(center.add(point{cos*rx*c - sin*ry*s, sin*rx*c + cos*ry*s}))
	}
	r.line(to)
}
