package page

import (
	"cmp"
	"strings"

	"kepu/internal/content"
	"kepu/internal/site"
)

// listedMax bounds the lists in structured data.
const listedMax = 100

// organizationTypes are schema.org's. Its Museum is a building, not a body.
var organizationTypes = map[string]string{
	"society": "NGO", "university": "CollegeOrUniversity", "institute": "ResearchOrganization",
	"enterprise": "Corporation", "government": "GovernmentOrganization",
}

func organizationType(e *site.Entry) string {
	return cmp.Or(organizationTypes[e.Data.(*content.Organization).Kind], "Organization")
}

// personThing is a person, or a team as the body that it is.
func (m *maker) personThing(e *site.Entry) any {
	d := e.Data.(*content.Scientist)
	var image string
	if pic := m.picture(e, d.Portrait); pic != nil {
		image = m.site.Origin + pic.URL
	}
	var names []string
	for _, n := range d.Names {
		names = append(names, n.Name)
	}
	about, url := cmp.Or(d.KnownFor, summary(e)), m.abs(e.Address)
	if d.IsTeam() {
		return ldOrganization{
			ldContext: inner("ResearchOrganization"), Name: d.Title, Alternate: names, Description: about, URL: url, Image: image,
			Founded: d.Founded.String(), Members: m.performers(e, d.Members), Parent: m.institutions(e, d.Affiliations),
			Awards: m.awardTexts(e.Grants), Knows: d.Fields, SameAs: d.SameAs,
		}
	}
	p := ldPerson{
		ldContext: inner("Person"), Name: d.Title, Alternate: names, Description: about, URL: url, Image: image,
		Affiliation: m.institutions(e, d.Affiliations), AlumniOf: m.institutions(e, d.Education),
		Awards: m.awardTexts(e.Grants), Knows: d.Fields, SameAs: d.SameAs,
	}
	for _, t := range e.Referring(content.Scientists, "members") {
		p.MemberOf = append(p.MemberOf, *m.thing("ResearchOrganization", t))
	}
	p.Birth, p.BirthPlace = lifeJSON(d.Born)
	p.Death, p.DeathPlace = lifeJSON(d.Died)
	return p
}

// lifeJSON gives a date of ISO 8601, as precise as it is known, and a place.
func lifeJSON(l *content.Life) (date string, place *ldThing) {
	if l == nil {
		return "", nil
	}
	if l.Place != "" {
		place = &ldThing{Type: "Place", Name: l.Place}
	}
	return l.Date.String(), place
}

// awardTexts name honours with what tells one from another: 国家奖（1999，一等奖）.
func (m *maker) awardTexts(grants []site.Grant) []string {
	var list []string
	for _, g := range grants {
		text := g.Title
		var about []string
		for _, s := range []string{m.words.partial(g.Date), g.Grade} {
			if s != "" {
				about = append(about, s)
			}
		}
		if len(about) > 0 {
			text += m.words.brackets(strings.Join(about, m.words.get("list.comma")))
		}
		list = append(list, text)
	}
	return list
}

func (m *maker) institutions(e *site.Entry, list []content.Affiliation) []ldThing {
	var out []ldThing
	for i, t := range m.tenures(e, list) {
		x := ldThing{Type: "Organization", Name: t.Name, URL: m.absolute(t.URL)}
		if o := e.Named(content.Organizations, list[i].Organization); o != nil {
			x.Type = organizationType(o)
		}
		out = append(out, x)
	}
	return out
}

func (m *maker) organizationThing(e *site.Entry) any {
	return m.organizationJSON(e, e.Data.(*content.Organization))
}

func (m *maker) organizationJSON(e *site.Entry, d *content.Organization) ldOrganization {
	o := ldOrganization{
		ldContext: inner(organizationType(e)), Name: d.Title, Description: summary(e), URL: m.abs(e.Address),
		Phone: d.Phone, Email: d.Email, Founded: d.Founded.String(), Address: m.addressJSON(e, d.Address),
	}
	if d.Short != "" {
		o.Alternate = []string{d.Short}
	}
	if d.Website != "" {
		o.SameAs = []string{d.Website}
	}
	if p := m.parent(e); p != nil {
		o.Parent = []ldThing{*m.thing(organizationType(p), p)}
	}
	children := m.loc.Branch(e).Children
	for _, c := range children[:min(listedMax, len(children))] {
		o.Children = append(o.Children, *m.thing(organizationType(c.Entry), c.Entry))
	}
	return o
}

func (m *maker) awardThing(e *site.Entry) any { return m.awardJSON(e) }

// awardJSON is the page of an award as a list of its laureates: schema.org has
// no word for an award itself.
func (m *maker) awardJSON(e *site.Entry) ldPage {
	list := &ldList{Type: "ItemList", Count: len(e.Grants), Items: []ldItem{}}
	var grants []site.Grant
	for _, r := range rolls(e) {
		grants = append(grants, r.grants...)
	}
	for i, g := range grants[:min(listedMax, len(grants))] {
		g.Title = e.Title()
		p := ldPerson{ldContext: inner("Person"), Name: g.Name, Awards: m.awardTexts([]site.Grant{g})}
		if g.Person != nil {
			p.URL = m.abs(g.Person.Address)
		}
		if g.Affiliation != "" {
			x := ldThing{Type: "Organization", Name: g.Affiliation}
			if g.Institution != nil {
				x.Type, x.URL = organizationType(g.Institution), m.abs(g.Institution.Address)
			}
			p.Affiliation = []ldThing{x}
		}
		list.Items = append(list.Items, ldItem{Type: "ListItem", Position: i + 1, Item: p})
	}
	return ldPage{inner("CollectionPage"), e.Title(), summary(e), m.abs(e.Address), m.loc.Lang, list}
}
