package formula

import (
	"fmt"
	"strings"
)

// delimiter draws one around what reaches up and down; of an em at the least.
func (s *setter) delimiter(sign string, up, down, size float64) (box, error) {
	if sign == "" {
		return box{width: .12 * size}, nil
	}
	// It is as far from the axis below as above.
	half := max(up-axis*size, down+axis*size, .5*size)
	if half <= .62*size && strings.Contains("()[]{}|/‖", sign) {
		b, err := s.glyphs(sign, size, upright)
		return b, err
	}
	h := 2 * half
	line := .065 * size
	b := box{up: axis*size + half, down: half - axis*size, width: .42 * size}
	stroke := func(w float64, format string, args ...any) {
		b.width = w * size
		b.marks = append(b.marks, mark{y: -b.up, path: fmt.Sprintf(format, args...), line: line, joint: strings.Contains("[]⌊⌋⌈⌉", sign)})
	}
	l, r, m := .1*size, .3*size, .22*size
	switch sign {
	case "(", ")":
		// A crescent, thin at its ends.
		tip, outer, inner := .34*size, .04*size, .135*size
		if sign == ")" {
			tip, outer, inner = .08*size, .38*size, .285*size
		}
		b.marks = []mark{{y: -b.up, path: fmt.Sprintf("M%.2f 0C%.2f %.2f %.2f %.2f %.2f %.2fC%.2f %.2f %.2f %.2f %.2f 0z",
			tip, outer, h*.27, outer, h*.73, tip, h, inner, h*.72, inner, h*.28, tip), line: 0}}
	case "[":
		stroke(.4, "M%.2f %.2fH%.2fV%.2fH%.2f", r, line/2, l+.04*size, h-line/2, r)
	case "]":
		stroke(.4, "M%.2f %.2fH%.2fV%.2fH%.2f", l, line/2, r-.04*size, h-line/2, l)
	case "⌊":
		stroke(.42, "M%.2f 0V%.2fH%.2f", l+.04*size, h-line/2, r+.04*size)
	case "⌋":
		stroke(.42, "M%.2f 0V%.2fH%.2f", r, h-line/2, l-.02*size)
	case "⌈":
		stroke(.42, "M%.2f %.2fV%.2fH%.2f", l+.04*size, h, line/2, r+.04*size)
	case "⌉":
		stroke(.42, "M%.2f %.2fV%.2fH%.2f", r, h, line/2, l-.02*size)
	case "{", "}":
		q := min(.2*size, h/4)
		x0, x1, x2 := r+.08*size, m, .06*size
		if sign == "}" {
			x0, x1, x2 = .04*size, m, r+.08*size
		}
		stroke(.46, "M%.2f 0Q%.2f 0 %.2f %.2fV%.2fQ%.2f %.2f %.2f %.2fQ%.2f %.2f %.2f %.2fV%.2fQ%.2f %.2f %.2f %.2f",
			x0, x1, x1, q, h/2-q, x1, h/2, x2, h/2, x1, h/2, x1, h/2+q, h-q, x1, h, x0, h)
	case "|":
		stroke(.28, "M%.2f 0V%.2f", .14*size, h)
	case "‖":
		stroke(.4, "M%.2f 0V%.2fM%.2f 0V%.2f", .12*size, h, .28*size, h)
	case "⟨":
		stroke(.42, "M%.2f 0L%.2f %.2fL%.2f %.2f", r, l, h/2, r, h)
	case "⟩":
		stroke(.42, "M%.2f 0L%.2f %.2fL%.2f %.2f", l, r, h/2, l, h)
	case "/":
		stroke(.5, "M%.2f 0L%.2f %.2f", .45*size, .05*size, h)
	default:
		return s.glyphs(sign, size, upright)
	}
	return b, nil
}
