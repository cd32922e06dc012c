package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kepu/internal/svg"
)

// A Life is what Timeline draws. Times are years with decimals: July 1945 is
// 1945.5.
type Life struct {
	ID, Title, Desc string // of the drawing; spans and marks are added to Desc
	Spans           []Span
	Marks           []Mark
}

// A Span is a time with a beginning.
type Span struct {
	From, To float64 // To is 0 where the end is open or unknown
	Label    string  // where, or doing what
	Years    string  // as people write them
	Kind     string  // "study", "work"
}

// A Mark is a moment.
type Mark struct {
	At    float64
	Label string
	When  string // as people write it
	Kind  string // "birth", "death"; "" for others
	N     int    // its number in the list on the page; 0 shows the label instead
}

// Measures of the drawing, in units.
const (
	lifeText = 11
	margin   = 12 // at both sides: room for a dot
	yearBase = 11 // of the years' text
	lanesTop = 20
	laneStep = 21
	barHigh  = 17
	barShort = 10 // of which nobody knows how long it is
	barLeast = 3
	fadeLong = 9 // the dashes after it
	radius   = 9
	dotStep  = 21
	apart    = 3 // least distance of things in a row, and of a label from its bar
)

// Timeline draws a life from left to right: years above, then bars for spans,
// then marks as numbered dots. Nothing overlaps: what does not fit beside others
// goes into another lane, and of more marks at a time than can be read there is
// the number. Spans without a beginning and marks without a time are
// left out; with nothing to draw it is "".
func Timeline(l Life) string {
	spans := slices.DeleteFunc(slices.Clone(l.Spans), func(s Span) bool { return !isYear(s.From) })
	marks := slices.DeleteFunc(slices.Clone(l.Marks), func(m Mark) bool { return !isYear(m.At) })
	if len(spans)+len(marks) == 0 {
		return ""
	}
	for i, s := range spans {
		if s.To != 0 && !(s.To >= s.From && isYear(s.To)) {
			spans[i].To = s.From // ends before it begins: no more than a point
		}
	}
	slices.SortStableFunc(spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	// The numbers go by time already, and by what is meant within a year.
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(a.At, b.At)) })
	years := axisOf(spans, marks)

	var bars, dots strings.Builder
	var lanes rows
	for _, s := range spans {
		drawSpan(&bars, &lanes, years, s)
	}
	top := lanesTop + float64(len(lanes))*laneStep
	if len(lanes) > 0 {
		top += 6
	}
	below, stems := drawMarks(&dots, years, marks, top)
	height := top
	if len(marks) > 0 {
		height += float64(below)*dotStep + 4
	}
	var b strings.Builder
	b.WriteString(head("life-chart", "img", l.ID, l.Title, describe(l.Desc, spans, marks), width, height, lifeText))
	b.WriteString(years.grid(height))
	b.WriteString(bars.String())
	if len(marks) > 0 {
		b.WriteString(`<path class="life-axis" d="M0 ` + svg.Num(top) + `H` + svg.Num(width) + `"/>` + stems + dots.String())
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// describe says in words what the drawing shows, marks by time.
func describe(desc string, spans []Span, marks []Mark) string {
	var parts []string
	if desc != "" {
		parts = append(parts, desc)
	}
	for _, s := range spans {
		parts = append(parts, strings.TrimSpace(s.Years+" "+s.Label))
	}
	byTime := func(a, b Mark) int { return cmp.Compare(a.At, b.At) }
	for _, m := range slices.SortedStableFunc(slices.Values(marks), byTime) {
		parts = append(parts, strings.TrimSpace(m.When+" "+m.Label))
	}
	return strings.Join(parts, "; ")
}

// isYear is false of NaN, too.
func isYear(x float64) bool { return x > 0 && x < 10000 }

// rows are what stands in each row, as intervals.
type rows [][][2]float64

func (r rows) free(row int, from, to float64) bool {
	return row >= len(r) || !slices.ContainsFunc(r[row], func(x [2]float64) bool { return from < x[1]+apart && x[0] < to+apart })
}

func (r *rows) take(row int, from, to float64) {
	for row >= len(*r) {
		*r = append(*r, nil)
	}
	(*r)[row] = append((*r)[row], [2]float64{from, to})
}

// A place is where a label stands, and what it and its bar or dot take up.
type place struct {
	from, to float64
	x        float64 // of the label
	anchor   string
	text     string
	inside   bool
}

// place finds the first row where a figure from x0 to x1 fits with its label:
// on it, where there is room and it may, after it or before it. In a row of its
// own a label that is too long is cut. It is false where that row would be one
// of more than most.
func (r *rows) place(x0, x1 float64, label string, on bool, most int) (int, place, bool) {
	long := svg.Width(label, lifeText)
	within := place{x0, x1, x0 + apart, "", label, true}
	after := place{x0, x1 + apart + long, x1 + apart, "", label, false}
	before := place{x0 - apart - long, x1, x0 - apart, "end", label, false}
	var ways []place
	if on && long+2*apart <= x1-x0 || label == "" {
		ways = append(ways, within)
	}
	if after.to <= width {
		ways = append(ways, after)
	}
	if before.from >= 0 {
		ways = append(ways, before)
	}
	for row := range *r {
		for _, p := range ways {
			if r.free(row, p.from, p.to) {
				r.take(row, p.from, p.to)
				return row, p, true
			}
		}
	}
	row := len(*r)
	if row >= most {
		return 0, place{}, false
	}
	if len(ways) == 0 {
		room, p := width-x1-apart, after
		if x0-apart > room {
			room, p = x0-apart, before
		}
		if on && x1-x0-2*apart > room {
			room, p = x1-x0-2*apart, within
		}
		p.text = svg.Shorten(label, lifeText, room)
		p.from, p.to = max(p.from, 0), min(p.to, width)
		ways = append(ways, p)
	}
	r.take(row, ways[0].from, ways[0].to)
	return row, ways[0], true
}

func drawSpan(b *strings.Builder, lanes *rows, a axis, s Span) {
	x0, x1, fade := a.x(s.From), a.x(s.To), ""
	end := max(x1, x0+barLeast)
	if s.To == 0 {
		x1 = x0 + max(barLeast, min(barShort, width-fadeLong-x0))
		end = x1 + fadeLong
	} else {
		x1 = end
	}
	lane, p, _ := lanes.place(x0, end, s.Label, s.To != 0, math.MaxInt)
	y := lanesTop + float64(lane)*laneStep
	if s.To == 0 {
		bar := func(dx, w float64) string {
			return "M" + points(x1+dx, y) + "h" + svg.Num(w) + "v" + svg.Num(barHigh) + "h-" + svg.Num(w) + "z"
		}
		fade = `<path class="life-fade" d="` + bar(1, 2.5) + bar(5, 1.6) + bar(8, 0.8) + `"/>`
	}
	class := "life-span"
	if s.Kind != "" {
		class += " life-" + svg.Escape(s.Kind)
	}
	b.WriteString(`<g class="` + class + `"><title>` + svg.Escape(strings.TrimSpace(s.Years+" "+s.Label)) + `</title>` +
		`<rect class="life-bar" x="` + svg.Num(x0) + `" y="` + svg.Num(y) + `" width="` + svg.Num(x1-x0) + `" height="` + svg.Num(barHigh) + `" rx="2"/>` + fade)
	if p.text != "" {
		class := "life-label"
		if p.inside {
			class += " life-inside"
		}
		b.WriteString(textAt(class, p.x, y+12.5, p.anchor, p.text))
	}
	b.WriteString(`</g>`)
}
