package ical

import (
	"time"

	"kepu/internal/calendar"
)

// earliest is the first instant for which a reader has to know the zone, or the
// last shift of clocks if all are later. A rule goes on from its event's start
// and an end is after it, so neither needs to be looked at. ok is false if no
// event has a time of day. A calendar without events has the zone all the same:
// the standard wants at least one component (RFC 5545 §3.6).
func (c *Calendar) earliest() (first time.Time, ok bool) {
	first = plainSince()
	for _, e := range c.Events {
		if e.Day {
			continue
		}
		ok = true
		for _, times := range [...][]time.Time{{e.Start}, e.Extra, e.Except} {
			for _, t := range times {
				if t.Before(first) {
					first = t
				}
			}
		}
	}
	return first, ok || len(c.Events) == 0
}

// plainSince is the last shift of clocks in China: from it on one offset holds.
func plainSince() time.Time {
	shifts := calendar.Shifts()
	return shifts[len(shifts)-1].At
}

// zone writes the zone of all times, with the daylight saving of 1986 to 1991
// only if a time lies before its end: the shorter form is what readers know
// best.
func (w *writer) zone(earliest time.Time) {
	const standard, daylight = "+0800", "+0900"

	w.property("BEGIN", "VTIMEZONE")
	w.property("TZID", zoneID)
	// When China took up its time by zones; any day before all events would do.
	w.observance("STANDARD", "CST", standard, standard, []string{"19010101T000000"})
	if earliest.Before(plainSince()) {
		var on, back []string
		for _, s := range calendar.Shifts() {
			// A shift is at the time that clocks show before it.
			if s.Daylight {
				on = append(on, s.At.Add(8*time.Hour).Format(localForm))
			} else {
				back = append(back, s.At.Add(9*time.Hour).Format(localForm))
			}
		}
		w.observance("DAYLIGHT", "CDT", standard, daylight, on)
		w.observance("STANDARD", "CST", daylight, standard, back)
	}
	w.property("END", "VTIMEZONE")
}

// observance writes when clocks were moved from one offset to another, in the
// time that they showed before.
func (w *writer) observance(kind, name, from, to string, at []string) {
	w.property("BEGIN", kind)
	w.property("DTSTART", at[0])
	for _, t := range at[1:] {
		w.property("RDATE", t)
	}
	w.property("TZOFFSETFROM", from)
	w.property("TZOFFSETTO", to)
	w.property("TZNAME", name)
	w.property("END", kind)
}
