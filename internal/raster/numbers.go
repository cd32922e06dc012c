package raster

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// mostLength bounds coordinates: beyond it nothing is drawn that can be seen,
// and sums of them stay exact enough.
const mostLength = 1e6

// numbers reads a list of numbers, between which may stand blanks and commas.
// After a mistake it gives zeros and keeps err.
type numbers struct {
	rest string
	err  error
}

func (n *numbers) fail(format string, args ...any) {
	if n.err == nil {
		n.err = fmt.Errorf(format, args...)
	}
	n.rest = ""
}

func (n *numbers) blank() { n.rest = strings.TrimLeft(n.rest, " \t\r\n\f,") }

// number reads one.
func (n *numbers) number() float64 {
	n.blank()
	i, s := 0, n.rest
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	digits := func() {
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	digits()
	if i < len(s) && s[i] == '.' {
		i++
		digits()
	}
	if i+1 < len(s) && s[i]|0x20 == 'e' && (s[i+1] >= '0' && s[i+1] <= '9' || i+2 < len(s) && (s[i+1] == '-' || s[i+1] == '+') && s[i+2] >= '0' && s[i+2] <= '9') {
		i += 2
		digits()
	}
	v, err := strconv.ParseFloat(s[:i], 64)
	if err != nil || math.Abs(v) > mostLength {
		n.fail("not a number that can be drawn: %.20q", s)
		return 0
	}
	n.rest = s[i:]
	return v
}

// flag reads a 0 or 1, after which no blank is needed.
func (n *numbers) flag() bool {
	n.blank()
	if n.rest == "" || n.rest[0] != '0' && n.rest[0] != '1' {
		n.fail("not a flag: %.20q", n.rest)
		return false
	}
	on := n.rest[0] == '1'
	n.rest = n.rest[1:]
	return on
}

// readNumbers reads as many as there are.
func readNumbers(s string) ([]float64, error) {
	n := numbers{rest: s}
	var list []float64
	for n.blank(); n.rest != ""; n.blank() {
		list = append(list, n.number())
	}
	return list, n.err
}

// readTransform reads an attribute transform.
func readTransform(s string) (matrix, error) {
	m := identity
	for rest := strings.TrimLeft(s, " \t\r\n,"); rest != ""; rest = strings.TrimLeft(rest, " \t\r\n,") {
		name, after, ok := strings.Cut(rest, "(")
		inner, next, closed := strings.Cut(after, ")")
		v, err := readNumbers(inner)
		if !ok || !closed || err != nil {
			return m, fmt.Errorf("transform %.40q", s)
		}
		one, ok := transformOf(strings.TrimSpace(name), v)
		if !ok {
			return m, fmt.Errorf("transform %.40q", s)
		}
		m, rest = m.mul(one), next
	}
	return m, nil
}

func transformOf(name string, v []float64) (matrix, bool) {
	switch n := len(v); {
	case name == "matrix" && n == 6:
		return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, true
	case name == "translate" && n == 1:
		return move(v[0], 0), true
	case name == "translate" && n == 2:
		return move(v[0], v[1]), true
	case name == "scale" && n == 1:
		return stretch(v[0], v[0]), true
	case name == "scale" && n == 2:
		return stretch(v[0], v[1]), true
	case name == "rotate" && n == 1:
		return rotate(v[0]), true
	case name == "rotate" && n == 3:
		return move(v[1], v[2]).mul(rotate(v[0])).mul(move(-v[1], -v[2])), true
	case name == "skewX" && n == 1:
		return matrix{a: 1, c: math.Tan(v[0] * math.Pi / 180), d: 1}, true
	case name == "skewY" && n == 1:
		return matrix{a: 1, b: math.Tan(v[0] * math.Pi / 180), d: 1}, true
	}
	return identity, false
}
