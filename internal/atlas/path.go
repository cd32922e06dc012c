package atlas

import (
	"math"

	"kepu/internal/svg"
)

// A path writes the commands of an SVG path, in tenths of a unit, in as few
// characters as it can.
type path struct {
	out  []byte
	x, y int  // where the last command ended, in tenths
	line bool // the last command was l
	dot  bool // the last number has a decimal point
}

func tenths(f float64) int { return int(math.Round(f * 10)) }

// poly adds a line, or an area where it is closed.
func (p *path) poly(points []vec, closed bool) {
	begun := false
	for _, q := range points {
		x, y := tenths(q.x), tenths(q.y)
		switch {
		case !begun:
			p.command('M')
			p.number(x)
			p.number(y)
			begun, p.line = true, false
		case x == p.x && y == p.y:
			continue
		default:
			if !p.line {
				p.command('l')
				p.line = true
			}
			p.number(x - p.x)
			p.number(y - p.y)
		}
		p.x, p.y = x, y
	}
	if begun && closed {
		p.command('z')
	}
}

func (p *path) command(c byte) { p.out, p.dot = append(p.out, c), false }

// number writes a number of tenths after a command or another number.
func (p *path) number(n int) {
	text := svg.Tenths(n)
	last := byte(' ')
	if len(p.out) > 0 {
		last = p.out[len(p.out)-1]
	}
	joined := text[0] == '-' || text[0] == '.' && p.dot || last < '.' || last > '9'
	if !joined {
		p.out = append(p.out, ' ')
	}
	p.out = append(p.out, text...)
	p.dot = n%10 != 0
}
