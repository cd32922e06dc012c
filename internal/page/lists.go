package page

import (
	"cmp"
	"slices"
	"time"

	"kepu/internal/content"
	"kepu/internal/site"
)

// A list is a run of entries that is shown page by page.
type list struct {
	section string
	title   string
	address string
	intro   string
	motif   *Motif
	entries []*site.Entry
	group   func([]*site.Entry) []Group // nil: one group without a heading
	whole   bool                        // on one page, however long
	crumbs  []Link
	feed    bool
	others  []TermLink
	agenda  string   // address of the agenda of the same
	readers *Readers // for the first page
}

// addList makes the pages of a list: address, address/page/2/ …
func (m *maker) addList(l list) {
	size := m.site.Settings.Lists.PageSize
	if l.whole {
		size = max(1, len(l.entries))
	}
	pages := max(1, (len(l.entries)+size-1)/size)
	for n := 1; n <= pages; n++ {
		part := l.entries[(n-1)*size : min(n*size, len(l.entries))]
		m.add(pageAddress(l.address, n), "", func() *View {
			v := m.view("list", l.section, l.title, pageAddress(l.address, n))
			if n > 1 {
				v.HeadTitle = l.title + " " + m.words.get("list.page", n) + " - " + m.chrome.Title
			}
			v.Description = cmp.Or(l.intro, l.title+" - "+m.chrome.Description)
			v.Crumbs = l.crumbs
			if l.feed {
				v.Feeds = append(v.Feeds, m.feedLink(l.title, l.address))
			}
			main := &ListView{Agenda: l.agenda, Intro: l.intro, Motif: l.motif, Total: len(l.entries), Children: l.others, Pager: m.pager(l.address, n, pages)}
			if n == 1 {
				main.Readers = l.readers
			}
			if l.group != nil {
				main.Groups = l.group(part)
			} else {
				main.Groups = []Group{{Cards: m.cards(part)}}
			}
			v.Main = main
			v.data = m.listData(v)
			return v
		}, func() sitemapURL { return sitemapURL{LastMod: m.latest(part)} })
	}
}

func pageAddress(address string, n int) string {
	if n == 1 {
		return address
	}
	return address + "page/" + itoa(n) + "/"
}

// pager links the pages near the current one, the first and the last.
func (m *maker) pager(address string, n, pages int) *Pager {
	if pages < 2 {
		return nil
	}
	url := func(i int) string { return m.rel(pageAddress(address, i)) }
	p := &Pager{Page: n, Pages: pages, First: url(1), Last: url(pages)}
	if n > 1 {
		p.Previous = url(n - 1)
	}
	if n < pages {
		p.Next = url(n + 1)
	}
	last := 0
	for _, i := range []int{1, n - 1, n, n + 1, pages} {
		if i <= last || i > pages {
			continue
		}
		if i > last+1 {
			p.Items = append(p.Items, PagerItem{})
		}
		item := PagerItem{N: i}
		if i != n {
			item.URL = url(i)
		}
		p.Items = append(p.Items, item)
		last = i
	}
	return p
}

func (m *maker) kindLists() {
	for _, kind := range content.Kinds {
		if kind == content.Pages || kind == content.Scientists || kind == content.Organizations || len(m.loc.ByKind[kind]) == 0 {
			continue // these two have lists of their own
		}
		l := list{
			section: string(kind), title: m.words.get("kind." + string(kind)), intro: m.words.or("intro."+string(kind), ""),
			address: m.loc.Prefix + string(kind) + "/", crumbs: m.crumbs(), entries: m.loc.ByKind[kind], whole: true,
		}
		switch kind {
		case content.Articles:
			l.whole = false
		case content.Editions:
			l.whole, l.feed = false, true
		case content.Events:
			l.section, l.whole = "agenda", false
		case content.Places:
			l.entries = m.sorted(kind)
			if to := m.mapLink(); to.URL != "" {
				l.others = []TermLink{{Name: to.Name, URL: to.URL, Description: m.words.get("map.intro"), Motif: Motif{"peaks", "map"}}}
			}
			l.group = m.groupBy(nil, func(e *site.Entry) (string, string) {
				if c := e.Of(site.Cities); len(c) > 0 {
					return c[0].Slug, c[0].Name
				}
				return "other", m.words.get("list.other")
			})
		case content.Honours:
			l.entries = m.sorted(kind)
			l.group = m.groupBy(honourLevels, func(e *site.Entry) (string, string) {
				k := cmp.Or(e.Data.(*content.Award).Level, "other")
				return k, m.words.get("level." + k)
			})
		case content.Series:
			l.entries = m.sorted(kind)
			l.group = m.groupBy(seriesKinds, func(e *site.Entry) (string, string) {
				k := e.Data.(*content.SeriesEntry).Kind
				return k, m.words.get("series." + k)
			})
		}
		m.addList(l)
	}
}

var (
	honourLevels = []string{"international", "national", "provincial", "city", "society", "other"}
	seriesKinds  = []string{"observance", "campaign", "conference", "contest", "column"}
)

// groupBy gathers entries under headings, in the order given or else in that
// of first appearance.
func (m *maker) groupBy(order []string, of func(*site.Entry) (id, name string)) func([]*site.Entry) []Group {
	return func(entries []*site.Entry) []Group {
		var groups []Group
		known := map[string]int{}
		for _, e := range entries {
			id, name := of(e)
			i, ok := known[id]
			if !ok {
				i = len(groups)
				groups, known[id] = append(groups, Group{Name: name, ID: id}), i
			}
			groups[i].Cards = append(groups[i].Cards, m.card(e))
		}
		if order != nil {
			slices.SortStableFunc(groups, func(x, y Group) int {
				return slices.Index(order, x.ID) - slices.Index(order, y.ID)
			})
		}
		return groups
	}
}

// byLetter groups people under the first letter of their pinyin.
func (m *maker) byLetter(entries []*site.Entry) []Group {
	return m.groupBy(nil, func(e *site.Entry) (string, string) {
		name := site.Letter(e)
		return letterID(name), name
	})(entries)
}

// termLists makes a list for each topic, audience and city, and a page that
// names them all.
func (m *maker) termLists() {
	readers := m.readersOf()
	for _, tax := range site.Taxonomies {
		terms := m.loc.Terms[tax]
		if len(terms) == 0 {
			continue
		}
		title := m.words.get("nav." + string(tax))
		index := m.loc.Prefix + string(tax) + "/"
		m.page(index, "", func() *View {
			v := m.view("terms", string(tax), title, index)
			v.Crumbs = m.crumbs()
			v.Description = cmp.Or(m.words.or("intro."+string(tax), ""), title+" - "+m.chrome.Description)
			v.Main = &TermsView{Intro: m.words.or("intro."+string(tax), ""), Terms: m.termLinks(terms)}
			v.data = m.listData(v)
			return v
		})
		for _, t := range terms {
			agenda := ""
			if i, ok := m.scoped[t.Address]; ok {
				agenda = m.rel(m.scopes[i].agenda())
			}
			m.addList(list{
				agenda: agenda, readers: readers[t], section: string(tax), title: t.Name, address: t.Address, intro: t.Description, feed: true,
				motif:   &Motif{Name: cmp.Or(t.Motif, "peaks"), Seed: t.Slug},
				entries: t.Entries, crumbs: m.crumbs(Link{Name: title, URL: m.rel(index)}),
			})
		}
	}
}

// archive lists articles by year, and within a year by month.
func (m *maker) archive() {
	articles := m.loc.ByKind[content.Articles]
	if len(articles) == 0 {
		return
	}
	index := m.loc.Prefix + "archive/"
	title := m.words.get("nav.archive")
	var years []TermLink
	for rest := articles; len(rest) > 0; {
		year := site.When(rest[0]).Year()
		n := slices.IndexFunc(rest, func(e *site.Entry) bool { return site.When(e).Year() != year })
		if n < 0 {
			n = len(rest)
		}
		address := index + itoa(year) + "/"
		name := m.words.get("archive.year", year)
		years = append(years, TermLink{Name: name, URL: m.rel(address), Count: n, Motif: Motif{"peaks", itoa(year)}})
		m.addList(list{
			section: "archive", title: m.words.get("archive.of", year), address: address, entries: rest[:n],
			group: m.byMonth, crumbs: m.crumbs(Link{Name: title, URL: m.rel(index)}),
		})
		rest = rest[n:]
	}
	m.page(index, "", func() *View {
		v := m.view("terms", "archive", title, index)
		v.Crumbs = m.crumbs()
		v.Main = &TermsView{Terms: years}
		v.data = m.listData(v)
		return v
	})
}

func (m *maker) byMonth(entries []*site.Entry) []Group {
	var year int
	var month time.Month
	var id, name string
	return m.groupBy(nil, func(e *site.Entry) (string, string) {
		t := site.When(e)
		if y, mon, _ := t.Date(); y != year || mon != month { // neighbours mostly share theirs
			year, month = y, mon
			id, name = t.Format("m2006-01"), m.words.yearMonth(t)
		}
		return id, name
	})(entries)
}
