package page

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/site"
)

// award is the page of an award: the roll of all who received it, whether their
// profile says so or the award's own file.
func (m *maker) award(e *site.Entry, d *content.Award, common EntryView) *HonourEntryView {
	w := m.words
	v := &HonourEntryView{
		EntryView: common, KindText: w.get("honour." + d.Kind), Website: d.Website, By: m.bodies(e, d.By), Total: len(e.Grants),
		Facts: facts(NamedText{w.get("fact.level"), w.orEmpty("level.", d.Level)}, NamedText{w.get("fact.since"), w.partial(d.Since)}, NamedText{w.get("fact.interval"), d.Interval}),
	}
	at := map[int]int{} // index in Editions, by year
	rest := e.Grants
	for _, x := range d.Editions {
		r := RollView{
			Year: w.partial(content.PartialDate{Year: x.Year}), Date: Date{x.Date.String(), w.partial(x.Date)},
			Complete: x.Complete, Note: x.Note, Source: x.Source,
		}
		r.ID = "x-" + itoa(x.Year)
		if x.Edition != 0 {
			r.Edition = w.get("event.edition", x.Edition)
			r.ID += "-" + itoa(x.Edition)
		}
		r.Laureates = m.laureates(rest[:len(x.Laureates)])
		rest = rest[len(x.Laureates):]
		at[x.Year] = len(v.Editions)
		v.Editions = append(v.Editions, r)
	}
	for _, g := range rest {
		i, ok := at[g.Date.Year]
		if !ok {
			i = len(v.Editions)
			at[g.Date.Year] = i
			v.Editions = append(v.Editions, RollView{ID: "x-" + itoa(g.Date.Year), Year: w.partial(content.PartialDate{Year: g.Date.Year})})
		}
		v.Editions[i].Laureates = append(v.Editions[i].Laureates, m.laureate(g))
	}
	slices.SortStableFunc(v.Editions, func(x, y RollView) int { return cmp.Compare(y.ID, x.ID) })
	return v
}

func (m *maker) laureates(list []site.Grant) []LaureateView {
	var out []LaureateView
	for _, g := range list {
		out = append(out, m.laureate(g))
	}
	return out
}

func (m *maker) laureate(g site.Grant) LaureateView {
	l := LaureateView{Name: g.Name, Grade: g.Grade, For: g.For}
	if g.Person != nil {
		link := m.link(g.Person)
		l.URL, l.Lang = link.URL, link.Lang
	}
	if g.Affiliation != "" {
		l.Institution = &Link{Name: g.Affiliation}
		if g.Institution != nil {
			link := m.link(g.Institution)
			l.Institution.URL, l.Institution.Lang = link.URL, link.Lang
		}
	}
	return l
}

// honours are those of a profile, the oldest first, those without a date last.
func (m *maker) honours(e *site.Entry) []HonourView {
	var list []HonourView
	for _, g := range e.Grants {
		h := HonourView{Year: m.words.partial(g.Date), ISO: g.Date.String(), Title: g.Title, Grade: g.Grade, For: g.For, By: g.By}
		if g.From == e {
			h.Source = g.Source
		}
		if g.Award != nil {
			h.URL = m.link(g.Award).URL
			if h.By == "" {
				h.By = m.names(m.bodies(g.Award, g.Award.Data.(*content.Award).By))
			}
		}
		list = append(list, h)
	}
	return list
}

func (m *maker) names(links []Link) string {
	s := ""
	for i, l := range links {
		if i > 0 {
			s += m.words.get("list.and")
		}
		s += l.Name
	}
	return s
}
