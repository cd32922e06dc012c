package ical

import (
	"strconv"
	"strings"
	"time"

	"kepu/internal/calendar"
)

// product names what made the calendar. It bears no version: a new program
// alone must not change a feed.
const product = "-//kepu//kepu//ZH"

const zoneID = "Asia/Shanghai"

// Append appends the calendar to b. There is no METHOD: that is for
// invitations, and with it programs ask the reader to reply.
func (c *Calendar) Append(b []byte) []byte {
	w := &writer{out: b}
	w.property("BEGIN", "VCALENDAR")
	w.property("VERSION", "2.0")
	w.property("PRODID", product)
	w.property("CALSCALE", "GREGORIAN")
	w.text(c.inLang("NAME"), c.Name)
	w.text(c.inLang("DESCRIPTION"), c.Description)
	w.uri("URL", c.URL)
	w.uri("SOURCE;VALUE=URI", c.Source)
	w.property("REFRESH-INTERVAL;VALUE=DURATION", c.Refresh)
	w.property("COLOR", c.Color)
	w.utc("LAST-MODIFIED", c.modified())

	// What programs knew before RFC 7986, and Outlook and Google still want.
	w.text("X-WR-CALNAME", c.Name)
	w.text("X-WR-CALDESC", c.Description)
	w.property("X-WR-TIMEZONE", zoneID)
	w.property("X-PUBLISHED-TTL", c.Refresh)

	if earliest, ok := c.earliest(); ok {
		w.zone(earliest)
	}
	for _, e := range c.Events {
		w.event(e)
	}
	w.property("END", "VCALENDAR")
	return w.out
}

// inLang is a property's name with the calendar's language.
func (c *Calendar) inLang(name string) string {
	if blank(c.Lang) {
		return name
	}
	return name + ";LANGUAGE=" + param(c.Lang)
}

// modified is when the last of the events changed; zero without events.
func (c *Calendar) modified() time.Time {
	var last time.Time
	for _, e := range c.Events {
		for _, t := range [...]time.Time{e.Stamp, e.Modified} {
			if t.After(last) {
				last = t
			}
		}
	}
	return last
}

func (w *writer) event(e *Event) {
	w.property("BEGIN", "VEVENT")
	w.text("UID", e.UID)
	w.utc("DTSTAMP", e.Stamp)
	w.utc("CREATED", e.Created)
	w.utc("LAST-MODIFIED", e.Modified)
	if e.Sequence > 0 {
		w.property("SEQUENCE", strconv.Itoa(e.Sequence))
	}
	w.when(e)
	w.text("SUMMARY", e.Summary)
	w.text("DESCRIPTION", e.Description)
	w.text("LOCATION", e.Location)
	if e.Geo != nil {
		w.property("GEO", degrees(e.Geo.Lat)+";"+degrees(e.Geo.Lng))
	}
	w.uri("URL", e.URL)
	w.text("CONTACT", e.Contact)
	w.property("STATUS", e.Status)
	if e.Transparent {
		w.property("TRANSP", "TRANSPARENT")
	}
	w.text("CATEGORIES", e.Categories...)
	w.uri(conferenceHead(e.Conference), e.Conference)
	w.uri("IMAGE;VALUE=URI", e.Image)
	w.text("RELATED-TO;RELTYPE=PARENT", e.Parent)
	w.text("REFID", e.RefID)
	for _, l := range e.Links {
		w.uri(linkHead(l), l.URL)
	}
	w.property("END", "VEVENT")
}

// degrees has six digits after the point, as RFC 5545 §3.8.1.6 wants it.
func degrees(d float64) string { return strconv.FormatFloat(d, 'f', 6, 64) }

// conferenceHead tells telephones from screens by the address's scheme.
func conferenceHead(uri string) string {
	const head = "CONFERENCE;VALUE=URI;FEATURE="
	if strings.HasPrefix(uri, "tel:") {
		return head + "PHONE"
	}
	return head + "AUDIO,VIDEO"
}

func linkHead(l Link) string {
	rel := l.Rel
	if blank(rel) {
		rel = "related"
	}
	head := "LINK;VALUE=URI;LINKREL=" + param(rel)
	if !blank(l.Label) {
		head += ";LABEL=" + param(l.Label)
	}
	return head
}

// Forms of RFC 5545 §3.3.4 and §3.3.5.
const (
	dateForm  = "20060102"
	localForm = "20060102T150405"
	utcForm   = "20060102T150405Z"
)

func (w *writer) utc(name string, t time.Time) {
	if !t.IsZero() {
		w.property(name, t.UTC().Format(utcForm))
	}
}

// when writes all that says when an event is, every time in the form of its
// start, as the standard wants it.
func (w *writer) when(e *Event) {
	params, form := ";TZID="+zoneID, localForm
	if e.Day {
		params, form = ";VALUE=DATE", dateForm
	}
	written := func(t time.Time) string { return t.In(calendar.Shanghai()).Format(form) }

	start, end := written(e.Start), written(e.End)
	w.property("DTSTART"+params, start)
	if end > start { // as readers will see them
		w.property("DTEND"+params, end)
	}
	w.property("RRULE", e.Rule)
	for _, t := range e.Extra {
		w.property("RDATE"+params, written(t))
	}
	for _, t := range e.Except {
		w.property("EXDATE"+params, written(t))
	}
}
