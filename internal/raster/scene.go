package raster

import (
	"fmt"
	"image/color"
	"strings"
)

// A scene is a drawing with everything resolved that refers to something else:
// what is drawn, in order. Coordinates are those of its outermost <svg>.
type scene struct {
	view  box // what of them shows
	items []item
}

// An item is a *shape, *words or *layer.
type item any

// A layer is a group that is transparent as a whole.
type layer struct {
	share float64
	items []item
	clip  *clip
}

// A shape is an area, a line around it, or both.
type shape struct {
	figure
	m           matrix // to the coordinates of the scene
	fill, line  paint
	evenOdd     bool
	pen         pen
	strokeFirst bool
	clip        *clip
}

// A figure is what SVG has elements for.
type figure struct {
	kind   byte // 'r' for a rectangle, 'e' for an ellipse, 'p' for a path
	box    box  // of a rectangle or an ellipse
	rx, ry float64
	trace  path
}

// outline is the path of any figure.
func (f *figure) outline() path {
	switch f.kind {
	case 'r':
		return rectangle(f.box, f.rx, f.ry)
	case 'e':
		return ellipse(mix(f.box.min, f.box.max, .5), f.box.width()/2, f.box.height()/2)
	}
	return f.trace
}

// A paint is a colour or a gradient; neither where on is false.
type paint struct {
	on       bool
	color    color.NRGBA
	gradient *gradient
	share    float64 // opacity of a gradient
}

// A clip leaves of what is drawn the part within an area, and within another clip.
type clip struct {
	up    *clip
	areas []area // of which any may hold it
}

// An area is a part of the scene, as large as a figure that is mapped to it.
type area struct {
	figure
	m       matrix
	evenOdd bool
}

// path is the outline in the coordinates of the scene.
func (a *area) path() path { return a.outline().by(a.m) }

// A builder makes the scene.
type builder struct {
	ids      map[string]*node
	rules    []rule
	within   point // size of the viewport, of which percentages are
	items    []item
	using    map[*node]bool // what is being drawn, so that nothing is within itself
	context  [2]paint       // in a marker, what its line is filled and drawn with
	count    int            // elements
	depth    int
	segments int
	runes    int
	clips    int
}

// read makes a scene of a file.
func read(svg []byte) (*scene, error) {
	root, err := parse(svg)
	if err != nil {
		return nil, err
	}
	b := &builder{ids: map[string]*node{}, using: map[*node]bool{}}
	index(root, b.ids)
	if err := b.styleSheets(root); err != nil {
		return nil, err
	}
	view, m, err := b.viewOf(root)
	if err != nil {
		return nil, err
	}
	s := initial
	s.lang = languageOf(root)
	if err := b.element(root, s, m, nil); err != nil {
		return nil, err
	}
	return &scene{view, b.items}, nil
}

func (b *builder) styleSheets(n *node) error {
	if n.name == "style" {
		var text strings.Builder
		for _, c := range n.nodes {
			text.WriteString(c.text)
		}
		rules, err := styleSheet(text.String())
		if err != nil {
			return n.wrong("%w", err)
		}
		b.rules = append(b.rules, rules...)
		inOrder(b.rules)
	}
	for _, c := range n.nodes {
		if err := b.styleSheets(c); err != nil {
			return err
		}
	}
	return nil
}

// element draws one and what is in it.
func (b *builder) element(n *node, up style, m matrix, c *clip) error {
	if b.count++; b.count > mostElements || b.depth > mostDepth {
		return errTooMuch
	}
	switch n.name {
	case "", "title", "desc", "metadata", "defs", "style", "symbol", "marker", "clipPath", "linearGradient", "radialGradient":
		return nil // drawn where something refers to them, or not at all
	case "g", "a", "svg", "use", "text", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path":
	default:
		return n.wrong("such elements cannot be drawn")
	}
	said, err := b.said(n)
	if err != nil || said["display"] == "none" {
		return err
	}
	s, err := b.inherit(up, n, said)
	if err != nil {
		return err
	}
	t, err := readTransform(n.attr("transform"))
	if err != nil {
		return n.wrong("%w", err)
	}
	if m = m.mul(t); !m.sane() {
		return n.wrong("it is mapped too far")
	}
	if v, ok := said["clip-path"]; ok {
		if c, err = b.clipOf(v, n, s, m, c); err != nil {
			return err
		}
	}
	share := 1.
	if v, ok := said["opacity"]; ok {
		if share, err = readShare(v); err != nil {
			return n.wrong("opacity: %w", err)
		}
	}
	b.depth++
	defer func() { b.depth-- }()
	if share == 1 {
		return b.content(n, s, m, c)
	}
	before := b.items
	b.items = nil
	err = b.content(n, s, m, c)
	if len(b.items) > 0 && share > 0 {
		before = append(before, &layer{share, b.items, c})
	}
	b.items = before
	return err
}

// content draws an element whose own style is settled.
func (b *builder) content(n *node, s style, m matrix, c *clip) error {
	switch n.name {
	case "g", "a":
		return b.children(n, s, m, c)
	case "svg":
		if b.depth == 1 { // the outermost, whose viewport is the picture
			return b.children(n, s, m, c)
		}
		return b.inner(n, n, s, m, c)
	case "use":
		return b.use(n, s, m, c)
	case "text":
		return b.text(n, s, m, c)
	}
	f, err := b.figure(n, &s)
	if err != nil || s.hidden {
		return err
	}
	return b.shape(n, f, s, m, c)
}

func (b *builder) children(n *node, s style, m matrix, c *clip) error {
	for _, k := range n.nodes {
		if err := b.element(k, s, m, c); err != nil {
			return err
		}
	}
	return nil
}

// use draws what an element refers to.
func (b *builder) use(n *node, s style, m matrix, c *clip) error {
	id, local := strings.CutPrefix(n.attr("href"), "#")
	to := b.ids[id]
	if !local || to == nil {
		return n.wrong("nothing in the drawing is called %.40q", n.attr("href"))
	}
	if b.using[to] {
		return n.wrong("%q is drawn within itself", id)
	}
	b.using[to] = true
	defer delete(b.using, to)
	at, err := b.lengths(n, &s, "x", "y")
	if err != nil {
		return err
	}
	m = m.mul(move(at[0], at[1]))
	if to.name != "symbol" && to.name != "svg" {
		return b.element(to, s, m, c)
	}
	said, err := b.said(to)
	if err != nil {
		return err
	}
	if s, err = b.inherit(s, to, said); err != nil {
		return err
	}
	return b.inner(to, n, s, m, c)
}

// shape draws a figure, with its markers.
func (b *builder) shape(n *node, f figure, s style, m matrix, c *clip) error {
	if b.segments += len(f.trace); b.segments > mostSegments {
		return errTooMuch
	}
	fill, err := b.paint(s.fill, s.fillShare, n, &f, m)
	if err != nil {
		return err
	}
	line, err := b.paint(s.stroke, s.strokeShare, n, &f, m)
	if err != nil {
		return err
	}
	line.on = line.on && s.pen.width > 0
	if n.name == "line" {
		fill = paint{}
	}
	if fill.on || line.on {
		b.items = append(b.items, &shape{f, m, fill, line, s.evenOdd, s.pen, s.strokeFirst, c})
	}
	switch n.name {
	case "path", "line", "polyline", "polygon":
		return b.markers(n, f.trace, s, m, c, [2]paint{fill, line})
	}
	return nil
}

// paint settles an ink for a figure.
func (b *builder) paint(k ink, share float64, n *node, f *figure, m matrix) (paint, error) {
	switch {
	case !k.on:
		return paint{}, nil
	case k.context == 'f':
		return b.context[0], nil
	case k.context == 's':
		return b.context[1], nil
	case k.ref == "":
		c := faded(k.color, share)
		return paint{on: c.A > 0, color: c}, nil
	}
	g := b.ids[k.ref]
	if g == nil {
		c := faded(k.color, share)
		return paint{on: c.A > 0, color: c}, nil
	}
	if g.name != "linearGradient" && g.name != "radialGradient" {
		return paint{}, fmt.Errorf("line %d: <%s> cannot be drawn", g.at, g.name)
	}
	p, err := b.gradient(g, f, m)
	p.share = share
	if p.gradient == nil {
		p.color = faded(p.color, share)
	}
	return p, err
}
