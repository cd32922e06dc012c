package geo

import (
	"cmp"
	"math"
	"slices"
)

// Neighbours finds which of many points are near each other. It is read only
// and may be used by several goroutines.
type Neighbours struct {
	points  []Point
	normals [][3]float64 // upright on the earth at the points, of length 1
	order   []int        // indices in points, by latitude
	rank    []int        // places in order, by index
}

// A Neighbour is a point near another.
type Neighbour struct {
	Index  int     // in the points
	Metres float64 // from the other
}

// NewNeighbours sorts points; it does not change them.
func NewNeighbours(points []Point) *Neighbours {
	n := &Neighbours{points: points, rank: make([]int, len(points))}
	for i, p := range points {
		n.order = append(n.order, i)
		sinLat, cosLat := math.Sincos(radians(p.Lat))
		sinLng, cosLng := math.Sincos(radians(p.Lng))
		n.normals = append(n.normals, [3]float64{cosLat * cosLng, cosLat * sinLng, sinLat})
	}
	slices.SortStableFunc(n.order, func(i, j int) int { return cmp.Compare(points[i].Lat, points[j].Lat) })
	for at, i := range n.order {
		n.rank[i] = at
	}
	return n
}

// Of lists the points nearest to one, given by its index, without itself: at
// most so many, no farther than so many metres, the nearest first. Of points
// equally far the same are taken each time.
//
// It looks to the north and to the south, no farther than the last that it will
// list, and measures those only that can be as near.
func (n *Neighbours) Of(index, most int, within float64) []Neighbour {
	here := n.points[index]
	var list []Neighbour
	for _, step := range []int{-1, 1} {
		for at := n.rank[index] + step; at >= 0 && at < len(n.order); at += step {
			i := n.order[at]
			limit := within
			if len(list) == most {
				limit = math.Nextafter(list[most-1].Metres, -1) // nearer than that
			}
			if sharpest*math.Abs(radians(n.points[i].Lat-here.Lat)) > limit {
				break
			}
			if sharpest*apart(n.normals[i], n.normals[index]) > limit {
				continue
			}
			if d := Distance(here, n.points[i]); d <= limit {
				list = append(list, Neighbour{i, d})
				slices.SortStableFunc(list, func(x, y Neighbour) int { return cmp.Compare(x.Metres, y.Metres) })
				list = list[:min(len(list), most)]
			}
		}
	}
	return list
}

// sharpest is the least radius of curvature of the ellipsoid, that of meridians
// at the equator: nothing is nearer than this times the angle of the normals.
const sharpest = equator * (1 - eccentric2)

// apart is the length between the ends of two normals: less than their angle.
func apart(a, b [3]float64) float64 {
	x, y, z := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	return math.Sqrt(x*x + y*y + z*z)
}
