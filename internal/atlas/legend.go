package atlas

import (
	"math"
	"strconv"
	"strings"

	"kepu/internal/svg"
)

// Order of the legend, after the kinds of sites.
var explained = []string{"site-other", "cluster", "way", "seat", "town", "river", "water", "wood", "road", "rail", "boundary"}

// The legend is set in rows below the sheet.
const (
	rowHeight = 19
	symbol    = 22 // room for a sign
	space     = 10 // between two items
)

// legend explains the signs that stand on the map, and gives how high it is.
func (d *drawing) legend() (text string, height float64) {
	var sb strings.Builder
	sb.WriteString(`<g class="legend" font-size="` + svg.Num(noteSize) + `">`)
	x, y := 4.0, d.height+rowHeight
	bar, wide := d.scaleBar(x, y)
	sb.WriteString(bar)
	x += wide + space
	var classes []string
	for _, k := range Kinds {
		classes = append(classes, "site-"+k)
	}
	for _, class := range append(classes, explained...) {
		if !d.signs[class] {
			continue
		}
		text := d.Words.Signs[class]
		wide := symbol + svg.Width(text, noteSize)
		if x > 4 && x+wide > fullWidth {
			x, y = 4, y+rowHeight
		}
		sb.WriteString(sample(class, x, y-4) + `<text x="` + svg.Num(x+symbol) + `" y="` + svg.Num(y) + `">` + svg.Escape(text) + `</text>`)
		x += wide + space
	}
	sb.WriteString(`</g>`)
	return sb.String(), y - d.height + 7
}

// sample is a sign as the legend shows it, its middle at a height.
func sample(class string, x, y float64) string {
	at := func(w float64) string { return ` transform="translate(` + svg.Num(x+w) + " " + svg.Num(y) + `)"` }
	if kind, ok := strings.CutPrefix(class, "site-"); ok {
		return `<g class="site ` + class + `"` + at(9) + `>` + sign(kind, 6) + `</g>`
	}
	switch class {
	case "cluster":
		return `<g class="cluster"` + at(9) + `>` + pill(vec{9, 6}) + `</g>`
	case "town":
		return `<circle class="town"` + at(9) + ` r="2.5"/>`
	case "seat":
		return `<circle class="seat"` + at(9) + ` r="3.5"/>`
	case "water", "wood":
		return `<path class="` + class + `"` + at(2) + ` d="M0-4.5h15v9H0z"/>`
	}
	return `<path class="` + class + `"` + at(1) + ` fill="none" d="M0 2l6-3 5 2 6-3"/>`
}

// scaleBar is a bar of a round length, a fifth of the map or so, with what it
// says, and how wide both are.
func (d *drawing) scaleBar(x, y float64) (bar string, width float64) {
	km := d.width / 5 / d.scale / 1000
	round := math.Pow(10, math.Floor(math.Log10(km)))
	for _, n := range [...]float64{5, 2} {
		if n*round <= km {
			round *= n
			break
		}
	}
	wide := round * 1000 * d.scale
	text := strconv.FormatFloat(round, 'f', -1, 64) + " " + d.Words.Km
	bar = `<path class="scale" fill="none" d="M` + svg.Num(x) + " " + svg.Num(y-8) + "v5h" + svg.Num(wide) + `v-5"/><text x="` + svg.Num(x+wide+5) + `" y="` + svg.Num(y) + `">` + svg.Escape(text) + `</text>`
	return bar, wide + 5 + svg.Width(text, noteSize)
}
