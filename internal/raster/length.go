package raster

import (
	"fmt"
	"math"
	"strings"
)

// perUnit are pixels of CSS.
var perUnit = map[string]float64{"": 1, "px": 1, "pt": 4. / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}

// length reads one; em is the size of the font, whole is what percentages are of.
func length(v string, em, whole float64) (float64, error) {
	n := numbers{rest: v}
	x := n.number()
	switch unit := strings.TrimSpace(n.rest); {
	case n.err != nil:
		return 0, n.err
	case unit == "%" && whole > 0:
		x *= whole / 100
	case unit == "em" && em > 0:
		x *= em
	case perUnit[unit] > 0:
		x *= perUnit[unit]
	default:
		return 0, fmt.Errorf("%.40q is not a length that can be drawn", v)
	}
	if math.Abs(x) > mostLength {
		return 0, fmt.Errorf("%.40q is too long", v)
	}
	return x, nil
}

// diagonal is what percentages are of that are neither of width nor of height
// (SVG 2, 7.10).
func diagonal(p point) float64 { return math.Hypot(p.x, p.y) / math.Sqrt2 }

// readShare reads an opacity.
func readShare(v string) (float64, error) {
	x, err := length(v, 0, 1)
	return min(1, max(0, x)), err
}

// lengths reads attributes of an element: those on the x axis, on the y axis and
// others are percentages of different lengths. What is missing is 0.
func (b *builder) lengths(n *node, s *style, names ...string) ([]float64, error) {
	out := make([]float64, len(names))
	for i, name := range names {
		v := n.attr(name)
		if v == "" || v == "auto" {
			continue
		}
		whole := diagonal(b.within)
		switch strings.TrimRight(name, "12") {
		case "x", "cx", "dx", "rx", "width", "fx", "refX", "markerWidth":
			whole = b.within.x
		case "y", "cy", "dy", "ry", "height", "fy", "refY", "markerHeight":
			whole = b.within.y
		}
		x, err := length(v, s.fontSize, whole)
		if err != nil {
			return nil, n.wrong("%s: %w", name, err)
		}
		out[i] = x
	}
	return out, nil
}
