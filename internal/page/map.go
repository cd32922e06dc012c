package page

import (
	"strconv"
	"strings"

	"kepu/internal/atlas"
	"kepu/internal/content"
	"kepu/internal/geo"
	"kepu/internal/site"
)

func (m *maker) mapAddress() string { return m.loc.Prefix + "map/" }

// mapTitle is the settings' own, which is in the main language.
func (m *maker) mapTitle() string {
	if t := m.site.Settings.Map.Title; t != "" && m.main {
		return t
	}
	return m.words.get("map.title")
}

// mapLink leads to the map; its address is "" where there is none.
func (m *maker) mapLink() Link {
	if len(m.loc.Placed()) == 0 {
		return Link{}
	}
	return Link{Name: m.mapTitle(), URL: m.rel(m.mapAddress())}
}

// onMap is where the map has a place of this language, "" where it has not.
func (m *maker) onMap(e *site.Entry) string {
	if e.Locale != m.loc || e.At() == nil {
		return ""
	}
	return m.rel(m.mapAddress()) + "#" + placeID(e)
}

// placeID is the anchor of a place in the list beside the map. It is not its
// number: that would change with every place that comes before it.
func placeID(e *site.Entry) string {
	return "x-place-" + strings.ReplaceAll(strings.TrimPrefix(e.Key, string(content.Places)+"/"), "/", ".")
}

// mapPage shows where the places of the language are.
func (m *maker) mapPage() {
	if len(m.loc.Placed()) == 0 {
		return
	}
	m.page(m.mapAddress(), "", func() *View {
		v := m.view("map", string(content.Places), m.mapTitle(), m.mapAddress())
		v.Crumbs = m.trails[content.Places]
		v.Description = m.words.get("map.intro")
		for _, l := range m.site.Locales {
			if len(l.Placed()) > 0 {
				a := l.Prefix + "map/"
				v.Alternates = append(v.Alternates, Alternate{l.Lang, languageNames[l.Lang], m.rel(a), m.abs(a), l == m.loc})
			}
		}
		if len(v.Alternates) == 1 {
			v.Alternates = nil
		}
		main := m.mapView()
		v.load = func() error {
			main.draw()
			return m.words.err()
		}
		v.Main = main
		v.data = m.listData(v)
		return v
	})
}

func (m *maker) mapView() *MapView {
	v := &MapView{Intro: m.words.get("map.intro"), Credits: m.credits(), Approval: m.site.Settings.Map.Approval, Routes: m.cards(m.sorted(content.Routes))}
	drawn := atlas.Map{Title: m.mapTitle(), Desc: m.words.get("map.desc")}
	for _, t := range m.towns() {
		drawn.Frame = append(drawn.Frame, t.At)
	}
	for _, g := range m.byCity(m.loc.Placed()) {
		group := MapGroup{Name: g.name, ID: g.id}
		for _, e := range g.places {
			n := len(drawn.Sites) + 1
			group.Items = append(group.Items, MapItem{N: n, ID: placeID(e), Card: m.card(e)})
			s := atlas.Site{N: n, Name: e.Title(), Kind: e.Data.(*content.Place).Kind, URL: m.card(e).URL, List: "#" + placeID(e), At: point(e.At())}
			if g.id != otherCity {
				s.Where = g.name
			}
			drawn.Sites = append(drawn.Sites, s)
		}
		v.Groups = append(v.Groups, group)
	}
	for _, e := range m.sorted(content.Places) {
		if e.At() == nil {
			v.Unplaced = append(v.Unplaced, *m.link(e))
		}
	}
	v.sketch = m.sketch(drawn, func(p *geo.Lambert) string { return strings.TrimSpace(m.mapNote(p)) })
	return v
}

// draw makes the drawing.
func (v *MapView) draw() { v.Drawing, v.Note = v.sketch.draw() }

// A cityGroup is the places of a city.
type cityGroup struct {
	id, name string
	places   []*site.Entry
}

const otherCity = "x-other"

// byCity gathers places by their first city, in the order of the settings; those
// without one come last.
func (m *maker) byCity(places []*site.Entry) []cityGroup {
	of := map[*site.Term][]*site.Entry{}
	for _, e := range places {
		var city *site.Term
		if c := e.Of(site.Cities); len(c) > 0 {
			city = c[0]
		}
		of[city] = append(of[city], e)
	}
	var groups []cityGroup
	for _, t := range m.loc.Terms[site.Cities] {
		if len(of[t]) > 0 {
			groups = append(groups, cityGroup{"x-city-" + t.Slug, t.Name, of[t]})
		}
	}
	if rest := of[nil]; len(rest) > 0 {
		groups = append(groups, cityGroup{otherCity, m.words.get("list.other"), rest})
	}
	return groups
}

// towns are the cities of the settings, whether anything is said of them or not:
// the map shows the same country whatever the places.
func (m *maker) towns() []atlas.Town {
	var towns []atlas.Town
	for _, c := range m.site.Settings.Cities {
		if c.Coordinates != nil {
			seat := len(c.Code) == 6 && strings.HasSuffix(c.Code, "0100") // GB/T 2260
			towns = append(towns, atlas.Town{Name: site.TermName(c, m.loc.Lang), At: point(c.Coordinates), Seat: seat})
		}
	}
	return towns
}

func (m *maker) credits() []CreditView {
	var list []CreditView
	for _, l := range m.site.Ground {
		list = append(list, CreditView{m.words.get("layer." + l.Kind), l.Source, l.Licence})
	}
	return list
}

// mapNote says how a map is drawn and what is not on it.
func (m *maker) mapNote(p *geo.Lambert) string {
	w := m.words
	parallel := func(deg float64) string {
		if deg < 0 {
			return degrees(-deg) + "°S"
		}
		return degrees(deg) + "°N"
	}
	meridian := degrees(p.Meridian) + "°E"
	if p.Meridian < 0 {
		meridian = degrees(-p.Meridian) + "°W"
	}
	note := w.get("map.projection", parallel(p.South), parallel(p.North), meridian)
	for _, l := range m.site.Ground {
		if l.Kind == "boundary" {
			return note
		}
	}
	return note + w.get("map.no-boundaries")
}

func (m *maker) atlasWords() atlas.Words {
	w := m.words
	signs := map[string]string{"site-stop": w.get("map.stop"), "site-other": w.get("list.other")}
	for _, k := range atlas.Kinds {
		if k != "stop" {
			signs["site-"+k] = w.get("place." + k)
		}
	}
	for _, k := range []string{"cluster", "town", "seat", "way"} {
		signs[k] = w.get("map." + k)
	}
	for _, l := range m.site.Ground {
		signs[l.Kind] = w.get("layer." + l.Kind)
	}
	return atlas.Words{
		Signs: signs, Km: w.get("map.km"), Comma: w.get("list.comma"),
		Several: func(n int) string { return w.get("map.several", n) },
		Rest:    func(n int) string { return w.get("map.rest", n) },
	}
}

func point(c *content.Coordinates) geo.Point { return geo.Point{Lat: c.Lat, Lng: c.Lng} }

// degrees writes a coordinate.
func degrees(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
