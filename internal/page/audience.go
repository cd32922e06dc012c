package page

import (
	"cmp"
	"slices"
	"sync"

	"kepu/internal/content"
	"kepu/internal/site"
)

// ReadersView: template "readers": what is new and what is coming for an
// audience in a city. Where nothing is coming it shows what has been.
type ReadersView struct {
	Intro    string
	Motif    Motif // of the audience
	AsOf     Date  // the lists of events are true of this day
	Upcoming []*Card
	Past     []*Card
	Latest   []*Card // articles
	More     []Link  // all for the audience, all of the city, its agenda
}

// Readers leads from the list of an audience to its readers in each city, from
// that of a city to its readers of each audience.
type Readers struct {
	Title string
	Links []Link
}

// news is what a page shows of some entries, as much as fits on one.
type news struct {
	articles []*site.Entry     // the newest first
	dated    []*site.Entry     // articles and events as a feed has them
	ahead    []site.Occurrence // running and coming, by start
	past     []site.Occurrence // the latest first
}

// newsOf looks through entries, the newest first, when somebody asks: several
// pages show the same. in chooses among the times of events, nil takes them all.
func (m *maker) newsOf(entries []*site.Entry, in func(site.Occurrence) bool) func() news {
	return sync.OnceValue(func() news {
		var n news
		var events []*site.Entry
		for _, e := range entries {
			if e.Kind == content.Events {
				events = append(events, e)
			} else {
				n.articles = append(n.articles, e)
			}
		}
		n.dated = m.dated(entries)
		slices.Reverse(events)
		running, ahead, past := m.site.Agenda(events, in)
		n.ahead, n.past = append(running, ahead...), past
		return m.fit(n)
	})
}

// fit leaves of news what a page and a feed have room for.
func (m *maker) fit(n news) news {
	set := m.site.Settings.Lists
	slices.SortStableFunc(n.articles, func(x, y *site.Entry) int {
		return cmp.Or(site.When(y).Compare(site.When(x)), cmp.Compare(x.Key, y.Key))
	})
	sortByDate(n.dated)
	slices.SortStableFunc(n.ahead, byStart)
	slices.SortStableFunc(n.past, func(x, y site.Occurrence) int { return byStart(y, x) })
	n.articles, n.dated = firstN(n.articles, set.PageSize), firstN(n.dated, set.FeedSize)
	n.ahead, n.past = n.ahead[:min(shown, len(n.ahead))], n.past[:min(pastShown, len(n.past))]
	return n
}

func byStart(x, y site.Occurrence) int {
	return cmp.Or(x.Start.Compare(y.Start), cmp.Compare(x.Entry.Key, y.Entry.Key))
}

// readers adds a page and a feed for each audience in each city that has
// something for it.
func (m *maker) readers() {
	ofCity, ofAudience := map[*site.Term]func() news{}, map[*site.Term]func() news{}
	for _, r := range m.readerships {
		in := func(o site.Occurrence) bool { return o.TakesPlaceIn(r.City) }
		if ofCity[r.City] == nil {
			ofCity[r.City] = m.newsOf(r.OfCity, in)
		}
		if ofAudience[r.Audience] == nil {
			ofAudience[r.Audience] = m.newsOf(r.OfAudience, nil)
		}
		parts := [...]func() news{m.newsOf(r.Own, in), ofCity[r.City], ofAudience[r.Audience]}
		all := sync.OnceValue(func() news {
			var n news
			for _, part := range parts {
				p := part()
				n.articles, n.dated = append(n.articles, p.articles...), append(n.dated, p.dated...)
				n.ahead, n.past = append(n.ahead, p.ahead...), append(n.past, p.past...)
			}
			return m.fit(n)
		})
		title := m.words.get("readers.title", r.Audience.Name, r.City.Name)
		about := m.words.get("readers.description", r.Audience.Name, r.City.Name)
		m.add(r.Address, "", func() *View { return m.readersView(r, title, about, all()) }, func() sitemapURL {
			return sitemapURL{LastMod: m.latest(all().dated)}
		})
		m.feed(r.Address, title+" - "+m.chrome.Title, about, func() []*site.Entry { return all().dated })
	}
}

func (m *maker) readersView(r site.Readership, title, about string, n news) *View {
	v := m.view("readers", string(site.Audiences), title, r.Address)
	v.Description = about
	v.Crumbs = m.crumbs(
		Link{Name: m.words.get("nav.audiences"), URL: m.rel(m.loc.Prefix + string(site.Audiences) + "/")},
		Link{Name: r.Audience.Name, URL: m.rel(r.Audience.Address)},
	)
	v.Feeds = append(v.Feeds, m.feedLink(title, r.Address))
	main := &ReadersView{
		Intro: about, Motif: m.terms[r.Audience].Motif, AsOf: m.asOf(),
		Upcoming: m.cardsAt(n.ahead), Latest: m.cards(n.articles), More: m.termNames([]*site.Term{r.Audience, r.City}),
	}
	if len(n.ahead) == 0 {
		main.Past = m.cardsAt(n.past)
	}
	if i, ok := m.scoped[r.City.Address]; ok {
		main.More = append(main.More, Link{Name: m.words.get("agenda.of", r.City.Name), URL: m.rel(m.scopes[i].agenda())})
	}
	v.Main = main
	v.data = m.listData(v)
	return v
}

// readersOf makes what the list of each audience and of each city leads to.
func (m *maker) readersOf() map[*site.Term]*Readers {
	all := map[*site.Term]*Readers{}
	link := func(from, to *site.Term, address string) {
		if all[from] == nil {
			all[from] = &Readers{Title: m.words.get("readers.of-"+string(from.Taxonomy), from.Name)}
		}
		all[from].Links = append(all[from].Links, Link{Name: to.Name, URL: m.rel(address)})
	}
	for _, r := range m.readerships {
		link(r.Audience, r.City, r.Address)
		link(r.City, r.Audience, r.Address)
	}
	return all
}
