package raster

import "math"

// figure reads the geometry of an element that is one.
func (b *builder) figure(n *node, s *style) (f figure, err error) {
	if n.name == "path" {
		p, err := readPath(n.attrs["d"])
		if err != nil {
			return f, n.wrong("%w", err)
		}
		return figure{kind: 'p', trace: p}, nil
	}
	var v []float64
	switch n.name {
	case "rect":
		if v, err = b.lengths(n, s, "x", "y", "width", "height", "rx", "ry"); err != nil {
			return f, err
		}
		return b.rect(n, v), nil
	case "circle":
		if v, err = b.lengths(n, s, "cx", "cy", "r"); err == nil {
			f = round(point{v[0], v[1]}, v[2], v[2])
		}
	case "ellipse":
		if v, err = b.lengths(n, s, "cx", "cy", "rx", "ry"); err == nil {
			f = round(point{v[0], v[1]}, v[2], v[3])
		}
	case "line":
		if v, err = b.lengths(n, s, "x1", "y1", "x2", "y2"); err == nil {
			f.kind = 'p'
			f.trace.moveTo(point{v[0], v[1]})
			f.trace.lineTo(point{v[2], v[3]})
		}
	default:
		if v, err = readNumbers(n.attr("points")); err != nil || len(v)%2 == 1 || len(v) > 2*mostSegments {
			return f, n.wrong("points=%.40q cannot be drawn", n.attr("points"))
		}
		f.kind = 'p'
		for i := 0; i < len(v); i += 2 {
			p := point{v[i], v[i+1]}
			if i == 0 {
				f.trace.moveTo(p)
			} else {
				f.trace.lineTo(p)
			}
		}
		if n.name == "polygon" && len(v) > 0 {
			f.trace.close()
		}
	}
	return f, err
}

// rect has corners that are as round as the other radius where one is missing,
// and no rounder than its sides allow. One without area is not drawn.
func (b *builder) rect(n *node, v []float64) figure {
	w, h, rx, ry := v[2], v[3], v[4], v[5]
	if w <= 0 || h <= 0 {
		return figure{kind: 'p'}
	}
	given := func(name string) bool { v := n.attr(name); return v != "" && v != "auto" }
	if !given("rx") {
		rx = ry
	} else if !given("ry") {
		ry = rx
	}
	rx, ry = min(math.Abs(rx), w/2), min(math.Abs(ry), h/2)
	if rx == 0 || ry == 0 {
		rx, ry = 0, 0
	}
	return figure{kind: 'r', box: box{point{v[0], v[1]}, point{v[0] + w, v[1] + h}}, rx: rx, ry: ry}
}

// round is an ellipse; one without area is not drawn.
func round(c point, rx, ry float64) figure {
	if rx <= 0 || ry <= 0 {
		return figure{kind: 'p'}
	}
	r := point{rx, ry}
	return figure{kind: 'e', box: box{c.sub(r), c.add(r)}, rx: rx, ry: ry}
}
