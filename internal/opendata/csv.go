package opendata

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// columns of events.csv: a row is one time of an event.
var columns = []struct {
	name  string
	value func(e *Event, t *Time) string
}{
	{"id", func(e *Event, _ *Time) string { return e.ID }},
	{"title", func(e *Event, _ *Time) string { return e.Title }},
	{"part", func(_ *Event, t *Time) string { return t.Title }},
	{"status", func(_ *Event, t *Time) string { return t.Status }},
	{"start", func(_ *Event, t *Time) string { return t.Start }},
	{"end", func(_ *Event, t *Time) string { return t.End }},
	{"all_day", func(_ *Event, t *Time) string { return strconv.FormatBool(t.AllDay) }},
	{"city", func(e *Event, t *Time) string { return cityOf(e, t).Name }},
	{"city_code", func(e *Event, t *Time) string { return cityOf(e, t).Code }},
	{"place", func(_ *Event, t *Time) string { return placeOf(t).Name }},
	{"room", func(_ *Event, t *Time) string { return placeOf(t).Room }},
	{"address", func(_ *Event, t *Time) string { return placeOf(t).Address }},
	{"lat", func(_ *Event, t *Time) string { return degrees(placeOf(t).Lat) }},
	{"lng", func(_ *Event, t *Time) string { return degrees(placeOf(t).Lng) }},
	{"online", func(_ *Event, t *Time) string { return t.Online }},
	{"organizer", func(e *Event, _ *Time) string { return names(orNone(e.Organizer)) }},
	{"undertakers", func(e *Event, _ *Time) string { return names(e.Undertakers) }},
	{"co_organizers", func(e *Event, _ *Time) string { return names(e.CoOrganizers) }},
	{"supporters", func(e *Event, _ *Time) string { return names(e.Supporters) }},
	{"series", func(e *Event, _ *Time) string { return title(e.Series) }},
	{"edition", func(e *Event, _ *Time) string { return number(e.Edition) }},
	{"topics", func(e *Event, _ *Time) string { return strings.Join(e.Topics, "、") }},
	{"audiences", func(e *Event, _ *Time) string { return strings.Join(e.Audiences, "、") }},
	{"registration_required", func(e *Event, _ *Time) string { return strconv.FormatBool(joining(e).Required) }},
	{"registration_url", func(e *Event, _ *Time) string { return joining(e).URL }},
	{"registration_opens", func(e *Event, _ *Time) string { return joining(e).Opens }},
	{"registration_closes", func(e *Event, _ *Time) string { return joining(e).Closes }},
	{"capacity", func(e *Event, _ *Time) string { return number(joining(e).Capacity) }},
	{"fee", func(e *Event, _ *Time) string { return joining(e).Fee }},
	{"contact", func(e *Event, _ *Time) string { return joining(e).Contact }},
	{"example", func(e *Event, _ *Time) string { return strconv.FormatBool(e.Example) }},
	{"url", func(e *Event, _ *Time) string { return e.URL }},
}

// CSV is the file events.csv (RFC 4180): UTF-8 with the byte order mark that
// spreadsheets need to take it for UTF-8.
func (e *Events) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	w.Write(row) // to memory: it cannot fail
	for i := range e.Events {
		for j := range e.Events[i].Times {
			for k, c := range columns {
				row[k] = cell(c.value(&e.Events[i], &e.Events[i].Times[j]))
			}
			w.Write(row)
		}
	}
	w.Flush()
	return b.Bytes()
}

// cell keeps a spreadsheet from running a contributor's text as a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			return "'" + s
		}
	}
	return s
}

func cityOf(e *Event, t *Time) City {
	switch {
	case t.City != nil:
		return *t.City
	case len(e.Cities) > 0:
		return e.Cities[0]
	}
	return City{}
}

func placeOf(t *Time) Place {
	if t.Place == nil {
		return Place{}
	}
	return *t.Place
}

func joining(e *Event) Registration {
	if e.Registration == nil {
		return Registration{}
	}
	return *e.Registration
}

func title(r *Reference) string {
	if r == nil {
		return ""
	}
	return r.Title
}

func orNone(b *Body) []Body {
	if b == nil {
		return nil
	}
	return []Body{*b}
}

func names(list []Body) string {
	out := make([]string, len(list))
	for i, b := range list {
		out[i] = b.Name
	}
	return strings.Join(out, "、")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func degrees(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}
