package page

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/site"
)

// eventStatus are the words of schema.org. It has none for what is tentative.
var eventStatus = map[string]string{
	site.Cancelled: "EventCancelled", site.Postponed: "EventPostponed", site.Rescheduled: "EventRescheduled",
}

func statusJSON(status string) string {
	return "https://schema.org/" + cmp.Or(eventStatus[status], "EventScheduled")
}

func (m *maker) eventJSON(e *site.Entry, d *content.Event, v *View) ldEvent {
	x := ldEvent{
		ldContext: ld("Event"), Name: d.Title, Description: v.Description, URL: v.Canonical, Image: v.OGImage, Language: e.Lang,
		PreviousStart: isoDay(d.PreviousStart), Status: statusJSON(d.Status),
	}
	from, to := span(e, d)
	x.Start, x.End = isoTime(from), isoDay(to)
	m.placesJSON(e, d, &x)
	m.bodiesJSON(e, d, &x)
	for _, s := range []*site.Entry{e.Target("part_of"), e.Target("series")} {
		if s != nil {
			typ := "Event"
			if s.Kind == content.Series {
				typ = "EventSeries"
			}
			x.SuperEvent = append(x.SuperEvent, *m.thing(typ, s))
		}
	}
	x.Performers = m.performers(e, d.Speakers)
	for _, t := range e.Of(site.Audiences) {
		x.Audience = append(x.Audience, ldAudience{"Audience", t.Name})
	}
	var words []string
	for _, t := range e.Of(site.Topics) {
		words = append(words, t.Name)
	}
	x.Keywords = strings.Join(words, ",")
	for _, p := range e.Targets("scientists") {
		x.About = append(x.About, *m.thing("Person", p))
	}
	for _, r := range e.Targets("recap") {
		x.Recorded = append(x.Recorded, *m.thing("Article", r))
	}
	m.offerJSON(d, v, &x)
	x.Schedule = m.schedulesJSON(e, d)
	m.subEvents(e, d, v, &x)
	return x
}

// eventThing is an event as its page has it.
func (m *maker) eventThing(e *site.Entry) any {
	v := &View{Canonical: m.abs(e.Address), Description: cmp.Or(summary(e), m.chrome.Description), OGImage: m.preview(e)}
	x := m.eventJSON(e, e.Data.(*content.Event), v)
	x.Context = ""
	return x
}

// preview is the picture that stands for an entry's page, "" if there is none.
func (m *maker) preview(e *site.Entry) string {
	if m.hasCard(e) {
		return m.abs(e.Address + cardFile)
	}
	if c := m.picture(e, e.Data.Base().Cover); c != nil {
		return m.site.Origin + c.URL
	}
	return m.image
}

// placesJSON says where, and whether in person or online. An event that tours
// is at all its stops.
func (m *maker) placesJSON(e *site.Entry, d *content.Event, x *ldEvent) {
	var offline, online bool
	add := func(o site.Occurrence) {
		for _, l := range m.locationsJSON(o) {
			if _, virtual := l.(ldVirtual); virtual {
				online = true
			} else {
				offline = true
			}
			if !slices.ContainsFunc(x.Location, func(y any) bool { return string(jsonLine(y)) == string(jsonLine(l)) }) {
				x.Location = append(x.Location, l)
			}
		}
	}
	if len(d.Sessions)+len(d.Stops) > 0 {
		add(site.Occurrence{Entry: e, Part: -1, Place: e.Named(content.Places, d.Place), Venue: d.Venue, Online: d.Online})
		for _, o := range e.Times {
			add(o)
		}
	} else if len(e.Times) > 0 {
		add(e.Times[0])
	}
	x.Mode = attendance(offline, online)
}

func attendance(offline, online bool) string {
	switch {
	case offline && online:
		return "https://schema.org/MixedEventAttendanceMode"
	case online:
		return "https://schema.org/OnlineEventAttendanceMode"
	}
	return "https://schema.org/OfflineEventAttendanceMode"
}

// locationsJSON are the places of one time, physical and virtual. Search
// engines want an address with each place.
func (m *maker) locationsJSON(o site.Occurrence) []any {
	var list []any
	switch {
	case o.Place != nil:
		place := o.Place.Data.(*content.Place)
		t := *m.thing("Place", o.Place)
		t.Address, t.Geo = m.addressJSON(o.Place, cmp.Or(place.Address, o.Place.Title())), geoJSON(o.Place.At())
		list = append(list, t)
	case o.Venue != "":
		a := m.addressJSON(o.Entry, o.Venue)
		if len(o.Cities) > 0 {
			a.Locality = o.Cities[0].Name
		}
		list = append(list, ldThing{Type: "Place", Name: o.Venue, Address: a})
	}
	if o.Online != "" {
		list = append(list, ldVirtual{"VirtualLocation", o.Online})
	}
	return list
}

func (m *maker) bodiesJSON(e *site.Entry, d *content.Event, x *ldEvent) {
	if o := e.Target("organization"); o != nil {
		x.Organizer = append(x.Organizer, *m.thing("Organization", o))
	} else if len(d.Undertakers) == 0 {
		x.Organizer = append(x.Organizer, ldThing{Type: "Organization", Name: cmp.Or(m.chrome.Owner, m.chrome.Title), URL: m.abs(m.loc.Prefix)})
	}
	bodies := func(list []content.Body) []ldThing {
		var out []ldThing
		for _, l := range m.bodies(e, list) {
			out = append(out, ldThing{Type: "Organization", Name: l.Name, URL: m.absolute(l.URL)})
		}
		return out
	}
	x.Organizer = append(x.Organizer, bodies(d.Undertakers)...)
	x.Contributors, x.Sponsors = bodies(d.CoOrganizers), bodies(d.Supporters)
}

func (m *maker) performers(e *site.Entry, list []content.Person) []ldThing {
	var out []ldThing
	for _, p := range m.named(e, list) {
		out = append(out, ldThing{Type: "Person", Name: p.Name, URL: m.absolute(p.URL)})
	}
	return out
}

var price = regexp.MustCompile(`\d+(\.\d+)?`)

// offerJSON says what it costs and where to get in.
func (m *maker) offerJSON(d *content.Event, v *View, x *ldEvent) {
	r := d.Registration
	if r == nil {
		return
	}
	x.Capacity = r.Capacity
	o := &ldOffer{Type: "Offer", URL: v.Canonical, From: isoDay(r.Opens), Until: isoDay(r.Closes)}
	if isWeb(r.URL) {
		o.URL = r.URL
	}
	switch {
	case strings.HasPrefix(r.Fee, "免费"), strings.EqualFold(r.Fee, "free"), strings.HasPrefix(r.Fee, "무료"):
		free := true
		x.Free, o.Price = &free, "0"
	case r.Fee != "":
		o.Price = price.FindString(r.Fee)
	}
	if o.Price != "" {
		o.Currency = "CNY"
	}
	if d.Status != site.Cancelled && d.Status != site.Postponed {
		o.Availability = "https://schema.org/InStock"
	}
	x.Offers = o
}

// frequencies are ISO 8601's durations.
var frequencies = map[calendar.Freq]string{calendar.Yearly: "Y", calendar.Monthly: "M", calendar.Weekly: "W", calendar.Daily: "D"}

// schedulesJSON are the rule of what recurs, or the hours of what lasts for days.
func (m *maker) schedulesJSON(e *site.Entry, d *content.Event) []ldSchedule {
	if len(e.Times) == 0 {
		return nil
	}
	rule, err := calendar.ParseRule(d.Repeat)
	if d.Repeat == "" || err != nil || d.On != "" {
		if len(d.Stops)+len(d.Sessions) > 0 {
			return nil
		}
		return hoursJSON(e.Times[0])
	}
	first := e.Times[0].Moved(d.Start.Time) // of the rule: it may be among the exceptions
	s := ldSchedule{
		Type: "Schedule", Zone: "Asia/Shanghai", Start: first.Start.Format("2006-01-02"),
		Frequency: "P" + itoa(rule.Interval) + frequencies[rule.Freq], Count: rule.Count, Months: rule.ByMonth, MonthDays: rule.ByMonthDay,
	}
	for _, w := range rule.ByDay {
		s.Days = append(s.Days, w.String())
	}
	if !rule.Until.IsZero() {
		s.End = rule.Until.In(content.ChinaTime()).Format("2006-01-02")
	}
	for _, x := range d.Except {
		s.Except = append(s.Except, x.Format("2006-01-02"))
	}
	if !first.Day {
		s.From = first.Start.Format("15:04:05")
		if !first.Open {
			s.To = first.End.Format("15:04:05")
		}
	}
	return []ldSchedule{s}
}

// hoursJSON are opening hours, a schedule for each span.
func hoursJSON(o site.Occurrence) []ldSchedule {
	var list []ldSchedule
	for _, h := range o.Hours {
		s := ldSchedule{
			Type: "Schedule", Zone: "Asia/Shanghai", Start: o.Start.Format("2006-01-02"), End: lastDay(o).Format("2006-01-02"),
			Frequency: "P1D", From: calendar.Clock(h.Open) + ":00", To: calendar.Clock(h.Close) + ":00",
		}
		for day, open := range h.Days {
			if open {
				s.Days = append(s.Days, "https://schema.org/"+time.Weekday(day).String())
			}
		}
		for _, x := range o.Closed {
			s.Except = append(s.Except, x.Format("2006-01-02"))
		}
		list = append(list, s)
	}
	return list
}

// subEvents are sessions, stops and branch venues.
func (m *maker) subEvents(e *site.Entry, d *content.Event, v *View, x *ldEvent) {
	for _, o := range e.Times {
		if o.Part < 0 {
			break
		}
		from, to := ends(o)
		y := ldEvent{
			ldContext: inner("Event"), Name: cmp.Or(partTitle(d, o.Part), d.Title), URL: v.Canonical, Image: v.OGImage, Description: v.Description,
			Start: isoTime(from), End: isoDay(to), Status: statusJSON(o.Status), Location: m.locationsJSON(o), Organizer: x.Organizer,
			Schedule: hoursJSON(o),
		}
		if len(d.Sessions) > 0 {
			y.Performers = m.performers(e, d.Sessions[o.Part].Speakers)
		}
		y.Mode = attendance(o.Place != nil || o.Venue != "", o.Online != "")
		if len(y.Location) == 0 {
			y.Location, y.Mode = x.Location, x.Mode
		}
		x.SubEvents = append(x.SubEvents, y)
	}
	for _, b := range e.From(content.Events, "part_of") {
		x.SubEvents = append(x.SubEvents, m.briefJSON(b))
	}
}

// briefJSON is an event as a part of something else.
func (m *maker) briefJSON(e *site.Entry) ldEvent {
	d := e.Data.(*content.Event)
	y := ldEvent{
		ldContext: inner("Event"), Name: d.Title, URL: m.abs(e.Address), Description: summary(e), Image: m.image,
		Status: statusJSON(d.Status),
	}
	from, to := span(e, d)
	y.Start, y.End = isoTime(from), isoDay(to)
	m.placesJSON(e, d, &y)
	m.bodiesJSON(e, d, &y)
	return y
}

// seriesJSON is an observance or a conference with what belongs to it.
func (m *maker) seriesJSON(e *site.Entry, d *content.SeriesEntry, v *View) ldSeries {
	x := ldSeries{
		ldContext: ld("EventSeries"), Name: d.Title, Description: v.Description, URL: v.Canonical, Image: v.OGImage, Language: e.Lang,
	}
	if o := e.Target("organization"); o != nil {
		x.Organizer = append(x.Organizer, *m.thing("Organization", o))
	}
	for _, o := range e.Times {
		if o.Status == site.Tentative {
			continue
		}
		from, to := ends(o)
		if x.Start == "" {
			x.Start = isoTime(from)
		}
		x.End = isoDay(to)
	}
	for _, ev := range firstN(e.From(content.Events, "series"), shown) {
		x.SubEvents = append(x.SubEvents, m.briefJSON(ev))
	}
	return x
}
