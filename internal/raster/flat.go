package raster

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"kepu/internal/svg"
)

// column is how wide a figure is shown where flat ones are used, in pixels: what
// cannot be seen at that width is rounded away.
const column = 677

// A flattener writes a scene as elements.
type flattener struct {
	decimals int
	view     box
	known    map[*clip][]region
}

// A tag is an element to be written.
type tag struct {
	name  string
	place string // attributes of geometry
	style []attr // inherited attributes, in order
	body  string // between the tags; shorter if there is none
}

type attr struct{ name, value string }

func (a attr) String() string { return " " + a.name + `="` + a.value + `"` }

func (s *scene) flatten() ([]byte, error) {
	f := &flattener{view: s.view, known: map[*clip][]region{}}
	f.decimals = min(5, max(0, int(math.Ceil(math.Log10(column/s.view.width())))+1))
	list, err := f.items(s.items)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString(`<svg viewBox="` + f.list(s.view.min.x, s.view.min.y, s.view.width(), s.view.height()) + `" style="display:block;width:100%"`)
	if slices.ContainsFunc(list, func(t tag) bool { return t.text() }) {
		b.WriteString(` letter-spacing="0"`) // which would be that of the article
	}
	b.WriteString(">")
	write(&b, list)
	b.WriteString("</svg>")
	return []byte(b.String()), nil
}

func (f *flattener) items(list []item) (tags []tag, err error) {
	for _, i := range list {
		var more []tag
		switch i := i.(type) {
		case *shape:
			more, err = f.shape(i)
		case *words:
			more, err = f.words(i)
		case *layer:
			more, err = f.layer(i)
		}
		if err != nil {
			return nil, err
		}
		tags = append(tags, more...)
	}
	return tags, nil
}

func (f *flattener) layer(l *layer) ([]tag, error) {
	list, err := f.items(l.items)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	faint := attr{"opacity", fraction(l.share)}.String()
	if len(list) == 1 && list[0].name != "g" {
		list[0].place += faint
		return list, nil
	}
	var b strings.Builder
	write(&b, list)
	return []tag{{name: "g", place: faint, body: b.String()}}, nil
}

// shape writes one, in parts where it is clipped.
func (f *flattener) shape(s *shape) (list []tag, err error) {
	if s.fill.varies() || s.line.varies() {
		return nil, errGradient
	}
	parts, err := f.clipped(s)
	if err != nil {
		return nil, err
	}
	for _, p := range parts {
		if t, ok := f.figure(p); ok {
			list = append(list, t)
		}
	}
	return list, nil
}

// figure writes a shape that nothing clips. Its numbers are those of the scene,
// but where the line around it is distorted.
func (f *flattener) figure(s *shape) (t tag, ok bool) {
	m, kept := s.m, ""
	if s.line.on && !m.even() {
		kept, m = f.transform(m), identity
	}
	t.style = f.inks(s.fill, s.line, s.pen, m.scale(), s.strokeFirst)
	switch {
	case s.kind == 'r' && m.straight():
		at, size := m.at(s.box.min), point{s.box.width() * m.a, s.box.height() * m.d}
		t.name = "rect"
		t.place = f.some("x", at.x) + f.some("y", at.y) + f.some("width", size.x) + f.some("height", size.y) + f.some("rx", s.rx*m.a)
		if math.Abs(s.rx*m.a-s.ry*m.d) > .01 {
			t.place += f.some("ry", s.ry*m.d)
		}
	case s.kind == 'e' && (m.straight() || s.rx == s.ry && m.even()):
		at, rx, ry := m.at(mix(s.box.min, s.box.max, .5)), s.rx*m.scale(), s.ry*m.scale()
		if m.straight() {
			rx, ry = s.rx*m.a, s.ry*m.d
		}
		if math.Abs(rx-ry) < .01 {
			t.name, t.place = "circle", f.some("cx", at.x)+f.some("cy", at.y)+f.some("r", rx)
		} else {
			t.name, t.place = "ellipse", f.some("cx", at.x)+f.some("cy", at.y)+f.some("rx", rx)+f.some("ry", ry)
		}
	default:
		w := pathWriter{unit: math.Pow10(f.decimals), decimals: f.decimals}
		d := w.write(s.outline().by(m))
		if d == "" {
			return t, false
		}
		t.name, t.place = "path", attr{"d", d}.String()
		if s.evenOdd && s.fill.on {
			t.style = append(t.style, attr{"fill-rule", "evenodd"})
		}
	}
	t.place += kept
	return t, true
}

// inks writes what something is filled and drawn with, where that is not what
// SVG takes for granted.
func (f *flattener) inks(fill, line paint, p pen, scale float64, strokeFirst bool) (list []attr) {
	add := func(name, value, missing string) {
		if value != missing {
			list = append(list, attr{name, value})
		}
	}
	c, share := fill.flat()
	if add("fill", c, "#000"); fill.on {
		add("fill-opacity", share, "1")
	}
	if !line.on {
		return list
	}
	c, share = line.flat()
	add("stroke", c, "none")
	add("stroke-opacity", share, "1")
	add("stroke-width", f.thin(p.width*scale), "1")
	add("stroke-linecap", p.cap, "butt")
	add("stroke-linejoin", p.join, "miter")
	if p.join == "miter" {
		add("stroke-miterlimit", fraction(p.miter), "4")
	}
	if len(p.dash) > 0 {
		var lengths []string
		for _, d := range p.dash {
			lengths = append(lengths, f.thin(d*scale))
		}
		if n := len(lengths) / 2; slices.Equal(lengths[:n], lengths[n:]) {
			lengths = lengths[:n] // one length is repeated as line and gap
		}
		add("stroke-dasharray", strings.Join(lengths, " "), "")
		add("stroke-dashoffset", f.thin(p.offset*scale), "0")
	}
	if strokeFirst && fill.on {
		add("paint-order", "stroke", "")
	}
	return list
}

// errGradient is why a drawing is not written flat: in one colour it would be
// another picture.
var errGradient = errors.New("a gradient cannot be written flat")

// varies reports whether one colour cannot stand for a paint.
func (p paint) varies() bool { return p.on && p.gradient != nil && p.gradient.varies() }

// flat is a paint that does not vary as a colour and how opaque it is.
func (p paint) flat() (colour, share string) {
	if !p.on {
		return "none", "1"
	}
	c := p.color
	if p.gradient != nil {
		c = faded(p.gradient.middle(), p.share)
	}
	hex := func(v uint8) string { return string("0123456789abcdef"[v>>4]) + string("0123456789abcdef"[v&15]) }
	colour = "#" + hex(c.R) + hex(c.G) + hex(c.B)
	if colour[1] == colour[2] && colour[3] == colour[4] && colour[5] == colour[6] {
		colour = "#" + colour[1:2] + colour[3:4] + colour[5:6]
	}
	return colour, fraction(float64(c.A) / 255)
}

// transform is the attribute that maps by m.
func (f *flattener) transform(m matrix) string {
	fine := func(v float64) string { return short(v, 4) }
	return attr{"transform", "matrix(" + join(fine(m.a), fine(m.b), fine(m.c), fine(m.d), f.num(m.e), f.num(m.f)) + ")"}.String()
}

// some is an attribute of geometry; nothing where it is 0.
func (f *flattener) some(name string, v float64) string {
	if n := f.num(v); n != "0" {
		return attr{name, n}.String()
	}
	return ""
}

func (f *flattener) num(v float64) string { return short(v, f.decimals) }

// thin writes a length that shows in finer steps, such as the width of a line.
func (f *flattener) thin(v float64) string { return short(v, f.decimals+1) }

func (f *flattener) list(v ...float64) string {
	var parts []string
	for _, x := range v {
		parts = append(parts, short(x, f.decimals+2))
	}
	return strings.Join(parts, " ")
}

// fraction writes a share with two decimals.
func fraction(v float64) string { return short(v, 2) }

// short writes a number without needless zeros: 12.5, .5, -3.
func short(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if rest, ok := strings.CutPrefix(s, "0."); ok {
		s = "." + rest
	} else if rest, ok := strings.CutPrefix(s, "-0"); ok && (rest == "" || rest[0] == '.') {
		if s = "-" + rest; rest == "" {
			s = "0"
		}
	}
	return s
}

// join writes numbers one after the other, with blanks only where they would run
// together.
func join(list ...string) string {
	var b strings.Builder
	point := false // the last number has a decimal point
	for i, s := range list {
		if i > 0 && s[0] != '-' && !(s[0] == '.' && point) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		point = strings.Contains(s, ".")
	}
	return b.String()
}

// words writes text. Its runs are tspans, but for the first.
func (f *flattener) words(w *words) ([]tag, error) {
	m, kept := w.m, ""
	if !m.straight() || !m.even() {
		kept, m = f.transform(m), identity
	}
	if slices.ContainsFunc(w.runs, func(r run) bool { return r.fill.varies() || r.line.varies() }) {
		return nil, errGradient
	}
	if err := f.textFits(w); err != nil {
		return nil, err
	}
	t := tag{name: "text"}
	var body strings.Builder
	rise := 0.
	for i, r := range w.runs {
		dx, dy := r.by.x*m.a, (r.by.y-r.rise+rise)*m.d
		rise = r.rise
		style := f.runStyle(&r, m.a)
		text := svg.Escape(string(r.text))
		if i == 0 {
			at := m.at(w.at)
			t.place = f.some("x", at.x) + f.some("y", at.y+dy) + f.some("dx", dx) + kept
			if w.anchor != "start" {
				style = append(style, attr{"text-anchor", w.anchor})
			}
			t.style = style
			body.WriteString(text)
			continue
		}
		own := different(style, f.runStyle(&w.runs[0], m.a))
		shift := f.some("dx", dx) + f.some("dy", dy)
		if shift == "" && len(own) == 0 {
			body.WriteString(text)
			continue
		}
		body.WriteString("<tspan" + shift)
		for _, a := range own {
			body.WriteString(a.String())
		}
		body.WriteString(">" + text + "</tspan>")
	}
	if t.body = body.String(); strings.TrimSpace(t.body) == "" {
		return nil, nil
	}
	return []tag{t}, nil
}

func (f *flattener) runStyle(r *run, scale float64) []attr {
	list := f.inks(r.fill, r.line, r.pen, scale, r.strokeFirst)
	list = append(list, attr{"font-size", f.thin(r.size * scale)})
	for _, a := range []attr{
		{"font-weight", map[bool]string{true: "bold"}[r.bold]},
		{"font-style", map[bool]string{true: "italic"}[r.italic]},
		{"font-family", r.family},
		{"letter-spacing", strings.TrimPrefix(f.thin(r.spacing*scale), "0")},
	} {
		if a.value != "" && a.value != "0" {
			list = append(list, a)
		}
	}
	return list
}

// usual are the values that undo what a run's neighbour says.
var usual = map[string]string{
	"fill": "#000", "fill-opacity": "1", "stroke": "none", "stroke-opacity": "1", "stroke-width": "1",
	"font-weight": "normal", "font-style": "normal", "letter-spacing": "0", "font-family": "inherit",
	"stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "4",
	"stroke-dasharray": "none", "stroke-dashoffset": "0", "paint-order": "normal",
}

// different are the attributes by which a run differs from what is around it.
func different(own, around []attr) (list []attr) {
	for _, a := range own {
		if !slices.Contains(around, a) {
			list = append(list, a)
		}
	}
	for _, a := range around {
		if !slices.ContainsFunc(own, func(o attr) bool { return o.name == a.name }) {
			list = append(list, attr{a.name, usual[a.name]})
		}
	}
	return list
}
