package site

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
)

// The states of an event, as front matter has them; "" is Scheduled.
const (
	Scheduled   = "scheduled"
	Tentative   = "tentative"
	Cancelled   = "cancelled"
	Postponed   = "postponed"
	Rescheduled = "rescheduled"
)

// StatusOf is the state of an event in whole; a draft is taken for what it will be.
func StatusOf(d *content.Event) string {
	if d.Status == "" || d.Status == "draft" {
		return Scheduled
	}
	return d.Status
}

func runs(status string) bool {
	return status != Tentative && status != Cancelled && status != Postponed
}

// An Occurrence is one time at which an event, or an observance, takes place:
// one sitting, one stop of a tour, one of the times of a recurring event.
type Occurrence struct {
	Entry  *Entry // of kind Events or Series
	Part   int    // index of the session, the stop or the edition; -1 where it is none of them
	Start  time.Time
	End    time.Time // exclusive; where none is known, the end of the day
	Day    bool      // whole days
	Open   bool      // no end is known
	EndDay bool      // the end is that of a day, though the start is not
	Status string    // one of Scheduled …, never ""
	Hours  calendar.Hours
	Closed []content.Time // days on which it is closed
	Place  *Entry         // nil where it has no page
	Venue  string
	Online string
	Cities []*Term // where it takes place, if that is not simply where the event does
}

// Runs says that it takes place, as far as anybody knows.
func (o Occurrence) Runs() bool { return runs(o.Status) }

// PhaseAt is where it stands at t.
func (o Occurrence) PhaseAt(t time.Time) Phase {
	switch {
	case !t.Before(o.End):
		return Past
	case t.Before(o.Start) || !o.Runs():
		return Ahead
	}
	return Running
}

// schedule finds when every event and every observance takes place. Rules are
// followed to the end of the next year, or of the one after their start.
func (b *builder) schedule() {
	b.horizon = newYear(b.in.Now.In(content.ChinaTime()).Year() + 2)
	for _, e := range b.Entries {
		switch d := e.Data.(type) {
		case *content.Event:
			e.Times = b.times(e, d)
		case *content.SeriesEntry:
			e.Times = b.editions(e, d)
		}
		slices.SortStableFunc(e.Times, func(x, y Occurrence) int { return x.Start.Compare(y.Start) })
	}
}

func (b *builder) times(e *Entry, d *content.Event) []Occurrence {
	var list []Occurrence
	whole := Occurrence{
		Entry: e, Part: -1, Status: StatusOf(d), Venue: d.Venue, Online: d.Online,
		Place: e.Named(content.Places, d.Place), Closed: d.Except,
	}
	switch {
	case d.Start.IsZero():
	case len(d.Stops) > 0:
		for i, s := range d.Stops {
			list = append(list, b.stop(e, whole, i, s))
		}
	case len(d.Sessions) > 0:
		for i, s := range d.Sessions {
			list = append(list, b.session(e, whole, i, s))
		}
	default:
		whole.Hours = hoursOf(d.Hours)
		first := whole.at(d.Start, d.End)
		if d.Repeat == "" {
			list = append(list, first)
		} else {
			list = b.repeated(d, first)
		}
		for _, x := range d.Extra {
			list = append(list, first.Moved(extra(d.Start, x)))
		}
		slices.SortStableFunc(list, func(x, y Occurrence) int { return x.Start.Compare(y.Start) })
		list = slices.CompactFunc(list, func(x, y Occurrence) bool { return x.Start.Equal(y.Start) })
	}
	return list
}

// at is the occurrence with its time.
func (o Occurrence) at(start, end content.Time) Occurrence {
	o.Start, o.Day = start.Time, start.Day
	switch {
	case end.IsZero():
		o.End, o.Open = midnight(start.Time), !start.Day
	case start.Day && !end.Day: // a day that ends at an hour
		o.End = midnight(end.Time)
	default:
		o.End, o.EndDay = End(end), end.Day && !start.Day
	}
	return o
}

// Moved is the occurrence at another start.
func (o Occurrence) Moved(start time.Time) Occurrence {
	switch {
	case o.Day:
		days := int(o.End.Sub(o.Start)+12*time.Hour) / int(24*time.Hour)
		o.End = start.AddDate(0, 0, days)
	case o.Open:
		o.End = midnight(start)
	default:
		o.End = start.Add(o.End.Sub(o.Start))
	}
	o.Start = start
	return o
}

// extra is a further start: a day takes the hour of the first one.
func extra(first, x content.Time) time.Time {
	y, m, d := x.Date()
	if first.Day {
		return time.Date(y, m, d, 0, 0, 0, 0, x.Location())
	}
	if !x.Day {
		return x.Time
	}
	return time.Date(y, m, d, first.Hour(), first.Minute(), first.Second(), 0, first.Location())
}

// part gives a session or a stop the state of the event, unless it has one of
// its own that matters more.
func part(whole, own string) string {
	if own == "" || own == Scheduled || whole == Cancelled || whole == Postponed {
		return whole
	}
	return own
}

// session is in a room of the event's place, unless it names a place of its own.
func (b *builder) session(e *Entry, whole Occurrence, i int, s content.Session) Occurrence {
	o := whole.at(s.Start, s.End)
	o.Part, o.Status, o.Online = i, part(whole.Status, s.Status), cmp.Or(s.Online, whole.Online)
	if s.Place != "" {
		o.Place, o.Venue = e.Named(content.Places, s.Place), s.Venue
		o.Cities = b.citiesOf(o.Place, e.Locale)
	} else if s.Venue != "" {
		o.Venue = s.Venue
	}
	return o
}

func (b *builder) stop(e *Entry, whole Occurrence, i int, s content.Stop) Occurrence {
	o := whole.at(s.Start, s.End)
	o.Part, o.Status, o.Hours, o.Closed = i, part(whole.Status, s.Status), hoursOf(s.Hours), s.Except
	if s.Place != "" || s.Venue != "" {
		o.Place, o.Venue = e.Named(content.Places, s.Place), s.Venue
	}
	if t := e.Locale.byWord[Cities][s.City]; s.City != "" && t != nil {
		o.Cities = []*Term{t}
	} else if o.Place != nil && s.Place != "" {
		o.Cities = b.citiesOf(o.Place, e.Locale)
	}
	return o
}

func hoursOf(lines []string) calendar.Hours {
	if len(lines) == 0 {
		return nil
	}
	h, _, _ := calendar.ParseHours(lines) // wrong ones are told by now
	return h
}

// repeated follows the rule of an event.
func (b *builder) repeated(d *content.Event, first Occurrence) []Occurrence {
	rule, err := calendar.ParseRule(d.Repeat)
	if err != nil {
		return []Occurrence{first}
	}
	starts := rule.Starts(first.Start)
	if _, term, ok := content.ParseTerm(d.On); ok {
		starts = yearly(term, first.Start, rule)
	}
	except := content.DatesOf(d.Except)
	limit := b.horizon
	if own := newYear(first.Start.Year() + 2); own.After(limit) {
		limit = own
	}
	total := 0
	for t := range starts {
		if !t.Before(limit) {
			b.endless = b.endless || limit.Equal(b.horizon)
			break
		}
		total++
	}
	var list []Occurrence
	n := 0
	for t := range starts {
		if n++; n > total {
			break
		}
		if n > total-content.MaxTimes && !except.Cover(t) { // of what goes on for ever the last are enough
			list = append(list, first.Moved(t))
		}
	}
	return list
}

// yearly follows a solar term from year to year; no RRULE could.
func yearly(term calendar.SolarTerm, first time.Time, rule calendar.Rule) iter.Seq[time.Time] {
	return func(yield func(time.Time) bool) {
		for n := 0; rule.Count == 0 || n < rule.Count; n++ {
			day, ok := term.Day(first.Year() + n*rule.Interval)
			if !ok {
				return
			}
			y, m, d := day.Date()
			t := time.Date(y, m, d, first.Hour(), first.Minute(), first.Second(), 0, first.Location())
			if rule.Ended(t) || !yield(t) {
				return
			}
		}
	}
}

// editions are the dates of a series: those on record, and for years after
// them those that its rules give.
func (b *builder) editions(e *Entry, d *content.SeriesEntry) []Occurrence {
	var list []Occurrence
	known := map[int]bool{}
	last := d.Date.Year() - 1
	if d.Date.IsZero() {
		last = 0
	}
	for i, x := range d.Dates {
		if x.Start.IsZero() {
			continue
		}
		known[x.Year] = true
		o := Occurrence{Entry: e, Part: i, Status: Scheduled}.at(x.Start, x.End)
		switch {
		case x.Cancelled:
			o.Status = Cancelled
		case x.Tentative:
			o.Status = Tentative
		}
		if !x.Tentative {
			last = max(last, x.Year)
		}
		list = append(list, o)
	}
	for _, n := range d.Nominal {
		from := max(n.From, d.Since.Year)
		if !n.Fixed || from == 0 {
			from = max(from, last+1)
		}
		to := b.horizon.Year() - 1
		if n.To != 0 && n.To <= to {
			to = n.To
		} else {
			b.endless = true
		}
		for year := from; year <= to; year++ {
			if day, ok := nominal(n, year); ok && !known[year] {
				o := Occurrence{Entry: e, Part: -1, Start: day, End: day.AddDate(0, 0, max(1, n.Days)), Day: true, Status: Tentative}
				if n.Fixed {
					o.Status = Scheduled
				}
				list = append(list, o)
			}
		}
	}
	return list
}

// nominal is the day that a rule gives in a year.
func nominal(n content.Nominal, year int) (time.Time, bool) {
	if n.On != "" {
		_, term, ok := content.ParseTerm(n.On)
		if !ok {
			return time.Time{}, false
		}
		return term.Day(year)
	}
	rule, err := calendar.ParseRule(n.Repeat)
	if err != nil {
		return time.Time{}, false
	}
	t, ok := rule.First(newYear(year))
	return t, ok && t.Year() == year
}
