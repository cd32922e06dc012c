package page

import (
	"fmt"
	"strconv"

	"kepu/internal/content"
	"kepu/internal/site"
)

func (m *maker) place(e *site.Entry, d *content.Place, common EntryView) *PlaceView {
	w := m.words
	v := &PlaceView{
		EntryView: common, Address: d.Address, KindText: w.get("place." + d.Kind), Website: d.Website, Map: coordinates(d.Coordinates),
		Facts: facts(NamedText{w.get("fact.admission"), d.Admission}, NamedText{w.get("fact.booking"), d.Booking},
			NamedText{w.get("fact.transit"), d.Transit}, NamedText{w.get("fact.access"), d.Access}, NamedText{w.get("fact.phone"), d.Phone}),
		Routes:   m.cards(byKey(m.ours(e.Referring(content.Routes, "stops")))),
		Articles: m.cards(firstN(e.From(content.Articles, "places"), shown)),
		AsOf:     m.asOf(), Calendar: m.subscription(e),
	}
	v.Upcoming, v.Events = m.aheadAndPast(e)
	return v
}

func coordinates(c *content.Coordinates) *Coordinates {
	if c == nil {
		return nil
	}
	lat, lng := strconv.FormatFloat(c.Lat, 'f', -1, 64), strconv.FormatFloat(c.Lng, 'f', -1, 64)
	return &Coordinates{Lat: lat, Lng: lng, Geo: fmt.Sprintf("geo:%s,%s", lat, lng)}
}
