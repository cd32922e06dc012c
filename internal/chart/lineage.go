package chart

import (
	"strings"

	"kepu/internal/svg"
)

// A Tree is what Lineage draws.
type Tree struct {
	ID, Title, Desc string
	People          []Kin
	Ties            [][2]int // teacher and student, as indices of People
}

// A Kin is one person.
type Kin struct {
	Name string
	URL  string // of the profile; "" where there is none
	Note string // a few words below the name, such as the years of a life
	Self bool   // whose page it is
}

// Measures of the drawing, in units.
const (
	nameText = 13
	noteText = 12
	boxPad   = 8   // beside the text
	boxMost  = 172 // width of a box
	boxGap   = 8   // least distance of two
	lineRoom = 10  // of a line that passes between boxes
	lowBox   = 30  // without notes
	highBox  = 44  // with notes
	rowGap   = 26
)

// Lineage draws teachers above their students, each generation in a row, or in
// several where it is too wide. Ties that close a loop, that lead nowhere or
// that are given twice are left out. Without people it is "".
func Lineage(t Tree) string {
	if len(t.People) == 0 {
		return ""
	}
	g := newGraph(t)
	g.makeRows()
	g.untangle()
	w := g.setOut()
	box := float64(lowBox)
	for _, p := range t.People {
		if p.Note != "" {
			box = highBox
		}
	}
	top := func(row int) float64 { return 1 + float64(row)*(box+rowGap) }

	var lines, own, boxes strings.Builder
	for _, n := range g.nodes {
		y := top(n.row)
		from := y + box
		if n.person < 0 { // a line that passes goes on from where it came in
			line := &lines
			if g.people[n.from].Self {
				line = &own
			}
			line.WriteString("M" + points(n.x, y) + "V" + svg.Num(from))
		}
		for _, to := range n.below {
			line := &lines
			if g.own(n, to) {
				line = &own
			}
			x, end := g.nodes[to].x, top(n.row+1)
			if x == n.x {
				line.WriteString("M" + points(x, from) + "V" + svg.Num(end))
				continue
			}
			middle := (from + end) / 2
			line.WriteString("M" + points(n.x, from) + "C" + points(n.x, middle, x, middle, x, end))
		}
	}
	for _, row := range g.rows {
		for _, i := range row {
			if n := g.nodes[i]; n.person >= 0 {
				boxes.WriteString(kinBox(t.People[n.person], n.x, top(n.row), n.width, box))
			}
		}
	}
	var b strings.Builder
	b.WriteString(head("lineage", "group", t.ID, t.Title, t.Desc, w, top(len(g.rows))-rowGap+1, nameText))
	if lines.Len() > 0 {
		b.WriteString(`<path class="lineage-line" d="` + lines.String() + `"/>`)
	}
	if own.Len() > 0 {
		b.WriteString(`<path class="lineage-line lineage-own" d="` + own.String() + `"/>`)
	}
	b.WriteString(boxes.String() + `</svg>`)
	return b.String()
}

// boxWidth is how wide somebody's box is, at most boxMost.
func boxWidth(p Kin) float64 {
	return min(boxMost, max(44, max(svg.Width(p.Name, nameText), svg.Width(p.Note, noteText))+2*boxPad))
}

// kinBox draws somebody, with the middle of the box at x and its top at y.
func kinBox(p Kin, x, y, w, h float64) string {
	tag, class, extra := "g", "lineage-person", ""
	switch {
	case p.Self:
		class, extra = class+" lineage-self", ` aria-current="true"`
	case p.URL != "":
		tag, extra = "a", ` href="`+svg.Escape(p.URL)+`"`
	}
	var b strings.Builder
	b.WriteString(`<` + tag + ` class="` + class + `"` + extra + `>`)
	name, note := svg.Shorten(p.Name, nameText, w-2*boxPad), svg.Shorten(p.Note, noteText, w-2*boxPad)
	if name != p.Name || note != p.Note {
		b.WriteString(`<title>` + svg.Escape(strings.TrimSpace(p.Name+" "+p.Note)) + `</title>`)
	}
	b.WriteString(`<rect class="lineage-box" x="` + svg.Num(x-w/2) + `" y="` + svg.Num(y) + `" width="` + svg.Num(w) + `" height="` + svg.Num(h) + `" rx="4"/>`)
	middle := y + h/2 + 4.5
	if note == "" {
		b.WriteString(textAt("lineage-name", x, middle, "middle", name))
	} else {
		b.WriteString(textAt("lineage-name", x, middle-8, "middle", name))
		b.WriteString(`<g font-size="` + svg.Num(noteText) + `">` + textAt("lineage-note", x, middle+8, "middle", note) + `</g>`)
	}
	b.WriteString(`</` + tag + `>`)
	return b.String()
}
