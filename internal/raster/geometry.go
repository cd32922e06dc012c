package raster

import "math"

// A point of a drawing.
type point struct{ x, y float64 }

func (p point) add(q point) point     { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point     { return point{p.x - q.x, p.y - q.y} }
func (p point) times(k float64) point { return point{p.x * k, p.y * k} }
func (p point) length() float64       { return math.Hypot(p.x, p.y) }
func (p point) left() point           { return point{p.y, -p.x} } // turned by a quarter
func (p point) cross(q point) float64 { return p.x*q.y - p.y*q.x }
func (p point) dot(q point) float64   { return p.x*q.x + p.y*q.y }
func mix(p, q point, t float64) point { return point{p.x + (q.x-p.x)*t, p.y + (q.y-p.y)*t} }

// unit has the length 1, or 0 where p has.
func (p point) unit() point {
	if n := p.length(); n > 0 {
		return p.times(1 / n)
	}
	return point{}
}

// A matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

func move(x, y float64) matrix    { return matrix{1, 0, 0, 1, x, y} }
func stretch(x, y float64) matrix { return matrix{a: x, d: y} }

func rotate(degrees float64) matrix {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return matrix{cos, sin, -sin, cos, 0, 0}
}

// mul maps by n first, then by m.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

func (m matrix) at(p point) point {
	return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f}
}

// scale is how much longer lines become, on the whole.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// sane tells that what is mapped stays where numbers are exact enough.
func (m matrix) sane() bool {
	for _, v := range [...]float64{m.a, m.b, m.c, m.d, m.e, m.f} {
		if !(math.Abs(v) < 1e9) { // nor NaN
			return false
		}
	}
	return true
}

// inverse is false for what maps everything onto a line.
func (m matrix) inverse() (matrix, bool) {
	det := m.a*m.d - m.b*m.c
	if math.Abs(det) < 1e-12 {
		return m, false
	}
	return matrix{
		m.d / det, -m.b / det, -m.c / det, m.a / det,
		(m.c*m.f - m.d*m.e) / det, (m.b*m.e - m.a*m.f) / det,
	}, true
}

// straight tells that upright rectangles stay upright: nothing is turned or
// mirrored.
func (m matrix) straight() bool { return m.b == 0 && m.c == 0 && m.a > 0 && m.d > 0 }

// even tells that all lengths are scaled alike.
func (m matrix) even() bool {
	near := func(x, y float64) bool { return math.Abs(x-y) <= 1e-6*(math.Abs(x)+math.Abs(y)) }
	return near(m.a, m.d) && near(m.b, -m.c) || near(m.a, -m.d) && near(m.b, m.c)
}

// A box is an upright rectangle.
type box struct{ min, max point }

var nothing = box{point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}}

func (b box) width() float64  { return b.max.x - b.min.x }
func (b box) height() float64 { return b.max.y - b.min.y }

func (b box) with(p point) box {
	return box{
		point{min(b.min.x, p.x), min(b.min.y, p.y)},
		point{max(b.max.x, p.x), max(b.max.y, p.y)},
	}
}
