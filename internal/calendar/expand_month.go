package calendar

import (
	"math/bits"
	"time"
)

// An expansion gives the days of one month after the other.
//
// As all that a rule names are days, the table of RFC 5545 (page 44) comes to
// this: a rule has the days of every Interval-th year, month, week or day that
// each of its BY parts names, whether that part “expands” or “limits”. What
// depends on the frequency is only which part the start fills in, and what an
// ordinal weekday counts in.
//
// Sets of months and of days of a month are bits: bit 1 is the first.
type expansion struct {
	freq     Freq
	interval int
	months   uint64
	days     uint64 // of the month, from its start
	lastDays uint64 // of the month, from its end
	weekdays []WeekdayNum
	ofYear   bool // ordinals count in the year

	year  int // of the start
	month time.Month
	day   int // number of the day, or of the Monday, from which intervals count
}

const all = ^uint64(0)

func newExpansion(r Rule, start time.Time) expansion {
	year, month, day := start.Date()
	e := expansion{
		freq:     r.Freq,
		interval: max(r.Interval, 1),
		ofYear:   r.Freq == Yearly && len(r.ByMonth) == 0,
		year:     year,
		month:    month,
		day:      dayNumber(year, month, day),
	}
	if r.Freq == Weekly {
		e.day -= fromMonday(start.Weekday())
	}

	// What no part says is as at the start.
	if len(r.ByDay) == 0 && len(r.ByMonthDay) == 0 {
		if r.Freq == Yearly && len(r.ByMonth) == 0 {
			r.ByMonth = []int{int(month)}
		}
		switch r.Freq {
		case Yearly, Monthly:
			r.ByMonthDay = []int{day}
		case Weekly:
			r.ByDay = []WeekdayNum{{Day: start.Weekday()}}
		}
	}

	e.weekdays = r.ByDay
	for _, m := range r.ByMonth {
		e.months |= bit(m)
	}
	for _, d := range r.ByMonthDay {
		e.days |= bit(d)
		e.lastDays |= bit(-d)
	}
	if len(r.ByMonth) == 0 {
		e.months = all
	}
	if len(r.ByMonthDay) == 0 {
		e.days = all
	}
	return e
}

// in gives the days of a month that the rule names.
func (e *expansion) in(year int, month time.Month) uint64 {
	if e.months&bit(int(month)) == 0 || !e.applies(year, month) {
		return 0
	}
	first := dayNumber(year, month, 1)
	length := dayNumber(year, month+1, 1) - first

	days := bit(length+1) - bit(1)
	days &= e.days | bits.Reverse64(e.lastDays)>>(62-length)
	if len(e.weekdays) > 0 && days != 0 {
		days &= e.onWeekdays(year, first, length)
	}
	switch {
	case e.interval == 1:
	case e.freq == Weekly:
		days = e.every(7*e.interval, 7, days, first)
	case e.freq == Daily:
		days = e.every(e.interval, 1, days, first)
	}
	return days
}

// applies reports whether the interval of a monthly or yearly rule has the
// month.
func (e *expansion) applies(year int, month time.Month) bool {
	switch e.freq {
	case Yearly:
		return (year-e.year)%e.interval == 0
	case Monthly:
		return (12*(year-e.year)+int(month-e.month))%e.interval == 0
	}
	return e.freq == Weekly || e.freq == Daily
}

// every leaves the days that are in the first span of their period, both
// counted in days, of a month whose first day has the number first.
func (e *expansion) every(period, span int, days uint64, first int) uint64 {
	var left uint64
	for ; days != 0; days &= days - 1 {
		day := bits.TrailingZeros64(days)
		if (first+day-1-e.day)%period < span {
			left |= bit(day)
		}
	}
	return left
}

// onWeekdays gives the days of a month that fall on the weekdays. The month has
// length days, and its first the number first.
func (e *expansion) onWeekdays(year, first, length int) uint64 {
	from, to := first, first+length // what ordinals count in
	if e.ofYear {
		from, to = dayNumber(year, time.January, 1), dayNumber(year+1, time.January, 1)
	}
	var days uint64
	for _, w := range e.weekdays {
		var n int // number of the day
		switch {
		case w.N == 0:
			const weekly = 1 | 1<<7 | 1<<14 | 1<<21 | 1<<28
			days |= weekly << (1 + daysTo(first, w.Day))
			continue
		case w.N > 0:
			n = from + daysTo(from, w.Day) + 7*(w.N-1)
		default:
			n = to + daysTo(to, w.Day) + 7*w.N
		}
		if first <= n && n < first+length {
			days |= bit(n - first + 1)
		}
	}
	return days
}

// bit is the set of n alone; of nothing where n is no month and no day.
func bit(n int) uint64 {
	if n < 1 || n > 32 {
		return 0
	}
	return 1 << n
}

// daysTo counts the days from the day with number n to the next weekday, which
// is 0 to 6.
func daysTo(n int, weekday time.Weekday) int {
	const thursday = 4 // the day with number 0
	return ((int(weekday)-thursday-n)%7 + 7) % 7
}

// fromMonday counts the days from Monday.
func fromMonday(d time.Weekday) int { return (int(d) + 6) % 7 }

// dayNumber counts the days from 1 January 1970. Years are taken to begin in
// March, so that the leap day is their last; month 13 is January of the next.
func dayNumber(year int, month time.Month, day int) int {
	m := int(month)
	if m < 3 {
		year, m = year-1, m+12
	}
	beforeMonth := (153*m - 457) / 5 // months have 31, 30, 31, 30, 31 days in turn
	return 365*year + year/4 - year/100 + year/400 + beforeMonth + day - 719469
}
