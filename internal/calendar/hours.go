package calendar

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Hours say when a place is open in an ordinary week. ParseHours returns them
// in one form only: weekdays with the same spans share them; they are in the
// order of the first weekday, from Monday, and of the time of day.
type Hours []OpenHours

// OpenHours are one span of time on some weekdays, in minutes from midnight:
// 0 ≤ Open < Close ≤ 1440. Nothing is open across midnight.
type OpenHours struct {
	Days        [7]bool // by time.Weekday
	Open, Close int
}

// Bounds of what ParseHours reads.
const (
	maxHoursLines = 50
	maxHoursLine  = 400 // bytes
)

// ParseHours reads lines like “09:00-16:30”, “周二至周日 09:00-16:30”,
// “周六、周日 09:00–11:30 13:00–17:00”, “周一闭馆” or “Mon-Fri 09:00-17:00”. A
// line without weekdays means every day; a weekday that is said to be closed
// is closed, whatever other lines say. Without any span the result is empty.
//
// Its error is a *HoursError; then the int is the index of the line where that
// was found.
func ParseHours(lines []string) (Hours, int, error) {
	var w weekHours
	for i, line := range lines {
		if len(line) > maxHoursLine || i >= maxHoursLines {
			return nil, i, &HoursError{TooLong, strings.ToValidUTF8(line[:min(len(line), 20)], "…")}
		}
		if err := w.read(line); err != nil {
			err.Value = cmp.Or(err.Value, strings.TrimSpace(line)) // as it was written
			return nil, i, err
		}
	}
	return w.hours(), 0, nil
}

// weekHours is what was read so far, by time.Weekday.
type weekHours struct {
	open   [7][]span
	closed [7]bool
	nights bool // a span may end on the next day: see NearHours
}

type span struct{ open, close int }

// read takes a line: clauses of weekdays with their spans, or closed.
func (w *weekHours) read(line string) *HoursError {
	s := scanner{englishHours.Replace(strings.ToLower(fold(line)))}
	for first := true; first || !s.done(); first = false {
		s.eat(",", ";", "、")
		days := s.weekdays(false)
		if days == nil {
			s.eat("每天", "每日")
			days = week[:]
		}
		s.eat(":")
		if s.eat("闭馆", "休馆", "关闭", "休息", "不开放") {
			for _, d := range days {
				w.closed[d] = true
			}
			continue
		}
		if err := w.spans(&s, days); err != nil {
			return err
		}
	}
	return nil
}

// spans takes one span or more, which are those of the days.
func (w *weekHours) spans(s *scanner, days []time.Weekday) *HoursError {
	for n := 0; ; n++ {
		s.comma()
		s.skip()
		text := s.rest
		var sp span
		if !s.try(func() bool { return s.span(&sp) }) {
			if n == 0 {
				return &HoursError{Problem: Syntax}
			}
			return nil
		}
		text = strings.TrimSuffix(text, s.rest)
		switch {
		case sp.open > 24*60 || sp.close > 24*60:
			return &HoursError{BadTime, text}
		case sp.open > sp.close && w.nights && sp.close+24*60-sp.open <= longestNight:
			if !w.add(days, 1, span{0, sp.close}) {
				return &HoursError{Overlap, text}
			}
			sp.close = 24 * 60
		case sp.open >= sp.close:
			return &HoursError{Backwards, text}
		}
		if !w.add(days, 0, sp) {
			return &HoursError{Overlap, text}
		}
	}
}

// add opens some days, or those that come later by so many. It reports false if
// one of them is open at that time.
func (w *weekHours) add(days []time.Weekday, later int, sp span) bool {
	for _, d := range days {
		open := &w.open[(int(d)+later)%7]
		if slices.ContainsFunc(*open, sp.overlaps) {
			return false
		}
		*open = append(*open, sp)
	}
	return true
}

func (s span) overlaps(other span) bool { return s.open < other.close && other.open < s.close }

// span takes 9:00-16:30.
func (s *scanner) span(sp *span) (ok bool) {
	if sp.open, ok = s.clock(); !ok || !s.to() {
		return false
	}
	sp.close, ok = s.clock()
	return ok
}

// clock takes a time of day in minutes; what is none is more than a day.
func (s *scanner) clock() (minutes int, ok bool) {
	s.skip()
	hour, rest, found := strings.Cut(s.rest, ":")
	if !found || len(hour) < 1 || len(hour) > 2 || len(rest) < 2 || strings.Trim(hour+rest[:2], "0123456789") != "" {
		return 0, false
	}
	h, m := digits(hour), digits(rest[:2])
	s.rest = rest[2:]
	if m > 59 {
		return 24*60 + 1, true
	}
	return 60*h + m, true
}

func digits(s string) (n int) {
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

// hours gives what was read its one form.
func (w *weekHours) hours() Hours {
	for d := range w.open {
		if w.closed[d] {
			w.open[d] = nil
		}
		slices.SortFunc(w.open[d], func(a, b span) int { return cmp.Compare(a.open, b.open) })
	}
	var list Hours
	var done [7]bool
	for _, d := range week {
		if done[d] {
			continue
		}
		var same [7]bool
		for other := range w.open {
			same[other] = slices.Equal(w.open[d], w.open[other])
			done[other] = done[other] || same[other]
		}
		for _, sp := range w.open[d] {
			list = append(list, OpenHours{same, sp.open, sp.close})
		}
	}
	return list
}

// On gives the spans of a weekday, ascending.
func (h Hours) On(day time.Weekday) []OpenHours {
	var list []OpenHours
	for _, o := range h {
		if o.Days[day] {
			list = append(list, o)
		}
	}
	slices.SortFunc(list, func(a, b OpenHours) int { return cmp.Compare(a.Open, b.Open) })
	return list
}

// englishHours puts the words of English lines into Chinese.
var englishHours = strings.NewReplacer(
	"monday", "周一", "tuesday", "周二", "wednesday", "周三", "thursday", "周四",
	"friday", "周五", "saturday", "周六", "sunday", "周日",
	"mon", "周一", "tues", "周二", "tue", "周二", "wed", "周三", "thurs", "周四", "thu", "周四",
	"fri", "周五", "sat", "周六", "sun", "周日",
	"weekdays", "工作日", "weekends", "周末", "every day", "每天", "daily", "每天",
	"closed", "闭馆", " to ", " 至 ", " and ", " 和 ",
)
