package page

import (
	"encoding/json"
	"slices"
	"time"

	"kepu/internal/calendar"
	"kepu/internal/content"
)

// opening says when a place is open: the seasons, the ordinary week for what is
// left of the year, and the days on which it is closed. It is nil where nothing
// of that is known.
func (m *maker) opening(d *content.Place) *HoursView {
	w := m.words
	v := &HoursView{Note: d.HoursNote, Data: openingData(d)}
	for _, s := range d.Seasons {
		v.Weeks = append(v.Weeks, WeekView{Name: s.Name, Days: w.season(s), Closed: s.Closed, Lines: m.week(s.Hours)})
	}
	if lines := m.week(d.Hours); lines != nil {
		ordinary := WeekView{Lines: lines}
		if len(d.Seasons) > 0 {
			ordinary.Name = w.get("hours.rest")
		}
		v.Weeks = append(v.Weeks, ordinary)
	}
	for _, c := range byDay(d.Closures) {
		v.Closures = append(v.Closures, NamedText{w.span(c.From, c.To, true), c.Note})
	}
	if len(v.Weeks) == 0 && len(v.Closures) == 0 && v.Note == "" {
		return nil
	}
	return v
}

// week is a line for each group of weekdays with the same hours.
func (m *maker) week(lines []string) []NamedText {
	hours, _, _ := calendar.ParseHours(lines)
	var list []NamedText
	for _, row := range hours.Rows(m.loc.Lang) {
		text := clocks(row.Spans)
		if text == "" {
			text = m.words.get("hours.closed")
		}
		list = append(list, NamedText{row.Days, text})
	}
	return list
}

// season names the days of a season: 5月1日—10月7日.
func (w words) season(s content.Season) string {
	from, to, ok := s.Span()
	if !ok {
		return ""
	}
	day := func(n int) string { return w.short(time.Date(2000, 1, 1+n, 0, 0, 0, 0, time.UTC)) }
	return day(from) + "—" + day(to)
}

func byDay(closures []content.Closure) []content.Closure {
	list := slices.Clone(closures)
	slices.SortStableFunc(list, func(x, y content.Closure) int { return x.From.Compare(y.From.Time) })
	return list
}

// openingData tells opening.js when a place is open. It is JSON:
//
//	{"w": [[126, 540, 990]],                     the ordinary week
//	 "s": [[501, 1007, [[127, 510, 1050]]]],     seasons, each with its week
//	 "c": [[20270206, 20270210]]}                days on which it is closed
//
// Three numbers are a span of time on some weekdays: the sum of 1 for Sunday, 2
// for Monday … 64 for Saturday, and two times of day in minutes, ascending on
// each weekday. Days are 100 × month + day and 10,000 × year + that, first and
// last; a season may end before it begins, in the next year. A season that is
// closed has no spans. Without "w" nothing is known of the days outside the
// seasons. It is "" where nothing is known at all.
func openingData(d *content.Place) string {
	var data struct {
		Week     [][3]int `json:"w,omitempty"`
		Seasons  [][3]any `json:"s,omitempty"`
		Closures [][2]int `json:"c,omitempty"`
	}
	data.Week = spansData(d.Hours)
	for _, s := range d.Seasons {
		from, to, ok := s.Span()
		spans := spansData(s.Hours)
		if !ok || len(spans) == 0 && !s.Closed {
			continue
		}
		if monthDay(to) == 228 {
			to++ // what ends on 28 February ends with the month
		}
		data.Seasons = append(data.Seasons, [3]any{monthDay(from), monthDay(to), spans})
	}
	if len(data.Week)+len(data.Seasons) == 0 {
		return ""
	}
	for _, c := range byDay(d.Closures) {
		to := c.To
		if to.IsZero() {
			to = c.From
		}
		data.Closures = append(data.Closures, [2]int{dayNumber(c.From.Time), dayNumber(to.Time)})
	}
	text, err := json.Marshal(data)
	if err != nil {
		panic(err) // numbers can be written
	}
	return string(text)
}

func spansData(lines []string) [][3]int {
	hours, _, _ := calendar.ParseHours(lines)
	spans := [][3]int{} // not null
	for _, h := range hours {
		days := 0
		for d, open := range h.Days {
			if open {
				days |= 1 << d
			}
		}
		spans = append(spans, [3]int{days, h.Open, h.Close})
	}
	return spans
}

// monthDay is a day of a leap year, counted from 0, for the script.
func monthDay(n int) int {
	t := time.Date(2000, 1, 1+n, 0, 0, 0, 0, time.UTC)
	return 100*int(t.Month()) + t.Day()
}

func dayNumber(t time.Time) int {
	y, m, d := t.Date()
	return 10_000*y + 100*int(m) + d
}
