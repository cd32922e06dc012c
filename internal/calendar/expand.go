package calendar

import (
	"iter"
	"math/bits"
	"time"
)

// lastYear ends every rule, so that also one that never applies is soon known.
const lastYear = 2999

// Starts gives all starts of an event that repeats by the rule, ascending: the
// first is the first that the rule gives at or after start, and Count counts
// from there. Each has the clock time of start and is in its location, as
// time.Date understands that on days when clocks are moved. Without an end
// they go on until the year 2999.
//
// A start before the year 1 has none.
func (r Rule) Starts(start time.Time) iter.Seq[time.Time] {
	return func(yield func(time.Time) bool) {
		year, month, first := start.Date()
		if year < 1 {
			return
		}
		e := newExpansion(r, start)
		for count := 0; year <= lastYear; first = 0 {
			days := e.in(year, month) >> first << first // none before start
			for ; days != 0; days &= days - 1 {
				day := bits.TrailingZeros64(days)
				t := start // its clock may show this time twice on that day
				if day != first {
					t = onDay(start, year, month, day)
				}
				if r.Ended(t) || !yield(t) {
					return
				}
				if count++; count == r.Count {
					return
				}
			}
			if month++; month > time.December {
				year, month = year+1, time.January
			}
		}
	}
}

// First is the first start at or after start; false if there is none.
func (r Rule) First(start time.Time) (time.Time, bool) {
	for t := range r.Starts(start) {
		return t, true
	}
	return time.Time{}, false
}

// Ended reports whether t is after the last day or instant that Until allows.
func (r Rule) Ended(t time.Time) bool {
	switch {
	case r.Until.IsZero():
		return false
	case r.UntilDay:
		return dayNumber(t.Date()) > dayNumber(r.Until.Date())
	}
	return t.After(r.Until)
}

// onDay is the clock time of t on another day.
func onDay(t time.Time, year int, month time.Month, day int) time.Time {
	hour, minute, second := t.Clock()
	return time.Date(year, month, day, hour, minute, second, t.Nanosecond(), t.Location())
}
