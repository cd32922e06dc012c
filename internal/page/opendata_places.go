package page

import (
	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/opendata"
	"kepu/internal/site"
)

func (m *maker) organizationData(e *site.Entry) opendata.Organization {
	d := e.Data.(*content.Organization)
	x := opendata.Organization{
		ID: e.Key, URL: m.abs(e.Address), Name: d.Title, Short: d.Short, Kind: d.Kind, Summary: summary(e), Founded: d.Founded.String(),
		Website: d.Website, Address: d.Address, Phone: d.Phone, Email: d.Email, Topics: termData(e, site.Topics), Cities: cityData(e),
		Feed: m.absolute(m.feedLink("", e.Address).URL), Sources: sourceData(e), Origin: origin(e),
	}
	for _, p := range m.above(e) {
		x.Path = append(x.Path, opendata.Node{ID: p.Key, Name: p.Title()})
	}
	if len(x.Path) > 0 {
		x.Parent = &x.Path[len(x.Path)-1]
	}
	if d.Host != nil {
		x.Host = &m.bodiesData(e, []content.Body{*d.Host})[0]
	}
	if s := m.subscription(e); s != nil {
		x.Calendar = s.URL
	}
	return x
}

func (m *maker) placeData(e *site.Entry) opendata.Place {
	d := e.Data.(*content.Place)
	x := opendata.Place{
		ID: e.Key, URL: m.abs(e.Address), Name: d.Title, Kind: d.Kind, Summary: summary(e), Address: d.Address, Hours: weekData(d.Hours), HoursNote: d.HoursNote,
		Admission: d.Admission, Free: d.Free, Booking: d.Booking, BookingURL: d.BookingURL, Transit: d.Transit, Access: d.Access,
		Phone: d.Phone, Website: d.Website, Organization: m.bodyData(e.Target("organization")),
		Topics: termData(e, site.Topics), Cities: cityData(e), Sources: sourceData(e), Origin: origin(e),
	}
	if c := e.At(); c != nil {
		x.Lat, x.Lng = &c.Lat, &c.Lng
	}
	for _, s := range d.Seasons {
		x.Seasons = append(x.Seasons, opendata.Season{Name: s.Name, From: s.From, To: s.To, Closed: s.Closed, Hours: weekData(s.Hours)})
	}
	for _, c := range d.Closures {
		to := c.To
		if to.IsZero() {
			to = c.From
		}
		x.Closures = append(x.Closures, opendata.Closure{From: isoDate(c.From), To: isoDate(to), Note: c.Note})
	}
	for _, b := range d.Bases {
		x.Bases = append(x.Bases, opendata.Base{Title: b.Title, By: b.By, From: b.From.String(), To: b.To.String()})
	}
	return x
}

// weekData reads hours that were checked when the entry was.
func weekData(lines []string) []opendata.Hours {
	hours, _, err := calendar.ParseHours(lines)
	if err != nil {
		return nil
	}
	return hoursData(hours)
}
