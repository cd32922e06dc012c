package page

import (
	"cmp"
	"slices"
	"time"

	"kepu/internal/content"
	"kepu/internal/site"
)

func (m *maker) home() {
	m.page(m.loc.Prefix, "", func() *View {
		v := m.view("home", "home", m.chrome.Title, m.loc.Prefix)
		if m.chrome.Tagline != "" {
			v.HeadTitle = m.chrome.Title + " - " + m.chrome.Tagline
		}
		v.Alternates = m.homes()
		v.Main = m.homeView()
		v.data = m.siteData()
		return v
	})
}

// homes lists the home pages of all languages.
func (m *maker) homes() []Alternate {
	if len(m.site.Locales) < 2 {
		return nil
	}
	var list []Alternate
	for _, l := range m.site.Locales {
		list = append(list, Alternate{l.Lang, languageNames[l.Lang], m.rel(l.Prefix), m.abs(l.Prefix), l == m.loc})
	}
	return list
}

func (m *maker) homeView() *HomeView {
	set := m.site.Settings.Home
	h := &HomeView{AsOf: m.asOf(), Agenda: m.rel(m.loc.Prefix + "agenda/")}
	articles := m.loc.ByKind[content.Articles]
	if lead := m.lead(articles); lead != nil {
		h.Lead = m.card(lead)
		articles = slices.DeleteFunc(slices.Clone(articles), func(e *site.Entry) bool { return e == lead })
	}
	h.Latest = m.cards(firstN(articles, set.Latest))
	running, ahead, _ := m.site.Agenda(m.loc.Events, nil)
	h.Running = m.cardsAt(running[:min(set.Upcoming, len(running))])
	h.Upcoming = m.cardsAt(ahead[:min(set.Upcoming, len(ahead))])
	h.People = m.cards(firstN(m.sorted(content.Scientists), set.People))
	h.Places = m.cards(firstN(m.sorted(content.Places), set.Places))
	h.Topics = m.termLinks(m.loc.Terms[site.Topics])
	h.Audiences = m.termLinks(m.loc.Terms[site.Audiences])
	if l := m.mapLink(); l.URL != "" {
		h.Map = &l
	}
	return h
}

// lead is the article that the settings name, else the newest featured one,
// else the newest.
func (m *maker) lead(articles []*site.Entry) *site.Entry {
	if e := m.site.Find(content.Articles, m.site.Settings.Home.Lead, m.loc.Lang); e != nil && e.Locale == m.loc {
		return e
	}
	for _, e := range articles {
		if e.Data.(*content.Article).Featured {
			return e
		}
	}
	if len(articles) > 0 {
		return articles[0]
	}
	return nil
}

func (m *maker) asOf() Date {
	if m.site.AsOf.IsZero() {
		return Date{}
	}
	// To the second for machines: what is shown is true from then on.
	d := m.words.dateOnly(content.Time{Time: m.site.AsOf, Day: true})
	d.ISO = m.site.AsOf.Format(time.RFC3339)
	return d
}

// makeTerms makes the links to the terms, which most pages show some of.
func (m *maker) makeTerms() {
	m.terms = map[*site.Term]TermLink{}
	for _, terms := range m.loc.Terms {
		for _, t := range terms {
			m.terms[t] = TermLink{
				Name: t.Name, URL: m.rel(t.Address), Description: t.Description, Count: len(t.Entries),
				Motif: Motif{Name: cmp.Or(t.Motif, "peaks"), Seed: t.Slug},
			}
		}
	}
}

func (m *maker) termLinks(terms []*site.Term) []TermLink {
	if len(terms) == 0 {
		return nil
	}
	links := make([]TermLink, len(terms))
	for i, t := range terms {
		links[i] = m.terms[t]
	}
	return links
}

// termNames are links without what else belongs to a term: how many entries it
// has would change a thousand pages that do not say so.
func (m *maker) termNames(terms []*site.Term) []Link {
	if len(terms) == 0 {
		return nil
	}
	links := make([]Link, len(terms))
	for i, t := range terms {
		links[i] = Link{Name: t.Name, URL: m.terms[t].URL}
	}
	return links
}
