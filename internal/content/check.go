package content

import (
	"kepu/internal/diag"
)

// check compares the fields of one entry with each other. Fields that could
// not be read are zero and are left alone.
func (d *decoder) check(data Data) {
	base := data.Base()
	d.span("", "date", "updated", base.Date, base.Updated)
	d.span("", "date", "expires", base.Date, base.Expires)
	switch v := data.(type) {
	case *Event:
		d.span("", "start", "end", v.Start, v.End)
		for i, s := range v.Sessions {
			d.span(indexed("sessions", i), "start", "end", s.Start, s.End)
			d.sessionOf(v, indexed("sessions", i), s)
		}
		d.span("", "start", "expires", v.Start, v.Expires)
		if r := v.Registration; r != nil {
			d.span("registration", "opens", "closes", r.Opens, r.Closes)
		}
	case *SeriesEntry:
		for i, e := range v.Dates {
			d.span(indexed("dates", i), "start", "end", e.Start, e.End)
		}
	case *Scientist:
		d.checkScientist(v)
	}
}

// span wants the second time not before the first.
func (d *decoder) span(path, from, to string, a, b Time) {
	if a.IsZero() || b.IsZero() || !b.last().Before(a.Time) && !wholeDayBefore(a, b) {
		return
	}
	d.addAt(diag.EndBeforeStart, sub(path, to), display(sub(path, to)), display(sub(path, from)))
}

// sessionOf wants a session at path within the event's own time, which is what
// lists and calendars show. A day given without hours may reach beyond it. An
// event that does not say when it ends lasts as long as its sessions.
func (d *decoder) sessionOf(ev *Event, path string, s Session) {
	if ev.Start.IsZero() || s.Start.IsZero() {
		return
	}
	early := s.Start.Before(ev.Start.Time)
	if s.Start.Day {
		early = !s.Start.last().After(ev.Start.Time)
	}
	if early {
		d.addAt(diag.SessionOutside, sub(path, "start"), display(sub(path, "start")), "start")
		return
	}
	if ev.End.IsZero() || ev.End.last().Before(ev.Start.Time) { // told by span
		return
	}
	for _, t := range []struct {
		key string
		Time
	}{{"start", s.Start}, {"end", s.End}} {
		if t.IsZero() {
			continue
		}
		late := t.After(ev.End.last())
		if t.Day || ev.End.Day && t.key == "start" { // it begins when the event's last day is over
			late = !t.Before(ev.End.last())
		}
		if late {
			d.addAt(diag.SessionOutside, sub(path, t.key), display(sub(path, t.key)), "end")
			return
		}
	}
}

// wholeDayBefore says that b is a day that ends just when a begins.
func wholeDayBefore(a, b Time) bool { return b.Day && b.last().Equal(a.Time) }

func (d *decoder) partialSpan(path, from, to string, a, b PartialDate) {
	if !a.IsZero() && !b.IsZero() && b.before(a) {
		d.addAt(diag.EndBeforeStart, sub(path, to), display(sub(path, to)), display(sub(path, from)))
	}
}

func (d *decoder) checkScientist(s *Scientist) {
	if len(s.Sources) == 0 && !d.wrongAt("sources") {
		d.addAt(diag.NoSources, "sources")
	}
	if p := s.Portrait; p != nil && (p.Credit == "" || p.Licence == "") && !d.wrongAt("portrait") {
		d.addAt(diag.PortraitRights, "portrait")
	}
	for i, m := range s.Timeline {
		if path := sub(indexed("timeline", i), "source"); m.Source > len(s.Sources) && !d.wrongAt("sources") {
			d.addAt(diag.BadSourceNumber, path, itoa(m.Source), itoa(len(s.Sources)))
		}
	}
	if s.Born != nil && s.Died != nil {
		d.partialSpan("", "born.date", "died.date", s.Born.Date, s.Died.Date)
	}
	for i, a := range s.Affiliations {
		d.partialSpan(indexed("affiliations", i), "from", "to", a.From, a.To)
	}
	for i, a := range s.Education {
		d.partialSpan(indexed("education", i), "from", "to", a.From, a.To)
	}
}

// wrongAt says that the value of a field is already the subject of a message,
// so that what it lacks is not the author's oversight.
func (d *decoder) wrongAt(path string) bool {
	if !d.pos.Has(path) {
		return has(d.lost, path)
	}
	at := d.pos.Of(path)
	for i := range d.ds {
		if d.ds[i].Pos.Line == at.Line && d.ds[i].Pos.Col == at.Col {
			return true
		}
	}
	return false
}

// addAt reports a mistake at a field.
func (d *decoder) addAt(code diag.Code, path string, args ...string) {
	d.add(code, d.pos.Of(path), args...)
}
