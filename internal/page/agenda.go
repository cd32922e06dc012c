package page

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/site"
)

// pastShown is how many past events the agenda lists; all of them stand in
// the list of events.
const pastShown = 10

func (m *maker) agenda() {
	if len(m.loc.Events) == 0 && len(m.loc.ByKind[content.Series]) == 0 {
		return
	}
	address := m.loc.Prefix + "agenda/"
	m.page(address, "", func() *View {
		v := m.view("agenda", "agenda", m.words.get("nav.agenda"), address)
		v.Crumbs = m.crumbs()
		v.Description = m.words.get("agenda.description")
		running, ahead, past := m.site.Agenda(m.loc.Events)
		main := &AgendaView{
			AsOf: m.asOf(), Running: m.cards(running), Past: m.cards(firstN(past, pastShown)),
			Months: m.byMonth(ahead), Observances: m.observances(),
		}
		v.Main = main
		v.data = m.listData(v)
		return v
	})
}

// observances lists the days on record that are not over yet, the next first.
func (m *maker) observances() []Observance {
	type dated struct {
		e *site.Entry
		x content.Edition
	}
	var list []dated
	for _, e := range m.loc.ByKind[content.Series] {
		d := e.Data.(*content.SeriesEntry)
		for _, x := range d.Dates {
			if !x.Start.IsZero() && m.site.AsOf.Before(site.End(later(x.Start, x.End))) {
				list = append(list, dated{e, x})
			}
		}
	}
	slices.SortFunc(list, func(a, b dated) int {
		return cmp.Or(a.x.Start.Compare(b.x.Start.Time), cmp.Compare(a.e.Key, b.e.Key))
	})
	var out []Observance
	for _, d := range list {
		v := m.edition(d.x)
		out = append(out, Observance{
			Name: d.e.Title(), URL: m.rel(d.e.Address), When: m.words.span(d.x.Start, d.x.End, true),
			Tentative: d.x.Tentative, Themes: v.Themes,
		})
	}
	return out
}

func later(a, b content.Time) content.Time {
	if b.IsZero() || a.After(b.Time) {
		return a
	}
	return b
}

func (m *maker) notFound() {
	if !m.main {
		return // servers know one page for what is not there
	}
	m.add("404.html", "", func() *View {
		v := m.view("404", "", m.words.get("404.title"), "404.html")
		v.NoIndex = true
		n := &NotFoundView{Latest: m.cards(firstN(m.loc.ByKind[content.Articles], 4))}
		for _, item := range m.chrome.Nav {
			n.Links = append(n.Links, Link{Name: item.Name, URL: item.URL})
		}
		v.Main = n
		return v
	}, nil)
}
