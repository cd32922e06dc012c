package raster

import (
	"math"
	"strings"
)

// A pathWriter writes path data in few characters. It counts in steps of the
// last decimal, from where the pen really is, so that roundings do not add up.
type pathWriter struct {
	unit     float64 // steps in 1
	decimals int
	b        strings.Builder
	at       [2]int
	start    [2]int
	last     byte // command written
	point    bool // the last number has a decimal point
}

func (w *pathWriter) write(p path) string {
	drawn := false
	for i, s := range p {
		if s.op == 'M' && (i+1 == len(p) || p[i+1].op == 'M') {
			continue // nothing is drawn from here
		}
		if s.op == 'L' && w.round(s.p[0]) == w.at && i+1 < len(p) && p[i+1].op != 'Z' && p[i-1].op != 'M' {
			continue
		}
		w.segment(s)
		drawn = drawn || s.op != 'M'
	}
	if !drawn {
		return ""
	}
	return w.b.String()
}

func (w *pathWriter) round(p point) [2]int {
	return [2]int{int(math.Round(p.x * w.unit)), int(math.Round(p.y * w.unit))}
}

func (w *pathWriter) segment(s segment) {
	if s.op == 'Z' {
		w.b.WriteByte('z')
		w.last, w.at = 'z', w.start
		return
	}
	var steps []int // absolute
	for _, p := range s.p[:s.points()] {
		r := w.round(p)
		steps = append(steps, r[0], r[1])
	}
	to := [2]int{steps[len(steps)-2], steps[len(steps)-1]}
	op, from := s.op, []int{w.at[0], w.at[1]}
	if op == 'L' && to[0] == w.at[0] {
		op, steps, from = 'V', to[1:], from[1:]
	} else if op == 'L' && to[1] == w.at[1] {
		op, steps, from = 'H', to[:1], from[:1]
	}
	moved := make([]int, len(steps))
	for i := range steps {
		moved[i] = steps[i] - from[i%len(from)]
	}
	absolute, relative := w.form(op, steps), w.form(op|0x20, moved)
	if len(relative) < len(absolute) {
		absolute, op = relative, op|0x20
	}
	w.b.WriteString(absolute)
	w.point = strings.Contains(absolute[strings.LastIndexAny(absolute, " -MLHVQCmlhvqc")+1:], ".")
	w.last, w.at = op, to
	if s.op == 'M' {
		w.start = to
	}
}

// form writes a command; without its letter where it follows from the one before.
func (w *pathWriter) form(op byte, steps []int) string {
	var b strings.Builder
	implied := op == w.last && op|0x20 != 'm' || w.last == 'M' && op == 'L' || w.last == 'm' && op == 'l'
	point := w.point
	if !implied {
		b.WriteByte(op)
	}
	for i, n := range steps {
		s := w.number(n)
		if (i > 0 || implied) && s[0] != '-' && !(s[0] == '.' && point) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		point = strings.Contains(s, ".")
	}
	return b.String()
}

func (w *pathWriter) number(n int) string {
	return short(float64(n)/w.unit, w.decimals)
}
