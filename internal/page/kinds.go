package page

import (
	"cmp"
	"slices"
	"strconv"
	"sync"

	"kepu/internal/content"
	"kepu/internal/site"
)

func itoa(n int) string { return strconv.Itoa(n) }

// shown bounds the lists of other entries on an entry's page.
const shown = 12

func (m *maker) article(e *site.Entry, d *content.Article, common EntryView) *ArticleView {
	a := &ArticleView{
		EntryView: common, Authors: d.Authors, Reviewers: d.Reviewers,
		People: m.cards(e.Targets("scientists")), Events: m.cards(e.Targets("events")), Places: m.cards(e.Targets("places")),
		Issues: m.issuesOf(e),
	}
	if s := e.Target("series"); s != nil {
		a.Series = m.link(s)
		run := m.runs[s]()
		if len(run.parts) <= shown {
			a.InSeries = m.links(run.parts)
		}
		a.SeriesNext = m.link(run.after[e])
	}
	return a
}

// A run is the articles of a series, the oldest first, with the one after each.
type run struct {
	parts []*site.Entry
	after map[*site.Entry]*site.Entry
}

// makeRuns prepares the runs of all series, each to be gathered when it is
// needed first: every part shows its neighbours.
func makeRuns(entries []*site.Entry) map[*site.Entry]func() run {
	runs := map[*site.Entry]func() run{}
	for _, s := range entries {
		if s.Kind != content.Series {
			continue
		}
		runs[s] = sync.OnceValue(func() run {
			r := run{oldestFirst(s.From(content.Articles, "series")), map[*site.Entry]*site.Entry{}}
			for i := 1; i < len(r.parts); i++ {
				r.after[r.parts[i-1]] = r.parts[i]
			}
			return r
		})
	}
	return runs
}

func oldestFirst(list []*site.Entry) []*site.Entry {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// named names persons, with a link where the site has a profile.
func (m *maker) named(e *site.Entry, list []content.Person) []PersonLink {
	var out []PersonLink
	for _, p := range list {
		l := PersonLink{Name: p.Name, Role: p.Role}
		if p.Ref != "" {
			l.Name = cmp.Or(p.Name, string(p.Ref))
			if x := e.Named(content.Scientists, p.Ref); x != nil {
				l.Name, l.URL, l.Lang = cmp.Or(p.Name, x.Title()), m.rel(x.Address), m.foreign(x.Lang)
			}
		}
		out = append(out, l)
	}
	return out
}

// facts keeps the pairs that have a value.
func facts(pairs ...NamedText) []NamedText {
	return slices.DeleteFunc(pairs, func(p NamedText) bool { return p.Text == "" })
}

func (m *maker) organization(e *site.Entry, d *content.Organization, common EntryView) *OrganizationView {
	w := m.words
	v := &OrganizationView{
		EntryView: common, KindText: w.get("organization." + d.Kind), Short: d.Short,
		Parent: m.link(m.parent(e)),
		Facts: facts(NamedText{w.get("fact.founded"), w.partial(d.Founded)}, NamedText{w.get("fact.address"), d.Address},
			NamedText{w.get("fact.phone"), d.Phone}, NamedText{w.get("fact.email"), d.Email}),
		Website:  d.Website,
		Articles: m.cards(firstN(e.From(content.Articles, "organization"), shown)),
		Places:   m.cards(firstN(e.Referring(content.Places, "organization"), shown)),
		AsOf:     m.asOf(), Calendar: m.subscription(e),
	}
	v.Upcoming, v.Events = m.aheadAndPast(e)
	v.Honours = m.cards(firstN(e.Referring(content.Honours, "by", "organization", "institutions"), shown))
	v.Hosts = m.links(e.Referring(content.Organizations, "host"))
	if d.Host != nil {
		host := m.bodies(e, []content.Body{*d.Host})[0]
		v.Host = &host
	}
	if br := m.loc.Branch(e); br.Below > 0 {
		v.Below, v.All = br.Below, m.rel(e.Address+"all/")
		v.Children = m.orgNodes(br.Children, false)
	}
	var people []*site.Entry
	if value := m.loc.Facet("institution").Of(e); value != nil {
		people = value.People
		if n := len(people); n > shown {
			v.MorePeople = &Link{Name: m.words.get("people.all", n), URL: m.rel(m.facetAddress("institution", value.Slug))}
		}
	}
	for _, x := range e.Referring(content.Scientists, "organization", "affiliations", "education") {
		if x.Locale != m.loc { // who has no profile in the language
			people = append(slices.Clip(people), x)
		}
	}
	v.People = m.cards(firstN(people, shown))
	return v
}

func byKey(list []*site.Entry) []*site.Entry {
	slices.SortFunc(list, func(x, y *site.Entry) int { return cmp.Compare(x.Key, y.Key) })
	return list
}

// aheadAndPast splits the events that an organization or a place holds: running
// and coming ones by start, past ones with the latest first.
func (m *maker) aheadAndPast(e *site.Entry) (ahead, past []*Card) {
	events := slices.DeleteFunc(m.held(e), func(x *site.Entry) bool { return x.Kind != content.Events })
	slices.SortFunc(events, func(x, y *site.Entry) int {
		return cmp.Or(site.When(x).Compare(site.When(y)), cmp.Compare(x.Key, y.Key))
	})
	running, next, gone := m.site.Agenda(events, within(e))
	next = append(running, next...)
	return m.cardsAt(next[:min(shown, len(next))]), m.cardsAt(gone[:min(shown, len(gone))])
}
