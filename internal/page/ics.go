package page

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/ical"
	"kepu/internal/site"
)

const (
	calendarFile     = "calendar.ics"     // beside the page that it is the calendar of
	registrationFile = "registration.ics" // deadlines
	eventFile        = "event.ics"        // of one event
	calendarType     = "text/calendar"

	refresh = "PT12H" // calendars on phones look about as often
	colour  = "steelblue"
)

func (m *maker) calendarLink(s scope) Feed {
	return Feed{calendarType, s.name, m.rel(s.address + calendarFile)}
}

func (m *maker) subscribe(s scope) Subscription {
	return m.subscriptionTo(s.name, s.address+calendarFile, s.agenda())
}

func (m *maker) subscriptionTo(title, file, page string) Subscription {
	abs := m.abs(file)
	_, rest, _ := strings.Cut(abs, "://")
	return Subscription{Title: title, URL: abs, Webcal: "webcal://" + rest, Page: m.rel(page)}
}

// calendars adds the feed of each scope, the deadlines, and a file for each
// event.
func (m *maker) calendars() {
	for _, s := range m.scopes {
		name := s.name + " - " + m.chrome.Title
		if s.of == nil {
			name = m.chrome.Title + " " + s.name
		}
		m.ics(s.address+calendarFile, "", ical.Calendar{
			Name: name, Description: m.words.get("ics.about", name), Lang: m.loc.Lang, Color: colour, Refresh: refresh,
			URL: m.abs(s.agenda()), Source: m.abs(s.address + calendarFile),
		}, func() []component {
			var list []component
			for _, e := range s.entries() {
				list = append(list, chosen(m.components(e), s.in)...)
			}
			return list
		})
	}
	if len(m.scopes) > 0 {
		name := m.chrome.Title + " " + m.words.get("ics.registration")
		m.ics(m.loc.Prefix+registrationFile, "", ical.Calendar{
			Name: name, Description: m.words.get("ics.about", name), Lang: m.loc.Lang, Color: colour, Refresh: refresh,
			URL: m.abs(m.loc.Prefix + "agenda/"), Source: m.abs(m.loc.Prefix + registrationFile),
		}, m.deadlines)
	}
	for _, e := range m.loc.Events {
		m.ics(e.Address+eventFile, e.File(), ical.Calendar{Name: e.Title(), Lang: m.loc.Lang, URL: m.abs(e.Address)}, func() []component {
			return slices.Clone(m.components(e))
		})
	}
}

// A component is what calendars hold of one time of an entry, or of all.
type component struct {
	event  *ical.Event
	at     site.Occurrence
	holds  bool // the others of the entry are its parts
	digest artifact.Digest
}

// chosen are the components of an entry whose times are in the scope, with what
// holds them.
func chosen(all []component, in func(site.Occurrence) bool) []component {
	if in == nil {
		return all
	}
	var list []component
	parts := 0
	for _, c := range all {
		if c.holds || in(c.at) {
			list = append(list, c)
		}
		if !c.holds && in(c.at) {
			parts++
		}
	}
	if parts == 0 {
		return nil
	}
	return list
}

func (m *maker) ics(path, from string, c ical.Calendar, components func() []component) {
	m.file(path, from, func() (any, artifact.Render) {
		list := components()
		slices.SortStableFunc(list, func(x, y component) int {
			return cmp.Or(x.event.Start.Compare(y.event.Start), strings.Compare(x.event.UID, y.event.UID))
		})
		digests := make([]artifact.Digest, len(list))
		for i, x := range list {
			digests[i] = x.digest
		}
		return artifact.DigestOf(c, digests), m.sound(func(buf *bytes.Buffer) error {
			c := c
			for _, x := range list {
				c.Events = append(c.Events, x.event)
			}
			buf.Write(c.Append(buf.AvailableBuffer()))
			return nil
		})
	})
}

// components makes those of an entry, once: they stand in the calendars of
// every topic, audience and city of it.
func (m *maker) components(e *site.Entry) []component {
	slot := &m.timed[e.Index()]
	if made := slot.Load(); made != nil {
		return *made
	}
	var made []component
	if len(e.Times) > 0 {
		made = m.makeComponents(e)
	}
	for i := range made {
		made[i].digest = artifact.DigestOf(made[i].event)
	}
	slot.CompareAndSwap(nil, &made)
	return *slot.Load()
}
