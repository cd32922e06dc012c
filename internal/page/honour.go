package page

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/site"
)

// A roll is one time that an award was given, with those who received it then,
// whether their profile says so or the award's own file.
type roll struct {
	content.AwardEdition
	grants []site.Grant
}

// rolls are the editions of an award, the newest first. The last one may be that
// of grants whose year nobody knows: its year is 0.
func rolls(e *site.Entry) []roll {
	var list []roll
	rest := e.Grants // those of its own file come first
	for _, x := range e.Data.(*content.Award).Editions {
		n := len(x.Laureates)
		list = append(list, roll{x, slices.Clip(rest[:n])})
		rest = rest[n:]
	}
	newest := func(x, y roll) int { return cmp.Or(cmp.Compare(y.Year, x.Year), cmp.Compare(y.Edition, x.Edition)) }
	slices.SortStableFunc(list, newest)
	for _, g := range rest { // profiles know the year, or the day
		i := slices.IndexFunc(list, func(r roll) bool { return r.Year == g.Date.Year && sameTime(r.Date, g.Date) })
		if i < 0 {
			i = slices.IndexFunc(list, func(r roll) bool { return r.Year == g.Date.Year })
		}
		if i < 0 {
			i = len(list)
			list = append(list, roll{AwardEdition: content.AwardEdition{Year: g.Date.Year}})
		}
		list[i].grants = append(list[i].grants, g)
	}
	slices.SortStableFunc(list, newest)
	return list
}

// sameTime says that two dates of a year agree in month and day as far as both
// are known, and that the month is.
func sameTime(x, y content.PartialDate) bool {
	return x.Month != 0 && x.Month == y.Month && (x.Day == y.Day || x.Day == 0 || y.Day == 0)
}

// award is the page of an award: the roll of all who received it, whether their
// profile says so or the award's own file.
func (m *maker) award(e *site.Entry, d *content.Award, common EntryView) *HonourEntryView {
	w := m.words
	v := &HonourEntryView{
		EntryView: common, KindText: w.get("honour." + d.Kind), Website: d.Website, By: m.bodies(e, d.By), Total: len(e.Grants),
		Facts: facts(NamedText{w.get("fact.level"), w.orEmpty("level.", d.Level)}, NamedText{w.get("fact.since"), w.partial(d.Since)}, NamedText{w.get("fact.interval"), d.Interval}),
	}
	for _, r := range rolls(e) {
		v.Editions = append(v.Editions, m.roll(r))
	}
	return v
}

func (m *maker) roll(r roll) RollView {
	w := m.words
	v := RollView{
		ID: "x-" + itoa(r.Year), Year: w.partial(content.PartialDate{Year: r.Year}), Date: Date{r.Date.String(), w.partial(r.Date)},
		Complete: r.Complete, Note: r.Note, Source: r.Source,
	}
	switch {
	case r.Year == 0:
		v.ID, v.Year = "x-undated", w.get("honour.undated")
	case r.Edition != 0:
		v.ID += "-" + itoa(r.Edition)
		v.Edition = w.get("event.edition", r.Edition)
	}
	for _, g := range r.grants {
		v.Laureates = append(v.Laureates, m.laureate(g))
	}
	return v
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
