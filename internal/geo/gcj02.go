package geo

import "math"

// Maps published in mainland China show everything some hundred metres from
// where it is in WGS-84: in GCJ-02. Its definition is not public; this is the
// formula known since 2010, which Chinese map services agree with to a metre or
// two. It is a polynomial and waves about a point in the middle of China, in
// metres north and east, on the ellipsoid of Krasovsky.
const (
	krasovskyEquator    = 6378245.0           // radius, metres
	krasovskyEccentric2 = 0.00669342162296594 // eccentricity, squared
	gcjOriginLat        = 35.0
	gcjOriginLng        = 105.0
)

// gcjBounds is where the formula is applied: by custom a rectangle. Korea and
// parts of other neighbours lie in it too, where Chinese maps differ among
// themselves.
var gcjBounds = Bounds{South: 0.8293, West: 72.004, North: 55.8271, East: 137.8347}

// GCJ02 takes a point in WGS-84 to the datum of Chinese maps. A point outside
// the rectangle round China stays as it is.
func (p Point) GCJ02() Point {
	if !gcjBounds.contains(p) {
		return p
	}
	shift := gcjShift(p)
	return Point{p.Lat + shift.Lat, p.Lng + shift.Lng}
}

// gcjShift is how far GCJ-02 shifts a point, in degrees.
func gcjShift(p Point) Point {
	x, y := p.Lng-gcjOriginLng, p.Lat-gcjOriginLat
	root, ripple := math.Sqrt(math.Abs(x)), 20*wave(x, 1./3)+20*wave(x, 1)
	north := -100 + 2*x + 3*y + 0.2*y*y + 0.1*x*y + 0.2*root +
		2./3*(ripple+20*wave(y, 2)+40*wave(y, 6)+160*wave(y, 24)+320*wave(y, 60))
	east := 300 + x + 2*y + 0.1*x*x + 0.1*x*y + 0.1*root +
		2./3*(ripple+20*wave(x, 2)+40*wave(x, 6)+150*wave(x, 24)+300*wave(x, 60))

	sin, cos := math.Sincos(radians(p.Lat))
	w := 1 - krasovskyEccentric2*sin*sin
	normal := krasovskyEquator / math.Sqrt(w) // radii of curvature
	meridian := normal * (1 - krasovskyEccentric2) / w
	return Point{degrees(north / meridian), degrees(east / (normal * cos))}
}

// wave is a sine that repeats every so many degrees.
func wave(x, length float64) float64 { return math.Sin(2 * math.Pi * x / length) }
