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
	l, ok := speak(lang)
	if !ok || len(h) == 0 {
		return ""
	}
	var clauses []string
	closed := [7]bool{true, true, true, true, true, true, true}
	for i := 0; i < len(h); {
		days := h[i].Days
		var spans []string
		for ; i < len(h) && h[i].Days == days; i++ {
			spans = append(spans, Clock(h[i].Open)+"–"+Clock(h[i].Close))
		}
		for d, open := range days {
			closed[d] = closed[d] && !open
		}
		clauses = append(clauses, l.weekdays(days)+l.at+strings.Join(spans, l.also))
	}
	if closed != [7]bool{} {
		clauses = append(clauses, l.closed(l.weekdays(closed)))
	}
	return strings.Join(clauses, l.next)
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
