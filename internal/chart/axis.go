package chart

import (
	"math"
	"strconv"
	"strings"

	"kepu/internal/svg"
)

// An axis leads from the first year of a drawing to its last.
type axis struct{ from, to float64 }

func axisOf(spans []Span, marks []Mark) axis {
	a := axis{math.Inf(1), math.Inf(-1)}
	add := func(t float64) {
		a.from, a.to = min(a.from, t), max(a.to, t)
	}
	for _, s := range spans {
		add(s.From)
		add(max(s.From, s.To))
	}
	for _, m := range marks {
		add(m.At)
	}
	a.from, a.to = math.Floor(a.from), math.Ceil(a.to)
	if short := 5 - (a.to - a.from); short > 0 {
		a.from, a.to = a.from-math.Floor(short/2), a.to+math.Ceil(short/2)
	}
	return a
}

func (a axis) x(t float64) float64 {
	return margin + (t-a.from)/(a.to-a.from)*(width-2*margin)
}

// grid draws a line for each decade, or for shorter or longer steps in a short
// or a very long time, and the years above.
func (a axis) grid(height float64) string {
	const room = 44 // between two lines
	step := 0
	for power := 1; step == 0; power *= 10 {
		for _, s := range []int{power, 2 * power, 5 * power} {
			if step == 0 && float64(s)/(a.to-a.from)*(width-2*margin) >= room {
				step = s
			}
		}
	}
	var lines, years strings.Builder
	for y := int(math.Ceil(a.from/float64(step))) * step; float64(y) <= a.to; y += step {
		x := a.x(float64(y))
		text := strconv.Itoa(y)
		half := svg.Width(text, lifeText) / 2
		lines.WriteString("M" + points(x, yearBase+4) + "V" + svg.Num(height))
		years.WriteString(textAt("life-year", min(max(x, half), width-half), yearBase, "middle", text))
	}
	return `<path class="life-grid" d="` + lines.String() + `"/>` + years.String()
}
