package page

import (
	"strings"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/site"
)

// ends gives the two ends of an occurrence as an editor would write them: the
// last day of whole days, no end where none is known.
func ends(o site.Occurrence) (from, to content.Time) {
	from = content.Time{Time: o.Start, Day: o.Day}
	switch {
	case o.Open:
		return from, content.Time{}
	case o.EndDay:
		return from, content.Time{Time: o.End.AddDate(0, 0, -1), Day: true}
	case o.Day:
		return from, content.Time{Time: o.End.AddDate(0, 0, -1), Day: true}
	}
	return from, content.Time{Time: o.End}
}

// span is from when to when an event is, in all: no end where none is known, or
// where it goes on for ever.
func span(e *site.Entry, d *content.Event) (from, to content.Time) {
	if d.Spans() || len(e.Times) == 0 {
		return d.Start, d.End
	}
	from, _ = ends(e.Times[0])
	last := e.Times[0]
	for _, o := range e.Times {
		if o.End.After(last.End) {
			last = o
		}
	}
	if rule, err := calendar.ParseRule(d.Repeat); err == nil && d.Repeat != "" && rule.Endless() {
		return from, to
	}
	_, to = ends(last)
	return from, to
}

// lastDay is the last day of an occurrence, at midnight.
func lastDay(o site.Occurrence) time.Time { return dayOf(o.End.Add(-time.Second)) }

func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// longDays is how many days an occurrence lasts before a calendar shows it
// beside the days instead of on each of them.
const longDays = 7

func isLong(o site.Occurrence) bool {
	return lastDay(o).After(dayOf(o.Start).AddDate(0, 0, longDays-1))
}

// openOn tells whether an occurrence that lasts several days is open on one.
func openOn(o site.Occurrence, day time.Time) bool {
	if len(o.Hours) > 0 && len(o.Hours.On(day.Weekday())) == 0 {
		return false
	}
	return len(o.Closed) == 0 || !content.DatesOf(o.Closed).Cover(day)
}

func (m *maker) statusText(status string) string {
	if status == site.Scheduled {
		return ""
	}
	return m.words.get("status." + status)
}

// hours writes opening hours, with the days on which it is closed all the same.
func (m *maker) hours(h calendar.Hours, closed []content.Time) string {
	if len(h) == 0 {
		return ""
	}
	s := h.Phrase(m.loc.Lang)
	if len(closed) > 0 {
		s += m.words.brackets(m.words.get("event.closed", m.dayList(closed)))
	}
	return s
}

// dayList names days: 10月1日、10月8日.
func (m *maker) dayList(days []content.Time) string {
	names := make([]string, len(days))
	for i, d := range days {
		names[i] = m.words.short(d.Time)
	}
	return strings.Join(names, m.words.get("list.and"))
}

// slot shows an occurrence in a calendar, on a day if it is shown day by day.
func (m *maker) slot(o site.Occurrence, day time.Time) Slot {
	card := m.card(o.Entry)
	s := Slot{
		URL: card.URL, Title: card.Title, Lang: card.Lang, Example: card.Example, Where: m.whereOf(o),
		Status: o.Status, StatusText: m.statusText(o.Status), Observance: o.Entry.Kind == content.Series,
		StartISO: o.Start.Format(time.RFC3339), EndISO: o.End.Format(time.RFC3339),
	}
	from, to := ends(o)
	switch {
	case len(o.Hours) > 0 && !day.IsZero():
		s.Time = clocks(o.Hours.On(day.Weekday()))
	case !o.Day && sameDay(o.Start, lastDay(o)):
		s.Time = o.Start.Format("15:04")
		if !o.Open {
			s.Time += to.Format("–15:04")
		}
	case !sameDay(o.Start, lastDay(o)):
		s.Time = m.words.span(from, to, false)
	}
	if ev, ok := o.Entry.Data.(*content.Event); ok {
		s.Part = partTitle(ev, o.Part)
		if w := site.RegistrationOf(o.Entry); w != nil && ev.Registration != nil && !ev.Registration.Closes.IsZero() {
			s.CloseISO = w.Closes.Format(time.RFC3339)
		}
	}
	return s
}

func partTitle(ev *content.Event, part int) string {
	switch {
	case part < 0:
	case len(ev.Sessions) > 0:
		return ev.Sessions[part].Title
	case len(ev.Stops) > 0:
		return ev.Stops[part].Title
	}
	return ""
}

func clocks(hours []calendar.OpenHours) string {
	var spans []string
	for _, h := range hours {
		spans = append(spans, calendar.Clock(h.Open)+"–"+calendar.Clock(h.Close))
	}
	return strings.Join(spans, " ")
}

// whereOf says where an occurrence is: city, place, or that it is online.
func (m *maker) whereOf(o site.Occurrence) string {
	var parts []string
	cities := o.Cities
	if len(cities) == 0 && o.Part < 0 {
		cities = o.Entry.Of(site.Cities)
	}
	if len(cities) == 1 && o.Entry.Kind == content.Events { // of several, which one would be a guess
		parts = append(parts, cities[0].Name)
	}
	switch {
	case o.Place != nil:
		parts = append(parts, strings.TrimSpace(o.Place.Title()+" "+o.Venue))
	case o.Venue != "":
		parts = append(parts, o.Venue)
	}
	if o.Online != "" {
		parts = append(parts, m.words.get("event.online"))
	}
	return strings.Join(parts, " · ")
}

// where says where an event is, in all.
func (m *maker) where(e *site.Entry) string {
	o, ok := m.site.Current(e, nil)
	if !ok {
		return ""
	}
	return m.whereOf(o)
}

// when says when an event is, in all: its rule, its span, its hours.
func (m *maker) when(e *site.Entry, d *content.Event, year bool) string {
	w := m.words
	switch {
	case len(e.Times) == 0:
		return w.span(d.Start, d.End, year)
	case d.Repeat != "" || len(d.Extra) > 0:
		return m.whenRepeated(e, d, year)
	}
	from, to := d.Start, d.End
	if o := e.Times[0]; len(e.Times) == 1 {
		from, to = ends(o)
	}
	if sameDay(from.Time, to.Time) && to.Day {
		to = content.Time{}
	}
	s := w.span(from, to, year)
	switch {
	case len(d.Stops) > 1:
		s += w.get("list.comma") + w.get("event.stops", len(d.Stops))
	case len(d.Sessions) > 1:
		s += w.get("list.comma") + w.get("event.sessions", len(d.Sessions))
	case len(e.Times[0].Hours) > 0:
		s += w.get("list.comma") + e.Times[0].Hours.Phrase(m.loc.Lang)
	}
	return s
}

// whenRepeated is “每周六 09:00–10:30（9月5日—11月28日，共13次）”.
func (m *maker) whenRepeated(e *site.Entry, d *content.Event, year bool) string {
	w := m.words
	first, last := e.Times[0], e.Times[len(e.Times)-1]
	var bounds string
	from, to := content.Time{Time: first.Start, Day: true}, content.Time{Time: last.Start, Day: true}
	rule, err := calendar.ParseRule(d.Repeat)
	switch {
	case err == nil && rule.Endless():
		bounds = w.get("event.from", w.day(from.Time))
	case len(e.Times) == 1:
		bounds = w.span(from, content.Time{}, year)
	default:
		bounds = w.span(from, to, year) + w.get("list.comma") + w.get("event.times", len(e.Times))
	}
	phrase := m.repeat(d)
	if phrase == "" {
		return bounds
	}
	if !first.Day {
		phrase += " " + first.Start.Format("15:04")
		if !first.Open && sameDay(first.Start, lastDay(first)) {
			phrase += first.End.Format("–15:04")
		}
	}
	return phrase + w.brackets(bounds)
}

// repeat is the rule of an event in words, "" if it has none or there are no
// words for it.
func (m *maker) repeat(d *content.Event) string {
	if _, term, ok := content.ParseTerm(d.On); ok && d.Repeat != "" {
		return m.words.get("event.yearly-term", term.String())
	}
	rule, err := calendar.ParseRule(d.Repeat)
	if err != nil || d.Repeat == "" {
		return ""
	}
	return rule.Phrase(m.loc.Lang)
}
