package page

import (
	"cmp"
	"encoding/json"
	"html/template"
	"strings"
	"time"

	"kepu/internal/content"
	"kepu/internal/site"
)

// jsonLD encodes v for a script element. The encoder writes < and > as \u
// escapes, so no text can end the element.
func jsonLD(v any) template.JS { return template.JS(jsonLine(v)) }

func jsonLine(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // these structs hold nothing that does not encode
	}
	return b
}

// writeData makes the view's structured data into what stands on the page: a
// few microseconds that only a page to be rendered is worth.
func (v *View) writeData() {
	v.JSONLD = nil
	if v.data == nil {
		return
	}
	v.JSONLD = append(v.JSONLD, jsonLD(v.data))
	if len(v.Crumbs) == 0 {
		return
	}
	c := ldCrumbs{ldContext: ld("BreadcrumbList")}
	for _, l := range v.Crumbs {
		c.Items = append(c.Items, ldCrumb{"ListItem", len(c.Items) + 1, l.Name, v.Site.Origin + l.URL})
	}
	c.Items = append(c.Items, ldCrumb{"ListItem", len(c.Items) + 1, v.Title, v.Canonical})
	v.JSONLD = append(v.JSONLD, jsonLD(c))
}

func (m *maker) listData(v *View) ldPage {
	return ldPage{ld("CollectionPage"), v.Title, v.Description, v.Canonical, m.loc.Lang}
}

func (m *maker) siteData() ldPage {
	return ldPage{ld("WebSite"), m.chrome.Title, m.chrome.Description, m.abs(m.loc.Prefix), m.loc.Lang}
}

func (m *maker) entryData(e *site.Entry, v *View) any {
	switch d := e.Data.(type) {
	case *content.Article:
		return m.articleJSON(e, d, v)
	case *content.Event:
		return m.eventJSON(e, d, v)
	case *content.Scientist:
		return m.personJSON(e, d, v)
	case *content.Organization:
		o := ldOrganization{
			ldContext: ld("Organization"), Name: d.Title, Alternate: d.Short, Description: v.Description, URL: v.Canonical, SameAs: d.Website,
			Phone: d.Phone, Email: d.Email, Founded: d.Founded.String(), Address: m.addressJSON(e, d.Address),
		}
		if p := e.Target("parent"); p != nil {
			o.Parent = m.thing("Organization", p)
		}
		return o
	case *content.Place:
		return ldOrganization{
			ldContext: ld(placeTypes[d.Kind]), Name: d.Title, Description: v.Description, URL: v.Canonical, SameAs: d.Website,
			Phone: d.Phone, Address: m.addressJSON(e, d.Address), Geo: geoJSON(d.Coordinates),
		}
	case *content.SeriesEntry:
		if d.Kind != "column" {
			return m.seriesJSON(e, d, v)
		}
		return ldPage{ld("CreativeWorkSeries"), d.Title, v.Description, v.Canonical, m.loc.Lang}
	}
	return ldPage{ld("WebPage"), v.Title, v.Description, v.Canonical, m.loc.Lang}
}

var placeTypes = map[string]string{
	"museum": "Museum", "base": "Place", "laboratory": "Place", "park": "Park", "reserve": "TouristAttraction",
	"observatory": "TouristAttraction", "library": "Library", "venue": "EventVenue",
}

func (m *maker) thing(typ string, e *site.Entry) *ldThing {
	return &ldThing{Type: typ, Name: e.Title(), URL: m.site.Origin + m.card(e).URL}
}

func (m *maker) addressJSON(e *site.Entry, street string) *ldAddress {
	a := &ldAddress{Type: "PostalAddress", Country: "CN", Region: "吉林省", Street: street}
	if c := e.Of(site.Cities); len(c) > 0 {
		a.Locality = c[0].Name
	}
	return a
}

func geoJSON(c *content.Coordinates) *ldGeo {
	if x := coordinates(c); x != nil {
		return &ldGeo{"GeoCoordinates", x.Lat, x.Lng}
	}
	return nil
}

func (m *maker) articleJSON(e *site.Entry, d *content.Article, v *View) ldArticle {
	a := ldArticle{
		ldContext: ld("Article"), Headline: d.Title, Description: v.Description, URL: v.Canonical, Image: v.OGImage,
		Published: isoDay(d.Date), Modified: isoDay(d.Updated), Language: e.Lang,
	}
	for _, n := range d.Authors {
		a.Authors = append(a.Authors, ldThing{Type: authorType(n), Name: n})
	}
	if o := e.Target("organization"); o != nil {
		a.Publisher = m.thing("Organization", o)
	} else if m.chrome.Owner != "" {
		a.Publisher = &ldThing{Type: "Organization", Name: m.chrome.Owner}
	}
	for _, p := range e.Targets("scientists") {
		a.About = append(a.About, *m.thing("Person", p))
	}
	for _, s := range d.Sources {
		a.Citations = append(a.Citations, s.Title)
	}
	return a
}

// authorType tells a person from a body by how its name ends: front matter
// has names only.
func authorType(name string) string {
	for _, end := range []string{"部", "社", "会", "组", "中心", "团队", "学院", "大学", "研究所", "研究院", "局", "厅", "馆", "网", "편집부", "협회", "editors", "team", "Association", "Society", "Institute", "University"} {
		if strings.HasSuffix(name, end) {
			return "Organization"
		}
	}
	return "Person"
}

func isoDay(t content.Time) string {
	if t.IsZero() {
		return ""
	}
	return isoTime(t)
}

// isoTime is a date for whole days, else an instant with its zone.
func isoTime(t content.Time) string {
	if t.Day {
		return t.Format("2006-01-02")
	}
	return t.Format(time.RFC3339)
}

func (m *maker) personJSON(e *site.Entry, d *content.Scientist, v *View) ldProfile {
	p := ldPerson{Type: "Person", Name: d.Title, Description: cmp.Or(d.KnownFor, v.Description), Knows: d.Fields, SameAs: d.SameAs}
	for _, n := range d.Names {
		p.Alternate = append(p.Alternate, n.Name)
	}
	if pic := m.picture(e, d.Portrait); pic != nil {
		p.Image = m.site.Origin + pic.URL
	}
	if d.Born != nil {
		p.Birth, p.BirthPlace = d.Born.Date.String(), d.Born.Place
	}
	if d.Died != nil {
		p.Death, p.DeathPlace = d.Died.Date.String(), d.Died.Place
	}
	for _, h := range d.Honours {
		p.Awards = append(p.Awards, h.Title)
	}
	p.Affiliation = m.institutions(e, d.Affiliations)
	p.AlumniOf = m.institutions(e, d.Education)
	return ldProfile{ldContext: ld("ProfilePage"), URL: v.Canonical, Modified: isoDay(d.Updated), Person: p}
}

func (m *maker) institutions(e *site.Entry, list []content.Affiliation) []ldThing {
	var out []ldThing
	for _, t := range m.tenures(e, list) {
		x := ldThing{Type: "Organization", Name: t.Name}
		if t.URL != "" {
			x.URL = m.site.Origin + t.URL
		}
		out = append(out, x)
	}
	return out
}
