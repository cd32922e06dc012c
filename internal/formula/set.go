package formula

import (
	"errors"
	"fmt"

	"kepu/internal/raster"
	"kepu/internal/typeset"
)

var errNoFonts = errors.New("no fonts to draw with")

// A setter lays out a formula.
type setter struct {
	fonts typeset.Fonts
	size  float64 // of an em at the first level, in pixels
	boxes int
}

// mostBoxes bounds the work for a formula.
const mostBoxes = 5_000

// A level is how far down in powers and fractions something stands.
type level struct {
	depth   int // 0, 1, 2 and more
	display bool
}

// scale is the size of letters on a level.
func (l level) scale() float64 { return [...]float64{1, .72, .55}[min(l.depth, 2)] }

// smaller is the level of powers.
func (l level) smaller() level { return level{l.depth + 1, false} }

func (s *setter) em(l level) float64 { return s.size * l.scale() }

// set lays out a node.
func (s *setter) set(n *node, l level) (box, error) {
	if s.boxes++; s.boxes > mostBoxes {
		return box{}, errors.New("the formula is too long")
	}
	if n == nil {
		return box{}, nil
	}
	em := s.em(l)
	switch n.kind {
	case row:
		return s.row(n.kids, l)
	case symbol:
		return s.symbol(n, l)
	case words:
		f := n.face
		if f == usual {
			f = upright
		}
		return s.glyphs(n.text, em, f)
	case space:
		return box{width: n.width * em}, nil
	case fraction:
		return s.fraction(n, l)
	case root:
		return s.root(n, l)
	case scripts:
		return s.scripts(n, l)
	case fence:
		return s.fence(n, l)
	case grid:
		return s.grid(n, l)
	case accent:
		return s.accent(n, l)
	case arrow:
		return s.arrow(n, l)
	case boxed:
		return s.boxed(n, l)
	}
	return box{}, fmt.Errorf("formula: %s is not known", n.text)
}

// symbol sets a character. Large operators are larger in display, and stand in
// the middle of the line.
func (s *setter) symbol(n *node, l level) (box, error) {
	em := s.em(l)
	if n.scale > 0 {
		return s.delimiter(n.text, axis*em+n.scale*em/2, n.scale*em/2-axis*em, em)
	}
	if !n.large {
		if n.class == opening || n.class == closing || n.text == "‖" {
			return s.delimiter(n.text, 0, 0, em)
		}
		return s.glyphs(n.text, em, n.face)
	}
	size := em * 1.15
	if l.display {
		size = em * 1.6
	}
	b, err := s.glyphs(n.text, size, upright)
	return b.raised(axis*em - (b.up-b.down)/2), err
}

// row sets nodes one after the other, with the room between that their classes
// ask for.
func (s *setter) row(list []*node, l level) (box, error) {
	b := box{}
	last, lean := opening, 0.
	for i, n := range list {
		if n.kind == style {
			l = level{0, n.large}
			continue
		}
		part, err := s.set(n, l)
		if err != nil {
			return b, err
		}
		c := n.class
		if n.kind == fence {
			c = ordinary
		}
		if c == binary && (last == binary || last == relation || last == opening || last == punctuation || last == operator || i == len(list)-1) {
			c = ordinary
		}
		if n.kind != space {
			b.width += lean + room(last, c, l)*s.em(l)
			last = c
		}
		lean = part.lean
		b.beside(part)
	}
	b.lean = lean
	return b, nil
}

// room is the space between two classes, in ems (TeX's table, in the main).
func room(a, b class, l level) float64 {
	const thin, medium, thick = 3. / 18, 4. / 18, 5. / 18
	switch {
	case a == opening || b == closing || b == punctuation:
		return 0
	case l.depth > 0:
		if a == operator && b == ordinary || a == ordinary && b == operator {
			return thin
		}
		return 0
	case a == relation && b == relation:
		return 0
	case a == relation || b == relation:
		return thick
	case a == binary || b == binary:
		return medium
	case a == punctuation, b == operator, a == operator && b != opening:
		return thin
	}
	return 0
}

// PNG draws a formula in dark ink on white, which is there in dark modes too: no
// ink can be read well on both grounds. size is that of the text around
// it, in pixels; width and height are those at which the picture is to be shown,
// of which it has twice as many. The middle of the picture is where that of small
// letters is: beside text it belongs there, by vertical-align: middle. display is
// for a formula that stands by itself.
func PNG(tex string, size int, fonts typeset.Fonts, display bool) (png []byte, width, height int, err error) {
	if size < 4 || size > 400 {
		return nil, 0, 0, fmt.Errorf("formula: no size of %d pixels", size)
	}
	tree := parse(tex)
	if name, ok := tree.understood(); !ok {
		return nil, 0, 0, fmt.Errorf("formula: %.60q is not known", name)
	}
	s := &setter{fonts: fonts, size: float64(size)}
	b, err := s.set(tree, level{0, display})
	if err != nil {
		return nil, 0, 0, err
	}
	if len(b.marks) == 0 {
		return nil, 0, 0, errors.New("formula: it is empty")
	}
	const edge = 1.5 // pixels, for what stands out of its box
	middle := small / 2 * float64(size)
	half := max(b.up-middle, b.down+middle) + edge
	height = 2 * int(half+.999)
	width = int(b.width+b.lean+2*edge) + 1
	drawing := b.svg(width, height, edge, float64(height)/2+middle, ink)
	png, err = raster.PNG([]byte(drawing), 2*width, fonts)
	return png, width, height, err
}

// ink has a contrast of 16 to white.
const ink = "#222222"
