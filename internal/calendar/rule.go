package calendar

import (
	"strconv"
	"strings"
	"time"
)

// A Freq is how often a rule applies: the FREQ of RFC 5545.
type Freq int

// What a rule may be repeated by. The zero Freq gives no day at all.
const (
	Yearly Freq = iota + 1
	Monthly
	Weekly
	Daily
)

var freqNames = [...]string{Yearly: "YEARLY", Monthly: "MONTHLY", Weekly: "WEEKLY", Daily: "DAILY"}

// A Rule is a recurrence rule of RFC 5545 §3.3.10, as far as the events of a
// calendar need it: it picks days, and weeks begin on Monday.
//
// ParseRule returns rules in one form only: lists ascend without repetition,
// what counts from the end comes last, weeks begin on Monday, and an Until that
// is an instant is in UTC. Rules that are put together elsewhere should keep to
// that form, and to the bounds below, or ParseRule will not give them back.
type Rule struct {
	Freq       Freq
	Interval   int          // every how many years, months, weeks or days: 1…MaxInterval
	Count      int          // how many starts there are: 1…MaxCount; 0: not limited
	Until      time.Time    // zero: not limited; with UntilDay the last day, else the last instant
	UntilDay   bool         // Until means a whole day, wherever the start is
	ByDay      []WeekdayNum // none: any weekday, or the start's
	ByMonth    []int        // 1…12
	ByMonthDay []int        // 1…31, and −31…−1 from the end of the month
}

// Bounds of a rule's numbers.
const (
	MaxInterval = 999
	MaxCount    = 10000
)

// A WeekdayNum is a weekday, or the Nth one: of the month in a monthly rule and
// in a yearly one with ByMonth, otherwise of the year. Below 0 it counts from
// the end; 0 is every one.
type WeekdayNum struct {
	N   int // −5…5 of the month, −53…53 of the year
	Day time.Weekday
}

var weekdayNames = [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// String is the weekday as BYDAY writes it, like “-1FR”.
func (w WeekdayNum) String() string {
	if w.N == 0 {
		return weekdayNames[w.Day]
	}
	return strconv.Itoa(w.N) + weekdayNames[w.Day]
}

// UNTIL as a day and as an instant in UTC.
const (
	untilDay     = "20060102"
	untilInstant = "20060102T150405Z"
)

// String is the rule as the value of an RRULE. ParseRule reads it back.
func (r Rule) String() string {
	var b strings.Builder
	b.WriteString("FREQ=" + freqNames[r.Freq])
	if r.Interval > 1 {
		b.WriteString(";INTERVAL=" + strconv.Itoa(r.Interval))
	}
	if r.Count > 0 {
		b.WriteString(";COUNT=" + strconv.Itoa(r.Count))
	}
	switch {
	case r.Until.IsZero():
	case r.UntilDay:
		b.WriteString(";UNTIL=" + r.Until.Format(untilDay))
	default:
		b.WriteString(";UNTIL=" + r.Until.UTC().Format(untilInstant))
	}
	list(&b, ";BYMONTH=", r.ByMonth, strconv.Itoa)
	list(&b, ";BYMONTHDAY=", r.ByMonthDay, strconv.Itoa)
	list(&b, ";BYDAY=", r.ByDay, WeekdayNum.String)
	return b.String()
}

func list[T any](b *strings.Builder, name string, values []T, text func(T) string) {
	for i, v := range values {
		if i == 0 {
			b.WriteString(name)
		} else {
			b.WriteByte(',')
		}
		b.WriteString(text(v))
	}
}

// RRule is the value of an RRULE property for an event that starts at start.
// RFC 5545 wants an UNTIL of the type that DTSTART has: a day where the event
// lasts whole days, otherwise an instant. A last day becomes the instant at
// which an event of that day would start.
func (r Rule) RRule(start time.Time, wholeDays bool) string {
	switch {
	case r.Until.IsZero() || wholeDays == r.UntilDay:
	case wholeDays:
		r.Until = r.Until.In(start.Location())
	default:
		year, month, day := r.Until.Date()
		r.Until = onDay(start, year, month, day)
	}
	r.UntilDay = wholeDays
	return r.String()
}

// Endless reports whether neither a count nor a day ends the rule.
func (r Rule) Endless() bool { return r.Count == 0 && r.Until.IsZero() }
