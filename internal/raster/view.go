package raster

import (
	"math"
	"strings"
)

// viewOf tells what of the outermost element's coordinates shows, and how they
// are mapped if they are distorted.
func (b *builder) viewOf(root *node) (box, matrix, error) {
	nominal := func(name string) float64 {
		v, err := length(root.attr(name), 0, 0)
		if err != nil || v <= 0 {
			return 0 // percentages, em: of what is around, which nobody knows
		}
		return v
	}
	w, h := nominal("width"), nominal("height")
	from, ok, err := viewBox(root)
	switch {
	case err != nil:
		return box{}, identity, err
	case !ok && (w == 0 || h == 0):
		return box{}, identity, root.wrong("it tells neither its viewBox nor its width and height")
	case !ok:
		b.within = point{w, h}
		return box{max: point{w, h}}, identity, nil
	case w == 0 && h == 0:
		w, h = from.width(), from.height()
	case w == 0:
		w = h * from.width() / from.height()
	case h == 0:
		h = w * from.height() / from.width()
	}
	b.within = point{from.width(), from.height()}
	m, err := fit(root, from, box{max: point{w, h}})
	if err != nil {
		return box{}, identity, err
	}
	if math.Abs(m.a-m.d) > 1e-9*m.a {
		return box{max: point{w, h}}, m, nil
	}
	back, _ := m.inverse()
	return box{back.at(point{}), back.at(point{w, h})}, identity, nil
}

// viewBox reads that of an element; ok is false if it has none.
func viewBox(n *node) (view box, ok bool, err error) {
	text := n.attr("viewBox")
	if text == "" || text == "none" {
		return view, false, nil
	}
	v, err := readNumbers(text)
	if err != nil || len(v) != 4 || v[2] <= 0 || v[3] <= 0 {
		return view, false, n.wrong("viewBox=%.40q cannot be drawn", text)
	}
	return box{point{v[0], v[1]}, point{v[0] + v[2], v[1] + v[3]}}, true, nil
}

// fit maps a viewBox to a viewport by preserveAspectRatio.
func fit(n *node, from, to box) (matrix, error) {
	align, how, _ := strings.Cut(n.attr("preserveAspectRatio"), " ")
	kx, ky := to.width()/from.width(), to.height()/from.height()
	if align == "" {
		align = "xMidYMid"
	}
	if align == "none" {
		return move(to.min.x, to.min.y).mul(stretch(kx, ky)).mul(move(-from.min.x, -from.min.y)), nil
	}
	k := min(kx, ky)
	if strings.TrimSpace(how) == "slice" {
		k = max(kx, ky)
	}
	places := map[string]float64{"Min": 0, "Mid": .5, "Max": 1}
	if len(align) != 8 || align[0] != 'x' || align[4] != 'Y' {
		return identity, n.wrong("preserveAspectRatio=%.40q cannot be drawn", align)
	}
	x, okX := places[align[1:4]]
	y, okY := places[align[5:]]
	if !okX || !okY {
		return identity, n.wrong("preserveAspectRatio=%.40q cannot be drawn", align)
	}
	dx, dy := (to.width()-k*from.width())*x, (to.height()-k*from.height())*y
	return move(to.min.x+dx, to.min.y+dy).mul(stretch(k, k)).mul(move(-from.min.x, -from.min.y)), nil
}

// inner draws an <svg> within another, or a <symbol>, into the viewport that an
// element asks for: itself, or the <use> that refers to it.
func (b *builder) inner(n, asks *node, s style, m matrix, c *clip) error {
	v, err := b.lengths(asks, &s, "x", "y", "width", "height")
	if err != nil {
		return err
	}
	if asks != n {
		v[0], v[1] = 0, 0 // use has moved already
		own, err := b.lengths(n, &s, "width", "height")
		if err != nil {
			return err
		}
		for i := range own {
			if v[2+i] == 0 {
				v[2+i] = own[i]
			}
		}
	}
	if v[2] == 0 {
		v[2] = b.within.x
	}
	if v[3] == 0 {
		v[3] = b.within.y
	}
	to := box{point{v[0], v[1]}, point{v[0] + v[2], v[1] + v[3]}}
	if to.width() <= 0 || to.height() <= 0 {
		return n.wrong("it has no size")
	}
	return b.viewport(n, to, s, m, c)
}

// viewport draws the children of an element into a box.
func (b *builder) viewport(n *node, to box, s style, m matrix, c *clip) error {
	said, err := b.said(n)
	if err != nil {
		return err
	}
	if o := said["overflow"]; o != "visible" && o != "auto" {
		if c, err = b.cut(c, area{figure{kind: 'r', box: to}, m, false}); err != nil {
			return err
		}
	}
	inner := move(to.min.x, to.min.y)
	size := point{to.width(), to.height()}
	from, ok, err := viewBox(n)
	if err != nil {
		return err
	}
	if ok {
		if inner, err = fit(n, from, to); err != nil {
			return err
		}
		size = point{from.width(), from.height()}
	}
	outer := b.within
	b.within = size
	defer func() { b.within = outer }()
	if m = m.mul(inner); !m.sane() {
		return n.wrong("it is mapped too far")
	}
	return b.children(n, s, m, c)
}
