package raster

import "math"

// A pen is how a line is drawn.
type pen struct {
	width  float64
	cap    string // butt, round, square
	join   string // miter, round, bevel
	miter  float64
	dash   []float64 // none, or lengths of lines and gaps in turn, an even number of them
	offset float64
}

// stroke gives the outline of a line along contours, each piece of it closed:
// what is to be filled. All is in the units of the drawing; scale is how many
// pixels one of them takes.
func (p pen) stroke(contours []contour, scale float64) ([]contour, error) {
	var out []contour
	if p.width <= 0 {
		return nil, nil
	}
	if len(p.dash) > 0 {
		dashed, err := p.dashes(contours)
		if err != nil {
			return nil, err
		}
		contours = dashed
	}
	for _, c := range contours {
		o := outliner{pen: p, half: p.width / 2, step: arcStep(p.width / 2 * scale)}
		out = o.contour(out, c.distinct())
	}
	return out, nil
}

// arcStep is the angle between points of a round of a radius in pixels, from
// which lines differ by less than a tenth of a pixel.
func arcStep(radius float64) float64 {
	return 2 * math.Acos(1-min(.5, .1/max(radius, .2)))
}

// An outliner goes along a contour, on its left side.
type outliner struct {
	pen
	half float64
	step float64
	out  []point
}

func (o *outliner) contour(list []contour, c contour) []contour {
	n := len(c.points)
	if n == 0 {
		return list
	}
	if n == 1 {
		return o.dot(list, c)
	}
	back := make([]point, n)
	for i, p := range c.points {
		back[n-1-i] = p
	}
	if c.closed {
		for _, side := range [][]point{c.points, back} {
			o.out = make([]point, 0, 3*n)
			for i := range side {
				o.join(side[(i+n-1)%n], side[i], side[(i+1)%n])
			}
			list = append(list, contour{o.out, true})
		}
		return list
	}
	o.out = make([]point, 0, 4*n+16)
	for _, side := range [][]point{c.points, back} {
		for i := 1; i < n-1; i++ {
			o.join(side[i-1], side[i], side[i+1])
		}
		o.end(side[n-2], side[n-1])
	}
	return append(list, contour{o.out, true})
}

// dot draws a line without length: only its caps show.
func (o *outliner) dot(list []contour, c contour) []contour {
	p := c.points[0]
	switch o.cap {
	case "round":
		o.out = nil
		o.arc(p, point{o.half, 0}, 2*math.Pi)
	case "square":
		h := o.half
		o.out = []point{{p.x - h, p.y - h}, {p.x + h, p.y - h}, {p.x + h, p.y + h}, {p.x - h, p.y + h}}
	default:
		return list
	}
	return append(list, contour{o.out, true})
}

// join goes round the corner at b.
func (o *outliner) join(a, b, c point) {
	u, v := b.sub(a).unit(), c.sub(b).unit()
	from, to := u.left().times(o.half), v.left().times(o.half)
	turn, cos := u.cross(v), u.dot(v)
	if turn < 0 || turn == 0 && cos > 0 { // to the left: this side is inside the corner
		if cos > .95 {
			o.out = append(o.out, b.add(from.add(to).times(.5)))
		} else {
			o.out = append(o.out, b.add(from), b, b.add(to))
		}
		return
	}
	o.out = append(o.out, b.add(from))
	switch o.pen.join {
	case "round":
		o.arc(b, from, math.Atan2(turn, cos))
	case "miter":
		// The outline's corner is 1/cos(half the turn) of the width away.
		if half := math.Sqrt((1 + cos) / 2); half > 0 && 1/half <= o.miter {
			o.out = append(o.out, b.add(from.add(to).unit().times(o.half/half)))
		}
	}
	o.out = append(o.out, b.add(to))
}

// end goes round the end of a line, from its left side to its right.
func (o *outliner) end(a, b point) {
	u := b.sub(a).unit()
	from := u.left().times(o.half)
	switch o.cap {
	case "round":
		o.out = append(o.out, b.add(from))
		o.arc(b, from, math.Pi)
		o.out = append(o.out, b.sub(from))
	case "square":
		on := u.times(o.half)
		o.out = append(o.out, b.add(from).add(on), b.sub(from).add(on))
	default:
		o.out = append(o.out, b.add(from), b.sub(from))
	}
}

// arc adds the points between from and its turn by an angle, round a center.
func (o *outliner) arc(center, from point, angle float64) {
	n := int(math.Ceil(math.Abs(angle) / o.step))
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		o.out = append(o.out, center.add(point{from.x*cos - from.y*sin, from.x*sin + from.y*cos}))
	}
}

// dashes cuts contours into the lines of a dashed one.
func (p pen) dashes(contours []contour) ([]contour, error) {
	total := 0.
	for _, d := range p.dash {
		total += d
	}
	if total <= 0 {
		return contours, nil
	}
	var out []contour
	for _, c := range contours {
		points := c.distinct().points
		if c.closed && len(points) > 1 {
			points = append(points[:len(points):len(points)], points[0])
		}
		length := 0.
		for i := 1; i < len(points); i++ {
			length += points[i].sub(points[i-1]).length()
		}
		if length/total*float64(len(p.dash)) > mostDashes || len(out) > mostDashes {
			return nil, errTooMuch
		}
		out = p.dashed(out, points, total)
	}
	return out, nil
}

func (p pen) dashed(out []contour, points []point, total float64) []contour {
	at := math.Mod(p.offset, total)
	if at < 0 {
		at += total
	}
	i := 0
	for at >= p.dash[i] && at > 0 {
		at -= p.dash[i]
		i = (i + 1) % len(p.dash)
	}
	left := p.dash[i] - at // of this line or gap
	var now []point
	if len(points) > 0 && i%2 == 0 {
		now = []point{points[0]}
	}
	for j := 1; j < len(points); j++ {
		a, b := points[j-1], points[j]
		length := b.sub(a).length()
		done := 0.
		for length-done > left {
			done += left
			here := mix(a, b, done/length)
			if i%2 == 0 {
				out = append(out, contour{points: append(now, here)})
				now = nil
			} else {
				now = []point{here}
			}
			i = (i + 1) % len(p.dash)
			left = p.dash[i]
		}
		left -= length - done
		if i%2 == 0 {
			now = append(now, b)
		}
	}
	if len(now) > 1 {
		out = append(out, contour{points: now})
	}
	return out
}
