package atlas

import (
	"slices"
	"strings"

	"kepu/internal/svg"
)

// A drawing is a map on its way to SVG.
type drawing struct {
	Map
	*frame
	marks  []*mark
	dots   []dot
	notes  []name // of the ground
	taken  []box  // by signs
	labels []label
	parts  []*inset
	trail  []vec           // of the way
	signs  map[string]bool // what the legend must explain
	ground strings.Builder
	out    strings.Builder
}

// Draw draws a map.
func Draw(m Map) Drawing {
	d := &drawing{Map: m, frame: newFrame(m), signs: map[string]bool{}}
	d.place()
	legend, rows := d.legend()
	rows += arrange(d.parts, d.height+rows)
	d.write(`<svg class="map" viewBox="0 0 `, svg.Num(fullWidth), " ", svg.Num(d.height+rows), `" role="group" font-size="`, svg.Num(nameSize),
		`" aria-labelledby="`, svg.Escape(d.ID), `-title `, svg.Escape(d.ID), `-desc"><title id="`, svg.Escape(d.ID), `-title">`, svg.Escape(d.Title),
		`</title><desc id="`, svg.Escape(d.ID), `-desc">`, svg.Escape(d.Desc), `</desc>`)
	d.sheet()
	d.links()
	d.names()
	d.write(legend, `</svg>`)
	return Drawing{SVG: d.out.String(), Projection: d.projection}
}

func (d *drawing) write(parts ...string) {
	for _, p := range parts {
		d.out.WriteString(p)
	}
}

// place finds out where everything stands: signs first, then dots, then text,
// which takes the room that is left.
func (d *drawing) place() {
	d.marks = d.gather()
	for _, k := range d.marks {
		d.taken = append(d.taken, k.box())
		if len(k.sites) == 1 {
			d.signs["site-"+kindOf(k.sites[0])] = true
		} else {
			d.signs["cluster"] = true
		}
	}
	d.parts = d.insets()
	d.trail = d.line(valid(slices.Clone(d.Way)))
	d.signs["way"] = len(d.trail) > 1
	d.towns()
	for _, k := range d.marks {
		if len(k.sites) == 1 {
			d.label(brief(k.sites[0].Name), "site", noteSize, k.box())
		}
	}
	d.layers()
	d.waters()
}

// waters writes the names of rivers and lakes, each once, and none that a sign
// has already.
func (d *drawing) waters() {
	written := map[string]bool{}
	for _, l := range d.labels {
		written[l.text] = true
	}
	for _, n := range d.notes {
		switch {
		case written[n.text]:
		case n.line != nil:
			written[n.text] = d.along(n.text, n.line)
		default:
			written[n.text] = d.label(n.text, "water", noteSize, n.box)
		}
	}
}

// sheet draws the ground, cut at its edges by an svg of its own.
func (d *drawing) sheet() {
	size := ` width="` + svg.Num(fullWidth) + `" height="` + svg.Num(d.height) + `"`
	d.write(`<svg`, size, `><rect class="sheet"`, size, `/>`)
	d.grid()
	d.write(d.ground.String())
	d.trace()
	for _, x := range d.dots {
		d.write(`<circle class="`, x.class, `" cx="`, svg.Num(x.at.x), `" cy="`, svg.Num(x.at.y), `" r="`, svg.Num(x.radius), `"/>`)
	}
	d.write(`</svg>`)
}

// links draws the signs, each a link: of a site to its page, of several to their
// inset, or without one to the first of them in the list. An inset comes next, so
// that whoever goes from link to link meets the sites in the order of the list.
func (d *drawing) links() {
	d.write(`<g text-anchor="middle">`)
	for _, k := range d.marks {
		first := k.sites[0]
		class, url, shape := "cluster", first.List, pill(k.half)
		switch {
		case k.inset != nil:
			url = "#" + k.inset.id()
		case len(k.sites) == 1:
			kind := kindOf(first)
			class, url, shape = "site site-"+kind, first.URL, sign(kind, k.radius)
		}
		name := svg.Escape(d.name(k))
		label := name
		if len(k.sites) > 1 { // what is heard begins with what is seen
			label = svg.Escape(k.text) + " " + name
		}
		d.write(`<a class="`, class, `" href="`, svg.Escape(url), `" aria-label="`, label, `" transform="translate(`, svg.Num(k.at.x), " ", svg.Num(k.at.y), `)"><title>`, name, `</title>`,
			shape, `<text y="4.2">`, svg.Escape(k.text), `</text></a>`)
		if k.inset != nil {
			d.write(k.inset.draw())
		}
	}
	d.write(`</g>`)
}

// names writes the text. The links say the same to those who do not see it.
func (d *drawing) names() {
	d.write(`<g aria-hidden="true">`)
	for _, l := range d.labels {
		d.write(`<text class="label label-`, l.class, `" x="`, svg.Num(l.at.x), `" y="`, svg.Num(l.at.y), `"`)
		if l.anchor != "start" {
			d.write(` text-anchor="`, l.anchor, `"`)
		}
		if l.size != nameSize {
			d.write(` font-size="`, svg.Num(l.size), `"`)
		}
		d.write(`>`, svg.Escape(l.text), `</text>`)
	}
	d.write(`</g>`)
}
