package page

import (
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
	return ldPage{ld("CollectionPage"), v.Title, v.Description, v.Canonical, m.loc.Lang, m.itemsOf(v.Main)}
}

func (m *maker) siteData() ldPage {
	return ldPage{ld("WebSite"), m.chrome.Title, m.chrome.Description, m.abs(m.loc.Prefix), m.loc.Lang, nil}
}

func (m *maker) entryData(e *site.Entry, v *View) any {
	switch d := e.Data.(type) {
	case *content.Article:
		return m.articleJSON(e, d, v)
	case *content.Event:
		return m.eventJSON(e, d, v)
	case *content.Scientist:
		return ldProfile{ldContext: ld("ProfilePage"), URL: v.Canonical, Modified: isoDay(d.Updated), Main: m.personThing(e)}
	case *content.Organization:
		o := m.organizationJSON(e, d)
		o.Context = vocabulary
		return o
	case *content.Place:
		p := m.placeJSON(e, d)
		p.Context = vocabulary
		return p
	case *content.Award:
		p := m.awardJSON(e)
		p.Context = vocabulary
		return p
	case *content.Route:
		return m.routeJSON(e, d, v)
	case *content.Issue:
		return m.issueJSON(e, d, v)
	case *content.SeriesEntry:
		if d.Kind != "column" {
			return m.seriesJSON(e, d, v)
		}
		return ldPage{ld("CreativeWorkSeries"), d.Title, v.Description, v.Canonical, m.loc.Lang, nil}
	}
	return ldPage{ld("WebPage"), v.Title, v.Description, v.Canonical, m.loc.Lang, nil}
}

func (m *maker) thing(typ string, e *site.Entry) *ldThing {
	return &ldThing{Type: typ, Name: e.Title(), URL: m.site.Origin + m.card(e).URL}
}

// provinces by the first two digits of the codes of their cities (GB/T 2260).
var provinces = map[string]string{"22": "吉林省"}

func (m *maker) addressJSON(e *site.Entry, street string) *ldAddress {
	a := &ldAddress{Type: "PostalAddress", Country: "CN", Street: street}
	if c := e.Of(site.Cities); len(c) > 0 {
		a.Locality = c[0].Name
		if len(c[0].Code) == 6 {
			a.Region = provinces[c[0].Code[:2]]
		}
	}
	return a
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
