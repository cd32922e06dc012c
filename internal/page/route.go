package page

import (
	"math"
	"strconv"

	"kepu/internal/atlas"
	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/geo"
	"kepu/internal/site"
)

// A stop is one stop of a route with its place, nil where it has none.
type stop struct {
	content.Visit
	place *site.Entry
	at    *content.Coordinates
	gap   bool // the one before it is left out: how the author gets here is from there
}

// stopsOf leaves out a stop of which nothing is published.
func stopsOf(e *site.Entry, d *content.Route) []stop {
	var list []stop
	gap := false
	for _, v := range d.Stops {
		place := e.Named(content.Places, v.Place)
		if place == nil && v.Name == "" {
			gap = true
			continue
		}
		list = append(list, stop{v, place, site.StopAt(v, place), gap && len(list) > 0})
		gap = false
	}
	return list
}

func (s stop) name() string {
	if s.Name != "" || s.place == nil {
		return s.Name
	}
	return s.place.Title()
}

func (m *maker) route(e *site.Entry, d *content.Route, common EntryView) *RouteView {
	v := &RouteView{EntryView: common, Credits: m.credits(), Approval: m.site.Settings.Map.Approval}
	w := m.words
	stops := stopsOf(e, d)
	var road, straight float64 // kilometres
	whole := true
	for i, s := range stops {
		x := m.stop(i+1, s)
		if i > 0 {
			l := legTo(stops[i-1], s)
			x.Leg, x.Straight = m.legText(l, s, d.Mode), l.straight
			whole = whole && !s.gap
			if l.straight {
				straight += l.km
			} else {
				road += l.km
			}
		}
		v.Stops = append(v.Stops, x)
	}
	length := ""
	if whole {
		length = m.lengthText(road, straight)
	}
	v.Facts = facts(NamedText{w.get("fact.mode"), m.mode(d.Mode)}, NamedText{w.get("fact.duration"), d.Duration},
		NamedText{w.get("fact.length"), length}, NamedText{w.get("fact.season"), d.Season})
	v.sketch = m.routeSketch(e, stops)
	v.Files, v.Guide, v.Page = m.routeFiles(e), m.rel(guideAddress(e)), m.abs(e.Address)
	return v
}

func stopID(n int) string { return "x-stop-" + itoa(n) }

func (m *maker) stop(n int, s stop) StopView {
	x := StopView{N: n, ID: stopID(n), Name: s.name(), Stay: s.Stay, Note: s.Visit.Note, Map: coordinates(s.at)}
	if s.place != nil {
		d := s.place.Data.(*content.Place)
		x.URL, x.Address, x.Hours = m.rel(s.place.Address), d.Address, m.hoursLine(d)
		if s.Name == "" {
			x.Lang = m.foreign(s.place.Lang)
		}
		if s.place.Locale == m.loc {
			x.Summary = summary(s.place)
		}
	}
	if x.Map != nil {
		x.Map.Links = m.mapLinks(point(s.at), x.Name, x.Address)
		if s.place != nil {
			x.Map.OnMap = m.onMap(s.place)
		}
	}
	return x
}

// hoursLine is the ordinary week in one line.
func (m *maker) hoursLine(d *content.Place) string {
	h, _, _ := calendar.ParseHours(d.Hours)
	line := h.Phrase(m.loc.Lang)
	switch {
	case line == "":
		return d.HoursNote
	case len(d.Seasons) > 0:
		return line + m.words.brackets(m.words.get("route.seasons"))
	}
	return line
}

// A leg is the way from one stop to the next.
type leg struct {
	km       float64 // 0 where it is not known
	straight bool    // as the crow flies: the author does not say how far it is
}

func legTo(from, to stop) leg {
	if to.Distance > 0 && !to.gap {
		return leg{km: to.Distance}
	}
	if from.at == nil || to.at == nil {
		return leg{}
	}
	return leg{roundKm(geo.Distance(point(from.at), point(to.at)) / 1000), true}
}

// roundKm keeps of a length what a traveller can use: a straight line says
// little about the road.
func roundKm(km float64) float64 {
	switch {
	case km < 10:
		return math.Round(km*10) / 10
	case km < 100:
		return math.Round(km)
	}
	return math.Round(km/5) * 5
}

// legText says how one gets to a stop: 驾车约35公里，40分钟.
func (m *maker) legText(l leg, s stop, mode string) string {
	w := m.words
	switch {
	case s.gap:
		s.Duration, mode = "", ""
	case s.Mode != "":
		mode = s.Mode
	}
	by := ""
	if mode != "mixed" {
		by = m.mode(mode)
	}
	var parts []string
	switch {
	case l.km == 0:
		parts = []string{by}
	case l.straight:
		parts = []string{by, w.get("leg.straight", number(l.km))}
	case by != "":
		parts = []string{w.get("leg.by", by, number(l.km))}
	default:
		parts = []string{w.get("leg.road", number(l.km))}
	}
	return joinFilled(append(parts, s.Duration), w.get("list.comma"))
}

func (m *maker) lengthText(road, straight float64) string {
	w := m.words
	switch {
	case road == 0 && straight == 0:
		return ""
	case straight == 0:
		return w.get("leg.road", number(road))
	case road == 0:
		return w.get("leg.straight", number(roundKm(straight)))
	}
	return w.get("leg.mixed", number(roundKm(road+straight)), number(roundKm(straight)))
}

func (m *maker) mode(mode string) string {
	if mode == "" {
		return ""
	}
	return m.words.get("mode." + mode)
}

func joinFilled(parts []string, comma string) string {
	text := ""
	for _, p := range parts {
		if text != "" && p != "" {
			text += comma
		}
		text += p
	}
	return text
}

// number writes a length in kilometres.
func number(km float64) string {
	return strconv.FormatFloat(math.Round(km*10)/10, 'f', -1, 64)
}

func (m *maker) routeSketch(e *site.Entry, stops []stop) *sketch {
	w := m.words
	drawn := atlas.Map{Height: 260, Title: w.get("route.map", e.Title()), Desc: w.get("route.desc")}
	for i, s := range stops {
		if s.at == nil {
			continue
		}
		here := "#" + stopID(i+1)
		drawn.Sites = append(drawn.Sites, atlas.Site{N: i + 1, Name: s.name(), Kind: "stop", URL: here, List: here, At: point(s.at)})
		drawn.Way = append(drawn.Way, point(s.at))
	}
	return m.sketch(drawn, func(p *geo.Lambert) string { return m.mapNote(p) + w.get("route.note") })
}

// draw makes the drawing.
func (v *RouteView) draw() { v.Drawing, v.Note = v.sketch.draw() }
