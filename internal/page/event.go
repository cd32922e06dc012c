package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kepu/internal/content"
	"kepu/internal/site"
)

// timesShown is how many times of a recurring event its page lists.
const timesShown = 12

func (m *maker) event(e *site.Entry, d *content.Event, common EntryView) *EventView {
	v := &EventView{
		EntryView: common, Card: m.eventCard(e, d), Notice: d.Notice, Venue: d.Venue, Online: d.Online,
		Term: termName(d), Except: m.except(d),
		Undertakers: m.bodies(e, d.Undertakers), CoOrganizers: m.bodies(e, d.CoOrganizers), Supporters: m.bodies(e, d.Supporters),
		Speakers: m.named(e, d.Speakers), PeopleCards: m.cards(e.Targets("scientists")), Recap: m.cards(e.Targets("recap")),
		Calendar: Subscription{Title: d.Title, URL: m.abs(e.Address + eventFile)},
	}
	v.Card.When = m.when(e, d, true)
	if len(e.Times) == 1 {
		v.Hours = m.hours(e.Times[0].Hours, e.Times[0].Closed)
		if v.Hours != "" {
			from, to := ends(e.Times[0])
			v.Card.When = m.words.span(from, to, true)
		}
	}
	if !d.PreviousStart.IsZero() {
		v.Previously = m.words.span(d.PreviousStart, content.Time{}, true)
	}
	if p := e.Named(content.Places, d.Place); p != nil {
		v.Place = m.link(p)
		v.Address, v.Map = p.Data.(*content.Place).Address, coordinates(p.At())
	}
	v.Series = m.link(e.Target("series"))
	if d.Edition > 0 {
		v.Edition = m.words.get("event.edition", d.Edition)
	}
	v.Main, v.Branches = m.link(e.Target("part_of")), m.branches(e)
	m.times(e, d, v)
	if r := d.Registration; r != nil {
		v.Registration = &RegistrationView{
			Required: r.Required, URL: r.URL, Opens: m.words.date(r.Opens), Closes: m.words.date(r.Closes),
			Capacity: r.Capacity, Fee: r.Fee, Contact: r.Contact, Note: r.Note,
		}
	}
	for _, c := range d.Changes {
		v.Changes = append(v.Changes, ChangeView{m.words.date(c.Date), c.Text})
	}
	slices.Reverse(v.Changes)
	for _, x := range d.Materials {
		v.Materials = append(v.Materials, MaterialView{x.Title, m.address(x.URL), x.Note})
	}
	return v
}

// address is one that may be a file of the site.
func (m *maker) address(url string) string {
	if path, own := strings.CutPrefix(url, "/"); own {
		return m.rel(path)
	}
	return url
}

func termName(d *content.Event) string {
	if _, term, ok := content.ParseTerm(d.On); ok && d.On != "" {
		return term.String()
	}
	return ""
}

// except names the days on which a recurring event does not take place.
func (m *maker) except(d *content.Event) string {
	if d.Repeat == "" || len(d.Except) == 0 {
		return ""
	}
	return m.dayList(d.Except)
}

// bodies names organizations, with a link where the site has their page.
func (m *maker) bodies(e *site.Entry, list []content.Body) []Link {
	var out []Link
	for _, b := range list {
		l := Link{Name: b.Name}
		if x := e.Named(content.Organizations, b.Ref); x != nil {
			l = *m.link(x)
		} else if l.Name == "" {
			l.Name = string(b.Ref)
		}
		out = append(out, l)
	}
	return out
}

// branches are the branch venues of an event, by start.
func (m *maker) branches(e *site.Entry) []BranchView {
	list := e.From(content.Events, "part_of")
	slices.SortStableFunc(list, func(x, y *site.Entry) int { return site.When(x).Compare(site.When(y)) })
	var out []BranchView
	for _, x := range list {
		c := m.card(x)
		out = append(out, BranchView{*m.link(x), c.Event.When, c.Event.Where, m.link(x.Target("organization")), c.Event.StatusText})
	}
	return out
}

// times lists sessions, stops, or the coming times of what recurs.
func (m *maker) times(e *site.Entry, d *content.Event, v *EventView) {
	times := e.Times
	switch {
	case len(d.Sessions) > 0:
		v.TimesKey = "sessions"
	case len(d.Stops) > 0:
		v.TimesKey = "stops"
	case len(e.Times) > 1:
		v.TimesKey = "times"
		for len(times) > timesShown && times[0].PhaseAt(m.site.AsOf) == site.Past {
			times = times[1:]
		}
		v.MoreTimes = max(0, len(times)-timesShown)
		times = times[:len(times)-v.MoreTimes]
	default:
		return
	}
	year := e.Times[0].Start.Year() // which the head of the page names
	for _, o := range times {
		v.Times = append(v.Times, m.timeView(e, d, o, o.Start.Year() != year))
		year = o.Start.Year()
	}
}

func (m *maker) timeView(e *site.Entry, d *content.Event, o site.Occurrence, year bool) TimeView {
	from, to := ends(o)
	t := TimeView{
		Title: partTitle(d, o.Part), When: m.words.span(from, to, year), Hours: m.hours(o.Hours, o.Closed),
		StartISO: o.Start.Format(time.RFC3339), EndISO: o.End.Format(time.RFC3339),
		Status: o.Status, StatusText: m.statusText(o.Status),
	}
	if o.Part < 0 {
		return t
	}
	if o.Place != nil {
		t.Place, t.Address = m.link(o.Place), o.Venue
		t.Map = coordinates(o.Place.At())
	} else if o.Venue != "" {
		t.Place = &Link{Name: o.Venue}
	}
	if len(d.Sessions) > 0 {
		s := d.Sessions[o.Part]
		t.Online, t.Speakers = s.Online, m.named(e, s.Speakers)
		return t
	}
	s := d.Stops[o.Part]
	t.By, t.Contact, t.Note = m.link(e.Named(content.Organizations, s.Organization)), s.Contact, s.Note
	if t.Title == "" && len(o.Cities) > 0 {
		t.Title = o.Cities[0].Name
	}
	return t
}

// series shows an observance with its dates, a conference with its editions, a
// column with its articles.
func (m *maker) series(e *site.Entry, d *content.SeriesEntry, common EntryView) *SeriesView {
	v := &SeriesView{
		EntryView: common, KindText: m.words.get("series." + d.Kind), Custom: d.Custom,
		Since: m.words.partial(d.Since), Basis: d.Basis, Website: d.Website, AsOf: m.asOf(),
		Articles: m.cards(oldestFirst(firstN(e.From(content.Articles, "series"), 3*shown))),
		Calendar: m.subscription(e),
	}
	for _, o := range e.Times {
		if o.PhaseAt(m.site.AsOf) != site.Past {
			v.Ahead = append(v.Ahead, m.observance(o))
		}
	}
	events := e.From(content.Events, "series")
	rest := slices.Clone(events)
	dates := slices.Clone(d.Dates)
	slices.SortStableFunc(dates, func(x, y content.Edition) int { return y.Year - x.Year })
	for _, x := range dates {
		view := m.edition(x)
		var in []*site.Entry
		rest = slices.DeleteFunc(rest, func(ev *site.Entry) bool {
			if !ofEdition(ev.Data.(*content.Event), x) {
				return false
			}
			in = append(in, ev)
			return true
		})
		mainFirst(in)
		view.Events = m.cards(in)
		v.Editions = append(v.Editions, view)
	}
	mainFirst(rest)
	v.Events = m.cards(firstN(rest, 3*shown))
	return v
}

// ofEdition tells whether an event belongs to an edition: by its number, else
// by its time.
func ofEdition(ev *content.Event, x content.Edition) bool {
	if ev.Edition > 0 && x.Edition > 0 {
		return ev.Edition == x.Edition
	}
	end := site.End(x.End)
	if x.End.IsZero() {
		end = site.End(x.Start)
	}
	return !x.Start.IsZero() && !ev.Start.Before(x.Start.Time) && ev.Start.Before(end)
}

// mainFirst puts main venues before their branches and both before the rest, the
// newest first.
func mainFirst(events []*site.Entry) {
	rank := func(e *site.Entry) int {
		switch {
		case len(e.From(content.Events, "part_of")) > 0:
			return 0
		case e.Target("part_of") != nil:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(events, func(x, y *site.Entry) int {
		return cmp.Or(rank(x)-rank(y), site.When(y).Compare(site.When(x)))
	})
}

func (m *maker) edition(x content.Edition) EditionView {
	v := EditionView{Year: itoa(x.Year), Scope: x.Scope, Tentative: x.Tentative, Cancelled: x.Cancelled, Source: x.Source}
	if x.Edition > 0 {
		v.Edition = m.words.get("event.edition", x.Edition)
	}
	if !x.Start.IsZero() {
		v.When = m.words.span(x.Start, x.End, false)
		if x.End.IsZero() {
			v.When = m.words.get("event.from", m.words.short(x.Start.Time))
		}
	}
	v.Themes = themes(x)
	return v
}

func themes(x content.Edition) []QuotationView {
	var list []QuotationView
	for _, t := range x.Themes {
		list = append(list, QuotationView{t.Text, t.Source})
	}
	return list
}

// observance shows a date of a series.
func (m *maker) observance(o site.Occurrence) Observance {
	from, to := ends(o)
	v := Observance{
		Name: o.Entry.Title(), URL: m.rel(o.Entry.Address), When: m.words.span(from, to, true),
		StartISO: o.Start.Format(time.RFC3339), EndISO: o.End.Format(time.RFC3339),
		Tentative: o.Status == site.Tentative, Cancelled: o.Status == site.Cancelled,
	}
	if o.Part >= 0 {
		v.Themes = themes(o.Entry.Data.(*content.SeriesEntry).Dates[o.Part])
	}
	return v
}
