// Package ical writes calendars in iCalendar's form (RFC 5545, with RFC 7986
// and RFC 9253), for programs that subscribe to a feed or import one event.
//
// What it writes depends on the Calendar alone: equal calendars give equal
// bytes. It never looks at a clock and never judges: the caller promises
// distinct UIDs, a start for each event, and rules, colours and states by the
// standard. Package icalcheck tells whether that was kept.
package ical

import "time"

// A Calendar is one VCALENDAR: a feed, or the file of a single event. It is
// plain data, so that it can be hashed.
type Calendar struct {
	Name, Description string

	URL     string // the page that shows the same; absolute
	Source  string // where the feed itself is, for refreshing it; "" for a single event's file
	Color   string // a CSS colour name; "" none
	Refresh string // how long readers may wait before they look again: "PT12H"; "" leaves that to them

	// Lang is the language of the texts: "zh-CN"; "" unknown. It is written
	// once, as the LANGUAGE of the calendar's name. Events could carry it on
	// each text too, but no calendar program is known to act on it, and simple
	// readers look for "SUMMARY:".
	Lang string

	Events []*Event
}

// An Event is one VEVENT, with all its repetitions. Empty and zero fields are
// left out.
type Event struct {
	UID      string // the same in every build and in every feed
	Stamp    time.Time
	Created  time.Time
	Modified time.Time
	Sequence int // how many announced changes there were

	// Start and End are what clocks in China show, or with Day whole days. End
	// is the first moment, or the first day, after the event. Without End, or
	// with one that is not after Start, an event is a point in time, or one day.
	//
	// The hour that came twice when clocks were set back (1986–1991) is written
	// as its first coming: iCalendar has no words for the second.
	Start, End time.Time
	Day        bool

	Rule   string      // the value of RRULE; its UNTIL is a date if Day, else in UTC
	Extra  []time.Time // starts beyond the rule
	Except []time.Time // starts that fall out

	Summary, Description, Location, Contact string

	URL    string // absolute, as all addresses here
	Geo    *Geo
	Status string // CONFIRMED, TENTATIVE or CANCELLED

	Transparent bool // takes nobody's time: a season, an observance
	Categories  []string
	Conference  string // where to watch or to dial in
	Image       string
	RefID       string // a name that all events of one group share
	Parent      string // the UID of the event that this one is a part of
	Links       []Link
}

// Geo is a place on Earth in degrees (WGS 84), north and east positive.
type Geo struct{ Lat, Lng float64 }

// A Link leads to something about an event (RFC 9253).
type Link struct {
	URL   string
	Rel   string // a registered relation ("related", "describedby") or an address; "" is "related"
	Label string // what to call it; may be ""
}
