package atlas

import (
	"math"

	"kepu/internal/geo"
	"kepu/internal/svg"
)

// Detail that is left out of the ground, in units.
const (
	fineness = 0.3 // how far a line may stray
	speck    = 0.8 // how large an area must be to be seen
)

// overlap is how far the ground goes beyond the sheet, so that the edges of
// areas that were cut there cannot be seen.
const overlap = 3

// A name is what is to be written beside a part of the ground.
type name struct {
	text string
	line []vec // of a line
	box  box   // of an area
}

// layers draws the ground and gathers its names.
func (d *drawing) layers() {
	edge := box{-overlap, -overlap, fullWidth + overlap, d.height + overlap}
	near := d.frame.near()
	rough := box{near.West, near.South, near.East, near.North}
	for _, l := range d.Ground {
		var p path
		area := l.Kind == "water" || l.Kind == "wood"
		for _, f := range l.Features {
			var longest []vec
			for _, line := range f.Lines {
				for _, part := range clipLine(degrees(line), rough) {
					for _, shown := range clipLine(d.project(part), edge) {
						p.poly(shown, false)
						if length(shown) > length(longest) {
							longest = shown
						}
					}
				}
			}
			var largest box
			for _, rings := range f.Polygons {
				for i, ring := range rings {
					shown := clipRing(d.project(clipRing(degrees(ring), rough)), edge)
					b := boxOf(shown)
					if len(shown) < 3 || max(b.x1-b.x0, b.y1-b.y0) < speck {
						continue
					}
					p.poly(shown, true)
					if i == 0 && b.x1-b.x0 > largest.x1-largest.x0 {
						largest = b
					}
				}
			}
			if l.Named && f.Name != "" {
				d.note(f.Name, longest, largest)
			}
		}
		if len(p.out) == 0 {
			continue
		}
		d.signs[l.Kind] = true
		d.ground.WriteString(`<path class="` + svg.Escape(l.Kind) + `"`)
		if area {
			d.ground.WriteString(` fill-rule="evenodd"`)
		} else {
			d.ground.WriteString(` fill="none"`)
		}
		d.ground.WriteString(` d="`)
		d.ground.Write(p.out)
		d.ground.WriteString(`"/>`)
	}
}

// note keeps a name of what is long or large enough to bear it.
func (d *drawing) note(text string, line []vec, area box) {
	const least = 12 // units
	switch {
	case length(line) > max(40, svg.Width(text, noteSize)):
		d.notes = append(d.notes, name{text: text, line: line})
	case area.x1-area.x0 > least || area.y1-area.y0 > least:
		d.notes = append(d.notes, name{text: text, box: area})
	}
}

// degrees are points as a plane of longitude and latitude has them.
func degrees(points []geo.Point) []vec {
	list := make([]vec, len(points))
	for i, p := range points {
		list[i] = vec{p.Lng, p.Lat}
	}
	return list
}

// project gives the places of a line in degrees, without what cannot be seen.
func (d *drawing) project(line []vec) []vec {
	points := make([]geo.Point, len(line))
	for i, p := range line {
		points[i] = geo.Point{Lat: p.y, Lng: p.x}
	}
	return d.line(geo.Simplify(points, fineness/d.scale))
}

func length(line []vec) float64 {
	sum := 0.0
	for i := 1; i < len(line); i++ {
		sum += math.Hypot(line[i].x-line[i-1].x, line[i].y-line[i-1].y)
	}
	return sum
}

// grid draws parallels and meridians at whole steps of degrees.
func (d *drawing) grid() {
	near := d.frame.near()
	step := gridStep(d.bounds)
	edge := box{-overlap, -overlap, fullWidth + overlap, d.height + overlap}
	var p path
	draw := func(from, to geo.Point) {
		const parts = 64
		var line []geo.Point
		for i := range parts + 1 {
			t := float64(i) / parts
			line = append(line, geo.Point{Lat: from.Lat + t*(to.Lat-from.Lat), Lng: from.Lng + t*(to.Lng-from.Lng)})
		}
		for _, part := range clipLine(d.line(geo.Simplify(line, 1/d.scale)), edge) {
			p.poly(part, false)
		}
	}
	for lat := math.Ceil(near.South/step) * step; lat <= near.North; lat += step {
		draw(geo.Point{Lat: lat, Lng: near.West}, geo.Point{Lat: lat, Lng: near.East})
	}
	for lng := math.Ceil(near.West/step) * step; lng <= near.East; lng += step {
		draw(geo.Point{Lat: near.South, Lng: lng}, geo.Point{Lat: near.North, Lng: lng})
	}
	if len(p.out) > 0 {
		d.write(`<path class="grid" fill="none" d="`, string(p.out), `"/>`)
	}
}

// gridStep is how many degrees apart the lines of the grid are: some four of
// them cross the map.
func gridStep(b geo.Bounds) float64 {
	span := max(b.North-b.South, b.East-b.West)
	for _, step := range [...]float64{0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20} {
		if span/step <= 6 {
			return step
		}
	}
	return 30
}

// trace is the path of the way.
func (d *drawing) trace() {
	if len(d.trail) < 2 {
		return
	}
	var p path
	p.poly(d.trail, false)
	d.write(`<path class="way" fill="none" d="`, string(p.out), `"/>`)
}
