package page

import (
	"cmp"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/site"
)

var placeTypes = map[string]string{
	"museum": "Museum", "base": "Place", "laboratory": "Place", "park": "Park", "reserve": "TouristAttraction",
	"observatory": "TouristAttraction", "library": "Library", "venue": "EventVenue",
}

func (m *maker) placeThing(e *site.Entry) any { return m.placeJSON(e, e.Data.(*content.Place)) }

func (m *maker) placeJSON(e *site.Entry, d *content.Place) ldPlace {
	p := ldPlace{
		ldContext: inner(cmp.Or(placeTypes[d.Kind], "Place")), Name: d.Title, Description: summary(e), URL: m.abs(e.Address), SameAs: d.Website,
		Phone: d.Phone, Address: m.addressJSON(e, d.Address), Geo: geoJSON(e.At()), Map: m.absolute(m.onMap(e)), Free: d.Free,
		Public: len(d.Hours) > 0, Special: closuresJSON(d.Closures),
	}
	// A season is a part of every year, and these hours are of given years or of
	// all days: where there are seasons neither would be true.
	if len(d.Seasons) == 0 {
		p.Hours = weekJSON(d.Hours)
	}
	return p
}

func weekJSON(lines []string) []ldHours {
	hours, _, err := calendar.ParseHours(lines)
	if err != nil {
		return nil
	}
	var list []ldHours
	for _, h := range hours {
		x := ldHours{Type: "OpeningHoursSpecification", Open: calendar.Clock(h.Open), Close: calendar.Clock(min(h.Close, 24*60-1))}
		for i := range 7 {
			if day := time.Weekday((i + 1) % 7); h.Days[day] {
				x.Days = append(x.Days, vocabulary+"/"+day.String())
			}
		}
		list = append(list, x)
	}
	return list
}

func closuresJSON(closures []content.Closure) []ldHours {
	var list []ldHours
	for _, c := range closures {
		x := ldHours{Type: "OpeningHoursSpecification", Open: "00:00", Close: "00:00", From: isoDate(c.From)}
		x.To = cmp.Or(isoDate(c.To), x.From)
		list = append(list, x)
	}
	return list
}

// routeJSON is a journey with its stops in order.
func (m *maker) routeJSON(e *site.Entry, d *content.Route, v *View) ldTrip {
	t := ldTrip{
		ldContext: ld("TouristTrip"), Name: d.Title, Description: v.Description, URL: v.Canonical, Image: v.OGImage,
		Itinerary: ldList{Type: "ItemList", Items: []ldItem{}},
	}
	if o := e.Target("organization"); o != nil {
		t.Provider = m.thing(organizationType(o), o)
	}
	for i, s := range stopsOf(e, d) {
		x := ldThing{Type: "Place", Name: s.name(), Geo: geoJSON(s.at)}
		if p := s.place; p != nil {
			x.URL, x.Address = m.abs(p.Address), m.addressJSON(p, p.Data.(*content.Place).Address)
		}
		t.Itinerary.Items = append(t.Itinerary.Items, ldItem{Type: "ListItem", Position: i + 1, Item: x})
	}
	t.Itinerary.Count = len(t.Itinerary.Items)
	return t
}

// geoJSON is a point in the vocabulary's own form, not that of RFC 7946.
func geoJSON(c *content.Coordinates) *ldGeo {
	if c == nil {
		return nil
	}
	return &ldGeo{"GeoCoordinates", degrees(c.Lat), degrees(c.Lng)}
}
