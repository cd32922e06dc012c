package icalcheck

import (
	"strings"
	"time"
)

// A moment is a date or a time as it is written.
type moment struct {
	wall time.Time // what clocks show, as if in UTC
	day  bool
	utc  bool
	zone string // TZID
}

func (m moment) floating() bool { return !m.day && !m.utc && m.zone == "" }

// moments are the values of a property that are dates or times; a period
// counts by its start. Broken ones, which are reported elsewhere, are left out.
func (p *property) moments() []moment {
	var ms []moment
	for _, v := range p.values() {
		m := moment{day: p.typ() == "DATE", zone: p.params["TZID"]}
		var ok bool
		if m.day {
			m.wall, ok = parseDate(v)
		} else {
			v, _, _ = strings.Cut(v, "/")
			m.wall, m.utc, ok = parseDateTime(v)
		}
		if ok {
			ms = append(ms, m)
		}
	}
	return ms
}

// calendar checks what depends on several properties.
func (c *checker) calendar(cal *component) {
	if len(cal.inside) == 0 {
		c.add(cal.line, EmptyCalendar, "it holds no component")
	}
	c.inUTC(cal)
	zones := c.zones(cal)
	seen := map[string]int{}
	for _, e := range cal.inside {
		if e.name != "VEVENT" {
			continue
		}
		c.event(e, zones)
		if cal.first("METHOD") != nil && e.first("ORGANIZER") == nil {
			c.add(e.line, NoOrganizer, "METHOD wants an ORGANIZER in each event")
		}
		uid := e.first("UID")
		if uid == nil {
			continue
		}
		key := uid.value
		if r := e.first("RECURRENCE-ID"); r != nil {
			key += "\n" + r.value
		}
		if line, twice := seen[key]; twice {
			c.add(uid.line, DuplicateUID, "%s is in line %d too", uid.value, line)
		} else {
			seen[key] = uid.line
		}
	}
}

// inUTC checks the times of record keeping, which have no zone.
func (c *checker) inUTC(in *component) {
	for _, name := range [...]string{"DTSTAMP", "CREATED", "LAST-MODIFIED", "TRIGGER"} {
		for _, p := range in.properties[name] {
			for _, m := range p.moments() {
				if !m.utc || m.zone != "" {
					c.add(p.line, NotUTC, "%s", name)
				}
			}
		}
	}
	for _, i := range in.inside {
		c.inUTC(i)
	}
}

func (c *checker) event(e *component, zones map[string]*zone) {
	for _, name := range [...]string{"DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"} {
		for _, p := range e.properties[name] {
			for _, m := range p.moments() {
				c.zoned(p, m, zones)
			}
		}
	}

	start, ok := firstMoment(e, "DTSTART")
	if !ok {
		return // reported as missing or as no date
	}
	if end, ok := firstMoment(e, "DTEND"); ok {
		c.end(e.first("DTEND"), start, end, zones)
	}
	if d := e.first("DURATION"); d != nil {
		c.duration(d, e, start)
	}
	for name, code := range map[string]string{"RDATE": RdateType, "EXDATE": ExdateType} {
		for _, p := range e.properties[name] {
			for _, m := range p.moments() {
				if m.day != start.day {
					c.add(p.line, code, "%s is not of the type of DTSTART", name)
					break
				}
			}
		}
	}
	for _, r := range e.properties["RRULE"] {
		c.rule(r, start)
	}
}

func firstMoment(e *component, name string) (m moment, ok bool) {
	p := e.first(name)
	if p == nil {
		return m, false
	}
	ms := p.moments()
	if len(ms) == 0 {
		return m, false
	}
	return ms[0], true
}

func (c *checker) end(p *property, start, end moment, zones map[string]*zone) {
	from, fromKnown := instant(start, zones)
	to, toKnown := instant(end, zones)
	switch {
	case start.day != end.day:
		c.add(p.line, EndType, "DTEND is not of the type of DTSTART")
	case (fromKnown && toKnown || start.zone == end.zone && start.utc == end.utc) && !to.After(from):
		c.add(p.line, EndNotAfter, "DTEND is not after DTSTART")
	}
}

func (c *checker) duration(p *property, e *component, start moment) {
	switch {
	case e.first("DTEND") != nil:
		c.add(p.line, EndAndDuration, "DTEND and DURATION exclude each other")
	case strings.HasPrefix(p.value, "-"), strings.Trim(p.value, "+PTDWHMS0") == "":
		c.add(p.line, BadDuration, "an event lasts longer than %s", p.value)
	case start.day && strings.Contains(p.value, "T"):
		c.add(p.line, BadDuration, "an event of whole days lasts days or weeks")
	}
}

// zoned checks that a time says where it is meant, and by a zone that is right.
func (c *checker) zoned(p *property, m moment, zones map[string]*zone) {
	z := zones[m.zone]
	switch {
	case m.floating():
		c.add(p.line, Floating, "%s is the time of whoever reads it", p.name)
	case m.zone == "":
	case m.day || m.utc:
		c.add(p.line, BadParam, "%s: TZID is for local times", p.name)
	case z == nil:
		c.add(p.line, NoTimezone, "no VTIMEZONE for %s", m.zone)
	case m.zone == shanghai && !z.broken:
		got, known := z.offset(m.wall)
		if want, _ := china.offset(m.wall); !known || got != want {
			c.add(p.line, WrongOffset, "%s is %s from UTC by the VTIMEZONE, was %s",
				m.wall.Format(time.DateTime), got, want)
		}
	}
}
