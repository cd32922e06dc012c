package page

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/opendata"
	"kepu/internal/site"
)

func (m *maker) personData(e *site.Entry) opendata.Person {
	d := e.Data.(*content.Scientist)
	x := opendata.Person{
		ID: e.Key, URL: m.abs(e.Address), Name: d.Title, Kind: cmp.Or(d.Kind, "person"), Pinyin: d.Pinyin,
		Summary: summary(e), KnownFor: d.KnownFor, Born: lifeData(d.Born), Died: lifeData(d.Died), Founded: d.Founded.String(),
		Ethnicity: d.Ethnicity, Fields: d.Fields, Affiliations: m.tenureData(e, d.Affiliations), Education: m.tenureData(e, d.Education),
		Teachers: m.someData(m.kin(m.named(e, d.Teachers), e.Teachers())), Students: m.someData(m.kin(m.named(e, d.Students), e.Students())),
		Members: m.someData(m.named(e, d.Members)), Teams: m.someData(m.kin(nil, e.Referring(content.Scientists, "members"))),
		SameAs: d.SameAs, Topics: termData(e, site.Topics), Cities: cityData(e), Sources: sourceData(e), Origin: origin(e),
	}
	for _, n := range d.Names {
		x.Names = append(x.Names, opendata.OtherName{Name: n.Name, Kind: n.Kind, Pinyin: n.Pinyin})
	}
	for _, g := range e.Grants {
		x.Honours = append(x.Honours, m.grantData(g))
	}
	for _, w := range d.Works {
		x.Works = append(x.Works, opendata.Work{Title: w.Title, Year: w.Year.String(), Publisher: w.Publisher, DOI: w.DOI, ISBN: w.ISBN, URL: w.URL, Note: w.Note})
	}
	return x
}

func lifeData(l *content.Life) *opendata.Life {
	if l == nil {
		return nil
	}
	return &opendata.Life{Date: l.Date.String(), Place: l.Place}
}

func (m *maker) tenureData(e *site.Entry, list []content.Affiliation) []opendata.Tenure {
	var out []opendata.Tenure
	for i, t := range m.tenures(e, list) {
		out = append(out, opendata.Tenure{Name: t.Name, URL: m.absolute(t.URL), Role: t.Role, From: list[i].From.String(), To: list[i].To.String()})
	}
	return out
}

func (m *maker) grantData(g site.Grant) opendata.Grant {
	x := opendata.Grant{Title: g.Title, Date: g.Date.String(), Grade: g.Grade, For: g.For, By: g.By}
	if g.Award != nil {
		x.URL = m.abs(g.Award.Address)
		x.By = cmp.Or(x.By, m.names(m.bodies(g.Award, g.Award.Data.(*content.Award).By)))
	}
	return x
}

func (m *maker) honourData(e *site.Entry) opendata.Honour {
	d := e.Data.(*content.Award)
	x := opendata.Honour{
		ID: e.Key, URL: m.abs(e.Address), Name: d.Title, Kind: d.Kind, Level: d.Level, By: m.bodiesData(e, d.By), Since: d.Since.String(),
		Interval: d.Interval, Website: d.Website, Summary: summary(e), Topics: termData(e, site.Topics), Sources: sourceData(e), Origin: origin(e),
	}
	list := rolls(e)
	dated := len(list)
	if dated > 0 && list[dated-1].Year == 0 {
		dated--
	}
	slices.Reverse(list[:dated]) // the oldest first, as version 1 has it
	for _, r := range list {
		x.Editions = append(x.Editions, opendata.Edition{
			Year: r.Year, Edition: r.Edition, Date: r.Date.String(), Complete: r.Complete, Laureates: m.laureateData(r.grants),
		})
	}
	return x
}

func (m *maker) laureateData(grants []site.Grant) []opendata.Laureate {
	list := []opendata.Laureate{}
	for _, g := range grants {
		l := opendata.Laureate{Name: g.Name, Grade: g.Grade, For: g.For}
		if g.Person != nil {
			l.URL = m.abs(g.Person.Address)
		}
		if g.Affiliation != "" {
			l.Organization = &opendata.Body{Name: g.Affiliation}
			if g.Institution != nil {
				l.Organization.URL = m.abs(g.Institution.Address)
			}
		}
		list = append(list, l)
	}
	return list
}
