package raster

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"
)

// A style is what an element is drawn with; all of it is inherited.
type style struct {
	color        color.NRGBA
	fill, stroke ink
	fillShare    float64 // opacity
	strokeShare  float64
	evenOdd      bool
	clipEvenOdd  bool
	pen          pen
	strokeFirst  bool
	hidden       bool
	markers      [3]string // start, mid, end: ids
	fontSize     float64
	family       string // serif, monospace or "" for all others
	bold, italic bool
	spacing      float64 // between letters
	anchor       string
	baseline     string
	lang         string
	preserve     bool // blanks in text
}

// An ink is what an area is filled with: nothing, a colour, or the gradient that
// has an id.
type ink struct {
	on      bool
	color   color.NRGBA // or if the gradient is missing
	ref     string
	context byte // 'f' or 's' in a marker: as its line is filled or drawn
}

var initial = style{
	color: color.NRGBA{A: 255}, fill: ink{on: true, color: color.NRGBA{A: 255}},
	fillShare: 1, strokeShare: 1,
	pen:      pen{width: 1, cap: "butt", join: "miter", miter: 4},
	fontSize: 16, anchor: "start", baseline: "auto",
}

// A property sets something of a style; within is the viewport, that percentages
// are of.
type property struct {
	name string
	set  func(s *style, value string, within point) error
}

// properties are set in this order: others depend on the first ones.
var properties = []property{
	{"color", func(s *style, v string, _ point) (err error) { s.color, err = readColour(v, s.color); return }},
	{"font-size", setFontSize},
	{"fill", func(s *style, v string, _ point) (err error) { s.fill, err = readInk(v, s.color); return }},
	{"stroke", func(s *style, v string, _ point) (err error) { s.stroke, err = readInk(v, s.color); return }},
	{"fill-opacity", func(s *style, v string, _ point) (err error) { s.fillShare, err = readShare(v); return }},
	{"stroke-opacity", func(s *style, v string, _ point) (err error) { s.strokeShare, err = readShare(v); return }},
	{"fill-rule", func(s *style, v string, _ point) (err error) { s.evenOdd, err = isOne(v, "evenodd", "nonzero"); return }},
	{"clip-rule", func(s *style, v string, _ point) (err error) {
		s.clipEvenOdd, err = isOne(v, "evenodd", "nonzero")
		return
	}},
	{"stroke-width", func(s *style, v string, w point) (err error) {
		s.pen.width, err = length(v, s.fontSize, diagonal(w))
		return
	}},
	{"stroke-linecap", func(s *style, v string, _ point) error { return oneOf(&s.pen.cap, v, "butt", "round", "square") }},
	{"stroke-linejoin", func(s *style, v string, _ point) error { return oneOf(&s.pen.join, v, "miter", "round", "bevel") }},
	{"stroke-miterlimit", func(s *style, v string, _ point) (err error) { s.pen.miter, err = length(v, 0, 0); return }},
	{"stroke-dasharray", setDashes},
	{"stroke-dashoffset", func(s *style, v string, w point) (err error) {
		s.pen.offset, err = length(v, s.fontSize, diagonal(w))
		return
	}},
	{"paint-order", func(s *style, v string, _ point) error {
		s.strokeFirst = strings.HasPrefix(v, "stroke")
		return nil
	}},
	{"visibility", func(s *style, v string, _ point) error { s.hidden = v != "visible"; return nil }},
	{"marker", func(s *style, v string, _ point) (err error) {
		s.markers[0], err = reference(v)
		s.markers[1], s.markers[2] = s.markers[0], s.markers[0]
		return
	}},
	{"marker-start", func(s *style, v string, _ point) (err error) { s.markers[0], err = reference(v); return }},
	{"marker-mid", func(s *style, v string, _ point) (err error) { s.markers[1], err = reference(v); return }},
	{"marker-end", func(s *style, v string, _ point) (err error) { s.markers[2], err = reference(v); return }},
	{"font-family", setFamily},
	{"font-weight", setWeight},
	{"font-style", func(s *style, v string, _ point) (err error) { s.italic, err = isOne(v, "italic", "normal"); return }},
	{"letter-spacing", func(s *style, v string, _ point) (err error) {
		if v == "normal" {
			v = "0"
		}
		s.spacing, err = length(v, s.fontSize, 0)
		return
	}},
	{"xml:space", func(s *style, v string, _ point) error { s.preserve = v == "preserve"; return nil }},
	{"white-space", func(s *style, v string, _ point) error {
		s.preserve = v == "pre" || v == "pre-wrap" || v == "break-spaces"
		return nil
	}},
	{"text-anchor", func(s *style, v string, _ point) error { return oneOf(&s.anchor, v, "start", "middle", "end") }},
	{"dominant-baseline", func(s *style, v string, _ point) error {
		return oneOf(&s.baseline, v, "auto", "alphabetic", "middle", "central", "hanging", "mathematical", "ideographic",
			"text-before-edge", "text-after-edge", "text-top", "text-bottom")
	}},
}

// plain are properties that are not drawn; each with the values that ask for nothing.
var plain = map[string][]string{
	"filter": {"none"}, "mask": {"none"}, "clip": {"auto"}, "mix-blend-mode": {"normal"}, "isolation": {"auto"},
	"text-decoration": {"none"}, "text-decoration-line": {"none"}, "writing-mode": {"horizontal-tb", "lr-tb", "lr"},
	"vector-effect": {"none"}, "word-spacing": {"normal", "0", "0px"}, "alignment-baseline": {"auto", "baseline"}, "pathLength": nil,
	"systemLanguage": nil, "requiredExtensions": nil, "transform": nil, "transform-origin": nil, "transform-box": nil,
	"font": nil, "direction": {"ltr"}, "unicode-bidi": {"normal"}, "textLength": nil, "rotate": {"0"},
	"font-variant": {"normal"}, "font-stretch": {"normal"}, "mask-image": {"none"}, "background": nil, "animation": {"none"},
	"x": nil, "y": nil, "cx": nil, "cy": nil, "r": nil, "rx": nil, "ry": nil, "d": nil, "translate": {"none"}, "scale": {"none"},
	"offset-path": {"none"}, "content": {"normal"}, "text-transform": {"none"},
}

// said gathers what is declared of an element: by attributes, by style sheets,
// by its style attribute, the later winning.
func (b *builder) said(n *node) (map[string]string, error) {
	all := map[string]string{}
	for name, value := range n.attrs {
		switch name {
		case "transform", "x", "y", "cx", "cy", "r", "rx", "ry", "d", "width", "height", "class", "id", "style", "content":
			continue // geometry, or not a matter of style
		}
		all[name] = strings.TrimSpace(value)
	}
	add := func(list []declaration) error {
		for _, d := range list {
			if ok, known := plain[d.name]; known && !slices.Contains(ok, d.value) {
				return n.wrong("the style %s: %.40s cannot be drawn", d.name, d.value)
			}
			all[d.name] = d.value
		}
		return nil
	}
	for i := range b.rules {
		if b.rules[i].matches(n) {
			if err := add(b.rules[i].properties); err != nil {
				return nil, err
			}
		}
	}
	own, err := declarations(n.attrs["style"])
	if err == nil {
		err = add(own)
	}
	if err != nil {
		return nil, n.wrong("%w", err)
	}
	for name, value := range all {
		if ok, known := plain[name]; known && !slices.Contains(ok, value) {
			return nil, n.wrong("%s=%.40q cannot be drawn", name, value)
		}
	}
	return all, nil
}

// inherit gives the style of an element within another.
func (b *builder) inherit(up style, n *node, said map[string]string) (style, error) {
	s := up
	for _, p := range properties {
		v, ok := said[p.name]
		if !ok || v == "inherit" {
			continue
		}
		if err := p.set(&s, v, b.within); err != nil {
			return s, n.wrong("%s: %w", p.name, err)
		}
	}
	for _, name := range []string{"lang", "xml:lang"} {
		if v := said[name]; v != "" {
			s.lang = v
		}
	}
	return s, nil
}

func setFontSize(s *style, v string, _ point) (err error) {
	s.fontSize, err = length(v, s.fontSize, s.fontSize)
	return err
}

func setDashes(s *style, v string, within point) error {
	s.pen.dash = nil
	if v == "none" {
		return nil
	}
	sum := 0.
	for _, f := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' }) {
		d, err := length(f, s.fontSize, diagonal(within))
		if err != nil || d < 0 || len(s.pen.dash) > 32 {
			return fmt.Errorf("dashes %.40q", v)
		}
		sum += d
		s.pen.dash = append(s.pen.dash, d)
	}
	if len(s.pen.dash)%2 == 1 {
		s.pen.dash = append(s.pen.dash, s.pen.dash...)
	}
	if sum == 0 {
		s.pen.dash = nil
	}
	return nil
}

// setFamily tells only the families whose letters are as wide as others or have
// feet: everything is drawn with the fonts at hand.
func setFamily(s *style, v string, _ point) error {
	parts := strings.Split(strings.ToLower(v), ",")
	switch last := strings.Trim(strings.TrimSpace(parts[len(parts)-1]), `"'`); last {
	case "serif", "monospace":
		s.family = last
	default:
		s.family = ""
	}
	return nil
}

func setWeight(s *style, v string, _ point) error {
	switch v {
	case "normal", "lighter":
		s.bold = false
	case "bold", "bolder":
		s.bold = true
	default:
		n, err := strconv.Atoi(v)
		if err != nil {
			return fmt.Errorf("%.40q is not a weight", v)
		}
		s.bold = n >= 600
	}
	return nil
}

// readInk reads a colour, none, or a reference with a colour behind it.
func readInk(v string, current color.NRGBA) (ink, error) {
	switch v {
	case "none":
		return ink{}, nil
	case "context-fill", "context-stroke":
		return ink{on: true, context: v[len("context-")]}, nil
	}
	if strings.HasPrefix(v, "url(") {
		id, rest, err := urlOf(v)
		if rest == "" || rest == "none" || err != nil {
			return ink{on: true, ref: id}, err
		}
		c, err := readColour(rest, current)
		return ink{on: true, ref: id, color: c}, err
	}
	c, err := readColour(v, current)
	return ink{on: true, color: c}, err
}

// urlOf reads url(#id) and what stands behind it.
func urlOf(v string) (id, rest string, err error) {
	inner, rest, ok := strings.Cut(strings.TrimPrefix(v, "url("), ")")
	id, local := strings.CutPrefix(strings.Trim(inner, ` "'`), "#")
	if !ok || !local || id == "" {
		return "", "", fmt.Errorf("%.40q leads out of the drawing", v)
	}
	return id, strings.TrimSpace(rest), nil
}

// reference reads none or url(#id).
func reference(v string) (string, error) {
	if v == "none" {
		return "", nil
	}
	if !strings.HasPrefix(v, "url(") {
		return "", fmt.Errorf("%.40q cannot be drawn", v)
	}
	id, _, err := urlOf(v)
	return id, err
}

func isOne(v, yes, no string) (bool, error) {
	if v != yes && v != no {
		return false, fmt.Errorf("%.40q cannot be drawn", v)
	}
	return v == yes, nil
}

func oneOf(to *string, v string, values ...string) error {
	if !slices.Contains(values, v) {
		return fmt.Errorf("%.40q cannot be drawn", v)
	}
	*to = v
	return nil
}
