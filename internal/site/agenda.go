package site

import "slices"

// Current is the time of an event that matters most at the site's AsOf instant:
// the one that is on, else the next one that takes place, else the next one that
// does not, else the last. in chooses among its times; nil takes them all. False
// if there is none.
func (s *Site) Current(e *Entry, in func(Occurrence) bool) (Occurrence, bool) {
	var best Occurrence
	found, rank := false, 0
	for _, o := range e.Times {
		if in != nil && !in(o) {
			continue
		}
		r := 1 // past: the last of them
		switch phase := o.PhaseAt(s.AsOf); {
		case phase == Running:
			return o, true
		case phase == Ahead && o.Status != Cancelled && o.Status != Postponed:
			r = 3
		case phase == Ahead:
			r = 2
		}
		if r > rank || r == 1 && rank == 1 {
			best, found, rank = o, true, r
		}
	}
	return best, found
}

// Agenda splits events at the site's AsOf instant: those on now, those ahead by
// their next time, those past with the latest first. Each comes with the time
// that matters. in chooses among the times, nil takes them all; events without
// any are left out.
func (s *Site) Agenda(events []*Entry, in func(Occurrence) bool) (running, ahead, past []Occurrence) {
	for _, e := range events {
		o, ok := s.Current(e, in)
		if !ok {
			continue
		}
		phase := o.PhaseAt(s.AsOf)
		if in == nil {
			phase = PhaseAt(e, s.AsOf)
		}
		switch phase {
		case Running:
			running = append(running, o)
		case Ahead:
			ahead = append(ahead, o)
		default:
			past = append(past, o)
		}
	}
	slices.SortStableFunc(ahead, func(x, y Occurrence) int { return x.Start.Compare(y.Start) })
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
	slices.SortStableFunc(list, func(x, y Occurrence) int { return x.Start.Compare(y.Start) })
	return list
}

// TakesPlaceIn reports whether an occurrence is in the city, as far as it says
// so more precisely than its event.
func (o Occurrence) TakesPlaceIn(city *Term) bool {
	return len(o.Cities) == 0 || slices.Contains(o.Cities, city)
}
