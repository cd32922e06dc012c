package page

import (
	"kepu/internal/geo"
	"kepu/internal/site"
)

// Which places are nearby.
const (
	nearMost   = 4
	nearWithin = 60_000 // metres
)

// A region knows the places of a language and which are near each other.
type region struct {
	places []*site.Entry
	index  map[*site.Entry]int
	near   *geo.Neighbours
}

func (m *maker) makeRegion() *region {
	r := &region{places: m.loc.Placed(), index: map[*site.Entry]int{}}
	var points []geo.Point
	for i, e := range r.places {
		r.index[e] = i
		points = append(points, point(e.At()))
	}
	r.near = geo.NewNeighbours(points)
	return r
}

// nearby lists other places, the nearest first, as the crow flies.
func (m *maker) nearby(e *site.Entry) []NearView {
	r := m.region()
	i, ok := r.index[e]
	if !ok {
		return nil
	}
	var list []NearView
	for _, n := range r.near.Of(i, nearMost, nearWithin) {
		distance := m.words.get("distance.near") // positions are seldom known better
		if n.Metres >= 1000 {
			distance = m.words.get("distance.km", number(roundKm(n.Metres/1000)))
		}
		list = append(list, NearView{*m.link(r.places[n.Index]), distance})
	}
	return list
}
