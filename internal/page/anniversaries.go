package page

import (
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/ical"
	"kepu/internal/site"
)

// remembers says whether the language has a feed of anniversaries.
func (m *maker) remembers() bool {
	return m.site.Settings.Feeds.Anniversaries && len(m.loc.Anniversaries()) > 0
}

func (m *maker) anniversariesAddress() string { return m.peopleAddress() + "anniversaries/" }

// anniversaries adds the feed of those that have come within a year, and a
// calendar of all, which recur each year and so depend on no present.
func (m *maker) anniversaries() {
	if !m.remembers() {
		return
	}
	title := m.words.get("anniversaries.title") + " - " + m.chrome.Title
	about, folder := m.words.get("anniversaries.about"), m.anniversariesAddress()
	m.feedOf(folder, m.peopleAddress(), title, about, func() []feedItem {
		var items []feedItem
		all := m.site.Remembered(m.loc)
		for _, r := range all[:min(len(all), m.site.Settings.Lists.FeedSize)] {
			items = append(items, m.remembrance(r))
		}
		return items
	})
	m.ics(folder+calendarFile, "", ical.Calendar{
		Name: title, Description: about, Lang: m.loc.Lang, Color: colour, Refresh: "P1W",
		URL: m.abs(m.peopleAddress()), Source: m.abs(folder + calendarFile),
	}, func() []component {
		var list []component
		for _, a := range m.loc.Anniversaries() {
			list = append(list, m.yearly(a))
		}
		return list
	})
}

// sortOf names what is remembered: "birth" or "death".
func sortOf(a site.Anniversary) string {
	if a.Death {
		return "death"
	}
	return "birth"
}

func (m *maker) remembrance(r site.Remembrance) feedItem {
	e, d := r.Entry, r.Entry.Data.(*content.Scientist)
	at := r.Day.Format(time.RFC3339)
	return feedItem{
		Title:   m.words.get("anniversary."+sortOf(r.Anniversary), d.Title, r.Years()),
		Summary: orTitle(d.KnownFor, summary(e)), URL: m.abs(e.Address),
		// A tag (RFC 4151): no page has an address of its own for it.
		ID:        "tag:" + m.host() + "," + r.Day.Format(time.DateOnly) + ":" + escapePath(m.loc.Prefix+site.UID(e)) + "/" + sortOf(r.Anniversary),
		Published: at, Updated: at, at: r.Day, updated: r.Day,
	}
}

func (m *maker) yearly(a site.Anniversary) component {
	d := a.Entry.Data.(*content.Scientist)
	start := a.In(a.Date.Year)
	x := &ical.Event{
		UID: m.uid(a.Entry, sortOf(a)), Stamp: changed(a.Entry), Modified: changed(a.Entry), Start: start, End: start.AddDate(0, 0, 1), Day: true,
		Rule: "FREQ=YEARLY", Summary: m.words.get("anniversary."+sortOf(a)+"-day", d.Title, m.words.partial(a.Date)),
		Description: orTitle(d.KnownFor, summary(a.Entry)) + "\n" + m.words.get("ics.details", m.abs(a.Entry.Address)),
		URL:         m.abs(a.Entry.Address), Status: "CONFIRMED", Transparent: true,
	}
	if a.Date.Month == 2 && a.Date.Day == 29 {
		x.Rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" // in other years it is kept on the 28th
	}
	return component{event: x, at: site.Occurrence{Entry: a.Entry}, digest: artifact.DigestOf(x)}
}
