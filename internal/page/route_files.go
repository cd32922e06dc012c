package page

import (
	"bytes"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/site"
	"kepu/internal/track"
)

func guideAddress(e *site.Entry) string { return e.Address + "guide/" }

// trackFormats are the files of a route for maps and receivers.
var trackFormats = []struct {
	name, typ string
	write     func(track.Route) []byte
}{
	{"gpx", "application/gpx+xml", track.Route.GPX},
	{"kml", "application/vnd.google-earth.kml+xml", track.Route.KML},
	{"geojson", "application/geo+json", track.Route.GeoJSON},
}

// routes adds to each route a guide for print, and its files.
func (m *maker) routes() {
	for _, e := range m.loc.ByKind[content.Routes] {
		d := e.Data.(*content.Route)
		m.add(guideAddress(e), e.File(), func() *View { return m.guide(e, d) }, nil)
		for _, f := range trackFormats {
			m.file(e.Address+"route."+f.name, e.File(), func() (any, artifact.Render) {
				t := m.track(e, d)
				return t, func(buf *bytes.Buffer) error {
					buf.Write(f.write(t))
					return nil
				}
			})
		}
	}
}

func (m *maker) routeFiles(e *site.Entry) []DataFile {
	var list []DataFile
	for _, f := range trackFormats {
		list = append(list, DataFile{"route." + f.name, m.rel(e.Address + "route." + f.name), f.typ, m.words.get("route." + f.name)})
	}
	return list
}

// guide is the route on paper, without its text.
func (m *maker) guide(e *site.Entry, d *content.Route) *View {
	v := m.view("guide", string(content.Routes), m.words.get("route.guide", e.Title()), guideAddress(e))
	v.NoIndex = true
	v.Crumbs = append(v.Crumbs, m.entryCrumbs(e)...)
	v.Crumbs = append(v.Crumbs, *m.link(e))
	if s := summary(e); s != "" {
		v.Description = s
	}
	common := m.common(e)
	common.Body, common.Related, common.Previous, common.Next = nil, nil, nil, nil
	r := m.route(e, d, common)
	v.load = func() error {
		r.draw()
		return m.words.err()
	}
	v.Main = r
	return v
}

// track is the route as its files have it.
func (m *maker) track(e *site.Entry, d *content.Route) track.Route {
	t := track.Route{Name: e.Title(), Description: summary(e), URL: m.abs(e.Address), Language: m.loc.Lang}
	for _, s := range stopsOf(e, d) {
		if s.at == nil {
			continue
		}
		x := track.Stop{Name: s.name(), Description: s.Visit.Note, At: point(s.at)}
		if s.place != nil {
			x.URL = m.abs(s.place.Address)
			if x.Description == "" && s.place.Locale == m.loc {
				x.Description = summary(s.place)
			}
		}
		t.Stops = append(t.Stops, x)
	}
	return t
}
