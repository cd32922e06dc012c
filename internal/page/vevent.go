package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/ical"
	"kepu/internal/site"
)

// uid is the identity of an event, or of a part of it, in calendars. It says
// where it comes from, so that no other site's can be the same; a part follows
// after a character that no path has. Translations, which other readers are
// told, have identities of their own.
func (m *maker) uid(e *site.Entry, part string) string {
	id := escapePath(m.loc.Prefix + site.UID(e))
	if part != "" {
		id += "#" + escapePath(part)
	}
	return id + "@" + m.host()
}

// host is the name of the site's server, with its port if there is one.
func (b *book) host() string {
	return strings.TrimPrefix(strings.TrimPrefix(b.site.Origin, "https://"), "http://")
}

// makeComponents makes one for each session, stop or edition, and one with a
// rule for what recurs.
func (m *maker) makeComponents(e *site.Entry) []component {
	ev, ok := e.Data.(*content.Event)
	switch {
	case !ok:
		return m.editionEvents(e)
	case len(ev.Sessions) > 0 || len(ev.Stops) > 0:
		return m.partEvents(e, ev)
	case ev.On != "" && ev.Repeat != "":
		var list []component
		in := map[int]int{}
		for _, o := range e.Times { // no RRULE could say it
			id := itoa(o.Start.Year())
			if in[o.Start.Year()]++; in[o.Start.Year()] > 1 {
				id = o.Start.Format("2006-01-02")
			}
			list = append(list, component{event: m.vevent(e, ev, o, id), at: o})
		}
		return list
	}
	x := m.vevent(e, ev, e.Times[0], "")
	m.recur(e, ev, x)
	return []component{{event: x, at: e.Times[0]}}
}

// recur gives an event its rule with all that departs from it.
func (m *maker) recur(e *site.Entry, ev *content.Event, x *ical.Event) {
	rule, err := calendar.ParseRule(ev.Repeat)
	first, last := e.Times[0], e.Times[len(e.Times)-1]
	if ev.Repeat == "" || err != nil {
		for _, o := range e.Times[1:] {
			x.Extra = append(x.Extra, o.Start)
		}
		return
	}
	// The first of the rule, which may be among the exceptions.
	whole := first.Moved(ev.Start.Time)
	x.Start, x.End = whole.Start, whole.End
	x.Rule = rule.RRule(ev.Start.Time, first.Day)
	given, except, end := map[int64]bool{}, content.DatesOf(ev.Except), last.Start
	for _, c := range ev.Except {
		if day := site.End(content.Time{Time: c.Time, Day: true}); day.After(end) {
			end = day
		}
	}
	for t := range rule.Starts(ev.Start.Time) {
		if t.After(end) {
			break
		}
		given[t.Unix()] = true
		if except.Cover(t) {
			x.Except = append(x.Except, t)
		}
	}
	for _, o := range e.Times {
		if !given[o.Start.Unix()] {
			x.Extra = append(x.Extra, o.Start)
		}
	}
	if first.Open {
		x.End = time.Time{}
	}
}

// partEvents are the sessions or stops, and above sessions that lie within
// whole days the event itself.
func (m *maker) partEvents(e *site.Entry, ev *content.Event) []component {
	var list []component
	parent := ""
	if ev.Spans() && ev.Start.Day {
		o := e.Times[0]
		o.Part, o.Start, o.End, o.Day, o.Open, o.Status = -1, ev.Start.Time, site.End(ev.End), true, false, site.StatusOf(ev)
		o.Place, o.Venue, o.Online, o.Hours = e.Named(content.Places, ev.Place), ev.Venue, ev.Online, nil
		x := m.vevent(e, ev, o, "")
		list, parent = append(list, component{event: x, at: o, holds: true}), x.UID
	}
	for _, o := range e.Times {
		x := m.vevent(e, ev, o, partID(ev, o.Part))
		if title := partTitle(ev, o.Part); title != "" {
			x.Summary += m.words.get("ics.part", title)
		}
		x.Parent = parent
		list = append(list, component{event: x, at: o})
	}
	return list
}

// partID names a session or a stop: by its id, else by its position.
func partID(ev *content.Event, i int) string {
	if len(ev.Sessions) > 0 {
		return cmp.Or(ev.Sessions[i].ID, itoa(i+1))
	}
	return cmp.Or(ev.Stops[i].ID, itoa(i+1))
}

// vevent is one component.
func (m *maker) vevent(e *site.Entry, ev *content.Event, o site.Occurrence, part string) *ical.Event {
	x := m.base(e, o, part)
	x.Sequence = len(ev.Changes) // RFC 5545 §3.8.7.4
	x.Description, x.Contact = m.about(e, ev, o), m.contact(e, ev)
	x.Conference = o.Online
	x.Location, x.Geo = m.location(o)
	if len(ev.Sessions)+len(ev.Stops) > 1 {
		x.RefID = site.UID(e)
	}
	for _, r := range e.Targets("recap") {
		x.Links = append(x.Links, ical.Link{URL: m.abs(r.Address), Rel: "related", Label: r.Title()})
	}
	for _, d := range ev.Materials {
		address := m.address(d.URL)
		if strings.HasPrefix(address, "/") {
			address = m.site.Origin + address
		}
		x.Links = append(x.Links, ical.Link{URL: address, Rel: "related", Label: d.Title})
	}
	return x
}

// base is what events and observances have alike.
func (m *maker) base(e *site.Entry, o site.Occurrence, part string) *ical.Event {
	base := e.Data.Base()
	x := &ical.Event{
		UID: m.uid(e, part), Stamp: changed(e), Created: base.Date.Time, Modified: changed(e),
		Start: o.Start, End: o.End, Day: o.Day, URL: m.abs(e.Address), Transparent: o.Day,
		Summary: base.Title, Status: "CONFIRMED",
	}
	if o.Open {
		x.End = time.Time{}
	}
	switch o.Status {
	case site.Tentative:
		x.Status = "TENTATIVE"
	case site.Postponed: // calendars know no such state: the day is not certain
		x.Status, x.Summary = "TENTATIVE", m.marked(o.Status)+x.Summary
	case site.Cancelled: // some calendars only strike it out, some hide it
		x.Status, x.Summary = "CANCELLED", m.marked(o.Status)+x.Summary
	}
	for _, t := range e.Of(site.Topics) {
		x.Categories = append(x.Categories, t.Name)
	}
	if c := m.card(e).Cover; c != nil {
		x.Image = m.site.Origin + c.URL
	}
	return x
}

func (m *maker) marked(status string) string { return "【" + m.words.get("status."+status) + "】" }

// changed is when an entry last changed, by its own account: never the clock's.
func changed(e *site.Entry) time.Time {
	base := e.Data.Base()
	t := base.Date.Time
	later := func(x content.Time) {
		if x.After(t) {
			t = x.Time
		}
	}
	later(base.Updated)
	if ev, ok := e.Data.(*content.Event); ok {
		for _, c := range ev.Changes {
			later(c.Date)
		}
	}
	if t.IsZero() {
		return zeroDate
	}
	return t
}

// about is the text that a reader sees on a phone, without a way to follow up
// but the address at its end.
func (m *maker) about(e *site.Entry, ev *content.Event, o site.Occurrence) string {
	w := m.words
	var lines []string
	add := func(s string) {
		if s != "" {
			lines = append(lines, s)
		}
	}
	add(ev.Notice)
	if n := len(ev.Changes); n > 0 {
		last := ev.Changes[n-1]
		add(w.get("ics.change", w.short(last.Date.Time), last.Text))
	}
	add(summary(e))
	if h := m.hours(o.Hours, o.Closed); h != "" {
		add(w.get("ics.hours", h))
	}
	if o.Status == site.Tentative {
		add(w.get("ics.tentative"))
	}
	if r := ev.Registration; r != nil {
		if !r.Closes.IsZero() {
			add(w.get("ics.closes", w.date(r.Closes).Text))
		}
		if r.Fee != "" {
			add(w.get("ics.fee", r.Fee))
		}
		if r.URL != "" {
			add(w.get("ics.register", r.URL))
		}
	}
	if o.Online != "" {
		add(w.get("ics.online", o.Online))
	}
	add(w.get("ics.details", m.abs(e.Address)))
	return strings.Join(lines, "\n")
}

// contact names who is in charge and how to ask. iCalendar's ORGANIZER is for
// invitations.
func (m *maker) contact(e *site.Entry, ev *content.Event) string {
	var parts []string
	if o := e.Target("organization"); o != nil {
		parts = append(parts, o.Title())
	}
	if ev.Registration != nil && ev.Registration.Contact != "" {
		parts = append(parts, ev.Registration.Contact)
	}
	return strings.Join(parts, m.words.get("list.comma"))
}

// location is one line, as maps on phones look it up, and the coordinates.
func (m *maker) location(o site.Occurrence) (string, *ical.Geo) {
	if o.Place == nil {
		return cmp.Or(o.Venue, o.Online), nil
	}
	place := o.Place.Data.(*content.Place)
	parts := []string{strings.TrimSpace(o.Place.Title() + " " + o.Venue)}
	if place.Address != "" {
		parts = append(parts, place.Address)
	}
	var geo *ical.Geo
	if c := o.Place.At(); c != nil {
		geo = &ical.Geo{Lat: c.Lat, Lng: c.Lng}
	}
	return strings.Join(parts, m.words.get("list.comma")), geo
}

// editionEvents are the dates of a series. What a rule gives becomes certain
// once it is confirmed, under the same identity: SEQUENCE rises on the way from
// the rule's date over an announced one to a confirmed or a cancelled one.
func (m *maker) editionEvents(e *site.Entry) []component {
	d := e.Data.(*content.SeriesEntry)
	var list []component
	for _, o := range e.Times {
		year := o.Start.Year()
		id := itoa(year)
		if o.Part >= 0 && slices.ContainsFunc(d.Dates[:o.Part], func(x content.Edition) bool { return x.Year == year }) {
			id += "-" + itoa(o.Part+1) // further ones of a year by their place in the list
		}
		x := m.base(e, o, id)
		lines := []string{summary(e)}
		if o.Part >= 0 {
			x.Sequence = map[string]int{site.Tentative: 1, site.Scheduled: 2, site.Cancelled: 3}[o.Status]
			for _, t := range d.Dates[o.Part].Themes {
				lines = append(lines, m.words.get("ics.theme", t.Text))
			}
		} else if o.Status == site.Tentative {
			x.Summary += m.words.brackets(m.words.get("status.tentative"))
			lines = append(lines, m.words.get("ics.tentative"))
		}
		x.Description = strings.Join(append(lines, m.words.get("ics.details", m.abs(e.Address))), "\n")
		list = append(list, component{event: x, at: o})
	}
	return list
}

// deadlines are the ends of registration as points in time.
func (m *maker) deadlines() []component {
	var list []component
	for _, e := range m.loc.Events {
		ev := e.Data.(*content.Event)
		r := ev.Registration
		if r == nil || r.Closes.IsZero() || len(e.Times) == 0 {
			continue
		}
		o := site.Occurrence{Entry: e, Part: -1, Start: r.Closes.Time, End: site.End(r.Closes), Day: r.Closes.Day, Open: !r.Closes.Day, Status: site.StatusOf(ev)}
		x := m.base(e, o, "registration")
		x.Summary = m.words.get("ics.closing", x.Summary)
		x.Sequence, x.Contact, x.Transparent = len(ev.Changes), m.contact(e, ev), true
		lines := []string{m.when(e, ev, true), m.where(e)}
		if isWeb(r.URL) {
			lines = append(lines, m.words.get("ics.register", r.URL))
		}
		x.Description = strings.Join(append(lines, m.words.get("ics.details", m.abs(e.Address))), "\n")
		list = append(list, component{event: x, at: o, digest: artifact.DigestOf(x)})
	}
	return list
}
