package page

import (
	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/opendata"
	"kepu/internal/site"
)

func (m *maker) eventData(e *site.Entry) opendata.Event {
	ev := e.Data.(*content.Event)
	x := opendata.Event{
		ID: site.UID(e), URL: m.abs(e.Address), ICS: m.abs(e.Address + eventFile), Title: ev.Title, Summary: summary(e),
		Status: site.StatusOf(ev), Start: isoTime(ev.Start), PreviousStart: isoDay(ev.PreviousStart), Times: []opendata.Time{},
		Undertakers: m.bodiesData(e, ev.Undertakers), CoOrganizers: m.bodiesData(e, ev.CoOrganizers), Supporters: m.bodiesData(e, ev.Supporters),
		Speakers: m.someData(m.named(e, ev.Speakers)), Topics: termData(e, site.Topics), Audiences: termData(e, site.Audiences), Cities: cityData(e),
		Edition: ev.Edition, Notice: ev.Notice, Sequence: len(ev.Changes), Example: ev.Example,
		Published: isoDay(ev.Date), Modified: modified(e),
	}
	from, to := span(e, ev)
	x.Start, x.End = isoTime(from), isoDay(to)
	if rule, err := calendar.ParseRule(ev.Repeat); err == nil && ev.Repeat != "" {
		x.Endless = rule.Endless()
		if ev.On == "" {
			x.Repeat = rule.RRule(ev.Start.Time, ev.Start.Day)
		}
	}
	for _, o := range e.Times {
		x.Times = append(x.Times, m.timeData(ev, o))
	}
	x.Organizer = m.bodyData(e.Target("organization"))
	x.Series, x.PartOf = m.reference(e.Target("series")), m.reference(e.Target("part_of"))
	if r := ev.Registration; r != nil {
		x.Registration = &opendata.Registration{
			Required: r.Required, URL: r.URL, Opens: isoDay(r.Opens), Closes: isoDay(r.Closes), Capacity: r.Capacity, Fee: r.Fee, Contact: r.Contact, Note: r.Note,
		}
	}
	for _, c := range ev.Changes {
		x.Changes = append(x.Changes, opendata.Change{Date: isoTime(c.Date), Text: c.Text})
	}
	for _, r := range e.Targets("recap") {
		x.Recap = append(x.Recap, *m.reference(r))
	}
	for _, d := range ev.Materials {
		x.Materials = append(x.Materials, opendata.Reference{Title: d.Title, URL: m.absolute(m.address(d.URL))})
	}
	return x
}

func (m *maker) timeData(ev *content.Event, o site.Occurrence) opendata.Time {
	from, to := ends(o)
	t := opendata.Time{Title: partTitle(ev, o.Part), Start: isoTime(from), End: isoDay(to), AllDay: o.Day, Status: o.Status, Online: o.Online, Hours: hoursData(o.Hours)}
	if o.Day && (!o.Start.Equal(lastDay(o)) || len(o.Hours) > 0) {
		for _, c := range o.Closed {
			if !c.Before(o.Start) && c.Before(o.End) {
				t.Closed = append(t.Closed, c.Format("2006-01-02"))
			}
		}
	}
	switch {
	case o.Place != nil:
		p := o.Place.Data.(*content.Place)
		t.Place = &opendata.Venue{Name: o.Place.Title(), Room: o.Venue, URL: m.abs(o.Place.Address), Address: p.Address}
		if c := o.Place.At(); c != nil {
			t.Place.Lat, t.Place.Lng = &c.Lat, &c.Lng
		}
	case o.Venue != "":
		t.Place = &opendata.Venue{Name: o.Venue}
	}
	cities := o.Cities
	if all := o.Entry.Of(site.Cities); len(cities) == 0 && len(all) == 1 {
		cities = all
	}
	if len(cities) > 0 {
		t.City = &opendata.City{Name: cities[0].Name, Code: cities[0].Code}
	}
	return t
}
