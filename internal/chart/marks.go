package chart

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kepu/internal/svg"
)

// mostRows is how many rows of marks there are. For marks that find no room in
// them a row below says how many they are.
const mostRows = 7

// drawMarks draws the marks below the line at top, and says how many rows they
// take. Those with numbers come first: then no label stands in the way of the
// stem of one that has to go further down.
func drawMarks(b *strings.Builder, a axis, marks []Mark, top float64) (int, string) {
	var taken rows
	var stems strings.Builder
	var left []float64 // where there was no room
	draw := func(m Mark, row int, r float64, text string) {
		x, y := a.x(m.At), top+float64(row)*dotStep+radius+4
		stems.WriteString("M" + points(x, top) + "V" + svg.Num(y-r))
		class := "life-mark"
		if m.Kind != "" {
			class += " life-" + svg.Escape(m.Kind)
		}
		b.WriteString(`<g class="` + class + `"><title>` + svg.Escape(strings.TrimSpace(m.When+" "+m.Label)) + `</title>` +
			`<circle class="life-dot" cx="` + svg.Num(x) + `" cy="` + svg.Num(y) + `" r="` + svg.Num(r) + `"/>` + text + `</g>`)
	}
	for _, m := range marks {
		if m.N == 0 {
			continue
		}
		n := strconv.Itoa(m.N)
		r := max(radius, svg.Width(n, lifeText)/2+1)
		x, row := a.x(m.At), 0
		for row < mostRows && !taken.free(row, x-r, x+r) {
			row++
		}
		if row == mostRows {
			left = append(left, x)
			continue
		}
		taken.take(row, x-r, x+r)
		draw(m, row, r, textAt("life-number", x, markLine(top, row), "middle", n))
	}
	for row := range taken {
		for _, stem := range slices.Concat(taken[row+1:]...) {
			x := (stem[0] + stem[1]) / 2
			taken.take(row, x, x)
		}
	}
	for _, m := range marks {
		if m.N == 0 {
			x := a.x(m.At)
			row, p, ok := taken.place(x-5, x+5, m.Label, false, mostRows)
			if !ok {
				left = append(left, x)
				continue
			}
			text := ""
			if p.text != "" {
				text = textAt("life-label", p.x, markLine(top, row), p.anchor, p.text)
			}
			draw(m, row, 5, text)
		}
	}
	high := len(taken)
	if len(left) > 0 {
		countLeft(b, left, markLine(top, high))
		high++
	}
	return high, `<path class="life-stem" d="` + stems.String() + `"/>`
}

// markLine is the base line of the text of a row of marks.
func markLine(top float64, row int) float64 { return top + float64(row)*dotStep + radius + 8 }

// countLeft writes “+3” where there was no room for three marks.
func countLeft(b *strings.Builder, left []float64, y float64) {
	const room = 42 // for a number, so that the next one does not touch it
	slices.SortFunc(left, cmp.Compare[float64])
	for len(left) > 0 {
		n := 1
		for n < len(left) && left[n] < left[0]+room {
			n++
		}
		text := "+" + strconv.Itoa(n)
		half := svg.Width(text, lifeText) / 2
		b.WriteString(textAt("life-label", min(max(left[0], half), width-half), y, "middle", text))
		left = left[n:]
	}
}
