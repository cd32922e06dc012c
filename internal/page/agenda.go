package page

import (
	"slices"
	"time"

	"kepu/internal/content"
	"kepu/internal/site"
)

const (
	// pastShown is how many past events an agenda lists; all of them stand in
	// the list of events.
	pastShown = 10

	// aheadShown is how many times ahead an agenda lists: some weeks of a busy
	// province. The months hold all of them.
	aheadShown = 60

	observancesShown = 12
)

// A scope is what has an agenda and a calendar of its own: the whole site, a
// term, an organization, a series, a place.
type scope struct {
	name    string
	address string       // of its page, from the site's root: "cities/changchun/"
	group   string       // "cities", "organizations", …; "" for the whole site
	of      func() *Link // its page; nil for the whole site
	entries func() []*site.Entry
	in      func(site.Occurrence) bool // which times of the entries; nil for all
}

func (s scope) agenda() string { return s.address + "agenda/" }

// timetabled keeps the events, and the series that have dates.
func timetabled(entries []*site.Entry) []*site.Entry {
	var list []*site.Entry
	for _, e := range entries {
		if len(e.Times) > 0 {
			list = append(list, e)
		}
	}
	return list
}

// makeScopes finds everything of the language that has an agenda.
func (m *maker) makeScopes() {
	all := timetabled(slices.Concat(m.loc.Events, m.loc.ByKind[content.Series]))
	if len(all) == 0 {
		return
	}
	m.scopes = []scope{{name: m.words.get("nav.agenda"), address: m.loc.Prefix, entries: func() []*site.Entry { return all }}}
	for _, tax := range []site.Taxonomy{site.Cities, site.Audiences, site.Topics} {
		for _, t := range m.loc.Terms[tax] {
			s := scope{name: t.Name, address: t.Address, group: string(tax), of: func() *Link { return &Link{Name: t.Name, URL: m.rel(t.Address)} }}
			s.entries = func() []*site.Entry { return timetabled(t.Entries) }
			if tax == site.Cities {
				s.in = func(o site.Occurrence) bool { return o.TakesPlaceIn(t) }
			}
			m.addScope(s)
		}
	}
	for _, kind := range []content.Kind{content.Series, content.Organizations, content.Places} {
		for _, e := range m.sorted(kind) {
			s := scope{name: e.Title(), address: e.Address, group: string(kind), of: func() *Link { return m.link(e) }}
			s.entries = func() []*site.Entry { return timetabled(m.held(e)) }
			s.in = within(e)
			m.addScope(s)
		}
	}
}

// held are the entries of the language whose times belong to an organization, a
// place or a series.
func (m *maker) held(e *site.Entry) []*site.Entry {
	var list []*site.Entry
	switch e.Kind {
	case content.Organizations:
		fields := []string{"organization", "undertakers", "co_organizers", "supporters", "stop_organization"}
		list = slices.Concat(e.From(content.Events, fields...), e.From(content.Series, "organization"))
	case content.Places:
		list = e.From(content.Events, "place")
	default:
		list = append(e.From(content.Events, "series"), e)
	}
	return slices.DeleteFunc(list, func(x *site.Entry) bool { return x.Locale != m.loc })
}

// within chooses the times that are at a place; of anything else all are.
func within(e *site.Entry) func(site.Occurrence) bool {
	if e.Kind != content.Places {
		return nil
	}
	return func(o site.Occurrence) bool { return o.Place == e }
}

func (m *maker) addScope(s scope) {
	if slices.ContainsFunc(s.entries(), func(e *site.Entry) bool { return s.in == nil || slices.ContainsFunc(e.Times, s.in) }) {
		m.scopes = append(m.scopes, s)
		m.scoped[s.address] = len(m.scopes) - 1
	}
}

// subscription is the calendar of an entry, nil if it has none.
func (m *maker) subscription(e *site.Entry) *Subscription {
	i, ok := m.scoped[e.Address]
	if !ok {
		return nil
	}
	s := m.subscribe(m.scopes[i])
	return &s
}

// agendas adds the page of each scope.
func (m *maker) agendas() {
	for _, s := range m.scopes {
		m.add(s.agenda(), "", func() *View { return m.agendaView(s) }, func() sitemapURL { return sitemapURL{LastMod: m.latest(s.entries())} })
	}
}

func (m *maker) agendaView(s scope) *View {
	title := s.name
	if s.of != nil {
		title = m.words.get("agenda.of", s.name)
	}
	v := m.view("agenda", "agenda", title, s.agenda())
	v.Crumbs = m.crumbs()
	if s.of != nil {
		v.Crumbs = m.crumbs(Link{Name: m.words.get("nav.agenda"), URL: m.rel(m.loc.Prefix + "agenda/")})
	}
	v.Description = m.words.get("agenda.description")
	if s.of != nil {
		v.Description = title + m.words.get("list.comma") + m.words.get("agenda.scope-description")
	}
	v.Main = m.agenda(s)
	v.Feeds = append(v.Feeds, m.calendarLink(s))
	v.data = m.listData(v)
	return v
}

func (m *maker) agenda(s scope) *AgendaView {
	var events []*site.Entry
	entries := s.entries()
	for _, e := range entries {
		if e.Kind == content.Events {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(x, y *site.Entry) int { return site.When(x).Compare(site.When(y)) })
	running, _, past := m.site.Agenda(events, s.in)
	sub := m.subscribe(s)
	a := &AgendaView{AsOf: m.asOf(), Running: m.cardsAt(running), Past: m.cardsAt(past[:min(pastShown, len(past))]), Subscribe: &sub}
	if s.of == nil {
		a.Years, a.Subscriptions = m.yearLinks(), m.rel(m.subscribeAddress())
		if len(m.loc.Events) > 0 {
			a.Data = m.rel(m.dataAddress())
		}
	} else {
		a.Of = s.of()
	}
	var ahead []site.Occurrence
	for _, o := range site.Timetable(entries, s.in) {
		switch phase := o.PhaseAt(m.site.AsOf); {
		case phase == site.Past:
		case o.Entry.Kind == content.Series:
			if len(a.Observances) < observancesShown {
				a.Observances = append(a.Observances, m.observance(o))
			}
		case phase == site.Ahead:
			ahead = append(ahead, o)
		}
	}
	if a.More = max(0, len(ahead)-aheadShown); a.More > 0 {
		k := site.MonthOf(ahead[aheadShown].Start)
		a.Rest = &Link{Name: m.words.yearMonth(k.First()), URL: m.rel(m.monthAddress(k))}
	}
	a.Days = m.byDay(ahead[:len(ahead)-a.More])
	return a
}

// byDay groups times under the day on which they begin.
func (m *maker) byDay(times []site.Occurrence) []AgendaDay {
	var days []AgendaDay
	for _, o := range times {
		iso := o.Start.Format("2006-01-02")
		if n := len(days); n == 0 || days[n-1].ISO != iso {
			d := m.day(o.Start)
			if n > 0 && days[n-1].ISO[:4] == iso[:4] {
				d.Year = ""
			}
			days = append(days, d)
		}
		d, day := &days[len(days)-1], dayOf(o.Start)
		if !sameDay(day, lastDay(o)) {
			day = time.Time{} // it stands here once, for all its days
		}
		d.Slots = append(d.Slots, m.slot(o, day))
	}
	return days
}
