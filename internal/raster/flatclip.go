package raster

import (
	"errors"
	"math"

	"kepu/internal/svg"
)

// A region is a convex polygon that something is clipped to, as the half planes
// that its edges leave.
type region struct {
	edges []edge
	area  *area
}

// An edge is a line with what is inside on the side of out·p ≤ limit.
type edge struct {
	out   point // of length 1
	limit float64
}

func (e edge) beyond(p point) float64 { return e.out.dot(p) - e.limit }

// regions are the areas that clips leave, each of which holds. Edges along the
// picture's own rim are left out: there it ends anyway.
func (f *flattener) regions(c *clip) (list []region, err error) {
	if list, known := f.known[c]; known {
		return list, nil
	}
	for last := c; c != nil; c = c.up {
		if len(c.areas) != 1 {
			return nil, errors.New("clipping with several shapes cannot be written flat")
		}
		a := &c.areas[0]
		contours := a.path().flat(.05 * f.view.width() / column)
		if len(contours) != 1 {
			return nil, errors.New("clipping with such a shape cannot be written flat")
		}
		r := region{area: a}
		points := contour{contours[0].points, true}.distinct().points
		turning := 0.
		for i, p := range points {
			q, next := points[(i+1)%len(points)], points[(i+2)%len(points)]
			turn := q.sub(p).unit().cross(next.sub(q).unit())
			if turn*turning < 0 && math.Abs(turn) > 1e-4 {
				return nil, errors.New("clipping with a shape that is not convex cannot be written flat")
			}
			if math.Abs(turn) > 1e-4 {
				turning = turn
			}
			out := q.sub(p).unit().left()
			r.edges = append(r.edges, edge{out, out.dot(p)})
		}
		inner := r.edges[:0]
		for _, e := range r.edges {
			if turning < 0 {
				e = edge{e.out.times(-1), -e.limit}
			}
			if !f.rim(e) {
				inner = append(inner, e)
			}
		}
		r.edges = inner
		list = append(list, r)
		if c.up == nil {
			f.known[last] = list
		}
	}
	return list, nil
}

// rim tells that nothing of the picture is beyond an edge.
func (f *flattener) rim(e edge) bool {
	for _, p := range []point{f.view.min, f.view.max, {f.view.min.x, f.view.max.y}, {f.view.max.x, f.view.min.y}} {
		if e.beyond(p) > 1e-6*f.view.width() {
			return false
		}
	}
	return true
}

// clipped gives a shape as parts that need no clip.
func (f *flattener) clipped(s *shape) ([]*shape, error) {
	if s.clip == nil {
		return []*shape{s}, nil
	}
	regions, err := f.regions(s.clip)
	if err != nil {
		return nil, err
	}
	tolerance := .05 * f.view.width() / column
	p := s.outline().by(s.m)
	contours := p.flat(tolerance)
	reach := 0.
	if s.line.on {
		reach = s.pen.width * s.m.scale() / 2
		if s.pen.join == "miter" {
			reach *= min(2, s.pen.miter)
		}
	}
	var cut []region // those that something stands out of
	for _, r := range regions {
		if !r.holds(contours, reach+1e-6) {
			cut = append(cut, r)
		}
	}
	whole := *s
	whole.clip = nil
	if len(cut) == 0 {
		return []*shape{&whole}, nil
	}
	var parts []*shape
	if s.fill.on {
		part := whole
		part.line = paint{}
		part.kind, part.m = 'p', identity
		if len(cut) == 1 && len(s.outline()) == 5 && cut[0].within(contours[0]) {
			part.figure, part.m, part.evenOdd = cut[0].area.figure, cut[0].area.m, cut[0].area.evenOdd
		} else {
			part.trace = cutAreas(contours, cut)
		}
		parts = append(parts, &part)
	}
	if s.line.on { // what is left of a line is an area
		outlines, err := s.pen.stroke(s.outline().flat(tolerance/max(s.m.scale(), 1e-6)), s.m.scale()*column/f.view.width())
		if err != nil {
			return nil, err
		}
		for i := range outlines {
			for j, q := range outlines[i].points {
				outlines[i].points[j] = s.m.at(q)
			}
		}
		part := whole
		part.fill, part.line, part.evenOdd = s.line, paint{}, false
		part.kind, part.m, part.trace = 'p', identity, cutAreas(outlines, cut)
		parts = append(parts, &part)
	}
	return parts, nil
}

// holds tells that all contours are within a region, by a margin.
func (r *region) holds(contours []contour, margin float64) bool {
	for _, c := range contours {
		for _, p := range c.points {
			for _, e := range r.edges {
				if e.beyond(p)+margin > 1e-3*margin+2e-6 {
					return false
				}
			}
		}
	}
	return true
}

// within tells that a rectangle holds all of a region.
func (r *region) within(rect contour) bool {
	b := nothing
	for _, p := range rect.points {
		b = b.with(p)
	}
	for _, p := range rect.points { // it must be an upright one
		if p.x != b.min.x && p.x != b.max.x || p.y != b.min.y && p.y != b.max.y {
			return false
		}
	}
	k := r.area.path().exact()
	return k.min.x >= b.min.x-1e-6 && k.min.y >= b.min.y-1e-6 && k.max.x <= b.max.x+1e-6 && k.max.y <= b.max.y+1e-6
}

// cutAreas gives what regions leave of areas (Sutherland and Hodgman).
func cutAreas(contours []contour, regions []region) (out path) {
	for _, c := range contours {
		points := c.points
		for _, r := range regions {
			for _, e := range r.edges {
				points = e.cut(points)
			}
		}
		for i, p := range points {
			if i == 0 {
				out.moveTo(p)
			} else {
				out.lineTo(p)
			}
		}
		if len(points) > 0 {
			out.close()
		}
	}
	return out
}

// cut leaves of a polygon what is inside an edge.
func (e edge) cut(points []point) (out []point) {
	if len(points) == 0 {
		return nil
	}
	last := points[len(points)-1]
	was := e.beyond(last)
	for _, p := range points {
		is := e.beyond(p)
		if was > 0 != (is > 0) {
			out = append(out, mix(last, p, was/(was-is)))
		}
		if is <= 0 {
			out = append(out, p)
		}
		last, was = p, is
	}
	return out
}

// textFits tells that clips leave text alone, by about how wide it is.
func (f *flattener) textFits(w *words) error {
	if w.clip == nil {
		return nil
	}
	regions, err := f.regions(w.clip)
	if err != nil {
		return err
	}
	width, size := 0., 0.
	for _, r := range w.runs {
		width += r.by.x + svg.Width(string(r.text), r.size)
		size = max(size, r.size)
	}
	left := w.at.x - width*map[string]float64{"middle": .5, "end": 1}[w.anchor]
	for _, p := range []point{{left, w.at.y}, {left + width, w.at.y}} {
		for _, r := range regions {
			for _, e := range r.edges {
				if e.beyond(w.m.at(p)) > size*w.m.scale()/2 {
					return errors.New("text that is cut off cannot be written flat")
				}
			}
		}
	}
	return nil
}
