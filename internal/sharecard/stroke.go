package sharecard

import (
	"math"

	"golang.org/x/image/vector"
)

// fillContour adds what a contour encloses.
func fillContour(z *vector.Rasterizer, points []point) {
	for i, p := range points {
		if i == 0 {
			z.MoveTo(float32(p.x), float32(p.y))
			continue
		}
		z.LineTo(float32(p.x), float32(p.y))
	}
	z.ClosePath()
}

// corner is the cosine of the sharpest turn that a stroke takes in one piece.
const corner = .9

// stroke adds a line along a contour, with round ends and joins. All pieces are
// wound alike, so that where they overlap they do not cancel out. A smooth part
// of a contour is one piece: pieces that met at each of its points would show.
func stroke(z *vector.Rasterizer, c contour, width float64) {
	points := distinct(c)
	if len(points) < 2 {
		disc(z, c.points[0], width/2)
		return
	}
	from := 0
	for i := 1; i < len(points); i++ {
		last := i == len(points)-1
		if last || turn(points[i-1], points[i], points[i+1]) < corner {
			ribbon(z, points[from:i+1], width/2)
			disc(z, points[i], width/2)
			from = i
		}
	}
	if !c.closed {
		disc(z, points[0], width/2)
	}
}

// distinct leaves out points that stand where the one before does, and brings
// a closed contour back to its beginning.
func distinct(c contour) []point {
	points := make([]point, 0, len(c.points)+1)
	for _, p := range c.points {
		if n := len(points); n == 0 || p.sub(points[n-1]).length() > .05 {
			points = append(points, p)
		}
	}
	if n := len(points); c.closed && n > 1 && points[n-1].sub(points[0]).length() > .05 {
		points = append(points, points[0])
	}
	return points
}

// turn is the cosine of the angle between the ways to b and from b.
func turn(a, b, c point) float64 {
	u, v := b.sub(a), c.sub(b)
	return (u.x*v.x + u.y*v.y) / (u.length() * v.length())
}

// ribbon adds a strip of half a width to each side of a smooth run.
func ribbon(z *vector.Rasterizer, points []point, half float64) {
	outline := make([]point, 2*len(points))
	for i, p := range points {
		var before, after point
		if i > 0 {
			before = p.sub(points[i-1]).unit()
		}
		if i < len(points)-1 {
			after = points[i+1].sub(p).unit()
		}
		u := before.add(after)
		if i == 0 || i == len(points)-1 {
			u = u.times(2)
		}
		out := point{-u.y, u.x}.times(2 * half / (u.x*u.x + u.y*u.y)) // where the two sides meet
		outline[i] = p.add(out)
		outline[len(outline)-1-i] = p.sub(out)
	}
	fillContour(z, outline)
}

// disc adds a dot, wound as ribbons are.
func disc(z *vector.Rasterizer, c point, r float64) {
	n := max(16, min(64, int(8*math.Sqrt(r))))
	points := make([]point, n)
	for i := range points {
		s, k := math.Sincos(-2 * math.Pi * float64(i) / float64(n))
		points[i] = point{c.x + r*k, c.y + r*s}
	}
	fillContour(z, points)
}
