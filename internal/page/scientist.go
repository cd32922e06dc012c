package page

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"kepu/internal/content"
	"kepu/internal/site"
)

func (m *maker) scientist(e *site.Entry, d *content.Scientist, common EntryView) *ScientistView {
	v := &ScientistView{
		EntryView: common, Pinyin: d.Pinyin, Surname: surname(d.Title), KnownFor: d.KnownFor,
		Life: m.lifeYears(d), Facts: m.lifeFacts(d), Fields: plain(d.Fields), Team: d.IsTeam(),
		Affiliations: m.tenures(e, d.Affiliations), Education: m.tenures(e, d.Education),
		Teachers: m.people(e, d.Teachers), Students: m.people(e, d.Students),
		Portrait: m.picture(e, d.Portrait),
	}
	v.Teachers = m.lineage(e, v.Teachers, "students")
	v.Students = m.lineage(e, v.Students, "teachers")
	for _, n := range d.Names {
		v.Names = append(v.Names, NameView{Label: m.words.get("name." + cmp.Or(n.Kind, "other")), Text: n.Name, Pinyin: n.Pinyin})
	}
	for _, h := range d.Honours {
		v.Honours = append(v.Honours, HonourView{Year: m.words.partial(h.Year), ISO: h.Year.String(), Title: h.Title, Grade: h.Grade, For: h.For, By: h.By, Source: h.Source})
	}
	for _, t := range d.Timeline {
		v.Timeline = append(v.Timeline, Dated{Year: m.words.partial(t.Date), ISO: t.Date.String(), Text: t.Text, Source: t.Source})
	}
	for _, w := range d.Works {
		x := WorkView{Title: w.Title, Year: w.Year.String(), Publisher: w.Publisher, Note: w.Note}
		if w.DOI != "" {
			x.URL = "https://doi.org/" + escapePath(w.DOI)
		}
		v.Works = append(v.Works, x)
	}
	for _, q := range d.Quotations {
		v.Quotations = append(v.Quotations, QuotationView{q.Text, q.Source})
	}
	for _, s := range d.SameAs {
		name := s
		if u, err := url.Parse(s); err == nil {
			name = strings.TrimPrefix(u.Host, "www.")
		}
		v.SameAs = append(v.SameAs, Link{Name: name, URL: s})
	}
	mentions := append(slices.Clone(e.From(content.Articles, "scientists")), e.From(content.Events, "scientists", "speakers")...)
	v.Mentions = m.cards(firstN(mentions, shown))
	return v
}

// lineage adds those who name e on the other side: a teacher's page lists a
// student even when only the student's file says so.
func (m *maker) lineage(e *site.Entry, known []PersonLink, field string) []PersonLink {
	for _, o := range byKey(e.From(content.Scientists, field)) {
		url := m.rel(o.Address)
		if !slices.ContainsFunc(known, func(p PersonLink) bool { return p.URL == url }) {
			known = append(known, PersonLink{Name: o.Title(), URL: url})
		}
	}
	return known
}

func (m *maker) lifeFacts(d *content.Scientist) []NamedText {
	w := m.words
	life := func(l *content.Life) string {
		if l == nil {
			return ""
		}
		if l.Place == "" {
			return w.partial(l.Date)
		}
		return w.partial(l.Date) + w.get("list.comma") + l.Place
	}
	return facts(NamedText{w.get("fact.born"), life(d.Born)}, NamedText{w.get("fact.died"), life(d.Died)},
		NamedText{w.get("fact.ethnicity"), d.Ethnicity})
}

func (m *maker) tenures(e *site.Entry, list []content.Affiliation) []Tenure {
	var out []Tenure
	for _, a := range list {
		t := Tenure{Years: m.words.years(a.From, a.To), Name: a.Name, Role: a.Role}
		if a.Organization != "" {
			t.Name = cmp.Or(a.Name, string(a.Organization))
			if x := e.Named(content.Organizations, a.Organization); x != nil {
				t.Name, t.URL = cmp.Or(a.Name, x.Title()), m.rel(x.Address)
			}
		}
		out = append(out, t)
	}
	return out
}

func plain(names []string) []Link {
	var list []Link
	for _, n := range names {
		list = append(list, Link{Name: n})
	}
	return list
}
