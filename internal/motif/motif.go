// Package motif draws the pictures that stand in for missing photographs: one
// small line drawing for each field of science, varied by a seed, the same on
// every build and every machine.
//
// All drawings are one family. They share a canvas of 160 × 100 whose middle
// 100 × 66 carries the subject, so that the same drawing can be cut to a
// square, a strip or a plate. They have one weight of line and two tones, both
// of the text colour: the style sheet alone decides what that is. Numbers are
// integers, since floating point may differ between processors.
package motif

import "slices"

// A drawing starts with its name as a class, m-orbits, and this frame. It is
// decoration: a screen reader passes it over and old browsers do not stop at
// it with the tab key.
const frame = `" viewBox="0 0 160 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">`

// A wide plate shows no more of the height than this. Patterns run on beyond;
// figures, such as a bird or the sun, keep within.
const top, bottom = 17, 83

// fallback is drawn for a name that nobody knows.
const fallback = "peaks"

// SVG draws the motif called name for seed, such as the path of an entry.
func SVG(name, seed string) string {
	p, name := drawn(name, seed)
	return p.svg(name)
}

// A Layer is a part of a drawing for who makes pixels of it.
type Layer struct {
	Class byte   // see the constants
	Path  string // path data of SVG: commands MLHVQTCA, of either case, and Z; the canvas is Width × Height
}

// Classes of layers, from the back to the front.
const (
	Wash  = 'w' // filled with the second tone
	Shape = 'b' // filled with the second tone and outlined
	Line  = 'l'
	Point = 'p' // dots: lines of no length, with round ends
)

// Width and Height are the size of the canvas of every drawing.
const Width, Height = 160, 100

// Draw gives what SVG draws, layer by layer; empty ones are left out.
func Draw(name, seed string) []Layer {
	p, _ := drawn(name, seed)
	var list []Layer
	for _, l := range p.layers() {
		if len(l.path) > 0 {
			list = append(list, Layer{l.class, string(l.path)})
		}
	}
	return list
}

// drawn draws a motif, and gives the name that it goes by.
func drawn(name, seed string) (*pen, string) {
	name = canonical(name)
	draw, ok := drawing(name)
	if !ok {
		name = fallback
		draw, _ = drawing(fallback)
	}
	p := newPen(newDice(name, seed))
	draw(p)
	return p, name
}

// Known tells whether name is a motif, so that settings can be checked.
func Known(name string) bool {
	_, ok := drawing(canonical(name))
	return ok
}

// Names lists the motifs, sorted.
func Names() []string {
	return slices.Sorted(slices.Values(names))
}

var names = []string{
	"orbits", "trajectory", "strata", "rows", "waves", "lattice", "branching", "pulse", "bowl",
	"reeds", "rings", "circuits", "gears", "turbine", "crystal", "peaks", "constellation",
}

// canonical resolves the other names that some motifs go by.
func canonical(name string) string {
	switch name {
	case "grain":
		return "bowl"
	case "shelter":
		return "rings"
	case "trusses":
		return "gears"
	}
	return name
}

func drawing(name string) (func(*pen), bool) {
	switch name {
	case "orbits": // 天文
		return orbits, true
	case "trajectory": // 航天
		return trajectory, true
	case "strata": // 地球科学
		return strata, true
	case "rows": // 农业
		return rows, true
	case "waves": // 物理与光学
		return waves, true
	case "lattice": // 化学与材料
		return lattice, true
	case "branching": // 生命科学
		return branching, true
	case "pulse": // 健康
		return pulse, true
	case "bowl": // 食品
		return bowl, true
	case "reeds": // 生态环境
		return reeds, true
	case "rings": // 应急避险
		return rings, true
	case "circuits": // 信息技术
		return circuits, true
	case "gears": // 工程技术
		return gears, true
	case "turbine": // 能源
		return turbine, true
	case "crystal": // 冰雪
		return crystal, true
	case "peaks": // 长白山天池
		return peaks, true
	case "constellation": // 科学家精神
		return constellation, true
	}
	return nil, false
}

// dice throws numbers that depend on the seed alone (splitmix64 over FNV-1a).
type dice struct{ state uint64 }

func newDice(name, seed string) dice {
	h := uint64(14695981039346656037)
	for _, s := range []string{name, "/", seed} {
		for i := 0; i < len(s); i++ {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	return dice{h}
}

// between gives a number from lo to hi, both included.
func (d *dice) between(lo, hi int) int {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return lo + int(z%uint64(hi-lo+1))
}

// sine holds 1000·sin of 0°, 5°, … 90°.
var sine = [...]int{0, 87, 174, 259, 342, 423, 500, 574, 643, 707, 766, 819, 866, 906, 940, 966, 985, 996, 1000}

// sin gives 1000·sin of an angle in degrees, a multiple of 5.
func sin(deg int) int {
	deg = ((deg % 360) + 360) % 360
	switch {
	case deg <= 90:
		return sine[deg/5]
	case deg <= 180:
		return sine[(180-deg)/5]
	}
	return -sin(deg - 180)
}

// polar gives the point at a distance and an angle from (x, y), 0° to the
// right, clockwise as the eye sees it.
func polar(x, y, r, deg int) (int, int) {
	return x + round(r*sin(deg+90)), y + round(r*sin(deg))
}

// round divides by 1000 to the nearest integer.
func round(n int) int {
	if n < 0 {
		return -round(-n)
	}
	return (n + 500) / 1000
}
