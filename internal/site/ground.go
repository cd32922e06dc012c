package site

import (
	"cmp"
	"slices"
	"strconv"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/geo"
)

// A Layer is a part of the ground of the map: what the settings say of it, and
// what its file holds.
type Layer struct {
	content.MapLayer
	Digest   artifact.Digest // of its file
	Features []geo.Feature
}

// At is where a place is, nil if that is not known. Translations need not say
// again what another version says.
func (e *Entry) At() *content.Coordinates {
	if p, ok := e.Data.(*content.Place); ok && p.Coordinates != nil {
		return p.Coordinates
	}
	for _, lang := range Languages {
		if o := e.Others[lang]; o != nil {
			if p, ok := o.Data.(*content.Place); ok && p.Coordinates != nil {
				return p.Coordinates
			}
		}
	}
	return nil
}

// Placed lists the places of the language of which it is known where they are,
// in the order of keys.
func (l *Locale) Placed() []*Entry {
	var list []*Entry
	for _, e := range l.ByKind[content.Places] {
		if e.At() != nil {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(x, y *Entry) int { return cmp.Compare(x.Key, y.Key) })
	return list
}

// mapAddresses adds the map and what belongs to routes.
func (l *Locale) mapAddresses(known map[string]bool) {
	if len(l.Placed()) > 0 {
		known[l.Prefix+"map/"] = true
	}
	for _, e := range l.ByKind[content.Routes] {
		for _, name := range []string{"guide/", "route.gpx", "route.kml", "route.geojson"} {
			known[e.Address+name] = true
		}
	}
}

// StopAt is where a stop of a route is: as the route says, else as its place
// does, which may be nil.
func StopAt(stop content.Visit, place *Entry) *content.Coordinates {
	if stop.Coordinates != nil || place == nil {
		return stop.Coordinates
	}
	return place.At()
}

// routes checks that all stops are somewhere.
func (b *builder) routes() {
	for _, e := range b.Entries {
		r, ok := e.Data.(*content.Route)
		if !ok {
			continue
		}
		for i, s := range r.Stops {
			if place := e.Named(content.Places, s.Place); place != nil && StopAt(s, place) == nil {
				b.say(e.Document, e.Pos.Of(at("stops", i)+".place"), diag.StopNowhere, "", strconv.Itoa(i+1))
			}
		}
	}
}
