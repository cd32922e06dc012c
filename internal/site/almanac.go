package site

import (
	"slices"
	"time"

	"kepu/internal/content"
)

// A Month counts months from the year 0.
type Month int

// MonthOf is the month of an instant.
func MonthOf(t time.Time) Month { return Month(t.Year()*12 + int(t.Month()) - 1) }

// First is midnight of the first day.
func (m Month) First() time.Time {
	return time.Date(int(m)/12, time.Month(int(m)%12+1), 1, 0, 0, 0, 0, content.ChinaTime())
}

// longMonths is for how many months the calendar names what has begun and goes on.
const longMonths = 36

// An Almanac is all times of a language by month. It begins with the year of the
// first event: observances of years before stand on their own pages.
type Almanac struct {
	Months map[Month][]Occurrence // each by start
	Years  []int                  // ascending, with all twelve months
}

// Almanac makes the calendar of a language.
func (l *Locale) Almanac() Almanac {
	a := Almanac{Months: map[Month][]Occurrence{}}
	all := slices.Concat(l.Events, l.ByKind[content.Series])
	first, last := 0, 0
	for _, e := range all {
		for _, o := range e.Times {
			y := o.Start.Year()
			if e.Kind == content.Events && (first == 0 || y < first) {
				first = y
			}
			last = max(last, y)
		}
	}
	years := map[int]bool{}
	for _, o := range Timetable(all, nil) {
		if o.Start.Year() < first {
			continue
		}
		from := MonthOf(o.Start)
		to := min(MonthOf(o.End.Add(-time.Second)), from+longMonths, Month(last*12+11))
		for m := from; m <= to; m++ {
			a.Months[m] = append(a.Months[m], o)
			years[int(m)/12] = true
		}
	}
	for y := range years {
		a.Years = append(a.Years, y)
	}
	slices.Sort(a.Years)
	return a
}
