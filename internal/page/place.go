package page

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"kepu/internal/content"
	"kepu/internal/geo"
	"kepu/internal/site"
)

func (m *maker) place(e *site.Entry, d *content.Place, common EntryView) *PlaceView {
	w := m.words
	v := &PlaceView{
		EntryView: common, Address: d.Address, KindText: w.get("place." + d.Kind), Website: d.Website,
		Map: m.position(e, d), Hours: m.opening(d), Booking: d.BookingURL, Bases: m.bases(d.Bases), Nearby: m.nearby(e),
		Facts: facts(NamedText{w.get("fact.admission"), m.admission(d)}, NamedText{w.get("fact.booking"), d.Booking},
			NamedText{w.get("fact.transit"), d.Transit}, NamedText{w.get("fact.access"), d.Access}, NamedText{w.get("fact.phone"), d.Phone}),
		Routes:   m.cards(e.Referring(content.Routes, "stops")),
		Articles: m.cards(firstN(e.From(content.Articles, "places"), shown)),
		AsOf:     m.asOf(), Calendar: m.subscription(e),
	}
	v.Upcoming, v.Events = m.aheadAndPast(e)
	return v
}

// admission says first whether it is free, if the rest does not.
func (m *maker) admission(d *content.Place) string {
	if d.Free == nil {
		return d.Admission
	}
	key := "admission.paid"
	if *d.Free {
		key = "admission.free"
	}
	word := m.words.get(key)
	switch {
	case d.Admission == "":
		return word
	case !*d.Free || strings.Contains(strings.ToLower(d.Admission), strings.ToLower(word)):
		return d.Admission
	}
	return word + m.words.get("list.comma") + d.Admission
}

func (m *maker) bases(list []content.Base) []BaseView {
	var out []BaseView
	for _, b := range list {
		out = append(out, BaseView{Title: b.Title, By: b.By, Years: m.words.term(b.From, b.To), Source: b.Source})
	}
	return out
}

// term writes the years for which a title is given: 2021—2025年, 2021年起.
func (w words) term(from, to content.PartialDate) string {
	year := func(s string) string { return strings.Replace(styles[w.lang].year, "2006", s, 1) }
	switch {
	case from.Year == 0 && to.Year == 0:
		return ""
	case to.Year == 0:
		return w.get("event.from", year(itoa(from.Year)))
	}
	return year(w.years(from, to))
}

// position is where a place is, with links to it on maps.
func (m *maker) position(e *site.Entry, d *content.Place) *Coordinates {
	c := coordinates(e.At())
	if c == nil {
		return nil
	}
	c.Links, c.OnMap = m.mapLinks(point(e.At()), d.Title, d.Address), m.onMap(e)
	return c
}

func coordinates(c *content.Coordinates) *Coordinates {
	if c == nil {
		return nil
	}
	lat, lng := strconv.FormatFloat(c.Lat, 'f', -1, 64), strconv.FormatFloat(c.Lng, 'f', -1, 64)
	return &Coordinates{Lat: lat, Lng: lng, Geo: fmt.Sprintf("geo:%s,%s", lat, lng)}
}

// mapLinks lead to a point on the maps that people in China use, in the datum
// of those maps.
func (m *maker) mapLinks(at geo.Point, name, address string) []Link {
	p := at.GCJ02()
	lat, lng := strconv.FormatFloat(p.Lat, 'f', 6, 64), strconv.FormatFloat(p.Lng, 'f', 6, 64)
	if address == "" {
		address = name
	}
	marker := "coord:" + lat + "," + lng + ";title:" + plain(name) + ";addr:" + plain(address)
	return []Link{
		{Name: m.words.get("map.amap"), URL: "https://uri.amap.com/marker?" +
			query("position", lng+","+lat, "name", name, "src", "kepu", "coordinate", "gaode", "callnative", "0")},
		{Name: m.words.get("map.baidu"), URL: "https://api.map.baidu.com/marker?" +
			query("location", lat+","+lng, "title", name, "content", address, "output", "html", "coord_type", "gcj02", "src", "kepu")},
		{Name: m.words.get("map.tencent"), URL: "https://apis.map.qq.com/uri/v1/marker?" +
			query("marker", marker, "referer", "kepu")},
	}
}

// plain is a text without the signs that part a marker's fields.
func plain(s string) string { return strings.NewReplacer(";", "；", ":", "：").Replace(s) }

// query writes names and values as they come: a blank as %20, since not every
// map takes a plus sign for one.
func query(pairs ...string) string {
	var sb strings.Builder
	for i, s := range pairs {
		switch {
		case i%2 == 1:
			sb.WriteByte('=')
		case i > 0:
			sb.WriteByte('&')
		}
		sb.WriteString(strings.ReplaceAll(url.QueryEscape(s), "+", "%20"))
	}
	return sb.String()
}
