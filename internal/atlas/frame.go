package atlas

import (
	"cmp"
	"math"
	"slices"

	"kepu/internal/geo"
)

// vec is a place on the drawing, in units, y downward.
type vec struct{ x, y float64 }

// margin round all that a map must show, in units: half a sign and some air.
const margin = 22

// The height of the sheet follows what it shows, within these bounds if the map
// names none.
const (
	minHeight = 200
	maxHeight = 400
)

// leastSpan is the height, in degrees, of what a map shows at the least: two
// kilometres or so, the size of a campus.
const leastSpan = 0.02

// A frame tells where a point of the earth stands on the drawing.
type frame struct {
	projection *geo.Lambert
	bounds     geo.Bounds // of what must be shown
	left, top  float64    // corner of the sheet on the projection's plane, in metres
	scale      float64    // units for a metre
	width      float64    // of the sheet
	height     float64
}

// newFrame fits all that a map must show.
func newFrame(m Map) *frame {
	points := slices.Clone(m.Frame)
	for _, s := range m.Sites {
		points = append(points, s.At)
	}
	points = valid(append(points, m.Way...))
	b := geo.BoundsOf(points...)
	b = b.Pad(max(0, leastSpan-(b.North-b.South))/2, max(0, leastSpan-(b.East-b.West))/2)
	f := &frame{projection: geo.NewLambert(b), bounds: b, width: fullWidth}

	// Parallels are curved: the edges of the bounds reach farther than the corners.
	west, south, east, north := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range outline(b) {
		x, y := f.projection.Project(p)
		west, south, east, north = min(west, x), min(south, y), max(east, x), max(north, y)
	}
	wide, high := max(east-west, 1), max(north-south, 1)
	f.scale = (fullWidth - 2*margin) / wide
	f.height = math.Round(high*f.scale + 2*margin)
	most := cmp.Or(m.Height, maxHeight)
	if f.height > most {
		f.height = most
		f.scale = min(f.scale, (most-2*margin)/high)
	}
	f.height = max(f.height, minHeight)
	f.left = (west+east)/2 - fullWidth/2/f.scale
	f.top = (south+north)/2 + f.height/2/f.scale
	return f
}

func valid(points []geo.Point) []geo.Point {
	kept := points[:0]
	for _, p := range points {
		if p.Valid() {
			kept = append(kept, p)
		}
	}
	return kept
}

// outline gives points along the edges of bounds.
func outline(b geo.Bounds) []geo.Point {
	const steps = 8
	var points []geo.Point
	for i := range steps + 1 {
		lat := b.South + (b.North-b.South)*float64(i)/steps
		lng := b.West + (b.East-b.West)*float64(i)/steps
		points = append(points, geo.Point{Lat: b.South, Lng: lng}, geo.Point{Lat: b.North, Lng: lng},
			geo.Point{Lat: lat, Lng: b.West}, geo.Point{Lat: lat, Lng: b.East})
	}
	return points
}

// at gives the place of a point that is valid.
func (f *frame) at(p geo.Point) vec {
	x, y := f.projection.Project(p)
	return vec{(x - f.left) * f.scale, (f.top - y) * f.scale}
}

// line gives the places of a line.
func (f *frame) line(points []geo.Point) []vec {
	places := make([]vec, len(points))
	for i, p := range points {
		places[i] = f.at(p)
	}
	return places
}

// near are the bounds of all that can stand on the sheet and some more, so that
// what is far away need not be projected: there the plane is torn.
func (f *frame) near() geo.Bounds {
	high, wide := f.bounds.North-f.bounds.South, f.bounds.East-f.bounds.West
	return f.bounds.Pad(2*max(high, wide), 3*max(high, wide))
}
