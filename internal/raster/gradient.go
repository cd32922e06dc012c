package raster

import (
	"image/color"
	"math"
	"strings"
)

// A gradient is a colour that changes from place to place.
type gradient struct {
	radial    bool
	from, to  point   // of a linear one; of a radial one, where it begins and its center
	r         float64 // of a radial one
	toPattern matrix  // from the scene
	spread    string  // pad, reflect, repeat
	stops     []stop
}

type stop struct {
	at    float64
	color color.NRGBA
}

// gradient reads one, for a figure mapped by m. Without two different colours it
// is a plain one.
func (b *builder) gradient(n *node, f *figure, m matrix) (paint, error) {
	g := &gradient{radial: n.name == "radialGradient", spread: "pad"}
	attrs, stops, err := b.chain(n)
	if err != nil {
		return paint{}, err
	}
	if g.stops, err = b.stops(stops); err != nil {
		return paint{}, err
	}
	switch len(g.stops) {
	case 0:
		return paint{}, nil
	case 1:
		return paint{on: true, color: g.stops[0].color}, nil
	}
	last := paint{on: true, color: g.stops[len(g.stops)-1].color}
	whole := point{1, 1}
	units := m
	if attrs["gradientUnits"] == "userSpaceOnUse" {
		whole = b.within
	} else if units = m.mul(f.unit()); f.unit().scale() == 0 {
		return paint{}, nil // nothing to measure by: not drawn
	}
	t, err := readTransform(attrs["gradientTransform"])
	if err != nil {
		return paint{}, n.wrong("%w", err)
	}
	read := func(name, missing string, whole float64) float64 {
		v := strings.TrimSpace(attrs[name])
		if v == "" {
			v = missing
		}
		x, e := length(v, 0, whole)
		if e != nil {
			err = n.wrong("%s: %w", name, e)
		}
		return x
	}
	if g.radial {
		g.to = point{read("cx", "50%", whole.x), read("cy", "50%", whole.y)}
		g.r = read("r", "50%", diagonal(whole))
		g.from = g.to
		if attrs["fx"] != "" {
			g.from.x = read("fx", "50%", whole.x)
		}
		if attrs["fy"] != "" {
			g.from.y = read("fy", "50%", whole.y)
		}
		if d := g.from.sub(g.to); d.length() > g.r*.999 { // within the circle, as browsers have it
			g.from = g.to.add(d.unit().times(g.r * .999))
		}
	} else {
		g.from = point{read("x1", "0%", whole.x), read("y1", "0%", whole.y)}
		g.to = point{read("x2", "100%", whole.x), read("y2", "0%", whole.y)}
	}
	if v := attrs["spreadMethod"]; v != "" {
		g.spread = v
	}
	inverse, ok := units.mul(t).inverse()
	if !ok || g.radial && g.r <= 0 || !g.radial && g.from == g.to {
		return last, err
	}
	g.toPattern = inverse
	return paint{on: true, gradient: g}, err
}

// chain follows href from gradient to gradient: what one does not say the next does.
func (b *builder) chain(n *node) (attrs map[string]string, stops *node, err error) {
	attrs = map[string]string{}
	for at, k := n, 0; at != nil; k++ {
		if k > 16 {
			return nil, nil, n.wrong("its href leads in a circle")
		}
		for name, value := range at.attrs {
			if _, said := attrs[name]; !said {
				attrs[name] = value
			}
		}
		for _, c := range at.nodes {
			if c.name == "stop" && stops == nil {
				stops = at
			}
		}
		next := at.attr("href")
		if next == "" {
			break
		}
		if at = b.ids[strings.TrimPrefix(next, "#")]; at == nil {
			return nil, nil, n.wrong("nothing in the drawing is called %.40q", next)
		}
	}
	return attrs, stops, nil
}

func (b *builder) stops(n *node) (list []stop, err error) {
	if n == nil {
		return nil, nil
	}
	for _, c := range n.nodes {
		if b.count++; b.count > mostElements || len(list) > 256 {
			return nil, errTooMuch
		}
		if c.name != "stop" {
			continue
		}
		said, err := b.said(c)
		if err != nil {
			return nil, err
		}
		s := stop{color: color.NRGBA{A: 255}}
		if v := c.attr("offset"); v != "" {
			if s.at, err = readShare(v); err != nil {
				return nil, c.wrong("%w", err)
			}
		}
		current := color.NRGBA{A: 255}
		if v := said["color"]; v != "" {
			if current, err = readColour(v, current); err != nil {
				return nil, c.wrong("%w", err)
			}
		}
		if v := said["stop-color"]; v != "" {
			if s.color, err = readColour(v, current); err != nil {
				return nil, c.wrong("%w", err)
			}
		}
		if v := said["stop-opacity"]; v != "" {
			share, err := readShare(v)
			if err != nil {
				return nil, c.wrong("%w", err)
			}
			s.color = faded(s.color, share)
		}
		if k := len(list); k > 0 {
			s.at = max(s.at, list[k-1].at)
		}
		list = append(list, s)
	}
	return list, nil
}

// colour is that at a point of the scene.
func (g *gradient) colour(p point) color.NRGBA {
	p = g.toPattern.at(p)
	var t float64
	if g.radial {
		t = g.ring(p)
	} else {
		d := g.to.sub(g.from)
		t = p.sub(g.from).dot(d) / d.dot(d)
	}
	switch g.spread {
	case "repeat":
		t -= math.Floor(t)
	case "reflect":
		t = math.Abs(t - 2*math.Floor(t/2+.5))
	}
	return g.along(t)
}

// ring tells on which of the circles between the beginning and the rim a point
// is: the ray from the beginning through it meets the rim at 1.
func (g *gradient) ring(p point) float64 {
	d, f := p.sub(g.from), g.from.sub(g.to)
	a, b, c := d.dot(d), d.dot(f), f.dot(f)-g.r*g.r
	if a == 0 {
		return 0
	}
	return a / (math.Sqrt(max(0, b*b-a*c)) - b)
}

// along is the colour at a share of the way.
func (g *gradient) along(t float64) color.NRGBA {
	for i, s := range g.stops {
		if t < s.at {
			if i == 0 {
				return s.color
			}
			before := g.stops[i-1]
			return between(before.color, s.color, (t-before.at)/(s.at-before.at))
		}
	}
	return g.stops[len(g.stops)-1].color
}

// varies reports whether the colours can be told apart: whether their red, green,
// blue or opacity differ by more than 8 of 255.
func (g *gradient) varies() bool {
	low, high := [4]uint8{255, 255, 255, 255}, [4]uint8{}
	for _, s := range g.stops {
		for i, v := range [4]uint8{s.color.R, s.color.G, s.color.B, s.color.A} {
			low[i], high[i] = min(low[i], v), max(high[i], v)
			if high[i]-low[i] > 8 {
				return true
			}
		}
	}
	return false
}

// middle is the colour that stands for all of one that does not vary.
func (g *gradient) middle() color.NRGBA { return g.along(.5) }
