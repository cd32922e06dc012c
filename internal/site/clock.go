package site

import (
	"slices"
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

// EventEnd is the first instant at which an event is over. An event that does
// not say when it ends is over with its day, or with its last session; a
// session that does not say so is over with its day as well.
func EventEnd(ev *content.Event) time.Time {
	end := End(ev.End)
	if end.IsZero() && len(ev.Sessions) == 0 {
		end = midnight(ev.Start)
	}
	for _, s := range ev.Sessions {
		last := End(s.End)
		if last.IsZero() {
			last = midnight(s.Start)
		}
		if last.After(end) {
			end = last
		}
	}
	return end
}

// midnight is the end of the day of t.
func midnight(t content.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, t.Location())
}

// clock finds the instants around now at which time alone changes what the
// site shows: an event begins or ends, registration opens or closes, an entry
// expires. Between two of them a build gives the same bytes whenever it runs.
func (b *builder) clock() {
	var at []time.Time
	add := func(t time.Time) {
		if !t.IsZero() {
			at = append(at, t)
		}
	}
	for i := range b.in.Docs {
		data := b.in.Docs[i].Data
		if data.PublicationStatus() == "draft" && !b.in.Drafts {
			continue
		}
		add(End(data.Base().Expires))
		if ev, ok := data.(*content.Event); ok {
			add(ev.Start.Time)
			add(EventEnd(ev))
			if r := ev.Registration; r != nil {
				add(r.Opens.Time)
				add(End(r.Closes))
			}
		}
		if se, ok := data.(*content.SeriesEntry); ok {
			for _, d := range se.Dates {
				add(d.Start.Time)
				add(End(d.End))
			}
		}
	}
	slices.SortFunc(at, time.Time.Compare)
	for _, t := range at {
		if t = t.In(content.ChinaTime()); t.After(b.in.Now) {
			b.Next = t
			break
		}
		b.AsOf = t
	}
	if b.AsOf.IsZero() { // then the newest entry tells how fresh the site is
		for _, e := range b.Entries {
			switch w := e.Data.Base().Date.Time; {
			case w.IsZero():
			case !w.After(b.in.Now):
				if w.After(b.AsOf) {
					b.AsOf = w
				}
			case b.Next.IsZero() || w.Before(b.Next):
				b.Next = w
			}
		}
	}
}

// A Phase is where an event stands at an instant.
type Phase int

const (
	Ahead Phase = iota
	Running
	Past
)

// PhaseAt tells whether the event is ahead, running or past at t. A cancelled
// or postponed event never runs.
func PhaseAt(ev *content.Event, t time.Time) Phase {
	switch {
	case !t.Before(EventEnd(ev)):
		return Past
	case t.Before(ev.Start.Time):
		return Ahead
	case ev.Status == "cancelled" || ev.Status == "postponed":
		return Past
	}
	return Running
}

// Agenda splits the events of a locale at the site's AsOf instant: those on
// now, those ahead by start, those past with the latest first.
func (s *Site) Agenda(events []*Entry) (running, ahead, past []*Entry) {
	for _, e := range events {
		switch PhaseAt(e.Data.(*content.Event), s.AsOf) {
		case Running:
			running = append(running, e)
		case Ahead:
			ahead = append(ahead, e)
		default:
			past = append(past, e)
		}
	}
	slices.Reverse(past)
	return running, ahead, past
}
