package site

import (
	"time"

	"kepu/internal/content"
)

// When is the instant an entry is sorted by: the start of an event, the date
// of anything else.
func When(e *Entry) time.Time {
	if ev, ok := e.Data.(*content.Event); ok {
		return ev.Start.Time
	}
	return e.Data.Base().Date.Time
}

// End is the first instant after t: of a whole day, the next midnight.
func End(t content.Time) time.Time {
	if t.IsZero() || !t.Day {
		return t.Time
	}
	return t.AddDate(0, 0, 1)
}

// midnight is the end of the day of t.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, t.Location())
}

// remindDays is how long before an observance its date should be confirmed.
const remindDays = 120

// clock finds the instants around now at which time alone changes what the
// site shows: an event begins or ends, registration opens or closes, an entry
// expires, an anniversary comes, the calendar goes on by a year. Between two of
// them a build gives the same bytes whenever it runs. It finds those around now,
// too, at which time alone changes what New says.
func (b *builder) clock() {
	show := func(t time.Time) { around(b.in.Now, t, &b.AsOf, &b.Next) }
	for i := range b.in.Docs {
		data := b.in.Docs[i].Data
		if data.PublicationStatus() != "draft" || b.in.Drafts {
			show(End(data.Base().Expires))
		}
	}
	for _, e := range b.Entries {
		var open time.Time // when the last of those that have begun ends
		for i, o := range e.Times {
			if o.Runs() && e.Kind == content.Events { // an observance is listed until it is over
				show(o.Start)
			}
			// Nobody sees the end of a session while one that began before it
			// goes on, or of the last within the span of its event.
			hidden := o.Place == nil && len(o.Cities) == 0 && o.Runs() && (open.After(o.End) || i+1 == len(e.Times) && within(o))
			if !hidden {
				show(o.End)
			}
			if o.Runs() && o.Place == nil && o.End.After(open) {
				open = o.End
			}
		}
		for _, o := range b.awaited(e) {
			around(b.in.Now, o.Start.AddDate(0, 0, -remindDays), &b.Said, &b.Says)
			around(b.in.Now, o.End, &b.Said, &b.Says)
		}
		if e.Kind != content.Events {
			continue
		}
		if ev := e.Data.(*content.Event); ev.Spans() && runs(ev.Status) {
			show(ev.Start.Time)
		}
		show(EventEnd(e))
		if r := RegistrationOf(e); r != nil {
			show(r.Opens)
			show(r.Closes)
		}
	}
	if b.Settings.Feeds.Anniversaries {
		b.anniversaryClock(show)
	}
	if b.endless {
		year := b.in.Now.In(content.ChinaTime()).Year()
		show(newYear(year))
		show(newYear(year + 1))
	}
	if b.AsOf.IsZero() { // then the newest entry tells how fresh the site is
		for _, e := range b.Entries {
			show(e.Data.Base().Date.Time)
		}
	}
}

// within reports whether an occurrence is over before its event is.
func within(o Occurrence) bool {
	ev, ok := o.Entry.Data.(*content.Event)
	return ok && ev.Spans() && runs(ev.Status) && o.End.Before(End(ev.End))
}

// around moves the nearest instants before and after now nearer to it. The one
// at now is before it: it has come.
func around(now, t time.Time, before, after *time.Time) {
	switch t = t.In(content.ChinaTime()); {
	case t.IsZero():
	case !t.After(now):
		if t.After(*before) {
			*before = t
		}
	case after.IsZero() || t.Before(*after):
		*after = t
	}
}

func newYear(year int) time.Time {
	return time.Date(year, 1, 1, 0, 0, 0, 0, content.ChinaTime())
}

// EventEnd is the first instant at which an event is over.
func EventEnd(e *Entry) time.Time {
	ev := e.Data.(*content.Event)
	var end time.Time
	if ev.Spans() {
		end = End(ev.End)
	}
	for _, o := range e.Times {
		if o.End.After(end) {
			end = o.End
		}
	}
	return end
}

// A Phase is where an event stands at an instant.
type Phase int

const (
	Ahead Phase = iota
	Running
	Past
)

// PhaseAt tells whether an event is ahead, running or past at t. One that is
// cancelled, postponed or tentative never runs: it is ahead until it is past.
func PhaseAt(e *Entry, t time.Time) Phase {
	ev := e.Data.(*content.Event)
	if ev.Spans() && runs(ev.Status) && !t.Before(ev.Start.Time) && t.Before(End(ev.End)) {
		return Running
	}
	phase := Past
	for _, o := range e.Times {
		switch p := o.PhaseAt(t); {
		case p == Running:
			return Running
		case p == Ahead:
			phase = Ahead
		}
	}
	if ev.Spans() && t.Before(ev.Start.Time) {
		phase = Ahead
	}
	return phase
}

// A Window is when one can register for an event. Opens or Closes is zero
// where that is not said or makes no difference any more.
type Window struct{ Opens, Closes time.Time }

// RegistrationOf gives the window of an event that takes place, nil if there is
// nothing to say of it.
func RegistrationOf(e *Entry) *Window {
	ev := e.Data.(*content.Event)
	r := ev.Registration
	if r == nil || ev.Status == Cancelled || ev.Status == Postponed {
		return nil
	}
	w := Window{r.Opens.Time, End(r.Closes)}
	if end := EventEnd(e); w.Closes.IsZero() || w.Closes.After(end) {
		w.Closes = end
	}
	if !w.Opens.Before(w.Closes) {
		return nil
	}
	return &w
}
