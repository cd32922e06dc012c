package raster

import (
	"math"
)

// A segment of a path: where it ends, and for curves what bends it.
type segment struct {
	op byte     // M, L, Q, C or Z
	p  [3]point // the last of those that op takes is where it ends
}

// A path is made of segments, all absolute. Each contour starts with M.
type path []segment

// points are how many of p an op takes.
func (s segment) points() int {
	switch s.op {
	case 'M', 'L':
		return 1
	case 'Q':
		return 2
	case 'C':
		return 3
	}
	return 0
}

func (s segment) end() point { return s.p[max(0, s.points()-1)] }

func (p *path) moveTo(to point)      { *p = append(*p, segment{'M', [3]point{to}}) }
func (p *path) lineTo(to point)      { *p = append(*p, segment{'L', [3]point{to}}) }
func (p *path) quadTo(c, to point)   { *p = append(*p, segment{'Q', [3]point{c, to}}) }
func (p *path) cubeTo(a, b, t point) { *p = append(*p, segment{'C', [3]point{a, b, t}}) }
func (p *path) close()               { *p = append(*p, segment{op: 'Z'}) }

// by maps a path.
func (p path) by(m matrix) path {
	if m == identity {
		return p
	}
	out := make(path, len(p))
	for i, s := range p {
		out[i].op = s.op
		for j := range s.points() {
			out[i].p[j] = m.at(s.p[j])
		}
	}
	return out
}

// bounds is the box of a path's points, which is no smaller than the path.
func (p path) bounds() box {
	b := nothing
	for _, s := range p {
		for _, q := range s.p[:s.points()] {
			b = b.with(q)
		}
	}
	return b
}

// exact is the box of a path itself, as gradients are measured by.
func (p path) exact() box {
	b := nothing
	for _, c := range p.flat(.01) {
		for _, q := range c.points {
			b = b.with(q)
		}
	}
	return b
}

// quarter is how far from its ends a cubic curve that is a quarter of a circle
// is bent, of the radius.
const quarter = 0.5522847498

// ellipse is a whole one.
func ellipse(c point, rx, ry float64) path {
	kx, ky := rx*quarter, ry*quarter
	var p path
	p.moveTo(point{c.x + rx, c.y})
	p.cubeTo(point{c.x + rx, c.y + ky}, point{c.x + kx, c.y + ry}, point{c.x, c.y + ry})
	p.cubeTo(point{c.x - kx, c.y + ry}, point{c.x - rx, c.y + ky}, point{c.x - rx, c.y})
	p.cubeTo(point{c.x - rx, c.y - ky}, point{c.x - kx, c.y - ry}, point{c.x, c.y - ry})
	p.cubeTo(point{c.x + kx, c.y - ry}, point{c.x + rx, c.y - ky}, point{c.x + rx, c.y})
	p.close()
	return p
}

// rectangle is one with corners of radii rx and ry, or 0.
func rectangle(b box, rx, ry float64) path {
	x0, y0, x1, y1 := b.min.x, b.min.y, b.max.x, b.max.y
	var p path
	if rx <= 0 || ry <= 0 {
		p.moveTo(b.min)
		p.lineTo(point{x1, y0})
		p.lineTo(b.max)
		p.lineTo(point{x0, y1})
		p.close()
		return p
	}
	kx, ky := rx*(1-quarter), ry*(1-quarter)
	p.moveTo(point{x0 + rx, y0})
	p.lineTo(point{x1 - rx, y0})
	p.cubeTo(point{x1 - kx, y0}, point{x1, y0 + ky}, point{x1, y0 + ry})
	p.lineTo(point{x1, y1 - ry})
	p.cubeTo(point{x1, y1 - ky}, point{x1 - kx, y1}, point{x1 - rx, y1})
	p.lineTo(point{x0 + rx, y1})
	p.cubeTo(point{x0 + kx, y1}, point{x0, y1 - ky}, point{x0, y1 - ry})
	p.lineTo(point{x0, y0 + ry})
	p.cubeTo(point{x0, y0 + ky}, point{x0 + kx, y0}, point{x0 + rx, y0})
	p.close()
	return p
}

// arcTo goes on from a point along an ellipse (SVG 2, 9.5.1 and B.2.4), in
// curves of an eighth of it or less.
func (p *path) arcTo(from point, rx, ry, degrees float64, large, sweep bool, to point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if from == to {
		return
	}
	if rx < 1e-9 || ry < 1e-9 {
		p.lineTo(to)
		return
	}
	turn := rotate(degrees)
	sin, cos := turn.b, turn.a
	half := from.sub(to).times(.5)
	x, y := cos*half.x+sin*half.y, cos*half.y-sin*half.x
	if k := x*x/(rx*rx) + y*y/(ry*ry); k > 1 {
		rx, ry = rx*math.Sqrt(k), ry*math.Sqrt(k)
	}
	k := math.Sqrt(max(0, rx*rx*ry*ry/(rx*rx*y*y+ry*ry*x*x)-1))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*y/ry, -k*ry*x/rx
	center := mix(from, to, .5).add(point{cos*cx - sin*cy, sin*cx + cos*cy})
	first := math.Atan2((y-cy)/ry, (x-cx)/rx)
	angle := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - first
	if sweep && angle < 0 {
		angle += 2 * math.Pi
	} else if !sweep && angle > 0 {
		angle -= 2 * math.Pi
	}
	m := move(center.x, center.y).mul(turn).mul(stretch(rx, ry))
	n := max(1, int(math.Ceil(math.Abs(angle)/(math.Pi/4)-1e-6)))
	step := angle / float64(n)
	bend := 4. / 3 * math.Tan(step/4)
	for i := range n {
		s0, c0 := math.Sincos(first + step*float64(i))
		s1, c1 := math.Sincos(first + step*float64(i+1))
		end := m.at(point{c1, s1})
		if i == n-1 {
			end = to
		}
		p.cubeTo(m.at(point{c0 - bend*s0, s0 + bend*c0}), m.at(point{c1 + bend*s1, s1 - bend*c1}), end)
	}
}
