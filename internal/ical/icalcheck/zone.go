package icalcheck

import (
	"slices"
	"time"

	"kepu/internal/calendar"
)

const shanghai = "Asia/Shanghai"

// A zone is a list of onsets, ascending.
type zone struct {
	onsets []onset
	broken bool // some could not be read, so that no offset can be told from the others
}

// An onset is when clocks were moved.
type onset struct {
	wall         time.Time     // what they showed just before, as if in UTC
	from, offset time.Duration // how far they were ahead of UTC before and after
}

// offset is how far clocks that show wall are ahead of UTC; known is false
// before the first onset. A time that came twice is taken for the first.
func (z *zone) offset(wall time.Time) (offset time.Duration, known bool) {
	for _, o := range z.onsets {
		if o.wall.After(wall) {
			break
		}
		offset, known = o.offset, true
	}
	return offset, known
}

// china is what the zone has to be.
var china = func() *zone {
	const standard, daylight = 8 * time.Hour, 9 * time.Hour
	z := &zone{onsets: []onset{{time.Time{}, standard, standard}}}
	for _, s := range calendar.Shifts() {
		from, to := daylight, standard
		if s.Daylight {
			from, to = to, from
		}
		z.onsets = append(z.onsets, onset{s.At.Add(from), from, to})
	}
	return z
}()

// instant is when a moment is. Of one whose zone is not known it gives what
// clocks showed.
func instant(m moment, zones map[string]*zone) (t time.Time, known bool) {
	if m.utc || m.day {
		return m.wall, true
	}
	z := zones[m.zone]
	if z == nil || z.broken {
		return m.wall, false
	}
	offset, known := z.offset(m.wall)
	return m.wall.Add(-offset), known
}

// zones reads the VTIMEZONEs of a calendar, by their names.
func (c *checker) zones(cal *component) map[string]*zone {
	zones := map[string]*zone{}
	for _, v := range cal.inside {
		id := v.first("TZID")
		if v.name != "VTIMEZONE" || id == nil {
			continue
		}
		if zones[id.value] != nil {
			c.add(id.line, Repeated, "VTIMEZONE of %s", id.value)
		}
		zones[id.value] = c.zone(v, id.value)
	}
	return zones
}

func (c *checker) zone(v *component, id string) *zone {
	z := &zone{}
	standard := false
	for _, o := range v.inside {
		standard = standard || o.name == "STANDARD"
		onsets := c.onsets(o)
		z.onsets = append(z.onsets, onsets...)
		z.broken = z.broken || onsets == nil
		if r := o.first("RRULE"); r != nil {
			c.zoneRule(r, o, id)
		}
	}
	if !standard {
		c.add(v.line, NoStandard, "no STANDARD in the VTIMEZONE of %s", id)
	}
	slices.SortStableFunc(z.onsets, func(a, b onset) int { return a.wall.Compare(b.wall) })
	for i := 1; i < len(z.onsets); i++ {
		if id == shanghai && !z.broken && z.onsets[i].from != z.onsets[i-1].offset {
			c.add(v.line, WrongOffset, "clocks moved on %s from another offset than they had", z.onsets[i].wall.Format(time.DateTime))
		}
	}
	return z
}

// onsets are the times at which an observance began; nil if they cannot be told.
func (c *checker) onsets(o *component) []onset {
	from, fromOK := firstOffset(o, "TZOFFSETFROM")
	to, toOK := firstOffset(o, "TZOFFSETTO")
	if !fromOK || !toOK {
		return nil
	}
	var all []onset
	for _, name := range [...]string{"DTSTART", "RDATE"} {
		for _, p := range o.properties[name] {
			for _, m := range p.moments() {
				if !m.floating() {
					c.add(p.line, BadDate, "%s in %s is not a local time", name, o.name)
				}
				all = append(all, onset{m.wall, from, to})
			}
		}
	}
	return all
}

func firstOffset(o *component, name string) (offset time.Duration, ok bool) {
	p := o.first(name)
	if p == nil {
		return 0, false
	}
	return parseOffset(p.value)
}

// zoneRule checks the rule of an observance. China never had one that held, so
// none is followed here.
func (c *checker) zoneRule(r *property, o *component, id string) {
	if start, ok := firstMoment(o, "DTSTART"); ok {
		start.utc = true // UNTIL in an observance is in UTC
		c.rule(r, start)
	}
	if id == shanghai {
		c.add(r.line, WrongOffset, "no rule gives the times at which clocks in China were moved")
	}
}
