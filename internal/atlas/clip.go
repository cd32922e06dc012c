package atlas

// A box is an upright rectangle.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) meets(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

func (b box) within(o box) bool { return b.x0 >= o.x0 && b.x1 <= o.x1 && b.y0 >= o.y0 && b.y1 <= o.y1 }

func boxOf(points []vec) box {
	if len(points) == 0 {
		return box{}
	}
	b := box{points[0].x, points[0].y, points[0].x, points[0].y}
	for _, p := range points {
		b = box{min(b.x0, p.x), min(b.y0, p.y), max(b.x1, p.x), max(b.y1, p.y)}
	}
	return b
}

// clipLine gives the parts of a line that are in a box (Liang and Barsky).
func clipLine(line []vec, b box) [][]vec {
	var parts [][]vec
	var part []vec
	end := func() {
		if len(part) > 1 {
			parts = append(parts, part)
		}
		part = nil
	}
	for i := 1; i < len(line); i++ {
		p, q := line[i-1], line[i]
		t0, t1 := 0.0, 1.0
		d := vec{q.x - p.x, q.y - p.y}
		if !narrow(-d.x, p.x-b.x0, &t0, &t1) || !narrow(d.x, b.x1-p.x, &t0, &t1) ||
			!narrow(-d.y, p.y-b.y0, &t0, &t1) || !narrow(d.y, b.y1-p.y, &t0, &t1) {
			end()
			continue
		}
		if len(part) == 0 || t0 > 0 {
			end()
			part = []vec{{p.x + t0*d.x, p.y + t0*d.y}}
		}
		if t1 < 1 {
			part = append(part, vec{p.x + t1*d.x, p.y + t1*d.y})
			end()
		} else {
			part = append(part, q)
		}
	}
	end()
	return parts
}

// narrow cuts off the part of a segment, from t0 to t1, that is beyond an edge:
// rate is how fast it goes outward, room how far the edge is. It reports whether
// anything is left.
func narrow(rate, room float64, t0, t1 *float64) bool {
	switch {
	case rate == 0:
		return room >= 0
	case rate < 0:
		*t0 = max(*t0, room/rate)
	default:
		*t1 = min(*t1, room/rate)
	}
	return *t0 <= *t1
}

// clipRing gives the part of an area that is in a box (Sutherland and Hodgman).
// Where the area falls apart, its parts stay joined along the edge of the box.
func clipRing(ring []vec, b box) []vec {
	edges := [4]struct {
		inside func(vec) bool
		cross  func(p, q vec) vec
	}{
		{func(p vec) bool { return p.x >= b.x0 }, func(p, q vec) vec { return atX(p, q, b.x0) }},
		{func(p vec) bool { return p.x <= b.x1 }, func(p, q vec) vec { return atX(p, q, b.x1) }},
		{func(p vec) bool { return p.y >= b.y0 }, func(p, q vec) vec { return atY(p, q, b.y0) }},
		{func(p vec) bool { return p.y <= b.y1 }, func(p, q vec) vec { return atY(p, q, b.y1) }},
	}
	for _, e := range edges {
		if len(ring) == 0 {
			return nil
		}
		var kept []vec
		last := ring[len(ring)-1]
		for _, p := range ring {
			if e.inside(p) != e.inside(last) {
				kept = append(kept, e.cross(last, p))
			}
			if e.inside(p) {
				kept = append(kept, p)
			}
			last = p
		}
		ring = kept
	}
	return ring
}

func atX(p, q vec, x float64) vec { return vec{x, p.y + (q.y-p.y)*(x-p.x)/(q.x-p.x)} }
func atY(p, q vec, y float64) vec { return vec{p.x + (q.x-p.x)*(y-p.y)/(q.y-p.y), y} }
