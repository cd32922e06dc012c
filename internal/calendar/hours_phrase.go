package calendar

import (
	"fmt"
	"strings"
)

// String is the hours in Chinese, which ParseHours reads back as one line.
func (h Hours) String() string { return h.Phrase("zh-CN") }

// Phrase says the hours in words, and then on which weekdays it is closed:
// 周二至周日09:00–16:30；周一闭馆. It speaks zh-CN, ko and en, and is empty in
// other languages and where it is never open.
func (h Hours) Phrase(lang string) string {
	l, _ := speak(lang)
	var clauses []string
	for _, row := range h.Rows(lang) {
		if len(row.Spans) == 0 {
			clauses = append(clauses, l.closed(row.Days))
			continue
		}
		var spans []string
		for _, o := range row.Spans {
			spans = append(spans, Clock(o.Open)+"–"+Clock(o.Close))
		}
		clauses = append(clauses, row.Days+l.at+strings.Join(spans, l.also))
	}
	return strings.Join(clauses, l.next)
}

// HoursRow is the weekdays with the same hours, for a table.
type HoursRow struct {
	Days  string      // 周二至周日
	Spans []OpenHours // by the time of day; none where it is closed
}

// Rows says the hours as Phrase does, row by row.
func (h Hours) Rows(lang string) []HoursRow {
	l, ok := speak(lang)
	if !ok || len(h) == 0 {
		return nil
	}
	var rows []HoursRow
	closed := [7]bool{true, true, true, true, true, true, true}
	for len(h) > 0 {
		days, n := h[0].Days, 0
		for n < len(h) && h[n].Days == days {
			n++
		}
		for d, open := range days {
			closed[d] = closed[d] && !open
		}
		rows = append(rows, HoursRow{l.weekdays(days), h[:n]})
		h = h[n:]
	}
	if closed != [7]bool{} {
		rows = append(rows, HoursRow{Days: l.weekdays(closed)})
	}
	return rows
}

// Clock writes minutes from midnight as an hour of the day, “09:00”.
func Clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// weekdays says a set of weekdays, from Monday on.
func (l language) weekdays(set [7]bool) string {
	var days []int
	for i, d := range week {
		if set[d] {
			days = append(days, i+1)
		}
	}
	if len(days) == len(week) {
		return l.daily
	}
	return l.enumerate(days, l.weekday)
}
