package calendar

import "strings"

// A language says rules and opening hours in words. Weekdays are given as 1 for
// Monday to 7.
type language struct {
	comma, and, to string
	weekday        func(day int) string
	month          func(month int) string
	monthDay       func(day int) string               // below 0 from the month's end
	nth            func(n int, weekday string) string // below 0 from the end
	among          func(days, weekdays string) string // those weekdays that fall on the days
	sentence       func(f Freq, interval int, months, days string) string

	// Of opening hours.
	daily, at, also, next string // every day, days and time, time and time, clauses
	closed                func(days string) string
}

// speak gives the words of a language, whatever region and script follow it.
func speak(lang string) (l language, ok bool) {
	switch lang, _, _ = strings.Cut(lang, "-"); lang {
	case "zh":
		return chinese(), true
	case "ko":
		return korean(), true
	case "en":
		return english(), true
	}
	return language{}, false
}

// Phrase says in words how often the rule repeats, but not its end: 每月第二个周六.
// It speaks zh-CN, ko and en. It is empty in other languages, and where a rule
// is too involved for words. ParseRule reads the Chinese words back.
func (r Rule) Phrase(lang string) string {
	l, ok := speak(lang)
	if !ok || !r.plain() {
		return ""
	}
	months := l.enumerate(r.ByMonth, l.month)
	return l.sentence(r.Freq, r.Interval, months, l.days(r))
}

// plain reports whether there are words for the rule.
func (r Rule) plain() bool {
	ordinals := 0
	for _, w := range r.ByDay {
		if w.N != 0 {
			ordinals++
		}
	}
	switch r.Freq {
	case Daily:
		return len(r.ByDay)+len(r.ByMonth)+len(r.ByMonthDay) == 0
	case Weekly:
		return len(r.ByMonth) == 0
	case Monthly:
		if len(r.ByMonth) > 0 {
			return false
		}
	case Yearly:
		if len(r.ByMonth) == 0 && len(r.ByMonthDay)+len(r.ByDay) > ordinals {
			return false
		}
	}
	switch {
	case len(r.ByDay) == 0:
		return true
	case len(r.ByMonthDay) == 0:
		return ordinals == len(r.ByDay)
	}
	last := len(r.ByMonthDay) - 1
	run := r.ByMonthDay[0] > 0 && r.ByMonthDay[last]-r.ByMonthDay[0] == last
	return ordinals == 0 && run && last > 1
}

// days says which days of the period a plain rule names.
func (l language) days(r Rule) string {
	var every []int
	var words []string
	for _, w := range r.ByDay {
		if day := fromMonday(w.Day) + 1; w.N == 0 {
			every = append(every, day)
		} else {
			words = append(words, l.nth(w.N, l.weekday(day)))
		}
	}
	weekdays, monthDays := l.enumerate(every, l.weekday), l.enumerate(r.ByMonthDay, l.monthDay)
	switch {
	case len(words) > 0:
		return l.join(words)
	case weekdays != "" && monthDays != "":
		return l.among(monthDays, weekdays)
	}
	return weekdays + monthDays
}

// enumerate says numbers, runs of three and more by their ends.
func (l language) enumerate(numbers []int, word func(int) string) string {
	var words []string
	for i := 0; i < len(numbers); {
		end := i + 1
		for end < len(numbers) && numbers[i] > 0 && numbers[end] == numbers[end-1]+1 {
			end++
		}
		if end-i < 3 {
			end = i + 1
			words = append(words, word(numbers[i]))
		} else {
			words = append(words, word(numbers[i])+l.to+word(numbers[end-1]))
		}
		i = end
	}
	return l.join(words)
}

func (l language) join(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], l.comma) + l.and + words[last]
}
