package raster

import (
	"strings"
	"unicode"
)

// Words are text set from one place: up to where the next absolute position is.
type words struct {
	m      matrix
	at     point
	anchor string // start, middle, end
	runs   []run
	clip   *clip
}

// A run is text of one style.
type run struct {
	text        []rune
	by          point // how far the pen moves before it
	rise        float64
	size        float64
	spacing     float64
	family      string
	lang        string
	bold        bool
	italic      bool
	fill, line  paint
	pen         pen
	strokeFirst bool
}

// places are the positions that an element gives to its characters, one by one.
type places struct {
	x, y, dx, dy []float64
	next         int
}

func (p *places) take(list []float64) (float64, bool) {
	if p.next < len(list) {
		return list[p.next], true
	}
	return 0, false
}

// A writer gathers the words of a <text>.
type writer struct {
	*builder
	m     matrix
	clip  *clip
	node  *node
	open  []*places
	pen   point // the y of the line; x is known only where it is given
	list  []*words
	blank bool // a blank would follow a blank, or begin the text
}

// text draws a <text>.
func (b *builder) text(n *node, s style, m matrix, c *clip) error {
	w := &writer{builder: b, m: m, clip: c, node: n, blank: true}
	if err := w.element(n, s, 0); err != nil {
		return err
	}
	if n := len(w.list); n > 0 && w.blank { // a blank at the end does not count
		runs := w.list[n-1].runs
		last := &runs[len(runs)-1].text
		*last = (*last)[:len(*last)-1]
	}
	for _, words := range w.list {
		b.items = append(b.items, words)
	}
	return nil
}

// element writes a <text> or <tspan>; rise is how far its base line is above that
// of the text.
func (w *writer) element(n *node, s style, rise float64) error {
	p := &places{}
	for _, list := range []struct {
		name string
		to   *[]float64
		of   float64
	}{{"x", &p.x, w.within.x}, {"y", &p.y, w.within.y}, {"dx", &p.dx, w.within.x}, {"dy", &p.dy, w.within.y}} {
		for _, v := range strings.FieldsFunc(n.attr(list.name), func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
			x, err := length(v, s.fontSize, list.of)
			if err != nil || len(*list.to) > mostRunes {
				return n.wrong("%s=%.40q cannot be drawn", list.name, v)
			}
			*list.to = append(*list.to, x)
		}
	}
	if n.name == "text" { // what it leaves out is 0
		if len(p.x) == 0 {
			p.x = []float64{0}
		}
		if len(p.y) == 0 {
			p.y = []float64{0}
		}
	}
	w.open = append(w.open, p)
	defer func() { w.open = w.open[:len(w.open)-1] }()
	fill, err := w.paint(s.fill, s.fillShare, n, &figure{kind: 'p'}, w.m)
	if err != nil {
		return err
	}
	line, err := w.paint(s.stroke, s.strokeShare, n, &figure{kind: 'p'}, w.m)
	if err != nil {
		return err
	}
	if fill.gradient != nil || line.gradient != nil {
		return n.wrong("text in a gradient cannot be drawn")
	}
	line.on = line.on && s.pen.width > 0
	like := run{
		rise: rise, size: s.fontSize, spacing: s.spacing, family: s.family, lang: s.lang,
		bold: s.bold, italic: s.italic, fill: fill, line: line, pen: s.pen, strokeFirst: s.strokeFirst,
	}
	if s.hidden {
		like.fill, like.line = paint{}, paint{}
	}
	for _, c := range n.nodes {
		switch c.name {
		case "":
			if err := w.characters(c.text, like, s); err != nil {
				return err
			}
		case "title", "desc":
		case "tspan", "a":
			if err := w.child(c, s, rise); err != nil {
				return err
			}
		default:
			return c.wrong("such elements cannot be drawn in text")
		}
	}
	return nil
}

func (w *writer) child(n *node, up style, rise float64) error {
	if w.count++; w.count > mostElements || len(w.open) > mostDepth {
		return errTooMuch
	}
	said, err := w.said(n)
	if err != nil || said["display"] == "none" {
		return err
	}
	if o := said["opacity"]; o != "" && o != "1" || n.attr("transform") != "" {
		return n.wrong("opacity and transform belong to the whole text")
	}
	s, err := w.inherit(up, n, said)
	if err != nil {
		return err
	}
	switch v := said["baseline-shift"]; v {
	case "", "baseline":
	case "sub":
		rise -= .2 * s.fontSize
	case "super":
		rise += .4 * s.fontSize
	default:
		by, err := length(v, s.fontSize, s.fontSize)
		if err != nil {
			return n.wrong("baseline-shift: %w", err)
		}
		rise += by
	}
	return w.element(n, s, rise)
}

// characters writes text, with the blanks of the source run together.
func (w *writer) characters(text string, like run, s style) error {
	fresh := true // like stands before what is written next
	for _, r := range text {
		if w.runes++; w.runes > mostRunes {
			return errTooMuch
		}
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
			if s.preserve {
				w.write('\u00a0', like, s, &fresh) // which nobody runs together
				continue
			}
			if !w.blank {
				w.write(' ', like, s, &fresh)
			}
			w.blank = true
			continue
		}
		w.blank = false
		w.write(r, like, s, &fresh)
	}
	return nil
}

// write adds a character at its place.
func (w *writer) write(r rune, like run, s style, fresh *bool) {
	var x, dx, y, dy float64
	var setX, setY bool
	for i := len(w.open) - 1; i >= 0; i-- { // the innermost says
		p := w.open[i]
		for _, k := range []struct {
			list []float64
			to   *float64
			set  *bool
		}{{p.x, &x, &setX}, {p.y, &y, &setY}} {
			if v, ok := p.take(k.list); ok && !*k.set {
				*k.to, *k.set = v, true
			}
		}
		if v, ok := p.take(p.dx); ok && dx == 0 {
			dx = v
		}
		if v, ok := p.take(p.dy); ok && dy == 0 {
			dy = v
		}
		p.next++
	}
	if !setY {
		y = w.pen.y
	}
	switch {
	case setX:
		w.list = append(w.list, &words{m: w.m, at: point{x, y + dy + baseline(s)}, anchor: s.anchor, clip: w.clip})
		w.pen.y = y + dy
		like.by = point{dx, 0}
		*fresh = true
	case dx != 0 || y+dy != w.pen.y:
		like.by = point{dx, y + dy - w.pen.y}
		w.pen.y = y + dy
		*fresh = true
	}
	last := w.list[len(w.list)-1]
	if *fresh {
		last.runs = append(last.runs, like)
		*fresh = false
	}
	to := &last.runs[len(last.runs)-1].text
	*to = append(*to, r)
}

// Metrics of fonts for Han characters, in ems: what they reach above and below
// the base line with the room around them, and the height of a small x.
const (
	ascent  = 1.16
	descent = .288
	xHeight = .543
)

// baseline is how far the alphabetic base line is below the one asked for.
func baseline(s style) float64 {
	switch s.baseline {
	case "middle":
		return s.fontSize * xHeight / 2
	case "central":
		return s.fontSize * (ascent - descent) / 2
	case "hanging":
		return s.fontSize * ascent * .8
	case "mathematical":
		return s.fontSize * ascent / 2
	case "text-before-edge", "text-top":
		return s.fontSize * ascent
	case "ideographic", "text-after-edge", "text-bottom":
		return -s.fontSize * descent
	}
	return 0
}

// languageOf is that of a drawing's text: as it says, else by its script.
func languageOf(root *node) string {
	for _, name := range []string{"lang", "xml:lang"} {
		if v := root.attr(name); v != "" {
			return v
		}
	}
	lang := "zh-CN"
	var look func(n *node) bool
	look = func(n *node) bool {
		for _, r := range n.text {
			if unicode.Is(unicode.Han, r) {
				lang = "zh-CN"
				return true
			}
			if unicode.Is(unicode.Hangul, r) {
				lang = "ko"
			}
		}
		for _, c := range n.nodes {
			if c.name != "title" && c.name != "desc" && look(c) {
				return true
			}
		}
		return false
	}
	look(root)
	return lang
}
