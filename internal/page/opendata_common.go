package page

import (
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/opendata"
	"kepu/internal/site"
)

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

func origin(e *site.Entry) opendata.Origin {
	base := e.Data.Base()
	return opendata.Origin{Example: base.Example, Published: isoDay(base.Date), Modified: modified(e)}
}

// modified is when an entry last changed, "" where nobody says.
func modified(e *site.Entry) string {
	if t := changed(e); t != zeroDate {
		return t.Format(time.RFC3339)
	}
	return ""
}

func termData(e *site.Entry, tax site.Taxonomy) []string {
	var list []string
	for _, t := range e.Of(tax) {
		list = append(list, t.Name)
	}
	return list
}

func cityData(e *site.Entry) []opendata.City {
	var list []opendata.City
	for _, t := range e.Of(site.Cities) {
		list = append(list, opendata.City{Name: t.Name, Code: t.Code})
	}
	return list
}

func sourceData(e *site.Entry) []opendata.Source {
	var list []opendata.Source
	for _, c := range e.Data.Base().Sources {
		list = append(list, opendata.Source{Title: c.Title, Author: c.Author, Publisher: c.Publisher, Date: c.Date.String(), URL: c.URL, DOI: c.DOI, ISBN: c.ISBN})
	}
	return list
}

func hoursData(hours calendar.Hours) []opendata.Hours {
	var list []opendata.Hours
	for _, h := range hours {
		x := opendata.Hours{Days: []string{}, Open: calendar.Clock(h.Open), Close: calendar.Clock(h.Close)}
		for i := range 7 {
			if day := time.Weekday((i + 1) % 7); h.Days[day] {
				x.Days = append(x.Days, day.String()[:3])
			}
		}
		list = append(list, x)
	}
	return list
}

func (m *maker) someData(list []PersonLink) []opendata.Someone {
	var out []opendata.Someone
	for _, p := range list {
		out = append(out, opendata.Someone{Name: p.Name, Role: p.Role, URL: m.absolute(p.URL)})
	}
	return out
}

// bodyData is an organization that an entry refers to, nil if there is none.
func (m *maker) bodyData(o *site.Entry) *opendata.Body {
	if o == nil {
		return nil
	}
	return &opendata.Body{Name: o.Title(), URL: m.abs(o.Address)}
}

func (m *maker) bodiesData(e *site.Entry, list []content.Body) []opendata.Body {
	var out []opendata.Body
	for _, l := range m.bodies(e, list) {
		out = append(out, opendata.Body{Name: l.Name, URL: m.absolute(l.URL)})
	}
	return out
}
