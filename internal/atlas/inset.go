package atlas

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"kepu/internal/geo"
	"kepu/internal/svg"
)

// Bounds of the insets of a map. What has none remains a sign of several sites.
const (
	mostInsets = 4
	mostInset  = 24 // sites
	fewInset   = 6  // sites that half of the width is enough for
)

// Measures of an inset.
const (
	insetGap  = 10
	insetHead = 20  // room for its name
	leastCell = 25  // room for a sign and a finger
	leastSide = 300 // of what it shows, in metres
)

// An inset shows the sites of one mark at a larger scale, below the sheet, each
// with a sign of its own. It has no ground, whose data is not made for that scale.
type inset struct {
	*drawing // of it alone
	of       *mark
	corner   vec // upper left, of its name
	leaders  path
	aside    []vec // where those sites are that stand elsewhere
}

// insets are those of the marks with the most sites, in the order of the marks.
func (d *drawing) insets() []*inset {
	var full []*mark
	for _, k := range d.marks {
		if len(k.sites) > 1 && len(k.sites) <= mostInset {
			full = append(full, k)
		}
	}
	slices.SortStableFunc(full, func(x, y *mark) int { return cmp.Compare(len(y.sites), len(x.sites)) })
	full = full[:min(mostInsets, len(full))]
	slices.SortFunc(full, func(x, y *mark) int { return cmp.Compare(x.sites[0].N, y.sites[0].N) })
	var list []*inset
	for _, k := range full {
		in := d.inset(k)
		k.inset = in
		list = append(list, in)
	}
	return list
}

// inset sets out the sites of a mark. They stand where they are as far as there
// is room; the others stand aside, at the end of a line that leads there.
//
// Signs are a cell apart in one direction or the other. There is a place for each:
// one is in the way of four cells at the most, and there are four for each.
func (d *drawing) inset(k *mark) *inset {
	cell := float64(leastCell)
	var marks []*mark
	for _, s := range k.sites {
		one := d.mark([]Site{s}, vec{})
		cell = max(cell, 2*one.half.x+2, 2*one.half.y+2)
		marks = append(marks, one)
	}
	wide, high := float64(fullWidth), 160.0
	if len(marks) <= fewInset {
		wide, high = (fullWidth-insetGap)/2, 120
	}
	columns := math.Floor(wide / cell)
	high = max(high, cell*math.Ceil(4*float64(len(marks))/columns))
	rows := math.Floor(high / cell)
	in := &inset{of: k, drawing: &drawing{Map: Map{ID: d.ID, Words: d.Words}, frame: d.frame.part(k.sites, wide, high, cell/2+2), signs: d.signs}}

	fits := func(at vec) bool {
		return !slices.ContainsFunc(in.marks, func(o *mark) bool { return max(math.Abs(o.at.x-at.x), math.Abs(o.at.y-at.y)) < cell-0.1 })
	}
	for _, one := range marks {
		from := in.frame.at(one.sites[0].At)
		places := []vec{from}
		for i := range int(columns * rows) {
			column, row := i%int(columns), i/int(columns)
			places = append(places, vec{(float64(column) + 0.5) * in.width / columns, (float64(row) + 0.5) * high / rows})
		}
		slices.SortStableFunc(places, func(a, b vec) int { return cmp.Compare(distance(a, from), distance(b, from)) })
		one.at = places[slices.IndexFunc(places, fits)]
		if one.at != from {
			in.leaders.poly([]vec{from, one.at}, false)
			in.aside = append(in.aside, from)
		}
		in.marks, in.taken = append(in.marks, one), append(in.taken, one.box())
		d.signs["site-"+kindOf(one.sites[0])] = true
	}
	for _, one := range in.marks {
		in.label(brief(one.sites[0].Name), "site", noteSize, one.box())
	}
	return in
}

func distance(a, b vec) float64 { return math.Hypot(a.x-b.x, a.y-b.y) }

// part is a frame of a size that shows some sites at the largest scale.
func (f *frame) part(sites []Site, wide, high, edge float64) *frame {
	west, south, east, north := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	var points []geo.Point
	for _, s := range sites {
		x, y := f.projection.Project(s.At)
		west, south, east, north = min(west, x), min(south, y), max(east, x), max(north, y)
		points = append(points, s.At)
	}
	scale := min((wide-2*edge)/max(east-west, leastSide), (high-2*edge)/max(north-south, leastSide))
	return &frame{
		projection: f.projection, bounds: geo.BoundsOf(points...), scale: scale, width: wide, height: high,
		left: (west+east)/2 - wide/2/scale, top: (south+north)/2 + high/2/scale,
	}
}

// arrange puts insets below a height, beside each other where they are narrow,
// and gives the height of them all.
func arrange(list []*inset, top float64) float64 {
	x, y, high := 0.0, top, 0.0
	for _, in := range list {
		if x+in.width > fullWidth {
			x, y, high = 0, y+high, 0
		}
		in.corner = vec{x, y}
		x += in.width + insetGap
		high = max(high, insetHead+in.height+insetGap)
	}
	return y + high - top
}

func (in *inset) id() string { return in.ID + "-inset-" + strconv.Itoa(in.of.sites[0].N) }

// name is that of the sites' town, if they have one in common, after their numbers.
func (in *inset) name() string {
	where := in.of.sites[0].Where
	for _, s := range in.of.sites {
		if s.Where != where {
			where = ""
		}
	}
	return strings.TrimSpace(in.of.text + " " + where)
}

// draw draws the inset with its name, which leads to the list, and its scale.
func (in *inset) draw() string {
	const base = insetHead - 6 // of the name
	_, long := in.scaleBar(0, 0)
	scale, _ := in.scaleBar(in.width-long-4, base)
	name := svg.Escape(svg.Shorten(in.name(), nameSize, in.width-long-20))
	size := ` width="` + svg.Num(in.width) + `" height="` + svg.Num(in.height) + `"`
	in.write(`<g class="inset" id="`, svg.Escape(in.id()), `" text-anchor="start" transform="translate(`, svg.Num(in.corner.x), " ", svg.Num(in.corner.y), `)">`,
		`<a class="inset-name" href="`, svg.Escape(in.of.sites[0].List), `" aria-label="`, svg.Escape(in.name()), `"><text x="4" y="`, svg.Num(base), `">`, name, `</text></a>`,
		`<g class="inset-scale" font-size="`, svg.Num(noteSize), `">`, scale, `</g>`,
		`<g transform="translate(0 `, svg.Num(insetHead), `)"><rect class="sheet"`, size, `/>`)
	if len(in.leaders.out) > 0 {
		in.write(`<path class="leader" d="`, string(in.leaders.out), `"/>`)
	}
	for _, p := range in.aside {
		in.write(`<circle class="leader" cx="`, svg.Num(p.x), `" cy="`, svg.Num(p.y), `" r="1.5"/>`)
	}
	in.links()
	in.names()
	in.write(`</g></g>`)
	return in.out.String()
}
