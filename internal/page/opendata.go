package page

import (
	"bytes"
	"sync"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/opendata"
	"kepu/internal/site"
)

func (m *maker) dataAddress() string { return m.loc.Prefix + "data/" }

// openData gives the events of the language away, so that societies and cities
// can take the calendar over.
func (m *maker) openData() {
	if len(m.loc.Events) == 0 {
		return
	}
	folder := m.dataAddress()
	gather := sync.OnceValues(func() (*opendata.Events, artifact.Digest) {
		data := m.eventsData(folder)
		return data, artifact.DigestOf(data)
	})
	file := func(name string, render func(*opendata.Events) ([]byte, error)) {
		m.file(folder+name, "", func() (any, artifact.Render) {
			data, digest := gather()
			return digest, m.sound(func(buf *bytes.Buffer) error {
				b, err := render(data)
				buf.Write(b)
				return err
			})
		})
	}
	file("events.json", (*opendata.Events).JSON)
	file("events.csv", func(e *opendata.Events) ([]byte, error) { return e.CSV(), nil })
	m.file(folder+"events.schema.json", "", func() (any, artifact.Render) {
		address := m.abs(folder + "events.schema.json")
		return address, func(buf *bytes.Buffer) error {
			b, err := opendata.Schema(address)
			buf.Write(b)
			return err
		}
	})
	m.page(folder, "", func() *View {
		v := m.view("data", "agenda", m.words.get("data.title"), folder)
		v.Crumbs = m.crumbs(Link{Name: m.words.get("nav.agenda"), URL: m.rel(m.loc.Prefix + "agenda/")})
		v.Description = m.words.get("data.description")
		main := &DataView{}
		for _, f := range []struct{ name, typ string }{{"events.json", "application/json"}, {"events.csv", "text/csv"}, {"events.schema.json", "application/schema+json"}} {
			main.Files = append(main.Files, DataFile{f.name, m.rel(folder + f.name), f.typ, m.words.get("data." + f.name)})
		}
		main.Fields, main.Columns = m.dataFields(opendata.Fields()), m.dataFields(opendata.Columns())
		v.Main = main
		v.data = m.listData(v)
		return v
	})
}

func (m *maker) dataFields(fields []opendata.Field) []DataField {
	var list []DataField
	for _, f := range fields {
		about := f.Zh
		if m.loc.Lang != "zh-CN" {
			about = f.En
		}
		list = append(list, DataField{f.Name, f.Type, about})
	}
	return list
}

func (m *maker) eventsData(folder string) *opendata.Events {
	d := &opendata.Events{
		Schema: m.abs(folder + "events.schema.json"), Version: opendata.Version, Title: m.chrome.Title + " " + m.words.get("nav.agenda"),
		URL: m.abs(m.loc.Prefix + "agenda/"), Licence: m.chrome.Footer.Licence, Language: m.loc.Lang, Timezone: "Asia/Shanghai",
		Events: []opendata.Event{},
	}
	var last time.Time
	for _, e := range m.loc.Events {
		if t := changed(e); t.After(last) && t != zeroDate {
			last = t
			d.Modified = t.Format(time.RFC3339)
		}
		d.Events = append(d.Events, m.eventData(e, e.Data.(*content.Event)))
	}
	return d
}

func (m *maker) eventData(e *site.Entry, ev *content.Event) opendata.Event {
	x := opendata.Event{
		ID: site.UID(e), URL: m.abs(e.Address), ICS: m.abs(e.Address + eventFile), Title: ev.Title, Summary: summary(e),
		Status: site.StatusOf(ev), Start: isoTime(ev.Start), PreviousStart: isoDay(ev.PreviousStart), Times: []opendata.Time{},
		Undertakers: m.bodiesData(e, ev.Undertakers), CoOrganizers: m.bodiesData(e, ev.CoOrganizers), Supporters: m.bodiesData(e, ev.Supporters),
		Edition: ev.Edition, Notice: ev.Notice, Sequence: len(ev.Changes), Example: ev.Example,
		Published: isoDay(ev.Date),
	}
	if t := changed(e); t != zeroDate {
		x.Modified = t.Format(time.RFC3339)
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
	if o := e.Target("organization"); o != nil {
		x.Organizer = &opendata.Body{Name: o.Title(), URL: m.abs(o.Address)}
	}
	for _, p := range m.people(e, ev.Speakers) {
		x.Speakers = append(x.Speakers, opendata.Person{Name: p.Name, Role: p.Role, URL: m.absolute(p.URL)})
	}
	x.Series, x.PartOf = m.reference(e.Target("series")), m.reference(e.Target("part_of"))
	for _, t := range e.Of(site.Topics) {
		x.Topics = append(x.Topics, t.Name)
	}
	for _, t := range e.Of(site.Audiences) {
		x.Audiences = append(x.Audiences, t.Name)
	}
	for _, t := range e.Of(site.Cities) {
		x.Cities = append(x.Cities, opendata.City{Name: t.Name, Code: t.Code})
	}
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

// absolute gives a root-relative address its host.
func (m *maker) absolute(url string) string {
	if len(url) > 0 && url[0] == '/' {
		return m.site.Origin + url
	}
	return url
}

func (m *maker) reference(e *site.Entry) *opendata.Reference {
	if e == nil {
		return nil
	}
	return &opendata.Reference{Title: e.Title(), URL: m.abs(e.Address)}
}

func (m *maker) bodiesData(e *site.Entry, list []content.Body) []opendata.Body {
	var out []opendata.Body
	for _, l := range m.bodies(e, list) {
		out = append(out, opendata.Body{Name: l.Name, URL: m.absolute(l.URL)})
	}
	return out
}

func (m *maker) timeData(ev *content.Event, o site.Occurrence) opendata.Time {
	from, to := ends(o)
	t := opendata.Time{Title: partTitle(ev, o.Part), Start: isoTime(from), End: isoDay(to), AllDay: o.Day, Status: o.Status, Online: o.Online}
	for _, h := range o.Hours {
		x := opendata.Hours{Days: []string{}, Open: calendar.Clock(h.Open), Close: calendar.Clock(h.Close)}
		for i := range 7 {
			if day := time.Weekday((i + 1) % 7); h.Days[day] {
				x.Days = append(x.Days, day.String()[:3])
			}
		}
		t.Hours = append(t.Hours, x)
	}
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
		t.Place = &opendata.Place{Name: o.Place.Title(), Room: o.Venue, URL: m.abs(o.Place.Address), Address: p.Address}
		if c := p.Coordinates; c != nil {
			t.Place.Lat, t.Place.Lng = &c.Lat, &c.Lng
		}
	case o.Venue != "":
		t.Place = &opendata.Place{Name: o.Venue}
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
