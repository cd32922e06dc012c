package formula

import (
	"fmt"
	"strings"
)

func (s *setter) fraction(n *node, l level) (box, error) {
	inner := level{l.depth + 1, false}
	if l.display || n.large {
		inner = level{l.depth, false}
	}
	above, err := s.set(n.kids[0], inner)
	if err != nil {
		return box{}, err
	}
	below, err := s.set(n.kids[1], inner)
	if err != nil {
		return box{}, err
	}
	em := s.em(l)
	gap := .12 * em
	if l.display {
		gap = .2 * em
	}
	side := .1 * em
	width := max(above.width+above.lean, below.width+below.lean)
	b := box{}
	b.put(above, side+(width-above.width)/2, -axis*em-gap-above.down)
	b.put(below, side+(width-below.width)/2, -axis*em+gap+max(below.up, small*s.em(inner)))
	b.width = width + 2*side
	if n.ruled {
		b.marks = append(b.marks, rule(0, -axis*em, b.width, thick*em))
	}
	if n.left == "" && n.right == "" {
		return b, nil
	}
	return s.between(n.left, b, n.right, em)
}

// between puts delimiters around a box.
func (s *setter) between(left string, b box, right string, em float64) (box, error) {
	up, down := b.up, b.down
	out, err := s.delimiter(left, up, down, em)
	if err != nil {
		return out, err
	}
	if left == "" {
		out = box{}
	}
	b.width += b.lean
	out.beside(b)
	end, err := s.delimiter(right, up, down, em)
	out.beside(end)
	out.lean = 0
	return out, err
}

func (s *setter) fence(n *node, l level) (box, error) {
	b, err := s.set(n.kids[0], l)
	if err != nil {
		return b, err
	}
	return s.between(n.left, b, n.right, s.em(l))
}

func (s *setter) root(n *node, l level) (box, error) {
	body, err := s.set(n.kids[0], l)
	if err != nil {
		return body, err
	}
	em := s.em(l)
	body.up, body.down = max(body.up, .7*em), max(body.down, .06*em)
	gap := .12 * em
	top := body.up + gap + thick*em/2
	surd := .6 * em
	b := box{}
	left := 0.
	if n.kids[1] != nil {
		index, err := s.set(n.kids[1], level{2, false})
		if err != nil {
			return b, err
		}
		left = max(0, index.width-.3*em)
		b.put(index, 0, -(body.height()*.45-body.down)-.18*em)
	}
	deep, middle := body.down, body.down-.5*min(body.height(), 1.1*em)
	b.put(body, left+surd, 0)
	b.marks = append(b.marks,
		mark{x: left, path: fmt.Sprintf("M%.2f %.2fL%.2f %.2f", .17*em, middle, .34*em, deep), line: .09 * em},
		mark{x: left, joint: true, line: thick * em, path: fmt.Sprintf("M%.2f %.2fL%.2f %.2fL%.2f %.2fL%.2f %.2fH%.2f",
			.05*em, middle+.09*em, .17*em, middle, .34*em, deep, surd-.06*em, -top, surd+body.width+body.lean+.06*em)})
	b.width = left + surd + body.width + body.lean + .1*em
	b.up = max(b.up, top+thick*em/2)
	return b, nil
}

func (s *setter) scripts(n *node, l level) (box, error) {
	base, err := s.set(n.kids[0], l)
	if err != nil {
		return base, err
	}
	below, err := s.set(n.kids[1], l.smaller())
	if err != nil {
		return base, err
	}
	above, err := s.set(n.kids[2], l.smaller())
	if err != nil {
		return base, err
	}
	if n.stacked && (l.display || n.large || n.kids[0].kind == accent) {
		return stackUp(base, below, above, n.kids[2] != nil, n.kids[1] != nil, s.em(l)), nil
	}
	em, inner := s.em(l), s.em(l.smaller())
	up, down := .38*em, .18*em
	if k := n.kids[0].only(); k == nil || k.kind != symbol || k.large {
		up, down = max(up, base.up-.36*inner), max(down, base.down+.1*inner)
	}
	up = max(up, above.down+.14*em)
	down = max(down, below.up-.44*em)
	if n.kids[1] != nil && n.kids[2] != nil {
		if near := .18*em - (up - above.down + down - below.up); near > 0 {
			down += near
		}
	}
	b := base
	b.marks = append([]mark(nil), base.marks...)
	end, lean := base.width, base.lean
	b.lean = 0
	if k := n.kids[0].only(); k != nil && k.large { // an integral leans though its sign does not say so
		end -= .12 * em
		lean = .16 * em
	}
	if isPrime(n.kids[2]) { // which is above already
		above, err = s.glyphs(n.kids[2].text, em, upright)
		up, lean = 0, lean/2
	}
	if n.kids[2] != nil {
		b.put(above, end+lean+.03*em, -up)
	}
	if n.kids[1] != nil {
		b.put(below, end+.03*em, down)
	}
	b.width = max(b.width+.03*em, base.width)
	return b, err
}

// isPrime tells that a node holds nothing but primes.
func isPrime(n *node) bool {
	return n != nil && n.kind == symbol && strings.HasPrefix(n.text, "′")
}

// stackUp puts boxes over and under one, in its middle.
func stackUp(base, below, above box, over, under bool, em float64) box {
	width := max(base.width, below.width, above.width)
	b := box{}
	b.put(base, (width-base.width)/2, 0)
	if over {
		b.put(above, (width-above.width)/2, -base.up-.14*em-above.down)
	}
	if under {
		b.put(below, (width-below.width)/2, base.down+.14*em+max(below.up, .3*em))
	}
	b.width = width
	return b
}

func (s *setter) grid(n *node, l level) (box, error) {
	inner := level{l.depth, n.text == "rl"}
	em := s.em(l)
	var cells [][]box
	var widths []float64
	for _, line := range n.kids {
		var boxes []box
		for i, c := range line.kids {
			if n.text == "rl" && i%2 == 1 { // a sign at the beginning has something before it
				c = &node{kind: row, kids: []*node{{kind: row}, c}}
				if k := c.kids[1]; k.kind == row && len(k.kids) > 0 {
					c.kids = append(c.kids[:1], k.kids...)
				}
			}
			b, err := s.set(c, inner)
			if err != nil {
				return b, err
			}
			b.width += b.lean
			boxes = append(boxes, b)
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], b.width)
		}
		cells = append(cells, boxes)
	}
	gap := .9 * em
	if n.text == "rl" {
		gap = 0
	}
	b, y := box{}, 0.
	for i, boxes := range cells {
		up, down := .75*em, .25*em
		for _, c := range boxes {
			up, down = max(up, c.up), max(down, c.down)
		}
		if i > 0 {
			y += .2 * em
		}
		y += up
		x := 0.
		for j, c := range boxes {
			at := x
			switch n.align(j) {
			case 'c':
				at += (widths[j] - c.width) / 2
			case 'r':
				at += widths[j] - c.width
			}
			b.put(c, at, y)
			x += widths[j]
			x += gap
		}
		y += down
	}
	b.width = -gap
	for _, w := range widths {
		b.width += w + gap
	}
	b.width = max(0, b.width)
	b.up, b.down = 0, y
	b = b.raised(y/2 + axis*em)
	if n.left == "" && n.right == "" {
		return b, nil
	}
	if n.text == "l" && n.right == "" { // cases: what follows the brace needs room
		b.width += .1 * em
	}
	return s.between(n.left, b, n.right, em)
}

// align is how a column stands: what is said of it, or of the last that is told.
func (n *node) align(column int) byte {
	switch k := len(n.text); {
	case k == 0:
		return 'c'
	case n.text == "rl":
		return n.text[column%2]
	default:
		return n.text[min(column, k-1)]
	}
}

func (s *setter) accent(n *node, l level) (box, error) {
	body, err := s.set(n.kids[0], l)
	if err != nil {
		return body, err
	}
	em := s.em(l)
	b := body
	b.marks = append([]mark(nil), body.marks...)
	w := body.width
	top := -max(body.up, small*em) - .1*em
	shift := body.lean + .06*em // letters lean
	if n.kids[0].only() == nil || n.kids[0].only().kind != symbol {
		shift = 0
	}
	line := func(x, y, width float64, format string, args ...any) {
		b.marks = append(b.marks, mark{x: x, y: y, path: fmt.Sprintf(format, args...), line: thick * em})
	}
	m := w/2 + shift
	h := min(max(.2*em, w*.3), .5*em) // half the width of a hat
	switch n.text {
	case "bar":
		line(shift, top, w, "M0 0H%.2f", w)
	case "under":
		line(0, body.down+.12*em, w, "M0 0H%.2f", w)
		b.down += .18 * em
		return b, nil
	case "hat":
		line(m, top, w, "M%.2f 0L0 %.2fL%.2f 0", -h, -.14*em, h)
	case "check":
		line(m, top, w, "M%.2f %.2fL0 0L%.2f %.2f", -h, -.14*em, h, -.14*em)
	case "tilde":
		line(m, top, w, "M%.2f 0C%.2f %.2f %.2f %.2f %.2f %.2f", -h, -h*.4, -.22*em, h*.4, .12*em, h, -.1*em)
	case "breve":
		line(m, top, w, "M%.2f %.2fQ0 %.2f %.2f %.2f", -h, -.12*em, .1*em, h, -.12*em)
	case "acute":
		line(m, top, w, "M0 0L%.2f %.2f", .14*em, -.14*em)
	case "grave":
		line(m, top, w, "M0 0L%.2f %.2f", -.14*em, -.14*em)
	case "vec":
		half := max(w/2, .24*em)
		line(m, top-.06*em, w, "M%.2f 0H%.2fM%.2f %.2fL%.2f 0L%.2f %.2f", -half, half, half-.1*em, -.08*em, half, half-.1*em, .08*em)
		b.up += .06 * em
	case "dot":
		b.marks = append(b.marks, mark{x: m, y: top - .04*em, path: "M0 0h0", line: .11 * em})
	case "ddot":
		b.marks = append(b.marks, mark{x: m, y: top - .04*em, path: fmt.Sprintf("M%.2f 0h0M%.2f 0h0", -.13*em, .13*em), line: .11 * em})
	case "ring":
		line(m, top-.08*em, w, "M0 %.2fa%.2f %.2f 0 1 1 0 %.2fa%.2f %.2f 0 1 1 0 %.2fz", -.07*em, .07*em, .07*em, .14*em, .07*em, .07*em, -.14*em)
	case "overbrace":
		line(0, -body.up-.12*em, w, "%s", brace(w, em, -1))
		b.up = body.up + .4*em
		return b, nil
	case "underbrace":
		line(0, body.down+.12*em, w, "%s", brace(w, em, 1))
		b.down = body.down + .4*em
		return b, nil
	}
	b.up = max(b.up, -top+.18*em)
	return b, nil
}

// brace lies along a width; its point is below if down is 1.
func brace(w, em, down float64) string {
	q, d := min(.15*em, w/4), .12*em*down
	return fmt.Sprintf("M0 0Q0 %.2f %.2f %.2fH%.2fQ%.2f %.2f %.2f %.2fQ%.2f %.2f %.2f %.2fH%.2fQ%.2f %.2f %.2f 0",
		d, q, d, w/2-q, w/2, d, w/2, 2*d, w/2, d, w/2+q, d, w-q, w, d, w)
}

func (s *setter) arrow(n *node, l level) (box, error) {
	above, err := s.set(n.kids[0], l.smaller())
	if err != nil {
		return above, err
	}
	below, err := s.set(n.kids[1], l.smaller())
	if err != nil {
		return below, err
	}
	em := s.em(l)
	w := max(above.width, below.width, .8*em) + .5*em
	b := box{width: w, up: axis*em + .16*em, down: -axis*em + .16*em}
	head, y := .13*em, -axis*em
	right := fmt.Sprintf("M0 0H%.2fM%.2f %.2fL%.2f 0L%.2f %.2f", w, w-head, -head, w, w-head, head)
	left := fmt.Sprintf("M%.2f 0H0M%.2f %.2fL0 0L%.2f %.2f", w, head, -head, head, head)
	add := func(y float64, path string) {
		b.marks = append(b.marks, mark{y: y, path: path, line: thick * em})
	}
	switch n.text {
	case "→":
		add(y, right)
	case "←":
		add(y, left)
	case "↔":
		add(y, right)
		add(y, left)
	default: // in both directions
		gap := .09 * em
		add(y-gap, fmt.Sprintf("M0 0H%.2fL%.2f %.2f", w, w-head, -head))
		add(y+gap, fmt.Sprintf("M%.2f 0H0L%.2f %.2f", w, head, head))
		b.up, b.down = b.up+gap, b.down+gap
	}
	if !n.kids[0].empty() {
		b.put(above, (w-above.width)/2, -b.up-above.down)
	}
	if !n.kids[1].empty() {
		b.put(below, (w-below.width)/2, b.down+.06*em+below.up)
	}
	b.width = w
	return b, nil
}

func (s *setter) boxed(n *node, l level) (box, error) {
	body, err := s.set(n.kids[0], l)
	if err != nil {
		return body, err
	}
	em := s.em(l)
	pad := .25 * em
	b := box{}
	b.put(body, pad, 0)
	b.width = body.width + body.lean + 2*pad
	b.up, b.down = body.up+pad, body.down+pad
	b.marks = append(b.marks, mark{y: -b.up, joint: true, line: thick * em, path: fmt.Sprintf("M0 0H%.2fV%.2fH0z", b.width, b.height())})
	return b, nil
}
