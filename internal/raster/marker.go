package raster

import (
	"math"
	"strings"
)

// A corner is where a marker may stand, with the ways in and out.
type corner struct {
	at      point
	in, out point // without length where there is none
}

// corners of a path.
func corners(p path) []corner {
	var list []corner
	var at, start point
	first := 0
	for _, s := range p {
		to, in, out := s.end(), point{}, point{}
		switch s.op {
		case 'M':
			start, first = to, len(list)
			list = append(list, corner{at: to})
			at = to
			continue
		case 'Z':
			to = start
			in = to.sub(at)
			out = in
		case 'L':
			in = to.sub(at)
			out = in
		case 'Q':
			out, in = way(at, s.p[0], to), way(to, s.p[0], at).times(-1)
		case 'C':
			out, in = way(at, s.p[0], s.p[1], to), way(to, s.p[1], s.p[0], at).times(-1)
		}
		list[len(list)-1].out = out
		list = append(list, corner{at: to, in: in})
		if s.op == 'Z' {
			list[first].in, list[len(list)-1].out = in, list[first].out
		}
		at = to
	}
	return list
}

// way is the way from a point to the first of others that is elsewhere.
func way(from point, to ...point) point {
	for _, p := range to {
		if d := p.sub(from); d.length() > 1e-9 {
			return d
		}
	}
	return point{}
}

// angle is the direction of a marker, in degrees.
func (c corner) angle() float64 {
	d := c.in.unit().add(c.out.unit())
	if d.length() < 1e-9 {
		d = c.out
	}
	return math.Atan2(d.y, d.x) * 180 / math.Pi
}

// markers draws those of a line.
func (b *builder) markers(n *node, p path, s style, m matrix, c *clip, line [2]paint) error {
	if s.markers == [3]string{} || len(p) == 0 {
		return nil
	}
	list := corners(p)
	for i, k := range list {
		which, turned := 1, false
		switch i {
		case 0:
			which, turned = 0, true
		case len(list) - 1:
			which = 2
		}
		if err := b.marker(s.markers[which], n, k, turned, s.pen.width, m, c, line); err != nil {
			return err
		}
		if len(list) == 1 { // it is the first and the last
			return b.marker(s.markers[2], n, k, false, s.pen.width, m, c, line)
		}
	}
	return nil
}

// marker draws one.
func (b *builder) marker(id string, line *node, k corner, first bool, width float64, m matrix, c *clip, paints [2]paint) error {
	n := b.ids[id]
	switch {
	case id == "" || n == nil:
		return nil
	case n.name != "marker":
		return line.wrong("%q is not a <marker>", id)
	case b.using[n]:
		return line.wrong("the marker %q is drawn within itself", id)
	}
	b.using[n] = true
	defer delete(b.using, n)
	said, err := b.said(n)
	if err != nil {
		return err
	}
	s, err := b.inherit(initial, n, said)
	if err != nil {
		return err
	}
	s.lang = ""
	angle := k.angle()
	switch orient := n.attr("orient"); orient {
	case "auto":
	case "auto-start-reverse":
		if first {
			angle += 180
		}
	default:
		v := numbers{rest: strings.TrimSuffix(orient, "deg")}
		angle = 0
		if orient != "" {
			if angle = v.number(); v.err != nil {
				return n.wrong("orient=%.40q cannot be drawn", orient)
			}
		}
	}
	m = m.mul(move(k.at.x, k.at.y)).mul(rotate(angle))
	if n.attr("markerUnits") != "userSpaceOnUse" {
		m = m.mul(stretch(width, width))
	}
	v, err := b.lengths(n, &s, "refX", "refY", "markerWidth", "markerHeight")
	if err != nil {
		return err
	}
	for i, name := range []string{"markerWidth", "markerHeight"} {
		if n.attr(name) == "" {
			v[2+i] = 3
		}
	}
	if v[2] <= 0 || v[3] <= 0 || width <= 0 {
		return nil
	}
	to := box{max: point{v[2], v[3]}}
	ref := point{v[0], v[1]}
	if from, ok, err := viewBox(n); err != nil {
		return err
	} else if ok {
		inner, err := fit(n, from, to)
		if err != nil {
			return err
		}
		ref = inner.at(ref)
	}
	outer := b.context
	b.context = paints
	defer func() { b.context = outer }()
	b.depth++
	defer func() { b.depth-- }()
	if b.depth > mostDepth {
		return errTooMuch
	}
	return b.viewport(n, to, s, m.mul(move(-ref.x, -ref.y)), c)
}
