// Package geo is about points on the earth: distances, the datum of Chinese
// maps, a projection, lines made simpler, and GeoJSON. Angles are degrees and
// lengths are metres. Nothing in it joins across the meridian of 180°.
package geo

import "math"

// Point is a position in WGS-84, the datum of satellite navigation, if nothing
// else is said.
type Point struct{ Lat, Lng float64 }

// Valid tells whether p is anywhere.
func (p Point) Valid() bool { return math.Abs(p.Lat) <= 90 && math.Abs(p.Lng) <= 180 }

// Bounds are the least rectangle of latitudes and longitudes round something.
type Bounds struct{ South, West, North, East float64 }

// BoundsOf gives the bounds of points; of none they are zero.
func BoundsOf(points ...Point) Bounds {
	if len(points) == 0 {
		return Bounds{}
	}
	b := Bounds{points[0].Lat, points[0].Lng, points[0].Lat, points[0].Lng}
	for _, p := range points[1:] {
		b = b.add(p)
	}
	return b
}

// add gives bounds that hold p too.
func (b Bounds) add(p Point) Bounds {
	return Bounds{min(b.South, p.Lat), min(b.West, p.Lng), max(b.North, p.Lat), max(b.East, p.Lng)}
}

// Pad gives bounds that are wider on each side, in degrees, within the earth's.
func (b Bounds) Pad(lat, lng float64) Bounds {
	return Bounds{max(b.South-lat, -90), max(b.West-lng, -180), min(b.North+lat, 90), min(b.East+lng, 180)}
}

// center is the point in the middle.
func (b Bounds) center() Point { return Point{(b.South + b.North) / 2, (b.West + b.East) / 2} }

// contains tells whether p lies inside or on the edge.
func (b Bounds) contains(p Point) bool {
	return b.South <= p.Lat && p.Lat <= b.North && b.West <= p.Lng && p.Lng <= b.East
}

// The ellipsoid of WGS-84.
const (
	equator    = 6378137.0                     // radius, metres
	flattening = 1 / 298.257223563             //
	eccentric2 = flattening * (2 - flattening) // eccentricity, squared
)

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
func degrees(radians float64) float64 { return radians * 180 / math.Pi }
