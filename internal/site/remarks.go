package site

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
	"kepu/internal/diag"
)

// remarks tells what an editor will want to mend, though the site can mostly be
// built without it.
func (b *builder) remarks() {
	if b.in.BaseURL == "" && b.in.SettingsPos != nil && !b.in.SettingsPos.Has("base_url") {
		b.ds = append(b.ds, diag.New(diag.NoBaseURL, diag.Pos{File: settingsFile}, DefaultBaseURL))
	}
	uids := map[string]*Entry{}
	for _, e := range b.Entries {
		first, last := 1, 0 // years that a date without a year can be in: none
		switch d := e.Data.(type) {
		case *content.Event:
			b.noPlace(e, d)
			b.identity(e, d, uids)
			b.materials(e, d)
			if d.Status == Tentative && !b.in.Now.Before(EventEnd(e)) {
				b.say(e.Document, e.Pos.Of("status"), diag.PastTentative, "")
			}
			first, last = years(e, d)
		case *content.SeriesEntry:
			b.unconfirmed(e, d)
		}
		b.weekdays(e, first, last)
	}
}

// noPlace warns of events, sessions and stops without a place.
func (b *builder) noPlace(e *Entry, d *content.Event) {
	given := func(f string) bool { return e.Pos.Filled(f) }
	if d.Status == Cancelled || slices.ContainsFunc([]string{"place", "venue", "online"}, given) {
		return
	}
	for i, s := range d.Stops {
		if s.Place == "" && s.Venue == "" && !given(at("stops", i)+".place") && !given(at("stops", i)+".venue") {
			b.say(e.Document, e.Pos.Of("stops", i), diag.EventNoPlace, "")
		}
	}
	somewhere := func(s content.Session) bool { return s.Place != "" || s.Venue != "" || s.Online != "" }
	if len(d.Stops) == 0 && !slices.ContainsFunc(d.Sessions, somewhere) {
		b.say(e.Document, e.Pos.Of("start"), diag.EventNoPlace, "")
	}
}

// UID names an event or a series in calendars: it stays when all else changes.
func UID(e *Entry) string {
	if ev, ok := e.Data.(*content.Event); ok && ev.UID != "" {
		return strings.Trim(ev.UID, "/")
	}
	return e.Key
}

// identity wants no two events with one name in calendars, and a name for
// events that have moved.
func (b *builder) identity(e *Entry, d *content.Event, uids map[string]*Entry) {
	if uids[UID(e)] == nil {
		uids[UID(e)] = e
	} else if other := uids[UID(e)]; other.group != e.group {
		b.say(e.Document, e.Pos.Of("uid"), diag.DuplicateUID, "", UID(e), other.File())
	}
	if d.UID != "" {
		return
	}
	for i, a := range d.Aliases {
		if old, ok := strings.CutPrefix(a, "/"+string(content.Events)+"/"); ok {
			b.say(e.Document, e.Pos.Of("aliases", i), diag.RenamedEvent, "", string(content.Events)+"/"+strings.Trim(old, "/"))
			return
		}
	}
}

// materials wants the site's own files to be there.
func (b *builder) materials(e *Entry, d *content.Event) {
	for i, m := range d.Materials {
		if p, own := strings.CutPrefix(m.URL, "/"); own && !b.isStatic(p) && !b.isAddress(p) {
			field := at("materials", i) + ".url"
			b.say(e.Document, e.Pos.Of(field), diag.NoFile, "", "materials.url", m.URL)
		}
	}
}

// unconfirmed reminds of observances that are near while their date is only
// what the rule says.
func (b *builder) unconfirmed(e *Entry, d *content.SeriesEntry) {
	for _, o := range b.awaited(e) {
		if b.in.Now.Before(o.End) && !b.in.Now.Before(o.Start.AddDate(0, 0, -remindDays)) {
			at := e.Pos.Of("nominal")
			if len(d.Nominal) == 0 {
				at = e.Pos.Of("dates")
			}
			b.say(e.Document, at, diag.Unconfirmed, "", strconv.Itoa(o.Start.Year()), o.Start.Format("2006-01-02"))
		}
	}
}

// awaited are the dates of an observance that nobody has confirmed: those of its
// rule or, where it has none, the last one on record in this year and the next.
func (b *builder) awaited(e *Entry) []Occurrence {
	d, ok := e.Data.(*content.SeriesEntry)
	if !ok || d.Kind != "observance" || len(e.Times) == 0 {
		return nil
	}
	var list []Occurrence
	for _, o := range e.Times {
		if o.Status == Tentative {
			list = append(list, o)
		}
	}
	if len(d.Nominal) > 0 {
		return list
	}
	last := e.Times[len(e.Times)-1]
	now := b.in.Now.In(content.ChinaTime()).Year()
	for year := max(now, last.Start.Year()+1); year <= now+1; year++ {
		list = append(list, last.Moved(last.Start.AddDate(year-last.Start.Year(), 0, 0)))
	}
	return list
}

// years are those from the announcement of an event to its end: a date without
// a year is in one of them. Over many years every weekday fits.
func years(e *Entry, d *content.Event) (first, last int) {
	first, last = d.Start.Year(), EventEnd(e).Year()
	if !d.Date.IsZero() {
		first = min(first, d.Date.Year())
	}
	return first, last
}

// weekdays warns of dates in the text that are not on the weekday beside them.
func (b *builder) weekdays(e *Entry, first, last int) {
	say := func(m calendar.Mention, pos diag.Pos) {
		if last-first > 6 && m.Year == 0 || !m.Wrong(first, last) {
			return
		}
		year := m.Year
		if year == 0 {
			year = last
		}
		t := time.Date(year, m.Month, m.Day, 0, 0, 0, 0, time.UTC)
		b.say(e.Document, pos, diag.WeekdayWrong, "", diag.Both(t.Format("2006年1月2日"), t.Format("2 January 2006")), dayName(m.Weekday), dayName(t.Weekday()))
	}
	for _, d := range e.Text.Dates {
		say(d.Mention, diag.Pos{Line: d.Line, Col: d.Col})
	}
	for _, f := range texts(e.Data) {
		for _, m := range calendar.Mentions(f.text) {
			say(m, e.Pos.Of(f.path))
		}
	}
}

func dayName(d time.Weekday) string {
	return diag.Both("星期"+string([]rune("日一二三四五六")[d]), d.String())
}

// A fieldText is a text of front matter.
type fieldText struct{ path, text string }

func texts(data content.Data) []fieldText {
	base := data.Base()
	list := []fieldText{{"title", base.Title}, {"summary", base.Summary}}
	if ev, ok := data.(*content.Event); ok {
		list = append(list, fieldText{"notice", ev.Notice}, fieldText{"venue", ev.Venue})
		if ev.Registration != nil {
			list = append(list, fieldText{"registration.note", ev.Registration.Note}, fieldText{"registration.fee", ev.Registration.Fee})
		}
		for i, s := range ev.Sessions {
			list = append(list, fieldText{at("sessions", i) + ".title", s.Title})
		}
		for i, s := range ev.Stops {
			list = append(list, fieldText{at("stops", i) + ".title", s.Title}, fieldText{at("stops", i) + ".note", s.Note})
		}
		for i, c := range ev.Changes {
			list = append(list, fieldText{at("changes", i) + ".text", c.Text})
		}
	}
	return list
}
