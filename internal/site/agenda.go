package site

import (
	"slices"
	"sort"

	"kepu/internal/content"
)

// Current is the time of an event that matters most at the site's AsOf instant:
// the one that is on, else the next one, else the last. False if it has none.
func (s *Site) Current(e *Entry) (Occurrence, bool) {
	if len(e.Times) == 0 {
		return Occurrence{}, false
	}
	for _, o := range e.Times {
		if o.PhaseAt(s.AsOf) != Past {
			return o, true
		}
	}
	return e.Times[len(e.Times)-1], true
}

// Agenda splits events at the site's AsOf instant: those on now, those ahead by
// their next time, those past with the latest first.
func (s *Site) Agenda(events []*Entry) (running, ahead, past []*Entry) {
	for _, e := range events {
		switch PhaseAt(e, s.AsOf) {
		case Running:
			running = append(running, e)
		case Ahead:
			ahead = append(ahead, e)
		default:
			past = append(past, e)
		}
	}
	slices.SortStableFunc(ahead, func(x, y *Entry) int {
		a, _ := s.Current(x)
		b, _ := s.Current(y)
		return a.Start.Compare(b.Start)
	})
	slices.Reverse(past)
	return running, ahead, past
}

// Timetable gathers the times of events and series, by start. in chooses among
// the times of an entry, nil takes them all.
func Timetable(entries []*Entry, in func(Occurrence) bool) []Occurrence {
	var list []Occurrence
	for _, e := range entries {
		for _, o := range e.Times {
			if in == nil || in(o) {
				list = append(list, o)
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Start.Before(list[j].Start) })
	return list
}

// TakesPlaceIn reports whether an occurrence is in the city, as far as it says
// so more precisely than its event.
func (o Occurrence) TakesPlaceIn(city *Term) bool {
	return len(o.Cities) == 0 || slices.Contains(o.Cities, city)
}

// Observances are the series of a locale that have dates.
func (l *Locale) Observances() []*Entry {
	var list []*Entry
	for _, e := range l.ByKind[content.Series] {
		if len(e.Times) > 0 {
			list = append(list, e)
		}
	}
	return list
}
