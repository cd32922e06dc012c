package raster

import "math"

// A contour is a run of straight lines.
type contour struct {
	points []point
	closed bool
}

// flat gives the curves of a path as lines that differ from them by no more than
// about a tolerance.
func (p path) flat(tolerance float64) []contour {
	var list []contour
	var now contour
	end := func() {
		if len(now.points) > 0 {
			list = append(list, now)
		}
		now = contour{}
	}
	for _, s := range p {
		from := point{}
		if n := len(now.points); n > 0 {
			from = now.points[n-1]
		}
		switch s.op {
		case 'M':
			end()
			now.points = append(make([]point, 0, 8), s.p[0])
		case 'L':
			now.points = append(now.points, s.p[0])
		case 'Q':
			n := steps(from.sub(s.p[0].times(2)).add(s.p[1]).length()/4, tolerance)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				now.points = append(now.points, mix(mix(from, s.p[0], t), mix(s.p[0], s.p[1], t), t))
			}
		case 'C':
			bend := max(from.sub(s.p[0].times(2)).add(s.p[1]).length(), s.p[0].sub(s.p[1].times(2)).add(s.p[2]).length())
			n := steps(bend*.75, tolerance)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				a, b, c := mix(from, s.p[0], t), mix(s.p[0], s.p[1], t), mix(s.p[1], s.p[2], t)
				now.points = append(now.points, mix(mix(a, b, t), mix(b, c, t), t))
			}
		case 'Z':
			now.closed = true
			end()
		}
	}
	end()
	return list
}

// steps is how many lines make a curve that leaves its chord by at most bend.
// Halving a line makes the distance a quarter.
func steps(bend, tolerance float64) int {
	return max(1, min(200, int(math.Ceil(math.Sqrt(bend/tolerance)))))
}

// distinct leaves out points that stand where the one before does.
func (c contour) distinct() contour {
	out := contour{make([]point, 0, len(c.points)), c.closed}
	for _, p := range c.points {
		if n := len(out.points); n == 0 || p.sub(out.points[n-1]).length() > 1e-9 {
			out.points = append(out.points, p)
		}
	}
	if n := len(out.points); c.closed && n > 1 && out.points[n-1].sub(out.points[0]).length() <= 1e-9 {
		out.points = out.points[:n-1]
	}
	return out
}
